import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { largestPicture } from '../../src/opening/picture-folder.js';
import { createPictures, keepPicture, pictureBytes } from './pictures.js';

describe('the folder of pictures', () => {
  let folder: ReturnType<typeof createPictures>;
  beforeEach(() => (folder = createPictures()));
  afterEach(() => folder.remove());

  it('keeps each kind of picture by its bytes, whatever it is called, under a name that says what it holds', async () => {
    for (const kind of ['png', 'jpg', 'gif', 'webp'] as const) {
      const bytes = pictureBytes(kind);
      const name = await keepPicture(folder, bytes, 'Screenshot 2026 – Grüße.txt');
      assert.match(
        name,
        new RegExp(`^screenshot-2026-grusse?-[0-9a-f]{12}\\.${kind}$|^screenshot-2026-gru-e-[0-9a-f]{12}\\.${kind}$`),
      );
      assert.deepEqual((await folder.read(name))?.bytes, bytes);
      assert.equal((await folder.read(name))?.kind.extension, kind);
      assert.equal(statSync(join(folder.path, name)).mode & 0o77, 0);
      assert.equal(await keepPicture(folder, bytes, 'Screenshot 2026 – Grüße.txt'), name);
    }
    assert.equal(readdirSync(folder.path).length, 4);
  });

  it('names one without a name of its own, and one with a very long one', async () => {
    assert.match(await keepPicture(folder, pictureBytes('png'), ''), /^picture-[0-9a-f]{12}\.png$/);
    assert.match(await keepPicture(folder, pictureBytes('png'), `${'../a-'.repeat(100)}.png`), /^a-[0-9a-f]{12}\.png$/);
    assert.match(await keepPicture(folder, pictureBytes('png'), 'a-'.repeat(100)), /^(?:a-){19}a-[0-9a-f]{12}\.png$/);
  });

  it('takes nothing that is no picture, that runs something, or that is too large', async () => {
    for (const text of [
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      '%PDF-1.7',
      '',
      'RIFF0000WAVEfmt ',
      '\x89PNG',
    ])
      assert.deepEqual(await folder.keep(Buffer.from(text, 'latin1'), 'x.png'), {
        why: 'That is no picture of a kind that pages on the web show: take a PNG, JPEG, GIF or WebP.',
      });
    const large = Buffer.concat([pictureBytes('png'), Buffer.alloc(largestPicture)]);
    assert.deepEqual(await folder.keep(large, 'x.png'), {
      why: 'A picture may have 10 MB at most: make it smaller, then add it again.',
    });
  });

  it('reads none that is not there, that was changed, or that is no picture any more', async () => {
    const name = await keepPicture(folder, pictureBytes('png'), 'a.png');
    assert.equal(await folder.read('b-0123456789ab.png'), undefined);
    writeFileSync(join(folder.path, name), pictureBytes('png', 'other'));
    assert.equal(await folder.read(name), undefined);
    writeFileSync(join(folder.path, name), 'text');
    assert.equal(await folder.read(name), undefined);
    writeFileSync(join(folder.path, name), Buffer.alloc(largestPicture + 1));
    assert.equal(await folder.read(name), undefined);
    await keepPicture(folder, pictureBytes('png'), 'a.png');
    assert.deepEqual((await folder.read(name))?.bytes, pictureBytes('png'));
  });

  it('lets go of what nobody touched for a season, when the next one comes', async () => {
    const [old, young] = [
      await keepPicture(folder, pictureBytes('png'), 'old'),
      await keepPicture(folder, pictureBytes('gif'), 'young'),
    ];
    const ago = (days: number): Date => new Date(Date.now() - days * 24 * 60 * 60_000);
    utimesSync(join(folder.path, old), ago(100), ago(100));
    utimesSync(join(folder.path, young), ago(80), ago(80));
    const next = await keepPicture(folder, pictureBytes('webp'), 'next');
    assert.deepEqual(readdirSync(folder.path).sort(), [next, young].sort());
  });

  it('remembers where each was sent, by its place, and forgets it where that cannot be read', async () => {
    assert.deepEqual(await folder.sentTo('here'), new Map());
    const name = await keepPicture(folder, pictureBytes('png'), 'a.png');
    await folder.noteSent('here', name, '/uploads/a');
    await folder.noteSent('there', name, '/uploads/b');
    await folder.noteSent('here', name, '/uploads/c');
    assert.deepEqual(await folder.sentTo('here'), new Map([[name, '/uploads/c']]));
    assert.deepEqual(await folder.sentTo('there'), new Map([[name, '/uploads/b']]));
    const file = join(folder.path, 'sent.json');
    writeFileSync(file, JSON.stringify([['here', name, '/uploads/d'], ['here', 1, 2], 'x', ['here']]));
    assert.deepEqual(await folder.sentTo('here'), new Map([[name, '/uploads/d']]));
    for (const text of ['{', '{}']) {
      writeFileSync(file, text);
      assert.deepEqual(await folder.sentTo('here'), new Map());
    }
    await folder.noteSent('here', name, '/uploads/e');
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), [['here', name, '/uploads/e']]);
  });
});
