import { collectCatalogFamilies } from '../../catalogs/collect-catalog-families.js';
import type { ChangedFile } from '../../change/change.js';
import { findChangesInCode } from '../../catalogs/code-changes.js';
import { locateChangedCatalogs } from '../../catalogs/locate-changed-catalogs.js';
import { lastNameOf } from '../../text/path-names.js';
import { reportCatalogFamily } from '../catalog-reports/report-catalog-family.js';
import { reportLineEnds } from '../catalog-reports/file-state/report-line-ends.js';
import { findRewritten } from '../catalog-reports/find-rewritten.js';
import { findTextLibraries } from '../catalog-reports/find-text-libraries.js';
import { reportGarbledInFile } from '../unseen/report-garbled.js';
import { reportMixedInFile } from '../unseen/report-mixed.js';
import { isReadAsIs, reportUnseenInFile } from '../unseen/report-unseen.js';
import type { Check, Outcome, Report, ReviewContext } from '../check.js';
import { isTest } from '../gates/code-text.js';
import { whoToAsk } from '../who-to-ask.js';
import { findCompiledCatalogs } from '../find-compiled-catalogs.js';
import { cacheReports } from '../engine/cache-reports.js';

/**
 * The copy catalogs that the change touches still work (design §6, "Copy"): valid in their format and without
 * duplicate keys, no key lost that code asks for, no text emptied, the same placeholders and plural arms as before and in every language, ICU that parses. Neither they
 * nor prompts, planning docs and other prose win a sign that nobody sees. Where the allow rule says "additions
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

async function run(context: ReviewContext): Promise<Outcome> {
  const { change, snapshot, judgements, getOrCompute, typing } = context;
  const located = await locateChangedCatalogs(change.files, snapshot);
  const places = [...located.values()];
  const unread = places.filter(({ format }) => format === 'unsupported');
  const asIs = new Set(unread.map(({ path }) => path));
  const reports: Report[] = change.files
    .filter(({ path }) => !located.has(path) || asIs.has(path))
    .flatMap((file) => [...reportUnseenInFile(file), ...reportMixedInFile(file)]);
  reports.push(
    ...change.files.flatMap((file) => reportGarbledInFile(file, located.has(file.path) && !asIs.has(file.path))),
  );
  // What is typed has the ends of the editor; which of them git stores is known of what is saved.
  const saved = typing ? [] : change.files;
  reports.push(...saved.filter((file) => located.has(file.path) || isReadAsIs(file.path)).flatMap(reportLineEnds));
  // A commit waits for no search of all pages.
  if (context.moment !== 'commit' && context.moment !== 'edit' && !typing && change.files.some(hasLinks)) {
    const { reportDeadLinks } = await import('../links/report-dead-links.js');
    const { reportJoinedImports } = await import('../links/report-joined-imports.js');
    reports.push(...change.files.flatMap(reportJoinedImports));
    reports.push(...(await reportDeadLinks(context)));
  }
  // A commit waits for no search of all tests: there is time until the pull request.
  if (context.moment !== 'commit' && !typing) {
    const { reportPlacesOfOldWords } = await import('../catalog-reports/report-places-of-old-words.js');
    reports.push(...(await reportPlacesOfOldWords(context)));
  }
  if (places.length === 0) return reports.length === 0 ? 'not-applicable' : { reports };
  for (const { path, byWords } of unread)
    reports.push({
      message: byWords === true ? doubtful : foreign,
      path,
      line: 1,
      severity: 'note',
      undecided: true,
    });
  const demandsAdditions = (path: string): boolean =>
    judgements.get(path)?.conditions.some(({ kind }) => kind === 'additions-only') === true;
  const code = change.files.filter((file) => !isProse.test(file.path) && !located.has(file.path) && !isTest(file.path));
  const libraries = await findTextLibraries(places, snapshot);
  for (const family of await collectCatalogFamilies(change.files, snapshot)) {
    const rewritten = findRewritten(family, change.files);
    const library = family.map(({ path }) => libraries.get(path)).find((each) => each !== undefined);
    const facts = [
      library ?? '',
      rewritten.length,
      ...family.map(({ path, file }) => [file !== undefined, file?.renamedTo ?? '', demandsAdditions(path)]),
    ];
    const report = (): Promise<readonly Report[]> =>
      reportCatalogFamily(family, {
        demandsAdditions,
        inCode: findChangesInCode(code),
        library,
        rewritten,
        parsed: context.parsed ?? new WeakMap(),
      });
    reports.push(...(await cacheReports(getOrCompute, 'copy', [...family, ...code, ...rewritten], facts, report)));
  }
  if (typing) return { reports };
  for (const { source, compiled } of await findCompiledCatalogs(context))
    reports.push({ message: describeLeftBehind(compiled), path: source, line: 1, severity: 'note' });
  if (context.moment !== 'commit') {
    const { reportWrittenByPlatform } = await import('../catalog-reports/file-state/report-written-by-platform.js');
    const { reportExtracted } = await import('../catalog-reports/file-state/report-extracted.js');
    const edited = change.files.filter(({ path, before, after }) => before && after && located.has(path));
    const { reportNumbersLeft } = await import('../catalog-reports/differences/report-numbers-left.js');
    reports.push(...reportExtracted(edited, change.files));
    const { reportDefaultsInCode } = await import('../catalog-reports/elsewhere/report-defaults-in-code.js');
    reports.push(...(await reportNumbersLeft(context)), ...(await reportDefaultsInCode(context)));
    reports.push(
      ...(await reportWrittenByPlatform(
        edited.map(({ path }) => path),
        context,
      )),
    );
  }
  const decided = await withLostKeysDecided(reports, context, demandsAdditions);
  // Few changes touch what is filled in, and to load what decides it takes longer than the rest of a commit's review.
  if (!decided.some(({ filled }) => filled !== undefined)) return { reports: decided };
  const { decideFilled } = await import('../catalog-reports/decide-filled.js');
  return { reports: await decideFilled(decided, context) };
}

/** Where new texts alone may be added, a key that is gone is outside the zone; else the code that asks for it decides. */
async function withLostKeysDecided(
  reports: readonly Report[],
  context: ReviewContext,
  demandsAdditions: (path: string) => boolean,
): Promise<readonly Report[]> {
  const isOpen = ({ key, path }: Report): boolean =>
    key?.kind === 'lost' && path !== undefined && !demandsAdditions(path);
  const paths = new Set(reports.filter(isOpen).map(({ path }) => path as string));
  if (paths.size === 0) return reports;
  // Few changes take keys out.
  const { decideLostKeys } = await import('../catalog-reports/decide-lost-keys.js');
  const { createFindElsewhere } = await import('../catalog-reports/elsewhere/find-elsewhere.js');
  const findElsewhere = createFindElsewhere(context);
  const decided = new Map(
    await Promise.all(
      [...paths].map(async (path) => [path, await decideLostKeys(path, context, findElsewhere)] as const),
    ),
  );
  const kept = reports.flatMap((report): readonly Report[] => {
    if (!isOpen(report)) return [report];
    if (decided.get(report.path as string) !== undefined) return [];
    // In the other formats nobody looks for the code.
    const message = `${report.message} If it should go, ${whoToAsk(context)} confirms that in the pull request.`;
    return [{ ...report, message, undecided: true }];
  });
  return [...kept, ...[...decided.values()].flatMap((each) => each ?? [])];
}

function describeLeftBehind(compiled: string): string {
  const name = lastNameOf(compiled);
  return `The product shows what ${name} says, which is built from this file and still has the old words. Your engineering DRI builds it anew; until then your words are not shown.`;
}

/** May it hold links, or may others lead to it? */
function hasLinks({ path, after }: ChangedFile): boolean {
  return after === undefined || /\.(?:md|mdx|markdown)$/i.test(path);
}

/** Neither code nor a template. */
const isProse = /\.(?:mdx?|markdown|txt|rst|adoc|lock|svg|csv)$/i;

const foreign =
  'This seems to be copy, in a format that nothing here can check. Your engineering DRI looks at it in the pull request.';

const doubtful =
  'This is called after a language or a country and holds words beside other things, so nobody can tell here whether these are texts of the app. Your engineering DRI looks at it in the pull request.';
