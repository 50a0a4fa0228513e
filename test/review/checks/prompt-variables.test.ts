import assert from 'node:assert/strict';
import { promptVariables } from '../../../src/review/checks/prompt-variables.js';
import type { Outcome } from '../../../src/review/check.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

async function run(base: SideFiles, head: SideFiles, renames: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return promptVariables.run(createReviewContext({ base, head, renames }));
}

const path = 'src/home/prompts/welcome.md';

describe('prompt-variables', () => {
  it('is nothing where no prompt is touched', async () => {
    assert.equal(await run({}, { 'docs/a.md': '{{name}}' }), 'not-applicable');
  });

  it('says nothing of other words, whatever stands where', async () => {
    const base = { [path]: 'Greet {{name}}.\nBe kind to {{ name }}.\n' };
    assert.deepEqual(await run(base, { [path]: 'Be kind.\nThen greet {{ name }}.\n' }), { reports: [] });
    assert.deepEqual(await run(base, { 'src/prompts/b.md': 'Greet {{name}}!\n' }, { [path]: 'src/prompts/b.md' }), {
      reports: [],
    });
    assert.deepEqual(await run({}, { [path]: 'Be brief.\n' }), { reports: [] });
  });

  it('says what is gone and what is new, each with its line', async () => {
    const outcome = await run({ [path]: 'Hi\nGreet {{name}}.\n' }, { [path]: 'Hi\nGreet {{first}}\nin {city}.\n' });
    assert.ok(outcome !== 'not-applicable' && outcome.undecided === undefined);
    assert.deepEqual(
      outcome.reports.map(({ line, message }) => `${String(line)} ${message.slice(0, 30)}`),
      ['2 {{name}} is gone from this pro', '2 {{first}} is new in this promp', '3 {city} is new in this prompt, '],
    );
    assert.match(outcome.reports[0]?.message ?? '', /Put it back, or ask @erin to make this part of the change\.$/);
    const emptied = await run({ [path]: 'Greet {{name}}.' }, { [path]: '' });
    assert.ok(emptied !== 'not-applicable');
    assert.equal(emptied.reports[0]?.line, 1);
  });

  it('leaves a new one with variables, one that is gone and one in a program to the engineering DRI', async () => {
    assert.deepEqual(await run({}, { [path]: 'Greet {{name}}.\n' }), { reports: [], undecided: true });
    assert.deepEqual(await run({ [path]: 'Be brief.\n' }, {}), { reports: [], undecided: true });
    const program = 'src/prompts/welcome.ts';
    assert.deepEqual(await run({ [program]: 'a\n' }, { [program]: 'b\n' }), { reports: [], undecided: true });
  });
});
