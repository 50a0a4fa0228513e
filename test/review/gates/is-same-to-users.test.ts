import assert from 'node:assert/strict';

import { isSameToUsers } from '../../../src/review/gates/is-same-to-users.js';

describe('a change of a program that nobody meets', () => {
  it('is one of comments and types alone', async () => {
    for (const [before, after, same] of [
      ['a();\n', '// why\na();\n', true],
      ['a();\n\nb();', 'a(); // why\n\nb();', true],
      ['a();\ntype A = 1;', 'a();\ntype A = 1 | 2; // why', true],
      ['a();', 'a();\nexport interface A {\n  /** Why. */\n  b: string;\n}', true],
      ['export const a = 1;', 'export const a = 2;', false],
      ['const a = 1, b = 2; export { a };', 'const a = 1, b = 2; export { b };', false],
      ['let a;\nexport { a };', 'let a; // why\nexport { a };', true],
      ['a();', 'b();', false],
      ['a();', '/* @jsx h */ a();', false],
      ['a(`x`);', 'a(`x\n\n`);', false],
      ['a(', 'a(', false],
    ] as const)
      assert.equal(await isSameToUsers('a.ts', before, after), same, `${before} → ${after}`);
  });
});
