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
});
