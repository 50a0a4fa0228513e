import { commands, env, l10n, UIKind, window, type Uri } from 'vscode';
import { parseDraftText } from '../../../presentation/requests/draft-text.js';
import { compareUrl, longestOnWindows, type FilledPage } from '../../../pull-request/compare-url.js';
import type { DraftWithReview } from '../../../pull-request/draft-from-range.js';
import { findComing, toComing } from '../../../pull-request/picture-lines.js';
import { parseRepositoryHost, type RepositoryHost } from '../../../pull-request/repository-host.js';
import { carryConfirmations } from '../../operations/carry-confirmations.js';
import type { Services } from '../../services/services.js';
import { notify } from '../../ui/notify.js';
import { showPictures } from './show-pictures.js';

/** Whether the host's page was opened with all of the text in it. `pictures` is the folder that those of the draft lie in. */
export async function continueInBrowser(
  services: Services,
  { draft, remotes }: DraftWithReview,
  text: string,
  pictures: string,
): Promise<boolean> {
  const { changes, current } = services;
  const { title, body } = parseDraftText(text, draft.body);
  const session = current.session();
  const hostOf = (url: string | undefined): RepositoryHost | undefined =>
    url === undefined ? undefined : parseRepositoryHost(url, remotes.servers);
  const host = hostOf(remotes.remoteUrl);
  const sent = async (): Promise<void> => {
    const { branch, headCommit } = (await changes.read()) ?? {};
    if (branch === undefined || headCommit === undefined) return;
    const known = services.sent.pull();
    // What was said of it before is not said of these commits.
    const pull = known && { ...known, reviewers: undefined, tasks: undefined, gate: undefined };
    await services.sent.record({ branch, commit: headCommit, pull });
  };
  const names = [...new Set(findComing(body).map(({ name }) => name))];
  const tell = async (sentences: readonly string[]): Promise<void> => {
    const put = l10n.t('On that page, drop your pictures into the description, each over the line that names it.');
    const folder = l10n.t('Show My Pictures');
    const chosen = await notify(
      'information',
      [...sentences, ...(names.length === 0 ? [] : [put])].join(' '),
      ...(names.length === 0 ? [] : [folder]),
    );
    if (chosen === folder) await showPictures({ names, folder: pictures });
  };
  if (host === undefined) {
    await env.clipboard.writeText(toComing(text));
    await sent();
    void tell([
      l10n.t(
        'PM Zone does not know the site that the repository is on. The draft is on your clipboard: open the pull request there and paste it.',
      ),
    ]);
    return false;
  }
  // What was confirmed since the branch was shared has to be on it, and is then to be shared as well.
  if (session !== undefined) await carryConfirmations(services, session);
  if ((await changes.read())?.isShared === false && !(await share())) return false;
  const headHost = hostOf(remotes.headRemoteUrl);
  const filled = { host, headHost, base: draft.base, head: draft.head, title, body, draft: draft.draft };
  const page = compareUrl(filled, longestAddress());
  if (page.holds !== 'all' && !(await handOverByClipboard(page, body))) return false;
  // A parsed Uri would be re-encoded, and not as the host expects it.
  const isOpened = await env.openExternal(page.url as unknown as Uri);
  if (isOpened) await sent();
  const people = draft.reviewers.join(', ');
  void tell([
    ...(people === '' ? [] : [l10n.t('Ask these people to review it: {0}.', people)]),
    l10n.t('Labels to set, where that page has them: {0}.', draft.labels.join(', ')),
  ]);
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
  return (await commands.executeCommand('pmZone.share')) === true;
}
