import assert from 'node:assert/strict';
import { findDoubtfulRefusal } from '../../../src/policy/grammar/refusals/doubtful-refusal.js';

describe('findDoubtfulRefusal', () => {
  for (const [text, word] of [
    ['Do not hesitate to change:', 'not'],
    ['Nothing stops you from changing:', 'nothing'],
    ['There is no reason not to change `docs/**`, which is not locked any more.', 'not'],
    ['`docs/**` was locked in the pilot, and is open since May.', 'locked'],
    ['By default this is closed for PMs. The following is open:', 'closed for'],
    ['PMs can make changes here, always with a PR and never direct to main:', 'never'],
    ['PMs cannot touch anything, with the exception of `ops/status.yaml`.', 'cannot'],
    ["Don't hesitate to change:", "don't"],
    ['web/ (owned by @acme/web)', 'owned by'],
    ['Legend: A = PM alone, X = nobody from product', 'nobody'],
    ['The digital engagement team may edit the following files directly:', 'team may'],
  ] as const)
    it(`“${text}” may be meant to open, though “${word}” stands in it`, () =>
      assert.equal(findDoubtfulRefusal(text), word));

  for (const text of [
    'PMs can touch:',
    'PMs cannot touch:',
    'What PMs may not touch',
    'PMs must never change:',
    'Cannot be changed by PMs:',
    'PMs cannot touch these, not even where they can read them:',
    'Nobody can touch:',
    'PMs can no longer touch `config/stops/*.csv`.',
    'Only engineers can touch:',
    'The platform team can edit:',
    'Only the content team can edit:',
    'These files are not editable:',
    'PMs are not allowed to edit:',
    'Not open for PMs:',
    "Please don't go here:",
    "PMs can't touch",
    'PMs won’t edit:',
    'No: `src/workers/**`.',
    'Locked',
    'Hands off:',
  ])
    it(`“${text}” plainly refuses, or refuses nothing`, () => assert.equal(findDoubtfulRefusal(text), undefined));
});
