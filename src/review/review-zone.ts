import type { OpenZone } from '../policy/open-zone.js';
import { readWords } from '../repository/word-file.js';
import type { Check, ReviewContext } from './check.js';
import { readChecklist } from './checklist.js';
import { contentHash } from './content-hash.js';
import { reviewChange } from './review-change.js';
import type { Review } from './review.js';

/**
 * Reviews a change by the zone's own checklist, with her word as git's common directory has it: the one entry for the command line,
 * the guard, CI and the editor, so that they can never disagree. Rejects only with what git or the disk reject with.
 */
export async function reviewZone(
  zone: Pick<OpenZone, 'policy' | 'repository'>,
  context: ReviewContext,
  checks: readonly Check[],
): Promise<Review> {
  const words = await readWords(zone.repository.commonDir);
  return reviewChange(context, readChecklist(zone.policy.tips[0].skill), checks, ({ id, text }) =>
    words.some((word) => word.item === id && word.content === contentHash(text, context.change)),
  );
}
