import { commands, l10n, type Disposable } from 'vscode';
import { judgeTypedMessage } from '../../../guard/judge-message.js';
import { isRegulated } from '../../../policy/is-regulated.js';
import { isTrunkName } from '../../../policy/policy-session.js';
import { commitReviewed, withEarlierCommit, type CommitResult } from '../../../work/commit-reviewed.js';
import { isBrokenWords } from '../../../review/list-rewrites.js';
import type { MyChange } from '../../../presentation/my-change/my-change.js';
import type { OperationOutcome } from '../../../work/operation-outcome.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import type { SessionSnapshot } from '../../sessions/repository-state.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { showOutcome, type FollowUp } from '../../operations/show-outcome.js';
import { ensureSaved } from '../../operations/ensure-saved.js';
import { unsavedDocuments } from '../../sessions/unsaved-documents.js';
import { notify } from '../../ui/notify.js';
import { askCommitMessage, draftMessage } from './ask-commit-message.js';
import { offerBranch } from './offer-branch.js';
import { chooseCommitParts, offerToAsk } from './choose-commit-parts.js';
import { nothingToCommit, reviewPart, tellRefusal } from './review-before-commit.js';
import type { CommitPart } from '../../../planning/order-commit.js';
import { carryConfirmations, describeConfirmations } from '../../operations/carry-confirmations.js';
import { runOperation } from '../../operations/run-operation.js';

/**
 * “Review and commit”: everything that is not committed, and exactly as it was reviewed. The plan goes first, in a commit of its own;
 * what has to wait for it is not committed. With the argument `plan` the plan alone.
 */
export function registerCommit(services: Services): Disposable {
  // A message that led to no commit is offered again.
  const drafts = new Map<string, string>();
  return registerCommand(services.log, 'pmZone.commit', async (argument) => {
    const { session, snapshot } = await currentSnapshot(services.current);
    if (!(await isNamed(snapshot))) return undefined;
    const found = await services.changes.read();
    const isMerged = services.sent.how() === 'merged';
    const isMoved = needsBranch(found, isMerged);
    if (isMoved && !(await moveToOwnBranch(session, found, isMerged))) return undefined;
    const isUnsaved = unsavedDocuments(session).length > 0;
    if (!(await saveAll(session))) return undefined;
    const mine = isMoved || isUnsaved ? await services.changes.read() : found;
    const parts = await chooseCommitParts(mine, {
      only: argument,
      isRegulated: isRegulated(snapshot.policy),
      tellRefusal: () => tellRefusal(services),
      findBroken: async () => {
        const last = services.reviews.get(session);
        const isCurrent = last !== undefined && last.contentHash === mine?.contentHash;
        const reviewed = isCurrent ? last : await services.reviews.run(session);
        return reviewed === undefined ? [] : reviewed.review.findings.filter(isBrokenWords);
      },
    });
    let outcome: OperationOutcome<CommitResult> | undefined;
    for (const part of parts) {
      if (part.kind === 'plan' && mine !== undefined && !(await offerToAsk(session, mine))) return undefined;
      const made = await commitPart(services, drafts, part, mine);
      // What was committed before is said, also where the rest is not.
      if (made === undefined) break;
      outcome = withEarlierCommit(made, outcome);
      if (!made.done) break;
    }
    const ways = outcome?.done === true && outcome.changedByHook.length > 0 ? waysAfterHook() : [];
    void showOutcome(services, outcome?.done === true ? await withConfirmations(services, outcome) : outcome, ...ways);
    return outcome?.done;
  });
}

/** What a check of the repository changed on the way was not reviewed, and is to be looked at. */
function waysAfterHook(): readonly FollowUp[] {
  return [
    { label: l10n.t('Show My Change'), command: 'pmZone.showChange' },
    { label: l10n.t('Undo My Last Step'), command: 'pmZone.undoLastStep' },
  ];
}

function saveAll(session: RepositorySession): Promise<boolean> {
  return ensureSaved(session, {
    why: l10n.t('Only what is saved can be kept safe.'),
    saveLabel: l10n.t('Save and Go On'),
  });
}

/** Reviews, asks for the message and commits; `undefined` where the PM does not go on, or was told why not. */
function commitPart(
  services: Services,
  drafts: Map<string, string>,
  part: CommitPart,
  mine: MyChange | undefined,
): Promise<OperationOutcome<CommitResult> | undefined> {
  return runOperation(services, l10n.t('Reviewing and committing'), async (own) => {
    // The snapshot may be older than the last change of git's settings.
    if (!(await isNamed(own.policySession))) return undefined;
    const reviewed = await reviewPart(services, own, part, mine);
    if (reviewed === undefined) return undefined;
    const key = `${part.kind} ${own.session.root}`;
    const { read, coAuthors, answer } = reviewed;
    const draft = drafts.get(key) ?? (await draftMessage(services, own.policySession, answer));
    const message = await own.waiting(() => askCommitMessage(draft, part, answer.open));
    if (message === undefined) return undefined;
    drafts.set(key, message);
    const refusal = await judgeTypedMessage(own.policySession, [message, ...coAuthors].join('\n'));
    if (refusal !== undefined) {
      // What is offered the next time is the rest of what was typed.
      const { createSecretHider } = await import('../../../parsers/hide-secrets.js');
      drafts.set(key, createSecretHider([])(message));
      void notify('warning', refusal);
      return undefined;
    }
    const made = await commitReviewed(own.work, { ...read, message, coAuthors });
    if (made.done) drafts.delete(key);
    return part.kind === 'plan' && part.place === undefined
      ? withNext(made, services)
      : withOpenPoints(made, answer.open);
  });
}

/** Without a configured name and address git uses those of the computer's account or of `EMAIL`, which identify nobody here. */
async function isNamed({ repository }: Pick<SessionSnapshot, 'repository'>): Promise<boolean> {
  if (repository.name !== undefined && repository.email !== undefined) return true;
  return (await commands.executeCommand('pmZone.setIdentity')) === true;
}

/** The shared base branch takes no commit of a PM, and that of a change which is merged none of the next. */
function needsBranch(mine: MyChange | undefined, isMerged: boolean): mine is MyChange & { readonly branch: string } {
  return mine?.branch !== undefined && (isMerged || isTrunkName(mine.branch));
}

/** `false` where the PM declines a branch of their own. */
function moveToOwnBranch(
  session: RepositorySession,
  { branch, uncommitted }: MyChange & { readonly branch: string },
  isMerged: boolean,
): Promise<boolean> {
  // With nothing to commit, no branch is needed.
  if (uncommitted.length === 0 && unsavedDocuments(session).length === 0) throw new CommandError(nothingToCommit());
  if (isMerged)
    return offerBranch(
      l10n.t(
        'What you did on “{0}” is merged. Give your next change a branch of its own, then it is committed there.',
        branch,
      ),
    );
  return offerBranch(
    l10n.t(
      '“{0}” is the branch that everybody works from. Give your change a branch of its own, then it is committed there.',
      branch,
    ),
  );
}

/** After the plan alone: what comes of the rest. */
function withNext<T>(outcome: OperationOutcome<T>, { changes }: Services): OperationOutcome<T> {
  const order = changes.latest()?.order;
  if (!outcome.done || order === undefined || order.rest.length === 0) return outcome;
  const next =
    order.wait === 'not-on-base'
      ? l10n.t('Next, send it for approval. The rest of your change is not committed and stays as it is until then.')
      : l10n.t('The rest of your change is not committed yet. Next, review it.');
  return { ...outcome, sentence: `${outcome.sentence.replace(/\.?$/, '.')} ${next}` };
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
