import type { Repository } from '../git/repository.js';
import type { HostThing } from '../review/review.js';
import { lastNameOf, encodePercent } from '../text/path-names.js';

/** Where a repository lies on the web. `web` is its page, without a trailing slash and without any credentials. */
export interface RepositoryHost {
  readonly kind: 'github' | 'gitlab';
  readonly web: string;
  /** What comes before the repository's name: an owner, on GitLab also groups. */
  readonly owner: string;
  readonly name: string;
}

/** Servers of their own that the user names, whatever those are called, by their addresses: `https://code.acme.example`; a GitLab also under a path. */
export interface OwnServers {
  readonly github?: string | undefined;
  readonly gitlab?: string | undefined;
}

/**
 * The host of a remote by its URL: `https://`, `ssh://`, `git://` or `git@host:owner/name`, of GitHub or GitLab, hosted or
 * one's own (`github.example.com`, `gitlab.example.com`). `own` are servers that the user names. `undefined` where it is no such host or the URL is not plain.
 */
export function parseRepositoryHost(remoteUrl: string, own: OwnServers = {}): RepositoryHost | undefined {
  if (remoteUrl.length > 500) return undefined;
  const place =
    /^(?:https?|ssh|git|git\+ssh|ssh\+git):\/\/(?:[^@/\s]*@)?([\w.-]+)(?::\d{1,5})?\/(.+)$/i.exec(remoteUrl) ??
    /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)\/?(.+)$/.exec(remoteUrl);
  const domain = domainOf(place?.[1] ?? '', /^https?:/i.test(remoteUrl));
  const written = (place?.[2] ?? '').replace(/\/+$/, '').replace(/\.git$/i, '');
  const named = findNamed(domain, own);
  // By ssh a GitLab has its repositories at the root, wherever its pages are; what lies beside them is another program's.
  const under = named === undefined || !/^https?:/i.test(remoteUrl) ? '' : named.path.slice(1);
  if (under !== '' && !written.startsWith(`${under}/`)) return undefined;
  const path = under === '' ? written : written.slice(under.length + 1);
  const names = path.split('/');
  const name = lastNameOf(path);
  const kind = named?.kind ?? kindOf(domain);
  const plain = names.every((each) => /^[\w.-]{1,100}$/.test(each) && !/^\.+$/.test(each));
  if (kind === undefined || !plain || names.length < 2 || (kind === 'github' && names.length > 2)) return undefined;
  return {
    kind,
    web: `${named === undefined ? `https://${domain}` : named.origin + named.path}/${path}`,
    owner: names.slice(0, -1).join('/'),
    name,
  };
}

/**
 * The name that a host is known by. For ssh github.com and gitlab.com have another one at the web's port, and with several accounts people call
 * them `github.com-work`, both by their documentation (“Using SSH over the HTTPS port”, “Managing multiple accounts”).
 */
function domainOf(written: string, isWeb: boolean): string {
  const domain = written.toLowerCase().replace(/(?<=[a-z0-9])\.$/, '');
  return domain.replace(
    isWeb
      ? /^www\.(?=github\.com$)/
      : /^ssh\.(?=github\.com$)|^altssh\.(?=gitlab\.com$)|(?<=^git(?:hub|lab)\.com)-[\w-]{1,60}$/,
    '',
  );
}

/**
 * The address that tells where a remote lies: the one that git goes to by `insteadOf`, since a shorthand says nothing; where that is no host's,
 * as of a mirror on this disk, the one that is written.
 */
export function hostAddress(
  remote: Repository['remotes'][number],
  way: 'fetchUrl' | 'pushUrl',
  own?: OwnServers,
): string {
  const real = remote[way];
  return real !== undefined && parseRepositoryHost(real, own) !== undefined ? real : remote.url;
}

export function thingOn(host: Pick<RepositoryHost, 'kind'> | undefined): HostThing {
  return host?.kind === 'gitlab' ? 'merge request' : 'pull request';
}

/** The page of a commit. */
export function commitLink({ kind, web }: RepositoryHost, commit: string): string {
  return `${web}${kind === 'gitlab' ? '/-' : ''}/commit/${encodeUrlPart(commit)}`;
}

/** The page of a file as it is in that commit, for ever. */
export function permanentLink({ kind, web }: RepositoryHost, commit: string, path: string): string {
  const file = path.split('/').map(encodeUrlPart).join('/');
  return `${web}${kind === 'gitlab' ? '/-' : ''}/blob/${encodeUrlPart(commit)}/${file}`;
}

/** The address of the API of a GitHub by that of its pages: github.com, GitHub Enterprise Cloud with a name of its own, or an Enterprise Server. */
export function githubApi({ origin, host, hostname }: URL): string {
  return isGithubCloud(hostname) ? `https://api.${host}` : `${origin}/api/v3`;
}

/** Whether GitHub itself runs the server of that name. */
export function isGithubCloud(hostname: string): boolean {
  return /(?:^github\.com|\.ghe\.com)$/u.test(hostname);
}

/** The address of the API of a GitLab by that of its pages. */
export function gitlabApi(server: URL): string {
  return `${server.origin}${pathOf(server)}/api/v4`;
}

/** Pages of a GitLab whose address somebody may have copied; no GitLab lies below one. */
const page = /\/(?:users|dashboard|explore|projects|groups|-)(?:\/.*)?$/;

/** The path that a GitLab lies under, mostly none. */
function pathOf({ pathname }: URL): string {
  return pathname.replace(page, '').replace(/\/+$/, '');
}

/** A part of a URL that stands for exactly this text, whatever Markdown makes of brackets; what is no Unicode becomes U+FFFD. */
export function encodeUrlPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD')).replace(/[!'()*]/g, encodePercent);
}

/** The address of a server that a token may go to: by `https://`, or on this computer itself. */
export function readServer(address: string | undefined): URL | undefined {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1)$/.test(url.hostname));
  return isSafe ? url : undefined;
}

/** What everybody knows is what it is, whoever calls it otherwise. */
function findNamed(
  domain: string,
  own: OwnServers,
): { readonly kind: RepositoryHost['kind']; readonly origin: string; readonly path: string } | undefined {
  if (domain === 'github.com' || domain === 'gitlab.com') return undefined;
  for (const kind of ['github', 'gitlab'] as const) {
    const server = readServer(own[kind]);
    if (server?.hostname === domain)
      return { kind, origin: server.origin, path: kind === 'gitlab' ? pathOf(server) : '' };
  }
  return undefined;
}

function kindOf(domain: string): RepositoryHost['kind'] | undefined {
  if (!/^[a-z0-9](?:[a-z0-9.-]{0,200}[a-z0-9])?$/.test(domain) || domain.includes('..')) return undefined;
  const names = domain.split('.');
  if (names.length < 2) return undefined;
  if (names[0] === 'github') return 'github';
  return names[0] === 'gitlab' ? 'gitlab' : undefined;
}
