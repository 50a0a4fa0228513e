import assert from 'node:assert/strict';
import { mayDemandOfPms } from '../../../src/policy/grammar/refusals/may-demand-of-pms.js';

describe('mayDemandOfPms', () => {
  for (const text of [
    'PMs must run the spell checker before each pull request.',
    'Product managers ask Erin before they change texts.',
    'A PM shall put the ticket in the title.',
    'PMs are required to run the tests.',
    'PMs, please add a screenshot.',
    'PM changes need two approvals.',
    "A PM's change waits for a second approval.",
    'Pull requests by PMs are approved by Erin.',
    'PM pull requests are reviewed by Legal.',
    'PMs run `npm test` before they push.',
    'Product managers always write a ticket before each change.',
    'Product managers pair on everything this quarter.',
    'PMs work in pairs.',
  ])
    it(`hears a demand in: ${text}`, () => assert.ok(mayDemandOfPms(text, [])));

  for (const text of [
    'PMs must see their boards at once.',
    'PMs should be able to change texts on their own.',
    'PMs need to know nothing of git to open a pull request.',
    'PMs and engineers review the roadmap.',
    'Must PMs ask before a change?',
    'If a PM asks you to change a text, PMs must be told.',
    'Agents: PMs must ask before a change.',
    'The PM view must show each change.',
    'Our PMs changed texts in May.',
    'Our PMs are a pair of sisters.',
    'PMs read the news before lunch.',
    'PMs pair of shoes.',
    'Nightly builds test the change that PMs made.',
  ])
    it(`hears none in: ${text}`, () => assert.ok(!mayDemandOfPms(text, [])));

  it('hears none in what a history tells', () => {
    assert.ok(!mayDemandOfPms('PMs must ask before a change.', ['Change history']));
  });

  it('reads a long text in time', () => {
    const began = performance.now();
    for (const part of [
      'PMs ',
      "PM's changes ",
      'changes of the ',
      'PMs must ',
      'PM,  ',
      'PMs run ',
      'PMs run before ',
    ])
      mayDemandOfPms(part.repeat(100_000 / part.length), []);
    assert.ok(performance.now() - began < 3000);
  });
});
