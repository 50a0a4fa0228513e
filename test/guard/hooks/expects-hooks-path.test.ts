import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectsHooksPath } from '../../../src/guard/hooks/expects-hooks-path.js';

describe('whether a set-up will lead git to other hooks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-test-'));
  after(() => rmSync(folder, { recursive: true }));
  let count = 0;
  const root = (files: Readonly<Record<string, string>>, ...folders: readonly string[]): string => {
    const made = join(folder, String((count += 1)));
    mkdirSync(made);
    for (const name of folders) mkdirSync(join(made, name));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
    return made;
  };

  for (const [name, text] of [
    ['package.json', '{"scripts":{"prepare":"husky"}}'],
    ['package.json', '{"scripts":{"prepare":"is-ci || husky install"}}'],
    ['package.json', '{"devDependencies":{"husky":"^9.0.0"}}'],
    ['package.json', '{"scripts":{"postinstall":"git config core.hooksPath hooks"}}'],
    ['Makefile', 'init:\n\tgit config --local core.hookspath tools\n'],
    ['build.gradle', "exec { commandLine 'git', 'config', 'core.hooksPath', 'tools/hooks' }"],
  ] as const) {
    it(`says yes to ${name} with ${text.trim()}`, async () =>
      assert.equal(await expectsHooksPath(root({ [name]: text })), true));
  }

  it('says yes to folders that are called so', async () => {
    for (const name of ['.husky', '.githooks']) assert.equal(await expectsHooksPath(root({}, name)), true);
  });

  it('says no to all else', async () => {
    assert.equal(await expectsHooksPath(root({})), false);
    assert.equal(await expectsHooksPath(join(folder, 'nowhere')), false);
    assert.equal(await expectsHooksPath(root({ '.husky': 'a file', 'README.md': 'core.hooksPath' }, 'hooks')), false);
    const text = '{"description":"a husky voice","dependencies":{"simple-git-hooks":"1"}}';
    assert.equal(await expectsHooksPath(root({ 'package.json': text })), false);
    assert.equal(await expectsHooksPath(root({ 'package.json': 'core.hooksPath'.padEnd(2 ** 21) })), false);
  });
});
