import { alignLines } from '../../../change/compare-lines.js';
import { mark } from '../words-only/mask-code.js';
import { readTags, type FilledPiece } from '../words-only/read-tags.js';
import type { PageNames } from './quiet-attributes.js';
import { templateSkeleton } from './template-skeleton.js';

/** A value that is filled in: nothing that calls, chooses, begins or ends something. */
const filledIn = /(?<![@\w])@(?!(?:model|using|inject|page)\b)[A-Za-z_]\w*(?:\.\w+)+(?![\w(.[?!])/g;
/** In these, lines are no text. */
const raw = /<(?:script|style|pre|textarea|svg|option|select|title|iframe|object|template)\b/i;
const machine =
  /<(script|style|pre|textarea|svg|option|title)\b(?:(?!<\/\1)[^])*$|<!--(?:(?!-->)[^])*$|@\*(?:(?!\*@)[^])*$/i;

/**
 * Did only lines of words and of tags that hold them change in a page of Razor, whose code nobody here tells from its texts? What is left of such lines stands where it stood
 * among all others, sign by sign.
 */
export function changesLinesOfWords(before: string, after: string, names: PageNames): boolean {
  const { oldLineOf } = alignLines(before, after);
  const kept = new Set(oldLineOf);
  const one = fileSkeleton(before.split('\n'), (index) => kept.has(index + 1), names);
  const other = fileSkeleton(after.split('\n'), (index) => oldLineOf[index] !== 0, names);
  return one !== undefined && one === other;
}

/** `undefined` where a line that changed may be code. */
function fileSkeleton(
  lines: readonly string[],
  isKept: (index: number) => boolean,
  names: PageNames,
): string | undefined {
  const left: string[] = [];
  let pieces: FilledPiece[] = [];
  const endRun = (): void => {
    if (pieces.length > 0) left.push(templateSkeleton('', pieces, names));
    pieces = [];
  };
  for (const [index, line] of lines.entries()) {
    if (isKept(index)) {
      endRun();
      left.push(line);
      continue;
    }
    if (pieces.length === 0 && machine.test(lines.slice(0, index).join('\n'))) return undefined;
    const read = readLine(lines, index);
    if (read === undefined) return undefined;
    pieces.push(...read, { text: '\n', codes: [] });
  }
  endRun();
  return left.filter((line) => line.trim() !== '').join('\n');
}

function readLine(lines: readonly string[], index: number): readonly FilledPiece[] | undefined {
  const line = lines[index] as string;
  if (line.trim() === '') return [];
  const filled = line.match(filledIn) ?? [];
  const plain = line.replaceAll(filledIn, mark);
  const pieces = readTags(plain);
  if (pieces === undefined || raw.test(plain) || /@(?!@)(?<!@@)|[\r\u2028\u2029\u0085]./.test(plain)) return undefined;
  const isText = pieces.every(({ tag, text }) =>
    tag === undefined
      ? !/[{}=;&|]|\w\(|\)\s*$/.test(text.replaceAll(/&\w+;/g, ''))
      : !/\p{Lu}/u.test(tag.name) && !tag.name.includes('.'),
  );
  const [first] = pieces;
  // Words before the first tag may be a case, a name of a type or what goes on from above.
  const isLed = pieces.length > 1 && first?.text.trim() === '';
  const isAmong = isLed || (isMarkup(lines, index, -1) && isMarkup(lines, index, 1));
  if (!isText || !isAmong) return undefined;
  const codes = filled.values();
  return pieces.map((piece) => ({
    ...piece,
    codes: Array.from(piece.text.matchAll(new RegExp(mark, 'g')), () => codes.next().value as string),
  }));
}

/** Does the nearest line that is more than words end, or begin, with a tag? */
function isMarkup(lines: readonly string[], from: number, step: 1 | -1): boolean {
  for (let at = from + step; at >= 0 && at < lines.length; at += step) {
    const line = (lines[at] as string).trim();
    if (/^[^<>{}()=;@|&]*$/.test(line)) continue;
    return (step === -1 ? /<\/?[a-z][\w-]*(?:\s+[\w-]+="[^"]*")*\s*\/?>$/ : /^<\/?[a-z]/).test(line);
  }
  return false;
}
