import assert from 'node:assert/strict';

import { indexOwners } from '../../../src/policy/codeowners/owner-index.js';
import { parseCodeowners } from '../../../src/policy/codeowners/parse-codeowners.js';

/** Each row: the pattern, the paths it owns, the paths it does not. */
type Row = readonly [pattern: string, owned: string, unowned: string];

const github: readonly Row[] = [
  ['*', 'a a/b .a a/.b/c', ''],
  ['**', 'a a/b a/b/c', ''],
  ['/**', 'a a/b a/b/c', ''],
  ['**/', 'a a/b', ''],
  ['**/*', 'a a/b a/b/c', ''],
  ['/', '', 'a a/b'],
  ['//', '', 'a a/b'],
  ['/*', 'a .b', 'a/b a/b/c'],
  ['/*/', 'a/b a/b/c', 'a'],
  ['*/', 'a/b a/b/c', 'a'],
  ['docs', 'docs docs/a x/docs x/docs/a', 'docs.md adocs x/docsy'],
  ['/docs', 'docs docs/a docs/a/b', 'x/docs x/docs/a docs.md'],
  ['docs/', 'docs/a docs/a/b x/docs/a', 'docs x/docs'],
  ['/docs/', 'docs/a docs/a/b', 'docs x/docs/a'],
  ['docs/*', 'docs/a', 'docs docs/a/b x/docs/a'],
  ['/docs/*', 'docs/a', 'docs/a/b x/docs/a'],
  ['docs/*/', 'docs/a/b docs/a/b/c', 'docs/a docs'],
  ['docs/**', 'docs/a docs/a/b', 'docs x/docs/a'],
  ['docs/**/', 'docs/a docs/a/b', 'docs x/docs/a'],
  ['docs/**/*', 'docs/a docs/a/b', 'docs x/docs/a'],
  ['a/b', 'a/b a/b/c', 'x/a/b a/bc'],
  ['a/b/', 'a/b/c a/b/c/d', 'a/b x/a/b/c'],
  ['*.js', 'a.js x/a.js .js a.js/b', 'a.jsx ajs a.js.map'],
  ['/*.js', 'a.js', 'x/a.js'],
  ['x/*.js', 'x/a.js x/a.js/b', 'x/y/a.js a.js'],
  ['**/*.js', 'a.js x/a.js x/y/a.js', 'a.ts'],
  ['x/**/*.js', 'x/a.js x/y/a.js x/y/z/a.js', 'a.js y/x/a.js'],
  ['**/x', 'x a/x a/b/x x/y a/x/y', 'xx a/xx'],
  ['**/x/', 'x/y a/x/y', 'x a/x'],
  ['**/x/y', 'x/y a/x/y a/x/y/z', 'x/z/y'],
  ['/**/x', 'x a/x', 'xx'],
  ['a/**/b', 'a/b a/x/b a/x/y/b a/x/b/c', 'b x/a/b a/xb'],
  ['a/**/**/b', 'a/b a/x/b', 'ab'],
  ['a/***/b', 'a/b a/x/y/b', 'ab'],
  ['a/*/b', 'a/x/b a/x/b/c', 'a/b a/x/y/b'],
  ['a/**/b/c*', 'a/b/c a/x/b/cd', 'a/b/d a/x/c'],
  ['**/*bar*', 'bar x/bar x/rebart barrio/x', 'foo'],
  ['**b', 'b ab x/ab', 'ba'],
  ['a**b', 'ab axb x/ab', 'a/b'],
  ['f?o', 'foo fxo x/foo', 'fo fooo f/o'],
  ['f*', 'f foo x/foo foo/x', 'xf'],
  ['f*/', 'foo/x x/foo/y', 'foo'],
  ['/f*/', 'foo/x', 'foo x/foo/y'],
  ['a*b*c', 'abc axbyc', 'acb ab'],
  ['f\\*o', 'f*o x/f*o', 'foo fxo'],
  ['f\\?o', 'f?o', 'foo'],
  ['\\*', '*', 'a'],
  ['\\#a', '#a x/#a', 'a'],
  ['a\\/b', 'a/b', 'x/a/b'],
  ['\\a', 'a', '\\a'],
  ['[ab]', '[ab] x/[ab]/y', 'a b'],
  ['/app/[id]/x.ts', 'app/[id]/x.ts', 'app/i/x.ts'],
  ['(a)/{b}|c^~+@:,=.x', '(a)/{b}|c^~+@:,=.x', 'a/b'],
  ['README', 'README x/README', 'readme Readme'],
  ['.github/', '.github/x .github/w/x a/.github/x', '.github'],
  ['/.github/**', '.github/x .github/w/x', 'a/.github/x'],
  ['é*', 'éa x/é', 'e\u0301a'],
  ['?', 'a 😀 x/b', 'ab'],
  ['a//b', '', 'a/b'],
];

