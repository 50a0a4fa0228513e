import assert from 'node:assert/strict';
import { openGit, type Git } from '../../src/git/git.js';
import { readMessages } from '../../src/change/read-messages.js';
import { temporaryRepository } from '../support/temporary-repository.js';

describe('readMessages', () => {
  it('reads who made the latest commits of some folders, and nothing where there are none', async () => {
    const repository = temporaryRepository();
    const git = openGit(repository.root, { environment: repository.environment });
    assert.equal(await readMessages(git, 'HEAD', ['src']), '');
    repository.write('src/a.ts', '1');
    repository.commit('First', { author: 'Erin <e@example.com>' });
    repository.write('docs/a.md', '1');
    repository.commit('Second', { author: 'Weblate <w@example.com>' });
    assert.equal(await readMessages(git, 'HEAD', ['src']), 'Erin Erin\nFirst\n');
    assert.match(await readMessages(git, 'HEAD', ['docs']), /^Weblate/u);
    repository.remove();
    const broken = { run: () => Promise.reject(new TypeError('no')) } as unknown as Git;
    await assert.rejects(readMessages(broken, 'HEAD', []), TypeError);
  });
});
