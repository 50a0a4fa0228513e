import type { ReviewContext } from '../check.js';
import { findSection, sectionsForLevel } from '../../planning/plan-sections.js';
import type { PlannedItem } from './plan-items.js';

/**
 * The items, without asking what nobody can answer of the plan. Where there is none, whether the change stays in its scope and its test plan was carried
 * out: that a plan is missing is said by `planning-linked`, and they are due once there is one. Where there is one, its test plan, if its level asks
 * for none (design §5) and it has none of its own accord; where the level is not said, it is asked.
 */
export async function leaveOutPlanItems(
  context: Pick<ReviewContext, 'moment' | 'plan'>,
  items: readonly PlannedItem[],
): Promise<readonly PlannedItem[]> {
  // Before the push they are not due, and looking for the plan would keep a commit waiting.
  const isDue = context.moment === 'push' || context.moment === 'pull-request';
  if (!isDue || !items.some(isOfPlan)) return items;
  const { plan } = await context.plan();
  const leaveOut = (fits: (item: PlannedItem) => boolean): readonly PlannedItem[] =>
    items.map((item) => (fits(item) ? { ...item, applies: false } : item));
  // Somebody has to say it: a team's list may go without a plan.
  const isMissed = items.some(({ check }) => check?.id === 'planning-linked');
  if (plan === undefined) return isMissed ? leaveOut(isOfPlan) : items;
  if (findSection(plan.doc, 'test-plan') !== undefined) return items;
  if (sectionsForLevel(plan.doc.level).some(({ id }) => id === 'test-plan')) return items;
  return leaveOut(({ checkId }) => checkId === 'test-plan');
}

function isOfPlan({ checkId }: PlannedItem): boolean {
  return checkId === 'test-plan' || checkId === 'planning-scope';
}
