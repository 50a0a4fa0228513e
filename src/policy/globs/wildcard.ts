import { matchStars } from './match-stars.js';
import type { SegmentPattern } from './path-pattern.js';

/**
 * Compiles a folder or file name with wildcards: `*` for any characters, `?` for one, a backslash takes the next one
 * literally, and where `sets` is true `[a-z]`, `[!a]` and `[^a]` stand for one of a set; a set that is not closed matches
 * nothing. A test takes at most time in proportion to the product of the lengths, and is linear for most.
 */
export function compileWildcard(name: string, sets: boolean): SegmentPattern {
  const tokens = tokenize(Array.from(name), sets);
  if (tokens === undefined) return { kind: 'wildcard', test: () => false };
  const text = plainText(tokens);
  if (text !== undefined) return { kind: 'literal', text };
  const suffix = tokens[0] === any ? plainText(tokens.slice(1)) : undefined;
  if (suffix !== undefined) return { kind: 'wildcard', suffix, test: (segment) => segment.endsWith(suffix) };
  const prefix = plainText(
    tokens.slice(
      0,
      tokens.findIndex((token) => !isText(token)),
    ),
  ) as string;
  const texts = textsBetweenStars(tokens);
  if (texts === undefined) return { kind: 'wildcard', prefix, test: (segment) => matches(tokens, segment) };
  return { kind: 'wildcard', prefix, ending: texts.at(-1) as string, test: matchStars(texts) };
}

/** A character, any characters, one character, or one of a set. */
type Token = string | typeof any | typeof one | CharacterSet;

interface CharacterSet {
  readonly negated: boolean;
  readonly ranges: readonly { readonly from: string; readonly to: string }[];
}

const any = Symbol('any');
const one = Symbol('one');

function isText(token: Token): token is string {
  return typeof token === 'string';
}

/** `undefined` where there is a wildcard among them. */
function plainText(tokens: readonly Token[]): string | undefined {
  const texts = tokens.filter(isText);
  return texts.length === tokens.length ? texts.join('') : undefined;
}

/** The common case, which is tested far faster: characters and stars only. */
function textsBetweenStars(tokens: readonly Token[]): readonly string[] | undefined {
  const texts = [''];
  for (const token of tokens) {
    if (token === any) texts.push('');
    else if (isText(token)) texts.push(`${texts.pop() as string}${token}`);
    else return undefined;
  }
  return texts;
}

function tokenize(characters: readonly string[], sets: boolean): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < characters.length) {
    const character = characters[at] as string;
    at += 1;
    if (character === '*') {
      if (tokens.at(-1) !== any) tokens.push(any);
    } else if (character === '?') {
      tokens.push(one);
    } else if (character === '[' && sets) {
      const end = endOfSet(characters, at);
      if (end < 0) return undefined;
      tokens.push(readSet(characters.slice(at, end)));
      at = end + 1;
    } else if (character === '\\') {
      // At the end of a name it stands before the slash, which needs no escape.
      if (at < characters.length) tokens.push(characters[at] as string);
      at += 1;
    } else {
      tokens.push(character);
    }
  }
  return tokens;
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
function matches(tokens: readonly Token[], segment: string): boolean {
  const characters = /^[\0-\x7f]*$/u.test(segment) ? segment : Array.from(segment);
  let at = 0;
  let token = 0;
  let star = -1;
  let resume = 0;
  while (at < characters.length) {
    const wanted = tokens[token];
    if (wanted === any) {
      star = token;
      resume = at;
      token += 1;
    } else if (wanted !== undefined && accepts(wanted, characters[at] as string)) {
      token += 1;
      at += 1;
    } else if (star >= 0) {
      token = star + 1;
      resume += 1;
      at = resume;
    } else {
      return false;
    }
  }
  while (tokens[token] === any) token += 1;
  return token === tokens.length;
}

function accepts(wanted: Exclude<Token, typeof any>, character: string): boolean {
  if (typeof wanted === 'string') return wanted === character;
  if (wanted === one) return true;
  return wanted.negated !== wanted.ranges.some(({ from, to }) => from <= character && character <= to);
}
