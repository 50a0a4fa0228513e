import type { Table, TableCell } from 'mdast';
import { excludesPms } from '../zone-section/parse-lead.js';
import type { RosterRow, SectionProblem } from '../policy.js';
import { parseCellEntries, findEmails, parseFeatureFolders, findHandles, parsePersonName } from './roster-cell.js';
import { startLine, tokenize, normalizeWords, toPlainText } from '../zone-section/tokenize.js';

/** The rows of a roster table, with the problems found on the way. */
export interface RosterReading {
  readonly rows: readonly RosterRow[];
  readonly problems: readonly SectionProblem[];
}

/** Whether a table is the roster: it has a column for the PM and at least one more that a roster has. */
export function isRosterTable(table: Table): boolean {
  const columns = columnsOf(table);
  return columns.includes('pm') && new Set(columns.filter((column) => column !== undefined)).size > 1;
}

/** Reads a roster table (design §3, "Roster"), columns in any order, others ignored but where one says what PMs cannot touch. */
export function readRoster(table: Table): RosterReading {
  const columns = columnsOf(table);
  const problems: SectionProblem[] = [];
  const forbidding = table.children[0]?.children.find(
    (cell, at) => columns[at] === undefined && excludesPms(tokenize(cell)),
  );
  if (forbidding !== undefined) {
    const message = `The column "${toPlainText(tokenize(forbidding))}" of the roster is not read, so nothing enforces it. Ask engineering to write it as a list with the globs in backticks.`;
    problems.push({ severity: 'error', line: startLine(table), message });
  }
  for (const column of ['email', 'folders'] as const) {
    if (columns.includes(column)) continue;
    const message = `The roster has no column "${column === 'email' ? 'Email' : 'Feature folders'}", so no PM has one.`;
    problems.push({ severity: 'warning', line: startLine(table), message });
  }
  const rows = table.children.slice(1).map((row) => {
    const cell = (column: Column): TableCell | undefined => row.children[columns.indexOf(column)];
    return readRow(cell, startLine(row), problems);
  });
  return { rows: rows.filter((row) => row !== undefined), problems };
}

/** Pilot PMs named as reviewer or DRI: nobody may approve their own kind of change. */
export function findPmsAmongReviewers(rows: readonly RosterRow[]): readonly SectionProblem[] {
  const names = new Set(
    rows.flatMap((row) => [row.pm, ...row.handles, ...row.emails].map(keyOf)).filter((name) => name !== ''),
  );
  return rows.flatMap((row) =>
    [...row.reviewers, ...row.engineeringDris, ...row.productDris]
      .filter((name) => names.has(keyOf(name)))
      .map((name) => ({
        severity: 'error' as const,
        line: row.line,
        message: `${name} is a pilot PM and cannot be the DRI or reviewer of ${row.pm}. Ask engineering to name someone else in the roster.`,
      })),
  );
}

type Column = 'pm' | 'email' | 'folders' | 'flags' | 'reviewers' | 'engineering' | 'product';

const titles = new Map<string, Column>([
  ...['pm', 'pms', 'pilot pm', 'pilot pms', 'product manager'].map((title) => [title, 'pm'] as const),
  ...['email', 'e-mail', 'emails', 'e-mails'].map((title) => [title, 'email'] as const),
  ...['feature folders', 'feature folder'].map((title) => [title, 'folders'] as const),
  ...['flags', 'flag', 'feature flags'].map((title) => [title, 'flags'] as const),
  ...['reviewers', 'reviewer'].map((title) => [title, 'reviewers'] as const),
  ...['engineering dri', 'engineering dris', 'eng dri'].map((title) => [title, 'engineering'] as const),
  ...['product dri', 'product dris'].map((title) => [title, 'product'] as const),
]);

function columnsOf(table: Table): readonly (Column | undefined)[] {
  return table.children
    .slice(0, 1)
    .flatMap((row) => row.children.map((cell) => titles.get(normalizeWords(toPlainText(tokenize(cell))))));
}

function readRow(
  cell: (column: Column) => TableCell | undefined,
  line: number,
  problems: SectionProblem[],
): RosterRow | undefined {
  const tokens = (column: Column): ReturnType<typeof tokenize> => {
    const found = cell(column);
    return found === undefined ? [] : tokenize(found);
  };
  const name = toPlainText(tokens('pm'));
  const emails = [...new Set([...findEmails(toPlainText(tokens('email'))), ...findEmails(name)])];
  const handles = findHandles(name);
  if (name === '' && emails.length === 0) return undefined;
  const pm = parsePersonName(name) || handles[0] || emails[0] || name;
  const addProblem = (severity: SectionProblem['severity'], message: string): void => {
    problems.push({ severity, line, message });
  };
  if (emails.length === 0)
    addProblem('warning', `${pm} has no email address in the roster, so their commits cannot be recognised.`);
  const people = (column: Column): readonly string[] => {
    const named = parseCellEntries(tokens(column)).map((entry) => [entry, namesIn(entry)] as const);
    const unusable = named.flatMap(([entry, names]) => (names.length === 0 ? [entry] : []));
    for (const entry of unusable)
      addProblem(
        'warning',
        `"${entry.slice(0, 80)}" in the row of ${pm} is no handle like @name or @org/team, so nobody is found by it.`,
      );
    return [...named.flatMap(([, names]) => names), ...unusable];
  };
  const flags = parseCellEntries(tokens('flags'));
  for (const flag of flags.filter((each) => /[*?\s]/u.test(each)))
    addProblem('error', `"${flag.slice(0, 80)}" in the row of ${pm} is no flag's key. List each flag by its own key.`);
  return {
    pm,
    handles,
    emails,
    featureFolders: parseFeatureFolders(parseCellEntries(tokens('folders')), pm, addProblem),
    flags: flags.filter((flag) => !/[*?\s]/u.test(flag)),
    reviewers: people('reviewers'),
    engineeringDris: people('engineering'),
    productDris: people('product'),
    line,
  };
}

/** "Bob Lind (@bob)" is found by "@bob"; a plain name finds nobody on the host. */
function namesIn(entry: string): readonly string[] {
  return [...findHandles(entry), ...findEmails(entry)];
}

function keyOf(name: string): string {
  return normalizeWords(name).replace(/^@/u, '');
}
