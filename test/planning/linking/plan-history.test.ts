import assert from 'node:assert/strict';
import { readChange } from '../../../src/change/read-change.js';
import { linkPlan } from '../../../src/planning/link-plan.js';
import type { LinkedPlan } from '../../../src/planning/linked-plan.js';
import { openRepository } from '../../../src/git/repository.js';
import { temporaryRepository, type TemporaryRepository } from '../../support/temporary-repository.js';
import { createReviewContext } from '../../support/review-context.js';
import { completePlan } from '../plan-texts.js';

const path = 'src/features/home/PLANNING.md';
const codePath = 'src/features/home/i18n/en.json';
const incomplete = completePlan().replace('by 2 %', 'a bit');

describe('when a plan came, in real repositories', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = temporaryRepository();
    repository.write('README.md', 'Hello');
    repository.commit('Begin');
    repository.git('checkout', '-q', '-b', 'feature');
  });
  afterEach(() => repository.remove());

  function commitPlan(text = completePlan()): string {
    repository.write(path, text);
    return repository.commit('Plan');
  }

  function commitCode(text = '{}'): string {
    repository.write(codePath, text);
    return repository.commit('Code');
  }

  async function link(kind: 'range' | 'staged' | 'worktree' = 'range'): Promise<LinkedPlan> {
    const opened = await openRepository(repository.root, { environment: repository.environment });
    try {
      const tip = (name: string) => ({ ref: name, commit: repository.git('rev-parse', name) });
      const base = tip('main');
      const { change, snapshot } = await readChange(
        opened,
        kind === 'range' ? { kind, base, head: tip('HEAD') } : { kind, base },
      );
      const { policy, asking } = createReviewContext();
      const flags = () => Promise.resolve({ flags: new Map<string, unknown>(), differences: [] });
      const users = () => Promise.resolve(new Map<string, never>());
      return await linkPlan({ change, snapshot, policy, asking, flags, users });
    } finally {
      opened.close();
    }
  }

  it('is first when a complete plan was committed before the code', async () => {
    const plan = commitPlan();
    const code = commitCode();
    const linked = await link();
    assert.deepEqual(
      [linked.completeIn, linked.firstCodeCommit, linked.isFirst, linked.onBase],
      [plan, code, true, undefined],
    );
  });

  it('is not first in the very commit of the code', async () => {
    repository.write(path, completePlan());
    const both = commitCode();
    const linked = await link();
    assert.deepEqual([linked.completeIn, linked.firstCodeCommit, linked.isFirst], [both, both, false]);
  });

  it('is not first when it was completed after the code', async () => {
    commitPlan(incomplete);
    const code = commitCode();
    const plan = commitPlan();
    const linked = await link();
    assert.deepEqual([linked.completeIn, linked.firstCodeCommit, linked.isFirst], [plan, code, false]);
  });

  it('is not first when it never was complete', async () => {
    commitPlan(incomplete);
    commitCode();
    const linked = await link();
    assert.deepEqual([linked.plan?.gaps.length, linked.completeIn, linked.isFirst], [1, undefined, false]);
  });

  it('is not first by an older date', async () => {
    commitCode();
    repository.write(path, completePlan());
    repository.commit('Plan, it says, of long ago', { at: 1_500_000_000 });
    assert.equal((await link()).isFirst, false);
  });

  it('is on the base when the branch was cut after it', async () => {
    repository.git('checkout', '-q', 'main');
    commitPlan();
    repository.git('checkout', '-q', '-B', 'feature');
    commitCode();
    const linked = await link();
    assert.deepEqual([linked.completeIn, linked.isFirst, linked.onBase?.status], ['base', true, 'Approved']);
  });

  it('is not there when the branch was cut before it', async () => {
    repository.git('checkout', '-q', 'main');
    commitPlan();
    repository.git('checkout', '-q', 'feature');
    commitCode();
    const linked = await link();
    assert.deepEqual([linked.plan, linked.onBase, linked.completeIn], [undefined, undefined, undefined]);
  });

  it('was not first when main was merged in after the code', async () => {
    const code = commitCode();
    repository.git('checkout', '-q', 'main');
    repository.write('other.ts', 'x');
    repository.commit('Others work');
    repository.git('checkout', '-q', 'feature');
    repository.git('merge', '-q', '--no-edit', 'main');
    commitPlan();
    const linked = await link();
    assert.deepEqual([linked.firstCodeCommit, linked.isFirst], [code, false]);
  });

  it("does not take what a merge of main brings for the PM's code", async () => {
    const plan = commitPlan();
    repository.git('checkout', '-q', 'main');
    repository.write('other.ts', 'x');
    repository.commit('Others work');
    repository.git('checkout', '-q', 'feature');
    repository.git('merge', '-q', '--no-edit', 'main');
    const code = commitCode();
    const linked = await link();
    assert.deepEqual([linked.completeIn, linked.firstCodeCommit, linked.isFirst], [plan, code, true]);
  });

  it('takes what only a merge commit holds for code', async () => {
    repository.git('checkout', '-q', 'main');
    repository.write('other.ts', 'x');
    repository.commit('Others work');
    repository.git('checkout', '-q', 'feature');
    repository.write('note.md', 'x');
    repository.git('merge', '-q', '--no-commit', '--no-ff', 'main');
    repository.write(codePath, '{}');
    const merge = repository.commit('Merge, with more in it');
    commitPlan();
    const linked = await link();
    assert.deepEqual([linked.firstCodeCommit, linked.isFirst], [merge, false]);
  });

  it('has to come before the code of every side branch', async () => {
    const start = repository.git('rev-parse', 'HEAD');
    commitPlan();
    repository.git('checkout', '-q', '-b', 'side', start);
    commitCode();
    repository.git('checkout', '-q', 'feature');
    repository.git('merge', '-q', '--no-edit', 'side');
    assert.equal((await link()).isFirst, false);
  });

  it('may still come first while nothing is committed', async () => {
    repository.write(path, completePlan());
    repository.write(codePath, '{}');
    const worktree = await link('worktree');
    assert.deepEqual(
      [worktree.plan?.path, worktree.completeIn, worktree.firstCodeCommit, worktree.isFirst],
      [path, undefined, undefined, true],
    );
    repository.git('add', '--all');
    const staged = await link('staged');
    assert.deepEqual([staged.plan?.path, staged.completeIn, staged.isFirst], [path, undefined, true]);
  });

  it('is not on the base for what is staged on top of their own commit', async () => {
    commitPlan();
    repository.write(codePath, '{}');
    repository.git('add', '--all');
    const staged = await link('staged');
    assert.deepEqual([staged.onBase, staged.completeIn], [undefined, undefined]);
  });
});
