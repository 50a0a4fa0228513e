import assert from 'node:assert/strict';
import type { Root } from 'mdast';
import {
  firstTokenLine,
  splitTokenLines,
  tokenize,
  normalizeWords,
  toSourceText,
} from '../../../src/policy/grammar/tokenize.js';

describe('piecesOf', () => {
  it('reads trees that were built without positions', () => {
    const root: Root = {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'image', url: 'x' },
            { type: 'text', value: 'a' },
          ],
        },
      ],
    };
    const pieces = tokenize(root);
    assert.equal(toSourceText(pieces), 'a');
    assert.equal(firstTokenLine(pieces), 1);
  });

  it('walks any depth', () => {
    let root: Root = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'deep' }] }] };
    for (let depth = 0; depth < 100_000; depth += 1) {
      root = { type: 'root', children: [{ type: 'blockquote', children: root.children as never }] };
    }
    assert.equal(toSourceText(tokenize(root)), 'deep');
  });
});

describe('firstLine', () => {
  it('skips what shows nothing', () => {
    const piece = { kind: 'text', struck: false, bold: false, odd: false } as const;
    assert.equal(
      firstTokenLine([
        { ...piece, text: ' \n', line: 3 },
        { ...piece, text: 'a', line: 4 },
      ]),
      4,
    );
    assert.equal(firstTokenLine([]), 1);
  });
});

describe('linesOf', () => {
  it('cuts text, but not code, at line breaks', () => {
    const piece = { struck: false, bold: false, odd: false, line: 7 } as const;
    const lines = splitTokenLines([
      { ...piece, kind: 'text', text: 'a\n\nb ' },
      { ...piece, line: 9, kind: 'code', text: 'c' },
    ]);
    assert.deepEqual(
      lines.map((line) => `${firstTokenLine(line)} ${toSourceText(line)}`),
      ['7 a', '9 b `c`'],
    );
  });
});

describe('plainWords', () => {
  it('is the same for what looks the same', () => {
    assert.equal(normalizeWords('Can\u2019t  \u00adTOUCH \u2013 \uff41'), "can't touch - a");
  });
});
