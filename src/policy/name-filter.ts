/**
 * Tells, without looking anything up, that nothing knows a file's or folder's name: most names are passed over by one walk
 * over their characters. May take a name for known that is not; never the other way round.
 */
export interface NameFilter {
  /** Marks of whole names, of beginnings, of the pieces between dots, hyphens and underscores. */
  readonly marks: Uint8Array;
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
  readonly tests?: Iterable<(name: string) => boolean>;
}

export function createNameFilter(known: readonly KnownNames[]): NameFilter {
  const hashes: number[] = [];
  const tests = new Set<(name: string) => boolean>();
  for (const { names, beginnings, endings, pieces, ...more } of known) {
    for (const name of names ?? []) hashes.push(hashOf(name));
    for (const beginning of beginnings ?? []) hashes.push(hashOfBeginning(beginning));
    for (const ending of endings ?? []) hashes.push(...hashesOfEnding(ending));
    for (const piece of pieces ?? []) hashes.push(hashOf(piece) ^ innerSalt);
    for (const test of more.tests ?? []) tests.add(test);
  }
  let size = leastMarks;
  while (size < hashes.length * 16 && size < mostMarks) size *= 2;
  const marks = new Uint8Array(size);
  for (const hash of hashes) {
    const place = placeOf(hash, size);
    marks[place >>> 3] = (marks[place >>> 3] as number) | (1 << (place & 7));
  }
  return { marks, tests: [...tests] };
}

/**
 * Whether something may know the name that stands in `text` from `from` to `to`, or whether it is no plain name: empty, with
 * a blank, with a dot at either end, or with a sign that is not ASCII or seldom stands in names.
 */
export function mayBeKnown({ marks, tests }: NameFilter, text: string, from: number, to: number): boolean {
  let whole = 0;
  let piece = 0;
  let before = 0;
  let code = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    before = code;
    code = unit < 128 ? (plainCodes[unit] as number) : 0;
    if (code === 0) return true;
    whole = (Math.imul(whole, 31) + code) | 0;
    if (code > lastLetter) {
      if (code === dot && isMarked(marks, piece ^ innerSalt)) return true;
      piece = 0;
    } else {
      piece = (Math.imul(piece, 31) + code) | 0;
    }
    const length = at - from;
    if (length === 4 && isMarked(marks, whole ^ longSalt)) return true;
    if (length === 2 && isMarked(marks, whole ^ shortSalt)) return true;
    if (length === 0 && (code === dot || isMarked(marks, code ^ firstSalt))) return true;
  }
  if (
    code === 0 ||
    code === dot ||
    isMarked(marks, whole) ||
    isMarked(marks, piece ^ endSalt) ||
    isMarked(marks, pair(before, code))
  )
    return true;
  if (tests.length === 0) return false;
  const name = text.slice(from, to);
  for (const test of tests) if (test(name)) return true;
  return false;
}

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
const innerSalt = 0x5bd1e995;
const endSalt = 0x1b873593;
const firstSalt = 0x2c1b3c6d;
const shortSalt = 0x297a2d39;
const longSalt = 0x3c6ef372;
const pairSalt = 0x165667b1;

function pair(before: number, last: number): number {
  return (before * 256 + last) ^ pairSalt;
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

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + codeAt(text, at)) | 0;
  return hash;
}

/** Of what no plain name has any code will do. */
function codeAt(text: string, at: number): number {
  return plainCodes[text.charCodeAt(at)] ?? 0;
}

function hashOfBeginning(text: string): number {
  if (text.length >= 5) return hashOf(text.slice(0, 5)) ^ longSalt;
  return text.length >= 3 ? hashOf(text.slice(0, 3)) ^ shortSalt : codeAt(text, 0) ^ firstSalt;
}

function hashesOfEnding(text: string): readonly number[] {
  const piece = /[-._][^-._]*$/u.exec(text)?.[0];
  if (piece !== undefined) return [hashOf(piece.slice(1)) ^ endSalt];
  const last = codeAt(text, text.length - 1);
  return text.length > 1
    ? [pair(codeAt(text, text.length - 2), last)]
    : Array.from({ length: 256 }, (_, before) => pair(before, last));
}
