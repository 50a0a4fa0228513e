import assert from 'node:assert/strict';
import fc from 'fast-check';
import { choosePlanPath, preparePlan } from '../../src/planning/prepare-plan.js';
import { slugify } from '../../src/text/slugify.js';

const isPlanningDoc = (path: string): boolean => path.endsWith('/PLANNING.md');
const place = { folder: 'src/home', title: 'New home!', taken: [] as string[], isPlanningDoc };

describe('choosePlanPath', () => {
  it('puts the first plan into the folder and the next ones below it', () => {
    const taken: string[] = [];
    const chosen = Array.from({ length: 3 }, () => {
      const found = choosePlanPath({ ...place, taken });
      assert.ok('path' in found);
      taken.push(found.path);
      return found.path;
    });
    assert.deepEqual(chosen, [
      'src/home/PLANNING.md',
      'src/home/plans/new-home/PLANNING.md',
      'src/home/plans/new-home-2/PLANNING.md',
    ]);
  });

  it('writes over nothing that another disk takes for the same', () => {
    assert.deepEqual(choosePlanPath({ ...place, taken: ['SRC/home/planning.md'] }), {
      path: 'src/home/plans/new-home/PLANNING.md',
    });
  });

  it('follows the Planning docs setting', () => {
    assert.deepEqual(
      choosePlanPath({ ...place, isPlanningDoc: (path) => path.includes('/plans/') && path.endsWith('home.md') }),
      {
        path: 'src/home/plans/new-home.md',
      },
    );
    assert.match(JSON.stringify(choosePlanPath({ ...place, isPlanningDoc: () => false })), /Planning docs setting/);
  });

  it('gives up after fifty of one name', () => {
    const taken = {
      *[Symbol.iterator]() {
        yield 'src/home/PLANNING.md';
        yield 'src/home/plans/new-home/PLANNING.md';
        for (let n = 2; n < 60; n++) yield `src/home/plans/new-home-${n}/PLANNING.md`;
      },
    };
    assert.match(JSON.stringify(choosePlanPath({ ...place, taken })), /50 plans/);
  });

  for (const folder of [
    '',
    '/',
    '.',
    '..',
    '../x',
    'a/../b',
    '.git/x',
    'a/.GIT',
    'a\\b',
    'C:x',
    'a//b',
    'a\u200bb',
    'a\nb',
    'x.',
    'a ',
    'x'.repeat(301),
  ]) {
    it(`refuses ${JSON.stringify(folder.slice(0, 20))}`, () =>
      assert.ok('problem' in choosePlanPath({ ...place, folder })));
  }

  it('drops what only decorates a folder', () => {
    assert.deepEqual(choosePlanPath({ ...place, folder: './src/home/' }), { path: 'src/home/PLANNING.md' });
  });
});

describe('slugOf', () => {
  const cases = [
    ['Ünïcode – ok?', 'unicode-ok'],
    ['../../etc', 'etc'],
    ['日本', 'plan'],
    ['', 'plan'],
    ['CON', 'plan-con'],
    ['--a--', 'a'],
    ['x'.repeat(99), 'x'.repeat(60)],
  ];
  for (const [title = '', slug] of cases)
    it(`makes ${JSON.stringify(slug)} of ${JSON.stringify(title.slice(0, 20))}`, () =>
      assert.equal(slugify(title), slug));

  it('is always a plain name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) =>
        assert.match(slugify(title), /^[a-z0-9](?:[a-z0-9-]{0,63}[a-z0-9])?$/),
      ),
    );
  });
});

describe('planToWrite', () => {
  const values = {
    title: 'New home',
    level: 'copy',
    folder: './src/home/',
    flag: undefined,
    row: undefined,
    today: '2026-01-02',
  } as const;

  it('says what goes where', () => {
    const plan = preparePlan(values, place);
    assert.ok('text' in plan);
    assert.equal(plan.path, 'src/home/PLANNING.md');
    assert.match(plan.text, /\*\*Feature folder:\*\* `src\/home`/);
    assert.deepEqual(preparePlan(values, place, '# NAME\n'), { path: 'src/home/PLANNING.md', text: '# New home\n' });
  });

  it('says what is wrong', () => {
    assert.match(JSON.stringify(preparePlan({ ...values, title: ' – ' }, place)), /needs a name/);
    assert.match(JSON.stringify(preparePlan({ ...values, folder: '..' }, place)), /not a folder/);
  });
});
