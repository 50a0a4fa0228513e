import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addText, canAddTo } from '../../../src/presentation/words-page/add-text.js';

type Key = readonly (string | number)[];

async function add(path: string, file: string, key: Key, value: string, order: readonly Key[]): Promise<string> {
  const outcome = await addText(path, key, value, order, file);
  return outcome.done ? outcome.text : `refused: ${outcome.why}`;
}

const flat = (...names: readonly string[]): readonly Key[] => names.map((name) => [name]);

interface Case {
  readonly title: string;
  readonly path: string;
  readonly file: string;
  readonly key: Key;
  readonly order: readonly Key[];
  readonly value?: string;
  readonly expected: string;
}

const abc = flat('a', 'b', 'c');

const cases: readonly Case[] = [
  {
    title: 'JSON, behind what stands before it, at the end',
    path: 'i18n/de.json',
    file: '{\n    "z": "Z",\n    "a": "A"\n}\n',
    key: ['b'],
    order: abc,
    expected: '{\n    "z": "Z",\n    "a": "A",\n    "b": "Neu \\"x\\""\n}\n',
  },
  {
    title: 'JSON, between two, with the line ends of the file',
    path: 'i18n/de.json',
    file: '\uFEFF{\r\n  "a": "A",\r\n  "c": "C"\r\n}',
    key: ['b'],
    order: abc,
    expected: '\uFEFF{\r\n  "a": "A",\r\n  "b": "Neu \\"x\\"",\r\n  "c": "C"\r\n}',
  },
  {
    title: 'JSON, before what stands behind it',
    path: 'i18n/de.json',
    file: '{\n  "c": "C"\n}',
    key: ['b'],
    order: abc,
    expected: '{\n  "b": "Neu \\"x\\"",\n  "c": "C"\n}',
  },
  {
    title: 'JSON in a group, beside a neighbour that is not the nearest',
    path: 'i18n/de.json',
    file: '{\n\t"g": {\n\t\t"a": "A"\n\t},\n\t"x": "X"\n}',
    key: ['g', 'c'],
    order: [['g', 'a'], ['g', 'b'], ['g', 'c'], ['x']],
    expected: '{\n\t"g": {\n\t\t"a": "A",\n\t\t"c": "Neu \\"x\\""\n\t},\n\t"x": "X"\n}',
  },
  {
    title: 'JSON with the groups that it lies in, where the other language has them',
    path: 'i18n/de.json',
    file: '{\n    "a": {\n        "x": "X"\n    },\n    "c": "C"\n}\n',
    key: ['b', 'g', 't'],
    order: [['a', 'x'], ['b', 'g', 't'], ['c']],
    expected:
      '{\n    "a": {\n        "x": "X"\n    },\n    "b": {\n        "g": {\n            "t": "Neu \\"x\\""\n        }\n    },\n    "c": "C"\n}\n',
  },
  {
    title: 'JSON with nothing in it',
    path: 'i18n/de.json',
    file: '{}\n',
    key: ['b'],
    order: abc,
    expected: '{\n  "b": "Neu \\"x\\""\n}\n',
  },
  {
    title: 'JSON with an empty group, indented by tabs',
    path: 'i18n/de.json',
    file: '{\n\t"g": {}\n}\n',
    key: ['g', 'b'],
    order: [['g', 'b']],
    expected: '{\n\t"g": {\n\t\t"b": "Neu \\"x\\""\n\t}\n}\n',
  },
  {
    title: 'JSON with a group, its lines ended as the file ends them',
    path: 'i18n/de.json',
    file: '{\r\n  "x": "X"\r\n}',
    key: ['g', 'b'],
    order: [['x'], ['g', 'b']],
    expected: '{\r\n  "x": "X",\r\n  "g": {\r\n    "b": "Neu \\"x\\""\r\n  }\r\n}',
  },
  {
    title: 'JSON on one line',
    path: 'i18n/de.json',
    file: '{"a": "A", "z": "Z"}',
    key: ['b'],
    order: abc,
    expected: '{"a": "A","b": "Neu \\"x\\"", "z": "Z"}',
  },
  {
    title: 'Rails, without what is said of the neighbour alone',
    path: 'config/locales/de.yml',
    file: 'de:\n  g:\n    z: Zett\n    a: A # a note\n    c: "C"\n',
    key: ['g', 'b'],
    order: [
      ['g', 'z'],
      ['g', 'a'],
      ['g', 'b'],
      ['g', 'c'],
    ],
    expected: 'de:\n  g:\n    z: Zett\n    b: Neu "x"\n    a: A # a note\n    c: "C"\n',
  },
  {
    title: 'Android',
    path: 'app/src/main/res/values-de/strings.xml',
    file: '<resources>\n    <string name="a">A</string>\n</resources>\n',
    key: ['b'],
    order: abc,
    expected: '<resources>\n    <string name="a">A</string>\n    <string name="b">Neu \\"x\\"</string>\n</resources>\n',
  },
  {
    title: 'properties without an end of the last line',
    path: 'i18n/messages_de.properties',
    file: 'x.a = A',
    key: ['x.b'],
    order: flat('x.a', 'x.b'),
    expected: 'x.a = A\nx.b = Neu "x"',
  },
  {
    title: 'Apple',
    path: 'de.lproj/Localizable.strings',
    file: '/* c */\n"a" = "A";\n',
    key: ['b'],
    order: abc,
    expected: '/* c */\n"a" = "A";\n"b" = "Neu \\"x\\"";\n',
  },
  {
    title: 'TOML, in its table',
    path: 'locales/de.toml',
    file: '[g]\na = \'A\'\n\n[h]\na = "A"\nz = "Z"\n',
    key: ['h', 'b'],
    order: [
      ['h', 'a'],
      ['h', 'b'],
    ],
    expected: '[g]\na = \'A\'\n\n[h]\na = "A"\nb = "Neu \\"x\\""\nz = "Z"\n',
  },
  {
    title: 'PHP, whose last text has no comma',
    path: 'lang/de/a.php',
    file: "<?php\n\nreturn [\n    'a' => 'A'\n];\n",
    key: ['b'],
    order: abc,
    expected: "<?php\n\nreturn [\n    'a' => 'A',\n    'b' => 'Neu \"x\"'\n];\n",
  },
  {
    title: 'a program',
    path: 'src/locales/de.ts',
    file: "export default {\n  a: 'A',\n};\n",
    key: ['b'],
    order: abc,
    expected: "export default {\n  a: 'A',\n  b: 'Neu \"x\"',\n};\n",
  },
];

