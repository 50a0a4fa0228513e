import type * as minimatch from 'minimatch';
import { fold } from '../fold.js';
import type { SegmentPattern } from './path-pattern.js';
import { compileWildcard } from './wildcard.js';

/** A folder or file name with wildcards, ready to match; with a problem where it was not understood as written. */
export interface CompiledName {
  readonly pattern: SegmentPattern;
  readonly problem?: string;
}

/** So many groups and, in a forbid, `?` and `[ ]` may stand in one name. */
const mostGroups = 256;

/**
 * Compiles one name of a zone glob (no slash, no braces) to minimatch's meaning with `dot: true`.
 *
 * An allow's `[ ]` is plain text, since `[locale]` is a folder's name; a forbid takes it both ways. A forbid's pattern
 * matches folded names (see `fold`) and, where it was not understood, any name.
 */
export function compileGlobName(text: string, effect: 'allow' | 'forbid'): CompiledName {
  if (/^\*{2,}$/u.test(text)) return { pattern: text === '**' ? { kind: 'globstar' } : anyName };
  const problem = problemOf(effect === 'allow' ? text : text.replace(brackets, ''));
  if (problem !== undefined) return { pattern: anyName, problem };
  const isPlain = !groupStart.test(text) && (effect === 'allow' || !/[?[]/u.test(text));
  if (isPlain) return { pattern: compileWildcard(effect === 'allow' ? text : fold(text), false) };
  const glob = effect === 'allow' ? escape(text, /[[\]]/gu) : closingGlob(text);
  return (glob.match(/[@+?*]\(/gu) ?? []).length > mostGroups
    ? { pattern: anyName, problem: `it has more than ${mostGroups} wildcards in one name` }
    : { pattern: compileGroups(glob, effect) };
}

const anyName: SegmentPattern = { kind: 'wildcard', suffix: '', test: () => true };

const groupStart = /[@+?*!]\(/u;

function problemOf(text: string): string | undefined {
  if (text.includes('!(')) return '!(…) says only what it is not';
  let depth = 0;
  for (const [token] of text.matchAll(/[@+?*]\(|\)/gu)) depth = token === ')' ? Math.max(0, depth - 1) : depth + 1;
  return depth > 0 ? 'a bracket is not closed' : undefined;
}

/**
 * Leaves to minimatch what no wildcard of ours says. It matches without going back, however hostile glob and name are. Few globs
 * need it and every start would wait for it, so it is loaded with the first that does.
 */
function compileGroups(glob: string, effect: 'allow' | 'forbid'): SegmentPattern {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be loaded at every start
  const { Minimatch } = require('minimatch') as typeof minimatch;
  // With a sign before them `.` and `..` are names like others.
  const { set } = new Minimatch(`-${glob}`, { ...options, nocase: effect === 'forbid' });
  const [[part]] = set as [[string | Pick<RegExp, 'test'>]];
  if (typeof part === 'string') return { kind: 'literal', text: part.slice(1) };
  const prefix = (/^(?:[^*?@+[\\]|[@+](?!\())*/u.exec(glob) as RegExpExecArray)[0];
  return { kind: 'wildcard', prefix, test: (name) => part.test(`-${name}`) };
}

const options = {
  dot: true,
  nobrace: true,
  nocomment: true,
  nonegate: true,
  // A backslash escapes, also on Windows, and plain text stays plain text.
  platform: 'linux',
  nocaseMagicOnly: true,
} as const;

/** A list in brackets, also one of a named class. */
const brackets = /\[([!^]?\]?(?:\[:[a-z]*:\]|[^\]])*)\]/giu;

/** What a forbid's name stands for over folded names. */
function closingGlob(text: string): string {
  const parts = new RegExp(`${brackets.source}|\\?(?!\\()|[^[?]+|\\[`, 'giu');
  return text.replace(parts, (part: string, list?: string) => {
    if (list !== undefined) return eitherWay(part, list);
    if (part === '?') return oneFolded;
    return part === '[' ? '\\[' : fold(part);
  });
}

/** `[abc]` both as it stands and as one of its characters; where it is more than a plain list, as any characters. */
function eitherWay(written: string, list: string): string {
  const isPlain = /^(?:[a-z0-9](?:-[a-z0-9])?|_)+$/iu.test(list);
  return `@(${escape(fold(written), /[^\p{L}\p{N}]/gu)}|${isPlain ? written : '*'})`;
}

function escape(text: string, signs: RegExp): string {
  return text.replace(signs, '\\$&');
}

/** What one character may have become by folding: `ß` is `ss`, `ﬃ` is `ffi`, `İ` is `i` and a dot. */
const oneFolded = ((foreign) => `@(?|?${foreign}|?${foreign}${foreign}|${foreign}?|ss|st|ff|fi|fl|ffi|ffl)`)(
  '[^\u0001-\u007f]',
);
