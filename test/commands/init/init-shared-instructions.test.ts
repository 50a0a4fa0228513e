import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pmZone } from '../../support/run-command-line.js';
import { temporaryRepository, type TemporaryRepository } from '../../support/temporary-repository.js';

describe('pm-zone init where all instructions are links to one file', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = temporaryRepository();
    repository.write('.agents/AGENTS.md', '# Notes\n');
    repository.write('.github/CODEOWNERS', '* @org/all\n/.github/ @org/eng\n/.agents/ @org/eng\n');
    repository.write('src/locales/en.json', '{"title": "Hello"}\n');
    symlinkSync('.agents/AGENTS.md', join(repository.root, 'AGENTS.md'));
    symlinkSync('AGENTS.md', join(repository.root, 'CLAUDE.md'));
    repository.commit('Link the instructions');
  });
  afterEach(() => repository.remove());

  it('adds the section to that file, which is read through the links and locked with them', async () => {
    await pmZone(repository, ['init', '--zone-only', '--write']);
    assert.equal(repository.git('diff', '--name-only', 'main', 'pm-zone/pilot'), '.agents/AGENTS.md');
    const doctor = await pmZone(repository, ['doctor', '--head', 'pm-zone/pilot']);
    assert.match(doctor.stdout, /^Judged: \.agents\/AGENTS\.md of pm-zone\/pilot /u);
    assert.deepEqual([doctor.code, doctor.stderr], [0, '']);
    repository.git('merge', '--quiet', 'pm-zone/pilot');
    const { stdout } = await pmZone(repository, [
      ...['files', 'src/locales/en.json', '.agents/AGENTS.md', 'AGENTS.md', 'CLAUDE.md'],
    ]);
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(/\s+/u)[0]),
      ['editable', 'locked', 'locked', 'locked'],
    );
  });
});
