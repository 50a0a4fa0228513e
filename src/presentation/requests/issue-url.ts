import { encodeUrlPart, type RepositoryHost } from '../../pull-request/repository-host.js';

export interface IssuePage {
  readonly url: string;
  /** The body did not fit: it has to be pasted. */
  readonly omitsBody: boolean;
}

/** Characters; browsers and hosts refuse longer ones. */
const longestUrl = 8000;

/** The host's page for a new issue, filled in as far as a URL can hold it. */
export function buildIssueUrl(host: RepositoryHost, title: string, body: string): IssuePage {
  const { page, names } = pages[host.kind];
  const titled = `${host.web}${page}?${encodeUrlPart(names.title)}=${encodeUrlPart(title)}`;
  const whole = `${titled}&${encodeUrlPart(names.body)}=${encodeUrlPart(body)}`;
  return whole.length <= longestUrl ? { url: whole, omitsBody: false } : { url: titled, omitsBody: true };
}

const pages = {
  github: { page: '/issues/new', names: { title: 'title', body: 'body' } },
  gitlab: { page: '/-/issues/new', names: { title: 'issue[title]', body: 'issue[description]' } },
} as const;
