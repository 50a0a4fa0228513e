import assert from 'node:assert/strict';

import { breachesOf } from './program-breaches.js';

describe('compareValues', () => {
  it('lets what a type stands behind grow, and keeps the type', () => {
    for (const word of ['as', 'satisfies']) {
      const before = `const E = { a: 'x' } ${word} A;`;
      assert.deepEqual(breachesOf(before, `const E = { a: 'x', b: 'y' } ${word} A;`), []);
      const after = `{ a: 'x', b: 'y' } ${word} B;`;
      assert.deepEqual(breachesOf(before, `const E = ${after}`), [['“E” is not what it was', after]]);
    }
  });

  it('names what says something else though more is said of its type', () => {
    const [before, after] = ["{ a: 'x', b: 'y' }", "{ a: 'X', b: 'Y', c: 'z' }"];
    for (const [was, is] of [
      [before, `${after} as const`],
      [`${before} as const`, after],
      [`${before} as A`, `${after} as B`],
      [`${before} as const`, `${after} satisfies A`],
    ] as const)
      assert.deepEqual(
        breachesOf(`const E = ${was};`, `const E = ${is};`).map(([said]) => said),
        ['“E.a” is not what it was', '“E.b” is not what it was'],
        is,
      );
    assert.deepEqual(
      breachesOf(`const E = ${before};`, `const E = ${before} as const;`).map(([said]) => said),
      ['“E” is not what it was'],
    );
    assert.deepEqual(
      breachesOf(`const E = ${before};`, 'const E = [] as const;').map(([said]) => said),
      ['“E” is not what it was'],
    );
  });

  it('takes a text, a template, a name and a member of an object for one kind', () => {
    const before = "const T = { c: 'x' } as const; const N = 'n'; const E = { a: 'x' };";
    for (const value of ["'y'", '`y${N}`', 'N', 'T.c', 'N as string']) {
      assert.deepEqual(breachesOf(before, before.replace("a: 'x'", `a: 'x', b: ${value}`)), [], value);
    }
    for (const value of ['1', 'true', '{}', '[]', '() => {}']) {
      const [first, ...more] = breachesOf(before, before.replace("a: 'x'", `a: 'x', b: ${value}`));
      assert.deepEqual([first?.[0], more.length], ['“E.b” changes “E”', 0], value);
    }
  });

  it('takes a function for one kind however it is written', () => {
    const imports = "import { track } from './track';\n";
    const before = `${imports}const E = { a: () => track('a') };`;
    for (const member of ["b() { track('b'); }", "b: function () { track('b'); }", "b: () => track('b')"]) {
      assert.deepEqual(breachesOf(before, before.replace(' };', `, ${member} };`)), [], member);
    }
  });

  it('reports a hole behind a list at the list', () => {
    assert.deepEqual(breachesOf("const E = ['a'];", "const E = ['a', , 'b'];"), [['“E[1]” is new', "['a', , 'b'];"]]);
  });

  it('compares each thing that a call is given', () => {
    const before = "const E = defineEvents({ a: 'x' }, ['c']);";
    assert.deepEqual(breachesOf(before, "const E = defineEvents({ a: 'x', b: 'y' }, ['c', 'd']);"), []);
    assert.deepEqual(breachesOf(before, "const E = defineEvents({ a: 'x' }, ['d']);"), [
      ['“E[0]” is not what it was', "'d']);"],
    ]);
    assert.deepEqual(breachesOf(before, "const E = defineEvents({ a: 'x' });"), [
      ['“E” is not what it was', "defineEvents({ a: 'x' });"],
    ]);
  });
});
