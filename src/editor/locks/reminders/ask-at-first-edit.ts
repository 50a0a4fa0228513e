import { commands, l10n, TextDocumentChangeReason, window, workspace, type TextDocument, type Uri } from 'vscode';
import { lastNameOf } from '../../../text/path-names.js';
import { logErrors } from '../../ui/log-errors.js';
import type { Ask } from '../../ui/notify.js';
import { requestToPairCommand } from '../../ui/command-ids.js';
import { judgeFile } from '../../sessions/judge-file.js';
import type { Services } from '../../services/services.js';
import type { ReadOnlyReminder } from './read-only-reminder.js';

/** Locked files that the PM began to edit after all. */
export interface FirstEdits {
  /** The PM was asked about it, and did not put it back. */
  readonly wasAsked: (uri: Uri) => boolean;
  readonly dispose: () => void;
}

/** Milliseconds until VS Code marks an edited document as dirty. */
const dirtyDelay = 100;

/** Where the PM unlocked a locked file VS Code's way, the first edit asks once how to go on. */
export function askAtFirstEdit(
  { sessions, changes, log }: Pick<Services, 'sessions' | 'changes' | 'log'>,
  reminder: ReadOnlyReminder,
  ask: Ask,
): FirstEdits {
  const askedUris = new Set<string>();
  const question = async (document: TextDocument): Promise<void> => {
    const { uri } = document;
    // After a first edit a document becomes dirty a moment later; after a reload from disk it never does.
    await new Promise((resolve) => setTimeout(resolve, dirtyDelay));
    const judged = document.isDirty ? await judgeFile(sessions, uri) : undefined;
    if (judged?.judgement.standing !== 'locked') {
      askedUris.delete(uri.toString());
      return;
    }
    const name = lastNameOf(judged.path);
    const work = l10n.t('Work with an Engineer');
    const back = l10n.t('Put It Back');
    const answer = await ask(
      l10n.t(
        '{0} is locked for PMs, so a review stops a change that has it. Do you want to work with an engineer on this, or put it back?',
        name,
      ),
      work,
      back,
      l10n.t('Keep It for Now'),
    );
    if (answer === work) await commands.executeCommand(requestToPairCommand, uri);
    else if (answer === back) await putBack(document, judged.path);
  };
  const putBack = async (document: TextDocument, path: string): Promise<void> => {
    const { uri } = document;
    if (document.isDirty) {
      await window.showTextDocument(document);
      // The command acts on the active editor alone.
      if (window.activeTextEditor?.document.uri.toString() !== uri.toString()) return;
      await commands.executeCommand('workbench.action.files.revert');
    }
    askedUris.delete(uri.toString());
    await reminder.reapply(uri);
    const myChange = await changes.read();
    // It was saved meanwhile.
    if (myChange?.uncommitted.includes(path) === true) await commands.executeCommand('pmZone.putBack', uri);
  };
  const following = workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const key = document.uri.toString();
    if (contentChanges.length === 0 || reason === TextDocumentChangeReason.Undo) return;
    if (askedUris.has(key) || !reminder.isSet(document.uri)) return;
    askedUris.add(key);
    question(document).catch(logErrors(log));
  });
  return { wasAsked: (uri) => askedUris.has(uri.toString()), dispose: () => void following.dispose() };
}
