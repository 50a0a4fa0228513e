import type { Word } from '../../attestations/word.js';
import { findPolicyErrors } from '../../policy/policy-errors.js';
import type { Check, Moment, Outcome, Report, ReviewContext, Severity } from '../check.js';
import type { Checklist } from '../../policy/read-checklist.js';
import { isRegulated } from '../../policy/is-regulated.js';
import { leaveOutTestPlan } from '../checklist/leave-out-test-plan.js';
import { planItems, type PlannedItem } from '../checklist/plan-items.js';
import type { Crash, Finding, ItemVerdict, Review, ReviewItem, Verdict } from '../review.js';
import { isSecurity } from '../checklist/security-section.js';
import { limitFindings } from './limit-findings.js';
import { isTooLarge, reportUnread } from './report-unread.js';

/** The PM's word for an item and exactly this content (design §6, "Moments"). */
export type WordFor = (item: { readonly id: string; readonly text: string }) => Word;

/** An edit is reviewed by what a commit is; nothing of it blocks. */
const order: Readonly<Record<Moment, number>> = { edit: 0, commit: 0, push: 1, 'pull-request': 2 };

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
  const planned = isLarge ? asked : await leaveOutTestPlan(context, asked);
  const ran = judged ? await runChecks(context, planned, isLarge) : nothingRan;
  const outside = pathsOutside(context, ran.outcomes);
  const findings = judged ? [...reportUnread(context)] : [];
  const items = planned.map((item): ReviewItem => {
    const decided = judged
      ? decide(context, item, ran, outside, wordFor)
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

interface Ran {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** The checks that were to run and came to no outcome, so that nobody knows what they would have found. */
  readonly unknown: ReadonlySet<string>;
  readonly crashes: readonly Crash[];
}

const nothingRan: Ran = { outcomes: new Map(), unknown: new Set(), crashes: [] };

async function runChecks(context: ReviewContext, planned: readonly PlannedItem[], isLarge: boolean): Promise<Ran> {
  const outcomes = new Map<string, Outcome>();
  const unknown = new Set<string>();
  const crashes: Crash[] = [];
  const due = new Map<string, Check>();
  for (const { check } of planned) {
    if (check !== undefined && !isLater(check.due, context.moment)) due.set(check.id, check);
  }
  await Promise.all(
    [...due.values()].map(async (check) => {
      try {
        if (isLarge && check.readsTexts !== false) unknown.add(check.id);
        else outcomes.set(check.id, await check.run(context));
      } catch (error) {
        unknown.add(check.id);
        crashes.push({ check: check.id, message: error instanceof Error ? error.message : String(error) });
      }
    }),
  );
  return { outcomes, unknown, crashes };
}

/** What checks that are not due say of a commit before it is made. */
async function runEarly(
  context: ReviewContext,
  planned: readonly PlannedItem[],
): Promise<{ readonly findings: readonly Finding[]; readonly crashes: readonly Crash[] }> {
  const findings: Finding[] = [];
  const crashes: Crash[] = [];
  const waiting = new Map(
    planned.flatMap(({ check }) => (check?.early === undefined ? [] : [[check.id, check.early] as const])),
  );
  for (const [id, early] of waiting) {
    try {
      for (const report of await early(context))
        findings.push({ check: id, ...placeOf(report), severity: 'needs-fix', because: report.because ?? [] });
    } catch (error) {
      crashes.push({ check: id, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { findings, crashes };
}

function isLater(due: Moment, moment: Moment): boolean {
  return order[due] > order[moment];
}

/** Paths that the zone reports: there the answer is a request to pair, not line-by-line comments (seed 001, "Reviewer Model"). */
function pathsOutside(context: ReviewContext, outcomes: ReadonlyMap<string, Outcome>): ReadonlySet<string> {
  const outside = new Set<string>();
  for (const id of ['zone', 'codeowners']) {
    const outcome = outcomes.get(id);
    for (const report of outcome === undefined || outcome === 'not-applicable' ? [] : outcome.reports) {
      if (report.path !== undefined && report.severity !== 'note') outside.add(report.path);
    }
  }
  return outside;
}

/** `by` is there where a check leaves the item to a person, who attests it on the pull request. */
interface Decided {
  readonly verdict: ItemVerdict;
  readonly findings: readonly Finding[];
  readonly by?: PlannedItem['by'];
  readonly word?: Pick<ReviewItem, 'claimedBy' | 'setAside'>;
}

function decide(
  context: ReviewContext,
  item: PlannedItem,
  ran: Ran,
  outside: ReadonlySet<string>,
  wordFor: WordFor,
): Decided {
  const { check } = item;
  if (!item.applies) return { verdict: 'not-applicable', findings: [] };
  if (check === undefined) {
    if (item.by !== 'author') return { verdict: 'attest', findings: [] };
    const { isGiven, ...word } = wordFor(item);
    return { verdict: isGiven ? 'attested' : 'attest', findings: [], word };
  }
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
  if (reports.some(({ undecided }) => undecided)) return { verdict: 'attest', findings, by: 'engineering DRI' };
  if (outcome.claimed === true) return { verdict: 'claimed', findings };
  // What lies outside of the zone was not looked at.
  return { verdict: reports.length < outcome.reports.length ? 'not-applicable' : 'pass', findings };
}

/** What a report says and where; what a whole line is about stands at its first column. */
function placeOf({
  message,
  path,
  line,
  column,
  key,
}: Report): Pick<Report, 'message' | 'path' | 'line' | 'column' | 'key'> {
  return {
    message,
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line, column: column ?? 1 }),
    ...(key !== undefined && { key }),
  };
}

/** Design §6: regulated controls make their checks' findings blockers; a commit is stopped by few blockers only. */
function weigh(context: ReviewContext, check: Check, severity: Severity, unparsed: boolean): Severity {
  if (severity === 'note') return 'note';
  if (unparsed) return 'blocker';
  const full = check.kept === 'regulated' && isRegulated(context.policy) ? 'blocker' : severity;
  const early = context.moment === 'commit' || context.moment === 'edit';
  return early && full === 'blocker' && check.stopsCommit !== true && !isSecurity(check) ? 'needs-fix' : full;
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
