import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitLines } from '../../../src/text/editor-text.js';
import { diffHunks, revertHunks, touchesLines } from '../../../src/change/diff-hunks.js';
import { applyEdits } from '../../../src/text/text-edit.js';
import {
  placeFindings,
  relocateFindings,
  type PlacingInput,
} from '../../../src/presentation/findings/place-findings.js';
import type { Finding } from '../../../src/review/review.js';
import { createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

async function input(parts: ReviewContextParts, ...findings: readonly Partial<Finding>[]): Promise<PlacingInput> {
  const { change, judgements, plan } = createReviewContext(parts);
  const whole = findings.map((part): Finding => ({
    check: 'zone',
    severity: 'blocker',
    message: 'm',
    because: [],
    ...part,
  }));
  return { change, judgements, plan: await plan(), review: { findings: whole } };
}

describe('problemsOf', () => {
  const none = { plan: { plan: undefined } };

  it('puts a finding on its place in the file as it is now', async () => {
    const head = { 'a.json': '\uFEFF{\r\n  "key": 1\r\n}' };
    const found = placeFindings(
      await input({ head }, { path: 'a.json', line: 2, column: 3 }, { path: 'a.json', line: 2 }),
    );
    assert.deepEqual(
      found.get('a.json')?.map(({ range }) => range),
      [
        { start: { line: 1, character: 2 }, end: { line: 1, character: 7 } },
        { start: { line: 1, character: 2 }, end: { line: 1, character: 10 } },
      ],
    );
  });

  it('puts a finding about what is only staged on the first line of its file, since its own is of another text', async () => {
    const found = placeFindings(
      await input({ head: { 'a.md': 'One two\nthree\n' } }, { path: 'a.md', line: 2, column: 3, staged: true }),
    );
    assert.deepEqual(found.get('a.md')?.[0]?.range.start, { line: 0, character: 0 });
  });

  it('puts a finding about a file that is there on its first line', async () => {
    const found = placeFindings(await input({ head: { 'a.md': 'One two\n' } }, { path: 'a.md' }));
    assert.deepEqual(found.get('a.md')?.[0]?.range, {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 7 },
    });
  });

  it('puts a finding about a file that the change leaves alone by its numbers', async () => {
    const found = placeFindings(
      await input({ head: { 'a.md': 'a' } }, { path: 'b.ts', line: 4, column: 3 }, { path: 'b.ts', line: 4 }),
    );
    assert.deepEqual(
      found.get('b.ts')?.map(({ range }) => range.start),
      [
        { line: 3, character: 2 },
        { line: 3, character: 0 },
      ],
    );
  });

  it('puts what is about no file, or one that is gone, on the planning doc', async () => {
    const parts = { base: { 'gone.md': 'a' }, head: { 'a.md': 'a' } };
    const found = placeFindings(await input(parts, {}, { path: 'gone.md' }));
    assert.deepEqual([...found.keys()], ['src/features/home/PLANNING.md']);
    assert.equal(found.get('src/features/home/PLANNING.md')?.length, 2);
  });

  it('puts it on the first file that the PM may edit where there is no plan, else on any that is there', async () => {
    const judgements = { 'a.md': { standing: 'locked' as const } };
    const both = { base: { '0.md': 'a' }, head: { 'a.md': 'a', 'b.md': 'b' } };
    assert.deepEqual([...placeFindings(await input({ ...both, ...none, judgements }, {})).keys()], ['b.md']);
    assert.deepEqual(
      [...placeFindings(await input({ head: { 'a.md': 'a' }, ...none, judgements }, {})).keys()],
      ['a.md'],
    );
    assert.equal(placeFindings(await input({ base: { 'a.md': 'a' }, ...none }, {})).size, 0);
  });
});

describe('relocate', () => {
  const problem = (line: number) => ({
    finding: {} as Finding,
    path: 'a',
    range: { start: { line, character: 1 }, end: { line, character: 2 } },
  });
  const lines = (before: string, after: string): readonly number[] =>
    relocateFindings(
      splitLines(before).map((_, line) => problem(line)),
      before,
      after,
    ).map(({ range }) => range.start.line);

  it('goes with the lines that are still there', () => {
    assert.deepEqual(lines('a\nb\nc', 'a\nb\nc'), [0, 1, 2]);
    assert.deepEqual(lines('a\nb', 'a\nb\nc'), [0, 1]);
  });

  it('stays on a line that is written otherwise, wherever that stands now', () => {
    assert.deepEqual(lines('a\nb\nc', 'new\na\nB\nc'), [1, 2, 3]);
    assert.deepEqual(lines('a\nb\nc\nd', 'a\nB\nd'), [0, 1, 1, 2]);
    assert.deepEqual(lines('a\nb', 'A\nb'), [0, 1]);
    assert.deepEqual(lines('a\nb', 'X\nY'), [0, 1]);
  });

  it('leaves out what stood on a line that was taken out', () => {
    assert.deepEqual(lines('a\nb\nc', 'a\nc'), [0, 1]);
    assert.deepEqual(lines('a\nb\nc', 'a\n\nc'), [0, 2]);
    assert.deepEqual(lines('a\nb', ''), []);
  });
});

describe('hunks', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 15 })
    .chain((all) => fc.boolean().map((ended) => all.join('\n') + (ended ? '\n' : '')));

  it('put back, all together, give the old text', () => {
    fc.assert(
      fc.property(text, text, (before, now) => {
        assert.equal(applyEdits(now, revertHunks(before, now, diffHunks(before, now))), before);
      }),
    );
  });

  it('touch the lines that they change, and those beside what they took out', () => {
    const hunk = { oldFrom: 0, oldTo: 1, from: 2, to: 4 };
    assert.deepEqual(
      [1, 2, 3, 4].map((line) => touchesLines(hunk, line, line)),
      [false, true, true, false],
    );
    const taken = { oldFrom: 0, oldTo: 1, from: 2, to: 2 };
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => touchesLines(taken, line, line)),
      [false, true, true, false],
    );
  });
});
