import { escapeJson } from '../review/format/escape-json.js';
import { readChange } from '../change/read-change.js';
import { printable } from '../review/format/printable.js';
import { makeContext } from '../review/make-context.js';
import { reviewZone } from '../review/review-zone.js';
import { CannotRun, type Command, type ExitCode } from './command.js';
import { requireName, requirePolicy, withZone } from './start.js';

/** Lists what the author still has to confirm by her word, and gives it for exactly the content as it is now. */
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
    withZone(typed, world, {}, async (zone): Promise<ExitCode> => {
      requirePolicy(zone);
      requireName(zone);
      const read = await readChange(zone.repository, { kind: 'worktree', base: zone.base });
      const review = await reviewZone(zone, await makeContext(zone, read, 'push'));
      const { giveHerWord, itemsToConfirm } = await import('../review/give-word.js');
      const hers = itemsToConfirm(review);
      const named = typed.values['all'] === true ? hers.map((item) => item.id) : typed.positionals;
      const unknown = named.find((id) => !hers.some((item) => item.id === id));
      if (unknown !== undefined) {
        throw new CannotRun(`${unknown} is not an item that is yours to confirm now. Run pm-zone attest for the list.`);
      }
      const given = hers.filter((item) => named.includes(item.id));
      await giveHerWord(zone, read.change, given, world.now);
      const left = hers.filter((item) => !named.includes(item.id));
      if (typed.values['format'] === 'json') {
        const brief = ({ id, section, text }: (typeof hers)[number]): object => ({ id, section, text });
        world.write(`${escapeJson(JSON.stringify({ given: given.map(brief), left: left.map(brief) }))}\n`);
      } else {
        const lines = [
          ...(given.length > 0
            ? ['Confirmed for exactly this content:', ...given.map(({ id, text }) => `  ${id}  ${text}`)]
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
