import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Report } from '../../../src/review/check.js';
import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

const en = 'src/features/home/i18n/en.json';
const de = 'src/features/home/i18n/de.json';
const fr = 'src/features/home/i18n/fr.json';
const additionsOnly = { kind: 'additions-only', text: 'additions only', line: 12 } as const;

async function run(
  base: SideFiles,
  head: SideFiles,
  conditions: readonly (typeof additionsOnly)[] = [],
  renames: Record<string, string> = {},
): Promise<readonly Report[]> {
  const paths = [...Object.keys(base), ...Object.keys(head)];
  const judgements = Object.fromEntries(paths.map((path) => [path, { conditions }]));
  const outcome = await copyCatalog.run(createReviewContext({ base, head, judgements, renames }));
  return outcome === 'not-applicable' ? assert.fail('not applicable') : outcome.reports;
}

/** One text before and after, in the order given: English, then German, then French; `undefined` has no such key. */
async function write(
  before: readonly (string | undefined)[],
  after: readonly (string | undefined)[],
  beside: Record<string, string> = {},
): Promise<readonly Report[]> {
  const side = (texts: readonly (string | undefined)[]): SideFiles =>
    Object.fromEntries(
      [en, de, fr].flatMap((path, index) =>
        index < texts.length ? [[path, JSON.stringify({ ...beside, t: texts[index] })]] : [],
      ),
    );
  return run(side(before), side(after));
}

const plural = { p: '{n, plural, one {# x} other {# xs}}' };
const says = (reports: readonly Report[]): string =>
  reports
    .map(({ path, message, severity }) => `${path?.split('/').at(-1) ?? ''}: ${severity ?? ''} ${message}`)
    .join('\n');

