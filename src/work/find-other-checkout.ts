import { toPlainLine } from '../git/git-error.js';
import { OperationError } from './operation-outcome.js';
import { runGit, type Work } from './work.js';

const query = ['worktree', 'list', '--porcelain'];

/** The folder in which another working tree has the branch checked out; `undefined` where none has. */
export async function findOtherCheckout(work: Work, branch: string): Promise<string | undefined> {
  return findIn(await runGit(work, query), work, branch);
}

/** Ends the operation where another working tree has the branch checked out. */
export async function requireNoOtherCheckout(work: Work, branch: string): Promise<void> {
  refuse(branch, await findOtherCheckout(work, branch));
}

/**
 * Ends the operation where another working tree went to the branch that HEAD has just gone to: each looks after it went, so that never both
 * stay. Where git cannot be asked now it was asked before.
 */
export async function requireStillAlone(work: Work, branch: string): Promise<void> {
  const { code, output } = await work.run(query);
  if (code === 0) refuse(branch, findIn(output, work, branch));
}

function findIn(list: Buffer, { repository }: Work, branch: string): string | undefined {
  for (const tree of list.toString('utf8').split('\n\n')) {
    const [, place = ''] = /^worktree (.*)$/m.exec(tree) ?? [];
    if (tree.split('\n').includes(`branch refs/heads/${branch}`) && place !== repository.root) return place;
  }
  return undefined;
}

function refuse(branch: string, elsewhere: string | undefined): void {
  if (elsewhere === undefined) return;
  throw new OperationError(
    'in-the-way',
    `“${toPlainLine(branch)}” is open in another folder, ${toPlainLine(elsewhere)}. Work on it there.`,
  );
}
