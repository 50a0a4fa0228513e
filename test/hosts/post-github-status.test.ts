import assert from 'node:assert/strict';
import { openGithub } from '../../src/hosts/open-github.js';
import { postGithubError } from '../../src/hosts/post-github-error.js';
import { postGithubStatus } from '../../src/hosts/post-github-status.js';
import type { OutcomeStatus } from '../../src/hosts/outcome-status.js';
import { secret, sha, startGoodChange, type GoodChange } from './fake-github/good-change.js';

describe('telling GitHub the outcome', () => {
  let change: GoodChange;
  beforeEach(async () => (change = await startGoodChange()));
  afterEach(async () => {
    await change.github.server.stop();
    assert.deepEqual(change.github.faults, []);
  });

  const status: OutcomeStatus = {
    repository: 'acme/shop',
    commit: sha('two'),
    base: 'main',
    outcome: 'waits',
    description: 'waits for @erin:\n 3 items',
    page: 'https://github.example/acme/shop/actions/runs/1',
  };
  const post = (more: Partial<OutcomeStatus> = {}, poster?: string) =>
    postGithubStatus(change.host, { ...status, ...more }, poster);
  const posted = () => change.github.statuses.get(sha('two')) ?? [];

  it('posts one status, named after the base', async () => {
    assert.deepEqual(await post(), { value: true });
    const [first, ...others] = posted();
    assert.deepEqual(
      [{ ...first, id: undefined, creator: undefined }, others],
      [
        {
          id: undefined,
          state: 'pending',
          context: 'pm-zone (main)',
          description: 'waits for @erin: 3 items',
          target_url: 'https://github.example/acme/shop/actions/runs/1',
          creator: undefined,
        },
        [],
      ],
    );
  });

  it('has a state for each outcome', async () => {
    for (const outcome of ['not-ready', 'waits', 'ready'] as const) await post({ outcome });
    assert.deepEqual(
      posted().map(({ state }) => state),
      ['failure', 'pending', 'success'],
    );
  });

  it('says that it could not judge, and why, each time anew', async () => {
    for (const description of ['The base is gone.', 'x'.repeat(200)])
      assert.deepEqual(await postGithubError(change.host, { ...status, description }), { value: true });
    await postGithubError(change.host, { ...status, description: 'The base is gone.' });
    assert.deepEqual(
      posted().map(({ state, context }) => [state, context]),
      Array(3).fill(['error', 'pm-zone (main)']),
    );
    assert(posted().every((each) => (each.description ?? '').length <= 140));
    change.github.server.fault = () => () => ({ status: 403, body: {} });
    const refused = await postGithubError(change.host, status);
    assert('trouble' in refused);
    assert.equal(refused.trouble.kind, 'forbidden');
  });

  it('does not repeat what it said last', async () => {
    await post({}, 'gate[bot]');
    assert.deepEqual(await post({ page: 'https://github.example/2' }, 'Gate[bot]'), { value: false });
    assert.deepEqual(await post({ outcome: 'ready' }, 'gate[bot]'), { value: true });
    assert.deepEqual(await post({}, 'gate[bot]'), { value: true });
    assert.deepEqual(await post({ description: 'waits for @pat' }, 'gate[bot]'), { value: true });
    assert.deepEqual(await post({ base: 'release', description: 'waits for @pat' }, 'gate[bot]'), { value: true });
    assert.equal(posted().length, 5);
  });

  it('says it again where somebody else said it, or it does not know as whom it speaks', async () => {
    const forged = {
      id: 1,
      state: 'pending',
      context: 'pm-zone (main)',
      description: 'waits for @erin: 3 items',
      target_url: null,
    };
    change.github.statuses.set(sha('two'), [{ ...forged, creator: change.maya }]);
    assert.deepEqual(await post({}, 'gate[bot]'), { value: true });
    assert.deepEqual(await post(), { value: true });
  });

  it('keeps to the length that GitHub takes, and to https', async () => {
    await post({ description: `${'x'.repeat(138)}😀😀`, page: 'javascript:alert(1)' });
    await post({ description: 'a\u202eb', page: 'nowhere' });
    assert.deepEqual(
      posted().map(({ description, target_url }) => [description, target_url]),
      [
        [`${'x'.repeat(138)}…`, null],
        ['a\\u{202e}b', null],
      ],
    );
  });

  it('says what it lacks the right for, and does not post twice what may have come through', async () => {
    change.github.tokens.set('token-without-rights', { user: change.maya, rights: new Set() });
    const host = openGithub(change.github.server.url, 'token-without-rights');
    const refused = await postGithubStatus(host, status);
    assert('trouble' in refused && refused.trouble.kind === 'forbidden');
    change.github.server.fault = () => (_, response) => void response.destroy();
    const before = change.github.server.seen.length;
    const cut = await post();
    assert('trouble' in cut && cut.trouble.kind === 'cut' && !JSON.stringify(cut).includes(secret));
    assert.equal(change.github.server.seen.length, before + 1);
  });

  it('waits where GitHub puts it off', async () => {
    change.github.server.fault = (index) =>
      index === 0
        ? () => ({ status: 403, headers: { 'retry-after': '7' }, body: { message: 'secondary' } })
        : undefined;
    assert.deepEqual(await post(), { value: true });
    assert.deepEqual(change.waits, [7000]);
  });
});
