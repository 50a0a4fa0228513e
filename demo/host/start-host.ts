import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SampleRepository } from '../sample-repository.js';
import { repository, tokens, type HostDeed, type HostPlace, type HostState } from './host-state.js';

/** A stand-in for the company's GitHub on this computer, while the demo runs. */
export interface StartedHost {
  /** What tells Maya's command line where it is, and signs in there. */
  readonly environment: Readonly<Record<string, string>>;
  /** Does something there, and says what is there then. */
  readonly after: (deed: Exclude<HostDeed, 'stop'>) => Promise<HostState>;
  /** The environment of a job that runs there for a pull request. */
  readonly job: (state: HostState) => NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
}

/** Starts it, and makes Maya's clone one of the repository there. */
export async function startHost({ folder, root, origin, environment }: SampleRepository): Promise<StartedHost> {
  const worker = new Worker(join(__dirname, 'host-worker.js'), { workerData: { folder, origin, environment } });
  const next = async <T>(): Promise<T> => ((await once(worker, 'message')) as [T])[0];
  const place = await next<HostPlace>();
  const address = `${place.api}/${repository}.git`;
  for (const args of [
    ['config', '--add', `url.${pathToFileURL(origin).href}.insteadOf`, address],
    ['remote', 'set-url', 'origin', address],
  ])
    execFileSync('git', args, { cwd: root, env: environment });
  let runs = 0;
  return {
    environment: { GH_HOST: place.api, GH_ENTERPRISE_TOKEN: tokens.maya },
    after: (deed) => {
      worker.postMessage(deed satisfies HostDeed);
      return next<HostState>();
    },
    job: (state) => {
      const temp = join(folder, `job-${(runs += 1)}`);
      mkdirSync(temp);
      const file = (name: string, text = ''): string => {
        writeFileSync(join(temp, name), text);
        return join(temp, name);
      };
      return {
        PATH: process.env['PATH'],
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: 'pull_request_target',
        GITHUB_EVENT_PATH: file('event.json', JSON.stringify(eventOf(state))),
        GITHUB_REPOSITORY: repository,
        GITHUB_API_URL: place.api,
        GITHUB_SERVER_URL: place.server,
        GITHUB_RUN_ID: String(runs),
        GITHUB_STEP_SUMMARY: file('summary.md'),
        GITHUB_OUTPUT: file('output'),
        RUNNER_TEMP: temp,
        INPUT_TOKEN: tokens.job,
      };
    },
    stop: async () => {
      const gone = once(worker, 'exit');
      worker.postMessage('stop' satisfies HostDeed);
      await gone;
    },
  };
}

function eventOf({ number, branch, head }: HostState): unknown {
  const [ref, repo] = [branch, { full_name: repository }];
  return {
    action: 'synchronize',
    number,
    pull_request: { number, head: { ref, sha: head, repo }, base: { ref: 'main', repo }, merged: false },
  };
}
