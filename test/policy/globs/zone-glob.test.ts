import assert from 'node:assert/strict';
import fc from 'fast-check';
import { minimatch } from 'minimatch';
import { fold } from '../../../src/policy/fold.js';
import type { PathPattern, SegmentPattern } from '../../../src/policy/globs/path-pattern.js';
import { compileZoneGlob, longestGlob } from '../../../src/policy/globs/zone-glob.js';
import { processorTime } from '../../support/processor-time.js';

/** Matches straight from the meaning of a pattern, slowly. */
function covers(pattern: PathPattern, path: string): boolean {
  const names = path.split('/');
  const matches = (segments: readonly SegmentPattern[], rest: readonly string[]): boolean => {
    const [segment, ...others] = segments;
    if (segment === undefined) return rest.length === 0 ? pattern.self : pattern.below;
    if (segment.kind === 'globstar')
      return matches(others, rest) || (rest.length > 0 && matches(segments, rest.slice(1)));
    const [name, ...below] = rest;
    if (name === undefined) return false;
    return (segment.kind === 'literal' ? segment.text === name : segment.test(name)) && matches(others, below);
  };
  return matches(pattern.segments, names);
}

function allows(glob: string, path: string): boolean {
  return compileZoneGlob(glob, 'allow').patterns.some((pattern) => covers(pattern, path));
}

function forbids(glob: string, path: string): boolean {
  return compileZoneGlob(glob, 'forbid').patterns.some((pattern) => covers(pattern, fold(path)));
}

type Part = string | readonly [sign: string, alternatives: readonly (readonly string[])[]];

/** Where a name may stand after these parts of a glob, told from their meaning, without a matcher of anyone's. */
function ends(parts: readonly Part[], name: string, start: number): ReadonlySet<number> {
  return parts.reduce(
    (starts: ReadonlySet<number>, part) => new Set([...starts].flatMap((at) => [...endsOfPart(part, name, at)])),
    new Set([start]),
  );
}

function endsOfPart(part: Part, name: string, at: number): ReadonlySet<number> {
  if (part === '*') return new Set(Array.from({ length: name.length - at + 1 }, (_, more) => at + more));
  if (typeof part === 'string') return new Set(at < name.length && (part === '?' || name[at] === part) ? [at + 1] : []);
  const [sign, alternatives] = part;
  const once = (from: number): number[] => alternatives.flatMap((each) => [...ends(each, name, from)]);
  const found = new Set(once(at));
  // A set's iteration also visits what is added while it runs.
  if (sign === '+' || sign === '*') for (const end of found) for (const next of once(end)) found.add(next);
  return sign === '?' || sign === '*' ? found.add(at) : found;
}

