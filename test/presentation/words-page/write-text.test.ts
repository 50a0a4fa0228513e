import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatOf, loadReader, type CatalogFormat } from '../../../src/catalogs/catalog-formats.js';
import type { Catalog } from '../../../src/catalogs/catalog.js';
import { decodeCode } from '../../../src/presentation/words-page/spellings/escapes.js';
import { writeText } from '../../../src/presentation/words-page/write-text.js';

async function readFile(path: string, text: string): Promise<Catalog> {
  const format = formatOf(path);
  assert.ok(format);
  return (await loadReader(format, text))(path, text);
}

/** The file after writing, or why not. */
async function write(path: string, key: readonly (string | number)[], value: string, now: string): Promise<string> {
  const id = JSON.stringify(key);
  const shown = (await readFile(path, now)).entries.get(id)?.value ?? '';
  const outcome = await writeText(path, id, shown, value, now);
  return outcome.done ? outcome.text : `refused: ${outcome.why}`;
}

/** A file in which `KEY` says `Old text`, with all that a careless hand would lay out anew. */
const files: readonly (readonly [path: string, key: readonly (string | number)[], text: string])[] = [
  ['i18n/en.json', ['a', 'k'], '{"z":  "\\u00e9", "a": {\r\n\t"k" :"Old text"  ,"n": 1 }}\n'],
  ['i18n/de.json', ['k'], '{"z": "é",\n  "k": "Old text"}'],
  ['i18n/app_en.arb', ['k'], '{"@@locale": "en", "k": "Old text", "@k": {"description": "x"}}'],
  ['i18n/en.json5', ['k'], '// texts\n{\n  k: \'Old text\', // here\n  z: "x",\n}\n'],
  ['locales/en.ts', ['a', 'k'], 'export default {\n  a: { k: `Old text`, z: "y" },\n} as const;\n'],
  ['locales/en.js', ['k'], 'module.exports = { z: 1, "k": "Old text" };\n'],
  ['config/locales/en.yml', ['a', 'k'], '# words\nen:\n  a:\n    k: Old text # said\n    z: "x"\n'],
  ['config/locales/de.yml', ['k'], "de:\n  k: 'Old text'\n  z: &y Zwei\n  b: *y\n"],
  ['config/locales/fr.yml', ['k'], 'fr:\r\n  k: "Old text"\r\n  z: x\r\n'],
  ['config/locales/it.yml', ['k'], 'it:\n  k: |-\n    Old text\n\n  z: x\n'],
  ['i18n/active.en.toml', ['k', 'other'], '# x\n[k]\ndescription = "d"\nother = "Old text" # y\n[z]\nother = \'q\'\n'],
  ['i18n/active.de.toml', ['k'], 'k = \'Old text\'\nz = """\nmore"""\n'],
  ['i18n/active.fr.toml', ['k'], 'k = """\nOld text"""\nz = "x"\n'],
  ['res/values/strings.xml', ['k'], '<resources>\n  <!-- x -->\n  <string name="k">Old text</string>\n</resources>\n'],
  ['r/Texts.resx', ['k'], '<root><data name="k"><value>Old text</value></data><data name="z"><value/></data></root>'],
  [
    'Lang/de.xaml',
    ['k'],
    '<ResourceDictionary>\n  <s:String x:Key="k">Old text</s:String>\n  <Style x:Key="z"/>\n</ResourceDictionary>\n',
  ],
  [
    't/de.xlf',
    ['k'],
    '<xliff version="1.2"><file><body><trans-unit id="k"><source>x</source><target>Old text</target></trans-unit></body></file></xliff>',
  ],
  [
    't/app_de.ts',
    ['c', 'k'],
    '<?xml version="1.0"?>\n<!DOCTYPE TS><TS><context><name>c</name><message id="k"><source>k</source><translation>Old text</translation></message></context></TS>',
  ],
  [
    'en.lproj/L.stringsdict',
    ['k', 'v', 'other'],
    '<plist><dict><key>k</key><dict><key>v</key><dict><key>other</key><string>Old text</string></dict></dict></dict></plist>',
  ],
  ['en.lproj/L.strings', ['k'], '/* x */\n"k" = "Old text";\n"z" = "y";\n'],
  [
    'po/de.po',
    ['k'],
    'msgid ""\nmsgstr "x: y\\n"\n\n#: a.c\nmsgid "k"\nmsgstr ""\n"Old "\n"text"\n\nmsgid "z"\nmsgstr "zz"\n',
  ],
  ['l10n/messages_en.properties', ['k'], '# x\r\nk = Old \\\r\n    text\r\nz:1\r\n'],
  ['l10n/messages_de.properties', ['k'], 'z=é\nk=Old text'],
  [
    'i18n/L.xcstrings',
    ['k', 'de'],
    '{"sourceLanguage" : "en", "strings" : {"k" : {"localizations" : {"de" : {"stringUnit" : {"state" : "translated", "value" : "Old text"}}}}}, "version" : "1.0"}',
  ],
  ['locales/en.ftl', ['k'], '# x\nk = Old text\nz = y\n'],
  ['lang/en/a.php', ['k'], "<?php\nreturn [\n  'k' => 'Old text', // x\n  'z' => \"y\",\n];\n"],
  ['lang/de/a.php', ['k'], '<?php return ["k" => "Old text", "z" => [1 => "y"]];'],
];

