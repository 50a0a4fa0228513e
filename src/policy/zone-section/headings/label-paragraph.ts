import { isLabel } from '../../grammar/descriptions.js';
import type { Phrase } from '../../grammar/phrase.js';
import { isNeutralTitle } from './read-heading.js';
import type { SectionWalk } from '../section-walk.js';
import { endsLikeLead } from '../split-lazy-lead.js';

/** The kind of files that a paragraph of its own names, as a heading would ("**Copy**", "For the legal texts:"), or `undefined` for any other. */
export function labelOf({ tokens, words, isOdd }: Phrase): string | undefined {
  const label = words.replace(before, '').replace(/[\s:]+$/u, '');
  const isOne =
    !isOdd && endsLikeLead(tokens) && !pointing.test(label) && !isNeutralTitle(label) && isLabel(label, ['']);
  return isOne ? label : undefined;
}

/** "These folders:" names no kind of files, but the list below. */
const pointing = /(?<![\p{L}])(?:this|these|that|those|following|below|here)(?![\p{L}])/u;

const before = /^(?:for|in|of) (?:the |our )?/u;

/** Lets a label that leads nothing by itself stand over what follows, half a level below the heading over it. */
export function addLabel(walk: SectionWalk, phrase: Phrase, label: string): void {
  const outer = walk.headings.filter(({ depth }) => Number.isInteger(depth));
  const depth = Math.max(...outer.map((each) => each.depth)) + 0.5;
  const heading = {
    depth,
    reading: { kind: 'label' },
    phrase: { ...phrase, words: label },
    before: walk.rules.length,
  } as const;
  walk.headings = [...outer, heading];
}
