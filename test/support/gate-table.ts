import assert from 'node:assert/strict';
import type { Evidence } from '../../src/gate/evidence.js';
import { runGate } from './pull-request.js';
import type { TemporaryRepository } from './temporary-repository.js';

/** A branch that is checked out, with evidence by which it is ready: what a row of a table starts from. */
export interface GoodStart {
  readonly repository: TemporaryRepository;
  readonly good: Evidence;
}

export interface GateRow {
  readonly title: string;
  /** What is made of the good evidence. */
  readonly evidence: (good: Evidence, repository: TemporaryRepository) => unknown;
  /** 0 ready, 1 not ready, 2 could not run, 3 waits. */
  readonly code: number;
  /** What people read. */
  readonly reads: RegExp;
}

/** A test for each row, all on one repository, after one that its good start is ready. */
export function testGateRows(start: () => Promise<GoodStart>, rows: readonly GateRow[]): void {
  let from: GoodStart;
  before(async () => {
    from = await start();
  });
  it('is ready by the good evidence', async () => {
    const { code, stdout, stderr } = await runGate(from.repository, from.good, []);
    assert.equal(code, 0, stdout + stderr);
  });
  for (const { title, evidence, code, reads } of rows) {
    it(title, async () => {
      const result = await runGate(from.repository, evidence(from.good, from.repository), []);
      const read = result.stdout + result.stderr;
      assert.match(read, reads);
      assert.equal(result.code, code, read);
    });
  }
}
