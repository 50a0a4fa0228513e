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

  it('takes an empty setting of PM Zone for none', () => {
    assert.deepEqual([...parseGitConfig('pmzone.as\nmaya\0pmzone.base\n\0pmzone.as\n \0').settings], []);
    assert.deepEqual([...parseGitConfig('pmzone.as\n\0pmzone.as\n@maya\0').settings], [['as', '@maya']]);
  });

  it('knows where git fetches from and pushes to, by the longest insteadOf', () => {
    const remotesOf = (...entries: readonly string[]) =>
      parseGitConfig(entries.map((each) => `${each.replace(' ', '\n')}\0`).join('')).remotes;
    const short = 'url.git@github.com:.insteadof gh:';
    assert.deepEqual(remotesOf('remote.o.url gh:acme/shop', short), [
      { name: 'o', url: 'gh:acme/shop', fetchUrl: 'git@github.com:acme/shop', pushUrl: 'git@github.com:acme/shop' },
    ]);
    assert.deepEqual(
      remotesOf('remote.o.url gh:acme/shop', short, 'url.file:///m/.insteadof gh:acme/', 'url.x:.insteadof gh:acme/'),
      [{ name: 'o', url: 'gh:acme/shop', fetchUrl: 'file:///m/shop', pushUrl: 'file:///m/shop' }],
    );
    assert.deepEqual(remotesOf('remote.o.url gh:acme/shop', 'url.ssh://me@h/.pushinsteadof gh:'), [
      { name: 'o', url: 'gh:acme/shop', pushUrl: 'ssh://me@h/acme/shop' },
    ]);
    // One's own address to push to is rewritten as one to fetch from.
    for (const [pushUrl, real] of [
      ['gh:me/shop', 'git@github.com:me/shop'],
      ['h:me/shop', 'h:me/shop'],
    ]) {
      const all = ['remote.o.url h:shop', `remote.o.pushurl ${String(pushUrl)}`, 'remote.o.pushurl z', short];
      assert.deepEqual(remotesOf(...all, 'url.no:.pushinsteadof gh:'), [{ name: 'o', url: 'h:shop', pushUrl: real }]);
    }
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
