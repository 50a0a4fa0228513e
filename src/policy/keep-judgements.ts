import type { PathFacts } from './decide-standing.js';
import type { Ownership } from './owner-index.js';
import type { Judgement } from './policy.js';

/** The most judgements that are kept for one reason; beyond them all are forgotten and decided again. */
const most = 1 << 16;

/**
 * Decides paths of which nothing is said but by their owners and their names once for all folders; they are most of a repository,
 * and its folders differ in what may still follow below. All others are decided each time.
 */
export function keepJudgements(decide: (facts: PathFacts) => Judgement): (facts: PathFacts) => Judgement {
  const byControl = new Map<string | undefined, Map<Ownership, Judgement>>();
  return (facts) => {
    const { hostile, control, ownership, closings, openings, inFeatureFolder } = facts;
    if (hostile !== undefined || inFeatureFolder || closings.length > 0 || openings.length > 0) return decide(facts);
    let kept = byControl.get(control);
    if (kept === undefined || kept.size >= most) {
      kept = new Map();
      byControl.set(control, kept);
    }
    const found = kept.get(ownership);
    if (found !== undefined) return found;
    const judgement = decide(facts);
    kept.set(ownership, judgement);
    return judgement;
  };
}

/** Decides paths of which nothing is said but by one of so many rules, or by none, once for each. */
export function keepByRule(
  rules: number,
  decide: (matching: readonly number[]) => Judgement,
): (matching: readonly number[]) => Judgement {
  const kept = new Array<Judgement | undefined>(rules + 1);
  return (matching) => (kept[matching.length === 0 ? rules : (matching[0] as number)] ??= decide(matching));
}
