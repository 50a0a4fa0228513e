import { alsoMeant } from './also-meant.js';
import { expandBraces } from './expand-braces.js';
import { compileGlobName } from './glob-name.js';
import type { PathPattern, SegmentPattern } from './path-pattern.js';

/** The most characters of a glob that is read at all. */
export const longestGlob = 1000;

/** What a zone glob matches. With a problem an allow has no patterns; a forbid keeps those that could be made out. */
export interface CompiledGlob {
  readonly patterns: readonly PathPattern[];
  /** Why the glob does not say what its author may think, to follow on "The glob … cannot be used: ". */
  readonly problem?: string;
}

/**
 * Compiles a glob of the PM zone (design §3, "Zone globs") to minimatch's meaning with `dot: true`, made safe:
 * anchored at the root, a trailing slash means everything below, a plain folder covers what is in it, and nothing is
 * ever an inversion or a comment. In doubt an allow matches less. In doubt a forbid matches more: its patterns are for
 * folded paths (see `fold`), hold for the folder itself and everything below, and a forbid without a slash (`*.sql`)
 * holds at any depth. Takes some milliseconds at the most, whatever the glob, and throws on none.
 */
export function compileZoneGlob(glob: string, effect: 'allow' | 'forbid'): CompiledGlob {
  const written = glob.trim();
  if (written.length > longestGlob) return { patterns: [], problem: `it is longer than ${longestGlob} characters` };
  const oddity = oddityOf(written) ?? (effect === 'allow' ? wordsOf(written) : undefined);
  if (oddity !== undefined && effect === 'allow') return { patterns: [], problem: oddity };
  const pieces = oddity === undefined ? [written] : likelyGlobs(written);
  const further = effect === 'forbid' ? pieces.flatMap(alsoMeant).flatMap((glob) => expandBraces(glob).globs) : [];
  const expansions = pieces.filter((piece) => piece !== '').map(expandBraces);
  const compiled = expansions.flatMap(({ globs }) => globs).map((each) => compilePath(each, effect));
  const problem = oddity ?? [...expansions, ...compiled].find((each) => each.problem !== undefined)?.problem;
  if (problem !== undefined && effect === 'allow') return { patterns: [], problem };
  const patterns = [...compiled, ...further.map((each) => compilePath(each, effect))].flatMap((each) => each.patterns);
  return { patterns, ...(problem === undefined ? {} : { problem }) };
}

/** Characters that show nothing or do not belong in a name that people type. */
const invisible = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\ufffd]|(?! )\p{Zs}/u;

function oddityOf(written: string): string | undefined {
  if (written === '') return 'it is empty';
  // Most globs are of plain characters, and V8 takes milliseconds to compile the other test.
  if (/[^ -~]/u.test(written) && invisible.test(written))
    return 'it holds a character that cannot be seen; type it anew';
  if (written.startsWith('!')) return 'a leading "!" does not turn a rule round; put it on the other list';
  if (written.startsWith('#')) return 'a leading "#" would make it a comment';
  if (written.includes('\\')) return 'it has a backslash; write "/" between folders';
  if (/["`<>“”„]|^['‘]|['’]$/u.test(written))
    return 'it holds quotation marks or angle brackets, which no path here has';
  if (/\.{3}|…/u.test(written)) return '"…" matches no path; write "**" for everything below';
  if (/(^|\/)\.\.(\/|$)/u.test(written)) return 'it climbs with ".."; write it from the repository\'s root';
  if (cutAtCommas(written).length > 1 || /;|[\s|]+(?=[*/.])/u.test(written))
    return 'it looks like several globs; give each its own backticks';
  return undefined;
}

/** Words behind a path. A forbid holds for the path alone as well (`alsoMeant`). */
function wordsOf(written: string): string | undefined {
  return /(?:\*\*|\/)\s|(?:\*|\.[a-z]\w{0,9})\s+[^\s/*.][^/*.]*$/iu.test(written)
    ? 'it holds words beside the path; put the path alone in backticks, and the words behind them'
    : undefined;
}

/** What the author of a forbid with an oddity may have meant. */
function likelyGlobs(written: string): readonly string[] {
  const plain = written
    .replace(new RegExp(invisible, 'gu'), '')
    .replace(/^[!#]+|["`<>“”„‘’']/gu, '')
    .replace(/\\/gu, '/');
  return [...new Set([plain, ...cutAtCommas(plain).flatMap((piece) => piece.split(/[\s;|]+/u))])];
}

/** Cuts at commas that stand in no braces. */
function cutAtCommas(text: string): readonly string[] {
  let depth = 0;
  let start = 0;
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (text[at] !== ',' || depth > 0) continue;
    pieces.push(text.slice(start, at));
    start = at + 1;
  }
  return [...pieces, text.slice(start)];
}

function compilePath(glob: string, effect: 'allow' | 'forbid'): CompiledGlob {
  const written = glob.split('/').filter((name) => name !== '' && name !== '.');
  // "**auth" and "**.ts" are one folder deep to minimatch; whoever forbids them means any depth.
  const names =
    effect === 'allow' ? written : written.flatMap((name) => (/^\*+$|^(?!.*\*\*)/u.test(name) ? [name] : ['**', name]));
  const compiled = names.map((name) => compileGlobName(name, effect));
  const problem = compiled.find((segment) => segment.problem !== undefined)?.problem;
  const segments = withoutRepeatedGlobstars(compiled.map(({ pattern }) => pattern));
  const open = segments.at(-1)?.kind === 'globstar' || glob.endsWith('/');
  while (segments.at(-1)?.kind === 'globstar') segments.pop();
  if (segments.length === 0)
    return names.length > 0 ? everything : { ...everything, problem: 'it names no file or folder' };
  if (effect === 'forbid' && names.length === 1 && !/^\.?\//u.test(glob)) segments.unshift({ kind: 'globstar' });
  const self = effect === 'forbid' || !open;
  const below = effect === 'forbid' || open || isFolder(segments.at(-1));
  return { patterns: [{ segments, self, below }], ...(problem === undefined ? {} : { problem }) };
}

const everything: CompiledGlob = {
  patterns: [{ segments: [{ kind: 'wildcard', suffix: '', test: () => true }], self: true, below: true }],
};

function withoutRepeatedGlobstars(segments: readonly SegmentPattern[]): SegmentPattern[] {
  return segments.filter((segment, place) => segment.kind !== 'globstar' || segments[place - 1]?.kind !== 'globstar');
}

/** A plain name with an ending is taken for a file: a folder `events.ts/` must not open what is put into it. */
function isFolder(segment: SegmentPattern | undefined): boolean {
  return segment?.kind === 'literal' && !segment.text.slice(1).includes('.');
}
