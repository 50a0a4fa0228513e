import assert from 'node:assert/strict';
import type { ChangedFile } from '../../../../src/change/change.js';
import { changesWordsOnly } from '../../../../src/review/gates/words-only/changes-words-only.js';

type Change = readonly [before: string, after: string, path?: string];

async function those(changes: readonly Change[], areWords: boolean): Promise<readonly Change[]> {
  const found: Change[] = [];
  for (const change of changes) {
    const [before, after, path = 'a.html.erb'] = change;
    const file = { path, before: { text: before }, after: { text: after } } as ChangedFile;
    if ((await changesWordsOnly(file)) === areWords) found.push(change);
  }
  return found;
}

const page = (rest: string): string => `<div><p class="a">See it all</p>${rest}<%= f.submit %></div>`;
const link = (call: string): Change => [page('<p>See our page now.</p>'), page(`<p>See our <%= ${call} %> now.</p>`)];

const good: readonly Change[] = [
  link("link_to 'own page', 'https://acme.example/search'"),
  link('link_to("own page", "/search")'),
  link('govuk_link_to "page", "/search"'),
  link("link_to 'own page', '/x#y-z', target: '_blank', rel: 'noopener noreferrer'"),
  [
    page(''),
    page("<p class='a'>Do see that <%= link_to 'all of it', '/x' %> and <%= a %> is so.</p>").replace(
      '<%= a %>',
      'that',
    ),
  ],
  [page("<p>See <%= link_to 'it', '/x' %> now.</p>"), page('<p>See it now.</p>')],
  [
    page("<p>See <%= link_to 'it', '/x' %> and <%= a %> now.</p>"),
    page("<p>See <%= link_to 'it', '/x' %> and all of <%= a %> now.</p>"),
  ],
  [page(''), page("<%= link_to 'own page', '/x' %>")],
  ['<p>Ask in #my-channel now.</p>', '<p>Ask in #our-own-channel, now.</p>'],
];

const calls = [
  "link_to 'own page', search_path",
  "link_to 'own page', '/logout'",
  "link_to 'own page', 'javascript:a'",
  "link_to 'own page', '//a.example'",
  "link_to 'own page', '/x', method: :delete",
  "link_to 'own page', '/x', method: 'delete'",
  "link_to 'own page', '/x', data: { a: 'b' }",
  "link_to 'own page', '/x', remote: true",
  "link_to 'own page', '/x', target: '_top'",
  "link_to 'own page', '/x', rel: 'opener'",
  "link_to 'own page', '/x', class: 'js-b'",
  "link_to 'own page', '/x', onclick: 'a()'",
  "link_to '<b>page</b>', '/x'",
  "link_to 'a()', '/x'",
  'link_to "#{own} page", "/x"',
  'link_to "own page", "/#{x}"',
  "link_to a('own page'), '/x'",
  "link_to 'own page', '/x' if a",
  "link_to('own page', '/x').html_safe",
  "link_to('own page', '/x') + a",
  "link_to_if 'own page', '/x'",
  "button_to 'own page', '/x'",
  "my_link_to 'own page', '/x'",
  "a.link_to 'own page', '/x'",
  "link_to 'own page', '/x', '/y'",
  "link_to '', '/x'",
];

const bad: readonly Change[] = [
  ...calls.map(link),
  [page('<button>Do it now</button>'), page("<button>Do <%= link_to 'it', '/x' %> now</button>")],
  [page('<a href="/y">Do it now</a>'), page("<a href=\"/y\">Do <%= link_to 'it', '/x' %> now</a>")],
  [page('<img alt="Do it now">'), page("<img alt=\"Do <%= link_to 'it', '/x' %> now\">")],
  [
    page("<p>See <%= link_to 'it', '/x' %> or <%= link_to 'that', '/y' %>.</p>"),
    page("<p>See <%= link_to 'it', '/y' %> or <%= link_to 'that', '/x' %>.</p>"),
  ],
  [
    page("<% if a %><p>See <%= link_to 'it', '/x' %> now</p><img><% end %>"),
    page("<% if a %><img><% end %><p>See <%= link_to 'it', '/x' %> now</p>"),
  ],
  [page('<script>a</script>'), page("<script>a <%= link_to 'it', '/x' %></script>")],
  ['Hello to you', "Hello to <%= link_to 'you', '/x' %>", 'a.text.erb'],
  ['<p>Ask it now.</p>', '<p>Ask #if now.</p>'],
  ['<p>Ask it now.</p>', '<p>Ask #{a-b} now.</p>'],
  ['<p>Ask it now.</p>', '<p>Ask #a-b() now.</p>'],
  ['<p>Ask it now.</p>', '<p>Ask #a-/b now.</p>'],
];

describe('a link that Ruby writes', () => {
  it('is one of words within a sentence', async () => assert.deepEqual(await those(good, false), []));

  it('is more where it acts, or stands where links do not', async () => assert.deepEqual(await those(bad, true), []));
});
