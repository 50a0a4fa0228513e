import assert from 'node:assert/strict';

import fc from 'fast-check';

import { findSecrets, maxScannedLength } from '../../../src/parsers/find-secrets.js';
import type { Report } from '../../../src/review/check.js';
import { secrets } from '../../../src/review/checks/secrets.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';
import { processorTime } from '../../support/processor-time.js';

const letters = (length: number, alphabet = 'aB3dE5gH7jK9mN'): string =>
  Array.from({ length }, (_one, index) => alphabet[(index * 7 + (index >> 3)) % alphabet.length]).join('');
const upper = (length: number): string => letters(length, 'QWERTYUIOP2345');

// Joined at run time, so that no scanner takes this file for a leak.
const aws = 'AK' + 'IA' + upper(16);
const github = 'gh' + 'p_' + letters(36);
const pem = (label: string): string =>
  `-----BEGIN ${label}PRIVATE ` + `KEY-----\n${'MI' + letters(200)}\n-----END ${label}PRIVATE ` + 'KEY-----';
const base64 = (text: string): string => Buffer.from(text).toString('base64url');

const samples: readonly (readonly [what: string, secret: string])[] = [
  ['an AWS access key', aws],
  ['an AWS secret access key', `aws_secret_access_key = ` + letters(40)],
  ['a private key', pem('')],
  ['a private key', pem('RSA ')],
  ['a private key', pem('ENCRYPTED ')],
  ['a GitHub token', github],
  ['a GitHub token', 'gh' + 's_' + letters(80)],
  ['a GitHub token', 'github_' + 'pat_' + letters(82)],
  ['a GitLab token', 'glp' + 'at-' + letters(20)],
  ['a Slack token or webhook', 'xox' + 'b-123456789012-' + letters(24)],
  ['a Slack token or webhook', 'xox' + 's-123456789012-' + letters(24)],
  [
    'a Slack token or webhook',
    'https://hooks.slack' + '.com/services/T' + upper(8) + '/B' + upper(8) + '/' + letters(24),
  ],
  ['a Stripe key', 'sk_' + 'live_' + letters(24)],
  ['a Stripe key', 'sk_' + 'test_' + letters(24)],
  ['a Stripe key', 'rk_' + 'live_' + letters(24)],
  ['a Google API key', 'AI' + 'za' + letters(35)],
  ['a Twilio key', 'S' + 'K' + letters(32, '0123456789abcdef')],
  ['a SendGrid key', 'S' + 'G.' + letters(22) + '.' + letters(43)],
  ['an OpenAI key', 'sk' + '-' + letters(20) + 'T3Blbk' + 'FJ' + letters(20)],
  ['the key of an AI provider', 'sk-' + 'proj-' + letters(60)],
  ['an npm access token', 'np' + 'm_' + letters(36)],
  ['a sign-in token (JWT)', [base64('{"alg":"HS256"}'), base64('{"sub":"1234567890"}'), letters(43)].join('.')],
  ['an address with a password in it', 'redis://default:' + letters(16) + '@cache.internal:6379'],
  ['an address with a password in it', 'https://deploy:' + letters(16) + '@git.internal/x.git'],
  ['a database address with a password in it', 'postgres://app:' + letters(16) + '@db.internal/app'],
];

/** What looks like one and is none. */
const harmless: readonly string[] = [
  'AK' + 'IAIOSFODNN7EXAMPLE',
  'https://user:{password}@host/',
  'redis://user:${REDIS_PASSWORD}@host',
  'postgres://user:password@localhost/db',
  'https://example.com/a:b@c',
  'mailto:someone@example.com',
  'password: "Password"',
  'eyJ is how it begins',
  'a'.repeat(5000),
];

async function run(base: SideFiles, head: SideFiles): Promise<readonly Report[]> {
  const outcome = await secrets.run(createReviewContext({ base, head }));
  return outcome === 'not-applicable' ? assert.fail('not applicable') : outcome.reports;
}

