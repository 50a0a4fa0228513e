import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findGithub } from '../../src/commands/find-github.js';

describe('the GitHub that pull requests are opened on', () => {
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
    const found = await findGithub(environment, remote);
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
    const gitlab = {
      CI_API_V4_URL: 'https://gitlab.com/api/v4',
      CI_PROJECT_PATH: 'a/b',
      GITLAB_TOKEN: 't',
      GH_TOKEN: 't',
    };
    for (const [environment, remote] of [
      [{}, 'git@gitlab.com:acme/shop.git'],
      [{}, '/srv/git/shop.git'],
      [gitlab, cloud],
    ] as const)
      assert.equal(await tokenOf(environment, remote), 'PM Zone opens pull requests by itself on GitHub alone.');
    assert.equal('why' in (await findGithub({}, undefined)), true);
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
    await assert.rejects(findGithub(broken, cloud), TypeError);
  });
});
