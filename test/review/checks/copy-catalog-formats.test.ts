import assert from 'node:assert/strict';

import type { Report } from '../../../src/review/check.js';
import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

async function run(base: SideFiles, head: SideFiles): Promise<readonly Report[]> {
  const outcome = await copyCatalog.run(createReviewContext({ base, head }));
  return outcome === 'not-applicable' ? assert.fail('not applicable') : outcome.reports;
}

const says = (reports: readonly Report[]): string =>
  reports
    .map(({ path, message, severity, line }) => `${String(path)}:${line}: ${severity ?? ''} ${message}`)
    .join('\n');

const en = 'i18n/en.json';

/** A text of each format, worded otherwise without harm, then without what the app fills in, then empty. */
const formats: readonly (readonly [
  path: string,
  wrap: (text: string) => string,
  fine: string,
  before: string,
  lost: string,
  says: RegExp,
])[] = [
  [
    '_locales/de/messages.json',
    (text) => JSON.stringify({ a: { message: text, description: text } }),
    'Hi $N$',
    '$n$ hi',
    'hi $$',
    /lacks \$N\$/,
  ],
  ['config/locales/de.yml', (text) => `de:\n  a: "${text}"\n`, '%{n} at %d', 'at %d %e %{n}', '{n}', /lacks %\{n\}/],
  [
    'config/locales/de.yml',
    (text) => `de:\n  a: "${text}"\n`,
    '%<n>.2f',
    'is %<n>d',
    '%<m>d',
    /lacks %<n> and has %<m> in addition/,
  ],
  ['translations/messages.de.yaml', (text) => `a: "${text}"\n`, '%n% a', 'a %n%', 'a', /lacks %n%/],
  [
    'res/values-de/strings.xml',
    (text) => `<resources>\n<string name="a">${text}</string></resources>`,
    '%s %1$d',
    '%1$s개 %1$d',
    '%1$d',
    /lacks %1\$s/,
  ],
  [
    'locale/de.xlf',
    (text) =>
      `<xliff><file><trans-unit id="a"><source>x</source>\n<target>${text}</target></trans-unit></file></xliff>`,
    '<x id="N"/>!',
    'Hi <x id="N"/>',
    'Hi',
    /lacks \{N\}/,
  ],
  [
    'Main.de.resx',
    (text) => `<root><data name="a"><value>${text}</value></data></root>`,
    '{0:N2} a',
    'a {0}',
    'a',
    /lacks \{0\}/,
  ],
  [
    'i18n/app_de.ts',
    (text) =>
      `<TS><context><message><source>a %1 %n</source><translation>${text}</translation></message></context></TS>`,
    '%L1 %n',
    '%n 50% %1',
    '%1',
    /lacks %n/,
  ],
  [
    'de.lproj/a.stringsdict',
    (text) => `<plist><dict><key>a</key><string>${text}</string></dict></plist>`,
    '%lld',
    'so %lld',
    'so',
    /lacks %1\$d/,
  ],
  ['de.lproj/a.strings', (text) => `"a" = "${text}";`, '%@ %2$@', '%1$@ - %2$@', '%@', /lacks %2\$@/],
  [
    'a.xcstrings',
    (text) => JSON.stringify({ strings: { k: { localizations: { de: { stringUnit: { value: text } } } } } }),
    '%@',
    'so %@',
    'so',
    /lacks %1\$@/,
  ],
  ['po/de.po', (text) => `msgid "k"\nmsgstr "${text}"\n`, '%(n)s %%', 'so %(n)s', 'so', /lacks %\(n\)s/],
  ['i18n/app_de.properties', (text) => `a=${text}`, '{0,number} %0', '%0 {0}', '%0', /lacks \{0\}/],
  [
    'l/de/a.ftl',
    (text) => `a = ${text || '{ "" }'}\n`,
    '{ $n } { -b }',
    '{ -b } { NUMBER($n) ->\n    [one] x { $n }\n   *[other] y\n }',
    '{ -b }',
    /lacks \{ \$n \}/,
  ],
  ['i18n/de.toml', (text) => `[a]\nother = "${text}"`, '{{.N}}', 'so {{ .N }}', 'so', /lacks \{\{\.N\}\}/],
  ['i18n/de.json5', (text) => `{a: '${text}'}`, '{n}', 'so {n}', 'so', /lacks \{n\}/],
  ['i18n/de.ts', (text) => `export default { a: "${text}" };`, '{{n}}', 'so {{n}}', 'so', /lacks \{\{n\}\}/],
  [
    'lang/de/a.php',
    (text) => `<?php return ['a' => '${text}'];`,
    '{0} none|[1,*] :n at 12:30',
    '{1} a|b :N http://x',
    'a',
    /lacks :n/,
  ],
];

