import { GithubPullRequests } from '../../src/hosts/github-pull-requests.js';
import { HostError } from '../../src/hosts/host-error.js';
import type { HostLimits } from '../../src/hosts/http/host-limits.js';
import { openGithub } from '../../src/hosts/open-github.js';
import { openOnGithub, type OpenedPullRequest, type OpeningRequest } from '../../src/opening/open-on-github.js';
import { OpeningError } from '../../src/opening/opening-error.js';
import { inTerminal, type OpeningFace } from '../../src/opening/opening-face.js';
import type { PullRequestDraft } from '../../src/pull-request/draft-pull-request.js';
import { FakeGithub, type FakePull } from '../hosts/fake-github/fake-github.js';
import { sha } from '../hosts/fake-github/good-change.js';
import type { FakeRequest } from '../hosts/fake-server.js';
import type { NamedFault } from '../hosts/faults.js';
import { wrapPart } from '../../src/pull-request/body/generated-parts.js';

export const secret = 'ghp_heldOpeningTESTTOKEN0';
export const written = 'What I wrote by hand.\r\n\r\n';
const text = (state: string): string => `## What\n\nA clearer home, ${state}.`;

/** A draft as it comes from a change; `state` is what differs from one run to the next. */
export function draftOf(state: string, more: Partial<PullRequestDraft> = {}): PullRequestDraft {
  return {
    title: 'A clearer home',
    toFill: [],
    body: `${wrapPart('main', text(state))}\n`,
    parts: [{ id: 'summary', heading: 'What', text: `A clearer home, ${state}.` }],
    base: 'main',
    head: 'pm/home',
    labels: ['pm-authored', 'zone:copy'],
    reviewers: ['@erin', '@acme/home'],
    pairing: ['@erin'],
    draft: false,
    url: undefined,
    urlHolds: undefined,
    leftOut: [],
    ...more,
  };
}

export type Seen = { readonly opened: OpenedPullRequest } | { readonly sentence: string };

/** A way to a pull request on the stand-in that goes wrong where it is told to. */
export interface HeldOpening {
  readonly github: FakeGithub;
  readonly open: (request?: Partial<OpeningRequest>, limits?: Partial<HostLimits>, face?: OpeningFace) => Promise<Seen>;
  readonly pulls: () => readonly FakePull[];
  /** As before anything was opened; or with one that is open as a draft, with an older description and words of somebody's. */
  readonly reset: (isOpen: boolean) => void;
}

export async function startHeldOpening(): Promise<HeldOpening> {
  const github = new FakeGithub();
  await github.server.start();
  const [maya, erin] = [github.addUser('maya'), github.addUser('erin')];
  github.permissions.set('erin', 'write');
  github.teams.set('acme/home', [erin]);
  github.tokens.set(secret, { user: maya, rights: new Set(['pull-requests', 'triage', 'labels']) });
  github.branches.set('main', sha('main'));
  const head = { repository: 'acme/shop', branch: 'pm/home' };
  return {
    github,
    pulls: () => [...github.pulls.values()],
    reset(isOpen) {
      github.server.fault = () => undefined;
      github.server.lost = () => false;
      github.server.unheard = () => false;
      github.pulls.clear();
      github.labels.clear();
      github.labels.add('pm-authored');
      github.branches.set('pm/home', sha('home'));
      if (!isOpen) return;
      const place = { ref: 'pm/home', sha: sha('home'), repo: 'acme/shop' };
      const body = `${written}${wrapPart('main', text('before'))}`;
      github.addPull({ number: 12, user: maya, head: place, body, draft: true });
    },
    async open(request = {}, limits = {}, face = inTerminal) {
      const host = openGithub(github.server.url, secret, {
        bytes: 2_000_000,
        pages: 15,
        patience: 10_000,
        wait: () => Promise.resolve(),
        ...limits,
      });
      const pulls = new GithubPullRequests(host, 'acme/shop');
      const way = { push: () => Promise.resolve(), tell: () => undefined, face };
      try {
        return {
          opened: await openOnGithub(
            pulls,
            { head, draft: draftOf('now'), onlyRenew: false, turn: 'ready', ...request },
            way,
          ),
        };
      } catch (error) {
        if (error instanceof HostError || error instanceof OpeningError) return { sentence: error.message };
        throw error;
      }
    },
  };
}

/** What a request is called: the same for each pull request. */
export function nameOf({ method, url }: Pick<FakeRequest, 'method' | 'url'>): string {
  return `${method} ${url.pathname.replace(/\/\d+(?=\/|$)/, '/N')}`;
}

/** Each request of a way without any fault, once, in order. */
export async function stepsOf(held: HeldOpening, isOpen: boolean): Promise<readonly string[]> {
  held.reset(isOpen);
  held.github.server.seen.length = 0;
  await held.open();
  return [...new Set(held.github.server.seen.map(nameOf))];
}

/** One run in which a request fails whenever it is made; `isHeard` where the host does all the same what it is asked for. */
export async function openWith(
  held: HeldOpening,
  step: string,
  { name, fault }: NamedFault,
  isHeard: boolean,
): Promise<Seen> {
  held.github.server.unheard = (request) => !isHeard && nameOf(request) === step;
  held.github.server.fault = (_, request) => (nameOf(request) === step ? fault : undefined);
  const isSlow = /^no answer|never ends/.test(name);
  const seen = await held.open({}, isSlow ? { milliseconds: 100 } : {});
  held.github.server.fault = () => undefined;
  held.github.server.unheard = () => false;
  return seen;
}
