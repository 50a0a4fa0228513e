import assert from 'node:assert/strict';
import { openGit, type Git } from '../../../src/git/git.js';
import { isKnownAddress, readHistory } from '../../../src/setup/surroundings/read-history.js';
import { temporaryRepository } from '../../support/temporary-repository.js';

describe('readHistory', () => {
  const repository = temporaryRepository();
  const git = openGit(repository.root, { environment: repository.environment });
  const broken = { run: () => Promise.reject(new TypeError('no')) } as unknown as Git;
  after(() => repository.remove());

  it('reads who committed where, newest first, and nothing where there is no commit', async () => {
    assert.deepEqual(await readHistory(git, 'HEAD'), []);
    assert.equal(await isKnownAddress(git, 'HEAD', 'e@example.com'), undefined);
    repository.write('src/a b.ts', '1');
    repository.write('src/é.ts', '1');
    repository.commit('First', { author: 'Erin <e@example.com>' });
    repository.write('docs/a.md', '1');
    repository.commit('Second\n\nWith more', { author: 'Tom <tom@example.com>' });
    assert.deepEqual(await readHistory(git, 'HEAD'), [
      { name: 'Tom', address: 'tom@example.com', paths: ['docs/a.md'] },
      { name: 'Erin', address: 'e@example.com', paths: ['src/a b.ts', 'src/é.ts'] },
    ]);
    await assert.rejects(readHistory(broken, 'HEAD'), TypeError);
  });

  it('says whether an address is in the history, as a whole', async () => {
    assert.equal(await isKnownAddress(git, 'HEAD', 'E@example.com'), true);
    assert.equal(await isKnownAddress(git, 'HEAD', '@example.com'), false);
    await assert.rejects(isKnownAddress(broken, 'HEAD', 'x'), TypeError);
  });
});
