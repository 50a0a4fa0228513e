import { createCommitStore, type CommitStore } from './fetch-commits.js';
import { GitError } from '../git/git-error.js';
import { HostError } from '../hosts/host-error.js';
import { gatedBases } from './gated-bases.js';
import { JobError } from './job-error.js';
import { judgeFetched } from './judge-fetched.js';
import { plainLog } from './plain-log.js';
import { prepareGithub } from './prepare-github.js';
import { prepareGitlab } from './prepare-gitlab.js';
import type { PreparedJob } from './prepared-job.js';
import { reportRun } from './report-run.js';
import { runGate, type Posted } from './run-gate.js';

/** What a job may use of its machine. */
export interface JobWorld {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  write(text: string): void;
  warn(line: string): void;
}

/**
 * Does what a job of GitHub Actions or GitLab CI was started for. 0: it judged and posted, whatever the outcome; 1: a preview that is not ready, on GitLab also one that waits;
 * 2: it could not judge all of it. Nothing that it prints is a command to the runner but its own annotations.
 */
export async function runJob(world: JobWorld): Promise<0 | 1 | 2> {
  const { environment } = world;
  try {
    const job = environment['GITLAB_CI'] === 'true' ? prepareGitlab(environment) : await prepareGithub(environment);
    const store = await createCommitStore(job.source, environment, job.temp);
    const run = await judgeAll(job, store, world.now).finally(() => store.remove());
    await reportRun(run, job, world);
    if (run.posted.some(({ outcome }) => outcome === 'not-run')) return 2;
    return job.work.kind === 'preview' && run.posted.some(({ outcome }) => job.failsPreview(outcome)) ? 1 : 0;
  } catch (error) {
    world.warn(plainLog(`pm-zone: ${sentenceOf(error)}`));
    return 2;
  }
}

async function judgeAll(
  { work, host, bases, readEvidence, sign }: PreparedJob,
  store: CommitStore,
  now: Date,
): Promise<{ readonly posted: readonly Posted[]; readonly notes: readonly string[] }> {
  const defaultBranch = await store.findDefaultBranch();
  return runGate(work, {
    host,
    store,
    defaultBranch,
    isGated: gatedBases(bases, defaultBranch),
    judge: (pullRequest, base) => judgeFetched(pullRequest, base, { store, readEvidence, now, sign }),
  });
}

function sentenceOf(error: unknown): string {
  if (error instanceof JobError || error instanceof HostError) return error.message;
  if (error instanceof GitError) return error.sentence;
  return `something went wrong that PM Zone did not expect: ${String(error).replace(/\n.*$/s, '')}. Nothing was posted by it.`;
}
