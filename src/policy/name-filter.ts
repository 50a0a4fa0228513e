import { codeAt, firstSix, hashOfText, mark, salts, signOf, type NameMarks } from './scan-name.js';

/**
 * Tells, without looking anything up, that nothing knows a file's or folder's name: most names are passed over by one walk
 * over their characters. May take a name for known that is not; never the other way round.
 */
export interface NameFilter extends NameMarks {
  /** What is marked, for filters that know more, and how many that are. */
  readonly hashes: readonly (readonly number[])[];
  readonly count: number;
}

/** What a filter lets through to be looked at. Letters' case does not count, nor what is not ASCII: such names all pass. */
export interface KnownNames {
  readonly names?: Iterable<string> | undefined;
  readonly beginnings?: Iterable<string> | undefined;
  readonly endings?: Iterable<string> | undefined;
  /** Texts that stand before a dot and after a dot, a hyphen, an underscore or nothing. */
  readonly pieces?: Iterable<string> | undefined;
  /** Texts of at least `leastInner` characters that stand anywhere. */
  readonly inner?: Iterable<string> | undefined;
  readonly tests?: Iterable<(name: string) => boolean>;
}

export const leastInner = 4;

/** A filter for all that is known; `base` is a filter whose names are known besides. */
export function createNameFilter(known: readonly KnownNames[], base: NameFilter = emptyFilter): NameFilter {
  const hashes: number[] = [];
  const tests: ((name: string) => boolean)[] = [];
  let { looseEndings, inner: innerSigns, shortest } = base;
  for (const { names, beginnings, endings, pieces, inner, tests: looked } of known) {
    for (const name of names ?? []) hashes.push(hashOfText(name));
    for (const beginning of beginnings ?? []) {
      markBeginning(beginning, hashes);
      shortest = Math.min(shortest, beginning.length < 3 ? 1 : beginning.length < 6 ? 3 : 6);
    }
    for (const ending of endings ?? []) {
      hashes.push(hashOfText(ending) ^ salts.end);
      if (!separators.test(ending)) looseEndings |= signOf(codeAt(ending, 0));
    }
    for (const text of inner ?? []) {
      markInner(text, hashes);
      innerSigns |= signOf(codeAt(text, 0));
    }
    for (const piece of pieces ?? []) hashes.push(firstFour(`${piece}.`) ^ salts.piece);
    for (const test of looked ?? []) tests.push(test);
  }
  const count = base.count + hashes.length;
  let size = base.marks.length;
  while (size < count * 16 && size < mostMarks) size *= 2;
  const marks = size === base.marks.length ? base.marks.slice() : new Uint8Array(size);
  const chunks = [...base.hashes, hashes];
  for (const chunk of size === base.marks.length ? [hashes] : chunks) mark(marks, chunk);
  return {
    marks,
    hashes: chunks,
    count,
    looseEndings,
    inner: innerSigns,
    shortest,
    tests: tests.length === 0 ? base.tests : [...new Set([...base.tests, ...tests])],
    ending: -1,
  };
}

/** Signs that part a name's pieces, at the beginning of a text. */
const separators = /^[-._]/u;

/** In bytes, powers of two. */
const leastMarks = 1 << 9;
const mostMarks = 1 << 18;

/** Passes over every plain name. */
const emptyFilter: NameFilter = {
  marks: new Uint8Array(leastMarks),
  hashes: [],
  count: 0,
  looseEndings: 0,
  inner: 0,
  shortest: 6,
  tests: [],
  ending: -1,
};

/** Marks as many characters as a filter looks at. */
function markBeginning(text: string, hashes: number[]): void {
  const near = firstFour(text);
  if (text.length < 3) hashes.push((near & 0xff) ^ salts.first);
  else if (text.length < 6) hashes.push((near & 0xffffff) ^ salts.short);
  else hashes.push(near ^ salts.long, firstSix(near, text, 0));
}

/** Marks four characters, and what tells more than these. */
function markInner(text: string, hashes: number[]): void {
  const near = firstFour(text);
  hashes.push(
    near ^ salts.inner,
    text.length < 6 ? near ^ salts.shortInner : firstSix(near, text, 0) ^ salts.longInner,
  );
}

/** The first in the lowest byte. */
function firstFour(text: string): number {
  return codeAt(text, 0) | (codeAt(text, 1) << 8) | (codeAt(text, 2) << 16) | (codeAt(text, 3) << 24);
}
