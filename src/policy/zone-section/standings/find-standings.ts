import type { RootContent } from 'mdast';
import { toPhrase } from '../../grammar/phrase.js';
import { readStandingLabel, readStandings, type StandingLabel } from '../../grammar/leads/standing-labels.js';
import { startLine, tokenize } from '../../grammar/tokenize.js';
import { globsOf } from '../section-list-item.js';
import { labelledLinesOf } from './labelled-items-of.js';

/** What labels of a section say together of what PMs may change, which none of them says by itself. */
export interface Standings {
  /** The lines of headings and paragraphs right above lists and tables: "Yes", "Yes, with an engineer" and "No". */
  readonly leads: ReadonlyMap<number, StandingLabel>;
  /** Where the lists and paragraphs begin of which each line is paths with a label. */
  readonly blocks: ReadonlySet<number>;
}

/** Finds them in each part of the section, and in all of it among labels that name PMs. Of a part in which any list stands under other words there are none. */
export function findStandings(blocks: readonly RootContent[]): Standings {
  const leads = new Map<number, StandingLabel>();
  const found = new Set<number>();
  for (const part of partsOf(blocks)) {
    const labelled = part.filter((block) => labelledLinesOf(block) !== undefined);
    const over = part.flatMap((block, at) => (isLed(block) && !labelled.includes(block) ? [part[at - 1]] : []));
    const labels = over.map((lead) => lead && readLabel(lead));
    const isOfOneKind = new Set(over.map((lead) => (lead?.type === 'heading' ? lead.depth : 0))).size < 2;
    const written = new Set(over.map((lead) => lead && toPhrase(tokenize(lead)).words));
    const all = [...labels, ...labelled.flatMap(labelsOf)];
    if (!isOfOneKind || written.size < over.length || readStandings(all) === undefined) continue;
    for (const [at, lead] of over.entries()) leads.set(startLine(lead as RootContent), labels[at] as StandingLabel);
    for (const block of labelled) found.add(startLine(block));
  }
  for (const block of blocks) for (const [line, label] of leadsIn(block)) leads.set(line, label);
  const ofPms = blocks.filter((block) => labelsOf(block).every(({ effect, isOfPms }) => effect !== 'allow' || isOfPms));
  if (readStandings(ofPms.flatMap(labelsOf)) !== undefined) for (const block of ofPms) found.add(startLine(block));
  return { leads, blocks: found };
}

/** The lines of a list whose every item is a label over a list of its own. */
function leadsIn(block: RootContent): readonly (readonly [line: number, label: StandingLabel])[] {
  if (block.type !== 'list') return [];
  const over = block.children.map(({ checked, children: [words, list, ...more] }) =>
    typeof checked !== 'boolean' &&
    words?.type === 'paragraph' &&
    list?.type === 'list' &&
    more.length === 0 &&
    globsOf(list).length > 0
      ? words
      : undefined,
  );
  const standings = readStandings(over.map((words) => words && readLabel(words)));
  return standings?.map((label, at) => [startLine(over[at] as RootContent), label] as const) ?? [];
}

/** Whether a block names what may change, under words of its own: a list of people ("Pilot PMs:") leaves the labels beside it as they are. */
function isLed(block: RootContent): boolean {
  return block.type === 'table' || (block.type === 'list' && globsOf(block).length > 0);
}

function labelsOf(block: RootContent): readonly StandingLabel[] {
  return labelledLinesOf(block)?.map(({ label }) => label) ?? [];
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
