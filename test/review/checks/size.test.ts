import assert from 'node:assert/strict';
import { size } from '../../../src/review/checks/size.js';
import { createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

const messages = (parts: ReviewContextParts): string[] => {
  const outcome = size.run(createReviewContext(parts));
  assert.ok(!(outcome instanceof Promise) && outcome !== 'not-applicable');
  return outcome.reports.map((report) => report.message);
};
const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}.md`, 'x\n']));
const lines = (count: number): Record<string, string> => ({ 'a.md': 'x\n'.repeat(count) });

describe('size', () => {
  it('takes a change at the limit and none over it', () => {
    assert.deepEqual(messages({ head: many(15) }), []);
    assert.deepEqual(messages({ head: many(16) }), [
      'The change is too large to review well: 16 files (at most 15). Split it: keep one part here and send the rest as a change of its own.',
    ]);
    assert.deepEqual(messages({ settings: { sizeLimit: { files: 1, lines: 10 } }, head: lines(10) }), []);
    assert.match(
      messages({ settings: { sizeLimit: { files: 1, lines: 10 } }, head: lines(11) })[0] ?? '',
      /: 11 lines \(at most 10\)\./,
    );
  });

  it('counts removed lines too, and says both', () => {
    const settings = { sizeLimit: { files: 1, lines: 3 } };
    assert.match(
      messages({ settings, base: { 'a.md': 'a\nb\n', 'b.md': 'c\nd\n' }, head: {} })[0] ?? '',
      /: 2 files \(at most 1\) and 4 lines \(at most 3\)\./,
    );
  });

  it('counts lines that a carriage return ends, and very long ones as several', () => {
    assert.match(messages({ head: { 'a.md': 'word\r'.repeat(5000) } })[0] ?? '', /: 5000 lines \(at most 400\)\./);
    assert.match(messages({ head: { 'a.md': 'w'.repeat(1_000_000) } })[0] ?? '', /: 501 lines \(at most 400\)\./);
    assert.deepEqual(messages({ head: { 'a.md': `${'Words of a long paragraph. '.repeat(90)}\n\n`.repeat(100) } }), []);
  });

  it('counts the languages of a catalog as one file, and their lines each', () => {
    const settings = { sizeLimit: { files: 2, lines: 6 } };
    const texts = ['en', 'de', 'fr', 'es'].flatMap((language) =>
      ['home', 'cart', 'tour'].map((name) => [`locales/${language}/${name}.json`, '{}\n'] as const),
    );
    const of = (...names: readonly string[]): Record<string, string> =>
      Object.fromEntries(texts.filter(([path]) => names.some((name) => path.includes(name))));
    assert.deepEqual(messages({ settings, head: of('home') }), []);
    assert.deepEqual(messages({ settings, head: of('home', 'cart') }), [
      'The change is too large to review well: 8 lines (at most 6). Split it: keep one part here and send the rest as a change of its own.',
    ]);
    assert.match(
      messages({ settings, head: of('home', 'cart', 'tour') })[0] ?? '',
      /: 3 files \(at most 2\) and 12 lines/,
    );
  });

  it('names the files that a program laid out anew, where what was changed in them is no more than the limit', () => {
    const settings = { sizeLimit: { files: 2, lines: 6 } };
    const entries = Array.from({ length: 20 }, (_, at) => `"k${at}": "x"`);
    const json = (indent: string, end: string, first = 'x'): string =>
      [
        '{',
        ...entries.map((line, at) => `${indent}${at === 0 ? line.replace('x', first) : line}${at === 19 ? '' : ','}`),
        '}',
        '',
      ].join(end);
    const base = { 'i18n/en.json': json('  ', '\n'), 'i18n/de.json': json('  ', '\n') };
    const said = messages({
      settings,
      base,
      head: { 'i18n/en.json': json('    ', '\n', 'y'), 'i18n/de.json': json('\t', '\n', 'y') },
    });
    assert.equal(said.length, 2);
    assert.match(said[0] ?? '', /^Nearly all lines of i18n\/de\.json look changed, though they say what they said/);
    assert.match(
      messages({ settings, base, head: { 'i18n/en.json': json('    ', '\n', 'y'), 'a.md': 'x\n'.repeat(9) } })[0] ?? '',
      /too large/,
    );
    assert.match(messages({ settings, base, head: { 'i18n/en.json': entries.join('\n') } })[0] ?? '', /too large/);
  });

  it('does not count the planning doc', () => {
    assert.deepEqual(
      messages({
        settings: { sizeLimit: { files: 1, lines: 3 } },
        head: { 'a.md': 'x\n', 'home/PLANNING.md': 'x\n'.repeat(99) },
      }),
      [],
    );
  });

  it('heeds the strictest of several tips', () => {
    const context = createReviewContext({ head: many(3) });
    const [tip] = context.policy.tips;
    assert.ok(tip.zone);
    const strict = {
      ...tip,
      zone: { ...tip.zone, settings: { ...tip.zone.settings, sizeLimit: { files: 2, lines: 400 } } },
    };
    const outcome = size.run({
      ...context,
      policy: { preview: false, tips: [tip, strict, { ...tip, zone: undefined }] },
    });
    assert.ok(!(outcome instanceof Promise) && outcome !== 'not-applicable');
    assert.equal(outcome.reports.length, 1);
  });
});
