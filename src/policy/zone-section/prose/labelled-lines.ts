import { toPhrase } from '../../grammar/phrase.js';
import { splitInline } from '../../grammar/split-inline.js';
import type { TextToken } from '../../grammar/tokenize.js';
import { headingsOver } from '../headings/headings-over.js';
import type { SectionWalk } from '../section-walk.js';
import { applySentence, type KnownSentence } from './known-sentence.js';
import { flushProse } from './read-prose.js';

/**
 * Reads a paragraph whose every line is a label and its paths, one line of each kind, and one of them refuses: "Free: `docs/`" over "With engineer:
 * `a`" over "Never: `src/`". As "Yes" and "No" answer any question, it opens only where a line speaks of PMs or of an engineer beside them. False for any
 * other paragraph, of which nothing is read.
 */
export function readLabelledLines(walk: SectionWalk, lines: readonly (readonly TextToken[])[]): boolean {
  const read = lines.map(readLine);
  const known = read.filter((line) => line !== undefined);
  const effects = new Set(known.map(({ effect }) => effect));
  if (known.length !== read.length || effects.size !== read.length || effects.size < 2 || !effects.has('forbid'))
    return false;
  if (!effects.has('pair') && !known.some(({ isOfPms }) => isOfPms)) return false;
  flushProse(walk);
  const over = headingsOver(walk);
  for (const line of known) applySentence(walk, line, over);
  walk.previous = undefined;
  walk.isFirst = false;
  return true;
}

interface LabelledLine extends KnownSentence {
  readonly isOfPms: boolean;
}

function readLine(line: readonly TextToken[]): LabelledLine | undefined {
  const start = line.findIndex(({ kind }) => kind === 'code');
  const { words, isOdd } = toPhrase(line.slice(0, Math.max(start, 0)));
  const effect = (['allow', 'pair', 'forbid'] as const).find((each) => labels[each].test(words));
  if (effect === undefined || isOdd || toPhrase(line).isOdd) return undefined;
  const lead = effect === 'allow' ? { effect, conditions: [], label: '' } : { effect };
  return { effect, lead, items: splitInline(line.slice(start)), isOfPms: /\bpms\b/u.test(words) };
}

const labels = {
  allow:
    /^(?:(?:pms )?can(?: (?:touch|edit|change))?|free(?: to (?:touch|edit|change))?|yes|ok|okay|alone|editable|allowed)(?: for pms)?:$/u,
  pair: /^(?:(?:can|yes|ok|okay|only|free),? (?:but )?)?(?:(?:together )?with (?:an )?(?:engineer|developer|dev)|(?:in )?pairs?):$/u,
  forbid:
    /^(?:never|no|not|can't|cannot|locked|off[ -]limits|hands[ -]off)(?: for pms)?:(?: (?:everything|anything|all) else,? (?:especially|in particular|above all|including))?$/u,
} as const;
