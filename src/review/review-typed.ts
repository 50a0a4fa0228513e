import { readChecklist } from '../policy/read-checklist.js';
import type { Check, ReviewContext } from './check.js';
import { copyCatalog } from './checks/copy-catalog.js';
import { flagOwned } from './checks/flag-owned.js';
import { flagSafe } from './checks/flag-safe.js';
import { reviewChange } from './engine/review-change.js';
import { isToldWhileTyping, typedChecks } from './is-told-while-typing.js';
import type { Finding } from './review.js';

/**
 * The findings of the review that follow from one file, its other languages and the other flag files alone, without a search of the code:
 * quick enough to be told between two keystrokes. `context` has the file as it is being typed.
 */
export async function reviewTyped(
  context: ReviewContext & Required<Pick<ReviewContext, 'typing'>>,
  path: string,
): Promise<readonly Finding[]> {
  const checklist = readChecklist(context.policy.tips[0].skill);
  const { findings } = await reviewChange(context, checklist, checks, nobody);
  return findings.filter((finding) => finding.path === path && isToldWhileTyping(finding));
}

const byId: Readonly<Record<(typeof typedChecks)[number], Check>> = {
  'copy-catalog': copyCatalog,
  'flag-owned': flagOwned,
  'flag-safe': flagSafe,
};
const checks = typedChecks.map((id) => byId[id]);

const nobody = (): { readonly isGiven: false } => ({ isGiven: false });
