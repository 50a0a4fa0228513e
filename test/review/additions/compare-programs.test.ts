import assert from 'node:assert/strict';

import { breachesOf } from './program-breaches.js';

describe('comparePrograms', () => {
  it('lets statements stay that run, with additions around them', () => {
    assert.deepEqual(breachesOf('start(1);', "const A = 'a';\nstart( 1 );\nconst B = 'b';"), []);
    assert.deepEqual(breachesOf('a(1); b(2);', 'a(1); b(3);'), [['“this statement” is not what it was', 'b(3);']]);
    assert.deepEqual(breachesOf('a(1);', 'a(1); b(2);'), [
      ['This new statement runs as soon as the file is loaded', 'b(2);'],
    ]);
  });

  it('takes an event among many for one, though some of them are given something', () => {
    const events = (more = '', value = '{ event: "x" }'): string =>
      `const C = { events: { a: { event: 'a' }, b: (org) => ({ event: 'b', org }), c: ${value}, d: {}, e: {}${more} } };`;
    assert.deepEqual(breachesOf(events(), events(", f: { event: 'f' }")), []);
    assert.deepEqual(breachesOf(events(), events(", f: (x) => ({ event: 'f', x })")), []);
    assert.equal(breachesOf(events(), events(", f: 'f'")).length, 1);
    assert.equal(breachesOf(events('', "'c'"), events(', f: {}', "'c'")).length, 1);
    const one = (more = ''): string => `const C = { a: { schema: {}, read: (x) => x${more} } };`;
    assert.equal(breachesOf(one(), one(', other: {}')).length, 1);
  });

  it('points to the first import that loads another module', () => {
    const changed = 'The modules that this file loads changed (“./b”)';
    assert.deepEqual(breachesOf("import './a';", "import './a';\nimport './b';\nimport './c';"), [
      [changed, "import './b';\nimport './c';"],
    ]);
    assert.deepEqual(breachesOf('', "import type { A } from './a';\nimport { b } from './b';"), [
      [changed, "import { b } from './b';"],
    ]);
    assert.deepEqual(breachesOf("import './a';", "import './a';\nimport { b } from './a';"), []);
  });

  it('names the module that is no longer loaded', () => {
    assert.deepEqual(breachesOf("import './a'; import './b';", "import './a';"), [
      ['“import … from ./b” is gone', "import './a';"],
    ]);
  });

  it('refuses an event that is there already, and one in front of others that are asked for by place', () => {
    const list = (items: string): string => `export const all = [${items}];`;
    for (const [was, is] of [
      ["'a', 'b'", "'a', 'a', 'b'"],
      ["{ name: 'a', on: true }", "{ name: 'a', on: false }, { name: 'a', on: true }"],
      ['{ id: 1, x: 1 }', '{ id: 1, x: 1 }, { id: 1, x: 2 }'],
    ] as const)
      assert.match(String(breachesOf(list(was), list(is))), /again/);
    for (const [was, is] of [
      ["{ name: 'a', version: 1 }", "{ name: 'a', version: 1 }, { name: 'a', version: 2 }"],
      ['{ x: 1 }', '{ x: 1 }, { x: 1 }'],
      ['{ name: b }', "{ name: b }, { name: 'b' }"],
      ["'a', `c`", "'a', 'b', `c`"],
      ["'a', `c${1}`", "'a', `c${1}`, 'b'"],
    ] as const)
      assert.doesNotMatch(String(breachesOf(list(was), list(is))), /again|not what it was/);
    for (const use of ['all[0]', 'all.indexOf(b)', 'all?.at(0)'])
      assert.notDeepEqual(breachesOf(`${list("'a'")} use(${use});`, `${list("'n', 'a'")} use(${use});`), [], use);
    assert.notDeepEqual(breachesOf(`${list("'a'")} const [b] = all;`, `${list("'n', 'a'")} const [b] = all;`), []);
    assert.deepEqual(breachesOf(`${list("'a'")} use(all['b'].c);`, `${list("'n', 'a'")} use(all['b'].c);`), []);
  });
});
