import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readChange } from '../../src/change/read-change.js';
import { readAttestations, saveAttestations } from '../../src/git/attestation-file.js';
import { findCommit } from '../../src/git/find-base.js';
import type { DiskCache } from '../../src/git/disk-cache.js';
import { openPolicySession, type PolicySession } from '../../src/policy/policy-session.js';
import { reviewWithSources } from '../../src/review/review-with-sources.js';
import { createTextMemory, type TextMemory } from '../../src/text/text-memory.js';
import type { Review } from '../../src/review/review.js';
import { confirmAll, goodChange } from '../support/pull-request.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

interface Made {
  readonly review: Review;
  /** What a review is remembered by; none where it is not. */
  readonly keys: readonly string[];
  /** The value that was kept: none where the review was not ready. */
  readonly kept: unknown;
}

describe('the review of what is committed, before a push', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => {
    repository = goodChange();
    await confirmAll(repository);
  });
  afterEach(() => repository.remove());

  async function withSession<T>(use: (session: PolicySession) => Promise<T>, as?: string, base?: string): Promise<T> {
    const session = await openPolicySession({
      cwd: repository.root,
      environment: repository.environment,
      as,
      ...(base !== undefined && { base }),
    });
    try {
      return await use(session);
    } finally {
      session.close();
    }
  }

  /** Reviewed with a cache that notes what it is asked, and has `known` for all that is ready. */
  const review = (known?: Review, as?: string, base?: string): Promise<Made> =>
    withSession(
      async (session) => {
        const keys: string[] = [];
        let kept: unknown;
        const cache: DiskCache = {
          async getOrCompute<T>(kind: string, key: string, compute: () => Promise<T>): Promise<T> {
            if (kind !== 'ready') return compute();
            keys.push(key);
            if (known !== undefined) return known as T;
            const made = await compute();
            kept = made;
            return made;
          },
        };
        const [from, head] = [session.base, await findCommit(session.repository, 'HEAD')];
        assert(from !== undefined && head !== undefined);
        const loaded = await readChange(session.repository, { kind: 'range', base: from, head });
        const { review: made } = await reviewWithSources({ ...session, cache }, loaded);
        return { review: made, keys, kept };
      },
      as,
      base,
    );

  it('is taken where it was made a moment ago of exactly the same', async () => {
    const first = await review();
    assert.equal(first.review.verdict, 'ready');
    assert.deepEqual(first.kept, first.review);
    const known = { ...first.review, files: 99 };
    const again = await review(known);
    assert.deepEqual([again.review, again.keys], [known, first.keys]);
    // By the cache of this disk, as both faces have it, it is the same to the last finding.
    const whole = (): Promise<Review> =>
      withSession(async (session) => {
        const [base, head] = [session.base, await findCommit(session.repository, 'HEAD')];
        assert(base !== undefined && head !== undefined);
        const loaded = await readChange(session.repository, { kind: 'range', base, head });
        return (await reviewWithSources(session, loaded)).review;
      });
    assert.deepEqual(JSON.stringify(await whole()), JSON.stringify(await whole()));
  });

  it('searches no text for secrets that the same window searched before, and finds one that came since', async () => {
    const searched: string[] = [];
    const known = createTextMemory();
    const remember: TextMemory = (what, text, compute) =>
      known(what, text, () => {
        searched.push(what);
        return compute();
      });
    const reviewWorktree = (): Promise<Review> =>
      withSession(async (session) => {
        const loaded = await readChange(session.repository, { kind: 'worktree' });
        return (await reviewWithSources(session, loaded, remember)).review;
      });
    repository.write('notes.md', 'Not committed, so no review is remembered.\n');
    const first = await reviewWorktree();
    assert(searched.includes('secrets in notes.md'), searched.join());
    searched.length = 0;
    assert.deepEqual(await reviewWorktree(), first);
    assert.deepEqual(searched, []);
    const token = 'gh' + 'p_' + 'aB3dE5gH7jK9mN2pQ4rS6tU8vW0xY1zA3bC5';
    repository.write('src/home/i18n/de.json', `{\n  "title": "Start",\n  "body": "${token}"\n}\n`);
    const { findings } = await reviewWorktree();
    assert.deepEqual(searched, ['secrets in src/home/i18n/de.json']);
    assert.deepEqual(
      findings.filter(({ check }) => check === 'secrets').map(({ path, line }) => [path, line]),
      [['src/home/i18n/de.json', 3]],
    );
  });

  it('is made anew where a commit, the policy, the PM’s word, who asks, the evidence of AI or the base is another', async () => {
    const git = (...args: string[]): string => repository.git(...args);
    const keys = new Set((await review()).keys);
    const isNew = async (what: string, as?: string, base?: string): Promise<void> => {
      const { keys: now } = await review(undefined, as, base);
      assert.equal(now.length, 1, what);
      assert(!keys.has(now[0] as string), what);
      keys.add(now[0] as string);
    };
    git('commit', '-q', '--amend', '--no-edit', '--allow-empty', '--date=2026-01-02T03:04:05Z');
    await isNew('another commit with the same content');
    git('notes', '--ref=ai', 'add', '-m', 'src/home/i18n/en.json\n  s_1 1-2\n---\n{"prompts":{}}');
    await isNew('a note on how it was made');
    await isNew('somebody else', 'max@example.com');
    const commonDir = join(repository.root, '.git');
    const given = await readAttestations(commonDir);
    assert(given.length > 0);
    await saveAttestations(
      commonDir,
      given.slice(-1).map((each) => ({ ...each, takenBack: true as const })),
    );
    await isNew('a word that was taken back');
    git('branch', 'other', 'main');
    await isNew('a base of another name', undefined, 'other');
    git('switch', '-q', 'main');
    repository.write('CLAUDE.md', `${readFileSync(join(repository.root, 'CLAUDE.md'), 'utf8')}\n<!-- said anew -->\n`);
    repository.commit('Tighten the policy');
    git('switch', '-q', '-');
    await isNew('another policy');
  });

  it('is not remembered where it is not ready, of what is not committed, or by a policy that nobody committed', async () => {
    repository.write('src/home/i18n/de.json', '{\n  "title": "Start",\n  "body": "Leg dein erstes Projekt an."\n}\n');
    const { change } = await withSession(async (session) =>
      reviewWithSources(session, await readChange(session.repository, { kind: 'worktree' })),
    );
    assert.equal(change.kind, 'worktree');
    repository.commit('Lose the name');
    const unready = await review();
    assert.deepEqual([unready.review.verdict !== 'ready', unready.keys.length, unready.kept], [true, 1, undefined]);
    repository.git('switch', '-q', 'main');
    repository.git('rm', '-q', 'CLAUDE.md');
    repository.commit('Have no policy');
    repository.git('switch', '-q', '-');
    assert.deepEqual((await review()).keys, []);
  });
});
