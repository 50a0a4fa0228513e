import { joinDiskPath } from '../git-store/byte-path.js';
import { resolveTree } from '../git-store/git-objects.js';
import { diffTrees } from '../git-store/index-entries.js';
import { OperationError } from '../operation-outcome.js';
import type { UnfinishedFile } from './read-unfinished.js';
import type { WorkSnapshot } from './work-snapshot.js';
import { runGitLine, type Work } from '../work.js';

/** Git's own file that alone names what it set aside as it began a merge (`git merge --autostash`). */
export const autostashFile = 'MERGE_AUTOSTASH';

/** What git set aside, as unfinished work on a commit; the contents are git's already. `undefined` where it is nothing. */
export async function readAutostash(
  work: Work,
): Promise<Pick<WorkSnapshot, 'head' | 'indexTree' | 'items' | 'announced'> | undefined> {
  const place = joinDiskPath(work.repository.gitDir, autostashFile);
  if ((await work.disk.stat(place)).kind !== 'file') return undefined;
  const stash = (await work.disk.read(place)).toString('latin1').trim();
  // A stash is a commit of the files, whose second parent is one of what was staged.
  const staged = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${stash}^2`];
  if ((await work.run(staged)).code !== 0) {
    throw new OperationError(
      'git',
      `What git had set aside as the merge began (${autostashFile}) cannot be read, so it stays where it is. Ask your engineering DRI for help.`,
    );
  }
  const indexTree = await resolveTree(work, `${stash}^2`);
  const differing = await diffTrees(work, indexTree, await resolveTree(work, stash));
  const items = [...differing].flatMap(([name, version]): readonly UnfinishedFile[] => {
    if (version === undefined) return [{ name, piece: undefined }];
    const { mode, oid } = version;
    const isFile = mode === '100644' || mode === '100755' || mode === '120000';
    return isFile ? [{ name, piece: { mode, id: oid, bytes: 0 } }] : [];
  });
  return { head: await runGitLine(work, ['rev-parse', '--verify', `${stash}^1`]), indexTree, items, announced: [] };
}