/** After Ruby's `File.fnmatch(pattern, path, FNM_PATHNAME | FNM_DOTMATCH)`, as GitLab's documentation says. */
const gitlab: readonly Row[] = [
  ['*', 'a a/b .a a/.b/c', ''],
  ['/*', 'a .b', 'a/b'],
  ['**', 'a a/b', ''],
  ['/**', 'a', 'a/b'],
  ['/**/*', 'a a/b a/b/c', ''],
  ['docs', 'docs x/docs', 'docs/a x/docs/a'],
  ['/docs', 'docs', 'docs/a x/docs'],
  ['docs/', 'docs/a docs/a/b x/docs/a', 'docs'],
  ['/docs/', 'docs/a docs/a/b', 'docs x/docs/a'],
  ['docs/*', 'docs/a x/docs/a', 'docs/a/b'],
  ['/docs/*', 'docs/a', 'docs/a/b x/docs/a'],
  ['/docs/**', 'docs/a', 'docs/a/b'],
  ['/docs/**/', 'docs/a docs/a/b', 'docs'],
  ['/docs/**/*', 'docs/a docs/a/b', 'docs'],
  ['/docs/**/index.md', 'docs/index.md docs/a/b/index.md', 'index.md'],
  ['internal/README.md', 'internal/README.md docs/internal/README.md', 'README.md xinternal/README.md'],
  ['*.rb', 'a.rb x/a.rb', 'a.rbx a.rb/x'],
  ['/docs/*spec*', 'docs/a_spec.rb docs/spec', 'docs/a/spec x/docs/spec'],
  ['\\#a', '#a x/#a', 'a'],
  ['f[ao]o', 'foo fao', 'fxo f[ao]o'],
  ['f[a-c]', 'fa fb fc', 'fd'],
  ['f[!a]', 'fb', 'fa'],
  ['f[^a-c]', 'fd', 'fb'],
  ['f[\\]]', 'f]', 'f\\'],
  ['f[a-]', 'fa f-', 'fb'],
  ['f[\\', '', 'f f[\\'],
  ['f[a', '', 'fa f[a'],
  ['f?o', 'foo', 'fo'],
  ['{a,b}', '{a,b}', 'a'],
];

for (const [dialect, rows, path] of [
  ['GitHub', github, '.github/CODEOWNERS'],
  ['GitLab', gitlab, '.gitlab/CODEOWNERS'],
] as const) {
  describe(`patterns of ${dialect}'s CODEOWNERS`, () => {
    for (const [pattern, owned, unowned] of rows) {
      it(pattern, () => {
        const { find } = indexOwners(parseCodeowners({ path, text: `${pattern} @x\n` }));
        const owners = (each: string): readonly string[] => find(each).owners;
        for (const each of owned.split(' ').filter(Boolean)) assert.deepEqual(owners(each), ['@x'], each);
        for (const each of unowned.split(' ').filter(Boolean)) assert.deepEqual(owners(each), [], each);
      });
    }
  });
}

describe("patterns with blanks in GitHub's and GitLab's CODEOWNERS", () => {
  for (const path of ['.github/CODEOWNERS', '.gitlab/CODEOWNERS']) {
    it(path, () => {
      const { find } = indexOwners(parseCodeowners({ path, text: '/a\\ b/ @x\nc\\ d\\\te.md @y\n' }));
      assert.deepEqual(find('a b/c').owners, ['@x']);
      assert.deepEqual(find('a/c').owners, []);
      assert.deepEqual(find('z/c d\te.md').owners, ['@y']);
    });
  }
});
