import assert from 'node:assert/strict';
import type { Report } from '../../../../src/review/check.js';
import { oncePerCatalog } from '../../../../src/review/gates/reports/once-per-catalog.js';

const report = (path: string, message: string, name = 'title'): Report => ({
  path,
  message,
  key: { name, kind: 'text' },
  undecided: true,
});

describe('oncePerCatalog', () => {
  it('says once what is the same in all languages of a catalog, at the first of them', () => {
    const [one, two, three] = ['de', 'en', 'fr'].map((language) => report(`locales/${language}.json`, 'Unsure.')) as [
      Report,
      Report,
      Report,
    ];
    assert.deepEqual(oncePerCatalog([one, two]), [{ ...one, message: 'Unsure. The same goes for another language.' }]);
    assert.deepEqual(oncePerCatalog([one, two, three]), [
      { ...one, message: 'Unsure. The same goes for 2 other languages.' },
    ]);
  });

  it('keeps what differs in words, in its catalog or in its weight, and what is of no text', () => {
    const reports: readonly Report[] = [
      report('locales/de.json', 'Unsure of “a”.'),
      report('locales/en.json', 'Unsure of “b”.'),
      report('other/en.json', 'Unsure of “b”.'),
      { path: 'locales/fr.json', message: 'Unsure of “b”.', key: { name: 'title', kind: 'text' } },
      report('src/home.ts', 'Unsure.'),
      report('src/home.ts', 'Unsure.'),
      { message: 'Too large.' },
      { message: 'Too large.' },
    ];
    assert.deepEqual(oncePerCatalog(reports), reports);
  });
});
