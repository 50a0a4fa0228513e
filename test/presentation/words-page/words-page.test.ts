import assert from 'node:assert/strict';
import type { Catalog } from '../../../src/catalogs/catalog.js';
import { parseXml } from '../../../src/parsers/parse-xml.js';
import { findWordsAt } from '../../../src/presentation/words-page/find-words-at.js';
import { findPartTrouble } from '../../../src/presentation/words-page/find-part-trouble.js';
import { createTextReader } from '../../../src/presentation/words-page/text-reader.js';
import { readAllLanguages } from '../../../src/presentation/words-page/read-all-languages.js';
import type { Words, WordsPart } from '../../../src/presentation/words-page/words.js';
import { readTyped } from '../../../src/presentation/words-page/read-typed.js';
import { partId } from '../../../src/presentation/words-page/part-id.js';
import { renderPreview } from '../../../src/presentation/words-page/render-language.js';
import { renderWordsDocument, renderWordsPage } from '../../../src/presentation/words-page/render-words-page.js';
import {
  isAskable,
  newMark,
  readSaveRequest,
  readTypedRequest,
  saveWords,
} from '../../../src/presentation/words-page/save-words.js';

type Key = readonly (string | number)[];
type Files = Readonly<Record<string, string>>;

async function read(
  path: string,
  key: Key,
  files: Files,
  before: Readonly<Record<string, string | undefined>> = {},
): Promise<Words> {
  const readText = createTextReader();
  const old = new Map<string, Catalog | undefined>();
  for (const [each, text] of Object.entries(before))
    old.set(each, (text && (await createTextReader()(each, text))) || undefined);
  const words = await readAllLanguages(path, JSON.stringify(key), new Map(Object.entries(files)), readText, old);
  assert.ok(words);
  return words;
}

/** Each language with its forms: `de one(1): Ein Brett`. */
function outline({ languages }: Words): readonly string[] {
  return languages.flatMap(({ locale, parts, trouble }) => [
    ...parts.map(({ form, numbers, preview }) => `${locale} ${form}(${numbers.join()}): ${preview}`),
    ...(parts.length === 0 ? [`${locale} ${trouble ?? 'none'}`] : []),
  ]);
}

async function save(files: Files, path: string, key: Key, text: string, arm?: number, shown?: string): Promise<string> {
  const words = await read(path, key, files);
  const parts = words.languages.flatMap((each) => each.parts);
  const keyPath = JSON.stringify(key);
  const part = parts.find((each) => each.path === path && each.keyPath === keyPath && each.arm === arm);
  const outcome = await saveWords(
    words,
    { path, keyPath, arm, mark: shown ?? part?.mark ?? '', text },
    String(files[path]),
  );
  return outcome.done ? outcome.text : `refused: ${outcome.why}`;
}

