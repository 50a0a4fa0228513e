import { encodeUrlPart, type RepositoryHost } from './repository-host.js';

export interface ComparePage {
  /** Where the pull request goes to. */
  readonly host: RepositoryHost;
  /** Where the branch lies when that is a fork. */
  readonly headHost: RepositoryHost | undefined;
  readonly base: string;
  readonly head: string;
  readonly title: string;
  readonly body: string;
  readonly draft: boolean;
}

/** Characters; browsers and hosts refuse longer ones. */
const longestUrl = 8000;

export interface FilledPage {
  readonly url: string;
  /** What the URL cannot hold: the body first, then the title too. */
  readonly omitted: readonly ('title' | 'body')[];
}

/**
 * The page on which the pull request can be opened by hand, filled in as far as a URL can hold it. No labels are in it: GitHub answers
 * 404 to a label that does not exist or that the PM may not set, and only the host knows which exist.
 */
export function compareUrl(page: ComparePage): FilledPage {
  const { host, title, body, draft } = page;
  const names = parameterNames[host.kind];
  const filled = [names.title, host.kind === 'gitlab' && draft ? `Draft: ${title}` : title] as const;
  const whole = withParameters(page, [filled, [names.body, body]]);
  if (whole.length <= longestUrl) return { url: whole, omitted: [] };
  const titled = withParameters(page, [filled]);
  return titled.length <= longestUrl
    ? { url: titled, omitted: ['body'] }
    : { url: withParameters(page, []), omitted: ['title', 'body'] };
}

const parameterNames = {
  github: { title: 'title', body: 'body' },
  gitlab: { title: 'merge_request[title]', body: 'merge_request[description]' },
} as const;

function withParameters(
  { host, headHost, base, head }: ComparePage,
  filled: readonly (readonly [string, string])[],
): string {
  const fork = headHost !== undefined && headHost.web !== host.web && headHost.kind === host.kind;
  switch (host.kind) {
    case 'github': {
      const from = fork
        ? `${encodeUrlPart(headHost.owner)}:${encodeUrlPart(headHost.name)}:${branch(head)}`
        : branch(head);
      return `${host.web}/compare/${branch(base)}...${from}${query([['expand', '1'], ...filled])}`;
    }
    case 'gitlab': {
      const branches = [
        ['merge_request[source_branch]', head],
        ['merge_request[target_branch]', base],
      ] as const;
      return `${fork ? headHost.web : host.web}/-/merge_requests/new${query([...branches, ...filled])}`;
    }
  }
}

function branch(name: string): string {
  return name.split('/').map(encodeUrlPart).join('/');
}

function query(parameters: readonly (readonly [string, string])[]): string {
  return `?${parameters.map(([name, value]) => `${encodeUrlPart(name)}=${encodeUrlPart(value)}`).join('&')}`;
}
