import assert from 'node:assert/strict';
import { findHosts } from '../../../src/review/unsafe/find-hosts.js';

const hosts = (text: string): string =>
  findHosts(text)
    .map(({ host }) => host)
    .join(' ');

describe('findHosts', () => {
  const cases: Readonly<Record<string, string>> = {
    'See https://Help.Acme.io/start?x=1.': 'help.acme.io',
    'https://acme.io:8443, http://www.acme.io!': 'acme.io acme.io',
    '[a](//cdn.acme.io/x) "//b.io"': 'cdn.acme.io b.io',
    'https://github.com@evil.io/x': 'evil.io evil.io',
    'https://a.io,https://b.io': 'a.io b.io',
    'https://evil%2Eio/ https://evil。io https://%zz.io': 'evil.io evil.io %zz.io',
    'https://3232235521/ https://0x7f000001': '3232235521 0x7f000001',
    'https:\\\\evil.io https:/\\evil.io/a': 'evil.io evil.io',
    'https:\\/\\/evil.io\\/x': 'evil.io',
    'https&colon;//evil.io': 'evil.io',
    'www.acme.io and mail@acme.io.': 'acme.io acme.io',
    'mailto:help@sub.acme.co.uk': 'sub.acme.co.uk',
    'https://bücher.de/': 'bücher.de',
    'https://10.0.0.1/x https://127.1': '10.0.0.1 127.1',
    'https://acme.example, a@b.test, http://localhost:3000, https://x.example.com': '',
    'https://{host}/x, https://intranet/, a // b.c, @acme.io/x, 1 / 2': '',
    'src/a.ts and a.b.c': '',
    'https:evil.io https:/evil.io http:\\evil.io': 'evil.io evil.io evil.io',
    '[x](<//evil.io>) 0;//b.io |//c.io|': 'evil.io b.io c.io',
    'http://[2001:db8::1]/ http://[::1]:80/': '[2001:db8::1] [::1]',
    'file://evil/x \\\\share\\a \\\\a.test\\b': 'evil share',
    'https://acme.io/go?to=https%3A%2F%2Fevil.io': 'acme.io evil.io',
    'Visit evil.com or t.me/evil, not ASP.NET, java.io, README.md/x, index.js/x, user.name, a.com(b)':
      'evil.com t.me/evil',
    'https://github.com/Acme/x https://github.com/ https://bit.ly/1': 'github.com/acme github.com bit.ly/1',
    'A.b@gmail.com a@acme.io': 'a.b@gmail.com acme.io',
    'www。evil。io': 'evil.io',
  };
  for (const [text, found] of Object.entries(cases))
    it(`finds ${found || 'none'} in ${text}`, () => {
      assert.equal(hosts(text), found);
    });

  it('reads over the ends of lines in a tag, and over tabs', () => {
    assert.equal(hosts('<a href="https://ev\nil/x">\n<b title="x" id=\'a\nb\'> <a href=\'//a\n.io\'>'), 'a.io');
    assert.equal(hosts('<a href="/\t/evil.io">'), 'evil.io');
  });

  it('says what is no link', () => {
    assert.deepEqual(findHosts('at evil.com'), [{ host: 'evil.com', line: 1, isBare: true }]);
  });

  it('says the line, from 1', () => {
    assert.deepEqual(findHosts('a\nb https://acme.io\n'), [{ host: 'acme.io', line: 2 }]);
  });
});
