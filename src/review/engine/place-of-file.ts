import type { ChangedFile } from '../../change/change.js';
import type { Report } from '../check.js';

/** Where a finding about a whole file stands: its first new line, else line 1; at no line of a file that is gone. */
export function placeOfFile({ path, after, added }: ChangedFile): Pick<Report, 'path' | 'line' | 'column'> {
  return after === undefined ? { path } : { path, line: added[0]?.start ?? 1, column: 1 };
}
