import assert from 'node:assert/strict';
import { keyPathId } from '../../../src/catalogs/catalog.js';
import { createSiblingReader, readCatalogText } from '../../../src/presentation/my-change/sibling-reader.js';

const [title, body] = [keyPathId(['title']), keyPathId(['body'])];
const german = '{ "title": "Hallo", "body": "Text", "empty": "" }';

function countingReader() {
  const read: string[] = [];
  const ask = createSiblingReader((path, text) => {
    read.push(path);
    return readCatalogText(path, text);
  });
  return { ask, read };
}

describe('createSiblingReader', () => {
  it('says what a catalog has, and remembers it for the same text', async () => {
    const { ask, read } = countingReader();
    const asked = [title, keyPathId(['empty']), keyPathId(['none'])];
    for (let times = 0; times < 3; times += 1)
      assert.deepEqual([...((await ask('i18n/de.json', german, asked)) ?? [])], [[title, 'Hallo']]);
    assert.deepEqual(read, ['i18n/de.json']);
  });

  it('reads again what has another text, or is asked for another key', async () => {
    const { ask, read } = countingReader();
    await ask('i18n/de.json', german, [title]);
    assert.equal((await ask('i18n/de.json', german, [title, body]))?.get(body), 'Text');
    assert.equal((await ask('i18n/de.json', german.replace('Hallo', 'Servus'), [title]))?.get(title), 'Servus');
    assert.equal((await ask('i18n/de.json', german, [title]))?.get(title), 'Hallo');
    assert.equal(read.length, 4);
  });

  it('remembers that a catalog cannot be read', async () => {
    const { ask, read } = countingReader();
    for (let times = 0; times < 2; times += 1) assert.equal(await ask('i18n/de.json', '{', [title]), undefined);
    assert.equal(read.length, 1);
    assert.equal(await ask('i18n/de.txt', 'x', [title]), undefined);
  });

  it('remembers a thousand', async () => {
    const { ask, read } = countingReader();
    for (let index = 0; index <= 1000; index += 1) await ask(`i18n/${index}.json`, german, [title]);
    await ask('i18n/1000.json', german, [title]);
    assert.equal(read.length, 1001);
    await ask('i18n/0.json', german, [title]);
    assert.equal(read.length, 1002);
  });
});
