import assert from 'node:assert/strict';
import { findFirstGap } from '../../src/presentation/plan/find-first-gap.js';
import { offsetAt } from '../../src/text/editor-text.js';

/** The text with ‹ and › around what is selected for a gap at the first line. */
function marked(text: string): string {
  const { start, end } = findFirstGap(text, [{ line: 1 }]);
  const [first, last] = [offsetAt(text, start), offsetAt(text, end)];
  return `${text.slice(0, first)}‹${text.slice(first, last)}›${text.slice(last)}`;
}

describe('firstGap', () => {
  const cases: readonly (readonly [what: string, text: string])[] = [
    ['the first placeholder', '## Scope\n\nIn: ‹[what]› and [more]'],
    ['no footnote, link or check box', '## Scope\n\nAs said.[^1] [Here][1] [there](a) [ ] [x]\nIn: ‹[what]›'],
    ['the end of the line where there is none', '## Scope‹›\n\nAs said.[^1]\n[1]: https://example.com'],
    ['nothing below the next heading', '## Scope‹›\n\n## Out\n\n[what]'],
  ];
  for (const [what, text] of cases) {
    it(`selects ${what}`, () => assert.equal(marked(text.replace(/[‹›]/gu, '')), text));
  }

  it('begins at the start of a text that lacks nothing', () => {
    const start = { line: 0, character: 0 };
    assert.deepEqual(findFirstGap('# [Name]\n', []), { start, end: start });
  });
});
