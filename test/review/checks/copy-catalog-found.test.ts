import assert from 'node:assert/strict';

import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

/** `path key` of all that is said, `path ?` where it is only said that nobody can tell; `-` where nothing is copy. */
async function said(base: SideFiles, head: SideFiles): Promise<string> {
  const outcome = await copyCatalog.run(createReviewContext({ base, head: { ...base, ...head } }));
  if (outcome === 'not-applicable') return '-';
  return outcome.reports
    .map(({ path, key, undecided }) => `${String(path)} ${undecided === true ? '?' : (key?.name ?? '!')}`)
    .join('\n');
}

const texts = (...more: readonly string[]): Record<string, string> => ({
  save: 'Save the file',
  cancel: 'Cancel',
  of: '{number} of {total}',
  sure: 'Are you sure that you want to leave?',
  lost: 'What you wrote will be lost.',
  title: 'Your wallets',
  send: 'Send to somebody',
  back: 'Go back',
  close: 'Close it now',
  ok: 'OK',
  ...Object.fromEntries(more.map((each, index) => [`more${index}`, each])),
});
const json = (value: unknown): string => JSON.stringify(value, null, 2);
const lines = (values: Record<string, string>, joint: string): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}${joint}${joint === ': ' ? `"${value}"` : value}\n`)
    .join('');
const slotLost = { ...texts(), of: '{number} of them' };

describe('the catalogs that a review finds', () => {
  it('are files called after languages, whatever their folder is called', async () => {
    for (const [en, de] of [
      ['loc/en.json', 'loc/de_de.json'],
      ['src/wording/en.json', 'src/wording/de.json'],
      ['app/speech/app.en-US.json', 'app/speech/app.jp_jp.json'],
      ['assets/en.json5', 'assets/zh_cn.json5'],
      ['app/default-languages/en-gb/translations.json', 'app/default-languages/de/translations.json'],
    ] as const) {
      const base = { [en]: json(texts()), [de]: json(texts()) };
      assert.equal(await said(base, { [de]: json(slotLost) }), `${de} of`, de);
      assert.equal(await said(base, { [de]: json({ ...texts(), save: 'Sichern Sie die Datei' }) }), '', de);
    }
    const yaml = { 'words/en.yaml': lines(texts(), ': '), 'words/de.yaml': lines(texts(), ': ') };
    assert.equal(await said(yaml, { 'words/de.yaml': lines(slotLost, ': ') }), 'words/de.yaml of');
  });

  it('are modules of texts that are called after languages, and no programs that are called so by chance', async () => {
    const script = (values: Record<string, string>): string =>
      `// Texts.\nexport default {\n  home: {\n${lines(values, ': ').replaceAll(/\n/g, ',\n')}  },\n};\n`;
    const php = (values: Record<string, string>): string =>
      `<?php\n\nreturn [\n${lines(values, ': ').replaceAll(/^(\w+): (.*)$/gm, "    '$1' => $2,")}];\n`;
    for (const [en, de, write] of [
      ['src/wording/en.ts', 'src/wording/de.ts', script],
      ['src/wording/texts.en.js', 'src/wording/texts.de.js', script],
      ['packages/words/src/en/index.js', 'packages/words/src/de/index.js', script],
      ['app/wording/en.php', 'app/wording/de.php', php],
    ] as const) {
      // One language is called after its country.
      const base = { [en]: write(texts()), [de]: write(texts()), [de.replace(/\bde\b/, 'ua')]: write(texts()) };
      assert.match(await said(base, { [de]: write(slotLost) }), /^\S+ (?:home\.)?of$/, de);
    }
    const code = Array.from({ length: 12 }, (_, at) => `  const go${at} = await open('Go on from here');\n`).join('');
    const mixed = `${lines(texts(), ': ').replaceAll(/\n/g, ',\n')}${code}`;
    for (const text of [`export function is() {\n${code}}\n`, `export const is = {\n${mixed}};\n`])
      for (const path of ['src/is.ts', 'src/is/index.ts']) assert.equal(await said({}, { [path]: text }), '-');
    assert.equal(await said({}, { 'app/defaults/de/config.json': json(texts()) }), '-');
    for (const path of ['src/is/texts.ts', 'src/texts/index.ts', 'index.ts'])
      assert.equal(await said({}, { [path]: script(texts()) }), '-');
    assert.equal(await said({}, { 'src/wording/texts.ts': script(texts()) }), '-');
  });

  it('are known by what they were, where the change leaves nothing of them', async () => {
    const base = { 'words/en.json': json(texts()), 'words/de.json': json(texts()) };
    assert.equal(await said(base, { 'words/de.json': '{ "save": ' }), 'words/de.json !');
  });

  it('are not what is known of countries, currencies and zones of time', async () => {
    const country = { name: 'Germany', capital: 'Berlin', currency: 'EUR', phone: '+49', languages: ['de'], eu: true };
    const cities = { cities: Array.from({ length: 20 }, (_, index) => ({ name: `New Town ${index}`, size: index })) };
    const settings = { shop: { url: 'https://example.org/de', currency: 'EUR', minimum: 10, title: 'Our shop' } };
    const zones = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`Europe/City_${index}`, `UTC+${index}`]),
    );
    const list = [{ id: 'a', name: 'New York' }];
    for (const value of [country, cities, settings, zones, list, 'de', {}])
      for (const path of ['data/de.json', 'config/markets/de_de.json', 'countries/in.json'])
        assert.equal(await said({}, { [path]: json(value) }), '-', path + json(value));
    for (const path of ['test/fixtures/de.json', '.cache/de.json', 'data/widgets.json', 'src/us.json', 'src/app.json'])
      assert.equal(await said({}, { [path]: json(texts()) }), '-', path);
  });

  it('are said to be in doubt where words stand beside as much else, or other files are about countries', async () => {
    const mixed = {
      ...texts(),
      ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`size${index}`, index])),
    };
    assert.equal(await said({}, { 'markets/de.json': json(mixed) }), 'markets/de.json ?');
    assert.equal(await said({}, { 'markets/app.de.json': json(mixed) }), '-');
    const sizes = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`size${index}`, index]));
    assert.equal(await said({}, { 'markets/de.json': json({ ...texts(), ...sizes }) }), '-');
    const around = { 'markets/us.json': json(texts()), 'markets/fr.json': json(texts()) };
    assert.equal(await said(around, { 'markets/de.json': json(texts()) }), 'markets/de.json ?');
    assert.equal(await said({ 'markets/us.yaml': 'a: b' }, { 'markets/de.json': json(texts()) }), '');
  });

  it('are files of words whose name others have with a language behind', async () => {
    const numbered = { ...texts(), of: '{0} of {1}' };
    for (const [base, german, write] of [
      ['src/main/resources/shop.properties', 'src/main/resources/shop_de.properties', (all) => lines(all, '=')],
      [
        'i18n/src/main/resources/app_i18n.properties',
        'i18n/src/main/resources/app_i18n_de.properties',
        (all) => lines(all, ' = '),
      ],
      ['assets/shop.json', 'assets/shop.de.json', json],
      ['i18n/shop.json', 'i18n/shop-de.json', json],
      ['words/shop.yml', 'words/shop.de.yml', (all) => lines(all, ': ')],
      ['l10n/app.arb', 'l10n/app_de.arb', json],
    ] as readonly (readonly [string, string, (all: Record<string, string>) => string])[]) {
      const both = { [base]: write(numbered), [german]: write(numbered) };
      const lost = write({ ...numbered, of: '{0}' });
      assert.equal(await said(both, { [base]: lost }), `${base} of`, base);
      // The original is what a translation is held against, also where it is new.
      assert.equal(await said({ [base]: write(numbered) }, { [german]: lost }), `${german} of`, german);
    }
  });

  it('are not settings that have a profile behind their name, nor words that stand alone', async () => {
    const settings = lines({ 'server.port': '8080', 'app.name': 'Shop', 'db.url': 'jdbc:h2:mem' }, '=');
    const both = { 'src/application.properties': settings, 'src/application_it.properties': settings };
    assert.equal(await said(both, { 'src/application.properties': `${settings}a=b` }), '-');
    assert.equal(await said({}, { 'src/shop.properties': lines(texts(), '=') }), '-');
    assert.equal(await said({}, { 'src/shop.properties': lines(texts(), '='), 'src/shop-large.properties': '' }), '-');
  });

  it('are held against what most languages have, where English lies elsewhere', async () => {
    const of = (slots: string): string => json({ ...texts(), of: slots });
    const base = {
      'i18n/ca.json': of('{nom} de {total}'),
      'i18n/de.json': of('{number} / {total}'),
      'i18n/fr.json': of('{total}, {number}'),
    };
    assert.equal(await said(base, { 'i18n/el.json': of('{number} {total}') }), '');
    assert.equal(await said(base, { 'i18n/el.json': of('{number} {sum}') }), 'i18n/el.json of');
    assert.equal(await said(base, { 'i18n/ca.json': of('{numero} de {total}') }), 'i18n/ca.json of');
    assert.equal(
      await said({}, { 'i18n/ca.json': of('{n}'), 'i18n/de.json': of('{number}'), 'i18n/el.json': of('{number}') }),
      'i18n/ca.json of',
    );
  });
});
