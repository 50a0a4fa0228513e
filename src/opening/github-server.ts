import { githubApi, parseRepositoryHost, readServer } from '../pull-request/repository-host.js';

/** A GitHub that somebody can be signed in to, with the repository that lies there. */
export interface GithubServer {
  /** Who keeps the sign-in in VS Code. */
  readonly provider: 'github' | 'github-enterprise';
  /** As people know it: `github.com`. */
  readonly name: string;
  /** The address of its API. */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
}

/**
 * Where a token may go for a repository by the address of its remote: github.com, or the one Enterprise server that the user names themselves. A
 * clone's own settings name its remote, so that is no reason to send a token anywhere.
 */
export function findGithubServer(
  remoteUrl: string | undefined,
  enterprise: string | undefined,
): GithubServer | undefined {
  const place = remoteUrl === undefined ? undefined : parseRepositoryHost(remoteUrl, { github: enterprise });
  if (place?.kind !== 'github') return undefined;
  const repository = `${place.owner}/${place.name}`;
  const { host: name, hostname } = new URL(place.web);
  if (hostname === 'github.com') return { provider: 'github', name, api: githubApi(new URL(place.web)), repository };
  const own = readServer(enterprise);
  if (own?.hostname !== hostname) return undefined;
  return { provider: 'github-enterprise', name, api: githubApi(own), repository };
}
