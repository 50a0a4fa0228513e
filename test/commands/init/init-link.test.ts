import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pmZone, type CommandLineResult } from '../../support/run-command-line.js';
import { temporaryRepository, type TemporaryRepository } from '../../support/temporary-repository.js';

const instructions = '.github/copilot-instructions.md';

describe('pm-zone init where CLAUDE.md is a link to other instructions', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = temporaryRepository();
    repository.write(instructions, '# Notes\n');
    repository.write('.github/CODEOWNERS', '* @org/all\n/.github/ @org/eng\n/CLAUDE.md @org/eng\n');
    repository.write('src/locales/en.json', '{"title": "Hello"}\n');
    repository.write('src/i18n/numbers.json', '{"decimal": 2}\n');
    for (const name of ['CLAUDE.md', 'AGENTS.md']) symlinkSync(instructions, join(repository.root, name));
    repository.commit('Link the instructions');
  });
  afterEach(() => repository.remove());
  const init = (...args: readonly string[]): Promise<CommandLineResult> =>
    pmZone(repository, ['init', '--zone-only', ...args]);

  it('gives its place to a file that imports them', async () => {
    const { stdout } = await init('--write');
    assert.match(stdout, /\n-\.github\/copilot-instructions\.md\n.*\n\+@\.github\/copilot-instructions\.md\n/u);
    assert.match(repository.git('ls-tree', 'pm-zone/pilot', 'CLAUDE.md'), /^100644 /u);
    assert.equal(repository.git('diff', '--name-only', 'main', 'pm-zone/pilot'), 'CLAUDE.md');
    const doctor = await pmZone(repository, ['doctor', '--head', 'pm-zone/pilot']);
    assert.deepEqual([doctor.code, doctor.stderr], [0, '']);
  });

  it('says so as JSON, with the catalogs in which there is no text', async () => {
    const { json } = await init('--format', 'json');
    const { files, left, problems } = json[0] as {
      files: readonly { path: string; action: string }[];
      left: readonly object[];
      problems: readonly object[];
    };
    assert.deepEqual(
      files.map(({ path, action }) => [path, action]),
      [['CLAUDE.md', 'replace']],
    );
    assert.deepEqual(left, [
      {
        what: 'src/i18n/numbers.json',
        files: 1,
        why: 'they lie where texts do, but hardly any text could be read in them',
      },
    ]);
    assert.deepEqual(problems, []);
  });
});
