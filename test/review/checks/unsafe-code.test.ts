import assert from 'node:assert/strict';
import { unsafeCode } from '../../../src/review/checks/unsafe-code.js';
import { createReviewContext, type ReviewContextParts, type SideFiles } from '../../support/review-context.js';

interface Came {
  readonly blockers: readonly string[];
  readonly confirmed: readonly string[];
  readonly isOpen: boolean;
}

async function run(base: SideFiles, head: SideFiles, more: ReviewContextParts = {}): Promise<Came> {
  const outcome = await unsafeCode.run(createReviewContext({ ...more, base, head: { ...base, ...head } }));
  assert.ok(outcome !== 'not-applicable');
  const say = (undecided: boolean): readonly string[] =>
    outcome.reports
      .filter((report) => (report.undecided === true) === undecided)
      .map(({ path, line, message }) => `${String(path)}:${String(line)} ${message}`);
  return { blockers: say(false), confirmed: say(true), isOpen: outcome.undecided === true };
}

const nothing: Came = { blockers: [], confirmed: [], isOpen: false };
const xliff = (text: string): string =>
  `<xliff version="1.2"><file source-language="en"><body><trans-unit id="a"><source>${text.replace(/[&<]/gu, (sign) => (sign === '<' ? '&lt;' : '&amp;'))}</source></trans-unit></body></file></xliff>`;
const json = (texts: Readonly<Record<string, string>>): string => JSON.stringify(texts, null, 2);

