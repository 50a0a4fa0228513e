import assert from 'node:assert/strict';
import { describeStatus } from '../../src/ci/describe-status.js';
import { finding, reviewWith, verdictWith } from '../support/gate-verdict.js';

const item = { id: 'docs', section: 'Docs', text: 'Docs are true' };

describe('a verdict in the words of a status', () => {
  it('is ready, or says that it is no PM’s change', () => {
    assert.equal(describeStatus(verdictWith()), 'Ready: every item is decided');
    const review = reviewWith({ author: { names: ['@erin'], kind: 'not-on-roster' } });
    const { whose } = verdictWith();
    assert.equal(
      describeStatus(verdictWith({ review, whose: { ...whose, said: "Not a PM's change." } })),
      "Not a PM's change.",
    );
  });

  it('counts for whom it waits', () => {
    const waits = [
      { who: '@erin', items: ['a', 'b'] },
      { who: '@paul', items: ['a'] },
    ];
    assert.equal(describeStatus(verdictWith({ outcome: 'waits', waits })), 'Waits for @erin: 2 items; @paul: 1 item');
  });

  it('counts what is to be mended and what is open, and has the first trouble', () => {
    const findings = [finding({ id: 'size-1' }), finding({ id: 'size-2' }), finding({ severity: 'note' }), finding()];
    const open = verdictWith({
      outcome: 'not-ready',
      review: reviewWith({ findings }),
      waived: new Map([['size-1', '@erin (review w)']]),
      items: [
        { ...item, state: 'pm' },
        { ...item, state: 'done' },
      ],
      troubles: ['Nobody says who @eve is.', 'Another.'],
    });
    assert.equal(describeStatus(open), 'Not ready: 2 points to mend, 1 item open, Nobody says who @eve is.');
    assert.equal(
      describeStatus(verdictWith({ outcome: 'not-ready', items: [{ ...item, state: 'pm' }] })),
      'Not ready: 1 item open',
    );
    assert.equal(
      describeStatus(verdictWith({ outcome: 'not-ready', review: reviewWith({ findings: [finding()] }) })),
      'Not ready: 1 point to mend',
    );
  });

  it('says why it could not be judged: the first error of the policy, or what broke', () => {
    const error = (line: number) =>
      ({ severity: 'error', file: 'CLAUDE.md', line, message: 'This is wrong.' }) as const;
    const broken = verdictWith({ outcome: 'not-run', problems: [error(3)] });
    assert.equal(describeStatus(broken), 'The policy has an error. CLAUDE.md:3: This is wrong.');
    assert.equal(
      describeStatus({ ...broken, problems: [error(3), error(4), error(5)] }),
      'The policy has an error. CLAUDE.md:3: This is wrong. There are 2 more: pm-zone doctor lists them.',
    );
    assert.equal(
      describeStatus({ ...broken, problems: [], troubles: ['The check size broke: odd', 'The check zone broke: odd'] }),
      'It could not be judged. The check size broke: odd The check zone broke: odd',
    );
  });
});
