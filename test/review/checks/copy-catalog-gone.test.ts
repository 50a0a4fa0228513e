import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { FileVersion } from '../../../src/change/change.js';
import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';
import { withoutFiles } from '../../support/without-files.js';

const android = 'app/src/main/res/values/strings.xml';
const rails = 'config/locales/en.yml';
const strings = (...texts: readonly string[]): string =>
  `<resources>${texts.map((each) => (each.startsWith('<') ? each : `<string name="${each}">x</string>`)).join('\n')}</resources>`;

/** What is said of the keys that are gone: `name!` where it is wrong, `name?` where nobody can tell. */
async function gone(base: SideFiles, head: SideFiles, around: SideFiles = {}): Promise<string> {
  const outcome = await copyCatalog.run(
    createReviewContext({ base: { ...around, ...base }, head: { ...around, ...head } }),
  );
  if (outcome === 'not-applicable') return outcome;
  return outcome.reports
    .flatMap(({ key, undecided }) => (key?.kind === 'lost' ? [`${key.name}${undecided === true ? '?' : '!'}`] : []))
    .join(' ');
}

describe('a key that is gone, by the code that asks for it', () => {
  it('is stood in for by its forms where a call of Ruby without brackets gives the number', async () => {
    const [one, forms] = ['en:\n  files: x\n', 'en:\n  files:\n    one: A file\n    other: Files\n'];
    for (const [code, expected] of [
      ["x = t 'files', count: 2", ''],
      ["x = t 'files', count: 2\nb\n", ''],
      ["x = t 'files',\n  count: 2\nb\n", ''],
      ["x = t 'files', \\\n  count: 2\nb\n", ''],
      ["x = t(\n  'files'\n  , count: 2\n)\n", ''],
      ["x = t 'files'\ncount = 2\n", 'files!'],
    ] as const)
      assert.equal(await gone({ [rails]: one }, { [rails]: forms }, { 'app/models/a.rb': code }), expected, code);
  });

  it('is not stood in for where the code that asks for it went meanwhile', async () => {
    const around = { 'app/models/a.rb': "x = t 'files', count: 2" };
    const base = { ...around, [rails]: 'en:\n  files: x\n' };
    const head = { ...around, [rails]: 'en:\n  files:\n    one: A file\n    other: Files\n' };
    const context = withoutFiles(createReviewContext({ base, head }), '.rb');
    const outcome = (await copyCatalog.run(context)) as { reports: readonly { key?: unknown }[] };
    assert.deepEqual(
      outcome.reports.flatMap(({ key }) => key ?? []),
      [{ name: 'files', kind: 'lost' }],
    );
  });

  it('is decided in every format that has keys', async () => {
    const table: readonly (readonly [path: string, before: string, after: string, asks: SideFiles, name: string])[] = [
      [android, strings('a_title', 'b'), strings('b'), { 'A.kt': 'R.string.a_title' }, 'a_title'],
      [rails, 'en:\n  a:\n    b: x\n  c: y\n', 'en:\n  c: y\n', { 'app/views/a/b.erb': "<%= t('a.b') %>" }, 'a'],
      ['lib/l10n/app_en.arb', '{"title":"x","b":"y"}', '{"b":"y"}', { 'lib/a.dart': 'l10n.title' }, 'title'],
      ['messages_en.properties', 'a.b=x\nc=y', 'c=y', { 'A.java': 'getMessage("a.b")' }, 'a.b'],
      [
        'lang/en/shop.php',
        "<?php return ['a' => 'x', 'b' => 'y'];",
        "<?php return ['b' => 'y'];",
        { 'a.php': "__('shop.a')" },
        'a',
      ],
      [
        'R.resx',
        '<root><data name="Title"><value>x</value></data></root>',
        '<root></root>',
        { 'a.cs': 'Resources.Title' },
        'Title',
      ],
      [
        'en.lproj/Localizable.strings',
        '"Save it" = "x";\n"b" = "y";',
        '"b" = "y";',
        { 'a.swift': 'Text("Save it")' },
        'Save it',
      ],
      ['po/de.po', 'msgid "Save it"\nmsgstr "x"\n', '', { 'a.py': '_("Save it")' }, 'Save it'],
      ['l10n/en/a.ftl', 'a-title = x\nb = y\n', 'b = y\n', { 'a.html': '<p data-l10n-id="a-title">' }, 'a-title'],
    ];
    for (const [path, before, after, asks, name] of table) {
      assert.equal(await gone({ [path]: before }, { [path]: after }, asks), `${name}!`, path);
      assert.equal(await gone({ [path]: before }, { [path]: after }), '', path);
    }
  });

  it('is told where all languages lose it and a page still asks for it, in a way that the page itself teaches', async () => {
    const texts = (...keys: readonly string[]): string =>
      JSON.stringify(Object.fromEntries(keys.map((key) => [key, { message: 'x' }])));
    const all = (...keys: readonly string[]): SideFiles =>
      Object.fromEntries(['en', 'de', 'fr'].map((each) => [`_locales/${each}/messages.json`, texts(...keys)]));
    const lost = (page: string): Promise<string> =>
      gone(all('manage', 'open', 'quit'), all('open', 'quit'), { 'src/popup.html': page });
    assert.equal(await lost('<b i18n="open, title:manage">'), 'manage! manage! manage!');
    const taught = '<b words="open"><b words="quit"><b words="manage">';
    assert.equal(await lost(taught), 'manage! manage! manage!');
    assert.equal(await lost(taught.replace('quit', 'other')), '');
  });

  it('is found in another catalog that the app reads too', async () => {
    const asks = { 'A.kt': 'R.string.a_title' };
    const both = { [android]: strings('a_title', 'b') };
    const less = { [android]: strings('b') };
    const fixed = 'app/src/main/res/values/donottranslate.xml';
    const other = 'core/src/main/res/values/strings.xml';
    assert.equal(await gone(both, { ...less, [fixed]: strings('a_title') }, asks), '');
    assert.equal(await gone(both, less, { ...asks, [other]: strings('a_title') }), '');
    assert.equal(
      await gone(both, less, { ...asks, [other]: strings('<string name="a_title" translatable="false">x</string>') }),
      '',
    );
    const german = 'core/src/main/res/values-de/strings.xml';
    assert.equal(await gone(both, less, { ...asks, [german]: strings('a_title') }), 'a_title!');
    const text = { 'app/views/a/b.erb': "<%= t('a.b') %>" };
    const yaml = { [rails]: 'en:\n  a:\n    b: x\n  c: y\n' };
    const rest = { [rails]: 'en:\n  c: y\n' };
    assert.equal(await gone(yaml, { ...rest, 'config/locales/a.en.yml': 'en:\n  a:\n    b: x\n' }, text), '');
    assert.equal(await gone(yaml, { ...rest, 'config/locales/de.yml': 'de:\n  a:\n    b: x\n' }, text), 'a!');
    const context = createReviewContext({ base: { ...yaml, ...text }, head: { ...rest, ...text } });
    const { snapshot } = context;
    const search: typeof snapshot.search = (all) =>
      all.some((each) => each.startsWith('^ *')) ? Promise.resolve(undefined) : snapshot.search(all);
    const outcome = await copyCatalog.run({ ...context, snapshot: { ...snapshot, search } });
    assert.ok(outcome !== 'not-applicable' && outcome.reports.length === 1);
  });

  it('is found for certain in none that belongs to another build of the repository', async () => {
    const own = 'src/app/Resources/values/strings.xml';
    const sample = 'src/sample/app/src/main/res/values/strings.xml';
    const asks = { 'src/app/Resources/layout/a.xml': '<Button android:text="@string/a_title" />' };
    const around = { ...asks, [sample]: strings('a_title') };
    const lost = (others: SideFiles): Promise<string> =>
      gone({ [own]: strings('a_title', 'b') }, { [own]: strings('b') }, { ...around, ...others });
    assert.equal(await lost({}), '');
    assert.equal(await lost({ 'src/sample/settings.gradle': "include ':app'\n" }), 'a_title?');
    assert.equal(await lost({ 'settings.gradle.kts': "include(':app')\n" }), '');
    const twice = { 'src/sample/settings.gradle': '', [own.replace('strings', 'donottranslate')]: strings('a_title') };
    assert.equal(await lost(twice), '');
  });

  it('may be meant in another file of the change', async () => {
    const from = 'locales/en/shop.json';
    const to = 'locales/en/cart.json';
    const before = { [from]: '{"a":{"title":"x"},"b":"y"}', [to]: '{"c":"z"}' };
    const after = { [from]: '{"b":"y"}', [to]: '{"a":{"title":"x"},"c":"z"}' };
    assert.equal(await gone(before, after, { 'a.ts': "t('a.title')" }), 'a?');
  });

  it('may be meant in a file of the change that only its words tell to be a catalog', async () => {
    const from = 'locales/en/shop.json';
    const to = 'src/wording/en.json';
    const words = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`k${at}`, 'Go on from here']));
    const before = { [from]: '{"a":{"title":"x"},"b":"y"}', [to]: JSON.stringify(words) };
    const moved = JSON.stringify({ ...words, a: { title: 'x' } });
    const code = { 'a.ts': "t('a.title')" };
    assert.equal(await gone(before, { [from]: '{"b":"y"}', [to]: moved }, code), 'a?');
    assert.equal(await gone(before, { [from]: '{"b":"y"}', 'src/wording/x.json': moved }, code), 'a!');
  });

  it('is none where a form is gone that its language has not, or nothing stood there', async () => {
    const asks = { 'A.kt': 'R.plurals.items', 'a.ts': "t('items')" };
    const plural = (...forms: readonly string[]): string =>
      strings(
        `<plurals name="items">${forms.map((form) => `<item quantity="${form}">${form}</item>`).join('')}</plurals>`,
      );
    const german = 'app/src/main/res/values-de/strings.xml';
    assert.equal(
      await gone({ [german]: plural('one', 'few', 'other') }, { [german]: plural('one', 'other') }, asks),
      '',
    );
    assert.equal(await gone({ [german]: plural('one', 'other') }, { [german]: plural('other') }, asks), 'items.one!');
    const json = 'locales/xx-odd_1/a.json';
    const en = 'locales/en/a.json';
    assert.equal(
      await gone({ [en]: '{"items_few":"x","items_other":"y"}' }, { [en]: '{"items_other":"y"}' }, asks),
      '',
    );
    assert.equal(await gone({ [en]: '{"items_few":"x","c":"y"}' }, { [en]: '{"c":"y"}' }, asks), 'items_few!');
    assert.equal(await gone({ [json]: '{"save_few":"x"}' }, { [json]: '{}' }), '');
    assert.equal(
      await gone({ 'po/de.po': 'msgid "Save it"\nmsgstr ""\n' }, { 'po/de.po': '' }, { 'a.py': '_("Save it")' }),
      '',
    );
  });

  it('is none where a catalog of another language only waited for its words, and a value is one', async () => {
    const asks = { 'app/views/a/b.erb': "<%= t('a.b') %>" };
    for (const value of ['', ' ~', ' null', " ''"]) {
      const lost = gone({ [rails]: `en:\n  a:\n    b:${value}\n  c: y\n` }, { [rails]: 'en:\n  c: y\n' }, asks);
      assert.equal(await lost, '', value);
    }
    const json = { base: '{"a":{"b":null},"c":"y"}', asks: { 'src/a.ts': "t('a.b')" } };
    assert.equal(await gone({ 'locales/en.json': json.base }, { 'locales/en.json': '{"c":"y"}' }, json.asks), '');
    for (const value of [' 3', ' true', ' "null"', ' x']) {
      const lost = gone({ [rails]: `en:\n  a:\n    b:${value}\n  c: y\n` }, { [rails]: 'en:\n  c: y\n' }, asks);
      assert.equal(await lost, 'a!', value);
    }
  });

  it('is told in each of two languages that have the same contents', async () => {
    const version = (text: string): FileVersion => ({ mode: '100644', oid: text, bytes: text.length, text });
    const both = (each: FileVersion): SideFiles =>
      Object.fromEntries(['id', 'in'].map((name) => [`app/src/main/res/values-${name}/strings.xml`, each]));
    const around = { 'A.kt': 'R.string.a_title' };
    const context = createReviewContext({
      base: { ...around, ...both(version(strings('a_title', 'b'))) },
      head: { ...around, ...both(version(strings('b'))) },
    });
    const outcome = await copyCatalog.run(context);
    assert.deepEqual(outcome !== 'not-applicable' && outcome.reports.map(({ path }) => path?.slice(17, 26)), [
      'values-id',
      'values-in',
    ]);
  });

  it('is looked for elsewhere once, however many languages lose it', async () => {
    const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv'];
    const all = (text: string): SideFiles =>
      Object.fromEntries(languages.map((each) => [`config/locales/${each}.yml`, `${each}:\n${text}`]));
    const asks = { 'app/models/a.rb': "I18n.t('a.b')" };
    const context = createReviewContext({
      base: { ...all('  a:\n    b: x\n  c: y\n'), ...asks },
      head: { ...all('  c: y\n'), ...asks },
    });
    let searches = 0;
    const search: typeof context.snapshot.search = (...given) => {
      searches++;
      return context.snapshot.search(...given);
    };
    const outcome = await copyCatalog.run({ ...context, snapshot: { ...context.snapshot, search } });
    assert.equal(outcome !== 'not-applicable' && outcome.reports.length, languages.length);
    assert.equal(searches, 1);
  });

  it('is decided for whatever a path may have as a language', async () => {
    const language = fc.stringMatching(
      /^(?:aa|br|zh|ckb|tok|ZH)(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?$/,
    );
    await fc.assert(
      fc.asyncProperty(language, async (locale) => {
        const path = `locales/${locale}/a.json`;
        const asks = { 'a.ts': "t('items')" };
        const forms = { [path]: '{"items_one":"x","items_other":"y"}' };
        assert.match(await gone(forms, { [path]: '{"items_one":"x"}' }, asks), /^items_other[!?]$/, locale);
      }),
      { numRuns: 30 },
    );
  });

  it('is a person’s to judge where a framework may ask for it', async () => {
    const yaml = 'en:\n  activerecord:\n    models:\n      user: x\n  c: y\n';
    assert.equal(await gone({ [rails]: yaml }, { [rails]: 'en:\n  c: y\n' }), 'activerecord?');
  });

  it('is shown by other texts of its own kind', async () => {
    const shows = strings('<string name="b">@string/a_title</string>');
    assert.equal(
      await gone(
        { [android]: strings('a_title', 'c') },
        { [android]: strings('c') },
        { 'app/src/main/res/values/arrays.xml': shows },
      ),
      'a_title!',
    );
    const yaml = 'en:\n  a:\n    b: x\n  c: :a.b\n';
    assert.equal(await gone({ [rails]: yaml }, { [rails]: 'en:\n  c: :a.b\n' }), 'a!');
  });

  it('misses a form of a number in PO, whoever asks for the text, as long as the header counts it', async () => {
    const header = (forms: number): string =>
      `msgid ""\nmsgstr "Plural-Forms: nplurals=${forms}; plural=(n != 1);\\n"\n\n`;
    const text = (...forms: readonly string[]): string =>
      `msgid "%d file"\nmsgid_plural "%d files"\n${forms.map((form, at) => `msgstr[${at}] "${form}"\n`).join('')}`;
    const said = (before: string, after: string): Promise<string> =>
      gone({ 'po/de.po': before }, { 'po/de.po': after });
    const [both, one] = [text('%d Datei', '%d Dateien'), text('%d Datei')];
    assert.equal(await said(header(2) + both, header(2) + one), '%d file[1]!');
    assert.equal(await said(both, one), '%d file[1]!');
    assert.equal(await said(header(2) + both, header(1) + one), '%d file[1]?');
    assert.equal(await said(header(2) + text('%d Datei', ''), header(2) + one), '');
    assert.equal(await said(header(2) + both, header(2)), '%d file?');
    assert.equal(
      await said(header(2) + both, `${header(2)}msgid "%d file"\nmsgstr "x %d"\n`),
      '%d file[0]? %d file[1]?',
    );
  });
});

