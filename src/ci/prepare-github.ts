import { openGithub } from '../hosts/open-github.js';
import { orThrow } from '../hosts/host-error.js';
import { readGithubEvidence } from '../hosts/read-github-evidence.js';
import { openGithubRun } from './github-run-host.js';
import { readEventFile } from './job-files.js';
import { planWork } from './plan-work.js';
import type { PreparedJob } from './prepared-job.js';
import { readJob } from './read-job.js';

/** A job of GitHub Actions, ready to run. Throws a `JobError`. */
export async function prepareGithub(environment: Readonly<Record<string, string | undefined>>): Promise<PreparedJob> {
  const job = readJob(environment);
  const { repository, token, temp } = job;
  const host = openGithub(job.apiUrl, token);
  return {
    work: planWork({ name: job.event, payload: await readEventFile(job.eventFile) }, job.pullRequest),
    source: {
      url: `${job.serverUrl}/${repository}.git`,
      authorization: `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
    },
    bases: job.bases,
    host: openGithubRun(host, job),
    readEvidence: async (number, request) => orThrow(await readGithubEvidence(host, { repository, number, request })),
    sign: '#',
    failsPreview: (outcome) => outcome === 'not-ready',
    temp,
    files: { ...job, recordsFolder: temp && `${temp}/pm-zone-records` },
  };
}
