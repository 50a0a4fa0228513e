import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { carryThrough, type Carried } from '../../bench/quality/carry-through.js';
import { openCaseRepository } from '../../bench/quality/case-repository.js';
import { readCases, type Case } from '../../bench/quality/case.js';
import { wilsonInterval } from '../../bench/quality/interval.js';
import { scoreCase } from '../../bench/quality/score.js';
import type { Finding, Review } from '../../src/review/review.js';
import { temporaryRepository } from '../support/temporary-repository.js';

const someCase = (more: Partial<Case> = {}): Case => ({
  id: 'app-1',
  repository: 'acme/app',
  commit: '1'.repeat(40),
  check: 'copy-catalog',
  kind: 'real',
  part: 'open',
  expect: [],
  ...more,
});

const someFinding = (more: Partial<Finding> = {}): Finding => ({
  check: 'copy-catalog',
  severity: 'needs-fix',
  message: 'It is wrong.',
  path: 'en.json',
  line: 4,
  because: [],
  ...more,
});

describe('bench: how right the checks are', () => {
  describe('the corpus', () => {
    const cases = readCases('bench/quality/corpus');

    it('has cases of many repositories, and of each check some that nobody looks at', () => {
      assert.ok(cases.length >= 600, String(cases.length));
      assert.ok(new Set(cases.map(({ repository }) => repository)).size >= 40);
      const aside = cases.filter(({ part }) => part === 'aside');
      assert.ok(aside.length >= 100 && new Set(aside.map(({ repository }) => repository)).size >= 20);
      const checks = new Set(cases.filter(({ kind }) => kind !== 'good').map(({ check }) => check));
      assert.deepEqual(new Set(aside.map(({ check }) => check)), checks);
    });

    it('names in each case a commit and what is expected of it', () => {
      for (const { id, repository, commit, part, kind, edits, expect } of cases) {
        assert.match(repository, /^[\w.-]+\/[\w.-]+$/, id);
        assert.match(commit, /^[0-9a-f]{40}$/, id);
        assert.ok(['open', 'aside'].includes(part) && ['real', 'mistake', 'good'].includes(kind), id);
        assert.equal(kind === 'mistake', edits !== undefined, id);
        assert.ok(
          expect.every(({ path }) => path.length > 0 && !path.startsWith('/')),
          id,
        );
      }
    });
  });

  describe('the score of a case', () => {
    const score = (each: Case, findings: readonly Finding[]): readonly [number, number, number] => {
      const { right, wrong, missed } = scoreCase(each, { findings } as unknown as Review);
      return [right.length, wrong.length, missed.length];
    };
    const expect = [{ path: 'en.json', key: 'home.title' }];
    const about = (name: string): Finding => someFinding({ key: { kind: 'text', name } });

    it('counts what is right, what is wrong and what is missed', () => {
      assert.deepEqual(score(someCase({ expect }), [about('home.title')]), [1, 0, 0]);
      assert.deepEqual(score(someCase({ expect }), [about('title')]), [1, 0, 0], 'a key within its scope');
      assert.deepEqual(score(someCase({ expect }), [about('home.subtitle')]), [0, 1, 1]);
      assert.deepEqual(score(someCase({ expect }), []), [0, 0, 1]);
      assert.deepEqual(score(someCase(), [someFinding()]), [0, 1, 0]);
    });

    it('tells what is missed and left to an engineer from what is missed in silence', () => {
      const note = someFinding({ severity: 'note' });
      const { missed, left, isAsked } = scoreCase(someCase({ expect }), { findings: [note] } as unknown as Review);
      assert.deepEqual([missed.length, left.length, isAsked], [1, 1, true]);
      const silent = scoreCase(someCase({ expect }), { findings: [] } as unknown as Review);
      assert.deepEqual([silent.missed.length, silent.left.length, silent.isAsked], [1, 0, false]);
    });

    it('takes a place for the same within two lines, and a file alone where there is none', () => {
      const line = someCase({ expect: [{ path: 'en.json', line: 6 }] });
      assert.deepEqual(score(line, [someFinding()]), [1, 0, 0]);
      assert.deepEqual(score(line, [someFinding({ line: 9 })]), [0, 1, 1]);
      assert.deepEqual(score(someCase({ expect: [{ path: 'en.json' }] }), [someFinding()]), [1, 0, 0]);
      assert.deepEqual(score(someCase({ expect: [{ path: 'de.json' }] }), [someFinding()]), [0, 1, 1]);
    });

    it('counts no note, no other check, and texts that are gone apart', () => {
      const lost = someFinding({ key: { kind: 'lost', name: 'home.title' } });
      assert.deepEqual(
        score(someCase(), [someFinding({ severity: 'note' }), someFinding({ check: 'size' })]),
        [0, 0, 0],
      );
      assert.deepEqual(score(someCase({ expect }), [lost]), [0, 0, 1]);
      assert.deepEqual(score(someCase({ expect, gone: true }), [lost, about('home.title')]), [1, 0, 0]);
      assert.deepEqual(score(someCase({ check: 'all' }), [someFinding({ check: 'size' })]), [0, 1, 0]);
    });

    it('holds nothing against what nobody can tell', () => {
      assert.deepEqual(score(someCase({ expect, undecided: true }), [someFinding()]), [1, 0, 0]);
    });
  });

  it('gives an interval that is wide for few cases', () => {
    assert.deepEqual(wilsonInterval(0, 0), [0, 1]);
    const [low, high] = wilsonInterval(9, 10);
    assert.ok(low > 0.59 && low < 0.6 && high > 0.98 && high < 0.99, `${low} ${high}`);
    assert.ok(wilsonInterval(900, 1000)[0] > 0.87);
  });

  it('lays a real commit, and a mistake that is put into one', () => {
    const repository = temporaryRepository();
    repository.write('en.json', '{"a": "One"}\n');
    repository.commit('One');
    repository.write('en.json', '{"a": "Two"}\n');
    const commit = repository.commit('Two');
    const scratch = openCaseRepository(join(repository.root, '.git'));
    const git = (...args: readonly string[]): string =>
      execFileSync('git', args, { cwd: scratch.root, env: scratch.environment, encoding: 'utf8' });
    scratch.lay(someCase({ commit }));
    assert.match(git('diff', 'main', 'change', '--', 'en.json'), /-\{"a": "One"\}\n\+\{"a": "Two"\}/);
    assert.match(git('show', 'main:CLAUDE.md'), /## PM zone/);
    assert.match(git('show', 'change~1:product/PLANNING.md'), /# PLANNING/);
    scratch.lay(someCase({ commit, kind: 'mistake', edits: [{ path: 'en.json', find: 'Two', put: 'Th⟦⟧ree' }] }));
    assert.match(git('diff', 'main', 'change', '--', 'en.json'), /-\{"a": "Two"\}\n\+\{"a": "Three"\}/);
    const twice = someCase({ commit, kind: 'mistake', edits: [{ path: 'en.json', find: '"', put: '' }] });
    assert.throws(() => scratch.lay(twice), /does not stand exactly once in en\.json/);
    scratch.remove();
    repository.remove();
  });

  it('carries a good change through to ready, and none with a key in it', () => {
    const repository = temporaryRepository();
    repository.write('web/home.ts', "export const title = t('title');\n");
    repository.write('web/locales/en.json', '{"title": "One"}\n');
    repository.commit('One');
    repository.write('web/locales/en.json', '{"title": "Two"}\n');
    const good = repository.commit('Two');
    repository.write('web/locales/en.json', `{"title": "ghp_16C7e42F292c6912E7710c838347Ae178B4a"}\n`);
    const bad = repository.commit('Three');
    const scratch = openCaseRepository(join(repository.root, '.git'));
    const carried = (commit: string): Carried =>
      carryThrough(scratch, someCase({ check: 'all', kind: 'good', commit }));
    const { end, left, before } = carried(good);
    assert.deepEqual([end, left], ['ready', []]);
    assert.match(before.join('\n'), /@erin-okafor: .*sign off/);
    const ended = carried(bad);
    assert.equal(ended.end, 'not ready');
    assert.match(ended.left.join(), /secrets: .*GitHub token/);
    assert.match(ended.before[0] ?? '', /not ready before/);
    scratch.remove();
    repository.remove();
  });
});
