import { commands, Disposable, env, l10n, UIKind, Uri, window, workspace, type TextDocument } from 'vscode';
import { isPlanSent } from '../../../presentation/plan/plan-to-send.js';
import { formatDraftText, parseDraftText } from '../../../presentation/requests/draft-text.js';
import { compareUrl, longestOnWindows, type FilledPage } from '../../../pull-request/compare-url.js';
import type { DraftWithReview } from '../../../pull-request/draft-from-range.js';
import { parseRepositoryHost } from '../../../pull-request/repository-host.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { editorGitEnvironment } from '../../ui/editor-git-environment.js';
import { carryConfirmations } from '../../operations/carry-confirmations.js';
import { offerInReview } from './offer-in-review.js';
import { notify } from '../../ui/notify.js';
import { recordSent } from '../../services/sent-changes.js';
import { createUsedDrafts } from './used-drafts.js';

/**
 * “Open pull request”: the draft as a Markdown document to read and change; from there the host's own page, filled in. Nothing is sent
 * by us, and nothing is pushed without being asked.
 */
export function registerOpenPullRequest(services: Services): Disposable {
  const { log } = services;
  const drafts = new Map<TextDocument, DraftWithReview>();
  const used = createUsedDrafts();
  const publish = (): void => {
    const open = window.activeTextEditor?.document;
    void commands.executeCommand('setContext', 'pmZone.draftOpen', open !== undefined && drafts.has(open));
  };
  return Disposable.from(
    registerCommand(log, 'pmZone.openPullRequest', async () => {
      if (!(await offerInReview(services))) return;
      const made = await draftNow(services);
      const document = await workspace.openTextDocument({
        language: 'markdown',
        content: used.textFor(formatDraftText(made.draft)),
      });
      drafts.set(document, made);
      await window.showTextDocument(document);
      publish();
      const go = l10n.t('Continue in the Browser');
      const sentence =
        made.review.verdict === 'ready'
          ? l10n.t('This is what your engineering DRI will read. Change what you like, then continue.')
          : l10n.t('The review is not ready yet, so this opens as a draft. Change what you like, then continue.');
      const open =
        made.draft.toFill.length === 0 ? '' : ` ${l10n.t('What only you can fill in is listed at its top.')}`;
      void notify('information', sentence + open, go).then((chosen) => {
        if (chosen === go) void commands.executeCommand('pmZone.openOnHost', document.uri);
      });
    }),
    registerCommand(log, 'pmZone.openOnHost', async (chosen) => {
      const wanted = chosen instanceof Uri ? chosen.toString() : window.activeTextEditor?.document.uri.toString();
      const [document] = [...drafts.keys()].filter(({ uri }) => uri.toString() === wanted);
      const made = document && drafts.get(document);
      if (document === undefined || made === undefined) {
        throw new CommandError(
          l10n.t('There is no draft here. Run “Open Pull Request” first, then continue from the draft.'),
        );
      }
      const text = document.getText();
      if (await continueOnHost(services, made, text))
        await used.close(document, { made: formatDraftText(made.draft), text });
    }),
    window.onDidChangeActiveTextEditor(publish),
    workspace.onDidCloseTextDocument((document) => {
      drafts.delete(document);
      publish();
    }),
  );
}

async function draftNow({ current, sessions, changes }: Services): Promise<DraftWithReview> {
  const { session } = await currentSnapshot(current, {
    noRepository: l10n.t('Open a folder of the repository first, then ask again.'),
    noPolicy: l10n.t('This repository has no PM zone yet. Ask an engineer for one, then try again.'),
  });
  const myChange = changes.latest() ?? (await changes.read());
  const uncommitted = myChange?.uncommitted.length ?? 0;
  // What waits for the plan's approval is no part of what sends it.
  if (uncommitted > 0 && !(myChange !== undefined && isPlanSent(myChange))) {
    const go = l10n.t('Draft Without It');
    const sentence =
      uncommitted === 1
        ? l10n.t('One file is not committed yet, and a pull request holds only what is committed.')
        : l10n.t('{0} files are not committed yet, and a pull request holds only what is committed.', uncommitted);
    const chosen = await window.showWarningMessage(sentence, { modal: true }, go);
    if (chosen !== go) throw new CommandError(l10n.t('Commit your work first, then open the pull request again.'));
  }
  const as = sessions.asker();
  const [{ openPolicySession }, { findCommit }, { draftFromRange }] = await Promise.all([
    import('../../../policy/policy-session.js'),
    import('../../../git/find-base.js'),
    import('../../../pull-request/draft-from-range.js'),
  ]);
  const policySession = await openPolicySession({ cwd: session.root, environment: editorGitEnvironment(), as });
  try {
    const head = await findCommit(policySession.repository, 'HEAD');
    if (policySession.base === undefined || head === undefined) {
      throw new CommandError(
        l10n.t(
          'There is no branch yet that your change could go to: a pull request asks for it to be merged into one. Ask an engineer to share the main branch, then try again.',
        ),
      );
    }
    return await draftFromRange(policySession, { base: policySession.base, head, asDraft: false });
  } finally {
    policySession.close();
  }
}

