import assert from 'node:assert/strict';
import { judgeFetched } from '../../src/ci/judge-fetched.js';
import type { Judged } from '../../src/ci/run-gate.js';
import type { Evidence } from '../../src/gate/evidence.js';
import { HostError } from '../../src/hosts/host-error.js';
import { appendixA } from '../support/pilot-repository.js';
import { accounts, evidenceOf, gateRoster, goodChange } from '../support/pull-request.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const judge = (
  repository: TemporaryRepository,
  readEvidence: () => Promise<Evidence>,
  base = 'main',
  sign: '#' | '!' = '#',
): Promise<Judged> => {
  const { root, environment } = repository;
  const commit = repository.git('rev-parse', 'HEAD');
  return judgeFetched({ number: 7, commit, base: 'main' }, base, {
    store: { root, environment, fetchCommits: () => Promise.resolve() },
    readEvidence,
    now: new Date('2026-01-02T03:04:05Z'),
    sign,
  });
};

describe('judging a pull request from its fetched commits', () => {
  it('comes to the verdict on it, with a record', async () => {
    const repository = goodChange();
    const { outcome, description, record } = await judge(repository, () => Promise.resolve(evidenceOf(repository)));
    assert.equal(outcome, 'not-ready');
    assert.match(description, /^Not ready: \d+ items? open/);
    assert.match(record ?? '', /"outcome":"not-ready"/);
  });

  it('says which error of the policy stands before it, and that there are more', async () => {
    const policy = appendixA + gateRoster.replace('Maya (@maya)', 'Maya').replace('Max (@max)', 'Max');
    const repository = goodChange({ policy });
    const { outcome, description } = await judge(repository, () => Promise.resolve(evidenceOf(repository)));
    assert.equal(outcome, 'not-run');
    assert.match(description, /^The policy has an error\. CLAUDE\.md:\d+: .*Maya has no handle.* There are 3 more: /);
  });

  it('judges nothing by what the host says of another head', async () => {
    const repository = goodChange();
    const evidence = evidenceOf(repository);
    repository.commit('One more');
    const { outcome, description, record } = await judge(repository, () => Promise.resolve(evidence));
    assert.deepEqual([outcome, record], ['not-run', undefined]);
    assert.match(description, /^The evidence is about the head /);
  });

  for (const [title, failure, said] of [
    [
      'the host does not answer',
      new HostError({ kind: 'server', sentence: 'The host has *trouble*.' }),
      /^The host has \*trouble\*\.$/,
    ],
    [
      'something breaks that nobody expected',
      new TypeError('odd\n    at secret.js:1'),
      /^Something went wrong that PM Zone did not expect: TypeError: odd\. Run the job again/,
    ],
  ] as const) {
    it(`is not run where ${title}, and the others still are`, async () => {
      const repository = goodChange();
      const { outcome, description, summary } = await judge(repository, () => Promise.reject(failure));
      assert.equal(outcome, 'not-run');
      assert.match(description, said);
      assert.match(summary, /Pull request #7 to main could not be judged/);
      const onGitlab = await judge(repository, () => Promise.reject(failure), 'main', '!');
      assert.match(onGitlab.summary, /Merge request !7 to main could not be judged/);
      assert.doesNotMatch(summary, /secret|[^\\]\*trouble/);
    });
  }

  it('lets through what an engineer brings without any net change, and judges none of a PM', async () => {
    const repository = goodChange();
    repository.git('checkout', '-q', '-B', 'feature', 'main');
    const engineer = { author: 'Erin <erin@engineers.example>' };
    repository.write('src/auth/login.ts', 'export const tried = true;\n');
    repository.commit('Try it', engineer);
    repository.git('rm', '-q', '-f', 'src/auth/login.ts');
    repository.git('checkout', '-q', 'main', '--', '.');
    repository.commit('Take it back', engineer);
    const mayas = await judge(repository, () => Promise.resolve(evidenceOf(repository)));
    assert.equal(mayas.outcome, 'not-run');
    assert.match(mayas.description, /^#7 changes nothing that main does not have already/);
    const evidence = evidenceOf(repository);
    const by = accounts.erin;
    const erins = await judge(repository, () =>
      Promise.resolve({
        ...evidence,
        pullRequest: { ...evidence.pullRequest, author: by },
        pushes: (evidence.pushes ?? []).map((each) => ({ ...each, by })),
        commits: evidence.commits.map((each) => ({ ...each, author: by, committer: by })),
      }),
    );
    assert.equal(erins.outcome, 'ready', erins.description);
    assert.match(erins.record ?? '', /"outcome":"ready"/);
  });

  it('is not run without its base', async () => {
    const repository = goodChange();
    const { outcome, description } = await judge(repository, () => Promise.resolve(evidenceOf(repository)), 'gone');
    assert.deepEqual([outcome, /^gone names no commit here\./.test(description)], ['not-run', true]);
  });
});
