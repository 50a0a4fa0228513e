import type { TextEdit } from '../../text/text-edit.js';
import type { MyChange } from '../my-change/my-change.js';
import { createPlanTextReader } from './plan-text-reader.js';
import { setLabel } from './labels/set-label.js';

/** A plan whose Status says that it is still being written, although it is whole and about to be sent. */
export interface DraftToSend {
  readonly path: string;
  readonly title: string;
}

/** The plan that a change sends by itself, where its Status is to be set to In Review first (design §5). */
export function draftToSend(mine: MyChange): DraftToSend | undefined {
  const found = mine.plan.plan;
  if (mine.branch === undefined || mine.isOnTrunk || !isPlanSent(mine)) return undefined;
  if (found?.doc.status !== 'Draft' || found.gaps.length > 0) return undefined;
  // One without a title is not whole.
  return { path: found.path, title: found.doc.title as string };
}

/** Whether a pull request of what is committed would be of the plan alone: also where the rest of the change waits for its approval. */
export function isPlanSent({ plan, uncommitted, order }: Pick<MyChange, 'plan' | 'uncommitted' | 'order'>): boolean {
  if (order.wait === 'not-on-base') return order.plans.length === 0;
  return uncommitted.length === 0 && plan.planOnly;
}

/** The edits that set the Status of a draft to In Review; `undefined` where its line is written in a way that cannot be changed. */
export async function setInReview(text: string): Promise<readonly TextEdit[] | undefined> {
  const plan = await createPlanTextReader(undefined)(text);
  return plan?.doc.status === 'Draft' ? setLabel(text, plan.doc, 'Status', 'In Review') : undefined;
}
