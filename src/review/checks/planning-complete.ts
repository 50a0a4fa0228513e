import { normalizeHandle } from '../../policy/asking.js';
import type { LinkedPlan, PlacedPlan } from '../../planning/linked-plan.js';
import { canonicalLabel } from '../../planning/plan-labels.js';
import { planningDocMatcher } from '../../planning/planning-doc-matcher.js';
import type { Check, Report, ReviewContext } from '../check.js';
import { classifyFile, type FileKind } from '../../change/classify-file.js';
import { isRegulated } from '../../policy/is-regulated.js';
import { isTest } from '../gates/code-text.js';
import { describeMoreThanWords } from '../gates/likely-words/describe-more-than-words.js';
import { judgeWords } from '../gates/likely-words/judge-words.js';
import { printable } from '../../text/printable.js';

/** The plan lacks nothing and is approved (design §5). A plan that is sent by itself asks for approval and needs none yet. */
export const planningComplete: Check = {
  id: 'planning-complete',
  section: 'Planning',
  severity: 'needs-fix',
  due: 'push',
  kept: 'regulated',
  async run(context) {
    const linked = await context.plan();
    const { plan, planOnly } = linked;
    if (plan === undefined) return planOnly ? { reports: unreadableOrGone(linked, context) } : 'not-applicable';
    const gaps = plan.gaps.map(({ message, line }): Report => ({ path: plan.path, line, message }));
    const status = planOnly ? [] : statusReports(linked, plan, context);
    // A plan that is sent by itself may ask for approval; that it has it is a claim.
    const claimed = (planOnly ? plan.doc.status === 'Approved' : isSent(plan)) && linked.onBase?.status !== 'Approved';
    const short = await tooShort(plan, context);
    return { reports: [...gaps, ...ownDri(plan, context), ...short, ...status], claimed };
  },
};

function unreadableOrGone({ unread }: LinkedPlan, { change }: ReviewContext): Report[] {
  const reports = unread.map((path): Report => ({
    path,
    message: `${path} cannot be read as a plan. Save it as plain text (UTF-8) of at most a few pages.`,
  }));
  const gone = change.files.find(({ after }) => after === undefined)?.path;
  if (gone === undefined) return reports;
  const message = `${gone} is removed, and with it the reason for what was built on it. Keep it and set its Status to Retired.`;
  return [...reports, { path: gone, message }];
}

function statusReports({ onBase }: LinkedPlan, plan: PlacedPlan, context: ReviewContext): Report[] {
  const { doc, path } = plan;
  const place = { path, line: lineOf(plan, 'status') };
  const done = [doc.status, onBase?.status].find((status) => status === 'Shipped' || status === 'Retired');
  if (done !== undefined) {
    const message = `The plan ${path} is ${done}, so it justifies nothing new. Write a new plan for this change.`;
    return [{ ...place, message, command: 'pm-zone plan "NAME"' }];
  }
  // Its approval is given on the host, so a plan that was sent is enough for what is read here.
  const due = isSent(plan) ? { severity: 'note' as const } : {};
  if (doc.status !== 'Approved') {
    const message = isSent(plan)
      ? 'The plan waits for approval: its Status is In Review. Your engineering DRI and your product DRI, who answer for it, approve it on the pull request.'
      : `The plan's Status is ${doc.status ?? 'not given'}; code goes with an approved plan only. Set it to In Review as soon as it is ready, so that your engineering DRI and your product DRI, who answer for it, can approve it.`;
    return [{ ...place, ...due, message }];
  }
  if (isRegulated(context.policy) && onBase?.status !== 'Approved') {
    const base = context.policy.tips[0].ref;
    const message = `The plan is Approved on this branch only; on ${base} it ${onBase === undefined ? 'is not there' : `is ${onBase.status ?? 'without a Status'}`}. Have the approval merged into ${base} first.`;
    return [{ ...place, ...due, message }];
  }
  return [];
}

function isSent({ doc }: PlacedPlan): boolean {
  return doc.status === 'In Review' || doc.status === 'Approved';
}

/** Seed 000, "Authentication and Authorization": nobody signs off a change of their own. */
function ownDri(plan: PlacedPlan, { asking }: ReviewContext): Report[] {
  const own = new Set(
    [...asking.names, ...asking.rows.flatMap(({ handles, emails, pm }) => [...handles, ...emails, pm])].map(
      normalizeHandle,
    ),
  );
  const name = plan.doc.engineeringDris.find((dri) => own.has(normalizeHandle(dri)));
  if (name === undefined) return [];
  const message = `${name} is the author and cannot be the Engineering DRI, who approves the change. Name the engineer who answers for it.`;
  return [{ path: plan.path, line: lineOf(plan, 'engineering dri'), message }];
}

const shortKinds: readonly FileKind[] = ['copy', 'config', 'flags', 'docs', 'planning'];

/** The short plan is for words, wherever they stand, and settings, with their tests; it must not carry a feature. */
async function tooShort(plan: PlacedPlan, context: ReviewContext): Promise<Report[]> {
  if (plan.doc.level !== 'copy' && plan.doc.level !== 'config') return [];
  const isPlanningDoc = planningDocMatcher(context.policy);
  const others = context.change.files.filter(
    ({ path }) => !isPlanningDoc(path) && !shortKinds.includes(classifyFile(path)) && !isTest(path),
  );
  if (others.length === 0) return [];
  const { other } = await judgeWords(others, context);
  if (other === undefined) return [];
  const key =
    other.missing === undefined
      ? ''
      : ` It asks for the text “${printable(other.missing)}”, which no catalog has: where that is added to the catalogs, these are words, too.`;
  const message = `The plan's Level is ${plan.doc.level}, the short form for texts and settings, but ${describeMoreThanWords(other)}.${key} Take that back, or set the Level to prompt, front-end or feature and add the sections that it asks for.`;
  return [{ path: plan.path, line: lineOf(plan, 'level'), message }];
}

function lineOf({ doc }: PlacedPlan, label: string): number {
  return doc.fields.find((field) => canonicalLabel(field.label) === label)?.line ?? 1;
}
