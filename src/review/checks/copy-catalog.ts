import { gatherFamilies, readFamily, type CatalogFile, type CatalogMember } from '../catalogs/catalog-family.js';
import { compareCatalogs } from '../catalogs/catalog-difference.js';
import { placeCatalog } from '../catalogs/catalog-place.js';
import { needsIcu, reportMessages } from '../catalogs/report-messages.js';
import { writeLabel, type CatalogEntry } from '../catalogs/read-catalog.js';
import { reportLost } from '../catalogs/report-lost.js';
import type { Check, Outcome, Report, ReviewContext } from '../check.js';
import { rememberReports } from '../remember-reports.js';

/**
 * The copy catalogs that the change touches still work (design §6, "Copy"): valid JSON without duplicate keys, no key lost, the
 * same placeholders and plural arms as before and in every language, ICU that parses. Where the allow rule says "additions
 * only", a changed or lost key is outside the zone.
 */
export const copyCatalog: Check = {
  id: 'copy-catalog',
  section: 'Copy',
  severity: 'needs-fix',
  due: 'commit',
  run,
};

async function run({ change, around, judgements, remember }: ReviewContext): Promise<Outcome> {
  const places = change.files.flatMap(({ path }) => placeCatalog(path) ?? []);
  if (places.length === 0) return 'not-applicable';
  const reports: Report[] = places
    .filter(({ format }) => format === 'unsupported')
    .map(({ path }) => ({ message: foreign, path }));
  const demandsAdditions = (path: string): boolean =>
    judgements.get(path)?.conditions.some(({ kind }) => kind === 'additions-only') === true;
  for (const family of await gatherFamilies(change.files, around)) {
    const facts = family.map(({ path, file }) => [file !== undefined, file?.renamedTo ?? '', demandsAdditions(path)]);
    reports.push(
      ...(await rememberReports(remember, 'copy', family, facts, () => reportFamily(family, demandsAdditions))),
    );
  }
  return { reports };
}

async function reportFamily(
  files: readonly CatalogFile[],
  demandsAdditions: (path: string) => boolean,
): Promise<readonly Report[]> {
  const family = readFamily(files);
  const readIcu = needsIcu(family) ? (await import('../../parsers/icu.js')).readIcu : undefined;
  return [
    ...family.members.flatMap((member) => reportMember(member, demandsAdditions(member.place.path))),
    ...reportMessages(family, readIcu),
  ];
}

function reportMember(
  { place: { path }, file, before, after }: CatalogMember,
  additionsOnly: boolean,
): readonly Report[] {
  if (file === undefined) return [];
  const severity = additionsOnly ? 'blocker' : 'needs-fix';
  if (file.after === undefined) return [{ message: gone(file.renamedTo), severity, path }];
  // What could not be read, the engine tells.
  if (after === undefined) return [];
  if (after.problem !== undefined) {
    const message = `This catalog cannot be read, because ${after.problem.message}. Mend it here, or take your last edit back.`;
    return [{ message, path, ...after.problem.at, unparsed: true }];
  }
  const known = new Set(before?.duplicates.map(({ id }) => id));
  const reports: Report[] = after.duplicates.map(({ id, message, at }) => ({
    message,
    severity: known.has(id) && !additionsOnly ? 'note' : severity,
    path,
    ...at,
    key: { name: writeLabel(JSON.parse(id) as CatalogEntry['path']), kind: 'twice' },
  }));
  if (file.before === undefined) return reports;
  if (before === undefined || (additionsOnly && before.problem !== undefined))
    return [...reports, { message: unknown, severity, path }];
  reports.push(...reportLost(before, after, severity));
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

const foreign =
  'This is copy in a format whose keys and placeholders are not checked yet, only JSON is. Ask your engineering DRI to look at it in the pull request.';
const unknown =
  'What this catalog said before could not be read, so nobody can tell what the change took out. Ask your engineering DRI to compare the two.';

function gone(renamedTo: string | undefined): string {
  const what = renamedTo === undefined ? 'This catalog is gone' : `This catalog was moved to ${renamedTo}`;
  return `${what}, and the app would have no texts where it looks for them. Put it back; engineering moves a catalog together with the code that loads it.`;
}

function changed(key: string): string {
  return `“${key}” says something else than before, and here only new texts may be added. Put the old text back, or pair with an engineer.`;
}
