import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertClosed, runReview } from '../support/review-assertions.js';
import { pmZone } from '../support/run-command-line.js';
import { pilotRepository } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const secret = 'src/auth/login.ts';
const locked = /src\/auth\/login\.ts is locked/;
const erin = 'Erin <erin@example.com>';

describe('a merge that brings more than it says', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = pilotRepository();
    repository.write('src/home/a.md', 'a\n');
    repository.commit('Own');
    repository.git('switch', '-q', 'main');
    repository.write(secret, 'export const login = "fixed";\n');
    repository.write('src/pay/charge.ts', 'export const charge = "fixed";\n');
    repository.commit('Theirs', { author: erin });
    repository.git('switch', '-q', 'pm/home');
  });
  afterEach(() => repository.remove());

  const merge = (...args: readonly string[]): string => repository.git('merge', '-q', '--no-ff', ...args);
  const paths = (review: { findings: readonly { path?: string; severity: string }[] }): (string | undefined)[] =>
    review.findings.filter(({ severity }) => severity === 'blocker').map(({ path }) => path);

  it('is not blamed for what main brought, and is for what the PM slipped in', async () => {
    merge('--no-commit', 'main');
    for (const args of [[], ['--staged']]) {
      const { review } = await runReview(repository, args);
      assert.ok(!paths(review).includes(secret), `${args.join(' ')}: ${JSON.stringify(review.findings)}`);
    }
    repository.write(secret, 'export const login = "open";\n');
    repository.git('add', '-A');
    for (const args of [[], ['--staged']]) assertClosed(await runReview(repository, args), 'zone', locked);
  });

  it('is blamed for what of main the PM threw away', async () => {
    merge('--no-commit', '--strategy=ours', 'main');
    for (const args of [[], ['--staged']]) assertClosed(await runReview(repository, args), 'zone', locked);
    repository.git('commit', '-q', '--no-verify', '-m', 'Merge');
    assertClosed(await runReview(repository, ['--base', 'main']), 'zone', locked);
    assertClosed(await runReview(repository, []), 'zone', locked);
  });

  it('is seen through a merge commit with a change of its own', async () => {
    merge('--no-commit', 'main');
    repository.write(secret, 'export const login = "open";\n');
    repository.git('add', '-A');
    repository.git('commit', '-q', '--no-verify', '-m', 'Merge main');
    assertClosed(await runReview(repository, ['--base', 'main']), 'zone', locked);
    assertClosed(await runReview(repository, []), 'zone', locked);
  });

  it('counts what another branch brings as the PM’s, under way and done', async () => {
    repository.git('switch', '-q', '-c', 'other', 'main');
    repository.write(secret, 'export const login = "open";\n');
    repository.commit('Other', { author: erin });
    repository.git('switch', '-q', 'pm/home');
    merge('--no-commit', 'other');
    for (const args of [[], ['--staged']]) assertClosed(await runReview(repository, args), 'zone', locked);
    repository.git('commit', '-q', '--no-verify', '-m', 'Merge other');
    assertClosed(await runReview(repository, ['--base', 'main']), 'zone', locked);
  });

  it('is no merge where a ref or a file only looks like one', async () => {
    repository.write(secret, 'export const login = "open";\n');
    repository.commit('Mine');
    repository.git('update-ref', 'refs/heads/MERGE_HEAD', 'HEAD');
    repository.git('update-ref', 'refs/tags/MERGE_HEAD', 'HEAD');
    assertClosed(await runReview(repository, []), 'zone', locked);
    repository.write(secret, 'export const login = "open2";\n');
    repository.git('add', '-A');
    assertClosed(await runReview(repository, ['--staged']), 'zone', locked);
    // A made-up merge of the PM's own commit: it is not the base branch's, so it brings only changes of the PM's.
    writeFileSync(join(repository.root, '.git/MERGE_HEAD'), `${repository.git('rev-parse', 'HEAD')}\n`);
    assertClosed(await runReview(repository, ['--staged']), 'zone', locked);
    assertClosed(await runReview(repository, []), 'zone', locked);
  });

  for (const [name, early, late] of [
    ['their own', 1_700_000_000, 1_600_000_000],
    ['main’s', 1_600_000_000, 1_700_000_000],
  ] as const) {
    it(`cannot hide between two merge bases, of which git would take ${name}`, async () => {
      repository.remove();
      repository = pilotRepository();
      const own = (repository.write('src/home/a.md', 'a\n'), repository.commit('Own', { at: early }));
      repository.git('switch', '-q', 'main');
      repository.write(secret, 'export const login = "fixed";\n');
      const theirs = repository.commit('Theirs', { author: erin, at: late });
      repository.git('merge', '-q', '--no-ff', '-m', 'Take own', own);
      repository.git('switch', '-q', 'pm/home');
      repository.git('merge', '-q', '--no-ff', '--no-commit', '--strategy=ours', theirs);
      repository.git('commit', '-q', '--no-verify', '-m', 'Take theirs, but not their fix');
      repository.write('src/home/b.md', 'b\n');
      repository.commit('More');
      assert.equal(repository.git('merge-base', '--all', 'main', 'HEAD').split('\n').length, 2);
      // Merged on the host, the PM's branch would undo the fix.
      repository.git('switch', '-q', '--detach', 'main');
      repository.git('merge', '-q', '--no-ff', '-m', 'Merge the pull request', 'pm/home');
      assert.equal(repository.git('show', `HEAD:${secret}`), 'export const login = 1;');
      repository.git('switch', '-q', 'pm/home');
      for (const args of [[], ['--base', 'main']]) {
        const { code, stdout, stderr } = await pmZone(repository, ['review', ...args]);
        assert.notEqual(code, 0);
        assert.match(stdout + stderr, /src\/auth\/login\.ts is locked|Merge main into/, args.join(' '));
      }
    });
  }
});
