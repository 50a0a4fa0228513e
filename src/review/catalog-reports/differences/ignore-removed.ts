import type { ShapeDifference } from '../../../catalogs/compare-shapes.js';
import { findTags, sameInHtml } from '../../../catalogs/find-tags.js';

/**
 * The difference of a text from what it `was` but for tags that were cut out of it in one piece, with all words between them, where nothing else changed: who takes out a
 * paragraph with its link loses no link by mistake. `undefined` where nothing else differs.
 */
export function ignoreRemoved(
  difference: ShapeDifference | undefined,
  was: string,
  value: string,
): ShapeDifference | undefined {
  if (!difference?.missing.some(isTag)) return difference;
  const piece = cutOut(flat(was), flat(value));
  if (piece === undefined) return difference;
  const gone = new Set([...findTags(piece)].map(sameInHtml));
  const missing = difference.missing.filter((name) => !gone.has(sameInHtml(name)));
  return missing.length + difference.extra.length + difference.arms.length === 0
    ? undefined
    : { ...difference, missing };
}

/** The whole piece that is missing of a text, where the rest stands as it was and apart from it. */
function cutOut(was: string, value: string): string | undefined {
  const length = was.length - value.length;
  if (length <= 0) return undefined;
  let at = 0;
  while (at < value.length && was[at] === value[at]) at++;
  if (was.slice(at + length) !== value.slice(at)) return undefined;
  // The same piece may be seen a few signs to the left, where it begins as what follows it does.
  const isPiece = (from: number): boolean => {
    const piece = was.slice(from, from + length);
    return isWhole(piece) && isApart(was.slice(0, from), piece, was.slice(from + length));
  };
  let from = at;
  while (!isPiece(from)) {
    if (was[from - 1] !== was[from + length - 1]) return undefined;
    from--;
  }
  return was.slice(from, from + length);
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Are there words in it, and is every tag closed within it? */
function isWhole(piece: string): boolean {
  const open: string[] = [];
  for (const { 0: tag, 1: slash, 2: name = '' } of piece.matchAll(eachTag)) {
    if (/\/>$/.test(tag) || /^(?:br|hr|img|wbr)$/i.test(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  const words = piece.replaceAll(eachTag, ' ');
  return open.length === 0 && /\p{L}/u.test(words) && !/[<>]/.test(words);
}

const eachTag = /<(\/?)([a-zA-Z0-9][\w.:-]{0,60})(?:\s[^<>]{0,500})?\/?>/g;

/** Neither side goes on in the same word or sentence. */
function isApart(before: string, piece: string, after: string): boolean {
  return (
    (/(?:^|[\s>])$/u.test(before) || piece.startsWith(' ')) && (/^(?:$|[\s<])/u.test(after) || piece.endsWith(' '))
  );
}

function isTag(name: string): boolean {
  return name.startsWith('<');
}
