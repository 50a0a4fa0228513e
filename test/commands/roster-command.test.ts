import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeRoster } from '../../src/commands/roster/write-roster.js';
import { appendixA, pilotRepository } from '../support/pilot-repository.js';
import { pmZone, type CommandLineResult } from '../support/run-command-line.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const aligned = `
| PM           | Email            | Feature folders | Flags      | Reviewers | Engineering DRI | Product DRI |
| ------------ | ---------------- | --------------- | ---------- | --------- | --------------- | ----------- |
| Maya (@maya) | maya@example.com | \`src/home\`      | \`new-home\` | @org/home | @erin           | @paul       |
`;
const plain = `
|PM|Handle|Email|Feature folders|Engineering DRI|Product DRI|Status|
|:-|---|---|---|---|--:|---|
|Maya|@maya|maya@example.com|src/home|@erin|@paul|active|
|Max|@max|max@example.com|src/other|@erin|@paul|revoked|
`;

function repositoryWith(table: string, after = ''): TemporaryRepository {
  return pilotRepository({ policy: appendixA + table + after });
}

function textOf({ root }: TemporaryRepository, path = 'CLAUDE.md'): string {
  return readFileSync(join(root, path), 'utf8');
}

function run(repository: TemporaryRepository, ...args: readonly string[]): Promise<CommandLineResult> {
  return pmZone(repository, ['roster', ...args]);
}

/** What is in the second text and not in the first, line by line. */
function newLines(before: string, after: string): readonly string[] {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !known.has(line));
}

const ola = ['add', 'Ola Berg', '--handle', 'ola', '--email', 'Ola@Example.com', '--folders', 'src/other/'];
const dris = ['--engineering-dri', '@erin', '--product-dri', '@paul'];

