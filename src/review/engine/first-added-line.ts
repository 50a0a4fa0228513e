import type { ChangedFile } from '../../change/change.js';

/** Where a finding about a whole file stands: its first new line, else line 1; nowhere in a file that is gone. */
export function firstAddedLine(file: ChangedFile): { readonly line?: number; readonly column?: number } {
  return file.after === undefined ? {} : { line: file.added[0]?.start ?? 1, column: 1 };
}
