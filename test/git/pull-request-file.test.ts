import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePullRequestFile } from '../../src/git/create-file.js';

describe('writePullRequestFile', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'pm-zone-pull-request-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('leaves the last description alone, over what a killed run left', () => {
    writeFileSync(join(folder, 'pm-zone-pull-request.md.new'), 'half');
    writePullRequestFile(folder, 'One');
    const path = writePullRequestFile(folder, 'Two');
    assert.deepEqual([readFileSync(path ?? '', 'utf8'), readdirSync(folder).length], ['Two', 1]);
  });

  it('writes through no link', () => {
    writeFileSync(join(folder, 'other'), 'x');
    symlinkSync('other', join(folder, 'pm-zone-pull-request.md'));
    writePullRequestFile(folder, 'Two');
    assert.equal(readFileSync(join(folder, 'other'), 'utf8'), 'x');
  });

  it('says where the disk does not take it', () => {
    mkdirSync(join(folder, 'pm-zone-pull-request.md', 'in'), { recursive: true });
    assert.equal(writePullRequestFile(folder, 'One'), undefined);
  });
});
