import assert from 'node:assert/strict';
import { draftCommitMessage } from '../../src/pull-request/draft-commit-message.js';

describe('drafting a message', () => {
  const file = (path: string, kind: 'added' | 'changed' | 'removed') => ({ path, kind });
  const rows: readonly (readonly [Parameters<typeof draftCommitMessage>[0], string])[] = [
    [{ plan: undefined, files: [] }, 'Change nothing\n'],
    [{ plan: 'PLANNING: New home', files: [file('i18n/en.json', 'changed')] }, 'New home: change en.json\n'],
    [{ plan: undefined, files: [file('a', 'added'), file('x/b', 'added')] }, 'Add a and b\n'],
    [{ plan: undefined, files: [file('a', 'removed')] }, 'Remove a\n'],
    [
      {
        plan: 'Kinder words for baskets',
        files: [file('i18n/en/checkout.json', 'changed'), file('i18n/fr/checkout.json', 'changed')],
      },
      'Kinder words for baskets: change checkout.json in en and fr\n',
    ],
    [
      {
        plan: undefined,
        files: [file('locale/de/LC_MESSAGES/shop.po', 'added'), file('locale/pt/LC_MESSAGES/shop.po', 'added')],
      },
      'Add shop.po in de and pt\n',
    ],
    [
      { plan: 'H', files: [file('a/en.json', 'changed'), file('a/b/en.json', 'changed')] },
      'H: change 2 files in a\n\n- a/en.json (changed)\n- a/b/en.json (changed)\n',
    ],
    [
      {
        plan: 'Words that help somebody who has never bought anything here',
        files: [file('i18n/en/basket-and-checkout.json', 'changed'), file('i18n/en/everything-else.json', 'changed')],
      },
      [
        'Words that help somebody who has never bought anything: change texts',
        '',
        '- i18n/en/basket-and-checkout.json (changed)',
        '- i18n/en/everything-else.json (changed)\n',
      ].join('\n'),
    ],
    [
      { plan: 'H', files: [file('a', 'added'), file('b', 'removed'), file('c', 'changed')] },
      'H: change 3 files\n\n- a (added)\n- b (removed)\n- c (changed)\n',
    ],
    [
      {
        plan: 'Kinder words',
        files: ['de', 'en', 'pt-BR'].map((each) => file(`public/locales/${each}/common.json`, 'changed')),
      },
      'Kinder words: change common.json in de, en and pt-BR\n',
    ],
    [
      { plan: 'Kinder words', files: [file('i18n/de.json', 'changed'), file('i18n/en.json', 'changed')] },
      'Kinder words: change de.json and en.json\n',
    ],
    [
      { plan: 'Kinder words', files: ['de', 'en', 'fr'].map((each) => file(`i18n/${each}.json`, 'changed')) },
      [
        'Kinder words: change texts in 3 languages\n',
        ...['de', 'en', 'fr'].map((each) => `- i18n/${each}.json (changed)`),
        '',
      ].join('\n'),
    ],
    [
      {
        plan: 'Kinder words',
        files: ['i18n/en.json', 'docs/a.md', 'flags.yaml', 'src/a.go', 'src/b.go'].map((path) => file(path, 'changed')),
      },
      [
        'Kinder words: change texts, docs, flags and 2 other files\n',
        ...['i18n/en.json', 'docs/a.md', 'flags.yaml', 'src/a.go', 'src/b.go'].map((path) => `- ${path} (changed)`),
        '',
      ].join('\n'),
    ],
    [
      { plan: undefined, files: ['docs/a.md', 'docs/b.md', 'src/a.go'].map((path) => file(path, 'changed')) },
      'Change docs and 1 other file\n\n- docs/a.md (changed)\n- docs/b.md (changed)\n- src/a.go (changed)\n',
    ],
    [
      { plan: undefined, files: ['src/a/a.go', 'src/a/b.go', 'src/a/b/c.go'].map((path) => file(path, 'changed')) },
      'Change 3 files in a\n\n- src/a/a.go (changed)\n- src/a/b.go (changed)\n- src/a/b/c.go (changed)\n',
    ],
    [{ plan: 'H', files: [file('a/PLANNING.md', 'added')] }, 'H: add the plan\n'],
  ];
  for (const [facts, message] of rows)
    it(JSON.stringify(message), () => assert.equal(draftCommitMessage(facts), message));

  it('stays short', () => {
    const files = Array.from({ length: 30 }, (_, number) => file(`f${number}`, 'changed'));
    const lines = draftCommitMessage({ plan: 'x'.repeat(100), files }).split('\n');
    assert.equal(lines[0]?.length, 72);
    assert.equal(lines.at(-2), '- and 10 more');
    const long = draftCommitMessage({ plan: 'A page that says what to do first, and where to begin it', files });
    assert.equal(long.split('\n')[0], 'A page that says what to do first, and where to begin: change 30 files');
    const name = 'a-file-with-a-name-that-is-longer-than-a-line-of-a-list-of-commits-may-be-at-all.json';
    assert.equal(
      draftCommitMessage({ plan: undefined, files: [file(name, 'changed')] }),
      `Change 1 file\n\n- ${name} (changed)\n`,
    );
    assert.equal(draftCommitMessage({ plan: 'H', files: [file(name, 'changed')] }).split('\n')[0], 'H: change 1 file');
    assert.equal(
      draftCommitMessage({ plan: 'H', files: [file(name.slice(30), 'changed')] }),
      `H: change ${name.slice(30)}\n`,
    );
  });

  it('has no sign that something is left out or to be filled in', () => {
    const files = [file('en.json', 'changed')];
    for (const plan of ['Say hello … to all', 'Say hello ... to all', 'Say hello to all who read it '.repeat(20)])
      assert.match(draftCommitMessage({ plan, files }), /^Say hello to all[^…]*$/);
    assert.equal(draftCommitMessage({ plan: '…', files }), 'Change en.json\n');
    assert.equal(
      draftCommitMessage({ plan: `Say hello to everybody who comes here and ${'y'.repeat(60)}`, files }).split('\n')[0],
      'Say hello to everybody who comes here: change en.json',
    );
  });

  it('tells another commit of the same files from the ones before, however the repository writes its first lines', () => {
    const files = [file('i18n/en.json', 'changed')];
    const first = 'feat: New home: change en.json';
    assert.equal(draftCommitMessage({ plan: 'New home', files, subjects: ['Plan it'] }), 'New home: change en.json\n');
    assert.equal(
      draftCommitMessage({ plan: 'New home', files, subjects: [first] }),
      'New home: change en.json again\n',
    );
    const third = draftCommitMessage({ plan: undefined, files, subjects: [first, `${first} again`] });
    assert.equal(third, 'Change en.json again (2)\n');
  });
});
