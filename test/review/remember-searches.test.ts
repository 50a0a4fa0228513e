import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskCache } from '../../src/git/disk-cache.js';
import { rememberSearches } from '../../src/review/memory/remember-searches.js';
import { createReviewContext } from '../support/review-context.js';

describe('rememberSearches', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'pm-zone-'))));
  after(() => rmSync(folder, { recursive: true }));

  const { snapshot } = createReviewContext({ base: {}, head: {} });

  it('asks once for the same of the same commit, and again for anything else or where there was no answer', async () => {
    const asked: string[] = [];
    const search = (expressions: readonly string[], leftOut?: readonly string[]): Promise<string[] | undefined> => {
      asked.push([...expressions, ...(leftOut ?? [])].join(' '));
      return Promise.resolve(expressions.includes('slow') ? undefined : [`${expressions.join()}.ts`]);
    };
    // Each is a review of its own.
    const open = (commit: string | undefined): typeof search => {
      const cache = openDiskCache(folder, '1');
      const kept = rememberSearches({ ...snapshot, search }, commit, (...wanted) => cache.getOrCompute(...wanted));
      return async (...wanted) => (await kept.search(...wanted)) as string[] | undefined;
    };
    assert.deepEqual(await open('a')(['key']), ['key.ts']);
    assert.deepEqual(await open('a')(['key']), ['key.ts']);
    assert.deepEqual(asked, ['key']);
    await open('a')(['key'], ['md']);
    await open('b')(['key']);
    assert.equal(await open('a')(['slow']), undefined);
    assert.equal(await open('a')(['slow']), undefined);
    // Without a commit nothing names what was searched.
    await open(undefined)(['key']);
    await open(undefined)(['key']);
    assert.deepEqual(asked, ['key', 'key md', 'key', 'slow', 'slow', 'key', 'key']);
  });
});
