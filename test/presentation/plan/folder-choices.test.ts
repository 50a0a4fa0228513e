import assert from 'node:assert/strict';
import { folderChoices } from '../../../src/presentation/plan/folder-choices.js';

describe('folderChoices', () => {
  const folders = ['src/home', 'src/texts', 'src/cards'];
  const files = ['src/texts/en.json', 'src/texts/de.json', 'src/cards/a.ts', 'src/textsother/b.ts'];
  const of = (folder: string | undefined, changed: readonly string[]): readonly string[] =>
    folderChoices(folders, { folder, files: changed }).map((each) => `${each.folder} ${each.changed}`);

  it('has the folder with most of the change first, and one where nothing changed last', () => {
    assert.deepEqual(of(undefined, files), ['src/texts 2', 'src/cards 1', 'src/home 0']);
    assert.deepEqual(of(undefined, []), ['src/home 0', 'src/texts 0', 'src/cards 0'], 'in their order');
  });

  it('has the folder that is known before all, also where nobody listed it', () => {
    assert.deepEqual(of('src/cards', files), ['src/cards 1', 'src/texts 2', 'src/home 0']);
    assert.equal(of('docs', files)[0], 'docs 0');
  });

  it('has last what a web server gives to everybody, however much of the change lies there', () => {
    const choices = folderChoices(['web/public/locales', 'web/components'], {
      folder: 'web/public/locales',
      files: ['web/public/locales/en.json'],
    });
    assert.deepEqual(choices, [
      { folder: 'web/components', changed: 0, isServed: false },
      { folder: 'web/public/locales', changed: 1, isServed: true },
    ]);
  });
});
