import assert from 'node:assert/strict';
import { readFormerRosters } from '../../src/gate/people/former-rosters.js';
import { GitError } from '../../src/git/git-error.js';
import type { Repository } from '../../src/git/repository.js';

const base = { ref: 'main', commit: 'b'.repeat(40) };

/** A repository that lists so many commits of the policy. */
const repositoryWith = (versions: number, shallow = false): Repository =>
  ({
    shallow,
    git: { run: () => Promise.resolve(Buffer.from(`${'c'.repeat(40)}\n`.repeat(versions))) },
  }) as unknown as Repository;

describe('the rosters that the base had before', () => {
  for (const [title, repository, kind] of [
    ['a history that is cut short', repositoryWith(1, true), 'shallow'],
    ['more versions of the policy than people keep', repositoryWith(1001), 'too-much'],
  ] as const) {
    it(`are not told by ${title}`, async () => {
      await assert.rejects(
        readFormerRosters(repository, base),
        (error) => error instanceof GitError && error.kind === kind && /who was a pilot PM before/.test(error.sentence),
      );
    });
  }
});
