import assert from 'node:assert/strict';

import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

async function run(base: SideFiles, head: SideFiles): Promise<string> {
  const outcome = await copyCatalog.run(createReviewContext({ base, head }));
  if (outcome === 'not-applicable') return outcome;
  return outcome.reports
    .map(({ path, message, undecided }) => `${String(path)}${undecided ? '?' : '!'} ${message}`)
    .join('\n');
}

describe('a text that says where something is filled in, and keeps it from being so', () => {
  const java = (text: string, around = "It''s {0}"): SideFiles => ({
    'res/messages.properties': `a=${around}\n`,
    'res/messages_fr.properties': `a=C''est {0}\nb=${text}\n`,
  });

  it('is one of Java with a single apostrophe, where the others double theirs', async () => {
    const found = await run(java('Ami {0}'), java("L'ami {0}"));
    assert.match(
      found,
      /^res\/messages_fr\.properties! The app cannot read “b”, because “\{0\}” stands behind a single apostrophe \('\), so people read it as it is written\. Write the apostrophe as ’, or twice \(''\)\.$/,
    );
    assert.equal(await run(java('Ami {0}'), java("L''ami {0}")), '');
    assert.equal(await run(java("L'ami {0}"), java("L'ami, {0}")), '');
    const single = (text: string): SideFiles => ({
      'res/messages.properties': `a=It's {0}\nc=That's {0}\nb=${text}\n`,
    });
    assert.equal(await run(single('{0}'), single("It's {0}")), '');
    const french = { 'res/messages_fr.properties': "a=C''est {0}\nb=L''ami {0}\n" };
    const english = (text: string): SideFiles => ({ ...french, 'res/messages.properties': `a=${text}\n` });
    assert.match(
      await run(english('Up {0}'), english("It's up {0}")),
      /^res\/messages\.properties! .*a single apostrophe/,
    );
  });

  it('is one with a percent sign by itself, unless the text that it translates has one too', async () => {
    const po = (original: string, text: string): SideFiles => ({
      'po/de.po': `msgid "${original}"\nmsgstr "${text}"\n`,
    });
    assert.match(
      await run(po('All %s', 'Alle %s'), po('All %s', '100 % %s')),
      /^po\/de\.po! .* a “%” by itself is written “%%”/,
    );
    assert.equal(await run(po('100 % of %s', '%s'), po('100 % of %s', '100 % von %s')), '');
    const android = (text: string, german?: string): SideFiles => ({
      'res/values/strings.xml': `<resources><string name="a">${text}</string></resources>`,
      ...(german && { 'res/values-de/strings.xml': `<resources><string name="a">${german}</string></resources>` }),
    });
    assert.equal(await run(android('%d% done'), android('%d% done', '%d% fertig')), '');
    assert.match(await run(android('%d%% done'), android('%d%% done', '%d% fertig')), /values-de\/strings\.xml! /);
  });
});

describe('a text that stands beside its original', () => {
  const unit = (source: string, target: string): SideFiles => ({
    'i18n/messages.de.xlf': `<xliff version="1.2"><file target-language="de"><body><trans-unit id="a"><source>${source}</source><target>${target}</target></trans-unit></body></file></xliff>`,
  });
  const name = '<x id="INTERPOLATION"/>';

  it('follows it, and not where the change takes something out of both', async () => {
    const base = unit(`Hi there ${name}`, 'Hallo');
    assert.equal(await run(base, unit(`Hi there ${name}`, `Hallo ${name}`)), '');
    const both = await run(unit(`Hi there ${name}`, `Hallo ${name}`), unit('Hi there', 'Hallo'));
    assert.match(both, /i18n\/messages\.de\.xlf! “a” now lacks \{INTERPOLATION\}/);
  });
});

describe('a text that its own sign cuts off', () => {
  const yaml = (line: string): SideFiles => ({ 'config/locales/en.yml': `en:\n  ${line}\n` });

  it('is told of YAML, and not where it is quoted, was cut before, or has a comment', async () => {
    const before = yaml('pick: The best pick');
    assert.match(await run(before, yaml('pick: The #1 pick')), /“pick” ends before “#1 pick”/);
    for (const right of [
      'pick: "The #1 pick"',
      'pick: C#1 pick',
      'pick: The pick # shown on top',
      'pick: |\n    The #1 pick',
    ])
      assert.equal(await run(before, yaml(right)), '', right);
    assert.equal(await run(yaml('pick: The #top'), yaml('pick: A #top')), '');
    assert.match(await run(yaml('pick: The'), yaml('pick: The #1 pick')), /“pick” ends before “#1 pick”/);
    assert.equal(await run(yaml('pick: The #top'), yaml('pick: The #bottom')), '');
  });
});

describe('tags of a text that cross', () => {
  const json = (text: string): SideFiles => ({ 'locales/en.json': JSON.stringify({ a: text }) });
  const xliff = (text: string): SideFiles => ({
    'i18n/messages.de.xlf': `<xliff version="1.2"><file target-language="de"><body><trans-unit id="a"><source>Read <x id="START_LINK"/>it<x id="CLOSE_LINK"/> or <x id="START_LINK_1"/>that<x id="CLOSE_LINK"/></source><target>${text}</target></trans-unit></body></file></xliff>`,
  });
  const [start, second, close] = ['START_LINK', 'START_LINK_1', 'CLOSE_LINK'].map((id) => `<x id="${id}"/>`);

  it('are told where neither the text before nor its original has the like', async () => {
    const crossed = await run(json('<b>a <i>b</i></b>'), json('<b>a <i>b</b></i>'));
    assert.match(crossed, /“<\/b>” stands before “<i>” is closed/);
    assert.equal(await run(json('<b>a <i>b</b></i>'), json('<b>a <i>c</b></i>')), '');
    assert.equal(await run(json('<b>a <i>b</i></b>'), json('<i>a <b>b</b></i>')), '');
  });

  it('are told of Angular’s marks too', async () => {
    const right = `Lies ${start}es${close} oder ${second}das${close}`;
    assert.equal(await run(xliff(right), xliff(right.replace('Lies', 'Bitte lies'))), '');
    const turned = `Lies ${close}es${start} oder ${second}das${close}`;
    assert.match(await run(xliff(right), xliff(turned)), /“\{CLOSE_LINK\}” is never opened before it/);
  });
});

describe('a translation that loses one of several', () => {
  const json = (text: string): string => JSON.stringify({ a: text });
  const language = async (
    locale: string,
    original: string,
    before: string,
    after: string,
    uses: SideFiles = {},
  ): Promise<string> => {
    const rest = { ...uses, 'locales/en.json': json(original) };
    const path = `locales/${locale}.json`;
    return run({ ...rest, [path]: json(before) }, { ...rest, [path]: json(after) });
  };

  it('is told of a pair of tags that the original still has', async () => {
    const owes = '<b>{from}</b> owes <b>{to}</b>';
    assert.match(
      await language('de', owes, '<b>{from}</b> schuldet <b>{to}</b>', '<b>{from}</b> schuldet {to}'),
      /^locales\/de\.json! “a” now lacks <b>, <\/b>\. /,
    );
    for (const [original, before, after] of [
      [owes, '<b>{from}</b> schuldet <b>{to}</b>', '<b>{from}</b> muss zahlen an <b>{to}</b>'],
      ['<b>{from}</b> owes {to}', '<b>{from}</b> schuldet <b>{to}</b>', '<b>{from}</b> schuldet {to}'],
      ['<b>{from} owes {to}</b>', '<b>{from}</b> schuldet <b>{to}</b>', '<b>{from} schuldet {to}</b>'],
      [owes, '<b>{from}</b> schuldet {to}', '<b>{from}</b> schuldet dies {to}'],
      ['<br/>{from} owes<br/>{to}', '<br/>{from} an<br/>{to}', '<br/>{from} an {to}'],
    ] as const)
      assert.equal(await language('de', original, before, after), '', after);
  });

  it('is told of the forms of a number of vue-i18n, where its words differ by number', async () => {
    const vue = { 'package.json': '{"dependencies": {"vue-i18n": "^11.0.0"}}' };
    const cars = '1 car | {n} cars';
    assert.match(
      await language('de', cars, '1 Auto | {n} Autos', '{n} Autos', vue),
      /^locales\/de\.json! “a” now lacks \|\. /,
    );
    for (const [locale, original, before, after] of [
      ['de', cars, '1 Auto | {n} Autos', '1 Wagen | {n} Wagen'],
      ['de', cars, '1 Auto | {n} Autos', 'Keine | 1 Auto | {n} Autos'],
      ['de', cars, 'Nichts | 1 Auto | {n} Autos', '1 Auto | {n} Autos'],
      ['de', '{n} cars', '1 Auto | {n} Autos', '{n} Autos'],
      ['hu', cars, '1 autó | {n} autó', '{n} autó'],
      ['tr', cars, '1 araba | {n} araba', '{n} araba'],
      ['ja', cars, '1 台の車 | {n} 台', '{n} 台の車'],
      ['de', cars, '{n} Autos', '{n} Wagen'],
    ] as const)
      assert.equal(await language(locale, original, before, after, vue), '', `${before} → ${after}`);
    assert.equal(await language('de', cars, '1 Auto | {n} Autos', '{n} Autos'), '');
    const php = (text: string): string => `<?php return ['a' => '${text}'];`;
    const laravel = (locale: string, before: string, after: string): Promise<string> => {
      const rest = { 'lang/en/a.php': php(':count car|:count cars') };
      const path = `lang/${locale}/a.php`;
      return run({ ...rest, [path]: php(before) }, { ...rest, [path]: php(after) });
    };
    assert.match(await laravel('de', ':count Auto|:count Autos', ':count Autos'), /now lacks \|/);
    assert.equal(await laravel('hu', '{1} :count autó|[2,*] :count autó', ':count autó'), '');
  });

  it('is told of another sign where the bar between two forms stands', async () => {
    const vue = { 'package.json': '{"dependencies": {"vue-i18n": "^11.0.0"}}' };
    const cars = '1 car | {n} cars';
    for (const sign of ['!', '¦', '/', '\\', '｜', 'ǀ'])
      assert.match(
        await language('eu', cars, 'x {n}', `Auto 1 ${sign} {n} auto`, vue),
        /^locales\/eu\.json! “a” lacks \|, compared with locales\/en\.json/,
        sign,
      );
    for (const [original, text] of [
      [cars, 'Auto 1 | {n} auto'],
      [cars, '{n} auto / kotxe'],
      [cars, 'Hara! {n} auto'],
      ['{n} cars', 'Auto 1 / {n} auto'],
    ] as const)
      assert.equal(await language('eu', original, 'x {n}', text, vue), '', text);
  });
});

describe('a text of a translation that is a group now', () => {
  const change = (before: object, after: object, original: object): Promise<string> => {
    const rest = { 'locales/en.json': JSON.stringify(original) };
    const german = (texts: object): SideFiles => ({ ...rest, 'locales/de.json': JSON.stringify(texts) });
    return run(german(before), german(after));
  };

  it('is no text any more for the app, unless the original is a group too', async () => {
    const [text, group] = [
      { empty: 'Leer', b: 'x' },
      { empty: { text: 'Leer' }, b: 'x' },
    ];
    assert.match(
      await change(text, group, text),
      /^locales\/de\.json! “empty” was a text and is a group of texts now, while locales\/en\.json has a text there, .*\.$/,
    );
    assert.match(await change(group, text, group), /^locales\/de\.json! “empty” was a group of texts and is one text/);
    const both = `${await change(text, group, group)}${await change(group, text, text)}`;
    assert.equal(both.includes('!'), false);
    const forms = { empty: { one: 'Leer', other: 'Leere' }, b: 'x' };
    for (const [before, after, original] of [
      [text, forms, text],
      [forms, text, forms],
      [{ b: 'x' }, group, text],
    ] as const)
      assert.equal((await change(before, after, original)).includes('group of texts'), false);
    const po = (text: string): SideFiles => ({
      'po/en.po': 'msgid "command"\nmsgstr "a"\n',
      'po/de.po': `${text}msgid "command"\nmsgstr "b"\n`,
    });
    assert.equal((await run(po(''), po('msgctxt "command"\n'))).includes('group of texts'), false);
    const qt = (comment: string): string =>
      `<?xml version="1.0"?>\n<!DOCTYPE TS><TS><context><name>M</name><message><source>Hi</source>${comment}<translation>Hallo</translation></message></context></TS>`;
    const english = { 'i18n/app_en.ts': qt('') };
    const commented = { ...english, 'i18n/app_de.ts': qt('<comment>Global</comment>') };
    assert.equal((await run({ ...english, 'i18n/app_de.ts': qt('') }, commented)).includes('group of texts'), false);
  });
});

describe('a text of Fluent beside one that could not be read before', () => {
  it('is checked all the same', async () => {
    const ftl = (text: string): SideFiles => ({
      'locales/en/a.ftl': 'terms = See the <a>terms</a>\nhi = Hi { $name }\n',
      'locales/uk/a.ftl': `// No comment.\nhi = Hi { $name }\n${text}`,
    });
    const found = await run(ftl(''), ftl('terms = See the <a>terms</ a>\n'));
    assert.match(found, /^locales\/uk\/a\.ftl\? Not all of this catalog could be checked/);
    assert.match(found, /^locales\/uk\/a\.ftl! The app cannot read “terms”, because “<a>” is never closed/m);
    const lost = { ...ftl(''), 'locales/uk/a.ftl': '// No comment.\nhi = Hi\n' };
    assert.match(await run(ftl(''), lost), /^locales\/uk\/a\.ftl! “hi” now lacks \{ \$name \}/m);
    assert.equal((await run(ftl(''), ftl('terms = See our <a>terms</a>\n'))).split('\n').length, 1);
    const broken = { 'locales/uk/a.ftl': 'a = { $x\nhi = Hi { $name }\n' };
    assert.match(await run({ 'locales/uk/a.ftl': 'hi = Hi { $name }\n' }, broken), /^\S+! This catalog cannot be read/);
  });
});

describe('a catalog that is written anew in another format', () => {
  const yaml = { 'i18n/he.yaml': 'ui_a:\n  other: A\nui_b: B\n' };

  it('is not gone where all its texts came along, and an engineer says which one the app reads', async () => {
    const toml = { 'i18n/he.toml': 'ui_a = "A"\n[ui_b]\nother = "B"\n' };
    assert.match(
      await run(yaml, toml),
      /^i18n\/he\.yaml\? This catalog is i18n\/he\.toml now, with all its texts\. Your engineering DRI/,
    );
  });

  it('is known by its words, whatever its folder is called', async () => {
    const words = Array.from({ length: 9 }, (_, at) => [`k${at}`, 'Go on from here'] as const);
    const old = { 'src/wording/en.yaml': words.map(([key, text]) => `${key}: ${text}\n`).join('') };
    const json = JSON.stringify(Object.fromEntries(words));
    assert.match(await run(old, { 'src/wording/en.json': json }), /^src\/wording\/en\.yaml\? .* with all its texts/);
    assert.match(
      await run(old, { 'src/wording/en.json': '{"a":1}' }),
      /^src\/wording\/en\.yaml! The catalog src\/wording\/en\.yaml is gone/,
    );
  });

  it('is told what did not come along', async () => {
    assert.match(
      await run(yaml, { 'i18n/he.toml': 'ui_a = "A"\n' }),
      /^i18n\/he\.yaml! .* and “ui_b” did not come along/,
    );
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`k${at}`, 'x']));
    const json = { 'i18n/he.json': JSON.stringify(many) };
    assert.match(await run(json, { 'i18n/he.toml': 'k0 = "x"\n' }), /“k1”, “k2”, “k3”, “k4”, “k5” and 2 more did not/);
  });

  it('is a person’s to compare where what takes its place cannot be read, which is said there', async () => {
    const found = await run(yaml, { 'i18n/he.toml': 'ui_a = \n' });
    assert.match(found, /^i18n\/he\.yaml\? This catalog is i18n\/he\.toml now, and nobody can tell/m);
    assert.match(found, /^i18n\/he\.toml! /m);
  });

  it('is gone where what takes its place is no catalog, or it could not be read itself', async () => {
    assert.match(
      await run(yaml, { 'i18n/he.csv': 'ui_a,A\n' }),
      /^i18n\/he\.yaml! The catalog i18n\/he\.yaml is gone/m,
    );
    assert.match(await run({ 'i18n/he.yaml': ': :\n\t' }, { 'i18n/he.toml': 'a = "b"\n' }), /The catalog \S+ is gone/);
  });
});
