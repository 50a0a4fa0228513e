import { stripMarkers } from './body/generated-parts.js';
import { shortenBody } from './body/shorten-body.js';
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

/**
 * Characters of an address that a host takes. GitHub answers 414 “URI Too Long” beyond its server's limit (“Using query parameters to create a
 * pull request” in its documentation), which is 8,191 bytes (github/docs#5136; its own command line keeps below 8,192). GitLab is behind nginx,
 * where a request's line with its method has to fit into one buffer of 8 kB (`large_client_header_buffers`), and answers 414 as well.
 */
const longestUrl: Readonly<Record<RepositoryHost['kind'], number>> = { github: 8000, gitlab: 8000 };

/** Characters of an address that a desktop VS Code opens on Windows, by Electron's documentation of `shell.openExternal`. */
export const longestOnWindows = 2081;

export interface FilledPage {
  readonly url: string;
  /** How much of the draft is in the address: a short description where the whole does not fit, else none, else no title either. */
  readonly holds: 'all' | 'short-body' | 'title' | 'nothing';
  /** The parts that the short description lacks. */
  readonly leftOut: readonly string[];
}

/**
 * The page on which the pull request can be opened by hand, filled in as far as its address can hold it: at most `longest` characters, where
 * whatever opens it takes fewer than the host. No labels are in it: GitHub answers 404 to a label that does not exist or that the PM may not
 * set, and only the host knows which exist.
 */
export function compareUrl(page: ComparePage, longest = Infinity): FilledPage {
  const { host, title, body, draft } = page;
  const names = parameterNames[host.kind];
  const limit = Math.min(longest, longestUrl[host.kind]);
  const titled = [names.title, host.kind === 'gitlab' && draft ? `Draft: ${title}` : title] as const;
  const urlWith = (text: string): string => withParameters(page, [titled, [names.body, text]]);
  if (urlWith(body).length <= limit) return { url: urlWith(body), holds: 'all', leftOut: [] };
  const short = shortenBody(stripMarkers(body), (text) => urlWith(text).length <= limit);
  if (short !== undefined) return { url: urlWith(short.body), holds: 'short-body', leftOut: short.leftOut };
  const url = withParameters(page, [titled]);
  return url.length <= limit
    ? { url, holds: 'title', leftOut: [] }
    : { url: withParameters(page, []), holds: 'nothing', leftOut: [] };
}

const parameterNames = {
  github: { title: 'title', body: 'body' },
  gitlab: { title: 'merge_request[title]', body: 'merge_request[description]' },
} as const;

function withParameters(
  { host, headHost, base, head }: ComparePage,
  filled: readonly (readonly [string, string])[],
): string {
  const fork = headHost !== undefined && headHost.web !== host.web && isOneServer(headHost, host);
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

function isOneServer(one: RepositoryHost, other: RepositoryHost): boolean {
  return one.kind === other.kind && new URL(one.web).hostname === new URL(other.web).hostname;
}

function branch(name: string): string {
  return name.split('/').map(encodeUrlPart).join('/');
}

function query(parameters: readonly (readonly [string, string])[]): string {
  return `?${parameters.map(([name, value]) => `${encodeUrlPart(name)}=${encodeValue(value)}`).join('&')}`;
}

/** Written short: a plus for a space, as forms do, and as they are the signs that mean nothing in a value. */
function encodeValue(value: string): string {
  return encodeUrlPart(value).replace(/%(?:20|2F|3A|2C)/g, (code) => shortCodes[code] as string);
}

const shortCodes: Readonly<Record<string, string>> = { '%20': '+', '%2F': '/', '%3A': ':', '%2C': ',' };
