import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';
import { makeSampleRepository, type SampleRepository } from '../../demo/sample-repository.js';

/** `npm run build` makes what is looked at here. */
describe('the bundle of the command line', () => {
  const dist = join(projectFolder(), 'dist');
  let folder: string;
  let sample: SampleRepository;

  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-test-')));
    for (const name of readdirSync(dist)) {
      if (name.startsWith('pm-zone') && !name.endsWith('.vsix')) copyFileSync(join(dist, name), join(folder, name));
    }
    symlinkSync(join(dist, 'parsers'), join(folder, 'parsers'), 'junction');
    sample = makeSampleRepository(join(folder, 'sample'));
    writeFileSync(join(sample.root, 'src/features/onboarding/welcome.md'), '# Welcome\n\nStart with a board.\n');
    execFileSync('git', ['add', '--all'], { cwd: sample.root, env: sample.environment });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: readonly string[]): { readonly status: number | null; readonly said: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'pm-zone.js'), ...args], {
      cwd: sample.root,
      env: sample.environment,
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  };

  it('has what is loaded later: every command and every format', () => {
    assert.match(run('--help').said, /\n {2}files .*\n {2}why .*\n {2}plan .*\n {2}review /);
    assert.match(run('why', 'package.json').said, /^package\.json/m);
    assert.equal(run('review', '--format', 'sarif').status, 1);
    assert.equal(run('guard', 'status').status, 1);
  });

  it('loads nothing else for a commit whose policy was read before, and lets nothing pass without it', () => {
    const first = run('review', '--staged');
    assert.match(first.said, /Scope/);
    rmSync(join(folder, 'pm-zone-later.js'));
    assert.deepEqual(run('review', '--staged'), first);
    assert.deepEqual(run('guard', 'run', 'pre-commit'), { status: 0, said: 'alone\n' });
    for (const args of [['review'], ['guard', 'run', 'commit-msg', 'message'], ['--help']]) {
      const { status, said } = run(...args);
      assert.equal(status, 2, said);
      assert.match(said, /^pm-zone: something went wrong that PM Zone did not expect/);
    }
  });
});
