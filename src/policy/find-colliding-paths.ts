import { folderOf } from '../text/path-names.js';
import { findCollisions } from './collisions/find-collisions.js';
import { GitError, toPlainLine } from '../git/git-error.js';
import { listTreeNames, type Objects } from '../git/objects.js';
import { readFolders } from './collisions/read-folders.js';

/** The part of a change that is needed here; `commit` is `undefined` before the first commit. */
interface ComparedPaths {
  readonly base: { readonly commit: string | undefined };
  readonly files: readonly { readonly path: string; readonly before?: unknown }[];
}

/**
 * Maps each changed path to a sibling that a case-insensitive disk takes for the same name, at its own level or at that of a parent
 * folder. Reads only the folders of changed paths at the base, since the head is the base and what changed; so a hook need not list a
 * large repository. Rejects with a `GitError`.
 */
export async function findCollidingPaths(
  objects: Objects,
  { base, files }: ComparedPaths,
  fold: (name: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const paths = files.map((file) => file.path);
  const { commit } = base;
  if (commit === undefined) return findCollisions(paths, paths, fold);
  const trees = await readFolders(objects, commit, foldersAbove(paths));
  const all: string[] = [];
  for (const [folder, tree] of trees) {
    if (typeof tree !== 'object' || !tree.content) {
      throw new GitError(
        'not-fetched',
        `Git does not hold the list of files in ${toPlainLine(folder) || 'the root'}. Fetch the branch again: git fetch --refetch`,
      );
    }
    for (const entry of listTreeNames(tree)) all.push(folder === '' ? entry : `${folder}/${entry}`);
  }
  // What the base has is among its siblings.
  for (const { path, before } of files) if (before === undefined) all.push(path);
  return findCollisions(all, paths, fold);
}

/** Every folder that one of the paths lies in, each once; looks no further up from one that is known. */
function foldersAbove(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set(['']);
  let last = '';
  for (const path of paths) {
    // Most paths lie beside the one before.
    if (path.startsWith(last) && path.lastIndexOf('/') === last.length - 1) continue;
    let folder = folderOf(path);
    last = `${folder}/`;
    while (!folders.has(folder)) {
      folders.add(folder);
      folder = folderOf(folder);
    }
  }
  return folders;
}
