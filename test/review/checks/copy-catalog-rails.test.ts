import assert from 'node:assert/strict';

import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

const yaml = (locale: string, ...lines: readonly string[]): string =>
  `${locale}:\n${lines.map((line) => `  ${line}\n`).join('')}`;
const en = 'config/locales/home.en.yml';
const de = 'config/locales/home.de.yml';

describe('a new text under a name of Rails’ own', () => {
  const asked = async (
    before: string | undefined,
    after: string,
    path = en,
    beside: SideFiles = {},
  ): Promise<readonly string[]> => {
    const outcome = await copyCatalog.run(
      createReviewContext({
        base: { ...beside, ...(before && { [path]: before }) },
        head: { ...beside, [path]: after },
      }),
    );
    const reports = outcome === 'not-applicable' ? assert.fail('not applicable') : outcome.reports;
    return reports.flatMap(({ message, undecided }) => {
      const [, what] = /^(.*): by .* Rails itself asks/.exec(message) ?? [];
      if (what !== undefined) assert.equal(undecided, true);
      return what ?? [];
    });
  };
  const before = yaml('en', 'title: Home');
  const own: Readonly<Record<string, readonly string[]>> = {
    'number.currency.format.unit': ['number:', '  currency:', '    format:', '      unit: "€"'],
    'date.formats.default': ['date:', '  formats:', '    default: "%d.%m."'],
    'support.array.last_word_connector': ['support:', '  array:', '    last_word_connector: " / "'],
    'errors.messages.blank': ['errors:', '  messages:', '    blank: is fine'],
    'activerecord.errors.messages.blank': ['activerecord:', '  errors:', '    messages:', '      blank: is fine'],
  };
  for (const [name, lines] of Object.entries(own))
    it(`is asked about: ${name}`, async () =>
      assert.deepEqual(await asked(before, yaml('en', 'title: Home', ...lines)), [`“${name}”`]));

  it('is no question of an app’s own texts, and of what one model says', async () => {
    const lines = [
      'numbers: Numbers',
      'errors:',
      '  not_found: Not here',
      'activerecord:',
      '  models:',
      '    user: Member',
      '  errors:',
      '    models:',
      '      user: Wrong',
    ];
    assert.deepEqual(await asked(before, yaml('en', 'title: Home', ...lines)), []);
    assert.deepEqual(await asked(yaml('en', 'number: One'), yaml('en', 'number: Two')), []);
  });

  it('is no question where it was there, and in a new language', async () => {
    const format = ['date:', '  formats:', '    default: "%d.%m."'];
    assert.deepEqual(await asked(yaml('en', ...format), yaml('en', ...format, 'title: Home')), []);
    const beside = { [en]: yaml('en', ...format) };
    assert.deepEqual(await asked(undefined, yaml('de', ...format), de, beside), []);
    assert.deepEqual(await asked(undefined, yaml('en', ...format)), ['“date.formats.default”']);
  });

  it('is asked about in a file of several languages, too', async () => {
    const both = `${yaml('en', 'title: Home')}${yaml('de', 'title: Start')}`;
    const format = yaml('de', 'title: Start', 'date:', '  formats:', '    default: "%d.%m."');
    assert.deepEqual(await asked(both, both.replace(yaml('de', 'title: Start'), format), 'config/locales/home.yml'), [
      '“de.date.formats.default”',
    ]);
  });

  it('names a few where there are many', async () => {
    const days = ['date:', '  formats:', ...['a', 'b', 'c', 'd', 'e'].map((name) => `    ${name}: "%d"`)];
    const [line] = await asked(before, yaml('en', 'title: Home', ...days));
    assert.match(line ?? '', /^“date.formats.a”, “date.formats.b”, “date.formats.c” and 2 more$/);
  });
});
