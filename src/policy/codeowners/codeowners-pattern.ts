import type { PathPattern, SegmentPattern } from '../globs/path-pattern.js';
import { compileWildcard } from '../globs/wildcard.js';

/** Segments with wildcards by their text, so that rules with the same segment share it. */
export type SegmentCache = Map<string, SegmentPattern>;

/**
 * What a line of GitHub's CODEOWNERS covers: gitignore's patterns but for `!` and `[ ]`, and with a trailing `/*` for
 * the files right in a folder only. A slash at the start or in the middle anchors at the root. Case counts.
 */
export function githubPattern(pattern: string, cache: SegmentCache): PathPattern {
  const names = pattern.split('/');
  const anchored = names[0] === '' || (names.length > 1 && !(names.length === 2 && names[1] === ''));
  if (names[0] === '') names.shift();
  const folderOnly = names.length > 0 && names.at(-1) === '';
  if (folderOnly) names.pop();
  if (names.length === 0) return nothing;
  const last = names.at(-1) as string;
  // `folder/**` is everything in the folder, as `folder/` is; the `**` need not stand for a further folder.
  const all = last === '*' && !folderOnly && (names.length === 1 ? !anchored : isGlobstar(names.at(-2) as string));
  if (all) names.pop();
  const open = folderOnly || all || isGlobstar(last);
  while (isGlobstar(names.at(-1) ?? '')) names.pop();
  const segments = names.map((name) => (isGlobstar(name) ? globstar : githubSegment(name, cache)));
  if (!anchored && names.length > 0) segments.unshift(globstar);
  // `/*` and `folder/*` do not reach into the folders that they match.
  return { segments, self: !open, below: open || last !== '*' };
}

/**
 * What a line of GitLab's CODEOWNERS covers, as Ruby's `File.fnmatch` with FNM_DOTMATCH and FNM_PATHNAME takes it: a path
 * without a leading slash matches in any folder, a name covers no folder's content unless it ends in a slash, `**` reaches
 * over folders only where a slash follows, and `[ ]` holds a set of characters. Case counts.
 */
export function gitlabPattern(pattern: string, cache: SegmentCache): PathPattern {
  const names = pattern.split('/');
  const anchored = names[0] === '';
  if (anchored) names.shift();
  const folderOnly = names.at(-1) === '';
  if (folderOnly) names.pop();
  const last = names.length - 1;
  const segments = names.map((name, place) =>
    name === '**' && (place < last || folderOnly) ? globstar : gitlabSegment(name, cache),
  );
  if (!anchored) segments.unshift(globstar);
  return { segments, self: !folderOnly, below: folderOnly };
}

const globstar: SegmentPattern = { kind: 'globstar' };
const nothing: PathPattern = { segments: [], self: false, below: false };

function literal(text: string): SegmentPattern {
  return { kind: 'literal', text };
}

function isGlobstar(name: string): boolean {
  return name.startsWith('**') && /^\*+$/u.test(name);
}

function githubSegment(name: string, cache: SegmentCache): SegmentPattern {
  return /[*?\\]/u.test(name) ? segmentFor(name, cache, false) : literal(name);
}

function gitlabSegment(name: string, cache: SegmentCache): SegmentPattern {
  return /[*?\\[]/u.test(name) ? segmentFor(name, cache, true) : literal(name);
}

function segmentFor(name: string, cache: SegmentCache, sets: boolean): SegmentPattern {
  const found = cache.get(name);
  if (found !== undefined) return found;
  const segment = compileWildcard(name, sets);
  cache.set(name, segment);
  return segment;
}
