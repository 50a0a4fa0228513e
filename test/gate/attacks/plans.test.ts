import assert from 'node:assert/strict';
import type { Evidence } from '../../../src/gate/evidence.js';
import { testGateRows, type GateRow } from '../../support/gate-table.js';
import { appendixA, plan } from '../../support/pilot-repository.js';
import {
  accounts,
  approval,
  approvedEvidence,
  confirmAll,
  evidenceOf,
  gateRoster,
  goodChange,
  runGate,
} from '../../support/pull-request.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

const { maya, max, erin, paul, eve } = accounts;
const path = 'src/home/PLANNING.md';
type Brought = NonNullable<Evidence['plans'][number]['pullRequest']>;

/** Under regulated controls: the plan came to main by a pull request of its own, whose head was `planHead`; then the code. */
function plannedBefore(controls = 'regulated'): {
  readonly repository: TemporaryRepository;
  readonly planHead: string;
} {
  const repository = goodChange({ policy: `${appendixA}${gateRoster}\n**Controls:** ${controls}\n` });
  const planHead = repository.git('rev-parse', 'HEAD~1');
  repository.git('switch', '-q', 'main');
  repository.git('merge', '-q', '--no-ff', '-m', 'Merge the plan', planHead);
  repository.git('switch', '-q', 'pm/home');
  repository.git('rebase', '-q', 'main');
  return { repository, planHead };
}

const broughtBy = (planHead: string): Brought => ({
  number: 5,
  author: maya,
  head: planHead,
  pushers: [maya],
  reviews: [approval(erin, planHead), approval(paul, planHead)],
});

const brought =
  (change: (brought: Brought) => Partial<Brought>): GateRow['evidence'] =>
  (good) => ({
    ...good,
    plans: good.plans.map((each) => ({
      ...each,
      pullRequest: { ...(each.pullRequest as Brought), ...change(each.pullRequest as Brought) },
    })),
  });

const rows: readonly GateRow[] = [
  {
    title: 'a plan that no pull request brought',
    evidence: (good) => ({ ...good, plans: [{ path, pullRequest: null }] }),
    code: 3,
    reads: /No pull request is known that brought src\/home\/PLANNING\.md/,
  },
  {
    title: 'a plan of which the host was not asked',
    evidence: (good) => ({ ...good, plans: [] }),
    code: 3,
    reads: /No pull request is known that brought/,
  },
  {
    title: 'another plan’s approval',
    evidence: (good) => ({ ...good, plans: good.plans.map((each) => ({ ...each, path: 'src/other/PLANNING.md' })) }),
    code: 3,
    reads: /No pull request is known that brought src\/home/,
  },
  {
    title: 'a plan approved by one DRI alone',
    evidence: brought(({ reviews }) => ({ reviews: reviews.slice(0, 1) })),
    code: 3,
    reads: /The plan is complete and approved: waits for @paul.*It is the pull request #5/,
  },
  {
    title: 'a plan approved by its own author',
    evidence: brought(() => ({ author: paul })),
    code: 3,
    reads: /@paul approved, but the plan is their own/,
  },
  {
    title: 'a plan approved by who pushed it',
    evidence: brought(() => ({ pushers: [maya, erin] })),
    code: 3,
    reads: /@erin approved, but the plan is their own/,
  },
  {
    title: 'a plan of which nobody knows who pushed it',
    evidence: brought(() => ({ pushers: null })),
    code: 3,
    reads: /@erin approved, but nobody says who sent commits to that pull request/,
  },
  {
    title: 'a plan approved by pilot PMs',
    evidence: brought(({ head }) => ({ reviews: [approval(maya, head), approval(max, head)] })),
    code: 3,
    reads: /The plan is complete and approved: waits for @erin, @paul/,
  },
  {
    title: 'a plan approved by a stranger of the DRI’s handle',
    evidence: brought(({ head }) => ({ reviews: [approval({ ...eve, handle: 'erin' }, head), approval(paul, head)] })),
    code: 3,
    reads: /The plan is complete and approved: waits for @erin/,
  },
  {
    title: 'a plan whose approval was dismissed',
    evidence: brought(({ head, reviews }) => ({
      reviews: [...reviews, approval(erin, head, { id: 'later', opinion: 'dismissed', at: '2026-01-02T03:03:30Z' })],
    })),
    code: 3,
    reads: /The plan is complete and approved: waits for @erin/,
  },
  {
    title: 'a plan that was approved when it was another',
    evidence: (good, repository) =>
      brought(() => {
        const before = repository.git('rev-list', '--max-parents=0', 'HEAD');
        return { reviews: [approval(erin, before), approval(paul, before)] };
      })(good, repository),
    code: 3,
    reads: /the change is another since then.*It is the pull request #5/,
  },
  {
    title: 'a pull request whose head held another plan',
    evidence: (good, repository) =>
      brought(() => {
        const head = repository.git('rev-list', '--max-parents=0', 'HEAD');
        return { head, reviews: [approval(erin, head), approval(paul, head)] };
      })(good, repository),
    code: 3,
    reads: /the change is another since then/,
  },
  {
    title: 'approvals of a commit that is not here and was not the head',
    evidence: brought(() => ({ reviews: [approval(erin, 'd'.repeat(40)), approval(paul, 'd'.repeat(40))] })),
    code: 3,
    reads: /they approved dddddddddddd/,
  },
];

