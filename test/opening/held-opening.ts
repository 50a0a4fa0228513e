import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostError } from '../../src/hosts/host-error.js';
import type { HostLimits } from '../../src/hosts/http/host-limits.js';
import { openGithub } from '../../src/hosts/open-github.js';
import type { HostedPullRequest, PullRequestHost } from '../../src/hosts/pull-request-host.js';
import { pullRequestsOnGithub } from '../../src/hosts/pull-requests-on-github.js';
import { openOnHost, type OpeningRequest } from '../../src/opening/open-on-host.js';
import type { OpenedPullRequest } from '../../src/opening/opened-pull-request.js';
import { OpeningError } from '../../src/opening/opening-error.js';
import { inTerminal, type OpeningFace } from '../../src/opening/opening-face.js';
import { openPictureFolder } from '../../src/opening/picture-folder.js';
import type { PullRequestDraft } from '../../src/pull-request/draft-pull-request.js';
import { FakeGithub, type FakePull } from '../hosts/fake-github/fake-github.js';
import { sha } from '../hosts/fake-github/good-change.js';
import type { FakeRequest, FakeServer } from '../hosts/fake-server.js';
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
    otherSizes: [],
    reviewers: ['@erin', '@acme/home'],
    pairing: ['@erin'],
    draft: false,
    url: undefined,
    urlHolds: undefined,
    leftOut: [],
    afterMerge: [],
    ...more,
  };
}

/** A folder of pictures that holds none. */
export const noPictures = openPictureFolder(join(tmpdir(), 'pm-zone-no-pictures'));

export type Seen = { readonly opened: OpenedPullRequest } | { readonly sentence: string };

/** A pull request of a stand-in, whichever host it plays. */
export interface HeldPull {
  readonly title: string;
  readonly draft: boolean;
  readonly body: string;
  readonly labels: readonly string[];
  /** Whose review is asked for: people, then teams. */
  readonly asked: readonly string[];
}

/** A way to a pull request on the stand-in that goes wrong where it is told to. */
export interface HeldOpening {
  readonly server: FakeServer;
  readonly secret: string;
  /** What was sent that the host does not have. */
  readonly faults: readonly string[];
  readonly open: (request?: Partial<OpeningRequest>, limits?: Partial<HostLimits>, face?: OpeningFace) => Promise<Seen>;
  readonly seen: () => readonly HeldPull[];
  /** As before anything was opened; or with one that is open as a draft, with an older description and words of somebody's. */
  readonly reset: (isOpen: boolean) => void;
  /** What is there when nothing is left to be done. */
  readonly whole: { readonly older: string; readonly asked: readonly string[] };
  /** The request that opens it. */
  readonly opener: string;
}

export interface HeldGithub extends HeldOpening {
  readonly github: FakeGithub;
  readonly pulls: () => readonly FakePull[];
}

/** Patient enough for a short wait, and with small bounds. */
export const heldLimits: Partial<HostLimits> = {
  bytes: 2_000_000,
  pages: 15,
  patience: 10_000,
  wait: () => Promise.resolve(),
};

/** What became of one run, or the sentence that ended it. */
export async function seeOpening<Pull extends HostedPullRequest>(
  host: () => PullRequestHost<Pull>,
  request: OpeningRequest,
  face: OpeningFace,
): Promise<Seen> {
  const way = { push: () => Promise.resolve(), tell: () => undefined, face };
  try {
    return { opened: await openOnHost(host(), request, way) };
  } catch (error) {
    if (error instanceof HostError || error instanceof OpeningError) return { sentence: error.message };
    throw error;
  }
}

/** Leaves the stand-in's connection in order. */
export function clearFaults(server: FakeServer): void {
  server.fault = () => undefined;
  server.lost = () => false;
  server.unheard = () => false;
}

/** The description of one that is open from before. */
export const olderBody = `${written}${wrapPart('main', text('before'))}`;

export async function startHeldOpening(): Promise<HeldGithub> {
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
    server: github.server,
    secret,
    faults: github.faults,
    opener: 'POST /repos/acme/shop/pulls',
    whole: { older: 'Pull request 12', asked: ['erin', 'home'] },
    pulls: () => [...github.pulls.values()],
    seen: () =>
      [...github.pulls.values()].map((pull) => ({
        ...pull,
        asked: [...pull.requested.people, ...pull.requested.teams],
      })),
    reset(isOpen) {
      clearFaults(github.server);
      github.pulls.clear();
      github.labels.clear();
      github.labels.add('pm-authored');
      github.branches.set('pm/home', sha('home'));
      if (!isOpen) return;
      const place = { ref: 'pm/home', sha: sha('home'), repo: 'acme/shop' };
      github.addPull({ number: 12, user: maya, head: place, body: olderBody, draft: true });
    },
    open(request = {}, limits = {}, face = inTerminal) {
      const host = () =>
        pullRequestsOnGithub(openGithub(github.server.url, secret, { ...heldLimits, ...limits }), 'acme/shop');
      return seeOpening(
        host,
        {
          head,
          draft: draftOf('now'),
          pictures: noPictures,
          onlyRenew: false,
          turn: 'ready',
          commit: sha('home'),
          ...request,
        },
        face,
      );
    },
  };
}

/** What a request is called: the same for each pull request. */
export function nameOf({ method, url }: Pick<FakeRequest, 'method' | 'url'>): string {
  return `${method} ${decodeURIComponent(url.pathname).replace(/\/\d+(?=\/|$)/, '/N')}`;
}

/** Each request of a way without any fault, once, in order. */
export async function stepsOf(held: HeldOpening, isOpen: boolean): Promise<readonly string[]> {
  held.reset(isOpen);
  held.server.seen.length = 0;
  await held.open();
  return [...new Set(held.server.seen.map(nameOf))];
}

/** One run in which a request fails whenever it is made; `isHeard` where the host does all the same what it is asked for. */
export async function openWith(
  held: HeldOpening,
  step: string,
  { name, fault }: NamedFault,
  isHeard: boolean,
): Promise<Seen> {
  held.server.unheard = (request) => !isHeard && nameOf(request) === step;
  held.server.fault = (_, request) => (nameOf(request) === step ? fault : undefined);
  const isSlow = /^no answer|never ends/.test(name);
  const seen = await held.open({}, isSlow ? { milliseconds: 100 } : {});
  held.server.fault = () => undefined;
  held.server.unheard = () => false;
  return seen;
}
