import assert from 'node:assert/strict';
import { findCoAuthors } from '../../src/review/find-co-authors.js';
import { createCommit, createReviewContext } from '../support/review-context.js';

const maya = { name: 'Maya Lin', email: 'maya@example.com' };

function coAuthors(...values: readonly string[]): readonly string[] {
  const trailers = values.map((value) => ({ key: 'Co-authored-by', value }));
  return findCoAuthors(
    createReviewContext({
      row: { emails: ['maya@example.com'], handles: ['@maya-lin'] },
      commits: [createCommit({ author: maya, committer: maya, trailers })],
    }),
  );
}

describe('findCoAuthors', () => {
  for (const own of [
    'Maya Lin <maya@example.com>',
    'Somebody <maya+work@example.com>',
    'Somebody <MAYA+a+b@example.com>',
    'Somebody <maya-lin@users.noreply.github.com>',
    'Somebody <12345+maya-lin@users.noreply.github.com>',
    'Somebody <12345-maya-lin@users.noreply.gitlab.com>',
    'Somebody <maya@elsewhere.example>',
    'Maya Lin <other@example.com>',
    'maya-lin <other@example.com>',
    '@maya-lin <other@example.com>',
    'M\u00e1ya Lin <maya.lin@example.com>',
  ]) {
    it(`does not count ${own}`, () => assert.deepEqual(coAuthors(own), []));
  }

  it('counts an engineer, by name or by address alone', () => {
    assert.deepEqual(
      coAuthors('Erin Okafor <erin@example.com>', '<sam+git@example.com>', 'Mayara Linde <mayara@example.com>'),
      ['Erin Okafor', 'sam+git@example.com', 'Mayara Linde'],
    );
  });

  it('counts neither assistants and robots nor what is no person', () => {
    assert.deepEqual(coAuthors('Claude <noreply@anthropic.com>', 'x[bot] <x@example.com>', 'Erin', 'Erin <erin>'), []);
  });
});
