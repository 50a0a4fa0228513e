import assert from 'node:assert/strict';
import { findTargets, type OpenPullRequest } from '../../src/ci/find-targets.js';

const [a, b, group] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];
const open: readonly OpenPullRequest[] = [
  { number: 1, commit: a, base: 'main' },
  { number: 2, commit: b, base: 'main' },
  { number: 3, commit: a, base: 'main' },
  { number: 4, commit: a, base: 'release' },
  { number: 5, commit: b, base: 'feature' },
];
const isGated = (base: string): boolean => base !== 'feature';
const short = (work: Parameters<typeof findTargets>[0], queued?: readonly number[]): readonly string[] =>
  findTargets(work, open, isGated, queued).targets.map(
    ({ commit, base, pullRequests }) =>
      `${commit[0] ?? ''} ${base}: ${pullRequests.map((each) => each.number).join(' ')}`,
  );

describe('findTargets', () => {
  it('judges with a pull request all others of its head and base, since they share one status', () => {
    assert.deepEqual(short({ kind: 'pull-request', number: 1 }), ['a main: 1 3']);
    assert.deepEqual(short({ kind: 'pull-request', number: 2 }), ['b main: 2']);
    assert.deepEqual(short({ kind: 'preview', number: 4 }), ['a release: 4']);
  });

  it('judges every base of a head that something happened to', () => {
    assert.deepEqual(short({ kind: 'head', commit: a }), ['a main: 1 3', 'a release: 4']);
    const none = findTargets({ kind: 'head', commit: group }, open, isGated);
    assert.deepEqual([none.targets.length, none.notes.length], [0, 1]);
  });

  it('judges all that go to a gated base', () => {
    assert.deepEqual(short({ kind: 'all' }), ['a main: 1 3', 'b main: 2', 'a release: 4']);
    assert.deepEqual(findTargets({ kind: 'all' }, open, isGated).notes, [
      '4 of 5 open pull requests go to a gated base.',
    ]);
  });

  it('takes back what was said of a head that no open pull request has any more', () => {
    const gone = { kind: 'pull-request', number: 9, left: { commit: group, base: 'main' } } as const;
    assert.deepEqual(short(gone), ['c main: ']);
    // Another still has it: that one is judged. A base without a gate has no status to take back.
    assert.deepEqual(short({ ...gone, left: { commit: a, base: 'main' } }), ['a main: 1 3']);
    assert.deepEqual(short({ ...gone, left: { commit: group, base: 'feature' } }), []);
    assert.deepEqual(short({ kind: 'pull-request', number: 2, left: { commit: b, base: 'release' } }), [
      'b main: 2',
      'b release: ',
    ]);
  });

  it('says why there is nothing to judge', () => {
    const notes = (number: number): readonly string[] =>
      findTargets({ kind: 'pull-request', number }, open, isGated).notes;
    assert.deepEqual(notes(9), ['Pull request 9 is not open.']);
    assert.deepEqual(notes(5), ['Pull request 5 goes to feature, before which the gate does not stand.']);
    const nothing = findTargets({ kind: 'nothing', why: 'it is late' }, open, isGated);
    assert.deepEqual(nothing, { targets: [], notes: ['Nothing is to be judged: it is late.'] });
  });

  it('judges the head of a merge queue’s group by all of its pull requests', () => {
    const work = { kind: 'merge-group', commit: group, base: 'main' } as const;
    assert.deepEqual(short(work, [1, 2]), ['c main: 1 2']);
    // One is not open, goes elsewhere, or the queue is unknown: nothing speaks for the group.
    for (const queued of [[1, 9], [4], []]) assert.deepEqual(short(work, queued), ['c main: ']);
    assert.deepEqual(short(work), ['c main: ']);
    assert.deepEqual(short({ ...work, base: 'feature' }, [5]), []);
  });
});
