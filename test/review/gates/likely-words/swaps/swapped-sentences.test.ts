import assert from 'node:assert/strict';
import { swappedSentences } from '../../../../../src/review/gates/likely-words/swaps/swapped-sentences.js';

type Sides = readonly [path: string, before: string, after: string];

const isLikely = (sides: Sides): boolean => swappedSentences(...sides) !== undefined;

const page = 'app/views/plans/show.html.erb';

const flutter = "import 'package:flutter/material.dart';\n";
const compose = 'import androidx.compose.material3.Text\n';

/** Two words in quotes that become two others. */
const changed = (path: string, code: string): Sides => [
  path,
  code.replace('§', 'Old words'),
  code.replace('§', 'New words'),
];

const likely: readonly Sides[] = [
  // Words in quotes, where something shows them or asks for them.
  [
    'src/Card.tsx',
    "import { t } from '@lingui/macro';\nconst a = { label: t`Donation ticket` };",
    "import { t } from '@lingui/macro';\nconst a = { label: t`Pay / what you'd like` };",
  ],
  [
    'src/Card.tsx',
    "import { t } from '@lingui/macro';\nconst a = <p>{t`🎉 Congratulation on it!`}</p>;",
    "import { t } from '@lingui/macro';\nconst a = <p>{t`🎉 Congratulations on it!`}</p>;",
  ],
  ['src/Card.ts', "toast.success('It is saved now.');", "toast.success('It has been saved.');"],
  [
    'lib/b.dart',
    `${flutter}a = SnackBar(content: Text('Succesfully blocked!'));`,
    `${flutter}a = SnackBar(content: Text('Successfully blocked!'));`,
  ],
  changed('a/B.kt', `${compose}Text(text = "§", a)`),
  ...[
    '<Select label="§">',
    '<Card heading={"§"} />',
    '<input type="text" placeholder="§" />',
    "import { t } from '@lingui/macro';\n<Card title={t`§`} />",
  ].map((code) => changed('src/a.tsx', code)),
  changed('src/a.vue', '<template><v-text-field v-model="a" label="§" dense /></template>'),
  changed('src/a.vue', '<template><q-input label="§" /></template>'),
  changed('src/a.tsx', '// Old words\n<Tab label="§" />\n<p title="He said: Old words." />\n<Tab label="§" />'),
  [
    'a/b.haml',
    "= link_to 'x', data: { confirm: 'Are sure that it goes?' }",
    "= link_to 'x', data: { confirm: 'Are you sure that it goes?' }",
  ],
  [
    'src/A.vue',
    '<template><span data-tippy-content="Use it inline (PGP/Inline)">a</span></template>',
    '<template><span data-tippy-content="Use it as PGP/Inline">a</span></template>',
  ],
  ['src/Card.tsx', 'const a = <EmptyState heading="Old words" />;', 'const a = <EmptyState heading="New words" />;'],
  [
    'src/Card.tsx',
    'use({ onError: () => toast.error("Old words"), b });',
    'use({ onError: () => toast.error("New words"), b });',
  ],
  [
    'Views/A.cshtml',
    '<p hidden>a</p><ul><li>These are old words</li></ul>',
    '<p hidden>a</p><ul><li>These are new words</li></ul>',
  ],
  ['Views/A.cshtml', '@section Hint { <p>These are old words</p> }', '@section Hint { <p>These are new words</p> }'],
  [
    'a/b.gohtml',
    '{{ define "page" }}<p>These are old words</p>{{ end }}',
    '{{ define "page" }}<p>These are new words</p>{{ end }}',
  ],
  [
    'a/en.xaml',
    '<system:String x:Key="A_1">Remove the old data</system:String>',
    '<system:String x:Key="A_1">Remove all old data</system:String>',
  ],
  // Where the toolkit shows what stands in a place.
  ...[
    '<%= image_tag("a.png", alt: "§", class: "w-8") %>',
    "<%= image_tag 'a.png', class: 'b', alt: '§' %>",
    '<%= form.text_field :name, placeholder: "§", label: "Old words too" %>',
  ].map((code) => changed('a/b.html.erb', code)),
  ...[
    '= image_tag "a.svg", alt: "§"\n%p x',
    '%a{ href: "/faq", title: "§" } See it',
    "%img{:src => '/a.png', :alt => '§'}",
    '= f.email_field :a, hint: "§"',
  ].map((code) => changed('a/b.haml', code)),
  changed('a/b.slim', '= image_tag "a.svg", alt: "§"'),
  changed('a/b.blade.php', "@extends('a')\n@section('title', '§')\n"),
  changed('src/a.ts', "import { toastSuccess } from './toast';\nconst a = () => toastSuccess('§');"),
  ...[
    'Text("§")\n  .font(.title)',
    'Button("§") { go() }',
    'Toggle("§", isOn: $a)',
    'Label("§", systemImage: "gear")',
    'x.navigationTitle("§")',
    'x\n  .alert("§", isPresented: $a) {}',
  ].map((code) => changed('a/B.swift', `import SwiftUI\n${code}`)),
  ...[
    '<TextBlock FontSize="12" Text="§"/>',
    '<Button\n  Click="Go"\n  Content="§" />',
    '<Button ToolTipService.ToolTip="§">\n</Button>',
    '<Window xmlns:x="http://a" Title="§">\n</Window>',
  ].map((code) => changed('a/View.xaml', code)),
  [
    'a/View.axaml',
    '<TextBlock A="1">Your files stay here.</TextBlock>',
    '<TextBlock A="1">All your files stay here.</TextBlock>',
  ],
  changed('a/Main.storyboard', '<buttonCell key="cell" type="check" title="§" id="IK4">'),
  changed('a/Main.xib', '<label opaque="NO" text="§" id="a"/>'),
  changed('app/src/main/res/layout-land/a.xml', '<TextView android:id="@+id/a" android:text="§" />'),
  changed('app/src/main/res/menu/a.xml', '<item android:title="§" />'),
  // Sentences between the tags of a page, and of a file of texts.
  [
    'Views/A.cshtml',
    '@{ var a = b<Item>(); }\n<p>These are old words</p>',
    '@{ var a = b<Item>(); }\n<p>These are new words</p>',
  ],
  ['Views/A.cshtml', '@if (a) {\n  <p>These are old words</p>\n}', '@if (a) {\n  <p>These are new words</p>\n}'],
  [
    'Views/A.cshtml',
    '<div><br><p class="a">\n  Enter the old date\n</p></div>',
    '<div><br><p class="a">\n  Enter the new date\n</p></div>',
  ],
  [
    'Views/A.cshtml',
    '<p>\r\n  Enter your mail @@example.org now\r\n</p>',
    '<p>\r\n  Enter a mail @@example.org now\r\n</p>',
  ],
  ['a/b.html.tmpl', "<p>It can't be sent.</p>", "<p>It won't be sent for now.</p>"],
  [
    'a/b.ui',
    '<property name="toolTip">\n  <string>Remove the old data</string>',
    '<property name="toolTip">\n  <string>Remove all old data</string>',
  ],
  [
    'a/en.xaml',
    '<system:String x:Key="styleTooltip">Remove the old data</system:String>',
    '<system:String x:Key="styleTooltip">Remove all old data</system:String>',
  ],
];

