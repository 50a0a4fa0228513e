import assert from 'node:assert/strict';
import { closesAll } from '../../../src/policy/grammar/refusals/closes-all.js';
import { closesEntries } from '../../../src/policy/grammar/refusals/closes-entries.js';
import { phraseOf } from './phrase-of.js';

describe('closesAll', () => {
  for (const text of [
    'Everything needs an engineer.',
    'Anything here requires a developer.',
    'All changes are made together with an engineer.',
    'Every file is edited in pairs.',
    'This zone is paired.',
    'Everything on this list must be changed with one of our engineers.',
    'Nothing here may be changed unless an engineer agrees.',
    'PMs change nothing without an engineer.',
    'Nothing without an engineer.',
    'No changes without a developer!',
    'Everything is for engineers.',
    'All of this is for engineers only.',
    'All this with an engineer.',
    'Together with an engineer.',
    'And always with an engineer.',
    '(with a developer)',
    'On hold.',
    'Frozen until 1 June.',
    'Status: draft',
    'Draft, not in force yet.',
    'Paused since the incident of May.',
    'Currently closed.',
    'Still only a proposal.',
    'The PM zone is suspended until further notice: PMs change nothing.',
    'All paths above are locked for now.',
    'These lists are no longer valid.',
    'This is only a draft, nothing of it applies yet.',
    'Void, nothing of it holds any more.',
    'None of this counts yet.',
    'This section is an example.',
  ])
    it(`hears it in: ${text}`, () => assert.ok(closesAll(phraseOf(text))));

  for (const text of [
    'Everything else needs an engineer.',
    'Everything needs a ticket.',
    'Everything needs an engineer as its reviewer.',
    'All texts are frozen.',
    'The docs are closed.',
    'The pilot is young.',
    'Everything is reviewed by an engineer.',
    'An example: `docs/a.md`.',
    'Everything in `src/` needs an engineer.',
    'PMs change nothing but texts.',
    'PMs change texts without an engineer.',
    'Draft your text first.',
    'Closed captions.',
    'Everything is for readers.',
    'With love.',
    'With an engineer comes a plan.',
    'Templates are in the wiki.',
    'This is the list.',
    'Everything ~~else~~ needs an engineer.',
    '',
  ])
    it(`does not hear it in: ${text}`, () => assert.ok(!closesAll(phraseOf(text))));

  it('reads a long text in time', () => {
    const began = performance.now();
    for (const part of [
      'everything ',
      'everything needs ',
      'nothing here ',
      'still ',
      'frozen until ',
      'draft, ',
      'all ',
    ])
      closesAll({ ...phraseOf('x'), words: part.repeat(100_000 / part.length) });
    // As long as one that is looked at may be, and none of the forms in the end.
    for (const part of [' after b,', ' until a', ' now', ', draft'])
      closesAll({ ...phraseOf('x'), words: `${`frozen${part.repeat(40)}`.slice(0, 198)}~` });
    assert.ok(performance.now() - began < 2000);
  });
});

describe('closesEntries', () => {
  for (const text of [
    'The last one only with an engineer.',
    'The second entry is closed at the moment.',
    'These are for Erin alone.',
    'Both belong to Legal.',
    'But the first two need an engineer.',
    'Those must not be changed in May.',
    'This one is not open yet.',
    'The latter waits for Legal.',
  ])
    it(`hears it in: ${text}`, () => assert.ok(closesEntries(phraseOf(text))));

  for (const text of [
    'These are texts.',
    'These need no engineer.',
    'Both are not generated.',
    'The last one is new.',
    'The first time is the hardest.',
    'These days nobody works without an engineer.',
    'Those who edit texts need an engineer.',
    'Prices are for Erin alone.',
  ])
    it(`does not hear it in: ${text}`, () => assert.ok(!closesEntries(phraseOf(text))));

  it('reads a long text in time', () => {
    const began = performance.now();
    for (const part of ['the last one is ', 'these are for ', 'but and ', 'both ', 'of these, '])
      closesEntries({ ...phraseOf('x'), words: part.repeat(100_000 / part.length), source: part.repeat(500) });
    assert.ok(performance.now() - began < 2000);
  });
});
