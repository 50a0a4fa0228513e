import assert from 'node:assert/strict';
import { findEntryInLines } from '../../src/catalogs/find-entry-in-lines.js';

describe('findEntryInLines', () => {
  const path = 'app/src/main/res/values/strings.xml';
  const text = [
    '<resources>',
    '<string name="one">First text</string>',
    '<string name="two">Second',
    'text</string>',
    '</resources>',
  ].join('\n');
  const labelIn = async (first: number, last: number, of = path): Promise<string | undefined> =>
    (await findEntryInLines(of, text, { first, last }))?.label;

  it('finds the one text whose key stands there', async () => {
    assert.deepEqual([await labelIn(2, 2), await labelIn(3, 4)], ['one', 'two']);
  });

  it('finds it by the line of its key, which is another than its text’s in gettext', async () => {
    const labels = await Promise.all(
      [
        ['de.lproj/Localizable.strings', '"a" = "One";\n"b" = "Two";\n'],
        ['locales/de.toml', 'a = "One"\nb = "Two"\n'],
        ['locale/de/LC_MESSAGES/a.po', 'msgid "b"\nmsgstr "Two"\n'],
      ].map(([path = '', text = '']) => findEntryInLines(path, text, { first: 2, last: 2 })),
    );
    assert.deepEqual(
      labels.map((entry) => entry?.label),
      ['b', 'b', undefined],
    );
  });

  it('finds none where there are several or none, and in what is no catalog', async () => {
    for (const [first, last] of [
      [2, 3],
      [4, 4],
      [1, 0],
    ] as const)
      assert.equal(await labelIn(first, last), undefined);
    assert.equal(await labelIn(2, 2, 'src/a.kt'), undefined);
    assert.equal(await labelIn(2, 2, 'locales/en.csv'), undefined);
  });
});
