import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertClosed, runReview, type ReviewObject } from '../support/review-assertions.js';
import { pilotRepository } from '../support/pilot-repository.js';
import { pmZone } from '../support/run-command-line.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const login = 'src/auth/login.ts';
const mine = 'src/home/readme.md';
const key = `AKIAQ7ZTW3HJ5KLMNPRS`;
const locked = /^In the next commit, but not as on your disk: src\/auth\/login\.ts is locked.*git add/;
const secret = /^In the next commit, but not as on your disk: This looks like an AWS access key.*git add/;

/** What is staged goes into the next commit, whatever the disk says meanwhile. */
describe('what is staged and other than on the disk', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = pilotRepository({ files: { [mine]: '# Home\n' } });
  });
  after(() => repository.remove());
  afterEach(() => {
    repository.git('reset', '-q', '--hard', 'main');
    repository.git('clean', '-qffdx');
    repository.git('config', '--unset-all', 'core.fileMode');
    repository.git('config', 'core.fileMode', 'true');
  });
  const review = (): ReturnType<typeof runReview> => runReview(repository, []);
  const restore = (path: string, text: string): void => writeFileSync(join(repository.root, path), text);
  const stagedOf = ({ findings }: ReviewObject): readonly string[] =>
    findings
      .filter((finding) => 'staged' in finding)
      .map(({ check, path = '', line = 0 }) => `${check} ${path} ${line}`);
  const oidOf = (text: string): string => repository.gitWith(text, 'hash-object', '-w', '--stdin');

  it('is reviewed where a locked file was staged and then put back on the disk', async () => {
    repository.write(login, 'export const login = 2;\n');
    repository.git('add', login);
    restore(login, 'export const login = 1;\n');
    const answer = await review();
    assertClosed(answer, 'zone', locked);
    assert.equal(answer.review.files, 1);
    assert.deepEqual(stagedOf(answer.review), [`zone ${login} 1`, 'planning-linked  0']);
    assert.equal(answer.review.items.find(({ check }) => check === 'zone')?.verdict, 'blocker');
    const sarif = await pmZone(repository, ['review', '--format', 'sarif']);
    assert.match(
      sarif.stdout,
      /"text":"In the next commit, but not as on your disk: [^}]*\},"properties":\{"staged":true\}/,
    );
  });

  it('is reviewed where a secret was staged and then taken out, or deleted, on the disk', async () => {
    repository.write(mine, `# Home\n\n${key}\n`);
    repository.git('add', mine);
    repository.write(mine, '# Home\n\nNothing.\n');
    const edited = await review();
    assertClosed(edited, 'secrets', secret);
    assert.deepEqual(stagedOf(edited.review), [`secrets ${mine} 3`]);
    repository.remove(mine);
    assertClosed(await review(), 'secrets', secret);
  });

  it('is reviewed where something new was staged that the disk does not have', async () => {
    const text = oidOf(`${key}\n`);
    for (const [mode, oid, path, check, words] of [
      [
        '100644',
        oidOf('export const x = 1;\n'),
        'src/auth/new.ts',
        'zone',
        /^In the next.*src\/auth\/new\.ts is locked/,
      ],
      ['100644', text, 'src/home/new.md', 'secrets', secret],
      ['100644', text, 'src/home/no/such/folder/new.md', 'secrets', secret],
      ['120000', oidOf('../auth/login.ts'), 'src/home/link.md', 'zone', /^In the next.*symbolic link/],
      ['160000', repository.git('rev-parse', 'HEAD'), 'src/home/sub', 'zone', /^In the next.*submodule/],
    ] as const) {
      repository.git('update-index', '--add', '--cacheinfo', `${mode},${oid},${path}`);
      assertClosed(await review(), check, words);
      repository.git('rm', '-q', '--cached', path);
    }
  });

  it('is reviewed in the file on the disk too, each finding once and at its own line', async () => {
    repository.write(mine, `# Home\n\n${key}\n`);
    repository.git('add', mine);
    repository.write(mine, `# Home\n\nMore.\n\n${key}\n`);
    const same = await review();
    assert.deepEqual(stagedOf(same.review), []);
    assert.deepEqual(
      same.review.findings.filter(({ check }) => check === 'secrets').map(({ line }) => line),
      [5],
    );
    repository.write(mine, `# Home\n\n${key.replace('Q7', 'Z9')}\n`);
    const other = await review();
    const found = other.review.findings.filter(({ check }) => check === 'secrets');
    assert.deepEqual(
      found.map(({ message, line }) => [message.startsWith('In the next commit'), line]),
      [
        [false, 3],
        [true, 3],
      ],
    );
  });

  it('is reviewed where a file was taken out of the index alone', async () => {
    repository.git('rm', '-q', '--cached', login);
    assertClosed(await review(), 'zone', locked);
    repository.write('.git/info/exclude', 'src/auth/\n');
    assertClosed(await review(), 'zone', /src\/auth\/login\.ts is locked/);
    repository.write('.git/info/exclude', '');
  });

  it('is reviewed where only the mode was staged', async () => {
    repository.git('update-index', '--chmod=+x', login);
    assertClosed(await review(), 'zone', locked);
    repository.git('config', 'core.fileMode', 'false');
    chmodSync(join(repository.root, login), 0o644);
    assertClosed(await review(), 'zone', /src\/auth\/login\.ts is locked/);
  });

  it('is reviewed where a link or a submodule was staged over a file', async () => {
    repository.git('update-index', '--cacheinfo', `120000,${oidOf('../auth/login.ts')},${mine}`);
    assertClosed(await review(), 'zone', /^In the next commit, but.*src\/home\/readme\.md is locked.*symbolic link/);
    repository.git('update-index', '--cacheinfo', `160000,${repository.git('rev-parse', 'HEAD')},${mine}`);
    assertClosed(await review(), 'zone', /^In the next commit, but.*src\/home\/readme\.md is locked.*submodule/);
  });

  for (const mark of ['--assume-unchanged', '--skip-worktree']) {
    it(`is reviewed where git was told ${mark} afterwards`, async () => {
      repository.git('update-index', '--cacheinfo', `100644,${oidOf('export const login = 2;\n')},${login}`);
      repository.git('update-index', mark, login);
      assertClosed(await review(), 'zone', locked);
      repository.git('update-index', mark.replace('--', '--no-'), login);
    });
  }

  it('is reviewed where a file was staged under another name, and moved back on the disk', async () => {
    repository.git('mv', login, 'src/home/login.ts');
    repository.git('config', 'core.fileMode', 'true');
    repository.remove('src/home/login.ts');
    restore(login, 'export const login = 1;\n');
    assertClosed(await review(), 'zone', locked);
  });

  it('is reviewed with the commits before it, from where the branch began', async () => {
    repository.write(mine, '# Home\n\nCommitted.\n');
    repository.commit('mine');
    repository.write(mine, `# Home\n\nCommitted.\n${key}\n`);
    repository.git('add', mine);
    restore(mine, '# Home\n\nCommitted.\n');
    const answer = await review();
    assertClosed(answer, 'secrets', secret);
    assert.equal(answer.review.files, 1);
  });

  it('is nothing where all that is staged is as on the disk, is only intended, or is not staged at all', async () => {
    repository.write('src/home/new.md', 'New.\n');
    repository.git('add', '--intent-to-add', 'src/home/new.md');
    repository.write('src/home/staged.md', 'New.\n');
    repository.git('add', 'src/home/staged.md');
    repository.git('rm', '-q', mine);
    repository.write('src/home/flags.yaml', 'new-home:\n  enabled: false\n  rollout: 0\n');
    const answer = await review();
    assert.deepEqual(stagedOf(answer.review), []);
    assert.equal(answer.review.files, 4);
    assert.ok(!answer.stdout.includes('In the next commit, but not as'));
  });

  it('takes line ends that git turns back for the same', async () => {
    repository.write(mine, `# Home\n\nText.\n`);
    repository.git('add', mine);
    repository.git('config', 'core.autocrlf', 'true');
    restore(mine, '# Home\r\n\r\nText.\r\n');
    const answer = await review();
    repository.git('config', 'core.autocrlf', 'false');
    assert.ok(!answer.stdout.includes('In the next commit, but not as'));
  });
});
