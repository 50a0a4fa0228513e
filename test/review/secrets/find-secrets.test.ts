import assert from 'node:assert/strict';
import { findSecrets } from '../../../src/parsers/find-secrets.js';
import { harmlessLines } from './harmless-lines.js';
import { createDraw, secretKinds } from './secret-kinds.js';

/** Of drawn values one in some hundred reads like a word; more than that is a hole. */
const draws = 12;

describe('findSecrets', () => {
  for (const [what, path, line] of secretKinds) {
    it(`finds ${what}`, () => {
      const missed = Array.from({ length: draws }, (_, seed) => line(createDraw(seed * 7919 + what.length))).filter(
        (text) => findSecrets(path, text).length === 0,
      );
      assert.ok(missed.length <= 2, missed.join('\n'));
    });
  }

  it('finds 99 of 100 values of all kinds', () => {
    const found = secretKinds.flatMap(([what, path, line]) =>
      Array.from(
        { length: draws },
        (_, seed) => findSecrets(path, line(createDraw(seed * 104729 + what.length))).length > 0,
      ),
    );
    assert.ok(found.filter(Boolean).length >= 0.985 * found.length);
  });

  it('finds a key beside a group of ids, and far behind the beginning of one', () => {
    const key = createDraw(9)(32, '0123456789abcdef');
    const far = `"ids": "x", `.repeat(400);
    for (const text of [
      `"actionIdentifiers": { "a": "b" }, "apiKey": "${key}"`,
      `"actions": { "apiKey": "${key}" }`,
      `"actionIdentifiers": { ${far} "apiKey": "${key}" }`,
      `"actionIdentifiers": { "password": "${key}" }`,
    ])
      assert.equal(findSecrets('a.json', text).length, 1, text.slice(-200));
  });

  for (const [path, line] of harmlessLines) {
    it(`passes ${line.slice(0, 50)} in ${path}`, () => assert.deepEqual(findSecrets(path, line), []));
  }

  it('gives the place of the value, and not of its name', () => {
    const draw = createDraw(3);
    for (const [before, value, after] of [
      ['  password: "', `${draw(7)}$${draw(5)}!`, '"\n'],
      ['DB_PASSWORD=', draw(16), ' # the database'],
      ['"Default": "Server=x;Password=', draw(14), ';Timeout=30"'],
      ['<password>', draw(14), '</password>'],
    ] as const) {
      const [secret] = findSecrets('a.conf', before + value + after);
      assert.deepEqual([secret?.start, secret?.end], [before.length, before.length + value.length], before);
    }
  });

  it('finds what is added up or encoded where it stands', () => {
    const draw = createDraw(5);
    const split = `x = '${'gh' + 'p_'}${draw(10)}' +\n  '${draw(26)}';`;
    const [secret] = findSecrets('a.js', split);
    assert.deepEqual([secret?.kind, split.slice(secret?.start, secret?.end)], ['a GitHub token', split.slice(5, -2)]);
    const encoded = Buffer.from('gh' + `p_${draw(36)}`).toString('base64');
    assert.deepEqual(findSecrets('a.yaml', `x: ${encoded}`), [
      { kind: 'a GitHub token', start: 3, end: 3 + encoded.length },
    ]);
  });

  it('asks more of a password in a test, and of an address of this machine', () => {
    const line = `password: '${'S3cure' + '-Enough!'}'`;
    assert.equal(findSecrets('src/app.ts', line).length, 1);
    assert.equal(findSecrets('src/app.spec.ts', line).length, 0);
    const draw = createDraw(9);
    const address = (password: string, host: string): number =>
      findSecrets('a.yml', `url: redis://app:${password}@${host}:6379`).length;
    assert.deepEqual([address('correcthorse', 'cache.internal'), address('correcthorse', 'redis')], [1, 0]);
    assert.equal(address(draw(20), 'localhost'), 1);
    assert.equal(findSecrets('a.md', `https://${draw(30)}:x-oauth-basic@github.com/a`).length, 1);
  });

  it('knows the anonymous key of a database from the one of its service', () => {
    const draw = createDraw(11);
    const part = (text: string): string => Buffer.from(text).toString('base64url');
    const token = (role: string): string => `${part('{"alg":"HS256"}')}.${part(`{"role":"${role}"}`)}.${draw(43)}`;
    assert.deepEqual(
      [findSecrets('a.ts', token('anon')).length, findSecrets('a.ts', token('service_role')).length],
      [0, 1],
    );
  });

  it('reads a pair in base64 as Docker and npm keep it', () => {
    const pair = (text: string): number =>
      findSecrets('config.json', `"auth": "${Buffer.from(text).toString('base64')}"`).length;
    assert.deepEqual([pair(`svc:${createDraw(2)(12)}`), pair('user:password'), pair('no pair at all')], [1, 0, 0]);
  });

  for (const part of [
    'password=',
    'AccountKey=',
    '"password"\n',
    'x-api-key: ',
    'password' + ' '.repeat(40),
    '"+"',
    'M'.repeat(25) + '.',
  ]) {
    it(`takes bounded time on two million characters of ${JSON.stringify(part)}`, () => {
      const start = process.cpuUsage();
      findSecrets('a.json', part.repeat(Math.floor(2_000_000 / part.length)));
      assert.ok(process.cpuUsage(start).user < 10_000_000);
    });
  }
});
