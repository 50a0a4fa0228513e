import { indexQuery, treeQuery, untrackedQuery } from './git-queries.js';
import type { Repository } from './repository.js';
import { parseListing } from './parse-listing.js';

/** The tracked paths, from the index. */
export interface TrackedPaths {
  /** In git's order, each once. */
  readonly paths: readonly string[];
  /** The modes of paths that are not plain files: links (`120000`) and submodules (`160000`). */
  readonly special: ReadonlyMap<string, string>;
}

/** Lists all tracked paths with one git process; rejects with a `GitError`. */
export async function listTracked(repository: Pick<Repository, 'git'>): Promise<TrackedPaths> {
  return parseTracked(await repository.git.run(indexQuery));
}

/** The same with the files on the disk that git does not have yet and does not ignore. */
export async function listOnDisk(repository: Pick<Repository, 'git'>): Promise<TrackedPaths> {
  const tracked = await listTracked(repository);
  const output = (await repository.git.run(untrackedQuery)).toString('utf8');
  const more = output.split('\0').filter((path) => path !== '' && !path.endsWith('/'));
  return more.length === 0 ? tracked : { ...tracked, paths: [...tracked.paths, ...more].sort(byBytes) };
}

/** Git's order. */
function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** The same for what a commit holds. */
export async function listCommitted(repository: Pick<Repository, 'git'>, commit: string): Promise<TrackedPaths> {
  return parseTracked(await repository.git.run([...treeQuery, commit, '--']));
}

/** Parses git's output for `indexQuery` or `treeQuery`. */
export function parseTracked(output: Buffer): TrackedPaths {
  const listing = parseListing(output);
  return { paths: listing.paths(), special: listing.special() };
}

/** Tells whether a path is a folder of the list, which is in git's order. The folders are collected on the first call. */
export function createFolderFinder(paths: readonly string[]): (path: string) => boolean {
  let folders: ReadonlySet<string> | undefined;
  return (path) => path === '' || (folders ??= foldersOf(paths)).has(path);
}

function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
