import assert from 'node:assert/strict';
import { openKnownPeople } from '../../src/gate/people/known-people.js';
import { collectPeople } from '../../src/gate/people/collect-people.js';
import { findWhoseChange } from '../../src/gate/people/whose-change.js';
import { createCommit, createReviewContext } from '../support/review-context.js';
import { nameOf } from '../../src/gate/people/name-of.js';
import { accounts, approval, evidenceOf, gateRoster, runGate } from '../support/pull-request.js';
import { appendixA, pilotRepository } from '../support/pilot-repository.js';
import type { Account, Evidence } from '../../src/gate/evidence.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const host = { url: 'https://github.com' };

const { erin, eve } = accounts;

function by(repository: TemporaryRepository, account: Account, changes: Partial<Evidence> = {}): Evidence {
  const good = evidenceOf(repository);
  return {
    ...good,
    pullRequest: { ...good.pullRequest, author: account },
    pushes: (good.pushes ?? []).map((push) => ({ ...push, by: account })),
    commits: good.commits.map(({ commit }) => ({ commit, author: account, committer: account })),
    ...changes,
  };
}

describe('a change of what judges PMs', () => {
  const start = (files: Readonly<Record<string, string>>, codeowners?: string): TemporaryRepository => {
    const repository = pilotRepository({
      policy: appendixA + gateRoster,
      ...(codeowners !== undefined && { codeowners }),
    });
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    repository.commit('Change it', { author: 'E <e@x.example>' });
    return repository;
  };

  it('that nobody owns waits for the engineering DRIs', async () => {
    const repository = start({ 'CLAUDE.md': '# Nothing\n' }, '/src/pay/ @org/pay\n');
    const open = await runGate(repository, by(repository, eve), []);
    assert.equal(open.code, 3);
    assert.match(
      open.stdout,
      /decided by CLAUDE\.md, which this changes; .*: waits for @erin\. Approval by the owner of the policy/,
    );
    const head = repository.git('rev-parse', 'HEAD');
    const { code, stdout } = await runGate(repository, by(repository, eve, { reviews: [approval(erin, head)] }), []);
    assert.equal(code, 0, stdout);
  });

  it('in many files names the first three', async () => {
    const repository = start({
      'AGENTS.md': '# A\n',
      'CLAUDE.md': '# C\n',
      CODEOWNERS: '* @eve\n',
      '.github/workflows/gate.yml': Buffer.from('pm-zone').toString(),
    });
    const { stdout } = await runGate(repository, by(repository, eve), []);
    assert.match(
      stdout,
      /decided by \.github\/workflows\/gate\.yml, AGENTS\.md, CLAUDE\.md and 1 more, which this changes/,
    );
  });

  it('is none of a workflow that is about something else', async () => {
    const repository = start({ '.github/workflows/build.yml': 'run: npm test\n' });
    assert.equal((await runGate(repository, by(repository, eve), [])).code, 0);
  });

  it('is one of a workflow that cannot be read', async () => {
    const repository = pilotRepository({ policy: appendixA + gateRoster });
    repository.write('.github/workflows/gate.yml', Buffer.from([0, 1, 2]));
    repository.commit('Hide it', { author: 'E <e@x.example>' });
    assert.equal((await runGate(repository, by(repository, eve), [])).code, 3);
  });
});

describe('people of the gate', () => {
  it('are found by handle and team in any case; what could not be read is nobody', () => {
    const known = openKnownPeople({
      host,
      handles: [
        { handle: '@Erin', account: erin },
        { handle: '@gone', account: null },
      ],
      teams: [{ team: '@Org/Hidden', members: null }],
    });
    assert.deepEqual(known.find('@ERIN'), [erin]);
    assert.equal(known.find('@gone'), undefined);
    assert.equal(known.find('@org/hidden'), undefined);
    assert.equal(known.find('@nobody'), undefined);
  });

  it('are nobody by a plain name, though an account is called so: doctor says that nobody is found by it', () => {
    const known = openKnownPeople({ host, handles: [{ handle: '@Erin', account: erin }], teams: [] });
    assert.deepEqual([known.find('Erin'), known.find('erin')], [undefined, undefined]);
  });

  it('are called by handle, by address, or by what they did', () => {
    assert.equal(nameOf({ account: erin, addresses: [], as: 'author' }), '@erin');
    assert.equal(nameOf({ account: undefined, addresses: ['e@x.example'], as: 'committer' }), 'e@x.example');
    assert.match(nameOf({ account: undefined, addresses: [], as: 'author' }), /deleted account, which opened it/);
    assert.match(nameOf({ account: undefined, addresses: [], as: 'pusher' }), /deleted account, which sent commits/);
  });

  describe('of commits by addresses that belong to no account', () => {
    const known = openKnownPeople({ host, handles: [], teams: [] });
    const person = (email: string) => ({ name: '', email });
    const maya = person('maya@example.com');
    /** Commits by these authors, of whom the host knows the account of those in `knows`. */
    const said = async (
      authors: readonly string[],
      {
        knows = [],
        kind = 'github',
        value,
      }: { knows?: readonly string[]; kind?: 'github' | 'gitlab'; value?: string } = {},
    ): Promise<string> => {
      const trailers = value === undefined ? [] : [{ key: 'Co-authored-by', value }];
      const commits = [maya.email, ...authors].map((email, index) =>
        createCommit({ oid: String(index).repeat(40), author: person(email), committer: maya, trailers }),
      );
      const { policy, change } = createReviewContext({ commits });
      const account = { id: '77', handle: 'maya', kind: 'person' } as const;
      const evidence = {
        host: { ...host, kind },
        pullRequest: { author: account },
        pushes: null,
        commits: commits.map(({ oid: commit, author }, index) => ({
          commit,
          author: author === maya || knows.includes(author.email) ? account : null,
          committer: index === 0 ? account : null,
        })),
      } as unknown as Evidence;
      const people = collectPeople(change, evidence);
      return (await findWhoseChange(policy, known, people, () => Promise.resolve([]))).said;
    };

    it('they are named in a PM’s change', async () => {
      const own = await said([]);
      assert.match(own, /^This is a change of [^.]*\.$/);
      assert.match(
        await said(['a@home.lan']),
        /\. Its commits name a@home\.lan, which is an address that belongs to no account/,
      );
      assert.match(
        await said(['a@x.lan', 'b@x.lan', 'c@x.lan', 'd@x.lan']),
        /name a@x\.lan, b@x\.lan, c@x\.lan and 1 more, which are addresses that belong to no account here: whoever sent them/,
      );
    });

    it('they are not where the host knows one, or does not tell, of assistants and robots, and of co-authors', async () => {
      const own = await said([]);
      assert.equal(await said(['a@home.lan'], { knows: ['a@home.lan'] }), own);
      assert.equal(await said(['a@home.lan'], { kind: 'gitlab' }), own);
      assert.equal(await said(['noreply@anthropic.com', '1+x[bot]@users.noreply.github.com']), own);
      assert.equal(await said([], { value: 'Erin <erin@home.lan>' }), own);
    });
  });
});
