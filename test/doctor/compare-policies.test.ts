import assert from 'node:assert/strict';
import { comparePolicies } from '../../src/doctor/compare-policies.js';
import { describeComparison } from '../../src/doctor/describe-comparison.js';
import { groupByFolder } from '../../src/doctor/group-by-folder.js';
import type { Policy } from '../../src/policy/policy.js';
import { policyOf } from '../support/policy-of.js';

const today = '2027-01-11';
const files = [
  'src/home/a.md',
  'src/home/b.ts',
  'src/home/i18n/en.json',
  'src/cart/a.md',
  'src/auth/x.md',
  'docs/a.md',
  'PLANNING.md',
];
const tracked = { paths: files, special: new Map<string, string>() };

interface Draft {
  readonly allows?: readonly string[];
  readonly forbids?: readonly string[];
  readonly rows?: readonly string[] | undefined;
  readonly settings?: readonly string[];
  readonly owners?: readonly string[];
}

function bodyOf({ allows = [], forbids = [], rows, settings = [] }: Draft): string {
  const list = (lead: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `${lead}\n\n${items.map((item) => `- ${item}`).join('\n')}\n\n`;
  const roster = [
    '| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI | Status |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...(rows ?? []),
  ].join('\n');
  return `${list('PMs can touch:', allows)}${list('PMs cannot touch:', forbids)}${rows === undefined ? '' : `${roster}\n\n`}${settings.join('\n')}\n`;
}

function draft(some: Draft): Policy {
  return policyOf(bodyOf(some), some.owners === undefined ? undefined : `${some.owners.join('\n')}\n`);
}

const maya = '| Maya (@maya) | maya@example.com | src/home | new-home | @org/growth | @erin | @paul | active |';
const ola = '| Ola (@ola) | ola@example.com | src/cart | cart | @org/cart | @erin | @paul | active |';
const begun: Draft = { allows: ['`**/*.md` (documentation)'], forbids: ['`src/auth/**`'], rows: [maya, ola] };

function said(before: Draft, after: Draft): readonly string[] {
  return describeComparison(comparePolicies(draft(before), draft(after), tracked, today));
}

describe('comparePolicies', () => {
  it('says of the same policy, and of rows in another order, that nothing is opened or closed', () => {
    assert.deepEqual(said(begun, begun), ['  Nothing is opened or closed to anybody.']);
    assert.deepEqual(said(begun, { ...begun, rows: [ola, maya] }), ['  Nothing is opened or closed to anybody.']);
  });

  it('says what is opened and closed to whom, by which line', () => {
    const after = { ...begun, allows: ['`**/*.ts`', '`**/i18n/*.json` (user-facing strings)'], forbids: [] };
    assert.deepEqual(said(begun, after), [
      '  Maya (@maya, maya@example.com): 3 paths opened, 1 path closed',
      '    opens src/home/b.ts: pair → editable, by CLAUDE.md:5',
      '    opens src/home/i18n/en.json: pair → editable, by CLAUDE.md:6',
      '    opens src/auth/x.md: locked → pair, closed by CLAUDE.md:9 before',
      '    closes src/home/a.md: editable → pair',
      '  Ola (@ola, ola@example.com): 1 path opened, 1 path closed',
      '    opens src/auth/x.md: locked → pair, closed by CLAUDE.md:9 before',
      '    closes src/cart/a.md: editable → pair',
    ]);
  });

  it('says what is no longer asked of a change', () => {
    const before = { ...begun, allows: ['`**/*.md` (documentation, additions only)'] };
    assert.deepEqual(said(before, begun), [
      '  Maya (@maya, maya@example.com): less asked of 1 path',
      '    loosens src/home/a.md: no longer asks: things are only added, nothing is changed or removed, by CLAUDE.md:5',
      '  Ola (@ola, ola@example.com): less asked of 1 path',
      '    loosens src/cart/a.md: no longer asks: things are only added, nothing is changed or removed, by CLAUDE.md:5',
    ]);
    assert.deepEqual(said(begun, before), ['  Nothing is opened or closed to anybody.']);
  });

  it('says who is no longer judged: a row, a handle or an address that is gone', () => {
    const gone = said(begun, { ...begun, rows: [maya] });
    assert.match(
      gone[0] ?? '',
      /^ {2}! Ola \(@ola, ola@example\.com\) is on no list of PMs any more: work under these/u,
    );
    const moved = said(begun, { ...begun, rows: [maya.replace('maya@example', 'maya@work.example'), ola] });
    assert.match(moved.join('\n'), /! Maya \(maya@example\.com\) is on no list/u);
    assert.ok(!moved.join('\n').includes('! Maya (@maya'));
    const shut = said({ ...begun, rows: undefined }, begun);
    assert.match(shut.join('\n'), /^ {2}! Without a list of PMs everybody was judged as one\./mu);
  });

  it('says what a setting, a sentence, the checklist or a row says differently', () => {
    const before = draft({
      ...begun,
      settings: ['**Controls:** regulated', '**Size limit:** 5 files, 100 lines', '**Labels:** `size:S` as `size/S`'],
    });
    const [tip] = draft({ ...begun, rows: [maya.replace('new-home', 'new-home, cart'), ola] }).tips;
    const skill = { path: 'SKILL.md', text: '## Scope\n\n- [ ] Looks right\n' };
    const lines = describeComparison(
      comparePolicies(before, { tips: [{ ...tip, skill }], preview: false }, tracked, today),
    );
    for (const line of [
      '  Controls: regulated → standard',
      '  Size limit: 5, 100 → 15, 400',
      '  Labels: size:S as size/S → not said',
      '  Flags of Maya: new-home → new-home, cart',
      '  Checklist: Looks right: not said → Scope',
      '  Checklist: Docs say what users now see: docs → not said',
    ])
      assert.ok(lines.includes(line), `${line}\n${lines.join('\n')}`);
    const prose = said({ ...begun, allows: ['`**/*.md`', 'wording agreed with legal'] }, begun).join('\n');
    assert.match(prose, /Sentence: .*legal.*: confirmed by the engineering DRI → not said|no longer asks: .*legal/u);
  });

  it('tells people of one name, and items in the same words, apart', () => {
    const other = ola.replace('Ola', 'Maya');
    const twins: Draft = { ...begun, rows: [maya, other] };
    assert.deepEqual(said(twins, { ...begun, rows: [maya.replace('@erin', '@eve'), other] }), [
      '  Engineering DRI of Maya: @erin → @eve',
    ]);
    const both = said(twins, { ...begun, rows: [maya.replace('@erin', '@eve'), other.replace('@erin', '@omar')] });
    assert.deepEqual(both, [
      '  Engineering DRI of Maya (@maya, maya@example.com): @erin → @eve',
      '  Engineering DRI of Maya (@ola, ola@example.com): @erin → @omar',
    ]);
    const checklist = (...checks: readonly string[]): Policy => {
      const items = checks.map((check) => `- [ ] Looks right <!-- check: ${check} -->\n`);
      return policyOf(bodyOf(begun), undefined, `## Scope\n\n${items.join('')}`);
    };
    assert.deepEqual(
      describeComparison(comparePolicies(checklist('size', 'docs'), checklist('docs'), tracked, today)),
      ['  Checklist: Looks right: size, docs → docs'],
    );
  });

  it('says who is judged from now on, also where that opens nothing to them', () => {
    assert.deepEqual(said(begun, { ...begun, rows: [maya.replace('(@maya)', '(@maya, @m2)'), ola] }), [
      '  Maya (@m2) is judged as a PM from now on, and was not before.',
    ]);
  });

  it('says what a policy opens where there was none', () => {
    const none: Policy = { tips: [{ ...draft(begun).tips[0], zone: undefined }], preview: false };
    const { people } = comparePolicies(none, draft(begun), tracked, today);
    assert.deepEqual(
      people.map(({ pm, isUnjudged, opened }) => [pm, isUnjudged, opened.map(({ path }) => path)]).slice(0, 2),
      [
        ['Maya', false, ['src/home/a.md']],
        ['Ola', false, ['src/cart/a.md']],
      ],
    );
  });

  it('has an example of what a rule opens that matches nothing yet', () => {
    const lines = said(begun, { ...begun, allows: ['`**/*.md` (documentation)', '`src/home/new/**`'] });
    assert.deepEqual(lines, [
      '  Maya (@maya, maya@example.com): 1 path opened',
      '    opens src/home/new/x: pair → editable, by CLAUDE.md:6, an example of what does not exist yet',
    ]);
  });

  it('knows the days on which a pilot begins and is over', () => {
    const pilot = (from: string, to: string): Draft => ({ ...begun, settings: [`**Pilot:** ${from} to ${to}`] });
    const longer = said(pilot('2027-01-01', '2027-01-31'), pilot('2027-01-01', '2027-02-28'));
    assert.match(longer.join('\n'), /opens src\/home\/a\.md: pair → editable/u);
    const sooner = said(pilot('2027-03-01', '2027-03-31'), pilot('2027-02-01', '2027-03-31'));
    assert.match(sooner.join('\n'), /opens src\/home\/a\.md: pair → editable/u);
    assert.doesNotMatch(
      said(pilot('2027-01-01', '2027-01-31'), pilot('2026-12-01', '2027-01-31')).join('\n'),
      /opens/u,
    );
  });

  it('groups what is opened by folder, and leaves the rest to JSON', () => {
    const many = Array.from({ length: 40 }, (_, at) => `a${at}/b/${at}.md`);
    const more = comparePolicies(
      draft({ allows: ['`x/**`'] }),
      draft({ allows: ['`**/*.md`'] }),
      { paths: [...many, 'x/y/1.ts', 'x/y/2.ts'], special: new Map() },
      today,
    );
    const lines = describeComparison(more).join('\n');
    assert.match(lines, /opens a0\/ \(1 path\)/u);
    assert.match(lines, /opens what lies in 28 more folders: --format json lists it/u);
    assert.equal(more.people[0]?.opened.filter(({ isToCome }) => isToCome !== true).length, 40);
  });
});

describe('groupByFolder', () => {
  it('lists few paths as they are, and many by folders as deep as there is room', () => {
    assert.deepEqual(groupByFolder(['a/b', 'c'], 2), [
      { folder: 'a/b', paths: ['a/b'] },
      { folder: 'c', paths: ['c'] },
    ]);
    assert.deepEqual(
      groupByFolder(['a/b/1', 'a/b/2', 'a/c/1', 'd'], 3).map(({ folder }) => folder),
      ['a/b/', 'a/c/', './'],
    );
    assert.deepEqual(
      groupByFolder(['a/b/1', 'a/b/2', 'a/c/1', 'd'], 2).map(({ folder }) => folder),
      ['a/', './'],
    );
  });
});
