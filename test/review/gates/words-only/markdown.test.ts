import assert from 'node:assert/strict';
import type { ChangedFile } from '../../../../src/change/change.js';
import { changesWordsOnly } from '../../../../src/review/gates/words-only/changes-words-only.js';

async function isOfWords(before: string, after: string): Promise<boolean> {
  return changesWordsOnly({ path: 'a.md.erb', before: { text: before }, after: { text: after } } as ChangedFile);
}

describe('prose of Markdown in a template', () => {
  const words: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'a list': ['Hello you\n\n<%= a %>', 'Hello you\n\n* One thing\n* Two of it\n\n1. So\n2. Or so\n\n<%= a %>'],
    'a heading and a quote': ['Hello you', '## Some more\n\n> Hello to you\n\nAnd so on'],
    'a link more': ['Hello you', 'Hello, [read our help](/help/a-b#c) now'],
    'a link less': ['Hello, [read our help](https://a.example/x) now', 'Hello you'],
    'a link of other words': ['Do [read our help](/help)', 'Do [read more help](/more)'],
    'beside other links': [
      'So [read](/a) ![a cat](/b.png) <%= a %> [x](/c "d")',
      'Do [read](/a) ![a cat](/b.png) <%= a %> [x](/c "d")',
    ],
  };
  for (const [what, [before, after]] of Object.entries(words))
    it(`is of words: ${what}`, async () => assert.equal(await isOfWords(before, after), true));

  const acts: readonly (readonly [before: string, after: string])[] = [
    ['Do [read our help](/help)', 'Do [read our help](/more)'],
    ['Hello you', 'Do [read our help](javascript:x)'],
    ['Hello you', 'Do [read our help](//evil.example)'],
    ['Hello you', 'Do [read our help](<javascript:x>)'],
    ['Hello you', 'Do [read our help](/x "onclick")'],
    ['Hello you', 'Do [read our help]( /x)'],
    ['Hello you', 'Do [read our help](<%= a %>)'],
    ['Hello you', 'Do [read our help](/users/sign_out)'],
    ['Hello you', 'Do see ![our help](/x.png) now'],
    ['Hello you', 'Do see [![our help](/x.png)](/y) now'],
    ['Hello you', 'Do \\[read our help](/x) now'],
    ['Hello you', 'Do [<b onclick="x">read](/x) now'],
    ['Hello you', 'Do [](/x) now'],
    ['Hello you', 'Do [a/b](/x) now'],
    ['Hello you', 'Do read [our help][x]\n\n[x]: /y'],
    ['Hello you <%= a %>', 'Do [read <%= a %>](/x) so'],
    [
      '<% if admin %>\nDo [read it](/x)\n<% end %>\nHello you',
      '<% if admin %>\n<% end %>\nHello you, do [read it](/x)',
    ],
  ];
  it('is none where a link does more, or leads elsewhere', async () => {
    for (const [before, after] of acts) assert.equal(await isOfWords(before, after), false, `${before} → ${after}`);
  });
});
