import assert from 'node:assert/strict';
import { planningFirst } from '../../../src/review/checks/planning-first.js';
import type { Report } from '../../../src/review/check.js';
import { createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

const path = 'src/features/home/PLANNING.md';
const one = '1'.repeat(40);
const two = '2'.repeat(40);

async function reportsOf(parts: ReviewContextParts): Promise<readonly Report[]> {
  const outcome = await planningFirst.run(createReviewContext(parts));
  assert.notEqual(outcome, 'not-applicable');
  return outcome === 'not-applicable' ? [] : outcome.reports;
}

describe('planning-first', () => {
  it('is content with a plan on the base, and with one in an earlier commit', async () => {
    assert.deepEqual(await reportsOf({}), []);
    assert.deepEqual(await reportsOf({ plan: { onBase: undefined, completeIn: one, firstCodeCommit: two } }), []);
    assert.deepEqual(await reportsOf({ settings: { controls: 'regulated' } }), []);
  });

  it('does not apply without a plan and to a plan alone', async () => {
    assert.equal(await planningFirst.run(createReviewContext({ plan: { plan: undefined } })), 'not-applicable');
    assert.equal(await planningFirst.run(createReviewContext({ plan: { planOnly: true } })), 'not-applicable');
  });

  const late: readonly (readonly [string | undefined, string | undefined, RegExp])[] = [
    [one, one, /commit 1111111 has code, and .* was completed in the very same commit/],
    [two, one, /commit 1111111 has code, and .* was complete only in commit 2222222/],
    [undefined, one, /is complete in no commit so far/],
    [undefined, undefined, /is complete in no commit so far/],
  ];
  for (const [completeIn, firstCodeCommit, message] of late) {
    it(`reports ${String(message)}`, async () => {
      const [report, ...none] = await reportsOf({
        plan: { onBase: undefined, completeIn, firstCodeCommit, isFirst: false },
      });
      assert.match(report?.message ?? '', message);
      assert.match(report?.message ?? '', /rebuild this change on the approved plan/);
      assert.deepEqual([report?.path, report?.line, report?.severity, none], [path, 1, undefined, []]);
    });
  }

  it('asks for the base under regulated controls', async () => {
    const settings = { controls: 'regulated' } as const;
    const [none] = await reportsOf({ settings, plan: { onBase: undefined, completeIn: one, isFirst: true } });
    assert.match(none?.message ?? '', /not on origin\/main yet.*rebuild/);
    const [incomplete] = await reportsOf({ settings, plan: { completeIn: one, isFirst: true } });
    assert.match(incomplete?.message ?? '', /not complete on origin\/main when this branch left it.*rebuild/);
  });

  it('reminds the PM to commit the plan first while nothing is committed', async () => {
    for (const kind of ['worktree', 'staged'] as const) {
      const [note] = await reportsOf({ kind, plan: { onBase: undefined, completeIn: undefined } });
      assert.equal(note?.severity, 'note');
      assert.match(note.message, /Commit src\/features\/home\/PLANNING\.md by itself/);
    }
    assert.deepEqual(await reportsOf({ plan: { onBase: undefined, completeIn: undefined } }), []);
  });

  it('points out an approved plan that is edited beside the code', async () => {
    const parts = { base: { [path]: 'a\nb' }, head: { [path]: 'a\nc' }, settings: { controls: 'regulated' } } as const;
    const [note] = await reportsOf(parts);
    assert.deepEqual([note?.severity, note?.line], ['note', 2]);
    const [removed] = await reportsOf({ ...parts, head: { [path]: 'a' } });
    assert.equal(removed?.line, 1);
    assert.deepEqual(await reportsOf({ ...parts, settings: {} }), []);
    assert.deepEqual(await reportsOf({ ...parts, base: {} }), []);
  });
});
