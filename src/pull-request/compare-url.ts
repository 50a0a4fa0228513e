import { encode, type Host } from './host.js';

export interface ComparePage {
  /** Where the pull request goes to. */
  readonly host: Host;
  /** Where the branch lies when that is a fork. */
  readonly headHost: Host | undefined;
  readonly base: string;
  readonly head: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly draft: boolean;
}

/** Characters; browsers and hosts refuse longer ones. */
const longestUrl = 8000;

/**
 * The page on which the pull request can be opened by hand, filled in as far as a URL can hold it: a body that is too long is
 * left out, then the labels, then the title.
 */
export function compareUrl(page: ComparePage): string {
  const { host, title, body, labels, draft } = page;
  const names = parameterNames[host.kind];
  const full: readonly (readonly [string, string])[] = [
    [names.title, host.kind === 'gitlab' && draft ? `Draft: ${title}` : title],
    [names.labels, labels.join(',')],
    [names.body, body],
  ];
  for (let count = full.length; count > 0; count--) {
    const url = withParameters(page, full.slice(0, count));
    if (url.length <= longestUrl) return url;
  }
  return withParameters(page, []);
}

const parameterNames = {
  github: { title: 'title', body: 'body', labels: 'labels' },
  gitlab: { title: 'merge_request[title]', body: 'merge_request[description]', labels: 'merge_request[label_names]' },
} as const;

function withParameters(
  { host, headHost, base, head }: ComparePage,
  filled: readonly (readonly [string, string])[],
): string {
  const fork = headHost !== undefined && headHost.web !== host.web && headHost.kind === host.kind;
  switch (host.kind) {
    case 'github': {
      const from = fork ? `${encode(headHost.owner)}:${encode(headHost.name)}:${branch(head)}` : branch(head);
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
  return name.split('/').map(encode).join('/');
}

function query(parameters: readonly (readonly [string, string])[]): string {
  return `?${parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')}`;
}
