import { escapeMarkdown } from '../text/plain-markdown.js';
import { appendOutput, appendSummary, writeRecord } from './job-files.js';
import { plainLog } from './plain-log.js';
import type { PreparedJob } from './prepared-job.js';
import type { GateOutcome } from '../gate/gate-verdict.js';
import type { Posted } from './run-gate.js';

/** How an outcome reads in the log and the summary. */
const words: Readonly<Record<GateOutcome, string>> = {
  'not-run': 'could not be judged',
  'not-ready': 'not ready',
  waits: 'waits',
  ready: 'ready',
};

const previewNote =
  'This is a preview and decides nothing: the host took this job from the pull request itself, whose author can write it, so nothing of it was told to the host.';

/** Says what came of a run in the job's log, its summary and its outputs, and writes the records. */
export async function reportRun(
  { posted, notes }: { readonly posted: readonly Posted[]; readonly notes: readonly string[] },
  { work, files }: Pick<PreparedJob, 'work' | 'files'>,
  world: { write(text: string): void },
): Promise<void> {
  const preview = work.kind === 'preview' ? [previewNote] : [];
  const lines = posted.map(
    ({ base, commit, outcome, description }) =>
      `pm-zone (${base}) at ${commit.slice(0, 12)}: ${words[outcome]}. ${description}`,
  );
  for (const line of [...preview, ...notes, ...lines]) world.write(`${plainLog(line)}\n`);
  const judged = posted.flatMap((each) => each.judged);
  // GitHub shows annotations beside one change: those of several would point into each other's files.
  const [only] = judged;
  if (files.summaryFile === undefined) for (const { summary } of judged) world.write(`\n${plainLog(summary)}\n`);
  else if (judged.length === 1 && only !== undefined) world.write(only.annotations);
  if (files.summaryFile !== undefined) {
    const parts = [...[...preview, ...notes].map(escapeMarkdown), ...posted.map(summaryOf)];
    await appendSummary(files.summaryFile, `${parts.join('\n\n')}\n`);
  }
  const folder = await writeRecords(posted, files.recordsFolder);
  if (files.outputFile !== undefined) {
    const worst = order.find((each) => posted.some(({ outcome }) => outcome === each));
    await appendOutput(files.outputFile, 'outcome', worst ?? '');
    await appendOutput(files.outputFile, 'records', folder ?? '');
  }
}

const order: readonly GateOutcome[] = ['not-run', 'not-ready', 'waits', 'ready'];

function summaryOf({ base, commit, outcome, description, judged }: Posted): string {
  const line = escapeMarkdown(`pm-zone (${base}) at ${commit.slice(0, 12)}: ${words[outcome]}. ${description}`);
  // Of what no single pull request comes to, such as a group behind another policy, only the status says why.
  const own = judged.some((each) => each.outcome === outcome) ? [] : [line];
  return [...own, ...judged.map(({ summary }) => summary)].join('\n\n');
}

/** The folder of the records, if there are any. */
async function writeRecords(posted: readonly Posted[], folder: string | undefined): Promise<string | undefined> {
  if (folder === undefined) return undefined;
  let written = false;
  for (const { commit, judged } of posted) {
    for (const { number, record } of judged) {
      if (record === undefined) continue;
      await writeRecord(folder, `pull-${number}-${commit.slice(0, 12)}.json`, record);
      written = true;
    }
  }
  return written ? folder : undefined;
}
