import assert from 'node:assert/strict';
import { emptyChangeKey, readChangeKey } from '../../src/change/read-change-key.js';
import { openRepository, type Repository } from '../../src/git/repository.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

describe('readChangeKey', () => {
  let made: TemporaryRepository;
  let repository: Repository;
  let base: { readonly ref: string; readonly commit: string };
  beforeEach(async () => {
    made = temporaryRepository();
    made.write('a.md', 'a\n');
    base = { ref: 'main', commit: made.commit('Start') };
    made.git('switch', '-q', '-c', 'pm/home');
    repository = await openRepository(made.root, { environment: made.environment });
  });
  afterEach(() => {
    repository.close();
    made.remove();
  });

  it('is the same for the same resulting contents, and another for others', async () => {
    made.write('b.md', 'b\n');
    const one = await readChangeKey(repository, base, made.commit('One'));
    assert.equal(await readChangeKey(repository, base, made.commit('Nothing more')), one);
    made.write('b.md', 'c\n');
    assert.notEqual(await readChangeKey(repository, base, made.commit('Another')), one);
  });

  it('is the empty one for a commit that changes nothing', async () => {
    assert.equal(await readChangeKey(repository, base, made.commit('Nothing')), emptyChangeKey);
  });

  it('is none of a commit that git does not hold', async () => {
    assert.equal(await readChangeKey(repository, base, '1'.repeat(40)), undefined);
  });

  it('hides no bug', async () => {
    const broken = { ...repository, git: { run: () => Promise.reject(new Error('odd')) } } as unknown as Repository;
    await assert.rejects(readChangeKey(broken, base, base.commit), /odd/);
  });
});
