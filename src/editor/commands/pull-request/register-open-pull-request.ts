import {
  commands,
  Disposable,
  env,
  l10n,
  ProgressLocation,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
} from 'vscode';
import { editorFace } from '../../../opening/opening-face.js';
import { openPictureFolder, type PictureFolder } from '../../../opening/picture-folder.js';
import { whyItStays } from '../../../opening/why-it-stays.js';
import { renewDraftText } from '../../../presentation/requests/apply-edits.js';
import { acceptInText, formatDraftText } from '../../../presentation/requests/draft-text.js';
import { addLabels } from '../../../pull-request/accept-proposal.js';
import type { Proposal } from '../../../pull-request/proposal.js';
import { hostKindOf } from '../../services/host-of.js';
import type { Services } from '../../services/services.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import { gitRootOf } from '../../sessions/repository-session.js';
import { thingOn } from '../../ui/host-words.js';
import { inBackground } from '../../ui/log-errors.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { askWhatPicturesShow } from './ask-what-pictures-show.js';
import { continueInBrowser } from './continue-in-browser.js';
import { offerInReview } from './offer-in-review.js';
import { offerLatestFirst } from './offer-latest-first.js';
import { offerWhatComesFirst } from './offer-what-comes-first.js';
import { offerWays } from './offer-ways.js';
import { proposeInDraft } from './propose-in-draft.js';
import { addPicture, registerDraftPictures } from './register-draft-pictures.js';
import { registerDraftWays } from './register-draft-ways.js';
import { sendAndTell } from './send-and-tell.js';
import type { Sending } from './send-pull-request.js';
import { createKeptDrafts } from './kept-drafts.js';
import { createUsedDrafts } from './used-drafts.js';
import { withDraftedChange, type DraftedChange } from './with-drafted-change.js';

/** What a draft in a document was made of. */
interface ShownDraft extends Pick<DraftedChange, 'draft' | 'review' | 'remotes' | 'server' | 'ground'> {
  /** The clone that it is of. */
  readonly root: string;
  /** Where its pictures lie. */
  readonly pictures: PictureFolder;
  /** Labels that were proposed and that the PM took. */
  readonly taken: Proposal['labels'];
}

/**
 * “Open Pull Request”: the draft as a Markdown document to read and change; from there it is opened on GitHub by VS Code's own sign-in, on GitLab by a
 * token of the PM's, or on the host's own page, filled in. One that is open is renewed. Nothing is sent without being asked.
 */
