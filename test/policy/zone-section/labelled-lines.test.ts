import assert from 'node:assert/strict';
import { demandsOn, describeProse, describeRules, readSection } from '../../support/read-policy.js';

describe('lines of a label and its paths', () => {
  it('say each of its own paths what holds', () => {
    const zone = readSection(
      'Free: `docs/`, `api/examples/`\nWith engineer: `configs/plans.yaml`, `mail/*.html`\nNever: everything else, especially `internal/ledger` and `migrations`\n',
    );
    assert.deepEqual(describeRules(zone), [
      '+ docs/',
      '+ api/examples/',
      '~ configs/plans.yaml',
      '~ mail/*.html',
      '- internal/ledger',
      '- migrations',
    ]);
    assert.deepEqual(describeProse(zone), []);
  });

  it('may be bold, and keep what stands behind a path', () => {
    const zone = readSection('**PMs can:** `docs/**` (once Legal agrees)\n**Can’t:** `src/**`\n');
    assert.deepEqual(demandsOn(zone, 'docs/a.md'), ['once Legal agrees']);
  });

  it('keep what a refusal says besides', () => {
    const zone = readSection('PMs can: `docs/**`\nNever: `src/**`, nor docs in May\n');
    assert.notDeepEqual(demandsOn(zone, 'docs/a.md'), []);
  });

  for (const body of [
    'Free: `docs/**`',
    'Free: `docs/**`\nFree: `guides/**`',
    'Free: `docs/**`\nWith engineer: `src/**`',
    'Free: `docs/**`\nNever: `src/**`\nAsk Erin first.',
    'Yes: `docs/**`\nNo: `src/**`',
    '### Linted by CI\n\nYes: `docs/**`\nNo: `src/**`',
    'Which folders can the linter rewrite?\n\nCan: `docs/**`\nNever: `src/**`',
    'Free on Mondays: `docs/**`\nNever: `src/**`',
    'Free: ~~`docs/**`~~\nNever: `src/**`',
    '~~Free:~~ `docs/**`\nNever: `src/**`',
  ])
    it(`open nothing in any other form: ${body.replaceAll('\n', ' ')}`, () =>
      assert.ok(!describeRules(readSection(body)).includes('+ docs/**')));

  it('open nothing under a heading that closes', () => {
    const body = '### Together with an engineer\n\nFree for PMs: `docs/**`\nNever: `src/**`\n';
    assert.deepEqual(describeRules(readSection(body)), ['~ docs/**', '- src/**']);
  });
});
