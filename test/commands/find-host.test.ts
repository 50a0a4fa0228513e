import assert from 'node:assert/strict';
import { findPageHost } from '../../src/commands/host/find-page-host.js';
import { findHost } from '../../src/commands/host/find-host.js';
import type { HostedRepository } from '../../src/hosts/host-api.js';

interface Row {
  readonly title: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly remote?: string;
  readonly found: HostedRepository | RegExp;
}

const acme = 'git@github.com:acme/shop.git';
const onGithub = (api: string, token = 't'): HostedRepository => ({
  kind: 'github',
  api,
  repository: 'acme/shop',
  token,
});

const rows: readonly Row[] = [
  { title: 'GitHub', environment: { GH_TOKEN: 't' }, remote: acme, found: onGithub('https://api.github.com') },
  {
    title: 'GitHub, by the token that an Action has, after one’s own',
    environment: { GITHUB_TOKEN: 'theirs', GH_TOKEN: 'mine' },
    remote: acme,
    found: onGithub('https://api.github.com', 'mine'),
  },
  ...['git@acme.example:web/shop.git', 'https://acme.example/gitlab/web/shop.git'].map((remote) => ({
    title: `a GitLab that lies under a path, by ${remote}`,
    environment: { GITLAB_TOKEN: 't', GITLAB_HOST: 'acme.example/gitlab' },
    remote,
    found: { kind: 'gitlab', api: 'https://acme.example/gitlab/api/v4', repository: 'web/shop', token: 't' } as const,
  })),
  {
    title: 'what lies beside a GitLab that lies under a path',
    environment: { GITLAB_TOKEN: 't', GITLAB_HOST: 'acme.example/gitlab' },
    remote: 'https://acme.example/web/shop.git',
    found: /neither on GitHub nor on GitLab/,
  },
  {
    title: 'GitHub without a token',
    environment: { GH_TOKEN: '' },
    remote: acme,
    found: /no token to ask github\.com with\. Set GH_TOKEN/,
  },
  {
    title: 'an Enterprise Server that was named',
    environment: { GH_HOST: 'GitHub.acme.example', GH_ENTERPRISE_TOKEN: 't' },
    remote: 'https://github.acme.example/acme/shop',
    found: onGithub('https://github.acme.example/api/v3'),
  },
  {
    title: 'a server that nobody named: no token goes there',
    environment: { GH_TOKEN: 't', GH_ENTERPRISE_TOKEN: 't' },
    remote: 'https://github.evil.example/acme/shop',
    found: /no token is sent to a host that you did not name\. If it is yours, set GH_HOST=github\.evil\.example\./,
  },
  {
    title: 'an Enterprise Server with the token of github.com alone',
    environment: { GH_TOKEN: 't', GH_HOST: 'github.acme.example' },
    remote: 'https://github.acme.example/acme/shop',
    found: /Set GH_ENTERPRISE_TOKEN/,
  },
  {
    title: 'GitHub Enterprise Cloud with a name of its own',
    environment: { GH_TOKEN: 't', GH_HOST: 'acme.ghe.com' },
    remote: 'git@acme.ghe.com:acme/shop.git',
    found: onGithub('https://api.acme.ghe.com'),
  },
  {
    title: 'a server that ends as if it were GitHub’s',
    environment: { GH_TOKEN: 't', GH_HOST: 'notgithub.com' },
    remote: 'https://notgithub.com/acme/shop',
    found: /Set GH_ENTERPRISE_TOKEN/,
  },
  {
    title: 'GitLab, with groups',
    environment: { GITLAB_TOKEN: 't' },
    remote: 'git@gitlab.com:acme/web/shop.git',
    found: { kind: 'gitlab', api: 'https://gitlab.com/api/v4', repository: 'acme/web/shop', token: 't' },
  },
  {
    title: 'a GitLab of one’s own',
    environment: { GITLAB_TOKEN: 't', GITLAB_HOST: 'gitlab.acme.example' },
    remote: 'https://gitlab.acme.example/acme/shop.git',
    found: { kind: 'gitlab', api: 'https://gitlab.acme.example/api/v4', repository: 'acme/shop', token: 't' },
  },
  {
    title: 'a GitLab that nobody named',
    environment: { GITLAB_TOKEN: 't' },
    remote: 'https://gitlab.evil.example/acme/shop.git',
    found: /set GITLAB_HOST=gitlab\.evil\.example/,
  },
  {
    title: 'a job of GitHub Actions, whatever the remote',
    environment: { GITHUB_API_URL: 'https://api.github.com', GITHUB_REPOSITORY: 'acme/shop', GITHUB_TOKEN: 't' },
    remote: '/srv/elsewhere.git',
    found: onGithub('https://api.github.com'),
  },
  {
    title: 'a job of GitLab CI',
    environment: { CI_API_V4_URL: 'https://gitlab.com/api/v4', CI_PROJECT_PATH: 'acme/web/shop', GITLAB_TOKEN: 't' },
    found: { kind: 'gitlab', api: 'https://gitlab.com/api/v4', repository: 'acme/web/shop', token: 't' },
  },
  {
    title: 'a GitLab of any name, by its port or its address',
    environment: { GITLAB_TOKEN: 't', GITLAB_HOST: 'Code.acme.example:8443' },
    remote: 'ssh://git@code.acme.example:2222/acme/web/shop.git',
    found: { kind: 'gitlab', api: 'https://code.acme.example:8443/api/v4', repository: 'acme/web/shop', token: 't' },
  },
  {
    title: 'a GitLab that is named without encryption: no token goes there',
    environment: { GITLAB_TOKEN: 't', GITLAB_HOST: 'http://gitlab.acme.example' },
    remote: 'https://gitlab.acme.example/acme/shop.git',
    found: /set GITLAB_HOST=gitlab\.acme\.example/,
  },
  {
    title: 'an Enterprise Server of any name',
    environment: { GH_HOST: 'https://code.acme.example', GH_ENTERPRISE_TOKEN: 't' },
    remote: 'git@code.acme.example:acme/shop.git',
    found: onGithub('https://code.acme.example/api/v3'),
  },
  {
    title: 'half of a job’s names',
    environment: {
      GITHUB_API_URL: 'https://api.github.com',
      CI_API_V4_URL: 'https://gitlab.com/api/v4',
      GH_TOKEN: 't',
    },
    found: /neither on GitHub nor on GitLab.*--evidence FILE/,
  },
  {
    title: 'another host',
    environment: { GH_TOKEN: 't' },
    remote: 'https://git.acme.example/shop',
    found: /neither on GitHub/,
  },
];