const other: readonly Sides[] = [
  ['a/b.cpp', 'a = R"(\nlabel = "Old words")";', 'a = R"(\nlabel = "New words")";'],
  ['a/B.cs', 'var a = @"\nlabel = ""Old words""";', 'var a = @"\nlabel = ""New words""";'],
  // Nothing is known to show it.
  ['src/a.ts', 'console.info("It is done now.");', 'console.info("It is all done now.");'],
  [
    'src/a.ts',
    'const a = b ? "Go to the page" : "Go on from here";',
    'const a = b ? "Go to this page" : "Go on from there";',
  ],
  ['a/a.go', 'return fmt.Errorf("The %s was not found", a)', 'return fmt.Errorf("This %s was not found", a)'],
  ['src/a.ts', 'const prompt: string = "Go to the page.";', 'const prompt: string = "Go to this page.";'],
  // It is asked of what shows it, or of what stands around that.
  ['a/b.py', 'if role == _("Old words"):', 'if role == _("New words"):'],
  ['a/b.py', 'found = (\n  label == _("Old words")\n  in b)', 'found = (\n  label == _("New words")\n  in b)'],
  ['a/b.py', 'a = (_("Old words")\n  == b)', 'a = (_("New words")\n  == b)'],
  ['src/a.ts', 'const a = { label: "Go to the page".length };', 'const a = { label: "Go to this page".length };'],
  ['src/a.ts', 'Post.findOne({ label: "Go to the page." });', 'Post.findOne({ label: "Go to this page." });'],
  ['src/a.ts', 'db.run<T>(() => ({ label: "Go to the page." }));', 'db.run<T>(() => ({ label: "Go to this page." }));'],
  [
    'src/a.tsx',
    'const a = <Guard role={{ label: "Old words" }} />;',
    'const a = <Guard role={{ label: "New words" }} />;',
  ],
  ['src/a.tsx', 'const a = <Can label="Old words" />;', 'const a = <Can label="New words" />;'],
  // Code in an attribute that is bound, a variable, and what is told apart or found by what is called so.
  ['a.vue', '<a-b :label="open ? closeText : openText" />', '<a-b :label="open ? openText : closeText" />'],
  ['a.html', '<p x-bind:aria-label="open ? one : other"></p>', '<p x-bind:aria-label="open ? other : one"></p>'],
  ...[
    'const confirm = "§";\nif (input !== confirm) stop();',
    'const a = [{ label: "§" }];\na.map(({ label }) => row[label]);',
    'const a = keyBy([{ label: "§" }], "label");',
    'const a = [{ label: "§" }].filter((b) => b.label?.includes(c));',
    'function go(label = "§") {\n  return rows[label];\n}',
    'account.destroy({ confirm: "§" });',
    'let a = { label = "§" };',
    'const a = [{ label: "§" }, it\'s',
    'const a = [{ label: "§" }];\nsend("x", a);',
    'const a = [{ label: "§" }];\nconst { label: b } = a[0];\ngo(b);',
    'const a = new TrackLink({ label: "§" });',
    'BindGroup({ label: "§" });',
    'dataLayer.push({ a: 1, label: "§" });',
    'const a = [\n  { label: "§" },\n].includes(b);',
  ].map((code) => changed('src/a.ts', code)),
  ...[
    'const a = [{ label: "§" }];',
    'await prisma.tag.createMany({ data: [{ label: "§" }] });',
    'const rows: Row[] = [{ label: "§" }];\nfor (const row of rows) await db.insert(row);',
    'track(() => { return { label: "§" }; });',
  ].map((code) => changed('src/a.ts', code)),
  ...[
    '<ExcelColumn label="§" />',
    '<CsvField label="§" />',
    '<Option label="§" />',
    '<ConfirmTyping confirm="§" />',
    '<Select label="§" options={(a) => a.label === b} />',
    '<Tab label="§" />\n{tab.toLowerCase() === "old words" && <X />}',
    '<Tab label="§" />\n{/old words/i.test(tab) && <X />}',
    '<Tab label="§" />\n{"Old words,All words".split(",").includes(tab) && <X />}',
    '<Tab label="§" />\n{/* x */}{tab === "Old words" && <X />}',
    '<Tab label="§" />\n/* istanbul ignore next */ if (tab === "Old words") go();',
    '<p data-bs-title="§" />\nsend(p.dataset.bsTitle);',
    '<p data-title="§" />\n$("p").data("title");',
    '<i aria-label="§" />\nfind("//i[@aria-label=\'Old words\']");',
    '<p data-prompt="§" />',
    '<Tab label="§" />\n<X show="isTab(\'Old words\')" />',
    '<Chip label="§" onClick={(e) => addTag(e.target.textContent)} />',
    'function Tab(props) { track(props); }\n<Tab label="§" />',
    'hash(renderToString(<Card heading="§" />));',
    'const tick = /`/g;\nconst x = `\n<Field label="§"/>\n`;\nsend(x);',
    '<Input placeholder="§" show={a > b} i18n />',
    '<GtmLink label="§" />',
    '<p data-title="§" />',
    'const { placeholder } = e.target;\n<input placeholder="§" />',
    '<Tab label={"§" in map} />',
    '<option>{t`§`}</option>',
    '<Tab value={t`§`} />',
    'import { save } from \'@wordpress/block-editor\';\n<Card heading="§" />',
    'const a = t`§`;',
    'go(t`§`);',
    'find({ label: t`§` });',
    '<p>{t`§` + b}</p>',
  ].map((code) => changed('src/a.tsx', code)),
  [
    'src/a.tsx',
    "<Tab label=\"Can't close\" />\na === 'Can\\'t close';",
    "<Tab label=\"Can't leave\" />\na === 'Can\\'t close';",
  ],
  [
    'src/a.tsx',
    '<Tab label="Terms &amp; rules" />\na === "Terms & rules";',
    '<Tab label="Terms &amp; notes" />\na === "Terms & rules";',
  ],
  changed('a/b.component.html', '<input placeholder="§" i18n-placeholder>'),
  changed('a/b.svelte', '<Tab label="§" />\n{#if tab === "Old words"}x{/if}'),
  changed('a/b.html', '<input placeholder="§">\n<!-- ko if: tab() === "Old words" -->x<!-- /ko -->'),
  changed('a/b.php', '<?php $xml = \'<Form>\\n  <Field label="§"/>\\n</Form>\'; $soap->go($xml);'),
  changed('a/b.erb', '<script>$.ajax({ url: "/x", data: { confirm: "§" } })</script>'),
  changed('a/b.erb', '<%= link_to "Open", issues_path(label: "§") %>'),
  changed('a/b.erb', '<%= f.collection_select :tag_id, Tag.where(label: "§"), :id, :name %>'),
  changed('src/Button.cy.tsx', '<Card heading="§" />'),
  changed('lib/b.dart', `${flutter}final t = Text("§");\nsend(t.data);`),
  changed('lib/b.dart', 'builder.element("x", nest: Text("§"));'),
  changed(
    'lib/b.dart',
    `${flutter}await tester.pumpWidget(Column(children: [${'Text("a"), '.repeat(200)}Text("§")]));`,
  ),
  changed('a/B.kt', 'scoreboard.addObjective("a", Text("§"))'),
  changed('a/B.swift', 'Text("§")'),
  changed('a/b.py', 'a = CharField(help_text="§")'),
  ...[
    '<p id="m">§</p>\n<script>save(m.firstChild.nodeValue)</script>',
    '<table id="t"><tr><th>§</th></tr></table>\n<script>$("#t").tableExport({ type: "csv" })</script>',
    '<p class="invisible">§</p>',
    '<p style="opacity:0;height:0">§</p>',
    '<section data-markdown>§</section>',
    '<div id="editor"><p>§</p></div>',
    '<p id="m">§</p>\n<script>save(m.text)</script>',
    '<button onclick="send(this)">§</button>',
    '{{ define `system_prompt` }}<p>§</p>{{ end }}',
    '<p i18n>§</p>',
    `<div hidden>\n${'<p>Row of it.</p>\n'.repeat(600)}<p>§</p></div>`,
    '<div hidden>\n<!-- </div> -->\n<p>§</p></div>',
    '<div hidden>{{ if .A }}<div>{{ else }}<section>{{ end }}x</div><p>§</p></div>',
    '{{ define "persona" }}<p>§</p>{{ end }}',
  ].map((code): Sides => [
    'a/b.gohtml',
    code.replace('§', 'These are old words'),
    code.replace('§', 'These are new words'),
  ]),
  [
    'Views/A.cshtml',
    '<div>\n@if (a) { <b>x</b>\nOrder current, next;\n<p>y</p> }\n</div>',
    '<div>\n@if (a) { <b>x</b>\nInvoice current, next;\n<p>y</p> }\n</div>',
  ],
  ['a/b.ftl', '<#noparse><p>These are old words</p></#noparse>', '<#noparse><p>These are new words</p></#noparse>'],
  [
    'a/strings.xaml',
    '<String x:Key="PipeName">Remove the old data</String>',
    '<String x:Key="PipeName">Remove all old data</String>',
  ],
  ...[
    '<%= image_tag("a.png", alt: "§").sub("Old", x) %>',
    '<% image_tag("a.png", alt: "§") %>',
    '<%= image_tag "a.png", data: "§" %>',
    '<%= Ticket.create(label: "§") %>',
    '<%= f.text_field :a, value: "§" %>',
  ].map((code) => changed('a/b.html.erb', code)),
  changed('a/b.haml', '%a{ href: "/faq", data: "§" } See it'),
  changed('a/b.haml', '%a{ title: "§" + b } See it'),
  changed('a/b.slim', 'a title="§" See it'),
  changed('a/b.blade.php', "@section('role', '§')"),
  changed('a/b.blade.php', "@section('title', '§' . $a)"),
  changed('src/a.ts', "const toastSuccess = (a) => save(a);\ntoastSuccess('§');"),
  ...[
    'if Text("§") == a {}',
    'let a = b == Text("§")',
    'let a = Text("§") + b',
    'Text("§" + a)',
    'Store("§")',
    'x.tag("§")',
    'Image("§")',
    'Text("§ \\(a)") ',
  ].map((code): Sides => {
    const [path, was, now] = changed('a/B.swift', `import SwiftUI\n${code}`);
    return [path, was, code.includes('\\(a)') ? now.replace('\\(a)', '\\(b)') : now];
  }),
  ...[
    '<TextBlock x:Name="§"/>',
    '<Button Command="§" />',
    '<Button Tag="§" Content="a"/>',
    '<Style.Setters><Setter Property="A" Value="§"/></Style.Setters>',
  ].map((code) => changed('a/View.xaml', code)),
  ['a/View.xaml', '<TextBlock Text="Old words"/>', '<TextBlock Text="{Binding Words}"/>'],
  ['a/View.xaml', '<x:Code>Your files stay here.</x:Code>', '<x:Code>All your files stay here.</x:Code>'],
  changed('a/Main.storyboard', '<button identifier="§" id="a"/>'),
  changed('a/Main.storyboard', '<menuItem title="a" customClass="§"/>'),
  changed('res/layout/a.xml', '<TextView android:tag="§" />'),
  changed('res/layout/a.xml', '<fragment android:name="§" tools:text="a" />'),
  changed('res/values/a.xml', '<style parent="a" android:text="§" />'),
  ['res/layout/a.xml', '<TextView android:text="Old words" />', '<TextView android:text="@{a.words}" />'],
  changed('a/b.py', 'session.add(Ticket(label="§"))'),
  changed('a/b.py', 'data = [{"label": "§"}]\nfor a in data:\n  go()'),
  changed('a/B.swift', 'return text == Text("§")'),
  changed('lib/a.dart', 'expect(Text("§"), a);'),
  changed('src/a.tsx', 'const a = <TrackLink label="§" />;'),
  changed('src/a.tsx', 'const a = <Pane label="§" />;\nif (b.props.label === c) go();'),
  changed('a.vue', '<template><ElRadio v-model="a" label="§" /></template>'),
  changed('a.html', '<p data-title="§"></p><script>go(a.dataset.title)</script>'),
  changed('a/b.php', '$a = [\'label\' => "§"];\nif ($b->label === $c) go();'),
  ['a/b.rb', 'a = { label: "Order #@open now" }', 'a = { label: "Order #@done now" }'],
  changed('a/b.py', 'label = "§"\ngo(rows)'),
  changed('a/b.rb', 'items.each { |i| ahoy.track "x", label: "§" }'),
  changed('a/b.rb', 'scope :a, -> { where b: true, label: "§" }'),
  changed('a/b.ex', '%Ticket{label: "§"}'),
  changed('a/b.ex', '%{\n  label: "§"\n}\n|> Repo.insert!()'),
  changed('a/B.swift', 'let k = HKDFExpandLabel(secret, label: "§")'),
  changed('src/a.ts', 'import { test } from "@playwright/test";\nconst a = { label: "§" };'),
  // What translations are looked up by.
  changed('a/b.py', 'say(_("§"))'),
  changed('a/b.cpp', 'label->setText(tr("§"));'),
  changed('a/b.php', "return $map[__('§')];"),
  // A title, a message and the words of an error are stored, sent and asked for too.
  ['src/a.ts', 'const a = { title: "Go to the page" };', 'const a = { title: "Go to this page" };'],
  ['src/a.ts', 'throw new NotFoundError("It is not here.");', 'throw new NotFoundError("It is not there.");'],
  ['a/b.rb', 'track user, label: "Old words"', 'track user, label: "New words"'],
  ['a/b.rb', 'x = t "Old words"', 'x = t "New words"'],
  [
    'src/a.ts',
    'const a = { label: "Old words" };\nif (b.label === c) d();',
    'const a = { label: "New words" };\nif (b.label === c) d();',
  ],
  [
    'src/a.ts',
    'const a = { label: "Old words" };\nfind("[title=Old words]");',
    'const a = { label: "New words" };\nfind("[title=Old words]");',
  ],
  ['src/a.test.ts', 'const a = { label: "Old words" };', 'const a = { label: "New words" };'],
  // What stands elsewhere in the file may be what it is held against.
  ['a/B.swift', 'Text("Old words")\nif a == "Old words" {}', 'Text("New words")\nif a == "Old words" {}'],
  ['a/B.swift', 'Text("Old words")\nlet a = b /Old words/', 'Text("New words")\nlet a = b /Old words/'],
  // Texts over several lines, in which quotes are none, and what a model is told.
  ['src/a.ts', 'run(`select\n label: "Old words here."\n`);', 'run(`select\n label: "New words here."\n`);'],
  ['a/b.py', 'a = """\nlabel="Go to the page."\n"""', 'a = """\nlabel="Go to this page."\n"""'],
  ['a/b.rb', "a = <<~SQL\n label = 'Go to the page.'\nSQL", "a = <<~SQL\n label = 'Go to this page.'\nSQL"],
  [
    'src/a.ts',
    'import OpenAI from "openai";\nconst a = { label: "Go to the page." };',
    'import OpenAI from "openai";\nconst a = { label: "Go to this page." };',
  ],
  ['src/a.ts', 'const a = { label: "Never go to the page." };', 'const a = { label: "Always go to the page." };'],
  // What is filled in, masks, and quotes that are none.
  ['a/b.py', 'a = _("Pay %(old)s here")', 'a = _("Pay %(new)s here")'],
  ['a/b.py', 'a = _(f"Pay {a + b} here")', 'a = _(f"Pay {a - b} here")'],
  ['a/b.cpp', 'a = tr("Pay it here\\n");', 'a = tr("Pay it here\\n\\n");'],
  ['src/a.ts', 'const a = { label: `Pay ${a} here, all` };', 'const a = { label: `Pay ${b} here, all` };'],
  ['a/B.swift', 'Text("EEEE dd of May")', 'Text("dd EEEE of May")'],
  ['a/b.py', `a = f"{b}." <= order.name and paid or ", done"`, `a = f"{b}." <= order.name and free or ", done"`],
  // No text between tags.
  ['Views/A.cshtml', '<pre>\nThese are old words\n</pre>', '<pre>\nThese are new words\n</pre>'],
  ['Views/A.cshtml', '<v-role>These are old words</v-role>', '<v-role>These are new words</v-role>'],
  ['Views/A.cshtml', '<p>a</b>\nThese are old words\n</p>', '<p>a</b>\nThese are new words\n</p>'],
  ['Views/A.cshtml', '@functions {\n<p>These are old words</p>\n}', '@functions {\n<p>These are new words</p>\n}'],
  ['Views/A.cshtml', '<p a="\nThese are old words\n">', '<p a="\nThese are new words\n">'],
  [
    'a/b.ui',
    '<property name="styleSheet">\n  <string>Remove the old data</string>',
    '<property name="styleSheet">\n  <string>Remove all old data</string>',
  ],
  [
    'a/en.xaml',
    '<String x:Key="UserRole">Remove the old data</String>',
    '<String x:Key="UserRole">Remove all old data</String>',
  ],
  ['Views/A.cshtml', '<p contenteditable>These are old words</p>', '<p contenteditable>These are new words</p>'],
  [
    'Views/A.cshtml',
    '<p style="display:none">These are old words</p>',
    '<p style="display:none">These are new words</p>',
  ],
  [
    'Views/A.cshtml',
    '<p>These are old words</p><script>go(a.innerText)</script>',
    '<p>These are new words</p><script>go(a.innerText)</script>',
  ],
  ['a/b.ftl', '<#local a><p>These are old words</p></#local>', '<#local a><p>These are new words</p></#local>'],
  ['a/b.ftl', '[#assign a]<p>These are old words</p>[/#assign]', '[#assign a]<p>These are new words</p>[/#assign]'],
  [
    'a/b.gohtml',
    '{{ define "prompt" }}<p>These are old words</p>{{ end }}',
    '{{ define "prompt" }}<p>These are new words</p>{{ end }}',
  ],
  [
    'a/b.ui',
    '<widget class="QLineEdit" name="a"><property name="text">\n  <string>Remove the old data</string>',
    '<widget class="QLineEdit" name="a"><property name="text">\n  <string>Remove all old data</string>',
  ],
  // Lines that go, ends of lines, and too many of them.
  ['lib/b.dart', "Text('Old words')\nb", "Text('New words')"],
  ['lib/b.dart', "Text('Old words')\n", "Text('New words')\r\n"],
  ['lib/b.dart', "Text('Old words')\n".repeat(31), "Text('New words')\n".repeat(31)],
  ['lib/b.dart', "Text('Old words'), ".repeat(61), "Text('New words'), ".repeat(61)],
  ['lib/b.dart', "Text('Old words')", "Text('Old words')"],
  // What shows and what decides is not told apart in these languages.
  [
    'lib/a.dart',
    "/// `Which meal di you`\nname: x, 'Which meal di you?',",
    "/// `Which meal do you`\nname: x, 'Which meal do you?',",
  ],
  ['a/Main.kt', 'Text(stringResource(R.string.one))', 'Text(stringResource(R.string.two))'],
  ['src/Card.tsx', 'if (role === "Admin user") go();', 'if (role === "Any user") go();'],
  ['src/Card.tsx', 'switch (a) { case "One word": go(); }', 'switch (a) { case "Two words": go(); }'],
  ['src/Card.tsx', 'const a = b["One word"];', 'const a = b["Two words"];'],
  ['src/Card.tsx', 'fetch("Some words");', 'fetch("Other words");'],
  ['src/Card.tsx', 'const a = { "One word": 1 };', 'const a = { "Two words": 1 };'],
  ['src/Card.tsx', 'const a = { type: "One word" };', 'const a = { type: "Two words" };'],
  ['src/Card.tsx', 'const a = "admin";', 'const a = "user";'],
  ['src/Card.tsx', 'const a = 1;', 'const a = 2;'],
  ['src/Card.tsx', 'const a = <Gate when="One word" />;', 'const a = <Gate when="Two words" />;'],
  ['src/Card.tsx', 'const a = <p onClick={go}>One word</p>;', 'const a = <p>One word</p>;'],
  ['src/Card.tsx', 'const a = sql`select one from words`;', 'const a = sql`select two from words`;'],
  ['src/Card.tsx', 'const a = db.run("delete it from words");', 'const a = db.run("delete all from words");'],
  ['src/Card.tsx', 'import a from "One word";', 'import a from "Two words";'],
  ['src/Card.tsx', '// @ts-ignore\nconst a = 1;', '// said\nconst a = 1;'],
  ['src/Card.tsx', 'const a = `${b} one`;', 'const a = `${c} one`;'],
  ['src/Card.tsx', 'const a = say("x"', 'const a = say("y"'],
  ['src/Card.tsx', 'const a = <a href="/help">Help me</a>;', 'const a = <a href="javascript:go()">Help me</a>;'],
  ['a/a.cs', 'if (role == "One word") {}', 'if (role == "Two words") {}'],
  ['a/a.cs', '// pragma\n#pragma a\nint b = 1;', 'int b = 1;'],
  ['a/mail.py', 'if a:\n    go()\n    say("Old words")', 'if a:\n    go()\nsay("Old words")'],
  ['a/mail.rb', 'redirect "One word" if x', 'redirect "One word" if y'],
  [page, '<% if admin? %><p>Words here</p><% end %>', '<p>Words here</p>'],
  [page, '<form action="/a">Words</form>', '<form action="/b">Words</form>'],
  [page, '<p>Words</p>', '<p onclick="go()">Words</p>'],
  [page, '<p>Words</p>', '<script>go()</script><p>Words</p>'],
  [page, '<p>Words</p>', '<img src="/a.png"><p>Words</p>'],
  [page, '<p class="a">Words</p>', '<p class="js-delete">Words</p>'],
  [page, '<a data-method="delete" href="/a">Words</a>', '<a href="/a">Words</a>'],
  ['src/A.vue', '<template><p v-if="a">Words</p></template>', '<template><p>Words</p></template>'],
  ['Views/A.cshtml', '@if (a) {\n  <p>Words</p>\n}', '@if (b) {\n  <p>Words</p>\n}'],
  ['Views/A.cshtml', '<p>Words @Model.Name</p>', '<p>Words @Model.Mail</p>'],
  // Scripts, styles and what lies beside a template.
  [
    'src/A.vue',
    '<template><p>Hi</p></template>\n<script setup>\nconst a = can(1)\n</script>',
    '<template><p>Hi</p></template>\n<script setup>\nconst a = can(2)\n</script>',
  ],
  [
    'src/A.vue',
    '<template><p>Hi</p></template>\n<route>\nsafe: Yes\n</route>',
    '<template><p>Hi</p></template>\n<route>\nsafe: No\n</route>',
  ],
  ['a/b.html', '<style>\n.pay { display: none }\n</style>', '<style>\n.pay { display: block }\n</style>'],
  ['a/b.html', '<select><option>Member</option></select>', '<select><option>Admin</option></select>'],
  // Comments that are none, or that tools heed.
  ['src/A.vue', '<template><p>{{ !admin }}</p></template>', '<template><p>{{ !guest }}</p></template>'],
  [page, '<%# locals: (a:) -%>', '<%# locals: (b:) -%>'],
  [page, '<!-- <%= keep() %> --><p>Hi</p>', '<!-- <%= wipe() %> --><p>Hi</p>'],
  [page, '<!-- build:js a.js --><p>Hi</p>', '<p>Hi</p>'],
  // Attributes that stand close, or beside what does something.
  ['a/b.html', '<p class="a">Hi</p>', '<p class="a"onclick="go()">Hi</p>'],
  ['a/b.html', '<p>Hi</p>', '<p/onclick=go()>Hi</p>'],
  ['a/b.html', '<base href="/app/">', '<base href="https://other.example.org/">'],
  ['a/b.html', '<p class="a">Hi</p>', '<p class="hidden">Hi</p>'],
  ['a/b.html', '<p data-label="one">Hi</p>', '<p data-label="two">Hi</p>'],
  ['a/b.html', '<input type="hidden" name="a" value="Member">', '<input type="hidden" name="a" value="Admin">'],
  ['a/b.html', '<form id="a" target="b"></form>', '<form id="c" target="_blank"></form>'],
  ['src/A.vue', '<template><Can role="admin">Hi</Can></template>', '<template><Can role="guest">Hi</Can></template>'],
  ['src/A.vue', '<template><p :title="a">Hi</p></template>', '<template><p :title="b">Hi</p></template>'],
  [
    'src/A.vue',
    '<template><p :role="{ role: 1 }" @click="a, -b">Hi</p></template>',
    '<template><p :role="{ role: 1 }" @click="a - b">Hi</p></template>',
  ],
  ['src/A.tsx', 'const a = <a href="/a" onClick={go}>x</a>;', 'const a = <a href="/b" onClick={go}>x</a>;'],
  ['src/A.tsx', 'const a = <Can role="admin" {...b} x:y="z" />;', 'const a = <Can role="guest" {...b} x:y="z" />;'],
  // What stands in an element stays in it.
  [
    'src/A.vue',
    '<template><div v-if="a"><p>Hi</p><Wipe/></div></template>',
    '<template><div v-if="a"><p>Hi</p></div><Wipe/></template>',
  ],
  ['a/b.html', '<p>Hi</p>', '<p>Hi</p></form>'],
  // Code of a template.
  [page, '<% if role? id: "a" %><p>Hi</p><% end %>', '<% if role? id: "b" %><p>Hi</p><% end %>'],
  [page, '<%= link_to "Old words", "/a/delete" %>', '<%= link_to "Old words", "/b/delete" %>'],
  [page, '<%= t("a") %>', '<%== t("a") %>'],
  [page, '<%= render "a", { href: "/a/delete" } %>', '<%= render "a", { href: "/b/delete" } %>'],
  ['lib/a.html.eex', '<a href="<%= ~p"/a/delete" %>">Hi</a>', '<a href="<%= ~p"/b/delete" %>">Hi</a>'],
  // Strings that are values, in programs.
  ['src/a.ts', 'Post.deleteMany({ title: "Draft one" });', 'Post.deleteMany({ title: "Draft two" });'],
  ['src/a.ts', 'allow("Admin");', 'allow("Guest");'],
  ['src/a.ts', 'go(t("admin"));', 'go(t("guest"));'],
  ['src/a.ts', 'return_(a, -b);', 'return_(a - b);'],
  ['src/a.ts', 'const a = () => { return\nb; };', 'const a = () => { return b; };'],
  ['src/a.ts', 'const { t } = useTranslation(one);', 'const { t } = useTranslation(two);'],
  ['src/a.ts', 'const [t = one()] = useIntl();', 'const [t = two()] = useIntl();'],
  ['src/a.ts', 'a`select one`; b.c(d)("Old words are here.");', 'a`select two`; b.c(d)("Old words are here.");'],
  ['src/a.ts', 'import { a } from "react-intl";', 'import { b } from "react-intl";'],
  ['src/a.ts', '/* GraphQL */ `a`;', '`a`;'],
  ['lib/b.dart', "Text('Old words $a')", "Text('New words $b')"],
  ['lib/b.dart', "key: 'Old words', Text('a')", "key: 'New words', Text('a')"],
  ['lib/b.dart', "Text('admin')", "Text('guest')"],
  ['lib/b.dart', "a.Text('Old words')", "a.Text('New words')"],
  ['a/B.swift', 'Text("Old words", a)', 'Text("Old words", b)'],
  ['a/B.kt', 'say("Old words")', 'say("New words")'],
  // Razor, where a line may go on with code.
  ['Views/A.cshtml', '@if (a ||\n  user.IsAdmin)\n{\n}', '@if (a ||\n  user.IsGuest)\n{\n}'],
  ['Views/A.cshtml', '@model One.Two\n<p>Hi</p>', '@model One.Three\n<p>Hi</p>'],
  ['Views/A.cshtml', '<script>\nlet a;\n<p>One</p>\n</script>', '<script>\nlet a;\n<p>Two</p>\n</script>'],
  ['Views/A.cshtml', 'One word\n@{ }', 'Another word\n@{ }'],
  ['Views/A.cshtml', '@{ }\nOne word', '@{ }\nAnother word'],
  ['Views/A.cshtml', '<p\nclass="a"', '<p\nclass="b"'],
  // Lines that leave their branch, values that change places.
  [
    'Views/A.cshtml',
    '@if (a) {\n<p>Key @Model.Ssn</p>\n<p>More</p>\n}',
    '@if (a) {\n<p>More</p>\n}\n<p>Key @Model.Ssn</p>',
  ],
  [
    'Views/A.cshtml',
    '<p>@Model.A</p><p class="@Model.B">@Model.C</p>',
    '<p></p><p class="@Model.A">@Model.B @Model.C</p>',
  ],
  ['Views/A.cshtml', '<p>One @Model.User?.Name</p>', '<p>One @Model.User?.Key</p>'],
  ['Views/A.cshtml', 'case Role.Admin: <p>Hi</p>', 'case Role.Guest: <p>Hi</p>'],
  ['Views/A.cshtml', '<textarea name="a">Member</textarea>', '<textarea name="a">Admin</textarea>'],
  ['src/B.vue', '<template lang="pug">\nAdminPanel\n</template>', '<template lang="pug">\nWipePanel\n</template>'],
  ['app/security.txt.erb', '<p>Old words</p>', '<p>New words</p>'],
  [
    'src/B.vue',
    `<template a="${'b '.repeat(400)}" lang='haml'>\nOld words\n</template>`,
    `<template a="${'b '.repeat(400)}" lang='haml'>\nNew words\n</template>`,
  ],
  // What reads the page, or is sent.
  [page, '<button onclick="go(this.innerText)">Member</button>', '<button onclick="go(this.innerText)">Admin</button>'],
  [page, '<input type="submit" NAME="do" value="Keep it">', '<input type="submit" NAME="do" value="Drop it">'],
  [page, '<OPTION>Member</OPTION>', '<OPTION>Admin</OPTION>'],
  // What a browser reads otherwise than it is written.
  [page, '<p hidden>Text <input></p>', '<p hidden>Text <div>more <input></div></p>'],
  [page, '<div hidden><form></form></div>', '<div hidden/><form></form></div>'],
  [page, '<form action="/a onsubmit=go()">', '<form action="/a" onsubmit="go()">'],
  [page, '<p class="hidden" class="a">x</p>', '<p class="a" class="hidden">x</p>'],
  [page, '<table><tr><td>x</td></tr></table>', '<td>x</td>'],
  [page, '<p>Hi</p>', '<p class="fixed inset-0">Hi</p>'],
  [page, '<style>#total { color: red }</style><h2 id="total">1</h2>', '<style>#total { color: red }</style><h2>1</h2>'],
  [page, '<p><!-- /ko -->Hi you</p>', '<p>Hi you</p>'],
  ['src/B.tsx', 'const a = t`on` ? b : c;', 'const a = t`off` ? b : c;'],
  // Signs that are not seen.
  [page, '<p>Hello you</p>', '<p>Hello \u202eyou</p>'],
  [page, '<p>Hello you</p>', '<p>Hello \u0008you</p>'],
  [page, '<p>Hello you</p>', `<p>${'long '.repeat(1001)}</p>`],
  ['a/a.toml', 'a = "Old words"', 'a = "New words"'],
];

describe('changes that are likely words alone', () => {
  for (const each of likely)
    it(`reads ${each[0]}: ${each[1].slice(0, 60)} → ${each[2].slice(0, 60)}`, () => {
      assert.equal(isLikely(each), true);
    });
  for (const each of other)
    it(`does not: ${each[0]}: ${each[1].slice(0, 60)} → ${each[2].slice(0, 60)}`, () => {
      assert.equal(isLikely(each), false);
    });

  it('takes no longer for a long file than for reading it', () => {
    const long = 'const a = go(1, 2, 3, 4);\n'.repeat(9000);
    const start = performance.now();
    assert.equal(isLikely(changed('src/a.ts', `${long}say("§");`)), false);
    assert.ok(performance.now() - start < 1500);
  });
});
