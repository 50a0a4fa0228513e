import { globDepth } from '../globs/glob-depth.js';
import type { PathPattern } from '../globs/path-pattern.js';
import type { ZoneRule } from '../policy.js';
import { coversRule, patternsOf } from '../sample-paths.js';

/**
 * Whether an allow holds against a list for pairs, or a rule against what locks the rest of a folder: it names more folders, wildcards among them, and lies wholly in what the list names. `docs/**`
 * is no part of a `legal` folder wherever that lies, and `src/billing/**` is what `src/{billing,checkout}/**` names.
 */
export function yieldsTo(pair: ZoneRule, allow: ZoneRule): boolean {
  if (pair.yields !== true || globDepth(allow.glob) <= globDepth(pair.glob)) return false;
  const inner: ZoneRule = { ...allow, effect: 'pair' };
  const named = Math.max(...patternsOf(pair).map(namesOf));
  return patternsOf(inner).every((pattern) => namesOf(pattern) > named) && coversRule([pair], inner);
}

function namesOf({ segments }: PathPattern): number {
  return segments.filter(({ kind }) => kind !== 'globstar').length;
}

/** The same, each pair of rules looked at once: only rules that meet in a path are held against each other, however many a policy has. */
export function rememberYields(): typeof yieldsTo {
  const known = new Map<ZoneRule, Map<ZoneRule, boolean>>();
  return (pair, allow) => {
    if (pair.yields !== true) return false;
    const own = known.get(pair) ?? new Map<ZoneRule, boolean>();
    known.set(pair, own);
    const found = own.get(allow) ?? yieldsTo(pair, allow);
    own.set(allow, found);
    return found;
  };
}
