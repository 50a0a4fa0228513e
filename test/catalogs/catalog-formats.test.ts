import assert from 'node:assert/strict';

import fc from 'fast-check';

import { formatOf, loadReader } from '../../src/catalogs/catalog-formats.js';
import type { Catalog } from '../../src/catalogs/catalog.js';
import { processorTime } from '../support/processor-time.js';

async function read(path: string, text: string): Promise<Catalog> {
  const format = formatOf(path);
  assert.ok(format, path);
  return (await loadReader(format, text))(path, text);
}

/** `key=value @line:column` of each text; what is no text in brackets. */
const show = ({ entries }: Catalog): readonly string[] =>
  [...entries.values()].map(
    ({ label, value, isText, at, source }) =>
      `${label}=${isText ? value : `[${value}]`}${source === undefined ? '' : ` <- ${source}`} @${at.line}:${at.column}`,
  );

interface Sample {
  readonly path: string;
  readonly text: string;
  readonly shows: readonly string[];
}

const samples: readonly Sample[] = [
  {
    path: 'i18n/en.json',
    text: '{"@@x": "1", "a": {"b": "Hi", "_comment": "for b"}, "@a": {"x": "1"}, "$schema": "u", "n": 1}',
    shows: ['a.b=Hi @1:25', 'n=[1] @1:92'],
  },
  {
    path: 'i18n/en.json',
    text: '{"t": {"defaultMessage": "Hi", "description": "says hi"}, "d": {"description": "x", "title": "y"}}',
    shows: ['t.defaultMessage=Hi @1:26', 'd.description=x @1:80', 'd.title=y @1:94'],
  },
  {
    path: '_locales/en/messages.json',
    text: '{"a": {"message": "Hi $N$", "description": "x", "placeholders": {"n": {"content": "$1"}}}}',
    shows: ['a.message=Hi $N$ @1:19'],
  },
  {
    path: 'i18n/en.json',
    text: '[{"id": "a", "translation": "x"}, {"id": "b", "description": "d", "translation": {"one": "y"}}]',
    shows: ['a.translation=x @1:29', 'b.translation.one=y @1:90'],
  },
  {
    path: 'config/locales/en.yml',
    text: 'en:\n  a: Hi\n  b:\n    one: "x"\n  c: &c\n    - z\n  d: *c\n  e: ~\n',
    shows: ['a=Hi @2:6', 'b.one=x @4:10', 'c[0]=z @6:7', 'd[0]=z @6:7', 'e=[~] @8:6'],
  },
  { path: 'translations/messages.en.yaml', text: 'a.b: Hi\n', shows: ['a.b=Hi @1:6'] },
  {
    path: 'locales/en.json5',
    text: "// c\n{a: 'Hi', 'b-c': [\"x\", ,], n: 1,}",
    shows: ['a=Hi @2:5', 'b-c[0]=x @2:19', 'n=[1] @2:31'],
  },
  {
    path: 'locales/en.ts',
    text: "import x from 'y';\nconst en = { a: 'Hi', b: `x` + 'y', 1: { c: true } } as const;\nexport default en satisfies T;\n",
    shows: ['a=Hi @2:17', 'b=xy @2:26', '1.c=[true] @2:45'],
  },
  { path: 'locales/en.js', text: 'module.exports = ({ a: "Hi" });', shows: ['a=Hi @1:24'] },
  { path: 'locales/en.ts', text: 'export = { a: "Hi" };', shows: ['a=Hi @1:15'] },
  { path: 'locales/en.ts', text: 'export const en = defineMessages({ a: "Hi" });', shows: ['a=Hi @1:39'] },
  {
    path: 'l10n/de.js',
    text: 'OC.L10N.register("deck", { "Hi" : "Hallo" }, "nplurals=2; plural=(n != 1);");',
    shows: ['Hi=Hallo @1:35'],
  },
  {
    path: 'i18n/en.toml',
    text: '[a]\ndescription = "d"\nother = "Hi"\none = """\nx"""\n[b.c]\nt = 1\nl = ["p"]\nd = 2020-01-01\n',
    shows: ['a.other=Hi @3:1', 'a.one=x @4:1', 'b.c.t=[1] @7:1', 'b.c.l[0]=p @8:1', 'b.c.d=[2020-01-01] @9:1'],
  },
  {
    path: 'res/values/strings.xml',
    text: '<resources xmlns:xliff="u">\n<string name="a">Hi <b>%1$s</b> &amp; <xliff:g id="x">%2$d</xliff:g></string><string name="n" translatable="false">x</string>\n<string/><plurals name="p"><item quantity="one">x</item><item>y</item></plurals>\n<string-array name="l"><item>z</item></string-array><string name="a" product="tv">TV</string><![CDATA[x]]></resources>',
    shows: ['a=Hi <b>%1$s</b> & %2$d @2:18', 'p.one=x @3:49', 'p[1]=y @3:63', 'l[0]=z @4:30', 'a (tv)=TV @4:83'],
  },
  {
    path: 'Forms/Main.resx',
    text: '<root><data name="a"><value>Hi</value><comment>c</comment></data><data name="b" type="x"><value>1</value></data><data name=">>c"><value>x</value></data><data name="d"/></root>',
    shows: ['a=Hi @1:29'],
  },
  {
    path: 'Lang/en-US.axaml',
    text: '<ResourceDictionary xmlns="u" xmlns:x="v">\n<x:String x:Key="A.b" xml:space="preserve">Hi {0} &amp; you&#10;</x:String><s:String x:Key="c">x</s:String><s:String>no</s:String><x:Double x:Key="d">1</x:Double></ResourceDictionary>',
    shows: ['A.b=Hi {0} & you\n @2:44', 'c=x @2:96'],
  },
  {
    path: 'locale/messages.de.xlf',
    text: '<xliff version="1.2"><file original="x"><body><trans-unit id="1" resname="hi"><source>Hi you <x id="N"/></source><target>Hallo <g id="2">du</g><mrk>!</mrk></target></trans-unit><trans-unit id="2"><source>k</source></trans-unit><trans-unit id="3"/></body></file></xliff>',
    shows: ['hi=Hallo {2}du{/2}! <- Hi you {N} @1:122'],
  },
  {
    path: 'locale/messages.xlf',
    text: '<xliff version="2.0"><file id="f"><unit id="u"><segment><source>Hi</source></segment><segment><source>a.b</source></segment></unit></file><file id="g"><unit><segment><source>x</source></segment></unit></file></xliff>',
    shows: ['f.u[0]=Hi @1:65', 'f.u[1]=a.b @1:103', 'g.x=x @1:175'],
  },
  {
    path: 'translations/app_de.ts',
    text: '<!DOCTYPE TS>\n<TS><context><name>Main</name><message><source>Hi %1</source><translation>Hallo %1</translation></message><message numerus="yes"><source>%n</source><comment>c</comment><translation><numerusform>%n x</numerusform></translation></message><message><source>o</source><translation type="obsolete">x</translation></message></context></TS>',
    shows: ['Main.Hi %1=Hallo %1 <- Hi %1 @2:75', 'Main.%n.c[0]=%n x <- %n @2:195'],
  },
  {
    path: 'de.lproj/Localizable.stringsdict',
    text: '<plist><dict><key>k</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@v@</string><key>v</key><dict><key>NSStringFormatValueTypeKey</key><string>d</string><key>one</key><string>%d x</string></dict></dict><string>?</string></dict></plist>',
    shows: ['k.NSStringLocalizedFormatKey=%#@v@ @1:77', 'k.v.one=%d x @1:186'],
  },
  {
    path: 'de.lproj/Localizable.strings',
    text: '/* c */\n"a" = "H\\"i\\n\\U00e4";\nb = "x"; // d\n"shown";\n',
    shows: ['a=H"i\nä @2:7', 'b=x @3:5', 'shown=shown @4:1'],
  },
  {
    path: 'App/Localizable.xcstrings',
    text: '{"sourceLanguage": "en", "strings": {"a": {"comment": "c", "localizations": {"en": {"stringUnit": {"state": "x", "value": "Hi"}}, "de": {"stringUnit": {"value": "Hallo"}}}}, "b": {"localizations": {"de": {"variations": {"plural": {"one": {"stringUnit": {"value": "x"}}}}}}}}}',
    shows: ['a.en=Hi @1:123', 'a.de=Hallo <- Hi @1:162', 'b.de.one=x @1:264'],
  },
  {
    path: 'locale/de/app.po',
    text: '# c\nmsgid ""\nmsgstr "head"\n\n#: x\nmsgctxt "c"\nmsgid "H\\"i"\nmsgstr "Hal"\n"lo\\n"\n#, fuzzy\nmsgid "f"\nmsgstr "x"\nmsgid "one"\nmsgid_plural "%d"\nmsgstr[0] "a"\nmsgstr[1] "b"\n#~ msgid "o"\n#~ msgstr "p"\n',
    shows: ['c.H"i=Hallo\n @8:8', 'one[0]=a <- %d @15:11', 'one[1]=b <- %d @16:11'],
  },
  {
    path: 'i18n/app_de.properties',
    text: '# c\n! d\n\na.b = Hi \\\n   you\\u00e4\\t\\x\nk\\=1:x\nempty\n',
    shows: ['a.b=Hi youä\tx @4:7', 'k=1=x @6:6', 'empty= @7:6'],
  },
  {
    path: 'i18n/de/a.ftl',
    text: '# c\nhi = Hi { $n }\n    .t = x\n-brand = B\nonly =\n    .a = y\n',
    shows: ['hi=Hi { $n } @2:6', 'hi.t=x @3:10', '-brand=B @4:10', 'only.a=y @6:10'],
  },
  {
    path: 'lang/de/a.php',
    text: "<?php\n// c\nreturn [\n 'a' => 'H\\'i' . \" \\n\\$x\", # d\n \"b\" => array('c' => 'x', 'y'), 'n' => null,\n];\n",
    shows: ["a=H'i \n$x @4:9", 'b.c=x @5:22', 'b[1]=y @5:27', 'n=[null] @5:40'],
  },
];

