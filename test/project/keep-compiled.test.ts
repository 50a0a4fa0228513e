import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepCompiled } from '../../src/keep-compiled.js';

describe('keepCompiled', () => {
  const before = { ...process.env };
  let home: string;

  beforeEach(function () {
    if (process.platform !== 'linux') this.skip();
    home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-test-')));
    process.env['XDG_CACHE_HOME'] = home;
  });

  afterEach(() => {
    for (const name of ['XDG_CACHE_HOME', 'HOME']) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
    rmSync(home, { recursive: true, force: true });
  });

  const kept = (...args: readonly string[]): readonly string[] => {
    const folders: string[] = [];
    keepCompiled(args, (folder) => folders.push(folder));
    return folders;
  };

  it('keeps it for what a commit waits for, in a folder that nobody else reads or writes', () => {
    const folder = join(home, 'pm-zone', 'compiled');
    for (const args of [
      ['guard', 'run', 'pre-commit', '--'],
      ['guard', 'run', 'commit-msg', '--', 'message'],
      ['review', '--staged'],
    ]) {
      assert.deepEqual(kept(...args), [folder]);
    }
    assert.equal(statSync(folder).mode & 0o777, 0o700);
  });

  it('neither reads nor writes anything for any other command, the review of a pull request above all', () => {
    for (const args of [
      [],
      ['--version'],
      ['review'],
      ['review', '--base', 'origin/main'],
      ['review', '--base=origin/main', '--staged'],
      ['review', '--staged', '--base', 'origin/main'],
      ['guard', 'status'],
      ['files', '--staged'],
    ]) {
      assert.deepEqual(kept(...args), []);
    }
    assert.equal(existsSync(join(home, 'pm-zone')), false);
  });

  it('keeps nothing where others may write, or where there is no such folder', () => {
    kept('review', '--staged');
    chmodSync(join(home, 'pm-zone', 'compiled'), 0o777);
    assert.deepEqual(kept('review', '--staged'), []);
    rmSync(join(home, 'pm-zone'), { recursive: true });
    writeFileSync(join(home, 'pm-zone'), '');
    assert.deepEqual(kept('review', '--staged'), []);
  });

  it('takes the home folder where XDG names none', () => {
    process.env['XDG_CACHE_HOME'] = 'relative';
    process.env['HOME'] = home;
    assert.deepEqual(kept('review', '--staged'), [join(home, '.cache', 'pm-zone', 'compiled')]);
  });
});
