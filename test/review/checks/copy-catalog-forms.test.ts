import assert from 'node:assert/strict';
import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

async function reportsOf(base: SideFiles, head: SideFiles): Promise<readonly string[]> {
  const outcome = await copyCatalog.run(createReviewContext({ base, head: { ...base, ...head } }));
  assert.ok(outcome !== 'not-applicable');
  return outcome.reports.map(
    ({ message, undecided, path, line }) => `${String(undecided)} ${String(path)}:${String(line)} ${message}`,
  );
}

const json = (text: string): string => JSON.stringify({ a: text });
const english = 'i18n/en.json';
const german = 'i18n/de.json';

describe('how something is filled in', () => {
  it('is the engineering DRI’s to say where it is other than before', async () => {
    const [report, ...more] = await reportsOf(
      { [english]: json('Pay {n, number, ::currency/EUR}') },
      { [english]: json('Please pay {n}') },
    );
    assert.match(String(report), /^true i18n\/en\.json:1 “a” had “\{n, number, ::currency\/EUR\}”, which says how/);
    assert.deepEqual(more, []);
  });

  it('may follow in a translation what the change does to the original', async () => {
    const base = { [english]: json('On {d, date, full}'), [german]: json('Am {d, date, full}') };
    const both = await reportsOf(base, { [english]: json('On {d, date}'), [german]: json('Am {d, date}') });
    assert.deepEqual(
      both.map((each) => each.slice(0, 22)),
      ['true i18n/en.json:1 “a'],
    );
    assert.equal((await reportsOf(base, { [german]: json('Am {d, date}') })).length, 1);
    assert.deepEqual(await reportsOf(base, { [german]: json('Heute, {d, date, full}') }), []);
  });

  it('is so of a text that is another one now', async () => {
    const strings = (text: string): string => `<resources>\n<string name="a">${text}</string>\n</resources>\n`;
    const [path, other] = ['res/values/strings.xml', 'res/values-de/strings.xml'];
    const base = { [path]: strings('Hi'), [other]: strings('Hallo') };
    assert.match(
      (await reportsOf(base, { [path]: strings('@string/b') })).join(),
      /“a” is the text of “@string\/b” now/,
    );
    const both = await reportsOf(base, { [path]: strings('@string/b'), [other]: strings('@string/b') });
    assert.equal(both.length, 1);
  });

  it('is so where a text has one that it did not have', async () => {
    const base = { [english]: json('Cannot read {path}'), [german]: json('Kann {path} nicht lesen') };
    assert.match(
      (await reportsOf(base, { [german]: json('Kann {path:d} nicht lesen') })).join(),
      /^true i18n\/de\.json:1 “a” has “\{path:d\}” now, which says how .* and had nothing like it\. Your/,
    );
    const both = { [english]: json('Cannot read {path:d}'), [german]: json('Kann {path:d} nicht lesen') };
    assert.deepEqual(
      (await reportsOf(base, both)).map((each) => each.slice(0, 22)),
      ['true i18n/en.json:1 “a'],
    );
    assert.deepEqual(await reportsOf({ ...base, [english]: both[english] }, { [german]: both[german] }), []);
  });
});

describe('a plural of a translation', () => {
  const polish = 'i18n/pl.json';
  const plural = (...arms: readonly string[]): string => json(`{count, plural, ${arms.join(' ')}}`);
  const full = ['one {# plik}', 'few {# pliki}', 'many {# plik\u00f3w}', 'other {# pliku}'] as const;
  const base = { [english]: plural('one {# file}', 'other {# files}'), [polish]: plural(...full) };
  const without = (at: number): SideFiles => ({ [polish]: plural(...full.filter((_arm, index) => index !== at)) });

  it('keeps the forms that its language tells apart, though its original has none of them', async () => {
    for (const [at, arm] of [
      [1, 'few'],
      [2, 'many'],
    ] as const)
      assert.match((await reportsOf(base, without(at))).join(), new RegExp(`“a” now lacks the case “${arm}” of`));
  });

  it('may lose them with those of its original', async () => {
    const plain = { [english]: json('Files: {count}'), [polish]: json('Pliki: {count}') };
    assert.deepEqual(
      (await reportsOf(base, plain)).map((each) => each.replace(/^.*? /, '').slice(0, 9)),
      ['i18n/en.j'],
    );
  });

  it('says the number in each form for many of them', async () => {
    const worded = (at: number): SideFiles => ({
      [polish]: plural(...full.map((arm, index) => (index === at ? arm.replace('# ', '') : arm))),
    });
    assert.deepEqual(await reportsOf(base, worded(0)), []);
    for (const at of [1, 2, 3])
      assert.match((await reportsOf(base, worded(at))).join(), /^undefined i18n\/pl\.json:1 “a” now lacks \{count\}\./);
    const inWords = { [english]: plural('one {# file}', 'other {Many files}') };
    assert.deepEqual(await reportsOf(base, inWords), []);
    assert.deepEqual(await reportsOf({ ...base, ...inWords }, worded(3)), []);
    assert.match((await reportsOf(base, { [polish]: json('plik\\u00f3w: {count}') })).join(), /lacks the cases/);
  });

  it('says it in each of gettext and of Qt, too', async () => {
    const ts = (few: string): string =>
      `<TS version="2.1" language="pl_PL"><context><name>A</name><message numerus="yes"><source>%Ln file(s)</source><translation><numerusform>%Ln plik</numerusform><numerusform>${few}</numerusform><numerusform>%Ln plików</numerusform></translation></message></context></TS>`;
    const path = 'translations/app_pl.ts';
    const said = await reportsOf({ [path]: ts('%Ln pliki') }, { [path]: ts('pliki') });
    assert.match(said.join(), /now lacks %n/);
  });
});
