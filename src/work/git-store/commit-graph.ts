import { runGit, type Work } from '../work.js';

/** The best common ancestor; `undefined` where the two have none. */
export async function findCommonAncestor(work: Work, one: string, other: string): Promise<string | undefined> {
  const found = (await runGit(work, ['merge-base', one, other], { allowExit: [1] })).toString('latin1').trim();
  return found === '' ? undefined : found;
}

/** A commit's parents. */
export async function readParents(work: Work, commit: string): Promise<readonly string[]> {
  const line = (await runGit(work, ['rev-list', '--parents', '--max-count=1', commit])).toString('latin1').trim();
  return line.split(' ').slice(1);
}

export async function isAncestor(work: Work, one: string, other: string): Promise<boolean> {
  const { code } = await work.run(['merge-base', '--is-ancestor', one, other]);
  return code === 0;
}

/** Whether somebody else can have this commit: a remote's branch has it, as far as this clone knows. */
export async function isShared(work: Work, commit: string): Promise<boolean> {
  const found = await runGit(work, ['for-each-ref', '--count=1', `--contains=${commit}`, '--format=x', 'refs/remotes']);
  return found.length > 0;
}
