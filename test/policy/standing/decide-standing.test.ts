import assert from 'node:assert/strict';

import { decideStanding } from '../../../src/policy/standing/decide-standing.js';
import { createRosterRow } from '../../support/review-context.js';
import type { ClosingRule, TipRules } from '../../../src/policy/standing/tip-rules.js';

/** The table of a policy without rules; only what a locked path needs is ever looked at. */
const tip = { file: 'CLAUDE.md', zone: undefined, error: undefined, codeowners: undefined } as unknown as TipRules;

const decide = (closings: readonly ClosingRule[]) =>
  decideStanding(
    tip,
    { rostered: false, row: undefined },
    {
      unsafe: undefined,
      protected: undefined,
      ownership: { owners: [], rules: [] },
      closings,
      openings: [],
      inFeatureFolder: false,
    },
  );

describe('decideStanding', () => {
  it('opens nothing to whom the roster revokes', () => {
    const row = { ...createRosterRow({ pm: 'Maya', revoked: true }), line: 7 };
    const openings = [
      { kind: 'planning-doc', reason: { file: 'CLAUDE.md', line: 1, text: 'plans' }, conditions: [], depth: 0 },
    ] as const;
    const facts = {
      unsafe: undefined,
      protected: undefined,
      ownership: { owners: [], rules: [] },
      closings: [],
      openings,
    };
    const policy = { ...tip, zone: {} } as unknown as TipRules;
    const open = decideStanding(
      policy,
      { rostered: true, row: createRosterRow() },
      { ...facts, inFeatureFolder: true },
    );
    assert.equal(open.standing, 'editable');
    const { standing, because } = decideStanding(policy, { rostered: true, row }, { ...facts, inFeatureFolder: true });
    assert.equal(standing, 'pair');
    assert.match(because[0]?.text ?? '', /^Maya is revoked on the list of PMs/u);
  });

  for (const number of [3, 40]) {
    it(`names each of ${number} rules once, those that decide first`, () => {
      const closings = Array.from({ length: number }, (_, index): ClosingRule => ({
        kind: index === number - 1 ? 'protected' : 'forbid',
        reason: { file: 'CLAUDE.md', line: index, text: 'a rule' },
      }));
      const { standing, row, because } = decide([...closings, ...closings]);
      assert.deepEqual([standing, row], ['locked', 2]);
      assert.deepEqual(
        because.map(({ line }) => line),
        [number - 1, ...Array.from({ length: number - 1 }, (_, line) => line)],
      );
    });
  }

  it('keeps apart what differs in the file, the line or the words alone', () => {
    for (const times of [1, 20]) {
      const closings = ['a.md 1 x', 'b.md 1 x', 'a.md 2 x', 'a.md 1 y'].map((each): ClosingRule => {
        const [file = '', line, text = ''] = each.split(' ');
        return { kind: 'forbid', reason: { file, line: Number(line), text } };
      });
      assert.equal(decide(Array.from({ length: times }, () => closings).flat()).because.length, 4);
    }
  });
});
