import { findPolicyErrors } from '../../policy/policy-errors.js';
import type { Check, ReviewContext } from '../check.js';
import type { Checklist } from '../../policy/read-checklist.js';
import { leaveOutPlanItems } from '../checklist/leave-out-plan-items.js';
import { planItems } from '../checklist/plan-items.js';
import type { Crash, Finding, Review, ReviewItem, Verdict } from '../review.js';
import { decideItem, pathsOutside } from './decide-item.js';
import { isLater } from './is-later.js';
import { isTooLarge, reportUnread } from './report-unread.js';
import { nothingRan, runChecks, runEarly } from './run-checks.js';
import type { WordFor } from './word-for.js';

/**
 * Reviews a change against a checklist at a moment (design §6): decides each item, collects the findings, and gives the verdict.
 * A check that throws is recorded as a crash and the others go on. Rejects only when `context` itself does.
 */
export async function reviewChange(
  context: ReviewContext,
  checklist: Checklist,
  checks: readonly Check[],
  wordFor: WordFor,
): Promise<Review> {
  const judged = context.asking.kind !== 'not-on-roster';
  const isLarge = isTooLarge(context.change);
  const asked = planItems(context, checklist, checks);
  const planned = isLarge ? asked : await leaveOutPlanItems(context, asked);
  const ran = judged ? await runChecks(context, planned, isLarge) : nothingRan;
  const outside = pathsOutside(context, ran.outcomes);
  const findings = judged ? [...reportUnread(context)] : [];
  const items = planned.map((item): ReviewItem => {
    const decided = judged
      ? decideItem(context, item, ran, outside, wordFor)
      : { verdict: 'not-applicable' as const, findings: [] };
    findings.push(...decided.findings);
    const due = decided.by === undefined ? item.due : 'pull-request';
    const waits = judged && item.applies && isLater(due, context.moment);
    return {
      id: item.id,
      section: item.section,
      text: item.text,
      check: item.checkId,
      verdict: decided.verdict,
      ...(waits && { due }),
      ...(decided.verdict === 'attest' && { by: decided.by ?? item.by }),
      ...decided.word,
    };
  });
  const early =
    judged && !isLarge && context.moment === 'commit'
      ? await runEarly(context, planned)
      : { findings: [], crashes: [] };
  findings.push(...early.findings);
  const crashes = [...ran.crashes, ...early.crashes];
  const tip = context.policy.tips[0];
  return {
    verdict: verdictOf(context, items, findings, crashes),
    moment: context.moment,
    base: context.change.base,
    head: context.change.head,
    policy: { ref: tip.ref, commit: tip.commit, preview: context.policy.preview },
    author: { names: context.asking.names, kind: context.asking.kind },
    files: context.change.files.length,
    items,
    findings: dropRepeated(findings),
    crashes,
  };
}

/** Two items may name one check; its findings are said once. */
function dropRepeated(findings: readonly Finding[]): Finding[] {
  const seen = new Map(
    findings.map((finding) => [
      JSON.stringify([finding.check, finding.path, finding.line, finding.column, finding.message]),
      finding,
    ]),
  );
  return [...seen.values()];
}

function verdictOf(
  context: ReviewContext,
  items: readonly ReviewItem[],
  findings: readonly Finding[],
  crashes: readonly Crash[],
): Verdict {
  if (context.asking.kind === 'not-on-roster') return 'ready';
  const counting = items.filter((item) => item.due === undefined).map((item) => item.verdict);
  if (counting.includes('blocker') || findings.some((finding) => finding.severity === 'blocker') || crashes.length > 0)
    return 'blocked';
  const policyOpen = context.policy.preview || findPolicyErrors(context.policy).length > 0;
  const unproven = context.moment === 'pull-request' && counting.includes('claimed');
  const open =
    counting.includes('needs-fix') ||
    counting.includes('attest') ||
    findings.some((finding) => finding.severity === 'needs-fix');
  return policyOpen || unproven || open ? 'needs-fix' : 'ready';
}
