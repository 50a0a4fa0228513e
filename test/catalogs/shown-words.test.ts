import assert from 'node:assert/strict';

import { loadReader } from '../../src/catalogs/catalog-formats.js';
import { keyPathId, type Catalog } from '../../src/catalogs/catalog.js';
import { compareCatalogs } from '../../src/catalogs/compare-catalogs.js';
import { shownWords } from '../../src/catalogs/shown-words.js';

describe('the words of a text that its catalog leaves empty', () => {
  const readPo = async (...messages: readonly string[]): Promise<Catalog> => {
    const text = messages.join('\n\n');
    return (await loadReader('po', text))('en.po', text);
  };
  const shown = (catalog: Catalog, ...path: readonly (string | number)[]) => {
    const entry = catalog.entries.get(keyPathId(path));
    assert.ok(entry);
    return shownWords(entry);
  };

  it('are those in the code, in Gettext and in Qt', async () => {
    const catalog = await readPo(
      'msgid "Board made"\nmsgstr ""',
      'msgctxt "menu"\nmsgid "Open"\nmsgstr ""',
      'msgid "One card"\nmsgid_plural "%d cards"\nmsgstr[0] ""\nmsgstr[1] ""',
      'msgid "Save"\nmsgstr "Keep"',
    );
    assert.deepEqual(shown(catalog, 'Board made'), { words: 'Board made', isInCode: true });
    assert.deepEqual(shown(catalog, 'menu', 'Open'), { words: 'Open', isInCode: true });
    assert.deepEqual(shown(catalog, 'One card', 0), { words: 'One card', isInCode: true });
    assert.deepEqual(shown(catalog, 'One card', 1), { words: '%d cards', isInCode: true });
    assert.deepEqual(shown(catalog, 'Save'), { words: 'Keep', isInCode: false });
    const qt =
      '<TS><context><name>Menu</name><message><source>Open it</source><translation type="unfinished"></translation></message></context></TS>';
    const ts = (await loadReader('script', qt))('app_en.ts', qt);
    assert.deepEqual(shown(ts, 'Menu', 'Open it'), { words: 'Open it', isInCode: true });
  });

  it('are none where the format shows nothing for it', async () => {
    const json = (await loadReader('json', '{}'))('en.json', '{"Board made":""}');
    assert.deepEqual(shown(json, 'Board made'), { words: '', isInCode: false });
  });

  it('are what a difference compares, and it says so', async () => {
    const [before, after] = await Promise.all([
      readPo('msgid "Board made"\nmsgstr ""', 'msgid "Save"\nmsgstr "Keep"', 'msgid "Gone"\nmsgstr ""'),
      readPo('msgid "Board made"\nmsgstr "New board"', 'msgid "Save"\nmsgstr ""', 'msgid "New one"\nmsgstr ""'),
    ]);
    assert.deepEqual(
      compareCatalogs(before, after).map(({ before, beforeInCode, after, afterInCode }) => [
        before,
        beforeInCode && 'in code',
        after,
        afterInCode && 'in code',
      ]),
      [
        ['Board made', 'in code', 'New board', undefined],
        ['Keep', undefined, 'Save', 'in code'],
        [undefined, undefined, 'New one', 'in code'],
        ['Gone', 'in code', undefined, undefined],
      ],
    );
  });
});
