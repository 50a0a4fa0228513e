import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ProductText } from '../../../src/presentation/words/product-text.js';
import { maxFileBytes, extractTexts, readingOrder } from '../../../src/presentation/words/extract-texts.js';
import { readMarkdownLine } from '../../../src/presentation/words/texts/extract-line-texts.js';
import { processorTime } from '../../support/processor-time.js';

function say({ text, key, at, to }: ProductText): string {
  const end = to.line === at.line ? `${to.column}` : `${to.line}:${to.column}`;
  return `${at.line}:${at.column}-${end} ${key === undefined ? '' : `[${key}] `}${text}`;
}

async function read(path: string, source: string, isFlagFile = false): Promise<readonly string[]> {
  return (await extractTexts(path, source, isFlagFile)).map(say);
}

interface Case {
  readonly title: string;
  readonly path: string;
  readonly source: string;
  readonly flags?: boolean;
  readonly texts: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: 'a JSON catalog, with escapes',
    path: 'i18n/en.json',
    source: '\uFEFF{\n  "a": "Say \\"hi\\"",\n  "n": 3, "x": "…",\n  "deep": {"list": ["One", "Two"]}\n}',
    texts: ['2:9-19 [a] Say "hi"', '4:22-25 [deep.list[0]] One', '4:29-32 [deep.list[1]] Two'],
  },
  {
    title: 'JSON with comments, as far as it can be read',
    path: 'a.jsonc',
    source: '{"a": "Hi" /* b */}',
    texts: ['1:8-10 [a] Hi'],
  },
  {
    title: 'a YAML catalog: plain, quoted, blocks, lists',
    path: 'locales/de.yml',
    source: [
      'de:',
      '  plain: Guten Tag # greeting',
      "  single: 'It''s here'",
      '  double: "Say \\"hi\\" now"',
      '  number: 3',
      '  block: |',
      '',
      '    First line',
      '    second line',
      '  folded: >-',
      '    Last',
      '  list:',
      '    - One thing',
      '  long: one that goes',
      '    on below',
      '  open: "one that goes',
      '    on below"',
      '  copied: &a Once',
      '  again: *a',
    ].join('\r\n'),
    texts: [
      '2:10-19 [de.plain] Guten Tag',
      "3:12-22 [de.single] It's here",
      '4:12-26 [de.double] Say "hi" now',
      '8:5-15 [de.block] First line\nsecond line',
      '11:5-9 [de.folded] Last',
      '13:7-16 [de.list[0]] One thing',
      '14:9-22 [de.long] one that goes on below',
      '16:10-23 [de.open] one that goes on below',
      '18:14-18 [de.copied] Once',
    ],
  },
  {
    title: 'YAML that merges: each text where it stands',
    path: 'a.yaml',
    source: 'a: &x\n  t: Text\nb:\n  <<: *x\n',
    texts: ['2:6-10 [a.t] Text'],
  },
  { title: 'YAML that cannot be read', path: 'a.yaml', source: 'a: [', texts: [] },
  {
    title: 'flags in YAML',
    path: 'flags.yaml',
    flags: true,
    source:
      'flags:\n  tour:\n    description: A short tour.\n    name: tour\n    owner: Maya\n    summary: [no text]\n',
    texts: ['2:3-7 [tour] tour', '3:18-31 [tour] A short tour.'],
  },
  {
    title: 'flags whose texts are no words',
    path: 'flags.yaml',
    flags: true,
    source: 'flags:\n  tour:\n    description: "…"\n',
    texts: ['2:3-7 [tour] tour'],
  },
  { title: 'a flag file that holds no flags', path: 'flags.json', flags: true, source: '3', texts: [] },
  {
    title: 'flags in another format by their lines',
    path: 'flags.toml',
    flags: true,
    source: 'tour = "A tour"',
    texts: ['1:9-15 [tour] A tour'],
  },
  {
    title: 'a prompt by its lines',
    path: 'prompts/a.md',
    source: '\uFEFF# Title\r\n\n- [ ] Do **this**\n> 1. Quoted\n---\n| a | b |\n',
    texts: ['1:3-8 Title', '3:7-18 Do **this**', '4:6-12 Quoted', '6:3-10 a | b |'],
  },
  {
    title: 'properties and strings files',
    path: 'i18n/a.properties',
    source: '# note\na.b = Hello there\r\n"c" = "Quoted";\n\nno pair\n! x = y\n! = 1\nd: ???\n',
    texts: ['2:7-18 [a.b] Hello there', '3:8-14 [c] Quoted'],
  },
  {
    title: 'gettext',
    path: 'locale/de.po',
    source: '# c\nmsgid "Hello"\nmsgstr "Hallo \\"du\\""\nmsgid ""\n"goes on"\nmsgstr[0] ""\n',
    texts: ['3:9-21 [Hello] Hallo "du"'],
  },
  {
    title: 'gettext: texts over several lines as one, plurals; no originals, which are names there',
    path: 'locale/de.po',
    source:
      '\uFEFFmsgid "same"\nmsgstr "same"\n\nmsgid ""\n"One "\n"line"\nmsgid_plural "%d lines"\nmsgstr[0] "Eine "\n  "Zeile"\nmsgstr[1] "%d Zeilen"\n',
    texts: ['2:9-13 [same] same', '8:12-9:9 [One line[0]] Eine Zeile', '10:12-21 [One line[1]] %d Zeilen'],
  },
  {
    title: 'gettext whose lines end as those of Windows do',
    path: 'locale/de.po',
    source: '# c\r\n# d\r\n# e\r\nmsgid "Hello"\r\nmsgstr "Hallo"\r\n\r\nmsgid "Last"\r\nmsgstr "Zuletzt"\r\n',
    texts: ['5:9-14 [Hello] Hallo', '8:9-16 [Last] Zuletzt'],
  },
  {
    title: 'gettext that is none by its lines',
    path: 'locale/de.po',
    source: 'msgid ""\n"Hello"\nno po\nmsgstr "Hallo "\n"du"',
    texts: ['4:9-15 [] Hallo', '5:2-4 [] du'],
  },
  {
    title: 'properties and Fluent by their keys',
    path: 'i18n/b.properties',
    source: 'a.b = Hello there\nc = Last',
    texts: ['1:7-18 [a.b] Hello there', '2:5-9 [c] Last'],
  },
  {
    title: 'XLIFF, up to the end of the file where nothing ends a text',
    path: 'l10n/de.xlf',
    source:
      '<xliff version="1.2"><file><body><trans-unit id="a"><source>Hi you</source><target>Hallo du</target></trans-unit></body></file></xliff>',
    texts: ['1:84-92 [a] Hallo du'],
  },
  {
    title: 'a dictionary of XAML',
    path: 'App/Lang/en.xaml',
    source: '<ResourceDictionary>\n  <s:String x:Key="Ok">Save it now</s:String>\n</ResourceDictionary>\n',
    texts: ['2:24-35 [Ok] Save it now'],
  },
  {
    title: 'Android, where a text has tags and escapes in it',
    path: 'res/values/strings.xml',
    source:
      '<resources>\n<string name="a">It\\\'s <b>here</b>\\nnow</string>\n<plurals name="n">\n<item quantity="one">\n  One</item></plurals>\n<string name="q">"Say \\"hi\\""</string></resources>',
    texts: ["2:18-40 [a] It's <b>here</b> now", '5:3-6 [n.one] One', '6:18-30 [q] Say "hi"'],
  },
  {
    title: 'PHP, by its keys',
    path: 'lang/en/a.php',
    source: "<?php return ['a' => ['b' => 'It\\'s here'], 'n' => 3];",
    texts: ["1:31-41 [a.b] It's here"],
  },
  {
    title: 'PHP whose texts are computed by its quotation marks',
    path: 'lang/en/a.php',
    source: "<?php return ['a' => trans('Two words')];",
    texts: ['1:29-38 Two words'],
  },
  {
    title: 'a catalog of JSON without what is said about its texts',
    path: 'lib/l10n/app_en.arb',
    source: '{"hi": "Hello", "@hi": {"description": "A greeting"}}',
    texts: ['1:9-14 [hi] Hello'],
  },
  {
    title: 'markup, by the names in it',
    path: 'l10n/de.xlf',
    source:
      '<unit id="a.b"><target>Hallo </target>\n<x/> 5 &lt; <target>\n  Du</target></unit><style>p {}</style><SCRIPT>let a</SCRIPT> <p>x</p>',
    texts: ['1:24-29 [a.b] Hallo', '2:6-12 [a.b] 5 &lt;', '3:3-5 [a.b] Du', '3:66-67 [a.b] x'],
  },
  {
    title: 'the words that a template asks for by themselves, also in attributes and scripts',
    path: 'templates/nap.html',
    source: [
      '{% extends "a/base.html" %}{% load i18n %}',
      '<h2 title="{% trans \'Rest\' %}">{% translate "Last Nap" as name %}</h2>',
      '<p>{{ _("naps") }} {{ \'All naps\'|trans }} {% trans "nap.title" %} {{ day|date:"D d M" }}</p>',
      '<script>alert(gettext("It\\\'s over"))</script>',
    ].join('\n'),
    texts: [
      '1:1-43 {% extends "a/base.html" %}{% load i18n %}',
      '2:32-66 {% translate "Last Nap" as name %}',
      '3:4-89 {{ _("naps") }} {{ \'All naps\'|trans }} {% trans "nap.title" %} {{ day|date:"D d M" }}',
      '2:22-26 Rest',
      '2:46-54 Last Nap',
      '3:10-14 naps',
      "4:24-34 It's over",
      '3:24-32 All naps',
    ],
  },
  {
    title: 'the words that a page of Vue asks for by themselves, and no keys',
    path: 'components/nap.vue',
    source:
      '<b :title="$t(\'Last nap\')">{{ $t("nap.last") }}</b>\n<script>\nt("Over it all")\nformat("Not one")\n</script>',
    texts: ['1:28-48 {{ $t("nap.last") }}', '1:16-24 Last nap', '3:4-15 Over it all'],
  },
  {
    title: 'templates of Elixir, by their tags and what they ask for',
    path: 'lib/nap_live/show.html.heex',
    source: '<td class="b">{gettext("Last Nap")}</td>\n<p>Good night</p>',
    texts: ['1:15-36 {gettext("Last Nap")}', '2:4-14 Good night', '1:25-33 Last Nap'],
  },
  {
    title: 'templates without tags by their lines',
    path: 'app/views/nap.html.haml',
    source: '%h1\n  = _("Last Nap")\n  Good night',
    texts: ['1:1-4 %h1', '2:3-18 = _("Last Nap")', '3:3-13 Good night', '2:8-16 Last Nap'],
  },
  {
    title: 'a very long stretch of markup is left out',
    path: 'a.html',
    source: `<p>${'a '.repeat(10_001)}</p>`,
    texts: [],
  },
  {
    title: 'a component: JSX with what the app fills in, literals that read like words',
    path: 'components/a.tsx',
    source: [
      "'Use this client';",
      "import { a } from 'Some Module here';",
      "export * from 'Other Module here';",
      "type Kind = 'Not a Text';",
      'const names = { "Key of it": "Value of it", save: "Save", id: "save-it", [x]: `Hi ${name} there` };',
      'export const A = () => (',
      '  <p className="flex big" title="A title here" data-x="No no" xlink:href="No no">',
      '    Hello <b>{name}</b>, <i>welcome</i>{" "}back{/* c */}',
      '  </p>',
      ');',
      'const B = () => <div><Card label={"A label"} {...rest}>{x}</Card><>Plain {y("Deep text")}</></div>;',
      'const C = <p> </p>;',
      'const d = tag`Bad \\u words`;',
    ].join('\n'),
    texts: [
      '5:31-42 Value of it',
      '5:52-56 Save',
      '5:80-96 Hi {…} there',
      '7:34-46 A title here',
      '8:5-58 Hello {…}, welcome back',
      '11:36-43 A label',
      '11:68-90 Plain {…}',
      '11:78-87 Deep text',
      '13:15-27 Bad \\u words',
    ],
  },
  {
    title: 'code that does not parse by its quotation marks',
    path: 'a.ts',
    source:
      'let = "Create a board"; say(\'home.title\'); x("Öl"); y("./a b"); z("https://a b"); w("a/b"); v("Save!"); u("  ")',
    texts: ['1:8-22 Create a board', '1:47-49 Öl', '1:96-101 Save!'],
  },
  {
    title: 'other languages by their quotation marks',
    path: 'a.py',
    source: 'x = "Two words"\n',
    texts: ['1:6-15 Two words'],
  },
  { title: 'nothing of a file of no kind', path: 'a.png', source: 'some words', texts: [] },
];