/** The first thing wrong with a text, and where; `?` before it where nobody can tell. */
const faults: readonly (readonly [path: string, text: string, says: RegExp])[] = [
  ['i18n/en.json', '[]', /^1:1 a catalog is an object/],
  ['config/locales/en.yml', 'en:\n  a: "x\n  b: y\n', /^\d:\d+ it is not valid YAML/],
  ['config/locales/en.yml', "a:\n    b: 'x'\n    # c\n\n    # d\n     e: 'y'\n", /^6:\d it is not valid YAML/],
  ['config/locales/en.yml', '- a\n', /^\?1:1 it begins with no key/],
  ['config/locales/en.yml', `a: ${'['.repeat(70)}${']'.repeat(70)}`, /^\?1:67 it has more in it/],
  ['config/locales/en.yml', `a: ${'x'.repeat(1_000_001)}`, /^\?1:1 it is too long/],
  ['i18n/en.json5', '{a: "x" b: 1}', /^1:9 of a syntax error/],
  ['i18n/en.json5', '"x"', /^1:1 a catalog is an object/],
  ['i18n/en.json5', '', /^1:\d of a syntax error/],
  ['i18n/en.json5', '/* a */', /^1:\d of a syntax error/],
  ['i18n/en.ts', 'export default {a: `x`, ...b}', /^\?1:\d+ it holds more/],
  ['i18n/en.json5', 'let a', /^1:\d of a syntax error/],
  ['i18n/en.json5', '{a: "x"}, {}', /^1:1 a catalog is an object/],
  ['i18n/en.ts', 'export default {a: "x"', /^1:23 of a syntax error/],
  ['i18n/en.ts', 'export const a = 1;', /^\?1:1 its texts are no plain data/],
  ['l10n/de.js', 'register("deck", { "Hi" : "Hallo" }, plural);', /^\?1:1 its texts are no plain data/],
  ['l10n/de.js', 'register("deck", { "Hi" : "Hallo" }, { a: "b" });', /^\?1:1 its texts are no plain data/],
  ['l10n/de.js', 'register("deck", { "Hi" : "Hallo" }); run();', /^\?1:1 its texts are no plain data/],
  ['i18n/en.ts', 'export default {...x, a: "x", b() {}}', /^\?1:17 it holds more/],
  ['i18n/en.ts', 'export default {a: f(1, 2)}', /^\?1:20 some of its texts are computed/],
  ['i18n/en.ts', 'export default {a: "x" + y, b: 1 - 2}', /^\?1:20 some of its texts are computed/],
  ['i18n/en.ts', `export default ${'{a:'.repeat(60)}1${'}'.repeat(60)}`, /^\?1:\d+ it is nested/],
  ['i18n/en.toml', 'a = "x', /^1:\d+ it is not valid TOML/],
  ['i18n/en.toml', 'a = "x"\na = "y"', /^2:\d+ it is not valid TOML/],
  ['res/values/strings.xml', '<resources>\n<string name="a">x & y</string></resources>', /^2:20 a “&” stands/],
  [
    'res/values/strings.xml',
    '<resources>\n<string name="a">x &foo; y</string></resources>',
    /^2:20 XML does not know “&foo;”; write/,
  ],
  [
    'i18n/app_de.ts',
    '<!DOCTYPE TS>\n<TS><context><name>&foo;</name></context></TS>',
    /^2:20 XML does not know “&foo;”/,
  ],
  ['a/Strings.resx', '<root><data name="a"><value>x&nbsp;y</value></data></root>', /^1:30 XML does not know “&nbsp;”/],
  ['res/values/strings.xml', '<resources>\n<string name="a">x</strin></resources>', /^2:\d+ a tag is never closed/],
  ['res/values/strings.xml', '<resources><string name="a">1 < 2</string></resources>', /^1:\d+ a sign stands here/],
  ['res/values/strings.xml', '', /^1:1 the end of the file/],
  ['res/values/strings.xml', '<a x=1/>', /^1:\d it is not valid XML from here on \(unquoted/],
  ['res/values/strings.xml', '<a>'.repeat(200), /^\?1:\d+ it is nested too deeply/],
  [
    'res/values/strings.xml',
    '<resources>\n<string name="a">x\n<string name="b">y</string>\n</resources>',
    /^2:1 a tag is never closed/,
  ],
  ['res/values/strings.xml', '<resources>\n<string name="a">', /^2:1 a tag is never closed/],
  // A comment, CDATA and what is no text may hold an ampersand: it is not what is wrong.
  ...['unclosed <b', 'x & y', '</c>', '<b></ b>', '<b></bb>', '<!-- a', '<![CDATA[a', '<?a', '<!-- a -- b -->'].map(
    (wrong) =>
      [
        'R.fr.resx',
        `<?xml version="1.0"?>\n<!DOCTYPE root [ <!ENTITY a "b & c;"> ]>\n<root>\n<!-- headers & schema -->\n<data name="a"><value><![CDATA[a & b;]]></value></data>\n<?a b & c ?>\n${wrong}\n<data name="b"><value>x; y</value></data>\n</root>`,
        /^7:\d+ /,
      ] as const,
  ),
  ['R.fr.resx', '<root>\n<data name="a"><value\n\n<data/></root>', /^2:16 the tag that begins here is not finished/],
  ['R.fr.resx', '<root>\n<data><value>x\n</data>\n</root>', /^2:7 a tag is never closed/],
  ['res/values/strings.xml', '<other/>', /^\?1:1 nobody here knows XML that begins with <other>/],
  ['de.lproj/a.strings', '"a" = "x"\n"b" = "y";', /^2:1 a “;” is missing before/],
  ['de.lproj/a.strings', '"a" = "x', /^1:7 the quotation mark/],
  ['de.lproj/a.strings', '"a" "b";', /^1:5 here stands no/],
  ['de.lproj/a.strings', '"a" = "x"', /^1:1 a “;” is missing at the end/],
  ['de.lproj/a.strings', '"a" = @;', /^1:7 a sign stands here/],
  ['a.xcstrings', '{', /^1:\d a “}” is missing/],
  ['locale/de/a.po', 'msgid "a"\nmsgstr "x', /^2:1 a line here is none of PO/],
  ['locale/de/a.po', '"x"\n', /^1:1 this text belongs to nothing/],
  ['locale/de/a.po', 'msgid "a"\nmsgid "b"\nmsgstr "x"\n', /^1:1 “msgstr” is missing after/],
  ['locale/de/a.po', 'msgstr "x"\n', /^1:1 “msgid” is missing before/],
  ['i18n/de/a.properties', 'a = \\u12', /^1:5 this text has a “\\u”/],
  ['i18n/de/a.ftl', `a = ${'{'.repeat(50_000)}`, /^1:\d+ it is not valid Fluent/],
  ['i18n/de/a.ftl', 'a = { $x\nb = y\n', /^\d:\d+ it is not valid Fluent/],
  ['lang/de/a.php', "<?php\nreturn ['a' => 'x' 'b' => 1];", /^2:20 a comma is missing/],
  ['lang/de/a.php', "<?php return ['a' => 'x", /^1:22 the quotation mark/],
  ['lang/de/a.php', "<?php return ['a' => 'x';", /^1:25 a comma or “]” is missing/],
  ['lang/de/a.php', "<?php return ['a' => ];", /^1:22 a text is missing here; is/],
  ['lang/de/a.php', "<?php return ['a' =>", /^1:19 a text is missing here$/],
  ['lang/de/a.php', '<?php return [', /^1:14 a “]” is missing here/],
  ['lang/de/a.php', "<?php return ['a' => 'b'] 'c';", /^1:27 a comma, a “;”/],
  ['lang/de/a.php', "<?php return ['a' => f('b')];", /^\?1:22 some of its texts are computed/],
  ['lang/de/a.php', '<?php return [[] => 1];', /^1:\d+ a|^\?1:\d+ some/],
  ['lang/de/a.php', "<?php return [$x => 'a'];", /^1:\d+ a|^\?1:\d+ some/],
  ['lang/de/a.php', `<?php return ${'['.repeat(60)}`, /^\?1:\d+ some of its texts/],
  ['lang/de/a.php', "<?php return ['a' => Lorem ipsum'];", /^1:22 the quotation mark that begins/],
  ['lang/de/a.php', '<?php return', /^1:7 a text is missing here$/],
  ['i18n/en.ts', 'export default {a: `x${y}`, b: -1}', /^\?1:20 some of its texts are computed/],
  ['lang/de/a.php', "<?php return [& => 'a'];", /^\?1:\d+ some of its texts/],
  ['i18n/en.json5', '{a: "x"}); ({b: "y"}', /^1:1 a catalog is an object/],
  ['lang/de/a.php', '<?php f();', /^\?1:1 it gives no array/],
  ['lang/de/a.php', "<?php f(); return ['a' => 'b'];", /^\?1:7 it does more than to give texts back/],
  ['lang/de/a.php', "<?php return ['a' => 'b']; f(); ?>", /^\?1:28 it does more than to give texts back/],
];

