import { commands, l10n, window, type Disposable } from 'vscode';
import { judgeUncommitted, type UncommittedAnswer } from '../../guard/judge-uncommitted.js';
import { isTrunk } from '../../policy/open-zone.js';
import { commitReviewed, readReviewed, type ReviewedFile } from '../../work/commit-reviewed.js';
import { draftMessage } from '../../work/draft-message.js';
import type { Outcome } from '../../work/outcome.js';
import { askCoAuthors } from '../ask-co-authors.js';
import { currentView } from '../current-view.js';
import type { Parts } from '../parts.js';
import { CannotDo, registerCommand } from '../register-command.js';
import { say } from '../say.js';
import { sayOutcome } from '../say-outcome.js';
import { unsavedIn } from '../unsaved.js';
import { withWork, type OwnWork } from '../with-work.js';

interface Reviewed {
  readonly files: readonly ReviewedFile[];
  readonly answer: UncommittedAnswer;
  /** Whom the message names. */
  readonly coAuthors: readonly string[];
}

/** “Review and commit”: everything that is not committed, and exactly as it was reviewed. */
export function registerCommit(parts: Parts): Disposable {
  // A message that led to no commit is offered again.
  const kept = new Map<string, string>();
  return registerCommand(parts.log, 'pmZone.commit', async () => {
    if (!(await isNamed(parts)) || !(await onOwnBranch(parts))) return undefined;
    const outcome = await withWork(parts, l10n.t('Reviewing and committing'), async (own) => {
      const reviewed = await reviewAll(parts, own);
      if (reviewed === undefined) return undefined;
      const { root } = own.place;
      const message = await askMessage(kept.get(root) ?? (await draft(parts, reviewed.answer)));
      if (message === undefined) return undefined;
      kept.set(root, message);
      const { files, coAuthors } = reviewed;
      const made = await commitReviewed(own.work, { files, message, coAuthors });
      if (made.done) kept.delete(root);
      return withOpenPoints(made, reviewed.answer.open);
    });
    void sayOutcome(outcome);
    return outcome?.done;
  });
}

/** Without a name git takes that of the computer's account, which tells nobody whose change it is. */
async function isNamed(parts: Parts): Promise<boolean> {
  const { view } = await currentView(parts);
  if (view.repository.name !== undefined || process.env['GIT_AUTHOR_NAME'] !== undefined) return true;
  return (await commands.executeCommand('pmZone.setIdentity')) === true;
}

/** The branch that everybody works from takes no commit of hers; `false` where she would rather not have another. */
async function onOwnBranch(parts: Parts): Promise<boolean> {
  const mine = await parts.changes.read();
  if (mine?.branch === undefined || !isTrunk(mine.branch)) return true;
  const { zone } = await currentView(parts);
  // Nothing is no reason for a branch.
  if (mine.uncommitted.length === 0 && unsavedIn(zone).length === 0) throw new CannotDo(nothingToCommit());
  const make = l10n.t('Give It a Branch');
  const question = l10n.t(
    '“{0}” is the branch that everybody works from. Give your change a branch of its own, then it is committed there.',
    mine.branch,
  );
  if ((await window.showWarningMessage(question, { modal: true }, make)) !== make) return false;
  return (await commands.executeCommand<string | undefined>('pmZone.startChange')) !== undefined;
}

/** What she has and what is to be said of it; says why and ends where it may not be committed. */
async function reviewAll(parts: Parts, { place, zone, work }: OwnWork): Promise<Reviewed | undefined> {
  const uncommitted =
    (await parts.changes.read())?.uncommitted ?? (await judgeUncommitted(zone)).files.map(({ path }) => path);
  const read = await readReviewed(work, uncommitted);
  if (!read.done) throw new CannotDo(read.sentence);
  const answer = await judgeUncommitted(zone);
  if (answer.files.length === 0) {
    throw new CannotDo(nothingToCommit());
  }
  const known = new Set(uncommitted);
  if (answer.files.some(({ path }) => !known.has(path))) {
    throw new CannotDo(l10n.t('Something was changed during the review. Review and commit again.'));
  }
  if (answer.refusal !== undefined) {
    void sayRefusal(answer.refusal);
    await parts.reviews.run(place);
    return undefined;
  }
  const coAuthors = answer.pair === undefined ? [] : await askCoAuthors(zone, answer.pair);
  return coAuthors === undefined ? undefined : { files: read.files, answer, coAuthors };
}

function nothingToCommit(): string {
  return l10n.t('Everything is committed already. There is nothing to commit.');
}

async function sayRefusal(refusal: string): Promise<void> {
  const show = l10n.t('Show Problems');
  if ((await say('warning', refusal, show)) === show) {
    await commands.executeCommand('workbench.actions.view.problems');
  }
}

async function draft({ changes }: Parts, { files }: UncommittedAnswer): Promise<string> {
  const mine = changes.now() ?? (await changes.read());
  return draftMessage({ plan: mine?.plan.plan?.doc.title, files });
}

/** The first line is hers to change, what the draft says below it stays. */
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

function withOpenPoints<T>(outcome: Outcome<T>, open: number): Outcome<T> {
  if (!outcome.done || open === 0) return outcome;
  const more =
    open === 1
      ? l10n.t('One point is to be mended before the pull request.')
      : l10n.t('{0} points are to be mended before the pull request.', open);
  return { ...outcome, sentence: `${outcome.sentence.replace(/\.?$/, '.')} ${more}` };
}
