import assert from 'node:assert/strict';
import { assertClosed, runReview } from '../support/review-assertions.js';
import { pilotRepository } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const mine = 'src/home/readme.md';
const key = `AKIAQ7ZTW3HJ5KLMNPRS`;
const token = `ghp_aB3dE5gH7jK9mN0pQ2rS4tU6vW8xY1zA3bC5`;

/** A host gets every commit of a branch, whatever the last one takes out. */
describe('a secret in the history of a branch', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = pilotRepository({ files: { [mine]: '# Home\n', 'src/home/old.md': `Old: ${token}\n` } });
    repository.git('update-ref', 'refs/remotes/origin/main', 'main');
  });
  after(() => repository.remove());
  afterEach(() => {
    repository.git('switch', '-q', '--discard-changes', 'pm/home');
    repository.git('reset', '-q', '--hard', 'origin/main');
    repository.git('clean', '-qffdx');
    repository.git('branch', '-f', 'main', 'origin/main');
  });
  /** A commit of Maya's with these files. */
  const commit = (files: Readonly<Record<string, string | Uint8Array>>, message = 'Mine'): string => {
    for (const [path, content] of Object.entries(files)) repository.write(path, content);
    return repository.commit(message);
  };
  const secretsIn = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { review, stdout } = await runReview(repository, args);
    assert.ok(!stdout.includes(key), 'what was found is never repeated');
    return review.findings.filter(({ check }) => check === 'secrets').map(({ message }) => message);
  };
  const everywhere = [['--base', 'origin/main'], []];

  it('is found where the next commit takes it out, with what to do, in both reviews', async () => {
    const oid = commit({ [mine]: `# Home\n\n${key}\n` });
    commit({ [mine]: '# Home\n\nText.\n' });
    for (const args of everywhere) {
      const answer = await runReview(repository, args);
      const begins = `^Commit ${oid.slice(0, 10)} has what looks like an AWS access key in src/home/readme\\.md, line 3\\.`;
      assertClosed(
        answer,
        'secrets',
        new RegExp(`${begins}.*make it invalid.*git reset --soft [0-9a-f]{10}, then commit`),
      );
      assert.equal(answer.review.findings.find(({ check }) => check === 'secrets')?.path, mine);
    }
    repository.git('reset', '-q', '--soft', 'origin/main');
    repository.git('commit', '-q', '--no-verify', '-m', 'As one');
    for (const args of everywhere) assert.deepEqual(await secretsIn(...args), []);
  });

  it('is found where all that the commits did was undone again, or the file is gone', async () => {
    commit({ [mine]: `${key}\n`, 'src/home/new.md': 'New\n' });
    commit({ [mine]: '# Home\n' });
    for (const args of everywhere) assert.equal((await secretsIn(...args)).length, 1);
    commit({ 'src/home/other.md': `${key.replace('Q7', 'Z9')}\n` });
    repository.remove('src/home/other.md');
    repository.commit('gone');
    for (const args of everywhere) assert.equal((await secretsIn(...args)).length, 2);
  });

  it('is found in what is committed and only taken out on the disk', async () => {
    commit({ [mine]: `${key}\n` });
    repository.write(mine, '# Home\n\nText.\n');
    const [message = '', ...others] = await secretsIn();
    assert.match(message, /^Commit [0-9a-f]{10} has what looks like an AWS access key/);
    assert.deepEqual(others, []);
  });

  it('is found where the last version has it in a form that nobody would take for one', async () => {
    const value = 'aB3dE5gH7jK9mN0pQ2rS4tU6vW8xY1zA3bC5dE7f';
    commit({ [mine]: `aws_secret_access_key = ${value}\n` });
    commit({ [mine]: `The word of the day is ${value}\n` });
    for (const args of everywhere) assert.match((await secretsIn(...args))[0] ?? '', /an AWS secret access key/);
  });

  it('is found in a message, in its trailers and in the name of an author', async () => {
    commit({ [mine]: '# Home\n\nText.\n' }, `Subject\n\nThe key is ${key}.\n`);
    for (const args of everywhere)
      assert.match(
        (await secretsIn(...args))[0] ?? '',
        /^The message of commit [0-9a-f]{10} has what looks like an AWS/,
      );
    repository.git('reset', '-q', '--hard', 'origin/main');
    repository.write(mine, '# Home\n\nText.\n');
    repository.commit('Mine', { author: `${key} <maya@example.com>` });
    for (const args of everywhere)
      assert.match(
        (await secretsIn(...args)).join('\n'),
        /^The name or the address of the author of commit [0-9a-f]{10} has/,
      );
  });

  it('is found in the name of a file, staged, committed, and taken out again', async () => {
    repository.write(`src/home/${key}.md`, 'Text\n');
    repository.git('add', '.');
    for (const args of [[], ['--staged']])
      assertClosed(await runReview(repository, args), 'secrets', /^The name of this file looks like an AWS access key/);
    repository.commit('named');
    assertClosed(await runReview(repository, ['--base', 'origin/main']), 'secrets', /^The name of this file/);
    repository.git('mv', `src/home/${key}.md`, 'src/home/plain.md');
    repository.commit('renamed');
    for (const args of everywhere)
      assertClosed(
        await runReview(repository, args),
        'secrets',
        /^The name of the file .* which a commit of this branch has/,
      );
  });

  it('is found in what a merge made by itself', async () => {
    commit({ [mine]: '# Home\n\nText.\n' });
    repository.git('switch', '-q', 'main');
    commit({ 'src/other/readme.md': `# Other\n\n${key.replace('Q7', 'Z9')}\n` }, `Theirs ${key.replace('Q7', 'Y8')}`);
    repository.git('update-ref', 'refs/remotes/origin/main', 'main');
    repository.git('switch', '-q', 'pm/home');
    repository.git('merge', '-q', '--no-ff', '--no-commit', 'main');
    const plain = repository.git('write-tree');
    repository.commit('Merge main');
    for (const args of everywhere) assert.deepEqual(await secretsIn(...args), [], 'what main brought is not the PM’s');
    repository.git('reset', '-q', '--hard', 'HEAD^');
    repository.git('merge', '-q', '--no-ff', '--no-commit', 'main');
    assert.equal(repository.git('write-tree'), plain);
    commit({ 'src/home/evil.md': `${key}\n` }, 'Merge main');
    repository.remove('src/home/evil.md');
    repository.commit('gone');
    for (const args of everywhere)
      assert.match((await secretsIn(...args)).join('\n'), /^Commit .* in src\/home\/evil\.md, line 1\.[^\n]*$/);
    repository.git('update-ref', 'refs/remotes/origin/main', 'main~1');
  });

  it('is not what the base had already, whatever the file is called in between', async () => {
    repository.git('mv', 'src/home/old.md', 'src/home/moved.md');
    commit({ 'src/home/moved.md': `Old: ${token}\nMore.\n` });
    commit({ 'src/home/moved.md': `Old: ${token}\nMore and more.\n` });
    repository.git('rm', '-q', 'src/home/moved.md');
    repository.commit('gone');
    commit({ [mine]: '# Home\n\nText.\n' });
    for (const args of everywhere) assert.deepEqual(await secretsIn(...args), []);
  });

  it('is not hidden in what cannot be searched: that is said', async () => {
    const oid = commit({ [mine]: Buffer.from(`\0${key}`), 'src/home/big.md': 'a'.repeat(6 * 2 ** 20) });
    commit({ [mine]: '# Home\n\nText.\n', 'src/home/big.md': 'a\n' });
    for (const args of everywhere) {
      const answer = await runReview(repository, args);
      const words = `^src/home/big\\.md of commit ${oid.slice(0, 10)} and 1 more earlier version`;
      assertClosed(answer, 'secrets', new RegExp(words), 'needs-fix');
    }
  });

  it('is not looked for in the commits of a submodule', async () => {
    for (const oid of ['1', '2']) {
      repository.git('update-index', '--add', '--cacheinfo', `160000,${oid.repeat(40)},src/home/sub`);
      repository.git('commit', '-q', '--no-verify', '-m', 'sub');
    }
    assert.deepEqual(await secretsIn('--base', 'origin/main'), []);
  });
});
