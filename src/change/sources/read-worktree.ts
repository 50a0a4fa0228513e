import { readChangedFiles } from '../files/read-changed-files.js';
import { readCommits } from './read-commits.js';
import { refuseConflicts } from './refuse-conflicts.js';
import { findConvertedEnds } from '../files/find-converted-ends.js';
import { readDiskDifferences } from '../files/read-disk-differences.js';
import { hasMarkedEntries, parseMarkedEntries } from '../../git/parse-listing.js';
import { findMergeBase } from './find-merge-base.js';
import { parseRawEntries, toPathDifference } from '../files/raw-entries.js';
import type { Change, FileVersion, LoadedChange } from '../change.js';
import { createWorktreeSide } from '../snapshot/worktree-side.js';
import { readPathList } from '../snapshot/path-list.js';
import { createRepositorySnapshot, createTreeSide } from '../snapshot/repository-snapshot.js';
import { openBlobTexts } from '../files/blob-texts.js';
import type { Tip } from '../../git/find-base.js';
import { createStagedSide } from '../snapshot/staged-side.js';
import { readEmptyTreeId, indexQuery, stagedQuery, taggedPathsQuery, worktreeQuery } from '../../git/git-queries.js';
import type { Repository } from '../../git/repository.js';

/**
 * What a branch changes with all that is uncommitted: from where it left the base branch to the working tree, staged or not, with the
 * untracked files that git does not ignore. Where something is staged that is other on the disk, both are read: `staged` is the change as
 * the index has it. While a merge with the base branch is under way, from the merged-in tip.
 */
export async function readWorktree(repository: Repository, base: Tip | undefined): Promise<LoadedChange> {
  const { git, head, mergeHead, root, autocrlf } = repository;
  const untrackedNames = git.run(['ls-files', '--others', '--exclude-standard', '-z', '--full-name']).then(names);
  const index = git.run(taggedPathsQuery);
  const last = head.commit ?? (await readEmptyTreeId(git));
  const uncommitted = git.run([...stagedQuery, last, '--']).then(parseRawEntries);
  const commits =
    base && head.commit !== undefined ? readCommits(repository, base.commit, head.commit) : Promise.resolve([]);
  // Awaited below; until then a rejection must not end the process.
  for (const each of [untrackedNames, index, uncommitted, commits]) each.catch(() => undefined);
  const from = await comparedWith(repository, base);
  const tree = from ?? last;
  const entries = parseRawEntries(await git.run([...worktreeQuery, tree, '--']));
  const listed = await index;
  const { unwatched, inConflict } = parseMarkedEntries(
    hasMarkedEntries(listed) ? await git.run([...indexQuery, '-v']) : Buffer.alloc(0),
  );
  refuseConflicts(inConflict);
  const staged = await uncommitted;
  const { differences, stagedApart, diskIds } = await readDiskDifferences(
    { root, autocrlf, idLength: tree.length },
    { entries, unwatched, untracked: await untrackedNames, staged },
  );
  const texts = openBlobTexts(repository.objects);
  const [files, known] = await Promise.all([
    readChangedFiles(differences, texts, (paths) => findConvertedEnds(git, autocrlf, paths)),
    commits,
  ]);
  const over = new Map<string, FileVersion | undefined>();
  for (const { path, after } of files) over.set(path, after);
  const baseSide = createTreeSide(repository, from);
  const change: Change = {
    kind: 'worktree',
    base: { ref: base?.ref ?? (from === undefined || from === head.commit ? 'HEAD' : 'MERGE_HEAD'), commit: from },
    head: { ref: 'worktree', commit: head.commit },
    files,
    commits: known,
    merging: mergeHead !== undefined,
  };
  const { objects } = repository;
  const headSide = createWorktreeSide({
    objects,
    against: from,
    base: baseSide,
    over,
    index: readPathList(listed, true),
  });
  const snapshot = createRepositorySnapshot({ base: baseSide, head: headSide }, texts);
  if (!stagedApart) return { change, snapshot, diskIds };
  const sinceBase = tree === last ? staged : parseRawEntries(await git.run([...stagedQuery, tree, '--']));
  const stagedDifferences = sinceBase.map(toPathDifference);
  const stagedFiles = await readChangedFiles(stagedDifferences, texts);
  const stagedSide = createStagedSide({ git, objects, against: from, differences: stagedDifferences });
  return {
    change: { ...change, staged: { ...change, head: { ref: 'index', commit: undefined }, files: stagedFiles } },
    snapshot,
    diskIds,
    stagedSnapshot: createRepositorySnapshot({ base: baseSide, head: stagedSide }, texts),
  };
}

/** The commit to compare with; `undefined` before the first commit. */
async function comparedWith(repository: Repository, base: Tip | undefined): Promise<string | undefined> {
  const { head, mergeHead } = repository;
  if (head.commit === undefined) return undefined;
  if (!base) return mergeHead ?? head.commit;
  return findMergeBase(repository, base, mergeHead === undefined ? [head.commit] : [head.commit, mergeHead]);
}

/** One character a byte, so that names that are not UTF-8 stay distinct. */
function names(output: Buffer): readonly string[] {
  return output.toString('latin1').split('\0').slice(0, -1);
}
