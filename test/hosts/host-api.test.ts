import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { HostApi } from '../../src/hosts/host-api.js';
import { HostError, orTrouble } from '../../src/hosts/host-error.js';
import { UnreadParts } from '../../src/hosts/evidence/unread-parts.js';
import type { HostLimits } from '../../src/hosts/http/host-limits.js';
import { RememberedAnswers } from '../../src/hosts/http/remembered-answers.js';
import { openGithub } from '../../src/hosts/open-github.js';
import { FakeServer, type FakeReply } from './fake-server.js';

describe('the way to a host', () => {
  let reply: FakeReply;
  let server: FakeServer;
  beforeEach(async () => {
    reply = { status: 200, body: { answer: 1 } };
    server = await new FakeServer(() => reply).start();
  });
  afterEach(() => server.stop());

  const open = (limits: Partial<HostLimits> = {}) =>
    new HostApi({ base: `${server.url}/api/`, prefix: '/v9', headers: {}, token: undefined, limits });
  const shape = z.object({ answer: z.int() });

  async function troubleOf(work: () => Promise<unknown>): Promise<string> {
    const result = await orTrouble(work);
    assert('trouble' in result, 'it came through');
    return result.trouble.kind;
  }

  it('is https, or this machine itself', () => {
    for (const address of [
      'http://example.com',
      'ftp://example.com',
      'example.com',
      'https://',
      '',
      'http://127.0.0.1.example.com',
    ]) {
      assert.throws(() => openGithub(address, undefined), HostError, address);
    }
    for (const address of ['https://api.github.com', 'http://localhost:80/api/v3', 'http://[::1]:80'])
      openGithub(address, undefined);
  });

  it('takes no token that is none, and does not repeat it', () => {
    for (const token of ['', 'tiny', 'two lines\nx', 'not ascii ü', 'x'.repeat(5000)]) {
      assert.throws(
        () => openGithub('https://api.github.com', token),
        (error) => error instanceof HostError && (token === '' || !error.message.includes(token)),
      );
    }
  });

  it('needs no token where the host asks for none', async () => {
    assert.deepEqual(await open().get('/thing', shape), { answer: 1 });
    assert.equal(server.seen[0]?.url.pathname, '/api/v9/thing');
    assert.equal(server.seen[0].headers['authorization'], undefined);
  });

  it('follows a move within the host, three times', async () => {
    let left = 3;
    server.fault = () =>
      left-- > 0 ? () => ({ status: 301, body: '', headers: { location: '/api/v9/new' } }) : undefined;
    assert.deepEqual(await open().get('/old', shape), { answer: 1 });
    left = 4;
    assert.equal(await troubleOf(() => open().get('/old', shape)), 'redirect');
  });

  it('goes on with a change only where the host says that it did not make it', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      let left = 1;
      server.fault = () =>
        left-- > 0 ? () => ({ status, body: '', headers: { location: '/api/v9/new' } }) : undefined;
      if (status < 307) {
        assert.equal(await troubleOf(() => open().post('/old', { a: 1 }, shape)), 'redirect', String(status));
        continue;
      }
      assert.deepEqual(await open().post('/old', { a: 1 }, shape), { answer: 1 });
      const [last] = server.seen.slice(-1);
      assert.deepEqual([last?.method, last?.url.pathname, last?.body], ['POST', '/api/v9/new', { a: 1 }]);
    }
  });

  it('leaves neither the interface nor the host, and follows no move without an end', async () => {
    const elsewhere = [
      '/login',
      '/api',
      '/apis/v9/x',
      '//example.com/api/v9/x',
      'https://example.com/api/',
      'javascript:1',
      'http://[',
      '/api/../x',
    ];
    for (const location of elsewhere) {
      reply = { status: 302, body: '', headers: { location } };
      assert.equal(await troubleOf(() => open().get('/old', shape)), 'redirect', location);
    }
    reply = { status: 307, body: '', headers: { location: '/api/v9/new' } };
    assert.equal(await troubleOf(() => open().post('/old', {}, shape)), 'redirect');
    const before = server.seen.length;
    assert.equal(await troubleOf(() => open().get('/../../login', shape)), 'redirect');
    assert.equal(server.seen.length, before);
  });

  it('asks no more than one run may', async () => {
    const api = open({ requests: 2 });
    await api.get('/one', shape);
    await api.get('/two', shape);
    assert.equal(await troubleOf(() => api.get('/three', shape)), 'incomplete');
  });

  it('reads no more pages than a list may have', async () => {
    reply = { status: 200, body: [1], headers: { link: '</api/v9/list?page=2>; rel="next"' } };
    assert.equal(await troubleOf(() => open({ pages: 3 }).list('/list', z.array(z.int()))), 'incomplete');
    assert.equal(server.seen.length, 3);
  });

  it('asks for the next page after a full one, where the host says nothing of pages', async () => {
    const [full, rest] = [Array.from({ length: 100 }, (_, index) => index), [100, 101]];
    server.fault = (_, { url }) => {
      const page = url.searchParams.get('page');
      return () => ({ status: 200, body: page === null ? full : page === '2' ? rest : [] });
    };
    assert.deepEqual(await open().list('/list', z.array(z.int())), [...full, ...rest]);
    assert.deepEqual(
      server.seen.map(({ url }) => url.search),
      ['?per_page=100', '?per_page=100&page=2'],
    );
  });

  it('waits as long as the host says, but not for ever', async () => {
    const waits: number[] = [];
    const wait = (each: number) => Promise.resolve(waits.push(each));
    const now = () => 1_000_000_000_000;
    const put = async (headers: Record<string, string>, patience = 500_000): Promise<readonly number[]> => {
      reply = {
        status: 403,
        body: { message: 'You have exceeded a secondary rate limit' },
        headers: { 'x-ratelimit-remaining': '0', ...headers },
      };
      waits.length = 0;
      assert.equal(await troubleOf(() => open({ wait, now, patience }).get('/thing', shape)), 'rate-limit');
      return waits;
    };
    assert.deepEqual(await put({ 'retry-after': '5' }), [5000, 5000]);
    assert.deepEqual(await put({ 'x-ratelimit-reset': '1000000030' }), [30_000, 30_000]);
    assert.deepEqual(await put({ 'x-ratelimit-reset': '1' }), [1000, 1000]);
    // A secondary limit of GitHub’s: the count that begins anew in an hour is another one.
    assert.deepEqual(
      await put({ 'x-ratelimit-remaining': '4990', 'x-ratelimit-reset': '1000003600' }),
      [60_000, 120_000],
    );
    assert.deepEqual(await put({ 'retry-after': 'Fri, 31 Dec 2027 23:59:59 GMT' }), [60_000, 120_000]);
    assert.deepEqual(await put({ 'retry-after': '400' }, 500_000), [400_000]);
    assert.deepEqual(await put({ 'retry-after': '99999' }), []);
  });

  it('says until when to leave it alone: what the host says, else a minute, and longer the next time', async () => {
    const now = () => 1_000_000_000_000;
    const rest = async (headers: Record<string, string>, patience: number): Promise<number | undefined> => {
      reply = { status: 429, body: {}, headers };
      const result = await orTrouble(() => open({ wait: () => Promise.resolve(), now, patience }).get('/thing', shape));
      assert('trouble' in result);
      return result.trouble.until && result.trouble.until - now();
    };
    assert.deepEqual(await rest({ 'retry-after': '90' }, 0), 90_000);
    assert.deepEqual(await rest({ 'ratelimit-remaining': '0', 'ratelimit-reset': '1000000050' }, 0), 50_000);
    assert.deepEqual(await rest({ 'ratelimit-remaining': '3', 'ratelimit-reset': '1000003600' }, 0), 60_000);
    assert.deepEqual(await rest({}, 0), 60_000);
    assert.deepEqual(await rest({}, 60_000), 120_000);
  });

  it('sends the few changes of one person at once, and has a second between many', async () => {
    let time = 1_000_000;
    const waits: number[] = [];
    const wait = (each: number) => Promise.resolve((time += each)).then(() => waits.push(each));
    const api = open({ wait, now: () => time });
    const change = (count: number) => Promise.all(Array.from({ length: count }, () => api.post('/thing', {}, shape)));
    await change(15);
    assert.deepEqual(waits, []);
    await change(1);
    await change(2);
    assert.deepEqual(waits, [1000, 1000, 1000]);
    time += 400;
    await change(1);
    time += 2000;
    await change(1);
    assert.deepEqual(waits.slice(3), [600]);
  });

  it('waits by the clock where nothing else is given', async () => {
    let left = 1;
    server.fault = () => (left-- > 0 ? () => ({ status: 429, body: {}, headers: { 'retry-after': '0' } }) : undefined);
    assert.deepEqual(await open().get('/thing', shape), { answer: 1 });
    assert(Math.abs(Date.parse(open().time) - Date.now()) < 60_000);
  });

  it('speaks of long addresses in short', async () => {
    reply = { status: 410, body: {} };
    const result = await orTrouble(() => open().get(`/${'x'.repeat(500)}`, shape));
    assert('trouble' in result && result.trouble.sentence.length < 250, JSON.stringify(result));
    reply = { status: 400, body: {} };
    assert.equal(await troubleOf(() => open().get('/thing', shape)), 'refused');
  });

  it('says where a reply is not what it should be', async () => {
    reply = { status: 200, body: [{ a: { b: 'x' } }] };
    const schema = z.array(z.object({ a: z.object({ b: z.int() }) }));
    const result = await orTrouble(() => open().get('/thing', schema));
    assert('trouble' in result && result.trouble.sentence.includes('(at 0.a.b)'), JSON.stringify(result));
  });

  it('lets a bug be one', async () => {
    const bug = () => Promise.reject(new TypeError('a bug'));
    await assert.rejects(orTrouble(bug), TypeError);
    await assert.rejects(new UnreadParts().attempt('x', bug), TypeError);
  });

  it('remembers what has a tag, and no more than fits', () => {
    const remembered = new RememberedAnswers();
    const answer = (text: string, etag?: string) => ({ status: 200, text, header: () => etag });
    remembered.remember('a', answer('x'));
    remembered.remember('b', answer('x', 'tag\n'));
    assert.deepEqual([remembered.find('a'), remembered.find('b')], [undefined, undefined]);
    for (let number = 0; number < 501; number++) remembered.remember(String(number), answer('x', '"t"'));
    assert.deepEqual([remembered.find('0'), remembered.find('1')?.tag], [undefined, '"t"']);
    remembered.remember('large', answer('x'.repeat(29_999_999), '"t"'));
    remembered.remember('larger', answer('x'.repeat(29_999_999), '"t"'));
    assert.deepEqual(
      [remembered.find('500'), remembered.find('large'), remembered.find('larger')?.tag],
      [undefined, undefined, '"t"'],
    );
  });
});
