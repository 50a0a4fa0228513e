import assert from 'node:assert/strict';
import { yieldsTo } from '../../../src/policy/standing/yields-to.js';
import { createRule } from '../../support/create-rule.js';

describe('yieldsTo', () => {
  for (const [pair, allow] of [
    ['src/**', 'src/i18n/**'],
    ['templates/', 'templates/emails/*.txt'],
    ['web/views/**/*.blade.php', 'web/views/partials/promo-*.blade.php'],
    ['web/views/**/*.{php,twig}', 'web/views/partials/*.twig'],
  ] as const)
    it(`${pair} to ${allow}, which lies in it and names more folders`, () => {
      assert.equal(yieldsTo(createRule('pair', pair, { yields: true }), createRule('allow', allow)), true);
    });

  for (const [why, pair, allow] of [
    ['the folder may lie in what is open', '**/legal/**', 'docs/**'],
    ['so may the files', '**/*.sql', 'docs/db/**'],
    ['it names no more folders', 'src/**', 'src/*/texts.json'],
    ['it is the same', 'src/billing/**', 'src/billing/**'],
    ['it is one of several that are named', 'src/{billing,checkout}/**', 'src/billing/**'],
    ['so it is by a group', 'src/@(auth|pay)/**', 'src/auth/**'],
    ['it is wider', 'src/i18n/**', 'src/**'],
    ['the names only end alike', 'web/*.php', 'web/views/promo-?.php'],
  ] as const)
    it(`${pair} not to ${allow}: ${why}`, () => {
      assert.equal(yieldsTo(createRule('pair', pair, { yields: true }), createRule('allow', allow)), false);
    });

  it('not where nothing plainly says that it is for pairs', () => {
    assert.equal(yieldsTo(createRule('pair', 'src/**'), createRule('allow', 'src/i18n/**')), false);
  });
});
