import assert from 'node:assert/strict';
import { findChangeAuthors, findUnnamedCommit } from '../../src/change/find-change-authors.js';
import { createCommit, createReviewContext } from '../support/review-context.js';

const change = (...commits: readonly ReturnType<typeof createCommit>[]) => createReviewContext({ commits }).change;
const person = (email: string) => ({ name: 'X', email });

describe('authorsOf', () => {
  it('names authors, committers and co-authors, each once', () => {
    const trailers = [
      { key: 'co-authored-BY', value: 'A <a@x.y>, B <b@x.y>' },
      { key: 'Co-authored-by', value: 'nobody' },
      { key: 'Reviewed-by', value: 'R <r@x.y>' },
    ];
    const one = createCommit({ author: person('e@x.y'), committer: person('c@x.y'), trailers });
    assert.deepEqual(findChangeAuthors(change(one, one), {}), ['e@x.y', 'c@x.y', 'a@x.y', 'b@x.y']);
  });

  it('names an address once, however it is written', () => {
    const one = createCommit({ author: person('Erin@x.y'), committer: person('erin@X.y') });
    assert.deepEqual(findChangeAuthors(change(one), { GITHUB_ACTOR: 'erin' }), ['Erin@x.y', 'erin']);
  });

  it('names whom a commit only mentions', () => {
    const one = createCommit({
      author: person('e@x.y'),
      committer: person('e@x.y'),
      mentions: ['M <m@x.y> 1 +0000', 'no'],
    });
    assert.deepEqual(findChangeAuthors(change(one), {}), ['e@x.y', 'm@x.y']);
  });

  it('adds whom the CI service names, and nobody without a name', () => {
    const one = createCommit({ author: person(''), committer: person('') });
    const environment = {
      GITHUB_ACTOR: 'maya',
      GITLAB_USER_EMAIL: 'maya@example.com',
      OTHER: 'x',
      GITLAB_USER_LOGIN: undefined,
    };
    assert.deepEqual(findChangeAuthors(change(one), environment), ['maya', 'maya@example.com']);
  });
});

describe('findUnnamedCommit', () => {
  it('finds the commit whose author or committer is no address', () => {
    const named = createCommit();
    assert.equal(findUnnamedCommit(change(named)), undefined);
    for (const email of ['', 'erin', 'erin at example']) {
      const [one, other] = [createCommit({ author: person(email) }), createCommit({ committer: person(email) })];
      assert.equal(findUnnamedCommit(change(named, one)), one);
      assert.equal(findUnnamedCommit(change(other)), other);
    }
  });
});
