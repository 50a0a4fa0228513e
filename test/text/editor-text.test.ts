import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toEditorPosition, toEditorText, offsetAt, positionAt } from '../../src/text/editor-text.js';
import { findingRange } from '../../src/presentation/findings/finding-range.js';

describe('an editor’s text', () => {
  it('has one kind of line end and no byte order mark', () => {
    assert.equal(toEditorText('\uFEFFa\r\nb\rc\n'), 'a\nb\nc\n');
  });

  it('has a finding where the review found it', () => {
    for (const [text, line, column, place] of [
      ['ab\ncd\n', 2, 2, [1, 1]],
      ['\uFEFFab', 1, 2, [0, 1]],
      ['a\r\nb\r\ncd', 3, 2, [2, 1]],
      ['a\rb\ncd', 1, 3, [1, 0]],
      ['a\rb\ncd', 2, 1, [2, 0]],
      ['ab', 5, 9, [0, 2]],
      ['a\nb', 1, 9, [0, 1]],
    ] as const) {
      const { line: at, character } = toEditorPosition(text, line, column);
      assert.deepEqual([at, character], place, JSON.stringify(text));
    }
  });

  it('leads from offsets to positions and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', 'é') }), fc.nat(50), (text, at) => {
        const offset = Math.min(at, text.length);
        assert.equal(offsetAt(text, positionAt(text, offset)), offset);
      }),
    );
    assert.equal(offsetAt('a\nb', { line: 0, character: 9 }), 1);
    assert.equal(offsetAt('a\nb', { line: 1, character: 9 }), 3);
    assert.equal(offsetAt('a\nb', { line: 7, character: 0 }), 3);
  });
});

describe('findingRange', () => {
  const underlined = (line: string, character: number, hasColumn = true): string => {
    const { start, end } = findingRange(line, { line: 3, character }, hasColumn);
    assert.deepEqual([start.line, end.line], [3, 3]);
    return line.slice(start.character, end.character);
  };

  it('takes the text in quotation marks, the word, or the rest of the line', () => {
    assert.equal(underlined('  "a \\" b": 1', 2), '"a \\" b"');
    assert.equal(underlined("  'open", 2), "'open");
    assert.equal(underlined('new-home: true', 0), 'new-home');
    assert.equal(underlined('a = (b) ', 4), '(b)');
    assert.equal(underlined('  two words  ', 0, false), 'two words');
    assert.equal(underlined('', 0), '');
    assert.equal(underlined(`"${'a'.repeat(900)}"`, 0).length, 500);
  });
});
