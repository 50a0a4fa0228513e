import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';
import { makeSampleRepository, type SampleRepository } from '../../demo/sample-repository.js';

/** `npm run build` makes what is looked at here. */
describe('the bundle of the command line', () => {
  const dist = join(projectFolder(), 'dist');
  let home: string;
  let folder: string;
  let sample: SampleRepository;
  const catalog = 'src/features/onboarding/i18n/en.json';

  before(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-test-')));
    // Nothing but the folder itself: no package of this project is found from there.
    folder = join(home, 'dist');
    cpSync(dist, folder, { recursive: true });
    sample = makeSampleRepository(join(home, 'sample'));
    writeFileSync(join(sample.root, 'src/features/onboarding/welcome.md'), '# Welcome\n\nStart with a board.\n');
    // A text too, as in most commits.
    const texts = join(sample.root, catalog);
    writeFileSync(texts, readFileSync(texts, 'utf8').replace(/": "(?=[A-Z])/, '": "Now: '));
    // On main the guard would have nothing committed.
    for (const args of [
      ['switch', '--quiet', '--create', 'pm/welcome'],
      ['add', '--all'],
    ])
      execFileSync('git', args, { cwd: sample.root, env: sample.environment });
  });

  after(() => rmSync(home, { recursive: true, force: true }));

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

  it('says in one sentence which part of it is missing', () => {
    const parts = ['', 'parsers'].flatMap((inner) =>
      readdirSync(join(folder, inner), { withFileTypes: true })
        .filter((each) => each.isFile() && /^(?!extension|reader|gate\.).*(?<!^pm-zone)\.js$/.test(each.name))
        .map(({ name }) => (inner === '' ? name : `${inner}/${name}`)),
    );
    assert.ok(parts.includes('pm-zone-main.js') && parts.includes('parsers/find-secrets.js'), parts.join(' '));
    const commands = [['guard', 'run', 'pre-commit'], ['review', '--staged'], ['--version']];
    for (const [at, part] of parts.entries()) {
      renameSync(join(folder, part), join(home, 'gone'));
      for (const args of at === 0 ? commands : commands.slice(0, 1)) {
        const { status, said } = run(...args);
        assert.equal(status, 2, said);
        assert.equal(
          said,
          `pm-zone: ${part} is missing beside ${join(folder, 'pm-zone.js')}, so PM Zone cannot run. Copy that whole folder, or install PM Zone again.\n`,
        );
      }
      renameSync(join(home, 'gone'), join(folder, part));
    }
  });

  it('says so where it was copied without its folder', () => {
    const alone = join(home, 'alone.js');
    cpSync(join(folder, 'pm-zone.js'), alone);
    const { status, stdout, stderr } = spawnSync(process.execPath, [alone, '--version'], { encoding: 'utf8' });
    assert.deepEqual(
      [status, stdout, stderr],
      [
        2,
        '',
        `pm-zone: pm-zone-main.js is missing beside ${alone}, so PM Zone cannot run. Copy that whole folder, or install PM Zone again.\n`,
      ],
    );
  });

  it('loads nothing else for a commit whose policy was read before, and lets nothing pass where that fails', () => {
    const first = run('review', '--staged');
    assert.match(first.said, /Scope/);
    writeFileSync(join(folder, 'pm-zone-later.js'), 'throw new Error("loaded");\n');
    assert.deepEqual(run('review', '--staged'), first);
    assert.deepEqual(run('guard', 'run', 'pre-commit'), { status: 0, said: 'alone\n' });
    // Nor for a text that no review has seen, a finding, and a plan that is new.
    const texts = join(sample.root, catalog);
    writeFileSync(texts, readFileSync(texts, 'utf8').replace(': "Now: ', ': "Today: '));
    const plan = join(sample.root, 'src/features/onboarding/PLANNING.md');
    writeFileSync(plan, '# Welcome\n\nStatus: draft\n');
    writeFileSync(join(sample.root, 'package.json'), '{}\n');
    execFileSync('git', ['add', '--all'], { cwd: sample.root, env: sample.environment });
    const { status: found, said: findings } = run('review', '--staged');
    assert.equal(found, 1, findings);
    assert.match(findings, /package\.json is locked/);
    for (const args of [['review'], ['guard', 'run', 'commit-msg', 'message'], ['--help']]) {
      const { status, said } = run(...args);
      assert.equal(status, 2, said);
      assert.match(said, /^pm-zone: something went wrong that PM Zone did not expect/);
    }
  });
});
