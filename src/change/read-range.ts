import { readChangedFiles } from './changed-files.js';
import { readCommits } from './commits.js';
import { findMergeBase } from './merge-base.js';
import { parseRawEntries } from './raw-entries.js';
import { differenceFrom } from './path-difference.js';
import type { ReadChange } from './change.js';
import { assembleSurroundings, treeSide } from './surroundings.js';
import { openTexts } from './texts.js';
import type { Tip } from '../repository/find-base.js';
import { GitTrouble } from '../repository/git-trouble.js';
import { rangeQuery } from '../repository/queries.js';
import type { Repository } from '../repository/repository.js';

/** What a branch changes: from where it left the base branch to its tip. */
export async function readRange(repository: Repository, base: Tip, head: Tip): Promise<ReadChange> {
  const { git } = repository;
  const commits = readCommits(repository, base.commit, head.commit);
  // Awaited below; until then a rejection must not end the process.
  commits.catch(() => undefined);
  const from = await findMergeBase(repository, base, [head.commit]);
  const entries = parseRawEntries(await git.run([...rangeQuery, from, head.commit, '--']));
  if (entries.length === 0) {
    throw new GitTrouble(
      'empty-range',
      `${head.ref} changes nothing that ${base.ref} does not have already, so there is nothing to review. Check that your work is committed and that both names are right.`,
    );
  }
  const texts = openTexts(repository.objects);
  const [files, known] = await Promise.all([readChangedFiles(entries.map(differenceFrom), texts), commits]);
  return {
    change: { kind: 'range', base: { ref: base.ref, commit: from }, head, files, commits: known, merging: false },
    around: assembleSurroundings({ base: treeSide(git, from), head: treeSide(git, head.commit) }, texts),
  };
}
