import assert from 'node:assert/strict';
import fc from 'fast-check';

import { dataLimits } from '../../src/parsers/data-tree.js';
import type { DataNode } from '../../src/parsers/data-tree.js';
import { parseYaml } from '../../src/parsers/parse-yaml.js';
import { toPlainData } from '../../src/flags/plain-data.js';
import { processorTime } from '../support/processor-time.js';

const newer = (node: DataNode | undefined): unknown =>
  node && JSON.parse(JSON.stringify(toPlainData(node, { words: 'newer', merges: 'followed' })));
const older = (node: DataNode | undefined): unknown => {
  assert.ok(node?.kind === 'map');
  return Object.fromEntries(node.entries.map((entry) => [entry.key, entry.node.kind === 'scalar' && entry.node.older]));
};

/** `line:column message` of each complaint. */
const problemsOf = (text: string): string[] =>
  parseYaml(text).problems.map(({ at, message }) => `${at.line}:${at.column} ${message}`);

describe('parseYaml', () => {
  it('reads plain words as YAML 1.2 and as YAML 1.1 do', () => {
    for (const [word, one, other] of [
      ['true', true, true],
      ['on', 'on', true],
      ['No', 'No', false],
      ['y', 'y', true],
      ['010', 10, 8],
      ['0o17', 15, '0o17'],
      ['1_000', '1_000', 1000],
      ['1:30', '1:30', 90],
      ['0x1F', 31, 31],
      ['1.50', 1.5, 1.5],
      ['~', null, null],
      ['1e2', 100, '1e2'],
      ['1E+2', 100, '1E+2'],
      ['-1.5e3', -1500, '-1.5e3'],
      ['1.5e+3', 1500, 1500],
      ['.5', 0.5, 0.5],
      ['+1', 1, 1],
      ['08', 8, '08'],
      ['0x1e2', 482, 482],
      ['2024-01-01', '2024-01-01', 'tag:yaml.org,2002:timestamp 2024-01-01'],
      ['.inf', '.inf', 'tag:yaml.org,2002:float .inf'],
      ['9007199254740993', '9007199254740993', 'tag:yaml.org,2002:int 9007199254740993'],
      ['0o7777777777777777777', '0o7777777777777777777', 'tag:yaml.org,2002:int 0o7777777777777777777'],
      ['"2024-01-01"', '2024-01-01', '2024-01-01'],
      ['"no"', 'no', 'no'],
      ["'010'", '010', '010'],
      ['!!str on', 'on', 'on'],
      ['', null, null],
    ] as const) {
      const { root, problems } = parseYaml(`a: ${word}\n`);
      assert.deepEqual([newer(root), older(root), problems], [{ a: one }, { a: other }, []], word);
    }
  });

  it('does not let a %YAML line choose the reading', () => {
    const { root } = parseYaml('%YAML 1.1\n---\na: off\n');
    assert.deepEqual([newer(root), older(root)], [{ a: 'off' }, { a: false }]);
    assert.deepEqual(parseYaml('%YAML 1.1 \n%TAG ! !x-\n---\na: 1\n').directives, ['%YAML 1.1', '%TAG ! !x-']);
    assert.equal(parseYaml('a: 1\n').directives, undefined);
  });

  it('follows anchors, aliases and merge keys, own entries first and the first of several maps before the next', () => {
    const { root, problems } = parseYaml(
      'one: &one {a: 1, b: 1}\ntwo: &two {b: 2, c: 2}\nthree:\n  <<: [*one, *two]\n  a: 3\nfour: *one\nfive: {<<: *two}\n',
    );
    assert.deepEqual(problems, []);
    const { three, four, five } = newer(root) as Record<string, unknown>;
    assert.deepEqual(
      [three, four, five],
      [
        { a: 3, b: 1, c: 2 },
        { a: 1, b: 1 },
        { b: 2, c: 2 },
      ],
    );
  });

  it('takes a key without a value for one that is empty', () => {
    for (const text of ['a: {b, c: 1}\n', 'a:\n  ? b\n  ? c\n  : 1\n']) {
      assert.deepEqual(newer(parseYaml(text).root), { a: { b: null, c: 1 } }, text);
    }
  });

  it('keeps the names of anchors and aliases, and places from 1', () => {
    const { root } = parseYaml('\uFEFFa: &x 1\r\nb:\r\n  - *x\r\n');
    assert.ok(root?.kind === 'map');
    const [a, b] = root.entries;
    assert.deepEqual(a?.node, {
      kind: 'scalar',
      at: { line: 1, column: 7 },
      anchor: 'x',
      text: '1',
      value: 1,
      older: 1,
    });
    assert.ok(b?.node.kind === 'list');
    assert.deepEqual([b.at, b.node.at, b.node.items[0]?.alias], [{ line: 2, column: 1 }, { line: 3, column: 3 }, 'x']);
  });

  it('has nothing to say of an empty text', () => {
    for (const text of ['', '# a comment\n', '\n\n']) {
      assert.deepEqual(parseYaml(text).problems, []);
      assert.ok(['', undefined].includes((parseYaml(text).root as { text?: string } | undefined)?.text), text);
    }
  });

  it('says with its place what cannot be trusted', () => {
    for (const [text, wanted] of [
      ['a: 1\na: 2\n', /^2:1 “a” is there twice/],
      ['yes: 1\ntrue: 2\n', /^2:1 “true” is there twice/],
      ['0o17: 1\n15: 2\n', /^2:1 “15” is there twice/],
      ['"1": 1\n1: 2\n', /^2:1 “1” is there twice/],
      ['a: {<<: {b: 1}, <<: {b: 2}}\n', /^1:17 “<<” is there twice/],
      ['a: 1\n---\nb: 2\n', /^2:1 This file holds several YAML documents/],
      ['a: !!int 4\n', /^1:10 The tag “tag:yaml.org,2002:int”/],
      ['a: !Ref b\n', /^1:9 The tag “!Ref”/],
      ['a: *b\n', /^1:4 “\*b” stands for “&b”, which is not defined above it/],
      ['a: &a [1, *a]\n', /^1:11 “\*a” stands for “&a”, which contains it/],
      ['? [a]\n: 1\n', /^1:3 An entry here has no plain name/],
      ['{a: 1, : 2}\n', /^1:8 An entry here has no plain name/],
      ['a: {<<: 5}\n', /^1:9 A merge key/],
      ['a: {<<: [{b: 1}, 5]}\n', /^1:18 A merge key/],
    ] as const) {
      assert.match(problemsOf(text).join('\n'), wanted, text);
      assert.equal(parseYaml(text).problems[0]?.fatal, false, text);
    }
  });

  it('points at signs that end a line for some programs only: what follows may be hidden in a comment', () => {
    for (const sign of ['\r', '\u0085', '\u2028', '\u2029']) {
      const { problems } = parseYaml(`a: 1\n# why${sign}b: 2\n`);
      assert.deepEqual(
        problems.map(({ at, fatal }) => [at.line, at.column, fatal]),
        [[2, 6, false]],
        JSON.stringify(sign),
      );
    }
    assert.deepEqual(parseYaml('a: 1\r\n# why\r\n').problems, []);
  });

  it('reads nothing of what is no YAML, in either of two documents', () => {
    for (const [text, line] of [
      ['a: [1\n', 2],
      ['a: 1\n b: 2\n', 1],
      ['a: 1\n---\nb: }\n', 3],
    ] as const) {
      const { root, problems } = parseYaml(text);
      assert.equal(root, undefined, text);
      assert.deepEqual(
        problems.map(({ fatal, at }) => [fatal, at.line]),
        [[true, line]],
        text,
      );
      assert.match(
        problems[0]?.message ?? '',
        /^This file is not valid YAML from here on \(.+\), so it cannot be read\./,
      );
    }
  });

  it('keeps a bounded number of complaints', () => {
    assert.equal(problemsOf('a: 1\n'.repeat(1000)).length, 50);
  });

  it('takes keys that mean something to JavaScript as any other', () => {
    const { root } = parseYaml('__proto__: {polluted: true}\nconstructor: 1\n');
    const data = toPlainData(root as DataNode, { words: 'newer', merges: 'followed' }) as Record<string, unknown>;
    assert.deepEqual(Object.keys(data), ['__proto__', 'constructor']);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  describe('is bounded in time and memory', () => {
    const laughs = (levels: number, width: number): string =>
      `a0: &a0 x\n${Array.from({ length: levels }, (_, level) => `a${level + 1}: &a${level + 1} [${Array<string>(width).fill(`*a${level}`).join()}]`).join('\n')}`;
    const bombs: Record<string, [string, RegExp]> = {
      'a billion laughs': [laughs(40, 9), /too many entries to check .* what its aliases repeat/],
      'merge keys that bring in a large map again and again': [
        `d: &d {${Array.from({ length: 5000 }, (_, index) => `k${index}: 1`).join(', ')}}\n${Array.from({ length: 500 }, (_, index) => `e${index}: {<<: *d}`).join('\n')}`,
        /too many entries to check .* what its aliases repeat/,
      ],
      'a long list of large aliases': [
        `a: &a [${'1,'.repeat(5000)}]\nb: [[${'*a,'.repeat(30)}], 1]\n`,
        /too many entries to check/,
      ],
      'many maps after the limit': [`${laughs(20, 9)}\nm: {a: {b: 1}, c: {d: 2}}\n`, /too many entries to check/],
      'brackets without end': ['['.repeat(20_000), /nested too deeply/],
      'maps without end': ['{a: '.repeat(10_000), /nested too deeply/],
      'lists in lists': [`${'- '.repeat(10_000)}a`, /nested too deeply/],
      'questions in questions': [`${'? '.repeat(10_000)}a`, /nested too deeply/],
      'ever deeper lines': [
        Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
        /nested too deeply/,
      ],
      'a huge text': ['a'.repeat(dataLimits.characters + 1), /too large to check \(over 256 KB\)/],
    };
    for (const [name, [text, wanted]] of Object.entries(bombs)) {
      it(name, () => {
        const start = processorTime();
        const { root, problems } = parseYaml(text);
        assert.equal(root, undefined);
        assert.match(problems[0]?.message ?? '', wanted);
        assert.equal(problems[0]?.fatal, true);
        assert.ok(processorTime() - start < 3000);
      });
    }
  });

  it('throws on no text', () => {
    const pieces = fc.constantFrom(
      ...'a b : :  - ? , [ ] { } & * ! | > % @ ` " # <<: *a &a !!int --- ... \n \n\n  \t 1 on ~ \u0000 \uFEFF'.split(
        ' ',
      ),
      ' ',
      '\n',
      '  ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((some) => some.join('')),
        ),
        (text) => {
          const { root, problems } = parseYaml(text);
          assert.ok(root === undefined || problems.every(({ fatal }) => !fatal));
          for (const { at } of problems) assert.ok(at.line >= 1 && at.column >= 1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads JSON as JSON reads it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const { root, problems } = parseYaml(JSON.stringify(value));
        fc.pre(problems.length === 0);
        assert.equal(JSON.stringify(newer(root)), JSON.stringify(sorted(value)));
      }),
    );
  });
});

/** As written to JSON and read again, with keys in order and whole numbers beyond a double's reach as text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, sorted(child)]));
}
