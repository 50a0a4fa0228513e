import type { Table, TableRow } from 'mdast';
import { closePaths, findNamedPaths, pairPaths } from '../../list-items/close-paths.js';
import { readForbidItem } from '../../list-items/read-forbid-item.js';
import { readAllowItem } from '../../list-items/read-allow-item.js';
import { findCarveOut } from '../../grammar/carve-outs.js';
import { describe, isKindWord } from '../../grammar/descriptions.js';
import { forbids } from '../../grammar/refusals/forbidding-words.js';
import { mayDemand } from '../../grammar/remarks/word-against-remark.js';
import { areContacts } from '../../grammar/remarks/contact-lines.js';
import { effectOfSign, isSignLegend } from '../../grammar/remarks/sign-legend.js';
import { isNeutral } from '../../grammar/neutral-prose.js';
import { isSentence, toPhrase, type Phrase } from '../../grammar/phrase.js';
import { readLead } from '../../grammar/leads/read-lead.js';
import { plainToken, tokenize, type TextToken } from '../../grammar/tokenize.js';
import { readHeadedCell } from './headed-cells.js';
import { closeHeads } from './close-heads.js';
import { readFootnotes } from '../read-footnotes.js';
import { furtherOf } from '../prose/words-behind.js';
import { keepNamed } from '../prose/keep-named.js';
import { flushProse } from '../prose/read-prose.js';
import { faultOfLead } from '../headings/fault-of-lead.js';
import { resolveLead } from '../resolve-lead.js';
import { findMatrix } from './find-matrix.js';
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
  const closes = forbids(head.map(({ source }) => source).join(' '));
  if (path < 0) {
    keepCells(walk, head, true);
    closeHeads(walk, head, rows);
  }
  const isOfSteps = head.some(isStepTitle);
  for (const [place, row] of rows.entries()) {
    if (keepContinued(walk, row, path, (cell) => cell === row[answer] && plainAnswer.test(cell.words))) continue;
    const words = row.map(({ source }) => source).join(' ');
    const whole = toPhrase(row.flatMap(({ tokens }) => [...tokens, gap]));
    const said = matrix?.effects[place] ?? (answer < 0 ? lead.effect : readAnswer(row[answer]));
    const globs = row.slice(path, path + 1).flatMap(({ tokens }) => textsOfCode(tokens));
    const headed = row.map((cell, at) =>
      answer < 0 || at === path || at === answer || kinds[at] !== undefined || head[at] === undefined
        ? 'remark'
        : readHeadedCell(head[at], cell, globs),
    );
    const own = (['forbid', 'pair'] as const).find((each) => headed.includes(each));
    const effect = lead.effect === 'forbid' || lead.effect === 'pair' ? lead.effect : (said === 'allow' && own) || said;
    const isAnswered = answer >= 0 || matrix !== undefined;
    const isListed = isKnown && (isAnswered || (!isByTitle && kinds.every((kind) => kind !== undefined)));
    if (isListed && effect === 'allow') {
      const rest = row.filter(
        (cell, at) =>
          (headed[at] === 'remark' || headed[at] === 'exception') &&
          at !== path &&
          at !== answer &&
          matrix?.answers.has(at) !== true &&
          kinds[at] !== 'count' &&
          !(kinds[at] === 'contact' && areContacts(cell.source)) &&
          !(kinds[at] === 'area' && isName(cell)),
      );
      const tokens = [
        ...row.slice(path, path + 1).flatMap((cell) => cell.tokens),
        ...rest.flatMap((cell) =>
          noRemark.test(cell.words) ? [] : [headed[row.indexOf(cell)] === 'exception' ? except : rule, ...cell.tokens],
        ),
      ];
      const conditions = [...lead.conditions, ...headed.filter((each) => typeof each === 'object')];
      addRules(walk, readAllowItem([...tokens, ...remarkOf(row[answer])], { ...lead, conditions }));
    } else {
      const fault = !isListed ? faultOfTable : effect === 'unknown' ? faultOfLead(walk, lead) : undefined;
      const isLocked = effect === 'forbid' || (!isAnswered && (closes || forbids(words) || forbids(lead.words ?? '')));
      addRules(walk, effect === 'pair' && !isLocked ? pairPaths(whole) : closePaths(whole, fault, isLocked));
      if (isListed && readPathless(walk, row[path], effect)) continue;
      if (row.some((cell) => findNamedPaths(cell.tokens).length > 0 && !isRemark(cell))) {
        for (const [at, cell] of row.entries())
          if (isListed && at !== path && (at === answer || isSentence(cell)))
            walk.closingWords.push({ kept: cell.tokens, looked: at === answer ? furtherOf(cell.tokens) : cell.tokens });
        continue;
      }
      if (path < 0 && isOfSteps && row.some(({ source }) => /\p{L}/u.test(source))) addProse(walk, joinCells(row));
      else {
        const before = walk.prose.length;
        keepCells(walk, row, path < 0);
        if (walk.prose.length === before && lead.effect === 'unknown') keepNamed(walk, whole, lead.words);
      }
    }
  }
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

function readAnswer(cell: Phrase | undefined): Lead['effect'] {
  if (cell === undefined || cell.isOdd) return 'unknown';
  const { effect } = readLead(cell);
  if (effect === 'pair' || ofBoth.test(cell.words) || /^[\s\ufe0f]*[🤝👥🟡][\s\ufe0f]*$/u.test(cell.source))
    return 'pair';
  if (effect === 'allow') return 'allow';
  if (cell.source === '') return 'unknown';
  if (yesSign.test(cell.source) || yes.test(cell.words))
    return findCarveOut(cell.words) === undefined ? 'allow' : 'forbid';
  return forbids(cell.source) || /^\s*🔴/u.test(cell.source) || refusal.test(cell.words) ? 'forbid' : 'unknown';
}

/** Nothing but a yes or a no. */
const plainAnswer = /^(?:yes|no|y|n|x|✓|-|–)?$/u;

const ofBoth = /^(?:pms?|product managers?) (?:\+|and|with) (?:an )?engineers?$/u;

const yesSign = /^\s*[✅✔☑✓🟢👍]/u;

const yes =
  /^(?:(?:yes|y|✓|pms?|product managers?|ok|edit|editable|allowed|open|touch|free|freely|can touch|may touch|can edit|may edit|alone|on their own)(?:,? (?:freely|alone|on their own|directly))?)!?(?: ?[✅✔☑✓🟢👍]+$|(?=[,;:(–-])|\s[(–-]|$)/u;

const refusal = /^(?:no|n|x|-|–|locked|engineers?|engineering)(?![\p{L}\p{N}])/u;

/** "yes, additions only": what stands behind the yes is a condition. */
function remarkOf(cell: Phrase | undefined): readonly TextToken[] {
  const given = cell === undefined ? undefined : readLead(cell);
  if (given?.effect === 'allow' && given.conditions.length === 0) return [];
  const rest = cell?.words.replace(yes, '').replace(/^[\s,;:(–-]+/u, '') ?? '';
  return rest === '' ? [] : [plainToken(`, ${rest}`, 1)];
}
