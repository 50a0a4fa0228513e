import type { Carried } from '../attestations/carry-words.js';
import { readChange } from '../change/read-change.js';
import { buildReviewContext } from '../review/build-review-context.js';
import { reviewByPolicy } from '../review/review-by-policy.js';
import type { ReviewItem } from '../review/review.js';
import { UsageError, writeAnswer, type Command, type ExitCode } from './command.js';
import { requireIdentity, requirePolicy, withPolicySession } from './with-policy-session.js';

/**
 * Lists the items that the author still has to confirm, and records their attestation for exactly the content as it is now: on this computer and,
 * for what is committed, in a commit without files that travels with the branch.
 */
export const attestCommand: Command = {
  name: 'attest',
  summary: 'list what is yours to confirm, and confirm it for exactly this content',
  usage: '[ITEM… | --all] [--write]',
  formats: ['text', 'json'],
  options: { all: { type: 'boolean' }, write: { type: 'boolean' } },
  help: [
    ['ITEM…', 'the items that you confirm, by the names of the list'],
    ['--all', 'every item of the list, after you read it'],
    [
      '--write',
      'put what you confirmed earlier onto your branch, as confirming does once your work is committed: by a commit that changes no file, since a pull request sees only what is committed',
    ],
  ],
  positionals: 'many',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      requirePolicy(session);
      requireIdentity(session);
      const read = await readChange(session.repository, { kind: 'worktree', base: session.base });
      const review = await reviewByPolicy(session, await buildReviewContext(session, read, 'push'));
      const [{ attestContent, itemsToAttest, wordsToCarry }, { carryWords, describeCarried }, { openWork }] =
        await Promise.all([
          import('../review/attest-content.js'),
          import('../attestations/carry-words.js'),
          import('../work/work.js'),
        ]);
      const items = itemsToAttest(review);
      const named = typed.values['all'] === true ? items.map((item) => item.id) : typed.positionals;
      const unknown = named.find((id) => !items.some((item) => item.id === id));
      if (unknown !== undefined) {
        throw new UsageError(
          `${unknown} is not an item that is yours to confirm now. Run pm-zone attest for the list.`,
        );
      }
      const confirmed = items.filter((item) => named.includes(item.id));
      await attestContent(session, read.change, confirmed, world.now);
      const left = items.filter((item) => !named.includes(item.id));
      const isAsked = confirmed.length > 0 || typed.values['all'] === true || typed.values['write'] === true;
      const now = review.items.map((item) =>
        confirmed.includes(item) ? { ...item, verdict: 'attested' as const } : item,
      );
      const carried: Carried = isAsked
        ? await carryWords(session, openWork(session.repository), wordsToCarry(now))
        : { kind: 'nothing' };
      const isHere = (item: ReviewItem): boolean => item.verdict === 'attested' && item.claimedBy === undefined;
      const waiting = carried.kind === 'waits' || (!isAsked && now.some(isHere));
      const brief = ({ id, section, text }: (typeof items)[number]): object => ({ id, section, text });
      const listed = (heading: string, some: typeof items): readonly string[] =>
        some.length === 0 ? [] : [heading, ...some.map(({ id, text }) => `  ${id}  ${text}`)];
      writeAnswer(
        typed,
        world,
        () => ({ given: confirmed.map(brief), left: left.map(brief), carried }),
        () => [
          ...listed('Confirmed for exactly this content:', confirmed),
          ...listed('Yours to confirm. Is it true? Then run pm-zone attest with its name:', left),
          ...(left.length === 0 ? ['Nothing is left for you to confirm.'] : []),
          ...(carried.kind === 'nothing' ? [] : [describeCarried(carried)]),
          ...(waiting ? ['To put what you confirmed onto your branch: pm-zone attest --write'] : []),
        ],
      );
      return left.length === 0 && !(typed.values['write'] === true && waiting) ? 0 : 1;
    }),
};
