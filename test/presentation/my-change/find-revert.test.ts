import assert from 'node:assert/strict';
import { openPolicySession } from '../../../src/policy/policy-session.js';
import { findRevert } from '../../../src/presentation/my-change/find-revert.js';
import { pilotRepository } from '../../support/pilot-repository.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

const erin = 'Erin <erin@example.com>';

describe('findRevert', () => {
  const made: TemporaryRepository[] = [];
  after(() => made.forEach((repository) => repository.remove()));
  const now = (): number => Math.floor(Date.now() / 1000);
  /** Maya's branch of two commits, and what the engineer does with it on main. */
  const outcome = async (onMain: (repository: TemporaryRepository) => void): Promise<boolean> => {
    const repository = pilotRepository();
    made.push(repository);
    for (const [path, text] of [
      ['src/home/i18n/en.json', '{}\n'],
      ['src/home/notes.md', '# Notes\n'],
    ] as const) {
      repository.write(path, text);
      repository.commit(`Change ${path}`, { at: now() });
    }
    repository.git('switch', '-q', 'main');
    onMain(repository);
    repository.git('switch', '-q', 'pm/home');
    const session = await openPolicySession({ cwd: repository.root, environment: repository.environment });
    try {
      assert.equal(await findRevert({ ...session, base: undefined }), false);
      return await findRevert(session);
    } finally {
      session.close();
    }
  };
  const squash = (repository: TemporaryRepository): string => {
    repository.git('merge', '-q', '--squash', 'pm/home');
    return repository.commit('A clearer home (#5)', { author: erin, at: now() });
  };
  const revert = (repository: TemporaryRepository, commit: string): string => {
    repository.git('-c', 'core.editor=true', 'revert', '--no-edit', commit);
    return repository.git('rev-parse', 'HEAD');
  };

  it('finds the revert of the one commit that the host made of it, and of one of its own', async () => {
    assert.equal(await outcome((each) => revert(each, squash(each))), true);
    const one = (each: TemporaryRepository): void => {
      each.git('merge', '-q', '--no-ff', '-m', 'Merge', 'pm/home^');
      revert(each, each.git('rev-parse', 'pm/home^'));
      // What is in main as it is there is no longer the branch's own.
      each.git('reset', '-q', '--hard', 'HEAD');
    };
    assert.equal(await outcome(one), false);
    const picked = (each: TemporaryRepository): void => {
      const own = each.git('rev-parse', 'pm/home');
      each.commit(`Revert "Notes"\n\nThis reverts commit ${own}.`, { author: erin, at: now() });
    };
    assert.equal(await outcome(picked), true);
  });

  it('finds none where something else was reverted, or that revert was', async () => {
    assert.equal(await outcome((each) => void squash(each)), false);
    assert.equal(await outcome((each) => void revert(each, revert(each, squash(each)))), false);
    const other = (each: TemporaryRepository): void => {
      squash(each);
      each.write('src/other/readme.md', 'Other\n');
      revert(each, each.commit('Other', { author: erin, at: now() }));
      each.commit('Say it\n\nThis reverts commit abc.', { author: erin, at: now() });
    };
    assert.equal(await outcome(other), false);
    assert.equal(
      await outcome((each) => void each.git('merge', '-q', '--ff-only', 'pm/home')),
      false,
      'nothing is its own',
    );
  });
});
