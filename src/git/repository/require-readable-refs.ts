import { toPlainLine, GitError } from '../git-error.js';
import type { Repository } from '../repository.js';
import { parseBrokenRefs, parseRefs, type Ref } from './refs.js';

/**
 * Rejects with a `GitError` where one of these is there and git cannot say which commit it is, or has not that commit: to take it for one
 * that is not there would be to judge by another branch, or by nothing.
 */
export async function requireReadableRefs(
  { objects }: Pick<Repository, 'objects'>,
  refs: readonly Pick<Ref, 'name' | 'commit'>[],
): Promise<void> {
  const found = await objects.read(
    refs.flatMap(({ commit }) => (commit === broken ? [] : [commit])),
    { maxBytes: 0 },
  );
  const unreadable = refs.find(({ commit }) => typeof found.get(commit) !== 'object');
  if (unreadable === undefined) return;
  const name = toPlainLine(unreadable.name.replace(/^refs\/(?:remotes|heads|tags)\//, ''));
  throw new GitError(
    'unknown-revision',
    `${name} is there, but git cannot read its last commit (its file is damaged, or the commit is gone), so nobody can say what PMs may change. Show this to an engineer: git fsck says what is damaged.`,
  );
}

/** As `requireReadableRefs`, of those of these names that are there. */
export async function requireReadableNames(
  repository: Pick<Repository, 'git' | 'objects'>,
  names: readonly string[],
): Promise<void> {
  const missing: Pick<Ref, 'name' | 'commit'>[] = [];
  const onSaid = (said: string): void => {
    missing.push(...parseBrokenRefs(said).map((name) => ({ name, commit: broken })));
  };
  const args = ['for-each-ref', '--format=%(refname)%00%(objectname)', '--', ...names];
  const there = parseRefs((await repository.git.run(args, { onSaid })).toString('utf8'));
  await requireReadableRefs(repository, [...missing, ...there]);
}

/** Stands for the commit of a ref that cannot be read. */
export const broken = '';
