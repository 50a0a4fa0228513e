import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markDifference, type Stretch } from '../../../src/presentation/change-page/mark-difference.js';

const shown = (stretches: readonly Stretch[]): string =>
  stretches.map(({ text, differs }) => (differs ? `<${text}>` : text)).join('');

function marked(before: string, after: string): readonly string[] {
  const both = markDifference(before, after);
  return [shown(both.before), shown(both.after)];
}

describe('markDifference', () => {
  it('marks words, and joins those that only a space or a comma parts', () => {
    assert.deepEqual(marked('Good to see you, {name}.', 'Good to have you here, {name}.'), [
      'Good to <see> you, {name}.',
      'Good to <have> you< here>, {name}.',
    ]);
    assert.deepEqual(marked('One two three.', 'Uno dos tres.'), ['<One two three>.', '<Uno dos tres>.']);
    assert.deepEqual(marked('Hi {name}', 'Hi'), ['Hi< {name}>', 'Hi']);
  });

  it('finds words where no spaces are written, and keeps lines', () => {
    assert.equal(marked('这里还没有内容', '这里有内容')[1], '这里<有>内容');
    assert.deepEqual(marked('a\nb', 'a\nc'), ['a\n<b>', 'a\n<c>']);
  });

  it('marks all of what is new, gone, or too long to be compared', () => {
    assert.deepEqual(marked('', 'New'), ['', '<New>']);
    const long = 'word '.repeat(5000);
    assert.deepEqual(marked(long, ''), [`<${long}>`, '']);
    assert.deepEqual(marked('', long), ['', `<${long}>`]);
  });

  it('loses nothing of either text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const { before: old, after: now } = markDifference(before, after);
        assert.equal(old.map(({ text }) => text).join(''), before);
        assert.equal(now.map(({ text }) => text).join(''), after);
        if (before === after) assert.ok([...old, ...now].every(({ differs }) => !differs));
      }),
    );
  });
});
