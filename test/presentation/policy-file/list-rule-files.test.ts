import assert from 'node:assert/strict';
import type { ZoneRule } from '../../../src/policy/policy.js';
import { collectHandles } from '../../../src/presentation/policy-file/collect-handles.js';
import { describeOwnerLine } from '../../../src/presentation/policy-file/describe-owner-line.js';
import { listRuleFiles } from '../../../src/presentation/policy-file/list-rule-files.js';
import { createRule } from '../../support/create-rule.js';

const paths = Array.from({ length: 10 }, (_, at) => `src/${at}.ts`).concat('src/auth/a.ts', 'docs/a.md');

describe('listRuleFiles', () => {
  const rules = [createRule('allow', 'src/**'), createRule('forbid', 'src/auth/**'), createRule('pair', 'docs/**')];
  const [allow, forbid, pair] = rules as [ZoneRule, ZoneRule, ZoneRule];

  it('names a few of what an allow opens, and what is taken back', () => {
    const found = listRuleFiles(allow, rules, paths);
    assert.deepEqual(
      [found.open.length, found.open[0], found.closed, found.more],
      [8, 'src/0.ts', ['src/auth/a.ts'], 2],
    );
  });

  it('names what closes', () => {
    assert.deepEqual(listRuleFiles(forbid, rules, paths), { open: [], closed: ['src/auth/a.ts'], more: 0 });
    assert.deepEqual(listRuleFiles(pair, rules, paths), { open: [], closed: ['docs/a.md'], more: 0 });
  });
});

describe('describeOwnerLine', () => {
  const backed = ['a', 'b', 'c', 'd'].map((glob) => ({
    rule: createRule('forbid', glob),
    count: 1,
    openCount: 0,
    closedBy: [],
    backedBy: [],
    gap: undefined,
  }));
  it('says what the line decides, and which forbids rest on it', () => {
    assert.equal(describeOwnerLine(0, backed), 'Decides no file');
    assert.equal(describeOwnerLine(1, []), 'Decides 1 file');
    assert.equal(describeOwnerLine(2, backed.slice(0, 1)), 'Decides 2 files; backs `a`');
    assert.equal(describeOwnerLine(2, backed), 'Decides 2 files; backs `a`, `b`, `c` and 1 more');
  });
});

describe('collectHandles', () => {
  it('finds nobody where there is no policy', () => {
    assert.deepEqual(collectHandles({ zone: undefined, codeowners: undefined }), []);
  });
});
