import assert from 'node:assert/strict';
import type { ChangedFile } from '../../../../src/change/change.js';
import { changesWordsOnly } from '../../../../src/review/gates/words-only/changes-words-only.js';
import { withOldBlocks } from '../../../../src/review/gates/words-only/i18n-blocks.js';

describe('withOldBlocks', () => {
  const vue = (texts: string, tag = '<i18n lang="yaml">', after = ''): string =>
    `<template>\n  <p>{{ t('a') }}</p>\n</template>\n\n${tag}\n${texts}\n</i18n>\n${after}`;
  const yaml = (de: string, en = 'Hi {name}, see <b>this</b>'): string => `de:\n  a: ${de}\nen:\n  a: ${en}\n  b: Bye`;
  const was = yaml('Hallo {name}, sieh <b>das</b>');
  const isWords = async (before: string, after: string): Promise<boolean> =>
    (await withOldBlocks(before, after)) === before;

  it('puts back texts in which words alone are other ones, in each way that they are written', async () => {
    const now = yaml('Guten Tag, {name}, sieh <b>dies</b>', 'Hello {name}, look at <b>this</b>');
    assert.ok(await isWords(vue(was), vue(now)));
    assert.ok(await isWords(vue(was, '<i18n lang=yml>'), vue(`${now}\n  c: One more`, '<i18n lang=yml>')));
    for (const tag of ['<i18n>', '<i18n lang="json">', '<i18n locale="en" lang="json5">'])
      assert.ok(await isWords(vue('{"en": {"a": "Hi"}}', tag), vue('{"en": {"a": "Hello"}}', tag)), tag);
    const both = (text: string): string => vue(was, '<i18n lang="yaml">', vue(text));
    assert.ok(await isWords(both(was), both(now)));
  });

  it('leaves the rest of the component as it is', async () => {
    const now = vue(yaml('Tag, {name}, <b>x</b>')).replace("t('a')", "t('b')");
    assert.equal(await withOldBlocks(vue(was), now), vue(was).replace("t('a')", "t('b')"));
  });

  for (const [what, now] of [
    ['a text that fills in less', vue(yaml('Hallo, sieh <b>das</b>'))],
    ['a text that fills in something else', vue(yaml('Hallo {nam}, sieh <b>das</b>'))],
    ['a tag that is gone', vue(yaml('Hallo {name}, sieh das'))],
    ['a text that is gone', vue(was.replace('  b: Bye', ''))],
    ['a key by another name', vue(was.replace('b: Bye', 'c: Bye'))],
    ['an empty text', vue(was.replace('b: Bye', 'b: ""'))],
    ['a text that is none any more', vue(was.replace('b: Bye', 'b: 5'))],
    ['a key that is there twice', vue(`${was}\n  b: Once more`)],
    ['what runs', vue(was.replace('Bye', "'<script>x()</script>'"))],
    ['a sign that nobody sees', vue(was.replace('Bye', 'Bye\u202e'))],
    ['what cannot be read', vue(was.replace('b: Bye', 'b: "Bye'))],
    ['a text that the library cannot read', vue(was.replace('b: Bye', "b: 'Mail me@x.example'"))],
    ['another tag', vue(was, '<i18n lang="yaml" src="./x.yaml">')],
    ['a block more', vue(was, '<i18n lang="yaml">', vue(was))],
    ['a block that does not end', vue(was).replace('</i18n>', '')],
  ] as const)
    it(`leaves ${what}`, async () => assert.equal(await withOldBlocks(vue(was), now), now));

  it('leaves blocks in a format that it does not read', async () => {
    const toml = (text: string): string => vue(`a = "${text}"`, '<i18n lang="toml">');
    assert.equal(await withOldBlocks(toml('x'), toml('y')), toml('y'));
  });

  it('takes no longer than the text is long', async () => {
    const worst = '<i18n>\n'.repeat(15_000);
    assert.equal(await withOldBlocks(worst, `${worst}x`), `${worst}x`);
  });

  it('makes a change of such texts one of words, with the sentences of the template and without', async () => {
    const said = (text: string, words: string): string => text.replace("{{ t('a') }}", words);
    const isOfWords = (now: string, path = 'src/Home.vue'): Promise<boolean> =>
      changesWordsOnly({ path, before: { text: said(vue(was), 'Read this') }, after: { text: now } } as ChangedFile);
    const reworded = vue(yaml('Tag {name}, sieh <b>dies</b>'));
    assert.deepEqual(
      [
        await isOfWords(said(reworded, 'Read this')),
        await isOfWords(said(reworded, 'Look at that')),
        await isOfWords(said(reworded, 'Read this'), 'a.html'),
      ],
      [true, true, false],
    );
    assert.equal(await isOfWords(said(vue(yaml('Tag')), 'Read this')), false);
  });
});
