import assert from 'node:assert/strict';
import fc from 'fast-check';

import { fold } from '../../../src/policy/fold.js';
import { unsafePath } from '../../../src/policy/standing/unsafe-path.js';

describe('hostilePath', () => {
  const hostile: readonly (readonly [path: string, reason: RegExp])[] = [
    ['', /empty/],
    ['/a', /slash/],
    ['a//b', /empty/],
    ['a/', /empty/],
    ['./a', /“\.”/],
    ['a/../b', /“\.\.”/],
    ['a/.git/config', /git/],
    ['.GIT', /git/],
    ['sub/.Git/hooks/x', /git/],
    ['GIT~1/config', /short name/],
    ['git~1', /short name/],
    ['CLAUDE~1.MD', /short name/],
    ['src\\auth\\x.md', /backslash/],
    ['a:b', /colon/],
    ['CLAUDE.md::$DATA', /colon/],
    ['a\nb', /control/],
    ['a\u007f', /control/],
    ['a\u0085', /control/],
    ['au\u200bth/x.md', /invisible/],
    ['au\u00adth', /invisible/],
    ['\u202eauth', /invisible/],
    ['a\u2066b', /invisible/],
    ['a\ufe0f', /invisible/],
    ['a\u3164', /invisible/],
    ['a\u00a0b', /invisible/],
    ['a\u2028b', /invisible/],
    ['a\u2800b', /invisible/],
    ['a\ue000', /invisible/],
    ['a\u{e0041}', /invisible/],
    ['a\ufffd', /UTF-8/],
    ['a\ud800', /UTF-8/],
    ['auth./x', /dot or a space/],
    ['auth /x', /dot or a space/],
    ['a...', /dot or a space/],
    ['con', /device/],
    ['docs/AUX.md', /device/],
    ['nul.tar.gz', /device/],
    ['com1', /device/],
    ['LPT³.txt', /device/],
    ['conin$', /device/],
    ...['a?b', 'a*b.md', 'a"b', 'a<b', 'a>b', 'a|b'].map((name) => [name, /no name on Windows/] as const),
    ['docs/\u0301x.md', /accent/],
    ['\u0430uth/x.md', /look alike/],
    ['CLAUD\u0395.md', /look alike/],
    ['ＣＬＡＵＤＥ.md', /look alike/],
    ['docs\u2215x.md', /look alike/],
    ['a\u2024md', /look alike/],
    ['cafe\u0301.md', /accent/],
    ['a'.repeat(5000), /longer/],
  ];
  for (const [path, reason] of hostile) {
    it(JSON.stringify(path).slice(0, 40), () => {
      assert.match(unsafePath(path) ?? 'plain', reason);
    });
  }

  it('lets ordinary names pass', () => {
    const plain =
      'a README.md src/.hidden/x.tsx docs/café.md a~b file~ x.~tmp [id]/(group)/@slot/page.tsx 日本語/文.md a.b.c';
    for (const path of [
      ...plain.split(' '),
      'a b/c d.md',
      'console.ts',
      'auxiliary.md',
      'com10',
      'null',
      '😀.md',
      "it's",
      'a&b',
      'привет мир.md',
      'план-v2.md',
      '説明（案）！.md',
      'ελληνικά.md',
      'µm.md',
    ]) {
      assert.equal(unsafePath(path), undefined, path);
    }
  });

  it('throws on no path, and no path that passes climbs, hides or reaches git', () => {
    const unit = fc.constantFrom('.', '/', 'g', 'i', 't', 'G', '~', '1', ' ', '\\', ':', '\u200d', 'e', '\u0301', '\0');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (path) => {
        if (unsafePath(path) !== undefined) return;
        for (const name of path.split('/')) {
          assert.ok(name !== '' && name !== '.' && name !== '..' && name.toLowerCase() !== '.git');
          assert.doesNotMatch(name, /[\\:\0\u200d]|[. ]$/u);
          assert.equal(name, name.normalize('NFC'));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('fold', () => {
  it('brings names together that another platform or eye may confuse', () => {
    for (const [one, other] of [
      ['Auth', 'auth'],
      ['STRASSE', 'straße'],
      ['café', 'cafe\u0301'],
      ['CAFÉ', 'cafe\u0301'],
      ['ſecret', 'secret'],
      ['\u212aey', 'key'],
      ['ΟΔΟΣ', 'οδος'],
      ['ΟΔΟΣ', 'οδοσ'],
      ['ﬁle', 'FILE'],
    ] as const) {
      assert.equal(fold(one), fold(other), one);
    }
  });

  it('of something folded is the same, and of joined names is the joined folded names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        assert.equal(fold(fold(one)), fold(one));
        assert.equal(fold(`${one}/${other}`), `${fold(one)}/${fold(other)}`);
      }),
    );
  });
});
