import assert from 'node:assert/strict';
import fc from 'fast-check';

import { locateCatalog } from '../../../src/catalogs/locate-catalog.js';
import { createKeyIndex } from '../../../src/review/uses/key-index.js';
import { expressKeys } from '../../../src/review/uses/key-expressions.js';
import { matchFile } from '../../../src/review/uses/match-file.js';
import { createTextKey, type TextKey } from '../../../src/review/uses/text-key.js';
import { processorTime } from '../../support/processor-time.js';

/** The text under this path of a catalog. */
function keyOf(path: readonly (string | number)[], catalog = 'locales/en.json', isQt = false): TextKey {
  const location = locateCatalog(catalog);
  return location === undefined ? assert.fail(catalog) : createTextKey(location, path, isQt);
}

const res = 'app/src/main/res/values/strings.xml';
const net = 'App/Resources/values/strings.xml';
const rails = 'config/locales/en.yml';
const arb = 'lib/l10n/app_en.arb';
const resx = 'src/Resources.resx';
const po = 'locale/de/LC_MESSAGES/django.po';
const php = 'resources/lang/en/messages.php';

/** How a program names the key: surely, possibly or not at all. */
function asked(text: string, key: TextKey, path = 'src/a.tsx'): 'sure' | 'possible' | 'no' {
  const found = matchFile(path, text, createKeyIndex([key])) ?? assert.fail('too long');
  // What is not found by git is never looked at.
  if (found.length > 0) assert.match(text, new RegExp(expressKeys([key]).expressions.join('|'), 'm'));
  return found.some(({ sure }) => sure) ? 'sure' : found.length > 0 ? 'possible' : 'no';
}

const title = keyOf(['home', 'hero', 'title']);
const save = keyOf(['save']);
const catalogInSrc = 'src/i18n/en.json';
const inSrc = keyOf(['save'], catalogInSrc);

