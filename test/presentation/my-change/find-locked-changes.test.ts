import assert from 'node:assert/strict';
import { findLockedChanges } from '../../../src/presentation/my-change/find-locked-changes.js';
import { readMyChange } from '../../../src/presentation/my-change/my-change.js';
import { pilotRepository } from '../../support/pilot-repository.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

describe('lockedChanges', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = pilotRepository();
  });
  afterEach(() => repository.remove());
  const found = async (...touched: readonly string[]): Promise<readonly (readonly [string, string])[]> => {
    const mine = await readMyChange(repository.root, { environment: repository.environment, as: undefined });
    return findLockedChanges(mine, touched).map(({ path, kind }) => [path, kind]);
  };

  it('are those that were touched, are locked and are in no commit yet', async () => {
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    repository.write('src/auth/new.ts', 'export {};\n');
    repository.write('src/home/i18n/en.json', '{}\n');
    const login = ['src/auth/login.ts', 'changed'];
    const made = ['src/auth/new.ts', 'new'];
    assert.deepEqual(await found('src/auth/login.ts', 'src/home/i18n/en.json'), [login]);
    assert.deepEqual(await found('src/auth', 'src/auth'), [login, made]);
    assert.deepEqual(await found('src/au', 'auth/login.ts'), []);
    assert.deepEqual(await found(), []);
    repository.remove('src/auth/login.ts');
    assert.deepEqual(await found('src'), [['src/auth/login.ts', 'removed'], made]);
  });

  it('are none that a commit has', async () => {
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    repository.commit('Let them in');
    assert.deepEqual(await found('src/auth/login.ts'), []);
    repository.write('src/auth/login.ts', 'export const login = 3;\n');
    assert.deepEqual(await found('src/auth/login.ts'), [['src/auth/login.ts', 'changed']]);
  });
});
