import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dropComments } from '../../../src/pull-request/body/drop-comments.js';

describe('dropComments', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a\n<!-- b -->\nc', 'a\nc'],
    ['a\n\n<!-- b\n\nb\n-->\n\nc', 'a\n\nc'],
    ['a <!-- b --> c <!-- d -->', 'a  c'],
    ['a <!-- b\nb --> c', 'a\n c'],
    ['<!-- a -->\n\nb\n\n\n\nc  \n', 'b\n\nc  \n'],
    ['a\n<!-- b', 'a'],
    ['```\n<!-- a -->\n\n\n```\nb', '```\n<!-- a -->\n\n\n```\nb'],
    ['<!--\n```\n-->\na', 'a'],
    ['a --> b', 'a --> b'],
  ];
  for (const [text, left] of cases)
    it(`makes ${JSON.stringify(left)} of ${JSON.stringify(text)}`, () => assert.equal(dropComments(text), left));

  it('leaves no comment, and all else in its order', () => {
    const unit = fc.constantFrom('<!--', '-->', '\n', 'a', ' ', '- ');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const left = dropComments(text);
        assert.ok(!left.includes('<!--'));
        const signs = (each: string): string => each.replace(/\s/g, '');
        assert.equal(signs(left), signs(text.replace(/<!--[^]*?(?:-->|$)/g, '')));
      }),
    );
  });
});
