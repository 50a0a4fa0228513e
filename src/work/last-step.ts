import { toPlainLine } from '../git/git-error.js';
import type { Tip } from '../git/find-base.js';
import { readHead, requireBranch } from './git-store/branches.js';
import { isAncestor, isShared, readParents } from './git-store/commit-graph.js';
import { resolveTree } from './git-store/git-objects.js';
import { attempt, OperationError, type OperationOutcome } from './operation-outcome.js';
import { runGitLine, type Work } from './work.js';

/**
 * How a commit was undone: `taken-back`: the commit is gone, and what it changed is in the files, staged. `merge-taken-back`: the
 * files are as before main was brought in. `reversed`: the commit is shared, so that another one takes its changes back.
 */
export type UndoKind = 'taken-back' | 'merge-taken-back' | 'reversed';

export interface LastStep {
  readonly step: string;
  readonly parent: string;
  readonly kind: UndoKind;
  /** The first line of its commit. */
  readonly subject: string;
}

/** What `undoLastStep` would undo, or why it would not: to be known before the PM is asked. Nothing is changed. */
export function readLastStep(
  work: Work,
  { base }: { readonly base?: Tip | undefined } = {},
): Promise<OperationOutcome<LastStep>> {
  return attempt<LastStep>(async () => {
    const { branch, commit } = requireBranch({ head: await readHead(work) });
    const last = await findLastStep(work, { branch, commit, base });
    return { done: true, sentence: `The last step is “${last.subject}”.`, ...last };
  });
}

/** The last commit of the change that changes a file. Rejects with an `OperationError` where it cannot be undone. */
export async function findLastStep(
  work: Work,
  { branch, commit, base }: { readonly branch: string; readonly commit: string; readonly base: Tip | undefined },
): Promise<LastStep> {
  const step = await skipEmpty(work, commit, base);
  const [parent, ...more] = await readParents(work, step);
  if (parent === undefined || (base && (await isAncestor(work, commit, base.commit))))
    throw new OperationError(
      'nothing-to-do',
      `There is no step of yours on “${toPlainLine(branch)}” that could be undone.`,
    );
  const shared = await isShared(work, step);
  if (shared && more.length > 0)
    throw new OperationError(
      'shared',
      'The last step brought the latest in, and others have it already. Ask your engineering DRI (the engineer who answers for your changes) to undo it with you.',
    );
  const subject = toPlainLine(await runGitLine(work, ['show', '--no-patch', '--format=%s', step]));
  return { step, parent, kind: shared ? 'reversed' : more.length > 0 ? 'merge-taken-back' : 'taken-back', subject };
}

/** More commits without files than anyone has on top of one. */
const mostEmpty = 50;

/** What the PM confirmed of a commit lies on top of it in one that changes no file: to them it is no step of its own. */
async function skipEmpty(work: Work, commit: string, base: Tip | undefined): Promise<string> {
  let step = commit;
  for (let skipped = 0; skipped < mostEmpty; skipped += 1) {
    const [parent, ...more] = await readParents(work, step);
    if (parent === undefined || more.length > 0 || (base && (await isAncestor(work, parent, base.commit)))) break;
    if ((await resolveTree(work, step)) !== (await resolveTree(work, parent))) break;
    step = parent;
  }
  return step;
}
