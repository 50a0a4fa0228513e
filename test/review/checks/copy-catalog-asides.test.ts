import assert from 'node:assert/strict';

import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

async function reportsOf(
  path: string,
  before: string,
  after: string,
  parts: ReviewContextParts = {},
): Promise<string[]> {
  const outcome = await copyCatalog.run(
    createReviewContext({ ...parts, base: { [path]: before }, head: { [path]: after } }),
  );
  assert.notEqual(outcome, 'not-applicable');
  const reports = outcome === 'not-applicable' ? [] : outcome.reports;
  return reports.map(({ message, undecided, severity, line }) => {
    const what = /and (.*) (?:is|are) not what it was/.exec(message)?.[1] ?? message;
    return `${undecided ? 'undecided' : String(severity)} ${String(line)} ${what}`;
  });
}

const android = (...lines: readonly string[]): string => `<resources>\n${lines.join('\n')}\n</resources>\n`;
const po = (forms: string, charset = 'UTF-8', language = 'de'): string =>
  `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=${charset}\\n"\n"X-Generator: x\\n"\n"Language: ${language}\\n"\n"Plural-Forms: ${forms};\\n"\n\nmsgid "a b"\nmsgstr "c d"\n`;
const arb = (meta: object, locale = 'en', text = 'Hi {n}'): string =>
  JSON.stringify({ '@@locale': locale, a: text, '@a': meta }, null, 1);
const chrome = (content: string, example = 'x'): string =>
  JSON.stringify({ a: { message: 'Hi $N$', placeholders: { n: { content, example } } } }, null, 1);
const xliff = (target: string, lang = 'de', source = 'Hi'): string =>
  `<xliff version="1.2">\n<file source-language="en" target-language="${lang}" original="x">\n<body><trans-unit id="a"><source>${source}</source><target>${target}</target></trans-unit></body>\n</file>\n<file original="y"><body/></file>\n</xliff>\n`;
const qt = (was = 'de_DE', language = was, type = '', text = 'Ja gern'): string =>
  `<?xml version="1.0"?>\n<TS version="2.1" language="${language}">\n<context><name>A</name><message><source>Yes please</source>\n<translation${type}>${text}</translation></message><message><source>B c</source><translation>D e</translation></message></context></TS>`;
const dict = (type: string): string =>
  `<plist><dict><key>a</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@n@</string><key>n</key><dict><key>NSStringFormatValueTypeKey</key>\n<string>${type}</string><key>one</key><string>%d b</string><key>other</key><string>%d bs</string></dict></dict></dict></plist>`;

