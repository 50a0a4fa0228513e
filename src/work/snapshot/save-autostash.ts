import { resolveTree } from '../git-store/git-objects.js';
import type { RefChange } from '../git-store/branches.js';
import { diffTrees } from '../git-store/index-entries.js';
import { readAutostash } from './read-autostash.js';
import { createBackupRef, writeWorkSnapshot } from './work-snapshot.js';
import type { Work } from '../work.js';

/** Writes what git set aside as it began a merge as a backup of a branch; no ref names it yet. Nothing where git set nothing aside. */
export async function saveAutostash(
  work: Work,
  folder: string,
  branch: string | undefined,
): Promise<readonly RefChange[]> {
  const aside = await readAutostash(work);
  if (aside === undefined) return [];
  const staged = await diffTrees(work, await resolveTree(work, aside.head), aside.indexTree);
  const snapshot = await writeWorkSnapshot(
    work,
    folder,
    {
      ...aside,
      why: 'what git had set aside before a merge',
      at: work.now().toISOString(),
      branch,
      discarded: [...new Set([...staged.keys(), ...aside.items.map(({ name }) => name)])],
    },
    'stored',
  );
  return [createBackupRef(snapshot)];
}
