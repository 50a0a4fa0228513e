import assert from 'node:assert/strict';
import { pmZone, type CommandLineResult } from '../../support/run-command-line.js';
import { temporaryRepository, type TemporaryRepository } from '../../support/temporary-repository.js';

const texts = '{"title": "Hello", "body": "World"}\n';

const product: Readonly<Record<string, string>> = {
  'CLAUDE.md': '# Notes\n\nRun the tests before you commit.\n',
  '.github/CODEOWNERS':
    '* @org/all\n/.github/ @org/eng\n/CLAUDE.md @org/eng\n/.claude/ @org/eng\nauth/ @org/id\n/src/notices/ @org/legal\n',
  '.github/workflows/ci.yml': 'on: push\n',
  'src/locales/de/home.json': texts,
  'src/locales/en/home.json': texts,
  'src/locales/de/list.json': texts,
  'src/locales/en/list.json': texts,
  'src/auth/login.ts': 'export {};\n',
  'src/auth/logout.ts': 'export {};\n',
  'src/auth/i18n/en.json': texts,
  'src/home/Home.tsx': 'export {};\n',
  'src/home/flags.yaml': 'new-home:\n  enabled: false\n  rollout: 0\n',
  'src/notices/i18n/en.json': texts,
  'docs/guides/use.md': '# Use\n',
  'src/analytics/events.ts': 'export {};\n',
  'package.json': '{}\n',
};

const maya = [
  ...['--pm', 'Maya Rivera <maya@example.com>', '--handle', '@maya', '--reviewers', '@org/home'],
  ...['--dri', '@erin', '--product-dri', '@paul', '--flags', 'new-home', '--engineers', '@org/eng'],
];

function repositoryOf(files: Readonly<Record<string, string>>): TemporaryRepository {
  const repository = temporaryRepository();
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  repository.commit('Begin', { author: 'Erin <erin@example.com>' });
  return repository;
}

