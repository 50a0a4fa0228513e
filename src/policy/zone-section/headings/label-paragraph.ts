import { isLabel } from '../../grammar/descriptions.js';
import type { Phrase } from '../../grammar/phrase.js';
import { readLead } from '../../grammar/leads/read-lead.js';
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
  const outer = walk.headings.filter(({ depth }) => depth % 1 !== ofLabel);
  const depth = Math.floor(Math.max(...outer.map((each) => each.depth))) + ofLabel;
  const heading = {
    depth,
    reading: { kind: 'label' },
    phrase: { ...phrase, words: label },
    before: walk.rules.length,
  } as const;
  walk.headings = [...outer, heading];
}

/** How far below the heading over them a label and a lead stand. */
const [ofLead, ofLabel] = [0.25, 0.5];

/**
 * Lets a lead over labels of kinds of files ("PMs can touch:", then "Copy:" and "Docs:", each with its list) stand over these as
 * a heading would. False for any other words.
 */
export function addLabelledLead(walk: SectionWalk, phrase: Phrase, next: Phrase | undefined): boolean {
  const lead = readLead(phrase);
  const isLead = lead.effect === 'allow' || (lead.effect !== 'unknown' && endsLikeLead(phrase.tokens));
  if (!isLead || next === undefined || labelOf(next) === undefined) return false;
  endLabelledLead(walk);
  const depth = Math.floor(Math.max(...walk.headings.map((each) => each.depth))) + ofLead;
  const reading = lead.effect === 'allow' ? { ...lead, kind: 'allow' as const } : { kind: lead.effect };
  walk.headings = [...walk.headings, { depth, reading, phrase, before: walk.rules.length }];
  return true;
}

/** Ends such a lead, and the labels below it, where anything else follows than one more label (`next`). */
export function endLabelledLead(walk: SectionWalk, next?: Phrase): void {
  const at = walk.headings.findIndex(({ depth }) => depth % 1 === ofLead);
  if (at >= 0 && (next === undefined || labelOf(next) === undefined)) walk.headings = walk.headings.slice(0, at);
}
