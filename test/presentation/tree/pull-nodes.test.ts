import assert from 'node:assert/strict';
import type { MyChange } from '../../../src/presentation/my-change/my-change.js';
import { buildPullNode, type OpenPull } from '../../../src/presentation/tree/change/pull-nodes.js';
import type { ReviewerLine } from '../../../src/presentation/my-change/missing-approvals.js';
import type { TreeNode } from '../../../src/presentation/tree/tree-node.js';

describe('the pull request in “My change”', () => {
  const catalog = 'src/home/i18n/de.json';
  const mine = { isShared: true, change: { files: [{ path: catalog }] } } as unknown as MyChange;
  const nodes = (pull: Partial<OpenPull>): readonly TreeNode[] =>
    buildPullNode(mine, { number: 12, draft: false, ...pull }).children;
  const lines = (children: readonly TreeNode[]) => children.map(({ label, description }) => [label, description]);
  const [erin, paul, owners]: readonly [ReviewerLine, ReviewerLine, ReviewerLine] = [
    { name: '@erin', opinion: 'asks-for-changes', role: 'engineering' },
    { name: '@paul', opinion: 'waits', role: 'product' },
    { name: '@acme/home', opinion: 'waits' },
  ];

  it('says who reviewed it, and whose approval is missing by their roles', () => {
    const children = nodes({ reviewers: [erin, paul, owners] });
    assert.deepEqual(lines(children), [
      ['Approvals missing', 'engineering DRI, product DRI, @acme/home'],
      ['@erin', 'asks for changes'],
      ['@paul', 'still to review it'],
      ['@acme/home', 'still to review it'],
      ['Ask again who reviewed it', undefined],
    ]);
    assert.deepEqual(
      children.map(({ accessibleLabel }) => accessibleLabel),
      [
        'Approvals missing: engineering DRI, product DRI, @acme/home',
        '@erin (your engineering DRI): asks for changes',
        '@paul (your product DRI): still to review it',
        '@acme/home: still to review it',
        undefined,
      ],
    );
    assert.match(children[1]?.tooltip ?? '', /Do what is asked, or ask what is meant\..*where it should be built anew/);
    assert.doesNotMatch(children[2]?.tooltip ?? '', /built anew/);
  });

  it('says what was not read, below what was read before, and leads to asking again', () => {
    const unread = 'GitHub could not be reached, or did not answer as it should.';
    const children = nodes({ reviewers: [paul], unread });
    assert.deepEqual(lines(children).slice(-2), [
      ['Not all was read', 'when it was asked last'],
      ['Ask again who reviewed it', undefined],
    ]);
    const [line] = children.slice(-2);
    assert.deepEqual([line?.tooltip, line?.command?.id], [unread, 'pmZone.pullProgress']);
    assert.match(line?.accessibleLabel ?? '', /could not be reached/);
  });

  it('misses one approval of each role, that of its newest commits, and none of a draft', () => {
    const first = (pull: Partial<OpenPull>) => lines(nodes(pull))[0];
    const omar: ReviewerLine = { name: '@omar', opinion: 'approved', role: 'engineering' };
    assert.deepEqual(first({ reviewers: [paul, omar, { ...erin, opinion: 'waits' }] }), [
      'Approvals missing',
      'product DRI',
    ]);
    assert.deepEqual(first({ reviewers: [{ ...omar, opinion: 'approved-before' }] }), [
      'Approvals missing',
      'engineering DRI',
    ]);
    assert.deepEqual(first({ reviewers: [omar] }), ['@omar', 'approved it']);
    assert.deepEqual(first({ reviewers: [{ name: '@zoe', opinion: 'threads' }] }), ['@zoe', 'has threads to resolve']);
    assert.deepEqual(first({ reviewers: [{ ...erin, opinion: 'threads' }] }), ['Approvals missing', 'engineering DRI']);
    assert.deepEqual(first({ reviewers: [{ ...omar, opinion: 'dismissed' }] }), [
      'Approvals missing',
      'engineering DRI',
    ]);
    assert.deepEqual(first({ reviewers: [{ name: '@zoe', opinion: 'dismissed' }] }), [
      '@zoe',
      'their review was dismissed',
    ]);
    assert.deepEqual(first({ reviewers: [paul], draft: true }), ['@paul', 'still to review it']);
    assert.deepEqual(first({}), ['Ask who reviewed it', undefined]);
  });

  it('has what is asked for below whoever asks, and leads to its line where that is in the change', () => {
    const tasks = [
      { name: '@erin', text: 'Shorter, please.' },
      { name: '@erin', path: catalog, line: 3, text: 'Too long' },
      { name: '@erin', path: catalog, text: 'Gone' },
      { name: '@erin', path: '../../etc/passwd', line: 1, text: 'Elsewhere' },
      { name: '@omar', path: catalog, line: 1, text: 'Of nobody here' },
    ];
    const asking = nodes({ reviewers: [erin], tasks }).find(({ label }) => label === '@erin');
    assert.deepEqual(
      asking?.children.map(({ label, description, open, command }) => [label, description, open, command?.id]),
      [
        ['Shorter, please.', undefined, undefined, 'pmZone.showPullRequest'],
        ['Too long', 'de.json:3', { path: catalog, line: 3 }, undefined],
        ['Gone', 'de.json', undefined, 'pmZone.showPullRequest'],
        ['Elsewhere', 'passwd:1', undefined, 'pmZone.showPullRequest'],
      ],
    );
    assert.equal(asking.children[1]?.tooltip, `@erin: Too long (${catalog})`);
  });

  it('says where the gate stands, and what to do for it', () => {
    const gate = (outcome: NonNullable<OpenPull['gate']>['outcome'], words: string) => {
      const [node] = nodes({ gate: { outcome, words } });
      return [node?.label, node?.description, node?.tooltip];
    };
    assert.deepEqual(gate('not-ready', 'Not ready: 2 points to mend'), [
      'The gate',
      'red',
      'Not ready: 2 points to mend. Review your change, fix what is listed, and renew it. Select to see the page.',
    ]);
    assert.deepEqual(gate('waits', 'Waits for @erin: 1 item'), [
      'The gate',
      'waits for people',
      'Waits for @erin: 1 item. Your part is done. Select to see the page.',
    ]);
    assert.equal(gate('ready', 'Ready.')[2], 'Ready. Nothing is missing for it any more. Select to see the page.');
    assert.deepEqual(gate('failed', ''), [
      'The gate',
      'could not judge it',
      'Ask your engineering DRI to look at the check in CI. Select to see the page.',
    ]);
    assert.deepEqual(gate('unread', ''), [
      'The gate',
      'not read',
      'Its answer could not be read. The page may show it. Select to see the page.',
    ]);
  });
});