describe('a key that is gone while other forms of its text are there', () => {
  const en = 'public/locales/en/common.json';
  const plain = { [en]: '{"filesDownloaded":"Files downloaded","b":"y"}' };
  const forms = { [en]: '{"filesDownloaded_one":"{{count}} file","filesDownloaded_other":"{{count}} files","b":"y"}' };
  const asks = (code: string): SideFiles => ({ 'src/a.tsx': `const x = 1;\n${code}\nconst count = 2;` });

  it('is not missed where a number is given', async () => {
    for (const code of [
      "t('filesDownloaded', { count })",
      "t('filesDownloaded', { ns: f(1), count: files.length })",
      "t('filesDownloaded', options)",
      '<Trans i18nKey="filesDownloaded" count={n} />',
      '<Trans count={n} t={(x) => x} i18nKey="filesDownloaded" />',
    ])
      assert.equal(await gone(plain, forms, asks(code)), '', code);
    const old = { [en]: '{"filesDownloaded":"One","filesDownloaded_plural":"Many","b":"y"}' };
    assert.equal(await gone(old, forms, asks("t('filesDownloaded', { count })")), '');
    const hash = { [en]: '{"filesDownloaded#one":"One","filesDownloaded#other":"Many","b":"y"}' };
    assert.equal(await gone(plain, hash, asks("t('filesDownloaded', { count })")), '');
  });

  it('is missed where none is given, or there is no form for all other numbers', async () => {
    for (const code of [
      "t('filesDownloaded')",
      "t('filesDownloaded', { name })",
      '<Trans i18nKey="filesDownloaded" />',
    ])
      assert.equal(await gone(plain, forms, asks(code)), 'filesDownloaded!', code);
    assert.equal(
      await gone(plain, forms, { ...asks("t('filesDownloaded', { count })"), 'b.ts': "t('filesDownloaded')" }),
      'filesDownloaded!',
    );
    const less = { [en]: '{"filesDownloaded_one":"{{count}} file","b":"y"}' };
    assert.equal(await gone(plain, less, asks("t('filesDownloaded', { count })")), 'filesDownloaded!');
  });

  it('is not missed where the text is one for all numbers now', async () => {
    assert.equal(await gone(forms, plain, asks("t('filesDownloaded', { count })")), '');
    const rails = { [en]: '{"filesDownloaded":{"one":"One","other":"Many"},"b":"y"}' };
    assert.equal(await gone(plain, rails, asks("t('filesDownloaded', { count })")), '');
  });

  it('is not missed where the app asks Android for the kind of text that it is now', async () => {
    const one = { [android]: strings('items', 'b') };
    const many = { [android]: strings('<plurals name="items"><item quantity="other">x</item></plurals>', 'b') };
    const plurals = { 'A.kt': 'getQuantityString(R.plurals.items, n)' };
    const string = { 'A.kt': 'getString(R.string.items)' };
    assert.equal(await gone(one, many, plurals), '');
    assert.equal(await gone(one, many, string), 'items!');
    assert.equal(await gone(many, one, string), '');
    assert.equal(await gone(many, one, plurals), 'items.other!');
  });

  it('is missed where the form for all other numbers is gone from a text that has others', async () => {
    const hugo = (...words: readonly string[]): SideFiles => ({ 'i18n/de.yaml': words.join('') });
    const [one, other, rest] = [
      '- id: words\n  translation:\n    one: Wort\n',
      '    other: Wörter\n',
      '- id: b\n  translation: x\n',
    ];
    assert.equal(await gone(hugo(one, other, rest), hugo(one, rest)), 'words.translation.other!');
    assert.equal(await gone(hugo(one, other, rest), hugo(rest)), '');
    const asks = { 'layouts/a.html': '{{ i18n "words" . }}' };
    assert.equal(await gone(hugo(one, other, rest), hugo(rest), asks), 'words!');
    const script = { 'layouts/b.html': `<script>b.innerHTML = '{{- i18n "words" | default "word" }}';</script>` };
    assert.equal(await gone(hugo(one, other, rest), hugo(rest), script), 'words!');
    const polish = { 'i18n/pl.yaml': 'words:\n  one: a\n  other: b\n' };
    assert.equal(await gone(polish, { 'i18n/pl.yaml': 'words:\n  one: a\n' }), '');
  });

  it('is missed in Rails where any form is gone that the language counts with', async () => {
    const yml = (...lines: readonly string[]): string =>
      `nl:\n  a:\n    users:\n${lines.map((each) => `      ${each}\n`).join('')}    b: x\n`;
    const path = 'config/locales/nl.yml';
    const change = (before: readonly string[], after: readonly string[], file = path): Promise<string> =>
      gone({ [file]: yml(...before) }, { [file]: yml(...after) });
    const [one, other, zero] = ['one: 1 lid', 'other: "%{count} leden"', 'zero: geen'];
    assert.equal(await change([one, other], [other]), 'a.users.one!');
    assert.equal(await change([one, other], [one]), 'a.users.other!');
    assert.equal(await change([zero, one, other], [one, other]), '');
    const japanese = yml(one, other).replace('nl:', 'ja:');
    const ja = 'config/locales/ja.yml';
    assert.equal(await gone({ [ja]: japanese }, { [ja]: japanese.replace(/ +one: .*\n/, '') }), '');
    assert.equal(await gone({ [path]: yml(one, other) }, { [path]: 'nl:\n  a:\n    b: x\n' }), '');
  });

  it('is missed in i18next, unless a text for all takes its place', async () => {
    const change = (before: object, after: object, path = en): Promise<string> =>
      gone({ [path]: JSON.stringify({ ...before, b: 'y' }) }, { [path]: JSON.stringify({ ...after, b: 'y' }) });
    const [one, other] = [{ a_one: '{{count}} item' }, { a_other: '{{count}} items' }];
    assert.equal(await change({ ...one, ...other }, one), 'a_other!');
    assert.equal(await change({ ...one, ...other }, other), 'a_one!');
    for (const [before, after] of [
      [{ ...one, ...other }, {}],
      [
        { ...one, ...other },
        { ...one, a: '{{count}} items' },
      ],
      [
        { reason_one: 'Price', reason_two: 'Time', reason_other: 'Else' },
        { reason_one: 'Price', reason_two: 'Time' },
      ],
      [other, {}],
    ] as const)
      assert.equal((await change(before, after)).includes('!'), false, JSON.stringify(after));
    const polish = { ...one, a_few: 'x', a_many: 'y' };
    assert.equal((await change({ ...polish, ...other }, polish, 'locales/pl.json')).includes('!'), false);
  });

  it('is missed in Qt where the language has as many forms', async () => {
    const qt = (...forms: readonly string[]): string =>
      `<?xml version="1.0"?>\n<!DOCTYPE TS><TS><context><name>M</name><message numerus="yes"><source>%n files</source><translation>${forms.map((form) => `<numerusform>${form}</numerusform>`).join('')}</translation></message></context></TS>`;
    const change = (path: string, before: readonly string[], after: readonly string[]): Promise<string> =>
      gone({ [path]: qt(...before) }, { [path]: qt(...after) });
    assert.equal(await change('i18n/app_de.ts', ['%n Datei', '%n Dateien'], ['%n Dateien']), 'M.%n files[1]!');
    for (const [path, ...before] of [
      ['i18n/app_ja.ts', '%n', '%n'],
      ['i18n/app_de.ts', '%n Datei', ''],
      ['i18n/app.ts', '%n file', '%n files'],
    ] as const)
      assert.equal((await change(path, before, ['%n'])).includes('!'), false, path);
  });

  it('is missed in every format where the language counts with it and others say the number', async () => {
    const forms = { one: '%d plik', few: '%d pliki', many: '%d plików', other: '%d pliku' };
    const written: readonly (readonly [path: string, write: (texts: Readonly<Record<string, string>>) => string])[] = [
      [
        'app/src/main/res/values-pl/strings.xml',
        (texts) =>
          `<resources><plurals name="files">${Object.entries(texts)
            .map(([form, text]) => `<item quantity="${form}">${text}</item>`)
            .join('')}</plurals></resources>`,
      ],
      [
        'pl.lproj/Localizable.stringsdict',
        (texts) =>
          `<plist><dict><key>files</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@n@</string><key>n</key><dict>${Object.entries(
            texts,
          )
            .map(([form, text]) => `<key>${form}</key><string>${text}</string>`)
            .join('')}</dict></dict></dict></plist>`,
      ],
      [
        'App/Localizable.xcstrings',
        (texts) => {
          const plural = Object.fromEntries(
            Object.entries(texts).map(([form, value]) => [form, { stringUnit: { value } }]),
          );
          return JSON.stringify({
            sourceLanguage: 'en',
            strings: { files: { localizations: { pl: { variations: { plural } } } } },
          });
        },
      ],
      [
        'locales/pl.json',
        (texts) =>
          JSON.stringify(
            Object.fromEntries(
              Object.entries(texts).map(([form, text]) => [`files_${form}`, text.replace('%d', '{{count}}')]),
            ),
          ),
      ],
      [
        'config/locales/models.yml',
        (texts) =>
          `pl:\n  files:\n${Object.entries(texts)
            .map(([form, text]) => `    ${form}: "${text.replace('%d', '%{count}')}"\n`)
            .join('')}`,
      ],
      [
        'i18n/pl.toml',
        (texts) =>
          `[files]\n${Object.entries(texts)
            .map(([form, text]) => `${form} = "${text.replace('%d', '{{ .Count }}')}"\n`)
            .join('')}`,
      ],
    ];
    for (const [path, write] of written) {
      for (const form of ['one', 'few', 'many'] as const) {
        const { [form]: lost, ...rest } = forms;
        const said = await gone({ [path]: write(forms) }, { [path]: write(rest) });
        assert.match(said, new RegExp(`files\\S*[._]${form}!$`), `${path} without ${lost}`);
      }
      assert.equal(await gone({ [path]: write({ ...forms, two: 'x' }) }, { [path]: write(forms) }), '', path);
    }
    // Android and Apple want the form for all other numbers, and take it for any other that is not there.
    const { other, ...more } = forms;
    for (const [path, write] of written.slice(0, 3)) {
      assert.match(await gone({ [path]: write(forms) }, { [path]: write(more) }), /other!$/, path);
      const asks = { 'A.kt': 'R.plurals.files', 'A.swift': 'NSLocalizedString("files", "")' };
      assert.equal(
        await gone(
          { [path]: write({ ...forms, few: other }) },
          { [path]: write({ one: 'x', many: 'y', other }) },
          asks,
        ).then((said) => said.includes('few')),
        false,
        path,
      );
    }
  });

  it('is missed in i18next though other forms are there, unless it is a text of its own or for large numbers', async () => {
    const fr = 'locales/fr.json';
    const code = { 'a.ts': "t('items', { count })" };
    const texts = { items_one: '{{count}} a', items_many: '{{count}} b', items_other: '{{count}} c' };
    const { items_one, items_many, ...other } = texts;
    assert.equal(
      await gone({ [fr]: JSON.stringify(texts) }, { [fr]: JSON.stringify({ ...other, items_one }) }, code),
      '',
    );
    assert.equal(
      await gone({ [fr]: JSON.stringify(texts) }, { [fr]: JSON.stringify({ ...other, items_many }) }, code),
      'items_one!',
    );
    const plain = { ...other, items_many, items: '{{count}} d' };
    assert.equal(await gone({ [fr]: JSON.stringify(texts) }, { [fr]: JSON.stringify(plain) }, code), '');
    const names = { reason_one: 'Price', reason_other: 'Else' };
    assert.equal(await gone({ [fr]: JSON.stringify(names) }, { [fr]: '{"reason_other":"Else"}' }), '');
    const places = { p_ordinal_two: '{{count}}nd', p_ordinal_other: '{{count}}th' };
    assert.equal(
      await gone({ [en]: JSON.stringify(places) }, { [en]: '{"p_ordinal_other":"{{count}}th"}' }),
      'p_ordinal_two!',
    );
  });

  it('is judged as English where no file says a language, and a group that took a place is not missed', async () => {
    const plural = (...forms: readonly string[]): string =>
      strings(
        `<plurals name="items">${forms.map((form) => `<item quantity="${form}">${form}</item>`).join('')}</plurals>`,
      );
    const asks = { 'A.kt': 'R.plurals.items' };
    assert.equal(await gone({ [android]: plural('few', 'other') }, { [android]: plural('other') }, asks), '');
    assert.equal(await gone({ [android]: plural('one', 'other') }, { [android]: plural('other') }, asks), 'items.one!');
    const en = 'locales/en.json';
    const code = { 'a.ts': "t('c.d')" };
    assert.equal(
      await gone({ [en]: '{"a":"x","c":{"d":"y"},"e":"z"}' }, { [en]: '{"a":{"b":"x"},"e":"z"}' }, code),
      'c!',
    );
  });

  it('is missed in Qt by the language that the file says', async () => {
    const qt = (language: string, ...forms: readonly string[]): SideFiles => ({
      'i18n/polish.ts': `<!DOCTYPE TS><TS version="2.1"${language}><context><name>M</name><message numerus="yes"><source>%n files</source><translation>${forms.map((form) => `<numerusform>${form}</numerusform>`).join('')}</translation></message></context></TS>`,
    });
    for (const [language, sign] of [
      [' language="pl_PL"', '!'],
      [' language="app"', '?'],
      ['', '?'],
    ] as const)
      assert.equal(
        await gone(qt(language, '%n a', '%n b', '%n c'), qt(language, '%n a', '%n c')),
        `M.%n files[2]${sign}`,
      );
  });
});

