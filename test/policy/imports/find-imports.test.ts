import assert from 'node:assert/strict';
import { markdownRoot } from '../../markdown-root.js';
import { findImports } from '../../../src/policy/imports/find-imports.js';
import { mayImport } from '../../../src/policy/imports/may-import.js';
import { resolveImport } from '../../../src/policy/imports/resolve-import.js';

describe('findImports', () => {
  const cases: readonly [text: string, imports: readonly string[]][] = [
    ['@docs/pm-zone.md', ['docs/pm-zone.md 1']],
    ['See @README for it,\nand @./docs/a.md.', ['README 1', './docs/a.md 2']],
    ['- one\n- **@docs/a.md**\n  - @../b.txt', ['docs/a.md 2', '../b.txt 3']],
    ['@docs/my\\ zone.md#rules', ['docs/my zone.md 1']],
    ['@~/notes.md @/etc/x.md', ['~/notes.md 1', '/etc/x.md 1']],
    ['`@docs/a.md` and\n\n```\n@docs/b.md\n```\n\n    @docs/c.md', []],
    ['> @docs/a.md\n\n# @docs/b.md\n\n~~@docs/c.md~~\n\n[^1]: @docs/d.md', []],
    ['| PM |\n| - |\n| @maya |', []],
    ['maya@example.com, @package.json, @src/a.ts, @ and @!', []],
    [`@${'a'.repeat(2000)}`, []],
  ];
  for (const [text, imports] of cases) {
    it(`${text.slice(0, 60)}: ${imports.join(', ')}`, () => {
      const found = findImports(markdownRoot(text)).map(({ path, line }) => `${path} ${line}`);
      assert.deepEqual(found, imports);
      if (imports.length > 0) assert.ok(mayImport(text));
    });
  }

  it('needs no tree of a file without an @ that could import', () => {
    assert.deepEqual(['# Rules', 'maya@example.com', 'a @ b'].map(mayImport), [false, false, false]);
  });
});

describe('resolveImport', () => {
  for (const [written, path] of [
    ['docs/a.md', '.claude/docs/a.md'],
    ['./a.md', '.claude/a.md'],
    ['../docs//./a.md', 'docs/a.md'],
    ['../../a.md', undefined],
    ['..', undefined],
    ['/etc/a.md', undefined],
    ['~/a.md', undefined],
  ] as const) {
    it(`${written}: ${path}`, () => assert.equal(resolveImport('.claude/CLAUDE.md', written), path));
  }
});
