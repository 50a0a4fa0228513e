import type { Account, Evidence, HostReview } from '../../../src/gate/evidence.js';
import { testGateRows, type GateRow } from '../../support/gate-table.js';
import { accounts, approval, approvedEvidence, confirmAll, goodChange } from '../../support/pull-request.js';

const { maya, max, erin, paul, omar, eve, bot } = accounts;

/** In place of Erin's approval of the head. */
const erins =
  (...changes: readonly Partial<HostReview>[]) =>
  (good: Evidence): Evidence => ({
    ...good,
    reviews: [
      ...changes.map((each, index) => approval(erin, good.pullRequest.head.commit, { id: `e${index}`, ...each })),
      ...good.reviews.filter(({ by }) => by?.id !== erin.id),
    ],
  });
const bySomebodyElse = (by: Account, more: Partial<Evidence> = {}): GateRow['evidence'] => {
  return (good) => ({ ...erins({ by })(good), ...more });
};
const waits = { code: 3, reads: /waits for @erin/ };

const rows: readonly GateRow[] = [
  { title: 'an approval by nobody', evidence: erins(), ...waits },
  {
    title: 'an approval of another head',
    evidence: (good, repository) => erins({ commit: repository.git('rev-parse', 'HEAD~2') })(good),
    code: 3,
    reads: /@erin approved, but they approved [0-9a-f]{12}, and the change is another since then/,
  },
  {
    title: 'an approval of a commit that nobody has',
    evidence: erins({ commit: 'a'.repeat(40) }),
    code: 3,
    reads: /they approved aaaaaaaaaaaa, which is not here to be compared/,
  },
  {
    title: 'an approval of the base',
    evidence: (good) => erins({ commit: good.pullRequest.base.commit })(good),
    code: 3,
    reads: /the change is another since then/,
  },
  { title: 'a comment for an approval', evidence: erins({ opinion: 'commented' }), ...waits },
  { title: 'an approval that was dismissed', evidence: erins({ opinion: 'dismissed' }), ...waits },
  {
    title: 'an approval, and the same dismissed later',
    evidence: erins({}, { opinion: 'dismissed', at: '2026-01-02T03:03:30Z' }),
    ...waits,
  },
  {
    title: 'an approval that a request for changes followed',
    evidence: erins({}, { opinion: 'changes-requested', at: '2026-01-02T03:03:30Z' }),
    ...waits,
  },
  {
    title: 'the same, listed the other way round',
    evidence: erins({ opinion: 'changes-requested', at: '2026-01-02T03:03:30Z' }, {}),
    ...waits,
  },
  {
    title: 'the same, by clocks of other zones',
    evidence: erins({ opinion: 'changes-requested', at: '2026-01-02T02:03:30-01:00' }, {}),
    ...waits,
  },
  {
    title: 'both in one moment, the approval listed last',
    evidence: erins({ opinion: 'changes-requested' }, {}),
    ...waits,
  },
  {
    title: 'both in one moment, the approval listed first',
    evidence: erins({}, { opinion: 'changes-requested' }),
    ...waits,
  },
  {
    title: 'one review told twice, and not the same both times',
    evidence: erins({ id: 'r' }, { id: 'r', opinion: 'dismissed' }),
    code: 2,
    reads: /says two things of the review r,/,
  },
  {
    title: 'somebody who may not write',
    evidence: erins({ canWrite: false }),
    code: 3,
    reads: /@erin approved, but they may not write/,
  },
  {
    title: 'somebody of whom the host does not say whether they may write',
    evidence: erins({ canWrite: null }),
    code: 3,
    reads: /@erin approved, but nobody says whether they may write/,
  },
  { title: 'an account that was deleted', evidence: erins({ by: null }), ...waits },
  { title: 'a bot', evidence: bySomebodyElse(bot), ...waits },
  {
    title: 'a bot that has the handle of a DRI',
    evidence: bySomebodyElse({ ...erin, kind: 'bot' }),
    code: 3,
    reads: /@erin approved, but it is no person/,
  },
  { title: 'the other DRI alone', evidence: bySomebodyElse(paul), ...waits },
  { title: 'an engineer who is no DRI', evidence: bySomebodyElse(omar), ...waits },
  { title: 'the author', evidence: bySomebodyElse(maya), ...waits },
  { title: 'another pilot PM', evidence: bySomebodyElse(max), ...waits },
  { title: 'somebody of the DRI’s handle', evidence: bySomebodyElse({ ...eve, handle: 'erin' }), ...waits },
  {
    title: 'somebody whose handle looks like the DRI’s',
    evidence: bySomebodyElse({ ...eve, handle: 'еrin' }),
    ...waits,
  },
  { title: 'the DRI’s handle of full width', evidence: bySomebodyElse({ ...eve, handle: 'ｅｒｉｎ' }), ...waits },
  {
    title: 'the DRI, who opened it themselves',
    evidence: (good) => ({
      ...good,
      pullRequest: { ...good.pullRequest, author: erin },
    }),
    code: 3,
    reads: /@erin approved, but they opened the pull request/,
  },
  {
    title: 'a handle told twice, once for somebody else',
    evidence: (good) => ({ ...good, handles: [...good.handles, { handle: '@ERIN', account: eve }] }),
    code: 2,
    reads: /says two things of the handle erin/,
  },
  {
    title: 'a host that keeps approvals when somebody pushes',
    evidence: (good) => ({ ...good, approvals: 'outlive-push' }),
    code: 3,
    reads: /approvals outlive later commits here/,
  },
  {
    title: 'an approval without a commit, where the host names commits',
    evidence: erins({ commit: null }),
    code: 3,
    reads: /nobody says which commit they approved/,
  },
  {
    title: 'an approval from before the latest push, where the host names no commit and resets approvals on push',
    evidence: (good) => ({
      ...erins({ commit: null, at: '2026-01-02T02:59:59Z' })(good),
      approvals: 'reset-on-push',
    }),
    code: 3,
    reads: /@erin approved, but that was before the latest commits came, which takes approvals back/,
  },
  {
    title: 'an approval of another commit, where the host resets approvals on push',
    evidence: (good) => ({
      ...erins({ commit: good.pullRequest.base.commit })(good),
      approvals: 'reset-on-push',
    }),
    code: 3,
    reads: /the change is another since then/,
  },
  {
    title: 'an approval from before the pull request was sent to this base',
    evidence: (good) => ({
      ...good,
      pullRequest: { ...good.pullRequest, retargetedAt: '2026-01-02T03:03:00Z' },
    }),
    code: 3,
    reads: /@erin approved, but that was before the pull request was sent to another branch/,
  },
];

describe('an approval does not count:', () => {
  testGateRows(async () => {
    const repository = goodChange();
    await confirmAll(repository);
    return { repository, good: approvedEvidence(repository) };
  }, rows);
});
