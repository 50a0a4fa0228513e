import assert from 'node:assert/strict';
import type { Approvals } from '../../src/gate/approvals/find-approvals.js';
import type { GateItem } from '../../src/gate/items/gate-item.js';
import { judgeItems, type ItemRules } from '../../src/gate/items/judge-items.js';
import type { Finding, ReviewItem } from '../../src/review/review.js';
import { openKnownPeople } from '../../src/gate/people/known-people.js';
import { finding, reviewItem, reviewWith } from '../support/gate-verdict.js';
import { accounts, approval } from '../support/pull-request.js';

const host = { url: 'https://github.com' };

const { erin, paul, omar } = accounts;
const known = openKnownPeople({
  host,
  handles: [erin, paul, omar].map((account) => ({ handle: `@${account.handle}`, account })),
  teams: [],
});
const engineering = [{ names: ['@erin'], role: 'engineering DRI' }];
const owners = [{ names: ['@omar'], role: 'owner' }];
const plan = { state: 'waits', waitsFor: ['@paul'], how: 'The plan is not approved.' } as const;
const approvedBy = (...people: (typeof erin | typeof omar)[]): Approvals => ({
  counting: people.map((account) => ({ account, review: approval(account, null).id })),
  refused: [],
});

function judge(
  item: Partial<ReviewItem>,
  rules: Partial<ItemRules> = {},
  findings: readonly Finding[] = [],
): Partial<GateItem> {
  const review = reviewWith({ items: [reviewItem(item)], findings });
  const all: ItemRules = {
    approvals: approvedBy(),
    known,
    engineering,
    product: [],
    owners,
    plan: undefined,
    waived: new Map(),
    whyNotWaived: () => [],
    ...rules,
  };
  const [judged] = judgeItems(review, all);
  assert(judged !== undefined);
  const { state, by, waitsFor, how } = judged;
  return { state, ...(by && { by }), ...(waitsFor && { waitsFor }), ...(how && { how }) };
}

