import { git, type Work } from './work.js';

/** The base branch as `findBase` gives it. */
export interface BaseTip {
  readonly ref: string;
  readonly commit: string;
}

/** The best common ancestor; `undefined` where the two have none. */
export async function commonCommit(work: Work, one: string, other: string): Promise<string | undefined> {
  const found = (await git(work, ['merge-base', one, other], { allowExit: [1] })).toString('latin1').trim();
  return found === '' ? undefined : found;
}

/** A commit's parents. */
export async function parentsOf(work: Work, commit: string): Promise<readonly string[]> {
  const line = (await git(work, ['rev-list', '--parents', '--max-count=1', commit])).toString('latin1').trim();
  return line.split(' ').slice(1);
}
