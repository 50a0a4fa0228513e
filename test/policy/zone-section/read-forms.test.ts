import assert from 'node:assert/strict';
import { findAskedWords } from '../../../src/policy/problems/find-asked-words.js';
import { describeProse, describeRules, readPolicy, readSection } from '../../support/read-policy.js';

const table = (head: string, ...rows: string[]): string =>
  `| ${head} |\n|${'---|'.repeat(head.split('|').length)}\n${rows.map((row) => `| ${row} |`).join('\n')}\n`;

/** Forms of a section: tables, code, headings and lists in them, with what they open and close. */
const rows: Readonly<Record<string, readonly [body: string, rules: readonly string[]]>> = {
  'a folder in a heading': [
    '### PMs can touch\n\n#### `src/web/**`\n\n- `src/web/a/**`\n- `./src/web/b.md`\n- `src/api/**`\n',
    ['+ src/web/a/**', '+ ./src/web/b.md', '~ src/api/**'],
  ],
  'a heading with more than a folder': [
    '### PMs can touch\n\n#### `src/web/**` and all\n\n- `src/web/a/**`\n',
    ['~ src/web/**', '~ src/web/a/**'],
  ],
  'a path without backticks': ['PMs can touch:\n\n- docs/guides/\n', ['~ docs/guides/']],
  'a cell for each kind of answer': [
    table(
      'Path | PMs',
      '`a/**` | yes',
      '`b/**` | 🤝',
      '`c/**` | with an engineer',
      '`d/**` | no',
      '`e/**` | ✅ but not today',
      '`f/**` | perhaps',
      '`g/**` |',
      '`h/**` | ~~yes~~',
      '`i/**` | PMs can edit',
      '`j/**` | yes, additions only',
    ),
    [
      '+ a/**',
      '~ b/**',
      '~ c/**',
      '- d/**',
      '- e/**',
      '~ f/**',
      '~ g/**',
      '~ h/**',
      '+ i/**',
      '+ j/** [additions-only]',
    ],
  ],
  'a row without an answer': ['| Path | PMs |\n|---|---|\n| `a/**` |\n', ['~ a/**']],
  'columns that lead': [
    table('PMs can touch | Together with an engineer | PMs cannot touch', '`a/**` | `b/**` | `c/**`', '`d/**` | |'),
    ['+ a/**', '~ b/**', '- c/**', '+ d/**'],
  ],
  'columns that lead under a heading that pairs': [
    `### Together with an engineer\n\n${table('PMs can touch', '`a/**`')}`,
    ['~ a/**'],
  ],
  'columns that lead under a heading that forbids': [`### Locked\n\n${table('PMs can touch', '`a/**`')}`, ['- a/**']],
  'a table with remarks and contacts': [
    table('Path | Notes | Owner', '`a/**` | none | @org/a', '`b/**` | typos only | @org/b').replace(
      /^/u,
      'PMs can touch:\n\n',
    ),
    ['+ a/**', '+ b/** ["typos only"]'],
  ],
  'a table with a head that is struck through': [table('~~Path~~ | PMs', '`a/**` | yes'), ['~ a/**']],
  'a table that forbids in its head': [table('Path | Sensitive', '`a/**` | x'), ['- a/**']],
  'a table that says that it pairs': [`Together with an engineer:\n\n${table('Path', '`a/**`')}`, ['~ a/**']],
  'code under words that forbid': ['Verboten, never:\n\n```yaml\npath: src/a/b.ts\n```\n', ['- src/a/b.ts']],
  'code of a shell under words that forbid': ['PMs cannot touch:\n\n```sh\nrm src/a/**\n```\n', ['- src/a/**']],
  'code with a remark behind its language': ['PMs can touch:\n\n```text title=x\na/**\n```\n', ['~ a/**']],
  'a sentence under a heading that forbids': ['### Locked\n\nPMs can touch `a/**`.\n', ['- a/**']],
  'a sentence under a heading that pairs': ['### Together with an engineer\n\nPMs can touch `a/**`.\n', ['~ a/**']],
  'a sentence under a heading of the rest': [
    'PMs can touch:\n\n- `a/**`\n\n### Everything else\n\nAsk an engineer.\n',
    ['+ a/**'],
  ],
  'a list under a heading that pairs': ['### Together with an engineer\n\nPMs can touch:\n\n- `a/**`\n', ['~ a/**']],
  'the rest in a list that pairs': ['Together with an engineer:\n\n- The rest of `src/**`\n- `a/**`\n', ['~ a/**']],
  'a lead that allows in a list that pairs': [
    'Together with an engineer:\n\n- PMs can touch:\n  - `a/**`\n',
    ['~ a/**'],
  ],
  'a lead that allows under words of another': [
    'For designers:\n\n- PMs can touch:\n  - `a/**`\n',
    ['+ a/** ["For designers"]'],
  ],
};

describe('readZone, by form', () => {
  for (const [what, [body, rules]] of Object.entries(rows))
    it(`reads ${what}`, () => assert.deepEqual(describeRules(readSection(body)), rules));
});

describe('a heading that closes, with nothing under it', () => {
  const opens = 'PMs can touch:\n\n- `docs/**`\n\n';
  for (const [why, headings, prose] of [
    ['is kept', '### Locked: docs', ['Locked: docs']],
    ['is kept above one that names its path', '### Locked: docs\n\n### Never touch `src/`', ['Locked: docs']],
    ['is not asked about where it names its path', '### Never touch `src/`\n\n### Notes', []],
    ['says nothing where it only refuses', '### PMs cannot touch', []],
  ] as const)
    it(why, () => assert.deepEqual(describeProse(readSection(`${opens}${headings}\n`)), prose));
});

describe('what is open only together with an engineer', () => {
  for (const body of [
    'PM with an engineer: `a/**`',
    'Together with an engineer:\n\n- `a/**`',
    table('Path | PMs', '`a/**` | with an engineer'),
    table('PMs can touch | Together with an engineer', '`b/**` | `a/**`'),
    'Files in `a/**` need an engineer.',
  ])
    it(`is said with the words that say so: ${JSON.stringify(body)}`, () => {
      const pairs = readSection(`${body}\n`).rules.filter(({ effect }) => effect === 'pair');
      assert.ok(pairs.length === 1 && pairs.every(({ text }) => text.includes('`a/**`')));
    });
});

describe('what only looks like it', () => {
  it('a program under words that forbid is an error, and none of its lines is asked about', () => {
    const { prose, problems } = readSection(
      'Never write:\n\n```tsx\nconst texts = options;\n// every pull request\n```\n',
    );
    assert.deepEqual([prose, problems.map(({ severity }) => severity)], [[], ['error']]);
  });

  it('a word in backticks that forbids still locks, and a file that is called so does not', () => {
    const rules = (item: string): string[] => describeRules(readSection(`Rules:\n\n- ${item}\n`));
    assert.ok(rules('`LOCKED`: `src/a/**`').includes('- src/a/**'));
    assert.deepEqual(rules('`config/banned_queries.txt`'), ['~ config/banned_queries.txt']);
  });

  it('what is marked as a remark by no known form is read as any other words', () => {
    const { problems } = readSection('Remark (@erin), mostly: see `lib/x.ts`.\n');
    assert.match(problems.map(({ message }) => message).join(), /names a path and is no known way/u);
  });

  for (const comment of [
    'TOC depthFrom:2 depthTo:3',
    'toc',
    '/TOC',
    'tocstop',
    'prettier-ignore-start',
    'vale off',
    'lint disable no-html',
  ])
    it(`“${comment}” is for a tool`, () => assert.deepEqual(describeProse(readSection(`<!-- ${comment} -->\n`)), []));
});

describe('an exception in a list for pairs', () => {
  for (const words of ['apart from the emails', '(emails excepted)', '– everything except the emails'])
    it(`leaves the rest for pairs, and what another list opens to that: ${words}`, () => {
      const body = `PMs can touch:\n\n- \`web/emails/*.txt\`\n\nWith an engineer:\n\n- \`web/\` ${words}\n`;
      assert.deepEqual(describeRules(readSection(body)), ['+ web/emails/*.txt', '~ web/']);
      assert.equal(readSection(body).rules[1]?.text, `\`web/\` ${words}`);
    });

  it('says of an item under words that keep PMs out that it is locked, where it speaks of PMs alone', () => {
    const { problems } = readSection('Nothing else. Rules:\n\n- `web/` → PM alone\n- `lib/` → nobody\n');
    assert.match(problems.map(({ message }) => message).join(), /^What “`web\/` → PM alone” names is locked, since/u);
  });
});

describe('readZone, around the section', () => {
  for (const [around, rules, prose] of [
    ['PMs edit `a/**` here.', ['~ a/**'], []],
    ['PMs never edit `a/**`.', ['- a/**'], []],
    ['The PM zone is closed. Ask us.', ['~ **'], ['The PM zone is closed.']],
    ['The PM zone is young.', [], ['The PM zone is young.']],
    ['`@a/b` and `https://x/y` are for PMs.', [], []],
    ['PMs:\n\n- `a/**`', ['~ a/**'], []],
    [table('Path | PMs', '`a/**` | locked'), ['- a/**'], []],
    ['> PMs never edit `a/**`.', ['- a/**'], []],
    ['> Never edit `a/**`.', [], []],
    ['> The PM zone is suspended until May.', ['~ **'], ['The PM zone is suspended until May.']],
    [
      '> [!WARNING]\n> Read this. The PM zone is closed. PMs never edit `a/**`.',
      ['~ **', '- a/**'],
      ['The PM zone is closed.'],
    ],
    ['See[^1].\n\n[^1]: The PM zone is closed.', ['~ **'], ['The PM zone is closed.']],
    ['PMs may not change files here yet.', [], ['PMs may not change files here yet.']],
    ['PMs do not need Python. PMs like words.', [], []],
    ['A test that a PM could ship in an afternoon waits, since it is not urgent.', [], []],
    ['We have not made the PMs owners.', [], []],
    ['May PMs touch texts only?', [], []],
    ['Agents: never add a key, whatever the PM says.', [], []],
    ['## History of this file\n\n- PMs are out until May', [], []],
    ['PMs touch texts only.', [], ['PMs touch texts only.']],
    ['Legal texts are not for PMs.', [], ['Legal texts are not for PMs.']],
    ['Ask Hanne before you change `a/`.', ['~ a/'], []],
    ['Leave `a/` alone.', ['- a/'], []],
    [table('Path | Owner', '`a/**` | engineering only', '`b/**` | engineering'), ['- a/**'], []],
    ['PMs run `npm test` before they push.', [], ['PMs run `npm test` before they push.']],
    ['PMs cannot touch:\n\n- `a/`\n- money', ['- a/'], []],
    ['`a/` is built. Never edit it.', ['- a/'], []],
    ['`a/` is built. Never edit `b/`.', ['- b/'], []],
    ['`a/` is built. Tests never run it.', [], []],
    ['- `a/` is built:\n  - `b/`, never edited by hand\n  - `c/`, ours', ['- b/'], []],
    ['Do not touch:\n\n- built files\n  - `a/`\n\n1. `b/`', ['- a/'], []],
    ['### Never\n\n- Modify `a/`\n- Import `b/`', ['- a/'], []],
    ['-\n- ```\n  a/\n  ```', [], []],
  ] as const)
    it(JSON.stringify(around), () => {
      const zone = readPolicy(`# App\n\n${around}\n\n## PM zone\n`);
      assert.ok(zone);
      assert.deepEqual(describeRules(zone), rules);
      assert.deepEqual(describeProse(zone), prose);
      const said = zone.problems.filter(({ message }) => /stands outside of (?:it|the PM zone), so/u.test(message));
      assert.equal(said.length, prose.length);
      assert.deepEqual(findAskedWords(zone), []);
    });
});
