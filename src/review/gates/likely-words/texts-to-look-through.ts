import { countChangedLines, type ChangedFile } from '../../../change/change.js';

/** Longer texts, and changes of more lines, nobody looks through. */
const longest = 300_000;
const mostLines = 60;
/** A line that nobody reads to its end. */
const longestLine = 5000;
/** Signs that are not seen, or end a line where none is seen to end. */
const unseen =
  /\r(?!\n)|(?![\n\r\t])\p{Cc}|(?![\ufe0e\ufe0f\u200d\u00ad])\p{DI}|[\u2028\u2029\u2800\ufff9-\ufffb\u202a-\u202e\u2066-\u2069]/u;
/** Both texts of a change that a person can look through: that is short, and has no sign that nobody sees. `undefined` where it is not. */
export function textsToLookThrough(file: ChangedFile): readonly [was: string, now: string] | undefined {
  const [was, now] = [file.before?.text, file.after?.text];
  if (was === undefined || now === undefined || countChangedLines(file) > mostLines) return undefined;
  if (Math.max(was.length, now.length) > longest || unseen.test(now.replace(/^\uFEFF/, ''))) return undefined;
  return [was, now].some((text) => text.split('\n').some((line) => line.length > longestLine)) ? undefined : [was, now];
}
