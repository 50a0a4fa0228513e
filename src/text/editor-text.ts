/** Where something stands in a text as editors count: lines and characters (UTF-16 units) from 0. */
export interface EditorPosition {
  readonly line: number;
  readonly character: number;
}

/** A stretch of one line or more; the end is not included. */
export interface EditorRange {
  readonly start: EditorPosition;
  readonly end: EditorPosition;
}

/** A text as an editor shows it: without its byte order mark, every line ending a line feed. */
export function toEditorText(text: string): string {
  return (text.startsWith('\uFEFF') ? text.slice(1) : text).replaceAll(/\r\n?/g, '\n');
}

/**
 * Maps the line and column of a finding (from 1, lines ended by line feeds alone, no column for a byte order mark) to where an
 * editor has them. What lies beyond the text is its end.
 */
export function toEditorPosition(text: string, line: number, column: number): EditorPosition {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const offset = offsetAt(plain, { line: line - 1, character: column - 1 });
  return positionAt(toEditorText(plain), toEditorText(plain.slice(0, offset)).length);
}

/** The position of an offset in an editor's text. */
export function positionAt(text: string, offset: number): EditorPosition {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: splitLines(before).length - 1, character: before.length - start };
}

/** The offset of a position in an editor's text; what lies beyond a line is its end. */
export function offsetAt(text: string, { line, character }: EditorPosition): number {
  let at = 0;
  for (let left = line; left > 0; left -= 1) {
    const end = text.indexOf('\n', at);
    if (end === -1) return text.length;
    at = end + 1;
  }
  const stop = text.indexOf('\n', at);
  return Math.min(at + character, stop === -1 ? text.length : stop);
}

/** The lines of an editor's text without their ends; at least one. */
export function splitLines(text: string): readonly string[] {
  return text.split('\n');
}
