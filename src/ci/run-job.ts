import { createCommitStore, type CommitStore } from '../git/fetch-commits.js';
import { GitError } from '../git/git-error.js';
import { HostError } from '../hosts/host-error.js';
import { openGithub } from '../hosts/open-github.js';
import { readGithubEvidence } from '../hosts/read-github-evidence.js';
import { gatedBases } from './gated-bases.js';
import { openGithubRun } from './github-run-host.js';
import { JobError } from './job-error.js';
import { readEventFile } from './job-files.js';
import { judgeFetched } from './judge-fetched.js';
import { plainLog } from './plain-log.js';
import { planWork, type GateWork } from './plan-work.js';
import { readJob, type Job } from './read-job.js';
import { reportRun } from './report-run.js';
import { runGate, type Posted } from './run-gate.js';

/** What a job may use of its machine. */
export interface JobWorld {
  readonly environment: Readonly<Record<string, string | undefined>>;
  write(text: string): void;
  warn(line: string): void;
}

/**
 * Does what a job of GitHub Actions was started for. 0: it judged and posted, whatever the outcome; 1: a preview that is not ready; 2: it could
 * not judge all of it. Nothing that it prints is a command to the runner but its own annotations.
 */
export async function runJob(world: JobWorld): Promise<0 | 1 | 2> {
  try {
    const job = readJob(world.environment);
    const work = planWork({ name: job.event, payload: await readEventFile(job.eventFile) }, job.pullRequest);
    const run = await withStore(job, world, (store) => judgeAll(job, work, store));
    await reportRun(run, work, job, world);
    if (run.posted.some(({ outcome }) => outcome === 'not-run')) return 2;
    return work.kind === 'preview' && run.posted.some(({ outcome }) => outcome === 'not-ready') ? 1 : 0;
  } catch (error) {
    world.warn(plainLog(`pm-zone: ${sentenceOf(error)}`));
    return 2;
  }
}

async function withStore<T>(job: Job, world: JobWorld, use: (store: CommitStore) => Promise<T>): Promise<T> {
  const authorization = `Basic ${Buffer.from(`x-access-token:${job.token}`).toString('base64')}`;
  const source = { url: `${job.serverUrl}/${job.repository}.git`, authorization };
  const store = await createCommitStore(source, world.environment, job.temp);
  try {
    return await use(store);
  } finally {
    await store.remove();
  }
}

async function judgeAll(
  job: Job,
  work: GateWork,
  store: CommitStore,
): Promise<{ readonly posted: readonly Posted[]; readonly notes: readonly string[] }> {
  const host = openGithub(job.apiUrl, job.token);
  const defaultBranch = await store.findDefaultBranch();
  const { repository } = job;
  return runGate(work, {
    host: openGithubRun(host, job),
    store,
    defaultBranch,
    isGated: gatedBases(job.bases, defaultBranch),
    judge: (pullRequest, base) =>
      judgeFetched(pullRequest, base, {
        store,
        readEvidence: async (number, request) => {
          const read = await readGithubEvidence(host, { repository, number, request });
          if ('trouble' in read) throw new HostError(read.trouble);
          return read.value;
        },
      }),
  });
}

function sentenceOf(error: unknown): string {
  if (error instanceof JobError || error instanceof HostError) return error.message;
  if (error instanceof GitError) return error.sentence;
  return `something went wrong that PM Zone did not expect: ${String(error).replace(/\n.*$/s, '')}. Nothing was posted by it.`;
}
