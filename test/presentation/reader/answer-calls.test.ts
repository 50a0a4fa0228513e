import assert from 'node:assert/strict';
import { GitError } from '../../../src/git/git-error.js';
import { answerCalls } from '../../../src/presentation/reader/answer-calls.js';
import { packError, unpackError, type Reply, type Request } from '../../../src/presentation/reader/messages.js';
import type { Caller, ReaderCalls } from '../../../src/presentation/reader/reader-calls.js';
import { serveCalls } from '../../../src/presentation/reader/serve-calls.js';
import { openPolicySession } from '../../../src/policy/policy-session.js';
import { pilotRepository } from '../../support/pilot-repository.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

const english = 'src/home/i18n/en.json';
const caller: Caller = { goesOn: () => true, onProgress: () => undefined };

describe('what is read of a repository in a process of its own', () => {
  let repository: TemporaryRepository;
  let calls: ReaderCalls;
  before(() => {
    repository = pilotRepository();
    repository.write(english, '{\n  "title": "Home, {nmae}",\n  "body": "Nothing here yet."\n}\n');
    calls = answerCalls();
  });
  after(() => repository.remove());

  const placed = () => ({ root: repository.root, environment: repository.environment });
  const asked = () => ({ ...placed(), as: 'maya@example.com' });
  const judged = async () => {
    const session = await openPolicySession({ cwd: repository.root, ...asked() });
    session.close();
    return { ...placed(), policy: session.policy, asking: session.asking };
  };
  /** As another process gets it. */
  const sent = <T>(value: T): T => structuredClone(value);

  it('is data, from the change and its review to the zone and the plans', async () => {
    const judgedBy = sent(await judged());
    const myChange = sent(await calls.readMyChange(asked(), caller));
    assert.deepEqual(
      myChange.change.files.map(({ path }) => path),
      [english],
    );
    const review = sent(await calls.readReview(asked(), caller));
    assert.equal(review?.contentHash, myChange.contentHash);
    assert.ok(review.review.findings.some(({ message }) => message.includes('{nmae}')));
    const zone = sent(await calls.readMyZone(judgedBy, caller));
    assert.equal(zone?.parts[0]?.folder, 'src/home');
    repository.write('src/home/PLANNING.md', '# PLANNING: Later\n');
    const { plans } = sent(await calls.readPlans({ ...judgedBy, untracked: ['src/home/PLANNING.md'] }, caller));
    assert.ok(plans.some(({ doc }) => doc.title === 'Later'));
  });

  it('reads the policy once, for every process that reads it next', async () => {
    const unread = pilotRepository();
    const asker = { environment: unread.environment, as: 'maya@example.com' };
    let read = 0;
    const readElsewhere = (): Promise<void> => {
      read += 1;
      return calls.readPolicy({ root: unread.root, ...asker }, caller);
    };
    const open = async (): Promise<boolean> => {
      const session = await openPolicySession({ cwd: unread.root, ...asker, readElsewhere });
      session.close();
      return session.policy.tips.some(({ zone }) => zone !== undefined);
    };
    assert.deepEqual([await open(), read, await open(), read], [true, 1, true, 1]);
    unread.remove();
  });

  it('ends where it is not wanted any more', async () => {
    const unwanted = { ...caller, goesOn: () => false };
    assert.equal(await calls.readReview(asked(), unwanted), undefined);
    assert.equal(await calls.openTyping({ ...asked(), path: english }, unwanted), undefined);
  });

  it('keeps the last two files open that somebody types in', async () => {
    const open = (path: string) => calls.openTyping({ ...asked(), path }, caller);
    const [first, second, third] = [await open(english), await open(english), await open(english)];
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    const review = (handle: number) => calls.reviewTyped({ handle, text: '{\n  "title": "Home"\n}\n' }, caller);
    assert.equal(await review(first), undefined);
    for (const handle of [second, third])
      assert.match(String(sent(await review(handle))?.findings[0]?.finding.message), /lacks \{name\}/);
    assert.equal(await open('src/auth/login.ts'), undefined);
  });

  it('tells who asks for a text', async () => {
    const text = '{\n  "title": "Home, {name}"\n}\n';
    const users = await calls.readTextUsers({ ...asked(), path: english, text, keys: ['title'] }, caller);
    assert.ok(users);
    sent(users);
  });

  it('finds words that were read, of files that changed, and that are typed', async () => {
    const find = async (typed: string): Promise<readonly string[]> =>
      (await calls.findWords({ root: repository.root, typed, limit: 10 }, caller)).matches.map(
        ({ text, standing }) => `${text.path} ${standing}`,
      );
    const before = { ...(await judged()), changed: [], typed: new Map<string, string>() };
    assert.deepEqual(await find('nothing here yet'), []);
    const stopped = await calls.readWords(before, { ...caller, goesOn: () => false });
    assert.equal(stopped.files, 0);
    const all = await calls.readWords(before, caller);
    assert.deepEqual(all, { files: all.of, of: all.of, skipped: 0 });
    assert.deepEqual(await find('nothing here yet'), [`${english} editable`]);
    const typed = new Map([[english, '{ "title": "A lighthouse" }']]);
    await calls.readWords({ ...before, typed }, caller);
    assert.deepEqual(await find('lighthouse'), [`${english} editable`]);
    repository.write('src/home/README.md', 'A marmalade\n');
    repository.git('add', '--all');
    await calls.readWords(before, caller);
    assert.deepEqual(await find('marmalade'), ['src/home/README.md editable']);
    repository.write('src/home/README.md', 'A harbour\n');
    await calls.readWords({ ...before, changed: ['src/home/README.md'] }, caller);
    assert.deepEqual([await find('marmalade'), await find('harbour')], [[], ['src/home/README.md editable']]);
    repository.git('rm', '-q', '-f', 'src/home/README.md');
    await calls.readWords(before, caller);
    assert.deepEqual([await find('lighthouse'), await find('harbour')], [[], []]);
  });

  describe('by messages', () => {
    const serve = async (made: Partial<ReaderCalls>, ...requests: readonly Request[]): Promise<readonly Reply[]> => {
      const replies: Reply[] = [];
      const receive = serveCalls({ ...calls, ...made }, (reply) => replies.push(sent(reply)));
      for (const request of requests) receive(request);
      const due = requests.filter(({ call }) => call !== 'stop').length;
      while (replies.filter((reply) => !('progress' in reply)).length < due)
        await new Promise((resolve) => setImmediate(resolve));
      return replies;
    };
    const findWords = { call: 'findWords', asked: { root: '/', typed: '', limit: 1 } } as const;

    it('answers each call under its number', async () => {
      const replies = await serve({}, { id: 7, ...findWords }, { id: 8, ...findWords });
      const value = { matches: [], more: 0 };
      assert.deepEqual(replies, [
        { id: 7, value },
        { id: 8, value },
      ]);
    });

    it('tells how far it is, and is told when nobody waits any more', async () => {
      const progress = { files: 1, of: 2, skipped: 0 };
      const readWords: ReaderCalls['readWords'] = async (_asked, { goesOn, onProgress }) => {
        onProgress(progress);
        while (goesOn()) await new Promise((resolve) => setImmediate(resolve));
        return progress;
      };
      const replies = await serve(
        { readWords },
        { id: 1, call: 'readWords', asked: {} },
        { id: 2, call: 'stop' },
        { id: 1, call: 'stop' },
      );
      assert.deepEqual(replies, [
        { id: 1, progress },
        { id: 1, value: progress },
      ]);
    });

    it('brings errors over: git’s as what they are, all others with their place', async () => {
      const git = new GitError('unmerged', 'Settle these first.', ['a.txt']);
      const [reply] = await serve({ findWords: () => Promise.reject(git) }, { id: 1, ...findWords });
      assert.ok(reply !== undefined && 'error' in reply);
      const again = unpackError(reply.error);
      assert.ok(again instanceof GitError);
      assert.deepEqual([again.kind, again.sentence, again.paths], ['unmerged', 'Settle these first.', ['a.txt']]);
      const bug = new TypeError('x is not a function');
      const other = unpackError(sent(packError(bug)));
      assert.deepEqual([other.message, other.stack], [bug.message, bug.stack]);
      assert.equal(unpackError(packError('thrown')).message, 'thrown');
    });
  });
});
