import assert from 'node:assert/strict';
import type { ChangedFile } from '../../../../src/change/change.js';
import { changesWordsOnly } from '../../../../src/review/gates/words-only/changes-words-only.js';

type Change = readonly [path: string, before: string, after: string];

/** The changes that are, or are not, of words. */
async function those(changes: readonly Change[], areWords: boolean): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [path, before, after] of changes) {
    const change = { path, before: { text: before }, after: { text: after } } as ChangedFile;
    if ((await changesWordsOnly(change)) === areWords) found.push(`${path}: ${before} → ${after}`);
  }
  return found;
}

const badge = (one: string, other: string): string => `<Badge badgeName={!done ? '${one}' : '${other}'} />;`;
const hint = (said: string, name = 'hint'): string =>
  `<%= render "a/b", { label: { text: "Body" }, name: "edition[parts_attributes][]", ${name}: ${said}, rows: 14 } %>`;
const filled = (said: string, linked: string, address = '/guide'): string =>
  `("${said} #{link_to("${linked}", "${address}", target: "_blank")}").html_safe`;

const good: readonly Change[] = [
  ['a.tsx', '<Tooltip text="Change the name">x</Tooltip>;', '<Tooltip text="Copy the name">x</Tooltip>;'],
  ['a.tsx', '<Button label="Save" />;', '<Button label="Keep it" />;'],
  ['a.tsx', '<Field helperText={"So it is"} />;', '<Field helperText={"It is so"} />;'],
  ['a.tsx', '<Field helperText={bad && "So it is"} />;', '<Field helperText={bad && "It is so"} />;'],
  ['a.tsx', '<Ui.Card title="All of it" />;', '<Ui.Card title="None of it" />;'],
  ['a.tsx', '<img alt="A red cat" />;', '<img alt="A black cat" />;'],
  ['a.tsx', '<input placeholder="Your name" />;', '<input placeholder="Your full name" />;'],
  ['a.tsx', '<IconButton aria-label="Close it" />;', '<IconButton aria-label="Close all" />;'],
  ['a.tsx', '<button title="Close it">x</button>;', '<button title="Close all">x</button>;'],
  ['a.tsx', '<input type="submit" value="Send it" />;', '<input type="submit" value="Send all" />;'],
  ['a.tsx', badge('Waiting for verify', 'Verified'), badge('Waiting for verification', 'Verified')],
  ['a.tsx', badge('Not issued', 'Issued'), badge('Not issued yet', 'Done')],
  [
    'a.svelte',
    '<Tooltip text="Change the name"><b>x</b></Tooltip>',
    '<Tooltip text="Copy the name"><b>x</b></Tooltip>',
  ],
  ['a.vue', '<template><kv-card heading="All of it" /></template>', '<template><kv-card heading="None" /></template>'],
  ['a.html', '<app-tip tooltip="All of it"></app-tip>', '<app-tip tooltip="None of it"></app-tip>'],
  [
    'a.html.erb',
    `<%= render partial: "a", locals: { fa_name: 'book', link_url: x(y), link_text: "If so, do it." } %>`,
    `<%= render partial: "a", locals: { fa_name: 'book', link_url: x(y), link_text: "Do it" } %>`,
  ],
  ['a.html.erb', hint('"Read it"'), hint('"Refer to it"')],
  ['a.html.erb', hint(filled('Read the', 'guidance')), hint(filled('Refer to the', 'guide to it'))],
  ['a.html.erb', hint(filled('Read the', 'guidance')), hint(filled('Read all of the', 'guidance'))],
  ['a.html.erb', hint('bad ? "Not so" : "So"'), hint('bad ? "Not so" : "So it is"')],
  ['a.html.erb', hint('bad ? "Not so" : "So"'), hint('bad ? "It is not so" : "So"')],
  [
    'a.html.erb',
    '<%= render(A::CardComponent.new(title: "All of it")) %>',
    '<%= render(A::CardComponent.new(title: "None of it")) %>',
  ],
  [
    'a.html.erb',
    '<%= f.input :name, label: "Your name", required: true %>',
    '<%= f.input :name, label: "Your full name", required: true %>',
  ],
  [
    'a.html.erb',
    '<%= f.govuk_text_field :name, hint: { text: "So it is" } %>',
    '<%= f.govuk_text_field :name, hint: { text: "It is so" } %>',
  ],
  ['a.html.haml', '= render "a", title: "All of it"', '= render "a", title: "None of it"'],
  [
    'a.html.twig',
    "{% include 'a.twig' with {title: 'All of it'} %}",
    "{% include 'a.twig' with {title: 'None of it'} %}",
  ],
  [
    'a.html.twig',
    "{{ include('a.twig', {'title': 'All of it'}) }}",
    "{{ include('a.twig', {'title': 'None of it'}) }}",
  ],
  ['a.blade.php', "@include('a.b', ['title' => 'All of it'])", "@include('a.b', ['title' => 'None of it'])"],
  ['a.hbs', '{{> card title="All of it" id=b}}', '{{> card title="None of it" id=b}}'],
];

