import type { Check, Report } from '../../src/review/check.js';
import { createReviewContext, type ReviewContextParts } from './review-context.js';

/** What checks report of a change; of a note nobody has to do anything. */
export async function runChecks(checks: readonly Check[], parts: ReviewContextParts): Promise<readonly Report[]> {
  const context = createReviewContext(parts);
  const outcomes = await Promise.all(checks.map(async (check) => check.run(context)));
  return outcomes
    .flatMap((outcome) => (outcome === 'not-applicable' ? [] : outcome.reports))
    .filter(({ severity }) => severity !== 'note');
}
