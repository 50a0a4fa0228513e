import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseGitConfig } from '../../../src/git/repository/git-config.js';
import { parseRefs } from '../../../src/git/repository/refs.js';

describe('parseConfig', () => {
  it('takes the last value, and the first address of a remote', () => {
    const config = parseGitConfig(
      'user.email\na@x\0user.email\nb@x\0core.autocrlf\0remote.o.r.url\nu1\0remote.o.r.url\nu2\0remote..url\nx\0pmzone.base\nmain\nx\0pmzone.on\0',
    );
    assert.deepEqual([config.email, config.name, config.autocrlf], ['b@x', undefined, true]);
    assert.deepEqual(config.remotes, [{ name: 'o.r', url: 'u1' }]);
    assert.deepEqual(
      [...config.settings],
      [
        ['base', 'main\nx'],
        ['on', 'true'],
      ],
    );
  });

  it('names each filter once, whatever its name', () => {
    const { filters } = parseGitConfig(
      'filter.lfs.clean\nx\0filter.lfs.smudge\nx\0filter.a.b=c.process\nx\0filter.clean\nx\0',
    );
    assert.deepEqual(filters, ['lfs', 'a.b=c', '']);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => parseGitConfig(text).remotes.length >= 0 && parseRefs(text).length >= 0),
    );
  });
});
