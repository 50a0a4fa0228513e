import { readChecklist } from '../policy/read-checklist.js';
import type { ReviewContext } from './check.js';
import { copyCatalog } from './checks/copy-catalog.js';
import { flagOwned } from './checks/flag-owned.js';
import { flagSafe } from './checks/flag-safe.js';
import { reviewChange } from './engine/review-change.js';
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

/** Whether `reviewTyped` would report it too: what it does not report any more has been mended. */
export function isToldWhileTyping({ check, line, key, staged }: Finding): boolean {
  return checks.some(({ id }) => id === check) && line !== undefined && key?.kind !== 'lost' && staged === undefined;
}

const checks = [copyCatalog, flagOwned, flagSafe];

const nobody = (): { readonly isGiven: false } => ({ isGiven: false });
