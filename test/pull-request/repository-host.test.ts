import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareUrl, longestOnWindows, type ComparePage } from '../../src/pull-request/compare-url.js';
import {
  hostAddress,
  parseRepositoryHost,
  permanentLink,
  type RepositoryHost,
  type OwnServers,
} from '../../src/pull-request/repository-host.js';

describe('hostOf', () => {
  const shop = 'https://github.com/acme/shop';
  const known: readonly (readonly [string, string])[] = [
    ['https://github.com/acme/shop.git', shop],
    ['https://github.com/acme/shop', shop],
    ['https://github.com/acme/shop/', shop],
    ['HTTPS://GitHub.com/acme/shop.GIT', shop],
    ['https://maya:secret@github.com/acme/shop.git', shop],
    ['git@github.com:acme/shop.git', shop],
    ['github.com:acme/shop', shop],
    ['ssh://git@github.com:22/acme/shop.git', shop],
    ['git://github.com/acme/shop', shop],
    // Where a network lets nothing through but the web's port, and with a second account: as the hosts' documentation has it.
    ['ssh://git@ssh.github.com:443/acme/shop.git', shop],
    ['git@ssh.github.com:acme/shop.git', shop],
    ['ssh://git@altssh.gitlab.com:443/acme/web/shop.git', 'https://gitlab.com/acme/web/shop'],
    ['git@github.com-work:acme/shop.git', shop],
    ['ssh://git@gitlab.com-acme/acme/web/shop.git', 'https://gitlab.com/acme/web/shop'],
    ['git@github.com:/acme/shop.git', shop],
    ['git+ssh://git@github.com/acme/shop.git', shop],
    ['https://www.github.com/acme/shop', shop],
    ['https://github.com./acme/shop', shop],
    ['https://github.example.com/acme/shop', 'https://github.example.com/acme/shop'],
    ['git@gitlab.com:acme/web/shop.git', 'https://gitlab.com/acme/web/shop'],
    ['https://gitlab.example.org:8443/acme/shop.git', 'https://gitlab.example.org/acme/shop'],
  ];
  for (const [url, web] of known) it(`knows ${url}`, () => assert.equal(parseRepositoryHost(url)?.web, web));

  const unknown = [
    '',
    '/srv/git/shop.git',
    'C:\\shop',
    'file:///srv/shop',
    'https://example.com/acme/shop',
    'https://evilgithub.com/acme/shop',
    'https://github/acme/shop',
    'https://github.com/acme',
    'https://github.com/acme/shop/more',
    'https://github.com/../shop',
    'https://github.com/acme/sh op',
    'https://github.com/acme/shop?x=<b>',
    'javascript:alert(1)//github.com/acme/shop',
    'https://github.com.-/acme/shop',
    'https://ssh.github.com/acme/shop',
    'git@github.com-:acme/shop',
    'git@github.com://acme/shop',
    'ssh://-oProxyCommand=x/acme/shop',
    'https://[::1]/acme/shop',
    'https://maya:sec@ret@github.com/acme/shop',
    'https://github..com/acme/shop',
    `https://github.com/acme/${'x'.repeat(600)}`,
  ];
  for (const url of unknown)
    it(`does not know ${url.slice(0, 50)}`, () => assert.equal(parseRepositoryHost(url), undefined));

  it('knows a GitLab under a path where the user names it so: by https below it, by ssh at the root, and nothing beside it', () => {
    const web = (url: string, gitlab = 'https://acme.example/tools/gitlab/'): string | undefined =>
      parseRepositoryHost(url, { gitlab })?.web;
    const shop = 'https://acme.example/tools/gitlab/web/shop';
    assert.equal(web('https://acme.example/tools/gitlab/web/shop.git'), shop);
    assert.equal(web('git@acme.example:web/shop.git'), shop);
    assert.equal(web('ssh://git@acme.example:2222/web/shop.git'), shop);
    for (const url of [
      'https://acme.example/web/shop',
      'https://acme.example/tools/gitlab/shop',
      'https://acme.example/tools/gitlabs/web/shop',
      'https://acme.example/tools/gitlab/../../web/shop',
    ])
      assert.equal(web(url), undefined, url);
    // A page of it that was copied is no path that it lies under.
    for (const page of ['/users/sign_in', '/-/user_settings', '/dashboard', ''])
      assert.equal(
        web('https://acme.example/web/shop', `https://acme.example${page}`),
        'https://acme.example/web/shop',
      );
    const named = { github: 'https://code.acme.example/some/path' };
    assert.equal(
      parseRepositoryHost('https://code.acme.example/web/shop', named)?.web,
      'https://code.acme.example/web/shop',
    );
  });

  it('knows the Enterprise server that the user names, whatever it is called', () => {
    const web = (url: string, server: string): string | undefined => parseRepositoryHost(url, { github: server })?.web;
    for (const url of ['git@code.acme.example:acme/shop.git', 'https://code.acme.example:8443/acme/shop'])
      assert.equal(web(url, 'https://Code.acme.example/'), 'https://code.acme.example/acme/shop');
    assert.equal(web('http://127.0.0.1:7990/acme/shop', 'http://127.0.0.1:8080'), 'http://127.0.0.1:8080/acme/shop');
    assert.equal(web('git@gitlab.com:acme/shop', 'https://code.acme.example'), 'https://gitlab.com/acme/shop');
    for (const server of ['', 'code.acme.example', 'http://code.acme.example', 'ftp://code.acme.example'])
      assert.equal(web('git@code.acme.example:acme/shop.git', server), undefined, server);
    assert.equal(web('git@code.acme.example:acme/shop/more', 'https://code.acme.example'), undefined);
  });

  it('knows the GitLab that the user names likewise, and takes neither for what everybody knows', () => {
    const at = (url: string, own: OwnServers): unknown => {
      const { kind, web } = parseRepositoryHost(url, own) ?? {};
      return [kind, web];
    };
    const own = { github: 'https://github.acme.example', gitlab: 'https://code.acme.example:8443' };
    assert.deepEqual(at('ssh://git@code.acme.example:2222/acme/web/shop.git', own), [
      'gitlab',
      'https://code.acme.example:8443/acme/web/shop',
    ]);
    assert.deepEqual(at('git@github.acme.example:acme/shop', own), ['github', 'https://github.acme.example/acme/shop']);
    assert.deepEqual(at('git@github.com:acme/shop', { gitlab: 'https://github.com' }), [
      'github',
      'https://github.com/acme/shop',
    ]);
    assert.deepEqual(at('git@code.acme.example:acme/shop', { gitlab: 'http://code.acme.example' }), [
      undefined,
      undefined,
    ]);
  });

  it('takes the address that git goes to, or the written one where that is no host’s', () => {
    const written = 'https://github.com/acme/shop';
    const remote = { name: 'origin', url: written, fetchUrl: 'file:///mirror', pushUrl: 'git@github.com:me/shop' };
    assert.deepEqual(
      [
        hostAddress(remote, 'fetchUrl'),
        hostAddress(remote, 'pushUrl'),
        hostAddress({ name: 'o', url: 'x' }, 'pushUrl'),
      ],
      [written, 'git@github.com:me/shop', 'x'],
    );
  });

  it('gives a plain page or none, whatever the URL', () => {
    const piece = fc.constantFrom(
      'https://',
      'git@',
      'github.com',
      'gitlab.com',
      ':',
      '/',
      'acme',
      '@',
      '..',
      '\n',
      '"',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 8 }), (pieces) => {
        assert.match(
          parseRepositoryHost(pieces.join(''))?.web ?? 'https://a/b/c',
          /^https:\/\/[a-z0-9.-]+(?:\/[\w.-]+){2,}$/,
        );
      }),
    );
  });
});

