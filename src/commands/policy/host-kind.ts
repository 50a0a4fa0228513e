import type { HostKind } from '../../doctor/find-codeowners-faults.js';
import type { Repository } from '../../git/repository.js';
import { hostAddress, parseRepositoryHost } from '../../pull-request/repository-host.js';

/** The kind of host by the remotes, of which the first that lies on one counts. */
export function hostKind({ remotes }: Repository): HostKind | undefined {
  return remotes.flatMap((remote) => parseRepositoryHost(hostAddress(remote, 'fetchUrl'))?.kind ?? [])[0];
}
