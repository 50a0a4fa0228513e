import type { Report } from '../check.js';
import type { CatalogFamily, CatalogFile, CatalogMember } from '../../catalogs/collect-catalog-families.js';
import { compareCatalogs } from '../../catalogs/compare-catalogs.js';
import { hasChoices } from '../../catalogs/message-shape.js';
import { readCatalog, formatKeyPath, type Catalog, type CatalogEntry } from '../../catalogs/read-catalog.js';
import { reportLostKeys } from './report-lost-keys.js';
import { reportMessages } from './report-messages.js';
import { eachMessage } from './shape-reader.js';

/** What is wrong with one catalog in all its languages; `demandsAdditions` says of a path that only new texts may be added. */
export async function reportCatalogFamily(
  files: readonly CatalogFile[],
  demandsAdditions: (path: string) => boolean,
): Promise<readonly Report[]> {
  const family = readFamily(files);
  const readIcu = [...eachMessage(family)].some(hasChoices)
    ? (await import('../../parsers/parse-icu.js')).parseIcu
    : undefined;
  return [
    ...family.flatMap((member) => reportMember(member, demandsAdditions(member.location.path))),
    ...reportMessages(family, readIcu),
  ];
}

/** Parses the texts of a family. */
function readFamily(files: readonly CatalogFile[]): CatalogFamily {
  return files.map(({ path, location, file, before, after }) => {
    const now = catalogOf(path, after?.text);
    return { location, file, before: file === undefined ? now : catalogOf(path, before?.text), after: now };
  });
}

function catalogOf(path: string, text: string | undefined): Catalog | undefined {
  return text === undefined ? undefined : readCatalog(path, text);
}

function reportMember(
  { location: { path }, file, before, after }: CatalogMember,
  additionsOnly: boolean,
): readonly Report[] {
  if (file === undefined) return [];
  const severity = additionsOnly ? 'blocker' : 'needs-fix';
  if (file.after === undefined) return [{ message: gone(file.renamedTo), severity, path }];
  // What could not be read, the engine tells.
  if (after === undefined) return [];
  if (after.problem !== undefined) {
    const message = `This catalog cannot be read, because ${after.problem.message}. Fix it here, or take your last edit back.`;
    return [{ message, path, ...after.problem.at, unparsed: true }];
  }
  const known = new Set(before?.duplicates.map(({ id }) => id));
  const reports: Report[] = after.duplicates.map(({ id, message, at }) => ({
    message,
    severity: known.has(id) && !additionsOnly ? 'note' : severity,
    path,
    ...at,
    key: { name: formatKeyPath(JSON.parse(id) as CatalogEntry['path']), kind: 'twice' },
  }));
  if (file.before === undefined) return reports;
  if (before === undefined || (additionsOnly && before.problem !== undefined))
    return [...reports, { message: unknown, severity, path }];
  reports.push(...reportLostKeys(before, after, severity));
  for (const { key, before: old, after: now, at } of compareCatalogs(before, after)) {
    if (additionsOnly && old !== undefined && now !== undefined)
      reports.push({ message: changed(key), severity, path, ...at, key: { name: key, kind: 'text' } });
  }
  for (const [id, entry] of after.entries) {
    if (before.entries.get(id)?.isText === true && !entry.isText) {
      const message = `“${entry.label}” was a text and is ${entry.value.slice(0, 40)} now, which the app cannot show. Write a text in quotation marks.`;
      reports.push({ message, severity, path, ...entry.at, key: { name: entry.label, kind: 'text' } });
    }
  }
  return reports;
}

const unknown =
  'What this catalog said before could not be read, so nobody can tell what the change took out. Ask your engineering DRI to compare the two.';

function gone(renamedTo: string | undefined): string {
  const what = renamedTo === undefined ? 'This catalog is gone' : `This catalog was moved to ${renamedTo}`;
  return `${what}, and the app would have no texts where it looks for them. Put it back; engineering moves a catalog together with the code that loads it.`;
}

function changed(key: string): string {
  return `“${key}” says something else than before, and here only new texts may be added. Put the old text back, or pair with an engineer.`;
}
