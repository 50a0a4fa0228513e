import assert from 'node:assert/strict';

import { proposeKey } from '../../../src/review/gates/reports/propose-key.js';
import { readCatalog } from '../../../src/catalogs/read-catalog.js';

function propose(path: readonly (string | number)[], texts: unknown = {}): string | undefined {
  return proposeKey({ path }, readCatalog('i18n/en.json', JSON.stringify(texts)));
}

describe('a key beside another', () => {
  it('is written as it is', () => {
    assert.equal(propose(['home', 'title']), 'home.titleNew');
    assert.equal(propose(['home', 'main-title']), 'home.main-title-new');
    assert.equal(propose(['main_title']), 'main_title_new');
    assert.equal(propose(['TITLE']), 'TITLE_NEW');
    assert.equal(propose(['home', 'items', 'other']), 'home.itemsNew.other');
    assert.equal(propose(['appName', 'message']), 'appNameNew.message');
    assert.equal(propose(['steps', 0]), 'stepsNew[0]');
  });

  it('is free', () => {
    assert.equal(propose(['home', 'title'], { home: { titleNew: 'a', titleNew2: { b: 'c' } } }), 'home.titleNew3');
    const all = Object.fromEntries(
      ['', ...Array.from({ length: 99 }, (_one, at) => at + 1)].map((at) => [`aNew${at}`, 'x']),
    );
    assert.equal(propose(['a'], all), undefined);
  });

  it('is none where words are the key, or there is none', () => {
    assert.equal(propose(['Save the file']), undefined);
    assert.equal(propose([0]), undefined);
  });
});
