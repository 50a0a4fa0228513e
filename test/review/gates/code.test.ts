import assert from 'node:assert/strict';

import fc from 'fast-check';

import { readCodeFacts } from '../../../src/review/gates/read-code-facts.js';
import { blankComments, findQuoted, isCode, isProgram, isTest } from '../../../src/review/gates/code-text.js';
import { createFeatureReader } from '../../../src/review/gates/feature-code.js';
import { findEntries } from '../../../src/review/gates/feature-code.js';
import { toCamelCase } from '../../../src/review/gates/references/find-referring-paths.js';
import {
  createImportIndex,
  mayResolveTo,
  modulePath,
  resolveImport,
} from '../../../src/review/gates/references/import-index.js';
import { createReviewContext } from '../../support/review-context.js';
import { processorTime } from '../../support/processor-time.js';

describe('code text', () => {
  it('tells programs and tests by their paths', () => {
    for (const path of ['a.ts', 'a.TSX', 'a.mjs', 'a.cts', 'b/a.vue', 'a.svelte'])
      assert.ok(isCode(path) && isProgram(path), path);
    for (const path of ['a.py', 'a.go', 'a.kt']) assert.ok(!isCode(path) && isProgram(path), path);
    for (const path of ['a.d.ts', 'a.json', 'ats', 'a.md']) assert.ok(!isProgram(path), path);
    for (const path of [
      'test/a.ts',
      'a/__tests__/b.ts',
      'a.spec.tsx',
      'e2e/a.js',
      'a.stories.tsx',
      'spec/a.js',
      'x/spec/a.rb',
    ])
      assert.ok(isTest(path), path);
    for (const path of ['contest/a.ts', 'a.test', 'latest.ts', 'src/specs/Page.tsx', 'src/spec/Page.tsx'])
      assert.ok(!isTest(path), path);
  });

  it('blanks all that may be a comment, and nothing else', () => {
    for (const [text, expected] of [
      ['a // b\nc', 'a     \nc'],
      ['a /* b\n */ c', 'a     \n    c'],
      ['a <!-- b --> c', 'a            c'],
      ['a /* b', 'a     '],
      ['/* a // */ b', '           b'],
      ['"//" + c', '"       '],
      ['a / b * c', 'a / b * c'],
    ] as const)
      assert.equal(blankComments(text), expected);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', '*', '<!--', '-->', '\n', '"', 'a') }), (text) => {
        const blank = blankComments(text);
        assert.equal(blank.length, text.length);
        assert.equal(blank.split('\n').length, text.split('\n').length);
        assert.ok(!/\/\/|\/\*|<!--/.test(blank));
      }),
    );
  });

  it('takes time in step with the length', () => {
    for (const sign of ['"', "'", '`', '/', '\\', '/*', '<!--', '\\"', '\\`', '*/', "'a", '//\n', '"a/*']) {
      const text = sign.repeat(1_000_000 / sign.length);
      const started = processorTime();
      blankComments(text);
      findQuoted(text, 'new-home');
      createImportIndex().add('a.ts', text);
      assert.ok(processorTime() - started < 2000, sign);
    }
  });

  it('finds a key only between quotes of one kind', () => {
    assert.deepEqual(findQuoted('"a" \'a\' `a` "a\' "ab" a "a"', 'a'), [0, 4, 8, 23]);
    assert.equal(toCamelCase('new-home.v2_x'), 'newHomeV2X');
  });
});

