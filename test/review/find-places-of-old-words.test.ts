import assert from 'node:assert/strict';
import { copyCatalog } from '../../src/review/checks/copy-catalog.js';
import { findPlacesOfOldWords } from '../../src/review/find-places-of-old-words.js';
import { createReviewContext, type SideFiles } from '../support/review-context.js';

const english = 'i18n/en.json';
const test = 'test/card.test.ts';
const json = (texts: Readonly<Record<string, string>>): string => JSON.stringify(texts);

/** Where tests read the old words, as `words: path:line …`. */
async function found(
  around: SideFiles,
  before = json({ title: 'Make a new card' }),
  after = json({ title: 'Add a card' }),
  path = english,
): Promise<readonly string[]> {
  const context = createReviewContext({ base: { ...around, [path]: before }, head: { ...around, [path]: after } });
  return (await findPlacesOfOldWords(context)).map(
    ({ words, by, places, more }) =>
      `${{ tests: '', docs: 'docs, ', machine: 'made, ' }[by]}${words}: ${places.map((each) => `${each.path}:${each.line}`).join(' ')}${more === 0 ? '' : ` +${more}`}`,
  );
}

describe('findPlacesOfOldWords', () => {
  it('names the lines of tests that hold the whole of a text that is gone', async () => {
    assert.deepEqual(await found({ [test]: "\nexpect(page).toHaveText('Make a new card');\n" }), [
      `Make a new card: ${test}:2`,
    ]);
    for (const line of [
      'getByText(/^Make a new card$/)',
      'assert html =~ "<b>Make a new card</b>"',
      '  Make a new card',
      'say(\\"Make a new card\\")',
    ])
      assert.equal((await found({ [test]: line })).length, 1, line);
    const many = Array.from({ length: 5 }, () => '"Make a new card"').join('\n');
    assert.deepEqual(await found({ [test]: many }), [`Make a new card: ${test}:1 ${test}:2 ${test}:3 +2`]);
    assert.equal((await found({ 'test/__snapshots__/a.snap': '"Make a new card"' })).length, 1);
    assert.equal((await found({ 'e2e/card.feature': 'Then I see "Make a new card"' })).length, 1);
  });

  it('names what a machine made of the text, which shows it still, and takes it for no other text', async () => {
    const made = '/// Generated file. Do not edit.\nString get title => "Make a new card";\n';
    const there = { 'lib/gen/strings.g.dart': made, [test]: '"Make a new card"' };
    assert.deepEqual(await found(there), [
      `Make a new card: ${test}:1`,
      'made, Make a new card: lib/gen/strings.g.dart:2',
    ]);
    assert.deepEqual(await found({ ...there, 'lib/page.dart': 'Text("Make a new card")' }), []);
    const context = createReviewContext({
      base: { [english]: json({ title: 'Make a new card' }), 'lib/gen/a.dart': made },
      head: { [english]: json({ title: 'Add a card' }), 'lib/gen/a.dart': `${made}// made anew\n` },
    });
    assert.deepEqual(await findPlacesOfOldWords(context), []);
  });

  it('names docs that quote the words, and none that tell of the past or quote less than three words', async () => {
    const pages = {
      'docs/cards.md': 'First.\n\nChoose **Make a new card**, and type. Make a new cardboard.\n',
      'README.md': 'Make a new card\n',
      'docs/releases/one.md': 'Make a new card\n',
      'docs/PLANNING.md': 'Make a new card\n',
      'test/a.md': 'Make a new card\n',
    };
    assert.deepEqual(await found(pages), ['docs, Make a new card: README.md:1 docs/cards.md:3']);
    assert.deepEqual(await found({ 'docs/a.md': 'New cards' }, json({ a: 'New cards' }), json({ a: 'Cards' })), []);
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`docs/a${n}.md`, 'Make a new card']));
    assert.deepEqual(await found({ ...many, [test]: '"Make a new card"' }), [`Make a new card: ${test}:1`]);
  });

  it('knows words of pages and of code, and not what docs and prompts said themselves', async () => {
    const around = { [test]: '"Make a new card"', 'docs/cards.md': 'Make a new card' };
    const page = (words: string): string => `<template>\n  <b class="a">${words}</b>\n</template>\n`;
    assert.deepEqual(await found(around, page('Make a new card'), page('Add a card'), 'src/card.vue'), [
      `Make a new card: ${test}:1`,
      'docs, Make a new card: docs/cards.md:1',
    ]);
    assert.deepEqual(await found(around, page('Make a new card'), page('Make a new card now'), 'src/card.vue'), []);
    assert.deepEqual(await found(around, 'Make a new card\n', 'Add a card\n', 'docs/other.md'), []);
    assert.deepEqual(await found(around, 'Make a new card\n', 'Add a card\n', 'prompts/a.md'), []);
    const other = { ...around, 'src/other.vue': page('Make a new card') };
    assert.deepEqual(await found(other, page('Make a new card'), page('Add a card'), 'src/card.vue'), []);
  });

  it('reads quotation marks in a text as tests write them, and tells a text that was taken out', async () => {
    const quoted = json({ title: 'Make "a" new card', other: 'x' });
    assert.equal((await found({ [test]: '"Make \\"a\\" new card"' }, quoted, json({ other: 'x' }))).length, 1);
  });

  it('tells nothing of a part of a sentence, of short words, of placeholders, and of what new words have in them', async () => {
    assert.deepEqual(await found({ [test]: '"Make a new card now"\n"Do not Make a new card"' }), []);
    for (const [before, after] of [
      ['Cards', 'Boards'],
      ['Make {n} new cards', 'Add cards'],
      ['Make a new card', 'Make a new card now'],
      ['Make a\nnew card', 'Add'],
    ] as const)
      assert.deepEqual(await found({ [test]: `"${before}"` }, json({ a: before }), json({ a: after })), [], before);
    const long = await found({ [test]: '"Authentication"' }, json({ a: 'Authentication' }), json({ a: 'Sign in' }));
    assert.equal(long.length, 1);
  });

  it('tells nothing of words that users read elsewhere still', async () => {
    const reads = { [test]: '"Make a new card"' };
    const shown = json({ title: 'Make a new card' });
    for (const [path, text] of [
      ['i18n/other/en.json', json({ other: 'Make a new card' })],
      ['src/card.tsx', 'export const Card = () => <b>Make a new card</b>;'],
      ['i18n/fr.po', 'msgid "x\nMake a new card'],
    ] as const)
      assert.deepEqual(await found({ ...reads, [path]: text }), [], path);
    assert.equal((await found({ ...reads, 'i18n/fr.json': shown })).length, 1, 'the same text, untranslated');
    assert.equal((await found({ ...reads, 'CHANGELOG.md': '"Make a new card"' })).length, 1);
    assert.equal((await found({ ...reads, 'dist/card.js': '"Make a new card"' })).length, 1);
    const both = json({ title: 'Make a new card', other: 'Make a new card' });
    const one = json({ title: 'Add', other: 'Make a new card' });
    assert.deepEqual(await found(reads, both, one), []);
  });

  it('knows words in the code that a catalog replaces now', async () => {
    const po = (text: string): string => `msgid "Make a new card"\nmsgstr "${text}"\n`;
    const around = { [test]: '"Make a new card"', 'lib/card.ex': 'gettext("Make a new card")' };
    assert.equal((await found(around, po(''), po('Add a card'), 'locale/en/app.po')).length, 1);
    assert.deepEqual(await found(around, po(''), po('Karte anlegen'), 'locale/de/app.po'), []);
  });

  it('looks at nothing where no text is gone, where git could not search, and of too many files', async () => {
    const files = { [english]: json({ title: 'Make a new card' }), [test]: '"Make a new card"' };
    const after = { ...files, [english]: json({ title: 'Add a card' }) };
    const context = createReviewContext({ base: files, head: after });
    const without = { ...context.snapshot, search: () => Promise.resolve(undefined) };
    assert.deepEqual(await findPlacesOfOldWords({ ...context, snapshot: without }), []);
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`test/a${n}.test.ts`, '"Make a new card"']));
    assert.deepEqual(await found(many), []);
    const mended = createReviewContext({ base: files, head: { ...after, [test]: '"Add a card"' } });
    assert.deepEqual(await findPlacesOfOldWords(mended), []);
    const added = createReviewContext({ base: {}, head: after });
    assert.deepEqual(await findPlacesOfOldWords(added), []);
    const broken = createReviewContext({ base: { ...files, [english]: '{' }, head: after });
    assert.deepEqual(await findPlacesOfOldWords(broken), []);
  });

  it('is a note of the review, but not of a commit, which waits for no search', async () => {
    const base = { [english]: json({ title: 'Make a new card' }), [test]: '"Make a new card"' };
    const head = { ...base, [english]: json({ title: 'Add a card' }) };
    const said = async (moment: 'commit' | 'push', also: SideFiles = {}) => {
      const outcome = await copyCatalog.run(
        createReviewContext({ base: { ...base, ...also }, head: { ...head, ...also }, moment }),
      );
      return outcome === 'not-applicable' ? [] : outcome.reports;
    };
    assert.deepEqual(await said('commit'), []);
    const made = '// Generated file. Do not edit.\nfinal a = "Make a new card";';
    const [, other] = await said('push', { 'lib/a.dart': made });
    assert.match(
      String(other?.message),
      /^Code that a machine makes of these texts has the old words “Make a new card” still: lib\/a\.dart:2\. .* has it made anew;/,
    );
    const [, docs] = await said('push', { 'docs/a.md': 'Press Make a new card.' });
    assert.match(
      String(docs?.message),
      /^Docs say the old words “Make a new card” still: docs\/a\.md:1\. Where they tell of this text, change them with it\.$/,
    );
    const [note, ...more] = await said('push');
    assert.deepEqual([note?.severity, note?.path, note?.line, more.length], ['note', english, 1, 0]);
    assert.match(
      String(note?.message),
      /^Tests read the old words “Make a new card”: test\/card\.test\.ts:1\. They fail/,
    );
  });
});
