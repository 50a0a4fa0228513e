import assert from 'node:assert/strict';
import fc from 'fast-check';
import { identify, rosterNames } from '../../src/policy/asking.js';
import type { Policy, RosterRow } from '../../src/policy/policy.js';
import { createReviewContext, createRosterRow } from '../support/review-context.js';

const policy = (...rosters: readonly (readonly RosterRow[] | undefined)[]): Policy => {
  const [tip] = createReviewContext().policy.tips;
  assert.ok(tip.zone);
  const zone = tip.zone;
  const [first, ...others] = rosters.map((roster) => ({ ...tip, zone: { ...zone, roster } }));
  assert.ok(first);
  return { tips: [first, ...others, { ...tip, zone: undefined }], preview: false };
};

const maya = createRosterRow({ handles: ['@Maya'] });
const zoe = createRosterRow({ pm: 'Zoe', emails: ['zoe@example.com'], handles: [], featureFolders: ['src/cart'] });

describe('identify', () => {
  const names = [
    'maya@example.com',
    ' MAYA@Example.com ',
    '@maya',
    'maya',
    'MAYA',
    '12345+maya@users.noreply.github.com',
    'maya@users.noreply.github.com',
    '12345-maya@users.noreply.gitlab.com',
    '<maya@example.com>',
    ' <maya@example.com',
    '"maya@example.com",',
    'Maya <maya@example.com>',
    'Erin <erin@example.com> <maya@example.com>',
    'maya@example.com\u200b',
    '\uff4daya@example.com',
    '<maya>',
  ];
  for (const name of names) {
    it(`knows ${JSON.stringify(name)}`, () => {
      const asking = identify(policy([zoe, maya]), [name]);
      assert.equal(asking.kind, 'pilot-pm');
      assert.deepEqual(asking.rows, [maya]);
    });
  }

  const others = [
    'maya@elsewhere.com',
    'maya+x@example.com',
    'mayara',
    '1+maya@noreply.example.com',
    '@example.com',
    '',
  ];
  for (const name of others) {
    it(`does not take ${JSON.stringify(name)} for the PM`, () =>
      assert.equal(identify(policy([maya]), [name]).kind, 'not-on-roster'));
  }

  for (const name of ['<>', '', 'Maya at example', '"', '@', 'a@ b']) {
    it(`takes ${JSON.stringify(name)} for nobody’s name`, () =>
      assert.deepEqual(identify(policy([maya]), [name]).names, []));
  }

  it('judges everyone as a PM without any roster', () => {
    assert.deepEqual(identify(policy(undefined), ['a@b', 'a@b']), { kind: 'no-roster', names: ['a@b'], rows: [] });
  });

  it('gives the rows of several people, and of one person on several rosters', () => {
    assert.deepEqual(identify(policy([maya, zoe]), ['zoe@example.com', 'maya']).rows, [zoe, maya]);
    const narrower = { ...maya, featureFolders: ['src/x'] };
    assert.deepEqual(identify(policy([maya], [narrower]), ['maya']).rows, [maya, narrower]);
    assert.deepEqual(identify(policy([maya], [maya]), ['maya', 'maya@example.com']).rows, [maya]);
  });

  it('knows a person of several lines by any name of any of them', () => {
    const lines = [
      createRosterRow({ handles: ['@maya'], emails: ['maya@example.com'], featureFolders: ['src/home'] }),
      zoe,
      createRosterRow({ handles: ['@Maya'], emails: ['maya@agency.example'], featureFolders: ['src/cart'] }),
      createRosterRow({
        handles: ['@m-r'],
        emails: ['MAYA@agency.example', '7+m-r@users.noreply.github.com'],
        featureFolders: ['src/pay'],
      }),
    ];
    for (const name of ['maya@example.com', 'maya@agency.example', '@m-r', '9+m-r@users.noreply.github.com'])
      assert.deepEqual(
        identify(policy(lines), [name, '@maya']).rows.map(({ featureFolders }) => featureFolders),
        [['src/home', 'src/cart', 'src/pay']],
        name,
      );
    const revoked = createRosterRow({ handles: ['@maya'], emails: ['maya@agency.example'], revoked: true });
    const [first] = lines;
    assert.ok(first);
    assert.deepEqual(
      identify(policy([first, revoked]), ['maya@example.com']).rows.map((row) => row.revoked),
      [true],
    );
  });

  it('joins two lines of one roster about one person', () => {
    const second = { ...maya, featureFolders: ['src/cart'], flags: ['cart'], line: 21 };
    assert.deepEqual(identify(policy([maya, second]), ['maya']).rows, [
      { ...maya, featureFolders: ['src/features/home', 'src/cart'], flags: ['new-home', 'cart'] },
    ]);
  });

  it('gives nothing to whom one line revokes', () => {
    const [row] = identify(policy([maya, { ...maya, revoked: true, line: 21 }]), ['maya']).rows;
    assert.equal(row?.revoked, true);
  });

  it('throws on no name', () => {
    fc.assert(
      fc.property(fc.string(), (name) => identify(policy([maya]), [name]).names.length <= 1 + name.split('@').length),
    );
  });
});

describe('rosterNames', () => {
  it('has every address and handle of every PM in lower case', () => {
    assert.deepEqual(
      [...rosterNames(policy([maya], [zoe], undefined))],
      ['maya@example.com', '@maya', 'zoe@example.com'],
    );
  });
});
