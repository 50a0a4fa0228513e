import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChangedFile } from '../../../../../src/change/change.js';
import { changesWordsOnly } from '../../../../../src/review/gates/words-only/changes-words-only.js';
import { processorTime } from '../../../../support/processor-time.js';

async function isOfWords(path: string, before: string, after: string): Promise<boolean> {
  return changesWordsOnly({ path, before: { text: before }, after: { text: after } } as ChangedFile);
}

type Change = readonly [path: string, before: string, after: string];

describe('a change of words alone in a template', () => {
  const words: Readonly<Record<string, Change>> = {
    'a paragraph': ['a.html', '<p class="x">Hello there</p>', '<p class="x">Good morning to you</p>'],
    'text without tags': ['a.text.erb', 'Hey, <%= name %>,\n\n1. Save it.', 'Hi <%= name %>,\n1. Keep it, and smile!'],
    'a template of Ruby that says no more of itself': [
      'app/flows/x/hint.erb',
      '<% text_for :hint do %>\n  Ask us.\n<% end %>',
      '<% text_for :hint do %>\n  Do ask us.\n<% end %>',
    ],
    'what a link says': [
      'a.md.erb',
      'Ask for [maternity pay](/pay-leave).',
      'Ask for [Maternity Pay](/pay-leave), please.',
    ],
    'a paragraph more': [
      'a.html',
      '<div><p>Hello you</p></div>',
      '<div><p>Hello you</p><p>And <b>good</b> day.<br></p></div>',
    ],
    'an item less': [
      'a.blade.php',
      '<ul class="x"><li>One or two</li><li>Two of it</li></ul>',
      '<ul class="x"><li>Two of them</li></ul>',
    ],
    'a sentence in an attribute': [
      'a.vue',
      '<template><img alt="A red cat" :title="a b"></template>',
      '<template><img alt="A black cat" :title="a b"></template>',
    ],
    'the same in other quotes': ['a.html', "<a title='Go to it'>x</a>", "<a title='Go home'>x</a>"],
    'an entity': ['a.html', '<p>You &amp; me</p>', '<p>Me &amp;&nbsp;you, now</p>'],
    'a string with a sign of its own': [
      'a.html.erb',
      "<p>Hi <%= a('don\\'t') %> you</p>",
      "<p>So <%= a('don\\'t') %> you</p>",
    ],
    'a word in a label': ['a.html', '<label for="a">Labels</label>', '<label for="a">Issue Labels</label>'],
    'a word in a heading': [
      'a.vue',
      '<template><h2 class="x">Contact</h2></template>',
      '<template><h2 class="x">Support</h2></template>',
    ],
    'text beside code of Markdown': ['a.md.erb', '~~~\na b\n~~~\nHello you `x y`', '~~~\na b\n~~~\nHi to you `x y`'],
    'text beside a statement': ['a.html', '#if (a or (b))\nHello you\n#end', '#if (a or (b))\nHi to you\n#end'],
    'text behind a statement that is not closed in its line': [
      'a.md.erb',
      'Hello you ~~~ or so',
      'Hi to you ~~~ or so',
    ],
    'a price': ['a.html', '<p>Pay £5 now</p>', '<p>Pay £6, or $7 now</p>'],
    'text beside a comparison': ['a.html', '<p>So a < b is true</p>', '<p>Then a < b is so</p>'],
    'a branch of Angular': [
      'a.component.html',
      '@if (user.isNew && !x) {\n<p>Hello you</p>\n} @else {\n<p>Hi you</p>\n}',
      '@if (user.isNew && !x) {\n<p>Hello to you</p>\n} @else {\n<p>Hi to you</p>\n}',
    ],
    'a branch of Blade': [
      'a.blade.php',
      "@if (f(a, 'b)('))\nHello you\n@endif {{-- don't --}}",
      "@if (f(a, 'b)('))\nHello to you\n@endif {{-- don't --}}",
    ],
    'a branch of Svelte': ['a.svelte', '{#if a}<p>Hello you</p>{/if}', '{#if a}<p>Hi to you</p>{/if}'],
    'a block of Twig': [
      'a.html.twig',
      "{# don't #}{% if a == 'b' %}<p>Hello {{ name }}</p>{% endif %}",
      "{# don't #}{% if a == 'b' %}<p>Hi to {{ name }}</p>{% endif %}",
    ],
    'a page with its head': [
      'a.html',
      '---\nlayout: home page\n---\n<!doctype html>\n<title>Our home page</title>',
      '---\nlayout: home page\n---\n<!doctype html>\n<title>Your own page</title>',
    ],
    'text beside an address for mails': [
      'a.html',
      '<p>Write to x@acme.example @ home [ or so ] today</p>',
      '<p>Do write to x@acme.example @ home [ or so ] today</p>',
    ],
    'text beside a script': ['a.html', '<script>a b</script><p>Hello you</p>', '<script>a b</script><p>Hi to you</p>'],
    'text beside a script that is named': [
      'a.html',
      '<p>See <code>a b</code> for it</p>',
      '<p>Look at <code>a b</code> for it</p>',
    ],
  };
  for (const [what, change] of Object.entries(words))
    it(`is one of words: ${what}`, async () => assert.equal(await isOfWords(...change), true));

  const others: Readonly<Record<string, Change>> = {
    'a tag': ['a.html', '<p class="x">Hello you</p>', '<h1 class="x">Hello you</h1>'],
    'an attribute': ['a.html', '<p class="x y">Hello you</p>', '<p class="x z">Hello you</p>'],
    'an address': ['a.html', '<form action="/x">Hello you</form>', '<form action="/y">Hello you</form>'],
    'one word in an attribute': ['a.html', '<a title="delete">x y</a>', '<a title="save">x y</a>'],
    'where a link leads': ['a.md.erb', 'Ask for [our help](/pay).', 'Ask for [our help](/pray).'],
    'code of Ruby': ['a.html.erb', '<p><%= a b %> or so</p>', '<p><%= a c %> or so</p>'],
    'the order of code': ['a.html.erb', '<p><%= a %> and <%= b %></p>', '<p><%= b %> and <%= a %></p>'],
    'a branch': ['a.vue', '<p v-if="a">Hello you</p>', '<p v-if="b">Hello you</p>'],
    'a branch of Angular': ['a.component.html', '@if (is ready) {<p>Hello you</p>}', '@if (is new) {<p>Hello you</p>}'],
    'what Angular calls a name': ['a.component.html', '@let a = b or c;<p>x y</p>', '@let a = b or d;<p>x y</p>'],
    'a branch of Svelte': ['a.svelte', '{#if a or b}<p>Hello you</p>{/if}', '{#if a or c}<p>Hello you</p>{/if}'],
    'a branch of another language': ['a.html', '<#if a or b>Hello you', '<#if a or c>Hello you'],
    'code in square brackets': ['a.html', '<p>[[ a or b ]]</p>', '<p>[[ a or c ]]</p>'],
    'code in PHP': ['a.phtml', '<?php say it ?>', '<?php say all ?>'],
    'code of Blade': ['a.blade.php', '@php\nsay it now\n@endphp', '@php\nsay all now\n@endphp'],
    'a script': ['a.html', '<script>a b</script>', '<script>a c</script>'],
    'code of a shop': [
      'a.liquid',
      '{% javascript %}go to it{% endjavascript %}',
      '{% javascript %}go on it{% endjavascript %}',
    ],
    'a page in another language': [
      'a.vue',
      '<template lang="pug">\np Hello you\n</template>',
      '<template lang="pug">\np Hi to you\n</template>',
    ],
    'a script that Ruby writes': [
      'a.html.erb',
      '<%= javascript_tag do %>go to<% end %>',
      '<%= javascript_tag do %>go on<% end %>',
    ],
    'the head of a page': [
      'a.html',
      '---\nlayout: home page\n---\nHello you',
      '---\nlayout: shop page\n---\nHello you',
    ],
    'a word in a sign': ['a.html', '<label class="icon">home</label>', '<label class="icon">back</label>'],
    'a word of a label that becomes code': ['a.html.erb', '<label>Home</label>', '<label><%= a %></label>'],
    'one word': ['a.html', '<p>delete</p>', '<p>save</p>'],
    'all words gone': ['a.html', '<p class="x">Hello you</p>', '<p class="x"></p>'],
    'a tag around code': ['a.html.erb', '<p><%= a %></p>', '<%= a %>'],
    'a place for words that was not there': ['a.html', '<p><img></p>', '<p><img>Hello you</p>'],
    'an option, which a form sends': ['a.html', '<option>Red one</option>', '<option>Blue one</option>'],
    'an icon': ['a.html', '<span class="material-icons">go home</span>', '<span class="material-icons">go back</span>'],
    'an element that acts': ['a.vue', '<feature-flag>new home</feature-flag>', '<feature-flag>old home</feature-flag>'],
    'a sign that is not seen': ['a.html', '<p>pay you 100</p>', '<p>pay \u202Eyou 100</p>'],
    'an entity that is not seen': ['a.html', '<p>pay you 100</p>', '<p>pay &#8238;you 100</p>'],
    'a call': ['a.html', '<p>go to it</p>', '<p>go to it()</p>'],
    'a member': ['a.html', '<p>go to it</p>', '<p>go to a.it</p>'],
    'a tag that is not closed': ['a.html', '<p class="x">Hello you</p', '<p class="x">Hi to you</p'],
    'a comment that is not closed': ['a.html', '<!-- <p>Hello you</p>', '<!-- <p>Hi to you</p>'],
    'a brace that is not closed': ['a.html', '{ <p>Hello you</p>', '{ <p>Hi to you</p>'],
    'a script that is not closed': ['a.html', '<script>a b', '<script>a c'],
    'a block of a shop that is not closed': ['a.liquid', '{% raw %} Hello you', '{% raw %} Hi to you'],
    'a bracket of a statement that is not closed': ['a.html', '#if (a or b\nHello you', '#if (a or c\nHello you'],
    'code of Markdown that goes on for long': [
      'a.md.erb',
      `~~~\nHello you ${'a '.repeat(11_000)}\n~~~`,
      `~~~\nHi to you ${'a '.repeat(11_000)}\n~~~`,
    ],
    'a bracket that is not closed': ['a.blade.php', '@if (a Hello you', '@if (a Hi to you'],
    'a string that goes over its end': [
      'a.phtml',
      '<?php $a = "?>"; call me now ?>',
      '<?php $a = "?>"; call all now ?>',
    ],
    'a string that goes over a brace': ['a.html', "{{ '}}' or a }}", "{{ '}}' or b }}"],
    'a sign that stands for code here': ['a.html', '<p>Hello \uE000 you</p>', '<p>Hi \uE000 to you</p>'],
    'tags that do not close as they open': [
      'a.html',
      '<b><p>Hello you</b></p>',
      '<b><p>Hello you</p><p>And you</b></p>',
    ],
    'a tag that is left open': ['a.html', '<div><p>Hello you</div>', '<div><p>Hello you<p>And you</div>'],
    'a tag that is open to the end': ['a.html', '<p>Hello you', '<p>Hello you<p>and you'],
  };
  for (const [what, change] of Object.entries(others))
    it(`is none of words: ${what}`, async () => assert.equal(await isOfWords(...change), false));

  it('is none wherever code changes, whatever words stand around it', async () => {
    const text = fc
      .array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2, maxLength: 5 })
      .map((each) => each.join(' '));
    const code = fc.constantFrom(
      (name: string) => `<%= ${name} %>`,
      (name: string) => `{{ ${name} }}`,
      (name: string) => `{% if ${name} %}`,
      (name: string) => `<b id="${name}">`,
      (name: string) => `<!-- ${name} -->`,
      (name: string) => `<${name}-x>`,
      (name: string) => `@if (a or ${name})`,
      (name: string) => `[x y](${name})`,
    );
    const name = fc.stringMatching(/^[a-z]{3,8}$/);
    await fc.assert(
      fc.asyncProperty(text, text, code, name, name, async (one, other, write, before, after) => {
        const page = (said: string, called: string): string => `<div id="a">${said} ${write(called)} ${said}</div>`;
        assert.equal(await isOfWords('a.html.erb', page(one, before), page(other, before)), true);
        if (before !== after) assert.equal(await isOfWords('a.html.erb', page(one, before), page(other, after)), false);
      }),
    );
  });

  it('takes time in step with the length', async () => {
    const started = processorTime();
    for (const part of ['<p>a b</p>', 'a b ', '<%', '{a', '<a "', '"<a', '@if (', '[[', '<p>', '{# ', '](', '<!--']) {
      const page = part.repeat(290_000 / part.length);
      await isOfWords('a.html', page, `${page} `);
    }
    assert.ok(processorTime() - started < 20_000, `${processorTime() - started} ms`);
  });

  it('takes no longer for code that does not close, nor for tags that were never opened', async () => {
    const started = processorTime();
    for (const part of ['``` ', '```\n', '`a', '~~~ a\n', '#if (', '#if (a', '#set\n', '% a\n', ']:', '[a']) {
      const page = part.repeat(290_000 / part.length);
      await isOfWords('a.md.erb', page, `${page} `);
    }
    const deep = `${'<b>'.repeat(48_000)}${'</c>'.repeat(36_000)}`;
    await isOfWords('a.html', deep, `${deep} `);
    assert.ok(processorTime() - started < 20_000, `${processorTime() - started} ms`);
  });
});
