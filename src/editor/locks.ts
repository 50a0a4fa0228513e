import { Disposable } from 'vscode';
import type { Ask } from './ask.js';
import { askAtFirstEdit } from './first-edit.js';
import { registerLockLenses } from './lock-lenses.js';
import { sayLockedChanges } from './locked-changes.js';
import type { Parts } from './parts.js';
import { remindByReadOnly } from './read-only.js';
import { say } from './say.js';

const warn: Ask = (sentence, ...buttons) => say('warning', sentence, ...buttons);

/**
 * Locked files, for a PM: read-only as a reminder, with a sentence above the first line; asked about where she edits one all the same,
 * and told of where one changes otherwise. Nothing is written into settings.
 */
export function registerLocks(parts: Parts, ask: Ask = warn): Disposable {
  const reminder = remindByReadOnly(parts);
  const edits = askAtFirstEdit(parts, reminder, ask);
  return Disposable.from(
    reminder,
    edits,
    registerLockLenses(parts),
    sayLockedChanges(parts, (uri) => edits.wasAsked(uri), ask),
  );
}
