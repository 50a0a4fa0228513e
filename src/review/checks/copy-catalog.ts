import { collectCatalogFamilies } from '../../catalogs/collect-catalog-families.js';
import { findChangesInCode } from '../../catalogs/code-changes.js';
import { locateCatalog } from '../../catalogs/locate-catalog.js';
import type { Check, Outcome, Report, ReviewContext } from '../check.js';
import { isTest } from '../gates/code-text.js';
import { cacheReports } from '../engine/cache-reports.js';

/**
 * The copy catalogs that the change touches still work (design §6, "Copy"): valid in their format and without
 * duplicate keys, no key lost, no text emptied, the same placeholders and plural arms as before and in every language, ICU that parses. Where the allow rule says "additions
 * only", a changed or lost key is outside the zone.
 */
export const copyCatalog: Check = {
  id: 'copy-catalog',
  section: 'Copy',
  severity: 'needs-fix',
  due: 'commit',
  enforces: 'additions-only',
  run,
};

async function run({ change, snapshot, judgements, getOrCompute }: ReviewContext): Promise<Outcome> {
  const places = change.files.flatMap(({ path }) => locateCatalog(path) ?? []);
  if (places.length === 0) return 'not-applicable';
  const reports: Report[] = places
    .filter(({ format }) => format === 'unsupported')
    .map(({ path }) => ({ message: foreign, path, line: 1, severity: 'note', undecided: true }));
  const demandsAdditions = (path: string): boolean =>
    judgements.get(path)?.conditions.some(({ kind }) => kind === 'additions-only') === true;
  const code = change.files.filter(
    ({ path }) => !isProse.test(path) && locateCatalog(path) === undefined && !isTest(path),
  );
  for (const family of await collectCatalogFamilies(change.files, snapshot)) {
    const facts = family.map(({ path, file }) => [file !== undefined, file?.renamedTo ?? '', demandsAdditions(path)]);
    const report = async (): Promise<readonly Report[]> => {
      // Reports on the same contents are cached, so most commits do not need it.
      const { reportCatalogFamily } = await import('../catalog-reports/report-catalog-family.js');
      return reportCatalogFamily(family, demandsAdditions, findChangesInCode(code));
    };
    reports.push(...(await cacheReports(getOrCompute, 'copy', [...family, ...code], facts, report)));
  }
  return { reports };
}

/** Neither code nor a template. */
const isProse = /\.(?:mdx?|markdown|txt|rst|adoc|lock|svg|csv)$/i;

const foreign =
  'This seems to be copy, in a format that nothing here can check. Your engineering DRI looks at it in the pull request.';