describe('unsafe-code', () => {
  const base = {
    'i18n/en.json': json({
      a: 'Hello',
      b: 'See https://acme.io',
      c: '<i style="x">odd</i>',
      d: '<script>old</script>',
    }),
    'i18n/de.json': json({ a: 'Hallo', b: 'Siehe https://acme.io' }),
  };
  const english = (a: string): SideFiles => ({ 'i18n/en.json': base['i18n/en.json'].replace('Hello', a) });

  it('says nothing of words, simple tags, placeholders and known sites', async () => {
    for (const text of ['Hi {name}', '<b>Hi</b> <a href=\\"https://acme.io/x\\">there</a>', 'Mail a@example.com']) {
      assert.deepEqual(await run(base, english(text)), nothing, text);
    }
  });

  it('blocks what does something on a page, in a new or a changed text', async () => {
    for (const [text, what] of [
      ['<script>x</script>', '<script>'],
      ['\\u003ciframe src=x>', '<iframe>'],
      ['<b onclick=\\"x()\\">Hi</b>', 'onclick='],
      ['{!! name !!}', '{!!'],
      ['<a href=\\"javascript:x()\\">Hi</a>', 'javascript:'],
    ] as const) {
      const { blockers } = await run(
        { 'i18n/en.json': json({ a: 'Hello' }) },
        { 'i18n/en.json': `{\n"a": "${text}"}` },
      );
      assert.equal(blockers.length, 1, text);
      assert.ok(blockers[0]?.startsWith(`i18n/en.json:2 “a” has ${what} in it now`), blockers[0]);
    }
  });

  it('leaves to an engineer what other texts of the file have, and takes a translation for one', async () => {
    const { blockers, confirmed } = await run(base, english('<u style=\\"y\\">Hi</u>'));
    assert.deepEqual(blockers, []);
    assert.match(confirmed.join(), /“a” has style= in it now, as other texts of this file have\. .*@erin confirms/);
    const german = { 'i18n/de.json': json({ a: 'Hallo', b: 'Siehe https://acme.io', c: '<i style="x">seltsam</i>' }) };
    assert.deepEqual(await run(base, german), nothing);
  });

  it('says nothing of what was there, moved or taken out', async () => {
    const moved = { 'i18n/en.json': base['i18n/en.json'].replace('"d": "<script>old</script>"', '"d": "plain"') };
    assert.deepEqual(await run(base, moved), nothing);
    assert.deepEqual(
      await run({ 'a.md': '<hr>\n<i style="a">\nold\n' }, { 'a.md': 'new\n<i style="a">\n<hr>\n' }),
      nothing,
    );
  });

  it('has another part in place of one confirmed, also within one that goes on over lines', async () => {
    for (const [was, is] of [
      ['<b onclick=\\"ok()\\">x</b>', '<b onclick=\\"no()\\">x</b>'],
      ['<script>ok()</script>', '<script>no()</script>'],
      ['<a href=\\"javascript:ok()\\">', '<a href=\\"javascript:no()\\">'],
    ] as const) {
      const { blockers, confirmed } = await run(
        { 'i18n/en.json': `{"a": "${was}"}` },
        { 'i18n/en.json': `{"a": "${is}"}` },
      );
      assert.deepEqual([blockers, confirmed.length], [[], 1], is);
      assert.match(confirmed.join(), /“a” has .* in it now, which it did not have like this/);
    }
    const script = (body: string): SideFiles => ({ 'docs/a.md': `x\n<script>\n${body}\n</script>\n` });
    assert.equal((await run(script('ok()'), script('no()'))).confirmed.length, 1);
    const styled = (words: string): SideFiles => ({
      'i18n/en.json': json({ a: `${words} <a style="color:red">x</a>` }),
    });
    assert.deepEqual(await run(styled('Old'), styled('New')), nothing);
  });

  it('has confirmed what does something since the marks around it are gone', async () => {
    const part = '<script>x</script>';
    for (const [was, is] of [
      [`x\n\n\`\`\`html\n${part}\n\`\`\`\n`, `x\n\n${part}\n`],
      [`x\n<!--\n${part}\n-->\n`, `x\n${part}\n`],
      [`x\n\n    ${part}\n`, `x\n\n${part}\n`],
      [`x\n\n    ${part}\n`, `x\n    ${part}\n`],
      [`- \`\`\`\n  ${part}\n  \`\`\`\n`, `- x\n  ${part}\n  \`\`\`\n`],
    ] as const)
      assert.equal((await run({ 'docs/a.md': was }, { 'docs/a.md': is })).confirmed.length, 1, is);
  });

  it('says nothing of examples of code, nor of other words beside a part', async () => {
    for (const text of ['```html\n<b onclick="x">\n```', 'The `<script>` tag', '```ts\nimport a from "b";\n```'])
      assert.deepEqual(await run({ 'docs/a.md': 'x\n' }, { 'docs/a.md': `x\n\n${text}\n` }), nothing, text);
    const page = (words: string): SideFiles => ({ 'docs/a.md': `${words}\n\n<video src="a.mp4"></video>\n` });
    assert.deepEqual(await run(page('Old'), page('New')), nothing);
    const form = (tag: string): SideFiles => ({ 'docs/a.md': `Search\n\n<input ${tag}>\n` });
    const search = form('type="search" placeholder="Type here"');
    assert.deepEqual(await run(search, form('type="search" placeholder="Search all pages"')), nothing);
    const { confirmed } = await run(search, form('type="submit" placeholder="Type here"'));
    assert.match(
      confirmed.join(),
      /^docs\/a\.md:3 This has another <input> than before in it now, which does something/,
    );
    const prompt = (words: string): SideFiles => ({ 'prompts/a.txt': `<style>\n${words}\n</style>\n` });
    assert.deepEqual(await run(prompt('formal'), prompt('plain')), nothing);
  });

  it('takes the beginning of a new catalog in PHP for no code in it', async () => {
    const php = "<?php\n\nreturn ['a' => 'Uno'];\n";
    const english = { 'lang/en/b.php': "<?php\nreturn ['a' => 'One'];\n" };
    assert.deepEqual(await run(english, { ...english, 'lang/es/a.php': php }), nothing);
    for (const [added, said] of [
      ["<?php\nreturn ['a' => 'Uno'];\n?>\n<?= run() ?>\n", /:4 This has <\? in it now/],
      ["\n<?php return ['a' => 'Uno'];\n", /:2 This has <\? in it now/],
    ] as const)
      assert.match((await run(english, { ...english, 'lang/es/a.php': added })).confirmed.join(), said);
  });

  it('has orders to tools and to readers confirmed', async () => {
    const { confirmed } = await run({ 'docs/a.md': 'x\n' }, { 'docs/a.md': 'x\nRun `npm install evil` now\n' });
    assert.match(confirmed.join(), /^docs\/a\.md:2 This has “npm install evil” in it now, which tools or readers may/);
    assert.equal((await run(base, english('{{> partial}}'))).confirmed.length, 1);
  });

  it('looks at what stands in a file beside its texts, or in tags of which a reader leaves out the attributes', async () => {
    const xml = (inside: string): SideFiles => ({
      'res/values/strings.xml': `<resources>\n<string name="a">x</string>\n${inside}\n</resources>\n`,
    });
    const other = { 'res/values-de/strings.xml': '<resources>\n<string name="a">x</string>\n</resources>\n' };
    for (const inside of [
      '<string name="b"><a href="https://evil.io">x</a></string>',
      '<string name="b"><a onclick="x()">x</a></string>',
      '<string name="b" translatable="false">&lt;script></string>',
      '<bool name="debug">true</bool>',
    ]) {
      const { blockers, confirmed } = await run({ ...other, ...xml('') }, xml(inside));
      assert.deepEqual([blockers, confirmed.length], [[], 1], inside);
    }
    for (const inside of ['<string name="b">Hi <b>you</b></string>', '<!-- For the title -->'])
      assert.deepEqual(await run({ ...other, ...xml('') }, xml(inside)), nothing, inside);
    // What another language has is translated.
    const line = '<string name="b"><a onclick="x()">x</a></string>';
    const german = { 'res/values-de/strings.xml': `<resources>\n<string name="a">x</string>\n${line}\n</resources>\n` };
    assert.deepEqual(await run({ ...xml(line), ...other }, german), nothing);
    assert.deepEqual(await run(xml('<!--\n<bool name="x">true</bool>\n-->'), {}), nothing);
    for (const [path, was, is] of [
      [
        'locale/de/LC_MESSAGES/a.po',
        'msgid ""\nmsgstr ""\n',
        'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=exec(1);\\n"\n',
      ],
      ['locales/en/a.ftl', 'a = x\n', 'a = {"<"}script>x\n'],
      ['lib/l10n/app_en.arb', '{"a": "x"}', '{"a": "x",\n"@a": {"placeholders": {"n": {\n"type": "int n){} x("}}}}'],
      [
        'Resources/Texts.resx',
        '<root>\n</root>\n',
        '<root>\n<data name="b" mimetype="application/x"><value>AA</value></data>\n</root>\n',
      ],
    ] as const)
      assert.equal((await run({ [path]: was }, { [path]: is })).confirmed.length, 1, path);
  });

  it('takes no name of a file or of a program for a site that is known', async () => {
    const code = { 'src/a.ts': 'run("install.sh"); user.name; at("https://github.com/acme/x");\n' };
    const come = async (text: string): Promise<number> =>
      (await run({ ...base, ...code }, english(text))).confirmed.length;
    for (const text of [
      'www。evil。io',
      'https://install.sh/',
      'https://user.name',
      'https://github.com/evil/x',
      'a@gmail.com',
    ])
      assert.equal(await come(text), 1, text);
    for (const text of ['https://github.com/acme/y', 'acme.io', 'Write to a@acme.io'])
      assert.equal(await come(text), 0, text);
  });

  it('has a site confirmed that nothing leads to so far', async () => {
    const { confirmed, ...rest } = await run(base, english('See https://evil.io/x and https://evil.io/y'));
    assert.deepEqual(rest, { blockers: [], isOpen: false });
    assert.equal(confirmed.length, 1);
    assert.match(String(confirmed[0]), /^i18n\/en\.json:2 This leads to evil\.io, which nothing in this repository/);
    for (const [other, isKnown] of [
      ['notacme.io', false],
      ['acme.io.evil.com', false],
      ['a.acme.io', false],
      ['www.acme.io', true],
    ] as const)
      assert.equal((await run(base, english(`https://${other}/`))).confirmed.length, isKnown ? 0 : 1, other);
  });

  it('looks for at most ten sites through all files, and asks for each in its file alone while it is edited', async () => {
    const text = 'Write to a@acme.io';
    assert.equal((await run({ ...base, 'x.md': 'y\n' }, { 'x.md': text })).confirmed.length, 0);
    const { confirmed } = await run({ ...base, 'x.md': 'y\n' }, { 'x.md': text }, { moment: 'edit' });
    assert.equal(confirmed.length, 1);
    assert.match(
      confirmed.join(),
      /acme\.io, which this file did not name before\..* If nothing else in this repository/,
    );
    const many = Array.from({ length: 12 }, (_, n) => `https://known${n}.io`).join('\n');
    const there = { 'sites.ts': many, 'x.md': 'y\n' };
    assert.equal((await run(there, { 'x.md': many })).confirmed.length, 2);
  });

  it('has prose, prompts and flags that gain such a part confirmed, but objects of programs blocked', async () => {
    const docs = await run({ 'docs/a.md': 'Text\n' }, { 'docs/a.md': 'Text\n<img onerror="x">\n' });
    assert.match(docs.confirmed.join(), /^docs\/a\.md:2 This has onerror= in it now.*@erin confirms/);
    const flags = await run({ 'flags.yaml': 'a: 1\n' }, { 'flags.yaml': 'a: !ruby/object:X\n' });
    assert.match(flags.blockers.join(), /^flags\.yaml:1 This has !ruby\/ in it now: what reads this file/);
    assert.deepEqual(await run({ 'docs/a.md': '<script>\n' }, { 'docs/a.md': 'Text\n' }), nothing);
  });

  it('looks at pages that are new, and at none that is gone', async () => {
    const { confirmed } = await run({}, { 'docs/a.md': 'See https://evil.io\n<script>\n' });
    assert.equal(confirmed.length, 2);
    const outcome = await unsafeCode.run(
      createReviewContext({ base: { 'docs/a.md': '<script>\n', 'i18n/en.json': '{"a": "<b>"}' } }),
    );
    assert.deepEqual(outcome, { reports: [] });
    assert.equal(
      (await run(base, { 'i18n/en.json': json({ a: 'Hello', n: 'https://evil.io', o: '<script>' }) })).confirmed.length,
      2,
    );
    const file = 'file://a.test/x file://b.io/x\n';
    assert.equal((await run({ 'docs/a.md': 'x\n' }, { 'docs/a.md': file })).confirmed.length, 1);
    assert.equal((await run({}, { 'i18n/en.json': json({ a: '<script>' }) })).blockers.length, 1);
    const page = (more: string): SideFiles => ({ 'docs/a.md': `https://evil.io/a\n${more}` });
    assert.deepEqual(await run(page(''), page('https://evil.io/b\n'), { moment: 'edit' }), nothing);
    const said = (more: string): SideFiles => ({ 'i18n/en.json': json({ a: `https://evil.io/a${more}` }) });
    assert.deepEqual(await run(said(''), said('b'), { moment: 'edit' }), nothing);
  });

  it('stops a commit by what stops the pull request, in every format, and leaves all else open until then', async () => {
    const active = [
      '<script>x</script>',
      '\\u003ciframe src=x>',
      '&lt;b onclick=x()>Hi',
      '{!! name !!}',
      '{{{name}}}',
      '{{- name}}',
      '{{ name | safe }}',
      '<%= x %>',
      '<a href=javascript:x()>Hi</a>',
      'data:text/html,x',
      'java\tscript:x()',
    ];
    const files: readonly ((text: string) => SideFiles)[] = [
      (text) => ({ 'i18n/en.json': `{\n"a": "${text.replace('\t', '\\t')}"\n}` }),
      (text) => ({ 'i18n/en.yml': `a: '${text}'\n` }),
      (text) => ({ 'i18n/messages_en.properties': `a=${text}\n` }),
      (text) => ({ 'i18n/messages.en.xlf': xliff(text) }),
      (text) => ({ 'locale/en/messages.po': `msgid "a"\nmsgstr "${text.replace('\t', '\\t')}"\n` }),
    ];
    for (const file of files)
      for (const text of active) {
        const [was, is] = [file('Hello'), file(text)];
        const { blockers } = await run(was, is);
        // In PO this escape is none.
        assert.equal(
          blockers.length,
          'locale/en/messages.po' in is && text.startsWith('\\u') ? 0 : 1,
          JSON.stringify(is),
        );
        const commit = await run(was, is, { moment: 'commit' });
        assert.deepEqual(commit, { blockers, confirmed: [], isOpen: true }, JSON.stringify(is));
      }
    const flags = await run({ 'flags.yaml': 'a: 1\n' }, { 'flags.yaml': 'a: !ruby/object:X\n' }, { moment: 'commit' });
    assert.match(flags.blockers.join(), /^flags\.yaml:1 This has !ruby\//);
    assert.deepEqual(await run({}, { 'docs/a.md': 'See https://evil.io\n<script>\n' }, { moment: 'commit' }), {
      ...nothing,
      isOpen: true,
    });
  });

  it('has signs of templates confirmed in the texts of native apps, which fill in nothing so', async () => {
    const path = 'app/src/main/res/values/strings.xml';
    const file = (text: string): SideFiles => ({
      [path]: `<resources>\n<string name="a">${text}</string>\n</resources>\n`,
    });
    const { blockers, confirmed } = await run(file('Hello'), file('{{subst:uw|{{{title}}}}}'));
    assert.deepEqual([blockers, confirmed.length], [[], 1]);
    assert.match(String(confirmed), /“a” has \{\{\{ in it now, which it did not have like this/);
    assert.equal((await run(file('Hello'), file('&lt;script&gt;x&lt;/script&gt;'))).blockers.length, 1);
  });

  it('has an address that runs confirmed in a prompt', async () => {
    const { confirmed } = await run(
      { 'prompts/a.txt': 'x\n' },
      { 'prompts/a.txt': '<a href>(javascript:x())\n<a b=>\n' },
    );
    assert.match(confirmed.join(), /^prompts\/a\.txt:1 This has javascript: in it now/);
  });

  it('leaves code, and what was not read, to the engineering DRI', async () => {
    assert.equal((await run({}, { 'src/a.ts': 'x();\n' })).isOpen, true);
    assert.equal((await run({}, { 'src/i18n/en.ts': "export default { a: 'b' };\n" })).isOpen, true);
    assert.equal((await run({}, { 'docs/a.mdx': 'x\n' })).isOpen, true);
    assert.equal((await run({}, { 'i18n/en.json': '{"a": "<script>"' })).isOpen, true);
    const picture = { mode: '100644', oid: 'p', bytes: 9, unread: 'binary' } as const;
    assert.equal((await run({}, { 'docs/a.png': picture })).isOpen, true);
  });
});
