import assert from 'node:assert/strict';

import { outlineProgram } from '../../../src/review/additions/outline-program.js';
import { breachesOf, programOf } from './program-breaches.js';

describe('outline', () => {
  it('tells apart what is exported under a name, a text or as a type', () => {
    const { declarations, statements } = outlineProgram(
      programOf("const a = 1; export { a as b, a as 'c d' }; type E = 1; export type { E };"),
    );
    assert.deepEqual(
      declarations.map(({ id }) => id),
      ['const a', 'export value b', 'export value c d', 'type E', 'export type E'],
    );
    assert.deepEqual(statements, []);
  });

  it('keeps an export under a text', () => {
    const before = "const a = 1; const b = 2; export { a as 'c d' };";
    assert.deepEqual(breachesOf(before, "const a = 1; const b = 2; export { a as 'c d', b as 'e f' };"), []);
    assert.deepEqual(breachesOf(before, "const a = 1; const b = 2; export { b as 'c d' };"), [
      ['“export value c d” is not what it was', "b as 'c d' };"],
    ]);
    assert.deepEqual(breachesOf(before, 'const a = 1; const b = 2;'), [
      ['“export value c d” is gone', 'const a = 1; const b = 2;'],
    ]);
  });
});
