import { fold } from './fold.js';
import { longestOf, matchStars } from './match-stars.js';
import { matchTokens, type Token } from './match-tokens.js';
import type { SegmentPattern } from './path-pattern.js';

/** A folder or file name with wildcards, ready to match; with a problem where it was not understood as written. */
export interface CompiledSegment {
  readonly pattern: SegmentPattern;
  readonly problem?: string;
}

/**
 * Compiles one name of a zone glob (no slash, no braces) to minimatch's meaning with `dot: true`.
 *
 * An allow's `[ ]` is plain text, since `[locale]` is a folder's name; a forbid takes it both ways. A forbid's pattern
 * matches folded names (see `fold`) and, where it was not understood, any name.
 */
export function compileSegment(text: string, effect: 'allow' | 'forbid'): CompiledSegment {
  if (/^\*{2,}$/u.test(text)) return { pattern: text === '**' ? { kind: 'globstar' } : suffixed('') };
  const source: Source = { characters: Array.from(text), effect, at: 0 };
  const tokens = readAlternatives(source, false).flat();
  if (source.problem !== undefined) return { pattern: suffixed(''), problem: source.problem };
  return { pattern: patternOf(effect === 'allow' ? tokens : tokens.map(foldToken)) };
}

/** Reading position; `problem` is set once and ends the reading. */
interface Source {
  readonly characters: readonly string[];
  readonly effect: 'allow' | 'forbid';
  at: number;
  problem?: string;
}

const any: Token = { kind: 'any' };

function suffixed(suffix: string): SegmentPattern {
  return { kind: 'wildcard', suffix, test: (name) => name.endsWith(suffix) };
}

function patternOf(tokens: readonly Token[]): SegmentPattern {
  const [first, second, third] = tokens;
  if (first?.kind === 'text' && second === undefined) return { kind: 'literal', text: first.text };
  if (first?.kind === 'any' && second === undefined) return suffixed('');
  if (first?.kind === 'any' && second?.kind === 'text' && third === undefined) return suffixed(second.text);
  const prefix = first?.kind === 'text' ? first.text : '';
  const texts = textsBetweenStars(tokens);
  if (texts === undefined) return { kind: 'wildcard', prefix, test: matchTokens(tokens) };
  return { kind: 'wildcard', prefix, inner: longestOf(texts), test: matchStars(texts) };
}

/** The common case, which is tested far faster: text and stars only. */
function textsBetweenStars(tokens: readonly Token[]): readonly string[] | undefined {
  const texts = [''];
  for (const token of tokens) {
    if (token.kind === 'any') texts.push('');
    else if (token.kind === 'text') texts.push(texts.splice(-1).join('') + token.text);
    else return undefined;
  }
  return texts;
}

/** Reads to the end, or in a group to its closing bracket; `|` parts alternatives in a group only. */
function readAlternatives(source: Source, inGroup: boolean): readonly (readonly Token[])[] {
  const alternatives: Token[][] = [];
  let tokens: Token[] = [];
  while (source.at < source.characters.length && source.problem === undefined) {
    const character = source.characters.slice(source.at, source.at + 1).join('');
    if (inGroup && character === ')') return [...alternatives, tokens];
    if (inGroup && character === '|') {
      source.at += 1;
      alternatives.push(tokens);
      tokens = [];
    } else {
      push(tokens, readToken(source, character));
    }
  }
  if (inGroup) source.problem ??= 'a bracket is not closed';
  return [...alternatives, tokens];
}

/** Joins text to text and a star to a star. */
function push(tokens: Token[], token: Token): void {
  const last = tokens.at(-1);
  if (last?.kind === 'text' && token.kind === 'text') {
    tokens[tokens.length - 1] = { kind: 'text', text: last.text + token.text };
  } else if (last?.kind !== 'any' || token.kind !== 'any') {
    tokens.push(token);
  }
}

function readToken(source: Source, character: string): Token {
  if (/[@+?*!]/u.test(character) && source.characters[source.at + 1] === '(') return readGroup(source, character);
  if (character === '[' && source.effect === 'forbid') return readBrackets(source);
  source.at += 1;
  if (character === '*') return any;
  if (character === '?') return source.effect === 'forbid' ? anyFoldedOne : { kind: 'one', accepts: () => true };
  return { kind: 'text', text: character };
}

function readGroup(source: Source, sign: string): Token {
  if (sign === '!') source.problem = '!(…) says only what it is not';
  source.at += 2;
  const alternatives = readAlternatives(source, true);
  source.at += 1;
  return { kind: 'group', alternatives, optional: /[?*]/u.test(sign), repeats: /[+*]/u.test(sign) };
}

/** `[abc]` both as it stands and as one of its characters; where it is more than a plain list, as any characters. */
function readBrackets(source: Source): Token {
  const start = source.at;
  const list = /^\[([!^]?\]?(?:\[:[a-z]*:\]|[^\]])*)\]/iu.exec(source.characters.slice(start).join(''));
  source.at = start + Array.from(list?.[0] ?? '[').length;
  if (list === null) return { kind: 'text', text: '[' };
  const [whole, inner = ''] = list;
  const one: Token = /^(?:[a-z0-9](?:-[a-z0-9])?|_)+$/iu.test(inner) ? { kind: 'one', accepts: inList(inner) } : any;
  return {
    kind: 'group',
    alternatives: [[{ kind: 'text', text: whole }], [one]],
    optional: false,
    repeats: false,
  };
}

function inList(list: string): (character: string) => boolean {
  const ranges = Array.from(list.matchAll(/.-.|./gu), ([range]) => ({ from: range.charAt(0), to: range.slice(-1) }));
  return (character) =>
    [character, character.toUpperCase()].some((each) => ranges.some(({ from, to }) => from <= each && each <= to));
}

function foldToken(token: Token): Token {
  if (token.kind === 'text') return { kind: 'text', text: fold(token.text) };
  if (token.kind !== 'group') return token;
  return { ...token, alternatives: token.alternatives.map((tokens) => tokens.map(foldToken)) };
}

const one: Token = { kind: 'one', accepts: () => true };
const foreign: Token = { kind: 'one', accepts: (character) => character > '\u007f' };

/** What one character may have become by folding: `ß` is `ss`, `ﬃ` is `ffi`, `İ` is `i` and a dot. */
const anyFoldedOne: Token = {
  kind: 'group',
  optional: false,
  repeats: false,
  alternatives: [
    [one],
    [one, foreign],
    [one, foreign, foreign],
    [foreign, one],
    ...['ss', 'st', 'ff', 'fi', 'fl', 'ffi', 'ffl'].map((text): readonly Token[] => [{ kind: 'text', text }]),
  ],
};
