import assert from 'node:assert/strict';
import { openGithubRun } from '../../src/ci/github-run-host.js';
import { openGitlabRun } from '../../src/ci/gitlab-run-host.js';
import type { Posted, RunParts } from '../../src/ci/run-gate.js';
import type { GateOutcome } from '../../src/gate/gate-verdict.js';
import { HostError } from '../../src/hosts/host-error.js';
import type { GithubHost } from '../../src/hosts/open-github.js';
import type { GitlabHost } from '../../src/hosts/open-gitlab.js';

type Sent = Readonly<Record<string, unknown>>;

const commit = 'c'.repeat(40);
const page = 'https://ci.example/runs/1';
const status = (outcome: GateOutcome): Posted => {
  return { commit, base: 'main', pullRequests: [], outcome, description: 'why', judged: [] };
};

for (const [name, open, states, link] of [
  [
    'GitHub',
    (api: unknown, run: string | undefined) =>
      openGithubRun({ api, web: '' } as unknown as GithubHost, {
        repository: 'acme/shop',
        poster: undefined,
        page: run,
      }),
    { ready: 'success', waits: 'pending', 'not-ready': 'failure', 'not-run': 'error' },
    { ready: page, waits: page, 'not-ready': page, 'not-run': undefined },
  ],
  [
    'GitLab',
    (api: unknown, run: string | undefined) =>
      openGitlabRun({ api, web: '' } as unknown as GitlabHost, {
        repository: 'acme/shop',
        poster: undefined,
        check: undefined,
        page: run,
      }),
    { ready: 'success', waits: 'failed', 'not-ready': 'failed', 'not-run': 'failed' },
    { ready: page, waits: page, 'not-ready': page, 'not-run': page },
  ],
] as const) {
  describe(`what a run of the gate posts to ${name}`, () => {
    const outcomes = ['ready', 'waits', 'not-ready', 'not-run'] as const;
    const posted = async (run: string | undefined): Promise<readonly Sent[]> => {
      const sent: Sent[] = [];
      const api = {
        renew: () => undefined,
        post: (path: string, body: Sent) => {
          assert.match(path, new RegExp(`/statuses/${commit}$`));
          sent.push(body);
          return Promise.resolve({});
        },
      };
      const host: RunParts['host'] = open(api, run);
      for (const outcome of outcomes) await host.post(status(outcome));
      return sent;
    };

    it('has a state for each outcome, with why', async () => {
      const sent = await posted(undefined);
      assert.deepEqual(
        sent.map(({ state, description, target_url }) => [state, description, target_url]),
        outcomes.map((outcome) => [states[outcome], 'why', undefined]),
      );
    });

    it('leads to the page of the run, where there is one', async () => {
      assert.deepEqual(
        (await posted(page)).map(({ target_url }) => target_url),
        outcomes.map((outcome) => link[outcome]),
      );
    });

    it('is an error where the host does not take it', async () => {
      const trouble = { kind: 'forbidden', sentence: 'It may not.' } as const;
      const host = open({ renew: () => undefined, post: () => Promise.reject(new HostError(trouble)) }, page);
      for (const outcome of outcomes)
        await assert.rejects(
          host.post(status(outcome)),
          (error) => error instanceof HostError && /may not/.test(error.message),
        );
    });
  });
}
