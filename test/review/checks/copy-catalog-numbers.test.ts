import assert from 'node:assert/strict';

import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type ReviewContextParts, type SideFiles } from '../../support/review-context.js';

async function told(base: SideFiles, head: SideFiles, parts: ReviewContextParts = {}): Promise<readonly string[]> {
  const outcome = await copyCatalog.run(createReviewContext({ ...parts, base, head: { ...base, ...head } }));
  const reports = outcome === 'not-applicable' ? assert.fail('not applicable') : outcome.reports;
  return reports.flatMap(({ message, path, line, severity }) => {
    const [, what] = /^(.* still in .*?)\. Change it there as well, or say/.exec(message) ?? [];
    if (what === undefined) return [];
    assert.equal(severity, 'note');
    return [`${String(path)}:${String(line)} ${what}`];
  });
}

const yaml = (locale: string, ...lines: readonly string[]): string =>
  `${locale}:\n${lines.map((line) => `  ${line}\n`).join('')}`;
const en = 'config/locales/prices.en.yml';
const de = 'config/locales/prices.de.yml';
const fr = 'config/locales/prices.fr.yml';
const base = {
  [en]: yaml('en', 'from: Plans from $1,200.50 a year', 'trial: 14 days'),
  [de]: yaml('de', 'from: Tarife ab 1.200,50 $ im Jahr', 'trial: 14 Tage'),
  [fr]: yaml('fr', "from: A partir de 1'200,50 $", 'trial: deux semaines'),
};

describe('a number that one language says anew', () => {
  it('is told of where others say the old one, however they write it', async () => {
    const head = { [en]: yaml('en', 'from: Plans from $1,100.00 a year', 'trial: 30 days') };
    assert.deepEqual(await told(base, head), [
      `${en}:2 “from” says 1,100.00 here now, and 1,200.50 still in de, fr`,
      `${en}:3 “trial” says 30 here now, and 14 still in de`,
    ]);
  });

  it('is told of where a translation alone says it', async () =>
    assert.deepEqual(await told(base, { [de]: yaml('de', 'from: Tarife ab 900 $', 'trial: 14 Tage') }), [
      `${de}:2 “from” says 900 here now, and 1.200,50 still in en, fr`,
    ]));

  it('is told of where it is a month in words, in the language of each text', async () => {
    const pl = 'config/locales/prices.pl.yml';
    const dates = {
      [en]: yaml('en', 'until: Until March 31, 2027', 'may: You may use 5 of them in May'),
      [de]: yaml('de', 'until: Bis zum 31. März 2027', 'may: Sie dürfen im Mai 5 davon nutzen'),
      [fr]: yaml('fr', 'until: Jusqu’au 31 mars 2027', 'may: x'),
      [pl]: yaml('pl', 'until: Do 31 marca 2027', 'may: x'),
    };
    assert.deepEqual(await told(dates, { [de]: dates[de].replace('März', 'Mai') }), [
      `${de}:2 “until” says Mai here now, and März still in en, fr, pl`,
    ]);
    assert.deepEqual(await told(dates, { [pl]: dates[pl].replace('marca', 'maja') }), [
      `${pl}:2 “until” says maja here now, and marca still in en, de, fr`,
    ]);
    const all = { [de]: dates[de].replace('März', 'Mai'), [en]: dates[en].replace('March 31', '31 May') };
    const others = { [fr]: dates[fr].replace('mars', 'mai'), [pl]: dates[pl].replace('marca', 'maja') };
    assert.deepEqual(await told(dates, { ...all, ...others }), []);
    assert.deepEqual(await told(dates, { [en]: dates[en].replace('in May', 'in June') }), []);
    const [ja, hak, sr] = ['ja', 'hak', 'sr@latin'].map((each) => `config/locales/prices.${each}.yml`) as [
      string,
      string,
      string,
    ];
    const asian = {
      ...dates,
      [ja]: yaml('ja', 'until: 2027年3月31日まで'),
      [hak]: yaml('hak', 'until: 31 x 2027'),
      [sr]: yaml('sr', 'until: 31. mart 2027'),
    };
    assert.deepEqual(await told(asian, { [ja]: yaml('ja', 'until: 2027年3月31日') }), []);
    assert.match(
      (await told(asian, { [de]: dates[de].replace('März', 'Mai') })).join(),
      /and März still in en, fr, pl$/,
    );
  });

  it('is not told of where all say it, where nobody else said it, and where the words alone are others', async () => {
    const all = {
      [en]: yaml('en', 'from: Plans from $1,200.50 a year', 'trial: 30 days'),
      [de]: yaml('de', 'from: Tarife ab 1.200,50 $ im Jahr', 'trial: 30 Tage'),
    };
    assert.deepEqual(await told(base, all), []);
    const words = { [en]: yaml('en', 'from: Our plans from $1,200.50', 'trial: 14 days free, 1 seat') };
    assert.deepEqual(await told(base, words), []);
    const alone = { [fr]: yaml('fr', "from: A partir de 1'200,50 $", 'trial: deux semaines, ou 15 jours') };
    assert.deepEqual(await told(base, alone), []);
  });

  it('is none in what is filled in, a tag or an address', async () => {
    const [one, other] = ['i18n/en.json', 'i18n/de.json'];
    const said = (text: string): string => JSON.stringify({ a: text });
    const pairs = [
      ['Hi {0}', 'Hi {1}'],
      ['Hi <b id="1">you</b>', 'Hi <b id="2">you</b>'],
      ['See https://a.example/1', 'See https://a.example/2'],
    ] as const;
    for (const [was, now] of pairs)
      assert.deepEqual(await told({ [one]: said(was), [other]: said(was) }, { [one]: said(now) }), []);
  });

  it('is not looked for before a commit, in a new file and in one that cannot be read', async () => {
    const head = { [en]: yaml('en', 'from: Plans from $99 a year', 'trial: 14 days') };
    assert.deepEqual(await told(base, head, { moment: 'commit' }), []);
    assert.deepEqual(await told({ [de]: base[de] }, head), []);
    assert.deepEqual(await told({ ...base, [de]: 'de:\n  from: "1.200,50\n', [fr]: 'fr: {}\n' }, head), []);
  });

  it('names a file that is of no language by its path', async () => {
    const [one, other] = ['src/main/resources/messages.properties', 'src/main/resources/messages_de.properties'];
    const before = { [one]: 'a = 10 days\n', [other]: 'a = 10 Tage\n' };
    assert.deepEqual(await told(before, { [other]: 'a = 5 Tage\n' }), [
      `${other}:1 “a” says 5 here now, and 10 still in ${one}`,
    ]);
  });

  it('names a few languages', async () => {
    const said = (number: number): string => JSON.stringify({ a: `In ${number} days` });
    const locales = ['de', 'es', 'fr', 'it', 'nl', 'pt'];
    const before = Object.fromEntries(['en', ...locales].map((locale) => [`i18n/${locale}.json`, said(10)]));
    const [line] = await told(before, { 'i18n/en.json': said(5) });
    assert.match(line ?? '', /“a” says 5 here now, and 10 still in de, es, fr, it and 2 more$/);
  });
});
