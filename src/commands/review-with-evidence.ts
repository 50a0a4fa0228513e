import { basename, dirname, resolve } from 'node:path';
import type { LoadedChange } from '../change/change.js';
import type { Evidence } from '../gate/evidence.js';
import type { GateVerdict } from '../gate/gate-verdict.js';
import { judgeByHost } from '../gate/judge-by-host.js';
import { judgePullRequest } from '../gate/judge-pull-request.js';
import { readEvidence, whyOther } from '../gate/read-evidence.js';
import type { Tip } from '../git/find-base.js';
import { createFile } from '../git/create-file.js';
import { findCheckout } from '../git/find-checkout.js';
import { readBoundedFile } from '../git/read-bounded-file.js';
import type { PolicySession } from '../policy/policy-session.js';
import { UsageError, type CommandHost, type ExitCode } from './command.js';

/** Bytes: above what every list of the schema at its longest takes. */
const largestEvidence = 32 * 2 ** 20;

/**
 * Reads a document of evidence from a file, or from standard input for `-`. A file in a checkout is refused, wherever a link to it lies: a change
 * could bring its own. Throws a `UsageError` for what is no evidence.
 */
async function loadEvidence(name: string, world: CommandHost): Promise<Evidence> {
  const place = resolve(world.cwd, name);
  const checkout = name === '-' ? undefined : await findCheckout(place);
  if (checkout !== undefined) {
    throw new UsageError(
      `${name} lies in a checkout of git (${checkout}), where a change itself could have put it. Keep the evidence in a folder outside of every checkout.`,
    );
  }
  const bytes = name === '-' ? await world.readStdin() : await readBoundedFile(place, largestEvidence);
  if (bytes === undefined || bytes.length > largestEvidence)
    throw new UsageError(`${name} is no file of at most ${largestEvidence / 2 ** 20} MB that can be read.`);
  const read = readEvidence(new TextDecoder().decode(bytes));
  if ('problem' in read) throw new UsageError(read.problem);
  return read.evidence;
}

/** Where the evidence comes from: a file, or the host, of which the pull request is asked. */
export interface EvidenceSource {
  readonly file: string | undefined;
  readonly pullRequest: string | undefined;
}

/** The gate's verdict on a range, by evidence about exactly this base and head; throws a `UsageError` for evidence about others. */
export async function judgeWithEvidence(
  session: PolicySession,
  base: Tip,
  loaded: LoadedChange,
  { file, pullRequest }: EvidenceSource,
  world: CommandHost,
): Promise<{ readonly verdict: GateVerdict; readonly evidence: Evidence }> {
  const today = world.now.toISOString().slice(0, 10);
  if (pullRequest !== undefined) {
    const { pullRequestReader } = await import('./host/read-pull-request.js');
    const read = pullRequestReader(session.repository, base, pullRequest, world);
    const judged = await judgeByHost(session, base, loaded, read, today);
    if ('other' in judged) throw new UsageError(judged.other);
    return judged;
  }
  const evidence = await loadEvidence(file as string, world);
  const other = whyOther(evidence, base, loaded.change.head as Tip);
  if (other !== undefined) throw new UsageError(other);
  return { verdict: await judgePullRequest(session, base, loaded, evidence, today), evidence };
}

/** Writes the record of a run into a file of its own; throws a `UsageError` where one is there already or it cannot be written. */
export async function saveRecord(
  name: string,
  world: CommandHost,
  { repository, policy, base }: PolicySession,
  verdict: GateVerdict,
  evidence: Evidence,
): Promise<void> {
  const { writeRecord } = await import('../gate/record.js');
  const text = await writeRecord(repository, policy, base as Tip, verdict, evidence);
  const place = resolve(world.cwd, name);
  const failure = await createFile(dirname(place), basename(place), text).catch((error: unknown) => String(error));
  if (failure === undefined) return;
  const why = failure === 'exists' ? 'a file is there already' : whyNotWritten(failure);
  throw new UsageError(`The record could not be written to ${name}: ${why}. Name another file.`);
}

function whyNotWritten(failure: string): string {
  return /ENOENT|ENOTDIR/.test(failure) ? 'its folder is not there' : failure;
}

/** How a verdict reads, by the name of the format. */
export const gateFormats: Readonly<Record<string, () => Promise<(verdict: GateVerdict) => string>>> = {
  text: async () => (await import('../formats/format-gate-text.js')).formatGateText,
  markdown: async () => (await import('../formats/format-gate-markdown.js')).formatGateMarkdown,
  json: async () => (await import('../formats/format-gate-json.js')).formatGateJson,
  sarif: async () => (await import('../formats/format-gate-sarif.js')).formatGateSarif,
  github: async () => (await import('../formats/format-github.js')).formatGateGithub,
};

/** Design §9: 0 ready, 1 not ready, 2 not judged, 3 waits. */
export const outcomeCodes: Readonly<Record<GateVerdict['outcome'], ExitCode>> = {
  ready: 0,
  'not-ready': 1,
  'not-run': 2,
  waits: 3,
};
