import { foldForEye } from './fold-for-eye.js';
import { fold } from './fold.js';
import { indexPaths } from './path-index/path-index.js';
import { textsOfPatterns } from './globs/texts-of-patterns.js';
import { compileZoneGlob } from './globs/zone-glob.js';

/** Several zone globs as one test of paths. */
export interface GlobMatcher {
  readonly matches: (path: string) => boolean;
  /** Texts of which each matching path in ASCII holds at least one, in some case; `undefined` where there are none such. */
  readonly requiredTexts: readonly string[] | undefined;
}

/**
 * Compiles globs as those of an allow or a forbid list (design §3, "Zone globs"): in doubt an allow matches less, and a forbid more, in any
 * case of the letters. A glob that cannot be used matches nothing where it allows.
 */
export function matchGlobs(globs: readonly string[], effect: 'allow' | 'forbid'): GlobMatcher {
  const patterns = [...new Set(globs)].flatMap((glob) => compileZoneGlob(glob, effect).patterns);
  const index = indexPaths(patterns);
  const requiredTexts = textsOfPatterns(patterns);
  const mayMatch = requiredTexts && requiredTexts.length <= fewTexts ? holdsOne(requiredTexts) : undefined;
  return {
    matches: (path) => {
      if (mayMatch?.test(path) === false) return false;
      const names = path.split('/');
      const name = names.pop() as string;
      if (effect === 'allow')
        return (
          index.match(
            names.reduce((state, each) => index.enter(state, each), index.root),
            name,
          ).length > 0
        );
      const folder = names.reduce((state, each) => index.enter(state, fold(each), foldForEye(each)), index.root);
      return index.match(folder, fold(name), foldForEye(name)).length > 0;
    },
    requiredTexts,
  };
}

/** With more texts than these the patterns themselves are as fast. */
const fewTexts = 16;

/** One search that tells nearly all paths of a large change apart: it finds what is not ASCII, or holds a text in some case. */
function holdsOne(texts: readonly string[]): RegExp {
  return new RegExp(['[^\\0-\\x7f]', ...texts.map((text) => text.replace(/[^\w]/g, '\\$&'))].join('|'), 'i');
}
