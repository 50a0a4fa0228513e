import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJob } from '../../src/ci/run-job.js';
import { FakeGithub, type FakePull, type FakeUser } from '../hosts/fake-github/fake-github.js';
import { openGitHost } from '../support/git-host.js';
import { pilotRepository, type PilotOptions } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

export interface JobResult {
  readonly code: number;
  /** Standard output and standard error, as the runner sees them. */
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** A pilot's repository on a host of this machine: its commits by git's own server, its pull requests by the stand-in of GitHub. */
export interface HostedPilot {
  /** Where people work. What they push is on the host. */
  readonly work: TemporaryRepository;
  readonly github: FakeGithub;
  readonly people: Readonly<Record<'maya' | 'erin' | 'paul' | 'stranger', FakeUser>>;
  /** Commits what is in the working tree on a new branch from main, pushes it, and opens a pull request of it. */
  open(number: number, by: FakeUser, message?: string): FakePull;
  /** Pushes what is checked out as the pull request's new head. */
  push(pull: FakePull, by: FakeUser): string;
  /** Pushes what is checked out as the base. */
  pushBase(branch?: string): string;
  approve(pull: FakePull, by: FakeUser): void;
  /** The environment of a job that an event starts, by GitHub's documentation. */
  jobEnvironment(event: string, payload: unknown, inputs?: Readonly<Record<string, string>>): NodeJS.ProcessEnv;
  /** Runs the job within this process. */
  run(event: string, payload: unknown, inputs?: Readonly<Record<string, string>>): Promise<JobResult>;
  /** What a run left in the job's files, with what it printed. */
  read(environment: NodeJS.ProcessEnv, code: number, log: string): JobResult;
  /** The newest status of a commit, as `state: description`. */
  status(commit: string, base?: string): string | undefined;
  close(): Promise<void>;
}

const token = 'ghs_jobs0token';
const zeros = '0'.repeat(40);

export async function hostPilot(options: PilotOptions = {}): Promise<HostedPilot> {
  const work = pilotRepository(options);
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-hosted-'));
  const served = join(folder, 'served', 'acme', 'shop.git');
  mkdirSync(join(folder, 'served', 'acme'), { recursive: true });
  execFileSync('git', ['init', '-q', '--bare', '--initial-branch=main', served], { env: work.environment });
  work.git('switch', '-q', 'main');
  work.git('remote', 'add', 'origin', served);
  const commits = await openGitHost(
    { root: join(folder, 'served'), environment: work.environment },
    `x-access-token:${token}`,
  );
  const github = new FakeGithub();
  await github.server.start();
  const people = {
    maya: github.addUser('maya'),
    erin: github.addUser('erin'),
    paul: github.addUser('paul'),
    stranger: github.addUser('stranger'),
  };
  for (const { login } of Object.values(people)) github.permissions.set(login, 'write');
  for (const team of ['org/home', 'org/all', 'org/pay']) github.teams.set(team, [people.erin]);
  github.tokens.set(token, {
    user: github.addUser('github-actions[bot]', 'Bot'),
    rights: new Set(['members', 'statuses']),
  });

  const note = (ref: string, actor: FakeUser, before: string, after: string): void => {
    const kind = before === zeros ? 'branch_creation' : 'push';
    const entry = {
      ref: `refs/heads/${ref}`,
      activity_type: kind,
      actor,
      before,
      after,
      timestamp: '2026-11-20T10:00:00Z',
    };
    github.activity.set(github.repository, [...(github.activity.get(github.repository) ?? []), entry]);
  };
  const pushBase = (branch = 'main'): string => {
    const commit = work.git('rev-parse', 'HEAD');
    work.git('push', '-q', '--force', 'origin', `HEAD:refs/heads/${branch}`);
    github.branches.set(branch, commit);
    return commit;
  };
  const push = (pull: FakePull, by: FakeUser): string => {
    const head = work.git('rev-parse', 'HEAD');
    const { ref, sha } = pull.head;
    work.git('push', '-q', '--force', 'origin', `HEAD:refs/heads/${ref}`, `HEAD:refs/pull/${pull.number}/head`);
    note(ref, by, sha, head);
    pull.head.sha = head;
    pull.commits = work
      .git('rev-list', '--reverse', `origin/${pull.base.ref}..HEAD`)
      .split('\n')
      .map((commit) => ({ sha: commit, author: by, committer: by }));
    return head;
  };
  pushBase();
  work.git('fetch', '-q', 'origin');

  let runs = 0;
  const hosted: HostedPilot = {
    work,
    github,
    people,
    pushBase,
    push,
    open(number, by, message = `Change ${number}`) {
      work.git('switch', '-q', '-C', `change-${number}`, 'main');
      work.commit(message, { author: `${by.login} <${by.login}@example.com>` });
      const head = { ref: `change-${number}`, sha: zeros, repo: github.repository };
      const pull = github.addPull({ number, user: by, head });
      push(pull, by);
      return pull;
    },
    approve(pull, by) {
      const review = { id: github.nextId(), user: by, state: 'APPROVED', body: '', commit_id: pull.head.sha };
      pull.reviews.push({ ...review, submitted_at: '2026-11-21T10:00:00Z' });
    },
    jobEnvironment(event, payload, inputs = {}) {
      const temp = join(folder, `run-${runs++}`);
      mkdirSync(temp);
      const file = (name: string, text: string): string => {
        writeFileSync(join(temp, name), text);
        return join(temp, name);
      };
      const { PATH, TMPDIR } = process.env;
      return {
        PATH,
        TMPDIR,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: event,
        GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
        GITHUB_REPOSITORY: github.repository,
        GITHUB_API_URL: github.server.url,
        GITHUB_SERVER_URL: commits.url('closed').replace(/\/\.git$/, ''),
        GITHUB_RUN_ID: '1234',
        GITHUB_STEP_SUMMARY: file('summary.md', ''),
        GITHUB_OUTPUT: file('output', ''),
        GITHUB_ENV: file('env', ''),
        GITHUB_PATH: file('path', ''),
        RUNNER_TEMP: temp,
        INPUT_TOKEN: token,
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      };
    },
    async run(event, payload, inputs) {
      const environment = hosted.jobEnvironment(event, payload, inputs);
      let log = '';
      const code = await runJob({
        now: new Date(),
        environment,
        write: (text) => void (log += text),
        warn: (line) => void (log += `${line}\n`),
      });
      return hosted.read(environment, code, log);
    },
    read(environment, code, log) {
      const text = (name: string): string => readFileSync(environment[name] as string, 'utf8');
      const lines = text('GITHUB_OUTPUT')
        .split('\n')
        .filter((line) => line !== '');
      const outputs = Object.fromEntries(lines.map((line) => line.split('=', 2) as [string, string]));
      return { code, log, summary: text('GITHUB_STEP_SUMMARY'), outputs };
    },
    status(commit, base = 'main') {
      const found = github.statuses
        .get(commit)
        ?.filter(({ context }) => context === `pm-zone (${base})`)
        .at(-1);
      return found && `${found.state}: ${found.description ?? ''}`;
    },
    async close() {
      await github.server.stop();
      await commits.close();
      work.remove();
      rmSync(folder, { recursive: true });
    },
  };
  return hosted;
}

/** The event of a pull request, as GitHub sends it, as far as anybody should read it. */
export function pullRequestEvent(pull: FakePull, action = 'synchronize', more: object = {}): unknown {
  const { number, head, base, user } = pull;
  return { action, number, pull_request: { number, head, base, user, merged: false }, ...more };
}
