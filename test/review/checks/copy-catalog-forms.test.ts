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
});
