import type { Repository } from '../repository.js';

/** Of a branch that one team works on this many are enough to tell. */
const mostCommits = 200;

/** One may have paired with whoever is asking. */
const fewest = 2;

/**
 * Whether a branch is one that a team works on: several people other than whoever is asking made what it has over the trunks. A branch of
 * one's own has one's own commits there, and may have those of the engineer who helped.
 */
export async function isSharedBranch(
  { git, emails }: Pick<Repository, 'git' | 'emails'>,
  commit: string,
  trunks: readonly string[],
): Promise<boolean> {
  if (emails.length === 0) return false;
  const range = [commit, ...trunks.map((each) => `^${each}`)];
  const output = await git.run([
    'log',
    '-z',
    `--max-count=${mostCommits}`,
    '--no-merges',
    '--format=%aE',
    ...range,
    '--',
  ]);
  const authors = new Set(
    output
      .toString('utf8')
      .toLowerCase()
      .split('\0')
      .filter((each) => each !== ''),
  );
  for (const each of emails) authors.delete(each.toLowerCase());
  return authors.size >= fewest;
}
