import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pilotRepository } from '../support/pilot-repository.js';
import { pmZone } from '../support/run-command-line.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

describe('the review of a range in a repository without its files', () => {
  let repository: TemporaryRepository;
  let bare: Pick<TemporaryRepository, 'root' | 'environment'>;
  before(() => {
    repository = pilotRepository();
    repository.write('src/home/i18n/en.json', '{\n  "title": "Hello",\n  "body": "Begin here."\n}\n');
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    repository.commit('Say what to do first');
    const root = join(repository.root, '..', 'bare.git');
    execFileSync('git', ['clone', '-q', '--bare', repository.root, root], { env: repository.environment });
    bare = { root, environment: repository.environment };
  });
  after(() => repository.remove());

  it('says what it says where the files are checked out', async () => {
    const args = ['review', '--base', 'main', '--head', 'pm/home', '--format', 'json'];
    const there = await pmZone(repository, args);
    assert.equal(there.code, 1);
    assert.match(there.stdout, /src\/auth\/login\.ts/);
    assert.deepEqual(await pmZone(bare, args), there);
  });

  it('takes its HEAD where no head is named, and says so where a name stands for nothing', async () => {
    const { code, stdout } = await pmZone(bare, ['review', '--base', 'main']);
    assert.equal(code, 1);
    assert.match(stdout, /src\/auth\/login\.ts/);
    const gone = await pmZone(bare, ['review', '--base', 'main', '--head', 'gone']);
    assert.match(gone.stderr, /gone names no commit here/);
  });

  it('is no place for what needs the files', async () => {
    for (const args of [['review'], ['review', '--staged'], ['why', 'src/auth/login.ts'], ['files']]) {
      const { code, stderr } = await pmZone(bare, args);
      assert.deepEqual([args, code], [args, 2]);
      assert.match(stderr, /holds a repository's history only, without its files/);
    }
  });

  it('says what git says where there is no repository at all', async () => {
    const above = await pmZone({ ...bare, root: join(bare.root, '..') }, ['review', '--base', 'main']);
    assert.equal(above.code, 2);
    assert.match(above.stderr, /There is no git repository in/);
    const inside = await pmZone({ ...bare, root: join(repository.root, '.git') }, ['review', '--base', 'main']);
    assert.match(inside.stderr, /without its files/);
  });
});
