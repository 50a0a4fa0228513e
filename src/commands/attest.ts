import { escapeJson } from '../review/format/escape-json.js';
import { readChange } from '../change/read-change.js';
import { printable } from '../review/format/printable.js';
import { makeContext } from '../review/make-context.js';
import { reviewZone } from '../review/review-zone.js';
import { CannotRun, type Command, type ExitCode } from './command.js';
import { requireName, requirePolicy, withZone } from './start.js';

/** Lists the items that the author still has to confirm, and records their attestation for exactly the content as it is now. */
export const attest: Command = {
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
    withZone(typed, world, {}, async (session): Promise<ExitCode> => {
      requirePolicy(session);
      requireName(session);
      const read = await readChange(session.repository, { kind: 'worktree', base: session.base });
      const review = await reviewZone(session, await makeContext(session, read, 'push'));
      const { giveHerWord, itemsToConfirm } = await import('../review/give-word.js');
      const items = itemsToConfirm(review);
      const named = typed.values['all'] === true ? items.map((item) => item.id) : typed.positionals;
      const unknown = named.find((id) => !items.some((item) => item.id === id));
      if (unknown !== undefined) {
        throw new CannotRun(`${unknown} is not an item that is yours to confirm now. Run pm-zone attest for the list.`);
      }
      const confirmed = items.filter((item) => named.includes(item.id));
      await giveHerWord(session, read.change, confirmed, world.now);
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
