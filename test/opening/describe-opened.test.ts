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

  it('says whom the PM tells themselves where nobody could be asked', () => {
    const why = 'the token may not ask for reviews here';
    const left = ['@erin', '@paul', '@a', '@b', '@c'].map((what) => ({ what, why }));
    const of = (more: Partial<OpenedPullRequest>): string =>
      describeOpened({ ...opened, asked: [], ...more }, {}, editorFace('github')).next;
    assert.match(
      of({ reviewersLeft: left }),
      /^Next: nobody could be asked, so tell @erin, @paul, @a, @b and 1 more about it yourself\. It waits for its reviews and for its checks\. Answer/,
    );
    assert.match(of({}), /^Next: it waits for its reviews \(nobody could be asked\) and for its checks\. Answer/);
    assert.match(of({ asked: ['@erin'], reviewersLeft: left }), /^Next: it waits for its reviews \(asked: @erin\)/);
  });

  it('has nothing left where all was done', () => {
    const { done, left, next } = describeOpened(opened, {}, editorFace('gitlab'));
    assert.deepEqual([done, left], ['Merge request 12 is open.', []]);
    assert.match(next, /asked: @erin/);
  });
});
