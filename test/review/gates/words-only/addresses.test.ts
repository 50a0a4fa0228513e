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

const link = (address: string, rest = ''): string => `<div><a class="b" href="${address}"${rest}>Read it</a></div>`;
const leads = (before: string, after: string, path = 'a.html'): Change => [path, link(before), link(after)];
const element = (address: string): string => `${link(address).replace('class', 'className')};`;
const jsx = (before: string, after: string): Change => ['a.tsx', element(before), element(after)];

const good: readonly Change[] = [
  leads('/x', '/y'),
  leads('/x', '/y/z-1?a=b#c', 'a.njk'),
  leads('https://a.example/x', 'https://b.example/y', 'a.html.erb'),
  leads('http://a.example/x', 'https://a.example/x', 'a.blade.php'),
  leads('#one', '#two', 'a.hbs'),
  leads('about.html', 'team.html', 'a.liquid'),
  leads('mailto:a@a.example', 'mailto:b@a.example'),
  leads('tel:03004560300', 'tel:+44-300-456-0301'),
  [
    'a.html',
    link('/x', ' id="q" title="It" aria-label="It" data-testid="r"'),
    link('/y', ' id="q" title="It" aria-label="It" data-testid="r"'),
  ],
  ['a.html', '<a class="{{ a }}" href="/x">Read it</a>', '<a class="{{ a }}" href="/y">Read it all</a>'],
  ['a.html', '<p>Do <a href="/x">pay now</a></p>', '<p>Please do <a href="/y">pay now</a></p>'],
  ['a.html.erb', '<p>Do <a href="/x">pay <%= a %></a></p>', '<p>Do <a href="/y">pay <%= a %></a></p>'],
  ['a.html', link('/x', ' target="_blank"'), link('/x')],
  ['a.html', link('/x', ' target="_blank" rel="noopener noreferrer"'), link('/x')],
  ['a.html', '<p>Do <a href="/x" target="_blank">read it</a></p>', '<p>Do <a href="/x">read it</a></p>'],
  [
    'a.html.twig',
    "{% trans with {'{link}': 'https://a.example/x'} %}Do <a href=\"{link}\">it</a>{% endtrans %}",
    "{% trans with {'{link}': 'https://a.example/y'} %}Do <a href=\"{link}\">it</a>{% endtrans %}",
  ],
  jsx('/x', '/y'),
  jsx('https://a.example/x?utm_source=a', 'https://a.example/y?utm_source=a'),
  [
    'a.tsx',
    '<p>It is now so 🎉{" "}<a className={b} href="/x">Read it</a></p>;',
    '<p>It is so by now.{" "}<a className={b} href="/y">Read it</a></p>;',
  ],
];

const odd = [
  'javascript:alert(1)',
  'JavaScript:x',
  'data:text/html,x',
  'vbscript:x',
  'blob:x',
  'file:///x',
  'ftp://a.example',
  '//a.example',
  '/\\a.example',
  '/../x',
  'a/../x',
  './x',
  '..',
  'https://a@b.example',
  'https://a.example:8080/x',
  'https://аpple.example',
  'https://xn--a.example',
  'https://1.2.3.4/x',
  'https://localhost/x',
  '&#106;avascript:x',
  'java&Tab;script:x',
  '/x&sol;y',
  '/x%2e%2e/y',
  '/x%0ay',
  '/x\ty',
  '/x\ny',
  ' /x',
  '/x y',
  '{{ x }}',
  '/x/{{ y }}',
  '${x}',
  '/logout',
  '/a/delete',
  '/a?next=/b',
  '/oauth/x',
  '/x?redirect=https://b.example',
  'mailto:a@a.example?bcc=b',
  'tel:*21*1#',
  'tel:1;a',
  'sms:1',
  '',
];
const acting = [
  ' onclick="a()"',
  ' data-method="delete"',
  ' data-remote="true"',
  ' data-turbo-method="post"',
  ' download',
  ' ping="/x"',
  ' hx-get="/x"',
  ' @click="a"',
  ' v-on:click="a"',
  ' ng-click="a"',
  ' {{ a }}',
  ' href="/z"',
  ' data-x="y"',
];

