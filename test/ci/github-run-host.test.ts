import assert from 'node:assert/strict';
import type * as z from 'zod/mini';
import { openGithubRun } from '../../src/ci/github-run-host.js';
import type { GithubHost } from '../../src/hosts/open-github.js';

const group = 'c'.repeat(40);

/** The pull requests of the group, where GitHub answers this of the queue. */
async function queued(mergeQueue: unknown): Promise<readonly number[]> {
  const asked: unknown[] = [];
  const api = {
    query: (body: unknown, schema: z.ZodMiniType) => {
      asked.push((body as { readonly variables: unknown }).variables);
      return Promise.resolve(schema.parse({ data: { repository: { mergeQueue } } }));
    },
  };
  const host = openGithubRun({ api, web: '' } as unknown as GithubHost, {
    repository: 'acme/shop',
    poster: undefined,
    page: undefined,
  });
  const numbers = await host.queued({ commit: group, base: 'release/1' });
  assert.deepEqual(asked, [{ owner: 'acme', name: 'shop', branch: 'release/1' }]);
  return numbers;
}

const entry = (number: number | undefined, position: number, oid: string | undefined): object => ({
  position,
  headCommit: oid === undefined ? null : { oid },
  pullRequest: number === undefined ? null : { number },
});

describe('the merge queue as GitHub tells it', () => {
  it('has in a group all that stand before it too, in their order', async () => {
    const nodes = [entry(9, 2, group), entry(7, 1, 'd'.repeat(40)), entry(99, 3, undefined)];
    assert.deepEqual(await queued({ entries: { nodes } }), [7, 9]);
  });

  it('has nobody in a group that it does not know, or not whole', async () => {
    assert.deepEqual(await queued(null), []);
    assert.deepEqual(await queued({ entries: { nodes: [entry(7, 1, 'd'.repeat(40))] } }), []);
    for (const untold of [entry(undefined, 1, undefined), null])
      assert.deepEqual(await queued({ entries: { nodes: [entry(9, 2, group), untold] } }), []);
  });
});
