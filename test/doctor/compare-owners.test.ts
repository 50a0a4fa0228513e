import assert from 'node:assert/strict';
import { compareOwners } from '../../src/doctor/compare-owners.js';
import { comparePolicies } from '../../src/doctor/compare-policies.js';
import { describeComparison } from '../../src/doctor/describe-comparison.js';
import type { Policy } from '../../src/policy/policy.js';
import { policyOf } from '../support/policy-of.js';

const paths = ['.github/CODEOWNERS', 'CLAUDE.md', 'src/a.ts', 'src/b/c.ts', 'src/b/d.ts'];
const tracked = { paths, special: new Map<string, string>() };
const owned = (...lines: readonly string[]): Policy => policyOf('', `${lines.join('\n')}\n`);

describe('compareOwners', () => {
  it('says nothing where the owners are the same, in any order', () => {
    assert.deepEqual(compareOwners(owned('* @a @b'), owned('* @b @a'), tracked), []);
  });

  it('puts paths together that are alike', () => {
    assert.deepEqual(compareOwners(owned('* @a', '/src/b/ @b'), owned('* @a'), tracked), [
      { before: ['@b'], after: ['@a'], paths: ['src/b/c.ts', 'src/b/d.ts'], opens: false },
    ]);
  });

  it('takes it for opening where nobody owns a path any more, or somebody new owns the policy', () => {
    assert.deepEqual(compareOwners(owned('/src/b/ @b', 'CLAUDE.md @a'), owned('CLAUDE.md @a @eve'), tracked), [
      { before: ['@a'], after: ['@a', '@eve'], paths: ['CLAUDE.md'], opens: true },
      { before: ['@b'], after: [], paths: ['src/b/c.ts', 'src/b/d.ts'], opens: true },
    ]);
  });

  it('takes it for none where the policy gets an owner, or has one less', () => {
    const found = compareOwners(owned('CLAUDE.md @a @b'), owned('CLAUDE.md @a', '.github/ @a'), tracked);
    assert.deepEqual(
      found.map(({ opens }) => opens),
      [false, false],
    );
  });

  it('takes it for opening where fewer of the same owners are asked', () => {
    const rows: readonly (readonly [
      before: readonly string[],
      after: readonly string[],
      opens: boolean | undefined,
    ])[] = [
      [['[Home][2]', '/src/b/ @a @b'], ['[Home]', '/src/b/ @a @b'], true],
      [['[Home]', '/src/b/ @a @b'], ['^[Home]', '/src/b/ @a @b'], true],
      [['[Home]', '/src/b/ @a', '[Pay]', '/src/b/ @b'], ['[Home]', '/src/b/ @a @b'], true],
      [['[Home]', '/src/b/ @a @b'], ['[Home][2]', '/src/b/ @a @b'], false],
      [['[Home]', '/src/b/ @a', '[Pay]', '/src/b/ @a'], ['[Home]', '/src/b/ @a'], undefined],
      [['[Home][2]', '/src/b/ @a @b'], ['[House][2]', '/src/b/ @b @a'], undefined],
    ];
    for (const [before, after, opens] of rows) {
      const [found] = compareOwners(owned(...before), owned(...after), tracked);
      assert.equal(found?.opens, opens, `${before.join()} → ${after.join()}`);
    }
    const lines = describeComparison(
      comparePolicies(owned('[H][2]', '/src/b/ @a @b'), owned('/src/b/ @a @b'), tracked, '2027-01-11'),
    );
    assert.ok(
      lines.includes('  Owners of src/b/c.ts, src/b/d.ts: @a, @b → @a, @b; approvals asked for: 2 → 1'),
      lines.join('\n'),
    );
  });

  it('is read by folders, as many as one reads', () => {
    const many = Array.from({ length: 30 }, (_, at) => `${at}/a.ts`);
    const comparison = comparePolicies(
      owned('* @a'),
      owned('# Nobody'),
      { paths: many, special: new Map() },
      '2027-01-11',
    );
    const lines = describeComparison(comparison).filter((line) => line.includes('Owners of'));
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /^ {2}Owners of 0\/, 1\/, .*, 11\/, and 18 more folders: @a → nobody$/);
  });
});
