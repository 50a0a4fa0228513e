/** One line of a Markdown table: its cells with the space around them, and what stands before and behind. */
interface TableLine {
  readonly lead: string;
  readonly cells: readonly string[];
  readonly tail: string;
}

/** A table's lines, the second of which is that of dashes. */
export interface TableLines {
  readonly lines: readonly TableLine[];
  /** Every cell of a column is as wide as the others. */
  readonly isAligned: boolean;
}

/** Reads the lines of a table as they are laid out. */
export function readTableLines(lines: readonly string[]): TableLines {
  const read = lines.map(readLine);
  const widths = new Set(read.map(({ cells }) => cells.map(({ length }) => length).join(' ')));
  const isAligned = widths.size === 1;
  return { lines: read, isAligned };
}

function readLine(line: string): TableLine {
  const rest = line.replace(/^\s*\|?/u, '');
  const body = rest.replace(/(?<!\\)\|\s*$/u, '');
  const lead = line.slice(0, line.length - rest.length);
  return { lead, cells: body.split(/(?<!\\)\|/u), tail: rest.slice(body.length) };
}

/** Writes lines back; where all columns were aligned they are again, as wide as they were or wider. */
export function writeTableLines({ lines, isAligned }: TableLines): readonly string[] {
  const count = Math.max(...lines.map(({ cells }) => cells.length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...lines.map(({ cells }) => cells[at]?.length ?? 0)),
  );
  const fit = (cell: string, at: number, row: number): string => {
    const missing = (widths[at] as number) - cell.length;
    if (!isAligned || missing <= 0) return cell;
    return row === 1 ? cell.replace(/-+/u, (dashes) => dashes + '-'.repeat(missing)) : cell + ' '.repeat(missing);
  };
  return lines.map(
    ({ lead, cells, tail }, row) => `${lead}${cells.map((cell, at) => fit(cell, at, row)).join('|')}${tail}`,
  );
}

/** A table with this text in one cell; a row that is too short for it gets the cells that it lacks. */
export function setCell(table: TableLines, row: number, column: number, text: string): TableLines {
  const lines = table.lines.map((line, at) => {
    if (at !== row) return line;
    const cells = Array.from({ length: Math.max(line.cells.length, column + 1) }, (_, each) => line.cells[each] ?? ' ');
    const written = text === '' ? ' ' : ` ${text} `;
    // What fits into its old place leaves the line as long as it was.
    cells[column] = table.isAligned ? written.padEnd((cells[column] as string).length) : written;
    return { ...line, cells };
  });
  return { ...table, lines };
}

/** A table with one more column, whose cells hold this text. */
export function addColumn(table: TableLines, title: string, text: string): TableLines {
  const width = Math.max(...table.lines.slice(0, 1).map(({ cells }) => cells.length));
  return table.lines.reduce(
    (wider, _, row) => setCell(wider, row, width, row === 0 ? title : row === 1 ? '---' : text),
    table,
  );
}

/** A table with one more, empty, row at its end. */
export function addRow(table: TableLines): TableLines {
  const [head] = table.lines as readonly [TableLine];
  const cells = head.cells.map((cell) => (table.isAligned ? ' '.repeat(cell.length) : ' '));
  return { ...table, lines: [...table.lines, { ...head, cells }] };
}
