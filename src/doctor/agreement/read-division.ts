import type { Nodes, Table, TableCell, TableRow } from 'mdast';
import { parseMarkdown } from '../../parsers/parse-markdown.js';
import { plainText } from '../../parsers/plain-text.js';
import { agreedKinds, type AgreedKind } from '../open-kinds.js';

/** To whom a table of a working agreement gives a kind of files of production. */
type Side = 'pm' | 'engineering' | 'shared';

/** What a working agreement says of files of production, with the line of each kind; or why it is not read, with the line of that. */
export type Division =
  | { readonly line: number; readonly given: ReadonlyMap<Side, ReadonlyMap<AgreedKind, number>> }
  | { readonly line: number; readonly unread: string };

/**
 * Reads the table of who builds and owns what (seed 002): in its rows, cells that begin with “In production:” list kinds of files. Words that name
 * no kind leave all of it unread, since what they mean could be any kind.
 */
export function readDivision(text: string): Division {
  const markdown = parseMarkdown(text);
  if ('refused' in markdown) return { line: 1, unread: `the file ${markdown.refused}` };
  const tables = markdown.root.children.filter((node) => node.type === 'table');
  const found = tables.flatMap((table) => readSides(table));
  const [first] = found;
  if (first === undefined)
    return { line: 1, unread: 'it has no table with a column for PMs beside one for engineering' };
  const given = new Map<Side, Map<AgreedKind, number>>();
  let line: number | undefined;
  for (const { side, cell } of found.flatMap(({ table, sides }) => listCells(table, sides))) {
    const list = /^\s*in production\s*:(?<kinds>.*)$/isu.exec(plainText(cell.children))?.groups?.['kinds'];
    if (list === undefined) continue;
    line ??= lineOf(cell);
    for (const word of wordsOf(list)) {
      if (restWords.test(word)) continue;
      const kind = kindOf(word);
      if (kind === undefined) return { line: lineOf(cell), unread: `“${word.slice(0, 80)}” is no kind of files` };
      given.set(side, (given.get(side) ?? new Map<AgreedKind, number>()).set(kind, lineOf(cell)));
    }
  }
  if (line === undefined)
    return { line: lineOf(first.table), unread: 'no cell of the table begins with “In production:”' };
  return { line, given };
}

/** Which columns of a table are whose; nothing where it is no table of who owns what. */
function readSides(table: Table): readonly { readonly table: Table; readonly sides: readonly (Side | undefined)[] }[] {
  const sides = (table.children[0] as TableRow).children.map((cell): Side | undefined => {
    const title = plainText(cell.children);
    if (/^(?:the )?(?:pms?|product managers?)\b/iu.test(title)) return 'pm';
    if (/^(?:the )?engineer(?:s|ing)\b/iu.test(title)) return 'engineering';
    return /^(?:shared|both|together)\b/iu.test(title) ? 'shared' : undefined;
  });
  return sides.includes('pm') && sides.includes('engineering') ? [{ table, sides }] : [];
}

function listCells(
  table: Table,
  sides: readonly (Side | undefined)[],
): readonly { readonly side: Side; readonly cell: TableCell }[] {
  return table.children.slice(1).flatMap((row) =>
    row.children.flatMap((cell, at) => {
      const side = sides[at];
      return side === undefined ? [] : [{ side, cell }];
    }),
  );
}

/** What a list of kinds may say of all that it does not name. */
const restWords =
  /^(?:everything|anything|all|the|all the|every) (?:else|others?|rest|other (?:kinds?|files?|kinds of files?))$|^(?:the )?rest$/iu;

function wordsOf(list: string): readonly string[] {
  return list
    .replace(/\([^()]*\)/gu, ' ')
    .split(/[,;.]|\band\b/iu)
    .map((word) => word.replace(/\s+/gu, ' ').trim())
    .filter((word) => word !== '');
}

function kindOf(word: string): AgreedKind | undefined {
  const name = word.toLowerCase();
  return agreedKinds.find((kind) => kind === name || kind === also.get(name));
}

const also: ReadonlyMap<string, AgreedKind> = new Map([
  ['feature flags', 'flags'],
  ['ai prompts', 'prompts'],
  ['documentation', 'docs'],
  ['configuration', 'config'],
  ['user-facing copy', 'copy'],
]);

function lineOf(node: Nodes): number {
  return (node.position as NonNullable<Nodes['position']>).start.line;
}