describe('copy-catalog in all formats', () => {
  for (const [path, wrap, before, fine, lost, message] of formats) {
    it(`compares texts in ${path}`, async () => {
      const base = { [path]: wrap(before) };
      assert.equal(says(await run(base, { [path]: wrap(fine) })), '');
      assert.match(says(await run(base, { [path]: wrap(lost) })), message);
      assert.match(says(await run(base, { [path]: wrap('') })), path.endsWith('ftl') ? /lacks/ : /is empty now/);
    });
  }

  it('takes a text that is blank, or none any more, for emptied, unless the original is as empty', async () => {
    for (const value of [' ', null]) {
      const reports = await run({ [en]: '{"a":"Paste","b":"x"}' }, { [en]: JSON.stringify({ a: value, b: 'x' }) });
      assert.match(says(reports), /en.json:1: needs-fix “a” is empty now, so the app would show nothing/);
    }
    assert.equal(says(await run({ [en]: '{"a":"x"}' }, { [en]: '{"a":"null"}' })), '');
    const de = 'i18n/de.json';
    assert.equal(
      says(await run({ [en]: '{"a":""}', [de]: '{"a":"vor"}' }, { [en]: '{"a":""}', [de]: '{"a":""}' })),
      '',
    );
    assert.match(
      says(await run({ [en]: '{"a":""}', [de]: '{"a":"vor"}' }, { [en]: '{"a":""}', [de]: '{"a":1}' })),
      /was a text/,
    );
  });

  it('names fifty emptied texts of a file and counts the rest', async () => {
    const texts = (value: string): string =>
      JSON.stringify(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`k${at}`, value])));
    const reports = await run({ [en]: texts('x') }, { [en]: texts('') });
    assert.equal(reports.length, 51);
    assert.match(reports.at(-1)?.message ?? '', /^10 more texts are empty now/);
  });

  it('counts tags, and takes whole pairs that other texts have for known', async () => {
    assert.match(
      says(await run({ [en]: '{"a":"<b>x</b> <b>y</b>"}' }, { [en]: '{"a":"<b>x</b> y"}' })),
      /now lacks <b>, <\/b>/,
    );
    assert.equal(
      says(await run({ [en]: '{"a":"x","b":"<b>y</b>"}' }, { [en]: '{"a":"<b>x</b>","b":"<b>y</b>"}' })),
      '',
    );
    assert.match(
      says(await run({ [en]: '{"a":"x","b":"<b>y</b>"}' }, { [en]: '{"a":"<b>x","b":"<b>y</b>"}' })),
      /has <b> in addition/,
    );
    assert.match(says(await run({ [en]: '{}' }, { [en]: '{"a":"x <b>y"}' })), /:1:  .* “<b>” is never closed/);
    assert.match(says(await run({ [en]: '{}' }, { [en]: '{"a":"x</i>"}' })), /“<\/i>” is never opened/);
    assert.equal(
      says(
        await run(
          { [en]: '{"a":"<b>x","b":"<p>"}' },
          { [en]: '{"a":"<b>y","b":"<p>","c":"<NAME> <br> a < b <i>x</i>"}' },
        ),
      ),
      '',
    );
  });

  it('lets a text link to others that are there', async () => {
    const base = { [en]: '{"a":"x","b":{"c":"y"},"d.e":"z"}' };
    assert.equal(says(await run(base, { [en]: '{"a":"@:b.c $t(d.e)","b":{"c":"y"},"d.e":"z"}' })), '');
    assert.match(says(await run(base, { [en]: '{"a":"@:b.x","b":{"c":"y"},"d.e":"z"}' })), /has @:b.x in addition/);
  });

  it('only notes values that the code of the change deals with', async () => {
    const change = (code: SideFiles): Promise<readonly Report[]> =>
      run(
        { [en]: '{"greeting":"Hi {name}"}', 'a.ts': "t('x', { name })", 'README.md': 'name' },
        { [en]: '{"greeting":"Hi {user}"}', ...code },
      );
    assert.match(
      says(await change({ 'a.ts': "t('x', { user })" })),
      /: note .* and the code of this change deals with that/,
    );
    assert.match(says(await change({ 'a.ts': "t('x', { name })\nt('greeting')" })), /: note /);
    assert.match(says(await change({ 'a.ts': "t('x', { name }) // other" })), /:  “greeting” now lacks/);
    assert.match(says(await change({ 'a.ts': "t('x', { name })", 'README.md': 'user' })), /:  “greeting” now lacks/);
    const numbered = await run(
      { [en]: '{"greeting":"Hi %s"}', 'a.ts': 'x' },
      { [en]: '{"greeting":"Hi"}', 'b.ts': "t('greeting')" },
    );
    assert.match(says(numbered), /: note /);
  });

  it('holds a translation against its original: in the same file, or in English beside it', async () => {
    const xliff = (target: string): string =>
      `<xliff><file><trans-unit id="a"><source>Hi you %s</source><target>${target}</target></trans-unit></file></xliff>`;
    assert.match(
      says(await run({ 'l/m.de.xlf': xliff('') }, { 'l/m.de.xlf': xliff('Hallo') })),
      /lacks %1\$s, compared with the text that it translates/,
    );
    assert.match(says(await run({ 'l/m.de.xlf': xliff('Hi') }, { 'l/m.de.xlf': xliff('Hallo') })), /: note /);
    assert.match(
      says(await run({ 'l/m.de.xlf': xliff('Hi {a}') }, { 'l/m.de.xlf': xliff('Hallo {b}') })),
      /now lacks \{a\}/,
    );
    assert.equal(says(await run({ 'l/m.de.xlf': xliff('Hi') }, { 'l/m.de.xlf': xliff('Hallo %s') })), '');
    const beside = { 'l/m.en.xlf': xliff('Hi %s {b}') };
    assert.equal(
      says(await run({ ...beside, 'l/m.de.xlf': xliff('') }, { ...beside, 'l/m.de.xlf': xliff('Hallo %s {b}') })),
      '',
    );
    const broken =
      '<xliff><file><trans-unit id="a"><source>a <b>b</source><target>c <b>d</target></trans-unit></file></xliff>'.replaceAll(
        '<b>',
        '&lt;b&gt;',
      );
    assert.equal(says(await run({}, { 'l/m.de.xlf': broken })), '');
  });

  it('takes no text for a language’s that is as the original has it', async () => {
    const text = '{"a":"{n, plural, one {x} other {xs}}"}';
    assert.equal(says(await run({ [en]: text }, { [en]: text, 'i18n/ru.json': text })), '');
    const ja = { 'i18n/ja.json': '{"a":"{n, plural, other {x}}"}' };
    const exact = { [en]: '{"a":"{n, plural, =1 {x} other {xs}}"}' };
    assert.equal(says(await run(exact, { ...exact, ...ja })), '');
  });

  it('asks a plural for what a language cannot say otherwise', async () => {
    const base = { [en]: '{"a":"{n, plural, one {x} other {xs}}"}' };
    const polish = (arms: string): SideFiles => ({ ...base, 'i18n/pl.json': `{"a":"{n, plural, ${arms}}"}` });
    assert.equal(says(await run(base, polish('one {a} few {b} other {c}'))), '');
    assert.match(says(await run(base, polish('one {a} other {c}'))), /lacks the cases “few”, “many”/);
    assert.equal(says(await run(base, { ...base, 'i18n/tr.json': '{"a":"{n} x"}' })), '');
  });

  it('does not compare an arm for none, and keeps the number where it is for many', async () => {
    const yaml = (zero: string, other: string): SideFiles => ({
      'config/locales/vi.yml': `vi:\n  a:\n    zero: "${zero}"\n    other: "${other}"\n`,
    });
    assert.equal(says(await run(yaml('%{who} no', '%{count}'), yaml('nobody', '%{count}'))), '');
    assert.match(says(await run(yaml('a', '%{count} x'), yaml('a', 'x'))), /“a.other” now lacks %\{count\}/);
  });

  it('leaves what nobody can read to the engineering DRI, and goes on with the rest', async () => {
    const computed = await run(
      { 'i18n/en.ts': 'export default { a: f(x), b: "{n}" }' },
      { 'i18n/en.ts': 'export default { a: f(x), b: "n" }' },
    );
    assert.match(
      says(computed),
      /note Not all of this catalog could be checked, because some of its texts are computed\. /,
    );
    assert.match(says(computed), /“b” now lacks \{n\}/);
    const odd = await run({ 'config/locales/en.yml': 'en: [' }, { 'config/locales/en.yml': 'en: {' });
    assert.match(says(odd), /, as it was before\. Your engineering DRI/);
    assert.deepEqual(
      odd.map(({ undecided, unparsed }) => [undecided, unparsed]),
      [[true, undefined]],
    );
  });

  it('says where a text of another format is never closed', async () => {
    const reports = await run({ 'i18n/en.toml': '[a]\nother = "Hi {n}"' }, { 'i18n/en.toml': '[a]\nother = "Hi {n"' });
    assert.match(says(reports), /i18n\/en.toml:2:  The app cannot read “a.other”/);
  });

  it('compares other languages with the original alone where reading takes time', async () => {
    const toml = (text: string): string => `[a]\nother = "${text}"`;
    const rest = { 'i18n/fr.toml': toml('x'), 'i18n/en.toml': toml('{name}') };
    const reports = await run(rest, { ...rest, 'i18n/de.toml': toml('y') });
    assert.match(says(reports), /^i18n\/de.toml:2:  “a.other” lacks \{name\}, compared with i18n\/en.toml/);
  });
});
