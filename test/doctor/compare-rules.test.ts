import assert from 'node:assert/strict';
import { compareRules } from '../../src/doctor/compare-rules.js';
import { policyOf } from '../support/policy-of.js';

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
});
