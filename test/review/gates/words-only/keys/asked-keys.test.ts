import assert from 'node:assert/strict';
import { isOfKeys, unread, type CatalogTexts } from '../../../../support/key-change.js';

/** The same on both sides. */
const both = (text: unknown): readonly [string, string] => [JSON.stringify(text), JSON.stringify(text)];

const json: CatalogTexts = {
  'locales/en.json': [
    JSON.stringify({ buttons: { go: 'Continue', hi: 'Hello {{name}}', rich: 'Read <b>it</b>' }, title: 'All of it' }),
    JSON.stringify({
      buttons: {
        go: 'Continue',
        again: 'Start again',
        hi: 'Hello {{name}}',
        ho: 'Good day {{name}}',
        bye: 'Bye {{user}}',
        rich: 'Read <b>it</b>',
        rough: 'Do read <b>all</b>',
        linked: 'Read <a href="/x">it</a>',
        script: 'Read <script>x</script>',
        address: 'https://example.org',
        call: 'javascript:alert(1)',
        empty: ' ',
        list: ['One', 'Two'],
      },
      title: 'All of it',
    }),
  ],
  'locales/cy.json': both({ buttons: { go: 'Parhau' }, only: { cy: 'Dechrau eto' } }),
  'locales/en/admin.json': both({ remove: 'Remove it', keep: 'Keep it' }),
};

const yaml: CatalogTexts = {
  'config/locales/en.yml': [
    'en:\n  a:\n    b:\n      title: All of it\n  go: Go on\n  go_html: Go <b>on</b>\n',
    'en:\n  a:\n    b:\n      title: All of it\n      heading: Nothing of it\n  go: Go on\n  go_html: Go <b>on</b>\n',
  ],
  'config/locales/more.en.yml': [undefined, 'en:\n  stop: Stop it\n  stop_html: Stop <b>it</b>\n'],
};

const po: CatalogTexts = {
  'languages/messages.pot': both(undefined),
  'languages/cy/messages.po': both(undefined),
};
const head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n';
const words = (said: string, cy: string): string => `msgid "${said}"\nmsgstr "${cy}"\n\n`;
const pot =
  head +
  words('One Login', '') +
  words('Sign in to use it', '') +
  words('Hello %(name)s', '') +
  words('Do a=b() now', '');
const welsh = head + words('One Login', 'Un') + words('Sign in to use it', 'Mewngofnodi') + words('Do a=b() now', 'x');
const gettext: CatalogTexts = {
  ...po,
  'languages/messages.pot': [pot, pot],
  'languages/cy/messages.po': [welsh, welsh],
};

const xlf: CatalogTexts = {
  'Resources/Private/Language/locallang.xlf': [unit('next'), unit('next', 'submit')],
  'Resources/Private/Language/de.locallang.xlf': [unit('next'), unit('next')],
};

function unit(...ids: readonly string[]): string {
  const units = ids.map((id) => `<trans-unit id="${id}"><source>Go ${id}</source></trans-unit>`);
  return `<?xml version="1.0"?><xliff version="1.0"><file source-language="en"><body>${units.join('')}</body></file></xliff>`;
}

type Change = readonly [path: string, before: string, after: string, catalogs?: CatalogTexts];

