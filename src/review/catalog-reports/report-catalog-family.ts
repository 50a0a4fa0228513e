import type { Report } from '../check.js';
import { parseOnce, type ParsedCatalogs } from '../uses/parse-once.js';
import type { CatalogFamily, CatalogFile, CatalogMember } from '../../catalogs/collect-catalog-families.js';
import type { ChangesInCode } from '../../catalogs/code-changes.js';
import type { Dialect } from '../../catalogs/find-tokens.js';
import { locateCatalogText, type CatalogLocation } from '../../catalogs/locate-catalog.js';
import type { ChangedFile, FileVersion } from '../../change/change.js';
import { compareCatalogs } from '../../catalogs/compare-catalogs.js';
import { hasChoices } from '../../catalogs/message-shape.js';
import { formatKeyPath, type Catalog, type CatalogEntry, type DuplicateKey } from '../../catalogs/catalog.js';
import { isMisread } from './differences/is-misread.js';
import { reportAsides } from './differences/report-asides.js';
import { reportMark } from './differences/report-mark.js';
import { reportFrameworkNames } from './differences/report-framework-names.js';
import { reportEmptied } from './report-emptied.js';
import { nameOf } from './find-rewritten.js';
import { reportUnfinished } from './file-state/report-unfinished.js';
import { reportLostKeys } from './report-lost-keys.js';
import { reportRegrouped } from './report-regrouped.js';
import { reportRewritten } from './report-rewritten.js';
import { reportUnreadable } from './file-state/report-unreadable.js';
import { chooseOriginal } from './report-languages.js';
import { reportMessages } from './report-messages.js';
import { eachMessage } from './shape-reader.js';

/** What besides its texts says how a catalog is judged. */
export interface FamilyFacts {
  /** Says of a path that only new texts may be added. */
  readonly demandsAdditions: (path: string) => boolean;
  readonly inCode: ChangesInCode;
  /** What reads the texts, where it has rules of its own. */
  readonly library: Dialect | undefined;
  /** Catalogs of the change that stand for those that are gone, in another format. */
  readonly rewritten: readonly ChangedFile[];
  /** What is parsed already, and where it is kept. */
  readonly parsed: ParsedCatalogs;
}

/** What is wrong with one catalog in all its languages. */
export async function reportCatalogFamily(
  files: readonly CatalogFile[],
  { demandsAdditions, inCode, library, parsed, rewritten }: FamilyFacts,
): Promise<readonly Report[]> {
  const compared = files.filter((file) => file.file !== undefined || isCompared(file, files));
  const family = await readFamily(compared, library, parsed);
  const readIcu = [...eachMessage(family)].some(hasChoices)
    ? (await import('../../parsers/parse-icu.js')).parseIcu
    : undefined;
  const first = chooseOriginal(family.map(({ location }) => location));
  const original = family.find(({ location }) => location === first)?.after;
  const successors = await readSuccessors(rewritten, parsed);
  return [
    ...family.flatMap((member) => {
      const successor = successors.get(nameOf(member.location.path));
      const only = demandsAdditions(member.location.path);
      const { location, file, before, after } = member;
      const others = family.flatMap((other) => (other === member ? [] : (other.after ?? [])));
      const isRead = file !== undefined && after !== undefined && after.problem === undefined;
      return [
        ...reportMember(member, only, original, successor),
        ...(isRead ? reportFrameworkNames(location, before, after, others) : []),
        ...(only ? [] : reportUnfinished(member)),
      ];
    }),
    ...reportMessages(family, readIcu, inCode),
  ];
}

/**
 * Of the languages that the change leaves alone all are compared in JSON and `.properties`, which are quickly read, and only all of which tell how
 * Java's apostrophes are written. Elsewhere that is the original alone: the others are as they were.
 */
function isCompared({ location }: CatalogFile, files: readonly CatalogFile[]): boolean {
  return quicklyRead.has(location.format) || location === chooseOriginal(files.map((file) => file.location));
}

const quicklyRead: ReadonlySet<string> = new Set(['json', 'properties']);

/** Parses the texts of a family. */
function readFamily(
  files: readonly CatalogFile[],
  library: Dialect | undefined,
  parsed: ParsedCatalogs,
): Promise<CatalogFamily> {
  const read = async (location: CatalogLocation, version: FileVersion | undefined): Promise<Catalog | undefined> => {
    const catalog = version && (await parseOnce(location, version, parsed));
    return catalog === undefined || library === undefined ? catalog : { ...catalog, dialect: library };
  };
  return Promise.all(
    files.map(async ({ location, file, before, after }) => {
      const now = await read(location, after);
      return { location, file, before: file === undefined ? now : await read(location, before), after: now };
    }),
  );
}

