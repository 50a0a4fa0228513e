import { encode, type Host } from '../pull-request/host.js';

export interface IssuePage {
  readonly url: string;
  /** The body did not fit: it has to be pasted. */
  readonly omitsBody: boolean;
}

/** Characters; browsers and hosts refuse longer ones. */
const longestUrl = 8000;

/** The host's page for a new issue, filled in as far as a URL can hold it. */
export function issueUrl(host: Host, title: string, body: string): IssuePage {
  const { page, names } = pages[host.kind];
  const titled = `${host.web}${page}?${encode(names.title)}=${encode(title)}`;
  const whole = `${titled}&${encode(names.body)}=${encode(body)}`;
  return whole.length <= longestUrl ? { url: whole, omitsBody: false } : { url: titled, omitsBody: true };
}

const pages = {
  github: { page: '/issues/new', names: { title: 'title', body: 'body' } },
  gitlab: { page: '/-/issues/new', names: { title: 'issue[title]', body: 'issue[description]' } },
} as const;
