import assert from 'node:assert/strict';
import fc from 'fast-check';

import { dataLimits } from '../../src/parsers/data-tree.js';
import { parseJson } from '../../src/parsers/parse-json.js';
import { toPlainData } from '../../src/flags/plain-data.js';

const troubleOf = (text: string): string[] =>
  parseJson(text).problems.map(({ at, message }) => `${at.line}:${at.column} ${message}`);

describe('parseJson', () => {
  it('gives each value with its place, and one reading', () => {
    const { root, problems } = parseJson('\uFEFF{\r\n  "a": [true, null, 1.5, "on"],\n  "": {}\n}');
    assert.deepEqual(problems, []);
    assert.ok(root?.kind === 'map');
    assert.deepEqual(
      root.entries.map(({ key, at }) => [key, at]),
      [
        ['a', { line: 2, column: 3 }],
        ['', { line: 3, column: 3 }],
      ],
    );
    for (const words of ['newer', 'older'] as const) {
      assert.equal(
        JSON.stringify(toPlainData(root, { words, merges: 'followed' })),
        '{"":{},"a":[true,null,1.5,"on"]}',
      );
    }
  });

  it('has nothing to say of an empty text', () => assert.deepEqual(parseJson(''), { root: undefined, problems: [] }));

  it('says with its place what is no JSON, or is there twice', () => {
    for (const [text, wanted] of [
      [
        '{"a": 1,}',
        '1:9 This file is not valid JSON from here on (property name expected), so it cannot be read. Fix this place, or take your last edit back.',
      ],
      [
        '{\n// why\n"a": 1}',
        '2:1 This file is not valid JSON from here on (invalid comment token), so it cannot be read. Fix this place, or take your last edit back.',
      ],
      [
        '{"a" 1}',
        '1:6 This file is not valid JSON from here on (colon expected), so it cannot be read. Fix this place, or take your last edit back.',
      ],
      [
        '{} {}',
        '1:4 This file is not valid JSON from here on (end of file expected), so it cannot be read. Fix this place, or take your last edit back.',
      ],
      ['{"a": 1,\n "a": 2}', '2:2 “a” is there twice, and programs differ in which one they take. Keep one.'],
    ] as const) {
      assert.deepEqual(troubleOf(text), [wanted], text);
    }
  });

  it('takes keys that mean something to JavaScript as any other', () => {
    const { root } = parseJson('{"__proto__": {"polluted": true}}');
    assert.ok(root?.kind === 'map');
    assert.equal(root.entries[0]?.key, '__proto__');
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('is bounded, also where brackets hide behind what looks like a string or a comment', () => {
    const deep = '['.repeat(100_000);
    for (const text of [
      deep,
      '{"a":'.repeat(50_000),
      `["\n${deep}`,
      `/*"*/${deep}`,
      `["\\\n${deep}`,
      `// "\n${deep}`,
    ]) {
      const [trouble] = parseJson(text).problems;
      assert.equal(trouble?.fatal, true);
      assert.match(trouble.message, /nested too deeply|not valid JSON/);
    }
    assert.equal(parseJson(`{"a": "${deep}"}`).problems.length, 0);
    assert.equal(parseJson(`[${'[],'.repeat(1000)}[]]`).problems.length, 0);
    assert.match(troubleOf(' '.repeat(dataLimits.characters + 1))[0] ?? '', /too large/);
  });

  it('throws on no text, and reads what JSON reads', () => {
    const pieces = fc.constantFrom(...'{ } [ ] , : "a" " \\ 1 - true null /* */ // e . \n'.split(' '), '\n', '\r');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.array(pieces).map((some) => some.join('')),
        ),
        (text) => {
          const { problems } = parseJson(text);
          const valid = isJson(text.replace(/^\uFEFF/, '')) || /^\uFEFF?[ \t\r\n]*$/.test(text);
          // Duplicate keys are the one thing that JSON.parse lets pass.
          assert.equal(
            problems.some(({ fatal }) => fatal),
            !valid,
            text,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
