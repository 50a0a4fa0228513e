import { toPathDifference, parseRawEntries } from '../files/raw-entries.js';
import { readChangedFiles } from '../files/read-changed-files.js';
import { refuseConflicts } from './refuse-conflicts.js';
import type { LoadedChange } from '../change.js';
import { createStagedSide } from '../snapshot/staged-side.js';
import { createRepositorySnapshot, createTreeSide } from '../snapshot/repository-snapshot.js';
import { openBlobTexts } from '../files/blob-texts.js';
import type { Tip } from '../../git/find-base.js';
import { readEmptyTreeId, stagedQuery } from '../../git/git-queries.js';
import type { Repository } from '../../git/repository.js';

/**
 * What the next commit changes: the index against HEAD. While a merge is under way, against the merged-in tip, so that what the base
 * branch brought does not count as the PM's change; a tip that the base branch does not have brings changes of the PM's, and HEAD
 * counts. Without commits: the new one has no message yet, and no earlier one speaks for it.
 */
export async function readStaged(repository: Repository, base: Tip | undefined): Promise<LoadedChange> {
  const { git, head, objects } = repository;
  const merged = await mergedIn(repository, base);
  const against = merged ?? head.commit;
  const ahead = against === head.commit && head.commit !== undefined ? repository.staged : undefined;
  const output =
    (await ahead?.differences) ?? (await git.run([...stagedQuery, against ?? (await readEmptyTreeId(git)), '--']));
  const entries = parseRawEntries(output);
  refuseConflicts(entries.filter(({ status }) => status === 'U').map(({ name }) => Buffer.from(name, 'latin1')));
  const texts = openBlobTexts(objects);
  const differences = entries.map(toPathDifference);
  const files = await readChangedFiles(differences, texts);
  return {
    change: {
      kind: 'staged',
      base: { ref: merged === undefined ? 'HEAD' : 'MERGE_HEAD', commit: against },
      head: { ref: 'index', commit: undefined },
      files,
      commits: [],
      merging: repository.mergeHead !== undefined,
    },
    snapshot: createRepositorySnapshot(
      {
        base: createTreeSide(repository, against),
        head: createStagedSide({ git, objects, against, differences, prefetchedPaths: repository.staged?.listing }),
      },
      texts,
    ),
  };
}

async function mergedIn({ git, mergeHead }: Repository, base: Tip | undefined): Promise<string | undefined> {
  if (mergeHead === undefined || base === undefined) return mergeHead;
  const common = await git.run(['merge-base', mergeHead, base.commit], { allowExit: [1] });
  return common.toString('latin1').trim() === mergeHead ? mergeHead : undefined;
}
