import assert from 'node:assert/strict';
import { judgeTypedMessage } from '../../src/guard/judge-message.js';
import { openPolicySession } from '../../src/policy/policy-session.js';
import { pilotRepository } from '../support/pilot-repository.js';

// Joined at run time, so that no scanner takes this file for a leak.
const token = 'gh' + 'p_' + 'x7Kq29LmZt4RbV8nYc1WdHs5GfJp3QaUeT0o';

describe('a message that is typed in the editor', () => {
  const repository = pilotRepository();
  after(() => repository.remove());
  const judge = async (message: string): Promise<string | undefined> => {
    const session = await openPolicySession({ cwd: repository.root, environment: repository.environment });
    try {
      return await judgeTypedMessage(session, message);
    } finally {
      session.close();
    }
  };

  it('is refused where a secret stands in it, without saying it', async () => {
    const refusal = String(await judge(`Say hello\n\nwith ${token}\n`));
    assert.match(refusal, /^Not committed: line 3 of the commit’s message has what looks like a GitHub token\./);
    assert.ok(!refusal.includes(token));
    assert.match(String(await judge('x'.repeat(5_000_000))), /too long to be searched/);
    assert.equal(await judge('Say hello'), undefined);
  });

  it('is refused where the name that goes with it is one', async () => {
    const name = repository.git('config', 'user.name');
    repository.git('config', 'user.name', token);
    assert.match(String(await judge('Say hello')), /the name or the address .* looks like a key or a password/);
    repository.git('config', 'user.name', name);
  });

  it('is nobody’s who is not on the roster, and may not be by nobody', async () => {
    repository.git('config', 'user.email', 'erin@example.com');
    assert.equal(await judge(token), undefined);
    repository.git('config', '--unset', 'user.email');
    await assert.rejects(judge('Say hello'), /^GitError: Git does not know who you are/);
  });
});