describe('what a catalog holds beside its texts', () => {
  const string = '<string name="a">A</string>';
  const changes: Readonly<Record<string, readonly [path: string, before: string, after: string, told: string]>> = {
    'a switch of Android’s': [
      'res/values/strings.xml',
      android(string, '<bool name="ads">false</bool>'),
      android(string, '<bool name="ads">true</bool>'),
      'undecided 3 “bool ads”',
    ],
    'a new resource of Android’s': [
      'res/values/strings.xml',
      android(string),
      android(string, '<integer name="n">5</integer>'),
      'undecided 3 “integer n”',
    ],
    'resources of Android’s that are gone': [
      'res/values/strings.xml',
      android(string, ...['b', 'c', 'd', 'e'].map((name) => `<item name="${name}" type="id"/>`)),
      android(string),
      'undecided 1 “item b”, “item c”, “item d” and 1 more',
    ],
    'a string of Android’s that is not to be translated': [
      'res/values/strings.xml',
      android(string, '<string name="url" translatable="false">https://a.org</string>'),
      android(string, '<string name="url" translatable="false">https://b.org</string>'),
      'undecided 3 “string url”',
    ],
    'how Android reads a percent sign': [
      'res/values/strings.xml',
      android('<string name="a" formatted="false">5 %</string>'),
      android('<string name="a">6 %</string>'),
      'undecided 1 “a formatted”',
    ],
    'how the signs of a file are written': [
      'res/values/strings.xml',
      `<?xml version="1.0" encoding="utf-8"?>\n${android(string)}`,
      `<?xml version="1.0" encoding="ISO-8859-1"?>\n${android(string)}`,
      'undecided 1 “encoding”',
    ],
    'what the tags of placeholders belong to': [
      'res/values/strings.xml',
      '<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2"><string name="a">A</string></resources>',
      '<resources xmlns:xliff="urn:x"><string name="a">A</string></resources>',
      'undecided 1 “xmlns:xliff”',
    ],
    'how gettext reads placeholders in a text with a plural': [
      'locale/de/a.po',
      '#, c-format\nmsgid "%d a"\nmsgid_plural "%d as"\nmsgstr[0] "%d b"\nmsgstr[1] "%d bs"\n',
      '#, no-c-format\nmsgid "%d a"\nmsgid_plural "%d as"\nmsgstr[0] "%d b"\nmsgstr[1] "%d cs"\n',
      'undecided 2 “flag of %d a”',
    ],
    'how gettext reads placeholders': [
      'locale/de/a.po',
      '#: a.c\n#, c-format\nmsgid "a %s"\nmsgstr "b %s"\n',
      '#: a.c\n#, no-wrap\nmsgid "a %s"\nmsgstr "c %s"\n',
      'undecided 1 “flag of a %s”',
    ],
    'the original language of Xcode': [
      'a.xcstrings',
      '{\n"sourceLanguage": "en", "strings": {"b": {"shouldTranslate": true}}}',
      '{\n"sourceLanguage": "de", "strings": {"b": {"shouldTranslate": false}}}',
      'undecided 2 “sourceLanguage”, “b.shouldTranslate”',
    ],
    'a key of YAML that is no word any more': [
      'config/locales/en.yml',
      'en:\n  a: x\n  "no": "No"\n',
      'en:\n  a: x\n  no: "No"\n',
      'undecided 3 “no without quotation marks”',
    ],
    'the plural forms of gettext': [
      'po/de.po',
      po('nplurals=2; plural=n != 1'),
      po('nplurals=1; plural=0'),
      'undecided 2 “Plural-Forms”',
    ],
    'the encoding and language of gettext': [
      'po/de.po',
      po('nplurals=1; plural=0'),
      po('nplurals=1; plural=0', 'ISO-8859-1', 'fr'),
      'undecided 2 “Content-Type”, “Language”',
    ],
    'the language that Qt counts in': ['l/app_de.ts', qt(), qt('de_DE', 'fr_FR'), 'undecided 2 “language”'],
    'the type of a placeholder': [
      'l10n/app_en.arb',
      arb({ placeholders: { n: { type: 'String' } } }),
      arb({ placeholders: { n: { type: 'int' } } }),
      'undecided 7 “@a.placeholders.n.type”',
    ],
    'the language that a file says it is in': ['l10n/app_en.arb', arb({}), arb({}, 'de'), 'undecided 2 “@@locale”'],
    'what Chrome fills in': [
      '_locales/en/messages.json',
      chrome('$1'),
      chrome('$2'),
      'undecided 6 “a.placeholders.n.content”',
    ],
    'the language of XLIFF': ['i18n/messages.de.xlf', xliff('Ho'), xliff('Ho', 'fr'), 'undecided 2 “target-language”'],
    'the original in XLIFF': [
      'i18n/messages.de.xlf',
      xliff('Ho'),
      xliff('Ho', 'de', 'He'),
      'undecided 3 “source of x.a”',
    ],
    'a text of XLIFF that is not to be translated': [
      'i18n/messages.de.xlf',
      xliff('Ho'),
      xliff('Ho').replace('id="a"', 'id="a" translate="no"'),
      'undecided 3 “x.a translate”',
    ],
    'a text that Xcode may take out': [
      'a.xcstrings',
      '{"sourceLanguage": "en",\n"strings": {"b": {"extractionState": "manual"}}}',
      '{"sourceLanguage": "en",\n"strings": {"b": {"extractionState": "stale"}}}',
      'undecided 2 “b.extractionState”',
    ],
    'how Apple fills in a number': [
      'de.lproj/A.stringsdict',
      dict('d'),
      dict('@'),
      'undecided 2 “a.n.NSStringFormatValueTypeKey”',
    ],
    'the language at the head of YAML': [
      'config/locales/home.de.yml',
      'de:\n  a: x\n',
      'en:\n  a: x\n',
      'undecided 1 “the language at the head”',
    ],
    'how Rails writes numbers and dates': [
      'config/locales/de.yml',
      'de:\n  number:\n    currency:\n      format:\n        unit: "€"\n        separator: ","\n  date:\n    order: [":day", ":month"]\n',
      'de:\n  number:\n    currency:\n      format:\n        unit: "$"\n        separator: "."\n  date:\n    order: [":month", ":day"]\n',
      'undecided 5 “number.currency.format.unit”, “number.currency.format.separator”, “date.order.0” and 1 more',
    ],
    'a number and a switch among texts': [
      'locales/en.json',
      '{"a": "x",\n"size": 10,\n"ads": false}',
      '{"a": "x",\n"size": 1000,\n"ads": true}',
      'undecided 2 “size”, “ads”',
    ],
  };
  for (const [what, [path, before, after, told]] of Object.entries(changes))
    it(`is looked at where it changes: ${what}`, async () => {
      assert.deepEqual(await reportsOf(path, before, after), [told]);
    });

  it('is no source of XLIFF that stays, or of a text that has a name of its own', async () => {
    const path = 'i18n/messages.de.xlf';
    for (const [before, after] of [
      ['Hi', 'Hallo'],
      ['Hallo', 'Hi'],
    ] as const)
      assert.deepEqual(await reportsOf(path, xliff(before), xliff(after)), []);
    const named = (text: string): string => text.replace('id="a"', 'id="a" resname="hi"');
    assert.deepEqual(await reportsOf(path, named(xliff('Ho')), named(xliff('Ho!', 'de', 'Hi there'))), []);
  });

  it('is passed over where it says nothing to the app, or belongs to a text that is new or gone', async () => {
    const same: readonly (readonly [path: string, before: string, after: string])[] = [
      ['l10n/app_en.arb', arb({ description: 'x' }), arb({ description: 'y' })],
      [
        'l10n/app_en.arb',
        '{"b": "B"}',
        JSON.stringify({ b: 'B', a: 'Hi {n}', '@a': { placeholders: { n: { type: 'int' } } } }),
      ],
      ['_locales/en/messages.json', chrome('$1'), chrome('$1', 'Ann')],
      ['po/de.po', po('nplurals=1; plural=0').replace('X-Generator: x', 'X-Generator: y'), po('nplurals=1; plural=0')],
      ['i18n/messages.de.xlf', xliff('Ho'), xliff('He')],
      ['i18n/messages.en.xlf', xliff('Hi', 'en'), xliff('Ho', 'en', 'Ho')],
      ['config/locales/home.yml', 'de:\n  a: Wort\n', 'de:\n  a: Satz\n'],
      [
        'config/locales/home.yml',
        'de:\n  number:\n    human:\n      units:\n        thousand: tsd\n',
        'de:\n  number:\n    human:\n      units:\n        thousand: Tsd.\n',
      ],
      ['locales/en.json', '{"a": "x", "size": 10}', '{"a": "y", "size": 10, "n": 5}'],
    ];
    for (const [path, before, after] of same) assert.deepEqual(await reportsOf(path, before, after), [], after);
  });

  it('is outside of the zone where only texts may be added, but for what is new', async () => {
    const path = 'res/values/strings.xml';
    const only = {
      judgements: { [path]: { conditions: [{ kind: 'additions-only' }] } },
    } as unknown as ReviewContextParts;
    const before = android(string, '<bool name="ads">false</bool>');
    assert.deepEqual(await reportsOf(path, before, before.replace('false', 'true'), only), ['blocker 3 “bool ads”']);
  });
});

