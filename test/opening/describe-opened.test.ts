import assert from 'node:assert/strict';
import { describeOpened } from '../../src/opening/describe-opened.js';
import type { OpenedPullRequest } from '../../src/opening/opened-pull-request.js';
import { editorFace } from '../../src/opening/opening-face.js';

const opened: OpenedPullRequest = {
  outcome: 'opened',
  pull: { number: 12, draft: false } as OpenedPullRequest['pull'],
  branch: 'pm/words',
  asked: ['@erin'],
  labelsLeft: [],
  reviewersLeft: [],
  picturesLeft: undefined,
  notes: [],
  unfinished: [],
};

describe('what became of a pull request, in words', () => {
  it('says once why several labels are not set and several people not asked, and apart what has another reason', () => {
    const none = 'the project has no such label';
    const group = 'GitLab asks people for reviews, and no groups';
    const { left } = describeOpened(
      {
        ...opened,
        labelsLeft: [
          { what: 'pm-authored', why: none },
          { what: 'size:XS', why: 'the token may not set it' },
          { what: 'zone:copy', why: none },
        ],
        reviewersLeft: [
          { what: '@harbor/growth', why: group },
          { what: '@harbor/legal', why: group },
        ],
      },
      {},
      editorFace('gitlab'),
    );
    assert.deepEqual(left, [
      'The labels pm-authored, zone:copy are not set: the project has no such label.',
      'The label size:XS is not set: the token may not set it.',
      '@harbor/growth, @harbor/legal are not asked to review it: GitLab asks people for reviews, and no groups.',
    ]);
  });

  it('has nothing left where all was done', () => {
    const { done, left, next } = describeOpened(opened, {}, editorFace('gitlab'));
    assert.deepEqual([done, left], ['Merge request 12 is open.', []]);
    assert.match(next, /asked: @erin/);
  });
});
