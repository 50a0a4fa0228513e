import assert from 'node:assert/strict';
import { readProvenance } from '../../src/change/read-provenance.js';
import type { Provenance } from '../../src/change/read-provenance.js';
import { readChange } from '../../src/change/read-change.js';
import { findBase, findCommit } from '../../src/git/find-base.js';
import { openRepository } from '../../src/git/repository.js';
import { temporaryRepository } from '../support/temporary-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

async function provenance(repo: TemporaryRepository, kind: 'worktree' | 'range'): Promise<Provenance> {
  const repository = await openRepository(repo.root, { environment: repo.environment });
  const [base, head] = [await findBase(repository), await findCommit(repository, 'HEAD')];
  assert.ok(base && head);
  const { change, snapshot } = await readChange(repository, kind === 'range' ? { kind, base, head } : { kind, base });
  const found = await readProvenance(repository, change, snapshot);
  repository.close();
  return found;
}

describe('readProvenance', () => {
  let repo: TemporaryRepository;
  beforeEach(() => {
    repo = temporaryRepository();
    repo.commit('first');
    repo.git('checkout', '--quiet', '-b', 'work');
  });
  afterEach(() => repo.remove());
  const trace = (path: string, type: string): string =>
    `${JSON.stringify({ version: '0.1.0', files: [{ path, conversations: [{ contributor: { type }, ranges: [] }] }] })}\n`;

  it('knows nothing without evidence', async () => {
    repo.write('a.md', 'a');
    repo.commit('a by hand, says the author\n\nReviewed-by: E <e@x>');
    assert.deepEqual(await provenance(repo, 'range'), { kind: 'unknown', evidence: [], files: new Map() });
  });

  it('reads trailers, for the files of their commit', async () => {
    repo.write('a.md', 'a');
    const oid = repo.commit('a\n\nCo-authored-by: Claude <noreply@anthropic.com>');
    repo.write('b.md', 'b');
    repo.commit('b');
    const evidence = [`commit ${oid.slice(0, 7)} says "Co-authored-by: Claude <noreply@anthropic.com>"`];
    assert.deepEqual(await provenance(repo, 'range'), {
      kind: 'assisted',
      evidence,
      files: new Map([['a.md', { kind: 'assisted', evidence }]]),
    });
  });

  it('joins the evidence of several commits for a file', async () => {
    repo.write('a.md', 'a');
    repo.commit('a\n\nAssisted-by: Cursor');
    repo.write('a.md', 'b');
    repo.commit('b\n\nGenerated-by: Codex');
    repo.write('.agent-trace/traces.jsonl/a', 'a folder of that name says nothing');
    const { files } = await provenance(repo, 'worktree');
    assert.equal(files.get('a.md')?.kind, 'generated');
    assert.equal(files.get('a.md')?.evidence.length, 2);
  });

  it('hears a trailer of a commit without files', async () => {
    repo.write('a.md', 'a');
    repo.commit('a');
    repo.commit('empty\n\nGenerated-by: Gemini');
    const { kind, files } = await provenance(repo, 'range');
    assert.deepEqual([kind, files.size], ['generated', 0]);
  });

  for (const fanout of [0, 2]) {
    it(`reads notes, ${fanout === 0 ? 'flat' : 'spread over folders'}`, async () => {
      repo.write('a.md', 'a');
      repo.write('b.md', 'b');
      const oid = repo.commit('a');
      repo.git(
        'notes',
        '--ref=refs/notes/ai',
        'add',
        '-m',
        'a.md\n  session 1\nelsewhere.md\n  session 2\n---\n{"schema_version":"authorship/3.0.0"}',
        oid,
      );
      if (fanout > 0) {
        const blob = repo.git('rev-parse', `refs/notes/ai:${oid}`);
        const inner = repo.gitWith(`100644 blob ${blob}\t${oid.slice(2)}\n`, 'mktree');
        const tree = repo.gitWith(`040000 tree ${inner}\t${oid.slice(0, 2)}\n`, 'mktree');
        repo.git('update-ref', 'refs/notes/ai', repo.git('commit-tree', '-m', 'notes', tree));
      }
      const evidence = [`a note on commit ${oid.slice(0, 7)}`];
      assert.deepEqual(await provenance(repo, 'range'), {
        kind: 'generated',
        evidence,
        files: new Map([['a.md', { kind: 'generated', evidence }]]),
      });
    });
  }

  it('reads a note in plain words for all files of its commit', async () => {
    repo.write('a.md', 'a');
    repo.git('notes', '--ref=refs/notes/ai', 'add', '-m', 'an assistant helped', repo.commit('a'));
    assert.deepEqual(
      [...(await provenance(repo, 'range')).files].map(([path, { kind }]) => [path, kind]),
      [['a.md', 'assisted']],
    );
  });

  it('reads traces of changed files, committed or on the disk, also where git ignores them', async () => {
    repo.write('.gitignore', '.agent-trace/\n');
    repo.write('a.md', 'a');
    repo.write('b.md', 'b');
    repo.commit('a');
    repo.write('.agent-trace/traces.jsonl', trace('a.md', 'ai') + trace('a.md', 'mixed') + trace('other.md', 'ai'));
    const { kind, evidence, files } = await provenance(repo, 'worktree');
    assert.deepEqual([kind, evidence], ['generated', ['.agent-trace/traces.jsonl']]);
    assert.deepEqual([...files.keys()], ['a.md']);
    assert.equal((await provenance(repo, 'range')).kind, 'unknown');
    repo.git('add', '--force', '.agent-trace');
    repo.commit('with traces');
    assert.equal((await provenance(repo, 'range')).kind, 'generated');
  });
});
