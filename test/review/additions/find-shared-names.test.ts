import assert from 'node:assert/strict';
import { findSharedNames } from '../../../src/review/additions/find-shared-names.js';

describe('findSharedNames', () => {
  const told = (path: string, before: string, after: string): readonly string[] =>
    findSharedNames(path, before, after).map(({ name, line, column }) => `${line}:${column} ${name}`);

  const script = (...events: readonly string[]): string =>
    `// Says name: 'home_opened' to nobody.\nexport const events = {\n${events.map((event) => `  ${event},\n`).join('')}} as const;\n`;
  const opened = "homeOpened: { name: 'home_opened', properties: [{ name: 'source' }] }";
  const shared = 'boardShared: { name: "board_shared", properties: [{ name: \'source\' }] }';

  it('finds a new event by the name of another, and what its properties are called is none', () => {
    const before = script(opened, shared);
    assert.deepEqual(told('a.ts', before, script(opened, shared, "help: { name: 'home_opened' }")), [
      '5:11 home_opened',
    ]);
    assert.deepEqual(
      told('a.ts', before, script(opened, shared, "help: { name: 'help_read', of: [{ name: 'source' }] }")),
      [],
    );
    assert.deepEqual(told('a.ts', before, before), []);
  });

  it('finds two new events of one name, and none that were there before', () => {
    const twice = [opened, "again: { name: 'home_opened' }"];
    assert.deepEqual(told('a.ts', '', script(...twice)), ['4:12 home_opened']);
    assert.deepEqual(told('a.ts', script(...twice), script(...twice, shared)), []);
  });

  it('finds them in a list of keys and texts, in JSON and in YAML', () => {
    const list = (more = ''): string => `export const events = { a: 'home_opened', b: 'board_shared'${more} };\n`;
    assert.deepEqual(told('a.ts', list(), list(", c: 'home_opened'")), ['1:62 home_opened']);
    const kinds = "const a = { kind: 'x-y' };\nconst b = { kind: 'x-y' };\n";
    assert.deepEqual(told('a.ts', '', kinds), []);
    assert.deepEqual(told('a.ts', '', "const a = 'x-y';\nconst b = { c: 'x-y' };\n"), []);
    const json = (more = ''): string => `[{"event": "a_b", "properties": {"name": "x-y"}}${more}]`;
    assert.deepEqual(told('a.json', json(), json(', {"event": "a_b"}')), ['1:52 a_b']);
    const yaml = (more = ''): string => `events:\n  - name: home_opened\n    description: It was opened\n${more}`;
    assert.deepEqual(told('a.yml', yaml(), yaml('  - name: "home_opened" # again\n')), ['4:5 home_opened']);
    assert.deepEqual(told('a.yml', yaml(), yaml('  - name: help_read\n')), []);
  });

  it('reads very long files in time', () => {
    const started = performance.now();
    for (const piece of ["name: 'ab',", '{', '/*', '/* ', '"', "a: '", 'name ', '  - name: ab\n', ' '])
      for (const path of ['a.ts', 'a.yml']) findSharedNames(path, '', piece.repeat(100_000 / piece.length));
    assert.ok(performance.now() - started < 1000);
  });
});
