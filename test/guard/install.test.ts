import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { guardStatus } from '../../src/guard/guard-status.js';
import { installGuard } from '../../src/guard/install-guard.js';
import { removeGuard } from '../../src/guard/remove-guard.js';
import type { GuardRequest } from '../../src/guard/guard.js';
import { isGuardHook, keptName } from '../../src/guard/hook-text.js';
import { pmZone } from '../support/command-line.js';
import { guarded, locked, withGuard, type Guarded } from '../support/guarded.js';
import { pilot, type PilotOptions } from '../support/pilot.js';
import type { TemporaryRepository } from '../support/repository.js';

describe('the guard, installed', function () {
  this.timeout(60_000);
  const made: TemporaryRepository[] = [];
  after(() => made.forEach((repository) => repository.remove()));
  const fresh = (options?: PilotOptions): Guarded => {
    const repository = guarded(options);
    made.push(repository);
    return repository;
  };
  const hooksOf = (repository: Guarded): string => join(repository.root, '.git', 'hooks');
  const hook = (place: string, text: string, mode = 0o755): void => {
    mkdirSync(join(place, '..'), { recursive: true });
    writeFileSync(place, text, { mode });
  };

  describe('in a hostile place', () => {
    it('bears spaces, quotes and dollars in names, and a repository that moves', async () => {
      const repository = fresh();
      const odd = join(repository.environment['HOME'] as string, `it's a "$HOME" \`folder\` \\ 100%`);
      mkdirSync(odd);
      renameSync(repository.root, join(odd, 'work'));
      const environment = { ...repository.environment, XDG_DATA_HOME: odd };
      const moved = withGuard({ ...repository, root: join(odd, 'work'), environment });
      assert.equal((await moved.guard('install')).code, 0);
      const told = (root: string): string => {
        writeFileSync(join(root, locked), 'x\n');
        moved.run('git', ['add', '-A'], { cwd: root, environment: { XDG_DATA_HOME: odd } });
        return moved.run('git', ['commit', '-m', 'x'], { cwd: root }).first;
      };
      assert.match(told(moved.root), /^Not committed: src\/auth/);
      renameSync(moved.root, join(odd, 'moved'));
      assert.match(told(join(odd, 'moved')), /^Not committed: src\/auth/);
      moved.git.call(undefined);
    });
  });
});
