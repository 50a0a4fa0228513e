import assert from 'node:assert/strict';
import { findDemand } from '../../../src/policy/grammar/find-demand.js';

describe('findDemand', () => {
  for (const [text, word] of [
    ['Legal pages stay with legal.', 'stay with legal'],
    ['Prices belong to finance.', 'belong to finance'],
    ['Runbooks are SRE’s.', "are sre's"],
    ['One page per change.', 'one page per change'],
    ['Ten lines for each commit.', 'ten lines for each commit'],
    ['Three short pages a day.', 'three short pages a day'],
    ['Erin reads it first.', 'reads it first'],
    ['The wiki has the current list.', 'current list'],
    ['The list in the wiki counts.', 'list in the wiki counts'],
    ['This was the pilot of 2024.', 'this was the pilot'],
    ['The zone was for the launch.', 'zone was for'],
  ] as const)
    it(`hears one in: ${text}`, () => assert.equal(findDemand(text), word));

  for (const text of [
    'Small changes used to take weeks.',
    'It began in May.',
    'We have three languages, and an agency does two of them.',
    'Prompts are loaded when the server starts.',
    'The help center’s pages are old.',
    'It lies with this.',
    'Maya looks after the first page.',
    'The list in the sidebar is long.',
    'The pilot took three weeks in May.',
    'One of the two pages a customer sees.',
  ])
    it(`hears none in: ${text}`, () => assert.equal(findDemand(text), undefined));

  it('reads a long text in time', () => {
    const began = performance.now();
    for (const part of ['one a ', 'stays with ', 'is a ', "are a's", 'list in a ', 'reads ', 'this was the '])
      findDemand(part.repeat(100_000 / part.length));
    assert.ok(performance.now() - began < 5000);
  });
});
