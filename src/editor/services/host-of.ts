import { baseRemote } from '../../git/base-branch.js';
import { hostAddress, parseRepositoryHost, type RepositoryHost } from '../../pull-request/repository-host.js';
import type { CurrentRepository } from '../sessions/current-repository.js';
import { snapshotOf } from '../sessions/repository-session.js';
import type { SessionSnapshot } from '../sessions/repository-state.js';
import { readOwnServers } from '../ui/own-servers.js';

/** The address of the remote that a pull request of a repository goes to, as it is known without asking anybody. */
export function remoteOf({ repository, base }: SessionSnapshot, servers = readOwnServers()): string | undefined {
  const remote = base === undefined ? repository.remotes[0] : baseRemote(repository, base.ref);
  return remote && hostAddress(remote, 'fetchUrl', servers);
}

/** Which words the current repository's host has for a pull request; `undefined` where it is no host that is known. */
export function hostKindOf(current: Pick<CurrentRepository, 'session'>): RepositoryHost['kind'] | undefined {
  const session = current.session();
  const snapshot = session && snapshotOf(session);
  const servers = readOwnServers();
  const address = snapshot && remoteOf(snapshot, servers);
  return address === undefined ? undefined : parseRepositoryHost(address, servers)?.kind;
}
