import { escapeJson } from '../text/escape-json.js';
import { readChange } from '../change/read-change.js';
import { printable } from '../text/printable.js';
import { buildReviewContext } from '../review/build-review-context.js';
import { reviewByPolicy } from '../review/review-by-policy.js';
import { UsageError, type Command, type ExitCode } from './command.js';
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
      if (typed.values['format'] === 'json') {
        const brief = ({ id, section, text }: (typeof items)[number]): object => ({ id, section, text });
        world.write(`${escapeJson(JSON.stringify({ given: confirmed.map(brief), left: left.map(brief) }))}\n`);
      } else {
        const lines = [
          ...(confirmed.length > 0
            ? ['Confirmed for exactly this content:', ...confirmed.map(({ id, text }) => `  ${id}  ${text}`)]
            : []),
          ...(left.length > 0
            ? [
                'Yours to confirm. Is it true? Then run pm-zone attest with its name:',
                ...left.map(({ id, text }) => `  ${id}  ${text}`),
              ]
            : ['Nothing is left for you to confirm.']),
        ];
        world.write(`${lines.map(printable).join('\n')}\n`);
      }
      return left.length === 0 ? 0 : 1;
    }),
};
