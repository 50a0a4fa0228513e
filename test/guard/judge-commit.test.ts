import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeCommit } from '../../src/guard/judge-commit.js';
import { pmZone } from '../support/run-command-line.js';
import {
  failingCheck,
  createGuardedRepository,
  locked,
  type GuardedRepository,
} from '../support/guarded-repository.js';
import { plan, pilotRepository, type PilotOptions } from '../support/pilot-repository.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

const own = 'src/home/i18n/en.json';
const pair = 'src/other/readme.md';
const erin = 'Erin <erin@example.com>';

describe('the guard, asked by git’s hooks,', () => {
  const made: TemporaryRepository[] = [];
  after(() => made.forEach((repository) => repository.remove()));
  const keep = <R extends TemporaryRepository>(repository: R): R => {
    made.push(repository);
    return repository;
  };
  const fresh = (options?: PilotOptions): TemporaryRepository => keep(pilotRepository(options));

  interface HookSaid {
    readonly code: number;
    readonly out: string;
    readonly err: string;
    readonly first: string;
  }

  async function hook(
    repository: TemporaryRepository,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<HookSaid> {
    const { code, stdout, stderr } = await pmZone(repository, ['guard', 'run', ...args], { environment });
    return { code, out: stdout, err: stderr, first: stderr.split('\n')[0] ?? '' };
  }

  /** What the hook `pre-commit` says of everything in the working tree. */
  async function preCommit(
    repository: TemporaryRepository,
    files: Readonly<Record<string, string>> = {},
    environment: Readonly<Record<string, string>> = {},
  ): Promise<HookSaid> {
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    if (Object.keys(files).length > 0) repository.git('add', '-A');
    return hook(repository, ['pre-commit'], environment);
  }

  /** What the hook `commit-msg` says of a message. */
  async function commitMsg(
    repository: TemporaryRepository,
    message: string | Uint8Array,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<HookSaid> {
    writeFileSync(join(repository.root, '.git/COMMIT_EDITMSG'), message);
    return hook(repository, ['commit-msg', '--', '.git/COMMIT_EDITMSG'], environment);
  }

  describe('of what is staged', () => {
    const passing: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ['own copy', { [own]: '{\n  "title": "Home, {name}",\n  "body": "Begin here."\n}\n' }],
      ['a planning doc alone', { 'src/home/PLANNING.md': plan }],
      ['a planning doc that nobody approved yet', { 'src/home/PLANNING.md': plan.replace('Approved', 'Draft') }],
      [
        'code before any plan is approved',
        { 'src/home/PLANNING.md': plan.replace('Approved', 'Draft'), 'src/home/note.md': 'a\n' },
      ],
      ['nothing', {}],
    ];
    for (const [name, files] of passing) {
      it(`lets ${name} pass`, async () => {
        const { code, out, err } = await preCommit(fresh(), files);
        assert.equal(code, 0, err);
        assert.equal(out, 'alone\n');
        assert.doesNotMatch(err, /Not committed/);
      });
    }

    const key = ['AKIA', 'Q3EGRPZ7LS5WMN4T'].join('');
    const stopping: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
      [
        'a locked path',
        { [locked]: 'x\n' },
        /^Not committed: src\/auth\/login\.ts is locked: CLAUDE\.md keeps \*\*\/auth\/\*\* from PMs\. Put it back as it was, and ask @erin to make this part\.$/,
      ],
      ['what another team owns', { 'src/pay/charge.ts': 'x\n' }, /^Not committed: .*@org\/pay/],
      [
        'a secret',
        {
          'src/home/note.md': `aws_access_key_id = ${key}\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY\n`,
        },
        /^Not committed: src\/home\/note\.md:1:\d+: This looks like an AWS access key\./,
      ],
      [
        'a catalog that does not parse',
        { [own]: '{ "title": \n' },
        /^Not committed: src\/home\/i18n\/en\.json:\d+:\d+: This catalog cannot be read/,
      ],
    ];
    for (const [name, files, words] of stopping) {
      it(`stops ${name}`, async () => {
        const { code, out, first } = await preCommit(fresh(), files);
        assert.equal(code, 1);
        assert.equal(out, '', 'standard output is the hook’s own');
        assert.match(first, words);
      });
    }

    it('lists every point, and says in the first line how many more there are', async () => {
      const { first, err } = await preCommit(fresh(), { [locked]: 'x\n', 'src/auth/b.ts': 'y\n' });
      assert.match(first, / There is 1 more point\.$/);
      assert.match(err, /\n1\. ✗ src\/auth\/.*\n.*\n2\. ✗ src\/auth\//);
      const more = await preCommit(fresh(), { [locked]: 'x\n', 'src/auth/b.ts': 'y\n', 'src/auth/c.ts': 'y\n' });
      assert.match(more.first, / There are 2 more points\.$/);
    });

    it('says in the first line that a fix is not included yet', async () => {
      const repository = fresh();
      repository.write(locked, 'x\n');
      repository.git('add', '-A');
      repository.write(locked, 'export const login = 1;\n');
      const { first } = await preCommit(repository);
      assert.match(
        first,
        /^Not committed: your last edit of src\/auth\/login\.ts is not included yet\. Commit by “Review and Commit…”, which includes it \(or run git add, then commit again\)\. What is included is as it was: src\/auth\/login\.ts is locked/,
      );
      repository.write('src/auth/b.ts', 'x\n');
      repository.git('add', '-A');
      repository.write(locked, 'z\n');
      repository.git('add', '-A');
      repository.write(locked, 'mended\n');
      repository.remove('src/auth/b.ts');
      assert.match(
        (await preCommit(repository)).first,
        /^Not committed: your last edits of src\/auth\/b\.ts and 1 more are not included yet\. Commit by “Review and Commit…”, which includes them/,
      );
    });

    it('says that points are left for later, and lets pass', async () => {
      const one = await preCommit(fresh(), { [pair]: 'x\n' });
      assert.equal(one.code, 0);
      assert.equal(one.out, 'pair\n', 'commit-msg has to look');
      assert.equal(one.err, 'PM Zone: 1 point is to be fixed before the pull request. See it with pm-zone review.\n');
      const two = await preCommit(fresh(), { [pair]: 'x\n', 'src/other/b.md': 'y\n' });
      assert.match(two.err, /^PM Zone: 2 points are to be fixed .* See them/);
    });

    it('says where the plan would be in one commit with code, and how to take that back', async () => {
      const doc = 'src/home/PLANNING.md';
      const repository = fresh();
      const both = await preCommit(repository, { [doc]: plan, 'src/home/notes.md': 'x\n' });
      assert.equal(both.code, 0);
      assert.match(
        both.err,
        /^PM Zone: src\/home\/PLANNING\.md would be in one commit with src\/home\/notes\.md, and the plan has to come first\. Commit it by itself \(git commit -- src\/home\/PLANNING\.md\), and then the rest\. Is it committed by now\? git reset --soft HEAD~1 takes/,
      );
      const { stdout } = await pmZone(repository, ['review', '--staged']);
      assert.match(stdout, /in one commit with/);
      repository.git('commit', '-qm', 'Plan', '--', doc);
      assert.equal((await preCommit(repository)).err, '');
    });

    it('has no control characters in what it says', async () => {
      const { err } = await preCommit(fresh(), { 'src/auth/\u001b[2J.ts': 'x\n' });
      assert.doesNotMatch(err, /\u001b/);
      assert.match(err, /\\u\{1b\}/);
    });

    it('refuses where a check fails, and names it', async () => {
      const repository = fresh();
      repository.write('src/home/note.md', 'x\n');
      repository.git('add', '-A');
      const answer = await judgeCommit({ cwd: repository.root, environment: repository.environment }, [
        failingCheck('broken\u0007'),
      ]);
      assert.equal(answer.refused, true);
      assert.match(answer.lines[0] as string, /^Not committed: the check zone failed, .*: broken\\u\{7\}$/);
    });

    it('names the check where a point has no file', async () => {
      const repository = fresh();
      repository.write('src/home/note.md', 'x\n');
      repository.git('add', '-A');
      const { refused, lines } = await judgeCommit({ cwd: repository.root, environment: repository.environment }, [
        {
          id: 'zone',
          section: 'Scope',
          severity: 'blocker',
          due: 'commit',
          stopsCommit: true,
          run: () => ({ reports: [{ message: 'This is too much.' }] }),
        },
      ]);
      assert.equal(refused, true);
      assert.equal(lines[0], 'Not committed: zone: This is too much.');
    });

    it('refuses where git cannot be asked, in its words', async () => {
      const { code, stderr } = await pmZone({ root: '/', environment: {} }, ['guard', 'run', 'pre-commit']);
      assert.equal(code, 2);
      assert.match(stderr, /^Not committed: There is no git repository in/);
    });

    it('is for the hooks of git that it knows', async () => {
      for (const args of [['pre-push'], ['commit-msg'], []]) {
        const { code, stderr } = await pmZone({ root: '/', environment: {} }, ['guard', 'run', ...args]);
        assert.equal(code, 2);
        assert.match(stderr, /guard run is for git’s hooks: pre-commit, commit-msg, .*pre-push/);
      }
    });
  });

  describe('by whom', () => {
    it('holds up nobody who is not on the roster', async () => {
      const repository = fresh();
      repository.git('config', 'user.email', 'erin@example.com');
      const { code, err } = await preCommit(repository, { [locked]: 'x\n', [pair]: 'y\n' });
      assert.equal(code, 0);
      assert.equal(err, '');
      assert.equal((await commitMsg(repository, 'Mend\n')).code, 0);
    });

    it('takes whom git names to its hooks where no setting does', async () => {
      const repository = fresh();
      repository.git('config', '--unset', 'user.email');
      repository.write(locked, 'x\n');
      assert.equal(
        (await preCommit(repository, { [locked]: 'y\n' }, { GIT_AUTHOR_EMAIL: 'maya@example.com' })).code,
        1,
      );
      assert.equal((await preCommit(repository, {}, { GIT_AUTHOR_EMAIL: 'erin@example.com' })).code, 0);
      assert.match(
        (await preCommit(repository)).first,
        /^Not committed: Git does not know who you are\. Say it with: git config/,
      );
    });

    it('holds up nothing in a repository without a PM zone', async () => {
      const repository = keep(temporaryRepository());
      const { code, err } = await preCommit(repository, { 'src/auth/a.ts': 'x\n' });
      assert.equal(code, 0);
      assert.equal(err, '');
    });

    it('lets the policy itself be committed, and looks for secrets all the same', async () => {
      const source = fresh();
      const repository = keep(temporaryRepository());
      const policy = source.git('show', 'HEAD:CLAUDE.md');
      assert.equal(
        (await preCommit(repository, { 'CLAUDE.md': policy, 'src/auth/a.ts': 'x\n', 'src/other/a.md': 'x\n' })).code,
        0,
      );
      assert.equal((await commitMsg(repository, 'Policy\n')).code, 0, 'and nobody has to be named');
      assert.equal((await preCommit(repository, { 'src/home/en.json': '{', 'src/home/i18n/en.json': '{' })).code, 1);
    });
  });

  describe('of the message', () => {
    let repository: TemporaryRepository;
    before(() => {
      repository = fresh();
      repository.write(pair, 'changed\n');
      repository.write('src/home/note.md', 'own\n');
      repository.git('add', '-A');
    });
    const trailer = `Co-authored-by: ${erin}`;

    it('asks for the engineer in one line', async () => {
      const { code, out, first, err } = await commitMsg(repository, 'Mend\n\nMore.\n');
      assert.equal(code, 1);
      assert.equal(out, '');
      assert.equal(
        first,
        'Not committed: src/other/readme.md needs an engineer: outside the feature folders of Maya (src/home). Make this part together with @erin, and name them in the last line of the message: “Co-authored-by: NAME <E-MAIL>”.',
      );
      assert.match(err, /Your message is kept/);
    });

    const named: readonly (readonly [string, string | Buffer])[] = [
      ['an engineer', `Mend\n\n${trailer}\n`],
      ['one in another case, with others', `Mend\n\nRefs: #1\nco-AUTHORED-by: ${erin}\n`],
      ['one before comments', `Mend\n\n${trailer}\n\n# Please enter the message\n# Changes:\n`],
      [
        'one before the scissors',
        `Mend\n\n${trailer}\n# ------------------------ >8 ------------------------\ndiff --git a b\n`,
      ],
      ['one with Windows line ends', `Mend\r\n\r\n${trailer}\r\n\r\n# comment\r\n`],
      ['one in another encoding', Buffer.from(`Mend\n\nCo-authored-by: J\u00f6rg <joerg@example.com>\n`, 'latin1')],
    ];
    for (const [name, message] of named) {
      it(`takes ${name}`, async () => {
        const { code, out, err } = await commitMsg(repository, message);
        assert.equal(code, 0, err);
        assert.equal(out, 'pair\n');
      });
    }

    const nobody: readonly (readonly [string, string | Buffer])[] = [
      ['nobody', 'Mend\n'],
      ['an empty message', ''],
      ['another trailer', 'Mend\n\nRefs: 1\n'],
      ['one in a comment', `Mend\n\n# ${trailer}\n`],
      ['one below the scissors', `Mend\n\n# ------------------------ >8 ------------------------\n\n${trailer}\n`],
      ['one in the subject alone', `${trailer}\n`],
      ['one in the middle', `Mend\n\n${trailer}\n\nAnd more.\n`],
      ['the author', 'Mend\n\nCo-authored-by: Maya <maya@example.com>\n'],
      ['an assistant', 'Mend\n\nCo-authored-by: Claude <noreply@anthropic.com>\n'],
      ['a robot', 'Mend\n\nCo-authored-by: helper[bot] <helper@example.com>\n'],
    ];
    for (const [name, message] of nobody) {
      it(`does not take ${name}`, async () => assert.equal((await commitMsg(repository, message)).code, 1));
    }

    it('says who is no engineer', async () => {
      const { first } = await commitMsg(repository, 'Mend\n\nCo-authored-by: Maya <maya@example.com>\n');
      assert.match(
        first,
        /Maya <maya@example\.com> is no engineer here: you, another pilot PM and an assistant do not count\./,
      );
    });

    it('takes nobody for an engineer who is the author', async () => {
      assert.equal(
        (await commitMsg(repository, `Mend\n\n${trailer}\n`, { GIT_AUTHOR_EMAIL: 'erin@example.com' })).code,
        1,
      );
    });

    it('heeds git’s settings for comments and encodings', async () => {
      for (const [value, line, code] of [
        [';', `; a\n${trailer}`, 0],
        [';', `${trailer}\n\n# no comment here`, 1],
        ['auto', `${trailer}\n\n; a\n$ b`, 0],
      ] as const) {
        repository.git('config', 'core.commentChar', value);
        assert.equal((await commitMsg(repository, `Mend\n\n${line}\n`)).code, code, value);
      }
      repository.git('config', '--unset', 'core.commentChar');
      repository.git('config', 'core.commentString', '//');
      repository.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
      assert.equal((await commitMsg(repository, `Mend\n\n${trailer}\n\n// a\n`)).code, 0);
      repository.git('config', 'core.commentString', '');
      assert.equal((await commitMsg(repository, `Mend\n\n${trailer}\n\n# a\n`)).code, 0);
      repository.git('config', '--unset', 'core.commentString');
      repository.git('config', '--unset', 'i18n.commitEncoding');
    });

    it('refuses a message that it cannot read, within its bounds', async () => {
      const huge = await commitMsg(repository, `Mend\n\n${'x'.repeat(10 * 2 ** 20)}\n\n${trailer}\n`);
      assert.equal(huge.code, 1);
      assert.match(
        huge.first,
        /^Not committed: the commit’s message could not be read, because it is larger than 10 MB or gone\./,
      );
      const lines = await commitMsg(repository, `Mend\n\n${'# x\n'.repeat(2 ** 19)}${'y: x\n'.repeat(2 ** 17)}`);
      assert.equal(lines.code, 2);
      assert.match(lines.first, /^Not committed: The last paragraph of the message/);
      const gone = await pmZone(repository, ['guard', 'run', 'commit-msg', '--', 'nowhere']);
      assert.equal(gone.code, 1);
    });

    it('refuses a message with a secret, whoever is named in it, and never repeats it', async () => {
      const token = 'gh' + 'p_' + 'aB3dE5gH7jK9mN2pQ4rS6tU8vW1xY0zA5bC7';
      const { code, err, first } = await commitMsg(repository, `Mend\n\nWith ${token}\n\n${trailer}\n`);
      assert.equal(code, 1);
      assert.match(
        first,
        /^Not committed: line 3 of the commit’s message has what looks like a GitHub token\. .* Take it out and commit again; .* replace it\.$/,
      );
      assert.ok(!err.includes(token.slice(-8)));
      assert.equal(
        (await commitMsg(repository, `Mend\n\n# ${token}\n\n${trailer}\n`)).code,
        1,
        'git may keep comments',
      );
      const cut = `# ${'-'.repeat(24)} >8 ${'-'.repeat(24)}\n+${token}\n`;
      assert.equal((await commitMsg(repository, `Mend\n\n${trailer}\n${cut}`)).code, 0, 'nothing below the scissors');
      assert.equal(
        (await commitMsg(repository, `Mend\n\n${'x\n'.repeat(2_100_000)}`)).code,
        1,
        'too long to be searched',
      );
    });

    it('looks at the message only where a path needs it', async () => {
      const other = fresh();
      other.write('src/home/note.md', 'own\n');
      other.git('add', '-A');
      const { code, out } = await commitMsg(other, 'Mine\n');
      assert.equal(code, 0);
      assert.equal(out, 'alone\n');
    });

    it('names how many paths there are', async () => {
      const other = fresh();
      other.write(pair, 'x\n');
      other.write('src/other/b.md', 'y\n');
      other.git('add', '-A');
      assert.match(
        (await commitMsg(other, 'Mine\n')).first,
        /^Not committed: src\/other\/b\.md and 1 more need an engineer: /,
      );
    });
  });

  describe('with the real git', () => {
    let repository: GuardedRepository;
    beforeEach(async () => {
      repository = keep(createGuardedRepository());
      assert.equal((await repository.guard('install')).code, 0);
    });

    it('judges what a partial commit takes, and nothing else', () => {
      repository.write(locked, 'x\n');
      repository.write('src/home/note.md', 'own\n');
      repository.git('add', '-A');
      assert.match(repository.commitWith(['-m', 'All']).firstLine, /^Not committed: src\/auth\/login\.ts is locked/);
      assert.equal(repository.commitWith(['-m', 'Mine', 'src/home/note.md']).code, 0);
      assert.match(repository.commitWith(['-m', 'Theirs', locked]).firstLine, /^Not committed: src\/auth/);
      repository.git('reset', '-q', '--hard');
      repository.write(locked, 'y\n');
      assert.match(repository.commitWith(['-a', '-m', 'All']).firstLine, /^Not committed: src\/auth/);
      assert.match(
        repository.commitWith(['-m', 'Below', 'login.ts'], { cwd: join(repository.root, 'src/auth') }).firstLine,
        /^Not committed: src\/auth/,
      );
      assert.equal(repository.commitWith(['--no-verify', '-a', '-m', 'Round']).code, 0, 'it is guidance');
    });

    it('finds the co-author that git writes itself, and asks again after a message without', () => {
      repository.write(pair, 'x\n');
      repository.git('add', '-A');
      assert.match(
        repository.commitWith(['-m', 'Alone']).stderr,
        /^Not committed: src\/other\/readme\.md needs an engineer/m,
      );
      assert.equal(repository.commitWith(['-m', 'Paired', '--trailer', `Co-authored-by: ${erin}`]).code, 0);
      assert.equal(repository.commitWith(['--amend', '-m', 'Another message']).code, 0, 'nothing staged');
    });

    it('lets a conflicted merge conclude, and stops what is slipped in', () => {
      repository.write(pair, 'own\n');
      repository.write(own, '{\n  "title": "Own, {name}",\n  "body": "Nothing here yet."\n}\n');
      repository.git('add', '-A');
      assert.equal(repository.commitWith(['-m', 'Own', '-m', `Co-authored-by: ${erin}`]).code, 0);
      repository.git('switch', '-q', 'main');
      repository.write(locked, 'export const login = 2;\n');
      repository.write('src/other/more.md', 'theirs\n');
      repository.write(own, '{\n  "title": "Theirs, {name}",\n  "body": "Nothing here yet."\n}\n');
      repository.commit('Theirs', { author: erin });
      repository.git('switch', '-q', 'pm/home');
      assert.notEqual(repository.run('git', ['merge', '-q', 'main']).code, 0, 'a conflict');
      repository.write(own, '{\n  "title": "Both, {name}",\n  "body": "Nothing here yet."\n}\n');
      repository.write(locked, 'export const login = "open";\n');
      repository.git('add', '-A');
      assert.match(repository.commitWith(['--no-edit']).firstLine, /^Not committed: src\/auth\/login\.ts is locked/);
      repository.git('checkout', '-q', 'main', '--', locked);
      repository.write(pair, 'own, changed in the merge\n');
      repository.git('add', '-A');
      assert.match(
        repository.commitWith(['--no-edit']).stderr,
        /^Not committed: src\/other\/readme\.md needs an engineer/m,
      );
      repository.write(pair, 'own\n');
      repository.git('add', '-A');
      const concluded = repository.commitWith(['--no-edit']);
      assert.equal(concluded.code, 0, concluded.stderr);
      assert.equal(repository.git('rev-list', '--parents', '-1', 'HEAD').split(' ').length, 3);
    });
  });
});
