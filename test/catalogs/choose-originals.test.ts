import assert from 'node:assert/strict';
import { chooseOriginals } from '../../src/catalogs/choose-originals.js';

function chosen(...locales: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return chooseOriginals(locales.map((locale) => ({ locale }))).map(({ locale }) => locale);
}

describe('chooseOriginals', () => {
  it('takes plain English, that of the United States and a file without a language, of each spelling', () => {
    assert.deepEqual(chosen('de', 'EN', 'en-US', undefined, 'en_GB'), ['EN', 'en-US', undefined]);
  });

  it('takes other English where there is no nearer one, and no other language ever', () => {
    assert.deepEqual(chosen('de', 'en-GB', 'en_AU'), ['en-GB', 'en_AU']);
    assert.deepEqual(chosen('de', 'fr', 'enm'), []);
  });
});
