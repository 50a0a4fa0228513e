import assert from 'node:assert/strict';

import fc from 'fast-check';

import { eventsAdditionsOnly } from '../../../src/review/checks/events-additions-only.js';
import type { Report } from '../../../src/review/check.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

const path = 'src/features/home/analytics/events.ts';
const condition = { kind: 'additions-only', text: 'additions only', line: 12 } as const;

async function run(
  base: SideFiles,
  head: SideFiles,
  demanded = true,
  renames: Record<string, string> = {},
): Promise<readonly Report[]> {
  const paths = [...Object.keys(base), ...Object.keys(head)];
  const judgements = Object.fromEntries(paths.map((one) => [one, { conditions: demanded ? [condition] : [] }]));
  const outcome = await eventsAdditionsOnly.run(createReviewContext({ base, head, judgements, renames }));
  return outcome === 'not-applicable' ? assert.fail('not applicable') : outcome.reports;
}

const of = (before: string, after: string, at = path): Promise<readonly Report[]> =>
  run({ [at]: before }, { [at]: after });

const imports = "import { track } from './track';\nimport { z } from 'zod';\n";

/** What the change adds leaves the old as it was. */
const additions: readonly (readonly [what: string, before: string, after: string])[] = [
  ['a constant', "export const A = 'a';", "export const A = 'a';\nexport const B = 'b';"],
  [
    'formatting, quotes and comments',
    "export const A = { a: 'x', 'b': 1 }",
    '/* new */ export const A = {\n  b: 1,\n  // why\n  "a": "x",\n};',
  ],
  ['a member', "export const E = { A: 'a' } as const;", "export const E = { A: 'a', B: 'b' } as const;"],
  ['a member before another', "export const E = { A: 'a' };", "export const E = { B: 'b', A: 'a' };"],
  [
    'a member of a registry in a registry',
    "export const E = { home: { a: 'x' } };",
    "export const E = { home: { a: 'x', b: 'y' } };",
  ],
  [
    'an event object',
    "const E = { a: { name: 'a', props: ['p'] } };",
    "const E = { a: { name: 'a', props: ['p'] }, b: { name: 'b', props: [] } };",
  ],
  ['a frozen member', "const E = Object.freeze({ a: 'x' });", "const E = Object.freeze({ a: 'x', b: 'y' });"],
  ['a name of a list', "export const E = ['a'] as const;", "export const E = ['a', 'b'] as const;"],
  ['a name of a set', "const E = new Set(['a']);", "const E = new Set(['a', 'b']);"],
  ['an enum member with a value', "enum E { A = 'a' }", "enum E { B = 'b', A = 'a' }"],
  ['an enum member at the end', 'enum E { A, B }', 'enum E { A, B, C }'],
  ['an arm of a union', "type E = 'a' | 'b';", "type E = 'b' | 'c' | 'a';"],
  ['a second arm', "type E = 'a';", "type E = 'a' | 'b';"],
  ['a type in a union', 'type A = { n: 1 }; type E = A;', 'type A = { n: 1 }; type B = { n: 2 }; type E = A | B;'],
  [
    'an event of an interface',
    'interface E { a: { p: string } }',
    'interface E { a: { p: string }; b: { q: number } }',
  ],
  ['an optional property', 'interface E { a: string }', 'interface E { a: string; b?: string }'],
  [
    'an event schema',
    imports + 'export const A = z.object({ p: z.string() });',
    imports + 'export const A = z.object({ p: z.string() });\nexport const B = z.object({ q: z.number().optional() });',
  ],
  [
    'an optional field of a schema',
    imports + 'const A = z.object({ p: z.string() });',
    imports + 'const A = z.object({ p: z.string(), q: z.string().optional() });',
  ],
  ['a value of a schema', imports + "const A = z.enum(['a']);", imports + "const A = z.enum(['a', 'b']);"],
  [
    'a function that sends',
    imports,
    imports +
      "export function signedUp(plan: string) {\n  const name = 'signed_up';\n  track(name, { plan, at: [1, -2] });\n}",
  ],
  [
    'an arrow that sends',
    imports,
    imports + "export const opened = ({ id }: { id: string }, ...rest: string[]) => track('opened', { id, rest });",
  ],
  [
    'an async function that sends',
    imports,
    imports + "export async function x(a = 1, [b]: string[] = []) { await track('x', { a, b }); return track('y'); }",
  ],
  [
    'a member that sends',
    imports + "const E = { a: () => track('a') };",
    imports + "const E = { a: () => track('a'), b(p: string) { track('b', { p }); } };",
  ],
  [
    'a method',
    imports + "class E { a() { track('a'); } }",
    imports + "class E { a() { track('a'); } b(p: string) { void track('b', { p }); } }",
  ],
  ['an imported type', 'export const A = 1;', "import type { T } from './t';\nexport const A = 1;\nexport type U = T;"],
  ['a name more of a module', "import { a } from './m';", "import { a, b } from './m';\nexport const C = b;"],
  ['an export', 'const A = 1;', 'const A = 1;\nexport { A };'],
  ['a word more for export', 'const A = 1;', 'export const A = 1;'],
  ['a member of the default export', "export default { A: 'a' };", "export default { A: 'a', B: 'b' };"],
  ['names put between names', "const E = ['a', 'c'];", "const E = ['0', 'a', 'b', 'c', 'd'];"],
  ['objects put between objects', "const E = [{ a: 'b' }];", "const E = [{ c: 'd' }, { a: 'b' }, { e: 'f' }];"],
  ['types in another order', 'type A = 1; interface B { c: A }', 'interface B { c: A } type A = 1;'],
  ['an empty statement', 'const A = 1', 'const A = 1;;'],
  ['a template', 'const A = `a`;', 'const A = `a`; const B = `b${A}`;'],
];