const button = (name: string, one: string, other: string): Change => [
  'a.tsx',
  `<Button ${name}="${one}" />;`,
  `<Button ${name}="${other}" />;`,
];
const drawn = (name: string): Change => ['a.html.erb', hint('"Read all"', name), hint('"Read none"', name)];
const names =
  'name value id type action role method class className href to src key variant color size icon for target'.split(' ');

const bad: readonly Change[] = [
  ...names.map((name) => button(name, 'Save it', 'Keep it')),
  ...['name', 'value', 'id', 'type', 'url', 'class', 'classes', 'partial', 'method', 'collection'].map(drawn),
  button('label', 'save', 'keep'),
  button('label', 'saveIt', 'KeepIt'),
  button('label', 'SAVE', 'KEEP'),
  button('label', '/save it', '/keep it'),
  button('label', 'Save it', 'https://a.b it'),
  button('label', 'Save it', 'Save &lt;b&gt; it'),
  button('label', 'Save it', ''),
  button('onLabel', 'save_it', 'keep_it'),
  ['a.tsx', '<Track label="Sign up" />;', '<Track label="Sign in" />;'],
  ['a.tsx', '<Route title="Sign up" />;', '<Route title="Sign in" />;'],
  ['a.tsx', '<Feature label="New home" />;', '<Feature label="Old home" />;'],
  ['a.tsx', '<Trans text="Sign up" />;', '<Trans text="Sign in" />;'],
  ['a.tsx', '<SqlQuery title="Sign up" />;', '<SqlQuery title="Sign in" />;'],
  ['a.tsx', '<svg><Tip label="Sign up" /></svg>;', '<svg><Tip label="Sign in" /></svg>;'],
  ['a.tsx', '<option label="Sign up" />;', '<option label="Sign in" />;'],
  ['a.tsx', '<body text="Dark red" />;', '<body text="Light red" />;'],
  ['a.tsx', '<input type="submit" name="a" value="Send it" />;', '<input type="submit" name="a" value="Send all" />;'],
  ['a.tsx', '<input type="text" value="Send it" />;', '<input type="text" value="Send all" />;'],
  ['a.tsx', '<Button label={save("Save it")} />;', '<Button label={save("Keep it")} />;'],
  ['a.tsx', '<Button label={`Save it`} />;', '<Button label={`Keep it`} />;'],
  ['a.tsx', '<Button label={"Save it" + a} />;', '<Button label={"Keep it" + a} />;'],
  ['a.tsx', '<Button label={a === "Save it" ? b : c} />;', '<Button label={a === "Keep it" ? b : c} />;'],
  ['a.tsx', '<Button label={a ? "Save it" : b} />;', '<Button label={c ? "Save it" : b} />;'],
  ['a.tsx', '<Button label={"Save it" && a} />;', '<Button label={"Keep it" && a} />;'],
  ['a.tsx', '<Button label={"Save\\u202e it"} />;', '<Button label={"Keep it"} />;'],
  ['a.tsx', '<Button label={a} />;', '<Button label={"Keep it"} />;'],
  ['a.tsx', '<Button label={/* Save it */} />;', '<Button label={/* Keep it */} />;'],
  ['a.tsx', '<Button label />;', '<Button label="Keep it" />;'],
  ['a.tsx', '<Button {...a("Save it")} />;', '<Button {...a("Keep it")} />;'],
  ['a.tsx', '<Button x:label="Save it" />;', '<Button x:label="Keep it" />;'],
  ['a.tsx', '<Button label=<b title="save">x</b> />;', '<Button label=<b title="keep">x</b> />;'],
  ['a.tsx', 'f({ label: "Save it" });', 'f({ label: "Keep it" });'],
  ['a.svelte', '<Tip text="Save {it} now" />', '<Tip text="Keep {that} now" />'],
  ['a.vue', '<template><k-tip :label="a" /></template>', '<template><k-tip :label="b" /></template>'],
  ['a.vue', '<template><k-tip v-label="Save it" /></template>', '<template><k-tip v-label="Keep it" /></template>'],
  ['a.html', '<amp-analytics label="Sign up"></amp-analytics>', '<amp-analytics label="Sign in"></amp-analytics>'],
  ['a.html', '<p label="Sign up">x y</p>', '<p label="Sign in">x y</p>'],
  ['a.html.erb', hint('"Read all"'), hint('"Read #{all}"')],
  ['a.html.erb', hint('"Read #{all}"'), hint('"Read #{none}"')],
  ['a.html.erb', hint('"Read all"'), hint('"Read <b>all</b>"')],
  ['a.html.erb', hint('"Read all"'), hint('"Read all".constantize')],
  ['a.html.erb', hint('"Read all"'), hint('"Read all" + a')],
  ['a.html.erb', hint('"Read all"'), hint('a("Read none")')],
  ['a.html.erb', hint('a("Read all")'), hint('a("Read none")')],
  ['a.html.erb', hint('a.b(title: "Read all")'), hint('a.b(title: "Read none")')],
  ['a.html.erb', hint('(a == "Read all")'), hint('(a == "Read none")')],
  ['a.html.erb', hint('"read_all"'), hint('"read_none"')],
  ['a.html.erb', hint('bad ? "Not so" : "So"'), hint('good ? "Not so" : "So"')],
  ['a.html.erb', hint(filled('Read', 'it')), hint(filled('Read', 'it', '/x?delete=1'))],
  ['a.html.erb', hint(filled('Read', 'it')), hint(filled('Read', '#{it}'))],
  ['a.html.erb', '<%= render "a", data: { label: "Sign up" } %>', '<%= render "a", data: { label: "Sign in" } %>'],
  ['a.html.erb', '<%= render "a", ga4: { text: "Sign up" } %>', '<%= render "a", ga4: { text: "Sign in" } %>'],
  [
    'a.html.erb',
    '<%= render "a", "data" => { title: "Sign up" } %>',
    '<%= render "a", "data" => { title: "Sign in" } %>',
  ],
  ['a.html.erb', '<%= render "a/track", title: "Sign up" %>', '<%= render "a/track", title: "Sign in" %>'],
  ['a.html.erb', '<%= render a.b(title: "Sign up") %>', '<%= render a.b(title: "Sign in") %>'],
  ['a.html.erb', '<%= a.find_by(title: "Sign up") %>', '<%= a.find_by(title: "Sign in") %>'],
  ['a.html.erb', '<%= render "a", x: y(b, title: "Sign up") %>', '<%= render "a", x: y(b, title: "Sign in") %>'],
  ['a.html.erb', '<%= render Query.new(title: "Sign up") %>', '<%= render Query.new(title: "Sign in") %>'],
  [
    'a.html.erb',
    '<%= render "a", title: "Sign up" do %>x<% end %>',
    '<%= render "a", title: "Sign in" do %>x<% end %>',
  ],
  ['a.html.erb', '<% x = render "a", title: "Sign up" %>', '<% x = render "a", title: "Sign in" %>'],
  ['a.html.erb', '<%= render "title: Sign up" %>', '<%= render "title: Sign in" %>'],
  ['a.html.erb', '<%= f.submit "Sign up", name: "a" %>', '<%= f.submit "Sign in", name: "a" %>'],
  ['a.html.twig', "{% set a = {title: 'Sign up'} %}", "{% set a = {title: 'Sign in'} %}"],
  ['a.njk', "{{ find({title: 'Sign up'}) }}", "{{ find({title: 'Sign in'}) }}"],
  ['a.hbs', '{{find title="Sign up"}}', '{{find title="Sign in"}}'],
];

describe('words that a component, or a part of a page, is given to show', () => {
  it('are words where they change', async () => assert.deepEqual(await those(good, false), []));

  it('are none where they may be more', async () => assert.deepEqual(await those(bad, true), []));

  it('are looked for in pieces of code of some length', async () => {
    const rest = `a: "${'x'.repeat(6_000)}", `;
    const [, before, after] = [
      0,
      `<%= render "a", ${rest}title: "One two" %>`,
      `<%= render "a", ${rest}title: "Two one" %>`,
    ];
    assert.equal((await those([['a.html.erb', before, after]], false)).length, 1);
  });
});
