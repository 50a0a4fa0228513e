import type { Table, TableCell } from 'mdast';
import { findSettingLabel } from '../settings/setting-labels.js';
import { isTypo } from '../settings/is-typo.js';
import { toPlainWords } from '../settings/to-plain-words.js';
import type { SectionProblem } from '../policy.js';
import { startLine, tokenize, toPlainText } from '../grammar/tokenize.js';

/** What a column of the roster is about. */
export type Column =
  'pm' | 'email' | 'handle' | 'folders' | 'flags' | 'reviewers' | 'engineering' | 'product' | 'status';

const kinds = '(?:work|git|commit|company|business|private|personal|primary|author|git ?hub|git ?lab)';
const titles: readonly (readonly [Column, RegExp])[] = [
  ['pm', /^(?:pilot )?(?:pms?|product managers?)(?: names?)?$|^pilots?$/u],
  ['email', new RegExp(`^(?:${kinds} ){0,2}(?:e[- ]?)?mails?(?: address(?:es)?)?$`, 'u')],
  ['handle', /^(?:git ?(?:hub|lab) )?(?:handles?|user ?names?|users?|logins?|accounts?)$|^git ?(?:hub|lab)$/u],
  ['folders', /^(?:(?:feature|own|owned) )?(?:folders?|director(?:y|ies)|dirs?)$|^feature paths?$/u],
  ['flags', /^(?:(?:feature|own|owned) )?flags?(?: keys?)?$/u],
  ['reviewers', /^(?:code |pr )?reviewers?$|^review teams?$/u],
  ['engineering', /^(?:engineering|engineer|eng)\.? dris?$|^dris? engineering$/u],
  ['product', /^(?:product|prod)\.? dris?$|^dris? product$/u],
  ['status', /^(?:status|state)$/u],
];

/** How each column is called, for messages. */
export const columnNames: Readonly<Record<Column, string>> = {
  pm: 'PM',
  email: 'Email',
  handle: 'Handle',
  folders: 'Feature folders',
  flags: 'Flags',
  reviewers: 'Reviewers',
  engineering: 'Engineering DRI',
  product: 'Product DRI',
  status: 'Status',
};

/** A title as it is compared: without what stands in brackets. */
function titleWords(title: string): string {
  const words = toPlainWords(title.replace(/\([^()]*\)/gu, ' '));
  return words.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

/** The column that a title names. */
export function findColumn(title: string): Column | undefined {
  const words = titleWords(title);
  return titles.find(([, form]) => form.test(words))?.[0];
}

/** Whether titles are those of a roster: a PM beside what only a roster says of a PM, and no paths that PMs may or may not touch. */
export function areRosterTitles(written: readonly string[]): boolean {
  const columns = new Set(written.map(findColumn));
  if (columns.has('email') || columns.has('handle'))
    return columns.has('pm') || columns.has('folders') || columns.size > (columns.has(undefined) ? 3 : 2);
  if (!columns.has('pm') || written.some((title) => /^(?:paths?|files?|globs?)$/u.test(titleWords(title))))
    return false;
  // "Folder | PMs" is a table of what PMs may touch.
  const isFolder = written.some((title) => /^(?:folders?|director(?:y|ies)|dirs?)$/u.test(titleWords(title)));
  return [...columns].filter((column) => column !== undefined && !(isFolder && column === 'folders')).length > 1;
}

/** The titles of a table. */
export function titlesOf(table: Table): readonly string[] {
  return table.children.slice(0, 1).flatMap((row) => row.children.map((cell) => toPlainText(tokenize(cell))));
}

/** Columns that go by another name, by what their titles hold. Without the first five the zone would be wider than was meant. */
const nearly: readonly (readonly [Column, RegExp])[] = [
  ['email', /mail|address/u],
  ['handle', /handle|git ?hub|git ?lab|user ?name|login/u],
  ['folders', /folder|director|\bpaths?\b/u],
  ['status', /status|revoked|(?<!\p{L})active/u],
  ['pm', /(?<!\p{L})(?:pms?|product managers?)(?!\p{L})/u],
  ['flags', /(?<!\p{L})flags?(?!\p{L})/u],
  ['reviewers', /review|approver/u],
  ['product', /(?<!\p{L})(?:prod\p{L}*[ -]?dris?|dris?[ -]?\(?prod\p{L}*)/u],
  ['engineering', /(?<!\p{L})dris?(?!\p{L})/u],
];

/** What teams call the part of the product that is a PM's, in their languages: without a column of folders it is meant for that. */
const surfaces =
  /(?<!\p{L})(?:surfaces?|areas?|scopes?|features?|modules?|packages?|workspaces?|apps?|ordner|feature-?ordner|funktionsordner|verzeichnis(?:se)?|bereiche?|module?n?|pakete?|dossiers?|répertoires?|domaines?|carpetas?|directorios?|áreas?|cartell[ae]|pastas?|mappen?|mapp[ae]r?)(?!\p{L})/u;

const forbidding =
  /(?<![\p{L}\p{N}])(?:cannot|can|may|must|not|never|no|only|except|excluding|locked|restricted|off|until|till|from|expires?|ends?|limits?|touch|edit)(?![\p{L}\p{N}])|n't/u;

/** The titles that are not read, where they seem to name a person, a limit or a setting: an error where that would open something. */
export function findUnreadColumns(table: Table): readonly SectionProblem[] {
  const [, ...rows] = table.children;
  return titlesOf(table).flatMap((title, at): readonly SectionProblem[] => {
    const words = titleWords(title);
    if (findColumn(title) !== undefined) return [];
    const cells = rows.flatMap((row) => row.children.slice(at, at + 1));
    const near = findNear(words, table);
    const unread = `The column “${title}” of the list of PMs is not read, so nothing enforces it.`;
    if (findSettingLabel(words) !== undefined || forbidding.test(words))
      return [
        problemAt(
          table,
          'error',
          `${unread} Ask an engineer to write it as a list with the globs in backticks, or as a setting, below the list of PMs.`,
        ),
      ];
    if (near !== undefined) {
      const isHarmless = ['flags', 'reviewers', 'engineering', 'product'].includes(near);
      const message = `${unread} If it is meant for “${columnNames[near]}”, ask an engineer to call it so.`;
      const problem = problemAt(table, isHarmless ? 'warning' : 'error', message);
      return [{ ...problem, mend: { from: title, to: columnNames[near] } }];
    }
    if (!cells.some(holdsAddressOrPath)) return [];
    const message = `${unread} It holds addresses or paths: ask an engineer to call it “Email” or “Feature folders”, or to take it out.`;
    return [problemAt(table, 'error', message)];
  });
}

/** The column that a title is most likely meant for: by the words in it, one wrong letter, or what stands in no other column. */
function findNear(words: string, table: Table): Column | undefined {
  const [near] = nearly.find(([, form]) => form.test(words)) ?? names.find(([, name]) => isTypo(words, name)) ?? [];
  if (near !== undefined) return near;
  return surfaces.test(words) && !titlesOf(table).map(findColumn).includes('folders') ? 'folders' : undefined;
}

const names = (Object.entries(columnNames) as [Column, string][])
  .map(([column, name]) => [column, name.toLowerCase()] as const)
  .filter(([, name]) => name.length > 4);

function holdsAddressOrPath(cell: TableCell): boolean {
  return tokenize(cell).some(
    ({ kind, text }) => /[^\s@]@[^\s@]+\.\p{L}/u.test(text) || (kind === 'code' && /[*/]/u.test(text)),
  );
}

function problemAt(table: Table, severity: SectionProblem['severity'], message: string): SectionProblem {
  return { severity, line: startLine(table), message };
}
