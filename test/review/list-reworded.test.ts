import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listReworded } from '../../src/review/list-reworded.js';
import type { ChangedFile, FileVersion } from '../../src/change/change.js';

const version = (text: string): FileVersion => ({ mode: '100644', oid: undefined, bytes: text.length, text });
const changed = (path: string, was: string, now: string): ChangedFile => ({
  path,
  before: version(was),
  after: version(now),
  added: [],
  removedLines: 0,
});
/** What each line is said to say now, behind its place. */
const said = (path: string, was: string, now: string): readonly string[] =>
  listReworded([changed(path, was, now)]).map((each) => `${each.line} ${each.before} > ${each.after}`);

describe('listReworded', () => {
  it('has the sentences of docs and prompts, as long as paragraphs run', () => {
    assert.deepEqual(said('docs/a.md', '# Begin\n\n- Press start. Go on.\n', '# Begin\n\n- Press begin. Go on.\n'), [
      '3 Press start. > Press begin.',
    ]);
    assert.deepEqual(said('prompts/a.md', 'Be kind\r\n', 'Be brief\r\n'), ['1 Be kind > Be brief']);
    assert.deepEqual(
      said('docs/a.md', 'One. Wait until it\nstops. Two.\n', 'One. Wait until it has\nreally stopped. Two.\n'),
      ['1 Wait until it stops. > Wait until it has really stopped.'],
    );
    assert.deepEqual(said('docs/a.md', '- Old one\n- Old two\n', '- New one\n- New two\n'), [
      '1 Old one > New one',
      '2 Old two > New two',
    ]);
    assert.deepEqual(said('docs/a.md', '| Size | Ten files |\n', '| Size | Six files |\n'), [
      '1 Ten files > Six files',
    ]);
  });

  it('has the words of markup, between tags, in attributes that are read, and on lines of their own', () => {
    assert.deepEqual(said('a.html', '<p class="b">Old words</p>\n', '<p class="b">New words</p>\n'), [
      '1 Old words > New words',
    ]);
    assert.deepEqual(said('a.vue', '<p title="Old words">\n', '<p title="New words">\n'), ['1 Old words > New words']);
    assert.deepEqual(
      said('a.tsx', '<p>\n  Words that go\n  on.\n</p>\n', '<p>\n  Words that\n  go on and on.\n</p>\n'),
      ['2 Words that go on. > Words that go on and on.'],
    );
    assert.deepEqual(said('a.erb', '<b>保存</b>\n', '<b>登録</b>\n'), ['1 保存 > 登録']);
    assert.deepEqual(said('a.twig', "<p>Don't go {{ name }} now</p>\n", "<p>Don't stay {{ name }} now</p>\n"), [
      "1 Don't go > Don't stay",
    ]);
  });

  it('has the sentences of code between quotes', () => {
    assert.deepEqual(said('a.py', 'raise Problem("Not found here")\n', 'raise Problem("Not there")\n'), [
      '1 Not found here > Not there',
    ]);
    assert.deepEqual(said('a.js', "say('We\\'re nearly done')\n", "say('We\\'re done')\n"), [
      "1 We\\'re nearly done > We\\'re done",
    ]);
  });

  it('leaves out what is no words', () => {
    const none = (path: string, was: string, now: string): void => assert.deepEqual(said(path, was, now), [], was);
    none('a.html', '<p class="box wide">\n', '<p class="box narrow">\n');
    none('a.vue', "import { Box, Card } from 'b';\n", "import { Box, Card, List } from 'b';\n");
    none('a.vue', '  // Ask Anna first.\n', '  // Ask Otto first.\n');
    none('a.tsx', '  return false\n', '  return\n');
    none('a.ts', 'const open = isNew and true\n', 'const open = isOld and true\n');
    none('a.ts', 'go("first-step")\n', 'go("last-step")\n');
    none('a.ts', 'go("query")\n', 'go("query", "sonarr")\n');
    none('a.py', 'same "Two words"\n', '    same "Two words"\n');
    none('a.html', '<p>Words</p>\n', '<p></p>\n');
    none('docs/a.md', '2024-01-02\n', '2024-01-03\n');
    none('docs/requirements.txt', 'aiohttp==3.9.4\n', 'aiohttp==3.10.2\n');
  });

  it('leaves out what is told in other ways, and what nobody reads word by word', () => {
    assert.deepEqual(said('locales/en.json', '{"a": "Old words"}\n', '{"a": "New words"}\n'), []);
    assert.deepEqual(said('src/a/PLANNING.md', 'Old words\n', 'New words\n'), []);
    assert.deepEqual(
      listReworded([{ path: 'docs/a.md', after: version('New words\n'), added: [], removedLines: 0 }]),
      [],
    );
    const page = (word: string): string => `- ${word} words\n`.repeat(31);
    assert.deepEqual(said('docs/a.md', page('Old'), page('New')), []);
    assert.deepEqual(said('docs/a.md', 'Old words\n', `${'New words '.repeat(50_000)}\n`), []);
    assert.deepEqual(said('docs/a.md', 'Old words\n', `${'New words '.repeat(1_000)}\n`), []);
    assert.deepEqual(said('docs/a.md', '- Old words\n', '- New words\n- More words\n'), []);
  });

  it('takes any two texts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('docs/a.md', 'a.vue', 'a.ts', 'a.html'),
        fc.string({ unit: fc.constantFrom('A', 'b', ' ', '\n', '"', "'", '<', '>', '{', '}', '.', '\\') }),
        fc.string({ unit: fc.constantFrom('A', 'b', ' ', '\n', '"', "'", '<', '>', '{', '}', '.', '\\') }),
        (path, was, now) => {
          const lines = now.split('\n').length;
          for (const { line, before, after } of listReworded([changed(path, was, now)])) {
            assert.ok(line >= 1 && line <= lines);
            assert.notEqual(before, after);
          }
        },
      ),
    );
  });
});
