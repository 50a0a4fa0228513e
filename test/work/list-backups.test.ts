import assert from 'node:assert/strict';
import { listStashes } from '../../src/work/list-backups.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('what git itself put away', function () {
  const { repository, run } = usePilotClone(this);

  it('is listed, the newest first, with what git calls it', async () => {
    assert.deepEqual(await run(listStashes), []);
    repository.write('src/home/a.txt', 'once\n');
    repository.git('stash', '--quiet');
    repository.write('src/home/a.txt', 'twice\n');
    repository.git('stash', 'push', '--quiet', '--message', 'for later');
    const [newest, oldest, ...more] = await run(listStashes);
    assert.deepEqual(more, []);
    assert.equal(newest?.words, 'On pm/home: for later');
    assert.match(oldest?.words ?? '', /^WIP on pm\/home: /);
    assert.match(newest.at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });
});
