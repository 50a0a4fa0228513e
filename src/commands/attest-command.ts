import { readChange } from '../change/read-change.js';
import { buildReviewContext } from '../review/build-review-context.js';
import { reviewByPolicy } from '../review/review-by-policy.js';
import { UsageError, writeAnswer, type Command, type ExitCode } from './command.js';
import { requireIdentity, requirePolicy, withPolicySession } from './with-policy-session.js';

/** Lists the items that the author still has to confirm, and records their attestation for exactly the content as it is now. */
export const attestCommand: Command = {
  name: 'attest',
  summary: 'list what is yours to confirm, and confirm it for exactly this content',
  usage: '[ITEM… | --all]',
  formats: ['text', 'json'],
  options: { all: { type: 'boolean' } },
  help: [
    ['ITEM…', 'the items that you confirm, by the names of the list'],
    ['--all', 'every item of the list, after you read it'],
  ],
  positionals: 'many',
  run: (typed, world) =>
    withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      requirePolicy(session);
      requireIdentity(session);
      const read = await readChange(session.repository, { kind: 'worktree', base: session.base });
      const review = await reviewByPolicy(session, await buildReviewContext(session, read, 'push'));
      const { attestContent, itemsToAttest } = await import('../review/attest-content.js');
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
      const brief = ({ id, section, text }: (typeof items)[number]): object => ({ id, section, text });
      const listed = (heading: string, some: typeof items): readonly string[] =>
        some.length === 0 ? [] : [heading, ...some.map(({ id, text }) => `  ${id}  ${text}`)];
      writeAnswer(typed, world, { given: confirmed.map(brief), left: left.map(brief) }, () => [
        ...listed('Confirmed for exactly this content:', confirmed),
        ...listed('Yours to confirm. Is it true? Then run pm-zone attest with its name:', left),
        ...(left.length === 0 ? ['Nothing is left for you to confirm.'] : []),
      ]);
      return left.length === 0 ? 0 : 1;
    }),
};
