import assert from 'node:assert/strict';
import { JobError } from '../../src/ci/job-error.js';
import { planWork, type GateWork } from '../../src/ci/plan-work.js';

const head = 'a'.repeat(40);
const plan = (name: string, payload: unknown, asked?: number): GateWork => planWork({ name, payload }, asked);
const pull = { number: 7, head: { sha: head }, base: { ref: 'main' } };
const target = (action: string, more: object = {}, changed: object = {}): GateWork =>
  plan('pull_request_target', { action, pull_request: { ...pull, ...changed }, ...more });

describe('planWork', () => {
  it('takes from an event of a pull request its number alone', () => {
    for (const action of ['opened', 'synchronize', 'edited', 'ready_for_review', 'labeled', 'something-new']) {
      assert.deepEqual(target(action, { sender: { login: 'erin' } }), { kind: 'pull-request', number: 7 });
    }
    assert.deepEqual(target('edited', { changes: { title: { from: 'x' } } }), { kind: 'pull-request', number: 7 });
  });

  it('remembers the base that a pull request was taken from', () => {
    const work = target('edited', { changes: { base: { ref: { from: 'dev' }, sha: { from: head } } } });
    assert.deepEqual(work, { kind: 'pull-request', number: 7, left: { commit: head, base: 'dev' } });
  });

  it('remembers what a closed pull request was, unless it is merged', () => {
    const work = target('closed', {}, { merged: false });
    assert.deepEqual(work, { kind: 'pull-request', number: 7, left: { commit: head, base: 'main' } });
    assert.deepEqual(target('closed', {}, { merged: true }), { kind: 'nothing', why: 'pull request 7 is merged' });
  });

  it('looks for the pull requests of the commit that woke it, whatever the run says of them', () => {
    const run = {
      event: 'pull_request_review',
      head_sha: head,
      head_branch: 'pm/home',
      pull_requests: [{ number: 1 }],
    };
    for (const event of ['pull_request_review', 'push', 'workflow_dispatch']) {
      assert.deepEqual(plan('workflow_run', { workflow_run: { ...run, event } }), { kind: 'head', commit: head });
    }
    assert.deepEqual(plan('workflow_run', { workflow_run: { ...run, head_branch: null } }), {
      kind: 'head',
      commit: head,
    });
  });

  it('finds a merge queue’s group behind the stub that it woke', () => {
    const of = (event: string, head_branch: string): GateWork =>
      plan('workflow_run', { workflow_run: { event, head_sha: head, head_branch } });
    const queue = `gh-readonly-queue/release/1.0/pr-12-${head}`;
    assert.deepEqual(of('merge_group', queue), { kind: 'merge-group', commit: head, base: 'release/1.0' });
    // A branch that only borrows the name, and a run of another event on it.
    assert.deepEqual(of('merge_group', 'gh-readonly-queue/main'), { kind: 'head', commit: head });
    assert.deepEqual(of('push', queue), { kind: 'head', commit: head });
    const group = { head_sha: head, base_ref: 'refs/heads/main' };
    assert.deepEqual(plan('merge_group', { merge_group: group }), { kind: 'merge-group', commit: head, base: 'main' });
  });

  it('judges all where the policy may have changed, on the clock, and by hand', () => {
    assert.deepEqual(plan('push', { ref: 'refs/heads/main' }), { kind: 'all' });
    assert.equal(plan('push', { ref: 'refs/heads/x', deleted: true }).kind, 'nothing');
    for (const name of ['schedule', 'repository_dispatch', 'workflow_dispatch']) {
      assert.deepEqual(plan(name, undefined), { kind: 'all' });
    }
    assert.deepEqual(plan('workflow_dispatch', {}, 3), { kind: 'pull-request', number: 3 });
    assert.deepEqual(plan('schedule', {}, 3), { kind: 'all' });
  });

  it('only shows where the pull request could have written the workflow', () => {
    for (const name of ['pull_request', 'pull_request_review']) {
      assert.deepEqual(plan(name, { pull_request: pull }), { kind: 'preview', number: 7 });
    }
  });

  it('refuses other events and other forms', () => {
    const refused: readonly (readonly [string, unknown])[] = [
      ['issue_comment', { issue: { number: 7 } }],
      ['', {}],
      ['pull_request_target', undefined],
      ['pull_request_target', { pull_request: { ...pull, number: '7' } }],
      ['pull_request_target', { pull_request: { ...pull, number: -7 } }],
      ['pull_request', {}],
      ['workflow_run', { workflow_run: { event: 'push', head_sha: '--upload-pack=x', head_branch: 'x' } }],
      ['merge_group', { merge_group: { head_sha: 'HEAD', base_ref: 'main' } }],
      ['push', []],
    ];
    for (const [name, payload] of refused) {
      assert.throws(() => plan(name, payload), JobError, `${name} ${JSON.stringify(payload)}`);
    }
  });
});
