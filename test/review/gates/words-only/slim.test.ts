import assert from 'node:assert/strict';
import type { ChangedFile } from '../../../../src/change/change.js';
import { changesWordsOnly } from '../../../../src/review/gates/words-only/changes-words-only.js';

async function isOfWords([before, after]: readonly [string, string]): Promise<boolean> {
  return changesWordsOnly({
    path: 'app/views/a.html.slim',
    before: { text: before },
    after: { text: after },
  } as ChangedFile);
}

type Change = readonly [before: string, after: string];

async function those(changes: readonly Change[], areWords: boolean): Promise<readonly Change[]> {
  const found: Change[] = [];
  for (const change of changes) if ((await isOfWords(change)) === areWords) found.push(change);
  return found;
}

const page = (rest: string): string =>
  `doctype html\n/ note\n  of it\n.box#a\n  h1.t Tell us more\n  img src="y" alt=x(1)\n${rest}  = f.submit "x",\n    a\njavascript:\n  a b\n`;
const branch = (one: string, other: string): string =>
  `.a\n  - if a\n    p ${one}\n  - else\n    p ${other}\n  img src="x"`;

const good: readonly Change[] = [
  ['p Hello you', 'p Hi to you'],
  ['p.a\n  | Hello you', "p.a\n  ' Hi to you"],
  [page(''), page('  p One thing more.\n')],
  [page('  p One thing.\n\n  p And so on.\n'), page('  p One thing.\n  p It is so.\n  p And so on.\n')],
  [page('  ul\n    li One\n    li Two\n'), page('  ul\n    li One\n    li Three\n    li Four\n')],
  [page('  br/\n  p= a\n'), page('  br/\n  p= a\n  p So it is\n')],
  ['p Hello #{name} and you', 'p Hi #{name} and to you'],
  [branch('Hello you', 'So or so'), branch('Hello to you', 'So be it')],
  ['= link_to "Go to it", a', '= link_to "Do go to it", a'],
  ['p> Hello you', 'p> Hi to you'],
  ['a href="/x" Do read it', 'a href="/x" Do not read it, you don\'t'],
  ['a href=root_path class=btn Back to home', 'a href=root_path class=btn Back to the start'],
  ['a.b href=x(a: [1, {b: 2}]) title=="y z" Back to home', 'a.b href=x(a: [1, {b: 2}]) title=="y z" Back to the start'],
];

const bad: readonly Change[] = [
  ['p Hello you', 'p = hello'],
  ['p Hello you', 'p == hello'],
  ['p Hello you', 'p= hello'],
  ['p Hello you', '- hello you'],
  ['p Hello you', 'p #{hello} you'],
  ['p Hello you', 'p onclick="a()" Hello you'],
  ['p onclick="a()" Hello you', 'p onclick="b()" Hello you'],
  ['p Hello you', 'p(onclick="a()") Hello you'],
  ['p Hello you', 'p[onclick="a()"] Hello you'],
  ['p Hello you', 'p{onclick="a()"} Hello you'],
  ['p Hello you', 'p *{a: b} Hello you'],
  ['p Hello you', 'p: a Hello you'],
  ['p Hello you', 'p <script>a</script> you'],
  ['p Hello you', '| Hello <b>you</b>'],
  ['p Hello you', 'script Hello you'],
  ['a href="/x" Do read it', 'a href="javascript:x" Do read it'],
  ['p x-show.a="b and c" Hello you', 'p x-show.a="b or c" Hello you'],
  ['p a=b x$y="b and c" Hello you', 'p a=b x$y="b or c" Hello you'],
  ['p x$y="b and c" Hello you', 'p x$y="b or c" Hello you'],
  ['a href=x(1 Do read it', 'a href=x(1 Do not read it'],
  ['a href=x(a: 1) Do read it', 'a href=x(a: 2) Do read it'],
  ['a href=x class=b Do read it', 'a href=x onclick=c Do read it'],
  ['a href="/#{x} Do read it', 'a href="/#{x} Do not read it'],
  ['a href="/#{a("b c")}" Do read it', 'a href="/#{a("b d")}" Do read it'],
  ['a href="/x Do read it', 'a href="/x Do not read it'],
  ['a href= Do read it', 'a href= Not read it'],
  ['option Red one', 'option Blue one'],
  ['title Red one', 'h1 Red one'],
  ['javascript:\n  a b', 'javascript:\n  c d'],
  ['css:\n  a b', 'css:\n  c d'],
  ['ruby:\n  a b', 'ruby:\n  c d'],
  ['/! a b', '/! c d'],
  ['/ a b', '/ c d'],
  ['doctype html', 'doctype xml'],
  ['.a Hello you', '.b Hello you'],
  ['#a Hello you', '#b Hello you'],
  [branch('Hello you', 'So or so'), branch('So or so', 'Hello you')],
  [branch('Hello you', 'So or so'), branch('Hello you', 'So or so').replace('- if a', '- if b')],
  [branch('Hello you', 'So or so'), branch('Hello you', 'So or so').replace('  - else\n', '')],
  [page('  - if a\n    p Secret words\n    img src="x"\n'), page('  - if a\n    img src="x"\n  p Secret words\n')],
  ['| Hello you\n  and you', '| Hello to you\n  and you'],
  ['| Hello you\n|', '| Hello to you\n|'],
  ['| %p Hello you', '| %b Hello you'],
  ['| - hello you', '| - hi to you'],
  ['p Hello \\\n  you', 'p Hi \\\n  you'],
  ['<b>Hello you</b>', '<b>Hi to you</b>'],
  ['Hello you', 'Hallo you'],
  ['p~ Hello you', 'p~ Hi to you'],
  ['p\n\tb x y\n  b z w', 'p\n\tb x z\n  b z w'],
  ['= a "x"\n  p Hello you', '= a "x"\n  p Hi to you'],
  ['p Hello you', 'p data-x={ Hello you'],
];

describe('a change of words alone in Slim', () => {
  it('is one where sentences and paragraphs change', async () => assert.deepEqual(await those(good, false), []));

  it('is none where more changes, or nobody can tell', async () => assert.deepEqual(await those(bad, true), []));
});
