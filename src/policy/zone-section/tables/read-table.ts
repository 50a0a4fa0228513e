import type { Table, TableRow } from 'mdast';
import { closePaths, findNamedPaths, pairPaths } from '../../list-items/close-paths.js';
import { readForbidItem } from '../../list-items/read-forbid-item.js';
import { readAllowItem } from '../../list-items/read-allow-item.js';
import { describe, isKindWord } from '../../grammar/descriptions.js';
import { forbids } from '../../grammar/refusals/forbidding-words.js';
import { mayDemand } from '../../grammar/remarks/word-against-remark.js';
import { areContacts } from '../../grammar/remarks/contact-lines.js';
import { effectOfSign, isSignLegend } from '../../grammar/remarks/sign-legend.js';
import { isNeutral } from '../../grammar/neutral-prose.js';
import { isSentence, toPhrase, type Phrase } from '../../grammar/phrase.js';
import { readLead } from '../../grammar/leads/read-lead.js';
import { plainToken, tokenize, type TextToken } from '../../grammar/tokenize.js';
import { readAnswer, remarkOf } from './answer-cell.js';
import { readHeadedCell, type HeadedCell } from './headed-cells.js';
import { closeHeads } from './close-heads.js';
import { readFootnotes } from '../read-footnotes.js';
import { furtherOf } from '../prose/words-behind.js';
import { keepNamed } from '../prose/keep-named.js';
import { flushProse } from '../prose/read-prose.js';
import { faultOfLead } from '../headings/fault-of-lead.js';
import { resolveLead } from '../resolve-lead.js';
import { findMatrix, type Matrix } from './find-matrix.js';
import { readPathColumns } from './read-path-columns.js';
import { joinCells, keepContinued, rule } from './keep-continued.js';
import { isStepTitle, kindOfColumn } from './table-columns.js';
import { addClosingWords, addProse, addRules, type Lead, type SectionWalk } from '../section-walk.js';

/**
 * Reads a table: one with a column of paths and one that says yes or no to PMs row by row, one with a column of paths and remarks alone as
 * the items of its lead; of any other what it names is closed.
 */
export function readTable(walk: SectionWalk, table: Table): void {
  const [head = [], ...rows] = table.children.map((row) => cellsOf(walk, row));
  const kinds = head.map((cell, at) =>
    kindOfColumn(
      cell,
      rows.map((row) => row[at]),
    ),
  );
  const named = kinds.indexOf('answer');
  const answer = named < 0 && kinds.includes('path') ? findSigns(walk, table, [head, ...rows]) : named;
  const answers = answer < 0 ? findMatrix(head, rows, kinds) : undefined;
  const { pending } = walk;
  if (answer >= 0 || (answers !== undefined && isBeside(pending))) flushProse(walk);
  const isLed = walk.pending !== undefined;
  const lead = resolveLead(walk, textsOfCode(tokenize(table)));
  const matrix = lead.words === undefined ? answers : undefined;
  const path = matrix?.path ?? kinds.indexOf('path');
  if (path < 0 && readPathColumns(walk, head, rows, kinds, lead, isPlainlyOver(pending))) return;
  const isByTitle =
    walk.headings.findLast(({ reading }) => reading.kind !== 'label')?.reading.kind === 'title' && !isLed;
  const isKnown =
    path >= 0 &&
    kinds.filter((kind) => kind === 'path' || kind === 'answer').length <= 2 &&
    !head.some(({ isOdd }) => isOdd);
  const isAnswered = answer >= 0 || matrix !== undefined;
  const isListed = isKnown && (isAnswered || (!isByTitle && kinds.every((kind) => kind !== undefined)));
  if (path < 0) {
    keepCells(walk, head, true);
    closeHeads(walk, head, rows);
  }
  for (const [place, row] of rows.entries())
    if (!keepContinued(walk, row, path, (cell) => cell === row[answer] && plainAnswer.test(cell.words)))
      readRow(walk, { head, kinds, lead, path, answer, matrix, isAnswered, isListed }, row, place);
}

