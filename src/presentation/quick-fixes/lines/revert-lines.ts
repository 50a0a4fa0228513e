import type { ChangedFile } from '../../../change/change.js';
import { toEditorText, splitLines, positionAt } from '../../../text/editor-text.js';
import { diffHunks, revertHunks, touchesLines, type Hunk } from '../../../change/diff-hunks.js';
import { lastNameOf } from '../../../text/path-names.js';
import { createEditFix, type QuickFix, type QuickFixInput, type FileFixInput } from '../quick-fix.js';

/**
 * The whole file as it was: its text, or no file where there was none. Nothing where its old text is unknown, and where its mode
 * changed too, which no text restores.
 */
export function revertFile(
  file: ChangedFile,
  change: QuickFixInput['reviewed']['change'],
  isPreferred: boolean,
): readonly QuickFix[] {
  const { path, before, after, renamedTo } = file;
  if (before === undefined) {
    // No edit keeps what it takes away: the command asks first, and keeps a backup.
    const title = `Take ${shortFileName(path)} out, which is new…`;
    return [{ title, steps: [], isPreferred: false, command: { id: 'pmZone.putBack', path } }];
  }
  if (before.text === undefined || (after !== undefined && after.mode !== before.mode)) return [];
  const write = { kind: 'write' as const, path, text: before.text };
  const moved = change.files.find((other) => other.path === renamedTo && other.after?.text === before.text);
  if (moved !== undefined) {
    const steps = [write, { kind: 'remove' as const, path: moved.path }];
    return [{ title: `Move it back to ${shortFileName(path)}`, steps, isPreferred }];
  }
  const title =
    after === undefined ? `Put ${shortFileName(path)} back` : `Put all of ${shortFileName(path)} back as it was`;
  return [{ title, steps: [write], isPreferred }];
}

/** The lines around the finding as they were; nothing where they are as they were, and in a file that is new. */
export function revertLines(
  { path, currentText, offset, reviewed }: FileFixInput,
  isPreferred: boolean,
): readonly QuickFix[] {
  const before = previousText(reviewed, path);
  if (before === undefined || offset === undefined) return [];
  const { line } = positionAt(currentText, offset);
  const hunks = diffHunks(before, currentText).filter((hunk) => touchesLines(hunk, line, line));
  return hunksFix(path, before, currentText, hunks, isPreferred);
}

/** All that was changed or taken out as it was, with what was only added kept. */
export function revertChangedLines(
  { path, currentText, reviewed }: FileFixInput,
  isPreferred: boolean,
): readonly QuickFix[] {
  const before = previousText(reviewed, path);
  if (before === undefined) return [];
  const hunks = diffHunks(before, currentText).filter(({ oldFrom, oldTo }) => oldFrom < oldTo);
  if (hunks.length === 0) return [];
  const title = 'Put everything back that was changed or taken out, and keep what is new';
  return [createEditFix(title, path, revertHunks(before, currentText, hunks), isPreferred)];
}

/** The text of a file before the change, as an editor would have it. */
export function previousText({ change }: Pick<QuickFixInput['reviewed'], 'change'>, path: string): string | undefined {
  const text = change.files.find((file) => file.path === path)?.before?.text;
  return text === undefined ? undefined : toEditorText(text);
}

export function hunksFix(
  path: string,
  before: string,
  now: string,
  hunks: readonly Hunk[],
  isPreferred: boolean,
): readonly QuickFix[] {
  if (hunks.length === 0) return [];
  const edits = revertHunks(before, now, hunks);
  const lines = hunks.reduce((sum, { oldFrom, oldTo }) => sum + oldTo - oldFrom, 0);
  const title =
    lines === 0
      ? 'Take out what is new here'
      : lines === 1
        ? `Put this line back: ${shorten(edits.map(({ text }) => text).join(''))}`
        : `Put these ${lines} lines back as they were`;
  return [createEditFix(title, path, edits, isPreferred)];
}

/** A text of the repository in a title: one line of some length at most. */
export function shorten(text: string): string {
  const [line = ''] = splitLines(text.trim());
  const plain = line.replaceAll(/\p{C}+/gu, ' ');
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}

export function shortFileName(path: string): string {
  return shorten(lastNameOf(path));
}