describe('a text of gettext', () => {
  const text = (original: string, words: string): string => `msgid "${original}"\nmsgstr "${words}"\n`;
  const told = (was: string, now: string, original = 'Hello you'): Promise<string[]> =>
    reportsOf('locale/de/a.po', text(original, was), text(original, now));

  it('begins and ends with a line break where its original does, or gettext stops there', async () => {
    for (const now of ['Hallo\\n', '\\nHallo'])
      assert.match(
        (await told('Hallo', now)).join(),
        /The app cannot read “Hello you”, because a line break \(“\\n”\) begins/,
      );
    assert.match((await told('Hallo\\n', 'Hallo', 'Hello you\\n')).join(), /because a line break/);
    assert.deepEqual(await told('Hallo', 'Tag'), []);
    assert.deepEqual(await told('Hallo\\n', 'Tag\\n'), []);
    assert.deepEqual(await told('Hallo\\nDu', 'Tag\\nDu\\n', 'Hello\\nyou\\n'), []);
  });
});

describe('a text that is marked as not translated', () => {
  const unit = (id: string, target: string, state?: string): string =>
    `<trans-unit id="${id}"><source>A few words</source><target${state === undefined ? '' : ` state="${state}"`}>${target}</target></trans-unit>`;
  const file = (...units: readonly string[]): string =>
    `<xliff version="1.2">\n<file source-language="en" target-language="de" original="x">\n<body>${units.join('\n')}</body></file></xliff>\n`;
  const path = 'i18n/messages.de.xlf';
  const rest = ['b', 'c'].map((id) => unit(id, 'Wort'));
  const told = async (before: string, after: string): Promise<string[]> =>
    reportsOf(path, file(unit('a', before), ...rest), file(after, ...rest));

  it('is told of where it is worded anew, and where the mark is new', async () => {
    assert.match(
      (await told('Alt', unit('a', 'Neu', 'needs-translation'))).join(),
      /^note 3 “a” is marked as not translated yet \(“needs-translation”\)/,
    );
    assert.match((await told('Alt', unit('a', 'Alt', 'new'))).join(), /“new”/);
    const many = ['a', 'b', 'c', 'd'].map((id) => unit(id, 'Neu', 'new'));
    const old = ['a', 'b', 'c', 'd'].map((id) => unit(id, 'Alt'));
    assert.match((await reportsOf(path, file(...old), file(...many))).join(), /“a”, “b”, “c” and 1 more are marked/);
    const xcode = (state: string, value: string): string =>
      `{"sourceLanguage": "en", "strings": {"a": {"localizations": {"de": {"stringUnit": {"state": "${state}", "value": "${value}"}}}}}}`;
    assert.match(
      (await reportsOf('a.xcstrings', xcode('translated', 'Ja'), xcode('new', 'Ja'))).join(),
      /“a.de” is marked/,
    );
  });

  it('is told of Qt’s', async () => {
    const marked = (text: string): string => qt('de_DE', 'de_DE', ' type="unfinished"', text);
    assert.match((await reportsOf('l/app_de.ts', qt(), marked('Ja gern'))).join(), /“A.Yes please” is marked as not/);
    assert.deepEqual(await reportsOf('l/app_de.ts', marked(''), qt()), []);
  });

  it('is passed over where it is done, not begun, or where nobody heeds such marks', async () => {
    assert.deepEqual(await told('Alt', unit('a', 'Neu', 'translated')), []);
    assert.doesNotMatch((await told('Alt', unit('a', 'A few words', 'new'))).join(), /marked/);
    assert.deepEqual(await told('Alt', unit('a', 'Alt', 'needs-review-translation')), []);
    const marked = (target: string): string =>
      file(unit('a', target, 'new'), unit('b', 'Wort', 'new'), ...rest.slice(1));
    assert.deepEqual(await reportsOf(path, marked('Alt'), marked('Neu')), []);
  });
});
