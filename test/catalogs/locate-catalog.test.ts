import assert from 'node:assert/strict';

import fc from 'fast-check';

import { locateCatalog, locateCatalogText } from '../../src/catalogs/locate-catalog.js';
import { findSiblings, sharedSiblingText } from '../../src/catalogs/collect-catalog-families.js';

const places: readonly (readonly [path: string, locale: string | undefined, family: string, format?: string])[] = [
  ['src/i18n/en.json', 'en', 'src/i18n/*.json'],
  ['locales/de/common.json', 'de', 'locales/*/common.json'],
  ['locales/en-US.json', 'en-US', 'locales/*.json'],
  ['locales/ca-valencia.json', 'ca-valencia', 'locales/*.json'],
  ['locale/sr@latin/LC_MESSAGES/app.po', 'sr@latin', 'locale/*/LC_MESSAGES/app.po', 'po'],
  ['locales/my-account.json', undefined, 'locales/my-account.json'],
  ['lang/zh-Hant-TW.json', 'zh-Hant-TW', 'lang/*.json'],
  ['i18n/es-419.json', 'es-419', 'i18n/*.json'],
  ['i18n/messages.fr.json', 'fr', 'i18n/messages.*.json'],
  ['i18n/fr.messages.json', 'fr', 'i18n/*.messages.json'],
  ['lib/l10n/app_pt_BR.arb', 'pt_BR', 'lib/l10n/app_*.arb'],
  ['_locales/pt_BR/messages.json', 'pt_BR', '_locales/*/messages.json'],
  ['messages/fil.json', 'fil', 'messages/*.json'],
  ['src/translations/strings.json', undefined, 'src/translations/strings.json'],
  ['i18n/app.json', undefined, 'i18n/app.json'],
  ['config/locales/de.yml', 'de', 'config/locales/*.yml', 'yaml'],
  ['config/locales/views/home.yml', undefined, 'config/locales/views/home.yml', 'yaml'],
  ['res/values-de/strings.xml', 'de', 'res/values*/strings.xml', 'xml'],
  ['res/values/strings.xml', undefined, 'res/values*/strings.xml', 'xml'],
  ['res/values-pt-rBR/plurals.xml', 'pt-BR', 'res/values*/plurals.xml', 'xml'],
  ['res/values-b+sr+Latn/strings.xml', 'sr-Latn', 'res/values*/strings.xml', 'xml'],
  ['res/values-night/strings.xml', undefined, 'res/values-night/strings.xml', 'xml'],
  ['res/values-car/strings.xml', undefined, 'res/values-car/strings.xml', 'xml'],
  ['res/values-kmr/strings.xml', 'kmr', 'res/values*/strings.xml', 'xml'],
  ['res/values-de-ra_b/strings.xml', 'de', 'res/values*/strings.xml', 'xml'],
  ['ftl/core/actions.ftl', undefined, 'ftl/core/actions.ftl', 'fluent'],
  ['res/values-*/strings.xml', undefined, 'res/values-*/strings.xml', 'xml'],
  ['App/de.lproj/Localizable.strings', 'de', 'App/*.lproj/Localizable.strings', 'strings'],
  ['App/Base.lproj/Main.strings', undefined, 'App/*.lproj/Main.strings', 'strings'],
  ['App/Localizable.xcstrings', undefined, 'App/Localizable.xcstrings', 'xcstrings'],
  ['Forms/Main.de.resx', 'de', 'Forms/Main*.resx', 'xml'],
  ['Forms/Main.resx', undefined, 'Forms/Main*.resx', 'xml'],
  ['App/Localization/StringResources.de.xaml', 'de', 'App/Localization/StringResources*.xaml', 'xml'],
  ['App/Localization/StringResources.xaml', undefined, 'App/Localization/StringResources*.xaml', 'xml'],
  ['src/Locales/zh_CN.axaml', 'zh_CN', 'src/Locales/*.axaml', 'xml'],
  ['src/main/resources/messages.properties', undefined, 'src/main/resources/messages*.properties', 'properties'],
  [
    'src/main/resources/ValidationMessages_de.properties',
    'de',
    'src/main/resources/ValidationMessages*.properties',
    'properties',
  ],
  ['app/default-languages/en-gb/translations.json', 'en-gb', 'app/default-languages/*/translations.json'],
  ['lang/de/auth.php', 'de', 'lang/*/auth.php', 'php'],
  ['i18n/en.ts', 'en', 'i18n/*.ts', 'script'],
  ['locales/de.json5', 'de', 'locales/*.json5', 'json5'],
  ['i18n/de/actions.ftl', 'de', 'i18n/*/actions.ftl', 'fluent'],
  ['locales/en/help.html', 'en', 'locales/*/help.html', 'unsupported'],
  ...['ini', 'csv', 'tsv', 'rb'].map(
    (ending) => [`i18n/de.${ending}`, 'de', `i18n/*.${ending}`, 'unsupported'] as const,
  ),
  ['i18n/de.pot', 'de', 'i18n/*.pot', 'po'],
  ['i18n/de.xml', 'de', 'i18n/*.xml', 'xml'],
  ['i18n/de.toml', 'de', 'i18n/*.toml', 'toml'],
  ['i18n/de.stringsdict', 'de', 'i18n/*.stringsdict', 'xml'],
  ['locale/de/django.po', 'de', 'locale/*/django.po', 'po'],
  ['src/i18n/messages_de.properties', 'de', 'src/i18n/messages*.properties', 'properties'],
];

