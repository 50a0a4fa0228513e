import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOpeningHost } from '../../src/commands/host/find-opening-host.js';

describe('the host that pull requests are opened on', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'pm-zone-gh-'))));
  after(() => rmSync(folder, { recursive: true }));

  const gh = (script: string): Record<string, string> => {
    writeFileSync(join(folder, 'gh'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'gh'), 0o755);
    return { PATH: folder };
  };
  const signedIn = 'echo "gho-$4-0123456789"';
  const tokenOf = async (environment: Record<string, string>, remote: string): Promise<string> => {
    const found = await findOpeningHost(environment, remote);
    return 'host' in found ? found.host.token : found.why;
  };
  const cloud = 'git@github.com:acme/shop.git';
  const own = 'https://github.acme.example/acme/shop';

  it('is signed in to by the environment before anything else, and then by gh', async () => {
    const path = gh(signedIn);
    assert.equal(await tokenOf({ ...path, GH_TOKEN: 'mine' }, cloud), 'mine');
    assert.equal(await tokenOf({ ...path, GITHUB_TOKEN: 'theirs' }, cloud), 'theirs');
    assert.equal(await tokenOf(path, cloud), 'gho-github.com-0123456789');
    assert.equal(await tokenOf({ ...path, GH_HOST: 'GitHub.Acme.example' }, own), 'gho-github.acme.example-0123456789');
    assert.equal(
      await tokenOf({ ...path, GH_HOST: 'github.acme.example', GITHUB_ENTERPRISE_TOKEN: 'own' }, own),
      'own',
    );
  });

  it('gets no token where it was not named, and gh is not asked for one', async () => {
    const asked = join(folder, 'asked');
    const path = gh(`echo "$@" > ${asked}; ${signedIn}`);
    assert.match(await tokenOf({ ...path, GH_TOKEN: 'mine' }, own), /no token is sent to a host that you did not name/);
    assert.match(await tokenOf({ ...path, GH_HOST: 'other.example' }, own), /If it is yours, set GH_HOST=github\.acme/);
    assert.throws(() => chmodSync(asked, 0o600), 'gh ran');
  });

  it('is none without a token, whatever gh says', async () => {
    for (const script of ['exit 1', 'echo', 'echo not a token', 'head -c 100000 /dev/zero'])
      assert.match(
        await tokenOf(gh(script), cloud),
        /^Nobody is signed in to github\.com here, .*gh auth login/,
        script,
      );
    rmSync(join(folder, 'gh'));
    assert.match(await tokenOf({ PATH: folder }, cloud), /Nobody is signed in/);
  });

  it('is a job’s own in a job, and none elsewhere', async () => {
    const job = { GITHUB_API_URL: 'https://api.github.com', GITHUB_REPOSITORY: 'acme/shop', GITHUB_TOKEN: 'jobs' };
    assert.equal(await tokenOf(job, '/srv/git/shop.git'), 'jobs');
    const onGitlab = { CI_API_V4_URL: 'https://gitlab.com/api/v4', CI_PROJECT_PATH: 'a/b', GH_TOKEN: 't' };
    assert.equal(await tokenOf({ ...onGitlab, GITLAB_TOKEN: 'theirs' }, cloud), 'theirs');
    assert.match(await tokenOf(onGitlab, cloud), /There is no token to ask GitLab with\. Set GITLAB_TOKEN/);
    assert.equal(
      await tokenOf({}, '/srv/git/shop.git'),
      'PM Zone opens pull requests by itself on GitHub and GitLab alone.',
    );
    assert.equal('why' in (await findOpeningHost({}, undefined)), true);
  });

  it('is GitLab where the remote lies there, with its own token and no other', async () => {
    const gitlab = 'git@gitlab.com:acme/web/shop.git';
    const ownGitlab = 'https://gitlab.acme.example/acme/web/shop.git';
    const others = { GH_TOKEN: 't', GITHUB_TOKEN: 't', PATH: folder };
    const found = await findOpeningHost({ ...others, GITLAB_TOKEN: 'glpat' }, gitlab);
    assert('host' in found);
    assert.deepEqual(found.host, {
      kind: 'gitlab',
      api: 'https://gitlab.com/api/v4',
      repository: 'acme/web/shop',
      token: 'glpat',
    });
    assert.match(
      await tokenOf(others, gitlab),
      /^Nobody is signed in to gitlab\.com here, .*\(set GITLAB_TOKEN to a token/,
    );
    const named = { ...others, GITLAB_HOST: 'GitLab.acme.example' };
    assert.match(await tokenOf(named, ownGitlab), /^Nobody is signed in to gitlab\.acme\.example here/);
    assert.equal(await tokenOf({ ...named, GITLAB_TOKEN: 'own' }, ownGitlab), 'own');
    assert.match(
      await tokenOf({ ...others, GITLAB_TOKEN: 'mine' }, ownGitlab),
      /no token is sent to a host that you did not name\. If it is yours, set GITLAB_HOST=gitlab\.acme/,
    );
  });

  it('hides no bug', async () => {
    const broken = new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'GH_TOKEN') throw new TypeError('x');
          return undefined;
        },
      },
    );
    await assert.rejects(findOpeningHost(broken, cloud), TypeError);
  });
});
