import { Disposable } from 'vscode';
import type { Ask } from './say.js';
import { askAtFirstEdit } from './first-edit.js';
import { registerLockLenses } from './lock-lenses.js';
import { notifyLockedChanges } from './locked-changes.js';
import type { Parts } from './parts.js';
import { createReadOnlyReminder } from './read-only.js';
import { notify } from './say.js';

const warn: Ask = (sentence, ...buttons) => notify('warning', sentence, ...buttons);

/**
 * Locked files, for a PM: read-only as a reminder, with a sentence above the first line; a question at the first edit, and a message
 * where one changes otherwise. No setting is written.
 */
export function registerLocks(services: Parts, ask: Ask = warn): Disposable {
  const reminder = createReadOnlyReminder(services);
  const edits = askAtFirstEdit(services, reminder, ask);
  return Disposable.from(
    reminder,
    edits,
    registerLockLenses(services),
    notifyLockedChanges(services, (uri) => edits.wasAsked(uri), ask),
  );
}