describe('readAllLanguages', () => {
  it('reads a text in each language, the one asked for first and English next, with how it reads', async () => {
    const words = await read('i18n/de.json', ['a', 'k'], {
      'i18n/de.json': '{"a": {"k": "Hallo {userName}, <b>{{x}}</b> {0}"}}',
      'i18n/fr.json': '{"a": {"k": "Salut {userName}"}}',
      'i18n/en.json': '{"a": {"k": "Hi {boardTitle}<br>50%%"}, "z": 1}',
      'i18n/it.json': '{}',
      'i18n/es.json': '{',
      'i18n/pt.json': '{"a": {"k": 3}}',
    });
    assert.equal(words.key, 'a.k');
    assert.deepEqual(outline(words), [
      'de (): Hallo Anna, ‹x› ‹0›',
      'en (): Hi ‹board title›\n50%',
      'fr (): Salut Anna',
      'it none',
      'es It cannot be read: a “}” is missing here.',
      'pt none',
    ]);
    assert.deepEqual(words.languages[0]?.parts[0]?.placeholders, ['<b>', '</b>', '{{x}}', '{userName}', '{0}']);
  });

  it('says which words stand in the code, where a key is the words themselves and no language has them', async () => {
    const inCode = async (path: string, key: Key, files: Files): Promise<string | undefined> =>
      (await read(path, key, files)).inCode;
    const german =
      'msgid "Last Nap"\nmsgstr "Letzter Schlaf"\n\nmsgid "naps"\nmsgstr "Schläfe"\n\nmsgid "a.b"\nmsgstr "C"\n';
    const english = (text: string): string => `msgid "Last Nap"\nmsgstr "${text}"\n`;
    assert.equal(await inCode('po/de.po', ['Last Nap'], { 'po/de.po': german, 'po/en.po': english('') }), 'Last Nap');
    assert.equal(await inCode('po/de.po', ['naps'], { 'po/de.po': german }), 'naps');
    assert.equal(await inCode('po/de.po', ['a.b'], { 'po/de.po': german }), undefined);
    for (const text of ['Last Nap', 'Previous nap'])
      assert.equal(
        await inCode('po/de.po', ['Last Nap'], { 'po/de.po': german, 'po/en.po': english(text) }),
        undefined,
      );
    const json = '{"Last Nap": "Letzter Schlaf", "Title": "Titel"}';
    assert.equal(await inCode('lang/de.json', ['Last Nap'], { 'lang/de.json': json }), 'Last Nap');
    assert.equal(await inCode('lang/de.json', ['Title'], { 'lang/de.json': json }), undefined);
    assert.equal(await inCode('a/list.json', ['x', 0], { 'a/list.json': '{"x": ["Two words"]}' }), undefined);
    const xcode = {
      strings: { 'Last Nap': { localizations: { de: { stringUnit: { state: 'x', value: 'Schlaf' } } } } },
    };
    const catalog = { 'i18n/L.xcstrings': JSON.stringify({ sourceLanguage: 'en', ...xcode, version: '1.0' }) };
    assert.equal(await inCode('i18n/L.xcstrings', ['Last Nap', 'de'], catalog), 'Last Nap');
    const words = await read('po/de.po', ['Last Nap'], { 'po/de.po': german });
    const page = renderWordsPage({ words, whyNot: () => undefined, reader: 'en' });
    assert.equal(page.title, 'Words: Last Nap');
    assert.match(page.body, /<h1>“Last Nap”<\/h1>.*These words themselves are written in the code/s);
  });

  it('shows the words in the code where English leaves a text empty, and says so', async () => {
    const german = 'msgid "Nap of %{name}"\nmsgstr "Schlaf von %{name}"\n';
    const english = (text: string): string => `msgid "Nap of %{name}"\nmsgstr "${text}"\n`;
    const files = { 'po/de.po': german, 'po/en.po': english('') };
    const page = async (all: Files, shut?: string): Promise<string> => {
      const words = await read('po/de.po', ['Nap of %{name}'], all);
      return renderWordsPage({ words, whyNot: (path) => (path === shut ? 'Not yours.' : undefined), reader: 'en' })
        .body;
    };
    const body = await page(files);
    assert.match(
      body,
      /<h1>“Nap of %\{name\}”<.*English leaves this text empty, so its users read the words in the code/s,
    );
    assert.doesNotMatch(body, /These words themselves/);
    const field = body.slice(body.indexOf('>English</h2>'));
    assert.match(
      field,
      /Stays as it is: <code class="chip">%\{name\}<.*Reads:.*Nap of Anna<\/span> <span class="quiet while-empty">\(the words in the code, as long as it is empty here\)/s,
    );
    assert.match(field, /data-placeholders="\[&#34;%\{name\}&#34;\]"/);
    assert.match(await page(files, 'po/en.po'), /These words themselves are written in the code/);
    const written = await page({ ...files, 'po/en.po': english('Rest of %{name}') });
    assert.match(written, /<h1>“Rest of Anna”</);
    assert.doesNotMatch(written, /words in the code/);
    const [, part] = (await read('po/de.po', ['Nap of %{name}'], files)).languages.flatMap(({ parts }) => parts);
    assert.deepEqual([part?.previewWith(''), part?.previewWith('Rest')], ['Nap of Anna', 'Rest']);
  });

  it('holds what had no text before against the original, in every language', async () => {
    const empty =
      'msgid "Nap of %{name}"\nmsgstr ""\n\nmsgid "One nap"\nmsgid_plural "%d naps"\nmsgstr[0] ""\nmsgstr[1] ""\n';
    const files = { 'po/de.po': empty, 'po/en.po': empty };
    const refusal =
      'refused: “%{name}” is missing now. The product puts something in its place, so it has to stand in the text just as it is.';
    for (const path of ['po/de.po', 'po/en.po'] as const) {
      assert.equal(await save(files, path, ['Nap of %{name}'], 'Rest'), refusal);
      assert.match(await save(files, path, ['Nap of %{name}'], 'Rest of %{name}'), /msgstr "Rest of %\{name\}"/);
      assert.match(await save(files, path, ['One nap', 1], 'Rests'), /^refused: “%1?\$?d” is missing now/);
      assert.match(await save(files, path, ['One nap', 0], 'A rest'), /msgstr\[0\] "A rest"/);
    }
    const after = empty.replace('msgstr ""', 'msgstr "Rest"');
    const words = await read('po/en.po', ['Nap of %{name}'], { ...files, 'po/en.po': after }, { 'po/en.po': empty });
    const part = words.languages[0]?.parts[0];
    assert.ok(part);
    assert.equal(findPartTrouble(words, part, 'Rest of mine')?.restored, 'Rest of %{name} mine');
    assert.deepEqual(part.placeholders, ['%{name}']);
  });

  it('takes a plural of ICU apart, and shows each case by a number that is said so', async () => {
    const files = {
      'i18n/en.json':
        '{"k": "{count, plural, =0 {None} one {# board of {name}} other {# boards}}", "s": "A {x, select, m {he} other {they}} #", "o": "{n, selectordinal, one {#st} other {#th}}", "g": "{sex, select, male {He} other {They {count, plural, offset:1 other {# and {startDate, date}}}}}"}',
      'i18n/pl.json':
        '{"k": "{count, plural, one {# tablica} few {# tablice} many {# tablic} other {# tablicy}}", "g": "{{x}} %s {"}',
    };
    assert.deepEqual(outline(await read('i18n/en.json', ['k'], files)), [
      'en =0(0): None',
      'en one(1): 1 board of Anna',
      'en other(0,2,3): 3 boards',
      'pl one(1): 1 tablica',
      'pl few(2,3,4): 4 tablice',
      'pl many(0,5,6): 6 tablic',
      'pl other(1.5): 1.5 tablicy',
    ]);
    assert.deepEqual(outline(await read('i18n/en.json', ['s'], files)), [
      'en before(): A they #',
      'en m(): A he #',
      'en other(): A they #',
      'pl none',
    ]);
    assert.deepEqual(outline(await read('i18n/en.json', ['o'], files)).slice(0, 2), [
      'en one(1,21,31): 31st',
      'en other(0,4,5): 5th',
    ]);
    assert.deepEqual(outline(await read('i18n/en.json', ['g'], files)), [
      'en male(): He',
      'en other(): They 4 and 3 May',
      'pl (): ‹x› Anna {',
    ]);
  });

  it('brings forms together that are keys of their own, as each library writes them', async () => {
    const cases: readonly (readonly [path: string, key: Key, files: Files, expected: readonly string[]])[] = [
      [
        'config/locales/en.yml',
        ['a', 'other'],
        { 'config/locales/en.yml': 'en:\n  a:\n    one: One\n    other: "%{count} more"\n    n: x\n' },
        ['en one(1): One', 'en other(0,2,3): 3 more'],
      ],
      [
        'i18n/en.json',
        ['k_other'],
        { 'i18n/en.json': '{"k": "x", "k_one": "One", "k_other": "{{count}}", "k_b": "", "kk_one": "y"}' },
        ['en other(0,2,3): x', 'en one(1): One', 'en other(0,2,3): 3'],
      ],
      [
        'i18n/xx-yy.json',
        ['k'],
        { 'i18n/xx-yy.json': '{"k": "One", "k_plural": "Many"}' },
        ['undefined one(1): One', 'undefined plural(): Many'],
      ],
      ['i18n/en.json', ['other'], { 'i18n/en.json': '{"other": "Else", "one": "1"}' }, ['en (): Else']],
      ['i18n/en.json', ['a_one'], { 'i18n/en.json': '{"a_one": "Else"}' }, ['en (): Else']],
      [
        'i18n/en.json',
        ['a', 'one'],
        { 'i18n/en.json': '{"a": {"one": "Else"}, "one": "x", "b": {"one": "y"}}' },
        ['en (): Else'],
      ],
      [
        'po/de.po',
        ['%d file', 1],
        { 'po/de.po': 'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d Datei"\nmsgstr[1] "%d Dateien"\n' },
        ['de 1(): 5 Datei', 'de 2(): 5 Dateien'],
      ],
      [
        'res/values/arrays.xml',
        ['l', 1],
        {
          'res/values/arrays.xml':
            '<resources><string-array name="l"><item>a</item><item>b</item></string-array></resources>',
        },
        ['undefined (): b'],
      ],
      [
        'i18n/L.xcstrings',
        ['k', 'de'],
        {
          'i18n/L.xcstrings': JSON.stringify({
            sourceLanguage: 'en',
            strings: {
              k: {
                localizations: {
                  de: { stringUnit: { value: 'Hallo' } },
                  en: { variations: { plural: { one: { stringUnit: { value: '%d' } } } } },
                },
              },
              z: { localizations: { de: { stringUnit: { value: 'x' } } } },
            },
          }),
        },
        ['en one(1): 1', 'de (): Hallo'],
      ],
      [
        'i18n/L.xcstrings',
        ['k', 'no language', 'one'],
        {
          'i18n/L.xcstrings': JSON.stringify({
            strings: {
              k: {
                localizations: { 'no language': { variations: { plural: { one: { stringUnit: { value: '%d' } } } } } },
              },
            },
          }),
        },
        ['no language one(1): 1'],
      ],
      [
        'i18n/en.json',
        ['a', 0],
        { 'i18n/en.json': '{"a": ["x {n, select, b {B} other {O}} {n, plural, other {#}}"]}' },
        ['en before(): x O 5', 'en b(): x B 5', 'en other(): x O 5', 'en other(0,2,3): x O 3'],
      ],
      [
        'lang/en/a.php',
        ['a', 'k'],
        { 'lang/en/a.php': "<?php return ['a' => ['k' => ':count apple|:count apples']];" },
        ['en (): 5 apple|5 apples'],
      ],
      [
        'lang/en/a.php',
        ['k'],
        { 'lang/en/a.php': "<?php return ['k' => '{0} None|[1,*] 100%'];" },
        ['en (): None| 100%'],
      ],
      [
        'i18n/pl.json',
        ['k'],
        {
          'i18n/pl.json': JSON.stringify({
            k: 'Now {n, plural, one {a} other {b}}',
            z: `{n, plural, other {${'x'.repeat(20_000)}}}`,
          }),
        },
        ['pl before(): Now b', 'pl one(1): Now a', 'pl other(1.5): Now b'],
      ],
      [
        'i18n/pl.json',
        ['z'],
        { 'i18n/pl.json': JSON.stringify({ z: `{n, plural, other {${'x'.repeat(20_000)}}}` }) },
        [`pl (): {n, plural, other {${'x'.repeat(20_000)}}}`],
      ],
      [
        't/app_de.ts',
        ['c', 'k', 1],
        {
          't/app_de.ts':
            '<!DOCTYPE TS><TS><context><name>c</name><message numerus="yes"><source>k</source><translation><numerusform>%n a</numerusform><numerusform>%n b %1</numerusform></translation></message></context></TS>',
        },
        ['de 1(): 5 a', 'de 2(): 5 b ‹1›'],
      ],
    ];
    for (const [path, key, files, expected] of cases)
      assert.deepEqual(outline(await read(path, key, files)), expected, `${path} ${String(key)}`);
  });

  it('knows no text where there is none, and reads a file once for each of its texts', async () => {
    const text = new Map([['i18n/en.json', '{"k": "x"}']]);
    assert.equal(await readAllLanguages('i18n/en.json', '["z"]', text, createTextReader()), undefined);
    assert.equal(await readAllLanguages('i18n/de.json', '["k"]', text, createTextReader()), undefined);
    assert.equal(await readAllLanguages('a.txt', '["k"]', new Map([['a.txt', 'x']]), createTextReader()), undefined);
    const reader = createTextReader();
    const catalog = await reader('i18n/en.json', '{}');
    assert.equal(await reader('i18n/en.json', '{}'), catalog);
    assert.notEqual(await reader('i18n/en.json', '{ }'), catalog);
    const broken = await read('i18n/en.json', ['k'], { 'i18n/en.json': '{"k": "x"}', 'a.txt': '' });
    assert.deepEqual(outline(broken).slice(1), ['undefined It cannot be read: its format is unknown.']);
  });
});

