import type { TreeEntry } from '../../git/objects.js';
import { updateIndex, type IndexChange } from './index-entries.js';
import { joinDiskPath, type BytePath } from './byte-path.js';
import { stateFolder, runGit, runGitLine, type Work } from '../work.js';

/** All files of a tree or a commit. */
export async function listTree(work: Work, tree: string): Promise<ReadonlyMap<BytePath, TreeEntry>> {
  const lines = (await runGit(work, ['ls-tree', '-r', '-z', '--full-tree', tree])).toString('latin1').split('\0');
  return new Map(
    lines.slice(0, -1).map((line) => {
      const tab = line.indexOf('\t');
      const [mode = '', , oid = ''] = line.slice(0, tab).split(' ');
      return [line.slice(tab + 1), { mode, oid }] as const;
    }),
  );
}

/** The tree of a commit; of none the empty one. */
export async function resolveTree(work: Work, commit: string | undefined): Promise<string> {
  return commit === undefined
    ? runGitLine(work, ['hash-object', '-w', '-t', 'tree', '--stdin'], { input: '' })
    : runGitLine(work, ['rev-parse', '--verify', `${commit}^{tree}`]);
}

/** The length of the repository's ids: 64 where it uses SHA-256, else 40. */
export async function readIdLength(work: Work): Promise<number> {
  return (await runGitLine(work, ['hash-object', '-t', 'tree', '--stdin'], { input: '' })).length;
}

/** What `act` does with a folder of PM Zone's own, which goes after. */
export async function withScratchFolder<T>(work: Work, act: (folder: string) => Promise<T>): Promise<T> {
  const folder = `${stateFolder(work)}/start-${work.process}-${work.newId()}`;
  await work.disk.makeFolder(joinDiskPath(folder));
  try {
    return await act(folder);
  } finally {
    await work.disk.removeAll(joinDiskPath(folder));
  }
}

/** A tree with some paths changed, built in an index of its own. */
export function buildTree(work: Work, tree: string, changes: readonly IndexChange[]): Promise<string> {
  return withScratchFolder(work, async (folder) => {
    const index = `${folder}/index`;
    await runGit(work, ['read-tree', tree], { index });
    await updateIndex(work, index, changes, tree.length);
    return runGitLine(work, ['write-tree', '--missing-ok'], { index });
  });
}

/** What a commit is made of. */
export interface CommitParts {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  /** ISO 8601: made by PM Zone at this moment, for what is no step of the PM's. */
  readonly byUsAt?: string;
}

/** Makes a commit of a tree in the PM's name, or in ours; no ref names it yet. */
export function commitTree(work: Work, { tree, parents, message, byUsAt }: CommitParts): Promise<string> {
  const environment = byUsAt === undefined ? {} : identity(byUsAt);
  const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])];
  return runGitLine(work, args, { input: message, environment });
}

function identity(at: string): Record<string, string> {
  return Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'PM Zone'],
      [`GIT_${who}_EMAIL`, 'pm-zone@localhost'],
      [`GIT_${who}_DATE`, `${Math.floor(Date.parse(at) / 1000)} +0000`],
    ]),
  );
}

/** The contents of blobs by their names, in the same order; `undefined` where there is none. */
export async function readBlobs(work: Work, names: readonly string[]): Promise<readonly (Buffer | undefined)[]> {
  const output = await runGit(work, ['cat-file', '--batch'], { input: `${names.join('\n')}\n` });
  let at = 0;
  return names.map(() => {
    const end = output.indexOf(10, at);
    const found = / blob (\d+)$/.exec(output.toString('latin1', at, end));
    const start = end + 1;
    if (!found) {
      at = start;
      return undefined;
    }
    at = start + Number(found[1]) + 1;
    return output.subarray(start, at - 1);
  });
}