/** Whether the host's page was opened with all of the text in it. */
async function continueOnHost(services: Services, { draft, remotes }: DraftWithReview, text: string): Promise<boolean> {
  const { context, changes, current } = services;
  const { title, body } = parseDraftText(text);
  const host = remotes.remoteUrl === undefined ? undefined : parseRepositoryHost(remotes.remoteUrl);
  const sent = async (): Promise<void> => {
    const { branch, headCommit } = (await changes.read()) ?? {};
    if (branch === undefined || headCommit === undefined) return;
    await recordSent(context, { branch, commit: headCommit });
    await changes.read();
  };
  if (host === undefined) {
    await env.clipboard.writeText(text);
    await sent();
    void notify(
      'information',
      l10n.t(
        'PM Zone does not know the site that the repository is on. The draft is on your clipboard: open the pull request there and paste it.',
      ),
    );
    return false;
  }
  // What was confirmed since the branch was shared has to be on it, and is then to be shared as well.
  const session = current.session();
  if (session !== undefined) await carryConfirmations(services, session);
  if ((await changes.read())?.isShared === false && !(await share())) return false;
  const headHost = remotes.headRemoteUrl === undefined ? undefined : parseRepositoryHost(remotes.headRemoteUrl);
  const filled = { host, headHost, base: draft.base, head: draft.head, title, body, draft: draft.draft };
  const page = compareUrl(filled, longestAddress());
  if (page.holds !== 'all' && !(await handOverByClipboard(page, body))) return false;
  // A parsed Uri would be re-encoded, and not as the host expects it.
  const isOpened = await env.openExternal(page.url as unknown as Uri);
  if (isOpened) await sent();
  const people = draft.reviewers.join(', ');
  void notify(
    'information',
    [
      ...(people === '' ? [] : [l10n.t('Ask these people to review it: {0}.', people)]),
      l10n.t('Labels to set, where that page has them: {0}.', draft.labels.join(', ')),
    ].join(' '),
  );
  return isOpened && page.holds === 'all';
}

/** On another computer than this one, or in WSL, the window may be one of Windows: nobody tells. */
function longestAddress(): number {
  const isWindows = process.platform === 'win32' || env.remoteName !== undefined;
  return env.uiKind === UIKind.Desktop && isWindows ? longestOnWindows : Infinity;
}

/** What does not fit into the address, put on the clipboard and said before the page covers this window. `false` where the PM stays here. */
async function handOverByClipboard({ holds, leftOut }: FilledPage, body: string): Promise<boolean> {
  await env.clipboard.writeText(body);
  const go = l10n.t('Open the Page');
  const paste = l10n.t('On the page, click into the description, select all of it, and paste.');
  const message =
    holds === 'short-body'
      ? l10n.t('The page opens with a shortened description. The whole one is on your clipboard.')
      : l10n.t('The description is too long for the page’s address. It is on your clipboard.');
  const detail = leftOut.length === 0 ? paste : `${paste}\n\n${l10n.t('Left out: {0}.', leftOut.join('; '))}`;
  return (await window.showInformationMessage(message, { modal: true, detail }, go)) === go;
}

/** The host knows only branches that were pushed. */
async function share(): Promise<boolean> {
  const go = l10n.t('Share My Change');
  const chosen = await window.showInformationMessage(
    l10n.t(
      'Nobody else has your branch yet, so the page of the pull request would be empty. Sharing sends your commits there.',
    ),
    { modal: true },
    go,
  );
  if (chosen !== go) return false;
  await commands.executeCommand('pmZone.share');
  return true;
}
