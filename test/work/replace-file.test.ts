import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkDisk } from '../../src/git/work-disk.js';
import { replaceFile } from '../../src/work/replace-file.js';

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'pm-zone-test-replace-'));
}

describe('replaceFile', () => {
  it('puts another text there whole, with the permissions as they were, and leaves nothing beside', async () => {
    const root = folder();
    const place = join(root, 'a.md');
    writeFileSync(place, 'one\n');
    chmodSync(place, 0o640);
    assert.equal(await replaceFile(place, 'one\n', 'two\n'), true);
    assert.equal(readFileSync(place, 'utf8'), 'two\n');
    assert.equal(statSync(place).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(root), ['a.md']);
  });

  it('leaves what is another by now, a link, a folder, and what is not there', async () => {
    const root = folder();
    writeFileSync(join(root, 'a.md'), 'three\n');
    symlinkSync('a.md', join(root, 'link.md'));
    for (const name of ['a.md', 'link.md', '.', 'none.md'])
      assert.equal(await replaceFile(join(root, name), 'one\n', 'two\n'), false, name);
    assert.equal(readFileSync(join(root, 'a.md'), 'utf8'), 'three\n');
  });

  it('says what the disk says, leaves the file as it is, and nothing beside', async () => {
    const root = folder();
    const place = join(root, 'a.md');
    writeFileSync(place, 'one\n');
    const full = { ...openWorkDisk(), replace: () => Promise.reject(new Error('The disk is full')) };
    await assert.rejects(replaceFile(place, 'one\n', 'two\n', full), /The disk is full/);
    assert.equal(readFileSync(place, 'utf8'), 'one\n');
    assert.deepEqual(readdirSync(root), ['a.md']);
  });
});
