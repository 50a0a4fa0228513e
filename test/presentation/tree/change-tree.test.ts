import assert from 'node:assert/strict';

import { buildChangeNodes, buildChangeTree } from '../../../src/presentation/tree/change-tree.js';
import type { HostKind } from '../../../src/presentation/my-change/host-thing.js';
import type { LastReview } from '../../../src/presentation/tree/change/review-node.js';
import { readReview } from '../../../src/presentation/my-change/read-review.js';
import { readMyChange, type MyChange } from '../../../src/presentation/my-change/my-change.js';
import { chooseNextStep } from '../../../src/presentation/my-change/next-step.js';
import type { TreeNode } from '../../../src/presentation/tree/tree-node.js';
import type { Review } from '../../../src/review/review.js';
import { pilotRepository, plan } from '../../support/pilot-repository.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

const reviewOf = (verdict: Review['verdict'], isCurrent = true): LastReview => ({
  review: {
    verdict,
    moment: 'push',
    base: { ref: 'main', commit: 'a' },
    head: { ref: 'worktree', commit: 'b' },
    policy: { ref: 'main', commit: 'a', preview: false },
    author: { names: [], kind: 'pilot-pm' },
    files: 1,
    items: [],
    findings: [],
    crashes: [],
  },
  isCurrent,
  nodes: [{ id: 'scope', label: 'Scope', children: [] }],
  whatChanged: [{ id: 'text', label: 'title', children: [] }],
});

/** The line of the review, whatever its outcome. */
const reviewIn = (nodes: readonly TreeNode[]): TreeNode => {
  const node = nodes.find(({ label }) => label === 'Review');
  assert.ok(node);
  return node;
};

/** A tree as lines to read. */
const lines = (nodes: readonly TreeNode[], depth = 0): readonly string[] =>
  nodes.flatMap(({ label, description, children }) => [
    `${'  '.repeat(depth)}${label}${description === undefined ? '' : ` (${description})`}`,
    ...lines(children, depth + 1),
  ]);

const find = (nodes: readonly TreeNode[], id: string): TreeNode => {
  const found = nodes.flatMap((node) => [node, ...node.children.flatMap((child) => [child, ...child.children])]);
  const node = found.find((each) => each.id === id);
  assert.ok(node, id);
  return node;
};