describe('who asks for a text', () => {
  const table: readonly (readonly [what: string, text: string, key: TextKey, answer: string, path?: string])[] = [
    ['a catalog that is loaded, by a member', "import en from './i18n/en.json';\nshow(en.save.trim());", inSrc, 'sure'],
    ['a catalog that is loaded, in brackets', "import * as words from './i18n/en.json'; words['save']", inSrc, 'sure'],
    ['a catalog that is loaded, in another language', "import de from './i18n/de-AT.json'; de.save", inSrc, 'sure'],
    ['a catalog by an alias', "import en from '@/i18n/en.json'; en.save", inSrc, 'sure'],
    [
      'a catalog that is required beside a library',
      "const fs = require('fs'), a = 1;\nconst en = require('./i18n/en.json'); en.save",
      inSrc,
      'sure',
    ],
    ['a catalog that is required', "const en = require('./i18n/en.json'); en.save", inSrc, 'sure'],
    ['a text that is required', "const { go, save: put } = require('./i18n/en.json');", inSrc, 'sure'],
    ['a text that is loaded', "import { go, save as put } from './i18n/en.json';", inSrc, 'sure'],
    ['a text of a default by name', "import { default as en } from './i18n/en.json'; en.save", inSrc, 'sure'],
    ['a text taken apart', "import en from './i18n/en.json'; const { save } = en;", inSrc, 'sure'],
    ['a module of texts', "import words from './locales/en'; words.save", keyOf(['save'], 'src/locales/en.ts'), 'sure'],
    [
      'a module of texts as compiled',
      "import w from './locales/en.js'; w.save",
      keyOf(['save'], 'src/locales/en.ts'),
      'sure',
    ],
    [
      'a group of a catalog',
      "import en from './i18n/en.json'; show(en.home);",
      keyOf(['home', 'top'], catalogInSrc),
      'possible',
    ],
    [
      'a deep text of a catalog',
      "import en from './i18n/en.json'; en.home.top.length",
      keyOf(['home', 'top'], catalogInSrc),
      'sure',
    ],
    ["another feature's catalog", "import en from '../b/i18n/en.json'; en.save", inSrc, 'no'],
    ["another feature's catalog by an alias", "import en from '@/b/i18n/en.json'; en.save", inSrc, 'no'],
    ['what is no catalog', "import en from './api'; import x from 'en'; en.save", inSrc, 'no'],
    ['another text of it', "import en from './i18n/en.json'; en.go; other.save", inSrc, 'no'],
    ['a catalog in a comment', "import en from './i18n/en.json';\n// en.save", inSrc, 'no'],
    ['a catalog loaded by no program', "import en from './i18n/en.json'; en.save", inSrc, 'no', 'src/a.py'],
    ['i18next', "t('home.hero.title')", title, 'sure'],
    ['i18next with a selector of texts by a member', 't($ => $.x); m.home.hero.title()', title, 'sure'],
    ['i18next with a namespace', "t('common:save')", keyOf(['save'], 'locales/en/common.json'), 'sure'],
    ['i18next with a namespace of unknown name', "t('shop:home.hero.title')", title, 'sure'],
    ['i18next by its plain plural', "t('home.items', { count })", keyOf(['home', 'items_other']), 'sure'],
    ['i18next by a context', "t('home.friend', { context })", keyOf(['home', 'friend_male']), 'possible'],
    ['keyPrefix', "const { t } = useTranslation('x', { keyPrefix: 'home.hero' }); t('title')", title, 'sure'],
    ['next-intl', "const t = useTranslations('home.hero'); t.rich('title')", title, 'sure'],
    ['next-intl plainly', "const t = useTranslations('home.hero'); t('title')", title, 'sure'],
    ['another scope', "const t = useTranslations('cart'); t('title')", title, 'no'],
    ['a plain word in another scope', "const t = useTranslations('cart'); t('save')", save, 'possible'],
    ['a plain word', "t('save')", save, 'sure'],
    ['a plain word of another function', "track('save')", save, 'no'],
    ['a plain word in a list that is gone through', "['save', 'go'].map((each) => t(each))", save, 'possible'],
    ['a plain word in a list', "const x = ['save', 'go'];", save, 'no'],
    ['a plain word compared', "t(x); if (x === 'save') go();", save, 'no'],
    ['react-intl', "formatMessage({ id: 'home.hero.title' })", title, 'sure'],
    ['react-intl by an element', '<FormattedMessage id="save" />', save, 'sure'],
    ['an id of another element', '<p id="save" />', save, 'no'],
    ['react-intl with messages under a name', "const m = defineMessages('home.hero', { title: 'Hi' });", title, 'sure'],
    [
      'react-intl with messages by place',
      "const m = defineMessages({\n title: 'Hi' });",
      title,
      'sure',
      'src/home/hero/a.tsx',
    ],
    ['Vue', '<p :title="$t(\'home.hero.title\')" />', title, 'sure', 'a.vue'],
    ['Vue by an element', '<i18n-t keypath="save" />', save, 'sure', 'a.vue'],
    ['a bound attribute of Vue', '<p :key="save" />{{ $t(x) }}', save, 'no', 'a.vue'],
    ['Angular', "{{ 'save' | translate }}", save, 'sure', 'a.html'],
    ['Svelte', "{$_('home.hero.title')}", title, 'sure', 'a.svelte'],
    ['Rails', "<%= t 'save' %>", save, 'sure', 'a.erb'],
    ['Handlebars', '{{t "save"}}', save, 'sure', 'a.hbs'],
    ['Laravel', "__('messages.welcome')", keyOf(['welcome'], 'lang/en/messages.json'), 'sure', 'a.php'],
    ['Python', 'gettext("Save the file")', keyOf(['Save the file']), 'sure', 'a.py'],
    ['Android', 'getString(R.string.home_title)', keyOf(['home_title']), 'sure', 'A.kt'],
    ['a layout of Android', 'android:text="@string/home_title"', keyOf(['home_title']), 'sure', 'a.xml'],
    [
      'Chrome',
      '"name": "__MSG_appName__"',
      keyOf(['appName', 'message'], '_locales/en/messages.json'),
      'sure',
      'manifest.json',
    ],
    ['paraglide', 'm.home_title()', keyOf(['home_title']), 'sure'],
    ['a page of HTML', '<b>${HeaderSave}</b>', keyOf(['HeaderSave']), 'sure', 'a.html'],
    ['a template of JavaScript', 'show(`${HeaderSave}`)', keyOf(['HeaderSave']), 'no'],
    ['a list of texts in an attribute', '<b i18n="open, title:save">', save, 'sure', 'a.html'],
    ['the first of a list in an attribute', '<b i18n="save, title:open">', save, 'sure', 'a.html'],
    ['an attribute for an attribute', '<b i18n-title="save">', save, 'sure', 'a.html'],
    ['an attribute of jQuery’s i18next', "<b data-i18n='[title]save;[alt]home.hero.title'>", title, 'sure', 'a.html'],
    ['the first of jQuery’s i18next', '<b data-i18n="[title]save;open">', save, 'sure', 'a.html'],
    ['values of Chromium', '<b i18n-values=".title:save;alt:open">', save, 'sure', 'a.html'],
    ['an attribute of an extension', '<b tl-text="save">', save, 'sure', 'a.html'],
    ['an attribute of an extension in a comment', '<!-- <b tl-text="save"> -->', save, 'possible', 'a.html'],
    ['an attribute of HTML itself', '<b translate="no">', keyOf(['no']), 'no', 'a.html'],
    ['the content of an element', '<p class="x" translate>save</p>', save, 'sure', 'a.html'],
    ['a bound attribute of Angular', `<b [translate]="'save'">`, save, 'sure', 'a.html'],
    ['a directive of Vue', `<b v-t="'save'">`, save, 'sure', 'a.vue'],
    ['a directive of Vue with a path', `<b v-t="{ path: 'save' }">`, save, 'sure', 'a.vue'],
    ['a scope of Transloco', `<b *transloco="let t; read: 'home.hero'">{{ t('title') }}`, title, 'sure', 'a.html'],
    ['a section of Mustache', '{{#t}}save{{/t}}', save, 'sure', 'a.mustache'],
    ['a section with more behind a comma', '{{#str}}save, shop{{/str}}', save, 'sure', 'a.mustache'],
    ['a block of Twig', "{% trans with {'%a%': b} from 'app' %}save{% endtrans %}", save, 'sure', 'a.twig'],
    ['a field of Twig', "{{ form_row(form.submit, {label: 'save', attr: {class: 'b'}}) }}", save, 'sure', 'a.twig'],
    [
      'a field of Twig that is called by what one does',
      "{{ form_row(form.submit, {attr: {class: 'b'}, label: edit ? 'save' : 'add'}) }}",
      save,
      'sure',
      'a.twig',
    ],
    ['an example in a field of Twig', "{{ form_row(form.a, {attr: {placeholder: 'save'}}) }}", save, 'sure', 'a.twig'],
    ['a class of Twig', "{{ form_row(form.submit, {label: 'add', attr: {class: 'save'}}) }}", save, 'no', 'a.twig'],
    ['a state of Twig', "{{ form_row(form.a, {label: state == 'save' ? 'add' : 'b'}) }}", save, 'no', 'a.twig'],
    ['a filter of Twig', "{{ 'save'|trans({'%a%': b}) }}", save, 'sure', 'a.twig'],
    ['a word of Django', '{% trans "Save" %}', keyOf(['Save'], po), 'sure', 'a.html'],
    ['a word in a block of Django', '{% blocktrans %}Save{% plural %}', keyOf(['Save'], po), 'sure', 'a.html'],
    [
      'a block of Django over lines',
      '{% blocktranslate trimmed %}\n  Save {{ x }}\n  to disk\n{% endblocktranslate %}',
      keyOf(['Save %(x)s to disk'], po),
      'sure',
      'a.html',
    ],
    ['Liquid without quotation marks', '{% t home.hero.title %}', title, 'sure', 'a.html'],
    ['Liquid with a filter', "{{ 'save' | t }}", save, 'sure', 'a.liquid'],
    ['data of Jekyll', '{{ site.data.i18n.save }}', save, 'sure', 'a.html'],
    ['Smarty', "{l s='save' mod='x'}", save, 'sure', 'a.tpl'],
    ['a list of Smarty', '{$LANG.save}', save, 'sure', 'a.tpl'],
    ['a member of Go', '{{ctx.Locale.Tr "save"}}', save, 'sure', 'a.tmpl'],
    ['a function handed to a template of Go', '{{call .tr "save"}}', save, 'sure', 'a.html'],
    ['a tag of Spring', '<spring:message code="save"/>', save, 'sure', 'a.jsp'],
    ['a macro of FreeMarker', '<@spring.message code="save"/>', save, 'sure', 'a.ftl'],
    ['another attribute of a tag of Spring', '<spring:message code="x" var="save"/>', save, 'no', 'a.jsp'],
    ['a bundle of Java Server Faces', '#{msg.save}', save, 'sure', 'a.xhtml'],
    ['Jelly', '${%Save the file}', keyOf(['Save the file']), 'sure', 'a.jelly'],
    ['XAML', 'Text="{i18n:Translate Home_Title}"', keyOf(['Home_Title'], resx), 'sure', 'a.xaml'],
    ['a resource of XAML', 'Text="{DynamicResource S.Home}"', keyOf(['S.Home'], 'Lang/en.xaml'), 'sure', 'a.xaml'],
    ['UI5', 'text="{i18n>home.title}"', keyOf(['home.title'], 'messages_de.properties'), 'sure', 'a.view.xml'],
    ['a manifest with its texts beside', '{"title": "%save%"}', save, 'sure', 'package.json'],
    ['Razor by any localizer', '@Loc["Title"]', keyOf(['Title'], resx), 'sure', 'a.cshtml'],
    ['a manager of resources', 'manager.GetString("Title")', keyOf(['Title'], resx), 'sure', 'a.cs'],
    ['QML', 'text: qsTr("Save it")', keyOf(['Main', 'Save it'], 'i18n/de.ts', true), 'sure', 'a.qml'],
    ['Compose', 'stringResource(Res.string.ok)', keyOf(['ok'], res), 'sure', 'A.kt'],
    ['Dart behind the text', "'save'.tr()", save, 'sure', 'a.dart'],
    ['Swift behind the text', '"save".localized', save, 'sure', 'a.swift'],
    ['a list of texts by a word', "lang['save']", save, 'sure', 'a.js'],
    ['a list of texts of PHP', "$LANG['home']['hero']['title']", title, 'sure', 'a.php'],
    ['a list in a list', "this.t.home['hero']?.title", title, 'sure', 'a.js'],
    ['a list of something else', "params['save']", save, 'no', 'a.js'],
    ['what holds texts and is asked for one', "i18n.get('save')", save, 'sure', 'a.js'],
    ['what is called alike and holds none', "context.get('save')", save, 'no', 'a.js'],
    ['i18next with a selector', 't($ => $.home.hero.title)', title, 'sure', 'a.ts'],
    ['Svelte with a store of typed texts', '{$LL.home.hero.title()}', title, 'sure', 'a.svelte'],
    ['WordPress', "esc_html__( 'Save it' )", keyOf(['Save it'], po), 'sure', 'a.php'],
    ['other signs between segments', "_t('home|hero|title')", title, 'sure'],
    ['a choice', "t(open ? 'home.hero.title' : 'home.hero.other')", title, 'sure'],
    ['a choice within a template', "t(`home.${open ? 'hero' : 'x'}.title`)", title, 'sure'],
    ['a template', 't(`home.hero.${kind}`)', title, 'possible'],
    ['a template of more segments', 't(`home.${kind}`)', title, 'no'],
    ['a template with its end', 't(`home.${kind}.title`)', title, 'possible'],
    ['a template without a beginning', 't(`${base}.title`)', title, 'possible'],
    ['a template of nothing', 't(`${base}`)', title, 'no'],
    ['a sum', "t('home.' + kind)", title, 'possible'],
    ['a sum by its end', "t(base + '.title')", title, 'possible'],
    ['a sum of three', "const key = 'home.' + part(true) + '.title'", keyOf(['home', 'start', 'title']), 'possible'],
    ['a sum that ends in a file', "const path = 'home.' + part(true) + '.config.json'", title, 'no'],
    ['a sum of more', "const key = 'home.' + part + '.' + other", title, 'possible'],
    ['a sum of something else', "path = 'x/' + name", title, 'no'],
    ['a key given a name', "const KEY = 'home.hero.' + kind;", title, 'possible'],
    ['a key of a cache', 'get(`home:${id}`)', keyOf(['home', 'x']), 'no'],
    ['a group of texts', "t('home.hero', { returnObjects: true })", title, 'possible'],
    ['a string with an escaped quotation mark', "t('Don\\'t save it')", keyOf(["Don't save it"]), 'sure'],
    ['a map of keys', "const x = { a: 'home.hero.title' };", title, 'sure'],
    ['a catalog in code', "export default { 'home.hero.title': 'Hi' };", title, 'no'],
    ['a case', "switch (x) { case 'home.hero.title': }", title, 'sure'],
    ['a type', 'type Key =\n | `home.hero.${string}`;', title, 'no'],
    ['a comment', "// home: 'home.hero.title'", title, 'no'],
    ['a hint in a comment', "// t('home.hero.title')", title, 'possible'],
    ['a part of a page that is commented out', "{/*\n <B a={t('home.hero.title')} />\n*/}", title, 'possible'],
    [
      'a part of a template that is commented out',
      "<!--\n{{ $t('home.hero.title') }}\n-->",
      title,
      'possible',
      'a.vue',
    ],
    ['a chain that is commented out', '/*\nm.home_title()\n*/', keyOf(['home_title']), 'possible'],
    ['code behind a comment', "/* x\n */ t('home.hero.title')", title, 'sure'],
    ['what only looks like a comment over lines', "/* x\nt('home.hero.title')", title, 'sure'],
    ['a comment of Python', "# 'home.hero.title'", title, 'no', 'a.py'],
    ['a part of another key', "t('home.hero.titles')", title, 'no'],
    ['a sentence with a hole', "t('Hi ' + name)", keyOf(['Hi there']), 'no'],
    [
      'a sentence in two parts',
      "t('Save the file ' +\n 'on the disk')",
      keyOf(['Save the file on the disk']),
      'possible',
    ],
    ['another sentence that begins alike', "t('Save the file now')", keyOf(['Save the file on the disk']), 'no'],
    ['a resource of another class', 'getString(CoreR.string.home_title)', keyOf(['home_title'], res), 'sure', 'A.kt'],
    ['a resource with its package', 'text="@com.shop:string/ok"', keyOf(['ok'], res), 'sure', 'res/layout/a.xml'],
    ['a form of a plural of Android', 'R.plurals.items,', keyOf(['items', 'one'], res), 'sure', 'A.java'],
    ['a text of one product', 'R.string.home', keyOf(['home (tablet)'], res), 'sure', 'A.java'],
    ['a resource of .NET', 'GetString(Resource.String.home_title)', keyOf(['home_title'], net), 'sure', 'A.cs'],
    ['a list of .NET', 'GetStringArray(Resource.Array.modes);', keyOf(['modes', 0], net), 'sure', 'A.cs'],
    ['a layout of .NET', '<a b="@string/home_title" />', keyOf(['home_title'], net), 'sure', 'A.axml'],
    ['a resource by a dot', 'R.string.home_title)', keyOf(['home.title'], res), 'sure', 'A.java'],
    ['another kind of resource', 'R.id.home_title', keyOf(['home_title'], res), 'no', 'A.java'],
    ['the name of a resource as a string', 'x("home_title")', keyOf(['home_title'], res), 'no', 'A.java'],
    [
      'a resource by its name',
      'getIdentifier("home_title", "string", p)',
      keyOf(['home_title'], res),
      'possible',
      'A.java',
    ],
    ['a resource in a comment', ' // R.string.home_title', keyOf(['home_title'], res), 'no', 'A.java'],
    [
      'a resource behind an address',
      'x("https://a"); R.string.home_title;',
      keyOf(['home_title'], res),
      'sure',
      'A.java',
    ],
    ['Flutter', 'Text(AppLocalizations.of(context)!.homeTitle)', keyOf(['homeTitle'], arb), 'sure', 'a.dart'],
    ['Flutter by a name', 'context.l10n.title(3)', keyOf(['title'], arb), 'sure', 'a.dart'],
    ['Flutter on the next line', 'L10n.of(context)\n  .title;', keyOf(['title'], arb), 'sure', 'a.dart'],
    ['a member of something else', 'settings.title;', keyOf(['title'], arb), 'possible', 'a.dart'],
    ['a member in another language', 'settings.title;', keyOf(['title'], arb), 'no', 'a.rs'],
    ['.NET by a class', 'Properties.Resources.Home_Title;', keyOf(['Home-Title'], resx), 'sure', 'a.cs'],
    ['.NET by a localizer', '_localizer["Title"]', keyOf(['Title'], resx), 'sure', 'a.cs'],
    [
      '.NET by a name in an attribute',
      'ErrorMessageResourceName = "Title"',
      keyOf(['Title'], resx),
      'possible',
      'a.cs',
    ],
    ['gettext', '_("Save")', keyOf(['Save', 0], po), 'sure', 'a.py'],
    ['gettext with a context', 'pgettext("menu", "Save it")', keyOf(['menu', 'Save it'], po), 'sure', 'a.py'],
    ['the words elsewhere', 'log("Save it")', keyOf(['Save it'], po), 'possible', 'a.py'],
    [
      'the words of a template',
      '{% blocktrans %}Save {{ x|title }} to disk{% endblocktrans %}',
      keyOf(['Save %(x)s to disk'], po),
      'possible',
      'a.html',
    ],
    ['other words of a template', '<p>Save to disk</p>', keyOf(['Load %(x)s from disk'], po), 'no', 'a.html'],
    ['SwiftUI', 'Text("Save it")', keyOf(['Save it'], 'en.lproj/Localizable.strings'), 'sure', 'a.swift'],
    ['Qt', 'tr("Save it")', keyOf(['Main', 'Save it'], 'i18n/de.ts', true), 'sure', 'a.cpp'],
    ['Laravel’s file and key', "__('messages.welcome')", keyOf(['welcome'], php), 'sure', 'a.php'],
    ['Laravel’s key without its file', "__('welcome')", keyOf(['welcome'], php), 'no', 'a.php'],
    ['Laravel pieced together', "__('messages.' . $x)", keyOf(['welcome'], php), 'possible', 'a.php'],
    ['Fluent', 'l10n.getString("home-title")', keyOf(['home-title'], 'l10n/en/a.ftl'), 'sure', 'a.ts'],
    [
      'Fluent by an attribute of a page',
      '<p data-l10n-id="home-title">',
      keyOf(['home-title.label'], 'l10n/en/a.ftl'),
      'sure',
      'a.html',
    ],
    ['Fluent by a function', 'tr.home_title()', keyOf(['home-title'], 'l10n/en/a.ftl'), 'sure', 'a.py'],
    [
      'Angular’s id',
      '<p i18n="site|words@@homeTitle">',
      keyOf(['homeTitle'], 'src/locale/messages.de.xlf'),
      'sure',
      'a.html',
    ],
    [
      'Spring',
      'source.getMessage("home.title", null, l)',
      keyOf(['home.title'], 'messages_de.properties'),
      'sure',
      'A.java',
    ],
    ['Thymeleaf', '<p th:text="#{home.title}">', keyOf(['home.title'], 'messages_de.properties'), 'sure', 'a.html'],
    ['Rails whole', "t('users.index.title')", keyOf(['users', 'index', 'title'], rails), 'sure', 'app/models/a.rb'],
    ['Rails’ path of a view', "render 'users/index'", keyOf(['users', 'index'], rails), 'possible', 'app/x.rb'],
    [
      'a view of Rails',
      "= t('.title')",
      keyOf(['users', 'index', 'title'], rails),
      'sure',
      'app/views/users/index.html.haml',
    ],
    [
      'a view for phones',
      "= t '.title'",
      keyOf(['users', 'index', 'title'], rails),
      'sure',
      'app/views/users/index.mobile.haml',
    ],
    [
      'a part of a view',
      "<%= t('.a.title') %>",
      keyOf(['users', 'row', 'a', 'title'], rails),
      'sure',
      'app/views/users/_row.html.erb',
    ],
    [
      'another view',
      "<%= t('.title') %>",
      keyOf(['users', 'index', 'title'], rails),
      'no',
      'app/views/users/show.html.erb',
    ],
    [
      'a group of a view',
      "<%= t('.form') %>",
      keyOf(['users', 'show', 'form', 'a'], rails),
      'possible',
      'app/views/users/show.html.erb',
    ],
    [
      'a view that pieces together',
      '<%= t(".#{x}.title") %>',
      keyOf(['users', 'show', 'a', 'title'], rails),
      'possible',
      'app/views/users/show.html.erb',
    ],
    [
      'an action',
      "def create\n  t('.done')\nend",
      keyOf(['admin', 'users', 'create', 'done'], rails),
      'sure',
      'app/controllers/admin/users_controller.rb',
    ],
    [
      'what an action calls',
      "def helper\n  t('.done')\nend",
      keyOf(['users', 'create', 'done'], rails),
      'possible',
      'app/controllers/users_controller.rb',
    ],
    [
      'a controller outside of an action',
      "x t('.done')",
      keyOf(['users', 'create', 'done'], rails),
      'possible',
      'app/controllers/users_controller.rb',
    ],
    [
      'a mail',
      "def hello\n  t('.hi')\nend",
      keyOf(['user_mailer', 'hello', 'hi'], rails),
      'sure',
      'app/mailers/user_mailer.rb',
    ],
    ['a helper', "t('.done')", keyOf(['users', 'create', 'done'], rails), 'possible', 'app/helpers/a.rb'],
    [
      'a helper that pieces together',
      't(".#{x}.done")',
      keyOf(['users', 'create', 'done'], rails),
      'possible',
      'app/helpers/a.rb',
    ],
    [
      'a symbol with a scope',
      't(:title, scope: [:users, :index])',
      keyOf(['users', 'index', 'title'], rails),
      'sure',
      'app/a.rb',
    ],
    [
      'a symbol with a scope in words',
      "I18n.t :title, scope: 'users.index'",
      keyOf(['users', 'index', 'title'], rails),
      'sure',
      'app/a.rb',
    ],
    ['a symbol with a scope of nothing', 't(:save, scope: [])', keyOf(['save'], rails), 'sure', 'app/a.rb'],
    ['a name with a scope', "t('title', scope: :users)", keyOf(['users', 'title'], rails), 'sure', 'app/a.rb'],
    [
      'a symbol with a scope worked out',
      't(:title, scope: place)',
      keyOf(['users', 'index', 'title'], rails),
      'possible',
      'app/a.rb',
    ],
    ['a symbol', 't(:save)', keyOf(['save'], rails), 'sure', 'app/a.rb'],
    ['a symbol of another format', 't(:save)', keyOf(['save'], 'i18n/en.json'), 'no', 'app/a.rb'],
    [
      'Rails’ texts in the browser',
      "I18n.t('stream.more')",
      keyOf(['javascripts', 'stream', 'more'], rails),
      'sure',
      'app/a.js',
    ],
  ];
  for (const [what, text, key, answer, path] of table)
    it(`finds ${what}: ${answer}`, () => assert.equal(asked(text, key, path), answer));

  it('gives a text its names', () => {
    assert.deepEqual(keyOf(['en', 'a', 'one'], 'config/locales/en.json').names, ['a.one', 'a']);
    assert.deepEqual(keyOf(['a', 0, 'value']).names, ['a.0.value', 'a']);
    assert.deepEqual(keyOf(['a_one'], 'locales/en/admin/users.json').names, [
      'a_one',
      'a',
      'admin.users.a_one',
      'users.a_one',
      'admin.users.a',
      'users.a',
    ]);
    assert.deepEqual(keyOf(['a'], 'locales/plain.json').names, ['a']);
    assert.deepEqual(keyOf(['_one']).names, ['_one']);
    assert.deepEqual(keyOf(['a'], 'lang/en.php').names, ['a']);
    assert.deepEqual(keyOf([' Save it '], po).names, ['Save it']);
  });

  it('knows which texts a framework asks for by itself', () => {
    for (const [path, catalog, implicit] of [
      [['activerecord', 'models', 'user'], rails, true],
      [['user_mailer', 'hello', 'subject'], rails, true],
      [['users', 'title'], rails, false],
      [['required'], 'lang/en/validation.php', true],
      [['required'], 'lang/en/shop.php', false],
      [['NotNull.user.name'], 'messages.properties', true],
      [['home'], 'messages.properties', false],
      [['CFBundleName'], 'en.lproj/InfoPlist.strings', true],
      [['O8K-y6-bva.title'], 'en.lproj/Panel.strings', true],
      [['Save'], 'en.lproj/Localizable.strings', false],
      [['CFBundleName', 'en'], 'App/InfoPlist.xcstrings', true],
      [['Save', 'en'], 'App/Localizable.xcstrings', false],
      [['label1.Text'], 'Form.resx', true],
      [['Save'], 'Form.resx', false],
      [['1234567890123456789'], 'src/locale/messages.de.xlf', true],
      [['home.title'], 'src/locale/messages.de.xlf', false],
      [['-brand'], 'l10n/en/a.ftl', true],
      [['home'], 'l10n/en/a.ftl', false],
      [['%s'], po, true],
      [['Save %s'], po, true],
      [['Save the file %s'], po, false],
    ] as const)
      assert.equal(keyOf(path, catalog).implicit, implicit, `${catalog}: ${path.join('.')}`);
  });

  it('finds any key that a program gives to a translator, in each kind of quotation mark', () => {
    const segment = fc.stringMatching(/^[a-z][a-zA-Z0-9_]{1,8}$/);
    fc.assert(
      fc.property(fc.array(segment, { minLength: 2, maxLength: 4 }), fc.constantFrom('"', "'", '`'), (path, quote) => {
        assert.equal(asked(`x(1); t(${quote}${path.join('.')}${quote});`, keyOf(path)), 'sure');
      }),
    );
  });

  it('throws on no text and no key, and is done in a moment', () => {
    const odd = fc.string({
      unit: fc.constantFrom('"', "'", '`', '$', '{', '}', 't', '(', ')', '.', ':', '\\', '\n', 'a', '+', ' ', '|'),
    });
    fc.assert(
      fc.property(odd, fc.array(odd, { minLength: 1, maxLength: 3 }), (text, path) => {
        const key = keyOf(path);
        matchFile('a.ts', text, createKeyIndex([key]));
        assert.doesNotThrow(() => new RegExp(expressKeys([key]).expressions.join('|')));
      }),
    );
    assert.equal(matchFile('a.ts', "'a' + ".repeat(150_000), createKeyIndex([title])), undefined);
    const started = processorTime();
    for (const text of [
      't("'.repeat(300_000),
      "'a' + ".repeat(150_000),
      '`${'.repeat(300_000),
      '{{#t}} '.repeat(150_000),
      `{{#t}}${' '.repeat(400)}`.repeat(2500),
      '{% trans %}x'.repeat(90_000),
      'form_row(x, {label: '.repeat(50_000),
      '<p translate '.repeat(80_000),
      'i18n="'.repeat(150_000),
      't.a['.repeat(200_000),
      `"${'x'.repeat(1_000_000)}`,
      '('.repeat(900_000),
    ])
      matchFile('a.ts', text, createKeyIndex([title, save]));
    assert.ok(processorTime() - started < 8000, `${processorTime() - started} ms`);
  });

  it('searches for a bounded number of keys, and for none that nothing is found by', () => {
    const many = Array.from({ length: 10_000 }, (_one, index) => keyOf(['home', `key${index}`]));
    const { expressions, searched } = expressKeys(many);
    assert.ok(searched.length > 200 && searched.length < 2000, String(searched.length));
    assert.ok(expressions.join('|').length < 70_000);
    for (const path of [['a'], ['.'], ['x'.repeat(400)], ['a\nb']])
      assert.deepEqual(expressKeys([keyOf(path)]).searched, []);
  });
});
