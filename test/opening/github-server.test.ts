import assert from 'node:assert/strict';
import { findGithubServer } from '../../src/opening/github-server.js';

describe('the GitHub that a sign-in is asked for', () => {
  it('is github.com by whatever address, and none that only looks like it', () => {
    for (const remote of [
      'git@github.com:acme/shop.git',
      'https://GitHub.com/acme/shop',
      'ssh://git@github.com/acme/shop',
    ])
      assert.deepEqual(findGithubServer(remote, undefined), {
        provider: 'github',
        name: 'github.com',
        api: 'https://api.github.com',
        repository: 'acme/shop',
      });
    for (const remote of [
      undefined,
      'git@gitlab.com:acme/shop',
      'https://github.com.evil.example/acme/shop',
      '/srv/shop',
    ])
      assert.equal(findGithubServer(remote, undefined), undefined);
  });

  it('is an Enterprise server where the user names that very one, and no other', () => {
    const own = 'https://github.acme.example';
    const remote = 'git@github.acme.example:acme/shop.git';
    assert.deepEqual(findGithubServer(remote, own), {
      provider: 'github-enterprise',
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
