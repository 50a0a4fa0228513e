import assert from 'node:assert/strict';
import { describeProof } from '../../src/gate/items/describe-proof.js';
import { openKnownPeople } from '../../src/gate/people/known-people.js';
import { accounts } from '../support/pull-request.js';

describe('what a proof makes of an item', () => {
  const { erin, omar } = accounts;
  const known = openKnownPeople({
    host: { url: 'https://github.com' },
    handles: [erin, omar].map((account) => ({ handle: `@${account.handle}`, account })),
    teams: [],
  });
  const how = (names: readonly string[], why: string): string | undefined =>
    describeProof(
      { given: [], missing: [{ names, role: 'engineering DRI' }] },
      {
        counting: [],
        refused: [
          { account: undefined, why },
          { account: erin, why },
        ],
      },
      known,
    ).how;

  it('names a way on where nobody but who made the change could approve', () => {
    for (const why of ['they sent commits to it themselves', 'they opened the pull request'])
      assert.match(
        String(how(['@erin'], why)),
        /@erin approved, but they [^.]+\. An engineer names somebody else beside them, or the PM makes that part/,
      );
  });

  it('names none where somebody else may, or where their next approval counts', () => {
    assert.doesNotMatch(
      String(how(['@erin', `@${omar.handle}`], 'they sent commits to it themselves')),
      /somebody else/,
    );
    assert.doesNotMatch(String(how(['@erin'], 'it was for other content')), /somebody else/);
    assert.doesNotMatch(String(how([], 'they sent commits to it themselves')), /somebody else/);
  });
});