describe('saveWords', () => {
  const en =
    '{"k": "Hi {name}, <b>you</b>", "p": "{n, plural, one {# board {x}} other {# boards {x}}}", "c": "a\\r\\nb", "m": "a\\r\\nb\\nc", "t": "Hi {nmae}"}';
  const files = { 'i18n/en.json': en, 'i18n/de.json': '{"k": "Hallo {name} {more}", "t": "Hallo {name}"}' };

  it('writes one text, one case of a plural, and lines as the file ends them', async () => {
    const path = 'i18n/en.json';
    assert.equal(
      await save(files, path, ['k'], 'Hey {name} <b>all</b>!'),
      en.replace('Hi {name}, <b>you</b>', 'Hey {name} <b>all</b>!'),
    );
    assert.equal(
      await save(files, path, ['k'], 'Hey {name}, {more} <b>x</b>'),
      en.replace('Hi {name}, <b>you</b>', 'Hey {name}, {more} <b>x</b>'),
    );
    assert.equal(await save(files, path, ['t'], 'Hi {name}'), en.replace('nmae', 'name'));
    assert.equal(await save(files, path, ['p'], 'One {x} board', 0), en.replace('# board {x}', 'One {x} board'));
    assert.equal(await save(files, path, ['p'], '{x}: #', 1), en.replace('# boards {x}', '{x}: #'));
    assert.equal(await save(files, path, ['c'], 'a\nx\nb'), en.replace('a\\r\\nb"', 'a\\r\\nx\\r\\nb"'));
  });

  it('writes a case of a plural with words around it, and those words, each by itself', async () => {
    const path = 'i18n/en.json';
    const around =
      '{"k": "You have {n, plural, one {# message} other {# messages}} from {name} now.", "p": "({n, plural, one {a} other {b}})"}';
    const own = { [path]: around };
    const words = await read(path, ['k'], own);
    assert.deepEqual(
      words.languages[0]?.parts.map(({ form, value }) => `${form}: ${value}`),
      ['before: You have', 'one: # message', 'other: # messages', 'after: from {name} now.'],
    );
    assert.match(outline(words).join(), /one\(1\): You have 1 message from Anna now\./);
    assert.equal(await save(own, path, ['k'], '# new message', 1), around.replace('# message}', '# new message}'));
    assert.equal(await save(own, path, ['k'], 'There are', 0), around.replace('You have', 'There are'));
    assert.equal(await save(own, path, ['k'], 'by {name}', 3), around.replace('from {name} now.', 'by {name}'));
    assert.match(await save(own, path, ['k'], 'from all', 3), /“\{name\}” is missing now/);
    assert.match(await save(own, path, ['k'], 'There are {', 0), /could not show it/);
    assert.deepEqual(
      (await read(path, ['p'], own)).languages[0]?.parts.map(({ form }) => form),
      ['one', 'other'],
    );
    const page = renderWordsPage({ words, whyNot: () => undefined, reader: 'en' });
    assert.match(page.body, />The words before<.*>The words behind</s);
  });

  it('writes a case of one of two plurals, and the words between them, also where two count the same', async () => {
    const path = 'i18n/en.json';
    const text =
      '{"k": "{files, plural, one {# file} other {# files}} in {folders, plural, one {# folder} other {# folders}}", "t": "{n, plural, other {a}} {m, plural, other {x}} {n, plural, other {b}} left"}';
    const german =
      '{"k": "In {folders, plural, one {# Ordner} other {# Ordnern}}: {files, plural, one {eine Datei} other {# lange Dateien}}"}';
    const own = { [path]: text, 'i18n/de.json': german };
    const words = await read(path, ['k'], own);
    const [english] = words.languages;
    assert.deepEqual(
      english?.parts.map(({ argument, form, value }) => `${String(argument)} ${form}: ${value}`),
      [
        'files one: # file',
        'files other: # files',
        'folders between: in',
        'folders one: # folder',
        'folders other: # folders',
      ],
    );
    assert.equal(await save(own, path, ['k'], 'within', 2), text.replace(' in ', ' within '));
    assert.equal(await save(own, path, ['k'], '# drawers', 4), text.replace('# folders', '# drawers'));
    assert.match(await save(own, path, ['k'], 'files', 1), /“#” is missing now/);
    const page = renderWordsPage({ words, whyNot: () => undefined, reader: 'en' });
    assert.match(page.body, />files: for 1<.*>The words between<.*>folders: for 1</s);
    assert.match(page.body, />Save English, files: for 1</);
    assert.match(
      page.body,
      /The longest other language has 15 \(German\)/,
      'beside the same plural of the other language',
    );
    const twice = await read(path, ['t'], own);
    assert.deepEqual(
      twice.languages[0]?.parts.map(({ argument, form }) => `${String(argument)} ${form}`),
      ['n 1 other', 'm other', 'n 2 other', 'n 2 after'],
    );
    assert.equal(await save(own, path, ['t'], 'c', 2), text.replace('{b}', '{c}'));
  });

  it('gives a language a text that it lacks, and refuses what would break it there', async () => {
    const own = {
      'i18n/en.json': '{\n  "a": "A",\n  "k": "Hi {name}\\r\\nall",\n  "n": "{n, plural, other {x}}"\n}',
      'i18n/de.json': '{\n  "a": "A"\n}',
      'i18n/fr.json': '{"k": {"x": ""}}',
    };
    const words = await read('i18n/en.json', ['k'], own);
    assert.deepEqual(
      words.languages.map(({ path, isOpen }) => [path, isOpen]),
      [
        ['i18n/en.json', undefined],
        ['i18n/de.json', true],
        ['i18n/fr.json', undefined],
      ],
    );
    const request = {
      path: 'i18n/de.json',
      keyPath: '["k"]',
      arm: undefined,
      mark: newMark,
      text: 'Hallo {name}\nalle',
    };
    assert.ok(isAskable(words, request) && !isAskable(words, { ...request, keyPath: '["a"]' }));
    assert.ok(!isAskable(words, { ...request, arm: 1 }) && !isAskable(words, { ...request, path: 'i18n/fr.json' }));
    const done = await saveWords(words, request, own['i18n/de.json']);
    assert.equal(done.done && done.text, '{\n  "a": "A",\n  "k": "Hallo {name}\\r\\nalle"\n}');
    const lost = await saveWords(words, { ...request, text: 'Hallo' }, own['i18n/de.json']);
    assert.match(!lost.done ? lost.why : '', /“\{name\}” is missing/);
    assert.equal('restored' in lost && lost.restored, 'Hallo {name}');
    const empty = await saveWords(words, { ...request, text: ' ' }, own['i18n/de.json']);
    assert.match(!empty.done ? empty.why : '', /leave a gap/);
    const page = renderWordsPage({ words, whyNot: () => undefined, reader: 'en' });
    assert.match(page.body, />German<.*It does not have this text yet.*Stays as it is: .*\{name\}.*Add It in German</s);
    assert.match(page.body, /Not there in 1 language: French/);
    assert.equal(page.parts[partId(request)]?.mark, newMark);
    const closed = renderWordsPage({ words, whyNot: (path) => (path.includes('de') ? 'no' : undefined), reader: 'en' });
    assert.match(closed.body, /Not there in 2 languages: /);
    const plural = await read('i18n/en.json', ['n'], own);
    assert.ok(plural.languages.every(({ isOpen }) => isOpen === undefined));
    const mixed = { 'i18n/en.json': '{"k": "a\\r\\nb\\nc"}', 'i18n/de.json': '{"a": "A"}' };
    const odd = await saveWords(await read('i18n/en.json', ['k'], mixed), request, mixed['i18n/de.json']);
    assert.match(!odd.done ? odd.why : '', /“\{name\}” is new here/);
  });

  it('gives what was typed back with the placeholders that are missing', async () => {
    const words = await read('i18n/en.json', ['k'], files);
    const [part] = words.languages[0]?.parts ?? [];
    assert.ok(part);
    const request = { path: part.path, keyPath: part.keyPath, arm: undefined, mark: part.mark };
    const outcome = await saveWords(words, { ...request, text: 'Hi , <b>all of you</b>' }, en);
    assert.deepEqual(!outcome.done && 'restored' in outcome && outcome.restored, 'Hi {name}, <b>all of you</b>');
    const empty = await saveWords(words, { ...request, text: ' ' }, en);
    assert.ok(!('restored' in empty));
  });

  it('loses nothing of quick saves, one after the other, of the cases of one text', async () => {
    const shown = await read('i18n/en.json', ['p'], files);
    let now = en;
    for (const [index, text] of ['# {x} A', '# {x} B'].entries()) {
      const words = await read('i18n/en.json', ['p'], { ...files, 'i18n/en.json': now });
      const mark = String(shown.languages[0]?.parts[index]?.mark);
      const request = { path: 'i18n/en.json', keyPath: '["p"]', arm: index, mark, text };
      const outcome = await saveWords(words, request, now);
      assert.ok(outcome.done);
      now = outcome.text;
    }
    assert.equal(now, en.replace('# board {x}', '# {x} A').replace('# boards {x}', '# {x} B'));
  });

  it('refuses what would break the text, says which placeholder, and what was changed meanwhile', async () => {
    const cases: readonly (readonly [key: Key, text: string, arm: number | undefined, why: RegExp])[] = [
      [['k'], 'Hi <b>you</b>', undefined, /“\{name\}” is missing now\. The product puts something/],
      [['k'], 'Hi {name} {nmae} <b>you</b>', undefined, /“\{nmae\}” is new here/],
      [['k'], 'Hi {name', undefined, /The app could not show it: /],
      [['p'], 'One board', 0, /“\{x\}” is missing/],
      [['p'], '{x} boards', 1, /“#” is missing/],
      [['p'], '} other {', 1, /could not show it|is missing/],
      [['p'], ' ', 1, /leave a gap/],
      [['k'], '', undefined, /leave a gap/],
      [['m'], 'a', undefined, /lines end in two ways/],
      [['k'], 'x'.repeat(70_000), undefined, /too long/],
    ];
    for (const [key, text, arm, why] of cases)
      assert.match(await save(files, 'i18n/en.json', key, text, arm), why, text);
    assert.match(
      await save(files, 'i18n/en.json', ['k'], 'Hey {name}', undefined, 'other'),
      /changed in the file in the meantime/,
    );
    assert.match(await save(files, 'i18n/en.json', ['p'], 'x', 7), /not in the file any more/);
    const alone = {
      'i18n/en.json':
        '{"k": "{a}{b}{c}{d}{e}{f}{g}{h}", "c": "{x, select, a {{n, plural, one {#} other {#}}} other {2}}", "s": "{x, select, a {1 {n}} other {2}}"}',
    };
    assert.match(
      await save(alone, 'i18n/en.json', ['k'], 'x'),
      / and 2 more are missing now\. .* so they have to stand in the text just as they are/,
    );
    assert.match(await save(alone, 'i18n/en.json', ['c'], '{n, plural, other {#}}', 0), /The case “one” is missing/);
    assert.match(await save(alone, 'i18n/en.json', ['s'], '#', 0), /“\{n\}” is missing/);
  });

  it('takes no message of the page for a request that is none', () => {
    const good = { kind: 'save', path: 'a', keyPath: 'b', arm: 1, mark: 'm', text: 't' };
    assert.deepEqual(readSaveRequest(good), { path: 'a', keyPath: 'b', arm: 1, mark: 'm', text: 't' });
    assert.equal(readSaveRequest({ ...good, arm: null })?.arm, undefined);
    for (const bad of [
      undefined,
      null,
      'save',
      { kind: 'ready' },
      { ...good, path: 1 },
      { ...good, keyPath: {} },
      { ...good, arm: '1' },
      { ...good, mark: 0 },
      { ...good, text: [] },
    ])
      assert.equal(readSaveRequest(bad), undefined, JSON.stringify(bad));
    assert.deepEqual(readTypedRequest({ ...good, kind: 'read' }), readSaveRequest(good));
    for (const bad of [good, null, { ...good, kind: 'read', text: 1 }]) assert.equal(readTypedRequest(bad), undefined);
  });
});

describe('How a text reads', () => {
  it('follows what is typed into one of its parts, the others and the values staying', async () => {
    const files = { 'i18n/en.json': '{"k": "{count, plural, one {A board} other {# boards}} of {name}"}' };
    const [language] = (await read('i18n/en.json', ['k'], files)).languages;
    const part = language?.parts.find(({ form }) => form === 'other');
    assert.equal(part?.preview, '3 boards of Anna');
    assert.equal(part.previewWith('# <b>lists</b>'), '3 lists of Anna');
    assert.match(part.previewWith('{'), /of/, 'in the middle of a placeholder');
    assert.equal(renderPreview('a<b>\nc'), 'a&#60;b&#62;<br/>c');
  });
});

describe('readTyped', () => {
  it('leaves what nothing fills in as it is written, and fills what another language has', async () => {
    const files = { 'i18n/en.json': '{"k": "Files: {n}"}', 'i18n/de.json': '{"k": "{n} von {size}"}' };
    const typed = async (words: string, of: Readonly<Record<string, string>> = files): Promise<string> => {
      const all = await read('i18n/en.json', ['k'], of);
      return readTyped(all, all.languages[0]?.parts.at(-1) as WordsPart, words);
    };
    assert.equal(await typed('{n} of {size}, {0} and {x}'), '5 of ‹size›, {0} and {x}');
    const icu = { 'i18n/en.json': '{"k": "{count, plural, one {A file} other {# files}}"}' };
    assert.equal(await typed('# files for {name}, {count}', icu), '3 files for {name}, 3');
  });
});

describe('findPartTrouble', () => {
  const path = 'i18n/en.json';
  const troubleOf = (words: Words, typed: string, nth = 0): ReturnType<typeof findPartTrouble> => {
    const part = words.languages[0]?.parts[nth];
    assert.ok(part);
    return findPartTrouble(words, part, typed);
  };
  const of = (text: string): string => JSON.stringify({ k: text });
  const french = { 'i18n/fr.json': of('{{name}} modifie la fiche') };

  it('says of tags what they do, and of what is filled in that it is', async () => {
    const [tagged, path] = ['Use <a href="x">this</a> page', 'i18n/en.json'];
    const words = await read(path, ['k'], { [path]: of(tagged), 'i18n/de.json': of(tagged) });
    assert.match(
      troubleOf(words, 'Use <a href="x">this page')?.why ?? '',
      /^“<\/a>” is missing now\. It marks a part of the text/,
    );
    assert.match(troubleOf(words, 'Use this page')?.why ?? '', /^“<a>”, “<\/a>” are missing now\. They mark a part/);
  });

  it('says of a single apostrophe before what Java fills in that it is none, where the others double theirs', async () => {
    const words = await read('l10n/messages.properties', ['k'], {
      'l10n/messages.properties': 'k=Up {0}\n',
      'l10n/messages_fr.properties': "k=C''est {0}\n",
    });
    assert.match(
      troubleOf(words, "It's up {0}")?.why ?? '',
      /stands behind a single apostrophe.* Write the apostrophe as ’/,
    );
    assert.equal(troubleOf(words, 'It’s up {0}'), undefined);
    assert.equal(troubleOf(words, "It''s up {0}"), undefined);
  });

  it('holds a text against what it was before the change, whatever the file says by now', async () => {
    const now = { [path]: of('Somebody edits the card'), ...french };
    const words = await read(path, ['k'], now, { [path]: of('{{name}} edits the card') });
    assert.deepEqual(words.languages[0]?.parts[0]?.placeholders, ['{{name}}']);
    assert.deepEqual(troubleOf(words, 'Someone edits this card')?.restored, 'Someone {{name}} edits this card');
    assert.equal(troubleOf(words, '{name} edits it')?.restored, '{{name}} edits it');
    assert.equal(troubleOf(words, '{{name}} edits it'), undefined);
    const part = words.languages[0].parts[0];
    const request = { path, keyPath: part.keyPath, arm: undefined, mark: part.mark, text: 'Somebody edits it' };
    const saved = await saveWords(words, request, now[path]);
    assert.ok(!saved.done && 'restored' in saved);
    const page = renderWordsPage({ words, whyNot: () => undefined, reader: 'en' });
    assert.match(page.body, /Stays as it is: <code class="chip">\{\{name\}\}<.*fr\.json/s);
    assert.match(page.body, /<textarea [^>]*data-placeholders="\[&#34;\{\{name\}\}&#34;\]"/);
    const { trouble } = page.parts[partId(part)] ?? {};
    assert.equal(trouble?.restored, 'Somebody {{name}} edits the card');
    const good = { [path]: of('{{name}} edits it'), ...french };
    const changed = await read(path, ['k'], good, { [path]: of('{{name}} edits the card') });
    assert.ok(
      Object.values(renderWordsPage({ words: changed, whyNot: () => undefined, reader: 'en' }).parts).every(
        (each) => each.trouble === undefined,
      ),
    );
  });

  it('lets stay what the file has by now, and refuses what is new', async () => {
    const words = await read(path, ['k'], { [path]: of('Hi {{first}}') }, { [path]: of('Hi') });
    assert.equal(troubleOf(words, 'Hello {{first}}'), undefined);
    assert.match(troubleOf(words, 'Hello {{last}}')?.why ?? '', /“\{\{last\}\}” is new here/);
  });

  it('holds a case against the same case before, where there are as many', async () => {
    const plural = (one: string): string => of(`{n, plural, one {${one}} other {# cards of {name}}}`);
    const now = { [path]: plural('One card') };
    const words = await read(path, ['k'], now, { [path]: plural('A card of {name}') });
    assert.match(troubleOf(words, 'Single card')?.why ?? '', /“\{name\}” is missing/);
    const other = await read(path, ['k'], now, { [path]: of('{n, plural, other {# of {name}}}') });
    assert.equal(other.languages[0]?.parts[0]?.before, undefined);
    assert.equal(troubleOf(other, 'Single card'), undefined);
  });

  it('holds a new text against all other languages', async () => {
    const german = { 'i18n/de.json': of('{{name}} {{when}} da') };
    for (const before of ['{}', undefined]) {
      const words = await read(path, ['k'], { [path]: of('Somebody'), ...french, ...german }, { [path]: before });
      const trouble = troubleOf(words, 'Somebody was here');
      assert.match(trouble?.why ?? '', /^“\{\{name\}\}” is missing/);
      assert.equal(troubleOf(words, '{{name}} was here'), undefined);
    }
    const known = await read(path, ['k'], { [path]: of('Somebody'), ...french }, { [path]: of('Somebody') });
    assert.equal(troubleOf(known, 'Anybody'), undefined, 'it never had it');
    assert.equal(
      troubleOf(await read(path, ['k'], { [path]: of('Somebody') }, { [path]: '{}' }), 'Anybody'),
      undefined,
    );
    const cases = { [path]: of('{n, plural, other {a}}'), 'i18n/fr.json': of('{n, plural, other {b {x}}}') };
    assert.equal(troubleOf(await read(path, ['k'], cases, { [path]: '{}' }), 'c'), undefined);
  });
});

describe('renderWordsPage', () => {
  it('says once that translators write the languages that are not the reader’s, and asks for no engineer there', async () => {
    const words = await read('en.json', ['a'], {
      'en.json': '{"a": "Hi"}',
      'de.json': '{"a": "Hallo"}',
      'fr.json': '{}',
    });
    const isShut = (path: string): string | undefined => (path === 'en.json' ? undefined : 'Only with an engineer.');
    const users = { users: [], possible: [], searched: true, flags: [] };
    const told = { ...users, platform: 'Crowdin' };
    const { body } = renderWordsPage({ words, whyNot: isShut, reader: 'en', users: told });
    assert.match(body, /Translators write the other languages on Crowdin\. Change the words that are yours/);
    assert.match(body, /<p class="closed">Written on Crowdin by its translators\.<\/p>/);
    assert.doesNotMatch(body, /Only with an engineer/);
    for (const how of [
      { whyNot: isShut, users },
      { whyNot: isShut, users: 'looking' as const },
      { whyNot: () => 'Only with an engineer.', users: told },
      { whyNot: () => undefined, users: told },
    ])
      assert.doesNotMatch(renderWordsPage({ words, reader: 'en', ...how }).body, /Crowdin/);
  });

  const open = (): undefined => undefined;
  it('shows each language with its forms, lengths and placeholders, and nothing of a text as markup', async () => {
    const words = await read('i18n/en.json', ['k'], {
      'i18n/en.json': '{"k": "{count, plural, one {<script>{name}} other {# boards\\n}}"}',
      'i18n/ar.json': '{"k": "{count, plural, =7 {\\u202e&\\"} other {# boards, all}}"}',
      'i18n/it.json': '{"k": "{x, select, a {1} other {2}}"}',
      'i18n/fr.json': '{}',
      'i18n/es.json': '{',
    });
    const page = renderWordsPage({
      words,
      whyNot: (path) => (path.includes('ar') ? 'Locked: <why>' : undefined),
      reader: 'en',
    });
    assert.ok('root' in parseXml(`<body>${page.body}</body>`), page.body);
    assert.doesNotMatch(page.body, /<script|\u202e/);
    assert.match(page.body, /Save English, for 1<\/button>/);
    assert.match(page.body, />For 0, 2, 3 and the like<.*\n<div class="field">.*<textarea/);
    assert.match(page.body, /<textarea [^>]*data-placeholders="\[&#34;\{name\}&#34;\]" [^>]*lang="en"/);
    assert.match(page.body, />For 7</);
    assert.match(page.body, />Where it is “a”</);
    assert.match(page.body, /The longest other language has 13 \(Arabic\)\./);
    assert.match(page.body, /Stays as it is: <code class="chip">\{name\}<\/code>/);
    assert.match(page.body, /Locked: &#60;why&#62;/);
    assert.equal(page.body.match(/readonly="readonly"/g)?.length, 2);
    assert.match(page.body, /Not there in 1 language: French\./);
    assert.match(page.body, /Spanish: It cannot be read/);
    const [first] = words.languages[0]?.parts ?? [];
    assert.ok(first);
    assert.equal(page.parts[partId(first)]?.value, '<script>{name}');
    assert.equal(Object.keys(page.parts).length, 6);
    const html = renderWordsDocument(page, 'en', 'n0nce');
    assert.match(html, /default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'/);
  });

  it('is bounded, and one text alone is shown without a form', async () => {
    const properties = { 'l10n/messages.properties': 'k=Hi' };
    const unnamed = await read('l10n/messages.properties', ['k'], properties);
    assert.match(renderWordsPage({ words: unnamed, whyNot: open, reader: 'en' }).body, /spellcheck="true" dir="auto">/);
    const alone = renderWordsPage({
      words: await read('i18n/en.json', ['k'], { 'i18n/en.json': '{"k": "Hi"}' }),
      whyNot: open,
      reader: 'en',
    });
    assert.doesNotMatch(alone.body, /Where it is used/);
    const looking = { words: unnamed, whyNot: open, reader: 'en', users: 'looking' } as const;
    assert.match(renderWordsPage(looking).body, /Where it is used<.*<textarea/s);
    assert.match(alone.body, /class="spoken">English<\/label>/);
    assert.doesNotMatch(alone.body, /longest other|Not there|Not read|more language/);
    const long = await read('i18n/en.json', ['k'], { 'i18n/en.json': `{"k": "${'x'.repeat(70_000)}"}` });
    assert.match(renderWordsPage({ words: long, whyNot: open, reader: 'en' }).body, /too long to be edited here/);
    const many = Object.fromEntries(
      ['en', 'de', 'fr'].map((name) => [
        `i18n/${name}.json`,
        JSON.stringify({
          k: `{n, plural, ${Array.from({ length: 300 }, (_, at) => `=${at + 1} {x}`).join(' ')} other {y}}`,
        }),
      ]),
    );
    const page = renderWordsPage({ words: await read('i18n/en.json', ['k'], many), whyNot: open, reader: 'en' });
    assert.match(page.body, /… and 1 more language: see their files/);
    const none = renderWordsPage({
      words: await read('i18n/en.json', ['k'], { 'i18n/en.json': '{"k": 1}' }),
      whyNot: open,
      reader: 'en',
    });
    assert.match(none.title, /^Words: k$/);
    const forms = await read('i18n/en.json', ['k'], { 'i18n/en.json': '{"k": "One", "k_plural": "Many"}' });
    assert.match(renderWordsPage({ words: forms, whyNot: open, reader: 'en' }).body, />Form “plural”</);
  });
});

describe('findWordsAt', () => {
  it('finds the text of a line, of a place in it, and of the lines it goes on for', async () => {
    const json = '{"a": "x", "b": "y",\n  "c": "z",\n  "d": 1\n}';
    const at = (line: number, column: number): Promise<string | undefined> =>
      findWordsAt('i18n/en.json', json, { line, column });
    assert.equal(await at(1, 1), '["a"]');
    assert.equal(await at(1, 14), '["b"]');
    assert.equal(await at(2, 1), '["c"]');
    assert.equal(await at(4, 1), '["c"]');
    assert.equal(
      await findWordsAt('config/locales/en.yml', 'en:\n  a: |\n    x\n    y\n  b: z\n', { line: 4, column: 5 }),
      '["a"]',
    );
    assert.equal(await findWordsAt('i18n/en.json', '{}', { line: 1, column: 1 }), undefined);
    assert.equal(await findWordsAt('src/a.json', json, { line: 1, column: 1 }), undefined);
    assert.equal(await findWordsAt('a.txt', json, { line: 1, column: 1 }), undefined);
  });
});
