import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cancelLatest, finishLatest } from '../../src/work/finish-latest.js';
import { resumeWork } from '../../src/work/resume-work.js';
import type { Work } from '../../src/work/work.js';
import { dyingAt, Killed } from './faults.js';
import { backupsOf, done, filesOf, refused } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('what git set aside before a merge', function () {
  const { repository, origin, text, run } = usePilotClone(this);
  const setAside = (): string => join(repository.root, '.git', 'MERGE_AUTOSTASH');
  /** A merge that ends in a conflict in `a.txt`, with edits that git set aside: staged ones, others, and a file that is gone. */
  beforeEach(() => {
    origin.write('src/home/a.txt', 'theirs\n');
    origin.commit('Theirs');
    repository.git('fetch', '--quiet');
    repository.write('src/home/b.txt', 'ready\n');
    repository.write('added.txt', 'added\n');
    repository.git('add', '--all');
    repository.write('src/home/b.txt', 'ready, then edited\n');
    repository.write('run.sh', 'echo edited\n', true);
    repository.remove('README.md');
  });
  const merge = (): void => {
    assert.throws(() => repository.git('merge', '--autostash', 'origin/main'));
    assert.ok(existsSync(setAside()));
    assert.equal(text('src/home/b.txt'), 'two\n');
  };
  /** Git ends once it has named the commit, before it puts back what it set aside. */
  const dying = (work: Work): Work => {
    let committed = false;
    const run: Work['run'] = async (args, options) => {
      if (args[0] !== 'commit') return work.run(args, options);
      const tree = await work.run(['write-tree'], options);
      const parents = ['-p', 'HEAD', '-p', 'MERGE_HEAD'];
      const made = await work.run(['commit-tree', ...parents, '-m', 'Merge', tree.output.toString().trim()]);
      committed = true;
      return work.run(['update-ref', 'HEAD', made.output.toString().trim()]);
    };
    return dyingAt({ ...work, run }, () => committed);
  };
  const status = (): string => repository.git('status', '--porcelain', '--untracked-files=all');

  it('is in its place again where the merge is taken back', async () => {
    const [files, before, staged] = [filesOf(repository.root), status(), repository.git('ls-files', '--stage')];
    merge();
    const { backup } = done(await run(cancelLatest));
    assert.deepEqual(filesOf(repository.root), files);
    assert.deepEqual([status(), repository.git('ls-files', '--stage')], [before, staged]);
    assert.equal(existsSync(setAside()), false);
    assert.deepEqual(
      (await run(backupsOf)).map(({ ref }) => ref),
      [backup],
    );
  });

  it('leaves out what is a repository of its own', async () => {
    merge();
    const [tree, head] = [repository.git('ls-tree', 'HEAD'), repository.git('rev-parse', 'HEAD')];
    const inner = repository.gitWith(`${tree}\n160000 commit ${head}\tvendor\n`, 'mktree');
    const staged = repository.gitWith('index', 'commit-tree', 'HEAD^{tree}', '-p', 'HEAD');
    const aside = repository.gitWith('aside', 'commit-tree', inner, '-p', 'HEAD', '-p', staged);
    repository.write('.git/MERGE_AUTOSTASH', `${aside}\n`);
    done(await run(cancelLatest));
    assert.deepEqual([status(), existsSync(setAside())], ['', false]);
  });

  it('is in its place again where the merge is finished', async () => {
    const files = filesOf(repository.root);
    merge();
    repository.write('src/home/a.txt', 'both\n');
    done(await run(finishLatest));
    assert.deepEqual(filesOf(repository.root), { ...files, 'src/home/a.txt': '- both\n' });
    assert.equal(existsSync(setAside()), false);
  });

  it('is a backup where what stands here by now leaves it no room', async () => {
    merge();
    repository.git('update-ref', 'HEAD', repository.git('commit-tree', '-p', 'HEAD', '-m', 'Other words', edited()));
    const sentence = done(await run(cancelLatest)).sentence;
    assert.match(sentence, /What git had set aside.*kept as a backup/);
    assert.equal(existsSync(setAside()), false);
    await assertKept();
  });

  it('is a backup where git ended before it put that in its place', async () => {
    merge();
    repository.write('src/home/a.txt', 'both\n');
    await assert.rejects(
      run((work) => finishLatest(dying(work))),
      Killed,
    );
    const { sentence, backups } = done(await run(resumeWork, { isAlive: () => false }));
    assert.match(sentence, /the commit is in your change\. What was set aside is kept as a backup/);
    assert.equal(backups.length, 1);
    assert.equal(existsSync(setAside()), false);
    await assertKept();
  });

  it('stays where it is where git ended and it cannot be read, and the commit stands', async () => {
    merge();
    repository.write('.git/MERGE_AUTOSTASH', `${'12'.repeat(20)}\n`);
    repository.write('src/home/a.txt', 'both\n');
    await assert.rejects(
      run((work) => finishLatest(dying(work))),
      Killed,
    );
    assert.deepEqual(done(await run(resumeWork, { isAlive: () => false })).backups, []);
    assert.ok(existsSync(setAside()));
    assert.equal(repository.git('log', '-1', '--format=%s'), 'Merge');
  });

  it('stays where it is, and nothing is done, where it cannot be read', async () => {
    merge();
    repository.write('.git/MERGE_AUTOSTASH', `${'12'.repeat(20)}\n`);
    const before = filesOf(repository.root);
    assert.match(refused(await run(cancelLatest)).sentence, /MERGE_AUTOSTASH.*cannot be read.*stays where it is/);
    assert.deepEqual(filesOf(repository.root), before);
    assert.ok(existsSync(setAside()));
  });

  /** HEAD's tree with another text where one was set aside. */
  function edited(): string {
    const blob = repository.git('rev-parse', 'HEAD:README.md');
    const tree = repository
      .git('ls-tree', 'HEAD')
      .split('\n')
      .map((line) => (line.endsWith('\trun.sh') ? line.replace(/[0-9a-f]{40}/, blob) : line));
    return repository.gitWith(`${tree.join('\n')}\n`, 'mktree');
  }

  async function assertKept(): Promise<void> {
    const kept = (await run(backupsOf)).find(({ why }) => why.startsWith('what git had set aside'));
    assert.deepEqual([...(kept?.paths ?? [])].sort(), ['README.md', 'added.txt', 'run.sh', 'src/home/b.txt']);
    const ids = repository.git('rev-list', '--objects', String(kept?.ref));
    for (const content of ['ready\n', 'ready, then edited\n', 'echo edited\n', 'added\n']) {
      repository.write('.git/content', content);
      assert.ok(ids.includes(repository.git('hash-object', '.git/content')), content);
    }
  }
});
