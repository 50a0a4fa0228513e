import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseYaml } from '../../../src/parsers/parse-yaml.js';
import { parseKeyedJson } from '../../../src/work/merge/parse-keyed-json.js';
import { toCanonicalMeaning, formatKeyed, type ParseKeyed } from '../../../src/work/merge/keyed-text.js';
import { parseKeyedYaml } from '../../../src/work/merge/parse-keyed-yaml.js';
import { mergeByKey } from '../../../src/work/merge/merge-by-key.js';
import type { SideChoice, KeyQuestion } from '../../../src/work/conflict-options.js';
import { slowest } from '../setup.js';

const readYaml: ParseKeyed = (text) => parseKeyedYaml(text, parseYaml(text));

type Tree = { readonly [key: string]: string | number | readonly string[] | Tree };

const key = fc.constantFrom('a', 'b', 'c', 'title', 'on', '1', 'x y', 'ä');
const leaf = fc.oneof(
  fc.constantFrom('one', 'two', 'yes', '# no comment', 'a: b', '', 'line\nbreak', ' padded '),
  fc.integer({ min: 0, max: 5 }),
  fc.array(fc.constantFrom('p', 'q'), { maxLength: 2 }),
);
const { tree } = fc.letrec<{ tree: Tree; value: Tree[string] }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, leaf, tie('tree')),
  tree: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));

