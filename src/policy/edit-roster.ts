import type { Table } from 'mdast';
import { parseMarkdown } from '../parsers/parse-markdown.js';
import { columnNames, findColumn, titlesOf, type Column } from './roster/roster-columns.js';
import { isRosterTable } from './roster/read-roster.js';
import { addColumn, addRow, readTableLines, setCell, writeTableLines, type TableLines } from './roster/table-lines.js';

/** What is to stand in the cells of a row, entry by entry. */
export type RosterCells = Partial<Readonly<Record<Column, readonly string[]>>>;

/** Cells of the row at a line of the file, or of a new row at the end of the first list of PMs. */
export interface RosterEdit {
  readonly line: number | 'new';
  readonly cells: RosterCells;
}

/** A file with other rows, and the lines of its table before and after; the first of them is `line`. */
export interface EditedRoster {
  readonly text: string;
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Edits rows of a list of PMs where they stand, leaving its layout as it is: columns in their order, cells as wide, line ends. A column that is
 * missing is added. `undefined` where the file has no such list or row. What it then means is for the reader to say.
 */
export function editRoster(text: string, edits: readonly RosterEdit[]): EditedRoster | undefined {
  const markdown = parseMarkdown(text);
  if ('refused' in markdown) return undefined;
  const tables = markdown.root.children.filter((block): block is Table => block.type === 'table').filter(isRosterTable);
  const table = tables.find((each) => {
    const { start, end } = placeOf(each);
    return edits.some(({ line }) => line === 'new' || (start + 1 < line && line <= end));
  });
  if (table === undefined) return undefined;
  const { start, end } = placeOf(table);
  const parts = text.split(/(\r\n|\r|\n)/u);
  const lines = parts.filter((_, at) => at % 2 === 0);
  const ends = parts.filter((_, at) => at % 2 === 1);
  const before = lines.slice(start - 1, end);
  let columns: readonly (Column | undefined)[] = titlesOf(table).map(findColumn);
  let edited = readTableLines(before);
  for (const { line, cells } of edits) {
    if (line === 'new') edited = addRow(edited);
    const row = line === 'new' ? edited.lines.length - 1 : line - start;
    for (const [column, entries] of Object.entries(placeHandles(cells, columns)) as [Column, readonly string[]][]) {
      if (entries.length === 0 && !columns.includes(column)) continue;
      if (!columns.includes(column)) {
        edited = addColumn(edited, columnNames[column], column === 'status' ? 'active' : '');
        columns = [...columns, column];
      }
      const at = columns.indexOf(column);
      edited = setCell(edited, row, at, writeEntries(entries, column, edited, at));
    }
    // A new row says what the others say.
    if (line === 'new' && columns.includes('status'))
      edited = setCell(edited, row, columns.indexOf('status'), 'active');
  }
  const after = writeTableLines(edited);
  const newline = ends[start - 1] as string;
  const whole = [
    ...lines.slice(0, start - 1).map((line, at) => line + (ends[at] as string)),
    after.join(newline),
    ...(end < lines.length ? [ends[end - 1] as string] : []),
    ...lines.slice(end).map((line, at) => line + (ends[end + at] ?? '')),
  ].join('');
  return { text: whole, line: start, before, after };
}

function placeOf({ position }: Table): { readonly start: number; readonly end: number } {
  const { start, end } = position as NonNullable<Table['position']>;
  return { start: start.line, end: end.line };
}

/** Without a column for handles they stand behind the name. */
function placeHandles(cells: RosterCells, columns: readonly (Column | undefined)[]): RosterCells {
  const { handle, pm, ...rest } = cells;
  if (handle === undefined || pm === undefined || columns.includes('handle')) return cells;
  return { pm: [`${pm.join(' ')} (${handle.join(', ')})`], ...rest };
}

/** Entries as a cell lists them: folders and flags as code where Markdown would change them, or where the column has them so. */
function writeEntries(entries: readonly string[], column: Column, { lines }: TableLines, at: number): string {
  const isCode =
    ['folders', 'flags'].includes(column) &&
    (lines.slice(2).some(({ cells }) => cells[at]?.includes('`') === true) ||
      entries.some((each) => /[*_~<&\\[\]()\s]/u.test(each)));
  return entries.map((entry) => (isCode ? `\`${entry}\`` : entry)).join(', ');
}
