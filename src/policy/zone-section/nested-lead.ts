import type { List } from 'mdast';
import { isLabel } from '../grammar/descriptions.js';
import { mergeConditions } from '../grammar/parse-conditions.js';
import type { Phrase } from '../grammar/phrase.js';
import { readLead, type LeadReading } from '../grammar/read-lead.js';
import { globsOf } from './section-list-item.js';
import { plainLead, type Lead } from './section-walk.js';

/** The lead of a list in an item that names no path: its own words, or a label of the list that they stand in. */
export function leadOfNested(phrase: Phrase, list: List, lead: Lead): Lead {
  const reading = readLead(phrase);
  if (reading.effect === 'allow') return withAllowing(lead, reading);
  if (reading.effect === 'forbid') return plainLead('forbid', phrase.source);
  if (reading.effect === 'pair') return plainLead('pair');
  const label = phrase.words.replace(/[\s:–-]+$/u, '');
  if (!phrase.isOdd && ofGroup.test(label)) return lead;
  if (phrase.isOdd || !isLabel(label, globsOf(list))) return plainLead('unknown', phrase.source);
  return { ...lead, labels: [...lead.labels, label] };
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