/** What the change does is more than an addition; `says` is in the first message. */
const breaches: readonly (readonly [
  what: string,
  before: string,
  after: string,
  says: string,
  line?: number,
  column?: number,
])[] = [
  ['a value', "export const A = 'a';", "\nexport const A = 'b';", '“A” is not what it was', 2, 18],
  ['a constant gone', 'const A = 1; const B = 2;', 'const A = 1;', '“B” is gone'],
  ['a constant renamed', "const A = 'a';", "const B = 'a';", '“A” is gone'],
  ['const to let', 'const A = 1;', 'let A = 1;', '“A” is gone'],
  ['no longer exported', 'export const A = 1;', 'const A = 1;', '“A” is gone'],
  ['a member gone', "const E = { A: 'a', B: 'b' };", "const E = { A: 'a' };", '“E.B” is gone', 1, 11],
  ['a member changed', "const E = { A: 'a' };", "const E = {\n  A: 'x' };", '“E.A” is not what it was', 2, 6],
  ['a member twice', "const E = { A: 'a' };", "const E = { A: 'a', A: 'b' };", '“E.A” stands here twice', 1, 21],
  [
    'a spread',
    "const E = { A: 'a' };",
    "const X = { A: 'b' }; const E = { A: 'a', ...X };",
    '“E” takes in other values',
  ],
  ['a computed key', "const E = { A: 'a' };", "const E = { A: 'a', ['A']: 'b' };", '“E” takes in other values'],
  [
    'an addition beside a spread',
    'const X = {}; const E = { ...X };',
    "const X = {}; const E = { ...X, A: 'a' };",
    '“E” takes in other values',
  ],
  [
    'a prototype',
    "const E = { A: 'a' };",
    "const E = { A: 'a', __proto__: null };",
    '“E.__proto__” is new and does more',
  ],
  ['a getter', "const E = { A: 'a' };", "const E = { A: 'a', get B() { return 'b'; } };", '“E.B” is new and does more'],
  [
    'a getter in the place of a value',
    "const E = { A: 'a' };",
    "const E = { get A() { return 'a'; } };",
    '“E.A” is not what it was',
  ],
  [
    'a property of an old event',
    "const E = { a: { name: 'a', props: ['p'] } };",
    "const E = { a: { name: 'a', props: ['p'], off: true } };",
    '“E.a.off” changes “E.a”',
  ],
  ['a list in another order', "const E = ['a', 'b'];", "const E = ['b', 'a'];", '“E (the order of its items)” is not'],
  ['a shorter list', "const E = ['a', 'b'];", "const E = ['a'];", '“E: b” is gone'],
  ['a shorter list of objects', "const E = [{ a: 'b' }, { c: 'd' }];", "const E = [{ c: 'd' }];", '“E[0]” is gone'],
  ['a number put between numbers', 'const E = [1, 5];', 'const E = [1, 2, 5];', '“E[1]” is not what it was'],
  ['code put into a list', "const E = ['a'];", "const E = [{ b: send() }, 'a'];", '“E[0]” is new and does more'],
  ['a list with a hole', "const E = ['a', 'b'];", "const E = ['a', , 'b'];", '“E” is not what it was'],
  ['a spread in a list', "const E = ['a'];", "const E = ['a', ...[]];", '“E[1]” is new and does more'],
  ['no longer const', "const E = ['a'] as const;", "const E = ['a', 'b'];", '“E” is not what it was'],
  ['another type', "const E: A = { a: 'b' };", "const E: B = { a: 'b' };", '“E” is not what it was'],
  ['an enum in another order', 'enum E { A, B }', 'enum E { C, A, B }', '“E (its order gives the values)”'],
  ['an enum value', "enum E { A = 'a' }", "enum E { A = 'b' }", '“E.A” is not what it was'],
  ['an enum made const', 'enum E { A }', 'const enum E { A }', '“E” is not what it was'],
  ['an arm gone', "type E = 'a' | 'b';", "type E = 'a';", '“E” is not what it was'],
  ['an arm replaced', "type E = 'a' | 'b';", "type E = 'a' | 'c';", '“E” is gone'],
  ['an arm that swallows', "type E = 'a';", "type E = 'a' | string;", '“E” is new and does more'],
  ['an alias that swallows', "type E = 'a';", "type X = any; type E = 'a' | X;", '“X” is new and does more'],
  ['a wider type', 'type E = string;', "type E = string | 'a';", '“E” is not what it was'],
  [
    'a new duty in an old event',
    'interface E { a: string }',
    'interface E { a: string; b: string }',
    '“E.b” is a new part',
  ],
  [
    'an index signature',
    'interface E { a: string }',
    'interface E { a: string; [k: string]: string }',
    '“E.” is new and does more',
  ],
  ['a property gone', 'interface E { a: string; b: string }', 'interface E { a: string }', '“E.b” is gone'],
  ['a property of another type', 'interface E { a: string }', 'interface E { a: number }', '“E.a” is not what it was'],
  ['a property made optional', 'interface E { a: string }', 'interface E { a?: string }', '“E.a” is not what it was'],
  [
    'a method of another shape',
    'interface E { a(): string }',
    'interface E { a(): number }',
    '“E.a” is not what it was',
  ],
  [
    'an interface that extends',
    'interface E { a: string }',
    'interface E extends Error { a: string }',
    '“E” is not what it was',
  ],
  [
    'a second interface',
    'interface E { a: string }',
    'interface E { a: string } interface E { b: string }',
    '“E” is not what it was',
  ],
  [
    'a duty in a schema',
    imports + 'const A = z.object({ p: z.string() });',
    imports + 'const A = z.object({ p: z.string(), q: z.string() });',
    '“A.q” is a new part',
  ],
  [
    'a stricter schema',
    imports + 'const A = z.object({});',
    imports + 'const A = z.object({}).strict();',
    '“A” is not what it was',
  ],
  ['an unknown call', 'const E = init({});', "const E = init({ debug: 'x' });", '“E” is not what it was'],
  ['a function', 'function a() { return 1; }', 'function a() { return 2; }', '“a” is not what it was'],
  [
    'a new function that does more',
    imports,
    imports + 'export function x() { fetch("https://x"); }',
    '“x” is new and does more',
    3,
    23,
  ],
  [
    'a sending function with a page in it',
    imports,
    imports + "export const x = () => track('x', { c: document.cookie });",
    '“x” is new and does more',
  ],
  [
    'a call hidden in a default',
    imports,
    imports + "export const x = ({ a = evil() }) => track('x', a);",
    '“x” is new and does more',
  ],
  [
    'a call hidden in a pattern',
    imports,
    imports + "export const x = () => { const { a = eval('1') } = {}; };",
    '“x” is new and does more',
  ],
  ['a call behind a type', imports, imports + 'export const x = <any>evil();', '“x” is new and does more'],
  [
    'a call hidden in a type query',
    imports,
    imports + 'export const x = { a: new Function("1") };',
    '“x” is new and does more',
  ],
  ['a way to the constructor', imports, imports + 'export const x = track.constructor;', '“x” is new and does more'],
  ['a condition', imports, imports + "export function x() { if (1) track('x'); }", '“x” is new and does more'],
  ['an assignment', imports, imports + 'export const x = () => (z.a = 1);', '“x” is new and does more'],
  ['a new class', '', 'class A { static x = 1 }', '“A” is new and does more'],
  [
    'a static block',
    'class A { a() { return 1; } }',
    'class A { a() { return 1; } static { evil(); } }',
    '“A” is not what it was',
  ],
  ['a method changed', 'class A { a() { return 1; } }', 'class A { a() { return 2; } }', '“A.a” is not what it was'],
  ['a superclass', 'class A {}', 'class A extends B {}', '“A” is not what it was'],
  ['a statement', 'const A = 1;', 'const A = 1;\nA();', 'This new statement runs', 2, 1],
  ['a statement changed', 'a(1);', 'a(2);', '“this statement” is not what it was'],
  ['a statement gone', 'a(1);', '', '“a statement that ran here” is gone'],
  ['a new module', 'const A = 1;', "import './x';\nconst A = 1;", 'The modules that this file loads changed', 1, 1],
  ['another module', "import a from './a';", "import a from './b';", '“import … from ./a” is gone'],
  ['an import gone', "import a from './a';", '', '“import … from ./a” is gone'],
  [
    'modules in another order',
    "import './a'; import './b';",
    "import './b'; import './a';",
    'The modules that this file loads changed',
  ],
  ['an export of everything', 'const A = 1;', "const A = 1;\nexport * from './x';", 'This new statement runs'],
  ['an export from a module', 'const A = 1;', "const A = 1;\nexport { x } from './x';", 'This new statement runs'],
  [
    'a name that code uses',
    'const f = () => send(1);',
    'const f = () => send(1); const send = { a: 1 };',
    '“send” is a new name that code in this file already uses',
  ],
  ['constants in another order', 'const A = 1; const B = A;', 'const B = A; const A = 1;', '“B” is not what it was'],
  ['a directive', 'const A = 1;', "'use server'; const A = 1;", '“use …” is not what it was'],
  ['a namespace', 'const A = 1;', 'const A = 1; namespace N { evil(); }', 'This new statement runs'],
  ['a destructuring', 'const A = { b: 1 };', 'const A = { b: 1 }; const { b } = A;', 'This new statement runs'],
  ['a new default export', 'const A = 1;', 'const A = 1; export default A;', '“export default” is new and does more'],
  ['a declared global', 'const A = 1;', 'const A = 1; declare const B: string;', 'This new statement runs'],
];

