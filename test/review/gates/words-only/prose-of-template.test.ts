import assert from 'node:assert/strict';
import type { ChangedFile } from '../../../../src/change/change.js';
import { changesWordsOnly } from '../../../../src/review/gates/words-only/changes-words-only.js';

async function isOfWords(path: string, before: string, after: string): Promise<boolean> {
  return changesWordsOnly({ path, before: { text: before }, after: { text: after } } as ChangedFile);
}

type Change = readonly [path: string, before: string, after: string];

const form = '<form action="/x"><img src="y"><h1 class="a">Tell us more</h1>REST<input name="z"></form>';
const page = (rest: string): string => form.replace('REST', rest);

describe('elements of prose in a template', () => {
  const words: Readonly<Record<string, Change>> = {
    'a paragraph comes among other parts of a page': ['a.html', page(''), page('<p>One more thing</p>')],
    'a paragraph goes': ['a.html', page('<p>One more thing</p>'), page('')],
    'a paragraph of a class that is there': [
      'a.njk',
      page('<p class="b c">Old thing here</p>'),
      page('<p class="c">One more thing</p><p class="b c">Old thing here</p>'),
    ],
    'a paragraph as GOV.UK sets it': [
      'a.njk',
      page(''),
      page('<p class="govuk-body govuk-!-margin-bottom-2">It will not.</p>'),
    ],
    'a link': ['a.html', page('<p>Do read it</p>'), page('<p>Do read <a href="/x/y-z#a">our help</a></p>')],
    'a link to another site': [
      'a.html',
      page(''),
      page(
        '<p><a href="https://www.acme.example/a?b=c&amp;d=e" target="_blank" rel="noopener noreferrer" title="Our help">our help</a></p>',
      ),
    ],
    'an address for mail': [
      'a.html',
      page(''),
      page("<p lang='en-GB'>Or <a href='mailto:x@acme.example'>write to us</a></p>"),
    ],
    'a list': ['a.html', page(''), page('<ul><li>One</li><li>Two</li></ul><ol><li>So</li><li>Or so</li></ol><hr>')],
    'a list of terms': ['a.html', page(''), page('<dl><dt>One</dt><dd>It is <abbr title="first">it</abbr></dd></dl>')],
    'a heading of one word': ['a.html', page(''), page('<h2>Overview</h2>')],
    'a move within a branch': [
      'a.html.erb',
      '<% if a %><p>One or two</p><div id="x"></div><% end %>',
      '<% if a %><div id="x"></div><p>One or two</p><% end %>',
    ],
    'beside a branch': [
      'a.html.twig',
      '<div><h1>Hello you</h1>{% if a %}<img>{% endif %}</div>',
      '<div><h1>Hello you</h1>{% if a %}<img>{% endif %}<p>One more thing</p></div>',
    ],
    'beside what is filled in': [
      'a.html.erb',
      '<div><%= render "x" %></div>',
      '<div><p>Hello you</p><%= render "x" %></div>',
    ],
    'in a component of Vue': [
      'a.vue',
      '<template><p>Hello you</p><img></template><script>a</script>',
      '<template><p>Hello you</p><p><b>And</b> <small>one more</small></p><img></template><script>a</script>',
    ],
    'in a mail': [
      'a.mjml',
      '<mj-text><h1>Hello you</h1><p>Hi</p></mj-text>',
      '<mj-text><h1>Hello you</h1><p>Hi</p><p>And you <a href="https://a.example">see it</a></p></mj-text>',
    ],
    'a link of other words that leads elsewhere': [
      'a.html',
      page('<p><a href="/x">Our old help</a></p>'),
      page('<p><a href="/y">Our new help</a></p>'),
    ],
    'a paragraph that becomes an item': ['a.html', page('<p>One or two</p>'), page('<ul><li>One or two</li></ul>')],
    'a name that looks like an address': [
      'a.html',
      '<p id="a">Go to GOV.UK now</p>',
      '<p id="a">Go to (GOV.UK) then</p>',
    ],
    'a page about requirements': ['app/x_requirements.md.erb', 'You need it', 'You do need it'],
    'in a component, as it had until now': [
      'a.vue',
      '<template><x-a><p>Hello you</p></x-a></template>',
      '<template><x-a><p>Hello you</p><p>And you</p></x-a></template>',
    ],
  };
  for (const [what, change] of Object.entries(words))
    it(`are words: ${what}`, async () => assert.equal(await isOfWords(...change), true));
});