describe('secrets', () => {
  for (const [what, secret] of samples) {
    it(`finds ${what} (${secret.slice(0, 8)}…)`, async () => {
      const [report, more] = await run({}, { 'docs/a.md': `one\r\n two ${secret}\r\nthree` });
      assert.ok(report, 'nothing was reported');
      assert.equal(more, undefined);
      assert.deepEqual([report.severity ?? secrets.severity, report.line, report.column], ['blocker', 2, 6]);
      assert.ok(report.message.includes(`looks like ${what}`), report.message);
      assert.ok(!report.message.includes(secret.slice(-12)), 'the message repeats the secret');
    });
  }

  for (const text of harmless) {
    it(`leaves alone ${text.slice(0, 30)}`, async () => assert.deepEqual(await run({}, { 'a.md': text }), []));
  }

  it('does not obey comments that switch a search off', async () => {
    const text = `<!-- secretlint-disable -->\n${github} // secretlint-disable-line\n// secretlint-disable-next-line\n${aws}\n`;
    assert.deepEqual(
      (await run({}, { 'a.md': text })).map(({ line }) => line),
      [2, 4],
    );
  });

  it('finds what a catalog hides behind escapes, at its place', async () => {
    const escaped = (text: string): string =>
      Array.from(text)
        .map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)
        .join('');
    const address = ('https://deploy:' + letters(16) + '@git.internal/x').replaceAll('/', '\\/');
    const text = `\uFEFF{\n  "a": "${escaped(aws)}",\n  "b": "x ${github.slice(0, 9)}\\x${github.charCodeAt(9).toString(16)}${github.slice(10)}",\n  "c": "${address}",\n  "d": "\\u{41}${aws.slice(1)}"\n}`;
    const reports = await run({}, { 'i18n/en.json': text });
    assert.deepEqual(
      reports.map(({ line, column }) => [line, column]),
      [
        [2, 9],
        [3, 11],
        [4, 9],
        [5, 9],
      ],
    );
  });

  it('finds the key file of a service account as a whole, and what else is in it', async () => {
    const text = JSON.stringify({ private_key_id: 'x', private_key: pem(''), other: github }, null, 1);
    const kinds = (await run({ 'key.json': text.replace('private_key_id', 'id') }, { 'key.json': text })).map(
      ({ message, severity }) => [message.slice(0, 44), severity],
    );
    assert.equal(kinds.length, 3);
    assert.deepEqual(kinds[0], ['This looks like the key of a Google Cloud se', undefined]);
  });

  it('only notes what stood there before and lies on no added line', async () => {
    const reports = await run({ 'a.md': `${github}\n` }, { 'a.md': `${github}\n${aws}\n` });
    assert.deepEqual(
      reports.map(({ line, severity }) => [line, severity]),
      [
        [1, 'note'],
        [2, undefined],
      ],
    );
    assert.match(reports[0]?.message ?? '', /before this change/);
  });

  it('blocks a key of several lines when one of them is new', async () => {
    const lines = pem('').split('\n');
    const reports = await run({ 'a.md': `${lines[0] ?? ''}\n` }, { 'a.md': lines.join('\n') });
    assert.deepEqual([reports[0]?.severity, reports[0]?.line], [undefined, 1]);
  });

  it('sees the value of a key on the line below its name', async () => {
    const name = 'aws_secret_access_key:';
    const [report] = await run({ 'a.yaml': `${name}\n` }, { 'a.yaml': `${name}\n\n  ${letters(40)}\n` });
    assert.deepEqual([report?.severity, report?.line], [undefined, 1]);
  });

  it('finds a key whose value stands far below its name by the name', () => {
    const name = 'aws_secret_access_key =';
    const found = (distance: number) => findSecrets('a.ini', `${name}${' '.repeat(distance)}${letters(40)}\n`);
    const kind = 'an AWS secret access key';
    assert.deepEqual(found(100), [{ kind, start: 0, end: name.length + 140 }]);
    assert.deepEqual(found(1200), [{ kind, start: 0, end: 40 }]);
  });

  const side = { mode: '100644', oid: 'a'.repeat(40), bytes: 9 } as const;
  for (const [path, unread, said] of [
    ['notes', 'not-utf-8', /Save it again as UTF-8/u],
    ['a.md', 'binary', /Save it again as UTF-8/u],
    ['a.png', 'binary', undefined],
    ['notes', 'binary', undefined],
    ['a.md', 'too-large', /too large to be searched.*ask your engineering DRI/u],
    ['notes', 'too-large', /too large to be searched/u],
    ['i18n/en.json', 'too-large', /too large to be searched/u],
    ['film.mp4', 'too-large', undefined],
    ['a.md', 'lfs-pointer', /outside git \(Git LFS\)/u],
    ['film.mp4', 'lfs-pointer', undefined],
    ['a.md', 'missing', /cannot be read here/u],
    ['a.png', 'missing', undefined],
    ['a.md', 'symbolic-link', undefined],
    ['a.md', 'submodule', undefined],
  ] as const) {
    it(`${said ? 'lets no text pass that it cannot search' : 'asks nothing of what is no text, or not its own'}: ${path}, ${unread}`, async () => {
      const [report, more] = await run({}, { [path]: { ...side, unread } });
      assert.equal(more, undefined);
      assert.equal(report?.path, said && path);
      if (said) assert.match(report?.message ?? '', said);
      if (said) assert.equal(report?.severity, undefined);
    });
  }

  it('tells nobody to save anew what was saved so before, as older programs may want it', async () => {
    for (const unread of ['not-utf-8', 'binary'] as const) {
      const [report] = await run(
        { 'a.properties': { ...side, unread } },
        { 'a.properties': { ...side, oid: 'b'.repeat(40), unread } },
      );
      assert.match(report?.message ?? '', /It was not before either, and the app may read it as it is: leave it out/u);
    }
  });

  for (const unread of ['binary', 'too-large', 'lfs-pointer', 'missing'] as const) {
    it(`takes for a text what was one before, whatever its name: ${unread}`, async () => {
      const reports = await run({ 'a.png': 'text' }, { 'a.png': { ...side, unread } });
      assert.deepEqual(
        reports.map(({ path }) => path),
        ['a.png'],
      );
    });
  }

  it('searches the words that stand in a picture beside what it shows', async () => {
    const picture = { ...side, unread: 'binary', words: `Comment token ${github}` } as const;
    const [report, ...more] = await run({}, { 'shot.png': picture });
    assert.match(report?.message ?? '', /^shot\.png has what looks like a GitHub token in it, beside what it shows\. /);
    assert.deepEqual([report?.path, report?.severity, more], ['shot.png', undefined, []]);
    assert.equal((await run({}, { 'shot.png': { ...picture, oid: undefined } })).length, 1);
    assert.deepEqual(await run({ 'shot.png': picture }, { 'shot.png': { ...picture, mode: '100755' } }), []);
    assert.deepEqual(await run({}, { 'shot.png': { ...picture, words: 'Made with a program for drawings' } }), []);
  });

  it('searches every changed file that has a text, and no other', async () => {
    const binary = { mode: '100644', oid: 'a'.repeat(40), bytes: 9, unread: 'binary' } as const;
    assert.deepEqual(
      await run({ 'gone.md': github, 'b.png': binary }, { 'b.png': { ...binary, oid: 'b'.repeat(40) } }),
      [],
    );
    assert.equal(
      (await run({}, { 'auth/x.p12': github, 'package.json': `"https://${letters(30)}:x-oauth-basic@github.com/"` }))
        .length,
      2,
    );
  });

  it('does not pass what is too long to be searched', async () => {
    const [report] = await run({}, { 'a.md': 'a'.repeat(maxScannedLength + 1) });
    assert.match(report?.message ?? '', /too long to be searched/);
  });

  for (const [what, part] of [
    ['letters', 'a'],
    ['capitals', 'A'],
    ['base64', letters(64) + '+/'],
    ['addresses', 'http://a:'],
    ['addresses with long names', `redis://${'a'.repeat(100)}:${'b'.repeat(200)}`],
    ['beginnings of keys', '-----BEGIN PRIVATE ' + 'KEY-----\n'],
    ['near misses', 'S' + `G.a.${'a'.repeat(300)}`],
    ['beginnings of sign-in tokens', 'ey' + `J${letters(5000)}.`],
    ['escapes', '\\u0041'],
    ['tokens', github + '\n'],
    ['brackets', '{"a":'],
  ] as const) {
    it(`takes bounded time on two million characters of ${what}`, () => {
      const text = part.repeat(Math.floor(2_000_000 / part.length));
      const start = processorTime();
      assert.ok(findSecrets('a.json', text).length <= 200);
      assert.ok(processorTime() - start < 3000);
    });
  }

  it('throws on no text, and gives places within it in order', () => {
    const text = fc.array(
      fc.oneof(fc.string(), fc.constantFrom(aws, github, '\\u00', '\\/', '\uFEFF', '"', 'https://', ':', '@')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(text, fc.constantFrom('a.json', 'a.md', '.npmrc', 'package.json', 'x.p12'), (parts, path) => {
        const whole = parts.join('');
        let last = 0;
        for (const { start, end } of findSecrets(path, whole)) {
          assert.ok(last <= start && start < end && end <= whole.length);
          last = start;
        }
      }),
    );
  });

  it('finds a token wherever it is put between words', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), (before, after) => {
        const found = findSecrets('a.md', `${before} ${github} ${after}`);
        assert.deepEqual([found.length, found[0]?.start], [1, before.length + 1]);
      }),
    );
  });

  it('searches the names of new files', async () => {
    const [named] = await run({}, { [`notes/${aws}.txt`]: 'x' });
    assert.match(named?.message ?? '', /^The name of this file looks like an AWS access key/);
  });

  it('tells a database’s password from one of this machine', () => {
    const found = (password: string): boolean =>
      findSecrets('a.txt', 'postgres' + `://app:${password}` + '@localhost/db').length > 0;
    assert.deepEqual(['sommer', 'Zk8pQ2mW' + '9xR4tY7vLq'].map(found), [false, true]);
  });
});
