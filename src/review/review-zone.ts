import type { OpenZone } from '../policy/open-zone.js';
import type { Check, ReviewContext } from './check.js';
import { readChecklist } from './checklist.js';
import { checks as allChecks } from './checks/list.js';
import { reviewChange, type HerWord } from './review-change.js';
import type { Review } from './review.js';

/**
 * Reviews a change by the policy's own checklist, with the attestations in git's common directory: the one entry for the command line,
 * the guard, CI and the editor, so that they can never disagree. `checks` is every check but in tests. Rejects only with what git or the disk reject with.
 */
export async function reviewZone(
  zone: Pick<OpenZone, 'policy' | 'repository'>,
  context: ReviewContext,
  checks: readonly Check[] = allChecks,
): Promise<Review> {
  const given =
    context.moment === 'push' || context.moment === 'pull-request' ? await loadAttestations(zone, context) : never;
  return reviewChange(context, readChecklist(zone.policy.tips[0].skill), checks, given);
}

/** Loaded only when attestations may count: a commit waits for no hashing of what is not due. */
async function loadAttestations(
  { repository }: Pick<OpenZone, 'repository'>,
  { change }: ReviewContext,
): Promise<HerWord> {
  const [{ readWords }, { contentHash }] = await Promise.all([
    import('../repository/word-file.js'),
    import('./content-hash.js'),
  ]);
  const attestations = await readWords(repository.commonDir);
  return ({ id, text }) =>
    attestations.some(({ item, content }) => item === id && content === contentHash(text, change));
}

const never: HerWord = () => false;
