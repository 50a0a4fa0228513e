import assert from 'node:assert/strict';
import { filesWithStaged, type Change } from '../../../src/change/change.js';
import { joinStaged } from '../../../src/review/engine/join-staged.js';
import type { Finding, Review, ReviewItem } from '../../../src/review/review.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

const item = (id: string, verdict: ReviewItem['verdict']): ReviewItem => ({
  id,
  section: 'Scope',
  text: id,
  check: id,
  verdict,
});
const finding = (part: Partial<Finding>): Finding => ({
  check: 'secrets',
  severity: 'blocker',
  message: 'A key.',
  because: [],
  ...part,
});
const review = (part: Partial<Review> = {}): Review => ({
  verdict: 'ready',
  moment: 'push',
  base: { ref: 'main', commit: 'a' },
  head: { ref: 'worktree', commit: 'b' },
  policy: { ref: 'main', commit: 'a', preview: false },
  author: { names: [], kind: 'pilot-pm' },
  files: 1,
  items: [],
  findings: [],
  crashes: [],
  ...part,
});
const changeOf = (disk: SideFiles, staged: SideFiles): Change => ({
  ...createReviewContext({ head: disk }).change,
  staged: createReviewContext({ head: staged }).change,
});

describe('joinStaged', () => {
  it('has the worse of both verdicts, all items with theirs, every file and every crash once', () => {
    const joined = joinStaged(
      review({
        verdict: 'needs-fix',
        items: [item('a', 'pass'), item('b', 'blocker'), item('c', 'attest')],
        crashes: [{ check: 'x', message: 'no' }],
      }),
      review({
        verdict: 'blocked',
        items: [item('a', 'needs-fix'), item('b', 'pass'), item('c', 'attested'), item('d', 'pass')],
        crashes: [
          { check: 'x', message: 'no' },
          { check: 'y', message: 'no' },
        ],
      }),
      changeOf({ one: '1', both: '1' }, { both: '2', two: '1' }),
    );
    assert.equal(joined.verdict, 'blocked');
    assert.deepEqual(
      joined.items.map(({ id, verdict }) => [id, verdict]),
      [
        ['a', 'needs-fix'],
        ['b', 'blocker'],
        ['c', 'attest'],
        ['d', 'pass'],
      ],
    );
    assert.equal(joined.files, 3);
    assert.deepEqual(
      joined.crashes.map(({ check }) => check),
      ['x', 'y'],
    );
    assert.equal(joinStaged(review({ verdict: 'blocked' }), review(), changeOf({}, {})).verdict, 'blocked');
  });

  it('says once what both have on a line that reads the same, and marks what only the staged version has', () => {
    const joined = joinStaged(
      review({
        findings: [
          finding({ path: 'a', line: 2 }),
          finding({ path: 'elsewhere', line: 4 }),
          finding({ path: 'a' }),
          finding({ check: 'size', message: '410 lines' }),
        ],
      }),
      review({
        findings: [
          finding({ path: 'a', line: 1 }),
          finding({ path: 'a', line: 2 }),
          finding({ path: 'a', line: 9 }),
          finding({ path: 'elsewhere', line: 4 }),
          finding({ path: 'a' }),
          finding({ check: 'size', message: '420 lines' }),
          finding({ check: 'planning-linked', message: 'No plan.' }),
        ],
      }),
      changeOf({ a: 'new\nkey one\n' }, { a: 'key one\nkey two\n' }),
    );
    const marked = joined.findings.filter(({ staged }) => staged);
    assert.deepEqual(
      marked.map(({ path, line, message }) => [path, line, message.replace(/ Commit by .*/, '')]),
      [
        ['a', 2, 'In the next commit, but not as on your disk: A key.'],
        ['a', 9, 'In the next commit, but not as on your disk: A key.'],
        [undefined, undefined, 'In the next commit, but not as on your disk: No plan.'],
      ],
    );
    assert.equal(joined.findings.length, 7);
  });
});

describe('filesWithStaged', () => {
  it('has each path once, as it is on the disk where it differs there', () => {
    const change = changeOf({ a: 'disk' }, { a: 'staged', b: 'staged' });
    assert.deepEqual(
      filesWithStaged(change).map(({ path, after }) => [path, after?.text]),
      [
        ['a', 'disk'],
        ['b', 'staged'],
      ],
    );
    assert.equal(filesWithStaged({ files: change.files }), change.files);
  });
});