describe('a text that is a group of texts now', () => {
  const en = 'locales/en.json';
  const base = { [en]: '{"a":{"error":"Failed","b":"x"}}' };
  const head = { [en]: '{"a":{"error":{"missingUser":"No user","other":"Failed"},"b":"x"}}' };

  it('is not missed where what is in it is asked for', async () => {
    for (const code of [
      "new ErrorToKey(error, 'a.error').withHttpCode(404, 'missingUser')",
      "const { t } = useTranslation('x', { keyPrefix: 'a.error' });",
      "t('a.error', { returnObjects: true })",
      "t.raw('a.error')",
      "tm('a.error')",
      "const base = 'a.error'; t(`${base}.${code}`)",
      "t('a.error' + '.' + code)",
      "const names = ['missingUser']; show('a.error', names)",
    ])
      assert.equal(await gone(base, head, { 'a.ts': code }), '', code);
  });

  it('is missed where it is asked for itself', async () => {
    for (const code of ["t('a.error')", "catch(showError('a.error'))", "t('a.error', { user })"])
      assert.equal(await gone(base, head, { 'a.ts': code }), 'a.error!', code);
    const both = { 'a.ts': "map('a.error').with('missingUser')", 'b.ts': "showError('a.error')" };
    assert.equal(await gone(base, head, both), 'a.error!');
  });

  it('is missed where the code that asks for it went meanwhile', async () => {
    const code = { 'a.ts': "t('a.error')" };
    const context = withoutFiles(
      createReviewContext({ base: { ...base, ...code }, head: { ...head, ...code } }),
      '.ts',
    );
    const outcome = (await copyCatalog.run(context)) as { reports: readonly { key?: unknown }[] };
    assert.deepEqual(
      outcome.reports.flatMap(({ key }) => key ?? []),
      [{ name: 'a.error', kind: 'lost' }],
    );
  });
});

