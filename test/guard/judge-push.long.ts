import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePushedRefs } from '../../src/guard/commit/parse-pushed-refs.js';
import {
  createGuardedRepository,
  failingCheck,
  locked,
  type GuardedRepository,
} from '../support/guarded-repository.js';
import { judgePush } from '../../src/guard/judge-push.js';
import { pmZone, type CommandLineResult } from '../support/run-command-line.js';
import { plan, type PilotOptions } from '../support/pilot-repository.js';

const zeros = '0'.repeat(40);
const pair = 'src/other/readme.md';
const maya = 'Maya <maya@example.com>';
const erin = 'Erin <erin@example.com>';

describe('the guard’s last look, at a push,', () => {
  const made: GuardedRepository[] = [];
  after(() => made.forEach((repository) => repository.remove()));

  /** With a remote that has main. */
  const fresh = (options?: PilotOptions): GuardedRepository => {
    const repository = createGuardedRepository(options);
    made.push(repository);
    const remote = join(repository.environment['HOME'] as string, 'remote.git');
    repository.git('init', '-q', '--bare', remote);
    repository.git('remote', 'add', 'origin', remote);
    repository.git('push', '-q', 'origin', 'main');
    return repository;
  };
  /** A commit that no hook saw, on the branch that is checked out. */
  const commit = (
    repository: GuardedRepository,
    files: Readonly<Record<string, string>>,
    message = 'Work',
    author = maya,
  ): string => {
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    return repository.commit(message, { author });
  };
  const url = (repository: GuardedRepository): string => repository.git('remote', 'get-url', 'origin');
  const push = (
    repository: GuardedRepository,
    lines: readonly string[],
    to: readonly [string, string] = ['origin', url(repository)],
  ): Promise<CommandLineResult> =>
    pmZone(repository, ['guard', 'run', 'pre-push', '--', ...to], { stdin: lines.map((line) => `${line}\n`).join('') });
  const line = (repository: GuardedRepository, name: string, there = name, before = zeros): string =>
    `${name} ${repository.git('rev-parse', name)} ${there} ${before}`;
  const heads = 'refs/heads/pm/home';

  it('lets own work pass, and what is up to date', async () => {
    const repository = fresh();
    commit(repository, { 'src/home/note.md': 'own\n' });
    const main = repository.git('rev-parse', 'main');
    for (const lines of [
      [],
      [line(repository, heads)],
      [line(repository, 'refs/heads/main', 'refs/heads/main', main)],
    ]) {
      const { code, stdout, stderr } = await push(repository, lines);
      assert.deepEqual([code, stdout, stderr], [0, 'alone\n', '']);
    }
  });

  it('says of what the PM confirmed on this computer alone how it gets onto the branch, and lets it pass', async () => {
    const repository = fresh();
    commit(repository, { 'src/home/PLANNING.md': plan });
    repository.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Begin."\n}\n');
    assert.equal((await pmZone(repository, ['attest', '--all'])).code, 0);
    commit(repository, {});
    const said = await push(repository, [line(repository, heads)]);
    assert.deepEqual([said.code, said.stdout], [0, 'alone\n']);
    assert.match(
      said.stderr,
      /^PM Zone: \d+ things that you confirmed are on this computer only.*pm-zone attest --write/,
    );
    assert.equal((await pmZone(repository, ['attest', '--write'])).code, 0);
    assert.equal((await push(repository, [line(repository, heads)])).stderr, '');
  });

  it('stops what a commit would have been stopped for, wherever it lies in the branch', async () => {
    const repository = fresh();
    commit(repository, { [locked]: 'x\n', 'src/auth/more.ts': 'y\n' });
    const before = commit(repository, { 'src/home/note.md': 'own\n' });
    const { code, stderr } = await push(repository, [line(repository, heads)]);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^Not pushed, so not shared: src\/auth\/login\.ts is locked: .* There is 1 more point\.\n\n1\. ✗ /,
    );
    assert.match(stderr, /This is about refs\/heads\/pm\/home, from where it left origin\/main on\./);
    // What the remote said before counts for nothing: a new branch, one that moves on, one that is overwritten.
    const begun = repository.git('rev-parse', 'main');
    assert.equal((await push(repository, [line(repository, heads, heads, begun)])).code, 1);
    // Put back in a commit of its own, it is out of the change.
    repository.git('checkout', '-q', 'main', '--', locked);
    repository.git('rm', '-q', '-f', 'src/auth/more.ts');
    commit(repository, {});
    assert.equal((await push(repository, [line(repository, heads, heads, before)])).code, 0);
  });

  it('says nothing to engineers, before there is a policy, or without a base', async () => {
    const repository = fresh();
    commit(repository, { [locked]: 'x\n' });
    repository.git('config', 'user.email', 'erin@example.com');
    const { code, stderr } = await push(repository, [line(repository, heads)]);
    assert.deepEqual([code, stderr], [0, '']);
    repository.git('config', 'user.email', 'maya@example.com');
    repository.git('config', 'pmzone.base', 'refs/heads/nowhere');
    assert.equal((await push(repository, [line(repository, heads)])).code, 0);

    const without = fresh({ policy: 'Nothing.\n' });
    commit(without, { [locked]: 'x\n' });
    assert.equal((await push(without, [line(without, heads)])).code, 0);
    commit(without, { 'CLAUDE.md': readFileSync(join(repository.root, 'CLAUDE.md'), 'utf8') });
    const key = ['AKIA', 'Q3EGRPZ7LS5WMN4T'].join('');
    assert.equal((await push(without, [line(without, heads), line(without, heads, 'refs/heads/main')])).code, 0);
    commit(without, { 'src/home/key.md': `aws_access_key_id = ${key}\n` });
    assert.match((await push(without, [line(without, heads)])).stderr, /^Not pushed, so not shared: .*AWS access key/);
  });

  it('asks who git says that it is', async () => {
    const repository = fresh();
    commit(repository, { [locked]: 'x\n' });
    repository.git('config', '--unset', 'user.email');
    const { code, stderr } = await push(repository, [line(repository, heads)]);
    assert.equal(code, 2);
    assert.match(stderr, /^Not pushed, so not shared: Git does not know who you are\./);
  });

  it('judges an engineer’s commits that a pilot PM pushes', async () => {
    const repository = fresh();
    commit(repository, { [locked]: 'x\n' }, 'Theirs', erin);
    assert.equal((await push(repository, [line(repository, heads)])).code, 1);
    // Once the remote has them, whoever pushed them was asked.
    repository.git('update-ref', 'refs/remotes/origin/erin', 'HEAD');
    assert.equal((await push(repository, [line(repository, heads)])).code, 0);
    assert.equal((await push(repository, [line(repository, heads)], ['/elsewhere', '/elsewhere'])).code, 1);
  });

  it('looks for an engineer where a path needs one', async () => {
    const repository = fresh();
    commit(repository, { [pair]: 'x\n' });
    const { code, stderr } = await push(repository, [line(repository, heads)]);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^Not pushed, so not shared: src\/other\/readme\.md needs an engineer: .*Co-authored-by: NAME <E-MAIL>/,
    );
    commit(repository, { 'src/other/more.md': 'y\n' });
    assert.match(
      (await push(repository, [line(repository, heads)])).stderr,
      /^Not pushed, so not shared: src\/other\/\w+\.md and 1 more need an engineer/,
    );
    commit(repository, { 'src/home/note.md': 'y\n' }, 'Pair\n\nCo-authored-by: Erin <erin@example.com>');
    assert.equal((await push(repository, [line(repository, heads)])).code, 0);
  });

  it('takes an engineer who made the commit herself, for what she changed alone', async () => {
    const repository = fresh();
    commit(repository, { [pair]: 'x\n' }, 'Help', erin);
    commit(repository, { 'src/home/note.md': 'y\n' });
    assert.equal((await push(repository, [line(repository, heads)])).code, 0);
    commit(repository, { 'src/other/more.md': 'y\n' });
    assert.match((await push(repository, [line(repository, heads)])).stderr, /src\/other\/more\.md needs an engineer/);
  });

  it('lets a branch be deleted', async () => {
    const repository = fresh();
    commit(repository, { [locked]: 'x\n' });
    const there = repository.git('rev-parse', 'HEAD');
    assert.equal((await push(repository, [`(delete) ${zeros} ${heads} ${there}`])).code, 0);
  });

  it('judges tags as branches, and refuses what is no commit', async () => {
    const repository = fresh();
    repository.git('tag', 'on-main', 'main');
    commit(repository, { [locked]: 'x\n' });
    repository.git('tag', '-a', '-m', 'x', 'noted');
    repository.git('tag', 'file', `HEAD:${locked}`);
    const of = (name: string): Promise<CommandLineResult> => push(repository, [line(repository, `refs/tags/${name}`)]);
    assert.equal((await of('on-main')).code, 0);
    assert.match((await of('noted')).stderr, /^Not pushed, so not shared: src\/auth\/login\.ts is locked/);
    assert.match((await of('file')).stderr, /^Not pushed, so not shared: refs\/tags\/file holds no commit/);
  });

  it('refuses notes, which began nowhere in the base branch, in words about them', async () => {
    const repository = fresh();
    repository.git('notes', 'add', '-m', 'Seen', 'HEAD');
    const { code, stderr } = await push(repository, [line(repository, 'refs/notes/commits')]);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^Not pushed, so not shared: refs\/notes\/commits has no commit in common with origin\/main, so nobody can say what is in it\. Leave it out/,
    );
  });

  it('judges many refs, each content once, and not too many', async () => {
    const repository = fresh();
    commit(repository, { 'src/home/note.md': 'own\n' });
    const one = line(repository, heads);
    const same = Array.from({ length: 200 }, (_, at) => line(repository, heads, `refs/heads/copy-${at}`));
    const start = Date.now();
    assert.equal((await push(repository, [one, ...same])).code, 0);
    // Two hundred judgements, one by one, take minutes.
    assert.ok(Date.now() - start < 15_000);
    repository.git('switch', '-q', '-c', 'pm/bad');
    commit(repository, { [locked]: 'x\n' });
    assert.equal((await push(repository, [one, ...same, line(repository, 'refs/heads/pm/bad')])).code, 1);
    const tree = repository.git('rev-parse', 'main^{tree}');
    const many = Array.from({ length: 51 }, (_, at) => {
      const made = repository.git('commit-tree', '-p', 'main', '-m', `${at}`, tree);
      return `refs/heads/${at} ${made} refs/heads/${at} ${zeros}`;
    });
    assert.match(
      (await push(repository, many)).stderr,
      /^Not pushed, so not shared: more than 50 branches and tags have something new/,
    );
    assert.equal((await push(repository, many.slice(1))).code, 0);
  });

  it('keeps a pilot PM from pushing to the branch that everybody works from', async () => {
    const repository = fresh();
    commit(repository, { 'src/home/note.md': 'own\n' });
    const to = (name: string): string => line(repository, heads, name);
    const { code, stderr } = await push(repository, [to('refs/heads/main')]);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^Not pushed, so not shared: main is the branch that everybody works from.* git switch -c pm\/my-change\./,
    );
    assert.equal((await push(repository, [to('refs/heads/main')], [url(repository), url(repository)])).code, 1);
    for (const written of [`${url(repository)}/`, `file://${url(repository)}`, url(repository).replace(/\.git$/u, '')])
      assert.equal((await push(repository, [to('refs/heads/main')], [written, written])).code, 1, written);
    repository.git('remote', 'add', 'again', `file://${url(repository)}`);
    assert.equal((await push(repository, [to('refs/heads/main')], ['again', `file://${url(repository)}`])).code, 1);
    // An address that nothing is known of may lead there too.
    assert.equal((await push(repository, [to('refs/heads/main')], ['/else', '/else'])).code, 1);
    // Nothing of it is new: what was shared under another name, an older commit, none at all.
    repository.git('push', '-q', '--no-verify', 'origin', 'pm/home');
    repository.git('fetch', '-q');
    assert.equal((await push(repository, [to('refs/heads/main')])).code, 1);
    const main = repository.git('rev-parse', 'main');
    const ahead = repository.git('rev-parse', heads);
    assert.equal((await push(repository, [`main ${main} refs/heads/main ${ahead}`])).code, 1);
    assert.match(
      (await push(repository, [`(delete) ${zeros} refs/heads/main ${main}`])).stderr,
      /this would delete it there\. If it has to go, ask an engineer\./u,
    );
    assert.equal((await push(repository, [`(delete) ${zeros} refs/heads/pm/home ${ahead}`])).code, 0);
    // A main elsewhere, as of a fork, is nobody's base.
    repository.git('remote', 'add', 'fork', '/fork');
    assert.equal((await push(repository, [to('refs/heads/main')], ['fork', '/fork'])).code, 0);
    // Without a remote's branch the base is this clone's own.
    repository.git('update-ref', '-d', 'refs/remotes/origin/main');
    assert.equal((await push(repository, [to('refs/heads/main')], ['fork', '/fork'])).code, 1);
  });

  it('refuses what cannot be compared, and what cannot be read', async () => {
    const repository = fresh();
    repository.git('switch', '-q', '--orphan', 'alone');
    commit(repository, { 'a.md': 'x\n' });
    const { code, stderr } = await push(repository, [line(repository, 'refs/heads/alone')]);
    assert.equal(code, 2);
    assert.match(stderr, /^Not pushed, so not shared: This branch and origin\/main have no commit in common/);
    assert.match(
      (await push(repository, ['what'])).stderr,
      /^Not pushed, so not shared: Git said what is to be shared \(pushed\) in a form/,
    );
  });

  it('refuses where a check fails', async () => {
    const repository = fresh();
    commit(repository, { 'src/home/note.md': 'own\n' });
    const request = {
      cwd: repository.root,
      environment: repository.environment,
      remote: 'origin',
      url: '',
      input: line(repository, heads),
    };
    const { refused, lines } = await judgePush(request, [failingCheck('a fault')]);
    assert.equal(refused, true);
    assert.match(lines[0] ?? '', /^Not pushed, so not shared: the check zone failed, .*a fault$/);
  });

  it('reads any name that git may have', () => {
    const oid = 'a'.repeat(64);
    assert.deepEqual(parsePushedRefs(`HEAD@{one week ago} ${oid} refs/heads/x ${'0'.repeat(64)}\n`), [
      { name: 'HEAD@{one week ago}', oid, remoteName: 'refs/heads/x' },
    ]);
  });

  it('comes before the hook that was there, which gets git’s input and decides as well', async () => {
    const repository = fresh();
    const at = join(repository.root, '.git', 'hooks', 'pre-push');
    const ran = join(repository.root, '.git', 'ran');
    repository.run('mkdir', ['-p', join(repository.root, '.git', 'hooks')]);
    writeFileSync(at, `#!/bin/sh\necho "$@" > '${ran}'\ncat >> '${ran}'\ntest ! -f '${ran}.no'\n`, { mode: 0o755 });
    await repository.guard('install');
    commit(repository, { [locked]: 'x\n' });
    assert.match(
      repository.run('git', ['push', '-q', 'origin', 'HEAD']).firstLine,
      /^Not pushed, so not shared: src\/auth\/login\.ts/,
    );
    repository.git('reset', '-q', '--hard', 'main');
    commit(repository, { 'src/home/note.md': 'own\n' });
    writeFileSync(`${ran}.no`, '');
    assert.notEqual(repository.run('git', ['push', '-q', 'origin', 'HEAD']).code, 0);
    const told = readFileSync(ran, 'utf8').split('\n');
    assert.deepEqual([told[0], told.length], [`origin ${url(repository)}`, 3]);
    assert.match(told[1] ?? '', /^HEAD [0-9a-f]{40} refs\/heads\/pm\/home 0{40}$/);
    repository.run('rm', [`${ran}.no`]);
    assert.equal(repository.run('git', ['push', '-q', 'origin', 'HEAD']).code, 0);
    assert.equal(repository.run('git', ['push', '-q', 'origin', 'HEAD']).code, 0, 'nothing to push');
    assert.deepEqual(readFileSync(ran, 'utf8').split('\n').slice(1), ['']);
  });
});
