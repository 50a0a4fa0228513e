import { lineStarts } from '../text/line-starts.js';
import { countChangedLines, type ChangedFile, type LineRange } from './change.js';
import { compareLines } from './compare-lines.js';

/** As much as several lines of prose or of code: so long a line is read as one more. */
const mostInLine = 2000;

/**
 * How many lines a reviewer reads of a changed file: those of `countChangedLines`, where a carriage return alone ends a line too, as it does in
 * Markdown and in editors, and a very long line counts as one more for each so many characters that changed in it.
 */
export function countLinesToRead(file: Pick<ChangedFile, 'before' | 'after' | 'added' | 'removedLines'>): number {
  const { before, after, added, removedLines } = file;
  // What moved is there as before.
  if (added.length + removedLines === 0) return 0;
  const was = before?.text ?? '';
  const now = after?.text ?? '';
  if (!isUneven(was) && !isUneven(now)) return countChangedLines(file);
  const fresh = linesAt(now, added);
  const gained = countLines(fresh);
  if (was === '') return gained;
  const lost = countLines(was) - countLines(now) + gained;
  if (now === '') return lost;
  // One word of a long line is not all of it.
  const [old, current] = [was, now].map(cutIntoParts) as [string, string];
  const parts = weigh(linesAt(current, compareLines(old, current).added));
  const gainedInParts = countChangedLines({ added, removedLines: 0 }) + Math.floor(parts / mostInLine);
  const lostInParts = removedLines + Math.floor((weigh(old) - weigh(current) + parts) / mostInLine);
  return Math.min(gained, gainedInParts) + Math.min(lost, lostInParts);
}

/** Is a line of it longer than one, or ended by a carriage return alone? */
function isUneven(text: string): boolean {
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return true;
  for (let at = 0; at + mostInLine <= text.length;) {
    const end = text.indexOf('\n', at);
    if ((end === -1 ? text.length : end) - at >= mostInLine) return true;
    at = end + 1;
  }
  return false;
}

function countLines(text: string): number {
  const lines = text.split(/\r\n?|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.reduce((sum, line) => sum + 1 + Math.floor(line.length / mostInLine), 0);
}

function linesAt(text: string, ranges: readonly LineRange[]): string {
  const starts = lineStarts(text);
  return ranges.map(({ start, end }) => text.slice(starts[start - 1], starts[end])).join('');
}

/** A line for each part of a sentence, item of data, or tag. */
function cutIntoParts(text: string): string {
  return text.replace(/\r(?!\n)/g, `${ended}\n`).replace(/[,;.>](?!\n)/g, '$&\n');
}

/** What the parts of long lines come to, in characters: what ends a line is worth a whole one. */
function weigh(parts: string): number {
  return parts.length + (parts.split(ended).length - 1) * mostInLine;
}

/** In place of a carriage return that stands alone. */
const ended = '\r\r';
