/** What one walk over the characters of a name looks at. */
export interface NameMarks {
  /** Marks of whole names, of beginnings, of the pieces between dots, hyphens and underscores. */
  readonly marks: Uint8Array;
  /** Where endings begin with a letter, so that they are looked for there too and not at the separators alone: a `signOf` each. */
  readonly looseEndings: number;
  /** How the texts begin that stand anywhere in a name: a `signOf` each. */
  readonly inner: number;
  /** How many characters the shortest beginnings have that are marked: 1, 3 or 6. */
  readonly shortest: number;
  /** Wildcards that no beginning or end narrows down. */
  readonly tests: readonly ((name: string) => boolean)[];
  /**
   * Where in the text the longest marked ending begins of the name that was last found to be known, if it is plain and nothing else in
   * it is marked: all plain names with that ending that are known by nothing else are known for the same. Else -1.
   */
  ending: number;
}

/** Whether something may know the name that stands in `text` from `from` to `to`, or whether it is no plain name. */
export function mayBeKnown(filter: NameMarks, text: string, from: number, to: number): boolean {
  return startOfName(filter, text, from, to) !== from;
}

/**
 * Where in `text` the name begins that ends at `to`: behind the last slash, at `from` where there is none behind it. It is `~` of
 * that place, below 0, where something may know the name, or where it is no plain name: empty, with a blank, with a dot at either
 * end, or with a sign that is not ASCII or seldom stands in names.
 */
export function startOfName(filter: NameMarks, text: string, from: number, to: number): number {
  const { marks, looseEndings, inner, shortest } = filter;
  let at = to - 1;
  let whole = 0;
  /** The four characters from here on, the first in the lowest byte. */
  let near = 0;
  let beforeDot = false;
  let ending = -1;
  for (; at >= from; at -= 1) {
    const unit = text.charCodeAt(at);
    const code = unit < 128 ? (plainCodes[unit] as number) : 0;
    if (code === 0) {
      if (unit === slash) break;
      return known(filter, startFrom(text, from, at), -1);
    }
    whole = (Math.imul(whole, 31) + code) | 0;
    if (code > lastLetter) {
      if (beforeDot && isMarked(marks, near ^ pieceSalt)) return known(filter, startFrom(text, from, at), -1);
      if (isMarked(marks, whole ^ endSalt)) ending = at;
      beforeDot = code === dot;
      if (beforeDot && at === to - 1) return known(filter, startFrom(text, from, at), -1);
    }
    near = (near << 8) | code;
    const sign = signOf(code);
    if ((looseEndings & sign) !== 0 && isMarked(marks, whole ^ endSalt)) ending = at;
    if ((inner & sign) !== 0 && hasInnerAt(marks, near, text, at)) return known(filter, startFrom(text, from, at), -1);
  }
  const length = to - at - 1;
  const first = near & 0xff;
  if (
    length <= 0 ||
    first === dot ||
    isMarked(marks, whole) ||
    (beforeDot && isMarked(marks, near ^ pieceSalt)) ||
    (length >= 6 && isMarked(marks, near ^ longSalt) && isMarked(marks, firstSix(near, text, at + 1))) ||
    (shortest < 6 && length >= 3 && isMarked(marks, (near & 0xffffff) ^ shortSalt)) ||
    (shortest < 3 && isMarked(marks, first ^ firstSalt))
  )
    return known(filter, at + 1, -1);
  if (filter.tests.length > 0) {
    const name = text.slice(at + 1, to);
    for (const test of filter.tests) if (test(name)) return known(filter, at + 1, -1);
  }
  return ending < 0 ? at + 1 : known(filter, at + 1, ending);
}

function known(filter: NameMarks, start: number, ending: number): number {
  filter.ending = ending;
  return ~start;
}

/** Where the name begins that goes on before `to`. */
function startFrom(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && text.charCodeAt(at - 1) !== slash) at -= 1;
  return at;
}