describe('readCodeFacts', () => {
  it('reads strings with their names, words, members and imports', async () => {
    const text = `
      import a from './a'; export * from "./b"; export { c } from './c'; export const own = 1;
      const A = 'x', B = { one: 'y', [k]: 'z', 'q': 'w', f() { return 'v'; } } as const;
      let { d, ...rest } = useFlags(); const { e } = other(); const { [g]: h } = flags; let [i] = flags;
      require('./r'); import(\`./i\`); import(x); require(); notRequire('./n');
      flags['computed']; app.featureToggles().newHome; flags?.maybe; (function () {}).x;
    `;
    const facts = await readCodeFacts('a.ts', text);
    assert.deepEqual(
      facts.strings.filter(({ name }) => name !== undefined).sort((one, two) => (one.value < two.value ? -1 : 1)),
      [
        { value: 'x', name: 'A' },
        { value: 'y', name: 'B.one' },
      ],
    );
    assert.deepEqual([...facts.members].sort(), ['d', 'maybe', 'newHome']);
    assert.deepEqual([...facts.imports].sort(), ['./a', './b', './c', './i', './r']);
    assert.ok(facts.identifiers.has('app.featureToggles') && !facts.identifiers.has('A'));
  });

  it('reads as little of a template as it means', async () => {
    const { strings } = await readCodeFacts('a.js', 'f(`a`); f(`a${b}c`); f(String.raw`\\u`);');
    assert.deepEqual(strings, [{ value: 'a' }]);
  });

  it('reads frames as text, and nothing of what does not parse', async () => {
    const frame = await readCodeFacts(
      'a.vue',
      `<script>import x from './x'; // import './y'\n</script><p :a="flags.newHome || house.door">`,
    );
    assert.deepEqual([[...frame.imports], [...frame.members]], [['./x'], ['newHome']]);
    const store = await readCodeFacts(
      'a.svelte',
      "<script>import { newHome as home, other } from './flags';\nimport { a } from './houses';</script>{#if $home}{a}{/if}",
    );
    assert.deepEqual([...store.members], ['newHome']);
    assert.deepEqual((await readCodeFacts('b.svelte', '')).identifiers.size, 0);
    assert.deepEqual((await readCodeFacts('a.ts', "const = 'a'")).strings, []);
  });

  it('takes deep and wide programs', async () => {
    const wide = await readCodeFacts('a.js', `x = [${"'a',".repeat(150_000)}]`);
    assert.equal(wide.strings.length, 150_000);
    const calls = await readCodeFacts('a.js', `flags${'()'.repeat(50_000)}.x`);
    assert.ok(calls.members.has('x') || calls.identifiers.size === 0);
  });

  it('throws on no text', async () => {
    const part = fc.constantFrom(
      ...'import from "./a" \' ` const let x = ( ) { } [ ] . flags => enum as // /* */ \n ; : <p> </p>'.split(' '),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 30 }),
        fc.constantFrom('a.tsx', 'a.js', 'a.vue'),
        async (parts, path) => {
          await readCodeFacts(path, parts.join(' '));
        },
      ),
    );
  });
});

