import assert from 'node:assert/strict';
import type { TreeNode } from '../../../../src/presentation/tree/tree-node.js';
import { describeOutcome } from '../../../../src/presentation/my-change/describe-outcome.js';
import { buildVerdictNodes } from '../../../../src/presentation/tree/change/verdict-nodes.js';
import { readChecklist } from '../../../../src/policy/read-checklist.js';
import type { Finding, Review, ReviewItem } from '../../../../src/review/review.js';

function review(part: Partial<Review>): Review {
  return {
    verdict: 'needs-fix',
    moment: 'push',
    base: { ref: 'origin/main', commit: 'a' },
    head: { ref: 'HEAD', commit: undefined },
    policy: { ref: 'origin/main', commit: 'a', preview: false },
    author: { names: ['maya@example.com'], kind: 'pilot-pm' },
    files: 1,
    items: [],
    findings: [],
    crashes: [],
    ...part,
  };
}

const item = (id: string, verdict: ReviewItem['verdict'], part: Partial<ReviewItem> = {}): ReviewItem => ({
  id,
  section: 'Scope',
  text: `Item ${id}`,
  check: id,
  verdict,
  ...part,
});
const finding = (check: string, part: Partial<Finding> = {}): Finding => ({
  check,
  severity: 'needs-fix',
  message: `About ${check}`,
  because: [],
  ...part,
});

