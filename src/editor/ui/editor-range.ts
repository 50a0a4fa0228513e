import { Range } from 'vscode';
import { positionAt, type EditorRange } from '../../text/editor-text.js';

/** VS Code's own range for one of the core's; lines and characters from 0. */
export function toRange({ start, end }: EditorRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** The range of two offsets in a text as an editor has it. */
export function offsetRange(text: string, start: number, end: number): Range {
  return toRange({ start: positionAt(text, start), end: positionAt(text, end) });
}
