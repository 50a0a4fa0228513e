import assert from 'node:assert/strict';
import { breachesOf } from './program-breaches.js';

describe('measures', () => {
  const counts = 'const DailyMeasures = { commits: 0, isActive: false, step: -1 };';
  const store =
    'class Store { x = 1; recordCommit() { return this.updateMeasures(m => ({ commits: m.commits + 1 })) } }';
  const withMethod = (method: string): string => store.replace(/ \}$/, ` ${method} }`);

  it('grow by a number or a yes-or-no among others', () => {
    for (const added of ['forks: 0', 'isNew: true', 'last: -1'])
      assert.deepEqual(breachesOf(counts, counts.replace(' }', `, ${added} }`)), [], added);
    const mixed = counts.replace('false', "'no'");
    for (const [before, added] of [
      [counts, "name: 'x'"],
      [counts, 'last: +1'],
      [mixed, 'forks: 0'],
      [counts.replace('DailyMeasures', 'Signup'), 'forks: 0'],
    ] as const)
      assert.equal(breachesOf(before, before.replace(' }', `, ${added} }`)).length, 1, `${before} ${added}`);
  });

  it('may be recorded by a new method of their store that does nothing else', () => {
    for (const method of [
      'recordFork() { return this.updateMeasures(m => ({ forks: m.forks + 1 })) }',
      'public async recordFork(): Promise<void> { this.updateDailyMeasures(() => ({ isForked: true, last: -1 })); }',
    ])
      assert.deepEqual(breachesOf(store, withMethod(method)), [], method);
  });

  it('leave every other new method to an engineer', () => {
    for (const method of [
      'fork() { return this.updateMeasures(m => ({ forks: m.forks + 1 })) }',
      'static recordFork() { return this.updateMeasures(m => ({ forks: m.forks + 1 })) }',
      'get recordFork() { return this.updateMeasures(m => ({ forks: m.forks + 1 })) }',
      '@run() recordFork() { return this.updateMeasures(m => ({ forks: m.forks + 1 })) }',
      'recordFork(by = run()) { return this.updateMeasures(m => ({ forks: m.forks + 1 })) }',
      'recordFork() { run(); return this.updateMeasures(m => ({ forks: m.forks + 1 })) }',
      'recordFork() { return this.updateMeasures }',
      'recordFork() { throw this.updateMeasures(m => ({ forks: m.forks + 1 })) }',
      'recordFork() { }',
      'recordFork() { return store.updateMeasures(m => ({ forks: m.forks + 1 })) }',
      'recordFork() { return this[updateMeasures](m => ({ forks: m.forks + 1 })) }',
      'recordFork() { return this.updatePage(m => ({ forks: m.forks + 1 })) }',
      'recordFork() { return this.dropMeasures(m => ({ forks: m.forks + 1 })) }',
      'recordFork() { return this.updateMeasures(m => ({ forks: m.forks + 1 }), run()) }',
      'recordFork() { return this.updateMeasures(change) }',
      'recordFork() { return this.updateMeasures(m => run()) }',
      'recordFork() { return this.updateMeasures((m, n = run()) => ({ forks: m.forks + 1 })) }',
      'recordFork() { return this.updateMeasures(({ m = run() }) => ({ forks: m.forks + 1 })) }',
      'recordFork() { return this.updateMeasures(m => ({ ...m })) }',
      'recordFork() { return this.updateMeasures(m => ({ [run()]: 1 })) }',
      'recordFork() { return this.updateMeasures(m => ({ forks() {} })) }',
      'recordFork() { return this.updateMeasures(m => ({ forks: run() })) }',
      'recordFork() { return this.updateMeasures(m => ({ forks: m.forks - 1 })) }',
      'recordFork() { return this.updateMeasures(m => ({ forks: m.forks + 2 })) }',
      'recordFork() { return this.updateMeasures(m => ({ forks: m.commits + 1 })) }',
      'recordFork() { return this.updateMeasures(m => ({ forks: m[forks] + 1 })) }',
      'recordFork() { return this.updateMeasures(m => ({ forks: forks + 1 })) }',
      'recordFork() { return this.updateMeasures(m => ({ forks: page.forks + 1 })) }',
    ])
      assert.equal(breachesOf(store, withMethod(method)).length, 1, method);
    const old = 'recordCommit() { return this.updateMeasures(m => ({ commits: 0 })) }';
    assert.equal(breachesOf(store, withMethod(old)).length, 1);
    assert.equal(breachesOf('class A extends B { x = 1 }', `class A extends B { x = 1; ${old} }`).length, 1);
  });
});
