import assert from 'node:assert/strict';

import { parseCommitLog, readCommits } from '../../../src/change/sources/read-commits.js';
import { GitError } from '../../../src/git/git-error.js';
import type { Repository } from '../../../src/git/repository.js';

const oid = 'c'.repeat(40);
const entry = `:100644 100644 ${'1'.repeat(40)} ${'2'.repeat(40)} M\0a.md\0`;

/** A repository whose git writes its log as no git with our settings does. */
const writing = (output: Buffer): Repository =>
  ({ git: { run: () => Promise.resolve(output) } }) as unknown as Repository;

describe('readCommits', () => {
  it('lets no commit pass unseen where the log is in a form that cannot be read', async () => {
    for (const log of [Buffer.from(`${oid}\0`, 'utf16le'), Buffer.from(entry)]) {
      await assert.rejects(
        readCommits(writing(log), 'a', 'b'),
        (error) => error instanceof GitError && error.kind === 'failed' && error.sentence.includes('cannot be read'),
      );
    }
  });

  it('does not say what a merge made by itself where git does not tell', async () => {
    const headers = ['tree', 'parent', 'parent'].map((key) => `${key} ${oid}\n`).join('');
    const repository = (merges: Buffer): Repository =>
      ({
        git: {
          run: (args: readonly string[]) =>
            Promise.resolve(args.includes('--merges') ? merges : Buffer.from(`${oid}\0\0${entry}`)),
        },
        objects: { read: () => Promise.resolve(new Map([[oid, { content: Buffer.from(`${headers}\nm`) }]])) },
      }) as unknown as Repository;
    const made = async (merges: Buffer) => (await readCommits(repository(merges), 'a', 'b'))[0]?.madeByMerge;
    assert.equal(await made(Buffer.alloc(0)), undefined);
    assert.deepEqual(await made(Buffer.from(`${oid}\0`)), []);
  });

  it('finds none where git lists none, and asks no git for a branch that is its base', async () => {
    assert.deepEqual(await readCommits(writing(Buffer.alloc(0)), 'a', 'b'), []);
    assert.deepEqual(await readCommits(writing(Buffer.from('?')), 'a', 'a'), []);
  });
});

describe('parseLog', () => {
  it('gives each commit its files, and passes over what belongs to none', () => {
    const log = Buffer.from(`${entry}${oid}\0\0${entry}${'d'.repeat(64)}\0`);
    assert.deepEqual(parseCommitLog(log), [
      { oid, files: [{ path: 'a.md', oid: '2'.repeat(40) }] },
      { oid: 'd'.repeat(64), files: [] },
    ]);
  });

  it('reads what a merge made by itself, of however many parents, and what is a submodule', () => {
    const ids = (...digits: readonly string[]): string => digits.map((digit) => digit.repeat(40)).join(' ');
    const log = `${oid}\0\0::100644 100755 160000 ${ids('1', '2', '3')} MM\0a\0:::100644 100644 100644 000000 ${ids('1', '2', '3', '0')} DDD\0b\0`;
    assert.deepEqual(parseCommitLog(Buffer.from(log)), [
      {
        oid,
        files: [
          { path: 'a', oid: '3'.repeat(40), isSubmodule: true },
          { path: 'b', oid: undefined },
        ],
      },
    ]);
  });
});
