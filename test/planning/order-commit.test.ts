import assert from 'node:assert/strict';
import type { PlanningDoc } from '../../src/planning/planning-doc.js';
import { orderCommit, splitCommit, type CommitOrder, type CommitOrderFacts } from '../../src/planning/order-commit.js';

const path = 'src/home/PLANNING.md';
const code = 'src/home/i18n/en.json';
const doc: PlanningDoc = {
  title: 'Home',
  fields: [],
  sections: [],
  status: 'Draft',
  level: 'copy',
  flags: [],
  featureFolder: undefined,
  productDris: [],
  engineeringDris: [],
};
const gap = { what: 'Scope', message: 'x', line: 1 };

const order = ({
  plan,
  ...more
}: Omit<Partial<CommitOrderFacts>, 'plan'> & { plan?: Partial<CommitOrderFacts['plan']> } = {}): CommitOrder =>
  orderCommit({
    plan: {
      plan: { path, doc, gaps: [] },
      candidates: [],
      unread: [],
      completeIn: undefined,
      firstCodeCommit: undefined,
      isFirst: true,
      onBase: undefined,
      ...plan,
    },
    uncommitted: [code, path],
    isPlanningDoc: (each) => each.endsWith('PLANNING.md'),
    brought: [],
    isAsked: true,
    isRegulated: false,
    ...more,
  });

describe('orderCommit', () => {
  it('puts the plan before the rest', () => {
    assert.deepEqual(order(), { plans: [path], rest: [code], wait: undefined, isPlanDue: true, isToRebuild: false });
    const edited = order({ plan: { completeIn: 'a' } });
    assert.deepEqual([edited.plans, edited.isPlanDue], [[path], false], 'an edit of a plan that is committed whole');
  });

  it('has the rest wait for a plan that is not there, not clear or not whole', () => {
    const waits = (plan: Partial<CommitOrderFacts['plan']>) => order({ plan }).wait;
    const none = { plan: undefined };
    assert.equal(waits(none), 'no-plan');
    assert.equal(waits({ ...none, candidates: [path] }), 'unclear-plan');
    assert.equal(waits({ ...none, unread: [path] }), 'unclear-plan');
    assert.equal(order({ plan: none, brought: [path] }).wait, 'unclear-plan');
    const unfinished = { plan: { path, doc, gaps: [gap] } };
    assert.equal(waits(unfinished), 'unfinished-plan');
    assert.equal(waits({ ...unfinished, completeIn: 'a' }), undefined, 'it was whole before');
    assert.equal(order({ plan: unfinished }).isPlanDue, false);
  });

  it('has nothing wait once code is committed, or where nobody asks for a plan first', () => {
    assert.equal(order({ plan: { plan: undefined, firstCodeCommit: 'a' } }).wait, undefined);
    const free = order({ isAsked: false, plan: { plan: undefined, completeIn: 'b', isFirst: false } });
    assert.deepEqual([free.wait, free.isPlanDue, free.isToRebuild], [undefined, false, false]);
    assert.equal(order({ uncommitted: [path], plan: { plan: undefined } }).wait, undefined, 'there is no rest');
  });

  it('has the rest wait for the approved plan on the base under regulated controls', () => {
    const regulated = (plan: Partial<CommitOrderFacts['plan']>) => order({ isRegulated: true, plan });
    assert.deepEqual([regulated({}).wait, regulated({}).isPlanDue], ['not-on-base', true]);
    assert.equal(regulated({ completeIn: 'a' }).isPlanDue, true);
    assert.equal(regulated({ plan: { path, doc, gaps: [gap] } }).wait, 'unfinished-plan');
    assert.equal(regulated({ completeIn: 'base', onBase: doc }).wait, 'not-on-base', 'not approved there');
    assert.equal(regulated({ completeIn: 'base' }).wait, 'not-on-base');
    const approved = regulated({ completeIn: 'base', onBase: { ...doc, status: 'Approved' } });
    assert.deepEqual([approved.wait, approved.isPlanDue], [undefined, false]);
  });

  it('knows what came too late, and can be rebuilt', () => {
    const late = { firstCodeCommit: 'a', isFirst: false };
    assert.equal(order({ plan: { ...late, completeIn: 'b' } }).isToRebuild, true);
    assert.equal(order({ plan: late }).isToRebuild, false, 'the plan is to be committed first');
    assert.equal(order({ plan: { ...late, completeIn: 'b' }, isRegulated: true }).isToRebuild, false);
  });
});

describe('splitCommit', () => {
  it('takes the plan apart where there is more', () => {
    const both = [
      { kind: 'plan', paths: [path], place: [1, 2] },
      { kind: 'rest', paths: [code], place: [2, 2] },
    ];
    const alone = [{ kind: 'plan', paths: [path] }];
    assert.deepEqual(splitCommit(order()), both);
    assert.deepEqual(splitCommit(order(), { isPlanOnly: true }), alone);
    for (const one of [path, code])
      assert.deepEqual(splitCommit(order({ uncommitted: [one] }), { isPlanOnly: true }), [{ kind: 'all' }]);
    const regulated = order({ isRegulated: true });
    assert.deepEqual(splitCommit(regulated), alone);
    assert.deepEqual(splitCommit(regulated, { isInsisted: true }), both);
  });

  it('commits nothing of what waits, but where the PM insists', () => {
    const unfinished = order({ plan: { plan: { path, doc, gaps: [gap] } } });
    assert.deepEqual(splitCommit(unfinished), []);
    assert.equal(splitCommit(unfinished, { isInsisted: true }).length, 2);
    const none = order({ plan: { plan: undefined }, uncommitted: [code] });
    assert.deepEqual(splitCommit(none), []);
    assert.deepEqual(splitCommit(none, { isInsisted: true }), [{ kind: 'all' }]);
  });
});
