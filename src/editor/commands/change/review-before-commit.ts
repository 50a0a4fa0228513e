import { commands, l10n } from 'vscode';
import { judgeUncommitted, type UncommittedJudgement } from '../../../guard/judge-uncommitted.js';
import type { CommitPart } from '../../../planning/order-commit.js';
import type { MyChange } from '../../../presentation/my-change/my-change.js';
import { readReviewedFiles, type ReviewedWork } from '../../../work/commit-reviewed.js';
import { runOperation, type OperationContext } from '../../operations/run-operation.js';
import type { Services } from '../../services/services.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import { notify } from '../../ui/notify.js';
import { CommandError } from '../../ui/register-command.js';
import { askCoAuthors } from './ask-co-authors.js';

/** What goes into a commit, as it was reviewed. */
export interface Reviewed {
  readonly read: ReviewedWork;
  readonly answer: UncommittedJudgement;
  /** People whom the commit message names. */
  readonly coAuthors: readonly string[];
}

/** What is committed with its review; reports why and stops where it may not be committed. */
export async function reviewPart(
  services: Services,
  { session, policySession, work, waiting }: OperationContext,
  { paths }: CommitPart,
  mine: MyChange | undefined,
): Promise<Reviewed | undefined> {
  const uncommitted =
    paths ?? mine?.uncommitted ?? (await judgeUncommitted(policySession)).files.map(({ path }) => path);
  const read = await readReviewedFiles(work, uncommitted);
  if (!read.done) throw new CommandError(read.sentence);
  const answer = await judgeUncommitted(policySession, { paths });
  if (answer.files.length === 0) {
    throw new CommandError(nothingToCommit());
  }
  const known = new Set(uncommitted);
  const { head } = policySession.repository;
  const isMoved = read.head.branch !== head.branch || read.head.commit !== head.commit;
  if (isMoved || answer.files.some(({ path }) => !known.has(path))) {
    throw new CommandError(l10n.t('Something was changed during the review. Review and commit again.'));
  }
  if (answer.refusal !== undefined) {
    await showReviewed(services, session, answer.refusal);
    return undefined;
  }
  const { pair } = answer;
  const coAuthors = pair === undefined ? [] : await waiting(() => askCoAuthors(policySession, pair));
  return coAuthors === undefined ? undefined : { read, answer, coAuthors };
}

/** Said where there is nothing to commit. */
export function nothingToCommit(): string {
  return l10n.t('Everything is committed already. There is nothing to commit.');
}

/** Says why nothing of it may be committed; `false` where it may. */
export async function tellRefusal(services: Services): Promise<boolean> {
  const isTold = await runOperation(services, l10n.t('Reviewing your change'), async ({ session, policySession }) => {
    const { refusal } = await judgeUncommitted(policySession);
    if (refusal !== undefined) await showReviewed(services, session, refusal);
    return refusal !== undefined;
  });
  return isTold === true;
}

async function showReviewed(services: Services, session: RepositorySession, refusal: string): Promise<void> {
  void showRefusal(refusal);
  await services.reviews.run(session);
}

async function showRefusal(refusal: string): Promise<void> {
  const show = l10n.t('Show Problems');
  if ((await notify('warning', refusal, show)) === show) {
    await commands.executeCommand('workbench.actions.view.problems');
  }
}
