import { longestOf, matchStars } from './match-stars.js';
import type { SegmentPattern } from './path-pattern.js';

/**
 * Compiles a folder or file name with wildcards: `*` for any characters, `?` for one, a backslash takes the next one
 * literally, and where `sets` is true `[a-z]`, `[!a]` and `[^a]` stand for one of a set; a set that is not closed matches
 * nothing. A test takes at most time in proportion to the product of the lengths, and is linear for most.
 */
export function compileWildcard(name: string, sets: boolean): SegmentPattern {
  const pieces = readPieces(Array.from(name), sets);
  if (pieces === undefined) return { kind: 'wildcard', test: () => false };
  if (pieces.every((piece) => typeof piece === 'string')) return { kind: 'literal', text: pieces.join('') };
  const texts = textsBetweenStars(pieces);
  const test = texts === undefined ? (segment: string): boolean => matches(pieces, segment) : matchStars(texts);
  if (texts?.length === 2 && texts[0] === '') return { kind: 'wildcard', suffix: texts[1] as string, test };
  const wild = pieces.findIndex((piece) => typeof piece !== 'string');
  return {
    kind: 'wildcard',
    prefix: pieces.slice(0, wild).map(String).join(''),
    ...(texts !== undefined && { inner: longestOf(texts) }),
    test,
  };
}

/** A character, any characters, one character, or one of a set. */
type Piece = string | typeof any | typeof one | CharacterSet;

interface CharacterSet {
  readonly negated: boolean;
  readonly ranges: readonly { readonly from: string; readonly to: string }[];
}

const any = Symbol('any');
const one = Symbol('one');

/** The common case, which is tested far faster: characters and stars only. */
function textsBetweenStars(pieces: readonly Piece[]): readonly string[] | undefined {
  const texts = [''];
  for (const piece of pieces) {
    if (piece === any) texts.push('');
    else if (typeof piece === 'string') texts.push(`${texts.pop() as string}${piece}`);
    else return undefined;
  }
  return texts;
}

function readPieces(characters: readonly string[], sets: boolean): Piece[] | undefined {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < characters.length) {
    const character = characters[at] as string;
    at += 1;
    if (character === '*') {
      if (pieces.at(-1) !== any) pieces.push(any);
    } else if (character === '?') {
      pieces.push(one);
    } else if (character === '[' && sets) {
      const end = endOfSet(characters, at);
      if (end < 0) return undefined;
      pieces.push(readSet(characters.slice(at, end)));
      at = end + 1;
    } else if (character === '\\') {
      // At the end of a name it stands before the slash, which needs no escape.
      if (at < characters.length) pieces.push(characters[at] as string);
      at += 1;
    } else {
      pieces.push(character);
    }
  }
  return pieces;
}

/** Place of the bracket that closes a set, or -1. */
function endOfSet(characters: readonly string[], start: number): number {
  for (let at = start; at < characters.length; at += 1) {
    if (characters[at] === '\\') at += 1;
    else if (characters[at] === ']' && at > start) return at;
  }
  return -1;
}

function readSet(characters: readonly string[]): CharacterSet {
  const negated = characters[0] === '!' || characters[0] === '^';
  const ranges: { from: string; to: string }[] = [];
  let at = negated ? 1 : 0;
  const take = (): string => {
    if (characters[at] === '\\' && at + 1 < characters.length) at += 1;
    at += 1;
    return characters[at - 1] as string;
  };
  while (at < characters.length) {
    const from = take();
    if (characters[at] === '-' && at + 1 < characters.length) {
      at += 1;
      ranges.push({ from, to: take() });
    } else {
      ranges.push({ from, to: from });
    }
  }
  return { negated, ranges };
}

/** Two places move along; after a mismatch the last `*` takes one character more. */
function matches(pieces: readonly Piece[], segment: string): boolean {
  const characters = /^[\0-\x7f]*$/u.test(segment) ? segment : Array.from(segment);
  let at = 0;
  let piece = 0;
  let star = -1;
  let resume = 0;
  while (at < characters.length) {
    const wanted = pieces[piece];
    if (wanted === any) {
      star = piece;
      resume = at;
      piece += 1;
    } else if (wanted !== undefined && accepts(wanted, characters[at] as string)) {
      piece += 1;
      at += 1;
    } else if (star >= 0) {
      piece = star + 1;
      resume += 1;
      at = resume;
    } else {
      return false;
    }
  }
  while (pieces[piece] === any) piece += 1;
  return piece === pieces.length;
}

function accepts(wanted: Exclude<Piece, typeof any>, character: string): boolean {
  if (typeof wanted === 'string') return wanted === character;
  if (wanted === one) return true;
  return wanted.negated !== wanted.ranges.some(({ from, to }) => from <= character && character <= to);
}
