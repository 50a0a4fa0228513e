import assert from 'node:assert/strict';

import type { Report } from '../../src/review/check.js';
import { copyCatalog } from '../../src/review/checks/copy-catalog.js';
import { createReviewContext, type SideFiles } from '../support/review-context.js';

type Texts = Readonly<Record<string, string>>;

const shared = { save: 'Save', close: 'Close', total: '{{count}} in all' };

/** What is said of a text `page.t` in English and German, before and after. */
async function said(before: Texts, after: Texts): Promise<string> {
  const side = (texts: Texts): SideFiles =>
    Object.fromEntries(
      Object.entries(texts).map(([locale, t]) => [
        `web/langs/${locale}.json`,
        JSON.stringify({ common: shared, page: { t, u: '{{name}} and {{other}}' } }),
      ]),
    );
  const outcome = await copyCatalog.run(createReviewContext({ base: side(before), head: side(after) }));
  return (outcome as { reports: readonly Report[] }).reports.map(({ message }) => message).join('\n');
}

describe('a text that is nothing but a link to another', () => {
  const fine: Readonly<Record<string, readonly [before: Texts, after: Texts]>> = {
    'whose words a translation has': [
      { en: '{{common.save}}', de: 'Mehr' },
      { en: '{{common.save}}', de: 'Sichern' },
    ],
    'that takes the place of words': [
      { en: 'Save', de: 'Sichern' },
      { en: '{{common.save}}', de: 'Sichern' },
    ],
    'whose place words take': [
      { en: '{{ common.save }}', de: '{{common.save}}' },
      { en: 'Save it', de: '{{common.save}}' },
    ],
    'that lacks a brace in English': [
      { en: '{common.save}}', de: 'Mehr' },
      { en: '{common.save}}', de: '{{common.save}}' },
    ],
  };
  for (const [what, [before, after]] of Object.entries(fine))
    it(`may be one ${what}`, async () => assert.equal(await said(before, after), ''));

  const wrong: Readonly<Record<string, readonly [before: Texts, after: Texts]>> = {
    'links to another text': [
      { en: '{{common.save}}', de: '{{common.save}}' },
      { en: '{{common.save}}', de: '{{common.close}}' },
    ],
    'links to no text': [
      { en: '{{common.save}}', de: 'Mehr' },
      { en: '{{common.save}}', de: '{{gemeinsam.sichern}}' },
    ],
    'has a value instead': [
      { en: '{{common.save}}', de: 'Mehr' },
      { en: '{{common.save}}', de: 'Sichern, {{name}}' },
    ],
    'was one with a value': [
      { en: 'Save, {{name}}', de: 'Sichern, {{name}}' },
      { en: '{{common.save}}', de: 'Sichern, {{name}}' },
    ],
  };
  for (const [what, [before, after]] of Object.entries(wrong))
    it(`is reported where it ${what}`, async () => assert.match(await said(before, after), /“page\.t”/));
});
