import assert from 'node:assert/strict';
import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { findMixedWord } from '../../../src/review/unseen/find-mixed-word.js';
import { createReviewContext } from '../../support/review-context.js';

describe('a word in two alphabets', () => {
  for (const [text, sign, alphabet] of [
    ['Say Y\u0435s now', '\u0435', 'Cyrillic'],
    ['\u0392udget', '\u0392', 'Greek'],
    ['C\u0432\u0435\u0434\u0435\u043d\u0438\u044f', 'C', 'Latin'],
    ['\u0421o', 'o', 'Latin'],
  ] as const)
    it(`is found in ${text}`, () => {
      const found = findMixedWord(text, '');
      assert.deepEqual([found?.sign, found?.alphabet], [sign, alphabet]);
    });

  for (const [what, text] of [
    ['one alphabet', 'Say yes'],
    ['words of each', 'SMS-\u043a\u043e\u0434 \u0438 PDF'],
    ['letters that nobody takes for others', '\u03bcTorrent, \u0394t, \u03bcm'],
    ['an accent that Macedonian writes', '\u0421\u00e8'],
    ['three alphabets', 'a\u0435\u03bf'],
    ['other scripts', 'PDF\u6587\u4ef6'],
  ] as const)
    it(`is none of ${what}`, () => assert.equal(findMixedWord(text, ''), undefined));

  it('is no news where it was there before', () => assert.equal(findMixedWord('Y\u0435s!', 'Y\u0435s'), undefined));

  it('is to be mended in a text of a catalog', async () => {
    const json = (text: string): string => JSON.stringify({ a: text });
    const [base, head] = [{ 'i18n/en.json': json('Yes') }, { 'i18n/en.json': json('Oh y\u0435s') }];
    const outcome = await copyCatalog.run(createReviewContext({ base, head }));
    const [report] = outcome === 'not-applicable' ? [] : outcome.reports;
    assert.match(
      String(report?.message),
      /^“y\u0435s” in “a” mixes letters of two alphabets that look alike: “\u0435” is a Cyrillic letter there\. .*Type it anew/,
    );
    assert.deepEqual([report?.severity, report?.column], [undefined, 10]);
  });

  it('is to be mended in prose that is read as it stands, and not told of code or of a page that is gone', async () => {
    const run = (base: Record<string, string>, head: Record<string, string>) =>
      copyCatalog.run(createReviewContext({ base, head }));
    const outcome = await run({ 'docs/a.md': 'Yes\n' }, { 'docs/a.md': 'Yes\nPay P\u0430y\n' });
    const [report] = outcome === 'not-applicable' ? [] : outcome.reports;
    assert.match(String(report?.message), /^“P\u0430y” mixes letters of two alphabets/);
    assert.deepEqual([report?.line, report?.column], [2, 5]);
    for (const [base, head] of [
      [{ 'docs/a.md': 'P\u0430y\n' }, { 'docs/a.md': 'P\u0430y it\n' }],
      [{ 'docs/a.md': 'P\u0430y\n' }, {}],
      [{}, { 'src/a.ts': 'const P\u0430y = 1;\n' }],
    ] as const)
      assert.equal(await run(base, head), 'not-applicable');
    const added = await run({}, { 'docs/a.md': 'P\u0430y\n' });
    assert.equal(added === 'not-applicable' ? 0 : added.reports.length, 1);
  });

  it('is looked for in a time that goes with the length of the text', () => {
    assert.equal(findMixedWord(`${'\u0436'.repeat(50_000)}${'z'.repeat(50_000)}`, ''), undefined);
    const many = Array.from(
      { length: 20_000 },
      (_, at) => `P\u0430y${String.fromCodePoint(0x100 + (at % 80))}${'z'.repeat(at % 9)}`,
    );
    assert.equal(findMixedWord(many.join(' '), many.join(' ')), undefined);
  });
});
