import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCommitStore, type CommitStore } from '../../src/ci/fetch-commits.js';
import { GitError } from '../../src/git/git-error.js';
import { openGitHost, type GitHost } from '../support/git-host.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

const authorization = `Basic ${Buffer.from('maya:secret').toString('base64')}`;
const branch = { from: 'refs/heads/main', to: 'refs/remotes/origin/main' };
const pull = { from: 'refs/pull/1/head', to: 'refs/pull/1/head' };

describe('createCommitStore', () => {
  let repository: TemporaryRepository;
  let host: GitHost;
  let folder: string;
  let base: string;
  let head: string;
  const stores: CommitStore[] = [];
  const create = async (
    url: string,
    more: Readonly<Record<string, string>> = {},
    by?: string,
  ): Promise<CommitStore> => {
    const store = await createCommitStore({ url, authorization: by }, { ...process.env, ...more }, folder);
    stores.push(store);
    return store;
  };
  const failure = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof GitError, String(error));
    return error.sentence;
  };
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pm-zone-store-'));
    repository = temporaryRepository();
    repository.write('a.txt', 'one\n');
    repository.commit('one');
    repository.write('a.txt', 'two\n');
    base = repository.commit('two');
    repository.git('switch', '-q', '-c', 'pm/home');
    repository.write('.gitattributes', '* filter=lfs diff=x merge=x text eol=crlf\n');
    repository.write('.gitmodules', '[submodule "x"]\n\tpath = x\n\turl = --upload-pack=touch /tmp/owned\n');
    head = repository.commit('three');
    repository.git('update-ref', 'refs/pull/1/head', head);
    repository.git('tag', 'main');
    host = await openGitHost(repository);
  });
  after(async () => {
    await host.close();
    repository.remove();
    rmSync(folder, { recursive: true });
  });
  afterEach(() => Promise.all(stores.splice(0).map((store) => store.remove())));

  it('holds the commits with their whole history, and nothing else', async () => {
    const store = await create(host.url('open'));
    const tips = await store.fetch([branch, pull]);
    assert.deepEqual([...tips].sort(), [
      [pull.to, head],
      [branch.to, base],
    ]);
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: store.root, env: store.environment, encoding: 'utf8' }).trim();
    assert.equal(git('rev-list', '--count', pull.to), '3');
    assert.equal(git('rev-parse', '--is-bare-repository', '--is-shallow-repository'), 'true\nfalse');
    assert.equal(git('tag'), '');
    assert.deepEqual(readdirSync(store.root).sort(), ['HEAD', 'config', 'objects', 'refs']);
    assert.doesNotMatch(git('config', '--list', '--local'), /remote|secret|Authorization/i);
  });

  it('follows a ref that moved, and lets one stand for another', async () => {
    const store = await create(host.url('open'));
    await store.fetch([pull]);
    const other = repository.commit('four');
    repository.git('update-ref', 'refs/pull/1/head', base);
    assert.deepEqual([...(await store.fetch([pull, branch]))].map(([, commit]) => commit).includes(base), true);
    repository.git('update-ref', 'refs/pull/1/head', other);
    assert.equal((await store.fetch([pull])).get(pull.to), other);
    await store.point('refs/remotes/origin/HEAD', branch.to);
    const named = execFileSync('git', ['rev-parse', 'refs/remotes/origin/HEAD'], { cwd: store.root, encoding: 'utf8' });
    assert.equal(named.trim(), base);
    repository.git('update-ref', 'refs/pull/1/head', head);
  });

  it('says what git said, also where that is nothing', async function () {
    if (process.platform === 'win32') this.skip();
    const tools = mkdtempSync(join(tmpdir(), 'pm-zone-tools-'));
    const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
    const script = `#!/bin/sh\nfor word; do [ "$word" = fetch ] && exit 1; done\nexec '${real}' "$@"\n`;
    writeFileSync(join(tools, 'git'), script, { mode: 0o755 });
    const store = await create(host.url('open'), { PATH: `${tools}:${process.env['PATH'] ?? ''}` });
    assert.match(await failure(store.fetch([branch])), /could not be fetched from .*\. Git said: nothing$/);
  });

  it('asks which branch is the default', async () => {
    repository.git('symbolic-ref', 'HEAD', 'refs/heads/main');
    const store = await create(host.url('open'));
    assert.equal(await store.findDefaultBranch(), 'main');
    repository.git('checkout', '-q', '--detach', base);
    assert.match(await failure(store.findDefaultBranch()), /does not say which branch is its default/);
    repository.git('symbolic-ref', 'HEAD', 'refs/heads/pm/home');
  });

  it('is gone when it is removed', async () => {
    const store = await create(host.url('open'));
    await store.remove();
    assert.ok(!existsSync(store.root));
    assert.deepEqual(readdirSync(folder), []);
  });

  it('shows the token to the host alone', async () => {
    const store = await create(host.url('closed'), {}, authorization);
    assert.equal((await store.fetch([branch])).get(branch.to), base);
    const stranger = await create(host.url('closed'));
    assert.match(await failure(stranger.fetch([branch])), /could not be fetched from http.*Git said/);
    for (const manner of ['forbidden', 'broken'] as const) {
      const sentence = await failure((await create(host.url(manner), {}, authorization)).fetch([branch]));
      assert.doesNotMatch(sentence, /secret|Basic|bWF5YTpzZWNyZXQ/);
    }
  });

  it('has commits that no ref leads to any more, as far as the host still does', async () => {
    repository.git('switch', '-q', '--detach');
    const lost = [1, 2, 3].map((number) => repository.commit(`lost ${number}`));
    repository.git('switch', '-q', '-');
    const store = await create(host.url('open'));
    await store.fetch([branch]);
    const here = (): string =>
      execFileSync('git', ['cat-file', '--batch-check=%(objecttype)'], {
        cwd: store.root,
        env: store.environment,
        input: lost.join('\n'),
        encoding: 'utf8',
      }).replace(/\w+ missing/g, 'missing');
    await store.fetchCommits(['a'.repeat(40), lost[0] as string]);
    assert.equal(here(), 'commit\nmissing\nmissing\n');
    await store.fetchCommits(lost.slice(0, 2));
    assert.equal(here(), 'commit\ncommit\nmissing\n');
    await store.fetchCommits(lost.slice(0, 2));
    await store.fetchCommits(['a'.repeat(40)]);
  });

  it('carries the token nowhere else', async () => {
    const seen: unknown[] = [];
    const elsewhere: Server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(404).end();
    });
    const redirecting: Server = createServer((request, response) => {
      const { port } = elsewhere.address() as AddressInfo;
      response.writeHead(301, { location: `http://127.0.0.1:${port}${request.url ?? ''}` }).end();
    });
    for (const server of [elsewhere, redirecting]) await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
    const { port } = redirecting.address() as AddressInfo;
    const store = await create(`http://127.0.0.1:${port}/x.git`, {}, authorization);
    await failure(store.fetch([branch]));
    assert.deepEqual(seen, []);
    for (const server of [elsewhere, redirecting]) server.close();
  });

  it('does not wait for a host that says nothing more', async () => {
    const silent: Server = createServer((request, response) => {
      // Nothing at all, or the beginning of an answer.
      if (request.url?.startsWith('/half/') === true) response.writeHead(200).write('001e# service=git-');
    });
    await new Promise<void>((go) => silent.listen(0, '127.0.0.1', go));
    const { port } = silent.address() as AddressInfo;
    try {
      for (const name of ['none', 'half']) {
        const source = { url: `http://127.0.0.1:${port}/${name}/x.git`, authorization: undefined };
        const store = await createCommitStore(source, process.env, folder, 1);
        stores.push(store);
        const started = performance.now();
        assert.match(
          await failure(store.fetch([branch])),
          /^The commits could not be fetched from .*Git said: .*too slow/,
        );
        assert.ok(performance.now() - started < 20_000);
      }
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });

  it('says which ref is gone', async () => {
    const store = await create(host.url('open'));
    const gone = { from: 'refs/pull/9/head', to: 'refs/pull/9/head' };
    assert.match(await failure(store.fetch([branch, gone])), /^The host has no refs\/pull\/9\/head any more/);
  });

  it('takes commits from a host alone', async () => {
    const source = (url: string): Promise<string> => failure(createCommitStore({ url, authorization }, {}, folder));
    for (const url of [
      `file://${repository.root}`,
      'ssh://x/y',
      'ext::sh -c id',
      '--upload-pack=id',
      'https://u:p@x/y',
    ]) {
      assert.match(await source(url), /it begins with https/);
    }
  });

  it('heeds no variable that makes git do otherwise', async () => {
    const marker = join(folder, 'owned');
    const store = await create(host.url('open'), {
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'core.hooksPath',
      GIT_CONFIG_VALUE_0: repository.root,
      GIT_CONFIG_KEY_1: `url.file://${repository.root}.insteadOf`,
      GIT_CONFIG_VALUE_1: host.url('open'),
      GIT_CONFIG_PARAMETERS: "'core.fsmonitor'='touch owned'",
      GIT_EXEC_PATH: folder,
      GIT_SSH_COMMAND: `touch ${marker}`,
      GIT_PROXY_COMMAND: `touch ${marker}`,
      GIT_TEMPLATE_DIR: repository.root,
      GIT_DIR: repository.root,
      NODE_OPTIONS: `--require ${marker}`,
      LD_PRELOAD: marker,
      BASH_ENV: marker,
    });
    assert.equal((await store.fetch([branch])).get(branch.to), base);
    assert.ok(!existsSync(marker));
    const passed = Object.keys(store.environment).filter((name) => /^GIT_(?!SSL_CA)|NODE_|LD_|BASH_/.test(name));
    assert.deepEqual(passed.sort(), ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM']);
  });

  it('leaves nothing behind where git cannot be started', async () => {
    assert.match(await failure(create(host.url('open'), { PATH: folder })), /Git was not found/);
    assert.deepEqual(readdirSync(folder), []);
  });
});