describe('an item of the checklist, as the gate sees it', () => {
  it('that the change claims waits for engineering, and of the zone for the owners of what is shared too', () => {
    assert.deepEqual(judge({ verdict: 'claimed', check: 'size' }).waitsFor, ['@erin']);
    assert.deepEqual(judge({ verdict: 'claimed', check: 'zone' }).waitsFor, ['@erin', '@omar']);
    // A file that a program writes leaves the zone to the engineering DRI, and the owners of what else is changed are asked all the same.
    assert.deepEqual(judge({ verdict: 'attest', by: 'engineering DRI', check: 'zone' }).waitsFor, ['@erin', '@omar']);
    const half = judge({ verdict: 'claimed', check: 'zone' }, { approvals: approvedBy(erin) });
    assert.deepEqual(half.waitsFor, ['@omar']);
  });

  it('says so where nobody could close it, since its owner is an address', () => {
    const named = (...names: string[]) =>
      judge({ verdict: 'claimed', check: 'zone' }, { owners: [{ names, role: 'owner' }] });
    assert.match(
      named('docs@example.com').how ?? '',
      /closes it\. Nobody says whose account docs@example\.com is: name a handle in its place\.$/,
    );
    assert.doesNotMatch(named('docs@example.com', '@omar').how ?? '', /whose account/);
  });

  it('about the plan goes by the plan’s approval, where there is one to have', () => {
    const item = { check: 'planning-complete' } as const;
    for (const verdict of ['claimed', 'pass'] as const) assert.deepEqual(judge({ ...item, verdict }, { plan }), plan);
    assert.deepEqual(judge({ ...item, verdict: 'claimed' }).waitsFor, ['@erin']);
    assert.deepEqual(judge({ ...item, verdict: 'pass' }), { state: 'done' });
  });

  it('with a false alarm less says who called it one, and still needs its approval', () => {
    const waived = new Map([['size-1', '@erin (review w)']]);
    const found = [finding({ id: 'size-1' })];
    const item = { verdict: 'needs-fix', check: 'size' } as const;
    assert.deepEqual(judge(item, { waived }, found).waitsFor, ['@erin']);
    assert.deepEqual(judge(item, { waived, approvals: approvedBy(erin) }, found), {
      state: 'done',
      by: 'called a false alarm by @erin (review w); approved by @erin (review r-erin)',
    });
  });

  it('about the plan with a false alarm less goes by the plan’s approval as well', () => {
    const waived = new Map([['plan-1', '@erin (review w)']]);
    const found = [finding({ id: 'plan-1', check: 'planning-complete' })];
    const item = { verdict: 'needs-fix', check: 'planning-complete' } as const;
    assert.deepEqual(judge(item, { waived, plan, approvals: approvedBy(erin) }, found), plan);
    const approved = { state: 'done', by: 'approved by @paul (review p)' } as const;
    assert.deepEqual(judge(item, { waived, plan: approved }, found), {
      state: 'done',
      by: 'called a false alarm by @erin (review w); approved by @paul (review p)',
    });
    assert.deepEqual(judge(item, { waived }, found).waitsFor, ['@erin']);
  });

  it('says of a finding that counts what was said against it, once, and of one that was waived nothing', () => {
    const found = [finding({ id: 'size-1' }), finding({ id: 'size-2' }), finding({ id: 'size-3' })];
    const rules = {
      waived: new Map([['size-3', '@erin (review w)']]),
      whyNotWaived: ({ id }: Finding) => (id === 'size-3' ? ['Never said.'] : ['@ola may not.']),
    };
    const { how } = judge({ verdict: 'blocker', check: 'size' }, rules, found);
    assert.equal(how, 'The PM mends what is listed for it. @ola may not.');
  });

  it('stays the PM’s as long as one of its findings counts, also one that nobody can name', () => {
    const waived = new Map([['size-1', '@erin (review w)']]);
    const item = { verdict: 'blocker', check: 'size' } as const;
    for (const other of [finding({ id: 'size-2' }), finding()]) {
      const { state, how } = judge(item, { waived }, [finding({ id: 'size-1' }), other]);
      assert.deepEqual([state, how], ['pm', 'The PM mends what is listed for it.']);
    }
    const note = finding({ id: 'size-3', severity: 'note' });
    assert.equal(judge(item, { waived }, [finding({ id: 'size-1' }), note]).state, 'waits');
  });

  it('that no check could decide is open, and says what to do', () => {
    assert.deepEqual(judge({ verdict: 'needs-fix', check: 'size' }), {
      state: 'pm',
      how: 'It could not be decided; run the review again or ask an engineer.',
    });
  });

  it('is the PM’s to confirm, and says whose word for it does not count', () => {
    const item = { verdict: 'attest', by: 'author' } as const;
    assert.equal(judge(item).how, 'The PM confirms it (pm-zone attest), then shares the change again.');
    const setAside = {
      commit: 'c'.repeat(40),
      name: 'Eve',
      address: 'eve@x.example',
      why: 'she is no author of the change',
    };
    assert.equal(
      judge({ ...item, setAside }).how,
      'The PM confirms it (pm-zone attest), then shares the change again. What eve@x.example says of it in cccccccccccc does not count, since she is no author of the change.',
    );
  });

  it('is the DRI’s to confirm; only the sign-off is the product DRI’s too', () => {
    const product = [{ names: ['@paul'], role: 'product DRI' }];
    assert.deepEqual(judge({ verdict: 'attest' }, { product }).waitsFor, ['@erin']);
    assert.deepEqual(judge({ verdict: 'attest', id: 'sign-off' }, { product }).waitsFor, ['@erin', '@paul']);
  });

  it('of which a check left something to a person says what was decided, and before that what is to be', () => {
    const item = { verdict: 'attest', check: 'flag-gated' } as const;
    const note = (message: string, place: Partial<Finding> = {}): Finding =>
      finding({ check: 'flag-gated', severity: 'note', message, ...place });
    const none = note(
      'The plan has no flag, because it is a typo. All see it at once; @erin approves that in the pull request.',
    );
    assert.equal(
      judge(item, { approvals: approvedBy(erin) }, [none, finding({ severity: 'note', message: 'Of another item.' })])
        .by,
      'approved by @erin (review r-erin). Decided by that: The plan has no flag, because it is a typo. All see it at once.',
    );
    const places = [
      note('What changed in it reads like words.', { path: 'src/a.ts', line: 3 }),
      note('src/b.ts has no flag before it. @erin confirms it in the pull request.', { path: 'src/b.ts', line: 4 }),
      note('It cannot be read.', { path: 'src/c.ts' }),
      none,
    ];
    assert.equal(
      judge(item, {}, places).how,
      'Approval by the engineering DRI on the pull request closes it. To decide: src/a.ts:3: What changed in it reads like words. src/b.ts has no flag before it. src/c.ts: It cannot be read. … and 1 more.',
    );
  });

  it('that was confirmed says by whom, where a commit says so', () => {
    assert.equal(judge({ verdict: 'attested' }).by, 'confirmed by the PM');
    const claimedBy = { commit: 'd'.repeat(40), name: 'Maya', address: 'maya@example.com' };
    assert.equal(
      judge({ verdict: 'attested', claimedBy }).by,
      'confirmed by maya@example.com in commit dddddddddddd, which is their own word',
    );
  });

  it('that does not concern the change is nobody’s', () => {
    assert.deepEqual(judge({ verdict: 'not-applicable' }), { state: 'not-applicable' });
  });
});