describe('events-additions-only', () => {
  for (const [what, before, after] of additions) {
    it(`lets an addition pass: ${what}`, async () => assert.deepEqual(await of(before, after), []));
  }
  for (const [what, before, after, says, line, column] of breaches) {
    it(`blocks what is more: ${what}`, async () => {
      const [first] = await of(before, after);
      assert.ok(first, 'nothing was reported');
      assert.ok(first.message.includes(says), first.message);
      assert.equal(first.severity, 'blocker');
      if (line !== undefined) assert.deepEqual([first.line, first.column], [line, column]);
    });
  }

  it('reads a new file as nothing but additions', async () => {
    assert.deepEqual(await run({}, { [path]: "export const A = 'a';" }), []);
    assert.match((await run({}, { [path]: 'evil();' }))[0]?.message ?? '', /runs as soon as/);
  });

  it('blocks a file that is gone or moved', async () => {
    assert.match((await run({ [path]: 'const A = 1;' }, {}))[0]?.message ?? '', /This file is gone/);
    const moved = await run({ [path]: 'const A = 1;' }, { 'src/analytics/events.ts': 'const A = 1;' }, true, {
      [path]: 'src/analytics/events.ts',
    });
    assert.match(moved.find((report) => report.path === path)?.message ?? '', /was moved to src\/analytics\/events.ts/);
  });

  it('says where code stops being code', async () => {
    const [report] = await of('const A = 1;', 'const A = 1;\r\nconst B = ;');
    assert.deepEqual([report?.unparsed, report?.line, report?.column, report?.severity], [true, 2, 11, 'blocker']);
  });

  it('does not pass what cannot be compared', async () => {
    const unread = { mode: '100644', oid: 'a'.repeat(40), bytes: 9, unread: 'binary' } as const;
    for (const [base, head] of [
      [{ [path]: 'const = ;' }, { [path]: 'const A = 1;' }],
      [{ [path]: unread }, { [path]: 'const A = 1;' }],
      [{ [path]: 'const A = 1;' }, { [path]: unread }],
      [{ 'a/e.json': '{' }, { 'a/e.json': '{}' }],
      [{ 'a/e.yaml': 'a: 1\na: 2' }, { 'a/e.yaml': 'a: 1' }],
    ] as const) {
      assert.match((await run(base, head))[0]?.message ?? '', /cannot be compared/);
    }
    const [python] = await of('a = 1', 'a = 1\nb = 2', 'analytics/events.py');
    assert.match(python?.message ?? '', /cannot be told for this kind of file. Your engineering DRI looks at it/);
    assert.deepEqual([python?.undecided, python?.line], [true, 2]);
    const [gone] = await of('a = 1\nb = 2', 'a = 1\nc = 2', 'analytics/events.py');
    assert.match(gone?.message ?? '', /^Lines of this file are gone/);
    assert.equal(gone?.undecided, undefined);
    assert.deepEqual(await run({}, { 'analytics/events.py': 'a = 1' }), []);
  });

  it('takes what is nested too deeply to be compared for more than an addition', async () => {
    const calls = `${imports}export const A = z.string()${'.min(1)'.repeat(20_000)};`;
    assert.match((await of(imports, calls)).map(({ message }) => message).join(), /“A” is new and does more/);
    const nested = (inner: string): string => `type E = ${'{ a: '.repeat(60)}${inner}${' }'.repeat(60)};`;
    assert.match(
      (await of(nested("'a'"), nested("'a' | 'b'"))).map(({ message }) => message).join(),
      /is not what it was/,
    );
  });

  it('knows the names that each pattern brings in', async () => {
    const send = (pattern: string, name: string): string =>
      `${imports}export const send = (${pattern}) => track('a', ${name});`;
    for (const pattern of ['x', 'x = 1', '...x', '{ x }', '{ a: x }', '{ ...x }', '{ a: [x] }', '[, x]', '[x = 1]'])
      assert.deepEqual(await of(imports, send(pattern, 'x')), [], pattern);
    assert.equal((await of(imports, send('{ x: a }', 'x'))).length, 1);
  });

  it('bears nesting that overflows', async () => {
    const sum = `const A = 1${' + 1'.repeat(4000)};`;
    for (const after of [
      `const A = ${'['.repeat(10_000)}`,
      `const A = ${'{a:'.repeat(5000)}1${'}'.repeat(5000)};`,
      `${sum}const B = 1;`,
    ]) {
      assert.notEqual((await of(sum, after)).length, 0);
    }
  });

  it('compares JSON by its keys', async () => {
    const at = 'analytics/events.json';
    assert.deepEqual(await of('{"a":{"b":[1]},"e":{}}', '{"e":{"n":1},"c":{},\n"a":{"b":[1,2],"d":[]}}', at), []);
    assert.deepEqual(await of('["a"]', '["a","b"]', at), []);
    const [report] = await of('{"a":1}', '{\n "a":2}', at);
    assert.deepEqual([report?.line, report?.column], [2, 6]);
    assert.equal((await of('{"a":1}', '{"a":1,"a":1}', at)).length, 1);
    assert.deepEqual(await of('["a","c"]', '["a","b","c"]', at), []);
    assert.equal((await of('["a","b"]', '["b","a"]', at)).length, 1);
    assert.equal((await of('{}', '{', at))[0]?.unparsed, true);
  });

  it('lets an event of JSON grow by no part that says more of it, as one of a program', async () => {
    const at = 'analytics/events.json';
    const event = '{"opened":{"name":"home_opened"}}';
    const [report] = await of(event, '{"opened":{"name":"home_opened","enabled":false}}', at);
    assert.match(report?.message ?? '', /^“opened\.enabled” changes “opened”/);
    assert.deepEqual(await of(event, '{"opened":{"name":"home_opened"},"closed":{"name":"home_closed"}}', at), []);
    const other = '{"opened":{"name":"shop_opened"}}';
    assert.deepEqual(await of(`{"version":1,"a":${event}}`, `{"version":1,"a":${event},"b":${other}}`, at), []);
    // By the same name it is another event that is counted as the first.
    const [shared, ...more] = await of(`{"version":1,"a":${event}}`, `{"version":1,"a":${event},"b":${event}}`, at);
    assert.match(shared?.message ?? '', /^“home_opened” is the name of another event here already/);
    assert.deepEqual([shared?.severity, shared?.undecided, more], ['note', true, []]);
    assert.equal((await of('{"a":{"b":"c","n":1}}', '{"a":{"b":"c","n":1,"m":2}}', at)).length, 1);
    for (const more of ['"__proto__":{}', '"b":{"constructor":{}}', '"b":{"c":[{"prototype":{}}]}'])
      assert.match(
        (await of(event, `{"opened":{"name":"home_opened"},${more}}`, at))[0]?.message ?? '',
        /does more/,
        more,
      );
  });

  it('reads new data as nothing but additions, but no key twice', async () => {
    const at = 'analytics/events.json';
    assert.deepEqual(await run({}, { [at]: '{"a":{"b":1}}' }), []);
    const twice = await run({}, { [at]: '{"a":1,\n"a":2}' });
    assert.deepEqual([twice.length, twice[0]?.severity, twice[0]?.line], [1, 'blocker', 2]);
    assert.deepEqual(await run({}, { 'analytics/events.yaml': 'a: {b: 1}' }), []);
    assert.deepEqual(await of('', 'a: {b: 1}', 'analytics/events.yaml'), []);
  });

  it('compares the events of analytics that nobody judged, as where no rule demands it', async () => {
    const context = createReviewContext({ base: { [path]: 'const A = 1;' }, head: { [path]: 'const A = 2;' } });
    const outcome = await eventsAdditionsOnly.run({ ...context, judgements: new Map() });
    assert.ok(outcome !== 'not-applicable');
    assert.deepEqual(
      outcome.reports.map((report) => [report.path, report.severity]),
      [[path, 'needs-fix']],
    );
  });

  it('compares YAML by its keys', async () => {
    const at = 'telemetry/events.yaml';
    assert.deepEqual(
      await of(
        'a: &x {b: 1}\nc: [1]\n',
        'd: {}\nc:\n  - 1\n  - 2\na: &x\n  b: 1\n  e: *x2\n'.replace('  e: *x2\n', ''),
        at,
      ),
      [],
    );
    for (const after of [
      'a: {b: 2}\nc: [1]',
      'c: [1]',
      'a: {b: 1}\nc: [0, 1]',
      'a: 1\nc: [1]',
      'a: {b: 1}\nc: [1]\nc: [1]',
      '',
    ]) {
      assert.notEqual((await of('a: {b: 1}\nc: [1]\n', after, at)).length, 0, after);
    }
    assert.equal((await of('a: 1', 'a: [', at))[0]?.unparsed, true);
  });

  const pragmas: Readonly<Record<string, readonly string[]>> = {
    [path]: [
      '/** @jsxImportSource evil */',
      '/* @jsx evil */',
      '// @ts-nocheck',
      '// @ts-ignore',
      '/// <reference path="./evil.d.ts" />',
      '/// <amd-module name="evil" />',
      '#!/usr/bin/env evil',
      '//# sourceMappingURL=evil.map',
      '/* eslint-disable */',
      '/* webpackChunkName: "evil" */',
      '/*#__PURE__*/',
      '/*! evil */',
      '/* global evil */',
    ],
    'telemetry/events.yaml': [
      '# yaml-language-server: $schema=evil',
      '# prettier-ignore',
      '#cloud-config',
      '#!/bin/evil',
      '# @package evil',
    ],
    'telemetry/events.md': ['<!-- prettier-ignore -->', '<!-- markdownlint-disable -->', '<!--\n@evil\n'],
  };
  const plain: Readonly<Record<string, string>> = {
    [path]: '// prose\nexport const A = 1;\n',
    'telemetry/events.yaml': '# prose\na: 1\n',
    'telemetry/events.md': '<!-- prose -->\na\n',
  };
  for (const [at, comments] of Object.entries(pragmas)) {
    for (const comment of comments) {
      it(`takes ${JSON.stringify(comment)} for more than an addition in ${at}`, async () => {
        const before = String(plain[at]);
        const [report, ...more] = await of(before, `${comment}\n${before}`, at);
        assert.deepEqual([more.length, report?.severity, report?.line], [0, 'blocker', 1]);
        assert.match(report?.message ?? '', /tells programs what to do|“#!” is not what it was/);
        const after = before.replace('prose', 'other prose');
        assert.deepEqual(at.endsWith('.md') ? [] : await of(`${comment}\n${before}`, `${comment}\n${after}`, at), []);
        if (!at.endsWith('.md')) assert.equal((await of(`${comment}\n${before}`, before, at)).length, 1, 'gone');
        if (!at.endsWith('.md')) assert.equal((await of('', `${comment}\n${before}`, at)).length, 1, 'in a new file');
      });
    }
  }

  it('keeps what programs heed where it stands, and lets names come in around it', async () => {
    const before =
      "/* eslint-disable */\nimport { a } from './a';\n// @ts-ignore\nexport const A = ['a'];\nexport const B = [/* @__PURE__ */ a];\n";
    assert.deepEqual(await of(before, before.replace("['a']", "['a', 'b']").replace('{ a }', '{ a, b }')), []);
    assert.deepEqual(await of(before, before.replace('// @ts-ignore', '// why not\n// @ts-ignore')), []);
    const twice = before.replace('// @ts-ignore', '// @ts-ignore\n// @ts-ignore');
    assert.deepEqual(await of(twice, `${twice}export const C = 1;\n`), []);
    assert.equal((await of(twice, before)).length, 1);
    for (const after of [
      before.replace('// @ts-ignore\n', '').replace('export const B', '// @ts-ignore\nexport const B'),
      before.replace('// @ts-ignore', '// @ts-ignore\n// @ts-ignore'),
      before.replace('/* eslint-disable */', '/* eslint-disable */\n/* eslint-disable */'),
      before.replace('// @ts-ignore\n', '// @ts-ignore\nexport const C = 1;\n'),
      before.replace('/* @__PURE__ */', '').replace('export const A', '/* @__PURE__ */ export const A'),
      before.replace('/* eslint-disable */', '/* eslint-disable no-console */'),
      before.replace('/* eslint-disable */\n', ''),
    ])
      assert.equal((await of(before, after)).length, 1, after);
  });

  it('heeds the lines that choose how YAML is read', async () => {
    const at = 'telemetry/events.yaml';
    const old = '%YAML 1.2\n---\na: on\n';
    assert.deepEqual(await of(old, `${old}b: off\n`, at), []);
    assert.deepEqual(await of('', old, at), []);
    for (const after of ['a: on\n', old.replace('1.2', '1.1'), `%TAG ! !x\n${old}`]) {
      assert.match((await of(old, after, at))[0]?.message ?? '', /^The lines with “%” at the top/, after);
    }
  });

  it('lets lines be added to other texts, and none go', async () => {
    assert.deepEqual(await of('a\n', 'a\nb\n', 'notes.md'), []);
    assert.match((await of('a\nb\n', 'b\nc\n', 'notes.md'))[0]?.message ?? '', /Lines of this file are gone/);
    assert.match((await of('a\nb\n', 'b\n', 'notes.md'))[0]?.message ?? '', /Lines of this file are gone/);
  });

  it('weighs less where no rule demands additions, and leaves other files and catalogs alone', async () => {
    assert.equal((await run({ [path]: 'const A = 1;' }, { [path]: 'const A = 2;' }, false))[0]?.severity, 'needs-fix');
    const context = createReviewContext({
      base: { 'a.ts': '1', 'i18n/en.json': '{}' },
      head: { 'a.ts': '2', 'i18n/en.json': '{"a":"b"}' },
      judgements: { 'i18n/en.json': { conditions: [condition] } },
    });
    assert.equal(await eventsAdditionsOnly.run(context), 'not-applicable');
  });

  it('never reports an added constant or member, and always one that is gone', async () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[A-Z]{1,6}$/), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(names, fc.nat(), async (keys, chosen) => {
        const write = (list: readonly string[]) =>
          `export const E = { ${list.map((key) => `${key}: '${key}'`).join(', ')} };\n${list.map((key) => `export const X${key} = 1;`).join('\n')}`;
        const fewer = keys.filter((_key, index) => index !== chosen % keys.length);
        assert.deepEqual(await of(write(fewer), write(keys)), []);
        assert.equal((await of(write(keys), write(fewer))).length, 2);
      }),
      { numRuns: 40 },
    );
  });

  it('throws on no text', async () => {
    const code = fc.array(
      fc.constantFrom(
        'const',
        ' a ',
        '=',
        '{',
        '}',
        '[',
        ']',
        '...',
        "'x'",
        ':',
        ',',
        'type',
        'enum',
        'class',
        '(',
        ')',
        '=>',
        '\n',
        'export ',
        '1',
        '`',
        '<',
        '|',
      ),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          code.map((parts) => parts.join('')),
        ),
        fc.constantFrom('ts', 'tsx', 'js', 'json', 'yaml', 'md', 'd.ts'),
        async (text, ending) => {
          const at = `analytics/events.${ending}`;
          assert.ok(Array.isArray(await run({ [at]: 'x: 1' }, { [at]: text })));
        },
      ),
      { numRuns: 300 },
    );
  });
});
