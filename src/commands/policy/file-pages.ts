import type { Repository } from '../../git/repository.js';
import { hostAddress, parseRepositoryHost, permanentLink } from '../../pull-request/repository-host.js';

/** The page of a file and line as a commit has them, on the first remote that lies on a host; `undefined` where none does. */
export function openFilePages(
  { remotes }: Repository,
  commit: string,
): (path: string, line?: number) => string | undefined {
  const [place] = remotes.flatMap((remote) => parseRepositoryHost(hostAddress(remote, 'fetchUrl')) ?? []);
  return (path, line) =>
    place && `${permanentLink(place, commit, path)}${line === undefined || line < 1 ? '' : `#L${line}`}`;
}