describe('changeNodes', () => {
  let repository: TemporaryRepository;
  let mine: () => Promise<MyChange>;
  beforeEach(() => {
    repository = pilotRepository();
    mine = () => readMyChange(repository.root, { environment: repository.environment, as: undefined });
  });
  afterEach(() => repository.remove());

  it('leads to the pull request that was opened, or renews it', async () => {
    repository.write('src/home/notes.md', 'Notes\n');
    const node = async (isShared: boolean, draft = false, kind?: HostKind): Promise<unknown> => {
      const pull = { number: 12, draft, kind };
      const all = buildChangeNodes({ ...(await mine()), isShared }, undefined, undefined, pull, kind);
      const { label, description, command } = find(all, 'open-pull-request');
      return kind === 'gitlab' ? [label, command?.title] : [description, command?.id];
    };
    assert.deepEqual(await node(true, true), ['12 is a draft', 'pmZone.showPullRequest']);
    assert.deepEqual(await node(true), ['12 is open', 'pmZone.showPullRequest']);
    assert.deepEqual(await node(false), ['12, to be renewed', 'pmZone.openPullRequest']);
    assert.deepEqual(await node(true, false, 'gitlab'), ['Merge request', 'Show my merge request']);
  });

  it('is called as its host calls it before it is opened too', async () => {
    repository.write('src/home/notes.md', 'Notes\n');
    const all = buildChangeNodes(await mine(), undefined, undefined, undefined, 'gitlab');
    const { label, command } = find(all, 'pull-request');
    assert.deepEqual([label, command?.title], ['Merge request', 'Open merge request']);
  });

  it('has nothing to show of nothing', async () => {
    assert.deepEqual(buildChangeNodes(await mine(), undefined), []);
  });

  it('shows the files by standing, the worst first, and that there is no plan yet', async () => {
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    repository.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Start here."\n}\n');
    repository.write('notes.md', 'Notes\n');
    repository.remove('src/home/analytics/events.ts');
    const nodes = buildChangeNodes(await mine(), undefined);
    assert.deepEqual(lines(nodes), [
      'Plan (none yet)',
      'Files (4 files)',
      '  Locked for you (1)',
      '    login.ts (changed)',
      '  With an engineer (1)',
      '    notes.md (new)',
      '  Yours to edit (2)',
      '    events.ts (removed)',
      '    en.json (changed)',
      'Review (not yet)',
      'Pull request (after the commit)',
    ]);
    assert.equal(find(nodes, 'files').icon, 'error');
    assert.equal(find(nodes, 'plan').command?.id, 'pmZone.newPlan');
    assert.equal(find(nodes, 'file src/home/analytics/events.ts').open, undefined);
    assert.match(
      find(nodes, 'file src/auth/login.ts').tooltip ?? '',
      /Locked for you: CLAUDE.md keeps .*auth.* from PMs\.$/,
    );
    assert.equal(find(nodes, 'file notes.md').accessibleLabel, 'notes.md, new, With an engineer');
    assert.deepEqual(find(nodes, 'file notes.md').command?.arguments, ['notes.md']);
    assert.equal(find(nodes, 'file notes.md').command?.id, 'pmZone.showDifference');
  });

  it('says of files of the same name which folder tells them apart', async () => {
    repository.write('src/home/en/cards.md', 'A\n');
    repository.write('src/home/fr/cards.md', 'B\n');
    const all = buildChangeNodes(await mine(), undefined);
    const [one, other] = ['en', 'fr'].map((name) => find(all, `file src/home/${name}/cards.md`).description);
    assert.deepEqual([one, other], ['en · new', 'fr · new']);
  });

  it('shows what is only staged, by its standing there', async () => {
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    repository.git('add', 'src/auth/login.ts');
    repository.write('src/auth/login.ts', 'export const login = 1;\n');
    repository.git('rm', '-q', '--cached', 'src/home/analytics/events.ts');
    const change = await mine();
    assert.deepEqual(change.change.files, []);
    const nodes = buildChangeNodes(change, undefined);
    assert.deepEqual(lines(nodes).slice(1, 6), [
      'Files (2 files)',
      '  Locked for you (1)',
      '    login.ts (only in the next commit)',
      '  Yours to edit (1)',
      '    events.ts (only in the next commit)',
    ]);
    assert.equal(chooseNextStep(change, undefined), 'outside-zone');
    repository.git(
      'update-index',
      '--cacheinfo',
      `120000,${repository.git('rev-parse', 'HEAD:CODEOWNERS')},src/home/flags.yaml`,
    );
    repository.write('src/home/flags.yaml', 'new-home: true\n');
    const both = await mine();
    assert.equal(both.judgements.get('src/home/flags.yaml')?.standing, 'locked');
    assert.equal(both.change.files[0]?.after?.mode, '100644');
  });

  it('says what the plan lacks, where, and whose approval it waits for', async () => {
    repository.write('src/home/i18n/en.json', '{}\n');
    repository.write('src/home/PLANNING.md', plan.replace('Turn new-home off.', '').replace('Approved', 'In Review'));
    const node = find(buildChangeNodes(await mine(), undefined), 'plan-to-fill');
    assert.equal(node.description, 'In Review, 1 thing is missing');
    assert.match(node.tooltip ?? '', /It waits for the approval of @erin and @paul\.$/);
    assert.deepEqual(
      node.children.map(({ label, open }) => [label, open?.path]),
      [['Rollback', 'src/home/PLANNING.md']],
    );
    repository.write(
      'src/home/PLANNING.md',
      plan.replace('# PLANNING: A clearer home\n', '').replace('**Status:** Approved\n', '').replaceAll(/@\w+/g, ''),
    );
    const bare = find(buildChangeNodes(await mine(), undefined), 'plan-to-fill');
    assert.match(bare.description ?? '', /^no status, 5 things are missing$/);
    assert.match(bare.tooltip ?? '', /Nobody is named to approve it\.$/);
  });

  it('shows an approved plan, what is committed, and that a ready change can be opened', async () => {
    repository.write('src/home/PLANNING.md', plan);
    repository.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Start here."\n}\n');
    repository.commit('Say where to start');
    const now = await mine();
    const nodes = buildChangeNodes(now, reviewOf('ready'));
    assert.deepEqual(lines(nodes), [
      'Plan (Approved)',
      'Files (2 files)',
      '  Yours to edit (2)',
      '    PLANNING.md (committed)',
      '    en.json (committed)',
      'What changed',
      '  title',
      'Review (ready)',
      '  Scope',
      'Pull request (can be opened)',
    ]);
    assert.equal(find(nodes, 'plan').icon, 'pass');
    assert.equal(reviewIn(nodes).command?.id, 'pmZone.showChange');
    assert.match(find(nodes, 'plan').tooltip ?? '', /Approved\.$/);
    const state = (last: LastReview, pull?: 'page' | 'closed' | 'merged'): string | undefined =>
      find(buildChangeNodes(now, last, undefined, pull), 'pull-request').description;
    assert.equal(state(reviewOf('ready')), 'can be opened');
    assert.equal(state(reviewOf('ready', false)), 'can be opened as a draft');
    assert.equal(state(reviewOf('blocked')), 'can be opened as a draft');
    assert.equal(state(reviewOf('ready'), 'page'), 'its page was opened');
    assert.equal(state(reviewOf('ready'), 'closed'), 'was closed');
    assert.equal(state(reviewOf('ready'), 'merged'), 'is merged');
    const leadsTo = (uncommitted: readonly string[]): string | undefined =>
      find(buildChangeNodes({ ...now, uncommitted }, reviewOf('ready'), undefined, 'merged'), 'pull-request').command
        ?.id;
    assert.deepEqual([leadsTo([]), leadsTo(['a.md'])], ['pmZone.getLatest', 'pmZone.openPullRequest']);
  });

  it('never shows an older review as if it were of now', async () => {
    repository.write('src/home/i18n/en.json', '{}\n');
    const old = { ...reviewOf('needs-fix', false), whatChanged: [] };
    const node = reviewIn(buildChangeNodes(await mine(), old));
    assert.equal(node.description, 'needs fixing, outdated');
    assert.equal(node.command?.id, 'pmZone.review');
    assert.equal(node.icon, 'history');
  });

  it('is another line with each outcome, so that it opens by itself', async () => {
    repository.write('src/home/i18n/en.json', '{}\n');
    const now = await mine();
    const outcomes = [undefined, reviewOf('blocked'), reviewOf('needs-fix'), reviewOf('ready')];
    const found = outcomes.map((last) => reviewIn(buildChangeNodes(now, last)));
    assert.equal(new Set(found.map(({ id }) => id)).size, outcomes.length);
    assert.deepEqual(
      found.map(({ expanded }) => expanded),
      [undefined, true, true, false],
    );
    assert.equal(reviewIn(buildChangeNodes(now, reviewOf('blocked', false))).id, found[1]?.id);
  });

  it('says when only attestations are left', async () => {
    repository.write('src/home/i18n/en.json', '{}\n');
    const now = await mine();
    const last = reviewOf('needs-fix');
    const item = { id: 'x', section: 'Scope', text: 'x', check: undefined } as const;
    const open = { ...item, verdict: 'attest', by: 'author' } as const;
    const finding = { check: 'size', message: 'x', because: [] } as const;
    const described = (part: Partial<Review>): string | undefined =>
      reviewIn(buildChangeNodes(now, { ...last, review: { ...last.review, ...part } })).description;
    assert.equal(described({ items: [open], findings: [{ ...finding, severity: 'note' }] }), 'yours to confirm');
    assert.equal(described({ items: [open], crashes: [{ check: 'zone', message: 'x' }] }), 'needs fixing');
    assert.equal(described({ items: [open], findings: [{ ...finding, severity: 'needs-fix' }] }), 'needs fixing');
    assert.equal(described({ items: [{ ...item, verdict: 'attest', by: 'engineering DRI' }] }), 'needs fixing');
    assert.equal(described({ items: [open, { ...item, verdict: 'needs-fix' }] }), 'needs fixing');
    assert.equal(described({ items: [open, { ...item, verdict: 'blocker' }] }), 'needs fixing');
  });

  it('names the planning docs of which more than one fits', async () => {
    repository.write('src/home/i18n/en.json', '{}\n');
    repository.write('src/home/PLANNING.md', plan);
    repository.write('src/home/plans/other/PLANNING.md', plan);
    const node = find(buildChangeNodes(await mine(), undefined), 'plan');
    assert.equal(node.description, '2 planning docs fit');
    assert.deepEqual(
      node.children.map(({ label, tooltip }) => [label, tooltip]),
      [
        ['home/PLANNING.md', 'src/home/PLANNING.md'],
        ['other/PLANNING.md', 'src/home/plans/other/PLANNING.md'],
      ],
    );
  });

  it('ends with the commit guard, which a click turns on or off', async () => {
    const guard = { isOn: false, state: 'off', sentence: 'Select to turn it on.' };
    assert.deepEqual(buildChangeNodes(await mine(), undefined, guard), []);
    repository.write('src/home/i18n/en.json', '{}\n');
    const off = buildChangeNodes(await mine(), undefined, guard).at(-1);
    assert.deepEqual(
      [off?.label, off?.description, off?.tooltip, off?.accessibleLabel, off?.command?.id, off?.icon],
      [
        'Commit guard',
        'off',
        'Select to turn it on.',
        'Commit guard, off. Select to turn it on.',
        'pmZone.installGuard',
        'circle-large-outline',
      ],
    );
    const on = buildChangeNodes(await mine(), undefined, { ...guard, isOn: true }).at(-1);
    assert.deepEqual([on?.command?.id, on?.icon], ['pmZone.removeGuard', 'shield']);
  });
});

describe('shownChange', () => {
  it('has the review with the change as it was reviewed, and says where it is of an earlier one', async () => {
    const repository = pilotRepository();
    try {
      const asker = { environment: repository.environment, as: undefined };
      repository.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Start here."\n}\n');
      const mine = await readMyChange(repository.root, asker);
      const stateOf = (reviewed: Parameters<typeof buildChangeTree>[1], now = mine): unknown =>
        buildChangeTree(now, reviewed, undefined).map(({ id, description }) => [id, description]);

      assert.ok(!JSON.stringify(stateOf(undefined)).includes('"changed"'));
      const reviewed = await readReview(repository.root, asker, () => true);
      const fresh = JSON.stringify(stateOf(reviewed));
      assert.match(JSON.stringify(buildChangeTree(mine, reviewed, undefined)), /Start here\./);

      repository.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Begin here."\n}\n');
      assert.notEqual(JSON.stringify(stateOf(reviewed, await readMyChange(repository.root, asker))), fresh);
    } finally {
      repository.remove();
    }
  });
});
