import assert from 'node:assert/strict';

import { parseJavaScript } from '../../src/parsers/parse-javascript.js';
import { processorTime } from '../support/processor-time.js';

const problemOf = (text: string, path: string): string => {
  const result = parseJavaScript(text, path);
  return 'problem' in result ? result.problem.message : '';
};

describe('parseJavaScript', () => {
  it('reads each dialect by the ending of the path', () => {
    for (const [path, text] of [
      ['a.ts', 'const a: string = <string>b;'],
      ['a.d.mts', 'export const a: string;'],
      ['a.tsx', 'const a: A = <b>{c}</b>;'],
      ['a.js', 'const a = <b>{c}</b>;'],
      ['a.cjs', 'module.exports = 1;'],
    ] as const) {
      assert.equal(problemOf(text, path), '', path);
    }
    assert.match(problemOf('const a: string = 1;', 'a.js'), /a syntax error/);
  });

  it('counts lines as git does and no column for a byte order mark', () => {
    const result = parseJavaScript('\uFEFFa;\u2028b;\r\nc = ;', 'a.ts');
    assert.ok('problem' in result);
    assert.deepEqual(result.problem, { message: 'of a syntax error: Unexpected token', line: 2, column: 5 });
  });

  it('does not parse what is too long or too deep', () => {
    assert.match(problemOf('a'.repeat(1_000_001), 'a.ts'), /too long/);
    assert.match(problemOf('['.repeat(20_000), 'a.ts'), /too deeply/);
  });

  it('stops within three seconds where 64 KB would keep the parser busy for ages', () => {
    const text = 'f<T>(a='.repeat(40).padEnd(65_536, '/**/ ');
    const start = processorTime();
    assert.match(problemOf(text, 'a.ts'), /too entangled/);
    assert.ok(processorTime() - start < 3500);
  });

  for (const part of ['<T>(', 'async<T>(a=', 'a?(b:', 'a<b<', '`${', 'type A=B<', '{[', '({a=', '@(', '(a:(']) {
    it(`stops at 64 KB of ${part}`, () => {
      const start = processorTime();
      assert.notEqual(problemOf(part.repeat(65_536 / part.length), 'a.ts'), '');
      assert.ok(processorTime() - start < 3500);
    });
  }
});
