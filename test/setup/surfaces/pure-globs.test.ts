import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPureGlobs } from '../../../src/setup/surfaces/pure-globs.js';
import { matchGlobs } from '../../../src/policy/match-globs.js';
import '../../support/random-seed.js';

const seed = (glob: string, ...paths: readonly string[]): { glob: string; paths: readonly string[] } => ({
  glob,
  paths,
});
const globsOf = (seeds: readonly ReturnType<typeof seed>[], more: readonly string[] = []): readonly string[] =>
  findPureGlobs(seeds, [...seeds.flatMap(({ paths }) => paths), ...more]).globs.map(({ glob }) => glob);

describe('findPureGlobs', () => {
  it('keeps one catalog as narrow as it is', () => {
    assert.deepEqual(globsOf([seed('src/i18n/*.json', 'src/i18n/de.json', 'src/i18n/en.json')]), ['src/i18n/*.json']);
    assert.deepEqual(globsOf([seed('flags.yaml', 'flags.yaml')]), ['flags.yaml']);
    assert.deepEqual(globsOf([seed('config/FLAGS', 'config/FLAGS')]), ['config/FLAGS']);
  });

  it('joins what lies in one folder, in all packages, in any folder of the name', () => {
    const two = [
      seed('src/locales/*/a.json', 'src/locales/de/a.json'),
      seed('src/locales/*/b.json', 'src/locales/de/b.json'),
    ];
    assert.deepEqual(globsOf(two), ['src/locales/*/*.json']);
    const packages = ['one', 'two', 'three'].map((name) =>
      seed(`packages/${name}/locales/*.json`, `packages/${name}/locales/en.json`),
    );
    assert.deepEqual(globsOf(packages), ['packages/*/locales/*.json']);
    const deep = ['a', 'b/c', 'd/e/f'].map((name) => seed(`src/${name}/i18n/*.json`, `src/${name}/i18n/en.json`));
    assert.deepEqual(globsOf(deep), ['src/**/i18n/*.json']);
    const spread = ['a', 'b', 'c/d', 'e'].map((name) =>
      seed(`${name}/locale/*/LC_MESSAGES/django.po`, `${name}/locale/de/LC_MESSAGES/django.po`),
    );
    assert.deepEqual(globsOf(spread), ['**/locale/**/*.po']);
  });

  it('holds nothing else that is there', () => {
    const two = [
      seed('src/locales/*/a.json', 'src/locales/de/a.json'),
      seed('src/locales/*/b.json', 'src/locales/de/b.json'),
    ];
    assert.deepEqual(globsOf(two, ['src/locales/de/settings.json']), ['src/locales/*/a.json', 'src/locales/*/b.json']);
    const mixed = findPureGlobs(
      [seed('i18n/*.d/*.json', 'i18n/de.d/a.json')],
      ['i18n/de.d/a.json', 'i18n/de.d/b.json'],
    );
    assert.deepEqual(mixed, { globs: [], rest: ['i18n/de.d/a.json'] });
    assert.deepEqual(findPureGlobs([seed('i18n/*.json', 'i18n/de.json')], []), { globs: [], rest: ['i18n/de.json'] });
  });

  it('joins what is of one language by its name', () => {
    const two = ['email', 'tasks'].map((name) => seed(`texts/${name}.en.xlf`, `texts/${name}.en.xlf`));
    assert.deepEqual(globsOf(two, ['texts/email.de.xlf']), ['texts/*.en.xlf']);
  });

  it('names the files of one catalog where others lie among them', () => {
    const beside = ['i18n/_missing_de.json', 'i18n/settings.json'];
    assert.deepEqual(globsOf([seed('i18n/*.json', 'i18n/de.json', 'i18n/pt-BR.json')], beside), [
      'i18n/{de,pt-BR}.json',
    ]);
    assert.deepEqual(globsOf([seed('i18n/*.json', 'i18n/de.json')], beside), ['i18n/de.json']);
  });

  it('may match what others close, and a few that do no harm', () => {
    const names = Array.from({ length: 10 }, (_, at) => `i18n/en/a${at}.json`);
    const seeds = names.map((path) => seed(path, path));
    const there = [...names, 'i18n/en/terms.json', 'i18n/en/numbers.json', 'i18n/en/dates.json'];
    const closed = new Set(['i18n/en/terms.json']);
    const found = (harmless: readonly string[]): readonly string[] =>
      findPureGlobs(
        seeds,
        there.filter((path) => harmless.includes(path) || !/numbers|dates/u.test(path)),
        {
          closed,
          harmless: new Set(harmless),
        },
      ).globs.map(({ glob }) => glob);
    assert.deepEqual(found([]), ['i18n/en/*.json']);
    assert.deepEqual(found(['i18n/en/numbers.json']), ['i18n/en/*.json']);
    assert.equal(found(['i18n/en/numbers.json', 'i18n/en/dates.json']).length, 10);
  });

  it('names the largest of many, and the rest', () => {
    const many = Array.from({ length: 20 }, (_, at) => seed(`d${at}/x${at}.json`, `d${at}/x${at}.json`));
    const { globs, rest } = findPureGlobs(
      many,
      many.flatMap(({ paths }) => paths),
    );
    assert.deepEqual([globs.length, rest.length], [12, 8]);
  });

  it('never opens a path that is none of the seeds', () => {
    const name = fc.constantFrom('a', 'b', 'i18n', 'locales', 'packages', 'src', 'de', 'en');
    const path = fc
      .tuple(fc.array(name, { minLength: 1, maxLength: 4 }), fc.constantFrom('x.json', 'en.json', 'y.json', 'z.ts'))
      .map(([folders, file]) => [...folders, file].join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 12 }), fc.nat(), (paths, pick) => {
        const wanted = paths.filter((_, at) => (pick >> (at % 16)) % 2 === 0);
        const { globs, rest } = findPureGlobs(
          wanted.map((each) => seed(each, each)),
          paths,
        );
        const { matches } = matchGlobs(
          globs.map(({ glob }) => glob),
          'allow',
        );
        assert.deepEqual(paths.filter(matches).sort(), wanted.filter((each) => !rest.includes(each)).sort());
      }),
    );
  });
});
