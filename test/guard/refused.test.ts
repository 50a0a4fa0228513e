import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { judgeCommit } from '../../src/guard/judge-commit.js';
import { readRefusedCommit, type RefusedCommit } from '../../src/git/refused-commit-file.js';
import { pmZone } from '../support/run-command-line.js';
import { failingCheck, locked } from '../support/guarded-repository.js';
import { pilotRepository } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

describe('what the guard leaves for the editor', () => {
  let repository: TemporaryRepository;
  beforeEach(() => (repository = pilotRepository()));
  afterEach(() => repository.remove());

  const note = (): Promise<RefusedCommit | undefined> => readRefusedCommit(join(repository.root, '.git'));
  const run = async (...args: readonly string[]): Promise<number> =>
    (await pmZone(repository, ['guard', 'run', ...args], { environment: {} })).code;

  it('is what a commit was refused for and on what, until one passes', async () => {
    assert.equal(await run('pre-commit'), 0);
    assert.equal(await note(), undefined);
    repository.write(locked, 'x\n');
    repository.write('src/home/i18n/en.json', '{ "title": \n');
    repository.git('add', '-A');
    assert.equal(await run('pre-commit'), 1);
    const refused = await note();
    assert.ok(refused);
    assert.equal(refused.head, repository.git('rev-parse', 'HEAD'));
    assert.ok(Math.abs(refused.at - Date.now()) < 60_000);
    assert.deepEqual(refused.points.map(({ path }) => path).sort(), [locked, 'src/home/i18n/en.json'].sort());
    const catalog = refused.points.find(({ path }) => path !== locked);
    assert.match(catalog?.message ?? '', /^This catalog cannot be read/);
    assert.ok(catalog?.line !== undefined && catalog.column !== undefined);
    repository.git('reset', '--quiet', '--hard');
    repository.write('src/home/note.md', 'a\n');
    repository.git('add', '-A');
    assert.equal(await run('pre-commit'), 0);
    assert.equal(await note(), undefined);
  });

  it('is nothing any more once nothing is to be committed', async () => {
    repository.write(locked, 'x\n');
    repository.git('add', '-A');
    assert.equal(await run('pre-commit'), 1);
    repository.git('reset', '--quiet', '--hard');
    assert.equal(await run('pre-commit'), 0);
    assert.equal(await note(), undefined);
  });

  it('is an engineer who is missing from the message, too', async () => {
    repository.write('src/other/readme.md', 'x\n');
    repository.write('.git/COMMIT_EDITMSG', 'Alone\n');
    repository.git('add', '-A');
    assert.equal(await run('pre-commit'), 0);
    assert.equal(await run('commit-msg', '--', '.git/COMMIT_EDITMSG'), 1);
    const [point, ...rest] = (await note())?.points ?? [];
    assert.deepEqual(rest, []);
    assert.equal(point?.path, 'src/other/readme.md');
    assert.match(point.message, /^src\/other\/readme\.md needs an engineer/);
  });

  it('is a check that failed', async () => {
    repository.write('src/home/note.md', 'a\n');
    repository.git('add', '-A');
    const answer = await judgeCommit({ cwd: repository.root, environment: repository.environment }, [
      failingCheck('Oh'),
    ]);
    assert.match(answer.lines[0] ?? '', /^Not committed: the check zone failed/);
    assert.match((await note())?.points[0]?.message ?? '', /^The check zone failed, .*: Oh$/);
  });

  it('is nothing where git’s folder takes no file, and the commit is refused all the same', async () => {
    repository.write(locked, 'x\n');
    repository.git('add', '-A');
    const folder = join(repository.root, '.git');
    chmodSync(folder, 0o555);
    try {
      assert.equal(await run('pre-commit'), 1);
    } finally {
      chmodSync(folder, 0o755);
    }
  });
});
