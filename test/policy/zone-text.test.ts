import assert from 'node:assert/strict';
import type { Root } from 'mdast';
import { firstLine, linesOf, piecesOf, plainWords, sourceOf } from '../../src/policy/zone-text.js';

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
    const pieces = piecesOf(root);
    assert.equal(sourceOf(pieces), 'a');
    assert.equal(firstLine(pieces), 1);
  });

  it('walks any depth', () => {
    let root: Root = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'deep' }] }] };
    for (let depth = 0; depth < 100_000; depth += 1) {
      root = { type: 'root', children: [{ type: 'blockquote', children: root.children as never }] };
    }
    assert.equal(sourceOf(piecesOf(root)), 'deep');
  });
});

describe('firstLine', () => {
  it('skips what shows nothing', () => {
    const piece = { kind: 'text', struck: false, bold: false } as const;
    assert.equal(
      firstLine([
        { ...piece, text: ' \n', line: 3 },
        { ...piece, text: 'a', line: 4 },
      ]),
      4,
    );
    assert.equal(firstLine([]), 1);
  });
});

describe('linesOf', () => {
  it('cuts text, but not code, at line breaks', () => {
    const piece = { struck: false, bold: false, line: 7 } as const;
    const lines = linesOf([
      { ...piece, kind: 'text', text: 'a\n\nb ' },
      { ...piece, line: 9, kind: 'code', text: 'c' },
    ]);
    assert.deepEqual(
      lines.map((line) => `${firstLine(line)} ${sourceOf(line)}`),
      ['7 a', '9 b `c`'],
    );
  });
});

describe('plainWords', () => {
  it('is the same for what looks the same', () => {
    assert.equal(plainWords('Can\u2019t  \u00adTOUCH \u2013 \uff41'), "can't touch - a");
  });
});
