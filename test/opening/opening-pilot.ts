import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeGithub, type FakePull, type FakeRight, type FakeUser } from '../hosts/fake-github/fake-github.js';
import type { FakeServer } from '../hosts/fake-server.js';
import type { HeldPull } from './held-opening.js';
import { PushedBranches } from './pushed-branches.js';
import { appendixA } from '../support/pilot-repository.js';
import { confirmAll, gateRoster, goodChange } from '../support/pull-request.js';
import { pmZone, type CommandLineResult } from '../support/run-command-line.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

export const token = 'ghp_openingPilotTESTTOKEN';

/** A good change of Maya's, its remote a bare repository on this disk, the host a stand-in that knows what was pushed there. */
export interface PushedPilot {
  readonly work: TemporaryRepository;
  /** The bare repository's folder. */
  readonly bare: string;
  readonly branches: PushedBranches;
  /** The commit that a branch of the remote is at. */
  readonly remote: (branch: string) => string | undefined;
  readonly remove: () => void;
}

/** What a run of the command line does on a host's stand-in. */
export interface HostedPilot extends Omit<PushedPilot, 'branches' | 'remove'> {
  readonly server: FakeServer;
  readonly faults: readonly string[];
  /** What tells the command line where the host is, and how to sign in. */
  readonly environment: Readonly<Record<string, string>>;
  readonly seen: () => readonly HeldPull[];
  /** Says of all that are open that they are merged. */
  readonly merge: () => void;
  readonly pr: (...args: string[]) => Promise<CommandLineResult>;
  readonly close: () => Promise<void>;
}

export interface OpeningPilot extends HostedPilot {
  readonly github: FakeGithub;
  readonly maya: FakeUser;
  readonly erin: FakeUser;
  /** The pull requests that are there. */
  readonly pulls: () => readonly FakePull[];
}

const allRights: readonly FakeRight[] = ['pull-requests', 'triage', 'labels'];

/** The change in its repository, with everything confirmed, and the remote that has no more than its base. */
export async function startPushed(policy = ''): Promise<PushedPilot> {
  const work = goodChange({
    policy: (appendixA + policy + gateRoster).replaceAll('@org', '@acme'),
    codeowners: '* @acme/all\n/src/home/ @acme/home\n',
  });
  await confirmAll(work);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-opening-')));
  const bare = join(folder, 'shop.git');
  execFileSync('git', ['init', '-q', '--bare', '--template=', '--initial-branch=main', bare], {
    env: work.environment,
  });
  work.git('remote', 'add', 'origin', `file://${bare}`);
  work.git('push', '-q', 'origin', 'main');
  work.git('fetch', '-q', 'origin');
  const branches = new PushedBranches(bare, work.environment);
  return {
    work,
    bare,
    branches,
    remote: (branch) => branches.get(branch),
    remove() {
      work.remove();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function startOpening(policy = ''): Promise<OpeningPilot> {
  const { branches, remove, ...pushed } = await startPushed(policy);
  const github = new FakeGithub();
  Object.assign(github, { branches });
  await github.server.start();
  const [maya, erin, paul] = ['maya', 'erin', 'paul'].map((login) => github.addUser(login)) as [
    FakeUser,
    FakeUser,
    FakeUser,
  ];
  for (const { login } of [maya, erin, paul]) github.permissions.set(login, 'write');
  for (const team of ['home', 'all']) github.teams.set(`acme/${team}`, [erin]);
  for (const label of ['pm-authored', 'zone:copy', 'size:XS']) github.labels.add(label);
  github.tokens.set(token, { user: maya, rights: new Set(allRights) });
  const environment = { GITHUB_API_URL: github.server.url, GITHUB_REPOSITORY: 'acme/shop', GH_TOKEN: token };
  return {
    ...pushed,
    github,
    server: github.server,
    faults: github.faults,
    maya,
    erin,
    environment,
    pulls: () => [...github.pulls.values()],
    seen: () =>
      [...github.pulls.values()].map((pull) => ({
        ...pull,
        asked: [...pull.requested.people, ...pull.requested.teams],
      })),
    merge() {
      for (const pull of github.pulls.values())
        Object.assign(pull, { state: 'closed', merged_at: '2026-11-20T10:00:00Z' });
    },
    pr: (...args) => pmZone(pushed.work, ['pr', ...args], { environment }),
    async close() {
      await github.server.stop();
      remove();
    },
  };
}
