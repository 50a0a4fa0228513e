import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { FakeGithub, type FakePull, type FakeUser } from '../../test/hosts/fake-github/fake-github.js';
import { PushedBranches } from '../../test/opening/pushed-branches.js';
import { openGitHost, type GitHost } from '../../test/support/git-host.js';
import type { SampleRepository } from '../sample-repository.js';
import { repository, tokens, type HostDeed, type HostPlace, type HostState } from './host-state.js';

type Sample = Pick<SampleRepository, 'folder' | 'origin' | 'environment'>;

/**
 * The stand-in for GitHub that the demo plays on, in a thread of its own, since the story waits for each of its commands: the interface, held to
 * GitHub's description of it, and the repository by git's own server.
 */
class DemoHost {
  readonly #github = new FakeGithub(repository);
  readonly #people = new Map<string, FakeUser>();
  #commits: GitHost | undefined;

  constructor(readonly sample: Sample) {}

  async start(): Promise<HostPlace> {
    const { folder, origin, environment } = this.sample;
    const github = this.#github;
    Object.assign(github, { branches: new PushedBranches(origin, environment) });
    for (const login of ['maya-rivera', 'erin-okafor', 'paul-adeyemi', 'priya-nair', 'jonas-weber']) {
      this.#people.set(login, github.addUser(login));
      github.permissions.set(login, 'write');
    }
    for (const team of ['growth', 'engineering', 'platform'])
      github.teams.set(`harbor/${team}`, [this.#who('erin-okafor')]);
    for (const label of ['pm-authored', 'zone:copy', 'zone:flags', 'size:S']) github.labels.add(label);
    github.tokens.set(tokens.maya, {
      user: this.#who('maya-rivera'),
      rights: new Set(['pull-requests', 'triage', 'labels']),
    });
    const job = github.addUser('github-actions[bot]', 'Bot');
    github.tokens.set(tokens.job, { user: job, rights: new Set(['members', 'statuses']) });
    const served = join(folder, 'served');
    mkdirSync(join(served, 'harbor'), { recursive: true });
    symlinkSync(origin, join(served, 'harbor', 'boards.git'), 'junction');
    this.#commits = await openGitHost({ root: served, environment }, `x-access-token:${tokens.job}`);
    await github.server.start();
    return { api: github.server.url, server: this.#commits.url('closed').replace(/\/\.git$/, '') };
  }

  async stop(): Promise<void> {
    await this.#github.server.stop();
    await this.#commits?.close();
  }

  /** Takes in what was pushed, and says what is there. */
  look(): HostState {
    const pull = this.#pull();
    const head = this.#github.branches.get(pull.head.ref) ?? pull.head.sha;
    this.#git('update-ref', `refs/pull/${pull.number}/head`, head);
    this.#notePush(pull, head);
    const list = this.#git('rev-list', '--reverse', `main..${head}`)
      .split('\n')
      .filter((line) => line !== '');
    const maya = this.#who('maya-rivera');
    if (pull.merged_at === null) {
      pull.head.sha = head;
      pull.commits = list.map((sha) => ({ sha, author: maya, committer: maya }));
    }
    const status = this.#github.statuses.get(head)?.at(-1);
    return {
      number: pull.number,
      title: pull.title,
      body: pull.body,
      isMerged: pull.merged_at !== null,
      head,
      branch: pull.head.ref,
      labels: pull.labels,
      asked: [...pull.requested.people, ...pull.requested.teams.map((slug) => `harbor/${slug}`)],
      approvedBy: pull.reviews.filter(({ commit_id }) => commit_id === head).flatMap(({ user }) => user?.login ?? []),
      status: status && { state: status.state, description: status.description ?? '' },
      faults: this.#github.faults,
    };
  }

  /** Both DRIs read what is there, and approve it. */
  approve(): void {
    const pull = this.#pull();
    for (const login of ['erin-okafor', 'paul-adeyemi'])
      pull.reviews.push({
        id: this.#github.nextId(),
        user: this.#who(login),
        state: 'APPROVED',
        body: '',
        commit_id: pull.head.sha,
        submitted_at: '2025-05-08T09:30:00Z',
      });
    pull.requested.people = [];
  }

  merge(): void {
    const pull = this.#pull();
    this.#git('update-ref', 'refs/heads/main', pull.head.sha);
    Object.assign(pull, { state: 'closed', merged_at: '2025-05-08T11:00:00Z' });
  }

  #notePush(pull: FakePull, head: string): void {
    const { activity } = this.#github;
    const before = activity.get(repository) ?? [];
    const last = before.at(-1)?.after ?? '0'.repeat(40);
    if (last === head) return;
    const activity_type = before.length === 0 ? 'branch_creation' : 'push';
    const [ref, actor, timestamp] = [`refs/heads/${pull.head.ref}`, this.#who('maya-rivera'), '2025-05-08T09:00:00Z'];
    activity.set(repository, [...before, { ref, activity_type, actor, before: last, after: head, timestamp }]);
  }

  #pull(): FakePull {
    const [pull] = this.#github.pulls.values();
    if (pull === undefined) throw new Error('No pull request was opened.');
    return pull;
  }

  #who(login: string): FakeUser {
    const user = this.#people.get(login);
    if (user === undefined) throw new Error(`Nobody is called ${login}.`);
    return user;
  }

  #git(...args: readonly string[]): string {
    const { origin, environment } = this.sample;
    return execFileSync('git', ['-C', origin, ...args], { env: environment, encoding: 'utf8' }).trim();
  }
}

const host = new DemoHost(workerData as Sample);
const tell = (value: unknown): void => parentPort?.postMessage(value);
parentPort?.on('message', (deed: HostDeed) => {
  if (deed === 'stop') {
    void host.stop().then(() => process.exit());
    return;
  }
  if (deed !== 'look') host[deed]();
  tell(host.look());
});
void host.start().then(tell);
