import assert from 'node:assert/strict';
import { isOfKeys, type CatalogTexts } from '../../../support/key-change.js';

type Attack = readonly [path: string, before: string, after: string];

/** Changes that read as words and are none, by what they do. */
const attacks: Readonly<Record<string, readonly Attack[]>> = {
  'a command of a shell in place of a string': [
    ['app/views/a.html.erb', '<p><%= link_to "Show it", x %></p>', '<p><%= link_to `reboot now`, x %></p>'],
    ['a.html.erb', '<%= content_tag :p, "Hello you" %>', '<%= content_tag :p, `shutdown now` %>'],
    ['a.html.erb', '<%= tag.p("Hello you") %>', '<%= tag.p(`shutdown now`) %>'],
    ['a.html.erb', '<% content_for :page_title, "Our page" %>', '<% content_for :page_title, `shutdown now` %>'],
    ['a.html.erb', '<%= render "a", title: "Our page" %>', '<%= render "a", title: `Shutdown now` %>'],
    ['a.html.haml', '= link_to "Show it", x', '= link_to `reboot now`, x'],
    ['a.html.slim', 'p\n  = link_to "Show it", x', 'p\n  = link_to `reboot now`, x'],
    ['a.html.erb', '<%= govuk_list ["One of it", "So it is"] %>', '<%= govuk_list ["One of it", `reboot it now`] %>'],
    ['a.html.erb', '<%= f.input :name, label: "Your name" %>', '<%= f.input :name, label: `Reboot now` %>'],
    ['a.blade.php', "@include('a.b', ['title' => 'All of it'])", "@include('a.b', ['title' => `Reboot it now`])"],
    [
      'a.html.erb',
      '<%= render "a", hint: "Read #{link_to("it", "/x")}" %>',
      '<%= render "a", hint: "Read #{link_to(`reboot`, "/x")}" %>',
    ],
    ['a.html.erb', '<%= govuk_inset_text(text: "Hello you") %>', '<%= govuk_inset_text(text: `shutdown now`) %>'],
    ['a.html.erb', '<%= button_to "Go", x %>', '<%= button_to `halt`, x %>'],
    [
      'a.html.erb',
      '<%= render(A::CardComponent.new(title: "All of it")) %>',
      '<%= render(A::CardComponent.new(title: `Halt it all`)) %>',
    ],
    ['a.blade.php', "{{ include('x', 'title' => 'All of it') }}", "{{ include('x', 'title' => `Halt it all`) }}"],
    [
      'a.html.erb',
      '<%= render "a", hint: "Read #{link_to("it", "/x")} now" %>',
      '<%= render "a", hint: "Read #{link_to(`it`, "/x")} now" %>',
    ],
    ['a.html.eex', '<%= link_to "Show it", x %>', '<%= link_to `reboot now`, x %>'],
  ],
  'what decides who sees something, or what is reckoned': [
    ['a.tsx', '<Can>edit own posts</Can>;', '<Can>edit all posts</Can>;'],
    ['a.tsx', '<RequireRole>admin users only</RequireRole>;', '<RequireRole>all users there</RequireRole>;'],
    ['a.tsx', '<Permission>read all things</Permission>;', '<Permission>write all things</Permission>;'],
    ['a.tsx', '<ShowFor>the new users</ShowFor>;', '<ShowFor>the old users</ShowFor>;'],
    ['a.tsx', '<Experiment>the new home</Experiment>;', '<Experiment>the old home</Experiment>;'],
    ['a.tsx', '<Math>price times two</Math>;', '<Math>price times three</Math>;'],
    [
      'a.vue',
      '<template><Permission>edit own posts</Permission></template>',
      '<template><Permission>edit all posts</Permission></template>',
    ],
    ['a.svelte', '<Can>edit own posts</Can>', '<Can>edit all posts</Can>'],
    ['a.component.html', '<app-can>edit own posts</app-can>', '<app-can>edit all posts</app-can>'],
    ['a.html', '<x-permission>edit own posts</x-permission>', '<x-permission>edit all posts</x-permission>'],
  ],
  'code of Slim': [
    ['a.html.slim', 'button type = "submit now" Save it', 'button type = "button now" Save it'],
    ['a.html.slim', 'form method = "post x"', 'form method = "get x"'],
    ['a.html.slim', 'a href = "javascript one" Save it', 'a href = "javascript two" Save it'],
    ['a.html.slim', 'div x-show.important="admin and ready" Hello', 'div x-show.important="admin or ready" Hello'],
    ['a.html.slim', 'p =render "admin page"', 'p =render "user page"'],
    ['a.html.slim', "p =' render page unless admin", "p =' render page if admin"],
    ['a.html.slim', 'p =page unless admin', 'p =page if admin'],
    ['a.html.slim', 'p = render x,\n  page unless admin', 'p = render x,\n  page if admin'],
    ['a.html.slim', 'p == render x,\n  page unless admin', 'p == render x,\n  page if admin'],
    ['a.html.slim', 'a href=url_for(x,\n  page unless admin)', 'a href=url_for(x,\n  page if admin)'],
    [
      'a.html.slim',
      'button(type="submit"\n  disabled hidden inert) Save',
      'button(type="submit"\n  disabled required inert) Save',
    ],
    ['a.html.slim', 'javascript type="module":\n  return not admin', 'javascript type="module":\n  return only admin'],
    ['a.html.slim', 'builder:\n  show not ready yet', 'builder:\n  show now ready yet'],
    ['a.html.slim', 'liquid:\n  show not ready yet', 'liquid:\n  show now ready yet'],
    ['a.html.slim', 'typescript:\n  let role = admin;', 'typescript:\n  let role = owner;'],
    ['a.html.slim', 'a.b onclick = "return not admin" Go on', 'a.b onclick = "return true admin" Go on'],
    ['a.html.slim', 'p =t "some key"', 'p =t "other key"'],
    ['a.html.slim', 'p =User.find_by role: admin', 'p =User.find_by role: owner'],
    ['a.html.slim', 'asciidoc:\n  one two six', 'asciidoc:\n  one two ten'],
    ['a.html.slim', 'p class=foo(\n  page unless admin)', 'p class=foo(\n  page if admin)'],
    ['a.html.slim', 'p = foo(\n  page unless admin)', 'p = foo(\n  page if admin)'],
    ['a.html.slim', 'p data-x="a" = foo a,\n  page unless admin', 'p data-x="a" = foo a,\n  page if admin'],
    ['a.html.slim', 'p *foo(a,\n  page unless admin)', 'p *foo(a,\n  page if admin)'],
    ['a.html.slim', 'li: p = foo a,\n  page unless admin', 'li: p = foo a,\n  page if admin'],
  ],
  'what a button sends': [
    [
      'a.vue',
      '<template><form><input type="submit" :name="op" value="Save it"></form></template>',
      '<template><form><input type="submit" :name="op" value="Delete it"></form></template>',
    ],
    [
      'a.vue',
      '<template><form><input type="submit" v-bind:name="op" value="Save it"></form></template>',
      '<template><form><input type="submit" v-bind:name="op" value="Delete it"></form></template>',
    ],
    [
      'a.vue',
      '<template><form><input type="submit" @click="go($event.target.value)" value="Save it"></form></template>',
      '<template><form><input type="submit" @click="go($event.target.value)" value="Delete it"></form></template>',
    ],
    [
      'a.html',
      '<form><input type="submit" [name]="op" value="Save it"></form>',
      '<form><input type="submit" [name]="op" value="Delete it"></form>',
    ],
    [
      'a.html',
      '<form><input type="submit" [attr.name]="op" value="Save it"></form>',
      '<form><input type="submit" [attr.name]="op" value="Delete it"></form>',
    ],
    [
      'a.html',
      '<form><input type="submit" (click)="go($event.target.value)" value="Save it"></form>',
      '<form><input type="submit" (click)="go($event.target.value)" value="Delete it"></form>',
    ],
    [
      'a.svelte',
      '<form><input type="submit" {name} value="Save it"></form>',
      '<form><input type="submit" {name} value="Delete it"></form>',
    ],
    [
      'a.svelte',
      '<form><input type="submit" on:click={go} value="Save it"></form>',
      '<form><input type="submit" on:click={go} value="Delete it"></form>',
    ],
    [
      'a.svelte',
      '<form><input type="submit" {...rest} value="Save it"></form>',
      '<form><input type="submit" {...rest} value="Delete it"></form>',
    ],
    [
      'a.tsx',
      '<input type="submit" {...register("op")} value="Save it" />;',
      '<input type="submit" {...register("op")} value="Delete it" />;',
    ],
    [
      'a.tsx',
      '<input type="submit" {...props} value="Save it" />;',
      '<input type="submit" {...props} value="Delete it" />;',
    ],
    [
      'a.html.erb',
      '<form><input type="submit" <%= attrs %> value="Save it"></form>',
      '<form><input type="submit" <%= attrs %> value="Delete it"></form>',
    ],
    [
      'a.html',
      '<form><input type="submit" {% if a %}name="op"{% endif %} value="Save it"></form>',
      '<form><input type="submit" {% if a %}name="op"{% endif %} value="Delete it"></form>',
    ],
    [
      'a.html',
      '<form><input type="hidden" id="op" data-type="submit" value="Save it"></form>',
      '<form><input type="hidden" id="op" data-type="submit" value="Delete it"></form>',
    ],
    [
      'a.html',
      '<form><input type="hidden" :name="op" data-type="submit" value="Save it"></form>',
      '<form><input type="hidden" :name="op" data-type="submit" value="Delete it"></form>',
    ],
    [
      'a.html',
      '<form><input type="radio" data-x="type=\'submit\'" value="Save it"></form>',
      '<form><input type="radio" data-x="type=\'submit\'" value="Delete it"></form>',
    ],
    [
      'a.html',
      '<form><input-role type="submit" value="Save it"></input-role></form>',
      '<form><input-role type="submit" value="Delete it"></input-role></form>',
    ],
    [
      'a.html',
      '<form><input type="submit" x-on:click="go($el.value)" value="Save it"></form>',
      '<form><input type="submit" x-on:click="go($el.value)" value="Delete it"></form>',
    ],
    [
      'a.html',
      '<form><input type="submit" hx-vals="js:{a:1}" value="Save it"></form>',
      '<form><input type="submit" hx-vals="js:{a:1}" value="Delete it"></form>',
    ],
    [
      'a.html',
      '<form><input type="submit" wire:click="go" value="Save it"></form>',
      '<form><input type="submit" wire:click="go" value="Delete it"></form>',
    ],
    [
      'a.tsx',
      '<input data-type="submit" type="checkbox" value="Save it" />;',
      '<input data-type="submit" type="checkbox" value="Delete it" />;',
    ],
    ['a.tsx', '<input type="submit" ref={r} value="Save it" />;', '<input type="submit" ref={r} value="Delete it" />;'],
    [
      'a.html',
      '<f:form><f:form.submit additionalAttributes="{name: \'op\'}" value="Save it" /></f:form>',
      '<f:form><f:form.submit additionalAttributes="{name: \'op\'}" value="Delete it" /></f:form>',
    ],
    [
      'a.html',
      '<form><input type="submit"name="op" value="Save it"></form>',
      '<form><input type="submit"name="op" value="Delete it"></form>',
    ],
  ],
  'what a component is given for a machine, or is read back': [
    [
      'a.vue',
      '<template><div><el-radio v-model="role" label="Site admin">x</el-radio></div></template>',
      '<template><div><el-radio v-model="role" label="Site reader">x</el-radio></div></template>',
    ],
    [
      'a.vue',
      '<template><div><el-radio-button v-model="role" label="Site admin" /></div></template>',
      '<template><div><el-radio-button v-model="role" label="Site reader" /></div></template>',
    ],
    [
      'a.vue',
      '<template><div><el-checkbox-button label="Site admin" /></div></template>',
      '<template><div><el-checkbox-button label="Site reader" /></div></template>',
    ],
    [
      'a.vue',
      '<template><div><Checkbox label="Site admin"></Checkbox></div></template>',
      '<template><div><Checkbox label="Site reader"></Checkbox></div></template>',
    ],
    [
      'a.vue',
      '<template><div><vue-qr text="Site admin" /></div></template>',
      '<template><div><vue-qr text="Site reader" /></div></template>',
    ],
    [
      'a.tsx',
      '<CopyToClipboard text="npm install left"><b>x</b></CopyToClipboard>;',
      '<CopyToClipboard text="npm install evil"><b>x</b></CopyToClipboard>;',
    ],
    ['a.tsx', '<Radio label="Site admin" />;', '<Radio label="Site reader" />;'],
    ['a.tsx', '<Protected title="Site admin"><b/></Protected>;', '<Protected title="Site reader"><b/></Protected>;'],
    ['a.tsx', '<Can title="Site admin"><b/></Can>;', '<Can title="Site reader"><b/></Can>;'],
    ['a.tsx', '<Variant label="Site admin"><b/></Variant>;', '<Variant label="Site reader"><b/></Variant>;'],
    ['a.tsx', '<GA label="Site admin"/>;', '<GA label="Site reader"/>;'],
    ['a.tsx', '<AgentTool description="Site admin"/>;', '<AgentTool description="Site reader"/>;'],
    ['a.tsx', '<ThemeContext.Provider title="Site admin"/>;', '<ThemeContext.Provider title="Site reader"/>;'],
    ['a.tsx', '<Terminal text="remove none of it"/>;', '<Terminal text="remove all of it"/>;'],
    ['a.tsx', '<HiddenField label="Site admin"/>;', '<HiddenField label="Site reader"/>;'],
    [
      'a.tsx',
      'const m = { "Site admin": a, "Site reader": b }; <button title="Site admin" onClick={(e) => m[e.currentTarget.title]()}>x</button>;',
      'const m = { "Site admin": a, "Site reader": b }; <button title="Site reader" onClick={(e) => m[e.currentTarget.title]()}>x</button>;',
    ],
    [
      'a.tsx',
      '<input placeholder="Site admin" onFocus={(e) => save(e.target.placeholder)} />;',
      '<input placeholder="Site reader" onFocus={(e) => save(e.target.placeholder)} />;',
    ],
    ['a.html', '<img alt="Site admin" i18n-alt>', '<img alt="Site reader" i18n-alt>'],
    [
      'a.html',
      '<input placeholder="Site admin" i18n-placeholder>',
      '<input placeholder="Site reader" i18n-placeholder>',
    ],
    [
      'a.html',
      '<button title="Site admin" (click)="go($event.target.title)">x y</button>',
      '<button title="Site reader" (click)="go($event.target.title)">x y</button>',
    ],
    [
      'a.html',
      '<mat-radio-button label="Site admin">x</mat-radio-button>',
      '<mat-radio-button label="Site reader">x</mat-radio-button>',
    ],
    ['a.blade.php', '<x-select-item label="Site admin" />', '<x-select-item label="Site reader" />'],
    ['a.html', '<app-x label="Save it" i18n-label></app-x>', '<app-x label="Keep it" i18n-label></app-x>'],
    ['a.html', '<sl-radio label="Site admin"></sl-radio>', '<sl-radio label="Site owner"></sl-radio>'],
  ],
  'what a part of a page hands on': [
    [
      'a.html.erb',
      '<%= render(FeatureFlagComponent.new(title: "New home")) %>',
      '<%= render(FeatureFlagComponent.new(title: "Old home")) %>',
    ],
    [
      'a.html.erb',
      '<%= render "shared/feature_flag", title: "New home" %>',
      '<%= render "shared/feature_flag", title: "Old home" %>',
    ],
    [
      'a.html.erb',
      '<%= render "shared/script", text: "New home" %>',
      '<%= render "shared/script", text: "Old home" %>',
    ],
    ['a.html.erb', '<%= render "shared/style", text: "New home" %>', '<%= render "shared/style", text: "Old home" %>'],
    [
      'a.html.erb',
      '<%= render "shared/option", label: "New home" %>',
      '<%= render "shared/option", label: "Old home" %>',
    ],
    [
      'a.html.erb',
      '<%= render "shared/redirect", title: "New home" %>',
      '<%= render "shared/redirect", title: "Old home" %>',
    ],
    ['a.html.erb', '<%= render "mail/query", title: "New home" %>', '<%= render "mail/query", title: "Old home" %>'],
    [
      'a.html.twig',
      "{% include 'script.twig' with {text: 'New home'} %}",
      "{% include 'script.twig' with {text: 'Old home'} %}",
    ],
    [
      'a.html.twig',
      "{% include 'option.twig' with {label: 'New home'} %}",
      "{% include 'option.twig' with {label: 'Old home'} %}",
    ],
    ['a.hbs', '{{> script text="New home"}}', '{{> script text="Old home"}}'],
    ['a.hbs', '{{> option label="New home"}}', '{{> option label="Old home"}}'],
    ['a.blade.php', "@include('a.option', ['label' => 'New home'])", "@include('a.option', ['label' => 'Old home'])"],
    ['a.blade.php', "@component('feature', ['title' => 'New home'])", "@component('feature', ['title' => 'Old home'])"],
    [
      'a.html.erb',
      '<%= f.input :role, as: :hidden, text: "New home" %>',
      '<%= f.input :role, as: :hidden, text: "Old home" %>',
    ],
    [
      'a.html.erb',
      '<%= f.input :role, as: :radio_buttons, collection: [{ label: "New home" }] %>',
      '<%= f.input :role, as: :radio_buttons, collection: [{ label: "Old home" }] %>',
    ],
    [
      'a.html.erb',
      '<%= f.input :role, collection: [[1, { text: "New home" }]] %>',
      '<%= f.input :role, collection: [[1, { text: "Old home" }]] %>',
    ],
    ['a.html.erb', '<%= shell.input :run, text: "New home" %>', '<%= shell.input :run, text: "Old home" %>'],
    [
      'a.html.erb',
      '<%= render "a", options: [{ value: 1, label: "New home" }] %>',
      '<%= render "a", options: [{ value: 1, label: "Old home" }] %>',
    ],
    [
      'a.html.erb',
      '<%= render "a", options: [{ label: "New home" }] %>',
      '<%= render "a", options: [{ label: "Old home" }] %>',
    ],
    [
      'a.html.erb',
      '<%= render "radio", items: [{ text: "New home" }] %>',
      '<%= render "radio", items: [{ text: "Old home" }] %>',
    ],
  ],
  'a link that does something': [
    ['a.html', '<a href="/p">Read it</a>', '<a href="/logout.php">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/account/delete-all">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/delete.php">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/users/1/ban">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/users/become/1">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/purge">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/sign-out.html">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/erase">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/disable">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/x?return=evil.example">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/x?service=evil.example">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/files/x.mobileconfig">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/api/v1/users?_method=DELETE">Read it</a>'],
    [
      'a.html',
      '<a rel="me" href="http://a.example/x">Read it</a>',
      '<a rel="me" href="http://b.example/x">Read it</a>',
    ],
    [
      'a.html',
      '<a class="js-load" href="/p">Read it</a>',
      '<a class="js-load" href="https://evil.example/x.html">Read it</a>',
    ],
    ['a.html', '<a rel="modal:open" href="#a">Read it</a>', '<a rel="modal:open" href="#b">Read it</a>'],
    [
      'a.html',
      '<translate>Do <a href="/p">Read it</a></translate>',
      '<translate>Do <a href="/q">Read it</a></translate>',
    ],
    ['a.html', '<a rel="lightbox" href="/p">Read it</a>', '<a rel="lightbox" href="/q">Read it</a>'],
    ['a.tsx', '<a href="/p">Read it</a>;', '<a href="/logout.php">Read it</a>;'],
    ['a.tsx', '<Trans>Use <a href="/p">one</a></Trans>;', '<Trans>Use <a href="/q">one</a></Trans>;'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/x.jnlp">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/%25%32%66">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/accept-all">Read it</a>'],
    ['a.html', '<a href="/p">Read it</a>', '<a href="/user.delete">Read it</a>'],
  ],
  'a template of what is no page': [
    ['db/grants.sql.jinja2', 'GRANT SELECT ON users TO reader;', 'GRANT ALL ON users TO reader;'],
    ['x/deploy.sh.jinja', 'run all tests now', 'run no tests now'],
    ['x/nginx.conf.jinja', 'allow all users;', 'deny all users;'],
    ['x/Dockerfile.ejs', 'USER app user', 'USER root user'],
    ['x/policy.rego.hbs', 'default allow = false', 'default allow = true'],
    ['x/service.yaml.hbs', 'replicas: one two', 'replicas: one three'],
    ['x/app.service.mustache', 'User nobody at all', 'User root at all'],
    ['x/sudoers.jinja', 'admin ALL none', 'admin ALL users'],
    ['app/config/haproxy.erb', 'mode http only', 'mode tcp only'],
    ['x/main.tf.twig', 'allow all users', 'deny all users'],
    ['x/a.js.hbs', 'return not admin', 'return only admin'],
    ['x/a.py.jinja', 'return not admin', 'return only admin'],
    ['x/a.css.liquid', 'color dark red', 'color light red'],
    ['x/a.js.liquid', 'return not admin', 'return only admin'],
    ['x/a.json.liquid', '"a b" one two', '"a b" one three'],
    ['x/a.xml.twig', '<role>site admin</role>', '<role>site owner</role>'],
    ['x/mail.ics.twig', 'one two three', 'one two four'],
    ['x/a.csv.twig', 'one two three', 'one two four'],
    ['x/a.yml.njk', 'role: site admin', 'role: site owner'],
    ['x/component.tsx.hbs', 'return not admin', 'return only admin'],
    ['_templates/x.ejs', 'return not admin', 'return only admin'],
  ],
  'a block that a machine reads': [
    [
      'a.html',
      '{% block extra_js %}var role = admin;{% endblock %}',
      '{% block extra_js %}var role = owner;{% endblock %}',
    ],
    [
      'a.html',
      '{% block inline_js %}var role = admin;{% endblock %}',
      '{% block inline_js %}var role = owner;{% endblock %}',
    ],
    [
      'a.html',
      '{% block js_init %}var role = admin;{% endblock %}',
      '{% block js_init %}var role = owner;{% endblock %}',
    ],
    [
      'a.html',
      '{% block extra_css %}var role = admin;{% endblock %}',
      '{% block extra_css %}var role = owner;{% endblock %}',
    ],
    [
      'a.html',
      '{% block page_css %}var role = admin;{% endblock %}',
      '{% block page_css %}var role = owner;{% endblock %}',
    ],
    [
      'a.html.erb',
      '<% content_for :page_js do %>var role = admin;<% end %>',
      '<% content_for :page_js do %>var role = owner;<% end %>',
    ],
    [
      'a.blade.php',
      "@section('page_js')var role = admin;@endsection",
      "@section('page_js')var role = owner;@endsection",
    ],
    [
      'a.html',
      '{% block onload %}var role = admin;{% endblock %}',
      '{% block onload %}var role = owner;{% endblock %}',
    ],
    [
      'a.html',
      '{% block analytics %}var role = admin;{% endblock %}',
      '{% block analytics %}var role = owner;{% endblock %}',
    ],
    [
      'a.hbs',
      '{{#contentFor "page_js"}}var role = admin;{{/contentFor}}',
      '{{#contentFor "page_js"}}var role = owner;{{/contentFor}}',
    ],
    [
      'a.html',
      '{% block jquery %}var role = admin;{% endblock %}',
      '{% block jquery %}var role = owner;{% endblock %}',
    ],
    [
      'a.html',
      '{% block dom_ready %}var role = admin;{% endblock %}',
      '{% block dom_ready %}var role = owner;{% endblock %}',
    ],
    ['a.html.haml', '- content_for :page_js do\n  var role = admin;', '- content_for :page_js do\n  var role = owner;'],
  ],
};

const english = {
  go: 'Go on',
  stop: 'Stop it',
  b: { go: 'Go on' },
  rich: 'Read <b>it</b>',
  rough: 'Do <b>it</b>',
  raw: 'Read it',
  quote: 'Save" hidden',
};
const welsh = { go: 'Parhau', stop: 'Aros <img src=x onerror=alert(1)>' };
const catalogs: CatalogTexts = {
  'locales/en.json': [JSON.stringify(english), JSON.stringify(english)],
  'locales/cy.json': [JSON.stringify(welsh), JSON.stringify(welsh)],
};
/** The same key, where no language has more than words. */
const plain: CatalogTexts = { 'locales/en.json': catalogs['locales/en.json'] as readonly [string, string] };

/** Another key that is asked for, and what comes of it is no text alone. */
const keys: readonly Attack[] = [
  ['a.html.erb', '<p><%= t("go", scope: "b") %></p>', '<p><%= t("stop", scope: "b") %></p>'],
  ['a.html.erb', '<p><%= t "go", scope: "b" %></p>', '<p><%= t "stop", scope: "b" %></p>'],
  ['a.njk', '<p>{{ t("go", { ns: "b" }) }}</p>', '<p>{{ t("stop", { ns: "b" }) }}</p>'],
  ['a.tsx', '<p>{t("go", { ns: "b" })}</p>;', '<p>{t("stop", { ns: "b" })}</p>;'],
  ['a.html.twig', "<p>{{ 'go'|trans({}, 'b') }}</p>", "<p>{{ 'stop'|trans({}, 'b') }}</p>"],
  ['a.html.twig', "<p>{% trans 'go' from 'b' %}</p>", "<p>{% trans 'stop' from 'b' %}</p>"],
  ['a.html', "<p>{% trans 'go' context 'b' %}</p>", "<p>{% trans 'stop' context 'b' %}</p>"],
  ['a.html.twig', "<p>{{ 'go'|trans({}, 'b', 'xx') }}</p>", "<p>{{ 'stop'|trans({}, 'b', 'xx') }}</p>"],
  ['a.tsx', '<p>{t("go", { context: "b" })}</p>;', '<p>{t("stop", { context: "b" })}</p>;'],
  ['a.tsx', '<p>{t("go", { returnObjects: true })}</p>;', '<p>{t("stop", { returnObjects: true })}</p>;'],
  ['a.tsx', '<p>{t("go", { lng: "cy" })}</p>;', '<p>{t("stop", { lng: "cy" })}</p>;'],
  ['a.html.erb', '<p><%= t("go", locale: :cy) %></p>', '<p><%= t("stop", locale: :cy) %></p>'],
  [
    'a.tsx',
    'const { t } = withNamespaces("b"); <p>{t("go")}</p>;',
    'const { t } = withNamespaces("b"); <p>{t("stop")}</p>;',
  ],
  [
    'a.vue',
    '<template><el-radio :label="$t(\'go\')" v-model="r" /></template>',
    '<template><el-radio :label="$t(\'stop\')" v-model="r" /></template>',
  ],
  [
    'a.vue',
    '<template><input type="submit" :name="op" :value="$t(\'go\')"></template>',
    '<template><input type="submit" :name="op" :value="$t(\'stop\')"></template>',
  ],
  ['a.tsx', '<input type="submit" {...r} value={t("go")} />;', '<input type="submit" {...r} value={t("stop")} />;'],
  ['a.tsx', '<CopyButton text={t("go")} />;', '<CopyButton text={t("stop")} />;'],
  ['a.tsx', '<Guard label={t("go")} />;', '<Guard label={t("stop")} />;'],
  ['a.tsx', '<CommandItem>{t("go")}</CommandItem>;', '<CommandItem>{t("stop")}</CommandItem>;'],
  [
    'a.tsx',
    '<button title={t("go")} onClick={(e) => go(e.target.title)} />;',
    '<button title={t("stop")} onClick={(e) => go(e.target.title)} />;',
  ],
  ['a.njk', '{% block extra_js %}{{ t("go") }}{% endblock %}', '{% block extra_js %}{{ t("stop") }}{% endblock %}'],
  [
    'a.njk',
    '<button title="{{ t("go") }}" onclick="go(this.title)">x</button>',
    '<button title="{{ t("stop") }}" onclick="go(this.title)">x</button>',
  ],
  [
    'a.html.erb',
    '<%= render "shared/feature_flag", title: t("go") %>',
    '<%= render "shared/feature_flag", title: t("stop") %>',
  ],
  ['a.html.erb', '<%= render "option", label: t("go") %>', '<%= render "option", label: t("stop") %>'],
  ['a.blade.php', '<button title="{!! __(\'raw\') !!}">x</button>', '<button title="{!! __(\'quote\') !!}">x</button>'],
];

/** The same, drawn as it stands: in one language it has more than words. */
const raw: readonly Attack[] = [
  ['a.blade.php', "<p>{!! __('go') !!}</p>", "<p>{!! __('stop') !!}</p>"],
  ['a.html.erb', '<p><%== t("go") %></p>', '<p><%== t("stop") %></p>'],
  ['a.ejs', '<p><%- t("go") %></p>', '<p><%- t("stop") %></p>'],
  ['a.hbs', '<p>{{{t "go"}}}</p>', '<p>{{{t "stop"}}}</p>'],
];

describe('what only looks like words alone', () => {
  for (const [what, list] of Object.entries(attacks)) {
    it(`is not: ${what}`, async () => {
      for (const [path, before, after] of list)
        assert.equal(await isOfKeys(path, before, after, {}), false, `${path}: ${before} → ${after}`);
    });
  }

  it('is not: another key, where the text goes on to a machine or is looked up elsewhere', async () => {
    for (const [path, before, after] of keys)
      assert.equal(await isOfKeys(path, before, after, plain), false, `${path}: ${before} → ${after}`);
  });

  it('is not: another key that has more than words in one language, however it is drawn', async () => {
    for (const [path, before, after] of raw) {
      assert.equal(await isOfKeys(path, before, after, catalogs), false, `${path}: ${before} → ${after}`);
      assert.equal(await isOfKeys(path, before, after, plain), true, `${path}: ${before} → ${after}`);
    }
  });

  it('is one where a language that did not have the old text has no more in the new one than the original', async () => {
    const asks = ['a.njk', '<p>{{ t("go") }}</p>', '<p>{{ t("stop") }}</p>'] as const;
    const also = (stop: string): CatalogTexts => {
      const text = JSON.stringify({ stop });
      return { ...plain, 'locales/cy.json': [text, text] };
    };
    assert.equal(await isOfKeys(...asks, also('Stopio')), true);
    assert.equal(await isOfKeys(...asks, also('Stopio {{all}}')), false);
  });

  it('is not: code of Slim that goes on behind its last line, or behind a note', async () => {
    const slim = (code: string) => isOfKeys('a.html.slim', `p One thing.\n${code}`, `p One thing more.\n${code}`, {});
    assert.equal(await slim('= render a,\n  b\n'), true);
    assert.equal(await slim('= render a,'), false);
    assert.equal(await slim('= render a, # it\n  b\n'), false);
    assert.equal(await slim('= render(a\n  b)\n'), false);
    assert.equal(await slim('p= render a, # it\n  b\n'), false);
  });

  it('is still one where a text is asked for as before', async () => {
    assert.equal(await isOfKeys('a.njk', '<p>{{ t("go") }}</p>', '<p>{{ t("stop") }}</p>', plain), true);
    assert.equal(await isOfKeys('a.njk', '<p>{{ t("go") }}</p>', '<p>{{ t("stop") }}</p>', catalogs), false);
    assert.equal(await isOfKeys('a.tsx', '<p>{t("go")}</p>;', '<p>{t("stop")}</p>;', plain), true);
  });
});
