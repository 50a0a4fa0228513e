import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pmZone } from '../support/run-command-line.js';
import { createGuardedRepository, type GuardedRepository } from '../support/guarded-repository.js';

describe('pm-zone guard', () => {
  let repository: GuardedRepository;
  before(() => (repository = createGuardedRepository()));
  after(() => repository.remove());

  it('takes one of three words', async () => {
    for (const args of [[], ['fly'], ['toString'], ['install', 'now']]) {
      const { code, stdout, stderr } = await pmZone(repository, ['guard', ...args]);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.equal(stderr, 'pm-zone: pm-zone guard takes one of install, remove and status.\n');
    }
  });

  it('says that a folder is no repository', async () => {
    for (const action of ['install', 'remove', 'status']) {
      const { code, stderr } = await pmZone(repository, ['guard', action, '--cwd', '..']);
      assert.equal(code, 2);
      assert.match(stderr, /^pm-zone: There is no git repository in/);
      assert.equal((await pmZone({ root: '/', environment: {} }, ['guard', action])).code, 2);
    }
  });

  it('turns it on and off, and says each in text and in JSON', async () => {
    const on = await repository.guard('install', undefined, '--format', 'json');
    assert.equal(on.code, 0);
    const [{ on: isOn, reason, way, guidance } = {}] = on.json as Record<string, unknown>[];
    assert.deepEqual([isOn, reason, way], [true, 'runs', 'beside']);
    assert.match(String(guidance), /--no-verify/);
    assert.equal((await repository.guard('status')).code, 0);
    const off = await repository.guard('remove');
    assert.equal(off.code, 0);
    assert.match(
      off.stdout,
      /^The commit guard is off\. .*\nThe guard is guidance: git commit --no-verify gets round it\. The control is the check in CI/,
    );
    assert.equal((await repository.guard('status')).code, 1);
  });

  it('records an editor’s own Node as such', async () => {
    const { code } = await pmZone(repository, ['guard', 'install'], {
      environment: { ELECTRON_RUN_AS_NODE: '1' },
      program: '/nowhere/pm-zone.js',
    });
    assert.equal(code, 0);
    assert.equal(
      readFileSync(join(repository.userFolder, 'runtimes'), 'utf8'),
      `editor=${process.execPath}\nprogram=/nowhere/pm-zone.js\n`,
    );
    assert.match((await pmZone(repository, ['guard', 'status'])).stdout, /runs with the editor’s own Node/);
    await repository.guard('remove');
  });
});