describe('textsOfFile', () => {
  for (const { title, path, source, flags, texts } of cases) {
    it(`reads ${title}`, async () => assert.deepEqual(await read(path, source, flags), texts));
  }

  it('reads every kind of template that programs are known to have', () => {
    for (const ending of 'cshtml eex heex leex ftlh haml j2 jsp latte mustache pug razor slim tpl vbhtml'.split(' '))
      assert.notEqual(readingOrder(`app/page.${ending}`), undefined, ending);
  });

  it('says of each text what kind it is, and of a catalog which language', async () => {
    const [text] = await extractTexts('app/i18n/pt-BR.json', '{"a": "Olá"}', false);
    assert.equal(text?.kind, 'copy');
    assert.equal(text.locale, 'pt-BR');
    assert.equal((await extractTexts('a.yaml', 'x: {}', true))[0]?.kind, 'flags');
    assert.equal((await extractTexts('docs/a.md', 'Hi', false))[0]?.locale, undefined);
  });

  it('places each text where the file has it', async () => {
    const source = 'const a = <p>\n   Hello you </p>;\nconst b = "Two words";';
    for (const { at, to, text } of await extractTexts('a.jsx', source, false)) {
      const lines = source.split('\n');
      assert.equal(at.line, to.line);
      assert.equal(lines[at.line - 1]?.slice(at.column - 1, to.column - 1), text);
    }
  });

  it('cuts off texts that are too long, and leaves out more than anyone reads', async () => {
    const [long] = await extractTexts('i18n/en.json', JSON.stringify({ a: 'word '.repeat(1000) }), false);
    assert.equal(long?.text.length, 2000);
    assert.equal((await extractTexts('a.md', 'line\n'.repeat(30_000), false)).length, 20_000);
    assert.deepEqual(await read('a.properties', `a = ${'b'.repeat(5000)}`), []);
  });

  it('does not follow JSX nested deeper than texts are', async () => {
    const source = `const a = ${'<b>x '.repeat(40)}words here${'</b>'.repeat(40)};`;
    const texts = await read('a.jsx', source);
    assert.ok(texts.some((text) => text.includes('words here')));
  });

  it('throws on no input', async () => {
    const paths = ['a.json', 'a.yaml', 'a.md', 'a.properties', 'a.po', 'a.html', 'a.tsx', 'a.py'];
    const signs = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '{',
      '}',
      '\n',
      'msgid',
      ' ',
      '=',
      ':',
      '-',
      '`',
      '\\',
      'words',
      '|',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.array(signs, { maxLength: 60 }),
        fc.boolean(),
        async (path, parts, flags) => {
          const source = parts.join('');
          const lines = source.split('\n').length;
          for (const { at, to } of await extractTexts(path, source, flags)) {
            assert.ok(at.line >= 1 && at.line <= lines && at.column >= 1);
            assert.ok(to.line > at.line || (to.line === at.line && to.column >= at.column));
          }
        },
      ),
    );
  });

  it('takes little time for what never ends', async () => {
    const start = processorTime();
    for (const [path, sign] of [
      ['a.html', '<'],
      ['a.html', '>a'],
      ['a.html', '_("'],
      ['a.html', '{% trans '],
      ['a.html', "'a'|"],
      ['a.py', '"'],
      ['a.py', "'\\"],
      ['a.md', '- '],
      ['a.properties', 'a '],
      ['a.po', '"'],
    ] as const) {
      await extractTexts(path, sign.repeat(20_000), false);
    }
    assert.ok(processorTime() - start < 3000);
  });
});

