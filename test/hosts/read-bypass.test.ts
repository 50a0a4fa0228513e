import assert from 'node:assert/strict';
import { bypassOfActor } from '../../src/hosts/github/read-bypass.js';

describe('bypassOfActor', () => {
  it('has somebody of a kind that it does not know pass for nobody who is known', () => {
    const newKind = bypassOfActor({ actor_type: 'EnterpriseTeam', actor_id: 12, bypass_mode: 'pull_request' });
    assert.deepEqual(newKind, {
      who: 'somebody of a kind that is not known here (by a pull request)',
      kind: 'other',
      id: '12',
    });
  });
});
