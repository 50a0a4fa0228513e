import assert from 'node:assert/strict';
import {
  approval,
  accounts,
  approvedEvidence,
  confirmAll,
  evidenceOf,
  goodChange,
  runGate,
} from '../support/pull-request.js';
import { appendixA } from '../support/pilot-repository.js';
import { gateRoster } from '../support/pull-request.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const token = ['ghp', 'x8Kd02mNq7Lw5Rt3Yb6Vc1Za9Sf4Gh0Jp2Eu'].join('_');
const read = async (repository: TemporaryRepository, evidence: unknown, format: string): Promise<string> =>
  // A summary writes handles so that nobody is called by them.
  (await runGate(repository, evidence, ['--format', format])).stdout.replace(/<!-- -->|\\/g, '');

describe('what a verdict of the gate reads like', () => {
  it('as a summary: the outcome, each open item with who and how, what is done by whose word', async () => {
    const repository = goodChange();
    await confirmAll(repository);
    const waits = await read(repository, evidenceOf(repository), 'markdown');
    assert.match(
      waits,
      /^## PM Zone\n\n\*\*The PM's part is done\. It waits for @erin \(3 items\), @paul \(2 items\)\.\*\*/,
    );
    assert.match(waits, /\| Planning \| .*sign off.* \| waits \| @erin, @paul\. Approval by/);
    const ready = await read(repository, approvedEvidence(repository), 'markdown');
    assert.match(ready, /\*\*Ready: every item is decided/);
    assert.match(ready, /\| done \| approved by @erin \(review r-erin\)/);
    assert.match(ready, /\| done \| decided by its check \|/);
  });

  it('as a summary: what to mend by the names by which a DRI waives it', async () => {
    const repository = goodChange();
    repository.write('src/home/notes.md', `${token}\n`);
    repository.commit('Note it');
    const open = await read(repository, approvedEvidence(repository), 'markdown');
    assert.match(open, /1\. \*\*src\/home\/notes\.md:1:1\*\* This looks like a GitHub token.*\(secrets-[0-9a-f]{16}\)/);
    const name = /secrets-[0-9a-f]{16}/.exec(open)?.[0] ?? '';
    const good = approvedEvidence(repository);
    const waiver = approval(accounts.erin, null, {
      id: 'w',
      opinion: 'commented',
      waives: [{ finding: name, reason: 'An example' }],
    });
    const evidence = { ...good, reviews: [...good.reviews, waiver] };
    for (const format of ['markdown', 'github', 'sarif'])
      assert.doesNotMatch(await read(repository, evidence, format), /looks like a GitHub token/);
    const [data] = (await runGate(repository, evidence)).json as [{ gate: { waived: unknown } }];
    assert.deepEqual(data.gate.waived, [{ finding: name, by: '@erin (review w)' }]);
  });

  it('as annotations: errors for the PM, notices for who is waited for', async () => {
    const repository = goodChange();
    const open = await read(repository, evidenceOf(repository), 'github');
    assert.match(open, /^::error title=PM Zone%3A docs::Docs say what users now see: The PM confirms it/m);
    assert.match(open, /^::notice title=PM Zone%3A sign-off::.*waits for @erin, @paul/m);
    assert.match(open, /^::error title=PM Zone::Not ready yet/m);
    await confirmAll(repository);
    assert.match(
      await read(repository, evidenceOf(repository), 'github'),
      /^::notice title=PM Zone::The PM's part is done/m,
    );
  });

  it('as a log for code scanning: each open item lies somewhere, is no fault, and says who and how', async () => {
    const repository = goodChange();
    await confirmAll(repository);
    const [log] = (await runGate(repository, evidenceOf(repository), ['--format', 'sarif'])).json as [
      {
        runs: [
          {
            results: { ruleId: string; kind?: string; level: string; message: { text: string }; locations: object[] }[];
          },
        ];
      },
    ];
    const { results } = log.runs[0];
    const signOff = results.find(({ ruleId }) => ruleId === 'sign-off');
    assert.deepEqual([signOff?.kind, signOff?.level], ['open', 'none']);
    assert.match(signOff?.message.text ?? '', /waits for @erin, @paul\. Approval by/);
    assert.ok(results.every(({ locations }) => locations.length === 1));
    const [done] = (await runGate(repository, approvedEvidence(repository), ['--format', 'sarif'])).json as [
      typeof log,
    ];
    assert.deepEqual(done.runs[0].results, []);
  });

  it('of nobody’s change that is known: whom nobody knows, and what to do', async () => {
    const repository = goodChange({ policy: `${appendixA}${gateRoster}\n**Engineers:** @org/all\n` });
    repository.git('reset', '-q', '--soft', 'main');
    repository.commit('Change it', { author: 'E <e@x.example>' });
    const { eve } = accounts;
    const good = evidenceOf(repository);
    const evidence = {
      ...good,
      pullRequest: { ...good.pullRequest, author: eve },
      pushes: (good.pushes ?? []).map((push) => ({ ...push, by: null })),
      commits: good.commits.map(({ commit }) => ({ commit, author: eve, committer: eve })),
    };
    const { code, stdout } = await runGate(repository, evidence, []);
    assert.equal(code, 1);
    assert.match(stdout, /^Not ready\. Nobody says who @eve, a deleted account, which sent commits, is\./);
    assert.match(stdout, /An engineer adds them to the list of PMs or to the setting Engineers of the policy/);
    assert.match(await read(repository, evidence, 'markdown'), /1\. Nobody says who/);
    for (const robot of [{ ...accounts.bot }, { id: '903', handle: 'Copilot', kind: 'bot' as const }]) {
      const commits = good.commits.map(({ commit }) => ({ commit, author: robot, committer: robot }));
      const { stdout: said } = await runGate(repository, { ...good, commits }, []);
      assert.ok(said.includes(`Nobody says who @${robot.handle} is. If engineers alone give it orders`), said);
    }
  });

  it('of a policy with errors: that an engineer mends it, and where', async () => {
    const repository = goodChange({ policy: `${appendixA}${gateRoster.replace('Max (@max)', 'Max')}` });
    const { code, stdout } = await runGate(repository, evidenceOf(repository), []);
    assert.equal(code, 2);
    assert.match(stdout, /^This could not be judged: .*an engineer has to mend the policy first\./);
    assert.match(stdout, /CLAUDE\.md:\d+: The row of Max names no handle/);
    const [data] = (await runGate(repository, evidenceOf(repository))).json as [{ gate: { outcome: string } }];
    assert.equal(data.gate.outcome, 'not-run', 'no other word stands beside it');
  });
});
