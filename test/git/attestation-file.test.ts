import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveAttestations, readAttestations, withdrawAttestations } from '../../src/git/attestation-file.js';

describe('the attestation file', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'pm-zone-word-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const word = (item: string, content = 'c') => ({
    item,
    content,
    by: 'maya@example.com',
    at: '2026-01-01T00:00:00.000Z',
  });

  it('is kept, and replaced by a newer one for the same item and content: another change keeps its own', async () => {
    const again = { ...word('docs'), at: '2026-01-02T00:00:00.000Z' };
    await saveAttestations(folder, [word('docs'), word('docs', 'of another change')]);
    await saveAttestations(folder, [again]);
    assert.deepEqual(await readAttestations(folder), [word('docs', 'of another change'), again]);
    assert.deepEqual(readdirSync(join(folder, 'pm-zone')), ['word.json']);
    assert.equal(statSync(join(folder, 'pm-zone')).mode & 0o777, 0o700);
  });

  it('is taken back for the items that are named, and nothing is written where there is nothing to take back', async () => {
    await withdrawAttestations(folder, [word('docs')]);
    assert.deepEqual(readdirSync(folder), []);
    await saveAttestations(folder, [word('docs'), word('tests')]);
    await withdrawAttestations(folder, [word('docs'), word('tests', 'never given')]);
    assert.deepEqual(await readAttestations(folder), [word('tests')]);
  });

  it('is none where the file is missing, broken, or of another form', async () => {
    assert.deepEqual(await readAttestations(folder), []);
    mkdirSync(join(folder, 'pm-zone'));
    for (const [text, words] of [
      ['{', []],
      ['{}', []],
      [JSON.stringify([1, null, { item: 'x' }, { ...word('x'), takenBack: 1 }, word('docs')]), [word('docs')]],
    ] as const) {
      writeFileSync(join(folder, 'pm-zone', 'word.json'), text);
      assert.deepEqual(await readAttestations(folder), words);
    }
  });

  it('leaves nothing half done where it cannot be written', async () => {
    writeFileSync(join(folder, 'pm-zone'), 'a file in the way');
    await assert.rejects(saveAttestations(folder, [word('docs')]));
    assert.deepEqual(readdirSync(folder), ['pm-zone']);
  });

  it('does not grow without end', async () => {
    await saveAttestations(
      folder,
      Array.from({ length: 1500 }, (_, index) => word(`item-${index}`)),
    );
    const words = await readAttestations(folder);
    assert.equal(words.length, 1000);
    assert.equal(words.at(-1)?.item, 'item-1499');
  });
});