const github: RepositoryHost = { kind: 'github', web: 'https://github.com/acme/shop', owner: 'acme', name: 'shop' };
const gitlab: RepositoryHost = { kind: 'gitlab', web: 'https://gitlab.com/acme/shop', owner: 'acme', name: 'shop' };

describe('permanentLink', () => {
  it('names the commit and the file', () => {
    assert.equal(
      permanentLink(github, 'abc', 'a b/(c)#?.md'),
      'https://github.com/acme/shop/blob/abc/a%20b/%28c%29%23%3F.md',
    );
    assert.equal(permanentLink(gitlab, 'abc', 'a/b.md'), 'https://gitlab.com/acme/shop/-/blob/abc/a/b.md');
    assert.equal(permanentLink(github, 'abc', '\ud800'), 'https://github.com/acme/shop/blob/abc/%EF%BF%BD');
  });
});

describe('compareUrl', () => {
  const page: ComparePage = {
    host: github,
    headHost: undefined,
    base: 'main',
    head: 'maya/new-home',
    title: 'New home',
    body: 'Body',
    draft: false,
  };

  const urlOf = (each: ComparePage): string => compareUrl(each).url;

  it('makes GitHub pages, also from a fork', () => {
    const filled = '?expand=1&title=New+home&body=Body';
    assert.equal(urlOf(page), `https://github.com/acme/shop/compare/main...maya/new-home${filled}`);
    assert.equal(urlOf({ ...page, headHost: github }), urlOf(page));
    const fork = { ...github, web: 'https://github.com/maya/shop', owner: 'maya' };
    assert.equal(
      urlOf({ ...page, headHost: fork }),
      `https://github.com/acme/shop/compare/main...maya:shop:maya/new-home${filled}`,
    );
    assert.equal(urlOf({ ...page, headHost: gitlab }), urlOf(page));
    assert.equal(urlOf({ ...page, headHost: { ...fork, web: 'https://github.acme.example/maya/shop' } }), urlOf(page));
  });

  it('makes GitLab pages, also from a fork', () => {
    const url = new URL(urlOf({ ...page, host: gitlab, draft: true }));
    assert.equal(url.pathname, '/acme/shop/-/merge_requests/new');
    assert.deepEqual(
      [...url.searchParams],
      [
        ['merge_request[source_branch]', 'maya/new-home'],
        ['merge_request[target_branch]', 'main'],
        ['merge_request[title]', 'Draft: New home'],
        ['merge_request[description]', 'Body'],
      ],
    );
    const fork = { ...gitlab, web: 'https://gitlab.com/maya/shop' };
    assert.match(urlOf({ ...page, host: gitlab, headHost: fork }), /^https:\/\/gitlab\.com\/maya\/shop\//);
  });

  it('shortens what is too long, then leaves out the body, then the title, and says so', () => {
    const long = 'x'.repeat(9000);
    assert.deepEqual([compareUrl(page).holds, compareUrl(page).leftOut], ['all', []]);
    const short = compareUrl({ ...page, body: `## What\n\nWords\n\n## Why\n\n${long}` });
    assert.deepEqual([short.holds, short.leftOut], ['short-body', ['Why']]);
    assert.match(
      new URL(short.url).searchParams.get('body') ?? '',
      /^## What\n\nWords\n\n_Shortened .* Left out: Why\._\n$/,
    );
    const titled = compareUrl({ ...page, body: long });
    assert.match(titled.url, /\?expand=1&title=New\+home$/);
    assert.deepEqual([titled.holds, titled.leftOut], ['title', []]);
    const bare = compareUrl({ ...page, title: long });
    assert.match(bare.url, /\?expand=1$/);
    assert.equal(bare.holds, 'nothing');
  });

  it('keeps to what the way there takes, where that is less', () => {
    const body = `## What\n\nWords\n\n## Why\n\n${'x'.repeat(3000)}`;
    assert.equal(compareUrl({ ...page, body }).holds, 'all');
    const made = compareUrl({ ...page, body }, longestOnWindows);
    assert.deepEqual([made.holds, made.url.length <= longestOnWindows], ['short-body', true]);
  });

  it('writes what a form reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (body) => {
        assert.equal(new URL(urlOf({ ...page, body })).searchParams.get('body'), body);
      }),
    );
  });

  it('encodes branch names, whatever they are', () => {
    const hostile = 'a?b#c&d="<x>../%2e\n\ud800';
    assert.equal(urlOf({ ...page, head: hostile, base: hostile }).includes('<'), false);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (head, title) => {
        assert.match(urlOf({ ...page, head, title }), /^[\w:/.?=&%~+,-]+$/);
      }),
    );
  });
});
