import type { ChangedFile } from '../../change/change.js';
import { classifyFile } from '../../change/classify-file.js';
import { matchFlagFiles } from '../../flags/match-flag-files.js';
import { locateChangedCatalogs } from '../../catalogs/locate-changed-catalogs.js';
import { compareFileCached } from '../additions/compare-file-cached.js';
import type { Check, Outcome, Report, ReviewContext } from '../check.js';
import { whoToAsk } from '../who-to-ask.js';

/**
 * Configuration only grows (design §6, "Configuration"). The zone may open a setting to be changed, so that what is other than it was is the engineering
 * DRI's to confirm, with its place, as is what is of another kind than what stands beside it; a file that can be read no more is broken.
 */
export const configAdditionsOnly: Check = {
  id: 'config-additions-only',
  section: 'Configuration',
  severity: 'needs-fix',
  due: 'commit',
  run,
};

async function run(context: ReviewContext): Promise<Outcome> {
  const { change, policy, snapshot } = context;
  const { matches: isFlagFile } = matchFlagFiles(policy);
  const files = change.files.filter(({ path }) => classifyFile(path) === 'config' && !isFlagFile(path));
  const catalogs = files.length === 0 ? new Map() : await locateChangedCatalogs(files, snapshot);
  const settings = files.filter(({ path }) => !catalogs.has(path));
  if (settings.length === 0) return 'not-applicable';
  const reports = await Promise.all(settings.map((file) => reportSettings(file, context)));
  return { reports: reports.flat() };
}

async function reportSettings(file: ChangedFile, context: ReviewContext): Promise<readonly Report[]> {
  const [found, wasBroken] = await Promise.all([compareFileCached(file, context), cannotBeRead(file, context)]);
  const broken = found.filter(({ unparsed }) => unparsed === true);
  if (broken.length > 0 && !wasBroken) return broken.map((report) => ({ ...report, path: file.path }));
  const [first, ...more] = found;
  if (first === undefined) return [];
  const where = more.length === 0 ? '' : ` in ${more.length + 1} places`;
  return [
    {
      message: `${file.path} may say something else than before${where}, and not only more: that this is right ${whoToAsk(context)} confirms in the pull request.`,
      severity: 'note',
      path: file.path,
      line: first.line ?? file.added[0]?.start ?? 1,
      undecided: true,
    },
  ];
}

/** A file in a dialect that is not read was so before. */
async function cannotBeRead({ path, before }: ChangedFile, context: ReviewContext): Promise<boolean> {
  if (before?.text === undefined) return false;
  const alone = { path, after: before, added: [], removedLines: 0 };
  return (await compareFileCached(alone, context)).some(({ unparsed }) => unparsed === true);
}