describe('where a pull request is asked for', () => {
  for (const { title, environment, remote, found } of rows) {
    it(title, () => {
      if (found instanceof RegExp) assert.throws(() => findHost(environment, remote), found);
      else assert.deepEqual(findHost(environment, remote), found);
    });
  }
});

describe('where people look at a repository', () => {
  const placeOf = (urls: readonly string[], environment: Readonly<Record<string, string>> = {}): string | undefined =>
    findPageHost(
      { remotes: urls.map((url, at) => ({ name: `r${at}`, url, fetchUrl: url, pushUrl: url, branches: [] })) },
      environment,
    )?.web;

  it('is the first remote that lies on a host', () => {
    assert.equal(placeOf([]), undefined);
    assert.equal(placeOf(['/srv/shop.git', 'git@github.com:acme/shop.git']), 'https://github.com/acme/shop');
  });

  it('is a server of one’s own, by the name that the command lines of GitHub and GitLab take', () => {
    const url = 'git@code.acme.example:acme/shop.git';
    assert.equal(placeOf([url]), undefined);
    assert.equal(placeOf([url], { GITLAB_HOST: 'code.acme.example' }), 'https://code.acme.example/acme/shop');
    assert.equal(placeOf([url], { GH_HOST: 'code.acme.example' }), 'https://code.acme.example/acme/shop');
  });
});
