import type { TextKey } from './text-key.js';
import { isTelling } from './text-key.js';

/** Alternatives of one search, and their characters together; keys beyond are not searched for. */
const mostAlternatives = 1500;
const mostCharacters = 60_000;
const longestName = 300;

/** What to search for, and the keys that it stands for. */
export interface KeyExpressions {
  readonly expressions: readonly string[];
  readonly searched: readonly TextKey[];
}

/**
 * Expressions (POSIX extended, one line each) that match wherever a program may name one of these keys: whole; by its end behind something worked out;
 * by a beginning that something worked out follows, or that is said to be where keys begin.
 */
export function expressKeys(keys: readonly TextKey[]): KeyExpressions {
  const expressions = new Set(['defineMessages\\(']);
  const searched: TextKey[] = [];
  let characters = 0;
  for (const key of keys) {
    const own = key.names.flatMap(expressName).filter((each) => !expressions.has(each));
    characters += own.join('').length;
    if (expressions.size + own.length > mostAlternatives || characters > mostCharacters) break;
    if (key.names.some(isTooOdd)) continue;
    for (const each of own) expressions.add(each);
    searched.push(key);
  }
  return { expressions: [...expressions], searched };
}

/** Nobody writes such a name into a program, and nothing is found by it: shorter than two letters, with a line break. */
function isTooOdd(name: string): boolean {
  return name.length > longestName || /[\n\0]/.test(name) || !/[\p{L}\p{N}][^]*[\p{L}\p{N}]/u.test(name);
}

function expressName(name: string): readonly string[] {
  const whole = isTelling(name) ? joined(name) : `["'\`.:/{_]${joined(name)}["'\`(}_ );,]`;
  if (/\s/.test(name)) return [escaped(name)];
  const segments = name.split('.');
  const groups = segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('.'));
  const cuts = [...name.matchAll(/[_-](?=\w)/g)].map(({ index }) => name.slice(0, index));
  const last = segments.at(-1) as string;
  return [
    whole,
    ...groups.map((group) => `["'\`:./]${joined(group)}([.:|/]?["'\`]|[.:|/][$#%{\\\\])`),
    ...cuts.map((cut) => `["'\`:./]${joined(cut)}[_-]?["'\`$#%{\\\\]`),
    ...(segments.length > 1 ? [`[}"'\`)][.:|/]${escaped(last)}["'\`]`] : []),
  ];
}

function joined(name: string): string {
  return name.split('.').map(escaped).join('(::|[.:|/])');
}

function escaped(text: string): string {
  // Quotation marks are escaped in strings.
  return text.replace(/[.$[\](){}*+?^|\\]/g, '\\$&').replace(/["'`]/g, '\\\\?$&');
}
