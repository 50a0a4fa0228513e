import assert from 'node:assert/strict';
import {
  findActiveParts,
  findUnescapedParts,
  findYamlObjects,
  type ActivePart,
} from '../../../src/review/unsafe/find-active-parts.js';
import { findHosts } from '../../../src/review/unsafe/find-hosts.js';

const said = (parts: readonly ActivePart[]): string => parts.map(({ what }) => what).join(' ');

describe('findActiveParts', () => {
  const active: Readonly<Record<string, string>> = {
    '<script>alert(1)</script>': '<script> <script>',
    '< / SCRIPT src=x': '<script>',
    '\\u003cscript>': '<script>',
    '&lt;iframe src="x"&gt;': '<iframe>',
    '<style>a{}</style>': '<style> <style>',
    '<img src=x onerror=alert(1)>': 'onerror=',
    '<a\nhref="#"\nonclick ="x()">': 'onclick=',
    '<a/onmouseover=x>': 'onmouseover=',
    '<span style="position:fixed">': 'style=',
    '<form action="/x">': '<form> action=',
    '<svg width="1">': '<svg>',
    '<link rel="x">': '<link>',
    '[a](javascript:alert(1))': 'javascript:',
    '<a href="JaVa\tScRiPt:x()">': 'javascript:',
    '<a href="java&#10;script&colon;x()">': 'javascript:',
    'src="data:text/html,x"': 'data:',
    'data:image/svg+xml;base64,x': 'data:',
  };
  for (const [text, parts] of Object.entries(active))
    it(`finds ${parts} in ${JSON.stringify(text)}`, () => {
      assert.equal(said(findActiveParts(text)), parts);
    });

  it('reads a tag as pages do, whatever its quotation marks hold', () => {
    assert.equal(said(findActiveParts('<img alt=">" onerror=x>')), 'onerror=');
    assert.equal(said(findActiveParts('<a title="<" onclick=x onkeyup=y>')), 'onclick= onkeyup=');
    const [odd, ...more] = findActiveParts('<a " title=">" onclick=x>');
    assert.deepEqual([odd?.what, odd?.doubtful, more.length], ['onclick=', true, 0]);
  });

  it('doubts what libraries for pages run, and nothing that only looks like a part', () => {
    const parts = findActiveParts('<p @click="x()" v-html="y" title="z">');
    assert.deepEqual(
      parts.map(({ what, doubtful }) => [what, doubtful]),
      [
        ['@click=', true],
        ['v-html=', true],
      ],
    );
    assert.deepEqual(findActiveParts('It is online = yes & done'), []);
  });

  it('has all of a part, so that one is told from another', () => {
    const written = (text: string): readonly string[] => findActiveParts(text).map((part) => part.written);
    assert.deepEqual(written('<script>a()</script> b'), ['<script>a()', '</script']);
    assert.deepEqual(written('<b onclick="a()">'), ['onclick="a()"']);
    assert.deepEqual(written('<input type="a" placeholder="Your name">'), ['<input type="a"']);
    assert.deepEqual(written('<input title="a {{ b }}" name="c">'), ['<input title="a {{ b }}" name="c"']);
    assert.deepEqual(written('[a](javascript:b(1)) c'), ['javascript:b(1']);
    assert.deepEqual(
      findUnescapedParts('{{{a}}} b').map((part) => part.written),
      ['{{{a'],
    );
  });

  const plain = [
    'Read <link>the terms</link>, <b>now</b>, press <button>Go</button>.',
    '<a href="/help" class="x" target="_blank">Help</a>',
    'JavaScript: The Good Parts, and “javascript:” in quotes',
    'Script your day. On: 5 = five. Data: text and more.',
    'a < b and c > d, onward = fine',
    '![picture](data:image/png;base64,AAAA)',
    '{{name}} {count, plural, one {# day} other {# days}} ${x} %s',
  ];
  for (const text of plain)
    it(`finds nothing in ${JSON.stringify(text)}`, () => {
      assert.equal(said([...findActiveParts(text), ...findUnescapedParts(text)]), '');
    });

  it('says the line, from 1', () => {
    assert.deepEqual(findActiveParts('a\n<b>\n<script\n>'), [{ what: '<script>', line: 3, written: '<script\n>' }]);
  });

  it('finds what is put onto the page as it is', () => {
    const text = '{!! a !!} {{{b}}} {{- c}} <%= d %> <?= e ?> {{ f | safe }} {{ g | RAW }}';
    assert.equal(said(findUnescapedParts(text)), '{!! {{{ {{- <% <? | safe | raw');
    assert.equal(said(findUnescapedParts('<?xml version="1.0"?> {{ a | upper }}')), '');
  });

  it('finds what makes an object of a program in YAML', () => {
    assert.equal(said(findYamlObjects('a: !ruby/object:X\nb: [!!python/name:os.system]\n')), '!ruby/ !!python/');
    assert.equal(said(findYamlObjects('a: Go!java/now\nb: !!str 1\n')), '');
  });

  it('takes time in proportion to the text', () => {
    const long = 200_000;
    const hostile = [
      '<',
      '< ',
      '<a ',
      '<a b',
      '/',
      'a:',
      'a:/',
      'x@',
      'a.',
      'j\t',
      'javascript',
      '{{',
      '{{a|',
      '&amp;',
      '\\u',
      'www.',
      'on',
      '!',
      ' ',
      '\n',
      '<link ',
      '<link a',
      '"//',
      'data:',
      '<script>\n',
      '="\n',
      'a="<',
      'https:',
      'a.io/',
      '\\\\',
    ];
    for (const each of hostile) {
      const text = each.repeat(long / each.length);
      const started = performance.now();
      for (const find of [findActiveParts, findUnescapedParts, findYamlObjects, findHosts]) find(text);
      assert.ok(performance.now() - started < 2500, `${JSON.stringify(each)}: ${performance.now() - started} ms`);
    }
  });
});
