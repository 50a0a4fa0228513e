import assert from 'node:assert/strict';
import { planningFirst } from '../../../src/review/checks/planning-first.js';
import type { Report } from '../../../src/review/check.js';
import { plan as completePlan } from '../../support/pilot-repository.js';
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

  describe('before a commit', () => {
    const code = 'src/features/home/i18n/en.json';
    const early = async (parts: ReviewContextParts): Promise<readonly string[]> => {
      const context = createReviewContext({ kind: 'staged', ...parts });
      return ((await planningFirst.early?.(context)) ?? []).map(({ message }) => message);
    };

    it('says that the plan would be in one commit with code', async () => {
      const [one] = await early({ head: { [path]: completePlan, [code]: '{}' } });
      assert.equal(
        one,
        `${path} would be in one commit with ${code}, and the plan has to come first. Commit it by itself (git commit -- ${path}), and then the rest.`,
      );
      const odd = 'src/features/my home/PLANNING.md';
      const [two] = await early({
        head: { [odd]: completePlan, [code]: '{}', 'src/features/home/a.md': 'a' },
        settings: { controls: 'regulated' },
      });
      assert.match(two ?? '', /with .* and 1 more,.* Commit it by itself, have it approved and merged, and commit the/);
      assert.equal(
        (await early({ base: { [path]: '# PLANNING: x' }, head: { [path]: completePlan, [code]: '{}' } })).length,
        1,
      );
    });

    it('says nothing of a plan alone, of code alone, of a plan that was whole before, of a merge, and of a range', async () => {
      const both = { [path]: completePlan, [code]: '{}' };
      for (const parts of [
        { head: { [path]: completePlan } },
        { head: { [code]: '{}' } },
        { base: { [path]: completePlan }, head: { [code]: '{}' } },
        { base: { [path]: completePlan }, head: { ...both, [path]: `${completePlan}\nMore.\n` } },
        { head: both, merging: true },
        { head: both, kind: 'range' },
      ] satisfies readonly ReviewContextParts[])
        assert.deepEqual(await early(parts), []);
    });

    it('holds a plan against the team’s own template', async () => {
      const template = { '.github/PLANNING.template.md': completePlan };
      const base = { ...template, [path]: completePlan };
      const head = { ...template, [path]: `${completePlan}\nMore.\n`, [code]: '{}' };
      assert.equal((await early({ base, head })).length, 1, 'it says what the template says');
    });
  });
});