/** What a merge by key has to come to, worked out on values alone; `least`: maps with fewer keys are taken as a whole. */
function expected(base: Tree, yours: Tree, theirs: Tree, choice: SideChoice, least = 0): Tree {
  const merged: Record<string, Tree[string]> = {};
  for (const name of new Set([...Object.keys(yours), ...Object.keys(theirs)])) {
    const [then, mine, other] = [own(base, name), own(yours, name), own(theirs, name)];
    const both = isTree(mine) && isTree(other) && [mine, other].every((each) => Object.keys(each).length >= least);
    const value =
      same(mine, other) || same(then, other)
        ? mine
        : same(then, mine)
          ? other
          : both
            ? expected(isTree(then) ? then : {}, mine, other, choice, least)
            : choice === 'yours'
              ? mine
              : other;
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

function own(from: Tree, name: string): Tree[string] | undefined {
  return Object.hasOwn(from, name) ? from[name] : undefined;
}

function isTree(value: Tree[string] | undefined): value is Tree {
  return typeof value === 'object' && !Array.isArray(value);
}

function same(one: unknown, other: unknown): boolean {
  return sorted(one) === sorted(other);
}

function sorted(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return value === undefined ? 'nothing' : JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}:${sorted(inner)}`)
    .sort()
    .join()}}`;
}

const always = (choice: SideChoice) => () => Promise.resolve(choice);

describe('merging by key', function () {
  this.timeout(slowest);
  const json = (value: Tree, indent: number): string => `${JSON.stringify(value, undefined, indent)}\n`;

  it('merges JSON as its values are merged, for any three versions', async () => {
    await fc.assert(
      fc.asyncProperty(
        tree,
        tree,
        tree,
        fc.constantFrom<SideChoice>('yours', 'theirs'),
        fc.constantFrom(0, 2),
        async (base, yours, theirs, choice, indent) => {
          const texts = { base: json(base, indent), yours: json(yours, indent), theirs: json(theirs, indent) };
          const merged = await mergeByKey(texts, parseKeyedJson, always(choice));
          assert.ok(merged !== undefined);
          assert.ok(same(JSON.parse(merged), expected(base, yours, theirs, choice)), merged);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('merges YAML as its values are merged, or not at all', async () => {
    let through = 0;
    await fc.assert(
      fc.asyncProperty(
        tree,
        tree,
        tree,
        fc.constantFrom<SideChoice>('yours', 'theirs'),
        async (base, yours, theirs, choice) => {
          const texts = { base: stringify(base), yours: stringify(yours), theirs: stringify(theirs) };
          const merged = await mergeByKey(texts, readYaml, always(choice));
          if (merged === undefined) return;
          through += 1;
          // An empty map of YAML is written in one line and taken as a whole.
          const wanted = stringify(expected(base, yours, theirs, choice, 1));
          assert.equal(toCanonicalMeaning(readYaml(merged)), toCanonicalMeaning(readYaml(wanted)), merged);
        },
      ),
      { numRuns: 150 },
    );
    assert.ok(through > 50, `${through} were merged`);
  });

  it('leaves the text as it is where the other side changed nothing', async () => {
    await fc.assert(
      fc.asyncProperty(tree, tree, async (base, yours) => {
        const text = json(yours, 2);
        assert.equal(
          await mergeByKey(
            { base: json(base, 2), yours: text, theirs: json(base, 0) },
            parseKeyedJson,
            always('theirs'),
          ),
          text,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('cuts a text so that it can be put together again, and throws on none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          tree.map((value) => stringify(value)),
        ),
        (text) => {
          for (const read of [parseKeyedJson, readYaml]) {
            const map = read(text);
            if (map) assert.equal(formatKeyed(map), text);
          }
        },
      ),
    );
  });

  const merges: readonly (readonly [string, ParseKeyed, string | undefined, string, string, string | undefined])[] = [
    [
      'keeps blanks and comments of YAML',
      readYaml,
      '# Flags\n\nhome:\n  on: false\n',
      '# Flags\n\nhome:\n  on: false\n\n# Authored\nnew:\n  on: false # off\n',
      '# Flags\n\n# Home\nhome:\n  on: true\n  who: x\n',
      '# Flags\n\nhome:\n  on: true\n  who: x\n\n# Authored\nnew:\n  on: false # off\n',
    ],
    ['adds a line end where the last line has none', readYaml, 'a: 1', 'a: 1', 'a: 1\nb: 2', 'a: 1\nb: 2'],
    ['adds a line end in the middle', readYaml, 'b: 1\n', 'b: 1\nc: 2', 'b: 1\nd: 3\n', 'b: 1\nd: 3\nc: 2'],
    [
      'takes a block of text whole',
      readYaml,
      'a: 1\n',
      'a: 1\nb: 1\n',
      'a: |\n  # text\n\n  more\n',
      'a: |\n  # text\n\n  more\nb: 1\n',
    ],
    [
      'keeps what follows the document',
      readYaml,
      'a: 1\n...\n',
      'a: 1\nb: 2\n...\n',
      'a: 3\n...\n',
      'a: 3\nb: 2\n...\n',
    ],
    [
      'keeps a byte order mark of JSON',
      parseKeyedJson,
      '{}',
      '\uFEFF{ "a": 1 }\r\n',
      '{"b": 2}',
      '\uFEFF{"b": 2, "a": 1 }\r\n',
    ],
    ['fills an empty object', parseKeyedJson, undefined, '{}\n', '{\n  "a": 1\n}\n', '{\n  "a": 1\n}\n'],
    [
      'keeps numbers as they are written',
      parseKeyedJson,
      '{"a": 1}',
      '{"a": 1, "b": 1.0}',
      '{"a": 12345678901234567890}',
      '{"a": 12345678901234567890, "b": 1.0}',
    ],
    [
      'knows objects in lists',
      parseKeyedJson,
      '{"a": [{"b": true}]}',
      '{"a": [{"b": true}], "c": 1}',
      '{"a": [{"b":  true}]}',
      '{"a": [{"b": true}], "c": 1}',
    ],
    ['refuses a key that is there twice', parseKeyedJson, '{}', '{"a": 1, "a": 2}', '{"b": 1}', undefined],
    [
      'refuses a key that is there twice further down',
      parseKeyedJson,
      '{}',
      '{"x": {"a": 1, "a": 2}}',
      '{"b": 1}',
      undefined,
    ],
    ['refuses a list', parseKeyedJson, '[]', '[]', '[]', undefined],
    [
      'refuses what is nested too deeply',
      parseKeyedJson,
      '{}',
      `{"a": ${'['.repeat(80)}${']'.repeat(80)}}`,
      '{}',
      undefined,
    ],
    ['refuses anchors', readYaml, 'a: 1\n', 'a: &x 1\nb: *x\n', 'a: 2\n', undefined],
    ['refuses merge keys', readYaml, 'a: 1\n', 'x: {a: 1}\ny:\n  <<: {b: 1}\n', 'a: 2\n', undefined],
    ['refuses maps in one line', readYaml, 'a: 1\n', '{a: 1}\n', 'a: 2\n', undefined],
    ['refuses a second key behind a question mark', readYaml, 'a: 1\n', 'a: 1\n? b\n: 1\n', 'a: 2\n', undefined],
    ['refuses keys behind a question mark', readYaml, 'a: 1\n', '? a\n: 1\n', 'a: 2\n', undefined],
    [
      'refuses a map that begins behind three dashes',
      readYaml,
      'a: 1\n',
      '--- \na: 1\nb:\n  ? c\n  : 1\n',
      'a: 2\n',
      undefined,
    ],
    ['refuses a text that is empty', readYaml, 'a: 1\n', '', 'a: 2\n', undefined],
    [
      'refuses other depths of the same map',
      readYaml,
      'a:\n  b: 1\n',
      'a:\n  b: 1\n  c: 1\n',
      'a:\n    b: 1\n    d: 1\n',
      undefined,
    ],
  ];
  for (const [name, read, base, yours, theirs, merged] of merges) {
    it(name, async () => assert.equal(await mergeByKey({ base, yours, theirs }, read, always('yours')), merged));
  }

  it('asks for each key that both changed, and gives up without an answer', async () => {
    const asked: KeyQuestion[] = [];
    const sides = { base: '{"a": {"b": 1}, "c": 1}', yours: '{"a": {"b": 2}, "c": 2}', theirs: '{"a": {"b": 3}}' };
    const ask = (answers: readonly (SideChoice | undefined)[]) => (question: KeyQuestion) =>
      Promise.resolve(answers[asked.push(question) - 1]);
    assert.equal(await mergeByKey(sides, parseKeyedJson, ask(['theirs', 'theirs'])), '{"a": {"b": 3}}');
    assert.deepEqual(asked, [
      { keys: ['a', 'b'], yours: '2', theirs: '3' },
      { keys: ['c'], yours: '2', theirs: undefined },
    ]);
    asked.length = 0;
    assert.equal(await mergeByKey(sides, parseKeyedJson, ask(['yours', undefined])), undefined);
    asked.length = 0;
    assert.equal(await mergeByKey(sides, parseKeyedJson, ask([undefined])), undefined);
  });
});