describe('copy-catalog', () => {
  it('leaves it to an engineer whether a part between apostrophes is filled in', async () => {
    const text = (t: string): string => JSON.stringify({ ...plural, t });
    const german = async (english: string, after: string): Promise<string> =>
      says(await run({ [en]: text(english), [de]: text("Nun '{key}'") }, { [en]: text(english), [de]: text(after) }));
    assert.match(await german("Made '{key}'", 'Nun „{key}“'), /^de.json:  “t” has \{key\} in addition.* apostrophes/);
    assert.match(await german("Made '{key}'", 'Nun {name} {key}'), /^de.json:  “t” now has \{name\} in addition/);
    assert.match(await german("Made '{key}' {a}", 'Nun {key}'), /^de.json:  “t” lacks \{a\} and has \{key\}/);
  });

  it('leaves it to an engineer whether another sign repairs a part', async () => {
    const [report, ...more] = await write(['Gone: $s'], ['Gone: %s']);
    assert.deepEqual(more, []);
    assert.equal(report?.undecided, true);
    assert.match(report.message, /now has %s in addition, where only another sign stood\. That repairs/);
    assert.match(says(await write(['Gone: $s'], ['Gone: %s %d'])), /“t” now has %s, %d in addition\. The app knows/);
    const lost = await write(['Gone: %s'], ['Gone: $s']);
    assert.match(says(lost), /“t” now lacks %s\. The app knows/);
  });

  it('has nothing to say of other files', async () => {
    assert.equal(
      await copyCatalog.run(
        createReviewContext({ base: { 'a.json': '1' }, head: { 'a.json': '2', 'i18n/package.json': '{}' } }),
      ),
      'not-applicable',
    );
  });

  it('says of each report which key it is about', async () => {
    const keysOf = (reports: readonly Report[]): unknown => reports.map(({ key }) => key);
    const texts = { a: { b: 'Hi {name}', gone: 'x' } };
    const code = { 'src/a.ts': "t('a.gone')" };
    const head = '{"a": {"b": "Hi", "c": "1", "c": "2"}}';
    assert.deepEqual(keysOf(await run({ [en]: JSON.stringify(texts), ...code }, { [en]: head, ...code })), [
      { name: 'a.c', kind: 'twice' },
      { name: 'a.b', kind: 'text' },
      { name: 'a.gone', kind: 'lost' },
    ]);
    const german = await run({ [en]: '{}', [de]: '{}' }, { [en]: '{"t": "Hi {name}"}', [de]: '{"t": "Hallo"}' });
    assert.deepEqual(keysOf(german), [{ name: 't', kind: 'text', comparedWith: en }]);
  });

  it('says where a placeholder is never closed, once texts have some', async () => {
    const names = { p: 'Hello {name}' };
    const [lost, ...more] = await write(['Hi {name}!', 'Hallo {name}!'], ['Hi {name!', 'Hallo {name}!'], names);
    assert.deepEqual([lost?.line, lost?.column, more], [1, 29, []]);
    assert.match(lost?.message ?? '', /cannot read “t”, because a “\{” is never closed/);
    assert.match(says(await write([undefined], ['1 {count of {total}'], names)), /never closed/);
    assert.match(says(await write(['a {{b}}'], ['a {{b'], { p: '{{n}}' })), /never closed/);
    for (const fine of ['Press { to go on', "{'{'} {name}", 'a } b', '{}', '{ }', 'Hi {{name}}'])
      assert.equal(says(await write([undefined], [fine], names)), '', fine);
    assert.match(says(await write(['a {name}'], ['a {name}}'], names)), /a “}” in it closes no “\{”/);
    assert.match(says(await write([plural.p], [`${plural.p}}`])), /a “}” in it closes no “\{”/);
    assert.equal(says(await write(['a {name}}'], ['b {name}}'], names)), '');
    assert.equal(says(await write(['x'], ['x {y'])), '');
    assert.equal(says(await write(['x {y'], ['x {y!'], names)), '');
  });

  /** Nothing is reported: texts may be reworded, in every dialect in use. */
  const fine: readonly (readonly [
    what: string,
    before: readonly (string | undefined)[],
    after: readonly (string | undefined)[],
    beside?: Record<string, string>,
  ])[] = [
    ['plain words', ['Hi'], ['Hello']],
    ['an apostrophe and a percent sign', ["It's 100% free"], ["It's 50% off {today's"]],
    ['ICU', ['Hi {name}', 'Hallo {name}'], ['{name}, hello', 'Hallo {name}']],
    ['ICU plural', [plural.p], ['{n, plural, one {One} =0 {None} other {# of them}}'], plural],
    ['ICU number', ['{n}'], ['{n, number, ::compact-short}'], plural],
    ['ICU quotes', ["'{name}' {name}"], ["'{other}' {name}"], plural],
    [
      'nested plurals',
      ['{g, select, a {{n, plural, one {x} other {y}}} other {z}}'],
      ['{g, select, a {{n, plural, one {1} other {2}}} other {{n}}}'],
    ],
    ['i18next', ['Hi {{name}}', 'Hallo {{ name }}'], ['Hello {{- name}}', 'Hallo {{ name }}']],
    ['i18next with what is no ICU', ['{{n, number}} { $t(a.b)'], ['{ {{n}} $t(a.b)']],
    ['vue-i18n', ['@:a.b {0} | {n} cars', '@:a.b {0} {n}'], ["{'@'} {0} @:(a.b) {n}", '@:a.b {0} {n}']],
    ['printf', ['%s of %d', '%2$d %1$s'], ['%1$s in %2$d', '%2$d %1$s']],
    ['printf by name', ['%(n)d%%'], ['%(n)d %%']],
    ['Rails', ['Hi %{name}'], ['%{name}, hi']],
    ['Chrome', ['Hi $NAME$'], ['$name$']],
    ['tags', ['<b>a</b><br>'], ['<b>x</b><br/> <']],
    ['a line break that is not wanted', ['a<br>b<br/>c<br>d', 'a<hr>b'], ['a b<br>c d', 'a b']],
    ['a line break that another language does without', ['a<br/>b', 'x<br/>y'], ['a<br/>c', 'x z']],
    ['numbered tags', ['<0>a</0> <1/>', '<0>b</0> <1/>'], ['<1/> <0>c</0>', '<0>b</0> <1/>']],
    ['a new key with no other language', [undefined], ['Hi {name}']],
    ['a translation brought in line with English', ['Hi {name}', 'Hallo'], ['Hi {name}', 'Hallo {name}']],
    ['a text not translated yet', [undefined, undefined], ['Hi {name}', '']],
    ['a text translated at last', ['Hi {name}', ' '], ['Hi {name}', 'Hallo {name}']],
    ['an empty text', ['', ''], ['', '{a}']],
    ['a plural that German shares', [plural.p, plural.p], ['{n, plural, =1 {1} other {#}}', plural.p]],
  ];
  for (const [what, before, after, beside] of fine) {
    it(`lets a text be reworded: ${what}`, async () => assert.equal(says(await write(before, after, beside)), ''));
  }

  const wrong: readonly (readonly [
    what: string,
    before: readonly (string | undefined)[],
    after: readonly (string | undefined)[],
    says: RegExp,
    beside?: Record<string, string>,
  ])[] = [
    ['a placeholder lost', ['Hi {name}'], ['Hi'], /^en.json:  “t” now lacks \{name\}\./],
    ['a placeholder misspelt', ['Hi {name}'], ['Hi {nmae}'], /lacks \{name\} and has \{nmae\} in addition/],
    ['an i18next placeholder lost', ['Hi {{name}}'], ['Hi {name}'], /lacks \{\{name\}\} and has \{name\}/],
    ['a printf placeholder lost', ['%s %d'], ['%s'], /lacks %d/],
    ['a Rails placeholder lost', ['%{a}'], ['{a}'], /lacks %\{a\}/],
    ['a link lost', ['@.lower:a.b'], ['a.b'], /lacks @:a.b/],
    ['a nested text lost', ['$t(a.b)'], ['x'], /lacks \$t\(a.b\)/],
    ['a tag not closed', ['<b>x</b>'], ['<b>x'], /lacks <\/b>/],
    ['ICU that does not parse', ['{n}'], ['{n'], /cannot read “t”, because a “\{” is never closed/, plural],
    [
      'ICU with an offset that is no number',
      [plural.p],
      ['{n, plural, offset:x other {#}}'],
      /not written as it must be/,
    ],
    ['ICU nested too deeply', [plural.p], ['{g, select, other {'.repeat(900)], /nested too deeply|never closed/],
    ['ICU without other', [plural.p], ['{n, plural, one {x}}'], /no case “other”/],
    [
      'an arm lost',
      ['{g, select, a {x} b {y} other {z}}'],
      ['{g, select, a {x} other {z}}'],
      /lacks the case “b” of \{g\}/,
    ],
    [
      'an arm lost in one of two places',
      ['{a}{n, plural, =0 {x} other {y}} {n, plural, =0 {x} other {y}}'],
      ['{a}{n, plural, =0 {x} other {y}} {n, plural, other {y}}'],
      /lacks the case “=0” of \{n\}/,
    ],
    ['a plural lost', [plural.p], ['{n} xs'], /lacks the case “one” of \{n\}/, plural],
    [
      'an ordinal made a plural',
      ['{n, selectordinal, one {#st} other {#th}}'],
      ['{n, plural, one {#st} other {#th}}'],
      /lacks the case “one” of \{n\}/,
    ],
    [
      'a new key unlike the other language',
      [undefined, undefined],
      ['Hi {name}', 'Hallo'],
      /^de.json:  “t” lacks \{name\}, compared with .*en.json/,
    ],
    ['one language alone', ['Hi', 'Hallo'], ['Hi', 'Hallo {name}'], /^de.json:  “t” now has \{name\} in addition/],
    [
      'a new key in English alone that others have',
      [undefined, 'x {b}'],
      ['x {a}', 'x {b}'],
      /^en.json:  “t” in .*de.json lacks \{a\} and has \{b\} in addition, compared with here\./,
    ],
    [
      'what every language lost alike, once',
      ['Hi {name}', 'Hallo {name}'],
      ['Hi', 'Hallo'],
      /^en.json:  “t” now lacks \{name\}/,
    ],
    [
      'a part that a new English text lacks, too',
      [undefined, 'Hallo {name}'],
      ['Hi', 'Hallo'],
      /^de.json:  “t” now lacks \{name\}/,
    ],
    ['a text emptied that filled something in', ['Hi {name}'], [''], /“t” is empty now/],
    ['two others', [undefined, 'x', 'y'], ['x {a}', 'x', 'y'], /compared with here, and 1 more language differs too/],
    [
      'an arm that French needs',
      [undefined, undefined, undefined],
      [plural.p, plural.p, '{n, plural, other {#}}'],
      /^fr.json:  “t” lacks the case “one” of \{n\}/,
    ],
    [
      'a select that another language has not',
      [undefined, undefined],
      ['{g, select, a {x} other {y}}', '{g}'],
      /^de.json:  “t” lacks the cases “a”, “other” of \{g\}/,
    ],
  ];
  for (const [what, before, after, message, beside] of wrong) {
    it(`reports ${what}`, async () => {
      const reports = await write(before, after, beside);
      assert.match(says(reports), message);
      assert.equal(reports.length, 1);
    });
  }

  it('counts the languages that differ', async () => {
    const head = (text: string): SideFiles => ({
      'i18n/en.json': JSON.stringify({ t: text }),
      ...Object.fromEntries(['de', 'fr', 'it'].map((locale) => [`i18n/${locale}.json`, '{"t":"x"}'])),
    });
    assert.match(says(await run(head('x'), head('x {a}'))), /now has \{a\}/);
    const others = Object.entries(head('x')).filter(([path]) => path !== 'i18n/en.json');
    assert.match(
      says(await run(Object.fromEntries(others), head('x {a}'))),
      /compared with here, and 2 more languages differ too\./,
    );
  });

  it('compares with no language that does not parse, and a catalog without one with itself alone', async () => {
    const broken = '{"t":"x",}';
    assert.equal(says(await run({ [de]: broken }, { [de]: broken, [en]: '{"t":"x {a}"}' })), '');
    assert.match(
      says(await run({ 'i18n/app.json': '{"t":"{a}"}' }, { 'i18n/app.json': '{"t":"{b}"}' })),
      /^app.json:  “t” now lacks \{a\} and has \{b\} in addition/,
    );
  });

  it('only notes what differed in the same way before', async () => {
    const reports = await write(['Hi {name}', 'Hallo'], ['Hello {name}', 'Hallo']);
    assert.match(says(reports), /^en.json: note “t” in .*de.json lacks \{name\}/);
    assert.match(
      says(await write(['Hi {name}', 'Hallo'], ['Hi {name}', 'Servus'])),
      /^de.json: note “t” lacks \{name\}/,
    );
  });

  it('does not blame a text for ICU that was broken before', async () => {
    assert.equal(says(await write(['{n, plural, one {# x}}'], ['{n, plural, one {# y}}'], plural)), '');
    assert.match(says(await write(['{'], ['{ {a}'], plural)), /has \{a\} in addition/);
    const english = '{n, plural, one {x} other {xs}}';
    const arabic = '{n, plural, one {x} other {y}}';
    const ru = async (before: string): Promise<string> => {
      const of = (text: string): SideFiles => ({
        'locales/en/a.json': JSON.stringify({ a: english }),
        'locales/ru/a.json': JSON.stringify({ a: text }),
      });
      return says(await run(of(before), of(arabic)));
    };
    for (const broken of ['{n, plural, one {x} andere {y}}', '{n, plural, one {x} other {y}'])
      assert.match(await ru(broken), /: note “a” lacks the cases “few”, “many”/, broken);
    assert.match(await ru('{n, plural, one {x} few {x} many {x} other {y}}'), /:  “a” now lacks the cases/);
    assert.match(await ru('x'), /:  “a” lacks the cases “few”, “many”/);
  });

  it('holds a language against the others that is called after a country', async () => {
    const texts = (english: string, chinese: string): SideFiles => ({
      'client/strings/en-us.json': `{"t":"${english}"}`,
      'client/strings/cn.json': `{"t":"${chinese}"}`,
    });
    const was = texts('{0} books', '{0} 本书');
    assert.match(says(await run(was, texts('{0} books', '本书'))), /cn\.json.* “t” .*\{0\}/);
    assert.equal(says(await run(was, texts('{0} books', '书 {0}'))), '');
    const plural = '{n, plural, one {# book} other {# books}}';
    assert.equal(says(await run(texts(plural, '书'), texts(plural, '{n, plural, other {# 本书}}'))), '');
  });

  it('holds the languages against plain English, then American, then any other', async () => {
    const texts = (...locales: readonly string[]): SideFiles =>
      Object.fromEntries(locales.map((locale) => [`i18n/${locale}.json`, `{"t":"{${locale}}"}`]));
    for (const [locales, reference] of [
      [['de', 'en-GB', 'en-US', 'en'], 'en'],
      [['de', 'en-GB', 'en_US'], 'en_US'],
      [['de', 'en-GB'], 'en-GB'],
      [['de', 'fr'], 'de'],
    ] as const) {
      const said = says(await run({}, texts(...locales)));
      assert.equal(said.split('\n').length, locales.length - 1);
      assert.ok(
        said.split('\n').every((line) => line.includes(`compared with i18n/${reference}.json`)),
        said,
      );
    }
  });

  it('knows which plural cases a language needs', async () => {
    const head = (ru: string): SideFiles => ({
      'locales/en/a.json': JSON.stringify(plural),
      'locales/ru/a.json': JSON.stringify({ p: ru }),
      'locales/ja/a.json': '{"p":"{n}"}',
      'locales/es/a.json': JSON.stringify(plural),
    });
    assert.equal(says(await run({}, head('{n, plural, one {a} few {b} many {c} other {d}}'))), '');
    assert.match(
      says(await run({}, head('{n, plural, one {a} other {d}}'))),
      /lacks the cases “few”, “many” of \{n\}, .* Add what is missing/,
    );
  });

  it('lets one arm of a plural kept as keys leave the number out', async () => {
    const texts = { i_one: 'One', i_other: '{{count}} items', s: { few: '%{count}', other: '%{count}' } };
    const german = { i_one: '{{count}} Ding', i_other: '{{count}} Dinge', s: { few: 'x', other: '%{count}' } };
    assert.equal(says(await run({}, { [en]: JSON.stringify(texts), [de]: JSON.stringify(german) })), '');
  });

  it('shows the exact place of broken ICU behind escapes', async () => {
    const [report] = await run(
      { [en]: JSON.stringify(plural) },
      { [en]: `{"p":${JSON.stringify(plural.p)},\r\n "x": "\\u0041\\n{n, plural, one {x}}"}` },
    );
    assert.deepEqual([report?.line, report?.column], [2, 35]);
  });

  it('reads no description in .arb files as a text', async () => {
    const arb = (text: object): string => JSON.stringify({ '@@locale': 'en', hi: 'Hi {n}', '@hi': text });
    assert.equal(
      says(
        await run({ 'l10n/app_en.arb': arb({ description: '{' }) }, { 'l10n/app_en.arb': arb({ description: '{x}' }) }),
      ),
      '',
    );
  });

  it('says where a catalog does not parse', async () => {
    const [report, more] = await run({ [en]: '{}' }, { [en]: '{\n  "a": "b"\n  "c": "d"\n}' });
    assert.deepEqual([report?.unparsed, report?.line, report?.column, more], [true, 3, 3, undefined]);
    assert.match(report?.message ?? '', /because a comma is missing before this/);
  });

  it('leaves what is too much for it to the engineering DRI', async () => {
    assert.equal((await run({}, { [en]: '{"a":'.repeat(10_000) }))[0]?.undecided, true);
    assert.equal((await run({}, { [en]: `{"a":"${'x'.repeat(5_000_000)}"}` }))[0]?.undecided, true);
  });

  const asking = (...keys: readonly string[]): SideFiles => ({
    'src/home.ts': keys.map((key) => `show(t('${key}'));\n`).join(''),
  });

  it('reports keys that are gone while code asks for them, beside what is still there', async () => {
    const base = { [en]: '{"a":"1","b":{"c":"2","d":"3"},"e":"4","f":{"g":"5","h":"6"},"i":{"j":"7"}}' };
    const code = asking('b.d', 'f.h', 'i.j');
    const head = { [en]: '{\n"a":"1",\n"b":{\n"c":"2"},\n"x":"4"}', ...code };
    const reports = await run({ ...base, ...code }, head);
    assert.deepEqual(
      reports
        .filter(({ undecided }) => undecided !== true)
        .map(({ message, line, column }) => [message.slice(0, 62), line, column]),
      [
        ['“b.d” is gone, and src/home.ts (line 1) still asks for it, so ', 4, 1],
        ['“f” is gone, and src/home.ts (line 2) still asks for it, so wh', 3, 1],
        ['“i” is gone, and src/home.ts (line 3) still asks for it, so wh', 3, 1],
      ],
    );
    assert.match(
      String(reports.find(({ undecided }) => undecided !== true)?.message),
      /, so who reads the app in “en” would see another language there, or nothing\. Put it back;/,
    );
    const only = 'src/i18n/texts.json';
    const asks = asking('b.d');
    const [report] = await run({ [only]: '{"a":"1","b":{"d":"2"}}', ...asks }, { [only]: '{"a":"1"}', ...asks });
    assert.match(String(report?.message), /, so the app would have nothing to show there\. Put it back;/);
  });

  it('takes a key as rightly gone that no code asks for any more', async () => {
    const base = { [en]: '{"home":{"old":"1","rest":"2"}}', ...asking('home.old', 'home.rest') };
    assert.deepEqual(
      await run(base, { [en]: '{"home":{"new":"1","rest":"2"}}', ...asking('home.new', 'home.rest') }),
      [],
    );
    assert.deepEqual(await run(base, { [en]: '{"home":{"rest":"2"}}', 'src/home.test.ts': "t('home.old')" }), []);
  });

  it('says of a key that code may piece together that nobody can tell', async () => {
    const code = { 'src/home.ts': 'show(t(`home.${kind}`));' };
    const base = { [en]: '{"home":{"old":"1","older":"1","rest":"2"}}', ...code };
    const [report, more] = await run(base, { [en]: '{"home":{"rest":"2"}}', ...code });
    assert.equal(more, undefined);
    assert.equal(report?.undecided, true);
    assert.match(
      report.message,
      /^“home\.old” and 1 more are gone, and nobody can tell from the code whether it is still asked for: src\/home\.ts \(line 1\) works out what it asks for, and that may be it\. Put it back, or ask @erin/,
    );
    // Nothing is found by a name of one letter.
    const [odd] = await run({ [en]: '{"a":"1"}' }, { [en]: '{}' });
    assert.deepEqual([odd?.undecided, /more code here than/.test(odd?.message ?? '')], [true, true]);
  });

  it('reports a text that another one shows', async () => {
    const base = { [en]: '{"brand":{"name":"X"},"home":{"hi":"Hi $t(brand.name)"}}' };
    assert.match(
      says(await run(base, { [en]: '{"home":{"hi":"Hi $t(brand.name)"}}' })),
      /“brand” is gone, and the text “home\.hi” still shows it/,
    );
  });

  it('leaves it to a person what is gone where the catalog could not be read before', async () => {
    const reports = await run({ [en]: '{"home":{"old":"1"},}' }, { [en]: '{}' });
    assert.match(says(reports), /could not be read, so nobody can tell what the change took out/);
    assert.deepEqual(
      reports.map(({ undecided }) => undecided),
      [true],
    );
  });

  it('sums up when very many keys are gone', async () => {
    const keys = Array.from({ length: 60 }, (_one, index) => `home_key_${index}`);
    const base = JSON.stringify(Object.fromEntries(keys.map((key) => [key, 'x'])));
    const reports = await run({ [en]: base, ...asking(...keys) }, { [en]: '{}', ...asking(...keys) });
    assert.equal(reports.length, 51);
    assert.match(reports.at(-1)?.message ?? '', /^10 more keys are gone/);
  });

  it('reports a catalog that is gone or moved', async () => {
    assert.match(says(await run({ [en]: '{}' }, {})), /The catalog \S+ is gone/);
    assert.match(
      says(await run({ [en]: '{"a":"b"}' }, { 'i18n/en.json': '{"a":"b"}' }, [], { [en]: 'i18n/en.json' })),
      /The catalog \S+ was moved to i18n\/en.json/,
    );
  });

  it('reports keys that stand twice, and only notes those that did before', async () => {
    assert.match(
      says(await run({ [en]: '{"a":"1"}' }, { [en]: '{"a":"1","a":"1"}' })),
      /needs-fix “a” stands here for the second time/,
    );
    assert.match(
      says(await run({ [en]: '{"a":"1","a":"1"}' }, { [en]: '{"a":"1","a":"1","b":"2"}' })),
      /note “a” stands/,
    );
  });

  it('says nothing of keys that stood twice before, far from what changes, unless it is their text', async () => {
    const lines = Array.from({ length: 20 }, (_one, at) => `  "k${at}": "${at}"`);
    const of = (first: string, second: string, last: string): string =>
      ['{', [`  "a": "${first}"`, `  "a": "${second}"`, ...lines, `  "z": "${last}"`].join(',\n'), '}'].join('\n');
    const before = { [en]: of('1', '1', 'x') };
    assert.equal(says(await run(before, { [en]: of('1', '1', 'y') })), '');
    assert.match(says(await run(before, { [en]: of('2', '1', 'x') })), /note “a” stands/);
    assert.match(says(await run(before, { [en]: of('1', '2', 'x') })), /note “a” stands/);
    assert.match(says(await run(before, { [en]: of('1', '1', 'y') }, [additionsOnly])), /blocker “a” stands/);
  });

  it('reports a text that is none any more', async () => {
    assert.match(says(await run({ [en]: '{"a":"1"}' }, { [en]: '{"a":1}' })), /“a” was a text and is 1 now/);
  });

  it('does not pass what it cannot read or compare', async () => {
    const unread = { mode: '100644', oid: 'a'.repeat(40), bytes: 9, unread: 'too-large' } as const;
    assert.match(says(await run({ [en]: unread }, { [en]: '{}' })), /nobody can tell what the change took out/);
    assert.equal(says(await run({ [en]: '{}' }, { [en]: unread })), '');
    const [foreign] = await run({ 'locales/de/a.csv': 'a;b' }, { 'locales/de/a.csv': 'a;c' });
    assert.match(foreign?.message ?? '', /copy, in a format that nothing here can check/);
    assert.deepEqual([foreign?.severity, foreign?.undecided], ['note', true]);
  });

  it('blocks what is no addition where only additions are allowed', async () => {
    const base = { [en]: '{"a":"1","b":"2"}' };
    assert.deepEqual(await run(base, { [en]: '{"c":"3","b":"2","a":"1"}' }, [additionsOnly]), []);
    assert.match(
      says(await run(base, { [en]: '{"a":"1","b":"x"}' }, [additionsOnly])),
      /^en.json: blocker “b” says something else/,
    );
    assert.match(says(await run(base, { [en]: '{"a":"1"}' }, [additionsOnly])), /^en.json: blocker “b” is gone/);
    assert.match(
      says(await run({ [en]: '{"a":"1",}' }, { [en]: '{"a":"1"}' }, [additionsOnly])),
      /blocker What this catalog said before/,
    );
    assert.equal(says(await run({ [en]: '{"a":"1",}' }, { [en]: '{"a":"1"}' })), '');
  });

  it('throws on no texts, and takes adding keys for no loss', async () => {
    const message = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom('{', '}', 'n', ', plural,', ' other ', 'one', '#', "'", '<b>', '{{', '%s', '@:', '$t('),
          { maxLength: 9 },
        )
        .map((parts) => parts.join('')),
    );
    const catalog = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), message, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(catalog, catalog, async (old, more) => {
        const head = { [en]: JSON.stringify({ ...more, ...old, zzzz: 'x' }), [de]: JSON.stringify(more) };
        const reports = await run({ [en]: JSON.stringify(old) }, head, [additionsOnly]);
        assert.ok(reports.every(({ severity }) => severity !== 'blocker'));
      }),
      { numRuns: 300 },
    );
  });
});
