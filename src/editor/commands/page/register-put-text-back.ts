import { l10n, type Disposable, type Uri } from 'vscode';
import { putTextBack } from '../../../presentation/change-page/put-text-back.js';
import { shorten } from '../../../presentation/change-page/short-sentence.js';
import { lastNameOf } from '../../../text/path-names.js';
import type { Services } from '../../services/services.js';
import { uriInRepository } from '../../sessions/repository-uri.js';
import { notify } from '../../ui/notify.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { decodeFile, isUnsaved, readBytes, writeOver } from './write-over.js';

/**
 * “Put this text back”: gives one text of a catalog the value that it had before the change. The file is read when it is asked, only that
 * value's bytes are written, and the way back is offered. Takes a path from the root and the text's path of keys, or a line of the sidebar.
 */
export function registerPutTextBack({ log, current, changes }: Services): Disposable {
  return registerCommand(log, 'pmZone.putTextBack', async (...args) => {
    const session = await current.settled();
    const asked = placeOf(args);
    if (session === undefined || asked === undefined) return;
    const { path, keyPath } = asked;
    const uri = uriInRepository(session, path);
    const name = lastNameOf(path);
    const refuse = (why: string): CommandError =>
      new CommandError(
        l10n.t(
          'This text of {0} was not put back. {1} Look at the difference, and change it there by hand.',
          name,
          why,
        ),
      );
    if (isUnsaved(uri)) throw refuse(l10n.t('The file has edits that are not saved. Save it first.'));
    const file = (await changes.read())?.change.files.find((each) => each.path === path);
    // Without a text after, the path may lead through a symbolic link to another file, be it a locked one.
    const before = file?.after?.text === undefined ? undefined : file.before?.text;
    const bytes = await readBytes(uri);
    const now = bytes && decodeFile(bytes);
    if (before === undefined || bytes === undefined || now === undefined)
      throw refuse(l10n.t('It is no text on both sides of your change any more.'));
    const outcome = await putTextBack(path, keyPath, before, now);
    if (!outcome.done) throw refuse(outcome.why);
    const written = new TextEncoder().encode(outcome.text);
    await write(uri, bytes, written, refuse);
    const { value } = outcome;
    const said =
      value === ''
        ? l10n.t('The text of {0} is empty again, as it was.', name)
        : l10n.t('{0} says “{1}” again.', name, shorten(value, 80));
    void offerUndo(said, () => write(uri, written, bytes, refuse));
  });
}

async function offerUndo(sentence: string, undo: () => Promise<void>): Promise<void> {
  const label = l10n.t('Undo');
  if ((await notify('information', sentence, label)) !== label) return;
  await undo().catch((error: unknown) => notify('information', error instanceof Error ? error.message : String(error)));
}

/** Writes only over what was read. */
async function write(
  uri: Uri,
  expected: Uint8Array,
  bytes: Uint8Array,
  refuse: (why: string) => CommandError,
): Promise<void> {
  if (!(await writeOver(uri, expected, bytes))) throw refuse(l10n.t('The file was changed in the meantime.'));
}

function placeOf([first, second]: readonly unknown[]): { readonly path: string; readonly keyPath: string } | undefined {
  if (typeof first === 'string' && typeof second === 'string') return { path: first, keyPath: second };
  const { text } = Object(first) as { readonly text?: { readonly path?: unknown; readonly keyPath?: unknown } };
  return text === undefined ? undefined : placeOf([text.path, text.keyPath]);
}