const good: readonly Change[] = [
  ['a.njk', '<p>{{ __p("buttons.go") }}</p>', '<p>{{ __p("buttons.again") }}</p>'],
  [
    'a.njk',
    '<a href="/x" role="button">{{ __("buttons.go") }}</a>',
    '<a href="/x" role="button">{{ __("buttons.again") }}</a>',
  ],
  [
    'a.njk',
    '{% block pageTitle %}{{ t("buttons.go") }}{% endblock %}',
    '{% block pageTitle %}{{ t("buttons.again") }}{% endblock %}',
  ],
  [
    'a.vue',
    '<template><p>{{ $t("buttons.go") }}</p></template>',
    '<template><p>{{ $t("buttons.again") }}</p></template>',
  ],
  [
    'a.vue',
    `<template><a :title="$t('buttons.go')">x y</a></template>`,
    `<template><a :title="$t('buttons.again')">x y</a></template>`,
  ],
  [
    'a.vue',
    `<template><k-button :label="$t('buttons.go')" /></template>`,
    `<template><k-button :label="$t('buttons.again')" /></template>`,
  ],
  ['a.svelte', "<p>{$t('buttons.go')}</p>", "<p>{$t('buttons.again')}</p>"],
  ['a.svelte', `<Tip text="{$t('buttons.go')}" />`, `<Tip text="{$t('buttons.again')}" />`],
  ['a.html', "<p>{{ 'buttons.go' | translate }}</p>", "<p>{{ 'buttons.again' | translate }}</p>"],
  [
    'a.html',
    "<p>{{ 'buttons.hi' | translate: { name: n } }}</p>",
    "<p>{{ 'buttons.ho' | translate: { name: n } }}</p>",
  ],
  ['a.html', `<a [title]="'buttons.go' | translate">x y</a>`, `<a [title]="'buttons.again' | translate">x y</a>`],
  ['a.html.twig', "<p>{{ 'buttons.hi'|trans({'name': n}) }}</p>", "<p>{{ 'buttons.ho'|trans({'name': n}) }}</p>"],
  ['a.html.twig', "<p>{% trans 'buttons.go' %}</p>", "<p>{% trans 'buttons.again' %}</p>"],
  [
    'a.njk',
    '<p>{{ t("buttons.rich") | safe }} {{ t("buttons.go") }}</p>',
    '<p>{{ t("buttons.rich") | safe }} {{ t("buttons.again") }}</p>',
  ],
  ['a.njk', '<p>{{ t("buttons.rich") }}</p>', '<p>{{ t("buttons.rough") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}, do go on.</p>', '<p>{{ t("buttons.again") }}, please do go on.</p>'],
  ['a.hbs', '<p>{{t "buttons.go"}}</p>', '<p>{{t "buttons.again"}}</p>'],
  ['a.hbs', '<p>{{t "buttons.hi" name=n}}</p>', '<p>{{t "buttons.ho" name=n}}</p>'],
  ['a.blade.php', "<p>{{ __('buttons.go') }}</p>", "<p>{{ __('buttons.again') }}</p>"],
  ['a.blade.php', "<p>@lang('buttons.go')</p>", "<p>@lang('buttons.again')</p>"],
  ['a.html', '<img alt="{{ t(\'buttons.go\') }}">', '<img alt="{{ t(\'buttons.again\') }}">'],
  ['app/views/a/_b.html.erb', '<h1><%= t(".title") %></h1>', '<h1><%= t(".heading") %></h1>', yaml],
  ['app/views/a/b.html.erb', '<h1><%= t ".title" %></h1>', '<h1><%= t ".heading" %></h1>', yaml],
  ['app/views/a/b.html.haml', '%h1= t(".title")', '%h1= t(".heading")', yaml],
  ['app/views/a/b.html.erb', '<%= link_to t("go"), a_path %>', '<%= link_to t("stop"), a_path %>', yaml],
  ['app/views/a/b.html.erb', '<p><%= t("go_html") %></p>', '<p><%= t("stop_html") %></p>', yaml],
  [
    'a.html.twig',
    '{% trans %}One Login{% endtrans %} - {{ parent() }}',
    '{% trans %}Sign in to use it{% endtrans %} - {{ parent() }}',
    gettext,
  ],
  [
    'a.html',
    '<p>{% blocktranslate trimmed %}One\n Login{% endblocktranslate %}</p>',
    '<p>{% blocktranslate trimmed %}Sign in\n  to use it{% endblocktranslate %}</p>',
    gettext,
  ],
  ['a.html', '<p>{% translate "One Login" %}</p>', '<p>{% translate "Sign in to use it" %}</p>', gettext],
  ['a.jinja', "<p>{{ _('One Login') }}</p>", "<p>{{ _('Sign in to use it') }}</p>", gettext],
  [
    'a.html',
    `<f:form><f:form.submit value="{f:translate(key: 'next')}" class="b" /></f:form>`,
    `<f:form><f:form.submit value="{f:translate(key: 'submit')}" class="b" /></f:form>`,
    xlf,
  ],
  ['a.html', '<p><f:translate key="next" /></p>', '<p><f:translate key="submit" /></p>', xlf],
  [
    'a.svelte',
    "<script>useTranslations('buttons')</script><p>{$t('go')}</p>",
    "<script>useTranslations('buttons')</script><p>{$t('again')}</p>",
  ],
  [
    'a.svelte',
    "<script>useTranslations()</script><p>{$t('buttons.go')}</p>",
    "<script>useTranslations()</script><p>{$t('buttons.again')}</p>",
  ],
  ['a.tsx', "<p>{t('buttons.go')}</p>;", "<p>{t('buttons.again')}</p>;"],
  ['a.tsx', "<p>{a ? t('buttons.go') : b}</p>;", "<p>{a ? t('buttons.again') : b}</p>;"],
  ['a.tsx', "<p>{a && i18n.t('buttons.go')}</p>;", "<p>{a && i18n.t('buttons.again')}</p>;"],
  ['a.tsx', "<p>{this.props.t('buttons.hi', {a})} x y</p>;", "<p>{this.props.t('buttons.ho', {a})} so it is</p>;"],
  ['a.tsx', "<Tip text={t('buttons.go')} />;", "<Tip text={t('buttons.again')} />;"],
  [
    'a.tsx',
    "const {t} = useTranslation(); <p>{t('buttons.go')}</p>;",
    "const {t} = useTranslation(); <p>{t('buttons.again')}</p>;",
  ],
  [
    'a.tsx',
    "const t = useTranslations('buttons'); <p>{t('go')}</p>;",
    "const t = useTranslations('buttons'); <p>{t('again')}</p>;",
  ],
];

