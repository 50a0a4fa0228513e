import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../src/policy/fold.js';
import { alsoMeant, meantFromRoot, wordsApart } from '../../../src/policy/globs/also-meant.js';
import { processorTime } from '../../support/processor-time.js';

describe('alsoMeant', () => {
  const cases: readonly [written: string, globs: readonly string[]][] = [
    ['**/auth/**', []],
    ['src/**/*.{ts,tsx}', []],
    ['**/.*', []],
    ['[ab]/x', []],
    ['^src/auth/.*$', ['src/auth/.*', 'src/auth/*']],
    ['src/(auth|pay)/**', ['src/@(auth|pay)/**']],
    ['src/@(auth|pay)/**', []],
    ['src/my%20file.ts', ['src/my file.ts']],
    ['src/100%/**', []],
    ['src/auth/**.', ['src/auth/**']],
    ['src/auth/x.ts:12', ['src/auth/x.ts']],
    ['src/auth/x.ts#L12-L14', ['src/auth/x.ts']],
    ['docs/legal/a.md#top', ['docs/legal/a.md']],
    ['main:src/auth/**', ['main', 'src/auth/**']],
    ['@src/auth/**', ['src/auth/**']],
    ['(src/auth/**)', ['src/auth/**']],
    ['[src/auth/**](docs/auth.md)', ['src/auth/**']],
    ['src/auth and src/pay', ['src/auth', 'src/pay']],
    ['src/auth/＊＊', ['src/auth/**']],
    ['src/auth/** (login)', ['src/auth/**']],
    ['login: (src/auth/**), see wiki', ['src/auth/**']],
    ['src/auth login', ['src/auth']],
    ['the login page', []],
    ['**/ａｕｔｈ/**', ['**/auth/**']],
    ['**/größe/**', []],
    ['**.', []],
    ['src/аuth/**', ['src/auth/**']],
    ['src/ɑuth/**', ['src/auth/**']],
    ['src/сосо/**', ['src/coco/**']],
    ['src/Größe/**', []],
    ['src/auth/**!', ['src/auth/**']],
    ['src/auth/.*', ['src/auth/*']],
    ['src/auth.*', ['src/auth/**']],
    ['.*/auth/.*', ['**/auth/**']],
    ['/.+/auth/.+', ['/**/auth/**']],
    ['src/.*/auth/login.ts', ['src/**/auth/login.ts']],
    ['.*auth.*', ['**/*auth*']],
    ['.*rc', []],
    ['.*', []],
    ['**/*.*', []],
    ['src/.auth*', []],
    ['src/*/.*', []],
    ['regex:src/auth/.*', ['regex', 'src/auth/.*', 'src/auth/*']],
  ];
  for (const [written, globs] of cases) {
    it(`${written}: ${globs.join(', ')}`, () => assert.deepEqual(alsoMeant(written), globs));
  }

  it('tells the paths among words, and of a path alone nothing', () => {
    assert.deepEqual(wordsApart('src/auth/** (login) and src/pay'), ['src/auth/**', 'src/pay']);
    assert.deepEqual(wordsApart('src/auth/**'), []);
  });

  describe('takes a glob from where it meets the root', () => {
    const root = new Set(['src', 'docs', 'größe', '.github'].map(fold));
    const fromRoot: readonly [written: string, globs: readonly string[]][] = [
      ['acme/app/src/auth/**', ['src/auth/**']],
      ['/acme/app/SRC/auth/', ['SRC/auth/']],
      ['./acme/Größe/**', ['Größe/**']],
      ['acme/src/docs/**', ['src/docs/**']],
      ['acme/*/src/auth/**', ['src/auth/**']],
      ['acme/app/{src,lib,docs}/auth/**', ['src/auth/**', 'docs/auth/**']],
      ['acme/app/src/auth/** (login)', ['src/auth/** (login)', 'src/auth/**']],
      ['https://github.com/acme/app/blob/main/src/auth/x.ts#L4', ['src/auth/x.ts#L4', 'src/auth/x.ts']],
      // It can match as written.
      ['src/docs/**', []],
      ['**/acme/src/**', []],
      ['*/src/**', []],
      ['src', []],
      // No name of an owner or a repository, or nothing that is there.
      ['.ci/src/**', []],
      ['acme/app/lib/**', []],
      ['acme/*', []],
      ['', []],
    ];
    for (const [written, globs] of fromRoot) {
      it(`${written}: ${globs.join(', ')}`, () => assert.deepEqual(meantFromRoot(written, root), globs));
    }
  });

  it('throws on nothing and is done at once', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[(|)@:%.*[\] and]{0,200}$/)),
        (written) => {
          const start = processorTime();
          alsoMeant(written);
          meantFromRoot(written, new Set(['and']));
          assert.ok(processorTime() - start < 500);
        },
      ),
    );
  });
});
