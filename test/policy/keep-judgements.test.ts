import assert from 'node:assert/strict';

import type { PathFacts } from '../../src/policy/decide-standing.js';
import { keepJudgements } from '../../src/policy/keep-judgements.js';
import type { Judgement } from '../../src/policy/policy.js';

const reason = { file: 'CLAUDE.md', line: 1, text: 'a rule' };
const ordinary: PathFacts = {
  hostile: undefined,
  control: undefined,
  ownership: { owners: [], rules: [] },
  closings: [],
  openings: [],
  inFeatureFolder: false,
};

/** Decides each time anew, so that what was kept can be told from what was not. */
const decide = (): Judgement => ({ standing: 'pair', row: 8, conditions: [], owners: [], because: [] });

describe('keepJudgements', () => {
  it('decides once what owners and a reason of the names decide', () => {
    const judge = keepJudgements(decide);
    const control = { ...ordinary, control: 'is read by tools' };
    assert.equal(judge(ordinary), judge({ ...ordinary }));
    assert.equal(judge(control), judge({ ...control }));
    assert.notEqual(judge(ordinary), judge(control));
    assert.notEqual(judge(ordinary), judge({ ...ordinary, ownership: { owners: [], rules: [] } }));
  });

  it('decides each time where more than that decides', () => {
    const judge = keepJudgements(decide);
    for (const facts of [
      { ...ordinary, hostile: 'is long' },
      { ...ordinary, inFeatureFolder: true },
      { ...ordinary, closings: [{ kind: 'forbid', reason } as const] },
      { ...ordinary, openings: [{ kind: 'allow', reason, conditions: [] } as const] },
    ]) {
      assert.notEqual(judge(facts), judge(facts));
      assert.notEqual(judge(facts), judge(ordinary));
    }
  });

  it('forgets rather than grow without end', () => {
    const judge = keepJudgements(decide);
    const first = judge(ordinary);
    for (let number = 0; number <= 1 << 16; number += 1) judge({ ...ordinary, ownership: { owners: [], rules: [] } });
    assert.notEqual(judge(ordinary), first);
  });
});