async function readSuccessors(
  files: readonly ChangedFile[],
  parsed: ParsedCatalogs,
): Promise<ReadonlyMap<string, Catalog>> {
  const read = files.map(async ({ path, after }) => {
    const location = locateCatalogText(path, after?.text);
    const catalog = location && after && (await parseOnce(location, after, parsed));
    return catalog === undefined ? [] : [[nameOf(path), catalog] as const];
  });
  return new Map((await Promise.all(read)).flat());
}

function reportMember(
  { location, file, before, after }: CatalogMember,
  additionsOnly: boolean,
  original: Catalog | undefined,
  successor: Catalog | undefined,
): readonly Report[] {
  if (file === undefined) return [];
  const { path } = location;
  const severity = additionsOnly ? 'blocker' : 'needs-fix';
  if (file.after === undefined && before?.problem === undefined && before && successor && !additionsOnly)
    return [reportRewritten(before, successor)];
  if (file.after === undefined) return [{ message: goneMessage(file), severity, path }];
  // What could not be read, the engine tells.
  if (after === undefined) return [];
  const unreadable = after.problem === undefined ? [] : [reportUnreadable(after, after.problem, before)];
  if (unreadable.some(({ unparsed }) => unparsed)) return unreadable;
  const known = new Set(before?.duplicates.map(({ id }) => id));
  // Of one that could not be read before nobody knows but by the lines.
  const isOld = ({ id, at }: DuplicateKey): boolean =>
    known.has(id) ||
    (before?.problem !== undefined && !file.added.some(({ start, end }) => start <= at.line && at.line <= end));
  // Of an old one whose text stays as it was nothing is to be said at this change.
  const isAsBefore = ({ at, first }: DuplicateKey): boolean =>
    ![at, first].some(({ line }) => file.added.some(({ start, end }) => start <= line + mostOfUnit && line <= end));
  const doubled = after.duplicates
    .filter((twice) => additionsOnly || !isOld(twice) || !isAsBefore(twice))
    .map((twice): Report => ({
      message: twice.message,
      severity: isOld(twice) && !additionsOnly ? 'note' : severity,
      path,
      ...twice.at,
      key: { name: formatKeyPath(JSON.parse(twice.id) as CatalogEntry['path']), kind: 'twice' },
    }));
  const reports = [...unreadable, ...doubled, ...reportMark(file, severity)];
  if (file.before === undefined) return reports;
  const lost: Report = { message: unknown, path, ...(additionsOnly ? { severity } : { line: 1, undecided: true }) };
  if (before === undefined || (additionsOnly && before.problem !== undefined)) return [...reports, lost];
  // What could not be read may be there all the same.
  const gone = after.problem === undefined ? reportLostKeys(before, after, severity) : [];
  const regrouped =
    after.problem === undefined && isTree(location, after) ? reportRegrouped(before, after, severity, original) : [];
  const told = new Set(regrouped.map(({ key }) => key?.name));
  const lostKeys = gone.filter(({ key }) => !told.has(key?.name));
  reports.push(...regrouped, ...(before.problem !== undefined && gone.length > 0 ? [lost] : lostKeys));
  for (const { key, before: old, after: now, at } of additionsOnly ? compareCatalogs(before, after) : []) {
    if (old !== undefined && now !== undefined)
      reports.push({ message: changed(key), severity, path, ...at, key: { name: key, kind: 'text' } });
  }
  reports.push(...reportEmptied(before, after, severity, original));
  if (!isMisread(before) && !isMisread(after)) reports.push(...reportAsides(before, after, additionsOnly));
  return reports;
}

/** Lines of a text, behind the one at which it begins, that are looked at: a unit of XLIFF has a few. */
const mostOfUnit = 8;

/** Do its texts lie in groups? In the other formats a way to a text has a context in it, as in Qt's, which end as programs do. */
function isTree({ format }: CatalogLocation, { dialect }: Catalog): boolean {
  return dialect !== 'qt' && /^(?:json5?|yaml|toml|script|php)$/.test(format);
}

const unknown =
  'What this catalog said before could not be read, so nobody can tell what the change took out. Ask your engineering DRI to compare the two.';

function goneMessage({ path, renamedTo }: ChangedFile): string {
  // What is told of a file that is not there may be shown elsewhere.
  const what =
    renamedTo === undefined ? `The catalog ${path} is gone` : `The catalog ${path} was moved to ${renamedTo}`;
  return `${what}, and the app would have no texts where it looks for them. Put it back; an engineer moves a catalog together with the code that loads it.`;
}

function changed(key: string): string {
  return `“${key}” says something else than before, and here only new texts may be added. Put the old text back, or pair with an engineer.`;
}
