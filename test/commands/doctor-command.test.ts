import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pilotRepository } from '../support/pilot-repository.js';
import { pmZone } from '../support/run-command-line.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const policy = (glob: string): string =>
  `# PM zone\n\nPMs can touch:\n\n- \`${glob}\`\n\nPMs cannot touch:\n\n- \`src/auth/**\`\n`;
const codeowners = '* @org/all\n/src/auth/ @org/id\n';

describe('pm-zone doctor', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = pilotRepository({ policy: policy('**/i18n/*.json'), codeowners });
  });
  after(() => repository.remove());
  const doctor = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { stdout, stderr } = await pmZone(repository, ['doctor', ...args]);
    return `${stdout}${stderr}`.trimEnd().split('\n');
  };

  it('judges what would count: the files on the disk', async () => {
    repository.write('CLAUDE.md', `# Notes\n\n${policy('**/components/*.tsx')}`);
    const [judged, everybody] = await doctor('--worktree');
    assert.equal(judged, 'Judged: CLAUDE.md of the working copy, as it lies on the disk');
    assert.match(everybody ?? '', /: 1 file editable/u);
    assert.match((await doctor())[1] ?? '', /: 2 files editable/u);
    repository.git('checkout', '-q', '--', 'CLAUDE.md');
  });

  it('counts what lies on the disk and is in no commit yet, but what git ignores and other repositories', async () => {
    repository.write('CLAUDE.md', policy('handbook/**'));
    const everybody = async (): Promise<string> => (await doctor('--worktree')).join('\n');
    assert.match(await everybody(), /: 0 files editable/u);
    for (const path of ['handbook/a.md', 'handbook/z.md', 'handbook/made.log']) repository.write(path, '# A\n');
    repository.write('.git/info/exclude', '*.log\n');
    mkdirSync(join(repository.root, 'handbook', 'other'));
    repository.git('init', '-q', 'handbook/other');
    writeFileSync(join(repository.root, 'handbook', 'other', 'b.md'), '# B\n');
    assert.match(await everybody(), /: 2 files editable/u);
    repository.git('clean', '-q', '-f', '-f', '-d', '-x');
    repository.git('checkout', '-q', '--', 'CLAUDE.md');
  });

  it('says what stands beside paths and is asked of nobody, with its line', async () => {
    const told = async (list: readonly string[]): Promise<string> => {
      const lines = list.map((words, at) => `- \`docs/${at}/*.json\` (${words}; additions only; copy)`);
      repository.write('CLAUDE.md', `# PM zone\n\nPMs can touch:\n\n${lines.join('\n')}\n`);
      return (await doctor('--worktree')).find((line) => line.startsWith('Taken to say')) ?? '';
    };
    assert.equal(
      await told(['spoken texts', 'help for parents']),
      'Taken to say what lies there, and asked of nobody: “spoken texts” (line 5) and “help for parents” (line 6). Where one is a demand, write it with “only” or “must”.',
    );
    assert.match(
      await told(Array.from({ length: 10 }, () => 'spoken texts')),
      /“spoken texts” \(line 12\) and 2 more\. Where/,
    );
    assert.equal(await told(['copy', 'within the schema']), '');
    repository.git('checkout', '-q', '--', 'CLAUDE.md');
  });

  it('judges what would count: a branch, over its own files', async () => {
    repository.git('switch', '-q', '-c', 'wider');
    repository.write('CLAUDE.md', `# Notes\n\n${policy('docs/**')}`);
    repository.write('docs/new.md', 'x\n');
    const commit = repository.commit('Open the docs');
    repository.git('switch', '-q', 'pm/home');
    const [judged, everybody] = await doctor('--head', 'wider');
    assert.equal(judged, `Judged: CLAUDE.md of wider at ${commit.slice(0, 12)}`);
    assert.match(everybody ?? '', /: 1 file editable/u);
    const { json } = await pmZone(repository, ['doctor', '--head', 'wider', '--format', 'json']);
    const found = json[0] as { policy: object; pms: readonly object[] };
    assert.deepEqual(found.policy, {
      ref: 'wider',
      commit,
      preview: true,
      tips: [{ ref: 'wider', commit, file: 'CLAUDE.md' }],
    });
    assert.deepEqual(found.pms, [{ editable: 1, pair: 7, locked: 4 }]);
  });

  it('says what a branch would open and close', async () => {
    const lines = await doctor('--head', 'wider', '--against', 'main');
    const main = repository.git('rev-parse', 'main').slice(0, 12);
    const from = lines.indexOf(`Against CLAUDE.md of main at ${main}:`);
    assert.deepEqual(lines.slice(from + 1, from + 5), [
      '  Everybody: 1 path opened, 2 paths closed',
      '    opens docs/new.md: pair → editable, by CLAUDE.md:7',
      '    closes src/home/i18n/de.json: editable → pair',
      '    closes src/home/i18n/en.json: editable → pair',
    ]);
    const { json } = await pmZone(repository, ['doctor', '--head', 'wider', '--against', 'main', '--format', 'json']);
    const { against } = json[0] as { against: { ref: string; people: { opened: { path: string }[] }[] } };
    assert.deepEqual([against.ref, against.people[0]?.opened.map(({ path }) => path)], ['main', ['docs/new.md']]);
    assert.ok((await doctor('--against', 'main')).includes('  Nothing is opened or closed to anybody.'));
    assert.match((await doctor('--against', 'nobody'))[0] ?? '', /nobody names no commit here/u);
  });

  it('judges what would count: a file, wherever it lies, and none beside it', async () => {
    const folder = join(repository.root, '..', 'drafts');
    mkdirSync(folder);
    writeFileSync(join(folder, 'zone.md'), policy('**/*.ts'));
    const file = join('..', 'drafts', 'zone.md');
    const lines = await doctor(file);
    assert.equal(
      lines[0],
      `Judged: ${file} as if it stood at the root as CLAUDE.md, beside the other files of the working copy`,
    );
    assert.match(lines[1] ?? '', /: 2 files editable/u);
    writeFileSync(join(folder, 'zone.md'), policy('nowhere/**'));
    const shut = await doctor(file);
    assert.match(shut[0] ?? '', /^! warning {2}\.\.\/drafts\/zone\.md:1 {2}The PM zone opens no file/u);
    assert.match(shut.join('\n'), /\n· note {2}\.\.\/drafts\/zone\.md:5 {2}`nowhere/u);
    writeFileSync(join(folder, 'zone.md'), '# Notes\n');
    repository.write('AGENTS.md', policy('**/*.ts'));
    assert.match((await doctor(file))[0] ?? '', /zone\.md has no PM zone, so there is nothing to judge\./u);
    writeFileSync(join(folder, 'zone.md'), `@AGENTS.md\n\n${policy('nowhere/**')}`);
    repository.write('AGENTS.md', '# Notes for everybody\n');
    assert.doesNotMatch((await doctor(file)).join('\n'), /AGENTS/u);
    writeFileSync(join(folder, 'zone.md'), '# Notes\n\n@AGENTS.md\n');
    repository.write('AGENTS.md', policy('**/*.ts'));
    assert.match((await doctor(file))[1] ?? '', /: 2 files editable/u);
    repository.remove('AGENTS.md');
  });

  it('judges a policy file of the repository in its own place, where it is named as a file', async () => {
    repository.write('CODEOWNERS', '/AGENTS.md @org/eng\n/CODEOWNERS @org/eng\n/.claude/ @org/eng\n');
    repository.write('AGENTS.md', policy('**/*.ts'));
    repository.git('add', '.');
    const lines = await doctor('AGENTS.md');
    assert.equal(lines[0], 'Judged: AGENTS.md of the working copy, as if no other file had a PM zone');
    assert.match(lines[1] ?? '', /: 2 files editable/u);
    assert.doesNotMatch(lines.join('\n'), /CLAUDE\.md/u);
    repository.write('docs/pm-zone.md', policy('**/*.ts'));
    repository.git('add', '.');
    assert.doesNotMatch((await doctor('docs/pm-zone.md')).join('\n'), /docs\/pm-zone\.md is not read/u);
    repository.git('reset', '-q', '--hard');
  });

  it('says of a zone in prose what its sentences mean here, and closes it until they are written', async () => {
    const prose =
      '# PM zone\n\nThe two pilot PMs can directly push PRs that modify:\n\n- User-facing copy.\n- Feature flags they own.\n\nAuthentication stays with engineering.\n';
    repository.write('CLAUDE.md', prose);
    const { code, stdout } = await pmZone(repository, ['doctor', '--worktree']);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(code, 2);
    assert.match(
      lines[0] ?? '',
      /^! warning {2}CLAUDE\.md:1 {2}The PM zone opens no file here to anybody: the policy has an error/u,
    );
    assert.match(lines[3] ?? '', /^· note {2}CLAUDE\.md:5 .*means - `src\/home\/i18n\/\*\.json` \(2 files\)/u);
    assert.match(stdout, /^· note {2}CLAUDE\.md:6 {2}The engineering DRI is asked on every change/mu);
    assert.match(stdout, /^· note {2}CLAUDE\.md:6 .*means - `src\/home\/flags\.yaml` for flags they own \(1 file\)/mu);
    assert.match(stdout, /^✗ error {2}CLAUDE\.md:8 {2}Nothing enforces/mu);
    assert.match(stdout, /^· note {2}CLAUDE\.md:8 .*means at least - `\*\*\/auth\/\*\*` \(1 file\)/mu);
    repository.write('CLAUDE.md', `${prose}\nPMs can touch:\n\n- \`src/home/i18n/*.json\`\n`);
    assert.match((await doctor('--worktree')).join('\n'), /\n· note {2}CLAUDE\.md:8 .*means at least/u);
    repository.git('checkout', '-q', '--', 'CLAUDE.md');
  });

  it('says what cannot be judged', async () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['none.md'], /^pm-zone: none\.md cannot be read: name a text file/u],
      [['src'], /^pm-zone: src cannot be read/u],
      [['--head', 'nobody'], /^pm-zone: nobody names no commit here\./u],
      [['CLAUDE.md', '--worktree'], /are three different policies: give one of them\./u],
    ];
    for (const [args, said] of cases) {
      const { code, stdout, stderr } = await pmZone(repository, ['doctor', ...args]);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, said);
    }
    repository.git('switch', '-q', '--orphan', 'empty');
    repository.commit('Nothing');
    repository.git('switch', '-q', 'pm/home');
    assert.match((await doctor('--head', 'empty'))[0] ?? '', /^pm-zone: empty has no PM zone/u);
  });

  it('says that there is only a preview where no base branch has a policy', async () => {
    const bare = pilotRepository({ policy: '' });
    bare.write('CLAUDE.md', policy('**/*.ts'));
    const { stdout } = await pmZone(bare, ['doctor']);
    assert.match(stdout, /^Judged: CLAUDE\.md of the working copy, which counts for nothing before it is merged\n/u);
    bare.remove();
  });

  it('names the branch where a first zone waits, here or as it was pushed', async () => {
    const bare = pilotRepository({ policy: '' });
    try {
      bare.git('remote', 'add', 'origin', 'https://github.com/acme/shop.git');
      bare.git('branch', 'pm-zone/pilot');
      const none = await pmZone(bare, ['doctor']);
      assert.match(none.stderr, /has no PM zone yet, .*: pm-zone init proposes one\.$/mu);
      bare.git('switch', '-q', 'pm-zone/pilot');
      bare.write('CLAUDE.md', policy('**/*.ts'));
      const commit = bare.commit('A first zone');
      bare.git('switch', '-q', 'pm/home');
      const { code, stderr } = await pmZone(bare, ['doctor']);
      assert.equal(code, 2);
      const waits = /A first one waits on the branch pm-zone\/pilot and counts once it is merged: (.*) says what/u;
      const [, , next = ''] = /(waits).*: pm-zone (doctor --head .*) says/u.exec(stderr) ?? [];
      assert.match(stderr, waits);
      assert.equal((await pmZone(bare, next.split(' '))).stdout.startsWith('Judged: CLAUDE.md of pm-zone/pilot'), true);
      bare.git('update-ref', 'refs/remotes/origin/pm-zone/pilot', commit);
      bare.git('branch', '-q', '-D', 'pm-zone/pilot');
      assert.match(
        (await pmZone(bare, ['doctor'])).stderr,
        /the branch origin\/pm-zone\/pilot .* --head origin\/pm-zone\/pilot says/u,
      );
    } finally {
      bare.remove();
    }
  });
});
