import assert from 'node:assert/strict';
import type { Evidence } from '../../src/gate/evidence.js';
import { openGithub } from '../../src/hosts/open-github.js';
import { readGithubEvidence } from '../../src/hosts/read-github-evidence.js';
import { allFaults } from './faults.js';
import { secret, sha, startGoodChange, type GoodChange } from './fake-github/good-change.js';
import { assertNotWrong } from './weaker.js';

describe('whatever goes wrong with a request to GitHub', function () {
  this.timeout(120_000);
  let change: GoodChange;
  before(async () => {
    change = await startGoodChange();
    change.pull.reviews.push({
      id: 900,
      user: change.erin,
      state: 'APPROVED',
      body: 'pm-zone waive secrets: an example',
      commit_id: sha('two'),
      submitted_at: '2026-11-20T10:00:00Z',
    });
  });
  after(() => change.github.server.stop());

  /** Patient enough for one short wait, and with small bounds, so that a fault that takes its time does not take ours. */
  const limits = { milliseconds: 300, bytes: 2_000_000, pages: 5, patience: 10_000, wait: () => Promise.resolve() };
  const read = () => {
    const host = openGithub(change.github.server.url, secret, limits);
    return readGithubEvidence(host, { repository: 'acme/shop', number: 42, request: change.request });
  };
  let whole: Evidence;
  let asked: readonly string[];
  before(async () => {
    const result = await read();
    assert('value' in result);
    assert.deepEqual(result.value.unread, []);
    whole = result.value;
    asked = [...new Set(change.github.server.seen.map(({ url }) => url.pathname))];
  });

  for (const { name, fault } of allFaults(secret)) {
    it(`is said, and never proves more: ${name}`, async () => {
      for (const path of asked) {
        const { server } = change.github;
        server.seen.length = 0;
        server.fault = (_, { url }) => (url.pathname === path ? fault : undefined);
        const result = await read();
        const place = `${name} at ${path}`;
        assert(!JSON.stringify(result).includes(secret), `${place}: the token came back`);
        if ('value' in result) assertNotWrong(result.value, whole);
        else assertSentence(result.trouble.sentence, place);
        for (const { why } of 'value' in result ? result.value.unread : []) assertSentence(why, place);
        for (const { url, headers } of server.seen) {
          assert(!url.href.includes(secret), `${place}: the token is in an address`);
          assert.equal(headers['authorization'], `Bearer ${secret}`, place);
        }
      }
    });
  }

  it('passes where it lasts no longer than one request', async () => {
    for (const { name, fault } of allFaults(secret).filter((each) =>
      /^(?:5|429: too many requests$|the conn)/.test(each.name),
    )) {
      for (const path of asked.filter((each) => each !== '/graphql')) {
        let left = 1;
        change.github.server.fault = (_, { url }) => (url.pathname === path && left-- === 1 ? fault : undefined);
        const result = await read();
        assert('value' in result, `${name} at ${path}: ${JSON.stringify(result)}`);
        assert.deepEqual({ ...result.value, readAt: '' }, { ...whole, readAt: '' });
      }
    }
  });

  it('leaves open what hangs on two requests that fail at once', async () => {
    change.github.server.fault = (_, { url }) =>
      /activity|members|permission|users/.test(url.pathname) ? () => ({ status: 403, body: {} }) : undefined;
    const result = await read();
    assert('value' in result);
    assertNotWrong(result.value, whole);
    assert.deepEqual(
      result.value.unread.map(({ part }) => part),
      [
        'pushes',
        'write access of @Erin-Eng',
        'write access of @pat-product',
        'who pushed to pull request 41',
        '@acme/engineers',
        '@nobody-at-all',
      ],
    );
  });
});

function assertSentence(text: string, place: string): void {
  assert(/^[\x20-\x7e]{20,300}$/.test(text) && /[.)]$/.test(text), `${place}: ${JSON.stringify(text)}`);
  assert(!/<script|\bSAML\b|Unicorn/.test(text), `${place} repeats what the host wrote: ${text}`);
}
