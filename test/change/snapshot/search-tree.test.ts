import assert from 'node:assert/strict';

import { openGit } from '../../../src/git/git.js';
import { searchTree } from '../../../src/change/snapshot/search-tree.js';
import { temporaryRepository } from '../../support/temporary-repository.js';

describe('searchTree', () => {
  const repository = temporaryRepository();
  const git = openGit(repository.root, { environment: repository.environment });
  after(() => repository.remove());

  it('finds the files of a commit, whatever attributes and settings say of them, and what is a binary', async () => {
    const files = {
      'a b.ts': "t('home.title')\n",
      'sub/é.ts': 'x home:title',
      'bin.dat': 'home.title\0',
      'no.ts': 'homeXtitle',
      '.gitattributes': '*.ts -diff diff=odd binary\n',
    };
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    const commit = repository.commit('all');
    repository.write('a b.ts', '');
    repository.write('new.ts', 'home.title');
    await git.run(['config', 'grep.patternType', 'fixed']);
    await git.run(['config', 'diff.odd.textconv', 'false']);
    assert.deepEqual([...((await searchTree(git, commit, ['home(\\.|:)title', 'other'])) ?? [])].sort(), [
      'a b.ts',
      'bin.dat',
      'sub/é.ts',
    ]);
    assert.deepEqual(await searchTree(git, commit, ['nowhere']), []);
    assert.deepEqual(await searchTree(git, commit, []), []);
  });

  it('reads no picture, font or archive, in capitals neither', async () => {
    const words = ['pictures/Home.PNG', 'font.woff2', 'old.tar.gz', 'png', 'home.png.ts'];
    for (const path of words) repository.write(path, 'only here');
    const commit = repository.commit('pictures');
    const found = async (): Promise<string[]> => [...((await searchTree(git, commit, ['only here'])) ?? [])].sort();
    assert.deepEqual(await found(), ['home.png.ts', 'png']);
  });

  it('leaves out what is of no use to whoever asks, by whole endings', async () => {
    const words = ['docs/Guide.MD', 'guide.md', 'md', 'a.cmd', 'guide.md.erb', 'a/b/c.md'];
    for (const path of words) repository.write(path, 'for some');
    const commit = repository.commit('docs');
    const found = async (leftOut?: readonly string[]): Promise<string[]> =>
      [...((await searchTree(git, commit, ['for some'], leftOut)) ?? [])].sort();
    assert.deepEqual(await found(), words.toSorted());
    assert.deepEqual(await found(['md', 'rst']), ['a.cmd', 'guide.md.erb', 'md']);
  });

  it('says so where git cannot search', async () => {
    assert.equal(await searchTree(git, '0'.repeat(40), ['x']), undefined);
    assert.equal(await searchTree(git, 'HEAD', ['(']), undefined);
    const broken = { ...git, run: () => Promise.reject(new RangeError('odd')) };
    await assert.rejects(searchTree(broken, 'HEAD', ['x']), RangeError);
  });
});
