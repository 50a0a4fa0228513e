import assert from 'node:assert/strict';
import fc from 'fast-check';

import { locateCatalog } from '../../../src/catalogs/locate-catalog.js';
import { createKeyIndex } from '../../../src/review/uses/key-index.js';
import { expressKeys } from '../../../src/review/uses/key-expressions.js';
import { matchFile } from '../../../src/review/uses/match-file.js';
import { createTextKey, type TextKey } from '../../../src/review/uses/text-key.js';

/** The text under this path of a catalog. */
function keyOf(path: readonly (string | number)[], catalog = 'locales/en.json'): TextKey {
  const location = locateCatalog(catalog);
  return location === undefined ? assert.fail(catalog) : createTextKey(location, path);
}

/** How a program names the key: surely, possibly or not at all. */
function asked(text: string, key: TextKey, path = 'src/a.tsx'): 'sure' | 'possible' | 'no' {
  const found = matchFile(path, text, createKeyIndex([key])) ?? assert.fail('too long');
  // What is not found by git is never looked at.
  if (found.length > 0) assert.match(text, new RegExp(expressKeys([key]).expressions.join('|'), 'm'));
  return found.some(({ sure }) => sure) ? 'sure' : found.length > 0 ? 'possible' : 'no';
}

const title = keyOf(['home', 'hero', 'title']);
const save = keyOf(['save']);

describe('who asks for a text', () => {
  const table: readonly (readonly [what: string, text: string, key: TextKey, answer: string, path?: string])[] = [
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
    ['a comment of Python', "# 'home.hero.title'", title, 'no', 'a.py'],
    ['a part of another key', "t('home.hero.titles')", title, 'no'],
    ['a sentence with a hole', "t('Hi ' + name)", keyOf(['Hi there']), 'no'],
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
    const started = performance.now();
    for (const text of [
      't("'.repeat(300_000),
      "'a' + ".repeat(150_000),
      '`${'.repeat(300_000),
      `"${'x'.repeat(1_000_000)}`,
      '('.repeat(900_000),
    ])
      matchFile('a.ts', text, createKeyIndex([title, save]));
    assert.ok(performance.now() - started < 8000, `${performance.now() - started} ms`);
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
