import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Git } from '../../../src/git/git.js';
import { GitError } from '../../../src/git/git-error.js';
import { openGit } from '../../../src/git/git.js';
import { readRecentTitles } from '../../../src/pull-request/title/read-recent-titles.js';
import { temporaryRepository } from '../../support/temporary-repository.js';

const saying = (log: () => string): Git => ({ run: () => Promise.resolve(Buffer.from(log())) }) as unknown as Git;

function titles(
  ...entries: readonly (readonly [author: string, subject: string, body?: string])[]
): Promise<readonly string[]> {
  const log = entries.map(([author, subject, body = '']) => `\x01${author}\0${subject}\0${body}\n`).join('');
  return readRecentTitles(
    saying(() => log),
    'main',
  );
}

describe('readRecentTitles', () => {
  it('reads what was squashed, and of a merge what it brought', async () => {
    const repository = temporaryRepository();
    try {
      repository.write('a', '1');
      repository.commit('First (#12)');
      repository.git('switch', '-q', '-c', 'own');
      repository.write('b', '1');
      repository.commit('Not on the first line of parents');
      repository.git('switch', '-q', '-');
      repository.git('merge', '-q', '--no-ff', '-m', 'Merge pull request #13 from acme/own\n\nSecond', 'own');
      const git = openGit(repository.root, { environment: repository.environment });
      assert.deepEqual(await readRecentTitles(git, 'HEAD'), ['Second', 'First']);
      assert.deepEqual(await readRecentTitles(git, 'no-such-commit'), []);
    } finally {
      repository.remove();
    }
  });

  it('leaves out machines, reverts and merges of other kinds', async () => {
    assert.deepEqual(
      await titles(
        ['Erin', 'Say it (#1) (!2)'],
        ['renovate[bot]', 'Update x'],
        ['Erin', 'Revert "Say it"'],
        ['Erin', 'Bump x from 1 to 2'],
        ['Erin', "Merge branch 'main' into next", 'Words'],
        ['Erin', "Merge branch 'own' into 'main'", 'Of GitLab\n\nSee merge request acme/shop!3'],
        ['Erin', "Merge branch 'own' into 'main'", 'See merge request acme/shop!3'],
        ['Erin', 'Merge pull request #4 from acme/own'],
        ['Erin', 'Merge pull request #5 from acme/dependabot/npm/x', 'Bump x'],
      ),
      ['Say it', 'Of GitLab'],
    );
  });

  it('has none where git fails, and hides no fault of ours', async () => {
    const failing = (error: Error): Git =>
      saying(() => {
        throw error;
      });
    await assert.rejects(readRecentTitles(failing(new TypeError('x')), 'main'), TypeError);
    assert.deepEqual(await readRecentTitles(failing(new GitError('too-much', 'x')), 'main'), []);
  });

  it('throws on no log', async () => {
    const unit = fc.constantFrom('\x01', '\0', '\n', 'Merge ', 'pull request #1 from ', '(#1)', 'x', ' ');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit }), async (log) => {
        for (const title of await readRecentTitles(
          saying(() => log),
          'main',
        ))
          assert.equal(typeof title, 'string');
      }),
    );
  });
});