describe('compileZoneGlob', () => {
  const cases: readonly [glob: string, path: string, allowed: boolean, forbidden: boolean][] = [
    ['**/*.md', 'README.md', true, true],
    ['**/*.md', 'a/.b/c.md', true, true],
    ['**/*.md', 'a/c.MD', false, true],
    ['**/*.md', 'a/x.md/evil.sh', false, true],
    ['**/i18n/*.json', 'src/i18n/en.json', true, true],
    ['**/i18n/*.json', 'src/i18n/deep/en.json', false, false],
    ['**/i18n/*.json', 'i18n/en.json', true, true],
    ['**/auth/**', 'src/auth', false, true],
    ['**/auth/**', 'src/auth/x/y.ts', true, true],
    ['**/auth/**', 'src/Auth/x.ts', false, true],
    ['**/auth/**', 'lib/auth.ts', false, false],
    ['src/home', 'src/home', true, true],
    ['src/home', 'src/home/a/b.md', true, true],
    ['src/home', 'lib/src/home/a.md', false, false],
    ['src/analytics/events.ts', 'src/analytics/events.ts', true, true],
    ['src/analytics/events.ts', 'src/analytics/events.ts/x.js', false, true],
    ['docs/', 'docs/a/b.md', true, true],
    ['docs/', 'docs', false, true],
    ['/docs/**', 'docs/a.md', true, true],
    ['./**/*.md', 'docs/a.md', true, true],
    ['a//b/./c', 'a/b/c', true, true],
    ['src/*/', 'src/x/y.md', true, true],
    ['src/*/', 'src/x', false, true],
    ['src/*', 'src/x/y', false, true],
    ['*.sql', 'a.sql', true, true],
    ['*.sql', 'db/a.sql', false, true],
    ['/*.sql', 'db/a.sql', false, false],
    ['**auth/**', 'src/auth/x', false, true],
    ['src/**auth/x', 'src/a/auth/x', false, true],
    ['src/auth/**.ts', 'src/auth/a/x.ts', false, true],
    ['src/***/x', 'src/a/b/x', false, false],
    ['^src/auth/.*$', 'src/auth/x', false, true],
    ['src/(auth|{pay,bill})/**', 'src/bill/x', false, true],
    ['app/(shop)/**', 'app/(shop)/x', true, true],
    ['app/(shop)/**', 'app/shop/x', false, false],
    ['**', 'any/thing', true, true],
    ['**', 'any', true, true],
    ['**/', 'any/thing', true, true],
    ['a/**/**/b.md', 'a/b.md', true, true],
    ['a/***/b.md', 'a/x/b.md', true, true],
    ['a/b**c', 'a/bxc', true, true],
    ['a/b**c', 'a/bx/c', false, false],
    ['src/[locale]/a.md', 'src/[locale]/a.md', true, true],
    ['src/[locale]/a.md', 'src/l/a.md', false, true],
    ['src/[a-c]x', 'src/bx', false, true],
    ['src/[a-c]x', 'src/Bx', false, true],
    ['src/[a-c]x', 'src/dx', false, false],
    ['src/[!a-c]x', 'src/dx', false, true],
    ['src/[[:alpha:]]x', 'src/qx', false, true],
    ['src/[x', 'src/[x', true, true],
    ['flags.{yaml,yml}', 'flags.yml', true, true],
    ['{a,b{c,d}}/e', 'bd/e', true, true],
    ['a{,b}/c', 'a/c', true, true],
    ['v?.md', 'v1.md', true, true],
    ['v?.md', 'v12.md', false, false],
    ['v?/a', 'vß/a', true, true],
    ['a@(b|c)d.md', 'acd.md', true, true],
    ['a@(b|c)d.md', 'ad.md', false, false],
    ['a?(b)d.md', 'ad.md', true, true],
    ['a+(b|c)d.md', 'abcbd.md', true, true],
    ['a+(b|c)d.md', 'ad.md', false, false],
    ['a*(b|[c])d.md', 'abbd.md', true, true],
    ['a@(b|@(c|d)e)f.md', 'adef.md', true, true],
    ['app/(home)/page.md', 'app/(home)/page.md', true, true],
    ['src/my folder/a.md', 'src/my folder/a.md', true, true],
    ['src/Caf\u00e9/**', 'src/cafe\u0301/x', false, true],
    ['STRASSE/**', 'straße/x', false, true],
    ['src/??', 'src/sdk', false, false],
    ['src/?(a)[x', 'src/a[x', true, true],
    ['src/[X-b]', 'src/y', false, true],
    ['src/x(a)?', 'src/x(a)b', true, true],
    ['*([ab])', '..', false, false],
  ];
  for (const [glob, path, allowed, forbidden] of cases) {
    it(`${glob} ${allowed ? 'allows' : 'does not allow'} and ${forbidden ? 'forbids' : 'does not forbid'} ${path}`, () => {
      assert.equal(allows(glob, path), allowed);
      assert.equal(forbids(glob, path), forbidden);
      assert.equal(compileZoneGlob(glob, 'allow').problem, undefined);
    });
  }

  const odd: readonly [glob: string, saying: RegExp, locks?: string][] = [
    ['', /empty/],
    ['/', /names no file/, 'any/thing'],
    ['!**/auth/**', /leading “!”/, 'src/auth/x'],
    ['#src/auth/**', /comment/, 'src/auth/x'],
    ['src\\auth\\**', /backslash/, 'src/auth/x'],
    ['src/au\u200bth/**', /cannot be seen/, 'src/auth/x'],
    ['src/a\u00a0b', /cannot be seen/],
    ['"src/auth"', /quotation/, 'src/auth/x'],
    ['\u2018src/auth\u2019', /quotation/],
    ['src/<feature>/auth', /quotation|angle/],
    ['src/auth/...', /matches no path/],
    ['src/auth/…', /matches no path/],
    ['../auth', /climbs/],
    ['src/../auth', /climbs/],
    ['**/auth/**, **/phi/**', /several globs/, 'a/phi/x'],
    ['**/auth/** **/phi/**', /several globs/, 'a/phi/x'],
    ['src/auth|src/pay', /several globs/, 'src/pay/x'],
    ['$ROOT/src/auth/**', /begins with a variable/, 'src/auth/x'],
    ['$(pwd)/src/auth', /begins with a variable/],
    ['%CD%/src/auth', /begins with a variable/, 'src/auth/x'],
    ['~/src/auth', /a home folder/, 'src/auth/x'],
    ['@/auth/**', /an alias/, 'auth/x'],
    ['C:/src/auth', /a drive/, 'src/auth/x'],
    ['https://git.example/acme/app/src/auth', /an address/],
    ['path=src/auth/**', /begins with a variable/, 'src/auth/x'],
    [':(top)src/auth', /begins with/, 'src/auth/x'],
    ['src/auth/(.*)', /regular expression/, 'src/auth/x'],
    ['src⁄auth∕**', /only looks like “\/”/, 'src/auth/x'],
    ['src/auth→login.ts', /points somewhere/],
    ['src/аuth/**', /several alphabets/],
    ['a/{b}/c', /braces/],
    ['a/{b,c', /braces/],
    ['a/b}', /braces/],
    ['a/{1..3}', /braces/],
    ['{a,b}'.repeat(20), /more than 256/],
    ['{a,b,c,d,e,f,g,h}'.repeat(3) + '{a,b}', /more than 256/],
    ['a/!(auth)/x', /only what it is not/, 'a/auth/x'],
    ['a/@(b|c/x', /not closed/, 'a/auth/x'],
    [`a/${'*()'.repeat(300)}/x`, /more than 256 wildcards/, 'a/auth/x'],
    ['a/@(b|@(c/x', /not closed/],
    ['a'.repeat(longestGlob + 1), /longer than/],
    ['{'.repeat(10_000), /longer than/],
    ['{'.repeat(900), /braces/],
  ];
  for (const [glob, saying, locks] of odd) {
    it(`says what is wrong with ${JSON.stringify(glob.slice(0, 40))} (${glob.length})`, () => {
      const allow = compileZoneGlob(glob, 'allow');
      assert.match(allow.problem ?? '', saying);
      assert.deepEqual(allow.patterns, []);
      assert.match(compileZoneGlob(glob, 'forbid').problem ?? '', saying);
      if (locks !== undefined) assert.ok(forbids(glob, locks), `locks ${locks}`);
    });
  }

  describe('with words beside the path', () => {
    for (const glob of ['src/auth/** (login)', 'src/auth/ (login)', '*.md docs', 'src/auth/** see src/pay']) {
      it(`opens nothing and locks the path: ${glob}`, () => {
        const { patterns, problem } = compileZoneGlob(glob, 'allow');
        assert.deepEqual([patterns, /words beside the path/.test(String(problem))], [[], true]);
        assert.equal(compileZoneGlob(glob, 'forbid').problem, undefined);
        assert.ok(forbids(glob, glob.startsWith('*') ? 'x/a.md' : 'src/auth/x.ts'));
      });
    }
    for (const [glob, path] of [
      ['docs/Release Notes/**', 'docs/Release Notes/a.md'],
      ['docs/* notes.md', 'docs/old notes.md'],
      ['docs/v1.x plans/a.md', 'docs/v1.x plans/a.md'],
    ] as const) {
      it(`takes a name with spaces as it stands: ${glob}`, () => {
        assert.deepEqual([allows(glob, path), forbids(glob, path)], [true, true]);
      });
    }
  });

  it('expands up to the bound and no further', () => {
    assert.equal(compileZoneGlob('{a,b}'.repeat(8), 'allow').patterns.length, 256);
    assert.deepEqual(compileZoneGlob('{a,b}'.repeat(9), 'allow').patterns, []);
  });

  it('gives a suffix exactly where the wildcard is a star and text', () => {
    const suffixes = (glob: string, effect: 'allow' | 'forbid'): unknown[] =>
      compileZoneGlob(glob, effect).patterns.flatMap(({ segments }) =>
        segments.flatMap((segment) => (segment.kind === 'wildcard' ? [segment.suffix] : [])),
      );
    assert.deepEqual(suffixes('a/*.JSON', 'allow'), ['.JSON']);
    assert.deepEqual(suffixes('a/*.JSON', 'forbid'), ['.json']);
    assert.deepEqual(suffixes('a/*', 'allow'), ['']);
    assert.deepEqual(suffixes('a/x*.json', 'allow'), [undefined]);
  });

  it('takes any one character of a name, as folding leaves it, for a forbid\'s "?"', () => {
    const { patterns } = compileZoneGlob('x?y', 'forbid');
    const missed: string[] = [];
    for (let code = 0x20; code < 0x1_1000; code += 1) {
      const character = String.fromCodePoint(code);
      if (/[/\p{C}\p{Cs}]/u.test(character) || /\p{M}/u.test(character)) continue;
      if (!patterns.some((pattern) => covers(pattern, fold(`x${character}y`)))) missed.push(code.toString(16));
    }
    assert.deepEqual(missed, []);
  });

  it('takes no time for hostile wildcards', () => {
    const { patterns } = compileZoneGlob(`${'*a'.repeat(400)}b`, 'forbid');
    const groups = compileZoneGlob(`${'+(a|aa)'.repeat(100)}b`, 'forbid');
    const started = processorTime();
    assert.ok(!patterns.some((pattern) => covers(pattern, 'a'.repeat(2000))));
    assert.ok(!groups.patterns.some((pattern) => covers(pattern, 'a'.repeat(500))));
    assert.ok(processorTime() - started < 5000);
  });

  const name = fc.stringMatching(/^[ab.]{1,3}$/).filter((text) => !/^\.+$/.test(text));
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
  const wild = fc.stringMatching(/^[ab.*?]{1,4}$/).filter((text) => !/^\.+$|\.{3}/.test(text) && !/^\*+$/.test(text));
  const braces = fc.tuple(name, name, fc.constantFrom('', 'a')).map(([one, other, end]) => `{${one},${other}}${end}`);
  const groups = fc
    .tuple(fc.constantFrom('@', '+'), name, name)
    .map(([sign, one, other]) => `${sign}(${one}|${other})`);
  const glob = fc
    .array(fc.oneof(name, wild, braces, groups, fc.constant('**'), fc.constant('*')), { minLength: 1, maxLength: 4 })
    .map((segments) => segments.join('/'));

  it('allows what minimatch matches, and below a plain folder', () => {
    fc.assert(
      fc.property(glob, path, (pattern, file) => {
        const compiled = compileZoneGlob(pattern, 'allow');
        if (compiled.problem !== undefined) return;
        const matched = minimatch(file, pattern, { dot: true });
        const inFolder = minimatch(file, `${pattern}/**`, { dot: true });
        const isFolder = !/[*?(|)]/.test(pattern.split('/').at(-1) ?? '');
        const allowed = allows(pattern, file);
        if (matched) assert.ok(allowed, 'minimatch matches it');
        else if (allowed) assert.ok(inFolder && isFolder, 'only a plain folder matches more');
      }),
      { numRuns: 1000 },
    );
  });

  it('takes groups for what they say', () => {
    const sign = fc.constantFrom('a', 'b', 'A', '*', '?');
    const alternatives = fc.array(fc.array(sign, { maxLength: 3 }), { minLength: 1, maxLength: 3 });
    const group = fc.tuple(fc.constantFrom('@', '?', '*', '+'), alternatives);
    const parts = fc.array(fc.oneof(sign, group), { minLength: 1, maxLength: 4 });
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'A'), maxLength: 6 });
    fc.assert(
      fc.property(parts, word, (written, name) => {
        const text = written
          .map((part) =>
            typeof part === 'string' ? part : `${part[0]}(${part[1].map((each) => each.join('')).join('|')})`,
          )
          .join('');
        fc.pre(compileZoneGlob(`x/${text}`, 'allow').problem === undefined && !/\*\*/u.test(text) && name !== '');
        assert.equal(allows(`x/${text}`, `x/${name}`), ends(written, name, 0).has(name.length), text);
        if (ends(written, name, 0).has(name.length)) assert.ok(forbids(`x/${text}`, `x/${name.toUpperCase()}`), text);
      }),
      { numRuns: 3000 },
    );
  });

  it('forbids at least what minimatch matches in any case', () => {
    fc.assert(
      fc.property(glob, path, (pattern, file) => {
        if (!minimatch(file, pattern, { dot: true, nocase: true })) return;
        assert.ok(forbids(pattern, file));
        assert.ok(forbids(pattern.toUpperCase(), file));
        assert.ok(forbids(pattern, `${file}/below`));
      }),
      { numRuns: 1000 },
    );
  });

  it('throws on no glob and keeps its bounds', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[[\]{}()|@+?*!a,./\\ -]{0,60}$/)),
        fc.constantFrom<'allow' | 'forbid'>('allow', 'forbid'),
        (text, effect) => {
          const { patterns, problem } = compileZoneGlob(text, effect);
          assert.ok(patterns.length <= 256 * 70);
          if (effect === 'allow' && problem !== undefined) assert.equal(patterns.length, 0);
          for (const pattern of patterns) covers(pattern, 'a/b');
        },
      ),
      { numRuns: 1000 },
    );
  });
});
