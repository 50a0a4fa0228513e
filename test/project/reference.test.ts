import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAllCommands, commandLoaders } from '../../src/commands/command-list.js';
import { version } from '../../src/policy/version.js';
import { readChecklist } from '../../src/policy/read-checklist.js';
import { checks } from '../../src/review/checks/list.js';

const root = join(__dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The rows of the Markdown table whose head begins so: first cell without its code marks, second cell. */
function table(head: string): Map<string, string> {
  const lines = read('docs/reference.md').split('\n');
  const start = lines.findIndex((line) => line.replace(/ +/g, ' ').startsWith(`| ${head} |`));
  assert.notEqual(start, -1, `docs/reference.md has a table with the head ${head}`);
  const rows = lines.slice(start + 2, lines.indexOf('', start));
  return new Map(
    rows.map((row) => {
      const [, first = '', second = ''] = row.split('|').map((cell) => cell.trim());
      return [first.replace(/`/g, ''), second];
    }),
  );
}

describe('the reference', () => {
  it('has each command with its summary', async () => {
    assert.deepEqual(
      [...table('command')],
      (await loadAllCommands()).map((command) => [command.name, command.summary]),
    );
  });

  it('has each check', () => {
    assert.deepEqual(
      [...table('check').keys()],
      checks.map((check) => check.id),
    );
  });
});

describe('a check', () => {
  const ids = readdirSync(join(root, 'src/review/checks')).map((name) => name.replace(/\.ts$/, ''));

  it('is a file, a line of the list, a test and an item of the built-in checklist', () => {
    assert.deepEqual(ids.filter((id) => id !== 'list').sort(), checks.map((check) => check.id).sort());
    const items = readChecklist(undefined).items;
    for (const { id } of checks) {
      const tests = id === 'codeowners' ? 'zone' : id;
      assert.ok(existsSync(join(root, `test/review/checks/${tests}.test.ts`)), `test/review/checks/${id}.test.ts`);
      assert.ok(
        items.some((item) => item.check === id),
        `${id} in the built-in checklist`,
      );
    }
  });
});

describe('a command', () => {
  it('is a file of its name', async () => {
    for (const [name, load] of commandLoaders) {
      assert.equal((await load()).name, name);
      assert.ok(existsSync(join(root, `src/commands/${name}-command.ts`)), name);
    }
  });
});

describe('AGENTS.md', () => {
  it('is no policy: PM Zone would heed it in this very repository', () => {
    assert.doesNotMatch(read('AGENTS.md'), /^\s*#+.*\b(?:zone|appendix)\b/imu);
  });

  it('names commands and files that are there', () => {
    const text = read('AGENTS.md');
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    for (const [, name = ''] of text.matchAll(/`npm (?:run )?([\w:]+)/gu))
      assert.ok(name === 'ci' || name in scripts, name);
    for (const [, path = ''] of text.matchAll(/`((?:src|test|demo|bench|scripts)\/[\w./-]*)`/gu))
      assert.ok(existsSync(join(root, path)), path);
  });
});

describe('the version', () => {
  it('is the package’s, and the changelog’s', () => {
    const manifest = JSON.parse(read('package.json')) as { version: string };
    assert.equal(version.split('+')[0], manifest.version);
    assert.ok(read('CHANGELOG.md').includes(`## ${manifest.version}`));
  });
});

describe('the manifest', () => {
  it('takes every string from the localised file', () => {
    const strings = JSON.parse(read('package.nls.json')) as Record<string, string>;
    const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
  });
});
