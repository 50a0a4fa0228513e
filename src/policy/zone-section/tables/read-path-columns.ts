import { readLead, type LeadReading } from '../../grammar/leads/read-lead.js';
import { readStandingLabel } from '../../grammar/leads/standing-labels.js';
import { forbids } from '../../grammar/refusals/forbidding-words.js';
import type { Phrase } from '../../grammar/phrase.js';
import { findNamedPaths, namesPath, pairPaths } from '../../list-items/close-paths.js';
import { readAllowItem } from '../../list-items/read-allow-item.js';
import { readForbidItem } from '../../list-items/read-forbid-item.js';
import { furtherOf } from '../prose/words-behind.js';
import { addClosingWords, addRules, type Lead, type SectionWalk } from '../section-walk.js';
import { sayTogether } from './find-matrix.js';

/**
 * Reads a table that has paths in each column under a head that says what PMs may do with them: leads ("PMs can touch" beside "PMs cannot touch"), or labels
 * that say so together ("| | PM alone | With an engineer | Never |"), beside one column at most that names the rows, where the words above them ask nothing else (`isPlain`). False for any other table, of which
 * nothing is read.
 */
export function readPathColumns(
  walk: SectionWalk,
  head: readonly Phrase[],
  rows: readonly (readonly Phrase[])[],
  kinds: readonly (string | undefined)[],
  lead: Lead,
  isPlain: boolean,
): boolean {
  const leads = head.map(readLead);
  const areLeads = leads.every(({ effect }) => effect !== 'unknown');
  const columns = areLeads ? leads : isPlain && lead.words === undefined ? findLabels(head, rows, kinds) : undefined;
  if (columns === undefined) return false;
  for (const row of rows) {
    const names = row.flatMap(({ words }, at) => (columns[at] === undefined ? [words] : []));
    for (const [at, own] of columns.entries())
      for (const cell of row.slice(at, at + 1))
        if (own !== undefined) readCell(walk, cell, own, { ...lead, labels: [...lead.labels, ...names] });
  }
  return true;
}

/** What labels at the heads of columns of paths say, and `undefined` for the column that names the rows. */
function findLabels(
  head: readonly Phrase[],
  rows: readonly (readonly Phrase[])[],
  kinds: readonly (string | undefined)[],
): readonly (LeadReading | undefined)[] | undefined {
  const labels = head.map(({ words, isOdd }) => (isOdd ? undefined : readStandingLabel(words)));
  const isNamed = (at: number): boolean => labels[at] === undefined;
  const others = kinds.filter((_, at) => isNamed(at));
  if (others.length > 1 || !others.every((kind) => kind === 'remark' || kind === 'area')) return undefined;
  const isPlain = ({ source, tokens, isOdd }: Phrase, at: number): boolean =>
    !isOdd &&
    (none.test(source) || (isNamed(at) ? !tokens.some(namesPath) && !forbids(source) : tokens.some(namesPath)));
  if (!rows.every((row) => row.every(isPlain)) || !sayTogether(labels.filter((label) => label !== undefined)))
    return undefined;
  return labels.map((label) => label && asLead(label.effect));
}

function asLead(effect: 'allow' | 'pair' | 'forbid'): LeadReading {
  return effect === 'allow' ? { effect, conditions: [], label: '' } : { effect };
}

const none = /^[-–—\s]*$/u;

/** A cell in a column whose head is a lead: "PMs can touch" beside "PMs cannot touch". */
function readCell(walk: SectionWalk, cell: Phrase, own: LeadReading, lead: Lead): void {
  if (none.test(cell.source)) return;
  if (own.effect === 'forbid' || lead.effect === 'forbid') addRules(walk, readForbidItem(cell.tokens));
  else if (own.effect === 'pair' || lead.effect === 'pair') {
    addRules(walk, pairPaths(cell));
    if (findNamedPaths(cell.tokens).length > 0)
      walk.closingWords.push({ kept: cell.tokens, looked: furtherOf(cell.tokens) });
    else addClosingWords(walk, cell);
  } else if (own.effect === 'allow')
    addRules(
      walk,
      readAllowItem(cell.tokens, {
        ...lead,
        conditions: [...lead.conditions, ...own.conditions],
        labels: [...lead.labels, own.label],
      }),
    );
}
