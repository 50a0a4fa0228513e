import assert from 'node:assert/strict';
import { isForAllFeatures, isTextFolder } from '../../src/planning/is-text.js';

describe('isTextFolder', () => {
  it('knows folders of texts by their name, and no feature', () => {
    for (const folder of ['web/src/locales', 'public/intl', 'app/res/values', 'src/telemetry'])
      assert.equal(isTextFolder(folder), true, folder);
    for (const folder of ['src/features/cart', 'src/international', 'docs', 'apps/docs'])
      assert.equal(isTextFolder(folder), false, folder);
  });
});

describe('isForAllFeatures', () => {
  it('takes texts, pages of docs and pictures in a folder of such, and neither programs nor settings there', () => {
    for (const [path, folder] of [
      ['docs/guide/a.md', 'docs'],
      ['public/intl/messages/en.json', 'public'],
      ['src/assets/hero.png', 'src/assets'],
    ] as const)
      assert.equal(isForAllFeatures(path, folder), true, path);
    for (const [path, folder] of [
      ['apps/docs/src/pages/index.tsx', 'apps/docs'],
      ['public/manifest.json', 'public'],
      ['src/features/cart/README.md', 'src/features/cart'],
    ] as const)
      assert.equal(isForAllFeatures(path, folder), false, path);
  });
});
