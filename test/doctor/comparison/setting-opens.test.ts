import assert from 'node:assert/strict';
import { settingOpens } from '../../../src/doctor/comparison/setting-opens.js';
import type { ZoneSettings } from '../../../src/policy/policy.js';

type Row = readonly [
  name: keyof ZoneSettings,
  before: Partial<ZoneSettings>,
  after: Partial<ZoneSettings>,
  opens: boolean,
];

const limit = (files: number, lines: number): Partial<ZoneSettings> => ({ sizeLimit: { files, lines } });

describe('settingOpens', () => {
  const rows: readonly Row[] = [
    ['controls', { controls: 'regulated' }, { controls: 'standard' }, true],
    ['controls', { controls: 'standard' }, { controls: 'regulated' }, false],
    ['sizeLimit', limit(5, 100), limit(6, 90), true],
    ['sizeLimit', limit(5, 100), limit(4, 101), true],
    ['sizeLimit', limit(5, 100), limit(4, 100), false],
    ['sizeLimit', limit(5, 100), {}, false],
    ['sizeLimit', {}, limit(1, 1), true],
    ['engineers', { engineers: ['@a'] }, { engineers: ['@a', '@b'] }, true],
    ['engineers', { engineers: ['@a', '@b'] }, { engineers: ['@a'] }, false],
    ['engineers', { engineers: ['@a'] }, {}, true],
    ['engineers', {}, { engineers: ['@a'] }, true],
    ['compliance', { compliance: ['@a'] }, {}, true],
    ['compliance', { compliance: ['@a'] }, { compliance: ['@b'] }, true],
    ['compliance', { compliance: ['@a', '@b'] }, { compliance: ['@b'] }, false],
    ['designSystem', {}, { designSystem: ['ui'] }, true],
    ['designSystem', { designSystem: ['ui'] }, {}, false],
    ['planningDocs', { planningDocs: ['a.md'] }, { planningDocs: ['b.md'] }, true],
    ['protectedData', { protectedData: ['x'] }, {}, true],
    ['protectedData', {}, { protectedData: ['x'] }, false],
    ['auditLog', { auditLog: ['a', 'b'] }, { auditLog: ['a'] }, true],
    ['auditLog', { auditLog: ['a'] }, { auditLog: ['a', 'b'] }, false],
    ['productionCritical', { productionCritical: ['a'] }, {}, true],
    ['productionCritical', {}, { productionCritical: ['a'] }, false],
    ['flagFiles', { flagFiles: ['a'] }, { flagFiles: ['a', 'b'] }, true],
    ['baseBranch', { baseBranch: 'main' }, { baseBranch: 'next' }, true],
    ['pilot', {}, { pilot: { from: '2027-01-01', to: '2027-02-01' } }, false],
    ['labels', {}, { labels: [{ own: 'size:S', name: 'automerge' }] }, true],
    ['labels', { labels: [{ own: 'size:S', name: 'a' }] }, { labels: [{ own: 'size:M', name: 'a' }] }, false],
    ['labels', { labels: [{ own: 'size:S', name: 'a' }] }, {}, false],
    ['confirmationSubject', {}, { confirmationSubject: 'docs: confirm' }, false],
  ];
  for (const [name, before, after, opens] of rows) {
    it(`${opens ? 'says that it opens' : 'lets pass'} ${name} from ${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
      assert.equal(settingOpens(name, before, after), opens);
    });
  }
});
