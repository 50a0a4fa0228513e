import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDiskDifferences } from '../../../src/change/files/read-disk-differences.js';
import type { WorktreePaths } from '../../../src/change/files/read-disk-differences.js';

describe('readDiskDifferences', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'pm-zone-worktree-'));
    writeFileSync(join(root, 'a'), 'a');
    execFileSync('mkfifo', [join(root, 'pipe')]);
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const oid = '1'.repeat(40);
  const isApart = async (paths: Partial<WorktreePaths>): Promise<boolean> => {
    const all = { entries: [], unwatched: [], untracked: [], staged: [], ...paths };
    return (await readDiskDifferences({ root, autocrlf: false, idLength: 40 }, all)).stagedApart;
  };
  const read = async (paths: Partial<WorktreePaths>, idLength = 40) => {
    const { differences } = await readDiskDifferences(
      { root, autocrlf: false, idLength },
      { entries: [], unwatched: [], untracked: [], staged: [], ...paths },
    );
    return differences.map(({ path, before, after }) => [
      path,
      before?.oid,
      after && 'bytes' in after ? (after.text ?? after.unread) : after,
    ]);
  };
  const name = 'gone';

  it('keeps a file that is gone by now as one that could not be read', async () => {
    assert.deepEqual(await read({ untracked: [name] }), [['gone', undefined, 'missing']]);
    const after = { mode: '100644', oid: undefined };
    assert.deepEqual(await read({ entries: [{ status: 'M', name, before: { mode: '100644', oid }, after }] }), [
      ['gone', oid, 'missing'],
    ]);
  });

  it('leaves out a file that was added to the index alone, was not to be looked at, and is gone', async () => {
    const entries = [{ status: 'A', name, before: undefined, after: { mode: '100644', oid } }];
    assert.deepEqual(
      await read({ entries, unwatched: [{ mode: '100644', oid, name: Buffer.from(name), mayBeAbsent: false }] }),
      [],
    );
  });

  it('takes what is staged and absent for apart, but where a sparse checkout may lack it', async () => {
    const staged = [{ status: 'M', name, before: { mode: '100644', oid }, after: { mode: '100644', oid } }];
    const entry = { mode: '100644', oid, name: Buffer.from(name) };
    assert.equal(await isApart({ staged, unwatched: [{ ...entry, mayBeAbsent: true }] }), false);
    assert.equal(await isApart({ staged, unwatched: [{ ...entry, mayBeAbsent: false }] }), true);
  });

  it('knows what stood where a repository of its own stands now', async () => {
    const entries = [{ status: 'D', name: 'a', before: { mode: '100644', oid }, after: undefined }];
    assert.deepEqual(await read({ entries, untracked: ['a/', 'b/'] }), [
      ['a', oid, 'submodule'],
      ['b', undefined, 'submodule'],
    ]);
  });

  it('looks for any number of files that a sparse checkout may lack, and reads what is there besides', async () => {
    const unwatched = Array.from({ length: 10_001 }, (_, index) => ({
      mode: '100644',
      oid,
      name: Buffer.from(`absent/${index}`),
      mayBeAbsent: true,
    }));
    assert.deepEqual(await read({ unwatched, untracked: ['a'] }), [['a', undefined, 'a']]);
  });

  it('looks at no more files than 10,000 that are there, and says so of the rest', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => `n${index}`);
    for (const each of many) writeFileSync(join(root, each), '');
    const found = await read({ untracked: many });
    assert.deepEqual(found.slice(-2), [
      ['n9999', undefined, ''],
      ['n10000', undefined, 'too-large'],
    ]);
  });

  it('counts none that git holds as it is, as all are in a copy of a working tree', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => `same/${index}`);
    mkdirSync(join(root, 'same'));
    for (const each of many) writeFileSync(join(root, each), 'a');
    const before = { mode: '100644', oid: '2e65efe2a145dda7ee51d1741299f848e5bf752e' };
    const after = { mode: '100644', oid: undefined };
    const entries = [...many, 'a'].map((each) => ({ status: 'M', name: each, before, after }));
    writeFileSync(join(root, 'a'), 'changed');
    assert.deepEqual(await read({ entries }), [['a', before.oid, 'changed']]);
  });

  it('knows a large file by its id, and says of one that is other that it is too large', async () => {
    const content = Buffer.alloc(6 * 2 ** 20, 'x');
    writeFileSync(join(root, 'large'), content);
    const held = execFileSync('git', ['hash-object', join(root, 'large')])
      .toString()
      .trim();
    const entryOf = (id: string) => [
      { status: 'M', name: 'large', before: { mode: '100644', oid: id }, after: { mode: '100644', oid: undefined } },
    ];
    assert.deepEqual(await read({ entries: entryOf(held) }), []);
    assert.deepEqual(await read({ entries: entryOf(oid) }), [['large', oid, 'too-large']]);
    assert.deepEqual(await read({ untracked: ['large'] }), [['large', undefined, 'too-large']]);
  });

  it('says of a pipe that it could not be read, and waits for nothing', async () => {
    assert.deepEqual(await read({ untracked: ['pipe'] }), [['pipe', undefined, 'missing']]);
  });

  it('knows what is the same by either kind of id', async () => {
    const ids = {
      40: '2e65efe2a145dda7ee51d1741299f848e5bf752e',
      64: 'eb337bbc4b5bdcc4e5ba93eeac42ebf6d83a6a3a4a4f6b5e3a2e8c9a5f9b3f1c',
    };
    const known = (id: string): Partial<WorktreePaths> => ({
      entries: [
        {
          status: 'M',
          name: 'a',
          before: { mode: '100644', oid: id },
          after: { mode: '100644', oid: undefined },
        },
      ],
    });
    assert.deepEqual(await read(known(ids[40])), []);
    assert.deepEqual((await read(known(ids[64]), 64)).length, 1);
    const sha256 = execFileSync('sha256sum', { input: 'blob 1\0a' }).toString().slice(0, 64);
    assert.deepEqual(await read(known(sha256), 64), []);
  });
});
