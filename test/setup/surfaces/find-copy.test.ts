import assert from 'node:assert/strict';
import { findCopy, type FoundCopy } from '../../../src/setup/surfaces/find-copy.js';
import { surveyedFiles } from '../../support/surveyed-files.js';

const texts = '{"title": "Hello", "body": "World"}';
const find = (files: Readonly<Record<string, string>>): Promise<FoundCopy> => findCopy(surveyedFiles(files));

describe('findCopy', () => {
  it('finds catalogs in their formats, all languages of one together', async () => {
    const { seeds, left, platform } = await find({
      'src/i18n/de.json': texts,
      'src/i18n/en.json': texts,
      'config/locales/en.yml': 'en:\n  title: Hello\n',
      'lib/l10n/app_en.arb': '{"title": "Hello"}',
      'app/src/main/res/values/strings.xml': '<resources><string name="a">Hello</string></resources>',
      'app/src/main/res/values-de/strings.xml': '<resources><string name="a">Hallo</string></resources>',
      'app/src/main/res/values-b+sr+Latn/strings.xml': '<resources><string name="a">Zdravo</string></resources>',
      'shop/locale/de/LC_MESSAGES/django.po': 'msgid "Hello"\nmsgstr "Hallo"\n',
    });
    assert.deepEqual(
      seeds.map(({ glob, paths }) => [glob, paths.length]),
      [
        ['src/i18n/*.json', 2],
        ['config/locales/*.yml', 1],
        ['lib/l10n/app_*.arb', 1],
        ['app/src/main/res/values*/strings.xml', 3],
        ['shop/locale/*/LC_MESSAGES/django.po', 1],
      ],
    );
    assert.deepEqual([left, platform], [[], undefined]);
  });

  it('leaves out names of countries and languages beside the texts, and takes a folder of languages for texts where no other is', async () => {
    const { seeds, left } = await find({
      'public/intl/country/en.json': texts,
      'public/intl/language/en.json': texts,
      'public/intl/messages/en.json': texts,
      'app/language/en.json': texts,
    });
    assert.deepEqual(
      seeds.map(({ glob }) => glob),
      ['public/intl/messages/*.json', 'app/language/*.json'],
    );
    assert.deepEqual(
      left.map(({ what, files }) => [what, files]),
      [['public/intl/country/*.json', 2]],
    );
  });

  it('finds texts in a folder whose name ends in what such folders are called, and no file there that says its version', async () => {
    const about = '{"name": "English", "version": "1.8.1", "author": "The team"}';
    const { seeds, wordless } = await find({
      'app/default-languages/en-gb/translations.json': texts,
      'app/default-languages/pl/translations.json': texts,
      'app/default-languages/en-gb/config.json': about,
      'app/default-languages/pl/config.json': about,
    });
    assert.deepEqual(
      seeds.map(({ glob }) => glob),
      ['app/default-languages/*/translations.json'],
    );
    assert.equal(wordless.length, 2);
  });

  it('takes what is called as in the folders of languages beside it for texts, whatever its name', async () => {
    const { seeds } = await find({
      'i18n/en/settings.json': texts,
      'i18n/de/settings.json': texts,
      'i18n/xx/settings.json': texts,
      'i18n/xx/config.json': texts,
      'i18n/tools/settings.json': texts,
    });
    assert.deepEqual(
      seeds.flatMap(({ paths }) => paths),
      ['i18n/en/settings.json', 'i18n/de/settings.json', 'i18n/xx/settings.json'],
    );
  });

  it('leaves out the original language too where the platform writes it from what lies elsewhere', async () => {
    const seedsOf = async (settings: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const { seeds } = await find({
        ...settings,
        'i18n/dest/app/en-US.json': texts,
        'i18n/dest/app/de-DE.json': texts,
      });
      return seeds.flatMap(({ paths }) => paths);
    };
    const crowdin = (source: string): Readonly<Record<string, string>> => ({
      'crowdin.yml': `files:\n  - source: ${source}\n    translation: "/i18n/dest/%file_name%/%locale%.%file_extension%"\n`,
    });
    assert.deepEqual(await seedsOf(crowdin('/i18n/source/*.json')), []);
    assert.deepEqual(await seedsOf(crowdin('/i18n/dest/*/en-US.json')), ['i18n/dest/app/en-US.json']);
    assert.deepEqual(await seedsOf(crowdin('/i18n/{odd}.json')), []);
    const transifex = '[o:p:r]\nfile_filter = dest/app/<lang>.json\nsource_file = ';
    assert.deepEqual(await seedsOf({ '.tx/config': `${transifex}app/source.json\n` }), []);
    assert.deepEqual(await seedsOf({ '.tx/config': `${transifex}dest/app/en-US.json\n` }), [
      'i18n/dest/app/en-US.json',
    ]);
    assert.deepEqual(await seedsOf({ '.tx/config': '' }), ['i18n/dest/app/en-US.json']);
  });

  it('leaves out tests, lists of languages, what a tool extracts, and what holds no texts', async () => {
    const { seeds, left, wordless, unread } = await find({
      'test/fixtures/i18n/en.json': texts,
      'src/generate/template-fixtures/locales/en.json': texts,
      'src/i18n/languages.json': texts,
      'src/translations/translationMetadata.json': texts,
      'po/messages.pot': 'msgid "Hello"\nmsgstr ""\n',
      'src/i18n/numbers.json': '{"a": 1, "b": 2, "c": 3, "d": 4, "e": "x"}',
      'src/i18n/empty.json': '{}',
      'src/i18n/broken.json': '{"a": ',
      'src/i18n/with space.json': texts,
      'src/data.json': texts,
      'app/src/debug/res/values/strings.xml': '<resources><string name="a">Hello [Debug]</string></resources>',
      'app/src/libreDebug/res/values/strings.xml': '<resources><string name="a">Hello [Debug]</string></resources>',
      'app/src/main/res/values/string-arrays.xml': '<resources><string name="a">Hello</string></resources>',
    });
    assert.deepEqual([seeds, left, wordless], [[], [], ['src/i18n/numbers.json', 'src/i18n/empty.json']]);
    assert.deepEqual(unread, ['src/i18n/broken.json']);
  });

  it('knows a catalog by what the others are translated from', async () => {
    const { seeds } = await find({
      'i18n/en-GB.json': '{}',
      'i18n/en.json': texts,
      'l10n/app_en_AU.arb': texts,
      'l10n/app_de.arb': '{}',
      'locales/ca-valencia.json': texts,
      'locales/en-US.json': '{}',
      'locales/en.json': texts,
      'web/locales/en.json': '{}',
      'web/locales/en-GB.json': texts,
    });
    assert.deepEqual(
      seeds.map(({ glob, paths }) => [glob, paths.length]),
      [
        ['i18n/*.json', 2],
        ['l10n/app_*.arb', 2],
        ['locales/*.json', 3],
        ['web/locales/*.json', 2],
      ],
    );
  });

  it('leaves out what cannot be read', async () => {
    const files = surveyedFiles({ 'src/i18n/en.json': texts });
    const { seeds } = await findCopy({ ...files, revision: { readPlain: () => Promise.resolve(new Map()) } });
    assert.deepEqual(seeds, []);
  });

  it('sets texts in programs apart, with a platform only what it translates from', async () => {
    const files = {
      'lang/en/messages.php': "<?php return ['a' => 'Hello'];",
      'lang/de/messages.php': '',
    };
    const { seeds, inCode } = await find(files);
    assert.deepEqual([seeds, inCode], [[], [{ glob: 'lang/*/messages.php', paths: Object.keys(files) }]]);
    const platform = await find({ ...files, 'crowdin.yml': '', 'other/lang/de/messages.php': '' });
    assert.deepEqual(platform.inCode, [{ glob: 'lang/en/messages.php', paths: ['lang/en/messages.php'] }]);
  });

  it('takes programs for texts by what they hold, not by a folder that is called like a language', async () => {
    const files = {
      'web/src/ee/translations/index.ts': "export * from './hooks';\n",
      'web/src/ee/translations/hooks/use-locales.ts': 'export const useLocales = () => fetch(`/locales`);\n',
      'packages/translation/check-ee.mjs': "import fs from 'node:fs';\nfs.rmSync('src');\n",
      'widget/src/i18n/languages/de.ts':
        "export const de = { lang: 'de', texts: { title: 'Glocke', none: 'Nichts Neues' } };\n",
      'widget/src/i18n/languages/fr.ts':
        "export const fr = { lang: 'fr', texts: { title: 'Cloche', none: 'Rien' } };\n",
    };
    const { inCode } = await find(files);
    assert.deepEqual(
      inCode.map(({ glob }) => glob),
      ['widget/src/i18n/languages/*.ts'],
    );
  });

  it('leaves out what a machine says that it writes', async () => {
    const machine = '# THIS FILE WAS AUTO-GENERATED. YOUR CHANGES WILL BE LOST.\n';
    const { seeds, left, unread } = await find({
      'config/locales/en.yml': 'en:\n  title: Hello\n',
      'config/locales/de.yml': `${machine}de:\n  title: Hallo\n`,
      'config/locales/shared.es.yml': `${machine}es:\n  title: Hola\n`,
      'po/de.po': '# Automatically generated, 2019. DO NOT EDIT\nmsgid "a"\nmsgstr "b"\n',
    });
    assert.deepEqual(
      seeds.map(({ paths }) => paths),
      [['config/locales/en.yml'], ['po/de.po']],
    );
    assert.deepEqual([left.map(({ what, files }) => [what, files]), unread], [[['config/locales/de.yml', 2]], []]);
  });

  it('takes no language of an odd name for what a platform translates from', async () => {
    const { seeds } = await find({
      'crowdin.yml': '',
      'web/locales/en/home.json': texts,
      'web/locales/zhtw/home.json': texts,
      'web/locales/zhtw/more/home.json': texts,
    });
    assert.deepEqual(
      seeds.map(({ glob }) => glob),
      ['web/locales/en/home.json', 'web/locales/zhtw/more/home.json'],
    );
  });

  it('sets legal texts apart', async () => {
    const { seeds, legal } = await find({
      'src/locales/en/legal.json': texts,
      'src/locales/de/legal.json': texts,
      'src/locales/en/home.json': texts,
    });
    assert.deepEqual(
      [seeds, legal].map((found) => found.map(({ glob }) => glob)),
      [['src/locales/*/home.json'], ['src/locales/*/legal.json']],
    );
  });

  it('takes only what a translation platform translates from', async () => {
    const { seeds, left, platform } = await find({
      'crowdin.yml': '',
      'src/i18n/de.json': texts,
      'src/i18n/en.json': texts,
      'app/src/main/res/values/strings.xml': '<resources><string name="a">Hello</string></resources>',
      'app/src/main/res/values-de/strings.xml': '<resources><string name="a">Hallo</string></resources>',
      'site/i18n/fr.json': texts,
      'ui/i18n/src/main/res/values/strings.xml': '<resources><string name="a">Hello</string></resources>',
      'site/locale/xyz/LC_MESSAGES/a.po': 'msgid "a"\nmsgstr "b"\n',
    });
    assert.deepEqual(seeds, [
      { glob: 'src/i18n/en.json', paths: ['src/i18n/en.json'] },
      { glob: 'app/src/main/res/values/strings.xml', paths: ['app/src/main/res/values/strings.xml'] },
      {
        glob: 'ui/i18n/src/main/res/values/strings.xml',
        paths: ['ui/i18n/src/main/res/values/strings.xml'],
      },
    ]);
    assert.deepEqual([left.map(({ files }) => files), platform], [[4], 'crowdin.yml names a translation platform']);
    assert.match((await find({ '.tx/config': '', 'src/i18n/de.json': texts })).platform ?? '', /^\.tx\/config names/u);
    const files = { 'app_de.arb': texts, 'app_en.arb': texts, 'app_en_GB.arb': texts, 'l10n/szl-x.json': texts };
    const written = await findCopy(surveyedFiles(files, 'Weblate\nTranslated using Weblate (German)'));
    assert.deepEqual(
      [written.seeds.map(({ glob }) => glob), written.left[0]?.why],
      [['app_en.arb'], 'the latest commits there are of Weblate, which writes them'],
    );
  });
});