describe('createImportIndex', () => {
  it('finds what may import a path, by whichever name', () => {
    const cases: readonly (readonly [importer: string, text: string, target: string, found: boolean])[] = [
      ['a/b.ts', "import './c'", 'a/c.tsx', true],
      ['a/b.ts', "import './c.js'", 'a/c.ts', true],
      ['a/b.ts', "import './c?raw'", 'a/c.vue', true],
      ['a/b.ts', "import '.'", 'a/index.ts', true],
      ['a/b.ts', "import '..'", 'index.ts', true],
      ['a/b.ts', "import '../../..//x'", 'x.ts', true],
      ['a/b.ts', "import './c'", 'b/c.ts', false],
      ['a/b.ts', "import '@/a/c'", 'src/a/c.ts', true],
      ['a/b.ts', "import '@/a/c'", 'src/aa/c.ts', false],
      ['a/b.ts', "import '@/a/'", 'src/x.ts', false],
      ['a/b.ts', "import '@/index'", 'x/index.ts', false],
      ['a/b.ts', "import 'react'", 'react.ts', false],
      ['a/b.ts', "import './b'", 'a/b.ts', false],
      ['a/b.ts', 'import(name)', 'a/x/c.ts', true],
      ['a/b.ts', 'import(name)', 'c.ts', false],
      ['b.ts', 'require(name)', 'x/c.ts', true],
      ['a/b.ts', 'import(/* webpackChunkName: "home" */ "./x")', 'a/x.ts', true],
      ['a/b.ts', 'import(/* webpackChunkName: "home" */ "./x")', 'a/c.ts', false],
      ['a/b.ts', 'import(\n  // the page\n  /* one */ /* two */ "./x"\n)', 'a/c.ts', false],
      ['a/b.ts', "import('./x', { with: { type: 'json' } })", 'a/c.ts', false],
      ['a/b.ts', 'import(`./x`)', 'a/c.ts', false],
      ['a/b.ts', 'import(`./${x}`)', 'a/c.ts', true],
      ['a/b.ts', 'import(`./${x}.json`)', 'a/c.ts', false],
      ['a/b.ts', 'import(`./${x}.js`)', 'a/c.ts', true],
      ['a/b.ts', 'import(`./${x}.page`)', 'a/c.ts', true],
      ['a/b.ts', 'import(/* what */ name)', 'a/c.ts', true],
      ['a/b.ts', "require('./pages/' + name)", 'a/pages/c.ts', true],
      ['a/b.ts', 'require(path.join(process.cwd(), "./dist/index.js"))', 'a/c.ts', false],
      ['a/b.ts', 'require(path.join(process.cwd(), "./dist/index.js"))', 'a/dist/index.ts', true],
      ['a/b.ts', 'require(path.join(process.cwd(), `./dist/index.js`))', 'a/c.ts', false],
      ['a/b.ts', 'require(path.join(process.cwd(), `./${x}`))', 'a/c.ts', true],
      ['a/b.ts', "require(resolve(__dirname, '../x/c'))", 'x/c.ts', true],
      ['a/b.ts', "require(join(__dirname, name, 'c'))", 'a/x/c.ts', true],
      ['a/b.ts', "require(join(__dirname, name, '..'))", 'a/x/c.ts', true],
      ['a/b.ts', 'require.context("../x")', 'x/c.ts', true],
    ];
    for (const [importer, text, target, found] of cases) {
      const index = createImportIndex();
      index.add(importer, text);
      assert.deepEqual([...index.importersOf(target)], found ? [importer] : [], `${text} ${target}`);
    }
  });

  it('knows by one name whether it may mean a path', () => {
    for (const [named, found] of [
      ['./c', true],
      ['~/a/c', true],
      ['./d', false],
      ['c', false],
      ['x/', false],
    ] as const)
      assert.equal(mayResolveTo('a/b.ts', named, 'a/c.ts'), found, named);
  });

  it('names places', () => {
    assert.deepEqual(
      [
        resolveImport('c', './a/../b'),
        modulePath('a/index.tsx'),
        modulePath('index.js'),
        resolveImport('a', '.'),
        resolveImport('a/b/c', '.'),
      ],
      ['b', 'a', '', '', 'a/b'],
    );
  });
});

describe('feature code', () => {
  it('reads the programs of a folder and those beyond that they import, tests apart', async () => {
    const head = {
      'f/a.ts': "import '../g/b'; import '../h'; import './c';",
      'f/a.test.ts': '',
      'f/c.json': '',
      'g/b.ts': '',
      'g/c.ts': '',
      'h/index.ts': '',
      'f/u.ts': { mode: '100644', oid: 'e', bytes: 1, unread: 'binary' } as const,
    };
    const code = await createFeatureReader(createReviewContext({ head }))('f');
    assert.deepEqual([...code.keys()].sort(), ['f/a.ts', 'f/u.ts', 'g/b.ts', 'h/index.ts']);
    assert.equal((await createFeatureReader(createReviewContext({ head }))('')).size, 5);
  });

  it('is entered by what nothing in it imports', () => {
    const code = new Map([
      ['f/index.ts', "export * from './a'"],
      ['f/a.ts', "import './b'"],
      ['f/b.ts', ''],
      ['g/c.ts', "import '../f/index'"],
    ]);
    assert.deepEqual(findEntries(code, 'f'), ['f/index.ts', 'f/a.ts']);
  });
});
