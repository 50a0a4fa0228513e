import type { PlanningDoc } from '../planning/planning-doc.js';
import type { ReviewContext } from './check.js';

const unwritten: PlanningDoc = {
  title: undefined,
  fields: [],
  sections: [],
  status: undefined,
  level: undefined,
  flags: [],
  featureFolder: undefined,
  productDris: [],
  engineeringDris: [],
};

/** Is all that users see of a change surely behind this flag, so that a plan may name it? Not where only a person can tell. */
export async function isBehindFlag(context: ReviewContext, flag: string): Promise<boolean> {
  const { reportGates } = await import('./gates/report-gates.js');
  const linked = await context.plan();
  const plan = { path: '', doc: { ...unwritten, flags: [flag] }, gaps: [] };
  const outcome = await reportGates({ ...context, plan: () => Promise.resolve({ ...linked, plan }) });
  return outcome === 'not-applicable' || outcome.reports.length === 0;
}
