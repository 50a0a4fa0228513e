import assert from 'node:assert/strict';
import fc from 'fast-check';

import { indexOwners } from '../../../src/policy/codeowners/owner-index.js';
import { largestCodeowners, parseCodeowners } from '../../../src/policy/codeowners/parse-codeowners.js';
import type { Codeowners } from '../../../src/policy/policy.js';
import { processorTime } from '../../support/processor-time.js';

const github = (text: string): Codeowners => parseCodeowners({ path: '.github/CODEOWNERS', text });
const gitlab = (text: string): Codeowners => parseCodeowners({ path: '.gitlab/CODEOWNERS', text });
const lines = ({ problems }: Codeowners): readonly number[] => problems.map(({ line }) => line);
const rules = (codeowners: Codeowners): unknown[] =>
  codeowners.rules.map(({ pattern, owners, line }) => [pattern, [...owners], line]);

describe('parseCodeowners', () => {
  it('reads owners, blanks, comments, a byte-order mark and Windows line endings', () => {
    const text =
      '\ufeff# head\r\n\r\n  a.txt\t@user  @org/team\tme@example.com \r\n/b/ @x # why\r\n/c/#none\r\n/d/\r\n/e @x#y';
    assert.deepEqual(rules(github(text)), [
      ['a.txt', ['@user', '@org/team', 'me@example.com'], 3],
      ['/b/', ['@x'], 4],
      ['/c/', [], 5],
      ['/d/', [], 6],
      ['/e', ['@x'], 7],
    ]);
    assert.deepEqual(github(text).problems, []);
  });

  it('says so where a blank is none', () => {
    const { problems } = github('a.txt @x\n/b/\u00a0@y\n');
    assert.deepEqual(
      problems.map(({ line, severity }) => [line, severity]),
      [[2, 'warning']],
    );
    assert.match(problems[0]?.message ?? '', /^This line has a blank that is none \(like a no-break space\)/);
  });

  it('keeps the whole line as the text of the rule', () => {
    assert.equal(github('  /b/ @x # why ').rules[0]?.text, '/b/ @x # why');
  });

  it('keeps an escaped blank at the end of a pattern', () => {
    assert.deepEqual(
      rules(github('a\\ \nb\\\n')),
      [
        ['a\\ ', [], 1],
        ['b\\', [], 2],
      ].filter(([pattern]) => pattern !== 'b\\'),
    );
    assert.deepEqual(lines(github('b\\')), [1]);
  });

  for (const [wrong, word] of [
    ['a.txt user', 'user'],
    ['a.txt @x team', 'team'],
    ['a.txt @', '@'],
    ['a.txt @a/b/c', '@a/b/c'],
    ['a.txt @ü', '@ü'],
    ['a.txt a@b', 'a@b'],
    ['a.txt a@b.', 'a@b.'],
    ['a.txt @x,@y', '@x,@y'],
    ['!a.txt @x', '!a.txt'],
    ['\\', 'pattern'],
    ['a\u0001b @x', 'control character'],
    [`a ${'@x '.repeat(50_000)}`, 'longer than'],
  ] as const) {
    it(`leaves out a line that cannot be read: ${wrong.slice(0, 20)}`, () => {
      const read = github(`/a @x\n${wrong}\n/b @y`);
      assert.deepEqual(rules(read), [
        ['/a', ['@x'], 1],
        ['/b', ['@y'], 3],
      ]);
      assert.deepEqual(lines(read), [2]);
      assert.equal(read.problems[0]?.severity, 'warning');
      assert.ok(read.problems[0].message.includes(word), read.problems[0].message);
    });
  }

  it('takes square brackets literally on GitHub, and says so', () => {
    assert.deepEqual(lines(github('/[id]/x @a\n/\\[id\\]/y @a')), [1]);
  });

  it('takes a file of over 3 MB for absent, and says so', () => {
    const line = '/a @x\n';
    const large = github(line + '#'.repeat(largestCodeowners));
    assert.deepEqual([large.rules, lines(large)], [[], [1]]);
    const wide = gitlab(line + '#é'.repeat(largestCodeowners / 2));
    assert.deepEqual([wide.rules, wide.dialect, lines(wide)], [[], 'gitlab', [1]]);
    assert.equal(github(line + '#é'.repeat(largestCodeowners / 4)).rules.length, 1);
  });

  it('tells the dialects apart', () => {
    const dialect = (path: string, text: string): string => parseCodeowners({ path, text }).dialect;
    assert.equal(dialect('CODEOWNERS', '* @x'), 'github');
    assert.equal(dialect('.gitlab/CODEOWNERS', '* @x'), 'gitlab');
    assert.equal(dialect('CODEOWNERS', '[Docs] @x\n*.md'), 'gitlab');
    assert.equal(dialect('docs/CODEOWNERS', '^[Docs][2]\n*.md @x'), 'gitlab');
    assert.equal(dialect('.github/CODEOWNERS', '[Docs]\n*.md @x'), 'gitlab');
    // A folder called [id], with its owner.
    assert.equal(dialect('.github/CODEOWNERS', '[id] @x\n*.md @y'), 'github');
    assert.equal(dialect('CODEOWNERS', '*.md @y\n[id] @x\n# end\n'), 'github');
    assert.equal(dialect('CODEOWNERS', '[id].md @y\n*.md @x'), 'github');
  });

  it('finds the last matching rule on GitHub, also where it has no owner', () => {
    const { find } = indexOwners(github('* @all\n/a/ @a\n/a/b/\n/a/b/c.ts @c\n*.md @md'));
    assert.deepEqual(find('x').owners, ['@all']);
    assert.deepEqual(find('a/x').owners, ['@a']);
    assert.deepEqual(find('a/b/x').owners, []);
    assert.deepEqual(find('a/b/c.ts').owners, ['@c']);
    assert.deepEqual(find('a/b/c.md').owners, ['@md']);
    assert.equal(find('a/b/x').rules[0]?.line, 3);
  });

  it('names each owner of a line once, few or many', () => {
    for (const count of [1, 40]) {
      const owners = Array.from({ length: count }, (_, number) => `@u${number}`);
      const { find } = indexOwners(github(`/a ${[...owners, ...owners].join(' ')}\n/b ${owners.join(' ')}\n`));
      assert.deepEqual([find('a').owners, find('b').owners], [owners, owners]);
    }
  });

  it('stays bounded, and right, with more rules and names than it caches', () => {
    const count = 66_000;
    const text = Array.from(
      { length: count },
      (_, number) => `/d${number}/*.md @u${number}\n/d${number}/e/ @v${number}\n`,
    );
    const { find } = indexOwners(github(text.join('')));
    for (let round = 0; round < 2; round += 1) {
      for (let number = 0; number < count; number += round === 0 ? 1 : 997) {
        assert.deepEqual(find(`d${number}/a.md`).owners, [`@u${number}`]);
        assert.deepEqual(find(`d${number}/e/a`).owners, [`@v${number}`]);
      }
    }
    const { find: other } = indexOwners(github('*.md @x'));
    for (let number = 0; number < count; number += 1) assert.equal(other(`a${number}.md`).owners.length, 1);
  });

  it('is right with very many outcomes of several sections, and shares one for paths that are treated alike', () => {
    const count = 260;
    const section = (owner: string) => Array.from({ length: count }, (_, number) => `/x @${owner}${number}\n`).join('');
    const { decide, find } = indexOwners(gitlab(`[One]\n${section('u')}[Other]\n${section('v')}`));
    for (let round = 0; round < 2; round += 1) {
      for (let one = 0; one < count; one += 1) {
        for (let other = 0; other < count; other += round === 0 ? 1 : 97)
          assert.deepEqual(decide([one, count + other]).owners, [`@u${one}`, `@v${other}`]);
      }
    }
    assert.equal(find('x'), find('x'));
    assert.equal(find('x/y'), find('z'));
  });

  it('copes with patterns of thousands of folders', () => {
    for (const folders of [2000, 45_000]) {
      const deep = `/${'a/'.repeat(folders)}`;
      const { find } = indexOwners(github(`${deep} @x\n${deep} @y\n${deep}b @z\n`));
      assert.deepEqual(find(`${deep.slice(1)}c`).owners, ['@y']);
      assert.deepEqual(find(`${deep.slice(1)}b`).owners, ['@z']);
      assert.deepEqual(find('a/a').owners, []);
    }
  });

  it('reads the 8,000 lines of a large file well within a second', () => {
    const text = Array.from(
      { length: 8000 },
      (_, number) => `/packages/package-${number}/  @user${number} @other\n`,
    ).join('');
    const start = processorTime();
    const { find } = indexOwners(github(text));
    assert.deepEqual(find('packages/package-7999/a.ts').owners, ['@user7999', '@other']);
    assert.ok(processorTime() - start < 1000);
  });

  it('throws on no text, and every rule stands on the line that it names', () => {
    const word = fc.constantFrom(
      '*',
      '**',
      '/',
      'a',
      '\\',
      ' ',
      '#',
      '[',
      ']',
      '!',
      '^',
      '@x',
      'a@b.c',
      '\t',
      '\n',
      '\r\n',
      '?',
      '2',
      '\0',
    );
    const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('.github/CODEOWNERS', 'CODEOWNERS', '.gitlab/CODEOWNERS'), (written, path) => {
        const read = parseCodeowners({ path, text: written });
        for (const rule of read.rules) {
          assert.ok(written.split('\n')[rule.line - 1]?.includes(rule.text.trim()));
          assert.ok(rule.text.includes(rule.pattern) && read.sections[rule.section] !== undefined);
        }
        indexOwners(read).find('a/b');
      }),
    );
  });
});

