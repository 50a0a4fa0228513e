import type { ChangedFile } from '../../change/change.js';
import { toEditorText } from '../../text/editor-text.js';

/** Whether a file is as it was before the change: with this text as an editor has it, or gone where there is none. */
export function isAsBefore({ before }: Pick<ChangedFile, 'before'>, text: string | undefined): boolean {
  if (before === undefined || text === undefined) return before === undefined && text === undefined;
  return before.text !== undefined && toEditorText(before.text) === toEditorText(text);
}
