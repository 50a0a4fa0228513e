import assert from 'node:assert/strict';
import type { Account } from '../../src/gate/evidence.js';
import { appendixA } from '../support/pilot-repository.js';
import { accounts, approvedEvidence, confirmAll, gateRoster, goodChange, runGate } from '../support/pull-request.js';

const { maya, erin, eve, bot } = accounts;

/**
 * The good change, confirmed under an address that no roster has; `account` is whom the host takes that commit to be by, `undefined` where it does
 * not list the commit.
 */
async function confirmedBy(
  account: Account | null | undefined,
  roster = gateRoster,
): Promise<{ code: number; read: string }> {
  const repository = goodChange({ policy: appendixA + roster });
  await confirmAll(repository);
  const as = ['-c', 'user.name=M', '-c', 'user.email=m.private@mail.example'];
  repository.git(...as, 'commit', '-q', '--amend', '--allow-empty', '--no-edit', '--reset-author');
  const head = repository.git('rev-parse', 'HEAD');
  const good = approvedEvidence(repository);
  const commits = good.commits.flatMap((each) => {
    if (each.commit !== head) return [each];
    return account === undefined ? [] : [{ ...each, author: account, committer: account }];
  });
  const { code, stdout } = await runGate(repository, { ...good, commits }, []);
  return { code, read: stdout };
}

describe('the PM’s word under an address of their own choosing', () => {
  it('counts where the host takes the commit to be by the PM’s account', async () => {
    const { code, read } = await confirmedBy(maya);
    assert.equal(code, 0, read);
    assert.match(read, /confirmed by m\.private@mail\.example/);
  });

  it('counts by the account’s number, whatever its handle is now', async () => {
    assert.equal((await confirmedBy({ ...maya, handle: 'maya-renamed' })).code, 0);
  });

  it('counts for nothing under another account, a bot’s, or none', async () => {
    for (const account of [eve, erin, bot, { ...maya, kind: 'bot' as const }, null, undefined]) {
      const { code, read } = await confirmedBy(account);
      assert.notEqual(code, 0, read);
      assert.match(read, /The PM confirms it/);
    }
  });

  it('counts for nothing once the PM is revoked', async () => {
    const roster = gateRoster
      .replace('Product DRI |\n', 'Product DRI | Status |\n')
      .replace('| --- |\n', '| --- | --- |\n')
      .replace(
        /(\| (?:Maya|Max) .*)\|\n/g,
        (row) => `${row.trimEnd()} ${row.includes('@maya') ? 'revoked' : 'active'} |\n`,
      );
    assert.notEqual((await confirmedBy(maya, roster)).code, 0);
  });
});
