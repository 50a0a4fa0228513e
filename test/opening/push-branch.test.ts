import assert from 'node:assert/strict';
import { chmodSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openGit } from '../../src/git/git.js';
import { GitError } from '../../src/git/git-error.js';
import { openRepository } from '../../src/git/repository.js';
import { openWorkGit, type RunWorkGit } from '../../src/git/work-git.js';
import { findPushRemote } from '../../src/opening/find-push-remote.js';
import { OpeningError } from '../../src/opening/opening-error.js';
import { inEditor, inTerminal } from '../../src/opening/opening-face.js';
import { pushBranch } from '../../src/opening/push-branch.js';
import { explainPush } from '../../src/opening/push/explain-push.js';
import { readUncommitted } from '../../src/opening/read-uncommitted.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

describe('bringing a branch to its remote', () => {
  let origin: TemporaryRepository;
  let work: TemporaryRepository;
  let run: RunWorkGit;
  beforeEach(() => {
    origin = temporaryRepository();
    origin.write('a.txt', 'a\n');
    origin.commit('Begin');
    origin.git('config', 'core.bare', 'true');
    work = origin.clone();
    work.git('switch', '-q', '--no-track', '-c', 'pm/home');
    work.write('b.txt', 'b\n');
    work.commit('Go on');
    run = openWorkGit(openGit(work.root, { environment: work.environment }), true);
  });
  afterEach(() => {
    origin.remove();
    work.remove();
  });
  const push = (branch = 'pm/home'): Promise<boolean> =>
    pushBranch(run, { remote: 'origin', branch, commit: work.git('rev-parse', branch) }, { face: inTerminal });
  const remote = (branch = 'pm/home'): string => origin.git('rev-parse', branch);
  const hook = (root: string, name: string, text: string): void => {
    const folder = join(root, 'hooks');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  };

  async function failure(work: Promise<unknown>): Promise<string> {
    const error: unknown = await work.then(
      () => undefined,
      (each: unknown) => each,
    );
    assert(error instanceof OpeningError, String(error));
    return error.message;
  }

  it('pushes what is new or goes on, and nothing where it is there already', async () => {
    assert.equal(await push(), true);
    assert.equal(remote(), work.git('rev-parse', 'HEAD'));
    assert.equal(await push(), false);
    work.commit('More');
    assert.equal(await push(), true);
    assert.equal(remote(), work.git('rev-parse', 'HEAD'));
    assert.equal(origin.git('rev-parse', 'main'), work.git('rev-parse', 'origin/main'));
  });

  it('takes a branch with an odd name for nothing but a name', async () => {
    for (const name of ['--force', '+pm', '-c', 'pm/$(touch;x)']) {
      work.git('update-ref', `refs/heads/${name}`, 'HEAD');
      assert.equal(
        await pushBranch(
          run,
          { remote: 'origin', branch: name, commit: work.git('rev-parse', 'HEAD') },
          { face: inTerminal },
        ),
        true,
        name,
      );
      assert.equal(origin.git('rev-parse', `refs/heads/${name}`), work.git('rev-parse', 'HEAD'));
    }
  });

  it('never writes over what the server has', async () => {
    await push();
    const other = origin.clone('--branch', 'pm/home');
    other.commit('Somebody else’s');
    other.git('push', '-q', 'origin', 'pm/home');
    work.commit('Mine');
    assert.match(
      await failure(push()),
      /^Your change \(pm\/home\) could not be shared: the server has commits on it .* git pull.* Nothing was written over\.$/,
    );
    assert.equal(remote(), other.git('rev-parse', 'HEAD'));
    work.git('config', 'push.default', 'matching');
    work.git('config', 'remote.origin.push', '+refs/heads/*:refs/heads/*');
    assert.match(await failure(push()), /the server has commits/);
    work.git('config', 'remote.origin.mirror', 'true');
    assert.match(
      await failure(push()),
      /could not be shared: git refused\..* It said: fatal: --mirror can't be combined/,
    );
    other.remove();
  });

  it('says what a hook of the server or of this computer says', async () => {
    hook(
      join(origin.root, '.git'),
      'pre-receive',
      'echo "Too \u001b[31mlarge: see https://me:secret@example.com/x" >&2; exit 1',
    );
    const theirs = await failure(push());
    assert.match(
      theirs,
      /could not be shared: a rule of the server refused it\. .* It said: Too {2}\[31mlarge: see https:\/\/example\.com\/x/,
    );
    assert.doesNotMatch(theirs, /secret/);
    hook(join(origin.root, '.git'), 'pre-receive', 'echo "GH006: Protected branch update failed." >&2; exit 1');
    assert.match(await failure(push()), /it is protected on the server.*git switch -c NAME/);
    hook(join(work.root, '.git'), 'pre-push', 'echo "3 tests failed"; exit 1');
    assert.match(
      await failure(push()),
      /a check of this computer refused to share it \(the repository’s pre-push hook\)/,
    );
    hook(join(work.root, '.git'), 'pre-push', 'exit 1');
    assert.match(await failure(push()), /then run pm-zone pr again\.$/);
    assert.throws(() => remote());
  });

  it('leaves out of a quote what git says of itself, and how VS Code’s git classes an error', async () => {
    const said =
      '! [remote rejected] pm/home -> pm/home (pre-receive hook declined)\nPushRejected\nFailed to execute git';
    const way = { face: inTerminal, by: () => Promise.resolve(said) };
    const told = { remote: 'origin', branch: 'pm/home', commit: 'abc' };
    const never: RunWorkGit = () => assert.fail('git itself is not asked');
    await assert.rejects(pushBranch(never, told, way), /It said: pre-receive hook declined$/);
    const named = { ...way, by: () => Promise.resolve(`remote: Commits need a ticket\n${said}`) };
    await assert.rejects(pushBranch(never, told, named), /It said: Commits need a ticket$/);
  });

  it('is done where the push of a run that was killed was still under way on the server', async () => {
    const outputs = ['', '!\tx\t[remote rejected] (reference already exists)\n', 'abc\trefs/heads/pm/home\n'];
    const late: RunWorkGit = (args) => {
      const output = Buffer.from(outputs.shift() ?? '');
      return Promise.resolve({ code: args[0] === 'push' ? 1 : 0, output, said: '' });
    };
    const told = { remote: 'origin', branch: 'pm/home', commit: 'abc' };
    assert.equal(await pushBranch(late, told, { face: inTerminal }), true);
  });

  it('says where the server is not there, or not in time', async () => {
    work.git('remote', 'set-url', 'origin', 'file:///nowhere/at/all');
    assert.match(await failure(push()), /there is no such repository, or you may not see it/);
    work.git('remote', 'set-url', 'origin', 'http://127.0.0.1:9/x');
    assert.match(await failure(push()), /the server could not be reached/);
    const stuck: RunWorkGit = () => Promise.reject(new GitError('timeout', 'Git took longer.'));
    const told = { remote: 'origin', branch: 'pm/home', commit: 'x' };
    assert.match(await failure(pushBranch(stuck, told, { face: inTerminal })), /did not answer in time/);
    const gone: RunWorkGit = () => Promise.reject(new GitError('git-missing', 'Git was not found.'));
    assert.equal(await failure(pushBranch(gone, told, { face: inTerminal })), 'Git was not found.');
    const bug: RunWorkGit = () => Promise.reject(new TypeError('x'));
    await assert.rejects(pushBranch(bug, told, { face: inTerminal }), TypeError);
  });

  const heard: readonly (readonly [string, RegExp])[] = [
    ['ERROR: Permission to acme/shop.git denied to maya.', /you may not write there/],
    [
      'remote: Write access to repository not granted.\nfatal: unable to access: The requested URL returned error: 403',
      /you may not write there/,
    ],
    [
      'GitLab: You are not allowed to push code to protected branches on this project.',
      /it is protected on the server/,
    ],
    ['git@github.com: Permission denied (publickey).', /you are not signed in/],
    ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", /you are not signed in/],
    ['remote: Repository not found.', /no such repository/],
    ['fatal: unable to access: SSL certificate problem: self signed', /does not trust the server/],
    ['ssh: Could not resolve hostname github.com', /could not be reached/],
    ['fatal: the remote end hung up unexpectedly', /could not be reached/],
    ['fatal: something new', /git refused\. .* It said: fatal: something new/],
    ['', /git refused\. Ask your engineering DRI, or try git push yourself\.$/],
  ];
  for (const [said, sentence] of heard) {
    it(`makes a sentence of: ${said.split('\n')[0] ?? ''}`, () => {
      assert.match(explainPush({ said }, 'pm/\u202ehome', inTerminal).message, sentence);
      assert.match(
        explainPush({ said }, 'pm/\u202ehome', inTerminal).message,
        /^Your change \(pm\/ home\) could not be shared: /,
      );
    });
  }

  it('knows which way helps', () => {
    const ways = ['GH006: x', '[remote rejected] x', '[rejected] x', 'Failed to connect', 'something new'];
    assert.deepEqual(
      ways.map((said) => explainPush({ said }, 'x', inEditor).way),
      ['own-branch', 'ask', 'catch-up', 'again', 'ask'],
    );
  });

  it('says the server’s reason where that is all that it says', () => {
    const output = Buffer.from('!\trefs/heads/x:refs/heads/x\t[remote rejected] (shallow update not allowed)\n');
    assert.match(explainPush({ said: '', output }, 'x', inTerminal).message, /It said: shallow update not allowed$/);
  });

  it('speaks of what the PM presses where that is in the editor', () => {
    for (const [said] of heard) assert.doesNotMatch(explainPush({ said }, 'x', inEditor).message, /pm-zone/);
    const refused = explainPush({ said: 'GH006: Protected branch' }, 'x', inEditor);
    assert.equal(refused.way, 'own-branch');
    assert.match(refused.message, /Choose “Give My Change a Branch of Its Own”, then choose “Open Pull Request” again/);
  });

  it('is left to a program that has the user’s sign-in, where there is one', async () => {
    const told = { remote: 'origin', branch: 'pm/home', commit: work.git('rev-parse', 'HEAD') };
    const asked: unknown[] = [];
    const by =
      (said: string | undefined) =>
      (...args: readonly string[]): Promise<string | undefined> => {
        asked.push(args);
        return Promise.resolve(said);
      };
    assert.equal(await pushBranch(run, told, { face: inEditor, by: by('') }), true);
    assert.throws(() => remote(), 'git was not asked beside it');
    assert.match(
      await failure(pushBranch(run, told, { face: inEditor, by: by('fatal: Authentication failed') })),
      /you are not signed in to the server\. Choose “Share My Change” and sign in there/,
    );
    assert.equal(await pushBranch(run, told, { face: inEditor, by: by(undefined) }), true);
    assert.equal(remote(), told.commit);
    assert.deepEqual(asked[0], ['origin', 'refs/heads/pm/home:refs/heads/pm/home']);
  });

  describe('which remote that is', () => {
    const find = async (base: string | undefined = 'origin'): Promise<string | undefined> => {
      const repository = await openRepository(work.root, { environment: work.environment });
      try {
        return await findPushRemote(repository, 'pm/home', base);
      } finally {
        repository.close();
      }
    };

    it('is origin, also for a branch that follows the base of another', async () => {
      assert.equal(await find(), 'origin');
      work.git('remote', 'add', 'upstream', `file://${origin.root}`);
      work.git('fetch', '-q', 'upstream');
      work.git('branch', '-q', '--set-upstream-to=upstream/main');
      assert.equal(await find('upstream'), 'origin');
      work.git('remote', 'rename', 'origin', 'mine');
      assert.equal(await find('upstream'), 'upstream');
    });

    it('is what git’s settings say for the branch', async () => {
      work.git('remote', 'add', 'fork', `file://${origin.root}`);
      work.git('config', 'branch.pm/home.pushRemote', 'fork');
      assert.equal(await find(), 'fork');
      work.git('config', '--unset', 'branch.pm/home.pushRemote');
      work.git('config', 'remote.pushDefault', 'fork');
      assert.equal(await find(), 'fork');
      work.git('config', '--unset', 'remote.pushDefault');
      work.git('push', '-q', '-u', 'fork', 'pm/home');
      assert.equal(await find(), 'fork');
      work.git('config', 'branch.pm/home.remote', 'https://example.com/x.git');
      assert.equal(await find(), 'origin', 'a bare address is no remote');
    });

    it('is the only one, or none', async () => {
      work.git('remote', 'rename', 'origin', 'mine');
      assert.equal(await find(undefined), 'mine');
      work.git('remote', 'remove', 'mine');
      assert.equal(await find(undefined), undefined);
    });
  });

  it('knows what is not committed as git status does', async () => {
    assert.deepEqual(await readUncommitted(run), []);
    work.write('a.txt', 'other\n');
    work.write('ä b.txt', 'new\n');
    work.write('.git/info/exclude', 'ignored\n');
    work.write('ignored', 'x\n');
    assert.deepEqual(await readUncommitted(run), ['a.txt', 'ä b.txt']);
    work.git('stash', '-q', '-u');
    work.write('a.txt', 'third\n');
    work.commit('Third');
    assert.throws(() => work.git('stash', 'pop'));
    work.git('mv', 'b.txt', 'c d.txt');
    assert.deepEqual(await readUncommitted(run), ['b.txt', 'c d.txt', 'a.txt', 'ä b.txt']);
    work.write('.git/index', 'broken');
    await assert.rejects(readUncommitted(run), GitError);
  });

  it('takes nothing in a submodule for work of this branch, but one that was staged at another commit', async () => {
    work.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${origin.root}`, 'part');
    work.commit('Take a part in');
    work.write('part/made.log', 'x\n');
    work.write('part/a.txt', 'other\n');
    assert.deepEqual(await readUncommitted(run), []);
    work.git('-C', 'part', '-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-q', '-a', '-m', 'Elsewhere');
    assert.deepEqual(await readUncommitted(run), []);
    work.git('add', 'part');
    assert.deepEqual(await readUncommitted(run), ['part']);
  });
});
