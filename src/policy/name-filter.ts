/**
 * Tells, without looking anything up, that nothing knows a file's or folder's name: most names are passed over by one walk
 * over their characters. May take a name for known that is not; never the other way round.
 */
export interface NameFilter {
  /** Marks of whole names, of beginnings, of the pieces between dots, hyphens and underscores. */
  readonly marks: Uint8Array;
  /** What is marked, for filters that know more. */
  readonly hashes: readonly number[];
  /** Some texts and endings begin anywhere, so that they are looked for at each character and not at the separators alone. */
  readonly loose: boolean;
  /** How many characters the shortest beginnings have that are marked: 1, 3 or 6. */
  readonly shortest: number;
  /** Wildcards that no beginning or end narrows down. */
  readonly tests: readonly ((name: string) => boolean)[];
}

/** What a filter lets through to be looked at. Letters' case does not count, nor what is not ASCII: such names all pass. */
export interface KnownNames {
  readonly names?: Iterable<string>;
  readonly beginnings?: Iterable<string>;
  readonly endings?: Iterable<string>;
  /** Texts that stand before a dot and after a dot, a hyphen, an underscore or nothing. */
  readonly pieces?: Iterable<string>;
  /** Texts of at least `leastInner` characters that stand anywhere. */
  readonly inner?: Iterable<string>;
  readonly tests?: Iterable<(name: string) => boolean>;
}

export const leastInner = 4;

/** A filter for all that is known; `base` is a filter whose names are known besides. */
export function createNameFilter(known: readonly KnownNames[], base?: NameFilter): NameFilter {
  const hashes = base === undefined ? [] : [...base.hashes];
  const tests = new Set(base?.tests);
  let loose = base?.loose === true;
  let shortest = base?.shortest ?? 6;
  for (const { names, beginnings, endings, pieces, inner, ...more } of known) {
    for (const name of names ?? []) hashes.push(hashOf(name));
    for (const beginning of beginnings ?? []) {
      markBeginning(beginning, hashes);
      shortest = Math.min(shortest, beginning.length < 3 ? 1 : beginning.length < 6 ? 3 : 6);
    }
    for (const ending of endings ?? []) {
      hashes.push(hashOf(ending) ^ endSalt);
      loose ||= codeAt(ending, 0) <= lastLetter;
    }
    for (const text of inner ?? []) {
      hashes.push(firstFour(text) ^ innerSalt);
      loose = true;
    }
    for (const piece of pieces ?? []) hashes.push(firstFour(`${piece}.`) ^ pieceSalt);
    for (const test of more.tests ?? []) tests.add(test);
  }
  let size = leastMarks;
  while (size < hashes.length * 16 && size < mostMarks) size *= 2;
  const copied = base?.marks.length === size ? base.hashes.length : 0;
  const marks = copied > 0 ? (base as NameFilter).marks.slice() : new Uint8Array(size);
  for (let at = copied; at < hashes.length; at += 1) {
    const hash = hashes[at] as number;
    const place = placeOf(hash, size);
    marks[place >>> 3] = (marks[place >>> 3] as number) | (1 << (place & 7));
  }
  return { marks, hashes, loose, shortest, tests: [...tests] };
}

/** Whether something may know the name that stands in `text` from `from` to `to`, or whether it is no plain name. */
export function mayBeKnown(filter: NameFilter, text: string, from: number, to: number): boolean {
  return startOfUnknown(filter, text, from, to) !== from;
}

/**
 * Where in `text` the name begins that ends at `to`: behind the last slash, at `from` where there is none behind it; -1 where
 * something may know the name, or where it is no plain name: empty, with a blank, with a dot at either end, or with a sign
 * that is not ASCII or seldom stands in names.
 */
export function startOfUnknown(filter: NameFilter, text: string, from: number, to: number): number {
  const { marks, loose, shortest } = filter;
  let at = to - 1;
  let whole = 0;
  /** The four characters from here on, the first in the lowest byte. */
  let near = 0;
  let beforeDot = false;
  for (; at >= from; at -= 1) {
    const unit = text.charCodeAt(at);
    const code = unit < 128 ? (plainCodes[unit] as number) : 0;
    if (code === 0) {
      if (unit === slash) break;
      return -1;
    }
    whole = (Math.imul(whole, 31) + code) | 0;
    if (code > lastLetter) {
      if (isMarked(marks, whole ^ endSalt) || (beforeDot && isMarked(marks, near ^ pieceSalt))) return -1;
      beforeDot = code === dot;
      if (beforeDot && at === to - 1) return -1;
    }
    near = (near << 8) | code;
    if (loose && (isMarked(marks, whole ^ endSalt) || isMarked(marks, near ^ innerSalt))) return -1;
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
    return -1;
  if (filter.tests.length > 0) {
    const name = text.slice(at + 1, to);
    for (const test of filter.tests) if (test(name)) return -1;
  }
  return at + 1;
}

const slash = 47;

/** Codes of the characters that part pieces lie above those of all others. */
const lastLetter = 127;
const dot = 128;

/** By ASCII code: the small letter's code, for a separator more than `lastLetter`, 0 for what no plain name has. */
const plainCodes = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (character === '.') return dot;
  if (character === '-') return dot + 1;
  if (character === '_') return dot + 2;
  return /[a-z\d@()+,=]/iu.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});

/** Keep what is marked for one purpose from being taken for another. */
const pieceSalt = 0x27d4eb2f;
const innerSalt = 0x165667b1;
const endSalt = 0x1b873593;
const firstSalt = 0x2c1b3c6d;
const shortSalt = 0x297a2d39;
const longSalt = 0x3c6ef372;

/** Of the first six characters, the first four of which are given. */
function firstSix(near: number, text: string, start: number): number {
  return near ^ Math.imul(codeAt(text, start + 4) | (codeAt(text, start + 5) << 8), 0x9e3779b1);
}

/** In bytes, powers of two. */
const leastMarks = 1 << 9;
const mostMarks = 1 << 18;

/** A bit's place. */
function placeOf(hash: number, size: number): number {
  const mixed = Math.imul(hash, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (size * 8 - 1);
}

function isMarked(marks: Uint8Array, hash: number): boolean {
  const place = placeOf(hash, marks.length);
  return ((marks[place >>> 3] as number) & (1 << (place & 7))) !== 0;
}

/** From the end to the beginning, as names are walked over. */
function hashOf(text: string): number {
  let hash = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) hash = (Math.imul(hash, 31) + codeAt(text, at)) | 0;
  return hash;
}

/** Of what no plain name has any code will do. */
function codeAt(text: string, at: number): number {
  return plainCodes[text.charCodeAt(at)] ?? 0;
}

/** Marks as many characters as a filter looks at. */
function markBeginning(text: string, hashes: number[]): void {
  const near = firstFour(text);
  if (text.length < 3) hashes.push((near & 0xff) ^ firstSalt);
  else if (text.length < 6) hashes.push((near & 0xffffff) ^ shortSalt);
  else hashes.push(near ^ longSalt, firstSix(near, text, 0));
}

/** The first in the lowest byte. */
function firstFour(text: string): number {
  return codeAt(text, 0) | (codeAt(text, 1) << 8) | (codeAt(text, 2) << 16) | (codeAt(text, 3) << 24);
}
