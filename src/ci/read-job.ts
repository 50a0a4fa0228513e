import { JobError } from './job-error.js';

/** What a job of GitHub Actions is told by its runner, as GitHub documents it, and by the action's inputs. */
export interface Job {
  readonly event: string;
  /** The file with the event, in JSON. */
  readonly eventFile: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** `owner/name` */
  readonly repository: string;
  readonly token: string;
  /** The login that the token posts as, where it is known. */
  readonly poster: string | undefined;
  readonly bases: readonly string[];
  readonly pullRequest: number | undefined;
  /** The page with this run. */
  readonly page: string | undefined;
  readonly summaryFile: string | undefined;
  readonly outputFile: string | undefined;
  /** A folder for this job alone, outside of any checkout. */
  readonly temp: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the job from its environment. Throws a `JobError` for what is missing or has another form. */
export function readJob(environment: Environment): Job {
  const need = (name: string, form: RegExp): string => {
    const value = environment[name] ?? '';
    if (form.test(value)) return value;
    throw new JobError(
      value === ''
        ? `${name} is not set, so this is no job of GitHub Actions. On your own computer use pm-zone review.`
        : `${name} has a form that GitHub does not document.`,
    );
  };
  const token = input(environment, 'token') ?? environment['PM_ZONE_TOKEN'] ?? '';
  if (token === '') {
    throw new JobError(
      'There is no token, so the host can be asked nothing. Leave the input token out, or give it one.',
    );
  }
  const asked = input(environment, 'pull-request');
  if (asked !== undefined && !/^[1-9]\d{0,9}$/.test(asked)) {
    throw new JobError('The input pull-request takes the number of a pull request, such as 12.');
  }
  const serverUrl = need('GITHUB_SERVER_URL', url);
  const repository = need('GITHUB_REPOSITORY', /^[\w.-]+\/[\w.-]+$/);
  const run = environment['GITHUB_RUN_ID'];
  return {
    event: need('GITHUB_EVENT_NAME', /^\w+$/),
    eventFile: need('GITHUB_EVENT_PATH', /./),
    apiUrl: need('GITHUB_API_URL', url),
    serverUrl,
    repository,
    token,
    poster: input(environment, 'posts-as'),
    bases: (input(environment, 'bases') ?? '').split(/\s+/).filter((name) => name !== ''),
    pullRequest: asked === undefined ? undefined : Number(asked),
    page: /^\d+$/.test(run ?? '') ? `${serverUrl}/${repository}/actions/runs/${run as string}` : undefined,
    summaryFile: nonEmpty(environment['GITHUB_STEP_SUMMARY']),
    outputFile: nonEmpty(environment['GITHUB_OUTPUT']),
    temp: nonEmpty(environment['RUNNER_TEMP']),
  };
}

const url = /^https?:\/\/[^\s@]+$/;

/** An input of the action: blanks become underscores, letters capital, all else stays (GitHub's "Metadata syntax"). */
function input(environment: Environment, name: string): string | undefined {
  return nonEmpty(environment[`INPUT_${name.toUpperCase()}`]?.trim());
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
