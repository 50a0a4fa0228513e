import assert from 'node:assert/strict';
import type { PlanGap, PlanSection } from '../../../src/planning/planning-doc.js';
import type { Outcome } from '../../../src/review/check.js';
import { promptContract } from '../../../src/review/checks/prompt-contract.js';
import { createPlanningDoc, createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

const path = 'src/features/home/PLANNING.md';
const byHand = { reports: [], isByHand: true };
const prompt = { head: { 'src/features/home/prompts/greet.md': 'Greet.\n' } };
const section = (heading: string, line: number, text: string): PlanSection => ({
  heading,
  line,
  body: text,
  shown: text,
});
const contract = section('Agent behavior contract', 10, 'Always: polite. Evaluation: 20 questions, judged by Paul.');

function outcomeOf(
  sections: readonly PlanSection[],
  gaps: readonly PlanGap[] = [],
  parts: ReviewContextParts = prompt,
): Promise<Outcome> | Outcome {
  const plan = { path, doc: createPlanningDoc({ sections }), gaps };
  return promptContract.run(createReviewContext({ ...parts, plan: { plan, ...parts.plan } }));
}

describe('prompt-contract', () => {
  it('is met by a written contract and an evaluation, in it or in the test plan', async () => {
    assert.deepEqual(await outcomeOf([contract, section('Rollout', 20, 'x')]), { reports: [] });
    const plain = section('Agent behavior contract', 10, 'Always: polite.');
    for (const text of ['The eval passes', 'Ten examples, of which all pass'])
      assert.deepEqual(await outcomeOf([plain, section('Test plan', 20, text)]), { reports: [] }, text);
    // A gap of another section is none of this one.
    const gap = { what: 'Rollout', message: 'x', line: 20 };
    assert.deepEqual(await outcomeOf([contract, section('Rollout', 20, '')], [gap]), { reports: [] });
  });

  it('has a plan without one mended', async () => {
    const outcome = await outcomeOf([section('Test plan', 5, 'an evaluation')]);
    assert.ok(outcome !== 'not-applicable');
    assert.deepEqual(
      outcome.reports.map((report) => [report.path, report.line]),
      [[path, 1]],
    );
    assert.match(outcome.reports[0]?.message ?? '', /Add the section “Agent behavior contract”/);
  });

  it('is the author’s to confirm under a heading of a team’s own, where it is not written, and where nothing is said of an evaluation', async () => {
    for (const heading of ['How the assistant behaves', 'AI guardrails', 'Model behaviour'])
      assert.deepEqual(await outcomeOf([section(heading, 5, 'x')]), byHand, heading);
    assert.deepEqual(await outcomeOf([section('Agent behavior contract', 10, 'Always: polite.')]), byHand);
    const gap = { what: 'Agent behavior contract', message: 'x', line: 11 };
    assert.deepEqual(await outcomeOf([contract], [gap]), byHand);
    assert.deepEqual(await outcomeOf([contract], [], { ...prompt, plan: { plan: undefined } }), byHand);
  });

  it('does not apply without prompts, nor to a plan that is sent by itself', async () => {
    assert.equal(await outcomeOf([], [], { head: { 'a.ts': '1' } }), 'not-applicable');
    assert.equal(await outcomeOf([], [], { ...prompt, plan: { planOnly: true } }), 'not-applicable');
  });
});
