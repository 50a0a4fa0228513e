import assert from 'node:assert/strict';
import { bringBack } from '../../src/work/bring-back.js';
import { takeRebaseBack } from '../../src/work/take-rebase-back.js';
import { backupsOf, done, refused, stateOf } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('a rebase that is taken back', function () {
  const { repository, origin, text, run } = usePilotClone(this);
  const before = (): string => repository.git('rev-parse', 'pm/home');
  /** A rebase onto what others changed in the same line. */
  const stop = (...args: readonly string[]): void => {
    origin.write('src/home/a.txt', 'theirs\n');
    origin.write('src/home/b.txt', 'theirs too\n');
    origin.commit('Theirs');
    repository.git('fetch', '--quiet');
    assert.throws(() => repository.git('rebase', ...args, 'origin/main'));
  };

  for (const how of ['--merge', '--apply'])
    it(`keeps what was changed since it began (${how})`, async () => {
      const commit = before();
      stop(how);
      repository.write('src/home/a.txt', 'settled by hand\n');
      repository.write('src/home/b.txt', 'written meanwhile\n');
      repository.git('add', 'src/home/a.txt');
      const { backup, sentence } = done(await run(takeRebaseBack));
      assert.match(sentence, /as before it\. “Bring Back…” has what was in the files/);
      assert.deepEqual(
        [repository.git('branch', '--show-current'), repository.git('rev-parse', 'HEAD')],
        ['pm/home', commit],
      );
      assert.deepEqual([text('src/home/a.txt'), text('src/home/b.txt')], ['authored\n', 'two\n']);
      const [kept] = await run(backupsOf);
      assert.ok(kept);
      assert.deepEqual([kept.ref, kept.why], [backup, 'before a rebase was taken back']);
      assert.ok(kept.paths.includes('src/home/a.txt') && kept.paths.includes('src/home/b.txt'), kept.paths.join());
      done(await run((work) => bringBack(work, { ref: kept.ref, paths: ['src/home/a.txt', 'src/home/b.txt'] })));
      assert.deepEqual([text('src/home/a.txt'), text('src/home/b.txt')], ['settled by hand\n', 'written meanwhile\n']);
      assert.equal(repository.git('rev-parse', 'HEAD'), commit);
    });

  it('keeps what stands in a conflict that nobody settled', async () => {
    stop();
    repository.write('src/home/a.txt', '<<<<<<< ours\ntheirs\n=======\nhalf settled\n>>>>>>> mine\n');
    done(await run(takeRebaseBack));
    const [kept] = await run(backupsOf);
    assert.ok(kept);
    done(await run((work) => bringBack(work, { ref: kept.ref })));
    assert.match(text('src/home/a.txt'), /half settled/);
  });

  it('makes no backup where nothing was changed', async () => {
    const commit = before();
    repository.write('src/home/c.txt', 'one more\n');
    repository.commit('One more');
    assert.throws(() =>
      repository.git('-c', 'sequence.editor=false', 'rebase', '--exec', 'false', '--no-ff', `${commit}~1`),
    );
    repository.git('reset', '--quiet', '--hard');
    const { backup, sentence } = done(await run(takeRebaseBack));
    assert.deepEqual([backup, sentence], [undefined, 'The rebase is taken back: your change is as before it.']);
    assert.equal(repository.git('branch', '--show-current'), 'pm/home');
    assert.deepEqual(await run(backupsOf), []);
  });

  it('is refused where none is under way, with nothing done', async () => {
    const state = stateOf(repository);
    assert.equal(refused(await run(takeRebaseBack)).reason, 'nothing-to-do');
    assert.deepEqual(stateOf(repository), state);
  });

  it('is refused for patches that git is in the middle of', async () => {
    stop('--apply');
    repository.write('.git/rebase-apply/applying', '');
    assert.match(refused(await run(takeRebaseBack)).sentence, /No rebase is under way/);
  });

  it('stays where git does not take it back, and the backup too', async () => {
    stop();
    repository.write('src/home/a.txt', 'settled by hand\n');
    repository.write('.git/rebase-merge/head-name', 'refs/heads/pm/gone\n');
    repository.remove('.git/rebase-merge/orig-head');
    const refusal = refused(await run(takeRebaseBack));
    assert.equal(refusal.reason, 'git');
    assert.equal(text('src/home/a.txt'), 'settled by hand\n');
    assert.equal((await run(backupsOf)).length, 1);
  });
});
