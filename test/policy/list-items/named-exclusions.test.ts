import assert from 'node:assert/strict';
import fc from 'fast-check';
import { demandsOn, readSection } from '../../support/read-policy.js';

const of = (tail: string, locks: string, glob = 'app/i18n/*.json'): string[] | undefined =>
  demandsOn(
    readSection(`PMs can touch:\n\n- \`${glob}\` ${tail}\n\nPMs cannot touch:\n\n${locks}`),
    'app/i18n/en.json',
  );

const byPath = '- `app/i18n/disclosures*.json` (rule 2210)\n';

describe('what an item leaves out by words', () => {
  for (const tail of [
    '(strings; disclosures excluded, see below)',
    '(strings, disclosures excluded)',
    '(except disclosures)',
    '– except the disclosures',
    '(the disclosures are not included)',
  ])
    it(`is locked where the section names it by path: ${tail}`, () => assert.deepEqual(of(tail, byPath), []));

  it('is locked below a glob over folders as well', () =>
    assert.deepEqual(of('(strings; disclosures excluded)', '- `app/i18n/disclosures/**`', 'app/i18n/**/*.json'), []));

  it('is locked at any depth where the glob goes there', () => {
    for (const [glob, lock] of [
      ['app/i18n/**', 'app/i18n/disclosures/**'],
      ['app/i18n/**/*.json', 'app/i18n/disclosures/**'],
      ['app/i18n/**', 'app/i18n/disclosures*.json'],
    ] as const) {
      const zone = readSection(
        `PMs can touch:\n\n- \`${glob}\` (disclosures excluded)\n\nPMs cannot touch:\n\n- \`${lock}\`\n`,
      );
      const end = lock.endsWith('.json') ? 'disclosures.de.json' : 'disclosures/a.json';
      assert.deepEqual(demandsOn(zone, 'app/i18n/en.json'), []);
      for (const path of [`app/i18n/${end}`, `app/i18n/de/${end}`, `app/i18n/de/at/${end}`])
        assert.equal(demandsOn(zone, path), undefined, `${glob} ${path}`);
    }
  });

  it('takes away nothing else that the item says', () =>
    assert.deepEqual(of('(values only; disclosures excluded)', byPath), ['values only']));

  it('is kept with an item that opens as it is written', () =>
    assert.deepEqual(of('(strings, not disclosures)', byPath), ['strings, not disclosures']));

  for (const [what, tail, locks] of [
    ['nothing names it', '(strings; terms excluded)', byPath],
    ['there is no list of locks', '(strings; disclosures excluded)', ''],
    ['only the words beside a lock name it', '(strings; imprint excluded)', '- `app/i18n/legal/**` (imprint)'],
    ['the path says more', '(strings; disclosures excluded)', '- `app/i18n/disclosures-us*.json`'],
    ['the path is one file', '(strings; disclosures excluded)', '- `app/i18n/disclosures.json`'],
    ['only one of the words is named', '(strings; disclosures and terms excluded)', byPath],
    ['it may be about more than one thing', '(guides, blog, disclosures excluded)', byPath],
    ['it stands elsewhere', '(strings; disclosures excluded)', '- `lib/i18n/disclosures*.json`'],
    ['it stands deeper only', '(strings; disclosures excluded)', '- `app/i18n/us/disclosures/**`'],
    ['the path is an ending of all names', '(strings; json excluded)', '- `app/i18n/*.json.bak`'],
    ['more words follow', '(strings; disclosures excluded until May)', byPath],
    ['more words stand before', '(strings; nearly all disclosures of ours excluded)', byPath],
    ['there are no words', '(strings; the excluded)', byPath],
  ] as const)
    it(`opens nothing where ${what}`, () => assert.equal(of(tail, locks), undefined));

  it('locks the path whatever else is said of it', () => {
    for (const text of ['PMs can touch:\n\n- `app/i18n/disclosures*.json`', 'See `app/i18n/disclosures*.json`.']) {
      const zone = readSection(`PMs can touch:\n\n- \`app/i18n/*.json\` (strings; disclosures excluded)\n\n${text}\n`);
      assert.notEqual(demandsOn(zone, 'app/i18n/en.json'), undefined);
      assert.equal(demandsOn(zone, 'app/i18n/disclosures.en.json'), undefined, text);
    }
  });

  it('opens nothing by words: they change neither what is named nor where', () => {
    const words = fc.array(
      fc.constantFrom('never', 'not', 'disclosures', 'excluded', 'except', 'terms', 'PMs', 'only'),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    const marked =
      'PMs· can· touch:\n\n- `app/i18n/*.json` (strings; ·terms· excluded·)\n- `app/copy/*.json` (texts; ·drafts excluded)·\n\n·PMs cannot touch·:\n\n- `app/i18n/disclosures*.json` ·\n- `app/copy/archive/**` (drafts·)\n·';
    fc.assert(
      fc.property(words, fc.nat(), (put, number) => {
        const parts = marked.split('·');
        const at = (number % (parts.length - 1)) + 1;
        const text = `${parts.slice(0, at).join('')} ${put.join(' ')} ${parts.slice(at).join('')}`;
        for (const path of ['app/i18n/disclosures.en.json', 'app/i18n/terms.json', 'app/copy/drafts.json'])
          assert.equal(demandsOn(readSection(text), path), undefined, text);
      }),
      { numRuns: 300 },
    );
  });
});
