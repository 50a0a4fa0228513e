import assert from 'node:assert/strict';
import { appendixA } from '../support/pilot-repository.js';
import { approvedBy, edit, engineer, judgePolicy, policyRepository } from '../support/policy-pull-request.js';
import { accounts, gateRoster } from '../support/pull-request.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const { erin, eve } = accounts;

/** A repository whose policy has no list of PMs, and a branch that does this. */
function withoutList(change: (repository: TemporaryRepository) => void): TemporaryRepository {
  const repository = policyRepository(appendixA, { codeowners: 'CLAUDE.md @erin\nCODEOWNERS @erin\n' });
  change(repository);
  repository.commit('Set the pilot up', { author: engineer });
  return repository;
}

const addList = (repository: TemporaryRepository): void => repository.write('CLAUDE.md', `${appendixA}${gateRoster}`);

describe('the first list of PMs, through the gate', () => {
  it('waits for whoever owns the policy, and for nobody else', async () => {
    const repository = withoutList(addList);
    const waiting = await judgePolicy(repository, eve);
    assert.deepEqual([waiting.code, waiting.outcome], [3, 'waits']);
    assert.match(waiting.said, /no list of PMs yet, and this changes nothing but the policy/);
    assert.deepEqual(
      waiting.items.map(({ id, waitsFor }) => [id, waitsFor]),
      [['policy-change', ['@erin']]],
    );
    const approved = await judgePolicy(repository, eve, approvedBy(repository, erin));
    assert.deepEqual([approved.code, approved.outcome], [0, 'ready']);
  });

  it('is not ready by the word of whoever wrote it', async () => {
    const repository = withoutList(addList);
    assert.equal((await judgePolicy(repository, erin, approvedBy(repository, erin))).code, 3);
  });

  it('is not ready where nobody owns the policy', async () => {
    const repository = policyRepository(appendixA, { codeowners: '# None\n' });
    addList(repository);
    repository.commit('Set the pilot up', { author: engineer });
    const { code, items } = await judgePolicy(repository, eve, approvedBy(repository, erin));
    assert.notEqual(code, 0);
    assert.deepEqual(
      items.map(({ id }) => id),
      ['policy-change'],
    );
  });

  it('brings nothing else with it', async () => {
    for (const path of ['src/auth/login.ts', 'src/i18n/en.json', 'README.md']) {
      const repository = withoutList((each) => {
        addList(each);
        each.write(path, 'const more = 1;\n');
      });
      const { code, said } = await judgePolicy(repository, eve, approvedBy(repository, erin));
      assert.deepEqual([code, said], [1, 'The policy has no list of PMs, so everyone is judged as a PM.'], path);
    }
  });

  it('is a change of the policy: words around it that nobody reads are a PM’s as before', async () => {
    const repository = withoutList((each) => edit(each, 'CLAUDE.md', /^# .*$/m, '# Something else'));
    assert.equal((await judgePolicy(repository, eve)).code, 1);
  });
});