/** A key that stands twice: its label and where the second is. */
const doubles: readonly (readonly [path: string, text: string, place: string])[] = [
  ['i18n/en.json', '[{"id": "a", "translation": "x"},\n{"id": "a", "translation": "y"}]', '2:13'],
  ['config/locales/en.yml', 'en:\n  a: x\n  a: y\n', '3:3'],
  ['i18n/en.json5', '{a: "x",\n a: "y"}', '2:2'],
  ['res/values/strings.xml', '<resources><string name="a">x</string>\n<string name="a">y</string></resources>', '2:1'],
  ['Main.resx', '<root><data name="a"><value>x</value></data>\n<data name="a"><value>y</value></data></root>', '2:1'],
  [
    'Lang/en.xaml',
    '<ResourceDictionary><s:String x:Key="a">x</s:String>\n<s:String x:Key="a">y</s:String></ResourceDictionary>',
    '2:1',
  ],
  ['de.lproj/a.strings', '"a" = "x";\n"a" = "y";\n', '2:1'],
  ['locale/de/a.po', 'msgid "a"\nmsgstr "x"\nmsgid "a"\nmsgstr "y"\n', '3:1'],
  ['i18n/de/a.properties', 'a=x\na=y\n', '2:1'],
  ['i18n/de/a.ftl', 'a = x\na = y\n', '2:1'],
  ['lang/de/a.php', "<?php return ['a' => 'x',\n'a' => 'y'];", '2:1'],
  [
    'l/de.xlf',
    '<xliff><file><unit id="u" name="n"><segment><source>a</source></segment></unit>\n<unit id="u" name="m"><segment><source>b</source></segment></unit></file></xliff>',
    '2:1',
  ],
  ['App.xcstrings', '{"a": 1,\n"a": 2}', '2:1'],
];

