import assert from 'node:assert/strict';
import fc from 'fast-check';
import { coversRule } from '../../src/policy/sample-paths.js';
import { matchGlobs } from '../../src/policy/match-globs.js';
import type { ZoneRule } from '../../src/policy/policy.js';

const rule = (glob: string, effect: ZoneRule['effect']): ZoneRule => ({
  effect,
  glob,
  line: 1,
  text: '',
  conditions: [],
});

describe('coversRule', () => {
  it('knows what surely matches all that another matches', () => {
    const rows: readonly (readonly [wide: string, narrow: string, covers: boolean])[] = [
      ['src/**', 'src/a/**', true],
      ['src/a/**', 'src/**', false],
      ['**', 'src/*.md', true],
      ['**/*.md', 'docs/a.md', true],
      ['**/*.md', 'docs/**', false],
      ['*.md', 'docs/*.md', false],
      ['src/*/a.ts', 'src/b/a.ts', true],
      ['src/**/a.ts', 'src/**/b/a.ts', true],
      ['**/b/a.ts', '**/a.ts', false],
      ['*.json', '*.en.json', true],
      ['*.en.json', '*.json', false],
      ['src/*', 'src/**', false],
      ['src/a', 'src/a/b/**', true],
      ['{src,docs}/**', 'docs/*.md', true],
      ['docs/**', '{src,docs}/**', false],
      ['src/a*', 'src/a?c', false],
      ['src/**', '{src', false],
    ];
    for (const [wide, narrow, covers] of rows)
      assert.equal(coversRule([rule(wide, 'allow')], rule(narrow, 'allow')), covers, `${wide} ${narrow}`);
  });

  it('knows a prohibition of all that lies in a folder by its other spellings', () => {
    for (const wide of ['src/auth/**/*', 'src/auth/*', 'src/auth/**/**', 'src/*/**', '**/*'])
      assert.ok(coversRule([rule(wide, 'forbid')], rule('src/auth/**', 'forbid')), wide);
    for (const wide of ['src/auth/*/*', 'src/auth/*.ts', 'src/auth/a*', 'src/auth/x/**'])
      assert.ok(!coversRule([rule(wide, 'forbid')], rule('src/auth/**', 'forbid')), wide);
    assert.ok(!coversRule([rule('src/auth/*', 'forbid')], rule('src/auth', 'forbid')));
    assert.ok(!coversRule([rule('src/*', 'allow')], rule('src/**', 'allow')));
  });

  it('matches every path that what it covers matches', () => {
    const name = fc.constantFrom('a', 'b', '*', '**', 'a*', '*.md', 'a.md', '{a,b}', '[a]', '?');
    const glob = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    const path = fc.array(fc.constantFrom('a', 'b', 'a.md', 'ab', '[a]'), { minLength: 1, maxLength: 5 });
    let covered = 0;
    fc.assert(
      fc.property(
        fc.array(glob, { minLength: 1, maxLength: 3 }),
        glob,
        fc.array(path, { minLength: 8 }),
        (wide, narrow, paths) => {
          for (const effect of ['allow', 'forbid'] as const) {
            const rules = wide.map((each) => rule(each, effect));
            if (!coversRule(rules, rule(narrow, effect))) continue;
            covered += 1;
            // What a forbid says of a folder is about what lies in it.
            const within = effect === 'forbid' && narrow.endsWith('/**') ? `${narrow}/*` : narrow;
            const [own, theirs] = [matchGlobs(wide, effect), matchGlobs([within], effect)];
            for (const each of paths.map((names) => names.join('/')))
              assert.ok(!theirs.matches(each) || own.matches(each), `${wide.join()} ${narrow} ${each}`);
          }
        },
      ),
      { numRuns: 2000 },
    );
    assert.ok(covered > 100, String(covered));
  });
});
