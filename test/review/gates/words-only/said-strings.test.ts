import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChangedFile } from '../../../../src/change/change.js';
import { withoutSaid } from '../../../../src/review/gates/words-only/shown/said-strings.js';
import { processorTime } from '../../../support/processor-time.js';
import { changesWordsOnly } from '../../../../src/review/gates/words-only/changes-words-only.js';

type Change = readonly [path: string, before: string, after: string];

async function isOfWords(path: string, before: string, after: string): Promise<boolean> {
  return changesWordsOnly({ path, before: { text: before }, after: { text: after } } as ChangedFile);
}

describe('a string that a call shows', () => {
  const words: readonly Change[] = [
    ['a.html.erb', '<%= link_to "Clear it", a(b) %>', '<%= link_to "Clear it all", a(b) %>'],
    [
      'a.html.erb',
      "<%= govuk_link_to('Back', a_path, class: 'x') %>",
      "<%= govuk_link_to('Home', a_path, class: 'x') %>",
    ],
    ['a.html.erb', '<%= govuk_button_link_to "Go", b %>', '<%= govuk_button_link_to "Do go", b %>'],
    ['a.html.erb', '<p><%= button_to "Go", b %></p>', '<p><%= button_to "Do go", b %></p>'],
    ['a.html.erb', '<%= content_tag :p, "Hello you", class: "a" %>', '<%= content_tag :p, "Hi to you", class: "a" %>'],
    ['a.html.erb', '<%= tag.h1("Hello you") %>', '<%= tag.h1("Hi to you") %>'],
    ['a.html.erb', '<% content_for :page_title, "Our page" %>', '<% content_for :page_title, "Your own page" %>'],
    ['a.html', '{% set title = "Confirm your name" %}', '{% set title = "Confirm that name" %}'],
    ['a.njk', "{% set pageTitle = 'Confirm your name' -%}", "{% set pageTitle = 'Confirm that name' -%}"],
    [
      'a.njk',
      '{{ govukInsetText({ id: "a", text: "Hello to you", items: [{ "text": "So it is" }] }) }}',
      '{{ govukInsetText({ id: "a", text: "Hi, it\'s you", items: [{ "text": "It is so" }] }) }}',
    ],
    ['a.html.erb', '<%= govuk_inset_text(text: "Hello you") %>', '<%= govuk_inset_text(text: "Hi to you") %>'],
    [
      'a.html.erb',
      '<%= govuk_list ["One or two", "24/7 of it", "So it is"], type: :bullet %>',
      '<%= govuk_list ["One of two", "It is", "24/7 of it", "So it was"], type: :bullet %>',
    ],
  ];
  it('has words that change', async () => {
    for (const change of words) assert.equal(await isOfWords(...change), true, change[1]);
  });

  const others: readonly Change[] = [
    ['a.html.erb', '<%= link_to "Clear it", a %>', '<%= link_to \0, a %>'],
    ['a.html.erb', '<%= link_to "Clear it", "/a" %>', '<%= link_to "Clear it", "/b" %>'],
    ['a.html.erb', '<%= link_to "Clear it", a(b) %>', '<%= link_to "Clear it", a(c) %>'],
    ['a.html.erb', '<%= link_to "Clear it", a %>', '<%= link_to "Clear #{it}", a %>'],
    ['a.html.erb', '<%= link_to "Clear it", a %>', '<%= link_to "Clear" + it, a %>'],
    ['a.html.erb', '<%= link_to "Clear it", a %>', '<%= link_to "<b>Clear it</b>", a %>'],
    ['a.html.erb', '<%= link_to "Clear it", a %>', '<%= link_to "Clear it".html_safe, a %>'],
    ['a.html.erb', '<%= link_to "Clear it", a %>', "<%= link_to 'Clear it', system('x') %>"],
    ['a.html.erb', '<%= link_to "Clear it", a %>', '<%= link_to "Clear \\u202e it", a %>'],
    [
      'a.html.erb',
      '<%= link_to "some page" do %>Hello you<% end %>',
      '<%= link_to "other page" do %>Hello you<% end %>',
    ],
    ['a.html.erb', '<%= link_to "some page", a do %>x y<% end %>', '<%= link_to "other page", a do %>x y<% end %>'],
    ['a.html.erb', '<%= link_to_if "some page", a %>', '<%= link_to_if "other page", a %>'],
    ['a.html.erb', '<%= my_link_to "some page", a %>', '<%= my_link_to "other page", a %>'],
    ['a.html.erb', '<%= x; link_to "some page", a %>', '<%= x; link_to "other page", a %>'],
    ['a.html.erb', '<%= link_to a, "some page", b %>', '<%= link_to a, "other page", b %>'],
    ['a.html.erb', '<%= f.submit "Save it now" %>', '<%= f.submit "Keep it now" %>'],
    ['a.html.erb', '<%= render "some page", text: "a b" %>', '<%= render "some page", text: "a c" %>'],
    ['a.html.erb', '<%= t "some page" %>', '<%= t "other page" %>'],
    ['a.html.erb', '<%= content_tag :script, "a b" %>', '<%= content_tag :script, "a c" %>'],
    ['a.html.erb', '<%= content_tag :option, "Red one" %>', '<%= content_tag :option, "Blue one" %>'],
    ['a.html.erb', '<%= content_tag :p, "x", title: "a b" %>', '<%= content_tag :p, "x", title: "a c" %>'],
    ['a.html.erb', '<%= content_tag "a b" %>', '<%= content_tag "a c" %>'],
    ['a.html.erb', '<%= tag.style "a b" %>', '<%= tag.style "a c" %>'],
    ['a.html.erb', '<% content_for :body_class, "wide home" %>', '<% content_for :body_class, "old home" %>'],
    [
      'a.html.erb',
      '<% content_for :scripts do %><%= link_to "a b", c %><% end %>',
      '<% content_for :scripts do %><%= link_to "a d", c %><% end %>',
    ],
    ['a.html', '{% set mode = "new home" %}', '{% set mode = "old home" %}'],
    ['a.html', '{% set title = "New home" ~ a %}', '{% set title = "Old home" ~ a %}'],
    ['a.html', '{% set title = a("New home") %}', '{% set title = a("Old home") %}'],
    ['a.html', '{% set title = "home" %}', '{% set title = "shop" %}'],
    [
      'a.njk',
      '{{ govukSelect({ items: [{ text: "Red one" }] }) }}',
      '{{ govukSelect({ items: [{ text: "Blue one" }] }) }}',
    ],
    ['a.njk', '{{ track({ text: "Red one" }) }}', '{{ track({ text: "Blue one" }) }}'],
    [
      'a.njk',
      '{{ govukButton({ text: "Red one", element: "input" }) }}',
      '{{ govukButton({ text: "Blue one", element: "input" }) }}',
    ],
    ['a.njk', '{{ govukInsetText({ text: "Hello you" }) }}', '{{ govukInsetText({ text: "Hello you" | safe }) }}'],
    ['a.njk', '{{ govukInsetText({ html: "Hello you" }) }}', '{{ govukInsetText({ html: "Hi to you" }) }}'],
    ['a.njk', '{{ govukInsetText({ text: "a b", id: "x y" }) }}', '{{ govukInsetText({ text: "a b", id: "x z" }) }}'],
    [
      'a.njk',
      '{{ govukInsetText({ html: "{ text: \'a b\' }" }) }}',
      '{{ govukInsetText({ html: "{ text: \'a c\' }" }) }}',
    ],
    [
      'a.njk',
      '{{ govukInsetText({ text: "a b", attributes: { text: "a b" } }) }}',
      '{{ govukInsetText({ text: "a b", attributes: { text: "a c" } }) }}',
    ],
    [
      'a.html.erb',
      '<%= govuk_tag(text: "New one", colour: "red") %>',
      '<%= govuk_tag(text: "New one", colour: "blue") %>',
    ],
    [
      'a.html.erb',
      '<%= govuk_list ["One or two"], type: :bullet %>',
      '<%= govuk_list ["One or two"], type: :number %>',
    ],
    ['a.html.erb', '<%= govuk_list ["One or two", "So be it"] %>', '<%= govuk_list ["One or two", so] %>'],
    ['a.html.erb', '<%= govuk_list ["One or two"] %>', '<%= govuk_list [] %>'],
    ['a.html.erb', '<%= govuk_list ["One or two"], class: "a b" %>', '<%= govuk_list ["One or two"], class: "a c" %>'],
    ['a.html.erb', '<%= options ["One or two"] %>', '<%= options ["One or so"] %>'],
    ['a.html.erb', '<script><%= link_to "a b", c %></script>', '<script><%= link_to "a d", c %></script>'],
    ['a.html.erb', '<p title="<%= link_to "a b", c %>">x</p>', '<p title="<%= link_to "a d", c %>">x</p>'],
    ['a.html.erb', `<%= x(${'"a", '.repeat(90)}"a b") %>`, `<%= x(${'"a", '.repeat(90)}"a c") %>`],
  ];
  it('has none where anything else changes, or where it goes elsewhere, too', async () => {
    for (const change of others) assert.equal(await isOfWords(...change), false, `${change[1]} → ${change[2]}`);
  });

  it('keeps all of the code around it', async () => {
    const code = fc.stringMatching(/^[a-z]{3,8}$/);
    await fc.assert(
      fc.asyncProperty(code, code, async (one, other) => {
        const page = (called: string, said: string): string => `<%= link_to "${said}", ${called}_path %>`;
        assert.equal(await isOfWords('a.html.erb', page(one, 'Go to it'), page(other, 'Do go to it')), one === other);
      }),
    );
  });

  it('is read in time where a string does not close', () => {
    const started = processorTime();
    for (const open of ['#{a}', "#{'", '#{a("', '\\"'].map((each) => `<%= link_to "x${each.repeat(4_000)} %>`))
      assert.ok(withoutSaid(open).startsWith('<%= link_to'));
    assert.ok(processorTime() - started < 5_000, `${processorTime() - started} ms`);
  });
});