describe('catalog formats', () => {
  it('know what stands around the texts of PHP and does nothing', async () => {
    const before =
      "declare(strict_types=1);\nnamespace A\\B;\nuse C\\D;\ndefined('BASEPATH') or exit('No.');\ndefined('X') || die;\n";
    assert.equal((await read('lang/de/a.php', `<?php\n${before}return ['a' => 'b'];\n?>\n`)).problem, undefined);
  });

  it('tells what a dictionary of XAML holds beside its texts, each by a name of its own', async () => {
    const { asides } = await read(
      'Lang/en.xaml',
      '<ResourceDictionary xmlns:s="System"><s:String x:Key="a">x</s:String><s:Double x:Key="b">1</s:Double><Style> <Setter A="1"/></Style><Style/></ResourceDictionary>',
    );
    assert.deepEqual(
      asides?.map(({ name, value }) => `${name}: ${value}`),
      [
        'xmlns:s: System',
        's:Double b: <s:Double {"x:Key":"b"}>1</>',
        'Style: <Style {}><Setter {"A":"1"}></></>',
        'Style (2): <Style {}></>',
      ],
    );
  });

  it('keeps a sign by a name that a document type may say', async () => {
    const text =
      '<!DOCTYPE resources [ <!ENTITY app "Shop"> ]>\n<resources><string name="a">x &app; y</string></resources>';
    const read = await loadReader('xml', text);
    const { problem, entries } = read('res/values/strings.xml', text);
    assert.equal(problem, undefined);
    assert.deepEqual(
      [...entries.values()].map(({ value }) => value),
      ['x &app; y'],
    );
  });

  it('reads the odd corners of each', async () => {
    const labels = async (path: string, text: string): Promise<readonly string[]> =>
      [...(await read(path, text)).entries.values()].map(({ label }) => label);
    assert.deepEqual(await labels('i18n/en.json', '[{"id": "a", "translation": "x"}, "y"]'), ['a.translation', '1']);
    assert.deepEqual(
      await labels('a.xcstrings', '{"strings": {"k l": {"localizations": {"de": {"stringUnit": {"value": "x"}}}}}}'),
      ['k l.de'],
    );
    assert.deepEqual(await labels('i18n/en.toml', 'a.b = "x"\n'), ['a.b']);
    assert.deepEqual(await labels('i18n/en.ts', 'let a; x.exports = { "a": 1 };'), ['a']);
    assert.deepEqual(await labels('i18n/en.toml', '[["a" ]]\nb = 1979-05-27\n'), ['a[0].b']);
    assert.deepEqual(await labels('i18n/en.ts', 'export default {1n: "x", a: `y`};'), ['a']);
    assert.deepEqual(await labels('i18n/en.ts', 'const b = {c: "x"}; export default b as const;'), ['c']);
    assert.deepEqual(await labels('i18n/en.ts', 'export = {c: `x`, 1: "y", [z]: "z"};'), ['c', '1']);
    assert.deepEqual(await labels('de.lproj/a.stringsdict', '<plist><dict>\n<string>x</string></dict></plist>'), []);
    assert.deepEqual(
      await labels(
        'l/de.xlf',
        '<xliff><file><unit id="u"><segment><source>a<br/></source></segment></unit></file><file/></xliff>',
      ),
      ['u'],
    );
  });

  for (const { path, text, shows } of samples) {
    it(`reads ${path}: ${text.slice(0, 30).replaceAll('\n', ' ')}`, async () => {
      const catalog = await read(path, text);
      assert.equal(catalog.problem, undefined);
      assert.deepEqual(show(catalog), shows);
      assert.deepEqual(show(await read(path, `\uFEFF${text}`)), shows);
    });
  }

  for (const [path, text, says] of faults) {
    it(`says what is wrong with ${path}: ${text.slice(0, 30).replaceAll('\n', ' ')}`, async () => {
      const { problem } = await read(path, text);
      const said =
        problem && `${problem.undecided ? '?' : ''}${problem.at.line}:${problem.at.column} ${problem.message}`;
      assert.match(said ?? '', says);
    });
  }

  it('takes no second id for a mistake where two units of XLIFF have one name', async () => {
    const unit = (id: string): string =>
      `<unit id="${id}" name="n"><segment><source>a</source></segment><segment><source>b</source></segment></unit>`;
    const { duplicates } = await read('l/de.xlf', `<xliff><file id="f">${unit('u')}${unit('v')}</file></xliff>`);
    assert.deepEqual(duplicates, []);
  });

  for (const [path, text, place] of doubles) {
    it(`finds a key that is there twice in ${path}`, async () => {
      const { duplicates } = await read(path, text);
      assert.deepEqual(
        duplicates.map(({ at }) => `${at.line}:${at.column}`),
        [place],
      );
    });
  }

  it('is told by the ending', () => assert.equal(formatOf('i18n/en.txt'), undefined));

  for (const path of new Set(samples.map((sample) => sample.path))) {
    it(`throws on no text of ${path}, and names places within it`, async () => {
      const [{ text }] = samples.filter((sample) => sample.path === path) as [Sample];
      const reader = await loadReader(formatOf(path) ?? assert.fail(), text);
      const pieces = fc.array(
        fc.oneof(
          fc.tuple(fc.nat(text.length), fc.nat(30)).map(([at, length]) => text.slice(at, at + length)),
          fc.constantFrom(
            '"',
            "'",
            '{',
            '}',
            '[',
            ']',
            '<',
            '>',
            '\n',
            '\r\n',
            '\\',
            '&',
            ':',
            '=',
            ',',
            '\u0000',
            '\u2028',
            '😀',
          ),
          fc.string({ maxLength: 5 }),
        ),
        { maxLength: 30 },
      );
      fc.assert(
        fc.property(pieces, (parts) => {
          const hostile = parts.join('');
          const lines = hostile.split('\n');
          const started = processorTime();
          const { entries, duplicates, problem } = reader(path, hostile);
          assert.ok(processorTime() - started < 2000);
          const places = [
            ...[...entries.values()].flatMap(({ at, keyAt }) => [at, keyAt]),
            ...duplicates.map(({ at }) => at),
          ];
          for (const { line, column } of problem ? [...places, problem.at] : places)
            assert.ok(line >= 1 && column >= 1 && line <= lines.length && column <= (lines[line - 1]?.length ?? 0) + 2);
        }),
        { numRuns: 150 },
      );
    });
  }
});
