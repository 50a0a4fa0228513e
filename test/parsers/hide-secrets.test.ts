import assert from 'node:assert/strict';
import { createSecretHider } from '../../src/parsers/hide-secrets.js';

const token = ['ghp', '_', 'Q7x2Lm9Kd4Rt8Vb1Zc5Ny6Wp3Hs0Jf7Ga'.padEnd(36, 'Q')].join('');

describe('createSecretHider', () => {
  const hidden = /\(not shown: it looks like a password, key or token\)/;

  it('takes out what looks like a credential by itself, and leaves all else', () => {
    const hide = createSecretHider([]);
    assert.equal(hide('Ask support for a new board.'), 'Ask support for a new board.');
    const shown = hide(`Use ${token} for it`);
    assert.ok(!shown.includes(token), shown);
    assert.match(shown, hidden);
  });

  it('takes out what is a credential by its place in a file', () => {
    const password = 'vK9#tR2!mQ7z';
    const files = [
      { path: 'a.json', text: JSON.stringify({ db_password: password }) },
      { path: 'long.json', text: 'x'.repeat(4_000_001) },
    ];
    assert.match(createSecretHider(files)(`“Old” becomes “${password}”`), hidden);
    assert.match(createSecretHider(files)('x'.repeat(4_000_001)), hidden);
  });
});
