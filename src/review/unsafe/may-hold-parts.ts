import type { ChangedFile } from '../../change/change.js';
import { lineStarts } from '../../text/line-starts.js';

/** What every active part and every address has in one of its lines. Most changes of words have nothing of it, and no commit waits for more. */
const traces = /[<@\\&/=]|\{[!{]|script|data:|www/iu;

/** Whether what the change brings to a file could hold a part that does something, or the address of a site. */
export function mayHoldParts({ after, added }: ChangedFile): boolean {
  const { text } = after ?? {};
  if (text === undefined) return false;
  const starts = lineStarts(text);
  return added.some(({ start, end }) => traces.test(text.slice(starts[start - 1], starts[end])));
}
