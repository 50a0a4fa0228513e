import { readChangedFiles } from '../files/read-changed-files.js';
import { readCommits } from './read-commits.js';
import { findMergeBase } from './find-merge-base.js';
import { parseRawEntries, toPathDifference } from '../files/raw-entries.js';
import type { LoadedChange } from '../change.js';
import { createRepositorySnapshot, createTreeSide } from '../snapshot/repository-snapshot.js';
import { openBlobTexts } from '../files/blob-texts.js';
import type { Tip } from '../../git/find-base.js';
import { emptyRange } from '../empty-range.js';
import { rangeQuery } from '../../git/git-queries.js';
import type { Repository } from '../../git/repository.js';

/** What a branch changes: from where it left the base branch to its tip. */
export async function readRange(
  repository: Repository,
  { base, head, mayBeEmpty = false }: { readonly base: Tip; readonly head: Tip; readonly mayBeEmpty?: boolean },
): Promise<LoadedChange> {
  const { git } = repository;
  const commits = readCommits(repository, base.commit, head.commit);
  // Awaited below; until then a rejection must not end the process.
  commits.catch(() => undefined);
  const from = await findMergeBase(repository, base, [head.commit]);
  const entries = parseRawEntries(await git.run([...rangeQuery, from, head.commit, '--']));
  if (entries.length === 0 && !mayBeEmpty) throw emptyRange(base, head);
  const texts = openBlobTexts(repository.objects);
  const [files, known] = await Promise.all([readChangedFiles(entries.map(toPathDifference), texts), commits]);
  return {
    change: { kind: 'range', base: { ref: base.ref, commit: from }, head, files, commits: known, merging: false },
    snapshot: createRepositorySnapshot(
      { base: createTreeSide(repository, from), head: createTreeSide(repository, head.commit) },
      texts,
    ),
  };
}