const bad: readonly Change[] = [
  // No such text, or not in the language of the original.
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("buttons.none") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.none") }}</p>', '<p>{{ t("buttons.go") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("only.cy") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("buttons.empty") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("buttons.list") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("buttons") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("remove") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("admin:remove") }}</p>'],
  // Another text that is none of words, or is filled in with something else.
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("buttons.script") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("buttons.rich") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.rich") }}</p>', '<p>{{ t("buttons.linked") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.rich") }}</p>', '<p>{{ t("buttons.go") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("buttons.address") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("buttons.call") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("buttons.hi") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.hi", a) }}</p>', '<p>{{ t("buttons.bye", a) }}</p>'],
  ['a.njk', '<p>{{ t("buttons.hi", a) }}</p>', '<p>{{ t("buttons.go", a) }}</p>'],
  ['a.njk', '<p>{{ t("buttons.hi", a) }}</p>', '<p>{{ t("buttons.ho", b) }}</p>'],
  // Another function, another place, or a key that is worked out.
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ raw("buttons.again") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ __("buttons.again") }}</p>'],
  ['a.njk', '<p>{{ at("buttons.go") }}</p>', '<p>{{ at("buttons.again") }}</p>'],
  ['a.njk', '<p>{{ a.t("buttons.go") }}</p>', '<p>{{ a.t("buttons.again") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("buttons." + a) }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go" + a) }}</p>', '<p>{{ t("buttons.again" + a) }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go" if a else "b") }}</p>', '<p>{{ t("buttons.again" if a else "b") }}</p>'],
  ['a.njk', '<p>{{ t(a ? "buttons.go" : b) }}</p>', '<p>{{ t(a ? "buttons.again" : b) }}</p>'],
  ['a.svelte', '<p>{$t(`buttons.go`)}</p>', '<p>{$t(`buttons.again`)}</p>'],
  ['a.blade.php', '<p>{{ __("buttons.$a") }}</p>', '<p>{{ __("buttons.$b") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") == a }}</p>', '<p>{{ t("buttons.again") == a }}</p>'],
  ['a.njk', '<p>{{ a == t("buttons.go") }}</p>', '<p>{{ a == t("buttons.again") }}</p>'],
  ['a.njk', '<p>{{ save(t("buttons.go")) }}</p>', '<p>{{ save(t("buttons.again")) }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") + a }}</p>', '<p>{{ t("buttons.again") + a }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go").go() }}</p>', '<p>{{ t("buttons.again").go() }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") | attr(a) }}</p>', '<p>{{ t("buttons.again") | attr(a) }}</p>'],
  ['a.njk', '{% if t("buttons.go") %}x y{% endif %}', '{% if t("buttons.again") %}x y{% endif %}'],
  ['a.njk', '{% set a = t("buttons.go") %}', '{% set a = t("buttons.again") %}'],
  ['a.njk', '<a href="{{ t("buttons.go") }}">x y</a>', '<a href="{{ t("buttons.again") }}">x y</a>'],
  ['a.njk', '<a href=\'{{ t("buttons.go") }}\'>x y</a>', '<a href=\'{{ t("buttons.again") }}\'>x y</a>'],
  ['a.njk', '<p class="{{ t(\'buttons.go\') }}">x y</p>', '<p class="{{ t(\'buttons.again\') }}">x y</p>'],
  ['a.njk', '<p {{ t("buttons.go") }}>x y</p>', '<p {{ t("buttons.again") }}>x y</p>'],
  ['a.njk', '<input value="{{ t(\'buttons.go\') }}">', '<input value="{{ t(\'buttons.again\') }}">'],
  [
    'a.njk',
    '<input type="submit" name="a" value="{{ t(\'buttons.go\') }}">',
    '<input type="submit" name="a" value="{{ t(\'buttons.again\') }}">',
  ],
  ['a.njk', '<option>{{ t("buttons.go") }}</option>', '<option>{{ t("buttons.again") }}</option>'],
  ['a.njk', '<script>a({{ t("buttons.go") }})</script>', '<script>a({{ t("buttons.again") }})</script>'],
  ['a.njk', '<style>{{ t("buttons.go") }}</style>', '<style>{{ t("buttons.again") }}</style>'],
  [
    'a.njk',
    '{% block bodyClass %}{{ t("buttons.go") }}{% endblock %}',
    '{% block bodyClass %}{{ t("buttons.again") }}{% endblock %}',
  ],
  [
    'a.vue',
    `<template><a :href="$t('buttons.go')">x y</a></template>`,
    `<template><a :href="$t('buttons.again')">x y</a></template>`,
  ],
  [
    'a.vue',
    `<template><p v-if="$t('buttons.go')">x y</p></template>`,
    `<template><p v-if="$t('buttons.again')">x y</p></template>`,
  ],
  [
    'a.vue',
    `<template><k-track :label="$t('buttons.go')" /></template>`,
    `<template><k-track :label="$t('buttons.again')" /></template>`,
  ],
  [
    'a.vue',
    `<template><a :title="$t('buttons.go') + a">x y</a></template>`,
    `<template><a :title="$t('buttons.again') + a">x y</a></template>`,
  ],
  ['a.njk', '<!-- {{ t("buttons.go") }} --><p>x y</p>', '<!-- {{ t("buttons.again") }} --><p>x y</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("buttons.again") }}{{ a }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p>', '<p>{{ t("buttons.again") }}{{ t("title") }}</p>'],
  ['a.njk', '<p>{{ t("buttons.go") }}</p><p>{{ b }}</p>', '<p>{{ b }}</p><p>{{ t("buttons.again") }}</p>'],
  [
    'a.svelte',
    "<script>useTranslations('x')</script><p>{$t('buttons.go')}</p>",
    "<script>useTranslations('x')</script><p>{$t('buttons.again')}</p>",
  ],
  [
    'a.svelte',
    "<script>useTranslations('x'); useTranslations('y')</script><p>{$t('buttons.go')}</p>",
    "<script>useTranslations('x'); useTranslations('y')</script><p>{$t('buttons.again')}</p>",
  ],
  [
    'a.svelte',
    "<script>useTranslations(x)</script><p>{$t('buttons.go')}</p>",
    "<script>useTranslations(x)</script><p>{$t('buttons.again')}</p>",
  ],
  ['a.njk', '<p>{{ t(".go") }}</p>', '<p>{{ t(".again") }}</p>'],
  ['app/views/c/d.html.erb', '<h1><%= t(".title") %></h1>', '<h1><%= t(".heading") %></h1>', yaml],
  ['app/views/a/b.html.erb', '<p><%= t("go") %></p>', '<p><%= t("stop_html") %></p>', yaml],
  ['app/views/a/b.html.erb', '<p><%= t "go" == a %></p>', '<p><%= t "stop" == a %></p>', yaml],
  ['app/views/a/b.html.erb', '<%= my_to t("go"), a_path %>', '<%= my_to t("stop"), a_path %>', yaml],
  ['app/views/a/b.html.erb', '<%= link_to a, t("go") %>', '<%= link_to a, t("stop") %>', yaml],
  ['app/views/a/b.html.erb', '<% t("go") %>', '<% t("stop") %>', yaml],
  ['a.html.twig', '{% trans %}One Login{% endtrans %}', '{% trans %}Sign in to it{% endtrans %}', gettext],
  ['a.html.twig', '{% trans %}One Login{% endtrans %}', '{% trans %}Hello %(name)s{% endtrans %}', gettext],
  [
    'a.html.twig',
    '<p class="{% trans %}One Login{% endtrans %}">x</p>',
    '<p class="{% trans %}Sign in to use it{% endtrans %}">x</p>',
    gettext,
  ],
  ['a.html.twig', '{% trans %}One Login{% endtrans %}', '{% trans %}Do a=b() now{% endtrans %}', gettext],
  ['a.html', '{% trans "One Login" as a %}', '{% trans "Sign in to use it" as a %}', gettext],
  [
    'a.html',
    '{% blocktrans with b=a %}One Login{% endblocktrans %}',
    '{% blocktrans with b=c %}Sign in to use it{% endblocktrans %}',
    gettext,
  ],
  [
    'a.html',
    `<f:form.submit name="a" value="{f:translate(key: 'next')}" />`,
    `<f:form.submit name="a" value="{f:translate(key: 'submit')}" />`,
    xlf,
  ],
  ['a.html', '<p><f:translate key="next" /></p>', '<p><f:translate key="{a}" /></p>', xlf],
  ['a.html', '<p><f:translate key="next" /></p>', '<p><f:translate id="submit" /></p>', xlf],
  ['a.tsx', "<p>{t('buttons.go')}</p>;", "<p>{t('buttons.none')}</p>;"],
  ['a.tsx', "<p>{t('buttons.go')}</p>;", "<p>{t('buttons.script')}</p>;"],
  ['a.tsx', "<p>{at('buttons.go')}</p>;", "<p>{at('buttons.again')}</p>;"],
  ['a.tsx', "<p>{a.t('buttons.go')}</p>;", "<p>{a.t('buttons.again')}</p>;"],
  ['a.tsx', "<p>{i18n[t]('buttons.go')}</p>;", "<p>{i18n[t]('buttons.again')}</p>;"],
  ['a.tsx', "<p>{i18n[a].t('buttons.go')}</p>;", "<p>{i18n[a].t('buttons.again')}</p>;"],
  ['a.tsx', "<p>{i18n.save('buttons.go')}</p>;", "<p>{i18n.save('buttons.again')}</p>;"],
  ['a.tsx', "<p>{f()('buttons.go')}</p>;", "<p>{f()('buttons.again')}</p>;"],
  ['a.tsx', "<p>{t(a, 'buttons.go')}</p>;", "<p>{t(a, 'buttons.again')}</p>;"],
  ['a.tsx', '<p>{t(`buttons.go`)}</p>;', '<p>{t(`buttons.again`)}</p>;'],
  ['a.tsx', "<p>{t('buttons.\\x67o')}</p>;", "<p>{t('buttons.again')}</p>;"],
  ['a.tsx', "<p>{t('buttons.go') + a}</p>;", "<p>{t('buttons.again') + a}</p>;"],
  ['a.tsx', "<p>{t('buttons.go') && a}</p>;", "<p>{t('buttons.again') && a}</p>;"],
  ['a.tsx', "<p>{t('buttons.go') ? a : b}</p>;", "<p>{t('buttons.again') ? a : b}</p>;"],
  ['a.tsx', "<p>{save(t('buttons.go'))}</p>;", "<p>{save(t('buttons.again'))}</p>;"],
  ['a.tsx', "<a href={t('buttons.go')}>x y</a>;", "<a href={t('buttons.again')}>x y</a>;"],
  ['a.tsx', "<option>{t('buttons.go')}</option>;", "<option>{t('buttons.again')}</option>;"],
  ['a.tsx', "<svg><p>{t('buttons.go')}</p></svg>;", "<svg><p>{t('buttons.again')}</p></svg>;"],
  ['a.tsx', "<Redirect>{t('buttons.go')}</Redirect>;", "<Redirect>{t('buttons.again')}</Redirect>;"],
  ['a.tsx', "<p>{/* t('buttons.go') */}</p>;", "<p>{/* t('buttons.again') */}</p>;"],
  ['a.tsx', "track(t('buttons.go'));", "track(t('buttons.again'));"],
  ['a.tsx', "<p>{t('buttons.go')}</p>;", "<p>{t('buttons.again')"],
  [
    'a.tsx',
    "const t = useTranslations('x'); <p>{t('buttons.go')}</p>;",
    "const t = useTranslations('x'); <p>{t('buttons.again')}</p>;",
  ],
  [
    'a.tsx',
    "const t = useTranslations('buttons'); <p>{t('go')}</p>;",
    "const t = useTranslations('other'); <p>{t('again')}</p>;",
  ],
  ['a.njk', '<p>{{ t("buttons.go", ( }}</p>', '<p>{{ t("buttons.again", ( }}</p>'],
  ['a.html.twig', "<p>{{ 'buttons.go'|trans( }}</p>", "<p>{{ 'buttons.again'|trans( }}</p>"],
  [
    'a.html.twig',
    '{% trans %}One <b>Login{% endtrans %}</b>',
    '{% trans %}Sign in <b>to it{% endtrans %}</b>',
    gettext,
  ],
  ['a.tsx', "f({ keyPrefix: 'x' }); <p>{t('buttons.go')}</p>;", "f({ keyPrefix: 'x' }); <p>{t('buttons.again')}</p>;"],
];

