import assert from 'node:assert/strict';
import type { PlanningDoc } from '../../../src/planning/planning-doc.js';
import { readChecklist } from '../../../src/policy/read-checklist.js';
import { reviewChange } from '../../../src/review/engine/review-change.js';
import { checks } from '../../../src/review/checks/list.js';
import { createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

const files = { base: { 'src/features/home/a.json': '{}' }, head: { 'src/features/home/a.json': '{"a": 1}' } };
const section = { heading: 'Test plan', line: 9, body: 'Open the page.', shown: 'Open the page.' };

async function verdictWith(parts: ReviewContextParts, id = 'test-plan'): Promise<string | undefined> {
  const context = createReviewContext({ ...files, ...parts });
  const { items } = await reviewChange(context, readChecklist(undefined), checks, () => ({ isGiven: false }));
  return items.find((item) => item.id === id)?.verdict;
}

describe('leaveOutPlanItems', () => {
  const short: Partial<PlanningDoc> = { level: 'copy' };

  it('asks for no test plan that a short plan does not have', async () => {
    assert.equal(await verdictWith({ doc: short }), 'not-applicable');
    assert.equal(await verdictWith({ doc: { level: 'config' }, moment: 'pull-request' }), 'not-applicable');
  });

  it('asks for one that is there, that the level wants, or where nothing says what the level is', async () => {
    assert.equal(await verdictWith({ doc: { ...short, sections: [section] } }), 'attest');
    assert.equal(await verdictWith({ doc: { level: 'feature' } }), 'attest');
    assert.equal(await verdictWith({ doc: { level: undefined } }), 'attest');
  });

  it('asks nothing of a plan that is not there, unless nobody says that it is missing', async () => {
    for (const id of ['test-plan', 'planning-scope']) {
      assert.equal(await verdictWith({ plan: { plan: undefined } }, id), 'not-applicable');
      const context = createReviewContext({ ...files, plan: { plan: undefined } });
      const list = readChecklist({ path: 'S.md', text: `## Planning\n\n- [ ] x <!-- check: ${id} -->\n` });
      const { items } = await reviewChange(context, list, checks, () => ({ isGiven: false }));
      assert.equal(items.find((item) => item.id === id)?.verdict, 'attest');
    }
    assert.equal(await verdictWith({ doc: short }, 'planning-scope'), 'attest');
  });

  it('looks for no plan before it is due, nor where nobody asks', async () => {
    const untouched = { plan: () => assert.fail('looked for the plan'), flags: () => assert.fail() };
    const context = { ...createReviewContext({ ...files, moment: 'commit' }), ...untouched };
    const review = await reviewChange(context, readChecklist(undefined), [], () => ({ isGiven: false }));
    assert.equal(review.items.find(({ id }) => id === 'test-plan')?.due, 'push');
    const list = { ...readChecklist(undefined), items: [] };
    await reviewChange({ ...context, moment: 'push' }, list, [], () => ({ isGiven: false }));
  });
});
