import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evidence } from '../../src/gate/evidence.js';
import { appendixA } from '../support/pilot-repository.js';
import { accounts, approval, evidenceOf, gateRoster, goodChange } from '../support/pull-request.js';
import { pmZone, type CommandLineResult } from '../support/run-command-line.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const { erin, eve } = accounts;

/** A branch of the project that lost its policy, with a change on it; `main` still has one, which closes what it closes. */
function onOldBranch(policy: string, author: string, { message = 'Change it', own = '' } = {}): TemporaryRepository {
  const repository = goodChange({ policy });
  repository.git('switch', '-q', 'main');
  repository.git('update-ref', 'refs/remotes/origin/main', 'main');
  repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  repository.git('switch', '-q', '-c', 'v1');
  repository.write('CLAUDE.md', `# Notes\n\n${own}`);
  repository.commit('Begin version 1', { author: 'Erin <erin@example.com>' });
  repository.git('switch', '-q', '-c', 'pm/v1');
  repository.write('CLAUDE.md', '# Other notes\n');
  repository.write('src/home/notes.md', '# Notes\n');
  repository.commit(message, { author });
  return repository;
}

async function run(
  repository: TemporaryRepository,
  changes: Partial<Evidence>,
  author: Evidence['pullRequest']['author'] = accounts.maya,
): Promise<Pick<CommandLineResult, 'code' | 'stdout'> & { readonly record: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-test-evidence-'));
  const good = evidenceOf(repository);
  const { head } = good.pullRequest;
  const evidence: Evidence = {
    ...good,
    pullRequest: { ...good.pullRequest, author, base: { ref: 'v1', commit: repository.git('rev-parse', 'v1') } },
    commits: [{ commit: head.commit, author, committer: author }],
    pushes: [{ by: author, before: null, after: head.commit, at: '2026-01-02T03:00:00Z' }],
    ...changes,
  };
  writeFileSync(join(folder, 'evidence.json'), JSON.stringify(evidence));
  const [file, record] = [join(folder, 'evidence.json'), join(folder, 'record.json')];
  const args = ['review', '--base', 'v1', '--evidence', file, '--record', record, '--format', 'markdown'];
  const { code, stdout } = await pmZone(repository, args);
  return { code, stdout: stdout.replace(/<!-- -->|\\/g, ''), record: readFileSync(record, 'utf8') };
}

describe('a pull request to a branch without a policy', () => {
  it('is a PM’s by the roster of the default branch', async () => {
    const repository = onOldBranch(appendixA + gateRoster, 'Maya <maya@example.com>');
    const { code, stdout, record } = await run(repository, {});
    assert.equal(code, 1);
    assert.match(stdout, /This is a change of Maya/);
    const { predicate } = JSON.parse(record) as {
      readonly predicate: { readonly policy: readonly { readonly path: string; readonly ref: string }[] };
    };
    assert.deepEqual(
      predicate.policy.filter(({ path }) => path === 'CLAUDE.md').map(({ ref }) => ref),
      ['origin/main'],
    );
  });

  it('is a PM’s by that roster too where its own policy has none', async () => {
    const author = 'Maya <maya@example.com>';
    const repository = onOldBranch(appendixA + gateRoster, author, { own: appendixA });
    const { code, stdout, record } = await run(repository, {});
    assert.deepEqual([code, /This is a change of Maya/.test(stdout)], [1, true]);
    assert.match(record, /"path":"CLAUDE\.md","ref":"v1"/);
  });

  it('waits for who owns the policy of the default branch, where an engineer changes a file of it', async () => {
    const policy = `${appendixA}${gateRoster}\n**Engineers:** @eve, @erin\n`;
    const repository = onOldBranch(policy, 'Eve <eve@x.example>');
    const open = await run(repository, {}, eve);
    assert.equal(open.code, 3, open.stdout);
    assert.match(open.stdout, /What PMs may change is decided by CLAUDE/);
  });

  it('needs the second engineer that the default branch names, where one is co-author', async () => {
    const policy = `${appendixA}${gateRoster}\n**Controls:** regulated\n\n**Engineers:** @erin, @eve\n`;
    const message = 'Change it\n\nCo-authored-by: Eve <eve@x.example>';
    const repository = onOldBranch(policy, 'Maya <maya@example.com>', { message });
    const head = repository.git('rev-parse', 'HEAD');
    const { stdout } = await run(repository, { reviews: [approval(erin, head)] });
    assert.match(stdout, /\| waits \| @erin or @eve\. .*second engineer, since one is named as author or co-author/);
  });
});
