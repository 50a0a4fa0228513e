import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  writeRefusedCommit,
  readRefusedCommit,
  refusedCommitFile,
  type RefusedCommit,
} from '../../src/git/refused-commit-file.js';

describe('the note of a refused commit', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'pm-zone-refused-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const refused: RefusedCommit = {
    at: 5,
    head: 'a'.repeat(40),
    points: [{ message: 'One', path: 'a b/c.txt', line: 1, column: 2 }, { message: 'Two' }],
  };

  it('comes back as it was left, and is gone once there is nothing any more', async () => {
    assert.equal(await readRefusedCommit(folder), undefined);
    writeRefusedCommit(folder, refused);
    assert.deepEqual(await readRefusedCommit(folder), refused);
    assert.deepEqual(readdirSync(folder), [refusedCommitFile]);
    const first = { at: 6, points: [{ message: 'x' }] };
    writeRefusedCommit(folder, first);
    assert.deepEqual(await readRefusedCommit(folder), first);
    writeRefusedCommit(folder, { ...refused, points: [] });
    writeRefusedCommit(folder, { ...refused, points: [] });
    assert.deepEqual(readdirSync(folder), []);
  });

  it('keeps no more than one reads', async () => {
    writeRefusedCommit(folder, {
      at: 1,
      points: Array.from({ length: 50 }, (_, number) => ({ message: String(number) })),
    });
    assert.equal((await readRefusedCommit(folder))?.points.length, 20);
  });

  it('fails no hook where the disk refuses', () => {
    mkdirSync(join(folder, `${refusedCommitFile}.new`));
    writeRefusedCommit(folder, refused);
    writeRefusedCommit(join(folder, 'nowhere'), refused);
  });

  it('takes nothing for one that is none', async () => {
    for (const text of [
      '',
      'null',
      '[]',
      '{}',
      '{"at":"1","points":[{"message":"x"}]}',
      '{"at":1,"head":1,"points":[{"message":"x"}]}',
      '{"at":1,"points":{}}',
      '{"at":1,"points":[]}',
      '{"at":1,"points":[1]}',
      '{"at":1,"points":[{"message":1}]}',
      '{"at":1,"points":[{"message":"x","path":1}]}',
      '{"at":1,"points":[{"message":"x","line":"1"}]}',
      '{"at":1,"points":[{"message":"x","line":1,"column":1.5}]}',
    ]) {
      writeFileSync(join(folder, refusedCommitFile), text);
      assert.equal(await readRefusedCommit(folder), undefined, text);
    }
  });
});
