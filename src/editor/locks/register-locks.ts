import { Disposable } from 'vscode';
import type { Ask } from '../ui/notify.js';
import { askAtFirstEdit } from './reminders/ask-at-first-edit.js';
import { registerLockLenses } from './reminders/register-lock-lenses.js';
import { notifyLockedChanges } from './reminders/notify-locked-changes.js';
import type { Services } from '../services/services.js';
import { createReadOnlyReminder } from './reminders/read-only-reminder.js';
import { notify } from '../ui/notify.js';

const warn: Ask = (sentence, ...buttons) => notify('warning', sentence, ...buttons);

/**
 * Locked files, for a PM: read-only as a reminder, with a sentence above the first line; a question at the first edit, and a message
 * where one changes otherwise. No setting is written.
 */
export function registerLocks(services: Services, ask: Ask = warn): Disposable {
  const reminder = createReadOnlyReminder(services);
  const edits = askAtFirstEdit(services, reminder, ask);
  return Disposable.from(
    reminder,
    edits,
    registerLockLenses(services),
    notifyLockedChanges(services, (uri) => edits.wasAsked(uri), ask),
  );
}
