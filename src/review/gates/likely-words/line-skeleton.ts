import { alignLines } from '../../../change/compare-lines.js';
import { readTags, type Piece } from '../words-only/read-tags.js';
import { templateSkeleton } from './template-skeleton.js';

/** A value that is filled in: nothing that calls, chooses, begins or ends something. */
const filledIn =
  /(?<![@\w])@(?!(?:model|using|inject|page)\b)[A-Za-z_]\w*(?:\.\w+)+(?![\w(.[])|\{\{ *[\w.]+(?: *\| *\w+)? *\}\}/g;
/** In these, lines are no text. */
const machine =
  /<(script|style|pre|textarea|svg|option|title)\b(?:(?!<\/\1)[^])*$|(?:<!--(?:(?!-->)[^])*|@\*(?:(?!\*@)[^])*)$/i;

/**
 * Did only lines of words and of tags that hold them change in a template whose code nobody here tells from its texts, Razor's among them? Each stands between such lines or
 * right behind and before a tag.
 */
export function changesLinesOfWords(before: string, after: string): boolean {
  const { oldLineOf } = alignLines(before, after);
  const kept = new Set(oldLineOf);
  const old = before.split('\n');
  const now = after.split('\n');
  const [gone, come] = [
    old.flatMap((_, index) => (kept.has(index + 1) ? [] : [index])),
    now.flatMap((_, index) => (oldLineOf[index] === 0 ? [index] : [])),
  ];
  const [one, other] = [linesSkeleton(old, gone), linesSkeleton(now, come)];
  return one !== undefined && one === other;
}

/** What is left of some lines of words; `undefined` where one may be code. */
function linesSkeleton(lines: readonly string[], indices: readonly number[]): string | undefined {
  const pieces: Piece[] = [];
  const filled: string[] = [];
  for (const index of indices) {
    const read = readLine(lines, index);
    if (read === undefined) return undefined;
    pieces.push(...read.pieces, { text: '\n' });
    filled.push(...read.filled);
  }
  const all = pieces.map((piece) => ({ ...piece, codes: [] }));
  return [templateSkeleton('', all), ...filled].join(' ').trim();
}

interface Line {
  readonly pieces: readonly Piece[];
  /** The values that are filled in to it. */
  readonly filled: readonly string[];
}

function readLine(lines: readonly string[], index: number): Line | undefined {
  const line = lines[index] as string;
  if (line.trim() === '') return { pieces: [], filled: [] };
  const filled = line.match(filledIn) ?? [];
  const plain = line.replaceAll(filledIn, ' ');
  const pieces = readTags(plain);
  if (pieces === undefined || /@(?!@)(?<!@@)|[\r\u2028\u2029\u0085]./.test(plain)) return undefined;
  const isText = pieces.every(
    ({ tag, text }) => tag !== undefined || !/[{}=;&|]|\w\(|\)\s*$/.test(text.replaceAll(/&\w+;/g, '')),
  );
  const isAmong =
    pieces.some(({ tag }) => tag !== undefined) || (isMarkup(lines, index, -1) && isMarkup(lines, index, 1));
  if (!isText || !isAmong || machine.test(lines.slice(0, index).join('\n').slice(-20_000))) return undefined;
  return { pieces, filled };
}

/** Does the nearest line that is more than words end, or begin, with a tag? */
function isMarkup(lines: readonly string[], from: number, step: 1 | -1): boolean {
  for (let at = from + step; at >= 0 && at < lines.length; at += step) {
    const line = (lines[at] as string).trim();
    if (/^[^<>{}()=;@]*$/.test(line)) continue;
    return (step === -1 ? /<\/?[a-z][\w-]*(?:\s+[\w-]+="[^"]*")*\s*\/?>$/i : /^<\/?[a-z]/i).test(line);
  }
  return false;
}
