import { orThrow } from '../hosts/host-error.js';
import { openGitlab } from '../hosts/open-gitlab.js';
import { readGitlabEvidence } from '../hosts/read-gitlab-evidence.js';
import { openGitlabRun } from './gitlab-run-host.js';
import { JobError } from './job-error.js';
import type { GateWork } from './plan-work.js';
import type { PreparedJob } from './prepared-job.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A job of GitLab CI, ready to run. In a merge request's own pipeline, whose configuration the merge request can write, it is a preview; in any
 * other it judges the project that `PM_ZONE_PROJECT` names. Throws a `JobError`.
 */
export function prepareGitlab(environment: Environment): PreparedJob {
  const need = (name: string, form: RegExp, why: string): string => {
    const value = environment[name] ?? '';
    if (form.test(value)) return value;
    throw new JobError(`${name} ${value === '' ? 'is not set' : 'has another form than it should'}. ${why}`);
  };
  const token = need('PM_ZONE_TOKEN', /./, 'It is the token that the host is asked with: see docs/gitlab.md.');
  const repository = need(
    'PM_ZONE_PROJECT',
    /^[\w.-]+(?:\/[\w.-]+)+$/,
    'It names the project to judge, such as acme/shop.',
  );
  const api = need('CI_API_V4_URL', /^https?:\/\/[^\s@]+$/, 'GitLab sets it in its jobs.');
  const server = need('CI_SERVER_URL', /^https?:\/\/[^\s@]+$/, 'GitLab sets it in its jobs.');
  const host = openGitlab(api, token);
  const bases = (environment['PM_ZONE_BASES'] ?? '').split(/\s+/).filter((name) => name !== '');
  const check = readNumber(environment, 'PM_ZONE_STATUS_CHECK', 'an external status check');
  if (check !== undefined && bases.some((name, index) => index > 0 || name.endsWith('*'))) {
    throw new JobError(
      'PM_ZONE_STATUS_CHECK answers for one branch: its answer stays where a merge request goes to another one. Take a check, and a project for the gate, for each branch of PM_ZONE_BASES.',
    );
  }
  return {
    work: planGitlab(environment),
    source: {
      url: `${server.replace(/\/+$/, '')}/${repository}.git`,
      authorization: `Basic ${Buffer.from(`oauth2:${token}`).toString('base64')}`,
    },
    bases,
    host: openGitlabRun(host, {
      repository,
      poster: nonEmpty(environment['PM_ZONE_POSTS_AS']),
      page: environment['CI_JOB_URL'],
      check,
    }),
    readEvidence: async (number, request) => orThrow(await readGitlabEvidence(host, { repository, number, request })),
    sign: '!',
    // A merge request waits for its pipeline without being asked to.
    failsPreview: (outcome) => outcome !== 'ready',
    temp: undefined,
    files: { summaryFile: undefined, outputFile: undefined, recordsFolder: nonEmpty(environment['PM_ZONE_RECORDS']) },
  };
}

function planGitlab(environment: Environment): GateWork {
  const own = environment['CI_PIPELINE_SOURCE'] === 'merge_request_event';
  const number = readNumber(environment, own ? 'CI_MERGE_REQUEST_IID' : 'PM_ZONE_MERGE_REQUEST', 'a merge request');
  return number === undefined ? { kind: 'all' } : { kind: own ? 'preview' : 'pull-request', number };
}

function readNumber(environment: Environment, name: string, of: string): number | undefined {
  const value = nonEmpty(environment[name]);
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,9}$/.test(value)) return Number(value);
  throw new JobError(`${name} takes the number of ${of}, such as 12.`);
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
