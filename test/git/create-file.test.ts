import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFile } from '../../src/git/create-file.js';

describe('createFile', () => {
  let root = '';
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'pm-zone-create-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  it('makes the file and its folders', async () => {
    assert.equal(await createFile(root, 'a/b/c.md', 'text'), undefined);
    assert.equal(readFileSync(join(root, 'a/b/c.md'), 'utf8'), 'text');
    assert.equal(await createFile(root, 'a/b/d.md', 'more'), undefined);
    assert.equal(await createFile(root, 'top.md', 'top'), undefined);
  });

  it('never writes over a file, nor through a link to one', async () => {
    writeFileSync(join(root, 'mine.md'), 'mine');
    assert.equal(await createFile(root, 'mine.md', 'other'), 'exists');
    symlinkSync(join(root, 'elsewhere.md'), join(root, 'link.md'));
    assert.equal(await createFile(root, 'link.md', 'other'), 'exists');
    assert.equal(readFileSync(join(root, 'mine.md'), 'utf8'), 'mine');
    assert.deepEqual(readdirSync(root), ['link.md', 'mine.md']);
  });

  it('never goes through a linked folder or a file in the way', async () => {
    mkdirSync(join(root, 'real'));
    symlinkSync(join(root, 'real'), join(root, 'link'));
    writeFileSync(join(root, 'file'), '');
    assert.equal(await createFile(root, 'link/a.md', 'x'), 'not-a-folder');
    assert.equal(await createFile(root, 'file/a.md', 'x'), 'not-a-folder');
    assert.deepEqual(readdirSync(join(root, 'real')), []);
  });

  it('rejects with what the disk says', async () => {
    await assert.rejects(createFile(root, `${'n'.repeat(300)}/a.md`, 'x'), /ENAMETOOLONG/);
    await assert.rejects(createFile(root, 'n'.repeat(300), 'x'), /ENAMETOOLONG/);
  });
});
