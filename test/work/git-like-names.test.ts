import assert from 'node:assert/strict';
import { getLatest } from '../../src/work/get-latest.js';
import type { OperationOutcome } from '../../src/work/operation-outcome.js';
import { startOver } from '../../src/work/start-over.js';
import { switchChange } from '../../src/work/switch-change.js';
import type { Work } from '../../src/work/work.js';
import { backupsOf, done, refused, stateOf } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('files of which no backup could be read again', function () {
  const { repository, origin, text, base, run } = usePilotClone(this);
  const switching = (work: Work): Promise<OperationOutcome> => switchChange(work, { to: 'main' });

  for (const name of ['zip/.GIT/HEAD', '.Git'])
    it(`keeps nothing, and moves nothing, where ${name} is among what is unfinished`, async () => {
      repository.write('src/home/a.txt', 'a day of work\n');
      repository.write(name, 'copied from elsewhere\n');
      const before = stateOf(repository);
      for (const operation of [switching, (work: Work) => startOver(work, { base: base() })]) {
        const refusal = refused(await run(operation));
        assert.equal(refusal.reason, 'in-the-way');
        assert.deepEqual(refusal.paths, [name]);
        assert.ok(refusal.sentence.startsWith(`“${name}” cannot be kept safe`), refusal.sentence);
        assert.match(refusal.sentence, /Move it out of this folder/);
        assert.deepEqual(stateOf(repository), before);
        assert.equal(repository.git('for-each-ref', 'refs/pm-zone'), '');
      }
      repository.remove(name);
      done(await run(switching));
      assert.equal((await run(backupsOf)).length, 1);
    });

  it('lets what leaves everything in its place go on', async () => {
    repository.write('zip/.GIT/HEAD', 'copied from elsewhere\n');
    origin.write('more.txt', 'more\n');
    origin.commit('More');
    repository.git('fetch', '--quiet');
    done(await run((work) => getLatest(work, { base: base() })));
    assert.deepEqual([text('zip/.GIT/HEAD'), text('more.txt')], ['copied from elsewhere\n', 'more\n']);
  });

  it('keeps nothing where what was written comes back otherwise for another reason', async () => {
    repository.write('src/home/a.txt', 'a day of work\n');
    const before = stateOf(repository);
    const spoil = (work: Work): Work => ({
      ...work,
      run: (args, options) =>
        work.run(
          args,
          args[0] === 'hash-object' &&
            args.includes('-w') &&
            typeof options?.input === 'string' &&
            options.input.startsWith('{')
            ? { ...options, input: '{' }
            : options,
        ),
    });
    const refusal = refused(await run((work) => switching(spoil(work))));
    assert.match(refusal.sentence, /could not be kept safe.*ask your engineering DRI/i);
    assert.deepEqual(stateOf(repository), before);
    assert.equal(repository.git('for-each-ref', 'refs/pm-zone'), '');
  });
});