describe('placeCatalog', () => {
  it('names no language where a star in the path would be taken for it', () => {
    const path = 'i18n/*/app_de.json';
    assert.deepEqual(locateCatalog(path), { path, format: 'json', locale: undefined, family: path });
  });

  for (const [path, locale, family, format = 'json'] of places) {
    it(`knows ${path}`, () => assert.deepEqual(locateCatalog(path), { path, format, locale, family }));
  }

  for (const path of [
    'a.json',
    'src/en.json',
    'messages/inbox.json',
    'lang/index.json',
    'default-languages/index.json',
    'i18n/package.json',
    'i18n/index.ts',
    'i18n/en.test.ts',
    'src/en.ts',
    'login/login.ftl',
    'res/values/colors.xml',
    'App/Localization/Styles.xaml',
    'App/Views/Strings.xaml',
    'App/Views/Editor.de.xaml',
    'src/log4j.properties',
    'src/i18n/_missing_de.json',
    'config/locales/crowdin.yml',
    'i18n/config.yaml',
    'i18n/config.toml',
    'i18n/pom.xml',
    'i18n/.json',
    'i18n/en',
    'i18n/x.schema.json',
    '',
  ]) {
    it(`takes ${path} for none`, () => assert.equal(locateCatalog(path), undefined));
  }

  it('knows a dictionary of XAML by its texts, wherever it lies', () => {
    const text = (name: string, key: string): string => `  <${name} x:Key="${key}">Hello</${name}>\n`;
    const dictionary = (...texts: readonly string[]): string =>
      `\uFEFF<?xml version="1.0"?>\n<!-- Texts -->\n<ResourceDictionary xmlns:s="clr-namespace:System">\n${texts.join('')}</ResourceDictionary>`;
    const words = ['a', 'b', 'c', 'd'].map((key) => text('s:String', key));
    const styles = ['e', 'f'].map((key) => text('Style', key));
    const place = { path: 'App/Words.de.xaml', format: 'xml', locale: 'de', family: 'App/Words*.xaml' };
    assert.deepEqual(locateCatalogText(place.path, dictionary(...words)), place);
    assert.equal(locateCatalogText(place.path, dictionary(...words, ...styles)), undefined);
    assert.equal(locateCatalogText(place.path, dictionary(...words.slice(2))), undefined);
    assert.equal(locateCatalogText(place.path, `<Window>${words.join('')}</Window>`), undefined);
    assert.equal(locateCatalogText('App/Words.de.txt', dictionary(...words)), undefined);
  });

  it('throws on no path, and puts the language back into the family', () => {
    const segment = fc.oneof(
      fc.constantFrom('i18n', 'locales', 'en', 'pt_BR', 'messages', 'lang', 'app_de.json', 'x.fr.json', 'common.json'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
        const path = segments.join('/');
        const place = locateCatalog(path);
        if (place?.locale !== undefined)
          assert.equal(
            place.family.replace('*', () => place.locale ?? ''),
            path.replace(/\*/g, '*'),
          );
      }),
    );
  });
});

