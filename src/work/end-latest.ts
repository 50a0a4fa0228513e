import { carryOut } from './carry-out.js';
import { readHead } from './change-refs.js';
import { readIndex, writeIndex } from './index-entries.js';
import { keepBackup } from './keep-backup.js';
import { placeOf } from './journal.js';
import { mergeFiles } from './left-behind.js';
import { listOf, pathOf, placeIn, someOf, type Name } from './names.js';
import { Stop, type Outcome } from './outcome.js';
import { prepareMove } from './prepare-move.js';
import { refusedCommit } from './refused-commit.js';
import { treeOf, versionsIn } from './git-objects.js';
import { transact, type Transaction } from './transact.js';
import { git } from './work.js';
import type { Work } from './work.js';

/** Commits a merge whose conflicts are resolved in the files. The hooks of the repository run. */
export function finishLatest(work: Work): Promise<Outcome<{ readonly commit: string }>> {
  return transact<{ readonly commit: string }>(
    work,
    'finish getting the latest',
    async (transaction) => {
      await requireMerge(transaction);
      const { index, unfinished, head, folder, idLength, note } = transaction;
      const names = [...unfinished.conflicts];
      const marked = await stillMarked(transaction, names);
      if (marked.length > 0) {
        throw new Stop(
          'conflict',
          `The marks of both sides (<<<<<<< and >>>>>>>) are still in ${someOf(marked)}. Keep what is right of both, save, then choose "Finish" again.`,
          marked.map(pathOf),
        );
      }
      const input = listOf(names);
      await git(work, ['update-index', '--add', '--remove', '-z', '--stdin'], { index, input, hooks: true });
      const staging = `${folder}/index.commit`;
      await work.disk.copy(placeOf(index), placeOf(staging));
      await note({ commits: true });
      const reply = await work.run(['commit', '--quiet', '--no-edit', '--cleanup=whitespace'], {
        index: staging,
        hooks: true,
        timeout: 600_000,
      });
      const { commit } = await readHead(work);
      if (commit === undefined || commit === head.commit) throw refusedCommit(reply.said, reply.output);
      // A hook may have staged more.
      const { entries } = await readIndex(work, staging);
      await writeIndex(
        work,
        index,
        names.map((name) => ({ name, version: entries.get(name) })),
        idLength,
      );
      return { sentence: 'The latest is in your change now.', result: { commit } };
    },
    { merging: true },
  );
}

/** Aborts a merge with conflicts: everything is as before, and the work done in it is kept as a backup. */
export function cancelLatest(work: Work): Promise<Outcome<{ readonly backup: string }>> {
  return transact<{ readonly backup: string }>(
    work,
    'cancel getting the latest',
    async (transaction) => {
      await requireMerge(transaction);
      const { unfinished, head } = transaction;
      const tree = await treeOf(work, head.commit);
      const [now, then] = [unfinished.entries, await versionsIn(work, tree)];
      const items = [...unfinished.items.values()].filter(
        ({ name }) => !now.has(name) && !then.has(name) && !unfinished.conflicts.has(name),
      );
      const own = new Map(mergeFiles.map((name) => [name, undefined]));
      const move = await prepareMove(transaction, { tree, items, own });
      const { ref } = await keepBackup(transaction, 'before getting the latest was cancelled', { items: move.items });
      await carryOut(transaction, move);
      return {
        sentence: 'All is as it was before you got the latest. "Bring back" has what you did since.',
        result: { backup: ref },
      };
    },
    { merging: true },
  );
}

async function requireMerge({ work }: Transaction): Promise<void> {
  if ((await work.disk.look(placeOf(work.repository.gitDir, 'MERGE_HEAD'))).kind === 'file') return;
  throw new Stop('nothing-to-do', 'No merge is under way here. There is nothing to finish or to take back.');
}

/** Files that still have git's marks at the beginning of lines. */
async function stillMarked({ work, unfinished }: Transaction, names: readonly Name[]): Promise<readonly Name[]> {
  const marked: Name[] = [];
  for (const name of names) {
    if (!unfinished.items.get(name)?.piece) continue;
    const text = (await work.disk.read(placeIn(work.repository.root, name))).toString('latin1');
    if (/^<{7} /m.test(text) && /^>{7} /m.test(text)) marked.push(name);
  }
  return marked;
}
