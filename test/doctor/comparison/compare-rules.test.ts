import assert from 'node:assert/strict';
import { compareRules } from '../../../src/doctor/comparison/compare-rules.js';
import type { Policy } from '../../../src/policy/policy.js';
import { policyOf } from '../../support/policy-of.js';

describe('compareRules', () => {
  const before = policyOf('PMs can touch:\n\n- `src/home/**`\n');
  const after = policyOf('PMs can touch:\n\n- `src/later/**`\n- `src/home/**`\n');
  const saidWith = (file: string, line: number): readonly string[] => {
    const because = { file, line, text: 'Can touch' };
    const opened = [{ path: 'docs/a.md', because }];
    return compareRules(before, after, ['docs/a.md'], [{ opened, closed: [], loosened: [] }]).map(({ what }) => what);
  };

  it('tells a line that opens nothing yet, whatever the line of that number in another file opens', () => {
    const later = ['Can touch `src/later/**` (0 paths there)'];
    assert.deepEqual(saidWith('docs/zone.md', 5), later);
    assert.deepEqual(saidWith('CLAUDE.md', 6), later);
    assert.deepEqual(saidWith('CLAUDE.md', 5), []);
  });

  it('tells a line that closed what will be there, and nothing that another line closes still', () => {
    const forbids = (items: string): string => `PMs can touch:\n\n- \`src/**\`\n\nPMs cannot touch:\n\n${items}`;
    const closing = policyOf(forbids('- `src/auth/**`\n- `src/pay/**`\n'));
    const told = (items: string): readonly string[] =>
      compareRules(closing, policyOf(forbids(items)), ['src/home/a.md'], []).map(({ what }) => what);
    assert.match(
      told('- `src/pay/**`\n').join(),
      /^Cannot touch `src\/auth\/\*\*` \(what will be there, like src\/auth\/[^)]+\)$/,
    );
    assert.deepEqual(told('- `src/{auth,pay}/**`\n'), []);
  });

  it('tells a line that closes less of what will be there, though all that is there stays closed', () => {
    const forbidding = (item: string): Policy => policyOf(`PMs cannot touch:\n\n- \`${item}\`\n`);
    const told = (item: string): readonly string[] =>
      compareRules(forbidding('src/auth/**'), forbidding(item), ['src/auth/a.ts'], []).map(({ what }) => what);
    assert.deepEqual(told('src/auth/*.ts'), ['Cannot touch `src/auth/**` (of what is there, other lines close all)']);
    assert.deepEqual(told('src/auth/*/*'), ['Cannot touch `src/auth/**` (1 path, like src/auth/a.ts)']);
    const paired = policyOf('Together with an engineer:\n\n- `src/auth/**`\n');
    const gone = compareRules(paired, policyOf('Words.\n'), ['src/auth/a.ts'], []);
    assert.deepEqual(
      gone.map(({ what, before, after, opens }) => [what, before, after, opens]),
      [['Together with an engineer `src/auth/**` (1 path, like src/auth/a.ts)', 'named by the zone', undefined, true]],
    );
    assert.deepEqual(compareRules(paired, forbidding('src/**'), ['src/auth/a.ts'], []), []);
    const alike = ['src/auth/**/*', 'src/auth/*', 'src/auth/', 'src/auth/**/**', './src/auth/**'];
    for (const wider of ['src/**', 'src/auth', '**/auth/**', 's*/auth/**', '**', ...alike])
      assert.deepEqual(told(wider), [], wider);
  });
});
