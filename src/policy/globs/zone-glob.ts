import { alsoMeant } from './also-meant.js';
import { expandBraces } from './expand-braces.js';
import { compileGlobName } from './glob-name.js';
import { findOddity, likelyGlobs, wordsBeside } from './glob-oddities.js';
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
  const oddity = findOddity(written) ?? (effect === 'allow' ? wordsBeside(written) : undefined);
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
