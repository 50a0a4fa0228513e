import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchShortestEdit } from '../../src/change/files/match-lines.js';
import { alignLines, compareLines, countLines } from '../../src/change/compare-lines.js';
import { processorTime } from '../support/processor-time.js';

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Lines of `after` that no range names, which must be lines of `before` in the same order. */
function keptLines(
  after: string,
  added: readonly { readonly start: number; readonly end: number }[],
): readonly string[] {
  return linesOf(after).filter((_, index) => !added.some(({ start, end }) => start <= index + 1 && index + 1 <= end));
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const line of whole) if (at < part.length && part[at] === line) at += 1;
  return at === part.length;
}

const text = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'c', 'd', '', 'e\r'), { maxLength: 30 }), fc.boolean())
  .map(([lines, ended]) => lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''));

describe('compareLines', () => {
  const cases: readonly [string, string, string, readonly (readonly [number, number])[], number][] = [
    ['equal texts', 'a\nb\n', 'a\nb\n', [], 0],
    ['a line put in', 'a\nc\n', 'a\nb\nc\n', [[2, 2]], 0],
    ['a line taken out', 'a\nb\nc\n', 'a\nc\n', [], 1],
    ['a changed line', 'a\nb\nc\n', 'a\nB\nc\n', [[2, 2]], 1],
    ['lines at the end', 'a\n', 'a\nb\nc', [[2, 3]], 0],
    [
      'two places',
      'a\nb\nc\nd\ne\n',
      'a\nB\nc\nd\nE\nf\n',
      [
        [2, 2],
        [5, 6],
      ],
      2,
    ],
    ['a last line break that is lost', 'a\nb\n', 'a\nb', [[2, 2]], 1],
    ['line ends that are changed', 'a\nb\n', 'a\r\nb\n', [[1, 1]], 1],
    ['all of it', 'a\n', 'b\n', [[1, 1]], 1],
    ['lines that are moved', 'a\nb\nc\n', 'c\na\nb\n', [[1, 1]], 1],
    ['repeated lines without anything unique', 'x\ny\nx\ny\n', 'y\nx\ny\ny\n', [[3, 3]], 1],
  ];
  for (const [name, before, after, ranges, removedLines] of cases) {
    it(`finds ${name}`, () => {
      assert.deepEqual(compareLines(before, after), {
        added: ranges.map(([start, end]) => ({ start, end })),
        removedLines,
      });
    });
  }

  it('comes to what comparing line by line from beginning to end comes to', () => {
    const around = fc.tuple(text, text, text, text);
    fc.assert(
      fc.property(around, fc.boolean(), ([above, before, after, below], apart) => {
        const [old, now] = [before, after].map((middle) => [above, middle, below].join(apart ? '\n' : ''));
        const { oldLineOf, oldLines } = alignLines(old as string, now as string);
        const { added, removedLines } = compareLines(old as string, now as string);
        const named = added.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, at) => start + at));
        assert.deepEqual(
          named,
          [...oldLineOf].flatMap((line, at) => (line === 0 ? [at + 1] : [])),
        );
        assert.equal(removedLines, oldLines - oldLineOf.filter((line) => line > 0).length);
      }),
      { numRuns: 1000 },
    );
  });

  it('names every line that is not in the old text in the same order, and counts what is gone', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { added, removedLines } = compareLines(before, after);
        const kept = keptLines(after, added);
        assert.ok(isSubsequence(kept, linesOf(before)));
        assert.equal(removedLines, linesOf(before).length - kept.length);
        for (const [index, range] of added.entries()) {
          assert.ok(range.start <= range.end && range.start > (added[index - 1]?.end ?? -1) + (index > 0 ? 1 : 0));
          assert.ok(range.end <= linesOf(after).length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts nothing as removed where lines were only put in', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(40)), (after, left) => {
        const before = linesOf(after)
          .filter((_, index) => !left.includes(index))
          .join('');
        assert.equal(compareLines(before, after).removedLines, 0);
      }),
      { numRuns: 500 },
    );
  });

  it('takes what would take too long to compare for new, in bounded time', () => {
    const shuffled = (factor: number): string =>
      Array.from({ length: 60_000 }, (_, index) => `${(index * factor) % 50}\n`).join('');
    const started = processorTime();
    const { added, removedLines } = compareLines(shuffled(7), shuffled(11));
    assert.ok(processorTime() - started < 5000);
    assert.ok(added.length > 0 && removedLines > 0);
  });

  it('does not look at all through millions of lines', () => {
    const lines = 1_100_000;
    assert.deepEqual(compareLines('x\n'.repeat(lines), 'y\n'.repeat(lines)), {
      added: [{ start: 1, end: lines }],
      removedLines: lines,
    });
  });

  it('stops looking for anchors where each gives only a little', () => {
    const half = Array.from({ length: 3000 }, (_, index) => `l${index}`);
    const before = half.flatMap((line, index) => [line, `x${index % 3}`, `x${index % 5}`]).join('\n');
    const after = [...half]
      .reverse()
      .flatMap((line, index) => [line, `x${index % 4}`, `x${index % 5}`])
      .join('\n');
    const { added } = compareLines(before, after);
    assert.ok(added.length > 0);
  });
});

describe('shortest', () => {
  it('gives nothing when its budget is spent', () => {
    const gap = { oldFrom: 0, oldTo: 4, from: 0, to: 4 };
    assert.equal(matchShortestEdit([1, 2, 1, 2], [2, 1, 2, 1], gap, { steps: 100 }).length, 3);
    assert.deepEqual(matchShortestEdit([1, 2, 1, 2], [2, 1, 2, 1], gap, { steps: 1 }), []);
  });
});

describe('countLines', () => {
  for (const [of, count] of [
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['\n\n', 2],
  ] as const) {
    it(`counts ${count} in ${JSON.stringify(of)}`, () => assert.equal(countLines(of), count));
  }
});

describe('alignLines', () => {
  it('leads each line that was kept to the same line of the old text, in the same order', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [old, now] = [linesOf(before), linesOf(after)];
        const { oldLineOf, oldLines } = alignLines(before, after);
        assert.equal(oldLines, old.length);
        let last = 0;
        for (const [index, line] of oldLineOf.entries()) {
          if (line === 0) continue;
          assert.ok(line > last);
          assert.equal(now[index], old[line - 1]);
          last = line;
        }
      }),
    );
  });

  it('says which line is which', () => {
    assert.deepEqual([...alignLines('a\nb\nc\n', 'new\na\nB\nc\n').oldLineOf], [0, 1, 0, 3]);
  });
});
