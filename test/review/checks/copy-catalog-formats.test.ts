import assert from 'node:assert/strict';

import type { Report } from '../../../src/review/check.js';
import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';
import { withoutFiles } from '../../support/without-files.js';

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
  [
    'i18n/de.yaml',
    (text) => `- id: a\n  translation: "${text}"\n- id: b\n  description: "${text}"\n  translation: x\n`,
    '{{ .Count }} a',
    'a {{.Count}}',
    '{{ .Anzahl }}',
    /lacks \{\{\.Count\}\} and has/,
  ],
  [
    'lang/de/shop.php',
    (text) => `<?php return ['a' => '${text}'];`,
    'Fotos (%s), 100 % sicher',
    '%s Fotos, 50 % sicher',
    'Fotos, 100 % d’accord',
    /lacks %s/,
  ],
  ['translations/messages.de.yaml', (text) => `a: "${text}"\n`, '%n% a', 'a %n%', 'a', /lacks %n%/],
  [
    'res/values-de/strings.xml',
    (text) => `<resources>\n<string name="a">${text}</string></resources>`,
    '%s %1$d',
    '%1$s개 %1$d',
    '%1$d',
    /lacks %s/,
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
    'a {0:N2}',
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
    /lacks %lld/,
  ],
  ['de.lproj/a.strings', (text) => `"a" = "${text}";`, '%@ %2$@', '%1$@ - %2$@', '%@', /lacks %2\$@/],
  [
    'a.xcstrings',
    (text) => JSON.stringify({ strings: { k: { localizations: { de: { stringUnit: { value: text } } } } } }),
    '%@',
    'so %@',
    'so',
    /lacks %@/,
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
    '{0} a|[1,*] :N http://x',
    'a',
    /lacks .*:n/,
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

  it('holds a translation against a key that is the sentence itself, where English has no words for it', async () => {
    const laravel = 'resources/lang/fr.json';
    const none = { 'composer.json': '{"require":{"laravel/framework":"^11"}}', [laravel]: '{}' };
    const write = (text: string, key = 'You have :count new messages'): SideFiles => ({
      ...none,
      [laravel]: JSON.stringify({ [key]: text, 'title: x': ':who' }),
    });
    assert.match(
      says(await run(none, write('Vous avez :nombre nouveaux messages'))),
      /fr\.json:1:  “You have :count new messages” lacks :count and has :nombre in addition, compared with the text that it translates/,
    );
    for (const fine of ['Vous avez :count messages', ':Count messages', ''])
      assert.equal(says(await run(none, write(fine))), '');
    for (const key of ['Close this', '# 1 :n', 'close:all'])
      assert.equal(says(await run(none, write('Fermer :x', key))), '', key);
    // It was so before, and only its words change.
    assert.match(
      says(await run(write('Vous avez des messages'), write('Des messages pour vous'))),
      /^\S+: note “You have/,
    );
    const english = { 'resources/lang/en.json': '{"You have :count new messages":"New messages"}' };
    assert.equal(says(await run({ ...none, ...english }, { ...write('De nouveaux messages'), ...english })), '');
    assert.match(
      says(
        await run(
          { ...none, 'resources/lang/en.json': '{}' },
          { ...write('De nouveaux messages'), 'resources/lang/en.json': '{}' },
        ),
      ),
      /lacks :count/,
    );
    assert.equal(
      says(
        await run(
          { ...none, 'resources/lang/en.json': '{}' },
          { ...none, 'resources/lang/en.json': '{"All :n of it":"All"}' },
        ),
      ),
      '',
    );
  });

  it('holds a key of other libraries against its translation too', async () => {
    const cases: readonly (readonly [path: string, wrap: (text: string) => string, fine: string, lost: string])[] = [
      [
        'l10n/de.json',
        (text) => JSON.stringify({ translations: { 'Hello {name}': text } }),
        '{name}, hallo',
        'Hallo {nom}',
      ],
      ['locales/de.json', (text) => JSON.stringify({ 'Open {{file}} now': text }), 'Öffne {{file}}', 'Öffne {{datei}}'],
      ['translations/messages.de.yaml', (text) => `'Hello dear %name%': '${text}'`, 'Hallo %name%', 'Hallo'],
      ['lang/de/shop.php', (text) => `<?php return ['All of :shop' => '${text}'];`, 'Ganz :shop', 'Ganz :laden'],
    ];
    for (const [path, wrap, fine, lost] of cases) {
      const base = { [path]: wrap('').replace(/(["']?)(?:Hello|Open|All)[^"']+\1/, '$1other$1') };
      assert.equal(says(await run(base, { [path]: wrap(fine) })).includes('compared'), false, path);
      assert.match(says(await run(base, { [path]: wrap(lost) })), /compared with the text that it translates/, path);
    }
  });

  it('takes a number of another length for another, where a program gives it by its place', async () => {
    const strings = 'ro.lproj/Localizable.strings';
    const write = (text: string): SideFiles => ({ [strings]: `"After %d hours" = "${text}";` });
    assert.equal(says(await run({ [strings]: '' }, write('Timp %i ore'))), '');
    assert.match(says(await run({ [strings]: '' }, write('Timp %li ore'))), /lacks %d and has %li in addition/);
    const two = (text: string): SideFiles => ({ [strings]: `"a" = "${text}";` });
    assert.match(
      says(await run(two('%@ has %d'), two('%d of %@'))),
      /“a” now has %@, %d in another order than they are filled in\. /,
    );
    const catalog = (text: string): SideFiles => ({
      'a.xcstrings': JSON.stringify({
        sourceLanguage: 'en',
        strings: { 'all %lld': { localizations: { de: { stringUnit: { value: text } } } } },
      }),
    });
    assert.equal(says(await run(catalog('%lld ganz'), catalog('ganz %ld'))), '');
    assert.match(says(await run(catalog('%lld ganz'), catalog('ganz %d'))), /lacks %lld and has %d/);
  });

  it('reads the texts of Laravel by its rules where the manifest says so, and others by their own', async () => {
    const texts = (text: string): string => JSON.stringify({ greeting: text });
    const laravel = '{"require":{"illuminate/support":"^11"}}';
    const says2 = async (path: string, manifests: SideFiles, before: string, after: string): Promise<string> =>
      says(await run({ ...manifests, [path]: texts(before) }, { ...manifests, [path]: texts(after) }));
    const shop = 'shop/lang/de.json';
    assert.match(await says2(shop, { 'shop/composer.json': laravel }, 'Hi :name', 'Hi :nam'), /lacks :name/);
    assert.equal(await says2(shop, {}, 'Hi :name', 'Hi :nam'), '');
    const vue = { 'package.json': '{"dependencies":{"vue-i18n":"^9.0.0"}}' };
    assert.match(await says2(shop, vue, 'Hi a', 'Hi a@b'), /“@” by itself/);
    const both = { ...vue, 'composer.json': laravel };
    assert.equal(await says2(shop, both, 'Hi a', 'Hi a@b'), '');
    assert.match(await says2('resources/js/lang/de.json', both, 'Hi a', 'Hi a@b'), /“@” by itself/);
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
      /lacks %s, compared with the text that it translates/,
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
    // What it lacked before, held against the English of before, is no news.
    assert.match(
      says(await run({ ...beside, 'l/m.de.xlf': xliff('Hi') }, { ...beside, 'l/m.de.xlf': xliff('Hallo') })),
      /: note /,
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

  /** The first thing said of a change of one file, beside others that stay. */
  const said = async (path: string, before: string, after: string, beside: SideFiles = {}): Promise<string> =>
    (await run({ ...beside, [path]: before }, { ...beside, [path]: after })).map(({ message }) => message).join('\n');

  it('wants an apostrophe escaped where Android does', async () => {
    const xml = (text: string): string => `<resources>\n<string name="a">${text}</string></resources>`;
    for (const text of ["Don\\'t", '"Don\'t"', 'Don’t', "&quot;Don't&quot;", 'a\\"b'])
      assert.equal(await said('res/values/strings.xml', xml('x'), xml(text)), '', text);
    for (const text of ["Don't", '"a" b\'c', "\\\\'"]) {
      assert.match(await said('res/values/strings.xml', xml('x'), xml(text)), /because an apostrophe is written/, text);
      assert.equal(await said('res/values/strings.xml', xml(text), xml(`${text} `)), '');
      // Compose Multiplatform shows the backslash, and so do others who only take the form.
      for (const path of ['a/composeResources/values/strings.xml', 'lang/en/strings.xml'])
        assert.equal(await said(path, xml('x'), xml(text)), '', path);
    }
    assert.match(await said('Resources/values-de/strings.xml', xml('x'), xml("Don't")), /because an apostrophe/);
  });

  it('wants a letter escaped where nearly all others of Java’s file are', async () => {
    const path = 'res/messages_de.properties';
    const escaped = 'a=\\u00e4\nb=\\u00f6\nc=\\u00fc\n';
    assert.match(
      await said(path, `${escaped}d=x`, `${escaped}d=schön`),
      /because “ö” is written “\\u00f6” in such a file/,
    );
    assert.match(await said(path, `${escaped}d=x`, `${escaped}d=😀`), /is written “\\ud83d\\ude00”/);
    assert.equal(await said(path, `${escaped}d=ä`, `${escaped}d=ö`), '');
    for (const others of [
      '',
      '# \\u00e4\n'.repeat(4),
      'a=\\u00e4\nb=\\u00f6\n',
      `${escaped}e=ä\n`,
      '\\u0061=x\n'.repeat(1),
    ])
      assert.equal(await said(path, `${others}d=x`, `${others}d=schön`), '', others);
  });

  it('holds vue-i18n’s texts against what it compiles', async () => {
    const json = (text: string): string => JSON.stringify({ a: text });
    const uses = (version: string): SideFiles => ({ 'package.json': `{"dependencies": {"vue-i18n": "${version}"}}` });
    const path = 'web/src/locales/en.json';
    for (const [text, message] of [
      ['mail us @home', /because a “@” by itself is written “\{'@'\}”/],
      ['a@b.c', /a “@” by itself/],
      ['mail {x', /a “{” is never closed/],
      ["me{'@'}b.c", /^$/],
      ['see @:b.c and @.lower:b and @:(b) \\@', /has @:b\.c, @:b in addition/],
      ['one | {n} more', /now has \{n\}, \| in addition/],
    ] as const) {
      assert.match(await said(path, json('x'), json(text), uses('^11.0.0')), message, text);
      if (text.includes('@h')) assert.equal(await said(path, json('x'), json(text), uses('^8.0.0')), '');
    }
    for (const manifest of ['"@nuxtjs/i18n": "8.1"', '"@intlify/unplugin-vue-i18n": "1"', '"vue-i18n": "catalog:"'])
      assert.match(await said(path, json('x'), json('@ x'), { 'web/package.json': `{${manifest}}` }), /by itself/);
    assert.equal(await said(path, json('x'), json('@ x'), { 'web/package.json': '{"@nuxtjs/i18n": "7.0"}' }), '');
    assert.equal(await said('locale/de.po', 'msgid "a"\nmsgstr "x"\n', 'msgid "a"\nmsgstr "@ x"\n', uses('11')), '');
    assert.match(await said(path, json('{n} car | {n} cars'), json('{n} cars'), uses('11')), /now lacks \|/);
    const german = { ...uses('11'), 'web/src/locales/de.json': json('{n} Autos') };
    assert.equal(await said(path, '{}', json('{n} car | {n} cars'), german), '');
  });

  it('knows Laravel’s names as Laravel does, and the arms of its plurals', async () => {
    const php = (text: string): string => `<?php return ['a' => '${text}'];`;
    for (const [before, after, message] of [
      [':timeLength :Name', ':timelength :name', /lacks :timeLength/],
      ['in :folder :file', 'in :folder:file', /^$/],
      [':count car|:count cars', ':count cars', /now lacks \|/],
      ['Home | All', 'Home - All', /^$/],
      ['<strong>x</strong> <em>y</em>', '<b>x</b> <i>y</i>', /^$/],
      ['<strong>x</strong>', 'x', /now lacks <b>/],
    ] as const)
      assert.match(await said('lang/en/a.php', php(before), php(after)), message, after);
  });

  it('takes Qt’s catalogs for what they are, wherever they lie', async () => {
    const qt = (text: string): string =>
      `<?xml version="1.0"?>\n<!DOCTYPE TS><TS><context><name>M</name><message><source>Hi %1</source><translation>${text}</translation></message></context></TS>`;
    assert.match(await said('src/app_de.ts', qt('Hallo %1'), qt('Hallo %2')), /lacks %1/);
    assert.match(
      await said('src/app_de.ts', qt('Hallo %1'), qt('')),
      /is empty now, so the app would show the words in the code\./,
    );
    const code = createReviewContext({ base: { 'src/app_de.ts': 'x' }, head: { 'src/app_de.ts': '<T>x' } });
    assert.equal(await copyCatalog.run(code), 'not-applicable');
  });

  it('lets the first of PO’s forms say what the singular says, and no other', async () => {
    const po = (one: string, many: string): string =>
      `msgid "one match"\nmsgid_plural "%(counter)s matches"\nmsgstr[0] "${one}"\nmsgstr[1] "${many}"\n`;
    assert.equal(await said('locale/de.po', '', po('ein Treffer', '%(counter)s Treffer')), '');
    assert.equal(await said('locale/de.po', '', po('%(counter)s Treffer', '%(counter)s Treffer')), '');
    assert.match(
      await said('locale/de.po', '', po('ein %(m)s', '%(counter)s Treffer')),
      /lacks %\(counter\)s and has %\(m\)s/,
    );
    assert.match(await said('locale/de.po', '', po('ein Treffer', 'Treffer')), /lacks %\(counter\)s/);
  });

  it('holds a translation against what lies in a folder of originals, and Android’s against the first of many', async () => {
    const beside = { 'core/templates/a.ftl': 'a = Hi { $n }\n' };
    assert.match(
      await said('core/de/a.ftl', '', 'a = Hallo\n', beside),
      /lacks \{ \$n \}, compared with core\/templates/,
    );
    const xml = (text: string): string =>
      `<resources><plurals name="h"><item quantity="one">one</item><item quantity="other">${text}</item></plurals></resources>`;
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
    const many = Object.fromEntries(
      letters.flatMap((one) => letters.slice(0, 3).map((two) => [`res/values-x${one}${two}/strings.xml`, xml('%d')])),
    );
    const english = { ...many, 'res/values/strings.xml': xml('%d hours') };
    assert.match(
      await said('res/values-sv/strings.xml', '<resources/>', xml('timmar'), english),
      /“h\.other” lacks %d, compared with res\/values\//,
    );
    assert.match(
      await said('res/values-ar/strings.xml', '<resources/>', xml('%d %d'), english),
      /“h\.other” has %2\$d in addition/,
    );
  });

  it('asks of a translation no more than its original now says, and of what was wrong nothing new', async () => {
    const german = { a: '{{x}} {{y}}', b: '{x}' };
    const english = { [en]: '{"a":"{{y}} {{z}}","b":"{x}%"}' };
    const de = 'i18n/de.json';
    const change = (after: object): Promise<string> => said(de, JSON.stringify(german), JSON.stringify(after), english);
    assert.match(await change({ ...german, a: '{{y}}' }), /lacks \{\{z\}\}/);
    assert.deepEqual(
      (await run({ ...english, [de]: JSON.stringify(german) }, { ...english, [de]: '{"a":"{{y}}","b":"{x}"}' })).map(
        ({ severity }) => severity,
      ),
      ['note'],
    );
    assert.match(await change({ ...german, a: '{{x}}' }), /now lacks \{\{y\}\}/);
    const turkish = await said('i18n/tr.json', '{"b":"x"}', '{"b":"%{x}"}', { [en]: '{"b":"{x}%"}' });
    assert.equal(turkish.includes('compared with'), false);
  });

  it('tells a key that is there twice by its line where the catalog could not be read before', async () => {
    const before = '"a" = "x";\n"a" = "y";\n"b" = "z;\n';
    const path = 'de.lproj/a.strings';
    const repair = await run({ [path]: before }, { [path]: before.replace('"z;', '"z";') });
    assert.deepEqual(
      repair.map(({ severity, undecided }) => undecided ?? severity),
      ['note'],
    );
    const doubled = await run({ [path]: before }, { [path]: `${before.replace('"z;', '"z";')}"b" = "z";\n` });
    assert.deepEqual(
      doubled.map(({ severity, line }) => [severity, line]),
      [
        ['note', 2],
        ['needs-fix', 4],
      ],
    );
  });

  it('knows that the code deals with a plural, or with a text of Fluent, by their names', async () => {
    const xml = (text: string): string =>
      `<resources><plurals name="num_selected"><item quantity="other">${text}</item></plurals></resources>`;
    const java = { 'a.java': 'old();' };
    const code = { 'a.java': 'getQuantityString(R.plurals.num_selected, n, n, all);' };
    const android = 'res/values/strings.xml';
    assert.equal(
      (await run({ ...java, [android]: xml('%d') }, { ...code, [android]: xml('%1$d/%2$d') }))[0]?.severity,
      'note',
    );
    const fluent = await run(
      { 'a.py': 'tr.the_backup()', 'ftl/a.ftl': 'the-backup = Back { $x }\n' },
      { 'a.py': 'tr.the_backup2(x=1)', 'ftl/a.ftl': 'the-backup = Back\nthe-backup2 = Back { $x }\n' },
    );
    assert.equal(fluent[0]?.severity, 'note');
  });

  it('leaves it to the engineering DRI whether what came as words may be filled in as a number', async () => {
    const json = (text: string): string => JSON.stringify({ a: text, b: '{n, plural, one {x} other {y}}' });
    for (const [before, after, name] of [
      ['Hi {name}', 'Hi {name, number}', 'name'],
      ['on { title }', 'on {title, date, short}', 'title'],
      ['{n} of them', '{n, number} of them', undefined],
      ['{price, number} a', '{price, number, ::currency/EUR} b', undefined],
      ['{price, number} a', '{price} a', undefined],
      ['{{count}} a', '{{count, number}} a', undefined],
    ] as const) {
      const reports = await run({ [en]: json(before) }, { [en]: json(after) });
      assert.deepEqual(
        reports.map(({ undecided, message }) => [undecided, /fills \{(\w+)\} in as a number/.exec(message)?.[1]]),
        name === undefined ? [] : [[true, name]],
        after,
      );
    }
    const alone = await run({ [en]: '{"a":"Hi {name}"}' }, { [en]: '{"a":"Hi {name, number}"}' });
    assert.equal(alone.length, 1);
    const both = { [en]: json('Hi {name, number}'), 'i18n/de.json': json('Hallo {name}') };
    assert.deepEqual(await run(both, { ...both, 'i18n/de.json': json('Hallo {name, number}') }), []);
  });

  it('notes what a translation lacked before, and names a text whatever its key', async () => {
    const po = (text: string): string => `msgid "%s of them"\nmsgstr "${text}"\n`;
    const reports = await run({ 'locale/de.po': po('alle') }, { 'locale/de.po': po('viele') });
    assert.deepEqual(
      reports.map(({ severity }) => severity),
      ['note'],
    );
    assert.match(await said(en, '{"other":"{a}"}', '{"other":"x"}', { 'a.ts': '' }), /“other” now lacks \{a\}/);
    const code = await run({ [en]: '{"abc":"{n}"}', 'a.ts': 'x' }, { [en]: '{"abc":"y"}', 'a.ts': "t('abc')" });
    assert.equal(code[0]?.severity, undefined);
    const chrome = '_locales/en/messages.json';
    const text = (message: string): string => JSON.stringify({ a: { message } });
    assert.match(await said(chrome, text('by $1'), text('by')), /now lacks \$1/);
  });

  it('takes a word between angle brackets for no tag, unless something closes it', async () => {
    const english = { [en]: '{"a":"<unknown>","b":"<mine>x</mine>"}' };
    const de = 'i18n/de.json';
    assert.equal(await said(de, '{}', '{"a":"<unbekannt>","b":"<mine>y</mine>"}', english), '');
    assert.match(await said(de, '{}', '{"a":"<unbekannt>","b":"<mine>y"}', english), /“b” lacks <mine>, <\/mine>/);
  });

  it('lets a message of Fluent be written out, and shows no message that is not there', async () => {
    const ftl = (text: string): string => `trash = koš\nitems = { $n } kusů\n-brand = { $case } Firma\n${text}`;
    const said = (before: string, after: string, around: SideFiles = {}): Promise<readonly Report[]> =>
      run({ ...around, 'l/cs/a.ftl': ftl(before) }, { ...around, 'l/cs/a.ftl': ftl(after) });
    assert.deepEqual(await said('a = z { trash }\n', 'a = z koše\n'), []);
    assert.deepEqual(await said('a = od { -brand(case: "x") }\n', 'a = od Firmy\n'), []);
    assert.deepEqual(await said('a = z koše\n', 'a = z { trash }\n'), []);
    assert.deepEqual(await said('', 'a = z koše\n', { 'l/en/a.ftl': ftl('a = from { trash }\n') }), []);
    // What is filled in there would be lost.
    assert.match(says(await said('a = má { items }\n', 'a = má kusy\n')), /now lacks \{ items \}/);
    assert.match(says(await said('a = z { trash }\n', 'a = z { trsh }\n')), /now has \{ trsh \} in addition/);
    assert.match(says(await said('a = z { $trash }\n', 'a = z koše\n')), /now lacks \{ \$trash \}/);
    const link = (text: string): string => JSON.stringify({ save: 'Save', all: '{{n}} all', a: text });
    const json = (before: string, after: string): Promise<readonly Report[]> =>
      run({ [en]: link(before) }, { [en]: link(after) });
    assert.deepEqual(await json('Press $t(save)', 'Press Save'), []);
    assert.match(says(await json('Press $t(all)', 'Press all')), /now lacks \$t\(all\)/);
    assert.match(says(await json('Press $t(save)', 'Press $t(svae)')), /has \$t\(svae\) in addition/);
  });

  it('fills a place of Qt that a percent sign follows', async () => {
    const ts = (source: string, text: string): string =>
      `<TS language="sv"><context><name>C</name><message><source>${source}</source><translation>${text}</translation></message></context></TS>`;
    const said = async (source: string, text: string): Promise<string> =>
      says(await run({ 'translations/a_sv.ts': ts(source, '') }, { 'translations/a_sv.ts': ts(source, text) }));
    assert.match(await said('CPU load %1%', 'CPU% 1%'), /lacks %1/);
    assert.match(await said('CPU load %L1%', 'CPU 1%'), /lacks %1/);
    assert.equal(await said('CPU load %1%', 'CPU %1%'), '');
    assert.equal(await said('CPU load %1%', 'CPU %%1'), '');
    assert.equal(await said('CPU load %1%', 'CPU %1 procent'), '');
    assert.equal(await said('Half of it', 'Hälften, 50%'), '');
  });

  it('does not miss a catalog of which another format took the place, though that cannot be read', async () => {
    const base = { 'translations/messages.en.json': '{"a":"x"}' };
    const broken = await run(base, { 'translations/messages.en.yml': 'a: {count} x: y\n' });
    assert.deepEqual(
      broken.map(({ path, undecided = false }) => [path, undecided]),
      [
        ['translations/messages.en.json', true],
        ['translations/messages.en.yml', false],
      ],
    );
    assert.match(says(await run(base, {})), /The catalog \S+ is gone/);
  });

  it('lets a text fill in what all code that asks for it gives by that name', async () => {
    const was = { [en]: '{"home.tags":"{count, plural, one {# tag} other {# tags}}","b":"x {{y}}"}' };
    const now = { [en]: was[en].replaceAll('# tag', '{tags} tag') };
    const said = (code: string, path = 'src/a.js'): Promise<readonly Report[]> =>
      run({ ...was, [path]: code }, { ...now, [path]: code });
    for (const code of [
      "t('home.tags', { count: n, tags: list })",
      "t('home.tags', { count, tags })",
      "$this->trans('home.tags', ['count' => 1, 'tags' => $x])",
      "t('home.tags', {\n  tags: list(),\n  count: 2,\n});",
    ])
      assert.deepEqual(await said(code), [], code);
    for (const code of [
      "t('home.tags', { count: n })",
      "t('home.tags', { count: tags.length })",
      "t('home.tags', { tags }); t('home.tags', { count: n })",
      "t('home.tags', given)",
      't(`home.${x}`, { tags })',
      '',
    ])
      assert.match(says(await said(code)), /now has \{tags\} in addition/, code);
    const other = await run(
      { ...was, 'src/a.js': "t('home.tags', { tags })" },
      { [en]: now[en].replace('{count, plural', '{n, plural'), 'src/a.js': "t('home.tags', { tags })" },
    );
    assert.match(says(other), /lacks/);
  });

  it('misses what one form of a text has lost and another still has, and a form that the language needs', async () => {
    const symfony = (text: string, locale = 'de'): SideFiles => ({
      [`translations/messages.${locale}.xlf`]: `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file source-language="en" target-language="${locale}"><body><trans-unit id="5"><source>%count% hour|%count% hours</source><target>${text}</target></trans-unit></body></file></xliff>`,
    });
    const whole = symfony('%count% Stunde|%count% Stunden');
    for (const text of ['%count% Stunde|Stunden', '%count% Stunden', 'Stunde|Stunden'])
      assert.match(says(await run(whole, symfony(text))), /lacks/, text);
    assert.deepEqual(await run(whole, symfony('eine Stunde|%count% Stunden')), []);
    const polish = symfony('%count% godzinę|%count% godziny|%count% godzin', 'pl');
    assert.match(says(await run(polish, symfony('%count% godzinę|%count% godzin', 'pl'))), /lacks \|/);
    assert.deepEqual(await run(symfony('%count% a', 'ja'), symfony('%count% b', 'ja')), []);
    const saved = (other: string): SideFiles => ({
      [en]: `{"saved":"{n, plural, one {# file: {files}} other {${other}}}"}`,
    });
    assert.match(says(await run(saved('# files: {files}'), saved('# files'))), /lacks \{files\}/);
    assert.deepEqual(await run(saved('# files: {files}'), saved('Several files: {files}')), []);
    const german = (side: SideFiles): SideFiles => ({ ...saved('# files: {files}'), 'i18n/de.json': side[en] ?? '' });
    assert.match(says(await run(german(saved('# Dateien: {files}')), german(saved('# Dateien')))), /lacks \{files\}/);
    const english = symfony('%count% hour|%count% hours', 'en');
    assert.match(
      says(await run({ ...english, ...polish }, { ...english, ...symfony('%count% a|%count% b', 'pl') })),
      /lacks \|/,
    );
    assert.match(
      says(await run({ ...english, ...whole }, { ...english, ...symfony('%count% Stunde|Stunden') })),
      /lacks %count%/,
    );
    const russian = (...forms: readonly string[]): SideFiles => ({
      'po/ru.po': `msgid "Go %d mile"\nmsgid_plural "Go %d miles"\n${forms.map((form, at) => `msgstr[${at}] "${form}"\n`).join('')}`,
    });
    const before = russian('%d a', '%d b', '%d c');
    for (const form of ['c', '%s c'])
      assert.match(says(await run(before, russian('%d a', '%d b', form))), /lacks %d/, form);
    assert.deepEqual(await run(before, russian('a', '%d b', '%d c')), []);
  });

  it('says that a catalog cannot be read, and why, in one sentence', async () => {
    for (const [path, was, now] of [
      ['i18n/de.toml', '[a]\nother = "x"\n', '[a]\nother = "x"\n[a]\nother = "y"\n'],
      ['config/locales/de.yml', 'de:\n  a: x\n', 'de:\n\ta: x\n'],
      ['po/de.po', 'msgid "a"\nmsgstr "x"\n', 'msgid "a"\nmsgstr x\n'],
      ['locale/de/a.ftl', 'a = x\n', 'a = { x\n'],
      ['locales/de.ts', 'export default { a: "x" };\n', 'export default { a: "x\n'],
    ] as const)
      assert.match(says(await run({ [path]: was }, { [path]: now })), /This catalog cannot be read, because /, path);
  });

  it('lets a text fill in by its place what all code that asks for it gives', async () => {
    const resx = (text: string): SideFiles => ({
      'Resources/Strings.resx': `<root><data name="Setup.Failed"><value>${text}</value></data></root>`,
    });
    const said = async (code: string): Promise<string> =>
      says(await run({ ...resx('No {0}.'), 'A.cs': code }, { ...resx('No {0}, so {1}.'), 'A.cs': code }));
    assert.equal(await said('var a = string.Format(Strings.Setup_Failed, e.Message, "Boot, strap");'), '');
    // What is made of the texts asks for none.
    const made = { 'Resources/Strings.Designer.cs': 'return ResourceManager.GetString("Setup.Failed", culture);' };
    const code = { ...made, 'A.cs': 'var a = string.Format(Strings.Setup_Failed, b, c);' };
    assert.deepEqual(await run({ ...resx('No {0}.'), ...code }, { ...resx('No {0}, so {1}.'), ...code }), []);
    assert.match(await said('var a = string.Format(Strings.Setup_Failed, go(e, f));'), /now has \{1\} in addition/);
    assert.match(await said('var a = Strings.Setup_Failed;'), /now has \{1\} in addition/);
  });

  it('lets nothing be filled in where the code that asks for it went meanwhile', async () => {
    const code = { 'src/a.js': "t('home.tags', { tags })" };
    const [was, now] = [{ [en]: '{"home.tags":"All tags"}' }, { [en]: '{"home.tags":"All {tags}"}' }];
    const context = createReviewContext({ base: { ...code, ...was }, head: { ...code, ...now } });
    assert.deepEqual(await copyCatalog.run(context), { reports: [] });
    assert.match(JSON.stringify(await copyCatalog.run(withoutFiles(context, '.js'))), /now has \{tags\} in addition/);
  });

  it('asks a person where every language loses what is filled in and no code asks for the text', async () => {
    const file = (language: string, text: string): SideFiles => ({
      [`config/locales/${language}.yml`]: `${language}:\n  a:\n    list: "${text}"\n    other: x\n`,
    });
    const base = { ...file('en', 'List of %{title}'), ...file('fr', 'Liste de %{title}') };
    const said = async (head: SideFiles, code: SideFiles = {}): Promise<string> =>
      (await run({ ...base, ...code }, { ...base, ...head, ...code }))
        .map(
          ({ undecided, message }) =>
            (undecided === true ? '?' : '!') + (/\((?:line \d+)\)|No code here/.exec(message)?.[0] ?? ''),
        )
        .join(' ');
    const both = { ...file('en', 'List of'), ...file('fr', 'Liste de') };
    assert.equal(await said(both), '?No code here');
    assert.equal(await said(file('en', 'List of')), '!');
    assert.equal(await said({ ...both, ...file('fr', 'La liste de %{title}') }), '!');
    assert.equal(await said(both, { 'app/models/a.rb': "I18n.t('a.list', title: x)" }), '!');
  });
});
