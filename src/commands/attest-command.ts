import type { Carried } from '../attestations/carry-words.js';
import { readChange } from '../change/read-change.js';
import { buildReviewContext } from '../review/build-review-context.js';
import { reviewByPolicy } from '../review/review-by-policy.js';
import type { ReviewItem } from '../review/review.js';
import { UsageError, writeAnswer, type Command, type ExitCode } from './command.js';
import { requireIdentity, requirePolicy, withPolicySession } from './with-policy-session.js';

/**
 * Lists the items that the author still has to confirm, and records their attestation for exactly the content as it is now, or takes it back: on this
 * computer and, for what is committed, in a commit without files that travels with the branch.
 */
export const attestCommand: Command = {
  name: 'attest',
  summary: 'list what is yours to confirm, and confirm it for exactly this content',
  usage: '[ITEM… | --all] [--take-back] [--write]',
  formats: ['text', 'json'],
  options: { all: { type: 'boolean' }, 'take-back': { type: 'boolean' }, write: { type: 'boolean' } },
  help: [
    ['ITEM…', 'the items that you confirm, by the names of the list'],
    ['--all', 'every item of the list, after you read it'],
    ['--take-back', 'list what you confirmed, and take back what you name: it is yours to confirm again'],
    [
      '--write',
      'put what you confirmed earlier onto your branch, as confirming does once your work is committed: by a commit that changes no file, since a pull request sees only what is committed',
    ],
  ],
  positionals: 'many',
  run: async (typed, world) => {
    const isAll = typed.values['all'] === true;
    if (isAll && typed.positionals.length > 0)
      throw new UsageError(
        `--all takes every item of the list, so it does not go with ${typed.positionals.join(' ')}. Name the items, or say --all.`,
      );
    return withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      await requirePolicy(session);
      requireIdentity(session);
      const read = await readChange(session.repository, { kind: 'worktree', base: session.base });
      const review = await reviewByPolicy(session, await buildReviewContext(session, read, 'push'));
      const [{ attestContent, confirmedItems, itemsToAttest, takeBackContent, wordsToCarry }, words, { openWork }] =
        await Promise.all([
          import('../review/attest-content.js'),
          import('../attestations/carry-words.js'),
          import('../work/work.js'),
        ]);
      const takesBack = typed.values['take-back'] === true;
      const items = takesBack ? confirmedItems(review) : itemsToAttest(review);
      const named = isAll ? items.map((item) => item.id) : typed.positionals;
      const unknown = named.find((id) => !items.some((item) => item.id === id));
      if (unknown !== undefined) {
        throw new UsageError(
          takesBack
            ? `${unknown} is not an item that you confirmed. Run pm-zone attest --take-back for the list.`
            : `${unknown} is not an item that is yours to confirm now. Run pm-zone attest for the list.`,
        );
      }
      const chosen = items.filter((item) => named.includes(item.id));
      await (takesBack ? takeBackContent : attestContent)(session, read.change, chosen, world.now);
      const isAsked = chosen.length > 0 || isAll || typed.values['write'] === true;
      const verdict = takesBack ? ('attest' as const) : ('attested' as const);
      const now = review.items.map((item): ReviewItem =>
        chosen.includes(item) ? { ...item, verdict, by: 'author' } : item,
      );
      const left = itemsToAttest({ items: now });
      const carried: Carried = isAsked
        ? await words.carryWords(session, openWork(session.repository), wordsToCarry(now))
        : { kind: 'nothing' };
      const isHere = (item: ReviewItem): boolean => item.verdict === 'attested' && item.claimedBy === undefined;
      const waiting = carried.kind === 'waits' || (!isAsked && now.some(isHere));
      const brief = ({ id, section, text }: ReviewItem): object => ({ id, section, text });
      const listed = (heading: string, some: readonly ReviewItem[]): readonly string[] =>
        some.length === 0 ? [] : [heading, ...some.map(({ id, text }) => `  ${id}  ${text}`)];
      const isListing = takesBack && chosen.length === 0;
      writeAnswer(
        typed,
        world,
        () => ({
          given: takesBack ? [] : chosen.map(brief),
          ...(takesBack && { takenBack: chosen.map(brief), confirmed: confirmedItems({ items: now }).map(brief) }),
          left: left.map(brief),
          carried,
        }),
        () => [
          ...listed(takesBack ? 'Taken back:' : 'Confirmed for exactly this content:', chosen),
          ...(isListing && items.length === 0 ? ['Nothing here is confirmed by you for exactly this content.'] : []),
          ...listed(
            'You confirmed these. Is one no longer true? Then run pm-zone attest --take-back with its name:',
            isListing ? items : [],
          ),
          ...listed('Yours to confirm. Is it true? Then run pm-zone attest with its name:', left),
          ...(left.length === 0 ? ['Nothing is left for you to confirm.'] : []),
          ...(carried.kind === 'nothing' ? [] : [words.describeCarried(carried)]),
          ...(waiting ? ['To put what you confirmed onto your branch: pm-zone attest --write'] : []),
        ],
      );
      return left.length === 0 && !(typed.values['write'] === true && waiting) ? 0 : 1;
    });
  },
};
