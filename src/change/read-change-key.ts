import { createHash } from 'node:crypto';
import { rangeQuery } from '../git/git-queries.js';
import { GitError } from '../git/git-error.js';
import type { Repository } from '../git/repository.js';
import { parseRawEntries } from './files/raw-entries.js';
import { findMergeBase } from './sources/find-merge-base.js';

/**
 * What a commit changes against where it left the base, as one short text: the same for the same paths, modes and resulting contents, so that a
 * rebase that changes nothing and a merge of the base keep it (design §9, "Evidence"). `undefined` where git does not hold the commit, or cannot
 * tell where it left the base.
 */
export async function readChangeKey(
  repository: Repository,
  base: { readonly ref: string; readonly commit: string },
  commit: string,
): Promise<string | undefined> {
  try {
    const from = await findMergeBase(repository, base, [commit]);
    const entries = parseRawEntries(await repository.git.run([...rangeQuery, from, commit, '--']));
    // What the same result was made from may change with the base.
    const results = entries.map(({ name, after }) => [name, after?.mode, after?.oid]);
    return keyOf(results);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** The key of a commit that changes nothing. */
export const emptyChangeKey = keyOf([]);

function keyOf(results: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(results)).digest('hex');
}