describe("GitLab's sections", () => {
  const text = [
    '* @admin',
    '!pom.xml',
    '',
    '[Docs][2] @docs @team/sub',
    '*.md',
    '/a/*.md @a',
    '^[Ruby]',
    '*.rb @ruby',
    '!/config/**/*.rb',
    '/config/routes.rb @ops',
    '^[DOCS]',
    '/b/*.md @b',
    '[Roles] @@maintainer',
    'roles',
  ].join('\n');

  it('are read with their names, approvals and default owners', () => {
    const { sections, problems } = gitlab(text);
    assert.deepEqual(
      sections.map(({ name, optional, approvals, line }) => [name, optional, approvals, line]),
      [
        ['codeowners', false, 1, 1],
        ['Docs', false, 2, 4],
        ['Ruby', true, 1, 7],
        ['Roles', false, 1, 13],
      ],
    );
    assert.deepEqual(problems, []);
  });

  it('each give their last match, and all are owners', () => {
    const { find } = indexOwners(gitlab(text));
    assert.deepEqual(find('x.md').owners, ['@admin', '@docs', '@team/sub']);
    assert.deepEqual(find('a/x.md').owners, ['@admin', '@a']);
    assert.deepEqual(find('b/x.md').owners, ['@admin', '@b']);
    assert.deepEqual(find('x.rb').owners, ['@admin', '@ruby']);
    assert.deepEqual(find('z/roles').owners, ['@admin', '@@maintainer']);
    assert.deepEqual(
      find('x.rb').rules.map(({ line }) => line),
      [1, 8],
    );
  });

  it('leave out for good what they exclude, and only they', () => {
    const { find } = indexOwners(gitlab(text));
    assert.deepEqual(find('pom.xml').owners, []);
    assert.deepEqual(find('config/routes.rb').owners, ['@admin']);
  });

  it('are optional only where every heading says so', () => {
    assert.equal(gitlab('[A]\n* @x\n^[a]\n* @y').sections[1]?.optional, false);
    assert.equal(gitlab('^[A]\n* @x\n[a]\n* @y').sections[1]?.optional, false);
    assert.equal(gitlab('^[A]\n* @x\n^[a][3]\n* @y').sections[1]?.optional, true);
    assert.equal(gitlab('^[A]\n* @x\n^[a][3]\n* @y').sections[1]?.approvals, 3);
    assert.equal(gitlab('[A][0]\n* @x').sections[1]?.approvals, 1);
  });

  it('report what GitLab ignores', () => {
    const read = gitlab('a @x word @y a@b a@b.c\nb word\nc\n[] @x\n!\n[Docs @x\n[D]] @x\nd\n[E] word\n');
    assert.deepEqual(rules(read), [
      ['a', ['@x', '@y', 'a@b.c'], 1],
      ['b', [], 2],
      ['c', [], 3],
      ['[Docs', ['@x'], 6],
      ['d', ['@x'], 8],
    ]);
    assert.deepEqual(lines(read), [1, 2, 2, 3, 4, 5, 7, 9]);
    assert.deepEqual(lines(gitlab(`a ${'@x '.repeat(50_000)}`)), [1]);
  });

  it('take words of comments for owners, as GitLab does', () => {
    assert.deepEqual(indexOwners(gitlab('a @x # not @y\n# b @z')).find('a').owners, ['@x', '@y']);
  });
});
