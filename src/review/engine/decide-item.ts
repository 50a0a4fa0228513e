import type { PlannedItem } from '../checklist/plan-items.js';
import { isSecurity } from '../checklist/security-section.js';
import type { Check, Outcome, ReviewContext, Severity } from '../check.js';
import { isRegulated } from '../../policy/is-regulated.js';
import type { Finding, ItemVerdict, ReviewItem } from '../review.js';
import { limitFindings } from './limit-findings.js';
import { placeOf } from './place-of.js';
import type { Ran } from './run-checks.js';
import type { WordFor } from './word-for.js';

/** `by` is there where a check leaves the item to a person, who attests it on the pull request. */
export interface Decided {
  readonly verdict: ItemVerdict;
  readonly findings: readonly Finding[];
  readonly by?: PlannedItem['by'];
  readonly word?: Pick<ReviewItem, 'claimedBy' | 'setAside'>;
}

/** What an item of the checklist comes to, and what is found of it. `outside`: paths of which the zone alone speaks. */
export function decideItem(
  context: ReviewContext,
  item: PlannedItem,
  ran: Ran,
  outside: ReadonlySet<string>,
  wordFor: WordFor,
): Decided {
  const { check } = item;
  if (!item.applies) return { verdict: 'not-applicable', findings: [] };
  if (check === undefined) return decideByHand(item, wordFor);
  const outcome = ran.outcomes.get(check.id);
  if (ran.unknown.has(check.id)) return { verdict: 'blocker', findings: [] };
  if (outcome === undefined || outcome === 'not-applicable') return { verdict: 'not-applicable', findings: [] };
  const style = check.section !== 'Scope' && !isSecurity(check);
  const reports = outcome.reports.filter(
    (report) => !style || report.path === undefined || report.unparsed === true || !outside.has(report.path),
  );
  const weighed = reports.map((report) => {
    const own = report.undecided === true ? 'note' : (report.severity ?? check.severity);
    return { report, severity: weigh(context, check, own, report.unparsed === true) };
  });
  const worst = (['blocker', 'needs-fix'] as const).find((each) => weighed.some(({ severity }) => severity === each));
  const findings = limitFindings(check.id, weighed, ({ report, severity }): Finding => {
    return { check: check.id, ...placeOf(report), severity, because: report.because ?? [] };
  });
  if (worst !== undefined) return { verdict: worst, findings };
  if (outcome.isByHand === true) return { ...decideByHand(item, wordFor), findings };
  if (outcome.undecided === true || reports.some(({ undecided }) => undecided))
    return { verdict: 'attest', findings, by: 'engineering DRI' };
  if (outcome.claimed === true) return { verdict: 'claimed', findings };
  // What lies outside of the zone was not looked at.
  return { verdict: reports.length < outcome.reports.length ? 'not-applicable' : 'pass', findings };
}

function decideByHand(item: PlannedItem, wordFor: WordFor): Decided {
  if (item.by !== 'author') return { verdict: 'attest', findings: [] };
  const { isGiven, ...word } = wordFor(item);
  return { verdict: isGiven ? 'attested' : 'attest', findings: [], word };
}

/** Paths that the zone reports: there the answer is a request to pair, not line-by-line comments (seed 001, "Reviewer Model"). */
export function pathsOutside(context: ReviewContext, outcomes: ReadonlyMap<string, Outcome>): ReadonlySet<string> {
  const outside = new Set<string>();
  for (const id of ['zone', 'codeowners']) {
    const outcome = outcomes.get(id);
    for (const report of outcome === undefined || outcome === 'not-applicable' ? [] : outcome.reports) {
      if (report.path !== undefined && report.severity !== 'note') outside.add(report.path);
    }
  }
  return outside;
}

/** Design §6: regulated controls make their checks' findings blockers; a commit is stopped by few blockers only. */
function weigh(context: ReviewContext, check: Check, severity: Severity, unparsed: boolean): Severity {
  if (severity === 'note') return 'note';
  if (unparsed) return 'blocker';
  const full = check.kept === 'regulated' && isRegulated(context.policy) ? 'blocker' : severity;
  const early = context.moment === 'commit' || context.moment === 'edit';
  return early && full === 'blocker' && check.stopsCommit !== true && !isSecurity(check) ? 'needs-fix' : full;
}
