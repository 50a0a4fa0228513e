import type { PlannedItem } from '../checklist/plan-items.js';
import type { Check, Outcome, ReviewContext } from '../check.js';
import type { Crash, Finding } from '../review.js';
import { isLater } from './is-later.js';
import { placeOf } from './place-of.js';

/** What the checks came to. */
export interface Ran {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** The checks that were to run and came to no outcome, so that nobody knows what they would have found. */
  readonly unknown: ReadonlySet<string>;
  readonly crashes: readonly Crash[];
}

export const nothingRan: Ran = { outcomes: new Map(), unknown: new Set(), crashes: [] };

/** Runs each check that is due, once. One that throws is recorded and the others go on; in a change that is too large those that read texts stay unknown. */
export async function runChecks(
  context: ReviewContext,
  planned: readonly PlannedItem[],
  isLarge: boolean,
): Promise<Ran> {
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
export async function runEarly(
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