export function registerOpenPullRequest(services: Services): Disposable {
  const { log } = services;
  const drafts = new Map<TextDocument, ShownDraft>();
  const used = createUsedDrafts();
  const kept = createKeptDrafts(services.context);
  const picturesOf = (document: TextDocument): PictureFolder | undefined => drafts.get(document)?.pictures;
  const publish = (): void => {
    const open = window.activeTextEditor?.document;
    const shown = open && drafts.get(open);
    void commands.executeCommand('setContext', 'pmZone.draftOpen', shown !== undefined);
    void commands.executeCommand('setContext', 'pmZone.draftOn', shown?.server?.kind);
    services.sent.noteDrafts(
      [...drafts.values()].flatMap(({ root, draft, server }) =>
        server === undefined ? [] : [{ root, branch: draft.head }],
      ),
    );
  };
  const show = async (document: TextDocument, shown: ShownDraft): Promise<void> => {
    drafts.set(document, shown);
    await kept.keep(document, { root: shown.root, made: shown.draft, taken: shown.taken });
  };
  /** From elsewhere than the draft, as from “Next Step”. */
  const draftOfChange = (): readonly [TextDocument, ShownDraft] | undefined => {
    const [root, branch] = [gitRootOf(services.current.session()), services.changes.latest()?.branch];
    return [...drafts].find(([, each]) => each.root === root && each.draft.head === branch);
  };
  const chosenDraft = (chosen: unknown): readonly [TextDocument, ShownDraft] => {
    const wanted = chosen instanceof Uri ? chosen.toString() : window.activeTextEditor?.document.uri.toString();
    const found = [...drafts].find(([{ uri }]) => uri.toString() === wanted) ?? draftOfChange();
    if (found !== undefined) return found;
    throw new CommandError(
      l10n.t('There is no draft here. Run “Open Pull Request” first, then continue from the draft.'),
    );
  };
  const sendDraft = async (document: TextDocument, shown: ShownDraft, more: Partial<Sending> = {}): Promise<void> => {
    if (!(await askWhatPicturesShow(document))) return;
    const { draft, root } = shown;
    const [text, made] = [document.getText(), formatDraftText(draft)];
    const turn = draft.draft ? 'draft' : undefined;
    const sending = {
      onlyRenew: false,
      asDraft: draft.draft,
      turn,
      edited: { made: draft, text, root, taken: shown.taken },
      ...more,
    } as const;
    const again = (next: Partial<Sending>): Promise<void> => sendDraft(document, shown, next);
    const outcome = await sendAndTell(services, sending, { again, document: document.uri });
    // One that was open already keeps its own description: what is written here is then nowhere else.
    if (outcome === 'opened' || (outcome !== undefined && text === made)) await used.close(document, { made, text });
  };
  const send = async (chosen: unknown): Promise<void> => {
    const [document, shown] = chosenDraft(chosen);
    if (shown.server === undefined)
      throw new CommandError(l10n.t('PM Zone opens pull requests by itself on GitHub and GitLab alone.'));
    const { head } = shown.draft;
    const { snapshot } = await currentSnapshot(services.current);
    if (snapshot.repository.head.branch !== head)
      throw new CommandError(
        l10n.t('This draft is of another change, “{0}”. Switch to that one first, then open it.', head),
      );
    await sendDraft(document, shown);
  };
  const renew = async (more: Partial<Sending> = {}): Promise<void> => {
    const sending = { onlyRenew: true, asDraft: false, turn: undefined, ...more };
    await sendAndTell(services, sending, { again: (next) => renew({ ...more, ...next }) });
  };

  return Disposable.from(
    registerCommand(log, 'pmZone.openPullRequest', async () => {
      if (!(await offerInReview(services)) || !(await offerWhatComesFirst(services))) return;
      if (!(await offerLatestFirst(services))) return;
      if (services.sent.pull() !== undefined) {
        await renew();
        return;
      }
      const shown = await window.withProgress(
        { location: ProgressLocation.Window, title: l10n.t('Drafting the {0}', thingOn(hostKindOf(services.current))) },
        () =>
          withDraftedChange(services, false, ({ session, ...drafted }) =>
            Promise.resolve({
              ...drafted,
              root: session.repository.root,
              pictures: openPictureFolder(session.repository.commonDir),
              taken: [],
            }),
          ),
      );
      const stays = whyItStays(shown.review, true, editorFace(shown.server?.kind));
      if (stays !== undefined) throw new CommandError(stays);
      const { root, draft } = shown;
      const [open, known] = [...drafts].find(([, each]) => each.root === root && each.draft.head === draft.head) ?? [];
      const earlier =
        open !== undefined && known !== undefined
          ? { document: open, made: known.draft, taken: known.taken }
          : await kept.find(root, draft.head);
      const content = used.textFor(formatDraftText(draft));
      const document = earlier?.document ?? (await workspace.openTextDocument({ language: 'markdown', content }));
      if (earlier !== undefined)
        await replaceText(document, renewDraftText(draft, { made: earlier.made, text: document.getText() }));
      await show(document, { ...shown, taken: earlier?.taken ?? [] });
      await window.showTextDocument(document);
      publish();
      void offerWays(shown, document.uri);
    }),
    registerCommand(log, 'pmZone.sendPullRequest', send),
    registerCommand(log, 'pmZone.sendMergeRequest', send),
    registerCommand(log, 'pmZone.propose', async (chosen) => {
      const [document, shown] = chosenDraft(chosen);
      const taken = await proposeInDraft(services.context, shown);
      if (taken === undefined || document.isClosed) return;
      await replaceText(document, acceptInText(document.getText(), taken));
      await show(document, { ...shown, taken: [...shown.taken, ...taken.labels] });
      await window.showTextDocument(document);
    }),
    registerCommand(log, 'pmZone.openOnHost', async (chosen) => {
      const [document, shown] = chosenDraft(chosen);
      if (!(await askWhatPicturesShow(document))) return;
      const text = document.getText();
      const labels = addLabels(shown.draft.labels, { labels: shown.taken });
      if (
        !(await continueInBrowser(services, { ...shown, draft: { ...shown.draft, labels } }, text, shown.pictures.path))
      )
        return;
      await used.close(document, { made: formatDraftText(shown.draft), text });
    }),
    registerCommand(log, 'pmZone.showPullRequest', async () => {
      if (services.changes.latest() === undefined) await services.changes.read();
      const known = services.sent.lastPull();
      if (known === undefined)
        throw new CommandError(
          l10n.t('No {0} of this change was opened from here yet.', thingOn(hostKindOf(services.current))),
        );
      await env.openExternal(Uri.parse(known.address));
    }),
    registerCommand(log, 'pmZone.makeReady', async () => {
      await renew({ turn: 'ready' });
    }),
    registerDraftPictures(picturesOf),
    registerCommand(log, 'pmZone.addPicture', () => addPicture(picturesOf)),
    registerDraftWays((document) => drafts.get(document)),
    window.onDidChangeActiveTextEditor(publish),
    workspace.onDidCloseTextDocument((document) => {
      drafts.delete(document);
      publish();
      inBackground(log, () => kept.forget(document))();
    }),
  );
}

/** All that it says, as one edit, which the PM can undo. */
async function replaceText(document: TextDocument, text: string): Promise<void> {
  if (document.getText().replace(/\r\n/g, '\n') === text) return;
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
  await workspace.applyEdit(edit);
}
