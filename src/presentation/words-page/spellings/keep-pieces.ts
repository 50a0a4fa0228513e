/** A piece of a value: how it is written, and what it says. */
export interface Piece {
  readonly raw: string;
  readonly text: string;
  /** It stays as it is written wherever it is moved to: a tag with its attributes. */
  readonly isFixed?: true;
}

/** A value as it is written, and what that says, which may be a little else than was asked for. */
export interface Written {
  readonly raw: string;
  readonly text: string;
}

/** Writes a stretch that is new; `isFirst` where nothing stands before it. `undefined` where it cannot be written so. */
export type Encode = (text: string, isFirst: boolean) => Written | string | undefined;

/**
 * Writes `value` in place of `pieces`: what both begin and end with stays as it is written, and only what is new between is encoded.
 * `undefined` where it cannot be.
 */
export function keepPieces(pieces: readonly Piece[], value: string, encode: Encode): Written | undefined {
  let [first, start] = [0, 0];
  for (let piece = pieces[0]; piece !== undefined && value.startsWith(piece.text, start); piece = pieces[++first])
    start += piece.text.length;
  let [last, end] = [pieces.length, value.length];
  for (let piece = pieces[last - 1]; last > first && piece !== undefined; piece = pieces[--last - 1]) {
    if (end - piece.text.length < start || !value.endsWith(piece.text, end)) break;
    end -= piece.text.length;
  }
  // Half of a sign that is written with two units is none.
  while (isSecondHalf(value, start)) start -= lengthOf(pieces[--first]);
  while (isSecondHalf(value, end)) end += lengthOf(pieces[last++]);
  const middle = encodeAround(pieces.slice(first, last), value.slice(start, end), encode, start === 0);
  if (middle === undefined) return undefined;
  const parts = [...pieces.slice(0, first), ...middle, ...pieces.slice(last)];
  return { raw: parts.map(({ raw }) => raw).join(''), text: parts.map(({ text }) => text).join('') };
}

function isSecondHalf(value: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(value.charAt(at)) && /[\uD800-\uDBFF]/.test(value.charAt(at - 1));
}

/** What stands on this side of a value's sign is made of pieces. */
function lengthOf(piece: Piece | undefined): number {
  return (piece as Piece).text.length;
}

/** What was fixed between is written as it was where the new text has it; what says nothing and is fixed must not be lost. */
function encodeAround(
  old: readonly Piece[],
  value: string,
  encode: Encode,
  isFirst: boolean,
): readonly Written[] | undefined {
  const fixed = old.filter((piece) => piece.isFixed === true);
  if (fixed.some(({ text }) => text === '')) return undefined;
  const parts: Written[] = [];
  let at = 0;
  let next: Piece | undefined;
  do {
    let place: number;
    [next, place] = findNext(fixed, value, at);
    const words = value.slice(at, place);
    const written = words === '' ? '' : encode(words, isFirst && at === 0);
    if (written === undefined) return undefined;
    parts.push(typeof written === 'string' ? { raw: written, text: words } : written);
    if (next !== undefined) parts.push(...fixed.splice(fixed.indexOf(next), 1));
    at = place + (next?.text.length ?? 0);
  } while (next !== undefined);
  return parts;
}

function findNext(
  fixed: readonly Piece[],
  value: string,
  from: number,
): readonly [piece: Piece | undefined, at: number] {
  let found: Piece | undefined;
  let place = value.length;
  for (const piece of fixed) {
    const at = value.indexOf(piece.text, from);
    if (at !== -1 && at < place) [found, place] = [piece, at];
  }
  return [found, place];
}
