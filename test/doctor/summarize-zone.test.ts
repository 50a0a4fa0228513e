import assert from 'node:assert/strict';
import { describePerson } from '../../src/doctor/describe-person.js';
import { findShutZone } from '../../src/doctor/find-shut-zone.js';
import { summarizeZone } from '../../src/doctor/summarize-zone.js';
import type { Policy } from '../../src/policy/policy.js';
import { policyOf } from '../support/policy-of.js';

const lists = 'PMs can touch:\n\n- `**/*.md` (documentation)\n\nPMs cannot touch:\n\n- `**/auth/**`\n';
const roster = (...rows: readonly string[]): string =>
  [
    '',
    '| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI | Status |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
const maya = '| Maya (@maya) | maya@example.com | src/home | new-home | @org/growth | @erin | @paul | active |';
const ola = '| Ola (@ola) | ola@example.com | src/cart | | | @erin | @erin | revoked |';
const files = ['src/home/a.md', 'src/cart/b.md', 'src/home/auth/x.md', 'src/home/c.ts'];

function linesOf(policy: Policy, paths: readonly string[] = files, today = '2027-01-11'): readonly string[] {
  const summary = summarizeZone(policy, { paths, special: new Map() }, today);
  const { people, from } = summary;
  const shut = findShutZone(policy, summary, paths, today);
  return [
    ...(shut ? [`${shut.file}:${shut.line} ${shut.message}`] : []),
    ...(from ? [from] : []),
    ...people.map(describePerson),
  ];
}

describe('summarizeZone', () => {
  it('says of each PM what is open to them, and by whom they are reviewed', () => {
    assert.deepEqual(linesOf(policyOf(lists + roster(maya, ola))), [
      'Maya: 1 file editable, 2 with an engineer (pair), 1 locked; reviewers @org/growth; DRIs @erin, @paul; flags new-home',
      'Ola (revoked): 0 files editable, 3 with an engineer (pair), 1 locked; no reviewers; DRIs @erin; no flags',
    ]);
  });

  it('counts what a pilot PM has on several rows once, and alike PMs alike', () => {
    const more = '| Maya (@maya) | maya@example.com | src/cart | | | | | active |';
    const other = '| Mo (@mo) | mo@example.com | src/home, src/cart | | @org/growth | @erin | | active |';
    assert.deepEqual(
      linesOf(policyOf(lists + roster(maya, more, other))).map((line) => line.split(';')[0]),
      [
        'Maya: 2 files editable, 1 with an engineer (pair), 1 locked',
        'Mo: 2 files editable, 1 with an engineer (pair), 1 locked',
      ],
    );
  });

  it('counts for everybody where there is no roster, with thousands parted', () => {
    const many = Array.from({ length: 1234 }, (_, at) => `docs/${at}.md`);
    assert.deepEqual(linesOf(policyOf(lists), many), [
      'Everybody (there is no list of PMs): 1,234 files editable, 0 with an engineer (pair), 0 locked',
    ]);
  });

  it('has the strictest of several policies, and each PM of all of them', () => {
    const [first] = policyOf(lists + roster(maya)).tips;
    const [second] = policyOf(lists.replace('**/*.md', 'src/cart/**') + roster(ola.replace('revoked', 'active'))).tips;
    const lines = linesOf({ tips: [first, second], preview: false });
    assert.deepEqual(
      lines.map((line) => line.split(',')[0]),
      ['Maya: 0 files editable', 'Ola: 1 file editable'],
    );
  });

  it('is of the first day of the pilot where that is to come', () => {
    const policy = policyOf(`${lists}\n**Pilot:** 2027-02-01 to 2027-02-28\n`);
    assert.deepEqual(linesOf(policy), [
      '2027-02-01',
      'Everybody (there is no list of PMs): 2 files editable, 1 with an engineer (pair), 1 locked',
    ]);
    assert.deepEqual(linesOf(policy, files, '2027-02-02').length, 1);
    assert.match(linesOf(policy, files, '2027-03-01').join('\n'), /^Everybody .*: 0 files editable/u);
  });

  const shut: Readonly<Record<string, readonly [policy: Policy, said: RegExp]>> = {
    'an error': [
      policyOf(`${lists}- the billing page\n`),
      /^CLAUDE\.md:1 .*the policy has an error.*\(CLAUDE\.md:10\)/u,
    ],
    'no allow': [policyOf('PMs cannot touch:\n\n- `**/auth/**`\n'), /no line of it opens a path/u],
    'globs that match nothing': [policyOf('PMs can touch:\n\n- `app/**`\n'), /its globs match no file/u],
    'globs that are all taken back': [
      policyOf('PMs can touch:\n\n- `src/home/auth/**`\n\nPMs cannot touch:\n\n- `**/auth/**`\n'),
      /all that its lines would open is closed/u,
    ],
    'a roster without a row': [policyOf(lists + roster()), /the list of PMs has no row/u],
    'planning docs alone': [policyOf('PMs cannot touch:\n\n- `x/**`\n'), /no line of it opens a path/u],
  };
  for (const [what, [policy, said]] of Object.entries(shut))
    it(`says first that a zone opens nothing: ${what}`, () => {
      assert.match(linesOf(policy, [...files, 'src/home/PLANNING.md'])[0] ?? '', said);
    });

  it('says nothing of the kind where that is meant, or where there is nothing', () => {
    const revoked = linesOf(policyOf(lists + roster(ola)));
    assert.equal(revoked.length, 1);
    assert.equal(linesOf(policyOf(lists), []).length, 1);
    const [tip] = policyOf(lists).tips;
    assert.equal(linesOf({ tips: [{ ...tip, zone: undefined }], preview: false }).length, 1);
  });
});
