import assert from 'node:assert/strict';
import { itemForHost, reviewForHost, sayForHost } from '../../src/review/for-host.js';
import { toWhoConfirms } from '../../src/review/list-to-confirm.js';
import type { Review } from '../../src/review/review.js';

const item = { id: 'sign-off', section: 'Planning', check: 'sign-off', verdict: 'claimed' } as const;
const ours = 'Engineering DRI and product DRI sign off on the pull request';
const theirs = 'Somebody of legal looked at the pull request';
const review: Review = {
  verdict: 'needs-fix',
  moment: 'push',
  base: { ref: 'origin/main', commit: 'b'.repeat(40) },
  head: { ref: 'worktree', commit: undefined },
  policy: { ref: 'origin/main', commit: 'a'.repeat(40), preview: false },
  author: { names: ['maya@example.com'], kind: 'pilot-pm' },
  files: 1,
  items: [
    { ...item, text: ours },
    { ...item, id: 'own', text: theirs },
  ],
  findings: [
    {
      check: 'copy-catalog',
      severity: 'note',
      message: '“Open a pull request” lost a word. @erin confirms it in the pull request.',
      because: [],
    },
  ],
  crashes: [],
};

describe('a review by the word of its host', () => {
  it('says merge request on GitLab, but in what is quoted and in what a team wrote', () => {
    const { items, findings, thing } = reviewForHost(review, 'merge request');
    assert.deepEqual(
      [thing, ...items.map((each) => itemForHost(each, thing)), findings[0]?.message],
      [
        'merge request',
        'Engineering DRI and product DRI sign off on the merge request',
        theirs,
        '“Open a pull request” lost a word. @erin confirms it in the merge request.',
      ],
    );
    assert.deepEqual(items, review.items, 'a confirmation holds for their own words');
    assert.equal(toWhoConfirms(findings[0]?.message ?? ''), '“Open a pull request” lost a word.');
  });

  it('stays as it is elsewhere', () => {
    assert.equal(reviewForHost(review, 'pull request'), review);
    assert.equal(sayForHost('It waits on the pull request.', undefined), 'It waits on the pull request.');
  });
});
