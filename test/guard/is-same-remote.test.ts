import assert from 'node:assert/strict';
import { isSameRemote } from '../../src/guard/commit/is-same-remote.js';
import { parsePushedRefs } from '../../src/guard/commit/parse-pushed-refs.js';

describe('isSameRemote', () => {
  it('knows a place however it is written', () => {
    const places = [
      [
        'https://github.com/acme/shop.git',
        'git@github.com:acme/shop',
        'ssh://git@GitHub.com:22/Acme/shop.git/',
        'https://maya:x@github.com/acme/shop/',
      ],
      [
        '/srv/shop.git',
        'file:///srv/shop.git/',
        'file://localhost/srv/shop',
        '../shop.git',
        '/srv/shop/.git',
        'file:///srv/%73hop',
      ],
      ['/srv/100%', '../100%'],
      ['C:\\work\\shop', 'C:\\work\\shop/'],
    ];
    for (const [at, same] of places.entries())
      for (const one of same)
        for (const [other, others] of places.entries())
          for (const each of others)
            assert.equal(isSameRemote(one, each, '/srv/clone'), at === other, `${one} and ${each}`);
  });
});

describe('parsePushedRefs', () => {
  it('leaves out what stays as it is, and knows what is deleted', () => {
    const [one, none] = ['a'.repeat(40), '0'.repeat(40)];
    assert.deepEqual(
      parsePushedRefs(
        `main ${one} refs/heads/main ${one}\n(delete) ${none} refs/heads/old ${one}\nx ${one} refs/heads/x ${none}\n`,
      ),
      [
        { name: '(delete)', oid: undefined, remoteName: 'refs/heads/old' },
        { name: 'x', oid: one, remoteName: 'refs/heads/x' },
      ],
    );
    assert.throws(() => parsePushedRefs('what\n'), /in a form that cannot be read/);
  });
});
