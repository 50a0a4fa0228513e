import type { RosterRow } from '../policy/policy.js';
import type { PolicySession } from '../policy/policy-session.js';
import type { Check, ReviewContext } from './check.js';
import { readChecklist } from '../policy/read-checklist.js';
import { checks as allChecks } from './checks/list.js';
import { nameFindings } from './engine/name-findings.js';
import { reviewChange } from './engine/review-change.js';
import type { WordFor } from './engine/word-for.js';
import type { Review } from './review.js';

export interface ReviewOptions {
  /** Every check where it is left out. */
  readonly checks?: readonly Check[] | undefined;
  /** The rows of the roster that a commit's author is known by besides their address: the gate has the host's word for it. */
  readonly rowsOf?: (commit: string) => readonly RosterRow[];
}

/**
 * Reviews a change by the policy's own checklist, with the PM's word on the branch and, but for a pull request, what lies in git's
 * common directory: the one entry for the command line, the guard, CI and the editor, so that they can never disagree. What is staged and
 * other on the disk is reviewed too. Rejects only with what git or the disk reject with.
 */
export async function reviewByPolicy(
  zone: Pick<PolicySession, 'policy' | 'repository'>,
  context: ReviewContext,
  { checks = allChecks, rowsOf }: ReviewOptions = {},
): Promise<Review> {
  const given =
    context.moment === 'push' || context.moment === 'pull-request' ? await loadWords(zone, context, rowsOf) : never;
  const checklist = readChecklist(zone.policy.tips[0].skill);
  let review = await reviewChange(context, checklist, checks, given);
  if (context.staged !== undefined) {
    const { joinStaged } = await import('./engine/join-staged.js');
    review = joinStaged(review, await reviewChange(context.staged, checklist, checks, given), context.change);
  }
  if (review.findings.length === 0) return review;
  return { ...review, findings: nameFindings(review.findings, context.change) };
}

/**
 * The PM's word: of the commits of the change and, but for a pull request, where only what every clone has counts, also the word that this
 * computer alone has. Loaded only when it may count: a commit waits for no hashing of what is not due.
 */
async function loadWords(
  { policy, repository }: Pick<PolicySession, 'policy' | 'repository'>,
  { change, moment }: ReviewContext,
  rowsOf: ReviewOptions['rowsOf'],
): Promise<WordFor> {
  const [{ readAttestations }, { contentHash }, { parseStatement }, { readWords }, { whyNotCounted }] =
    await Promise.all([
      import('../git/attestation-file.js'),
      import('./content-hash.js'),
      import('../attestations/statement.js'),
      import('../attestations/read-words.js'),
      import('../attestations/why-not-counted.js'),
    ]);
  const here = moment === 'pull-request' ? [] : await readAttestations(repository.commonDir);
  const isSaid = change.commits.some(({ trailers }) => trailers.some((each) => parseStatement(each) !== undefined));
  // A large change is hashed for a word that was given, and for none else.
  if (!isSaid && here.length === 0) return never;
  const onBranch = readWords(change.commits, (commit) => whyNotCounted(policy, commit, rowsOf?.(commit.oid)));
  return ({ id, text }) => {
    const content = contentHash(text, change, repository.autocrlf);
    const word = onBranch(id, content);
    const own = here.find((each) => each.item === id && each.content === content);
    if (own === undefined) return word;
    if (own.takenBack) return { isGiven: false };
    return word.isGiven ? word : { isGiven: true };
  };
}

const never: WordFor = () => ({ isGiven: false });
