import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createGuardedRepository, type GuardedRepository } from '../support/guarded-repository.js';

const token = 'gh' + 'p_' + 'xK9pQ2vR7sT4wY1zA8bC5dE3fG6hJ0kLmN2q';
const password = 'pass' + 'word: Tr0ub4dor&3x';
const scissors = '# ------------------------ >8 ------------------------';

/** Secrets that are in no file: in what git keeps beside the files. */
describe('a secret beside the files', () => {
  let repository: GuardedRepository;
  let start = '';
  before(async () => {
    repository = createGuardedRepository();
    const remote = join(repository.environment['HOME'] as string, 'remote.git');
    repository.git('init', '-q', '--bare', remote);
    repository.git('remote', 'add', 'origin', remote);
    repository.git('push', '-q', 'origin', 'main');
    repository.write('src/home/a.md', 'Own.\n');
    start = repository.commit('Begin');
    assert.equal((await repository.guard('install')).code, 0);
  });
  after(() => repository.remove());
  afterEach(() => repository.git('reset', '-q', '--hard', start));

  const stage = (): void => {
    repository.write('src/home/b.md', 'Own.\n');
    repository.git('add', '-A');
  };
  const editor = { environment: { GIT_EDITOR: `sh -c 'printf "Mine\\n\\n${token}\\n" > "$0"'` } };

  describe('in a commit’s message is stopped', () => {
    for (const [way, args, prepare] of [
      ['on the command line', ['-m', `Mine ${token}`], stage],
      ['in words', ['-m', 'Mine', '-m', password], stage],
      ['where nothing changes', ['--allow-empty', '-m', `Mine ${token}`], undefined],
      ['where only the message is written anew', ['--amend', '-m', `Mine ${token}`], undefined],
      ['in a trailer', ['-m', 'Mine', '--trailer', `Key: ${token}`], stage],
      ['in a comment that git keeps', ['-m', `Mine\n# ${token}`], stage],
      ['below scissors that git keeps', ['-m', `Mine\n${scissors}\n${token}`], stage],
      [
        'in another encoding',
        ['-m', `Mine ${token}`],
        () => (stage(), repository.git('config', 'i18n.commitEncoding', 'latin1')),
      ],
    ] as const)
      it(way, () => {
        prepare?.();
        const { code, firstLine } = repository.commitWith(args);
        assert.match(firstLine, /^Not committed: line \d+ of the commit’s message has what looks like /);
        assert.equal(code, 1);
        assert.ok(!firstLine.includes('xK9pQ2'));
        assert.equal(repository.git('rev-parse', 'HEAD'), start);
      });

    it('written in an editor, of something new and of nothing new', () => {
      for (const args of [['--amend'], ['--allow-empty'], []]) {
        if (args.length === 0) stage();
        assert.match(repository.commitWith(args, editor).firstLine, /^Not committed: line 3 of the commit’s message/);
      }
    });

    it('or in the name of its author', () => {
      const author = `${token} <maya@example.com>`;
      const { code, firstLine } = repository.commitWith(['--allow-empty', '-m', 'Mine', `--author=${author}`]);
      assert.match(firstLine, /^Not committed: the name or the address that git writes/);
      assert.equal(code, 1);
      assert.ok(!firstLine.includes('xK9pQ2'));
    });

    it('and nothing else of the kind', () => {
      stage();
      assert.equal(repository.commitWith(['-m', 'Explain the password field and its token'], {}).code, 0);
      assert.equal(
        repository.commitWith(['--amend', '-m', `Look at https://example.com/docs/how-it-works#part-2`]).code,
        0,
      );
      assert.equal(repository.commitWith(['--allow-empty', '-m', 'Nothing']).code, 0);
    });
  });

  describe('in what is pushed besides is stopped', () => {
    const push = (...refs: readonly string[]): string => {
      const { code, firstLine } = repository.run('git', ['push', 'origin', ...refs]);
      return `${code} ${firstLine}`;
    };
    const blob = (): string => repository.gitWith(`${token}\n`, 'hash-object', '-w', '--stdin');
    for (const [way, refs, words, prepare] of [
      [
        'a tag’s message',
        ['v1'],
        /message of refs\/tags\/v1 has/,
        () => repository.git('tag', '-a', '-m', token, 'v1'),
      ],
      [
        'the message of a tag of what was pushed before',
        ['v2'],
        /message of refs\/tags\/v2 has/,
        () => repository.git('tag', '-a', '-m', token, 'v2', 'main'),
      ],
      [
        'the message of a tag behind a tag',
        ['v4'],
        /message of refs\/tags\/v4 has/,
        () => (repository.git('tag', '-a', '-m', token, 'v3'), repository.git('tag', '-a', '-m', 'fine', 'v4', 'v3')),
      ],
      ['a tag’s name', [token], /name of a branch or tag/, () => repository.git('tag', token)],
      ['a branch’s name', [`pm/${token}`], /name of a branch or tag/, () => repository.git('branch', `pm/${token}`)],
      ['a name that only the remote gets', [`HEAD:refs/heads/pm/${token}`], /name of a branch or tag/, undefined],
      [
        'a note',
        ['refs/notes/commits'],
        /no commit in common/,
        () => repository.git('notes', 'add', '-f', '-m', token),
      ],
      ['a tag of a file', ['v5'], /holds no commit/, () => repository.git('tag', 'v5', blob())],
      [
        'a tag of a folder',
        ['v6'],
        /holds no commit/,
        () => repository.git('tag', 'v6', repository.gitWith(`100644 blob ${blob()}\tx\n`, 'mktree')),
      ],
      [
        'a tag of a tag of a file',
        ['v7'],
        /holds no commit/,
        () => repository.git('tag', '-a', '-m', 'x', 'v7', blob()),
      ],
      [
        'a commit’s author',
        ['HEAD'],
        /author of commit/,
        () =>
          repository.git('commit', '-q', '--amend', '--no-edit', '--no-verify', `--author=${token} <maya@example.com>`),
      ],
    ] as const)
      it(way, () => {
        prepare?.();
        const said = push(...refs);
        assert.match(said, /^1 Not pushed, so not shared: /);
        assert.match(said, words);
        assert.ok(!said.includes('xK9pQ2'));
      });

    it('and nothing else: plain tags, their messages, and names that speak of keys', () => {
      repository.git('tag', '-a', '-m', 'The token page, and its password field', 'token-page-v1.2.3');
      repository.git('branch', 'pm/api-key-page-2026-rework');
      assert.match(push('token-page-v1.2.3', 'pm/api-key-page-2026-rework'), /^0 /);
    });

    it('a tag’s message that is too long to be searched', () => {
      repository.git(
        'tag',
        '-a',
        '-F',
        'long.txt',
        'long',
        (repository.write('long.txt', 'x y\n'.repeat(1_400_000)), 'HEAD'),
      );
      repository.remove('long.txt');
      assert.match(push('long'), /^1 .*too long to be searched/);
    });
  });
});
