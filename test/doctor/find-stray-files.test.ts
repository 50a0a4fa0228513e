import assert from 'node:assert/strict';
import { findStrayFiles } from '../../src/doctor/policy-files/find-stray-files.js';
import type { Policy } from '../../src/policy/policy.js';
import { workingCopy } from '../../src/policy/revision.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

const tip = { ref: 'main', commit: undefined, zone: undefined, codeowners: undefined, skill: undefined };

describe('findStrayFiles', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = temporaryRepository();
    repository.write('claude.md', '# Notes\n\n## The PM zone ##\n');
    repository.write('web/AGENTS.md', '# Notes\n\nOur PM zone is in CLAUDE.md.\n');
    repository.write('examples/CLAUDE.md', '## PM zone\n');
    repository.write('GEMINI.md', `## PM zone\n${'x'.repeat(5 * 2 ** 20)}`);
  });
  after(() => repository.remove());
  const paths = [
    'claude.md',
    'web/AGENTS.md',
    'examples/CLAUDE.md',
    'GEMINI.md',
    '.cursor/skills/pm-pr-review/SKILL.md',
  ];
  const find = async (policy: Policy): Promise<readonly string[]> =>
    (await findStrayFiles(policy, paths, workingCopy(repository.root))).map(({ file, line }) => `${file}:${line}`);

  it('finds zones and checklists that nobody reads, but for what stands aside', async () => {
    assert.deepEqual(await find({ tips: [tip], preview: false }), [
      'claude.md:3',
      '.cursor/skills/pm-pr-review/SKILL.md:1',
    ]);
  });

  it('takes another agent’s copy of a checklist that is read for no stray one', async () => {
    assert.deepEqual(await find({ tips: [{ ...tip, skill: { path: 'SKILL.md', text: '' } }], preview: false }), [
      'claude.md:3',
    ]);
  });
});
