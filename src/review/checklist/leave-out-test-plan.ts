import type { ReviewContext } from '../check.js';
import { findSection, sectionsForLevel } from '../../planning/plan-sections.js';
import type { PlannedItem } from './plan-items.js';

/**
 * The items, without asking whether a test plan was carried out that there is none of: a plan whose level asks for none (design §5) and
 * that has none of its own accord. Without a plan, and where the level is not said, it is asked.
 */
export async function leaveOutTestPlan(
  context: Pick<ReviewContext, 'moment' | 'plan'>,
  items: readonly PlannedItem[],
): Promise<readonly PlannedItem[]> {
  // Before the push it is not due, and looking for the plan would keep a commit waiting.
  const isDue = context.moment === 'push' || context.moment === 'pull-request';
  if (!isDue || !items.some(isAsked)) return items;
  const { plan } = await context.plan();
  if (plan === undefined || findSection(plan.doc, 'test-plan') !== undefined) return items;
  if (sectionsForLevel(plan.doc.level).some(({ id }) => id === 'test-plan')) return items;
  return items.map((item) => (isAsked(item) ? { ...item, applies: false } : item));
}

/** A check that decides it knows itself what to do without one. */
function isAsked({ checkId, check }: PlannedItem): boolean {
  return checkId === 'test-plan' && check === undefined;
}
