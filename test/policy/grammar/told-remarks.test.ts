import assert from 'node:assert/strict';
import { isNeutral } from '../../../src/policy/grammar/neutral-prose.js';
import { phraseOf } from './phrase-of.js';

const told = [
  'We review within one working day.',
  'Review takes one working day.',
  'You’ll get feedback from us on the same day.',
  'Questions: #shop-dev on Slack, we usually answer within an hour.',
  'Engineer on duty: see #app-oncall',
  'We are happy to help: #beacon-eng.',
  'When you are stuck, call us.',
  'Here is the list.',
  'This section sets out what they may touch, what needs an engineer alongside, and what they should leave alone.',
  'This section tells you (and your coding agent) what you can change here yourself.',
  'This section regulates which files product managers may change.',
  'The rules below apply to people and to assistants acting for them.',
  'The following rules hold for everybody in the role of product manager (see list below).',
  'The purpose of the zone is to let product managers correct wording without waiting for a sprint.',
  'We introduced the PM zone in 2025 so that product managers do not have to raise a ticket for a typo.',
  'It is deliberately narrow, because the portal gives medical information to the public.',
  'Here stands what the product owners are allowed to change by themselves, and what not.',
  'The product managers have the right to modify certain files, for to go faster.',
  'Product managers and the content design team are welcome to make small changes to this repository themselves.',
  'So here is what we agreed on:',
  'After your change is merged, the nightly run picks it up; you do not need to do anything.',
  'Changes go out with the fortnightly release train.',
  'The App Store texts live in App Store Connect, not here.',
  'Prices come from Stripe.',
  'Nothing else is for PMs either.',
  'It was agreed with the IT security officer on 4 March 2026.',
];

const asked = [
  'We review within one working day, and until then you wait.',
  'You merge within one working day.',
  'Review takes one working day before you merge.',
  'Legal reviews within one working day.',
  'You’ll get a yes from us on the same day.',
  'Questions: #shop-dev on Slack, before you change anything.',
  'Engineer on duty: signs',
  'We are happy to help: Legal approves.',
  'When you are stuck, stop.',
  'When you are done, call us.',
  'Here is the list of what needs Legal.',
  'This section sets out what they may touch, what needs Legal, and what they should leave alone.',
  'This section regulates which texts product managers may change.',
  'The rules below apply to people and to texts.',
  'The purpose of the zone is to let product managers correct wording without prices.',
  'We introduced the PM zone in 2025 so that product managers do not have to touch texts.',
  'It is deliberately narrow, because Legal must read each text.',
  'It is narrow, because only Erin changes texts.',
  'Here stands what the product owners are allowed to change with Erin, and what not.',
  'The product managers have the right to modify certain files with Legal.',
  'Product managers and the legal team are welcome to make small changes to this repository themselves.',
  'So here is what we agreed on with Legal:',
  'After your change is merged, the nightly run picks it up; you do not need to do anything but ask Erin.',
  'After your change is approved, the nightly run picks it up.',
  'Changes go out with the fortnightly release train once Erin agrees.',
  'The App Store texts live in App Store Connect, and are checked by Legal.',
  'Prices come from Legal.',
  'Nothing is for PMs either.',
  'Nothing else is for PMs until May.',
  'It was agreed with the IT security officer who signs each change.',
];

describe('what is told of answers, of the section and of what happens by itself', () => {
  for (const sentence of told) it(`demands nothing: ${sentence}`, () => assert.ok(isSilent(sentence)));
  for (const sentence of asked) it(`is asked with other words: ${sentence}`, () => assert.ok(!isSilent(sentence)));

  it('is read in time, whatever stands there', () => {
    for (const words of [
      'this section tells what they may touch, '.repeat(3000),
      'we review within '.repeat(6000),
      'here is what '.repeat(8000),
      `questions: #${'a'.repeat(100_000)} on`,
      `it is small, because ${'a '.repeat(50_000)}`,
    ])
      assert.ok(!isNeutral({ tokens: [], source: words, words, isOdd: false, line: 1 }));
  });
});

/** Whether nothing of a sentence is asked about. */
function isSilent(sentence: string): boolean {
  return isNeutral(phraseOf(sentence));
}
