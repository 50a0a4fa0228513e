import type { Repository } from '../../git/repository.js';
import { hostAddress, parseRepositoryHost, type RepositoryHost } from '../../pull-request/repository-host.js';
import type { CommandHost } from '../command.js';
import { ownServers } from './find-host.js';

/** Where people look at a repository: the first of its remotes that lies on a host, the environment's own servers among these. */
export function findPageHost(
  { remotes }: Pick<Repository, 'remotes'>,
  environment: CommandHost['environment'],
): RepositoryHost | undefined {
  const own = ownServers(environment);
  return remotes.flatMap((remote) => parseRepositoryHost(hostAddress(remote, 'fetchUrl', own), own) ?? [])[0];
}