/** What the head of a table and the words over it tell of its rows. Where it has no such column, `path` and `answer` are -1. */
interface TableForm {
  readonly head: readonly Phrase[];
  readonly kinds: readonly ReturnType<typeof kindOfColumn>[];
  readonly lead: Lead;
  readonly path: number;
  readonly answer: number;
  readonly matrix: Matrix | undefined;
  /** Each row says for itself whether PMs can touch its path. */
  readonly isAnswered: boolean;
  /** It is of a form that opens. */
  readonly isListed: boolean;
}

function readRow(walk: SectionWalk, form: TableForm, row: readonly Phrase[], place: number): void {
  const { head, kinds, lead, path, answer, matrix } = form;
  const said = matrix?.effects[place] ?? (answer < 0 ? lead.effect : readAnswer(row[answer]));
  const globs = row.slice(path, path + 1).flatMap(({ tokens }) => textsOfCode(tokens));
  const headed = row.map((cell, at) =>
    answer < 0 || at === path || at === answer || kinds[at] !== undefined || head[at] === undefined
      ? 'remark'
      : readHeadedCell(head[at], cell, globs),
  );
  const own = (['forbid', 'pair'] as const).find((each) => headed.includes(each));
  const effect = lead.effect === 'forbid' || lead.effect === 'pair' ? lead.effect : (said === 'allow' && own) || said;
  if (form.isListed && effect === 'allow') openRow(walk, form, row, headed);
  else closeRow(walk, form, row, effect);
}

/** Opens the path of a row; what its other cells say is a condition, an exception or a remark. */
function openRow(
  walk: SectionWalk,
  { kinds, lead, path, answer, matrix }: TableForm,
  row: readonly Phrase[],
  headed: readonly HeadedCell[],
): void {
  const beside = row.flatMap((cell, at) => {
    const saysNothing =
      (headed[at] !== 'remark' && headed[at] !== 'exception') ||
      at === path ||
      at === answer ||
      matrix?.answers.has(at) === true ||
      kinds[at] === 'count' ||
      (kinds[at] === 'contact' && areContacts(cell.source)) ||
      (kinds[at] === 'area' && isName(cell)) ||
      noRemark.test(cell.words);
    return saysNothing ? [] : [headed[at] === 'exception' ? except : rule, ...cell.tokens];
  });
  const tokens = [...row.slice(path, path + 1).flatMap((cell) => cell.tokens), ...beside, ...remarkOf(row[answer])];
  const conditions = [...lead.conditions, ...headed.filter((each) => typeof each === 'object')];
  addRules(walk, readAllowItem(tokens, { ...lead, conditions }));
}

/** Closes what a row names, and keeps what it says besides. */
function closeRow(
  walk: SectionWalk,
  { head, lead, path, answer, isAnswered, isListed }: TableForm,
  row: readonly Phrase[],
  effect: Lead['effect'],
): void {
  const whole = toPhrase(row.flatMap(({ tokens }) => [...tokens, gap]));
  const fault = !isListed ? faultOfTable : effect === 'unknown' ? faultOfLead(walk, lead) : undefined;
  const said = [head, row].map((cells) => cells.map(({ source }) => source).join(' '));
  const isLocked = effect === 'forbid' || (!isAnswered && [...said, lead.words ?? ''].some(forbids));
  addRules(walk, effect === 'pair' && !isLocked ? pairPaths(whole) : closePaths(whole, fault, isLocked));
  if (isListed && readPathless(walk, row[path], effect)) return;
  if (row.some((cell) => findNamedPaths(cell.tokens).length > 0 && !isRemark(cell))) {
    for (const [at, cell] of row.entries())
      if (isListed && at !== path && (at === answer || isSentence(cell)))
        walk.closingWords.push({ kept: cell.tokens, looked: at === answer ? furtherOf(cell.tokens) : cell.tokens });
    return;
  }
  if (path < 0 && head.some(isStepTitle) && row.some(({ source }) => /\p{L}/u.test(source))) {
    addProse(walk, joinCells(row));
    return;
  }
  const before = walk.prose.length;
  keepCells(walk, row, path < 0);
  if (walk.prose.length === before && lead.effect === 'unknown') keepNamed(walk, whole, lead.words);
}