describe('decodeCode', () => {
  it('knows no sign beyond the last', () => {
    assert.equal(decodeCode('110000'), '\ufffd');
  });
});

describe('writeText', () => {
  it('gives the text its value in every format, and no other byte is another', async () => {
    const seen = new Set<CatalogFormat | undefined>();
    const word = fc.oneof(
      fc.constantFrom(
        'Old',
        'text',
        'New',
        "don't",
        '"you"',
        'a\\b',
        '50%',
        'é',
        '日本',
        '👩‍👧',
        '&',
        '<',
        '>',
        ': ',
        ' #',
        '$x',
        '${x}',
        '`',
        '=',
        '!',
        '\n',
        '\t',
        ']]>',
        '\\n',
        '-',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    const values = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ').normalize());
    for (const [path, key, text] of files) {
      seen.add(formatOf(path));
      const id = JSON.stringify(key);
      const before = await readFile(path, text);
      const at = before.entries.get(id);
      assert.equal(at?.value, 'Old text', path);
      let written = 0;
      await fc.assert(
        fc.asyncProperty(values, fc.boolean(), async (value, hasMark) => {
          const now = (hasMark ? '\uFEFF' : '') + text;
          const outcome = await writeText(path, id, 'Old text', value, now);
          if (!outcome.done) return;
          written++;
          const after = await readFile(path, outcome.text);
          assert.equal(after.problem, undefined);
          if (formatOf(path) !== 'xml' || !text.includes('<resources>'))
            assert.ok(outcome.value === value || path.endsWith('.ftl'));
          for (const [each, entry] of before.entries)
            assert.equal(after.entries.get(each)?.value, each === id ? outcome.value : entry.value);
          const [head, tail] = stretchOf(now);
          assert.ok(outcome.text.startsWith(now.slice(0, head)), outcome.text);
          assert.ok(outcome.text.endsWith(now.slice(tail)), outcome.text);
        }),
        { numRuns: 15 },
      );
      assert.ok(written > 10, `${path}: ${written} of 15 were written`);
    }
    assert.equal(seen.size, 12);
  });

  it('keeps what of the value stays as it is written: escapes, tags with their attributes, line breaks', async () => {
    const declared = '<!DOCTYPE resources [<!ENTITY x "y">]>\n';
    const cases: readonly (readonly [path: string, value: string, now: string, result: string])[] = [
      ['i18n/en.json', 'Olé new', '{"k": "Ol\\u00e9 \\/old"}', '{"k": "Ol\\u00e9 new"}'],
      ['i18n/en.json', 'a👩c', '{"k": "a\\ud83d\\ude00c"}', '{"k": "a\\ud83d\\udc69c"}'],
      ['i18n/en.json', 'a😁c', '{"k": "a😀c"}', '{"k": "a😁c"}'],
      ['i18n/en.json', 'One', '{"k": "One two"}', '{"k": "One"}'],
      ['res/values/strings.xml', "Don't go", android("Don't"), android("Don't go")],
      ['i18n/en.json', 'x', '{"k": ""}', '{"k": "x"}'],
      ['po/de.po', 'One new', 'msgid "k"\nmsgstr "One "\n"\\"two\\""\n', 'msgid "k"\nmsgstr "One "\n"new"\n'],
      ['po/de.po', 'One', 'msgid "k"\nmsgstr ""\n', 'msgid "k"\nmsgstr "One"\n'],
      ['l10n/m_en.properties', ' b', 'k=\\u0061\\\n  b', 'k=\\ \\\n  b'],
      ['l10n/m_en.properties', 'é\f\r', 'k=a', 'k=\\u00e9\\f\\r'],
      ['l10n/m_de.properties', 'ö', 'k=a\nb=\\u00e4\nc=\\u00fc\nd=ä\n', 'k=\\u00f6\nb=\\u00e4\nc=\\u00fc\nd=ä\n'],
      ['l10n/m_de.properties', 'ö', '# \\u00e4\nk=a\nb=\\u00e4\nd=ä\n', '# \\u00e4\nk=ö\nb=\\u00e4\nd=ä\n'],
      ['r/T.resx', '<b>New</b> "you"', resx('<![CDATA[<b>Old</b> "you"]]>'), resx('<![CDATA[<b>New</b> "you"]]>')],
      ['r/T.resx', '\n New\n', resx('\n <![CDATA[Old]]>\n'), resx('\n <![CDATA[New]]>\n')],
      [
        'res/values/strings.xml',
        'Hey <a>you</a>',
        android('Hi<br/>, <a href="x>y">me</a>'),
        android('Hey <a href="x>y">you</a>'),
      ],
      [
        'res/values/strings.xml',
        'Hey <a>you</a>, %1$s!',
        android('Hi <xliff:g id="n">%1$s</xliff:g>, <a href="x>y">me</a>.'),
        android('Hey <a href="x>y">you</a>, <xliff:g id="n">%1$s</xliff:g>!'),
      ],
      ['res/values/strings.xml', "Don't", android('Do'), android("Don\\'t")],
      [
        'res/values/strings.xml',
        "Do \\'not\\' &x;",
        declared + android("Don\\'t &x;"),
        declared + android("Do \\'not\\' &x;"),
      ],
      ['res/values/strings.xml', '"Don\'t"', android('"Do"'), android('"Don\'t"')],
      [
        't/de.xlf',
        'New {1}, {0} {2}y{/2}',
        xliff('Old <x id="0"/>, <ph id=\'1\'>%s</ph> <g id="2">x</g>'),
        xliff('New <ph id=\'1\'>%s</ph>, <x id="0"/> <g id="2">y</g>'),
      ],
      ['t/de.xlf', 'New {0}{/0} <q/>', xliff('Old <g id="0"/> <q/><mrk/>'), xliff('New <g id="0"/> <q/><mrk/>')],
      ['t/de.xlf', 'New b', xliff('Old <mrk mtype="x">a</mrk>'), 'refused'],
      ['t/de.xlf', 'Old b', xliff('Old <mrk mtype="x">a</mrk>'), xliff('Old <mrk mtype="x">b</mrk>')],
      ['t/de.xlf', 'Old <i>b</i>', xliff('Old <i>a</i>'), xliff('Old <i>b</i>')],
      ['t/de.xlf', 'Now <b>b', xliff('Old &#x3c;b&#62;b'), xliff('Now &#x3c;b&#62;b')],
      ['t/de.xlf', 'New', xliff('Old <ph>a</ph>'), xliff('New')],
      ['i18n/en.json', 'a😀d', '{"k": "b\\ud83d\\ude00d"}', '{"k": "a\\ud83d\\ude00d"}'],
      ['i18n/en.json', 'a🨀d', '{"k": "a\\ud83d\\ude00d"}', '{"k": "a\\ud83e\\ude00d"}'],
      [
        'locales/en.ts',
        'é\t/b',
        "export default { k: '\\u{e9}\\x09\\/\\\na' }",
        "export default { k: '\\u{e9}\\x09\\/\\\nb' }",
      ],
      ['locales/en.ftl', 'a \n    b', 'k = x\r\n    b\r\nz = y\r\n', 'k = a\r\n    b\r\nz = y\r\n'],
      ['l10n/m_en.properties', 'a\tb:d', 'k=a\\tb\\:c', 'k=a\\tb\\:d'],
      ['l10n/m_en.properties', 'a', 'k=', 'k=a'],
      ['en.lproj/L.strings', 'a\\b"d', '"k" = "a\\\\b\\"c";', '"k" = "a\\\\b\\"d";'],
      ['r/T.resx', '"a" &\nb\\d', resx('&quot;a&quot; &amp;\r\nb\\c'), resx('&quot;a&quot; &amp;\r\nb\\d')],
      ['r/T.resx', 'a &x; d', declared + resx('b &x; c'), declared + resx('a &x; d')],
      ['res/values/strings.xml', 'a\\"b\\nc "\n', android('x'), android('a\\"b\\nc \\"\\n')],
      ['locales/en.ts', 'a`${x}', 'export default { k: `b` }', 'export default { k: `a\\`\\${x}` }'],
      ['lang/en/a.php', 'a$b\n"', '<?php return ["k" => "a"];', '<?php return ["k" => "a\\$b\\n\\""];'],
      ['lang/en/a.php', 'c\\n"', '<?php return ["k" => "a\\n\\""];', '<?php return ["k" => "c\\\\n\\""];'],
      ['lang/en/a.php', "b\\'c", "<?php return ['k' => 'a\\'c'];", "<?php return ['k' => 'b\\\\\\'c'];"],
      ['en.lproj/L.strings', 'é\n"b', '"k" = "\\U00e9\\na";', '"k" = "\\U00e9\\n\\"b";'],
      [
        'config/locales/en.yml',
        'a: b',
        'en:\n  k: &x Old\n  z: *x\n',
        'refused: Other texts would be changed with it.',
      ],
      ['config/locales/en.yml', "it's\nso", "en:\n  k: 'its'\n", 'en:\n  k: "it\'s\\nso"\n'],
      ['config/locales/en.yml', "it's so", "en:\n  k: 'it''s'\n", "en:\n  k: 'it''s so'\n"],
      ['config/locales/en.yml', 'a\u0085\u007f', 'en:\n  k: "a\\N"\n', 'en:\n  k: "a\\N\\u007f"\n'],
      [
        'config/locales/en.yml',
        'One\n\n  Three\n',
        'en:\n  k: | # x\n    One\n\n    Two\n\n\n  z: x\n',
        'en:\n  k: | # x\n    One\n\n      Three\n\n\n  z: x\n',
      ],
      ['config/locales/en.yml', 'One', 'en:\n  k: |\n    Two\n', 'refused'],
      ['config/locales/en.yml', 'Two\r\nThree', 'en:\r\n  k: |-\r\n    One', 'refused'],
      ['config/locales/en.yml', 'Two\nThree', 'en:\r\n  k: |-\r\n    One', 'en:\r\n  k: |-\r\n    Two\r\n    Three'],
      ['config/locales/en.yml', 'New', 'en:\n  k: >-\n    Old\n    text\n', 'refused'],
      ['config/locales/en.yml', 'New', 'en:\n  k: |2\n      Old\n', 'refused'],
      ['config/locales/en.yml', 'New\n', 'en:\n  k: |\n\n  z: x\n', 'refused'],
      ['config/locales/en.yml', 'New', 'en:\n  k: Old\n    text\n', 'refused'],
      ['config/locales/en.yml', 'New', 'en:\n  k: "Old\n    text"\n', 'refused'],
      ['i18n/a.en.toml', "it's", "k = 'Old'\n", 'k = "it\'s"\n'],
      ['i18n/a.en.toml', 'it\n"""s', "k = '''\nOld'''\n", "k = '''\nit\n\"\"\"s'''\n"],
      ['i18n/a.en.toml', "it'''s", "k = '''Old'''\n", 'refused'],
    ];
    for (const [path, value, now, result] of cases) {
      const done = await write(path, ['k'], value, now);
      if (result === 'refused') assert.match(done, /^refused: It is written in a way/, now);
      else assert.equal(done, result, now);
    }
  });

  it('refuses in a sentence, and writes nothing', async () => {
    const json = '{"k": "Old", "n": 1}';
    type Case = readonly [path: string, key: string, shown: string, value: string, now: string, why: RegExp];
    const cases: readonly Case[] = [
      ['a.txt', 'k', 'Old', 'New', json, /no catalog of texts/],
      ['i18n/en.json', 'k', 'Old', 'New', '{', /cannot be read/],
      ['i18n/en.json', 'x', 'Old', 'New', json, /not in the file any more/],
      ['i18n/en.json', 'n', '1', '2', json, /a value that the product computes with/],
      ['i18n/en.json', 'k', 'Older', 'New', json, /changed in the file in the meantime/],
      ['i18n/en.json', 'k', 'Old', ' \n', json, /leave a gap/],
      ['i18n/en.json', 'k', 'Old', 'x'.repeat(70_000), json, /too long/],
      ['i18n/en.json', 'k', 'Old', '\ud83d', json, /half of a sign/],
      ['locales/en.js', 'k', 'Old', 'New', "module.exports = { k: 'O' + 'ld' };", /does not change by itself/],
      ['en.lproj/L.strings', 'k', 'Old', 'New', 'k = Old;', /does not change by itself/],
      ['lang/en/a.php', 'k', 'Old', 'New', "<?php return ['k' => 'O' . 'ld'];", /does not change by itself/],
      ['config/locales/en.yml', 'k', 'Old', 'New', 'en:\n  z: &x Old\n  k: *x\n', /Other texts would be changed/],
      ['config/locales/en.yml', 'k', '', 'New', 'en:\n  k: |-\n', /does not change by itself/],
      [
        'res/values/strings.xml',
        'k',
        'Old',
        'New </string>',
        '<resources><string name="k"><![CDATA[Old]]></string><string name="k">Old</string></resources>',
        /Other texts|does not change|New/,
      ],
      ['locales/en.ftl', 'k', 'Old', 'New {', 'k = Old\n', /The file could not be read any more with it/],
      ['locales/en.ftl', 'k', 'Old', 'New\n  .a = x', 'k = Old\n', /Other texts would be changed/],
      ['lang/en/a.php', 'k', 'null', 'New', "<?php return ['k' => null];", /product computes with/],
      ['r/T.resx', 'k', '', 'New', '<root><data name="k"><value/></data></root>', /does not change|Other texts/],
      ['r/T.resx', 'k', 'Old', 'a ]]> b', resx('<![CDATA[Old]]>'), /does not change/],
      ['r/T.resx', 'k', 'Old, too', 'New', resx('<![CDATA[Old]]>, too'), /does not change/],
      ['r/T.resx', 'k', 'Old, too', 'New', resx('Old<![CDATA[, too]]>'), /does not change/],
      ['r/T.resx', 'k', '\n Old', 'New', resx('\n <![CDATA[Old]]>'), /does not change/],
      ['r/T.resx', 'k', 'Old text', 'New', resx('Old <!-- x -->text'), /does not change/],
      [
        'res/values/strings.xml',
        'k',
        '"Old" text',
        '"Old" don\'t',
        android('"Old" text'),
        /could not be built with it: an apostrophe/,
      ],
      ['res/values/strings.xml', 'k', 'Old', 'New', '<resources><string name="k">Old', /cannot be read/],
    ];
    for (const [path, key, shown, value, now, why] of cases) {
      const outcome = await writeText(path, JSON.stringify([key]), shown, value, now);
      assert.match(outcome.done ? outcome.text : outcome.why, why, now);
    }
  });
});

function resx(value: string): string {
  return `<root><data name="k"><value>${value}</value></data></root>`;
}

function android(value: string): string {
  return `<resources><string name="k">${value}</string></resources>`;
}

function xliff(target: string): string {
  return `<xliff version="1.2"><file><body><trans-unit id="k"><source>x</source><target>${target}</target></trans-unit></body></file></xliff>`;
}

/** Around the old text with its quotation marks, in whatever lines. */
function stretchOf(text: string): readonly [number, number] {
  const found = /["'`]?Old (?:"\n"|\\\r\n\s*)?text["'`]?/.exec(text);
  assert.ok(found);
  return [found.index, found.index + found[0].length];
}