describe('readMarkdownLine', () => {
  it('reads a line as the screen shows it', () => {
    assert.equal(
      readMarkdownLine('**Bold**, _slanted_, `code`, ~~gone~~, snake_case and [a link](https://x.example) ![i](b.png)'),
      'Bold, slanted, code, gone, snake_case and a link i',
    );
  });
});

describe('turnOf', () => {
  it('has catalogs first, then what else holds words, tests last', () => {
    const paths = [
      'src/a.ts',
      'src/a.test.ts',
      'docs/a.md',
      'components/a.tsx',
      'prompts/a.md',
      'i18n/en.json',
      'flags.yaml',
    ];
    const turns = paths.map((path) => readingOrder(path) ?? -1);
    const sorted = [...paths].sort((one, other) => Number(readingOrder(one)) - Number(readingOrder(other)));
    assert.ok(turns.every((turn) => turn >= 0));
    assert.deepEqual(sorted, [
      'i18n/en.json',
      'prompts/a.md',
      'flags.yaml',
      'components/a.tsx',
      'docs/a.md',
      'src/a.ts',
      'src/a.test.ts',
    ]);
  });

  it('has none for what tools make, and for what is no text', () => {
    for (const path of [
      'a.png',
      'node_modules/a/b.js',
      'dist/a.js',
      'a.min.js',
      'a.d.ts',
      'pnpm-lock.yaml',
      'package.json',
      '.github/a.md',
      'CLAUDE.md',
      'app/res/values-qq/strings.xml',
      'i18n/qqq.json',
      'i18n/qqq/app.json',
    ]) {
      assert.equal(readingOrder(path), undefined, path);
    }
  });
});

describe('longestFile', () => {
  it('gives catalogs more room', () => {
    assert.ok(maxFileBytes('i18n/en.json') > maxFileBytes('src/a.ts'));
  });
});
