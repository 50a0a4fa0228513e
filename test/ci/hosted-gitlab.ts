import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJob } from '../../src/ci/run-job.js';
import { FakeGitlab, type FakeMember, type FakeMergeRequest } from '../hosts/fake-gitlab/fake-gitlab.js';
import { openGitHost } from '../support/git-host.js';
import { pilotRepository } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

export interface GitlabJob {
  readonly code: number;
  readonly log: string;
}

/** A pilot's project on a GitLab of this machine: its commits by git's own server, its merge requests by the stand-in. */
export interface HostedGitlab {
  /** Where people work. What they push is on the host. */
  readonly work: TemporaryRepository;
  readonly gitlab: FakeGitlab;
  readonly people: Readonly<Record<'maya' | 'erin' | 'paul' | 'stranger' | 'gate', FakeMember>>;
  /** Commits what is in the working tree on a new branch from main, pushes it, and opens a merge request of it. */
  open(iid: number, by: FakeMember): FakeMergeRequest;
  /** Pushes what is checked out as the merge request's new head, and takes approvals back as GitLab does. */
  push(merge: FakeMergeRequest, by: FakeMember, keepsApprovals?: boolean): string;
  /** Pushes what is checked out as the target branch. */
  pushBase(branch?: string): string;
  approve(merge: FakeMergeRequest, ...by: readonly FakeMember[]): void;
  /** The time on GitLab, which goes on by a minute with each thing that happens. */
  tick(): string;
  /** What the runner gives a job of the gate's project that a schedule starts, by GitLab's documentation. */
  jobEnvironment(more?: Readonly<Record<string, string>>): NodeJS.ProcessEnv;
  run(more?: Readonly<Record<string, string>>): Promise<GitlabJob>;
  /** The newest status of a commit, as `state: description`. */
  status(commit: string, base?: string): string | undefined;
  close(): Promise<void>;
}

const token = 'glpat-jobs0token';

export async function hostGitlab(work = pilotRepository()): Promise<HostedGitlab> {
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-gitlab-'));
  const served = join(folder, 'acme', 'web', 'shop.git');
  mkdirSync(join(folder, 'acme', 'web'), { recursive: true });
  execFileSync('git', ['init', '-q', '--bare', '--initial-branch=main', served], { env: work.environment });
  // GitLab gives every commit that it still has.
  execFileSync('git', ['-C', served, 'config', 'uploadpack.allowAnySHA1InWant', 'true'], { env: work.environment });
  work.git('switch', '-q', 'main');
  work.git('remote', 'add', 'origin', served);
  const commits = await openGitHost({ root: folder, environment: work.environment }, `oauth2:${token}`);
  const gitlab = new FakeGitlab();
  await gitlab.server.start();
  const people = {
    maya: gitlab.addUser('maya'),
    erin: gitlab.addUser('erin'),
    paul: gitlab.addUser('paul'),
    stranger: gitlab.addUser('stranger'),
    gate: gitlab.addUser('project_7_bot_gate'),
  };
  for (const { id } of Object.values(people)) gitlab.members.set(id, 30);
  for (const team of ['org/home', 'org/all', 'org/pay']) gitlab.groups.set(team, [people.erin]);
  gitlab.tokens.set(token, people.gate);

  let minutes = 0;
  const tick = (): string => new Date(Date.UTC(2026, 10, 20, 10, minutes++)).toISOString();
  const pushBase = (branch = 'main'): string => {
    const id = work.git('rev-parse', 'HEAD');
    work.git('push', '-q', '--force', 'origin', `HEAD:refs/heads/${branch}`);
    gitlab.branches.set(branch, { id, protected: true });
    return id;
  };
  const push = (merge: FakeMergeRequest, by: FakeMember, keepsApprovals = false): string => {
    const head = work.git('rev-parse', 'HEAD');
    const { source_branch: ref, iid, sha, pushedAt, earlier = [], source_project_id } = merge;
    const project = source_project_id ?? 7;
    work.git('push', '-q', '--force', 'origin', `HEAD:refs/heads/${ref}`, `HEAD:refs/merge-requests/${iid}/head`);
    const created_at = tick();
    const push_data = { ref_type: 'branch', ref, commit_from: sha === '' ? null : sha, commit_to: head };
    gitlab.events.set(project, [...(gitlab.events.get(project) ?? []), { author: by, created_at, push_data }]);
    if (sha !== '') merge.earlier = [{ sha, at: pushedAt }, ...earlier];
    merge.sha = head;
    merge.pushedAt = created_at;
    merge.commits = work.git('rev-list', `origin/${merge.target_branch}..HEAD`).split('\n');
    if (!keepsApprovals) merge.approved_by = [];
    return head;
  };
  pushBase();
  work.git('fetch', '-q', 'origin');

  const hosted: HostedGitlab = {
    work,
    gitlab,
    people,
    pushBase,
    push,
    tick,
    open(iid, by) {
      work.git('switch', '-q', '-C', `change-${iid}`, 'main');
      work.commit(`Change ${iid}`, { author: `${by.username} <${by.username}@example.com>` });
      const merge: FakeMergeRequest = {
        iid,
        author: by,
        state: 'opened',
        merged_at: null,
        source_branch: `change-${iid}`,
        target_branch: 'main',
        source_project_id: 7,
        sha: '',
        commits: [],
        approved_by: [],
        reviewers: [],
        notes: [],
        pushedAt: '',
      };
      gitlab.mergeRequests.set(iid, merge);
      push(merge, by);
      return merge;
    },
    approve(merge, ...by) {
      merge.approved_by = [...merge.approved_by, ...by.map((user) => ({ user, approved_at: tick() }))];
    },
    jobEnvironment: (more = {}) => ({
      PATH: process.env['PATH'],
      TMPDIR: process.env['TMPDIR'],
      CI: 'true',
      GITLAB_CI: 'true',
      CI_PIPELINE_SOURCE: 'schedule',
      CI_PROJECT_PATH: 'acme/gate',
      CI_API_V4_URL: `${gitlab.server.url}/api/v4`,
      CI_SERVER_URL: commits.url('closed').replace(/\/\.git$/, ''),
      CI_JOB_URL: 'https://gitlab.example.com/acme/gate/-/jobs/1',
      PM_ZONE_PROJECT: 'acme/web/shop',
      PM_ZONE_TOKEN: token,
      ...more,
    }),
    async run(more) {
      let log = '';
      const code = await runJob({
        now: new Date(),
        environment: hosted.jobEnvironment(more),
        write: (text) => void (log += text),
        warn: (line) => void (log += `${line}\n`),
      });
      return { code, log };
    },
    status(commit, base = 'main') {
      const found = gitlab.statuses.get(commit)?.findLast(({ name }) => name === `pm-zone (${base})`);
      return found && `${found.status}: ${found.description ?? ''}`;
    },
    async close() {
      await gitlab.server.stop();
      await commits.close();
      work.remove();
      rmSync(folder, { recursive: true });
    },
  };
  return hosted;
}
