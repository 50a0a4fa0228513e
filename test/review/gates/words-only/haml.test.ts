import assert from 'node:assert/strict';
import type { ChangedFile } from '../../../../src/change/change.js';
import { changesWordsOnly } from '../../../../src/review/gates/words-only/changes-words-only.js';
import { processorTime } from '../../../support/processor-time.js';

async function isOfWords(before: string, after: string, path = 'app/views/a.html.haml'): Promise<boolean> {
  return changesWordsOnly({ path, before: { text: before }, after: { text: after } } as ChangedFile);
}

const page = (rest: string): string =>
  `.box#a{ class: "x",\n  id: b }\n  %img(src="y")\n  %h1.t Tell us more\n${rest}  = f.submit\n`;

describe('a change of words alone in Haml', () => {
  const words: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'in a text': ['%p.a\n  Hello you\n  %strong.b and you', '%p.a\n  Hi to you,\n  you see\n  %strong.b or you'],
    'behind an element': ['%p#a Hello you', '%p#a Hi to you'],
    'a paragraph more': [page(''), page('  %p One more thing\n  %ul\n    %li One\n    %li Two\n')],
    'a paragraph less': [
      page('  %p.t Old thing here\n  %p.t\n    And it\n    %br\n    goes on\n'),
      page('  %p.t Old thing there\n'),
    ],
    'beside a branch': [
      '.a\n  - if a\n    %p Hello you\n  - elsif b\n    %p So or so\n  - else\n    %p Hi you\n  %img',
      '.a\n  - if a\n    %p Hello to you\n  - elsif b\n    %p So be it\n  - else\n    %p Hi to you\n  %p And more\n  %img',
    ],
    'beside what is filled in': ['%p Hello #{name} and you', '%p Hi #{name} and to you'],
    'what a link says': ['= link_to "Go to it", a,\n  class: "b"', '= link_to "Do go to it", a,\n  class: "b"'],
    'beside a filter, a comment and a tag that closes': [
      ':javascript\n  a b\n\n  c d\n/ x y\n-# note\n   of it\n!!!\n<b>x y</b>\n%p= a\n%br/\n%p.a Hello you',
      ':javascript\n  a b\n\n  c d\n/ x y\n-# note\n   of it\n!!!\n<b>x y</b>\n%p= a\n%br/\n%p.a Hi to you',
    ],
    'in a block': ['= form_for x do |f|\n  %p#a Hello you', '= form_for x do |f|\n  %p#a Hi to you'],
    'in a block of an element': [
      '%p#b= form_for x do |f|\n  %b#a Hello you',
      '%p#b= form_for x do |f|\n  %b#a Hi to you',
    ],
  };
  for (const [what, [before, after]] of Object.entries(words))
    it(`is one of words: ${what}`, async () => assert.equal(await isOfWords(before, after), true));

  it('is so in a file of either name', async () => {
    for (const path of ['a.haml', 'a.html.haml', 'a.de.html.haml'])
      assert.equal(await isOfWords('%p#a Hello you', '%p#a Hi to you', path), true, path);
    for (const path of ['a.js.slim', 'a.js.haml', 'a.text.haml'])
      assert.equal(await isOfWords('%p#a Hello you', '%p#a Hi to you', path), false, path);
  });

  const acts: readonly (readonly [before: string, after: string])[] = [
    ['%p#a Hello you', '%p#a= Hello you'],
    ['%p#a Hello you', '%p#a!= Hello you'],
    ['%p#a Hello you', '%p#a~ Hello you'],
    ['%p#a Hello you', '%p#a& Hello <b>you</b>'],
    ['%p#a Hello you', '%p#a== Hello #{you}'],
    ['%p#a Hello you', '%p#a Hello #{you}'],
    ['%p#a Hello #{a} you', '%p#a Hello #{b} you'],
    ['%p#a= hello you', '%p#a= hello me'],
    ['%p#a= hello you', '%p#a hello you'],
    ['.a\n  Hello you', '.a\n  = Hello you'],
    ['.a\n  Hello you', '.a\n  - Hello you'],
    ['.a\n  Hello you', '.a\n  != Hello you'],
    ['.a\n  Hello you', '.a\n  &= Hello you'],
    ['.a\n  Hello you', '.a\n  ~ Hello you'],
    ['.a\n  Hello you', '.a\n  %x Hello you'],
    ['.a\n  Hello you', '.b\n  Hello you'],
    ['.a\n  Hello you', '#a\n  Hello you'],
    ['.a\n  Hello you', '.a{ onclick: "x" }\n  Hello you'],
    ['.a\n  Hello you', '.a(onclick="x")\n  Hello you'],
    ['.a\n  Hello you', '.a[x]\n  Hello you'],
    ['.a\n  Hello you', '.a\n  :javascript\n    Hello you'],
    ['.a\n  Hello you', '.a\n  / Hello you'],
    ['.a\n  Hello you', '.a\n  <script>Hello you</script>'],
    ['.a\n  Hello you', '.a\n  <script>\n  Hello you\n  </script>'],
    ['<script>\nHello you\n</script>', '<script>\nHi to you\n</script>'],
    ['<!--\nHello you\n-->', '<!--\nHi to you\n-->'],
    [':javascript\n  go to it', ':javascript\n  go on it'],
    [':javascript\n\tgo to it', ':javascript\n\tgo on it'],
    [
      '- content_for :scripts do\n  - if a\n    x y\n  go to it',
      '- content_for :scripts do\n  - if a\n    x y\n  go on it',
    ],
    [':javascript\n  go to it', ':css\n  go to it'],
    ['%script\n  go to it', '%script\n  go on it'],
    ['%style go to it', '%style go on it'],
    ['%textarea go to it', '%textarea go on it'],
    ['%option Red one', '%option Blue one'],
    ['%select\n  %p Red one', '%select\n  %p Red one\n  %p And more'],
    ['%title Our home page', '%title\n  Our\n  %b home page'],
    [page(''), page('  %p Hello you\n    ') + '    %p x'],
    // What stood beside it stands in it.
    ['.a\n  %p Hello you\n  = secret', '.a\n  %p\n    Hello you\n    = secret'],
    ['.a\n  %p Hello you\n= secret', '.a\n  %p Hello you\n  = secret'],
    ['.a\n  %p Hello you\n  .b\n    %img', '.a\n  .b\n    %p Hello you\n  %img'],
    ['.a\n  %p Hello you\n  %img', '.a\n  %p Hello you\n    %img'],
    ['- if a\n  %p Hello you\n  %img\n%p x y', '- if a\n  %img\n%p Hello you\n%p x y'],
    ['- if a\n  %p Hello you\n%p x y', '- if a\n%p x y'],
    ['- if a\n  %img\n- else\n  %p Secret words\n  %img', '- if a\n  %img\n  %p Secret words\n- else\n  %img'],
    ['= x\n%p Hello you', '= x\n  %p Hello you'],
    ['= x do\n  %img\n%p Hello you', '= x do\n  %p Hello you'],
    ['%p x y\n- content_for :scripts do\n  %img', '%p x y\n- content_for :scripts do\n  %img\n  %p Hello you'],
    ['%p x y\n- content_for :body_class do\n  go to it', '%p x y\n- content_for :body_class do\n  go on it'],
    ['%p x y\n- z = capture do\n  %img', '%p x y\n- z = capture do\n  %img\n  %p Hello you'],
    ['- if a or b\n  %p Hello you', '- if a or c\n  %p Hello you'],
    ['- x(a,\n  b or c)', '- x(a,\n  b or d)'],
    ['= x a,\n  title: "go to it"', '= x a,\n  title: "go on it"'],
    ['%p{ title: "go to it",\n  id: a } Hello you', '%p{ title: "go on it",\n  id: a } Hello you'],
    ['%p{ a: b,\n  Hello you }', '%p{ a: b,\n  Hi to you }'],
    ['%p{ a: b\nHello you', '%p{ a: b\nHi to you'],
    ['%p Hello |\n  you |', '%p Hi to |\n  you |'],
    ['- x do |f |\n  Hello you', '- x do |f |\n  Hi to you'],
    ['= x a,', '= x b,'],
    ['%p\n\tHello you', '%p\n\tHi to you'],
    ['%p\n  Hello you\n   and you', '%p\n  Hello you\n   or you'],
    ['%p\n    Hello you\n  and you', '%p\n    Hello you\n  or you'],
    ['%p\n  Hello you\n    and you', '%p\n  Hello you\n    or you'],
    ['  %p Hello you', '  %p Hi to you\n      %b x'],
    ['%img Hello you', '%img Hi to you'],
    ['%img\n  Hello you', '%img\n  Hi to you'],
    ['%p/ Hello you', '%p/ Hi to you'],
    ['%p> Hello you', '%p< Hello you'],
    ['\\= Hello you', '= Hello you'],
    ['%p#a \\#{x} or you', '%p#a #{x} or you'],
    ['%p#a Hello you', '%p#a Hello \uE000 you'],
    ['%p#a Hello you', '%p#a \0'],
    ['%p#a Hello you', '%p#a {{ hello you }}'],
    ['.a\n  %img', '.a\n  %img\n  %p.zz Hello you'],
    ['.a\n  %img', '.a\n  %img\n  %p#zz Hello you'],
    ['.a\n  %img', '.a\n  %img\n  %p{ class: x } Hello you'],
    ['.a\n  %img', '.a\n  %img\n  %a{ href: "javascript:x" } Hello you'],
    ['.a\n  %img', '.a\n  %img\n  %div Hello you'],
    ['.a\n  %img', '.a\n  %img\n  %x-y Hello you'],
    ['.a\n  %img', '.a\n  %img\n  %p delete'],
    ['%ul\n  %li a b\n  %li\n    %img', '%ul\n  %li a b\n  %p Hello you\n  %li\n    %img'],
    ['%p{ translate: true } Hello you', '%p{ translate: true } Hi to you'],
    ['%i.icon go home', '%i.icon go back'],
  ];
  it('is none where it does anything', async () => {
    for (const [before, after] of acts) assert.equal(await isOfWords(before, after), false, `${before} → ${after}`);
  });

  it('takes time in step with the length', async () => {
    const started = processorTime();
    for (const part of [
      '%p a b\n',
      '%p{\n',
      '= a,\n',
      'a b\n',
      '%p(',
      '- if a\n',
      '#{',
      ':a\n',
      '<b>\n',
      '%p\n  a\n',
    ]) {
      const text = part.repeat(100_000 / part.length);
      await isOfWords(text, `${text} `);
    }
    const deep = Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}%b\n`).join('');
    await isOfWords(deep, `${deep} `);
    assert.ok(processorTime() - started < 20_000, `${processorTime() - started} ms`);
  });
});
