import assert from 'node:assert/strict';
import { compareLines, countLines } from '../../src/change/compare-lines.js';
import { countChangedLines, type ChangedFile, type FileVersion } from '../../src/change/change.js';
import { countLinesToRead } from '../../src/change/count-lines-to-read.js';

const version = (text: string): FileVersion => ({ mode: '100644', oid: undefined, bytes: text.length, text });
const changed = (was: string, now: string): Pick<ChangedFile, 'before' | 'after' | 'added' | 'removedLines'> => ({
  before: version(was),
  after: version(now),
  ...compareLines(was, now),
});
const added = (now: string): Parameters<typeof countLinesToRead>[0] => ({
  after: version(now),
  added: [{ start: 1, end: countLines(now) }],
  removedLines: 0,
});
const count = (was: string, now: string): number => countLinesToRead(changed(was, now));
const json = (texts: number, changedAt: readonly number[] = []): string =>
  JSON.stringify(
    Array.from({ length: texts }, (_, at) => (changedAt.includes(at) ? 'Another text' : `Text number ${at}`)),
  );

describe('countLinesToRead', () => {
  it('is what changed, where lines are as they mostly are', () => {
    for (const [was, now] of [
      ['a\nb\nc\n', 'a\nd\nc\ne\n'],
      ['a\r\nb\r\n', 'a\r\nc\r\n'],
      [`${'a'.repeat(1999)}\n`.repeat(3), `${'b'.repeat(1999)}\n`.repeat(3)],
      ['a\n', ''],
    ] as const)
      assert.equal(count(was, now), countChangedLines(changed(was, now)));
  });

  it('ends a line at a carriage return', () => {
    assert.equal(countLinesToRead(added('a\rb\rc')), 3);
    assert.equal(countLinesToRead(added('a\rb\r\nc\nd\r')), 4);
    assert.equal(count('a\rb\rc\r', ''), 3);
    assert.equal(count('a\rb\rc\r'.repeat(1000), `${'a\rb\rc\r'.repeat(999)}a\rX\rc\r`), 4);
  });

  it('counts a very long line as one more for each 2,000 characters', () => {
    assert.equal(countLinesToRead(added(`${'w'.repeat(4100)}\nword\n`)), 4);
    assert.equal(count('Word\n', `Word\n${'w'.repeat(4100)}`), 3);
    assert.equal(count(`Word\n${'w'.repeat(4100)}`, 'Word\n'), 3);
  });

  it('takes of a long line only what changed in it', () => {
    assert.equal(count(json(50_000), json(50_000, [3, 49_990])), 2);
    const paragraph = 'Some words of a paragraph. '.repeat(100);
    assert.equal(count(`${paragraph}\nEnd\n`, `${paragraph}\nThe end\n`), 2);
    assert.equal(count(`${paragraph}\n`, `${paragraph}More.\n`), 2);
  });

  it('takes nothing of what moved, and what is new of what moved and changed', () => {
    const text = 'w'.repeat(9000);
    assert.equal(countLinesToRead({ before: version(text), added: [], removedLines: 0 }), 0);
    const after = version(`${text}\nNew\n`);
    assert.equal(countLinesToRead({ after, added: [{ start: 2, end: 2 }], removedLines: 0 }), 1);
    assert.equal(countLinesToRead({ added: [{ start: 1, end: 3 }], removedLines: 0 }), 3);
  });

  it('is quick for much', () => {
    count('', 'word\r'.repeat(1_000_000));
    count(json(200_000), json(200_000, [1, 100_000]));
  }).timeout(10_000);
});
