import type { Nodes, Table, TableCell, TableRow } from 'mdast';
import type { RosterRow, SectionProblem } from '../policy.js';
import { findTakenBack } from './find-taken-back.js';
import { misleadingLinksOf, readIdentity } from './read-identity.js';
import { readPeople } from './read-people.js';
import { parseCellEntries, parseFeatureFolders } from './roster-cell.js';
import {
  areRosterTitles,
  columnNames,
  findColumn,
  findUnreadColumns,
  titlesOf,
  type Column,
} from './roster-columns.js';
import { normalizeWords, startLine, tokenize, toPlainText, type TextToken } from '../grammar/tokenize.js';

/** The rows of a roster table, with the problems found on the way. */
export interface RosterReading {
  readonly rows: readonly RosterRow[];
  readonly problems: readonly SectionProblem[];
}

/** Whether a table is the roster: it has a column for the PM and at least one more that a roster has. */
export function isRosterTable(table: Table): boolean {
  const titles = titlesOf(table);
  return areRosterTitles(titles) && titles.some((title) => findColumn(title) === 'pm');
}

/** Reads a roster table (design §3, "Roster"), columns in any order; of others it is said where they seem to tell something. */
export function readRoster(table: Table): RosterReading {
  const columns = titlesOf(table).map(findColumn);
  const problems: SectionProblem[] = [...findUnreadColumns(table)];
  for (const column of ['email', 'folders'] as const) {
    if (columns.includes(column)) continue;
    const message = `The list of PMs has no column “${columnNames[column]}”, so no PM has one.`;
    problems.push({ severity: 'warning', line: startLine(table), message });
  }
  const rows = table.children.slice(1).map((row) => readRow(row, columns, problems));
  return { rows: rows.filter((row) => row !== undefined), problems };
}

function readRow(
  row: TableRow,
  columns: readonly (Column | undefined)[],
  problems: SectionProblem[],
): RosterRow | undefined {
  const line = startLine(row);
  if (toPlainText(tokenize(row)) === '') return undefined;
  const cells = (column: Column): readonly TableCell[] => row.children.filter((_, at) => columns[at] === column);
  const tokens = (column: Column): readonly TextToken[] => cells(column).flatMap((cell) => tokenize(cell));
  const identity = readIdentity({ pm: cells('pm'), email: cells('email'), handle: cells('handle') });
  const { pm, handles, emails } = { ...identity, pm: identity.pm || 'nobody' };
  const addProblem: AddProblem = (severity, message, shuts) => {
    problems.push({ severity, line, message, ...(shuts === false && { shuts }) });
  };
  const approvers = (['reviewers', 'engineering', 'product'] as const).flatMap(cells).flatMap(misleadingLinksOf);
  for (const wrong of [...identity.wrong, ...approvers])
    addProblem('error', `In the row of ${pm}, ${wrong}. Ask an engineer to write each address and handle in full.`);
  if (handles.length === 0) {
    const isKnown = emails.length > 0;
    const known = isKnown ? 'has no handle, by which GitHub and GitLab know people' : 'identifies nobody';
    addProblem(
      'error',
      `The row of ${pm} ${known}. Ask an engineer to write the name and handle like “Maya Rivera (@maya-rivera)”.`,
      isKnown ? false : undefined,
    );
  } else if (emails.length === 0) {
    addProblem('warning', `${pm} has no email address in the list of PMs, so their commits cannot be recognised.`);
  }
  reportOddMarkup(row, columns.length, pm, addProblem);
  for (const each of findTakenBack(row.children, columns))
    addProblem('error', `The row of ${pm} ${each}. Ask an engineer to write it so.`);
  const revoked = columns.includes('status') && isRevoked(toPlainText(tokens('status')), pm, addProblem);
  const people = (column: Column): ReturnType<typeof readPeople> =>
    readPeople(parseCellEntries(tokens(column)), pm, addProblem);
  const folders = parseFeatureFolders(parseCellEntries(tokens('folders')), pm, addProblem);
  const [engineering, product] = [people('engineering'), people('product')];
  const without = [
    ...(engineering.isWithdrawn ? ['engineering DRI'] : []),
    ...(product.isWithdrawn ? ['product DRI'] : []),
  ];
  if (emails.includes('noreply@github.com'))
    addProblem(
      'error',
      `The row of ${pm} has noreply@github.com, which stands in every commit that anybody makes on GitHub's pages, so everybody would be ${pm}. Ask an engineer to write the address that ${pm} commits with.`,
    );
  const flags = parseCellEntries(tokens('flags'));
  for (const flag of flags.filter((each) => /[*?\s]/u.test(each)))
    addProblem(
      'warning',
      `“${flag.slice(0, 80)}” in the row of ${pm} is no flag's key, so no flag is theirs by it. List each flag by its own key.`,
    );
  return {
    pm: identity.pm,
    handles,
    emails,
    featureFolders: folders,
    flags: flags.filter((flag) => !/[*?\s]/u.test(flag)),
    reviewers: people('reviewers').names,
    engineeringDris: engineering.names,
    productDris: product.names,
    // Without a folder of their own the row has no other surface.
    ...(revoked || (without.length > 0 && folders.length === 0) ? { revoked: true as const } : {}),
    ...(without.length > 0 ? { withdrawn: without.join(' and ') } : {}),
    line,
  };
}

type AddProblem = (severity: SectionProblem['severity'], message: string, shuts?: false) => void;

/** "Active" alone leaves a zone open. */
function isRevoked(status: string, pm: string, addProblem: AddProblem): boolean {
  const words = normalizeWords(status)
    .replace(/[^\p{L}\p{N} ?]/gu, '')
    .trim();
  if (words === 'active') return false;
  if (!/^revoked(?!\p{L})/u.test(words))
    addProblem(
      'error',
      `The status of ${pm} is “active” or “revoked”, not “${status.slice(0, 80)}”; it counts as revoked. Ask an engineer to write one of the two.`,
    );
  else if (/(?<!\p{L})(?:until|till|unless|except|not|for now|temporarily|pending|maybe|if)(?!\p{L})/u.test(words))
    addProblem(
      'warning',
      `“${status.slice(0, 80)}” counts as revoked for good, and the words beside it are not read. Ask an engineer to write “revoked”, and “active” once ${pm} is in the pilot again.`,
    );
  return true;
}

/** What Markdown hides or leaves in doubt: strokes, HTML, stars that became emphasis, more cells than titles. */
function reportOddMarkup(row: TableRow, titles: number, pm: string, addProblem: AddProblem): void {
  const odd = new Set<string>();
  if (row.children.length > titles) odd.add('has more cells than the list of PMs has columns');
  const stack: Nodes[] = [row];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'delete') odd.add('is struck through in part; take it out, or set its Status to revoked');
    if (node.type === 'html' && !/^<br\s*\/?>$/iu.test(node.value)) odd.add('has HTML in it');
    const isEmphasis = node.type === 'strong' || node.type === 'emphasis';
    if (isEmphasis && /^\/|\/$/u.test(toPlainText(tokenize(node))))
      odd.add('has stars that Markdown took for emphasis; put paths in backticks');
    if ('children' in node) stack.push(...node.children);
  }
  for (const each of odd) addProblem('error', `The row of ${pm} ${each}. Ask an engineer to write it plainly.`);
}