describe('a key of TYPO3 that is gone', () => {
  const file = 'Resources/Private/Language/locallang.xlf';
  const xliff = (id: string): string =>
    `<xliff version="1.2"><file><body><trans-unit id="${id}" resname="v_title"><source>Please check</source></trans-unit><trans-unit id="b"><source>x</source></trans-unit></body></file></xliff>`;
  const renamed = (code: string, path = 'Resources/Private/Partials/A.html', at = file): Promise<string> =>
    gone({ [at]: xliff('v_title') }, { [at]: xliff('v_heading') }, { [path]: code });

  it('is missed by its id, however a partial asks for it', async () => {
    for (const code of [
      '<h2><f:translate key="v_title" /></h2>',
      `<f:translate key="LLL:EXT:shop/${file}:v_title" />`,
      `<a title="{f:translate(key: 'LLL:EXT:shop/${file}:v_title')}">`,
      '<f:translate id="v_title" extensionName="shop"/>',
    ])
      assert.equal(await renamed(code), 'v_title!', code);
    assert.equal(await renamed(`<?php return ['label' => 'LLL:EXT:shop/${file}:v_title'];`, 'a.php'), 'v_title!');
    assert.equal(await renamed('<f:translate key="v_title" />', 'a.html', 'l10n/de.locallang_db.xlf'), 'v_title!');
  });

  it('is missed from the original though a target stands in one of its units', async () => {
    const unit = (id: string, target = ''): string => `<trans-unit id="${id}"><source>x</source>${target}</trans-unit>`;
    const original = (id: string, about = ''): SideFiles => ({
      [file]: `<xliff version="1.2"><file${about}><body>${unit(id)}${Array.from({ length: 9 }, (_, at) => unit(`u${at}`)).join('')}${unit('c', '<target>y</target>')}</body></file></xliff>`,
    });
    const asks = { 'a.html': '<f:translate key="v_title" />' };
    assert.equal(await gone(original('v_title'), original('v_heading'), asks), 'v_title!');
    const german = ' target-language="de"';
    assert.equal(await gone(original('v_title', german), original('v_heading', german), asks), '');
  });

  it('is not missed where nobody asks for it, or a program knows it by its name', async () => {
    assert.equal(await renamed('<f:translate key="v_titles" />'), '');
    assert.equal(await renamed("$t->trans('v_title')", 'a.php', 'translations/messages.en.xlf'), '');
  });
});
