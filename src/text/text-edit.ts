/** A stretch of a text, in UTF-16 units from 0, and what stands there instead. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with the edits made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { start, end, text: put } of [...edits].sort((one, other) => other.start - one.start)) {
    result = result.slice(0, start) + put + result.slice(end);
  }
  return result;
}
