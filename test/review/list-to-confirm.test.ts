import assert from 'node:assert/strict';
import { toWhoConfirms } from '../../src/review/list-to-confirm.js';

describe('what a report leaves to a person', () => {
  it('reads without who that is', () => {
    const told = (end: string): string => toWhoConfirms(`Line 3 reads like words.${end} in the pull request.`);
    for (const end of [
      ' @erin confirms it',
      ' Ask @erin, who confirms it',
      '; your engineering DRI (the engineer who answers for your changes) approves that',
    ])
      assert.equal(told(end).replace('..', '.'), 'Line 3 reads like words.');
  });

  it('stays as it is where it says it of nobody, or says nothing else', () => {
    for (const message of ['Line 3 reads like words.', '@erin confirms it in the pull request.'])
      assert.equal(toWhoConfirms(message), message);
  });
});