const bad: readonly Change[] = [
  ...odd.flatMap((each) => [leads('/x', each), leads(each, '/x')].filter(([, one, other]) => one !== other)),
  ...odd.map((each) => jsx('/x', each.replaceAll('{', '(').replaceAll('}', ')'))),
  ...acting.map((each): Change => ['a.html', link('/x', each), link('/y', each)]),
  ['a.html', '<form action="/x"></form>', '<form action="/y"></form>'],
  ['a.html', '<img src="/x">', '<img src="/y">'],
  ['a.html', '<link href="/x">', '<link href="/y">'],
  ['a.html', '<base href="/x">', '<base href="/y">'],
  ['a.html', '<area href="/x">', '<area href="/y">'],
  ['a.html', '<iframe src="/x"></iframe>', '<iframe src="/y"></iframe>'],
  [
    'a.vue',
    '<template><router-link to="/x">x</router-link></template>',
    '<template><router-link to="/y">x</router-link></template>',
  ],
  ['a.vue', `<template><a :href="'/x'">x y</a></template>`, `<template><a :href="'/y'">x y</a></template>`],
  ['a.html', '<Link href="/x">x y</Link>', '<Link href="/y">x y</Link>'],
  ['a.html', '<a href=/x>x y</a>', '<a href=/y>x y</a>'],
  ['a.html', '<a xlink:href="/x">x y</a>', '<a xlink:href="/y">x y</a>'],
  ['a.html', link('/x'), link('/x', ' target="_top"')],
  ['a.html', link('/x', ' rel="me"'), link('/x')],
  ['a.html', link('/x', ' target="_blank" rel="opener"'), link('/x', ' target="_blank"')],
  ['a.html', '<form target="_blank"></form>', '<form></form>'],
  [
    'a.html',
    '{% blocktrans %}Do <a href="/x">it</a>{% endblocktrans %}',
    '{% blocktrans %}Do <a href="/y">it</a>{% endblocktrans %}',
  ],
  [
    'a.html.twig',
    "{% trans with {'{link}': 'https://a.example/x'} %}Do it{% endtrans %}",
    "{% trans with {'{link}': 'javascript:x'} %}Do it{% endtrans %}",
  ],
  [
    'a.html.twig',
    "{% trans with {'{link}': 'https://a.example/x'} %}Do it{% endtrans %}",
    "{% trans with {'{other}': 'https://a.example/y'} %}Do it{% endtrans %}",
  ],
  [
    'a.html.twig',
    "{% trans with {'{link}': 'https://a.example/x'} %}Do it{% endtrans %}",
    "{% trans with {'{link}': 'https://a.example/logout'} %}Do it{% endtrans %}",
  ],
  ['a.html.twig', "{% set a = {'b': 'https://a.example/x'} %}", "{% set a = {'b': 'https://a.example/y'} %}"],
  ['a.html', '<script><a href="/x">x y</a></script>', '<script><a href="/y">x y</a></script>'],
  ['a.html', '<!-- <a href="/x">x y</a> -->', '<!-- <a href="/y">x y</a> -->'],
  ['a.tsx', '<Link href="/x">x y</Link>;', '<Link href="/y">x y</Link>;'],
  ['a.tsx', '<A.a href="/x">x y</A.a>;', '<A.a href="/y">x y</A.a>;'],
  ['a.tsx', '<a {...b} href="/x">x y</a>;', '<a {...b} href="/y">x y</a>;'],
  ['a.tsx', '<a onClick={b} href="/x">x y</a>;', '<a onClick={b} href="/y">x y</a>;'],
  ['a.tsx', '<a xlink:href="/x">x y</a>;', '<a xlink:href="/y">x y</a>;'],
  ['a.tsx', '<a href={"/x"}>x y</a>;', '<a href={"/y"}>x y</a>;'],
  ['a.tsx', '<a href="/x" href="/z">x y</a>;', '<a href="/y" href="/z">x y</a>;'],
  ['a.tsx', '<a href="/x">x y</a>;', '<a href="/&#x79;">x y</a>;'],
  ['a.tsx', '<a href>x y</a>;', '<a href="/y">x y</a>;'],
  ['a.tsx', '<i><a href="/x">x y</a><a href="/y">y x</a></i>;', '<i><a href="/y">x y</a><a href="/x">y x</a></i>;'],
  ['a.tsx', '<i><a href="/x">x y</a></i>;', '<i><a href="/y">x y</a><a href="/z">y x</a></i>;'],
  ['a.tsx', '<form action="/x" />;', '<form action="/y" />;'],
  ['a.tsx', 'go("/x");', 'go("/y");'],
];

describe('where a link leads', () => {
  it('is taken for words where it is another page', async () => assert.deepEqual(await those(good, false), []));

  it('is more where it acts, or where something else changes', async () =>
    assert.deepEqual(await those(bad, true), []));
});
