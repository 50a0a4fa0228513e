import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alsoMeant } from '../../../src/policy/globs/also-meant.js';

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
    ['main:src/auth/**', ['main', 'src/auth/**']],
    ['@src/auth/**', ['src/auth/**']],
    ['(src/auth/**)', ['src/auth/**']],
    ['[src/auth/**](docs/auth.md)', ['src/auth/**']],
    ['src/auth and src/pay', ['src/auth', 'src/pay']],
    ['src/auth/＊＊', ['src/auth/**']],
    ['**/ａｕｔｈ/**', ['**/auth/**']],
    ['**/größe/**', []],
    ['**.', []],
  ];
  for (const [written, globs] of cases) {
    it(`${written}: ${globs.join(', ')}`, () => assert.deepEqual(alsoMeant(written), globs));
  }

  it('throws on nothing and is done at once', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[(|)@:%.*[\] and]{0,200}$/)),
        (written) => {
          const start = performance.now();
          alsoMeant(written);
          assert.ok(performance.now() - start < 500);
        },
      ),
    );
  });
});
