import { env, l10n, Uri, window, type Disposable } from 'vscode';
import { issueUrl } from '../../guide/issue-url.js';
import { pairRequest, type PairRequest } from '../../guide/pair-request.js';
import type { Judgement } from '../../policy/policy.js';
import { hostOf, type Host } from '../../pull-request/host.js';
import { chosenFiles, placesOf } from '../chosen-files.js';
import { requestToPairCommand } from '../command-names.js';
import type { Parts } from '../parts.js';
import { CannotDo, registerCommand } from '../register-command.js';
import type { ZoneView } from '../repository-state.js';
import { viewOf } from '../zones.js';
import { say } from '../say.js';

/** A message to the owners of files that are not hers alone, ready to be sent: copied, or opened as a filled-in issue on the host. */
export function registerRequestToPair(
  parts: Pick<Parts, 'log' | 'zones' | 'current' | 'changes' | 'reviews'>,
): Disposable {
  return registerCommand(parts.log, requestToPairCommand, async (...args) => {
    const asked = (await chosenAsked(parts, args)) ?? (await lockedAsked(parts)) ?? (await reviewAsked(parts));
    if (asked === undefined)
      throw new CannotDo(l10n.t('Open a file of the repository first, or review your change, then ask again.'));
    const host = baseHost(asked.view);
    const make = (want: string): PairRequest | undefined => pairRequest({ ...asked, ...asked.view, want, host });
    if (make('') === undefined)
      throw new CannotDo(l10n.t('This is yours to edit: go ahead, you need no engineer for it.'));
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
  readonly view: ZoneView;
}

async function chosenAsked({ zones }: Pick<Parts, 'zones'>, args: readonly unknown[]): Promise<Asked | undefined> {
  const [first] = args;
  const addresses = Array.isArray(first) ? first.filter((each) => typeof each === 'string') : [];
  const uris = addresses.length > 0 ? addresses.map((each) => Uri.parse(each)) : chosenFiles(args);
  const places = await placesOf(zones, uris);
  const files = places.map(({ path, view }) => {
    const asked = view.isFolder(path) ? `${path}/` : path;
    return { path: asked, judgement: view.judge(asked) };
  });
  // Without a choice, an open file that is hers is not what she asks about.
  const wasChosen = first !== undefined;
  return places[0] && (wasChosen || files.some(({ judgement }) => judgement.standing !== 'editable'))
    ? { files, view: places[0].view }
    : undefined;
}

/** What is locked in her change. */
async function lockedAsked({ current, changes }: Pick<Parts, 'current' | 'changes'>): Promise<Asked | undefined> {
  const zone = await current.settled();
  const view = zone && viewOf(zone);
  const judgements = (await changes.read())?.judgements ?? new Map<string, Judgement>();
  const files = [...judgements].flatMap(([path, judgement]) =>
    judgement.standing === 'locked' ? [{ path, judgement }] : [],
  );
  return view === undefined || files.length === 0 ? undefined : { files, view };
}

/** All changed files of the last review. */
async function reviewAsked({ current, reviews }: Pick<Parts, 'current' | 'reviews'>): Promise<Asked | undefined> {
  const zone = await current.settled();
  const view = zone && viewOf(zone);
  const judgements = zone && reviews.of(zone)?.judgements;
  if (view === undefined || judgements === undefined || judgements.size === 0) return undefined;
  return { files: [...judgements].map(([path, judgement]) => ({ path, judgement })), view };
}

/** Where the base branch lives. */
function baseHost({ base, repository }: ZoneView): Host | undefined {
  const remote =
    repository.remotes.find(({ name }) => base?.ref.startsWith(`${name}/`) === true) ??
    (repository.remotes.length === 1 ? repository.remotes[0] : undefined);
  return remote && hostOf(remote.url);
}

async function send(request: PairRequest, host: Host | undefined): Promise<void> {
  const copy = {
    label: `$(copy) ${l10n.t('Copy the message')}`,
    detail: l10n.t('Paste it wherever you talk with engineering.'),
  };
  const issue = host && {
    label: `$(link-external) ${host.kind === 'github' ? l10n.t('Open as an issue on GitHub') : l10n.t('Open as an issue on GitLab')}`,
    detail: l10n.t('Filled in, for you to read and send: nothing is sent yet.'),
    host,
  };
  const chosen = await window.showQuickPick([copy, ...(issue === undefined ? [] : [issue])], {
    title: l10n.t('Request to Pair'),
    placeHolder:
      request.people.length === 0
        ? l10n.t('The message is ready. How do you want to send it?')
        : l10n.t('The message to {0} is ready. How do you want to send it?', request.people.join(', ')),
    ignoreFocusOut: true,
  });
  if (chosen === undefined) return;
  if (chosen === copy || issue === undefined) {
    await env.clipboard.writeText(`${request.title}\n\n${request.body}\n`);
    void say('information', l10n.t('The message was copied. Paste it wherever you talk with engineering.'));
    return;
  }
  const { url, omitsBody } = issueUrl(issue.host, request.title, request.body);
  if (omitsBody) {
    await env.clipboard.writeText(request.body);
    void say(
      'information',
      l10n.t('The message is too long for the page, so it was copied. Paste it into the issue’s text.'),
    );
  }
  // As a Uri it would be decoded and encoded anew, and the text in it would end at its first `&` or `#`.
  await env.openExternal(url as unknown as Uri);
}