describe('textOfSiblings', () => {
  for (const [path, text] of [
    ['locales/de.json', 'locales/'],
    ['de/i18n/common.json', '/i18n/common.json'],
    ['i18n/app.json', 'i18n/app.json'],
  ] as const) {
    it(`is what the languages of ${path} share`, () =>
      assert.equal(sharedSiblingText(locateCatalog(path) ?? assert.fail()), text));
  }
});

describe('findSiblings', () => {
  it('finds the same catalog in other languages, as many as can be read', () => {
    const place = locateCatalog('i18n/en.json') ?? assert.fail();
    const paths = [
      'i18n/de.json',
      'i18n/en.json',
      'i18n/app.json',
      'i18n/x/fr.json',
      'i18n/pt-BR.json',
      'de.json',
      'i18n/de.arb',
    ];
    assert.deepEqual(
      findSiblings(place, paths).map(({ path }) => path),
      ['i18n/de.json', 'i18n/pt-BR.json'],
    );
    const many = 'abcdefghijklmnopqrstuvwxyz'
      .split('')
      .flatMap((one) => 'abcdefghijklmnopqrstuvwxyz'.split('').map((two) => `i18n/${one}${two}.json`));
    assert.equal(findSiblings(place, many).length, 150);
    assert.deepEqual(findSiblings(locateCatalog('i18n/app.json') ?? assert.fail(), paths), []);
  });
});

describe('locateCatalogText, of a file that ends as Fluent’s do', () => {
  const fluent = '# About\n\nhello = Hello, { $name }\n    .title = Hi\n';
  for (const [what, path, text, format] of [
    ['is a catalog of Fluent wherever it lies', 'frontend/pendingTranslations.ftl', fluent, 'fluent'],
    ['is one by terms alone', 'web/brands.ftl', '-brand = Relay\n', 'fluent'],
    ['is none where it is a template of FreeMarker', 'web/page.ftl', '<#if a>\nb = ${c}\n</#if>\n', undefined],
    ['is none without a message', 'web/page.ftl', '<h1>Hello</h1>\n', undefined],
  ] as const)
    it(what, () => assert.equal(locateCatalogText(path, text)?.format, format));
});

describe('locateCatalogText, of a file in Android’s format', () => {
  const texts = '<?xml version="1.0"?>\n<!-- <b> -->\n<resources>\n  <string name="a">Hello</string>\n</resources>\n';
  for (const [what, path, text, format] of [
    ['is a catalog in a folder of texts', 'translation/source/mobile.xml', texts, 'xml'],
    ['is none in any other folder', 'app/source/mobile.xml', texts, undefined],
    ['is none by its content where Android keeps much else', 'translation/values/keys.xml', texts, undefined],
    ['is none of colours', 'i18n/theme.xml', '<resources><color name="a">#fff</color></resources>', undefined],
    ['is none of another kind', 'i18n/theme.xml', '<theme><string name="a">Hello</string></theme>', undefined],
    ['is none where it is empty', 'i18n/theme.xml', '<resources></resources>', undefined],
  ] as const)
    it(what, () => assert.equal(locateCatalogText(path, text)?.format, format));
});