/** Whether a text that stands anywhere may begin here. */
function hasInnerAt(marks: Uint8Array, near: number, text: string, at: number): boolean {
  return (
    isMarked(marks, near ^ innerSalt) &&
    (isMarked(marks, near ^ shortInnerSalt) || isMarked(marks, firstSix(near, text, at) ^ longInnerSalt))
  );
}

const slash = 47;

/** Codes of the characters that part pieces lie above those of all others. */
const lastLetter = 127;
const dot = 128;

/** By ASCII code: the small letter's code, for a separator more than `lastLetter`, 0 for what no plain name has. */
const plainCodes = codesOfPlain();

function codesOfPlain(): Uint8Array {
  const codes = new Uint8Array(128);
  const plain = 'abcdefghijklmnopqrstuvwxyz0123456789@()+,=';
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    codes[code] = code;
    codes[plain.charAt(at).toUpperCase().charCodeAt(0)] = code;
  }
  codes['.'.charCodeAt(0)] = dot;
  codes['-'.charCodeAt(0)] = dot + 1;
  codes['_'.charCodeAt(0)] = dot + 2;
  return codes;
}

/** Keep what is marked for one purpose from being taken for another. */
const pieceSalt = 0x27d4eb2f;
const innerSalt = 0x165667b1;
const shortInnerSalt = 0x5bd1e995;
const longInnerSalt = 0x7feb352d;
const endSalt = 0x1b873593;
const firstSalt = 0x2c1b3c6d;
const shortSalt = 0x297a2d39;
const longSalt = 0x3c6ef372;

/** For who marks names: the same by name. What is exported by itself would be looked up each time that it is used here. */
export const salts = {
  piece: pieceSalt,
  inner: innerSalt,
  shortInner: shortInnerSalt,
  longInner: longInnerSalt,
  end: endSalt,
  first: firstSalt,
  short: shortSalt,
  long: longSalt,
} as const;

/** Of a whole text, from the end to the beginning, as names are walked over. */
export function hashOfText(text: string): number {
  let hash = 0;
  for (let at = text.length - 1; at >= 0; at -= 1)
    hash = (Math.imul(hash, 31) + (plainCodes[text.charCodeAt(at)] ?? 0)) | 0;
  return hash;
}

/** Of the first six characters, the first four of which are given. */
export function firstSix(near: number, text: string, start: number): number {
  return near ^ Math.imul(codeAt(text, start + 4) | (codeAt(text, start + 5) << 8), 0x9e3779b1);
}

/** One of 32 bits for a code: tells most characters apart without a look at the marks. */
export function signOf(code: number): number {
  return 1 << (code & 31);
}

/** Of what no plain name has any code will do. */
export function codeAt(text: string, at: number): number {
  return plainCodes[text.charCodeAt(at)] ?? 0;
}

/** Marks hashes, each by two bits. */
export function mark(marks: Uint8Array, hashes: readonly number[]): void {
  for (const hash of hashes) {
    set(marks, placeOf(hash, marks.length));
    set(marks, otherPlaceOf(hash, marks.length));
  }
}

function set(marks: Uint8Array, place: number): void {
  marks[place >>> 3] = (marks[place >>> 3] as number) | (1 << (place & 7));
}

/** Of the bit that is looked at first. */
function placeOf(hash: number, size: number): number {
  const mixed = Math.imul(hash, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (size * 8 - 1);
}

/** Of the bit that is looked at where the first is set: some chance sets the one, hardly ever both. */
function otherPlaceOf(hash: number, size: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b);
  return (mixed ^ (mixed >>> 16)) & (size * 8 - 1);
}

function isMarked(marks: Uint8Array, hash: number): boolean {
  const place = placeOf(hash, marks.length);
  if (((marks[place >>> 3] as number) & (1 << (place & 7))) === 0) return false;
  const other = otherPlaceOf(hash, marks.length);
  return ((marks[other >>> 3] as number) & (1 << (other & 7))) !== 0;
}
