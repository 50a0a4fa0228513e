import assert from 'node:assert/strict';
import type { Account, HostReview } from '../../src/gate/evidence.js';
import { whyNotWaived } from '../../src/gate/items/why-not-waived.js';
import { openKnownPeople } from '../../src/gate/people/known-people.js';
import { finding } from '../support/gate-verdict.js';
import { accounts, approval } from '../support/pull-request.js';

const { erin, omar, maya, bot } = accounts;
const known = openKnownPeople({
  host: { url: 'https://github.com' },
  handles: [erin, omar].map((account) => ({ handle: `@${account.handle}`, account })),
  teams: [],
});
const engineering = [{ names: ['@erin'], role: 'engineering DRI' }];
const found = finding({ id: 'secrets-1', check: 'secrets' });

function tell(
  reviews: readonly HostReview[],
  unread: readonly { readonly part: string; readonly why: string }[] = [],
  of = found,
): readonly string[] {
  const barred = ({ id }: Account): string | undefined => (id === maya.id ? 'they opened the pull request' : undefined);
  const all = [of, finding({ id: 'secrets-2', check: 'secrets' })];
  return whyNotWaived(of, { reviews: [...reviews], unread: [...unread] }, engineering, known, barred, all);
}

const waiver = (by: Account | null, changes: Partial<HostReview> = {}): HostReview => ({
  ...approval(by ?? erin, null, { id: 'w', waives: [{ finding: 'secrets-1', reason: 'An example' }], ...changes }),
  by,
});

describe('why a waiver does not count', () => {
  it('is said of nothing where nobody gave one for this finding', () => {
    assert.deepEqual(tell([approval(erin, null)]), []);
    assert.deepEqual(tell([waiver(erin, { waives: [{ finding: 'secrets-2', reason: 'x' }] })]), []);
  });

  const reasons: readonly (readonly [HostReview, RegExp])[] = [
    [waiver(null), /^An account that is deleted calls .* does not count: nobody can say whose it was\.$/],
    [waiver({ ...bot }), /: a bot calls nothing so\.$/],
    [waiver(maya), /^@\S+ calls it a false alarm \(review w\), which does not count: they opened the pull request\.$/],
    [waiver(omar), /: it is @erin who can\.$/],
    [waiver(erin, { opinion: 'dismissed' }), /: the review was dismissed\.$/],
    [
      waiver(erin, { canWrite: null }),
      /: they may not write to the repository, or the server did not say that they may/,
    ],
    [waiver(erin), /: they asked for changes since, or somebody else has to/],
  ];
  for (const [review, says] of reasons) it(`says ${String(says)}`, () => assert.match(tell([review]).join('\n'), says));

  it('says that nobody waives whether a path is in the zone', () => {
    const zone = finding({ id: 'secrets-1', check: 'zone' });
    assert.match(
      tell([waiver(erin)], [], zone).join('\n'),
      /in the PM zone, or another team’s, is waived by nobody\.$/,
    );
    assert.deepEqual(tell([], [{ part: 'waivers of review 7', why: 'It was edited.' }], zone), []);
  });

  it('is said of a name that nothing has of what was found', () => {
    const named = (name: string, by: Account | null = erin): readonly string[] =>
      tell([waiver(by, { waives: [{ finding: name, reason: 'x' }] })]);
    for (const name of ['secrets', 'secrets-9'])
      assert.deepEqual(named(name), [
        `@erin calls “${name}” a false alarm (review w), which is the name of nothing that was found: it stands beside what was, and an edit makes it another.`,
      ]);
    assert.deepEqual([named('size-1'), named('secrets-9', null)], [[], []]);
    const zone = finding({ id: 'zone-1', check: 'zone' });
    assert.deepEqual(tell([waiver(erin, { waives: [{ finding: 'zone-2', reason: 'x' }] })], [], zone), []);
  });

  it('says which review has one that was not read, and no other part that was not', () => {
    const unread = [
      { part: 'waivers of review 7', why: 'It was edited after it was sent.' },
      { part: 'pushes', why: 'No right.' },
    ];
    assert.deepEqual(tell([], unread), ['Waivers of review 7: It was edited after it was sent.']);
  });

  it('names a few where many gave one', () =>
    assert.equal(tell(Array.from({ length: 9 }, (_, index) => waiver(omar, { id: `w${index}` }))).length, 3));
});
