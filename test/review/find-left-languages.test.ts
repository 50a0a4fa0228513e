import assert from 'node:assert/strict';
import { findLeftLanguages } from '../../src/review/find-left-languages.js';
import { createReviewContext, type SideFiles } from '../support/review-context.js';

async function left(base: SideFiles, head: SideFiles): Promise<readonly [string, string]> {
  const { unchanged, without } = await findLeftLanguages(createReviewContext({ base, head: { ...base, ...head } }));
  return [unchanged.join(' '), without.join(' ')];
}

describe('findLeftLanguages', () => {
  const base = {
    'i18n/en.json': '{"a": "Old", "b": "Same"}',
    'i18n/de.json': '{"a": "Alt", "b": "Gleich"}',
    'i18n/fr.json': '{"a": "Vieux"}',
    'i18n/it.json': '{"b": "Stesso"}',
    'i18n/pt_BR.json': '{"a": "New"}',
    'i18n/bad.json': '{',
  };

  it('names those that say what they said before, and those that lack a text', async () => {
    const english = { 'i18n/en.json': '{"a": "New", "b": "Same"}' };
    assert.deepEqual(await left(base, english), ['de fr', 'it']);
    assert.deepEqual(await left(base, { ...english, 'i18n/de.json': '{"a": "Neu", "b": "Gleich"}' }), ['fr', 'it']);
    assert.deepEqual(await left(base, { 'i18n/en.json': '{"a": "Old", "b": "Same", "c": "C"}' }), [
      '',
      'de fr it pt_BR',
    ]);
    const { paths } = await findLeftLanguages(createReviewContext({ base, head: { ...base, ...english } }));
    assert.deepEqual(paths, ['i18n/de.json', 'i18n/fr.json', 'i18n/it.json']);
  });

  it('names those of an original that has no language in its name', async () => {
    const rest = { 'res/messages_de.properties': 'a=Alt\n', 'res/messages_fr.properties': '' };
    const english = (text: string): SideFiles => ({ ...rest, 'res/messages.properties': `a=${text}\n` });
    assert.deepEqual(await left(english('Old'), english('New')), ['de', 'fr']);
  });

  it('names none where a translation alone is changed, unless there is no English', async () => {
    const german = { 'i18n/de.json': '{"a": "Neu", "b": "Gleich"}' };
    assert.deepEqual(await left(base, german), ['', '']);
    const others = Object.fromEntries(Object.entries(base).filter(([path]) => path !== 'i18n/en.json'));
    assert.deepEqual(await left(others, german), ['fr pt_BR', 'it']);
    assert.deepEqual(await left({}, { 'src/a.ts': 'x' }), ['', '']);
  });

  it('takes other English for a language beside English, and for the original where there is no other', async () => {
    const british = { 'i18n/en_GB.json': '{"a": "Old"}', 'i18n/de.json': '{"a": "Alt"}' };
    assert.deepEqual(await left(british, { 'i18n/en_GB.json': '{"a": "New"}' }), ['de', '']);
    const both = { ...british, 'i18n/en.json': '{"a": "Old"}' };
    assert.deepEqual(await left(both, { 'i18n/en.json': '{"a": "New"}' }), ['de en_GB', '']);
  });
});