describe('pm-zone init', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = repositoryOf(product);
  });
  afterEach(() => repository.remove());
  const init = (...args: readonly string[]): Promise<CommandLineResult> => pmZone(repository, ['init', ...args]);
  const branches = (): string => repository.git('branch', '--list', '--format=%(refname:short)');

  it('shows what it would open and close, what it leaves to people, and writes nothing', async () => {
    const { code, stdout, stderr } = await init(...maya);
    assert.deepEqual([code, stderr], [0, '']);
    const commit = repository.git('rev-parse', 'HEAD').slice(0, 12);
    assert.deepEqual(stdout.split('\n').slice(0, 16), [
      `Read: main at ${commit}`,
      'PMs could touch, under standard controls:',
      '  src/locales/*/*.json: 4 files',
      '  src/home/flags.yaml: 1 file',
      '  docs/guides/*.md: 1 file',
      'An engineer could open files of events, for new ones (--open events):',
      '  src/analytics/events.ts: 1 file',
      'PMs could not touch:',
      '  **/auth/**: 3 files; 3 owned by @org/id',
      '  .github/workflows/**: 1 file; 1 owned by @org/eng',
      'Seen, and not proposed:',
      '  src/auth/i18n/en.json (1 file): what lies there is closed as a whole',
      '  src/notices/i18n/*.json (1 file): @org/legal own it; it opens where they are among the reviewers of a PM and it lies in one of the PM’s feature folders',
      'No commit here is by maya@example.com yet: the list of PMs would be the first to publish it.',
      'For people to answer:',
      '  ? Which release of PM Zone does the gate run? Without a gate all this is guidance.',
    ]);
    assert.match(stdout, /\npm-zone doctor would warn of nothing\.\n/u);
    assert.match(stdout, /\n\+\+\+ b\/CLAUDE\.md\n@@ -1,3 \+1,\d+ @@\n # Notes\n/u);
    assert.match(stdout, /\nNothing was written\. Add --write to have it on the new branch pm-zone\/pilot\.\n$/u);
    assert.deepEqual([branches(), repository.git('status', '--short')], ['main', '']);
  });

  it('puts exactly that on a new branch, which doctor reads without a warning, and then changes nothing more', async () => {
    repository.write('src/home/Home.tsx', 'not committed\n');
    const { stdout: shown } = await init(...maya);
    const { code, stdout } = await init(...maya, '--write');
    assert.equal(code, 0);
    const commit = repository.git('rev-parse', 'pm-zone/pilot');
    assert.match(
      stdout,
      new RegExp(`\\nCommitted to the new branch pm-zone/pilot \\(${commit.slice(0, 12)}\\)\\.`, 'u'),
    );
    assert.deepEqual(
      [repository.git('rev-parse', '--abbrev-ref', 'HEAD'), repository.git('status', '--short')],
      ['main', ' M src/home/Home.tsx'],
    );
    assert.equal(
      repository.git('diff', '--name-status', 'main', 'pm-zone/pilot'),
      'A\t.claude/skills/pm-pr-review/SKILL.md\nA\t.github/PULL_REQUEST_TEMPLATE.md\nM\tCLAUDE.md',
    );
    const clean = repository.clone();
    const diff = shown.slice(shown.indexOf('--- a/CLAUDE.md'), shown.indexOf('\nNothing was written.'));
    clean.gitWith(diff, 'apply', '--index', '-');
    assert.equal(clean.git('write-tree'), repository.git('rev-parse', 'pm-zone/pilot^{tree}'));
    clean.remove();

    const doctor = await pmZone(repository, ['doctor', '--head', 'pm-zone/pilot']);
    assert.equal(doctor.code, 0, doctor.stdout);
    assert.match(doctor.stdout, /\nMaya Rivera: 6 files editable/u);
    assert.doesNotMatch(doctor.stdout, /warning|error/u);

    const again = await init(...maya, '--write');
    assert.deepEqual([again.code, repository.git('rev-parse', 'pm-zone/pilot')], [0, commit]);
    assert.match(again.stdout, /\nAll of this is on the branch pm-zone\/pilot already\.\n$/u);
    const other = await init(...maya, '--write', '--zone-only', '--controls', 'regulated');
    assert.deepEqual([other.code, repository.git('rev-parse', 'pm-zone/pilot')], [2, commit]);
    assert.match(other.stderr, /There is a branch called “pm-zone\/pilot” already\./u);
    const named = await init(...maya, '--write', '--branch', 'zone', '--zone-only');
    assert.equal(named.code, 0);
    assert.equal(repository.git('diff', '--name-only', 'main', 'zone'), 'CLAUDE.md');

    repository.git('merge', '-q', '--no-edit', 'pm-zone/pilot');
    const merged = await init(...maya);
    assert.deepEqual([merged.code, merged.stderr], [0, '']);
    const there = 'CLAUDE.md:5 of main has a PM zone. pm-zone doctor says what it comes to.\n';
    assert.equal((await init()).stdout, there);
    assert.equal(
      merged.stdout,
      `${there}Nothing of what you named is compared with it, or written: pm-zone roster add puts a PM on its list; what opens, and who is an engineer, is written into it.\n`,
    );
    assert.match(
      (await init('--release', 'a'.repeat(40))).stdout,
      /written: docs\/gate\.md says how the gate is put on/u,
    );
  });

  it('gives the same as JSON', async () => {
    const { json, code } = await pmZone(repository, ['init', ...maya, '--format', 'json'], {
      ask: () => Promise.reject(new Error('Nobody is asked.')),
    });
    assert.equal(code, 0);
    const [found] = json as [
      {
        state: string;
        opens: { glob: string; editable: number }[];
        files: { path: string; action: string }[];
        problems: unknown[];
      },
    ];
    assert.equal(found.state, 'proposed');
    assert.deepEqual(
      found.opens.map(({ glob, editable }) => [glob, editable]),
      [
        ['src/locales/*/*.json', 4],
        ['src/home/flags.yaml', 1],
        ['docs/guides/*.md', 1],
      ],
    );
    assert.deepEqual(
      found.files.map(({ path, action }) => [path, action]),
      [
        ['CLAUDE.md', 'append'],
        ['.claude/skills/pm-pr-review/SKILL.md', 'create'],
        ['.github/PULL_REQUEST_TEMPLATE.md', 'create'],
      ],
    );
    assert.deepEqual(
      found.problems.filter((each) => (each as { severity: string }).severity !== 'info'),
      [],
    );
    const written = await init(...maya, '--format', 'json', '--write');
    assert.equal((written.json[0] as { commit: string }).commit, repository.git('rev-parse', 'pm-zone/pilot'));
  });

  it('asks at a terminal, and writes where it is told to', async () => {
    const answers = [
      '',
      'Maya Rivera <maya@example.com> @maya',
      '',
      'new-home',
      '@org/home',
      '@erin',
      '@paul',
      '',
      '@org/eng',
      'y',
    ];
    const asked: string[] = [];
    const { code, stdout } = await pmZone(repository, ['init'], {
      progress: () => undefined,
      ask: (question) => {
        asked.push(question);
        return Promise.resolve(answers.shift() ?? '');
      },
    });
    assert.deepEqual([code, asked.length], [0, 10]);
    assert.match(stdout, /\n\+\| Maya Rivera \(@maya\) \| maya@example\.com \|/u);
    assert.match(stdout, /\nCommitted to the new branch pm-zone\/pilot/u);
    const refused = await pmZone(repository, ['init', '--branch', 'other'], { ask: () => Promise.resolve('') });
    assert.match(refused.stdout, /\nNothing was written\./u);
    assert.equal(branches(), 'main\npm-zone/pilot');
  });

  it('has at a terminal what is decided last, in its width, and nothing that is copied cut', async () => {
    repository.write('src/deep/payments/charge.ts', 'export {};\n');
    repository.commit('Charge');
    const { stdout } = await pmZone(repository, ['init'], { columns: 60 });
    assert.match(stdout, /^--- a\/CLAUDE\.md\n[^]*\nRead: main at/u);
    const said = stdout.slice(stdout.indexOf('\nRead: '));
    const long = said.split('\n').filter((line) => line.length > 60);
    assert.deepEqual(long, []);
    assert.match(said, /\n {6}--pm "Name <address they commit with>" --handle @name\n/u);
    assert.match(said, /\nNothing was written\. Add --write to have it on the new\n {2}branch pm-zone\/pilot\.\n$/u);
  });

  it('opens what an engineer asks for, and is about the workspaces that are named', async () => {
    repository.write('pnpm-workspace.yaml', 'packages:\n  - src/*\n');
    repository.write('src/home/package.json', '{}\n');
    repository.write('src/home/components/Box.tsx', 'export {};\n');
    repository.write('src/home/i18n/en.json', texts);
    repository.commit('Part it');
    const { stdout } = await init(...maya, '--open', 'events,components', '--folders', 'src/home,src/analytics');
    assert.match(stdout, /\n {2}src\/analytics\/events\.ts: 1 file\n {2}src\/home\/components\/\*\.tsx: 1 file\n/u);
    assert.match(stdout, /\n\+- `src\/analytics\/events\.ts` \(new events only, additions only\)\n/u);
    assert.match(stdout, /\nWorkspaces: 1 of pnpm by pnpm-workspace\.yaml \(src\/home\)\n/u);
    const part = await init(...maya, '--workspaces', 'src/home');
    assert.match(part.stdout, /PMs could touch[^]*\n {2}src\/home\/i18n\/\*\.json: 1 file\n/u);
    assert.doesNotMatch(part.stdout.slice(0, part.stdout.indexOf('\n--- ')), /locales|docs\/guides/u);
    const asked = await pmZone(repository, ['init'], {
      ask: (question) => Promise.resolve(question.startsWith('Open besides') ? 'components' : ''),
    });
    assert.match(asked.stdout, /\n\+- `src\/home\/components\/\*\.tsx` \(using the design system/u);
  });

  it('says what could be opened where nothing opens by itself', async () => {
    const bare = repositoryOf({ 'src/components/Box.tsx': 'export {};\n', 'src/phi/a.ts': 'export {};\n' });
    const none = await pmZone(bare, ['init']);
    assert.equal(none.code, 1);
    assert.match(none.stdout, /\nAn engineer could open components, [^]*\n {2}src\/components\/\*\.tsx: 1 file\n/u);
    const asked = await pmZone(bare, ['init', '--open', 'components'], {
      ask: (question) => Promise.resolve(question.startsWith('Is the product regulated') ? 'no' : ''),
    });
    assert.match(asked.stdout, /\n\+\*\*Controls:\*\* standard\n/u);
    const other = await pmZone(bare, ['init', '--open', 'events']);
    assert.match(other.stdout, /^Nothing was found here(?:(?!by hand)[^])*\n {2}src\/components\/\*\.tsx: 1 file\n/u);
    assert.match(
      other.stdout,
      /None were found of what was to be open besides, events \(files of events, for new ones\)/u,
    );
    const some = await pmZone(bare, ['init', '--open', 'components,code-texts', '--controls', 'standard']);
    assert.match(some.stdout, /\nNone were found of what was to be open besides, code-texts/u);
    assert.doesNotMatch(some.stdout, /besides, components/u);
    bare.remove();
  });

  it('lists what only people can say', async () => {
    repository.write('.github/CODEOWNERS', '* @org/all\n');
    repository.commit('Own less');
    const { code, stdout } = await init();
    assert.equal(code, 1);
    for (const said of [
      /Who are the pilot PMs\?/u,
      /Who has to agree .*\n {6}\*\*\/auth\/ @OWNER\n {6}\/\.github\/workflows\/ @OWNER\n/u,
      /Who is an engineer\?/u,
    ])
      assert.match(stdout, said);
    const some = await init('--pm', 'Maya <maya@example.com> @maya');
    assert.match(some.stdout, /\? Who reviews the work of Maya\?/u);
    assert.match(some.stdout, /\? Who are the engineering DRI and the product DRI of Maya\?/u);
    assert.match(some.stdout, /\? Which flags are of Maya\? 1 are there, like new-home\./u);
  });

  it('says which folders open what it proposes', async () => {
    const elsewhere = await init(...maya, '--folders', 'src/home/parts');
    assert.equal(elsewhere.code, 1);
    assert.match(
      elsewhere.stdout,
      /\? Which folders are the features of Maya Rivera in\? None of what is proposed lies/u,
    );
    assert.match(elsewhere.stdout, /\n {6}--folders src\/locales,src\/home,docs\/guides\n/u);
    const regulated = await init(...maya, '--controls', 'regulated');
    assert.match(regulated.stdout, /Under regulated controls nothing is open outside of them/u);
    const [, whatElse = ''] = /\? (From when to when.*Write them below “Controls”:)\n/u.exec(regulated.stdout) ?? [];
    assert.match(whatElse, /whom do PMs tell of an incident, and which files are the audit log/u);
    assert.match(regulated.stdout, /^ {6}\*\*Incident contacts:\*\* @org\/on-call$/mu);
    assert.doesNotMatch((await init(...maya, '--controls', 'standard')).stdout, /From when to when/u);
    const both = await init(...maya, '--controls', 'regulated', '--folders', 'src/home,src/locales');
    assert.match(both.stdout, /\n\+\*\*PMs can touch, within the feature folders they own:\*\*\n/u);
    assert.match(
      both.stdout,
      /\n {2}docs\/guides\/\*\.md: 1 file, 0 of them editable; 1 outside the feature folders\n/u,
    );
  });

  it('proposes regulated controls where the product looks like it', async () => {
    repository.write('src/phi/record.ts', 'export {};\n');
    repository.commit('Keep records');
    const { stdout } = await init();
    assert.match(stdout, /\? Is the product regulated\? src\/phi\/record\.ts looks like it/u);
    assert.match(stdout, /\n {2}\*\*\/payments\/\*\*: no file yet\n/u);
    assert.match(stdout, /\n {2}\*\*\/phi\/\*\*: 1 file; 1 owned by @org\/all\n/u);
  });

  it('makes a CODEOWNERS where there is none and engineers are named, and the gate for a release', async () => {
    repository.remove('.github/CODEOWNERS');
    repository.write('docs/pull_request_template.md', 'What?\n');
    repository.commit('Own nothing');
    const release = 'a'.repeat(40);
    const { code, stdout } = await init(...maya, '--release', release, '--write');
    assert.equal(code, 0, stdout);
    const owners = repository.git('show', 'pm-zone/pilot:.github/CODEOWNERS');
    assert.deepEqual(owners.split('\n'), [
      '**/auth/ @org/eng',
      '/.github/workflows/ @org/eng',
      '/CLAUDE.md @org/eng',
      '/.claude/ @org/eng',
      '/.github/CODEOWNERS @org/eng',
    ]);
    assert.match(repository.git('show', 'pm-zone/pilot:.github/workflows/pm-zone.yml'), /pm-zone@a{40}/u);
    assert.match(repository.git('show', 'pm-zone/pilot:.github/workflows/pm-zone-wake.yml'), /PM Zone wake/u);
    assert.doesNotMatch(stdout, /For people to answer|PULL_REQUEST_TEMPLATE/u);
    repository.git('mv', 'CLAUDE.md', 'AGENTS.md');
    repository.commit('Speak to all agents');
    const agents = await init(...maya, '--release', release, '--write', '--branch', 'agents');
    assert.equal(agents.code, 0, agents.stdout);
    assert.match(repository.git('show', 'agents:.github/CODEOWNERS'), /\n\/AGENTS\.md @org\/eng\n/u);
    repository.write('CLAUDE.md', '# Notes\n\n@AGENTS.md\n');
    repository.commit('Import them');
    const imported = await init(...maya, '--release', release, '--write', '--branch', 'imported');
    assert.equal(imported.code, 0, imported.stdout);
    assert.match(
      repository.git('show', 'imported:.github/CODEOWNERS'),
      /\n\/CLAUDE\.md @org\/eng\n\/AGENTS\.md @org\/eng\n/u,
    );
    repository.write('.github/CODEOWNERS', '* @org/all\n/src/auth/ @org/id\n');
    repository.commit('Own all');
    const lacking = await pmZone(repository, ['init', '--format', 'json']);
    assert.deepEqual((lacking.json[0] as { codeowners: string[] }).codeowners, ['/.github/workflows/ @OWNER']);
    repository.write('.github/CODEOWNERS', '/src/auth/ @org/id\n/.github/ @org/eng\n');
    repository.commit('Own less');
    const less = await pmZone(repository, ['init', '--format', 'json']);
    assert.deepEqual((less.json[0] as { codeowners: string[] }).codeowners, [
      '/CLAUDE.md @OWNER',
      '/AGENTS.md @OWNER',
      '/.claude/ @OWNER',
    ]);
  });

  it('adds to a CODEOWNERS what nobody owns, and takes nothing from those who own the rest', async () => {
    const owners = '/src/home/ @org/home\nlogin.ts @org/id\n';
    repository.write('.github/CODEOWNERS', owners);
    repository.commit('Own little');
    const { code, stdout } = await init(...maya, '--write');
    assert.equal(code, 0, stdout);
    assert.equal(
      repository.git('show', 'pm-zone/pilot:.github/CODEOWNERS'),
      `# What product managers cannot touch, as far as no line below says whose it is\n**/auth/ @org/eng\n\n${owners}\n# What product managers cannot touch\n/.github/workflows/ @org/eng\n/CLAUDE.md @org/eng\n/.claude/ @org/eng\n/.github/CODEOWNERS @org/eng`,
    );
    assert.match(stdout, /\npm-zone doctor would warn of nothing\.\n/u);
  });

  it('asks for somebody else where who is named approves the work of the PM anyway', async () => {
    repository.remove('.github/CODEOWNERS');
    repository.commit('Own nothing');
    const { code, stdout } = await init(...maya.slice(0, -1), '@Erin,@org/home');
    assert.equal(code, 1);
    assert.match(
      stdout,
      /\? Who else has to agree to a change of what is closed\? @Erin @org\/home approve the work of Maya Rivera anyway\.\n {6}--engineers @org\/others\n/u,
    );
    assert.doesNotMatch(stdout, /These lines of CODEOWNERS are missing/u);
    assert.match(stdout, /\n {2}! 2 warnings of CODEOWNERS, until it stands there who else has to agree\n/u);
    assert.match(
      (await init(...maya.slice(0, -1), '@Erin,@org/home', '--folders', 'src/auth')).stdout,
      /\n {2}! warning {2}CLAUDE\.md:\d {2}The PM zone opens no file here [^\n]*\n {2}! 2 warnings of CODEOWNERS/u,
    );
    assert.match((await init(...maya.slice(0, -1), '@erin')).stdout, /\? Who else [^]* @erin approves the work of/u);
  });

  it('says what is left to put into a CODEOWNERS whose lines say that nobody owns something', async () => {
    repository.write('.github/CODEOWNERS', '/src/home/ @org/home\nlogin.ts @org/id\n/docs/\n');
    repository.commit('Own little, and no docs');
    const { code, stdout } = await init(...maya, '--write');
    assert.equal(code, 1);
    assert.match(stdout, /These lines of CODEOWNERS are missing[^]*:\n {6}\*\*\/auth\/ @org\/eng\n {2}\?/u);
    assert.match(
      stdout,
      /\nWhat pm-zone doctor would warn of:\n {2}! 1 warning of CODEOWNERS, until it stands there who has to agree\n/u,
    );
  });

  it('asks whether pull requests go to a branch that is newer, and begins there when told to', async () => {
    repository.git('branch', 'develop');
    repository.git('switch', '-q', '-c', 'dev');
    repository.commit('One');
    repository.commit('Two');
    repository.git('switch', '-q', 'main');
    const clone = repository.clone();
    const release = ['--release', 'a'.repeat(40)];
    const usual = await pmZone(clone, ['init', ...maya, ...release]);
    assert.match(
      usual.stdout,
      /Do pull requests go to dev\? It has 2 commits that main has not\.[^]*--base origin\/dev\n/u,
    );
    assert.match(usual.stdout, /\n\+\*\*Base branch:\*\* main\n[^]*\n\+ {4}branches: \[main\]\n/u);
    assert.doesNotMatch(usual.stdout, /bases:/u);
    const { stdout } = await pmZone(clone, ['init', ...maya, ...release, '--base', 'origin/dev']);
    assert.match(stdout, /^Read: origin\/dev at/u);
    assert.match(
      stdout,
      /When does main, the default branch of the host, get this\?[^]*\n {6}git config pmzone\.base dev\n/u,
    );
    assert.doesNotMatch(stdout, /Do pull requests go to/u);
    assert.match(stdout, /\n\+\*\*Base branch:\*\* dev\n[^]*\n\+ {4}branches: \[dev\]\n[^]*\n\+ {10}bases: dev\n/u);
    const short = await pmZone(clone, ['init', ...maya, '--base', 'dev']);
    assert.match(short.stderr, /dev names no commit here, but origin\/dev does/u);
    clone.git('remote', 'set-head', 'origin', 'dev');
    const dev = await pmZone(clone, ['init', ...maya]);
    assert.match(dev.stdout, /^Read: origin\/dev at/u);
    assert.doesNotMatch(dev.stdout, /Do pull requests go to|When does/u);
    clone.git('update-ref', '--no-deref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    clone.git('update-ref', '-d', 'refs/remotes/origin/main');
    const nameless = await pmZone(clone, ['init', ...maya, '--base', 'origin/dev']);
    assert.doesNotMatch(nameless.stdout, /When does/u);
    clone.remove();
  });

  it('knows the branch and the host by the remote', async () => {
    const clone = repository.clone();
    assert.match((await pmZone(clone, ['init', ...maya])).stdout, /\n\+\+\+ b\/\.github\/PULL_REQUEST_TEMPLATE\.md\n/u);
    clone.git('remote', 'set-url', 'origin', 'https://gitlab.com/org/app.git');
    const { stdout } = await pmZone(clone, ['init', ...maya, '--release', 'a'.repeat(40)]);
    assert.match(stdout, /^Read: origin\/main at/u);
    assert.match(stdout, /\n\+\*\*Base branch:\*\* main\n/u);
    assert.match(stdout, /\n\+\+\+ b\/\.gitlab\/merge_request_templates\/Default\.md\n/u);
    assert.doesNotMatch(stdout, /workflows\/pm-zone\.yml/u);
    const named = await pmZone(clone, ['init', ...maya, '--base', repository.git('rev-parse', 'HEAD')]);
    assert.doesNotMatch(named.stdout, /Base branch/u);
    clone.git('update-ref', '--no-deref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    clone.git('update-ref', '-d', 'refs/remotes/origin/main');
    const unnamed = await pmZone(clone, ['init', ...maya]);
    assert.match(unnamed.stdout, /^Read: origin\/HEAD at/u);
    assert.doesNotMatch(unnamed.stdout, /Base branch/u);
    clone.git('remote', 'remove', 'origin');
    clone.git('checkout', '-q', '--detach');
    clone.git('branch', '-q', '-D', 'main');
    assert.match((await pmZone(clone, ['init', ...maya])).stdout, /^Read: HEAD at/u);
    clone.remove();
  });

  it('proposes nothing where nothing could be opened', async () => {
    const bare = repositoryOf({ 'main.go': 'package main\n', 'docs/adr/1.md': '# 1\n' });
    const { code, stdout } = await pmZone(bare, ['init', '--write']);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^Nothing was found here that product managers could change alone.*write the PM zone by hand.*\nRead: main at [0-9a-f]{12}\. Another/u,
    );
    assert.equal(bare.git('branch', '--list', '--format=%(refname:short)'), 'main');
    const asked: string[] = [];
    const ask = (question: string): Promise<string> => {
      asked.push(question);
      return Promise.resolve('');
    };
    assert.match((await pmZone(bare, ['init'], { ask })).stdout, /^Nothing was found here/u);
    assert.deepEqual(asked, [], 'whose answers would be lost');
    bare.write('auth/phi/a.ts', 'export {};\n');
    bare.commit('What is protected');
    assert.match((await pmZone(bare, ['init'], { ask })).stdout, /^Nothing was found here/u);
    assert.match(asked.join(''), /^Is the product regulated/u);
    bare.write('flags.yaml', 'new-home:\n  enabled: false\n');
    bare.commit('Flags');
    const others = ['--pm', 'Maya <m@example.com> @m', '--folders', 'src'];
    assert.match((await pmZone(bare, ['init', ...others])).stdout, /\n {6}--folders src\/feature\n/u);
    bare.remove('flags.yaml');
    bare.write('help/use.lock.md', '# Use\n');
    bare.write('help/.env.md', '# Use\n');
    bare.commit('Help');
    assert.match(
      (await pmZone(bare, ['init'])).stdout,
      /\n {2}help\/\*\.md: 2 files, 1 of them editable; 1 locked always, by their names\n/u,
    );
    bare.remove('help/use.lock.md');
    bare.commit('Help less');
    assert.match(
      (await pmZone(bare, ['init'])).stdout,
      /\n {2}help\/\*\.md \(1 file\): files of that name are always locked\n/u,
    );
    bare.remove('help');
    bare.write('src/i18n/en.json', texts);
    bare.write('.github/CODEOWNERS', 'src/ @org/front\n');
    bare.commit('Own it all');
    const owned = await pmZone(bare, ['init']);
    assert.match(owned.stdout, /\n {2}src\/i18n\/\*\.json \(1 file\): @org\/front own it/u);
    const theirs = await pmZone(bare, [
      'init',
      '--pm',
      'Maya <m@example.com> @m',
      '--reviewers',
      '@org/front',
      '--folders',
      'src',
    ]);
    assert.match(theirs.stdout, /\n {2}src\/i18n\/\*\.json: 1 file\n/u);
    bare.remove();
  });

  it('says what is in the way of the section', async () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      ['# Notes\n\n```sh\nnpm test\n', /^pm-zone: At the end of CLAUDE\.md the section cannot be read as one/u],
      ['# Notes\n\n## PM zone (draft)\n', /^pm-zone: CLAUDE\.md:3 of main: /u],
    ];
    for (const [text, said] of cases) {
      repository.write('CLAUDE.md', text);
      repository.commit('Other notes');
      const { stdout, stderr } = await init();
      assert.match(`${stderr}${stdout}`, said);
    }
    repository.write('CLAUDE.md', Buffer.from([0xff, 0xfe, 0x41]));
    repository.commit('Unread');
    assert.match((await init()).stderr, /^pm-zone: CLAUDE\.md:1 of main: CLAUDE\.md is not text in UTF-8/u);
    repository.write('CLAUDE.md', 'Notes\n'.repeat(75_000));
    repository.commit('Many notes');
    assert.match((await init()).stderr, /^pm-zone: CLAUDE\.md is not text in UTF-8, or is too large to read\./u);
    repository.write('CLAUDE.md', '# Notes\n');
    repository.write('.github/CODEOWNERS', Buffer.from('* @org/all\n', 'utf16le'));
    repository.commit('Plain notes');
    assert.match((await init()).stderr, /^pm-zone: \.github\/CODEOWNERS:1: \.github\/CODEOWNERS is not text in UTF-8/u);
    repository.write('CLAUDE.md', '# PM zone\n\nPMs can touch:\n\n- `docs/**`\n');
    assert.match(
      (await init('--base', 'HEAD')).stdout,
      /^CLAUDE\.md:1 of the working copy has a PM zone, which counts once it is merged\./u,
    );
  });
});