/** Whether nothing above a table asks another question: "Reviews are done by". */
function isPlainlyOver(pending: Phrase | undefined): boolean {
  return pending === undefined || isSentence(pending) || isNeutral(pending);
}

/** Whether the words above a table of answers are sentences that lead nothing: they are kept by themselves. */
function isBeside(pending: Phrase | undefined): boolean {
  return pending !== undefined && isSentence(pending) && readLead(pending).effect === 'unknown';
}

/** Reads the cell of paths of a row that closes and names none there, and says whether it is such a row: `legal texts | no`. */
function readPathless(walk: SectionWalk, cell: Phrase | undefined, effect: Lead['effect']): boolean {
  if (cell === undefined || cell.source === '' || findNamedPaths(cell.tokens).length > 0) return false;
  if (effect === 'forbid') addRules(walk, readForbidItem(cell.tokens));
  else addClosingWords(walk, cell);
  return true;
}

/**
 * The column without a head whose every cell is a sign that says yes, no or together, where a line right above or below the table says that its yes
 * is what PMs can touch; else -1.
 */
function findSigns(
  { lines, written }: SectionWalk,
  { position }: Table,
  [head = [], ...rows]: readonly (readonly Phrase[])[],
): number {
  const from = (position?.start.line ?? 1) - 1;
  const to = position?.end.line ?? from;
  const near = lines.slice(0, to + 3).filter((_, at) => (at < from ? at >= from - 3 : at >= to) && written.has(at + 1));
  if (!near.some((line) => isSignLegend(line.trim()))) return -1;
  const columns = head.flatMap(({ source }, at) => {
    const cells = rows.map((row) => row[at]?.source ?? '');
    return source === '' && cells.length > 0 && cells.every((cell) => effectOfSign(cell) !== undefined) ? [at] : [];
  });
  return columns.length === 1 ? (columns[0] as number) : -1;
}

/** Whether a cell is a sentence that begins with a word: it may be about more than the path in it. */
function isRemark(cell: Phrase): boolean {
  return isSentence(cell) && cell.tokens.find(({ text }) => text.trim() !== '')?.kind === 'text';
}

/** Keeps what the cells of a row without a path say; of a table that is none of paths also what is no sentence and may demand something. */
function keepCells(walk: SectionWalk, row: readonly Phrase[], isOfWords: boolean): void {
  for (const cell of row)
    if ((isRemark(cell) || (isOfWords && mayDemand(cell.source))) && !isNeutral(cell)) addProse(walk, cell.tokens);
}

/** Whether a cell of a column of areas only names one, which says where its path belongs and not what of it may change. */
function isName({ words, isOdd }: Phrase): boolean {
  return !isOdd && describe(words, '') !== undefined && !words.split(/[^\p{L}]+/u).some(isKindWord);
}

/** Nothing but a yes or a no. */
const plainAnswer = /^(?:yes|no|y|n|x|✓|-|–)?$/u;

/** A cell that says that there is nothing to say. */
const noRemark = /^(?:none|n\/a|[-–—\s]*)$/u;

const faultOfTable =
  'this table has no form that is known. Give it a column “Path” and a column “PMs can touch” with “yes”, “with an engineer” or “no” in each row, or write a list';

/** Parts a cell from the next. */
const gap = plainToken(', ', 1);

/** Parts a path from what a column takes out of it. */
const except = plainToken(' except ', 1);

function cellsOf(walk: SectionWalk, row: TableRow): readonly Phrase[] {
  return row.children.map((cell) => toPhrase(readFootnotes(walk, tokenize(cell)).filter(({ text }) => text !== '\n')));
}

function textsOfCode(tokens: readonly TextToken[]): readonly string[] {
  return tokens.filter(({ kind }) => kind === 'code').map(({ text }) => text);
}
