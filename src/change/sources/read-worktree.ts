import { readChangedFiles } from '../files/read-changed-files.js';
import { readCommits } from './read-commits.js';
import { refuseConflicts } from './refuse-conflicts.js';
import { readDiskDifferences } from '../files/read-disk-differences.js';
import { parseListing, parseMarkedEntries } from '../../git/parse-listing.js';
import { findMergeBase } from './find-merge-base.js';
import { parseRawEntries } from '../files/raw-entries.js';
import type { LoadedChange } from '../change.js';
import { createRepositorySnapshot, createTreeSide, createWorktreeSide } from '../snapshot/repository-snapshot.js';
import { openBlobTexts } from '../files/blob-texts.js';
import type { Tip } from '../../git/find-base.js';
import { readEmptyTreeId, indexQuery, worktreeQuery } from '../../git/git-queries.js';
import type { Repository } from '../../git/repository.js';

/**
 * What a branch changes with all that is uncommitted: from where it left the base branch to the working tree, staged or not, with the
 * untracked files that git does not ignore. Where the disk differs from the index, the disk counts. While a merge with the base branch
 * is under way, from the merged-in tip.
 */
export async function readWorktree(repository: Repository, base: Tip | undefined): Promise<LoadedChange> {
  const { git, head, mergeHead, root, autocrlf } = repository;
  const untrackedNames = git.run(['ls-files', '--others', '--exclude-standard', '-z', '--full-name']).then(names);
  const index = git.run([...indexQuery, '-v']);
  const commits =
    base && head.commit !== undefined ? readCommits(repository, base.commit, head.commit) : Promise.resolve([]);
  // Awaited below; until then a rejection must not end the process.
  for (const each of [untrackedNames, index, commits]) each.catch(() => undefined);
  const from = await comparedWith(repository, base);
  const tree = from ?? (await readEmptyTreeId(git));
  const entries = parseRawEntries(await git.run([...worktreeQuery, tree, '--']));
  const listed = await index;
  const { unwatched, inConflict } = parseMarkedEntries(listed);
  refuseConflicts(inConflict);
  const paths = { entries, unwatched, untracked: await untrackedNames };
  const differences = await readDiskDifferences({ root, autocrlf, idLength: tree.length }, paths);
  const texts = openBlobTexts(repository.objects);
  const [files, known] = await Promise.all([readChangedFiles(differences, texts), commits]);
  const over = new Map(files.map((file) => [file.path, file.after]));
  return {
    change: {
      kind: 'worktree',
      base: { ref: base?.ref ?? (from === undefined || from === head.commit ? 'HEAD' : 'MERGE_HEAD'), commit: from },
      head: { ref: 'worktree', commit: head.commit },
      files,
      commits: known,
      merging: mergeHead !== undefined,
    },
    snapshot: createRepositorySnapshot(
      { base: createTreeSide(git, from), head: createWorktreeSide(parseListing(listed), over) },
      texts,
    ),
  };
}

/** The commit to compare with; `undefined` before the first commit. */
async function comparedWith(repository: Repository, base: Tip | undefined): Promise<string | undefined> {
  const { head, mergeHead } = repository;
  if (head.commit === undefined) return undefined;
  if (!base) return mergeHead ?? head.commit;
  return findMergeBase(repository, base, mergeHead === undefined ? [head.commit] : [head.commit, mergeHead]);
}

function names(output: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0, end = output.indexOf(0); end >= 0; at = end + 1, end = output.indexOf(0, at))
    found.push(output.subarray(at, end));
  return found;
}
