import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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
    for (const name of ['XDG_CACHE_HOME', 'HOME', 'LOCALAPPDATA']) {
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

  it('keeps nothing where others may write or may put another folder, or where there is no such folder', () => {
    kept('review', '--staged');
    for (const folder of [join(home, 'pm-zone', 'compiled'), join(home, 'pm-zone'), home]) {
      for (const mode of [0o777, 0o720, 0o702]) {
        chmodSync(folder, mode);
        assert.deepEqual(kept('review', '--staged'), [], folder);
      }
      chmodSync(folder, 0o700);
      assert.equal(kept('review', '--staged').length, 1);
    }
    rmSync(join(home, 'pm-zone'), { recursive: true });
    writeFileSync(join(home, 'pm-zone'), '');
    assert.deepEqual(kept('review', '--staged'), []);
  });

  it('keeps nothing in what only leads to another folder, such as a checkout’s', () => {
    const checkout = join(home, 'checkout');
    mkdirSync(join(checkout, 'compiled'), { recursive: true, mode: 0o700 });
    symlinkSync(checkout, join(home, 'pm-zone'));
    assert.deepEqual(kept('review', '--staged'), []);
    rmSync(join(home, 'pm-zone'));
    mkdirSync(join(home, 'pm-zone'), { mode: 0o700 });
    symlinkSync(join(checkout, 'compiled'), join(home, 'pm-zone', 'compiled'));
    assert.deepEqual(kept('review', '--staged'), []);
    // The user's own cache may lie on another disk.
    renameSync(join(home, 'checkout'), join(home, 'cache'));
    symlinkSync(join(home, 'cache'), join(home, 'elsewhere'));
    process.env['XDG_CACHE_HOME'] = join(home, 'elsewhere');
    assert.equal(kept('review', '--staged').length, 1);
  });

  it('keeps it where Windows and macOS have such folders', () => {
    const own = Object.getOwnPropertyDescriptor(process, 'platform') as PropertyDescriptor;
    const onPlatform = (platform: NodeJS.Platform): readonly string[] => {
      Object.defineProperty(process, 'platform', { ...own, value: platform });
      try {
        return kept('review', '--staged');
      } finally {
        Object.defineProperty(process, 'platform', own);
      }
    };
    process.env['HOME'] = home;
    mkdirSync(join(home, 'Local'));
    process.env['LOCALAPPDATA'] = join(home, 'Local');
    assert.deepEqual(onPlatform('win32'), [join(home, 'Local', 'pm-zone', 'compiled')]);
    Reflect.deleteProperty(process.env, 'LOCALAPPDATA');
    assert.deepEqual(onPlatform('win32'), [join(home, 'AppData', 'Local', 'pm-zone', 'compiled')]);
    assert.deepEqual(onPlatform('darwin'), [join(home, 'Library', 'Caches', 'pm-zone', 'compiled')]);
  });

  it('takes the home folder where XDG names none', () => {
    process.env['XDG_CACHE_HOME'] = 'relative';
    process.env['HOME'] = home;
    assert.deepEqual(kept('review', '--staged'), [join(home, '.cache', 'pm-zone', 'compiled')]);
  });
});
