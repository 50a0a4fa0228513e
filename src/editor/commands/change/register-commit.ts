import { commands, l10n, window, type Disposable } from 'vscode';
import { judgeUncommitted, type UncommittedJudgement } from '../../../guard/judge-uncommitted.js';
import { isTrunkName } from '../../../policy/policy-session.js';
import { commitReviewed, readReviewedFiles, type ReviewedFile } from '../../../work/commit-reviewed.js';
import { draftCommitMessage } from '../../../work/draft-commit-message.js';
import type { OperationOutcome } from '../../../work/operation-outcome.js';
import { askCoAuthors } from './ask-co-authors.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { SessionSnapshot } from '../../sessions/repository-state.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { notify } from '../../ui/notify.js';
import { showOutcome } from '../../operations/show-outcome.js';
import { unsavedDocuments } from '../../operations/ensure-saved.js';
import { carryConfirmations, describeConfirmations } from '../../operations/carry-confirmations.js';
import { runOperation, type OperationContext } from '../../operations/run-operation.js';

interface Reviewed {
  readonly files: readonly ReviewedFile[];
  readonly answer: UncommittedJudgement;
  /** People whom the commit message names. */
  readonly coAuthors: readonly string[];
}

/** “Review and commit”: everything that is not committed, and exactly as it was reviewed. */
export function registerCommit(services: Services): Disposable {
  // A message that led to no commit is offered again.
  const drafts = new Map<string, string>();
  return registerCommand(services.log, 'pmZone.commit', async () => {
    const { snapshot } = await currentSnapshot(services.current);
    if (!(await isNamed(snapshot)) || !(await onOwnBranch(services))) return undefined;
    const outcome = await runOperation(services, l10n.t('Reviewing and committing'), async (own) => {
      // The snapshot may be older than the last change of git's settings.
      if (!(await isNamed(own.policySession))) return undefined;
      const reviewed = await reviewAll(services, own);
      if (reviewed === undefined) return undefined;
      const { root } = own.session;
      const message = await askMessage(drafts.get(root) ?? (await draft(services, reviewed.answer)));
      if (message === undefined) return undefined;
      drafts.set(root, message);
      const { files, coAuthors } = reviewed;
      const made = await commitReviewed(own.work, { files, message, coAuthors });
      if (made.done) drafts.delete(root);
      return withOpenPoints(made, reviewed.answer.open);
    });
    void showOutcome(outcome?.done === true ? await withConfirmations(services, outcome) : outcome);
    return outcome?.done;
  });
}

/** Without a configured name git uses that of the computer's account, which identifies nobody. */
async function isNamed({ repository }: Pick<SessionSnapshot, 'repository'>): Promise<boolean> {
  if (repository.name !== undefined || process.env['GIT_AUTHOR_NAME'] !== undefined) return true;
  return (await commands.executeCommand('pmZone.setIdentity')) === true;
}

/** The shared base branch takes no commit of a PM; `false` where the PM declines a branch of their own. */
async function onOwnBranch(services: Services): Promise<boolean> {
  const myChange = await services.changes.read();
  if (myChange?.branch === undefined || !isTrunkName(myChange.branch)) return true;
  const { session } = await currentSnapshot(services.current);
  // With nothing to commit, no branch is needed.
  if (myChange.uncommitted.length === 0 && unsavedDocuments(session).length === 0)
    throw new CommandError(nothingToCommit());
  const make = l10n.t('Give It a Branch');
  const question = l10n.t(
    '“{0}” is the branch that everybody works from. Give your change a branch of its own, then it is committed there.',
    myChange.branch,
  );
  if ((await window.showWarningMessage(question, { modal: true }, make)) !== make) return false;
  return (await commands.executeCommand<string | undefined>('pmZone.startChange')) !== undefined;
}

/** Everything uncommitted with its review; reports why and stops where it may not be committed. */
async function reviewAll(
  services: Services,
  { session, policySession, work }: OperationContext,
): Promise<Reviewed | undefined> {
  const uncommitted =
    (await services.changes.read())?.uncommitted ??
    (await judgeUncommitted(policySession)).files.map(({ path }) => path);
  const read = await readReviewedFiles(work, uncommitted);
  if (!read.done) throw new CommandError(read.sentence);
  const answer = await judgeUncommitted(policySession);
  if (answer.files.length === 0) {
    throw new CommandError(nothingToCommit());
  }
  const known = new Set(uncommitted);
  if (answer.files.some(({ path }) => !known.has(path))) {
    throw new CommandError(l10n.t('Something was changed during the review. Review and commit again.'));
  }
  if (answer.refusal !== undefined) {
    void showRefusal(answer.refusal);
    await services.reviews.run(session);
    return undefined;
  }
  const coAuthors = answer.pair === undefined ? [] : await askCoAuthors(policySession, answer.pair);
  return coAuthors === undefined ? undefined : { files: read.files, answer, coAuthors };
}

function nothingToCommit(): string {
  return l10n.t('Everything is committed already. There is nothing to commit.');
}

async function showRefusal(refusal: string): Promise<void> {
  const show = l10n.t('Show Problems');
  if ((await notify('warning', refusal, show)) === show) {
    await commands.executeCommand('workbench.actions.view.problems');
  }
}

async function draft({ changes }: Services, { files }: UncommittedJudgement): Promise<string> {
  const myChange = changes.latest() ?? (await changes.read());
  return draftCommitMessage({ plan: myChange?.plan.plan?.doc.title, files });
}

/** The PM may change the first line; the body of the draft stays. */
async function askMessage(draft: string): Promise<string | undefined> {
  const end = draft.indexOf('\n');
  const [first, body] = end < 0 ? [draft, ''] : [draft.slice(0, end), draft.slice(end)];
  const line = await window.showInputBox({
    title: l10n.t('Review and commit'),
    prompt: l10n.t('The review lets this go on. Say in one line what you changed; Enter commits it.'),
    value: first,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Say in a few words what you changed.') : undefined),
  });
  return line === undefined ? undefined : `${line.trim()}${body}`;
}

/** What was confirmed before it was committed is saved with it now. */
async function withConfirmations<T>(services: Services, outcome: OperationOutcome<T>): Promise<OperationOutcome<T>> {
  const session = services.current.session();
  const carried = session && (await carryConfirmations(services, session));
  if (carried === undefined || !outcome.done) return outcome;
  return { ...outcome, sentence: `${outcome.sentence.replace(/\.?$/, '.')} ${describeConfirmations(carried)}` };
}

function withOpenPoints<T>(outcome: OperationOutcome<T>, open: number): OperationOutcome<T> {
  if (!outcome.done || open === 0) return outcome;
  const more =
    open === 1
      ? l10n.t('One point is to be fixed before the pull request.')
      : l10n.t('{0} points are to be fixed before the pull request.', open);
  return { ...outcome, sentence: `${outcome.sentence.replace(/\.?$/, '.')} ${more}` };
}
