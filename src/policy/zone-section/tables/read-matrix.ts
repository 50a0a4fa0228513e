import { toPhrase, type Phrase } from '../../grammar/phrase.js';
import { readStandingLabel, readStandings } from '../../grammar/leads/standing-labels.js';
import { pairPaths, namesPath } from '../../list-items/close-paths.js';
import { readAllowItem } from '../../list-items/read-allow-item.js';
import { readForbidItem } from '../../list-items/read-forbid-item.js';
import type { TextToken } from '../../grammar/tokenize.js';
import { addRules, type Lead, type SectionWalk } from '../section-walk.js';
import { kindOfColumn } from './table-columns.js';

/**
 * Reads a table with a column of paths and one for each answer, in which each row has one mark: "| | alone | with an engineer | never |". What stands in
 * columns of remarks holds for the row. False for any other table, of which nothing is read.
 */
export function readMatrix(
  walk: SectionWalk,
  head: readonly Phrase[],
  rows: readonly (readonly Phrase[])[],
  lead: Lead,
): boolean {
  if (lead.effect === 'forbid' || lead.effect === 'pair' || lead.words !== undefined) return false;
  const [first, ...titles] = head as readonly [Phrase, ...Phrase[]];
  const labels = titles.map(({ words, isOdd }) => (isOdd ? undefined : readStandingLabel(words)));
  const answers = labels.flatMap((label, at) => (label === undefined ? [] : [{ at: at + 1, effect: label.effect }]));
  const isOfPaths = first.source === '' || kindOfColumn(first, []) === 'path';
  const areRemarks = titles.every((title, at) => labels[at] !== undefined || kindOfColumn(title, []) === 'remark');
  if (!isOfPaths || answers.length < 2 || !areRemarks) return false;
  const standings = readStandings(labels.filter((label) => label !== undefined));
  const places = new Set(answers.map(({ at }) => at));
  if (standings === undefined || !rows.every((row) => isMarked(row, places))) return false;
  for (const row of rows)
    for (const { effect } of answers.filter(({ at }) =>
      row.slice(at, at + 1).some(({ source }) => mark.test(source)),
    )) {
      const remarks = row.slice(1).filter(({ source }, place) => !places.has(place + 1) && source !== '');
      const path = row.slice(0, 1).flatMap(({ tokens }) => tokens);
      const tokens = [...path, ...remarks.flatMap((cell) => [rule, ...cell.tokens])];
      if (effect === 'allow') addRules(walk, readAllowItem(tokens, lead));
      else addRules(walk, effect === 'pair' ? pairPaths(toPhrase(tokens)) : readForbidItem(tokens));
    }
  return true;
}

/** Whether a row names paths and says one thing of them. */
function isMarked(row: readonly Phrase[], places: ReadonlySet<number>): boolean {
  const cells = row.flatMap(({ source }, at) => (places.has(at) ? [source] : []));
  return (
    cells.filter((cell) => mark.test(cell)).length === 1 &&
    cells.every((cell) => none.test(cell) || mark.test(cell)) &&
    row.slice(0, 1).some(({ tokens }) => tokens.some(namesPath)) &&
    !row.some(({ isOdd }) => isOdd)
  );
}

const mark = /^(?:x|yes|y|✓|[✅✔☑🟢•●]\ufe0f?)$/iu;
const none = /^[-–—\s]*$/u;

/** Parts a path from its remarks. */
const rule: TextToken = { kind: 'text', text: ' – ', line: 1, struck: false, bold: false, odd: false };