describe('addText', () => {
  for (const { title, path, file, key, order, value = 'Neu "x"', expected } of cases)
    it(`writes ${title}`, async () => assert.equal(await add(path, file, key, value, order), expected));

  it('says why nothing is added', async () => {
    const order = abc;
    const path = 'i18n/de.json';
    const refused: readonly (readonly [path: string, file: string, value: string, why: RegExp])[] = [
      ['a.txt', 'x', 'B', /no catalog/],
      [path, '{}', ' ', /leave a gap/],
      [path, '{}', 'x'.repeat(70_000), /too long/],
      [path, '{', 'B', /cannot be read/],
      [path, '{"b": "x"}', 'B', /has the text by now/],
      [path, '{"b": {"x": "x"}}', 'B', /has a group of texts under its key/],
      ['config/locales/de.yml', 'de:\n  x: X\n', 'B', /Nothing in the file shows where it belongs/],
      ['config/locales/de.yml', 'de:\n  a: |\n    A\n', 'B', /Nothing in the file shows/],
      ['config/locales/de.yml', 'de:\n  a: >\n    A\n', 'B', /Nothing in the file shows/],
      ['config/locales/de.yml', 'de: {a: A, c: C}\n', 'B', /Nothing in the file shows/],
      ['locales/de.toml', "[a]\nother = 'A'\n", 'B', /Nothing in the file shows/],
      ['l10n/de.resx', '<root><data name="a"><value>A</value></data></root>', 'B', /Nothing in the file shows/],
    ];
    for (const [each, file, value, why] of refused) assert.match(await add(each, file, ['b'], value, order), why, file);
    assert.match(await add('i18n/de.properties', 'a = A\n', ['b c'], 'B', flat('a', 'b c')), /Nothing in the file/);
    assert.match(
      await add(
        'res/values-de/strings.xml',
        '<resources>\n<string name="a">A</string>\n</resources>',
        ['b"'],
        'B',
        flat('a', 'b"'),
      ),
      /Nothing in the file/,
    );
  });

  it('knows which files can be given a text', () => {
    assert.deepEqual(['i18n/de.json', 'config/locales/de.yml', 'po/de.po', 'L.xcstrings', 'a.txt'].map(canAddTo), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('adds a text, and changes no other, whatever the names and texts', async () => {
    const name = fc.string({ minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { minLength: 2, maxLength: 6 }),
        fc.nat(5),
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.constantFrom(undefined, 2, '\t'),
        async (names, at, value, space) => {
          const key = names[at % names.length] as string;
          const others = Object.fromEntries(names.filter((each) => each !== key).map((each) => [each, `is ${each}`]));
          const outcome = await addText(
            'i18n/de.json',
            [key],
            value,
            flat(...names),
            JSON.stringify(others, null, space),
          );
          if (!outcome.done) return;
          assert.deepEqual(JSON.parse(outcome.text), { ...others, [key]: value });
        },
      ),
    );
  });
});
