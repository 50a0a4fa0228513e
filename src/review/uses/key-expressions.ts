import { expressWords } from '../old-words/find-whole-words.js';
import { endsOf } from './sentence-ends.js';
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
    const named = key.names.flatMap((name) => expressName(name, key));
    const own = [...named, ...expressFile(key)].filter((each) => !expressions.has(each));
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

/** What loads the catalog itself, in whatever language; without its ending only where a program is loaded so. */
function expressFile({ family, naming }: TextKey): readonly string[] {
  const [, name = '', ending = ''] = /([^/]+?)([.](?:json5?|ya?ml|[cm]?[jt]s))$/.exec(family) ?? [];
  if (naming !== 'key' || ending === '') return [];
  const any = name.split('*').map(expressWords).join('[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*');
  const isProgram = /[jt]s$/.test(ending);
  return [
    `(from|require[(]|import[(]) ?["'\`]([^"'\`]*/)?${any}${isProgram ? `(${expressWords(ending)}|[.]js)?` : expressWords(ending)}["'\`]`,
  ];
}

function expressName(name: string, { naming, names }: TextKey): readonly string[] {
  const ends = endsOf(name);
  if (ends.length > 0) return ends.map(({ probe }) => probe.split(' ').map(expressWords).join('[^A-Za-z0-9]+'));
  if (/\s/.test(name)) return [expressWords(name)];
  const own = naming === 'resource' || naming === 'member' ? [`[./]${expressWords(name)}([^A-Za-z0-9_]|$)`] : [];
  const whole = isTelling(name) ? [joined(name)] : expressWord(joined(name), naming);
  const segments = name.split('.');
  const groups = segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('.'));
  const cuts = [...name.matchAll(/[_-](?=\w)/g)].map(({ index }) => name.slice(0, index));
  const last = segments.at(-1) as string;
  const isOfRails = naming === 'rails' || naming === 'component';
  // `t('.form.title')`, `t(:title, scope: [:home, :form])`.
  const tails = isOfRails && name === names[0] ? segments.slice(1).map((_, at) => segments.slice(at + 1)) : [];
  return [
    ...own,
    ...whole,
    ...groups.map((group) => `["'\`:./]${joined(group)}([.:|/]?["'\`]|[.:|/][$#%{\\\\])`),
    ...cuts.map((cut) => `["'\`:./]${joined(cut)}[_-]?["'\`$#%{\\\\]`),
    ...(segments.length > 1 && name === names[0] ? [inBrackets(segments.at(-2) as string, last)] : []),
    ...(segments.length > 1 ? [`[}"'\`)][.:|/]${expressWords(last)}["'\`]`] : []),
    ...(isOfRails && name === names[0]
      ? segments.slice(1, -1).map((group) => `["'][.]${expressWords(group)}["']`)
      : []),
    ...tails.flatMap((tail) => [
      `["'][.]${expressWords(tail.join('.'))}["']`,
      `[:"']${expressWords(tail.join('.'))}["']?,`,
    ]),
  ];
}

/**
 * A word that many lines have is searched for between signs: as a string, a member and in the ways of templates. Blanks before it and the ends of lines
 * are no such signs: looking for them takes git ten times as long.
 */
function expressWord(word: string, naming: TextKey['naming']): readonly string[] {
  return [
    `["'\`.:/{_>@|%}]${word}["'\`(}_ );,<%{]`,
    `\\]${word}["';,]`,
    // `{loc:Translate Title}` of XAML.
    ...(naming === 'member' ? [`${word}}`] : []),
  ];
}

/** `home['hero'].title`, `$home['hero']['title']`. */
function inBrackets(group: string, last: string): string {
  const [around, own] = [expressWords(group), expressWords(last)];
  return `${around}(["'\`]\\])?([?][.])?\\[["'\`]${own}|${around}["'\`]\\][?]?[.]${own}`;
}

function joined(name: string): string {
  return name.split('.').map(expressWords).join('(::|[.:|/])');
}
