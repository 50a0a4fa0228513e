import assert from 'node:assert/strict';

import { findTextUses } from '../../../src/review/uses/find-text-uses.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';
import { processorTime } from '../../support/processor-time.js';

const en = 'src/locales/en.json';
const before = '{"home":{"title":"Hi"}}';
const after = '{"home":{"title":"Hello"}}';

async function usesOf(base: SideFiles, head: SideFiles): Promise<readonly unknown[]> {
  const { texts } = await findTextUses(createReviewContext({ base, head }));
  return texts.map(({ entry, kind, uses }) => [
    entry.label,
    kind,
    uses.searched,
    uses.sure.map(({ path }) => path),
    uses.possible.map(({ path }) => path),
  ]);
}

describe('who asks for the texts of a change', () => {
  it('looks at the head: at what is new, and at nothing that is gone', async () => {
    const asks = "t('home.title')";
    const kept = { 'src/kept.ts': asks };
    assert.deepEqual(
      await usesOf(
        { [en]: before, ...kept, 'src/gone.ts': asks, 'src/now.ts': '', 'src/other.ts': asks },
        { [en]: after, ...kept, 'src/now.ts': asks, 'src/new.ts': asks, 'src/other.ts': '' },
      ),
      [['home.title', 'changed', true, ['src/kept.ts', 'src/now.ts', 'src/new.ts'].sort(), []]],
    );
  });

  it('looks at no tests, docs, catalogs and what is built', async () => {
    const asks = "t('home.title')";
    const around = Object.fromEntries(
      [
        'src/a.test.ts',
        'README.md',
        'src/locales/de.json',
        'dist/a.js',
        'scripts/a.js',
        'x.min.js',
        'migrations/Version2.php',
      ].map((path) => [path, asks]),
    );
    assert.deepEqual(await usesOf({ [en]: before, ...around }, { [en]: after, ...around }), [
      ['home.title', 'changed', true, [], []],
    ]);
  });

  it('takes bounded time where texts show each other in every way, and says that it did not follow them all', async () => {
    const mesh = (count: number, shown: number): string =>
      JSON.stringify(
        Object.fromEntries(
          Array.from({ length: count }, (_one, index) => [
            `text${index}`,
            Array.from({ length: shown }, (_other, other) => `$t(text${other})`).join(' '),
          ]),
        ),
      );
    for (const texts of [mesh(300, 300), mesh(20_000, 1)]) {
      const began = processorTime();
      const { texts: found } = await findTextUses(createReviewContext({ base: { [en]: '{}' }, head: { [en]: texts } }));
      assert.ok(processorTime() - began < 3000, `${processorTime() - began} ms`);
      assert.equal(found[0]?.uses.searched, false);
    }
  });

  it('follows texts that show others', async () => {
    const texts = (title: string): string =>
      JSON.stringify({
        home: { title, a: 'x $t(home.title)', b: '@:home.a', c: "@.lower:{'home.b'}", d: '[%key:home::c%]' },
      });
    const code = { 'src/a.ts': "t('home.d')" };
    assert.deepEqual(await usesOf({ [en]: texts('Hi'), ...code }, { [en]: texts('Hello'), ...code }), [
      ['home.title', 'changed', true, ['src/a.ts'], []],
    ]);
    const ring = (title: string): string =>
      JSON.stringify({ home: { title: `${title} $t(home.other)`, other: '$t(home.title)' } });
    assert.deepEqual(await usesOf({ [en]: ring('Hi') }, { [en]: ring('Hello') }), [
      ['home.title', 'changed', true, [], []],
    ]);
  });

  it('follows each text that shows one, however often another shows it', async () => {
    const texts = (title: string): string =>
      JSON.stringify({ home: { title, often: '$t(home.title) '.repeat(150), once: 'x $t(home.title)' } });
    const code = { 'src/a.ts': "t('home.once')" };
    assert.deepEqual(await usesOf({ [en]: texts('Hi'), ...code }, { [en]: texts('Hello'), ...code }), [
      ['home.title', 'changed', true, ['src/a.ts'], []],
    ]);
  });

  it('says that it did not follow a chain of texts to its end', async () => {
    const texts = (title: string): string =>
      JSON.stringify({
        home: Object.fromEntries(
          ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, at, all) => [
            name,
            at === 0 ? title : `$t(home.${all[at - 1]})`,
          ]),
        ),
      });
    const code = { 'src/a.ts': "t('home.h')" };
    assert.deepEqual(await usesOf({ [en]: texts('Hi'), ...code }, { [en]: texts('Hello'), ...code }), [
      ['home.a', 'changed', false, [], []],
    ]);
  });

  it('says that not all was searched where git could not, or a file is too long or cannot be read', async () => {
    const context = createReviewContext({ base: { [en]: before }, head: { [en]: after } });
    const { texts } = await findTextUses({
      ...context,
      snapshot: { ...context.snapshot, search: () => Promise.resolve(undefined) },
    });
    assert.equal(texts[0]?.uses.searched, false);
    const long = { 'src/a.ts': `t('home.title')${' '.repeat(1_000_001)}` };
    assert.deepEqual(await usesOf({ [en]: before, ...long }, { [en]: after, ...long }), [
      ['home.title', 'changed', false, [], []],
    ]);
    const crowded = { 'src/a.ts': `t('home.title');${'"a",'.repeat(40_001)}` };
    assert.deepEqual(await usesOf({ [en]: before, ...crowded }, { [en]: after, ...crowded }), [
      ['home.title', 'changed', false, [], []],
    ]);
    const binary = { 'src/b.bin': { mode: '100644', oid: 'e', bytes: 9, unread: 'binary' } } as const;
    assert.deepEqual(await usesOf({ [en]: before }, { [en]: after, ...binary }), [
      ['home.title', 'changed', true, [], []],
    ]);
  });

  it('tells new, gone and reshaped texts apart, and names what it cannot read', async () => {
    const base = {
      [en]: '{"home":{"a":"1","b":"2","c":[{"value":"x"}],"d":"y"}}',
      'i18n/de.yaml': 'a: b',
      'i18n/it.yaml': 'a: [',
      'i18n/es.ini': 'a',
      'i18n/fr.json': '{',
    };
    const head = {
      [en]: '{"home":{"b":"2","c":"x","d":{"one":"y","other":"z"},"new":"3"}}',
      'i18n/de.yaml': 'a: c',
      'i18n/it.yaml': 'a: c',
      'i18n/es.ini': 'b',
      'i18n/fr.json': '{}',
    };
    const { texts, unread } = await findTextUses(createReviewContext({ base, head }));
    assert.deepEqual(
      texts.map(({ entry, kind }) => `${kind} ${entry.label}`),
      ['changed a', 'new home.c', 'new home.d.one', 'new home.d.other', 'new home.new', 'gone home.a', 'gone home.d'],
    );
    assert.deepEqual(
      unread.map(({ path }) => path),
      ['i18n/es.ini', 'i18n/fr.json', 'i18n/it.yaml'],
    );
  });
});
