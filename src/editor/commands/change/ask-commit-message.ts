import { l10n, window } from 'vscode';
import type { PolicySession } from '../../../policy/policy-session.js';
import type { UncommittedJudgement } from '../../../guard/judge-uncommitted.js';
import type { Services } from '../../services/services.js';
import type { CommitPart } from '../../../planning/order-commit.js';

/** The message that a commit is offered with: its first line is in the form that the repository's have. */
export async function draftMessage(
  { changes }: Services,
  { repository, base }: Pick<PolicySession, 'repository' | 'base'>,
  { files }: UncommittedJudgement,
): Promise<string> {
  const myChange = changes.latest() ?? (await changes.read());
  const { draftCommitMessage } = await import('../../../pull-request/draft-commit-message.js');
  const subjects = myChange?.change.commits.map(({ subject }) => subject);
  const draft = draftCommitMessage({ plan: myChange?.plan.plan?.doc.title, files, ...(subjects && { subjects }) });
  if (base === undefined) return draft;
  const { writeCommitSubject } = await import('../../../pull-request/write-commit-subject.js');
  const [text, body] = partOf(draft);
  return `${await writeCommitSubject(repository, base.commit, { text, paths: files.map(({ path }) => path) })}${body}`;
}

/** The first line, and all after it. */
function partOf(message: string): readonly [string, string] {
  const end = message.indexOf('\n');
  return end < 0 ? [message, ''] : [message.slice(0, end), message.slice(end)];
}

/** The PM may change the first line; the body of the draft stays. */
export async function askCommitMessage(
  draft: string,
  { kind, place }: CommitPart,
  open: number,
): Promise<string | undefined> {
  const [first, body] = partOf(draft);
  const line = await window.showInputBox({
    title: place === undefined ? l10n.t('Review and commit') : l10n.t('Review and commit ({0} of {1})', ...place),
    prompt: promptFor(kind, open),
    value: first,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Say in a few words what you changed.') : undefined),
  });
  return line === undefined ? undefined : `${line.trim()}${body}`;
}

function promptFor(kind: CommitPart['kind'], open: number): string {
  if (kind === 'plan')
    return l10n.t(
      'The plan goes first, in a commit of its own. Enter commits it; the rest of your change comes after it.',
    );
  return open === 0
    ? l10n.t('Nothing stops this commit. Say in one line what you changed; Enter commits it.')
    : l10n.t(
        'You may commit this. Before the pull request something is still to be fixed; the review says what. Say in one line what you changed; Enter commits it.',
      );
}
