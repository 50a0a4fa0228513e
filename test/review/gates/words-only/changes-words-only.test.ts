import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChangedFile } from '../../../../src/change/change.js';
import { changesWordsOnly } from '../../../../src/review/gates/words-only/changes-words-only.js';
import { processorTime } from '../../../support/processor-time.js';

async function isOfWords(before: string | undefined, after: string | undefined, path = 'src/a.tsx'): Promise<boolean> {
  const side = (text: string | undefined) => (text === undefined ? undefined : { text });
  return changesWordsOnly({ path, before: side(before), after: side(after) } as ChangedFile);
}

describe('a change of words alone in a page of Go, of PHP or of Astro, and in a mail of Laravel', () => {
  const page =
    '<!-- Copyright -->\n{{define "main"}}\n<main id="a">\n<h1 data-a="b">How to search</h1>\n<p>Type {{.Name}} to find it.</p>\n</main>\n{{end}}\n';
  const mail =
    '<x-mail::message>\nHey {{ $name }},\nClick the button below.\n\n<x-mail::button :url="$url">\nAccept it now\n</x-mail::button>\n</x-mail::message>\n';
  const php =
    "<?php include 'head.php'; ?>\n<main>\n<?php if ($a): ?>\n<p>Hello <?= $name ?>, welcome.</p>\n<?php endif; ?>\n</main>\n";
  const astro =
    '---\nimport Layout from \'../Layout.astro\';\n---\n<Layout title="Home">\n<h1 class="a">Welcome to our home</h1>\n{a && <b>x</b>}\n</Layout>\n';
  for (const [path, before, was, is] of [
    ['web/home.php', php, 'welcome.', 'good to see you.'],
    ['src/pages/index.astro', astro, 'Welcome to our home', 'Welcome to your new home'],
    ['src/pages/index.astro', '<h1 class="a">Welcome to us</h1>', 'Welcome to us', 'Good to see you'],
    ['web/a.tmpl', page, 'to find it', 'and press Enter'],
    ['web/a.tmpl', page, 'How to search', 'Search for a package'],
    ['mails/a.blade.php', mail, 'Click the button below', 'Press the button to join'],
    ['mails/a.blade.php', mail, 'Accept it now', 'Join the team'],
  ] as const)
    it(`is one of ${is}`, async () => assert.equal(await isOfWords(before, before.replace(was, is), path), true));

  it('takes time in proportion to the page', async () => {
    for (const [odd, path] of [
      ['{{', 'web/a.tmpl'],
      ['<!--', 'web/a.tmpl'],
      ['<p>{{', 'web/a.tmpl'],
      ['<?', 'web/a.php'],
      ['<p><? ', 'web/a.php'],
      ['\n---', 'web/a.astro'],
    ] as const) {
      const text = `<p>${odd.repeat(100_000 / odd.length)}`;
      const from = processorTime();
      await isOfWords(text, `${text}>`, path);
      const took = processorTime() - from;
      assert.ok(took < 2000, `${odd} ${took}`);
    }
  });
});

describe('a change of words alone in a module that hands its texts to a call', () => {
  const texts =
    'OC.L10N.register(\n    "deck",\n    {\n    "Remove" : "Entfernen"\n},\n"nplurals=2; plural=(n != 1);");\n';
  it('is another text, and one more', async () => {
    assert.equal(await isOfWords(texts, texts.replace('Entfernen', 'Löschen'), 'l10n/de.js'), true);
    assert.equal(await isOfWords(texts, texts.replace('"Remove"', '"Add": "Neu",\n    "Remove"'), 'l10n/de.js'), true);
  });
});

