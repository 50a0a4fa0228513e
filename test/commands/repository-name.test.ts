import assert from 'node:assert/strict';
import { repositoryName } from '../../src/commands/papers/repository-name.js';

describe('repositoryName', () => {
  const named = (...remotes: readonly (readonly [name: string, url: string])[]): string =>
    repositoryName({
      root: '/home/maya/my copy',
      remotes: remotes.map(([name, url]) => ({ name, url })),
    });

  it('is how the address of origin ends, else that of the first remote', () => {
    for (const address of [
      'https://git.example.com/team/boards.git',
      'https://maya:secret@git.example.com/boards/',
      'git@git.example.com:boards.git',
      'git@git.example.com:team/boards',
      '/srv/git/boards.git',
      '/srv/git/boards/.git',
      'C:\\git\\boards.git',
    ])
      assert.equal(named(['fork', 'https://x.example/other.git'], ['origin', address]), 'boards', address);
    assert.equal(named(['upstream', '/srv/git/boards.git']), 'boards');
  });

  it('is the name of the folder where there is no address', () => {
    assert.equal(named(), 'my copy');
    assert.equal(named(['origin', '/']), 'my copy');
  });
});
