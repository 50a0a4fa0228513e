import {
  githubApi,
  gitlabApi,
  parseRepositoryHost,
  readServer,
  type OwnServers,
} from '../pull-request/repository-host.js';

/** A server that somebody can be signed in to, with the repository that lies there. */
export interface HostServer {
  readonly kind: 'github' | 'gitlab';
  /** Who keeps the sign-in in VS Code: its own sign-in, or its store of secrets. */
  readonly keeper: 'github' | 'github-enterprise' | 'secrets';
  /** As people know it: `github.com`. */
  readonly name: string;
  /** The address of its API. */
  readonly api: string;
  /** `owner/name`, on GitLab with its groups. */
  readonly repository: string;
}

/**
 * Where a token may go for a repository by the address of its remote: github.com and gitlab.com, or the one server of each kind that the user names
 * themselves. A clone's own settings name its remote, so that is no reason to send a token anywhere.
 */
export function findHostServer(remoteUrl: string | undefined, own: OwnServers): HostServer | undefined {
  const place = remoteUrl === undefined ? undefined : parseRepositoryHost(remoteUrl, own);
  if (place === undefined) return undefined;
  const { kind } = place;
  const repository = `${place.owner}/${place.name}`;
  const { host: name, hostname, origin } = new URL(place.web);
  const cloud = `${kind}.com`;
  const named = readServer(own[kind]);
  if (hostname !== cloud && named?.hostname !== hostname) return undefined;
  const server = hostname === cloud || named === undefined ? new URL(origin) : named;
  return kind === 'gitlab'
    ? { kind, keeper: 'secrets', name, api: gitlabApi(server), repository }
    : {
        kind,
        keeper: hostname === cloud ? 'github' : 'github-enterprise',
        name,
        api: githubApi(server),
        repository,
      };
}
