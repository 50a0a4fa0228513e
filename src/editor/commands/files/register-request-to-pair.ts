import { env, l10n, Uri, window, type Disposable } from 'vscode';
import { buildIssueUrl } from '../../../presentation/requests/issue-url.js';
import { draftPairRequest, type PairRequest } from '../../../presentation/requests/draft-pair-request.js';
import type { Judgement } from '../../../policy/policy.js';
import { hostAddress, parseRepositoryHost, type RepositoryHost } from '../../../pull-request/repository-host.js';
import { selectedFiles, locateFiles } from '../../sessions/selected-files.js';
import { requestToPairCommand } from '../../ui/command-ids.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import type { SessionSnapshot } from '../../sessions/repository-state.js';
import { snapshotOf } from '../../sessions/repository-session.js';
import { notify } from '../../ui/notify.js';

/** A message to the owners of files that the PM may not edit alone, ready to be sent: copied, or opened as a filled-in issue on the host. */
export function registerRequestToPair(services: Services): Disposable {
  return registerCommand(services.log, requestToPairCommand, async (...args) => {
    const asked = (await chosenAsked(services, args)) ?? (await changeAsked(services));
    if (asked === undefined)
      throw new CommandError(l10n.t('Open a file of the repository first, or review your change, then ask again.'));
    const host = baseHost(asked.snapshot);
    const make = (want: string): PairRequest | undefined =>
      draftPairRequest({ ...asked, ...asked.snapshot, intent: want, host });
    if (make('') === undefined)
      throw new CommandError(l10n.t('This is yours to edit: go ahead, you need no engineer for it.'));
    const want = await window.showInputBox({
      title: l10n.t('Request to Pair'),
      prompt: l10n.t('What would you like to change? Press Enter to leave it out.'),
      placeHolder: l10n.t('For example: say “Try again” instead of “Error 42”'),
      ignoreFocusOut: true,
    });
    const request = want === undefined ? undefined : make(want);
    if (request !== undefined) await send(request, host);
  });
}

interface Asked {
  readonly files: readonly { readonly path: string; readonly judgement: Judgement }[];
  readonly snapshot: SessionSnapshot;
}

async function chosenAsked({ sessions }: Services, args: readonly unknown[]): Promise<Asked | undefined> {
  const [first] = args;
  const addresses = Array.isArray(first) ? first.filter((each) => typeof each === 'string') : [];
  const uris = addresses.length > 0 ? addresses.map((each) => Uri.parse(each)) : selectedFiles(args);
  const located = await locateFiles(sessions, uris);
  const files = located.map(({ path, snapshot }) => {
    const asked = snapshot.isFolder(path) ? `${path}/` : path;
    return { path: asked, judgement: snapshot.judge(asked) };
  });
  // Without a selection, an open file that the PM may edit is not what the request is about.
  const wasChosen = first !== undefined;
  return located[0] && (wasChosen || files.some(({ judgement }) => judgement.standing !== 'editable'))
    ? { files, snapshot: located[0].snapshot }
    : undefined;
}

/** The locked files of the PM's change, else all changed files of the last review. */
async function changeAsked({ current, changes, reviews }: Services): Promise<Asked | undefined> {
  const session = await current.settled();
  const snapshot = session && snapshotOf(session);
  const listed = (judgements: ReadonlyMap<string, Judgement> | undefined): Asked['files'] =>
    [...(judgements ?? [])].map(([path, judgement]) => ({ path, judgement }));
  const locked = listed((await changes.read())?.judgements).filter(({ judgement }) => judgement.standing === 'locked');
  const files = locked.length > 0 ? locked : listed(session && reviews.get(session)?.judgements);
  return snapshot === undefined || files.length === 0 ? undefined : { files, snapshot };
}

/** The host of the base branch. */
function baseHost({ base, repository }: SessionSnapshot): RepositoryHost | undefined {
  const remote =
    repository.remotes.find(({ name }) => base?.ref.startsWith(`${name}/`) === true) ??
    (repository.remotes.length === 1 ? repository.remotes[0] : undefined);
  return remote && parseRepositoryHost(hostAddress(remote, 'fetchUrl'));
}

async function send(request: PairRequest, host: RepositoryHost | undefined): Promise<void> {
  const copy = {
    label: `$(copy) ${l10n.t('Copy the message')}`,
    detail: l10n.t('Paste it wherever you talk with them.'),
  };
  const issue = host && {
    label: `$(link-external) ${host.kind === 'github' ? l10n.t('Open as an issue on GitHub') : l10n.t('Open as an issue on GitLab')}`,
    detail: l10n.t('Filled in, for you to read and send: nothing is sent yet.'),
    host,
  };
  const chosen = await window.showQuickPick([copy, ...(issue === undefined ? [] : [issue])], {
    title: l10n.t('Request to Pair'),
    placeHolder:
      request.recipients.length === 0
        ? l10n.t('The message is ready. How do you want to send it?')
        : l10n.t('The message to {0} is ready. How do you want to send it?', request.recipients.join(', ')),
    ignoreFocusOut: true,
  });
  if (chosen === undefined) return;
  if (chosen === copy || issue === undefined) {
    await env.clipboard.writeText(`${request.title}\n\n${request.body}\n`);
    void notify('information', l10n.t('The message was copied. Paste it wherever you talk with them.'));
    return;
  }
  const { url, omitsBody } = buildIssueUrl(issue.host, request.title, request.body);
  if (omitsBody) {
    await env.clipboard.writeText(request.body);
    void notify(
      'information',
      l10n.t('The message is too long for the page, so it was copied. Paste it into the issue’s text.'),
    );
  }
  // A parsed Uri would be re-encoded, and the text in it would end at its first `&` or `#`.
  await env.openExternal(url as unknown as Uri);
}