describe('a change of words alone in a program', () => {
  const words: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'between tags': ['<p>Hello there <b>all of you</b>.</p>;', '<p>Good morning <b>every one</b>.</p>;'],
    'over lines': ['<p>\n  Hello there\n</p>;', '<p>\n  Good morning,\n  all of you\n</p>;'],
    'beside what is filled in': ['<h1>You cannot {name} it</h1>;', '<h1>You can do {name} it</h1>;'],
    'in a message of FormatJS': [
      "f({ id: 'a', defaultMessage: 'Optional | {name} has {n, plural, one {# file} other {# files}}' });",
      "f({ id: 'a', defaultMessage: 'Welcome | {name} has {n, plural, one {# file} other {# files}}' });",
    ],
    'in a message of FormatJS that is an element': [
      '<F id="a" defaultMessage="Save" />;',
      '<F id="a" defaultMessage="Keep" />;',
    ],
    'in a message whose name stands in quotes': [
      "f({ 'defaultMessage': 'Save' });",
      "f({ 'defaultMessage': 'Keep it' });",
    ],
    'in a label, a word alone': ['<label htmlFor="a">Labels</label>;', '<label htmlFor="a">Issues</label>;'],
    'in a component that shows text': ['<Text>Loading devices...</Text>;', '<Text>Loading sessions...</Text>;'],
    'in a component': ['<Button>Save the change</Button>;', '<Button>Keep the change</Button>;'],
    'with an entity': ['<p>You &amp; me</p>;', '<p>Me &amp; you</p>;'],
  };
  for (const [what, [before, after]] of Object.entries(words))
    it(`is one of words ${what}`, async () => assert.equal(await isOfWords(before, after), true));

  const others: Readonly<Record<string, readonly [before: string | undefined, after: string | undefined]>> = {
    new: [undefined, '<p>Hello you</p>;'],
    gone: ['<p>Hello you</p>;', undefined],
    'code beside it': ['<p>Hello you</p>;', '<p>Hi you</p>; show();'],
    'a place for words that was not there': ['<p><b /></p>;', '<p>Hi you<b /></p>;'],
    'a tag': ['<p>Hello you</p>;', '<h1>Hello you</h1>;'],
    'an attribute': ['<img src="A red cat" />;', '<img src="A black cat" />;'],
    'what a message fills in': ["f({ defaultMessage: 'Hi {name}' });", "f({ defaultMessage: 'Hi {user}' });"],
    'what a message computes': ["f({ defaultMessage: a('x') });", "f({ defaultMessage: a('y') });"],
    'another text of a message': ["f({ ['defaultMessage' + a]: 'x' });", "f({ ['defaultMessage' + a]: 'y' });"],
    'a blank in a label': ['<label> </label>;', '<label>go()</label>;'],
    'a text of another kind': ['<RichText>Hello you</RichText>;', '<RichText>Hi to you</RichText>;'],
    'one word': ['<p>delete</p>;', '<p>save</p>;'],
    'a string': ["<p>{'Hello there'}</p>;", "<p>{'Hello you'}</p>;"],
    'a template string': ['<p>{`Hello there`}</p>;', '<p>{`Hello you`}</p>;'],
    'what does not parse': ['<p>Hello you', '<p>Hi you'],
    'blanks of code': ['a(); // note\ncheckAdmin();', 'a(); // note checkAdmin();'],
    'blanks of a string': ["a('x  y');", "a('x y');"],
    'a return over two lines': ['function a() { return <p>x y</p>; }', 'function a() { return\n<p>x z</p>; }'],
    'a blank between two': ['<p><a>One</a> <b>Two</b></p>;', '<p><a>One</a>\n<b>Two</b></p>;'],
    'a blank before a tag': ['<p>Hello you <b>all</b></p>;', '<p>Hello you<b>all</b></p>;'],
    'words in what is drawn by code': [
      '<p>x y</p>;<svg><svg /><p>Hello you</p></svg>;',
      '<p>x y</p>;<svg><svg /><p>Hi to you</p></svg>;',
    ],
    'a script': ['<script>a b</script>;', '<script>c d</script>;'],
    'a style': ['<style>a b</style>;', '<style>c d</style>;'],
    'a script of a framework': ['<Script>go to</Script>;', '<Script>go on</Script>;'],
    'a redirect': ['<Redirect>to login</Redirect>;', '<Redirect>to admin</Redirect>;'],
    'a feature': ['<Feature>new home</Feature>;', '<Feature>old home</Feature>;'],
    'an option, which a form sends': ['<option>Red one</option>;', '<option>Blue one</option>;'],
    'a message that others translate': ['<Trans>Hello you</Trans>;', '<Trans>Hi to you</Trans>;'],
    'code that is shown': ['<code>rm -rf x</code>;', '<code>rm -rf y</code>;'],
    'a member of a library': ['<a.b>Hello you</a.b>;', '<a.b>Hi to you</a.b>;'],
    'an address': ['<p>see https://a.b now</p>;', '<p>see https://c.d now</p>;'],
    'a sign that is not seen': ['<p>pay you 100</p>;', '<p>pay \u202Eyou 100</p>;'],
    'a blank of another kind': ['<p>pay you now</p>;', '<p>pay you\u00A0now</p>;'],
    'a call': ['<p>go to it</p>;', '<p>go to it()</p>;'],
    'what is too long': ['<p>Old one</p>;', `<p>${'New '.repeat(80_000)}</p>;`],
  };
  for (const [what, [before, after]] of Object.entries(others))
    it(`is none of words: ${what}`, async () => assert.equal(await isOfWords(before, after), false));

  it('is none in what is neither a component nor a template, or no template of words', async () => {
    for (const path of ['a.rb', 'a.js.erb', 'a.yml.erb', 'a.html.haml', 'a.cshtml', 'a.pug', 'robots.txt.erb', 'a.sh'])
      assert.equal(await isOfWords('<p>Hello you</p>', '<p>Hi to you</p>', path), false, path);
  });

  it('is none wherever anything else changes', async () => {
    const plain = fc
      .array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2, maxLength: 5 })
      .map((each) => each.join(' '));
    const more = fc.constantFrom('<b />', '{a}', '</p><p>', '{/* a */}', '&nbsp;<br />', '{" "}');
    await fc.assert(
      fc.asyncProperty(plain, plain, more, async (one, other, code) => {
        assert.equal(await isOfWords(`<p>${one}</p>;`, `<p>${other}</p>;`), true);
        assert.equal(await isOfWords(`<p>${one}</p>;`, `<p>${one}${code}${other}</p>;`), false);
      }),
    );
  });

  it('takes time in step with the length', async () => {
    const started = processorTime();
    for (const part of ['<p>a b</p>', '<p>a b</p><svg/>', '<svg>', 'a b ', 'a; b ', 'a(b ', '  ']) {
      const text = `<p>${part.repeat(290_000 / part.length)}</p>;`;
      await isOfWords(text, `${text} `);
    }
    assert.ok(processorTime() - started < 20_000, `${processorTime() - started} ms`);
  });
});
