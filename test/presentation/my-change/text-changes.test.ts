import assert from 'node:assert/strict';
import { readChangedTexts } from '../../../src/presentation/my-change/text-changes.js';
import { createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

const read = (parts: ReviewContextParts, siblings: Readonly<Record<string, string>> = {}) =>
  readChangedTexts(createReviewContext(parts).change, new Map(Object.entries(siblings)));

describe('readChangedTexts', () => {
  it('joins the languages of a text, English first, with those that the change leaves alone', async () => {
    const texts = await read(
      {
        base: {
          'i18n/de.json': '{"a": {"t": "Alt"}, "b": "B"}',
          'i18n/en_GB.json': '{"a": {"t": "Old"}, "b": "B"}',
          'i18n/fr.json': '{"b": "B"}',
        },
        head: {
          'i18n/de.json': '{"a": {"t": "Neu"}, "b": "B"}',
          'i18n/en_GB.json': '{"a": {"t": "New"}, "b": "B"}',
          'i18n/fr.json': '{"b": "B", "c": "C"}',
        },
      },
      { 'i18n/cs.json': '{"a": {"t": "Staré"}}', 'i18n/da.json': '{}', 'i18n/bad.json': '{', 'other/x.json': '{}' },
    );
    assert.deepEqual(
      texts.map(({ key, keyPath }) => [key, keyPath]),
      [
        ['a.t', '["a","t"]'],
        ['c', '["c"]'],
      ],
    );
    const [first, second] = texts;
    assert.deepEqual(
      first?.differences.map(({ locale, before, after, at }) => [locale, before, after, at?.line]),
      [
        ['en_GB', 'Old', 'New', 1],
        ['de', 'Alt', 'Neu', 1],
      ],
    );
    assert.deepEqual(first.untouched, [{ path: 'i18n/cs.json', locale: 'cs', text: 'Staré' }]);
    assert.deepEqual(first.without, [
      { path: 'i18n/fr.json', locale: 'fr' },
      { path: 'i18n/da.json', locale: 'da' },
    ]);
    assert.deepEqual(second?.differences, [
      { path: 'i18n/fr.json', locale: 'fr', after: 'C', at: { line: 1, column: 17 } },
    ]);
  });

  it('takes the words in the code for what a language said that left a text empty', async () => {
    const po = (first: string): string => `msgid "Last nap"\nmsgstr "${first}"\n\nmsgid "Good night"\nmsgstr ""\n`;
    const head = { 'po/en.po': po('Last rest'), 'po/de.po': po('Schlaf').replace('msgstr ""', 'msgstr "Gute Nacht"') };
    const texts = await read(
      { base: { 'po/en.po': po(''), 'po/de.po': po('') }, head },
      { 'po/en_GB.po': po(''), 'po/fr.po': po('') },
    );
    const said = texts.map(({ differences, untouched, without }) => [
      differences.map(({ locale, before, beforeInCode }) => [locale, before, beforeInCode]),
      untouched.map(({ locale, text }) => [locale, text]),
      without.map(({ locale }) => locale),
    ]);
    assert.deepEqual(said, [
      [
        [
          ['en', 'Last nap', true],
          ['de', 'Last nap', true],
        ],
        [['en_GB', 'Last nap']],
        ['fr'],
      ],
      [
        [['de', 'Good night', true]],
        [
          ['en', 'Good night'],
          ['en_GB', 'Good night'],
        ],
        ['fr'],
      ],
    ]);
  });

  it('reads every format, and texts of files that are new or gone', async () => {
    const texts = await read({
      base: { 'config/locales/en.yml': 'en:\n  hello: Hi\n', 'i18n/x/en.json': '{"gone": "Away"}' },
      head: { 'config/locales/en.yml': 'en:\n  hello: Hello\n', 'i18n/y/en.json': '{"come": "Here"}' },
    });
    assert.deepEqual(
      texts.map(({ differences: [one] }) => [one.before, one.after]),
      [
        ['Hi', 'Hello'],
        ['Away', undefined],
        [undefined, 'Here'],
      ],
    );
  });

  it('leaves out what cannot be read on one of its sides, and what is no catalog', async () => {
    const binary = { mode: '100644', oid: 'b'.repeat(40), bytes: 3, unread: 'binary' } as const;
    const texts = await read({
      base: { 'i18n/en.json': '{"a": "1"}', 'i18n/de.json': '{"a": "1"}', 'a.ts': '1', 'locales/fr/legal.html': 'x' },
      head: { 'i18n/en.json': '{"a": "2"', 'i18n/de.json': binary, 'a.ts': '2', 'locales/fr/legal.html': 'y' },
    });
    assert.deepEqual(texts, []);
    assert.deepEqual(await read({ base: { 'i18n/en.json': '{"a": "1"}' }, head: { 'i18n/en.json': '{"a":"1"}' } }), []);
  });
});
