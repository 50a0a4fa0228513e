import { locateCatalog } from '../../catalogs/locate-catalog.js';
import type { Check, Outcome, Report, ReviewContext } from '../check.js';
import { classifyFile } from '../../change/classify-file.js';
import { findSharedNames } from '../additions/find-shared-names.js';
import { compareFileCached } from '../additions/compare-file-cached.js';

/**
 * Files where only additions are allowed only grow (design §3, `additions-only`; §6, "Telemetry"), among them the events of
 * analytics. Code and data are compared by what they mean, other texts line by line; what cannot be compared does not pass.
 */
export const eventsAdditionsOnly: Check = {
  id: 'events-additions-only',
  section: 'Telemetry',
  severity: 'blocker',
  due: 'commit',
  enforces: 'additions-only',
  run,
};

async function run(context: ReviewContext): Promise<Outcome> {
  const { change, judgements } = context;
  const reports: Report[] = [];
  let concerned = false;
  for (const file of change.files) {
    const conditions = judgements.get(file.path)?.conditions ?? [];
    const demanded = conditions.some(({ kind }) => kind === 'additions-only');
    // Catalogs under this condition are compared by copy-catalog.
    if (!(demanded || isEvents(file.path)) || locateCatalog(file.path)?.format === 'json') continue;
    concerned = true;
    const severity = demanded ? 'blocker' : 'needs-fix';
    const found = await compareFileCached(file, context);
    for (const report of found.slice(0, most)) reports.push({ severity, path: file.path, ...report });
    if (classifyFile(file.path) !== 'events') continue;
    for (const { name, line, column } of findSharedNames(file.path, file.before?.text ?? '', file.after?.text ?? ''))
      reports.push({ message: describeShared(name), severity: 'note', path: file.path, line, column, undecided: true });
  }
  return concerned ? { reports } : 'not-applicable';
}

function describeShared(name: string): string {
  return `“${name}” is the name of another event here already, so both would be counted as one. Give it a name of its own; where it is meant so, your engineering DRI confirms it in the pull request.`;
}

/** Reports in one file; more of the same add nothing. */
const most = 50;

/** The events of analytics, wherever the policy says nothing of additions. */
function isEvents(path: string): boolean {
  return /(?:^|\/)(?:analytics|telemetry)\/(?:.*\/)?events?\.[^/]+$/i.test(path);
}
