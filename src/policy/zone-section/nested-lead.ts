import type { List } from 'mdast';
import { isLabel } from '../grammar/descriptions.js';
import { mergeConditions } from '../grammar/parse-conditions.js';
import { splitTokenLines } from '../grammar/tokenize.js';
import type { Phrase } from '../grammar/phrase.js';
import { readLead, type LeadReading } from '../grammar/leads/read-lead.js';
import { globsOf } from './section-list-item.js';
import { plainLead, type Lead, type SectionWalk } from './section-walk.js';

/** The lead of a list in an item that names no path: its own words, or a label of the list that they stand in. */
export function leadOfNested(walk: SectionWalk, phrase: Phrase, list: List, lead: Lead): Lead {
  const reading = readOwnLead(walk, phrase);
  if (reading.effect === 'allow') return withAllowing(lead, reading);
  if (reading.effect === 'forbid') return plainLead('forbid', phrase.source);
  if (reading.effect === 'pair') return plainLead('pair');
  const label = phrase.words.replace(/[\s:–-]+$/u, '');
  if (!phrase.isOdd && ofGroup.test(label)) return lead;
  // A further line is no more of the label: "Content files" over "Legal reads these."
  const isOfOne = splitTokenLines(phrase.tokens).length < 2;
  if (phrase.isOdd || !isOfOne || !isLabel(label, globsOf(list))) return plainLead('unknown', phrase.source);
  return { ...lead, labels: [...lead.labels, label] };
}

/** What the words of an item say of the list in it: as a lead, or, where no other words stand over them all, together with the labels beside it. */
export function readOwnLead({ standings, headings, prose }: SectionWalk, phrase: Phrase): LeadReading {
  const reading = readLead(phrase);
  if (reading.effect !== 'unknown' || phrase.isOdd) return reading;
  const effect = standings.leads.get(phrase.line)?.effect;
  if (effect === undefined) return reading;
  if (effect !== 'allow') return { effect };
  const isOfZone = headings.every(({ reading: { kind } }) => kind === 'title' || kind === 'neutral');
  return prose.length === 0 && isOfZone ? { effect, conditions: [], label: '' } : reading;
}

/** What items are put together under by what they have in common, or have not: it says nothing of what may change. */
const ofGroup = /^(?:looks?(?: (?:and|&) feel)?|appearance|general|common|misc(?:ellaneous)?|others?|more|further)$/u;

/** The lead of a list in an item that has a lead of its own (`own`), in a list that no known lead opens. */
export function nestedLead(own: LeadReading, lead: Lead): Lead {
  if (own.effect !== 'allow') return plainLead(own.effect);
  if (lead.effect === 'pair') return plainLead('pair');
  return withAllowing({ ...lead, labels: [...lead.labels, lead.words ?? ''], words: undefined }, own);
}

function withAllowing(lead: Lead, { conditions, label }: Extract<LeadReading, { readonly effect: 'allow' }>): Lead {
  return {
    ...lead,
    effect: 'allow',
    conditions: mergeConditions(lead.conditions, conditions),
    labels: [...lead.labels, label],
  };
}
