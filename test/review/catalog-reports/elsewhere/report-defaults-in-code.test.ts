import assert from 'node:assert/strict';
import { reportDefaultsInCode } from '../../../../src/review/catalog-reports/elsewhere/report-defaults-in-code.js';
import { createReviewContext, type SideFiles } from '../../../support/review-context.js';

const english = 'src/i18n/en.json';
const was = { 'home.title': 'Trending', 'home.lead': 'What all watch' };

async function told(
  code: SideFiles,
  now: Readonly<Record<string, string>> = { ...was, 'home.title': 'Popular' },
  path = english,
): Promise<readonly string[]> {
  const context = createReviewContext({
    base: { ...code, [path]: JSON.stringify(was) },
    head: { ...code, [path]: JSON.stringify(now) },
  });
  return (await reportDefaultsInCode(context)).map(({ message }) => message);
}

describe('words that the code has beside their key', () => {
  it('are told, with the first place and who looks at it', async () => {
    const code = "const texts = defineMessages('home', {\n  title: 'Trending',\n});\n";
    assert.deepEqual(await told({ 'src/home.tsx': code }), [
      'The code has the old words “Trending” beside the key of this text: src/home.tsx:2. Where catalogs are made from the code, they come back the next time; @erin changes them with it, or confirms that they are made otherwise.',
    ]);
    assert.match(
      String(await told({ 'src/home.tsx': code, 'src/other.tsx': code })),
      /home\.tsx:2 and 1 more place\./u,
    );
  });

  it('are known as libraries have them', async () => {
    for (const code of [
      "t('home.title', 'Trending')",
      '<FormattedMessage id="home.title" defaultMessage="Trending" />',
    ])
      assert.equal((await told({ 'src/a.tsx': code })).length, 1, code);
    const apart = "a({\n  id: 'home.lead',\n  defaultMessage: 'What all watch',\n});\n";
    assert.equal((await told({ 'src/a.tsx': apart }, { ...was, 'home.lead': 'What we watch' })).length, 1);
  });

  it('are none where the code has other words there, or has them elsewhere', async () => {
    for (const code of [
      "title: 'Popular'",
      "heading: 'Trending'",
      "subtitle: 'Trending'",
      "sub-title: 'Trending'",
      "title: 'Trending now'",
    ])
      assert.deepEqual(await told({ 'src/a.tsx': code }), [], code);
    const code = "title: 'Trending'";
    assert.deepEqual(await told({ 'test/a.test.ts': code, 'docs/a.md': code, 'src/i18n/fr.ts': code }), []);
    assert.deepEqual(await told({ 'src/a.tsx': code }, undefined, 'src/i18n/de.json'), [], 'a translation');
    assert.deepEqual(await told({ 'src/a.tsx': code }, { ...was, more: 'New' }), [], 'a new text');
    assert.deepEqual(await told({}), []);
  });

  it('are not looked for in a change of many texts', async () => {
    const many = (words: string): Record<string, string> =>
      Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`k${at}`, words]));
    const context = createReviewContext({
      base: { [english]: JSON.stringify(many('Old words')), 'src/a.ts': "k1: 'Old words'" },
      head: { [english]: JSON.stringify(many('New words')), 'src/a.ts': "k1: 'Old words'" },
    });
    assert.deepEqual(await reportDefaultsInCode(context), []);
  });
});
