import { HostError } from '../../src/hosts/host-error.js';
import type { HostLimits } from '../../src/hosts/http/host-limits.js';
import { mergeRequestsOnGitlab } from '../../src/hosts/merge-requests-on-gitlab.js';
import { openGithub } from '../../src/hosts/open-github.js';
import { openGitlab } from '../../src/hosts/open-gitlab.js';
import { pullRequestsOnGithub } from '../../src/hosts/pull-requests-on-github.js';
import { explainTrouble } from '../../src/opening/explain-trouble.js';
import { askingFace } from '../../src/opening/opening-face.js';
import { pollDelay } from '../../src/opening/poll-delay.js';
import { toProgress, type PullProgress } from '../../src/opening/pull-progress.js';
import { FakeGithub } from '../hosts/fake-github/fake-github.js';
import { sha } from '../hosts/fake-github/good-change.js';
import { FakeMergeHost } from '../hosts/fake-gitlab/fake-merge-host.js';
import type { FakeServer } from '../hosts/fake-server.js';
import type { NamedFault } from '../hosts/faults.js';
import { heldLimits, nameOf } from './held-opening.js';

/** How the pull request stands; or what the editor says, and in how many minutes it asks again by itself. */
export type SeenProgress =
  { readonly progress: PullProgress } | { readonly sentence: string; readonly again: number | undefined };

/** A pull request of which everything that is asked for is there, on a stand-in that goes wrong where it is told to. */
export interface HeldProgress {
  readonly server: FakeServer;
  readonly secret: string;
  readonly read: (limits?: Partial<HostLimits>) => Promise<SeenProgress>;
}

export async function startGithubProgress(): Promise<HeldProgress> {
  const secret = 'ghp_heldProgressTESTTOKEN';
  const github = new FakeGithub();
  await github.server.start();
  const [maya, erin] = [github.addUser('maya'), github.addUser('erin')];
  github.tokens.set(secret, { user: maya, rights: new Set() });
  github.branches.set('main', sha('main'));
  const head = { ref: 'pm/home', sha: sha('now'), repo: 'acme/shop' };
  const pull = github.addPull({ number: 12, user: maya, head });
  pull.reviews.push({ id: 1, user: erin, state: 'CHANGES_REQUESTED', body: 'Shorter.', commit_id: sha('now') });
  pull.comments = [{ user: erin, path: 'de.json', line: 3, body: 'Too long' }];
  const status = { state: 'success', context: 'pm-zone (main)', description: 'Ready', target_url: null };
  github.statuses.set(sha('now'), [{ id: 1, ...status, creator: maya }]);
  const read = (limits: Partial<HostLimits> = {}): Promise<SeenProgress> =>
    see('github', async () => {
      const host = pullRequestsOnGithub(
        openGithub(github.server.url, secret, { ...heldLimits, ...limits }),
        'acme/shop',
      );
      return toProgress(await host.readProgress(12));
    });
  return { server: github.server, secret, read };
}

export async function startGitlabProgress(): Promise<HeldProgress> {
  const secret = 'glpat-heldProgressTESTTOK';
  const gitlab = new FakeMergeHost();
  await gitlab.server.start();
  const [maya, erin, paul] = [gitlab.addAccount('maya'), gitlab.addAccount('erin'), gitlab.addAccount('paul')];
  gitlab.tokens.set(secret, { account: maya, scope: 'read_api', isMember: true });
  const project = gitlab.addProject('acme/web/shop');
  const merge = gitlab.addMerge({ project, source_branch: 'pm/home', author: maya, reviewers: [erin, paul] });
  merge.sha = sha('now');
  merge.approvals = [{ user: paul, approved_at: '2026-11-20T11:00:00Z' }];
  const note = { id: 1, author: erin, body: 'Too long', resolvable: true, resolved: false };
  merge.discussions = [{ id: 'one', individual_note: false, notes: [note] }];
  gitlab.statuses.set(sha('now'), [{ id: 1, name: 'pm-zone (main)', status: 'success', description: 'Ready' }]);
  const read = (limits: Partial<HostLimits> = {}): Promise<SeenProgress> =>
    see('gitlab', async () => {
      const api = openGitlab(`${gitlab.server.url}/api/v4`, secret, { ...heldLimits, ...limits });
      return toProgress(await mergeRequestsOnGitlab(api, 'acme/web/shop').readProgress(merge.iid));
    });
  return { server: gitlab.server, secret, read };
}

async function see(kind: 'github' | 'gitlab', read: () => Promise<PullProgress>): Promise<SeenProgress> {
  try {
    return { progress: await read() };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { kind: trouble, until } = error.trouble;
    const delay = pollDelay(0, trouble, until === undefined ? undefined : until - Date.now());
    return {
      sentence: explainTrouble(error.trouble, askingFace(kind)),
      again: delay === undefined ? undefined : Math.round(delay / 60_000),
    };
  }
}

/** Reads while a request fails whenever it is made. */
export async function progressWith(
  held: HeldProgress,
  step: string,
  { name, fault }: NamedFault,
): Promise<SeenProgress> {
  held.server.fault = (_, request) => (nameOf(request) === step ? fault : undefined);
  const seen = await held.read(/^no answer|never ends/.test(name) ? { milliseconds: 100 } : {});
  held.server.fault = () => undefined;
  return seen;
}

/** Each request, once, in order, and what comes of them where nothing fails. */
export async function wholeProgress(
  held: HeldProgress,
): Promise<{ readonly steps: readonly string[]; readonly whole: SeenProgress }> {
  held.server.seen.length = 0;
  const whole = await held.read();
  return { steps: [...new Set(held.server.seen.map(nameOf))], whole };
}
