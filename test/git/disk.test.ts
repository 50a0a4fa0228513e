import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDisk } from '../../src/git/disk.js';

describe('openDisk', () => {
  let home: string;
  let root: string;
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'pm-zone-disk-'));
    root = join(home, 'root');
    mkdirSync(join(root, 'folder'), { recursive: true });
    writeFileSync(join(home, 'secret'), 'secret');
    writeFileSync(join(root, 'folder', 'a b'), 'text');
    writeFileSync(join(root, 'run.sh'), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(join(root, 'empty'), '');
    writeFileSync(Buffer.concat([Buffer.from(`${root}/n`), Buffer.from([0xff])]), 'odd');
    symlinkSync('../secret', join(root, 'link'));
    symlinkSync('folder', join(root, 'linked-folder'));
    writeFileSync(join(root, 'huge'), '');
    truncateSync(join(root, 'huge'), 100 * 2 ** 20);
    execFileSync('mkfifo', [join(root, 'pipe')]);
  });
  after(() => rmSync(home, { recursive: true }));

  for (const [path, expected] of [
    ['folder/a b', { kind: 'file', bytes: 4, executable: false, content: Buffer.from('text') }],
    ['run.sh', { kind: 'file', bytes: 10, executable: true, content: Buffer.from('#!/bin/sh\n') }],
    ['empty', { kind: 'file', bytes: 0, executable: false, content: Buffer.alloc(0) }],
    [Buffer.from([0x6e, 0xff]), { kind: 'file', bytes: 3, executable: false, content: Buffer.from('odd') }],
    ['huge', { kind: 'file', bytes: 100 * 2 ** 20, executable: false }],
    ['folder', { kind: 'folder' }],
    ['nope', { kind: 'missing' }],
    ['nope/x', { kind: 'missing' }],
    ['empty/x', { kind: 'missing' }],
    ['linked-folder/a b', { kind: 'missing' }],
    ['pipe', { kind: 'unreadable' }],
    ['../secret', { kind: 'unreadable' }],
    ['folder/../../secret', { kind: 'unreadable' }],
    ['/etc/passwd', { kind: 'unreadable' }],
    ['', { kind: 'unreadable' }],
    ['a\0b', { kind: 'unreadable' }],
    ['x'.repeat(5000), { kind: 'unreadable' }],
  ] as const) {
    it(`reads ${JSON.stringify(String(path).slice(0, 40))}`, async () => {
      assert.deepEqual(await openDisk(root).read(path, 1000), expected);
    });
  }

  it('says what git would call a file, in either kind of id, and reads no more than 1 GB for it', async () => {
    const disk = openDisk(root);
    assert.equal(await disk.hash('folder/a b', 40), 'f3a34851d44d6b97c90fbb99dd3d18c261b9a237');
    assert.equal((await disk.hash('folder/a b', 64))?.length, 64);
    writeFileSync(join(root, 'vast'), '');
    truncateSync(join(root, 'vast'), 2 ** 30 + 1);
    for (const path of ['vast', 'folder', 'pipe', 'link', 'nope', '../secret'])
      assert.equal(await disk.hash(path, 40), undefined, path);
  });

  it('gives the target of a link and does not follow it', async () => {
    assert.deepEqual(await openDisk(root).read('link', 1000), {
      kind: 'symbolic-link',
      bytes: 9,
      content: Buffer.from('../secret'),
    });
  });

  it('says what it may not read', async function () {
    if (process.getuid?.() === 0) this.skip();
    writeFileSync(join(root, 'locked'), 'x');
    chmodSync(join(root, 'locked'), 0);
    assert.deepEqual(await openDisk(root).read('locked', 1000), { kind: 'unreadable' });
  });
});
