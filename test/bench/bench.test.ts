import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { recordGit } from '../../bench/record-git.js';
import { makeGitRepository, type GitRepository } from '../../bench/git-repository.js';
import { generateCodeowners, generatePaths } from '../../bench/generate.js';
import { mixedOrder } from '../../bench/random.js';
import { ratios, spread } from '../../bench/statistics.js';
import { toGlobs, toRegExp } from '../../bench/translate.js';
import { featureChange, featureFiles } from '../../bench/pm-files.js';
import { short } from '../../bench/data-sets.js';

describe('bench: generated repositories', () => {
  const paths = generatePaths(2000, 1);

  it('are the same in every run and differ by their seed', () => {
    assert.deepEqual(generatePaths(2000, 1), paths);
    assert.notDeepEqual(generatePaths(2000, 3), paths);
    assert.equal(generateCodeowners(300, paths, 2), generateCodeowners(300, paths, 2));
    assert.notEqual(generateCodeowners(300, paths, 2), generateCodeowners(300, paths, 4));
  });

  it('have as many paths as asked for, each once, sorted, none above another', () => {
    assert.equal(new Set(paths).size, 2000);
    assert.deepEqual([...paths].sort(), paths);
    const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))));
    assert.ok(paths.every((path) => /^[\w./-]+$/.test(path) && !folders.has(path)));
    assert.ok(folders.size > 200 && folders.size < 600, String(folders.size));
  });

  it('have as many rules as asked for, more than there are folders too', () => {
    const lines = generateCodeowners(5000, generatePaths(100, 1), 2).trimEnd().split('\n');
    assert.equal(lines.length, 5000);
    assert.equal(lines[0], '* @harbor/everyone');
    assert.ok(lines.every((line) => /^\S+ @harbor\/[\w-]+$/.test(line)));
    assert.ok(lines.filter((line) => line.startsWith('/') && line.includes('/ @')).length > 2500);
  });
});

describe('bench: statistics', () => {
  it('give the median and the quartiles', () => {
    assert.deepEqual(spread([5, 1, 3, 2, 4]), { median: 3, low: 2, high: 4 });
    assert.deepEqual(spread([4, 1]), { median: 2.5, low: 1.75, high: 3.25 });
    assert.ok(Number.isNaN(spread([]).median));
  });

  it('compare round by round', () => {
    assert.deepEqual(ratios([2, 40, 6], [1, 10, 3]), { median: 2, low: 2, high: 3 });
  });

  it('mix an order that has every number once', () => {
    const order = mixedOrder(1000, 1);
    assert.deepEqual(mixedOrder(1000, 1), order);
    assert.notDeepEqual(mixedOrder(1000, 2), order);
    assert.equal(new Set(order).size, 1000);
  });

  it('write numbers short', () => {
    assert.deepEqual([12_345, 1_234_567, 999, 3.14159].map(short), ['12.3 k', '1.23 M', '999', '3.14']);
  });
});

describe('bench: one RegExp a rule', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['*', ['a', 'a/b.c'], []],
    ['**', ['a', 'a/b.c'], []],
    ['/', [], ['a', 'a/b']],
    ['/docs/', ['docs/a', 'docs/a/b'], ['docs', 'x/docs/a']],
    ['docs/', ['docs/a', 'x/docs/a'], ['docs', 'adocs/a']],
    ['docs', ['docs', 'docs/a', 'x/docs', 'x/docs/a'], ['adocs']],
    ['docs/*', ['docs/a'], ['docs/a/b', 'x/docs/a']],
    ['/docs/**', ['docs/a', 'docs/a/b'], ['docs']],
    ['*.js', ['a.js', 'x/a.js', 'x/a.js/y'], ['a.jsx', 'Ajs']],
    ['/a/*/b', ['a/x/b', 'a/x/b/c'], ['a/b', 'a/x/y/b', 'a/x/bc']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b/c'], ['x/a/b', 'a/xb']],
    ['**/logs', ['logs', 'x/logs', 'x/logs/y'], ['xlogs']],
    ['/a/b*', ['a/b', 'a/bc', 'a/bc/d'], ['a/cb']],
    ['/[a]?.md', ['[a]x.md'], ['ax.md', '[a].md', '[a]/.md']],
    ['/a\\ b', ['a b'], ['a\\ b']],
  ];
  for (const [pattern, covers, leaves] of cases) {
    it(`reads ${pattern}`, () => {
      const expression = toRegExp(pattern);
      assert.deepEqual(
        covers.filter((path) => !expression.test(path)),
        [],
      );
      assert.deepEqual(
        leaves.filter((path) => expression.test(path)),
        [],
      );
    });
  }

  it('is translated for minimatch with what lies below', () => {
    assert.deepEqual(toGlobs('/[a]/b'), ['\\[a\\]/b', '\\[a\\]/b/**']);
    assert.deepEqual(toGlobs('docs/'), ['**/docs/**']);
    assert.deepEqual(toGlobs('/docs/*'), ['docs/*']);
  });
});

describe('bench: repositories for git', () => {
  let repository: GitRepository;
  before(() => {
    repository = makeGitRepository({
      empty: ['a b.txt', 'x/"y".txt'],
      texts: featureFiles(),
      branch: new Map([['plan.md', '# Plan\n']]),
      changes: new Map([
        ['1', featureChange(1)],
        ['20', featureChange(20)],
      ]),
    });
  });
  after(() => repository.remove());
  const git = (...args: readonly string[]): ReturnType<typeof recordGit> =>
    recordGit('git', args, repository.root, repository.environment);

  it('hold the change in their index and nothing in their working tree', () => {
    for (const count of [20, 1]) {
      repository.stage(String(count));
      const listed = execGit(repository, 'diff', '--cached', '--name-only', '-z').split('\0').filter(Boolean);
      assert.equal(listed.length, count);
    }
    assert.deepEqual(execGit(repository, 'ls-files', '-z', 'x', 'a b.txt').split('\0').filter(Boolean), [
      'a b.txt',
      'x/"y".txt',
    ]);
    assert.equal(existsSync(`${repository.root}/plan.md`), false);
  });

  it('tell which git commands a program runs, with their input', () => {
    const [only, ...more] = git('cat-file', '-t', 'HEAD');
    assert.deepEqual(more, []);
    assert.deepEqual(only?.args, ['cat-file', '-t', 'HEAD']);
    assert.equal(only.cwd, repository.root);
    assert.equal(only.env['GIT_CONFIG_NOSYSTEM'], '1');
    const [fed] = recordGit(
      'sh',
      ['-c', 'echo HEAD | git cat-file --batch-check'],
      repository.root,
      repository.environment,
    );
    assert.equal(fed?.input.toString(), 'HEAD\n');
  });
});

function execGit({ root, environment }: GitRepository, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: root, env: environment, encoding: 'utf8' });
}