describe('under regulated controls a plan is not approved by', () => {
  testGateRows(async () => {
    const { repository, planHead } = plannedBefore();
    await confirmAll(repository);
    const plans = [{ path, pullRequest: broughtBy(planHead) }];
    return { repository, good: approvedEvidence(repository, { plans }) };
  }, rows);

  it('approvals of the plan alone, where this change edits it', async () => {
    const { repository, planHead } = plannedBefore();
    repository.write(path, plan.replace('Fewer than 100', 'Fewer than 1'));
    repository.commit('Ask for less');
    await confirmAll(repository);
    const plans = [{ path, pullRequest: broughtBy(planHead) }];
    const alone = await runGate(repository, evidenceOf(repository, { plans }), []);
    assert.equal(alone.code, 3);
    assert.match(alone.stdout, /What was approved on #5 is the plan before this edit/);
    const both = await runGate(repository, approvedEvidence(repository, { plans }), []);
    assert.equal(both.code, 0, both.stdout);
  });

  it('its Status, which the PM committed beside the code', async () => {
    const repository = goodChange({ policy: `${appendixA}${gateRoster}\n**Controls:** regulated\n` });
    await confirmAll(repository);
    const { code, stdout } = await runGate(repository, approvedEvidence(repository), []);
    assert.equal(code, 1);
    assert.match(stdout, /is not on main yet.*Send the plan by itself/);
  });

  it('its Status alone, where it is sent by itself', async () => {
    const repository = goodChange({ policy: `${appendixA}${gateRoster}\n**Controls:** regulated\n` });
    repository.git('reset', '-q', '--hard', 'HEAD~1');
    await confirmAll(repository);
    const { code, stdout } = await runGate(repository, evidenceOf(repository), []);
    assert.equal(code, 3, stdout);
    assert.match(stdout, /The plan is complete and approved: waits for @erin, @paul/);
  });

  it('while under standard controls the approvals on the plan’s own pull request are enough for it', async () => {
    const { repository, planHead } = plannedBefore('standard');
    await confirmAll(repository);
    const plans = [{ path, pullRequest: { ...broughtBy(planHead), head: 'e'.repeat(40) } }];
    const { code, stdout } = await runGate(repository, evidenceOf(repository, { plans }), []);
    assert.equal(code, 3);
    assert.match(stdout, /✓ The plan is complete and approved: approved by @erin .* on #5, which brought the plan/);
    const none = await runGate(repository, evidenceOf(repository), []);
    assert.match(none.stdout, /\? The plan is complete and approved: waits for @erin, @paul/);
    const half = [{ path, pullRequest: { ...broughtBy(planHead), reviews: [] } }];
    const asked = await runGate(repository, evidenceOf(repository, { plans: half }), []);
    assert.match(asked.stdout, /It is the pull request #5, which brought src\/home\/PLANNING\.md, or this one\./);
  });
});
