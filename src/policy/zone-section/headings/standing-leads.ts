import type { RootContent } from 'mdast';
import { toPhrase } from '../../grammar/phrase.js';
import { readStandingLabel, readStandings, type StandingLabel } from '../../grammar/standing-labels.js';
import { startLine, tokenize } from '../../grammar/tokenize.js';

/**
 * The lines of the headings, or of the paragraphs, right above the lists of a part of the section that say together what PMs may change: "Yes" over a list,
 * then "Yes, with an engineer" and "No". Of a part in which any list stands under other words there are none.
 */
export function findStandingLeads(blocks: readonly RootContent[]): ReadonlyMap<number, StandingLabel['effect']> {
  const found = new Map<number, StandingLabel['effect']>();
  for (const part of partsOf(blocks)) {
    const leads = part.flatMap((block, at) => (block.type === 'list' ? [part[at - 1]] : []));
    const labels = leads.map((lead) => lead && readLabel(lead));
    const isOfOneKind = new Set(leads.map((lead) => (lead?.type === 'heading' ? lead.depth : 0))).size === 1;
    const written = new Set(leads.map((lead) => lead && toPhrase(tokenize(lead)).words));
    const standings = isOfOneKind && written.size === leads.length ? readStandings(labels) : undefined;
    for (const [at, { effect }] of (standings ?? []).entries()) found.set(startLine(leads[at] as RootContent), effect);
  }
  return found;
}

/** What stands between the headings that are no such label, and between rules. */
function partsOf(blocks: readonly RootContent[]): readonly (readonly RootContent[])[] {
  const parts: RootContent[][] = [[]];
  for (const block of blocks) {
    if ((block.type === 'heading' && readLabel(block) === undefined) || block.type === 'thematicBreak') parts.push([]);
    parts.at(-1)?.push(block);
  }
  return parts;
}

function readLabel(block: RootContent): StandingLabel | undefined {
  if (block.type !== 'heading' && block.type !== 'paragraph') return undefined;
  const { words, isOdd } = toPhrase(tokenize(block));
  return isOdd ? undefined : readStandingLabel(words);
}
