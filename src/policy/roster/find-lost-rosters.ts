import type { RootContent, Table } from 'mdast';
import type { SectionProblem } from '../policy.js';
import { linesOf } from '../settings/lines-of.js';
import { areRosterTitles, findColumn, titlesOf } from './roster-columns.js';
import { startLine, tokenize, toPlainText } from '../grammar/tokenize.js';

/**
 * Rosters that are not read: outside of the PM zone, in a quote, a list, code or HTML, without the line of dashes, without a column for the PM,
 * with titles in another language, turned on its side, and rows that a blank line cut off. `read` are the tables that were.
 */
export function findLostRosters(
  blocks: readonly RootContent[],
  text: string,
  read: ReadonlySet<RootContent>,
): readonly SectionProblem[] {
  const source = text.split(/\r\n|\r|\n/u);
  const inside = linesOf(blocks);
  const tables = linesOf(blocks.filter(({ type }) => type === 'table'));
  const unread = blocks.filter((block): block is Table => block.type === 'table' && !read.has(block));
  const heads = new Set(unread.map(startLine));
  const lost: number[] = blocks
    .filter((block) => block.type === 'html' && isHead(block.value.replace(/\s*\n\s*/gu, ''), true))
    .concat(unread.filter((table) => namesPms(table) || isTurned(table) || (read.size === 0 && listsPeople(table))))
    .map(startLine);
  for (const [at, written] of source.entries()) {
    const line = at + 1;
    if (tables.has(line) && !heads.has(line)) continue;
    const isInside = inside.has(line);
    const isPart = isRow(written) || (read.size === 0 && isListed(written));
    if (isHead(written, isInside) || (isInside && !tables.has(line) && isPart)) lost.push(line);
  }
  // One roster is one problem.
  const found = new Set(lost);
  return [...found]
    .filter(
      (line) => !found.has(line - 1) && !(found.has(line - 2) && /^[\s>|:*+-]*$/u.test(source[line - 2] as string)),
    )
    .map((line) => ({ severity: 'error', line, message: describe(inside.has(line), tables.has(line)) }));
}

function describe(isInside: boolean, isTable: boolean): string {
  const how = isTable
    ? 'This table looks like the list of PMs and is not read as one, so nobody in it is known.'
    : isInside
      ? 'This looks like the list of PMs or a row of it, and is not read: Markdown sees no table of its own here.'
      : 'This looks like the list of PMs and stands outside of the PM zone, so nobody in it is known.';
  return `${how} Ask an engineer to write it in the PM zone as one table with the columns PM, Email, Feature folders, Flags, Reviewers, Engineering DRI and Product DRI.`;
}

/** Whether a line is the head of a roster; outside of the section only where it tells how to know its PMs, or what is theirs. */
function isHead(line: string, isInside: boolean): boolean {
  const titles = cellsOf(line);
  if (titles.length < 2 || titles.length > 100 || !areRosterTitles(titles)) return false;
  const columns = titles.map(findColumn);
  return isInside || (columns.includes('pm') && (columns.includes('email') || columns.includes('folders')));
}

/** A table of PMs with an address or handle beside one. */
function namesPms(table: Table): boolean {
  const [, ...rows] = table.children;
  return (
    titlesOf(table).some((title) =>
      /(?<![\p{L}\p{N}])(?:PMs?|pilots?|product managers?)(?![\p{L}\p{N}])/iu.test(title),
    ) &&
    rows.some((row) =>
      row.children.some((cell) => {
        const words = toPlainText(tokenize(cell));
        return identity.test(words) || /^@[\w.-]+$/u.test(words);
      }),
    )
  );
}

/** A table whose titles stand in its first column. */
function isTurned(table: Table): boolean {
  const titles = table.children.flatMap((row) => row.children.slice(0, 1)).map((cell) => toPlainText(tokenize(cell)));
  return areRosterTitles(titles) && titles.map(findColumn).includes('pm');
}

/** A table with somebody's address beside their handle, whatever its titles are, but for one that says whom to ask. */
function listsPeople(table: Table): boolean {
  const [head, ...rows] = table.children;
  const [first = ''] = head === undefined ? [] : titlesOf({ ...table, children: [head] });
  return !contacts.test(first) && rows.some((row) => isKnownTwice(toPlainText(tokenize(row))));
}

const contacts =
  /(?<!\p{L})(?:teams?|topics?|contacts?|owners?|areas?|engineers?|developers?|reviewers?|approvers?|leads?|dris?|compliance|kontakte?|ansprech\p{L}*|themen?|équipes?|sujets?|equipos?)(?!\p{L})/iu;

function isKnownTwice(words: string): boolean {
  return /[^\s@|]@[^\s@|]+\.\p{L}/u.test(words) && /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}]/u.test(words);
}

/** An item with somebody's address, handle and what is theirs. */
function isListed(line: string): boolean {
  return (
    /^\s{0,9}(?:[-*+]|\d{1,3}[.)])\s/u.test(line) &&
    isKnownTwice(line) &&
    /`|(?<!\p{L})(?:folders?|director(?:y|ies)|flags?|ordner|dossiers?|carpetas?)(?!\p{L})/iu.test(line)
  );
}

const identity = /[^\s@|]@[^\s@|]+\.\p{L}|\(@[\p{L}\p{N}]/u;

/** A row with an address or a handle, where there is no table. */
function isRow(line: string): boolean {
  const isTable = /^[\s>*+-]*\|/u.test(line) || line.replace(/`[^`]*`/gu, '').split(' | ').length > 2;
  return isTable && cellsOf(line).length > 1 && identity.test(line);
}

/** The cells of a line as if it were a table's; tags part cells too. */
function cellsOf(line: string): readonly string[] {
  if (!/[|<]/u.test(line)) return [];
  return line
    .replace(/<[^<>]{0,500}>/gu, '|')
    .split('|')
    .map((cell) => cell.replace(/^[\s>*+-]+/u, '').trim())
    .filter((cell) => cell !== '');
}
