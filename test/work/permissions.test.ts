import assert from 'node:assert/strict';
import { chmodSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { bringBack } from '../../src/work/bring-back.js';
import { startOver } from '../../src/work/start-over.js';
import { switchChange } from '../../src/work/switch-change.js';
import { getLatest } from '../../src/work/get-latest.js';
import { putFilesBack } from '../../src/work/put-files-back.js';
import { done } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('who may read and run a file', function () {
  if (process.platform === 'win32') return;
  const { repository, origin, base, run } = usePilotClone(this);
  const place = (path: string): string => join(repository.root, path);
  const modes = (...paths: readonly string[]): readonly string[] =>
    paths.map((path) => (lstatSync(place(path)).mode & 0o777).toString(8));
  const files = ['src/home/a.txt', 'fresh/secret.txt', 'fresh/run', 'run.sh', 'readable'];
  const asGiven = ['600', '600', '700', '744', '444'];
  const unfinished = (): void => {
    repository.write('src/home/a.txt', 'edited\n');
    repository.write('fresh/secret.txt', 'private\n');
    repository.write('fresh/run', 'private\n');
    repository.write('run.sh', 'echo more\n');
    repository.write('readable', 'only to be read\n');
    for (const [number, path] of files.entries()) chmodSync(place(path), Number.parseInt(asGiven[number] as string, 8));
  };

  it('is as it was when unfinished work comes back', async () => {
    unfinished();
    done(await run((work) => switchChange(work, { to: 'main' })));
    done(await run((work) => switchChange(work, { to: 'pm/home' })));
    assert.deepEqual(modes(...files), asGiven);
  });

  it('is as it was when a backup comes back, also where only that differs', async () => {
    unfinished();
    const { backup } = done(await run((work) => startOver(work, { base: base() })));
    done(await run((work) => bringBack(work, { ref: backup })));
    assert.deepEqual(modes(...files), asGiven);
    chmodSync(place('fresh/secret.txt'), 0o644);
    done(await run((work) => bringBack(work, { ref: backup })));
    assert.deepEqual(modes(...files), asGiven);
  });

  it('stays where another version of a file comes in its place', async () => {
    repository.write('tool', 'echo\n', false);
    repository.commit('A tool');
    repository.git('branch', 'pm/runs');
    repository.git('checkout', '--quiet', 'pm/runs');
    repository.write('tool', 'echo more\n', true);
    repository.write('run.sh', 'echo more\n', true);
    repository.commit('It runs');
    repository.git('checkout', '--quiet', 'pm/home');
    const paths = ['src/home/a.txt', 'tool', 'run.sh'];
    for (const path of paths) chmodSync(place(path), path === 'run.sh' ? 0o744 : 0o600);
    done(await run((work) => switchChange(work, { to: 'pm/runs' })));
    assert.deepEqual(modes(...paths), ['600', '700', '744']);
    done(await run((work) => switchChange(work, { to: 'pm/home' })));
    assert.deepEqual(modes(...paths), ['600', '600', '744']);
    origin.write('src/home/b.txt', 'from main\n');
    origin.write('src/home/a.txt', 'from main\n');
    origin.commit('Main');
    repository.git('fetch', '--quiet');
    chmodSync(place('src/home/b.txt'), 0o640);
    done(await run((work) => getLatest(work, { base: base() })));
    assert.deepEqual(modes('src/home/a.txt', 'src/home/b.txt'), ['600', '640'], 'with marks of both sides too');
  });

  it('stays where a file is put back', async () => {
    repository.write('src/home/b.txt', 'edited\n');
    chmodSync(place('src/home/b.txt'), 0o600);
    done(await run((work) => putFilesBack(work, { paths: ['src/home/b.txt'] })));
    assert.deepEqual(modes('src/home/b.txt'), ['600']);
  });

  it('means nothing for a link', async () => {
    repository.git('rm', '--quiet', '--cached', 'src/home/b.txt');
    repository.remove('src/home/b.txt');
    const link = repository.gitWith('a.txt', 'hash-object', '-w', '--stdin');
    repository.git('update-index', '--add', '--cacheinfo', `120000,${link},src/home/b.txt`);
    repository.git('checkout', '--', 'src/home/b.txt');
    repository.git('commit', '--quiet', '--message', 'A link');
    done(await run((work) => switchChange(work, { to: 'main' })));
    chmodSync(place('src/home/b.txt'), 0o600);
    done(await run((work) => switchChange(work, { to: 'pm/home' })));
    assert.deepEqual(modes('src/home/a.txt', 'src/home/b.txt'), ['644', '777']);
  });
});
