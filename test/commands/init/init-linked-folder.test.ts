import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pmZone } from '../../support/run-command-line.js';
import { temporaryRepository, type TemporaryRepository } from '../../support/temporary-repository.js';

const release = 'a'.repeat(40);

describe('pm-zone init where a link stands in the place of a folder', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = temporaryRepository();
    repository.write('.agents/skills/review/SKILL.md', '# Review\n');
    repository.write('.claude/settings.json', '{}\n');
    repository.write('ci/notes.md', '# CI\n');
    repository.write('CODEOWNERS', '* @org/all\n');
    repository.write('.github/FUNDING.yml', 'github: org\n');
    repository.write('src/locales/en.json', '{"title": "Hello"}\n');
    symlinkSync('../.agents/skills', join(repository.root, '.claude/skills'));
    symlinkSync('../ci', join(repository.root, '.github/workflows'));
    repository.commit('Share the skills');
  });
  afterEach(() => repository.remove());

  it('leaves the link, and says that nothing is put below it', async () => {
    const { stdout } = await pmZone(repository, ['init', '--write', '--release', release]);
    assert.match(
      stdout,
      /^ {2}\.claude\/skills\/pm-pr-review\/SKILL\.md \(1 file\): \.claude\/skills is a link or a file where a folder would have to be, and nothing takes its place; the built-in checklist counts, which says the same$/mu,
    );
    assert.match(stdout, /^ {2}\.github\/workflows\/pm-zone\.yml \(1 file\): .* and nothing takes its place$/mu);
    assert.equal(
      repository.git('diff', '--name-status', 'main', 'pm-zone/pilot'),
      'A\t.github/PULL_REQUEST_TEMPLATE.md\nA\tCLAUDE.md',
    );
  });
});
