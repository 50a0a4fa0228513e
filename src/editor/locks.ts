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
 * Locked files, for a PM: read-only as a reminder, with a sentence above the first line; asked about where she edits one all the same,
 * and told of where one changes otherwise. Nothing is written into settings.
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
