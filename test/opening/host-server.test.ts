import assert from 'node:assert/strict';
import { findHostServer, type HostServer } from '../../src/opening/host-server.js';

const findGithubServer = (remote: string | undefined, github: string | undefined): HostServer | undefined =>
  findHostServer(remote, { github });

describe('the GitHub that a sign-in is asked for', () => {
  it('is github.com by whatever address, and none that only looks like it', () => {
    for (const remote of [
      'git@github.com:acme/shop.git',
      'https://GitHub.com/acme/shop',
      'ssh://git@github.com/acme/shop',
    ])
      assert.deepEqual(findGithubServer(remote, undefined), {
        kind: 'github',
        keeper: 'github',
        name: 'github.com',
        api: 'https://api.github.com',
        repository: 'acme/shop',
      });
    for (const remote of [undefined, 'https://github.com.evil.example/acme/shop', '/srv/shop'])
      assert.equal(findGithubServer(remote, undefined), undefined);
  });

  it('is an Enterprise server where the user names that very one, and no other', () => {
    const own = 'https://github.acme.example';
    const remote = 'git@github.acme.example:acme/shop.git';
    assert.deepEqual(findGithubServer(remote, own), {
      kind: 'github',
      keeper: 'github-enterprise',
      name: 'github.acme.example',
      api: 'https://github.acme.example/api/v3',
      repository: 'acme/shop',
    });
    assert.equal(
      findGithubServer('git@acme.ghe.com:acme/shop', 'https://acme.ghe.com/')?.api,
      'https://api.acme.ghe.com',
    );
    assert.equal(findGithubServer('http://127.0.0.1:1/a/b', 'http://127.0.0.1:80801')?.api, undefined);
    assert.equal(
      findGithubServer('http://127.0.0.1:1/a/b', 'http://127.0.0.1:8080')?.api,
      'http://127.0.0.1:8080/api/v3',
    );
    for (const other of [
      undefined,
      '',
      'https://code.acme.example',
      'http://github.acme.example',
      'github.acme.example',
    ])
      assert.equal(findGithubServer(remote, other), undefined, other);
    assert.equal(findGithubServer('https://github.evil.example/acme/shop', own), undefined);
  });

  it('is github.com’s own interface, whatever is named beside it', () => {
    assert.equal(
      findGithubServer('git@github.com:acme/shop', 'https://github.com:8443')?.api,
      'https://api.github.com',
    );
  });
});

describe('the GitLab that a token is asked for', () => {
  it('is gitlab.com by whatever address, with its groups', () => {
    for (const remote of [
      'git@gitlab.com:acme/web/shop.git',
      'https://GitLab.com/acme/web/shop',
      'ssh://git@gitlab.com/acme/web/shop',
    ])
      assert.deepEqual(findHostServer(remote, {}), {
        kind: 'gitlab',
        keeper: 'secrets',
        name: 'gitlab.com',
        api: 'https://gitlab.com/api/v4',
        repository: 'acme/web/shop',
      });
    assert.equal(
      findHostServer('git@gitlab.com:acme/shop', { gitlab: 'https://gitlab.com:8443' })?.api,
      'https://gitlab.com/api/v4',
    );
  });

  it('is one’s own where the user names that very one, whatever it is called, and no other', () => {
    const remote = 'git@code.acme.example:acme/web/shop.git';
    assert.deepEqual(findHostServer(remote, { gitlab: 'https://code.acme.example:8443/' }), {
      kind: 'gitlab',
      keeper: 'secrets',
      name: 'code.acme.example:8443',
      api: 'https://code.acme.example:8443/api/v4',
      repository: 'acme/web/shop',
    });
    const under = { gitlab: 'https://acme.example/gitlab' };
    for (const url of ['git@acme.example:web/shop.git', 'https://acme.example/gitlab/web/shop']) {
      const { api, repository, name } = findHostServer(url, under) ?? {};
      assert.deepEqual([api, repository, name], ['https://acme.example/gitlab/api/v4', 'web/shop', 'acme.example']);
    }
    assert.equal(findHostServer('https://acme.example/web/shop', under), undefined);
    for (const gitlab of [
      undefined,
      '',
      'http://code.acme.example',
      'code.acme.example',
      'https://gitlab.acme.example',
    ])
      assert.equal(findHostServer(remote, { gitlab }), undefined, gitlab);
    assert.equal(
      findHostServer('git@gitlab.evil.example:acme/shop', { gitlab: 'https://code.acme.example' }),
      undefined,
    );
    // A server named as a GitHub is none of GitLab.
    assert.equal(
      findHostServer('git@gitlab.acme.example:acme/shop', { github: 'https://gitlab.other.example' }),
      undefined,
    );
  });
});