function flat(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

describe('reviewNodes', () => {
  const nodes = buildVerdictNodes({
    review: review({
      items: [
        item('zone', 'blocker'),
        item('size', 'pass'),
        item('copy', 'pass', { section: 'Copy' }),
        item('locales', 'pass', { section: 'Copy' }),
        item('none', 'not-applicable', { section: 'Front end' }),
        item('docs', 'attest', { section: 'Docs', by: 'author', check: undefined }),
        item('tests', 'attested', { section: 'Docs' }),
        item('safe', 'attest', { section: 'Security', by: 'engineering DRI' }),
        item('sign', 'not-applicable', { section: 'Sign', due: 'pull-request' }),
        item('pair', 'claimed', { section: 'Pair' }),
        item('two', 'needs-fix', { section: 'Two' }),
        item('fine', 'attested', { section: 'Fine' }),
      ],
      findings: [
        finding('zone', { severity: 'blocker', path: 'a.ts', line: 3, column: 2 }),
        finding('zone', { severity: 'note', path: 'b.ts' }),
        ...Array.from({ length: 40 }, (_, line) => finding('two', { line: line + 1, path: 'c.md' })),
        finding('two'),
        finding('unlisted'),
      ],
      crashes: [{ check: 'size', message: 'secret detail' }],
    }),
  });
  const byLabel = (label: string): TreeNode => {
    const found = flat(nodes).find(
      (node) => node.label === label || node.accessibleLabel?.startsWith(`${label}, `) === true,
    );
    assert.ok(found, label);
    return found;
  };

  it('shows what could not be checked first, then what no item has', () => {
    assert.deepEqual(
      nodes.slice(0, 2).map(({ label, description }) => [label, description]),
      [
        ['Could not be checked', undefined],
        ['About unlisted', undefined],
      ],
    );
    assert.ok(!JSON.stringify(nodes).includes('secret detail'));
  });

  it('says how each section stands, those with something to fix first', () => {
    const sections = nodes
      .slice(2)
      .map(({ label, description, icon, expanded }) => [label, description, icon, expanded]);
    assert.deepEqual(sections, [
      ['Scope', '1 blocked', 'error', true],
      ['Two', '1 to fix', 'warning', true],
      ['Copy', 'all fine', 'pass', false],
      ['Front end', undefined, 'dash', false],
      ['Docs', '1 to confirm', 'question', false],
      ['Security', 'later', 'dash', false],
      ['Sign', 'later', 'dash', false],
      ['Pair', 'later', 'organization', false],
      ['Fine', 'all fine', 'pass', false],
    ]);
  });

  it('has what blocks the change first', () => {
    const items = [
      item('planning-linked', 'needs-fix', { section: 'Plan' }),
      item('copy-catalog', 'blocker', { section: 'Words' }),
      item('secrets', 'blocker', { section: 'Security' }),
    ];
    const findings = ['copy-catalog', 'secrets'].map((check) => finding(check, { severity: 'blocker' }));
    const labels = buildVerdictNodes({ review: review({ items, findings }) }).map(({ label }) => label);
    assert.deepEqual(labels, ['Security', 'Words', 'Plan']);
  });

  it('says what became of each item as its section does, and more of what is still to come', () => {
    const said = ['zone', 'two', 'copy', 'tests', 'docs', 'pair', 'sign'].map((id) =>
      byLabel(`Item ${id}`).accessibleLabel?.replace(/^Item \w+, /, ''),
    );
    assert.deepEqual(said, [
      'blocked',
      'to fix',
      'fine',
      'confirmed',
      'yours to confirm',
      'claimed, to be proven on the pull request',
      'due on the pull request',
    ]);
    const [section] = buildVerdictNodes({ review: review({ items: [item('later', 'needs-fix', { due: 'push' })] }) });
    assert.equal(section?.children[0]?.accessibleLabel, 'Item later, due before the pull request');
    assert.equal(byLabel('Docs').accessibleLabel, 'Docs, 1 to confirm, 1 confirmed');
  });

  it('opens what is to be confirmed once there is nothing to fix, and keeps it open until all of it is', () => {
    const sectionOf = (...items: readonly ReviewItem[]): readonly unknown[] => {
      const [section] = buildVerdictNodes({ review: review({ items }) });
      return [section?.expanded, section?.id];
    };
    const [toConfirm, confirmed] = [item('docs', 'attest', { by: 'author' }), item('docs', 'attested')];
    const toFix = item('zone', 'needs-fix', { section: 'Zone' });
    assert.deepEqual(sectionOf(toConfirm), [true, 'section Scope open']);
    assert.deepEqual(sectionOf(confirmed), [false, 'section Scope']);
    assert.deepEqual(sectionOf(confirmed, { ...toConfirm, section: 'Copy' }), [true, 'section Scope open']);
    assert.deepEqual(sectionOf(item('docs', 'pass')), [false, 'section Scope']);
    assert.deepEqual(sectionOf(item('docs', 'attest', { by: 'engineering DRI' })), [false, 'section Scope']);
    const ids = buildVerdictNodes({ review: review({ items: [toConfirm, toFix] }) }).map(({ id }) => id);
    assert.deepEqual(ids, ['section Zone open', 'section Scope']);
  });

  it('has the findings below their item, opened at their place', () => {
    const [blocker, note] = byLabel('Item zone').children;
    assert.deepEqual(blocker?.open, { path: 'a.ts', line: 3, column: 2 });
    assert.equal(blocker.accessibleLabel, 'Blocker: About zone, a.ts:3');
    assert.deepEqual([note?.open, note?.icon, note?.label], [{ path: 'b.ts' }, 'info', 'b.ts']);
    assert.equal(blocker.label, 'a.ts:3');
    assert.equal(byLabel('About unlisted').command?.id, 'pmZone.explainCheck');
    assert.deepEqual(byLabel('Item two').children.length, 31);
    assert.equal(byLabel('… and 11 more').children.length, 0);
  });

  it('has checkboxes for what the PM is to confirm, and for nothing else', () => {
    const boxes = flat(nodes).filter(({ checkbox }) => checkbox !== undefined);
    assert.deepEqual(
      boxes.map(({ label, checkbox, icon }) => [label, checkbox, icon]),
      [
        ['Docs up to date', { checked: false, item: 'docs' }, undefined],
        ['Item tests', { checked: true, item: 'tests' }, undefined],
        ['Item fine', { checked: true, item: 'fine' }, undefined],
      ],
    );
    assert.deepEqual(byLabel('Item docs').command?.arguments, ['item docs']);
    assert.equal(byLabel('Item sign').icon, 'clock');
  });

  it('names what a finding is about, and asks of a team’s own item what it is', () => {
    const key = { name: 'home.hero.title', kind: 'text' } as const;
    const own = item('speaks', 'needs-fix', { check: undefined, text: 'Someone who speaks the language has read it' });
    const [one] = buildVerdictNodes({ review: review({ findings: [finding('x', { key, path: 'en.json' })] }) });
    assert.deepEqual([one?.label, one?.tooltip], ['home.hero.title', 'Needs fix: About x\nen.json']);
    const message = 'No planning doc says why this change is made.';
    const [two] = buildVerdictNodes({ review: review({ findings: [finding('x', { message })] }) });
    assert.deepEqual([two?.label, two?.tooltip], ['No planning doc says why…', `Needs fix: ${message}`]);
    const [section] = buildVerdictNodes({ review: review({ items: [own] }) });
    assert.equal(section?.children[0]?.label, 'Someone who speaks the…');
    assert.deepEqual(section.children[0].command?.arguments, ['speaks']);
  });

  it('fits a sidebar of 300 pixels, with all of it in the tooltip and for screen readers', () => {
    const { items } = readChecklist(undefined);
    const every = items.map(({ section, text, check = '' }) => item(check, 'needs-fix', { section, text }));
    const found = every.map(({ id }) => finding(id, { path: 'src/features/onboarding/i18n/en.json', line: 1234 }));
    const lines = flat(buildVerdictNodes({ review: review({ items: every, findings: found }) }));
    assert.ok(lines.length > every.length);
    for (const { label, description = '', tooltip, accessibleLabel } of lines) {
      assert.ok(label.length + description.length <= 31, `${label} ${description}`);
      assert.notEqual(tooltip, undefined);
      assert.notEqual(accessibleLabel, undefined);
    }
    assert.deepEqual(
      every.filter(({ text }) => lines.some(({ label }) => label === text)),
      [],
    );
  });

  it('names each node once, and says each in words', () => {
    const all = flat(nodes);
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    for (const node of all.filter(({ icon }) => icon !== undefined)) assert.notEqual(node.label, '');
  });
});

describe('outcomeOf', () => {
  const open = item('docs', 'attest', { by: 'author' });
  const cases: readonly [name: string, part: Partial<Review>, sentence: RegExp, next: string][] = [
    [
      'who is not on the roster',
      { author: { names: ['e@x'], kind: 'not-on-roster' } },
      /^e@x is not on the list of PMs/,
      'nothing',
    ],
    ['nobody at all', { author: { names: [], kind: 'not-on-roster' } }, /^Whoever made this change is not/, 'nothing'],
    ['no change', { files: 0, verdict: 'ready' }, /^Nothing has changed/, 'nothing'],
    ['a crash', { crashes: [{ check: 'zone', message: 'm' }] }, /could not run/, 'fix'],
    [
      'a blocker',
      { verdict: 'blocked', findings: [finding('zone', { severity: 'blocker' })] },
      /^Blocked: .*\(1 thing to fix\)\.$/,
      'fix',
    ],
    [
      'a blocker that no finding names',
      { verdict: 'blocked', items: [item('zone', 'blocker')] },
      /\(1 thing to fix\)/,
      'fix',
    ],
    ['a blocker that nothing names', { verdict: 'blocked' }, /\(see its items\)/, 'fix'],
    [
      'things to fix',
      { findings: [finding('a'), finding('b'), finding('c', { severity: 'note' })], items: [open] },
      /^Needs fixing: 2 things to fix, 1 item is yours to confirm\.$/,
      'fix',
    ],
    [
      'what is due later',
      { items: [item('later', 'needs-fix', { due: 'pull-request' }), open] },
      /^Nothing to fix, but 1 item is yours/,
      'confirm',
    ],
    [
      'several to confirm',
      { items: [open, item('tests', 'attest', { by: 'author' })] },
      /but 2 items are yours to confirm\. Confirm what is true\.$/,
      'confirm',
    ],
    [
      'a preview',
      { policy: { ref: 'x', commit: undefined, preview: true } },
      /^Nothing to fix\. This is a preview/,
      'nothing',
    ],
    [
      'a preview with more',
      { policy: { ref: 'x', commit: undefined, preview: true }, items: [open] },
      /Confirm what is true\. This is a preview/,
      'confirm',
    ],
    ['what is ready', { verdict: 'ready' }, /^Ready for the pull request\.$/, 'pull-request'],
    ['what waits for engineering', { items: [item('zone', 'claimed')] }, /^Your part is done/, 'pull-request'],
  ];
  for (const [name, part, sentence, next] of cases) {
    it(`says it of ${name}`, () => {
      const outcome = describeOutcome(review(part));
      assert.match(outcome.sentence, sentence);
      assert.equal(outcome.next, next);
    });
  }
});
