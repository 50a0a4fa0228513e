import assert from 'node:assert/strict';

import fc from 'fast-check';

import { compareCatalogs } from '../../src/catalogs/compare-catalogs.js';
import { indexLines } from '../../src/text/index-lines.js';
import { toSourceOffset } from '../../src/catalogs/to-source-offset.js';
import { readCatalog } from '../../src/catalogs/read-catalog.js';
import { readJson } from '../../src/catalogs/read-json.js';
import { processorTime } from '../support/processor-time.js';

const read = (text: string) => readCatalog('i18n/en.json', text);

describe('readCatalog', () => {
  it('flattens keys with their places', () => {
    const catalog = read(
      '\uFEFF{\r\n  "home": {\r\n    "title": "Hi",\r\n    "a.b": "x"\r\n  },\r\n  "steps": ["one", 2],\r\n  "none": {}\r\n}',
    );
    assert.equal(catalog.problem, undefined);
    assert.deepEqual(
      [...catalog.entries.values()].map(({ label, value, isText, keyAt, at }) => [
        label,
        value,
        isText,
        keyAt.line,
        keyAt.column,
        at.column,
      ]),
      [
        ['home.title', 'Hi', true, 3, 5, 14],
        ['home.a.b', 'x', true, 4, 5, 12],
        ['steps[0]', 'one', true, 6, 13, 13],
        ['steps[1]', '2', false, 6, 20, 20],
        ['none', '{}', false, 7, 3, 11],
      ],
    );
    assert.deepEqual(catalog.groups.get('["home"]'), { line: 2, column: 3 });
  });

  it('writes a key for messages in one line, without quotation marks of its own', () => {
    const labels = (text: string) => [...read(text).entries.values()].map(({ label }) => label);
    assert.deepEqual(labels('{"emptyState.body":"1","Hi\\n you":{"x":["2"]}}'), ['emptyState.body', 'Hi you.x[0]']);
    assert.deepEqual(labels(`{"${'k'.repeat(500)}":"1"}`), [`${'k'.repeat(120)}…`]);
  });

  it('keeps keys apart that only look alike', () => {
    assert.equal(
      read('{"a.b":"1","a":{"b":"2"},"c":["3"],"d":{"0":"4"},"\\u0065":"5","__proto__":{"x":"6"},"constructor":"7"}')
        .entries.size,
      7,
    );
    assert.equal(Object.prototype.hasOwnProperty.call(Object.prototype, 'x'), false);
  });

  for (const [text, says, line, column] of [
    ['{\n "a": "b"\n "c": "d"\n}', /a comma is missing before this/, 3, 2],
    ['{\n "a": "Say "hello" now"\n}', /a quotation mark within a text ends it before this; write it as \\"/, 2, 13],
    ['{\n "a": "Remove "{0}" now"\n}', /a quotation mark within a text ends it/, 2, 16],
    ['{"a": ["b" "c"]}', /a comma is missing before this/, 1, 12],
    ['{"a": 1 b}', /something here that is no JSON|a comma is missing/, 1, 9],
    ['{"a": "b"\n c}', /something here that is no JSON|a comma is missing/, 2, 2],
    ['{"a": "b",}', /a key in straight quotation marks is missing/, 1, 11],
    ['{"a": }', /a value is missing/, 1, 7],
    ['{"a" "b"}', /a colon is missing/, 1, 6],
    ['{"a": "b"', /a “}” is missing/, 1, 10],
    ['{"a": ["b"', /a “\]” is missing/, 1, 11],
    ['{}}', /the catalog ends before this/, 1, 3],
    ['{ // why\n}', /JSON has no comments/, 1, 3],
    ['{"a": "b\n}', /the quotation mark that ends this text is missing/, 1, 7],
    ['{"a": "\\q"}', /before a letter that it cannot stand before/, 1, 7],
    ['{"a": "\\u12"}', /without its four digits/, 1, 7],
    ['{"a": "\t"}', /a tab or another control character/, 1, 7],
    ['{“a”: "b"}', /something here that is no JSON/, 1, 2],
    ['{"a": 1.}', /not valid JSON from here on/, 1, 7],
    ['', /a value is missing/, 1, 1],
    ['["a"]', /a catalog is an object/, 1, 1],
    ['"a"', /a catalog is an object/, 1, 1],
    ['{"a":'.repeat(10_000), /nested more than 50 levels/, 1, 1],
    [`{"a":"${'b'.repeat(5_000_000)}"}`, /too long/, 1, 1],
  ] as const) {
    it(`says where it is no catalog: ${text.slice(0, 16)}`, () => {
      const { problem } = read(text);
      assert.match(problem?.message ?? '', says);
      assert.deepEqual(problem?.at, { line, column });
    });
  }

  it('names keys that stand twice', () => {
    const [first, more] = read('{"a":{"b":"1",\n"b":"2"},"c":{"b":"3"}}').duplicates;
    assert.deepEqual([first?.id, first?.at, more], ['["a","b"]', { line: 2, column: 1 }, undefined]);
    assert.match(first?.message ?? '', /the first is in line 1/);
  });

  it('takes four megabytes in bounded time', () => {
    const text = JSON.stringify(
      Object.fromEntries(
        Array.from({ length: 60_000 }, (_one, index) => [`key${index}`, `Some text of usual length, number ${index}`]),
      ),
    );
    const start = processorTime();
    assert.equal(read(text).entries.size, 60_000);
    assert.ok(processorTime() - start < 3000);
  });

  it('throws on no text, and finds trouble where JSON.parse does', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u0061"',
      '1',
      '-0',
      '1e5',
      '01',
      'true',
      'null',
      ' ',
      '\n',
      '\t',
      '\v',
      '"',
      '//',
      '\u00a0',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
          fc.string(),
          fc.json(),
        ),
        (text) => {
          const { problem } = readJson('a.json', text);
          if (problem?.message.includes('levels deep') === true) return;
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          assert.equal(problem === undefined, valid);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('compareCatalogs', () => {
  const compareTexts = (before: string, after: string) =>
    compareCatalogs(readCatalog('en.json', before), readCatalog('en.json', after));

  it('tells what is new, changed and gone, with its place', () => {
    const differences = compareTexts(
      '{"a":"1","b":"2","c":{"d":"3"},"e":{},"f":"5"}',
      '{"a":"1",\n"b":"x",\n"g":"7",\n"e":{"h":"8"}, "f": 5}',
    );
    assert.deepEqual(differences, [
      { key: 'b', before: '2', after: 'x', at: { line: 2, column: 5 } },
      { key: 'g', after: '7', at: { line: 3, column: 5 } },
      { key: 'e.h', after: '8', at: { line: 4, column: 10 } },
      { key: 'f', before: '5', after: '5', at: { line: 4, column: 21 } },
      { key: 'c.d', before: '3', at: { line: 2, column: 1 } },
    ]);
    assert.equal(compareTexts('{}', '{"a":"1"}').length, 1);
    assert.equal(compareTexts('{"a":"1"}', '{}').length, 1);
  });

  it('shows what is gone at the top where nothing of it is left, and beside what stands there in a text that breaks off', () => {
    const top = { line: 1, column: 1 };
    const gone = (before: string, after: string) => compareTexts(before, after).at(-1);
    assert.deepEqual(gone('"a"', '{"b":"1"}'), { key: '', before: 'a', at: top });
    assert.deepEqual(gone('{"c":{"d":"1","e":"2"}}', ' \n{"c":{"d":"1"'), {
      key: 'c.e',
      before: '2',
      at: { line: 2, column: 7 },
    });
  });

  it('finds a catalog equal to itself, and each key that is taken out', () => {
    const catalogs = fc.dictionary(
      fc.string({ minLength: 1 }),
      fc.oneof(fc.string(), fc.dictionary(fc.string(), fc.string(), { minKeys: 1 })),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(catalogs, fc.nat(), (object, chosen) => {
        const whole = read(JSON.stringify(object));
        assert.deepEqual(compareCatalogs(whole, read(JSON.stringify(object, null, 2))), []);
        const keys = Object.keys(object);
        const gone = keys[chosen % keys.length] ?? '';
        const rest = read(JSON.stringify(Object.fromEntries(Object.entries(object).filter(([key]) => key !== gone))));
        const lost = compareCatalogs(whole, rest);
        assert.ok(lost.length > 0 && lost.every(({ after }) => after === undefined));
        assert.ok(compareCatalogs(rest, whole).every(({ before }) => before === undefined));
      }),
    );
  });
});

describe('indexLines and rawOffset', () => {
  it('count lines by line feeds and no column for a byte order mark', () => {
    const index = indexLines('\uFEFFab\r\nc');
    assert.deepEqual([0, 1, 3, 5, 99].map(index), [
      { line: 1, column: 1 },
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
    ]);
  });

  it('lead through escapes', () => {
    const text = '"a\\u0062\\n😀d"';
    assert.deepEqual(
      [0, 1, 2, 3, 5, 6, 60].map((offset) =>
        text.slice(toSourceOffset(text, 0, offset), toSourceOffset(text, 0, offset) + 1),
      ),
      ['a', '\\', '\\', '\ud83d', 'd', '"', '"'],
    );
    assert.equal(toSourceOffset('"\\', 0, 5), 2);
  });
});
