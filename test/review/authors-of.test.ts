import assert from 'node:assert/strict';
import { authorsOf } from '../../src/review/authors-of.js';
import { commit, reviewContext } from '../support/review-context.js';

const change = (...commits: readonly ReturnType<typeof commit>[]) => reviewContext({ commits }).change;
const person = (email: string) => ({ name: 'X', email });

describe('authorsOf', () => {
  it('names authors, committers and co-authors, each once', () => {
    const trailers = [
      { key: 'co-authored-BY', value: 'A <a@x.y>, B <b@x.y>' },
      { key: 'Co-authored-by', value: 'nobody' },
      { key: 'Reviewed-by', value: 'R <r@x.y>' },
    ];
    const one = commit({ author: person('e@x.y'), committer: person('c@x.y'), trailers });
    assert.deepEqual(authorsOf(change(one, one), {}), ['e@x.y', 'c@x.y', 'a@x.y', 'b@x.y']);
  });

  it('names whom a commit only mentions', () => {
    const one = commit({ author: person('e@x.y'), committer: person('e@x.y'), mentions: ['M <m@x.y> 1 +0000', 'no'] });
    assert.deepEqual(authorsOf(change(one), {}), ['e@x.y', 'm@x.y']);
  });

  it('adds whom the CI service names, and nobody without a name', () => {
    const one = commit({ author: person(''), committer: person('') });
    const environment = {
      GITHUB_ACTOR: 'maya',
      GITLAB_USER_EMAIL: 'maya@example.com',
      OTHER: 'x',
      GITLAB_USER_LOGIN: undefined,
    };
    assert.deepEqual(authorsOf(change(one), environment), ['maya', 'maya@example.com']);
  });
});
