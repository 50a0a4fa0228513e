import assert from 'node:assert/strict';
import { createWordIndex, type WordIndex } from '../../../src/presentation/words/word-index.js';
import { extractTexts } from '../../../src/presentation/words/extract-texts.js';
import type { Standing } from '../../../src/policy/policy.js';

async function indexOf(files: Readonly<Record<string, string>>): Promise<WordIndex> {
  const index = createWordIndex();
  for (const [path, text] of Object.entries(files)) {
    assert.ok(index.put(path, await extractTexts(path, text, path.includes('flags'))));
  }
  return index;
}

function standingOf(path: string): Standing {
  if (path.startsWith('mine/')) return 'editable';
  return path.startsWith('ours/') ? 'pair' : 'locked';
}

function find(index: WordIndex, typed: string, limit = 20): readonly string[] {
  return index
    .search(typed, limit, standingOf)
    .matches.map(({ text, quality, standing }) => `${quality} ${standing} ${text.path} ${text.text}`);
}

describe('createWordIndex', () => {
  it('has what reads just so first, then what the PM may edit, then the better fit', async () => {
    const index = await indexOf({
      'theirs/i18n/en.json': '{"a": "No boards", "b": "No boards here"}',
      'ours/i18n/en.json': '{"a": "There are no boards"}',
      'mine/i18n/en.json': '{"a": "Sorry, no boards"}',
      'mine/readme.md': 'Boards: we have no more of them',
    });
    assert.deepEqual(find(index, 'No boards'), [
      'exact locked theirs/i18n/en.json No boards',
      'part editable mine/i18n/en.json Sorry, no boards',
      'part pair ours/i18n/en.json There are no boards',
      'prefix locked theirs/i18n/en.json No boards here',
      'words editable mine/readme.md Boards: we have no more of them',
    ]);
  });

  it('has English before other languages, and copy before docs', async () => {
    const index = await indexOf({
      'mine/docs/a.md': 'Start',
      'mine/i18n/de.json': '{"b": "Start"}',
      'mine/i18n/en.json': '{"a": "Start"}',
    });
    assert.deepEqual(find(index, 'start'), [
      'exact editable mine/i18n/en.json Start',
      'exact editable mine/i18n/de.json Start',
      'exact editable mine/docs/a.md Start',
    ]);
  });

  it('finds every arm of a plural, and Markdown as it reads', async () => {
    const index = await indexOf({
      'mine/i18n/en.json': '{"n": "{n, plural, one {One step to go} other {# steps to go}}"}',
      'mine/prompts/a.md': 'Never **promise** [a date](https://x.example).',
    });
    assert.match(find(index, '4 steps to go')[0] ?? '', /^exact .*plural/);
    assert.match(find(index, 'one step')[0] ?? '', /^prefix .*plural/);
    assert.match(find(index, 'never promise a date')[0] ?? '', /^exact .*Never/);
  });

  it('finds what engineers call it', async () => {
    const index = await indexOf({
      'mine/i18n/en.json': '{"emptyState": {"title": "Nothing"}}',
      'mine/flags.yaml': 'friendlier-empty-state:\n  description: Says what to do.\n',
    });
    assert.deepEqual(find(index, 'emptyState.title'), ['exact editable mine/i18n/en.json Nothing']);
    assert.deepEqual(find(index, 'emptystate'), ['key editable mine/i18n/en.json Nothing']);
    assert.deepEqual(find(index, 'says what to do'), ['exact editable mine/flags.yaml Says what to do.']);
    assert.deepEqual(find(index, 'ym'), []);
  });

  it('has the place that asks for the typed words before translations that are called so, and never a key to edit', async () => {
    const index = await indexOf({
      'mine/locale/de.po': 'msgid "Last Nap"\nmsgstr "Letzter Schlaf"\n',
      'mine/locale/fr.po': 'msgid "Last Nap"\nmsgstr ""\n',
      'mine/locale/app.pot': 'msgid "Last Nap"\nmsgstr ""\n',
      'mine/lang/de.json': '{"Last Nap": "Letztes Nickerchen"}',
      'mine/templates/nap.html': '<b>{% trans "Last Nap" %}</b>',
      'mine/nap.py': 'title = _("Last Nap")\n',
    });
    assert.deepEqual(find(index, 'Last Nap'), [
      'exact editable mine/templates/nap.html Last Nap',
      'exact editable mine/nap.py Last Nap',
      'key editable mine/locale/de.po Letzter Schlaf',
      'key editable mine/lang/de.json Letztes Nickerchen',
    ]);
    assert.deepEqual(find(index, 'letzter schlaf'), ['exact editable mine/locale/de.po Letzter Schlaf']);
  });

  it('has the words that English leaves to their key: users read the key', async () => {
    const english = [
      'msgid "Last Nap"\nmsgstr ""\n\nmsgid "naps"\nmsgstr ""\n\nmsgid "One nap"\nmsgid_plural "%d naps"\n',
      'msgstr[0] ""\nmsgstr[1] ""\n\nmsgid "nap.title"\nmsgstr ""\n\nmsgid "Nap"\nmsgstr "A nap"\n',
    ].join('');
    const index = await indexOf({
      'mine/locale/de/LC_MESSAGES/app.po': english,
      'mine/locale/en_GB/LC_MESSAGES/app.po': english,
      'mine/locale/app.pot': english,
      'mine/lang/en.json': '{"All naps": "", "Title": ""}',
    });
    const places = (typed: string): readonly string[] =>
      index.search(typed, 20, standingOf).matches.map(({ text: { path, at, to, text } }) => {
        assert.deepEqual(to, at);
        return `${path}:${at.line}:${at.column} ${text}`;
      });
    assert.deepEqual(places('Last Nap').slice(0, 1), ['mine/locale/en_GB/LC_MESSAGES/app.po:2:9 Last Nap']);
    assert.deepEqual(places('All naps').slice(0, 1), ['mine/lang/en.json:1:15 All naps']);
    assert.deepEqual(find(index, 'One nap').slice(0, 1), [
      'exact editable mine/locale/en_GB/LC_MESSAGES/app.po One nap',
    ]);
    assert.deepEqual(find(index, '5 naps').slice(0, 1), [
      'exact editable mine/locale/en_GB/LC_MESSAGES/app.po %d naps',
    ]);
    assert.deepEqual(find(index, 'nap.title'), []);
    assert.deepEqual(find(index, 'Title'), []);
  });

  it('takes the better of a text and its key', async () => {
    const index = await indexOf({
      'mine/i18n/en.json': '{"boards": "No boards", "board": "Boards", "boardsList": "Boards"}',
    });
    assert.deepEqual(find(index, 'boards'), [
      'exact editable mine/i18n/en.json No boards',
      'exact editable mine/i18n/en.json Boards',
      'exact editable mine/i18n/en.json Boards',
    ]);
  });

  it('finds what is of similar spelling only where nothing fits', async () => {
    const index = await indexOf({ 'mine/a.md': 'Create a board\nCreate a bord' });
    assert.deepEqual(find(index, 'crete a bord'), [
      'similar editable mine/a.md Create a bord',
      'similar editable mine/a.md Create a board',
    ]);
    assert.deepEqual(find(index, 'create a bord'), ['exact editable mine/a.md Create a bord']);
    assert.deepEqual(find(index, 'something else'), []);
  });

  it('has texts of similar words beside those that merely have a part of it, the more of it the sooner', async () => {
    const index = await indexOf({
      'mine/i18n/en.json':
        '{"a": "This is required", "b": "Password is required.", "c": "Is required", "d": "Delete {name}", "e": "Delete {n} templates"}',
    });
    assert.deepEqual(find(index, 'Passowrd is required.').slice(0, 2), [
      'similar editable mine/i18n/en.json Password is required.',
      'within editable mine/i18n/en.json Is required',
    ]);
    assert.deepEqual(find(index, 'Delete 7 tmeplates')[0], 'similar editable mine/i18n/en.json Delete {n} templates');
  });

  it('finds each of two texts that stand beside each other before another place of one of them', async () => {
    const index = await indexOf({
      'mine/i18n/en.json': '{"a": "Do not warn me again", "b": "Close this window", "c": "Do not warn me again"}',
    });
    assert.deepEqual(
      index.search('Do not warn me again Close this window', 9, standingOf).matches.map(({ text }) => text.key),
      ['a', 'b', 'c'],
    );
  });

  it('has a text that several languages share once, in English, and says in how many', async () => {
    const index = await indexOf({
      'mine/i18n/de.json': '{"a": "Boards"}',
      'mine/i18n/en-GB.json': '{"a": "Boards", "b": "Boards"}',
      'mine/i18n/en.json': '{"a": "Boards"}',
    });
    assert.deepEqual(
      index.search('boards', 9, standingOf).matches.map(({ text, sameIn }) => `${text.path} ${text.key} ${sameIn}`),
      ['mine/i18n/en.json a 2', 'mine/i18n/en-GB.json b 0'],
    );
  });

  it('finds what a library writes in a way of its own: the arms of a plural between pipes, names behind a colon', async () => {
    const index = await indexOf({
      'mine/lang/en/a.php':
        "<?php return ['n' => ':count Page|:count Pages', 'w' => '{1} Only one|[2,*] As many as :max'];",
    });
    assert.match(find(index, '3 pages')[0] ?? '', /^exact .*:count Pages/);
    assert.match(find(index, 'only one')[0] ?? '', /^exact /);
    assert.match(find(index, 'As many as 12')[0] ?? '', /^exact /);
  });

  it('says how many more there are', async () => {
    const index = await indexOf({ 'mine/a.md': 'Board one\nBoard two\nBoard three' });
    const { matches, more } = index.search('board', 2, standingOf);
    assert.equal(matches.length, 2);
    assert.equal(more, 1);
  });

  it('finds nothing without words', async () => {
    const index = await indexOf({ 'mine/a.md': 'Board' });
    for (const typed of ['', '  ', '…', '{}']) assert.deepEqual(find(index, typed), []);
  });

  it('has a file as it was last put, and no more once it is removed', async () => {
    const index = await indexOf({ 'mine/a.md': 'Old words' });
    index.put('mine/a.md', await extractTexts('mine/a.md', 'New words', false));
    assert.deepEqual(find(index, 'new words'), ['exact editable mine/a.md New words']);
    assert.deepEqual(find(index, 'old words'), []);
    assert.ok(index.has('mine/a.md'));
    index.remove('mine/a.md');
    index.remove('never/there.md');
    assert.ok(!index.has('mine/a.md'));
    assert.deepEqual(find(index, 'new words'), []);
  });

  it('leaves out what it has no room for', async () => {
    const index = createWordIndex(200);
    assert.ok(index.put('a.md', await extractTexts('a.md', 'Some words', false)));
    assert.ok(!index.put('b.md', await extractTexts('b.md', 'words '.repeat(50), false)));
    assert.ok(!index.has('b.md'));
    index.remove('a.md');
    assert.ok(index.put('c.md', await extractTexts('c.md', 'words '.repeat(20), false)));
  });
});
