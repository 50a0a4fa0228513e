import type { Git } from './git.js';

/** Differences as raw entries, whatever a repository's settings say. */
export const asRawEntries = [
  '-r',
  '-z',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--no-relative',
  '--ignore-submodules=none',
  '--no-ext-diff',
  '--no-textconv',
];

/** The index against a tree; append the tree's name. */
export const stagedQuery = ['diff-index', '--cached', '--ita-invisible-in-index', ...asRawEntries];

/** The index against HEAD. */
export const headQuery = [...stagedQuery, 'HEAD', '--'];

/** The working tree against a tree. */
export const worktreeQuery = ['diff-index', ...asRawEntries];

/** One tree against another. */
export const rangeQuery = ['diff-tree', ...asRawEntries];

/** All of the index: mode, id and stage of each path. */
export const indexQuery = ['ls-files', '--stage', '-z', '--full-name'];

/** All files of a commit: mode, kind and id of each path; append the commit. */
export const treeQuery = ['ls-tree', '-r', '-z', '--full-tree'];

/** The files on the disk that are in no index and not ignored; a repository within ends in a slash. */
export const untrackedQuery = ['ls-files', '--others', '--exclude-standard', '-z', '--full-name'];

/** The paths of the index alone: a third of the time and the size. */
export const pathsQuery = ['ls-files', '-z', '--full-name'];

/** The paths of the index, each behind a letter that says how git looks at it (`H`: as usual) and a space. */
export const taggedPathsQuery = [...pathsQuery, '-v'];

/** The id of the empty tree, which stands for "before the first commit". */
export async function readEmptyTreeId(git: Git): Promise<string> {
  return (await git.run(['hash-object', '-t', 'tree', '--stdin'], { input: '' })).toString('latin1').trim();
}