/** The changes that are, or are not, of words. */
async function those(changes: readonly Change[], areWords: boolean): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [path, before, after, catalogs = json] of changes)
    if ((await isOfKeys(path, before, after, catalogs)) === areWords) found.push(`${path}: ${before} → ${after}`);
  return found;
}

describe('a template that asks for another text', () => {
  it('changes words alone where both are texts', async () => {
    assert.deepEqual(await those(good, false), []);
  });

  it('changes more where something else may come of it', async () => {
    assert.deepEqual(await those(bad, true), []);
  });

  it('is not followed where git cannot say which catalogs there are, or there are too many', async () => {
    const [path, before, after] = good[0] as Change;
    const many = Object.fromEntries(
      Array.from({ length: 220 }, (_, at) => [`locales/${at}/en.json`, both({ buttons: { go: 'Continue' } })]),
    );
    assert.equal(await isOfKeys(path, before, after, { ...json, ...many }), false);
    assert.equal(await isOfKeys(path, before, after, json, false), false);
    assert.equal(await isOfKeys(path, before, after, { 'src/a.js': both({ go: 1 }) }), false);
    assert.equal(await isOfKeys(path, before, after, { ...json, 'locales/en.json': ['{"go":', '{"go":'] }), false);
    assert.equal(await isOfKeys(path, before, after, { ...json, 'locales/en.json': [unread, unread] }), false);
    const beside: CatalogTexts = { 'locales/en.txt': ['go', 'again'], 'locales/de.json': ['{"go', '{"again'] };
    assert.equal(await isOfKeys(path, before, after, { ...json, ...beside }), true);
  });
});