describe('pm-zone roster', () => {
  it('shows a new row and what it opens, and writes nothing by itself', async () => {
    const repository = repositoryWith(aligned);
    const before = textOf(repository);
    const { code, stdout } = await run(repository, ...ola, ...dris, '--flags', 'cart, old-home');
    assert.equal(code, 0);
    assert.match(stdout, /^CLAUDE\.md, the table in line \d+:\n- \| PM /);
    assert.match(stdout, /\+ \| Ola Berg \(@ola\) \| ola@example\.com/);
    assert.match(stdout, /Ola Berg \(@ola, ola@example\.com\): 1 path opened/);
    assert.match(stdout, /Nothing is written yet\. Run it again with --write\.\n$/);
    assert.equal(textOf(repository), before);
    assert.match(
      stdout,
      /\n {2}Ola Berg \(@ola, ola@example\.com\) is judged as a PM from now on, and was not before\.\n/,
    );
    assert.doesNotMatch(stdout, /closed/);
  });

  it('says what a row comes to, and what is wrong with it', async () => {
    const repository = repositoryWith(aligned);
    const { stdout } = await run(repository, 'move', '@maya', '--folders', 'src/nowhere');
    assert.match(stdout, /\nWhat it comes to then:\n {2}Maya: \d+ files? editable, /);
    assert.match(stdout, /CLAUDE\.md:\d+ .*src\/nowhere/);
  });

  it('keeps the layout of an aligned table, wider where it has to be', async () => {
    const repository = repositoryWith(aligned);
    const { code } = await run(repository, ...ola, ...dris, '--flags', 'cart', '--write');
    assert.equal(code, 0);
    const table = textOf(repository)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    assert.deepEqual(table, [
      '| PM              | Email            | Feature folders | Flags      | Reviewers | Engineering DRI | Product DRI |',
      '| --------------- | ---------------- | --------------- | ---------- | --------- | --------------- | ----------- |',
      '| Maya (@maya)    | maya@example.com | `src/home`      | `new-home` | @org/home | @erin           | @paul       |',
      '| Ola Berg (@ola) | ola@example.com  | `src/other`     | `cart`     |           | @erin           | @paul       |',
    ]);
  });

  it('touches no other line of a table that is not aligned, and fills in its own columns', async () => {
    const repository = repositoryWith(plain, '\nMore words.\n');
    const before = textOf(repository);
    assert.equal((await run(repository, ...ola, ...dris, '--write')).code, 0);
    assert.deepEqual(newLines(before, textOf(repository)), [
      '| Ola Berg | @ola | ola@example.com | src/other | @erin | @paul | active |',
    ]);
  });

  it('ends a pilot and keeps the row, with a column for it where there is none', async () => {
    const repository = repositoryWith(aligned);
    const { code, stdout } = await run(repository, 'revoke', '@MAYA', '--write');
    assert.equal(code, 0, stdout);
    assert.match(stdout, /Maya .*: \d+ paths? closed/);
    assert.match(stdout, /Written into CLAUDE\.md\. It counts once it is merged/);
    assert.match(
      textOf(repository),
      /\| Product DRI \| Status +\|\n\| -+ .*\| -+ \|\n\| Maya .*\| @paul +\| revoked \|\n/,
    );
    const { json } = await pmZone(repository, ['doctor', '--worktree', '--format', 'json']);
    const [{ pms }] = json as readonly [{ pms: readonly { pm: string; revoked?: true }[] }];
    assert.deepEqual(
      pms.map(({ pm, revoked }) => [pm, revoked]),
      [['Maya', true]],
    );
  });

  it('finds who is meant by an address, and by the name', async () => {
    for (const who of ['maya@example.com', 'maya', 'Maya']) {
      const repository = repositoryWith(plain);
      const before = textOf(repository);
      assert.equal((await run(repository, 'revoke', who, '--write')).code, 0, who);
      assert.deepEqual(newLines(before, textOf(repository)), [
        '|Maya|@maya|maya@example.com|src/home|@erin|@paul| revoked |',
      ]);
    }
  });

  it('gives somebody another surface, and leaves the rest of the row', async () => {
    const repository = repositoryWith(aligned);
    const { code, json } = await run(
      repository,
      ...['move', '@maya', '--folders', 'src/other', '--flags', 'none', '--engineering-dri', 'omar', '--write'],
      ...['--format', 'json'],
    );
    assert.equal(code, 0);
    const [{ file, written, people }] = json as readonly [
      { file: string; written: boolean; people: readonly object[] },
    ];
    assert.deepEqual([file, written, people.length], ['CLAUDE.md', true, 1]);
    assert.match(
      textOf(repository),
      /\| Maya \(@maya\) \| maya@example\.com \| `?src\/other`? +\| +\| @org\/home \| @omar +\| @paul +\|/,
    );
  });

  it('begins a list that has its heads alone', async () => {
    const repository = repositoryWith(plain.replace(/\|Ma[yx].*\n/g, ''));
    assert.equal((await run(repository, ...ola, ...dris, '--write')).code, 0);
    assert.match(textOf(repository), /\|--:\|---\|\n\| Ola Berg \| @ola \|/);
  });

  it('adds a column for what the list did not have', async () => {
    const repository = repositoryWith(plain);
    assert.equal((await run(repository, 'move', 'maya', '--reviewers', '@org/home', '--write')).code, 0);
    assert.match(textOf(repository), /\|Status\| Reviewers \|\n.*\|---\| --- \|\n.*\| @org\/home \|\n/);
  });

  it('edits the file that the list stands in, also one that is imported, and keeps its line ends and permissions', async () => {
    const repository = pilotRepository({
      policy: `${appendixA}\n@docs/roster.md\n`,
      files: { 'docs/roster.md': `# PMs\n${aligned}`.replaceAll('\n', '\r\n') },
    });
    chmodSync(join(repository.root, 'docs/roster.md'), 0o640);
    const { code, stdout, stderr } = await run(repository, 'revoke', 'maya', '--write');
    assert.equal(code, 0, stdout + stderr);
    const text = textOf(repository, 'docs/roster.md');
    assert.equal(text.split('\n').length, text.split('\r\n').length);
    assert.match(text, /revoked \|\r\n$/);
    assert.equal(statSync(join(repository.root, 'docs/roster.md')).mode & 0o777, 0o640);
  });

  it('ends a file without a last line break as it was', async () => {
    const repository = repositoryWith(plain.trimEnd());
    assert.equal((await run(repository, ...ola, ...dris, '--write')).code, 0);
    assert.match(textOf(repository), /revoked\|\n\| Ola Berg .*\| active \|$/);
  });

  describe('refuses', () => {
    const refusals: readonly (readonly [string, readonly string[], RegExp, string?])[] = [
      [
        'somebody who stands there',
        ['add', 'M', '--handle', '@maya'],
        /Maya stands in line \d+ of CLAUDE\.md already\. To give/,
      ],
      [
        'somebody who is revoked',
        ['add', 'Max', '--handle', '@max'],
        /Max stands in line .*They are revoked there/,
        plain,
      ],
      ['nobody', ['revoke', '@nobody'], /@nobody is on no row of the list of PMs/],
      ['who is revoked already', ['revoke', '@max'], /Max is revoked already/, plain],
      [
        'a surface for who is revoked',
        ['move', '@max', '--folders', 'src/a'],
        /Max is revoked, so nothing is open/,
        plain,
      ],
      [
        'a row without a handle',
        ['add', 'Ola', '--email', 'ola@example.com'],
        /that would be an error of the policy\. .*has no handle/,
      ],
      ['a folder that is the root', ['move', '@maya', '--folders', '.'], /error of the policy/],
      ['a wildcard for a folder', ['move', '@maya', '--folders', 'src/*'], /error of the policy/],
      ['a pilot PM as a DRI', ['move', '@maya', '--engineering-dri', '@maya'], /error of the policy\. .*is a pilot PM/],
      [
        'what a table cannot hold',
        ['move', '@maya', '--flags', 'a|b'],
        /not be read as what you asked|error of the policy/,
      ],
      [
        'two lines',
        ['add', 'Ola\n\nPMs can touch:\n- `**`', '--handle', '@ola'],
        /not be read as what you asked|error of the policy/,
      ],
      [
        'words that open something',
        ['add', 'Ola `src/**`', '--handle', '@ola'],
        /not be read as what you asked|error of the policy/,
      ],
      ['a list that is none', ['revoke', '@maya'], /has no list of PMs/, '\n'],
      ['half a sentence', ['revoke'], /say what to do and for whom/],
      ['too many words', ['revoke', 'a', 'b'], /say what to do and for whom/],
      ['another verb', ['remove', '@maya'], /there is no pm-zone roster remove: it is add, revoke or move/],
      ['folders for who goes', ['revoke', '@maya', '--folders', 'src/a'], /revoke takes nobody’s folders/],
      ['a move to nowhere', ['move', '@maya'], /say where to/],
      ['a move to another person', ['move', '@maya', '--handle', '@ola'], /move keeps who they are/],
      [
        'a name of two people',
        ['revoke', 'sam lee'],
        /sam lee may be Sam Lee or SAM LEE: name a handle/,
        plain.replace('|Max|', '|SAM LEE|').replace('|Maya|', '|Sam Lee|').replace('revoked', 'active'),
      ],
    ];
    for (const [title, args, reads, table = aligned] of refusals) {
      it(title, async () => {
        const repository = repositoryWith(table);
        const before = textOf(repository);
        const { code, stderr } = await run(repository, ...args, '--write');
        assert.match(stderr, reads);
        assert.equal(code, 2);
        assert.equal(textOf(repository), before);
      });
    }

    it('somebody’s surface who has two rows, and rows in two files', async () => {
      const two = `${plain}|Maya|@maya|maya@example.com|src/b|@erin|@paul|active|\n`;
      const repository = repositoryWith(two);
      assert.match((await run(repository, 'move', '@maya', '--folders', 'src/c')).stderr, /Maya has 2 rows/);
      assert.equal((await run(repository, 'revoke', '@maya', '--write')).code, 0);
      assert.equal(textOf(repository).match(/revoked/g)?.length, 3);
      const apart = pilotRepository({
        policy: `${appendixA}${plain}\n@docs/more.md\n`,
        files: { 'docs/more.md': plain.replace(/\|Max.*\n/, '').replace('src/home', 'src/b') },
      });
      assert.match((await run(apart, 'revoke', '@maya')).stderr, /the rows of Maya stand in several files/);
    });

    it('to write over what somebody else wrote meanwhile', async () => {
      const repository = repositoryWith(aligned);
      const proposal = { file: 'CLAUDE.md', original: 'Before.\n', text: 'After.\n' };
      await assert.rejects(writeRoster(repository.root, proposal), /CLAUDE\.md is another by now/);
    });

    it('a policy that is a link', async () => {
      const repository = repositoryWith(aligned);
      repository.git('mv', 'CLAUDE.md', 'AGENTS.md');
      symlinkSync('AGENTS.md', join(repository.root, 'CLAUDE.md'));
      const { code, stdout } = await run(repository, 'revoke', '@maya', '--write');
      assert.equal(code, 0);
      assert.match(stdout, /^AGENTS\.md, the table/);
    });
  });
});
