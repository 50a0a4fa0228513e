import { toPlainLine } from '../../git/git-error.js';
import type { Tip } from '../../git/find-base.js';
import { OperationError } from '../operation-outcome.js';
import { findCommonAncestor } from './commit-graph.js';
import { runGitLine, type Work } from '../work.js';

/** Where a commit and the base went apart; `undefined` where they never were one. Ends the operation where this clone cannot tell. */
export async function findFork(work: Work, commit: string, base: Tip): Promise<string | undefined> {
  const common = await findCommonAncestor(work, commit, base.commit);
  if (common !== undefined || (await runGitLine(work, ['rev-parse', '--is-shallow-repository'])) !== 'true')
    return common;
  throw new OperationError(
    'git',
    'This clone has only the newest part of the history (git clone --depth), and where your change began is not in it. Fetch the rest in a terminal (git fetch --unshallow), or ask your engineering DRI to, then try again.',
  );
}

/** Ends the operation where a commit and the base have nothing in common, so that git cannot bring them together. */
export async function requireFork(work: Work, commit: string, base: Tip): Promise<void> {
  if ((await findFork(work, commit, base)) !== undefined) return;
  throw new OperationError(
    'git',
    `“${toPlainLine(base.ref)}” and your change have no commit in common, so they cannot be brought together here. Ask your engineering DRI for help.`,
  );
}
