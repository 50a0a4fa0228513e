import { closePaths, findNamedPaths, pairPaths } from '../../list-items/close-paths.js';
import { markBarePaths } from '../../list-items/mark-bare-paths.js';
import { readAllowItem } from '../../list-items/read-allow-item.js';
import { isPlainlyTogether } from '../../grammar/otherwise.js';
import { isPlainRefusal } from '../../grammar/refusals/plain-refusal.js';
import type { Phrase } from '../../grammar/phrase.js';
import { headingsOver } from '../headings/headings-over.js';
import { addRules, type SectionWalk } from '../section-walk.js';

/**
 * Reads a sentence under a heading that is nothing but paths, where it says no more than who changes these: "### `src/auth/`", then "Locked."; "PMs edit
 * these files themselves." opens one path where it stands alone in its paragraph (`isAlone`). False for any other sentence.
 */
export function readOfFolder(walk: SectionWalk, { words, isOdd }: Phrase, isAlone: boolean): boolean {
  const heading = walk.headings.at(-1);
  if (heading === undefined || isOdd || heading.phrase.isOdd) return false;
  const phrase = { ...heading.phrase, tokens: markBarePaths(heading.phrase.tokens, walk.codes) };
  if (heading.reading.kind !== 'folder' && !arePaths(phrase)) return false;
  const over = headingsOver({ headings: walk.headings.slice(0, -1) });
  if (isPlainRefusal(words)) addRules(walk, closePaths(phrase, undefined, true));
  else if (isPlainlyTogether(words) || together.test(words)) addRules(walk, pairPaths(phrase));
  else if (isAlone && heading.reading.kind === 'folder' && over.effect === 'open' && themselves.test(words))
    addRules(walk, readAllowItem(phrase.tokens, over));
  else return false;
  return true;
}

/** Whether words are paths alone, in backticks or not. */
function arePaths({ tokens }: Phrase): boolean {
  const said = tokens.filter(({ text }) => text.trim() !== '');
  return (
    findNamedPaths(tokens).length > 0 &&
    said.every(({ kind, text }, at) => (at % 2 === 0 ? kind === 'code' : kind === 'text' && joint.test(text))) &&
    said.length % 2 === 1
  );
}

const joint = /^(?:,|,? ?(?:and|or)|&|\/|\+)$/u;

const pms = '(?:(?:the |our )?(?:pms|product managers))';
const these =
  '(?:(?:this|it|these|them|(?:this|the) (?:file|folder)|(?:these|the) (?:files|folders))(?: (?:here|in it|in here))?)';
const change = '(?:change|edit|touch|update)';

const themselves = new RegExp(
  `^${pms} (?:(?:may|can) )?${change} ${these},? (?:themselves|by themselves|alone|freely|on their own)[.!]$|^${pms} (?:may|can) ${change} ${these}[.!]$`,
  'u',
);
const together = new RegExp(
  `^${pms} (?:(?:may|can) )?(?:only )?${change} ${these},? (?:but )?(?:only )?(?:together )?with an? (?:engineer|developer)[.!]$`,
  'u',
);
