import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';

import { readMyChange, type MyChange } from '../../../src/presentation/my-change/my-change.js';
import { carriesMoreThanPlan } from '../../../src/presentation/my-change/committed-paths.js';
import { chooseNextStep, type Sent } from '../../../src/presentation/my-change/next-step.js';
import type { Review, ReviewItem } from '../../../src/review/review.js';
import { draftToSend } from '../../../src/presentation/plan/plan-to-send.js';
import { appendixA, pilotRepository, plan, roster } from '../../support/pilot-repository.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

const item = (verdict: ReviewItem['verdict'], by?: 'author' | 'engineering DRI'): ReviewItem => ({
  id: 'x',
  section: 'Scope',
  text: 'x',
  check: undefined,
  verdict,
  ...(by !== undefined && { by }),
});

const review = (part: Partial<Review>): Review => ({
  verdict: 'ready',
  moment: 'push',
  base: { ref: 'main', commit: 'a' },
  head: { ref: 'worktree', commit: 'b' },
  policy: { ref: 'main', commit: 'a', preview: false },
  author: { names: [], kind: 'pilot-pm' },
  files: 1,
  items: [item('pass')],
  findings: [],
  crashes: [],
  ...part,
});

describe('chooseNextStep', () => {
  let repository: TemporaryRepository;
  let mine: (as?: string) => Promise<MyChange>;
  before(() => {
    repository = pilotRepository();
    mine = (as) => readMyChange(repository.root, { environment: repository.environment, as });
  });
  after(() => repository.remove());

  it('goes with the PM through the whole job', async () => {
    assert.equal(chooseNextStep(await mine(), undefined), 'begin');

    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    const outside = await mine();
    assert.equal(chooseNextStep(outside, review({})), 'outside-zone');
    assert.deepEqual(outside.uncommitted, ['src/auth/login.ts']);
    repository.git('checkout', '-q', '--', 'src/auth/login.ts');

    repository.write('src/home/i18n/en.json', '{ "hello": "Hello there" }\n');
    assert.equal(chooseNextStep(await mine('maya@example.com'), undefined), 'start-plan');
    const secret = { check: 'secrets', severity: 'blocker', message: 'x', because: [] } as const;
    assert.equal(chooseNextStep(await mine(), review({ findings: [secret] })), 'remove-secret', 'before a plan');
    const broken = review({ findings: [{ ...secret, check: 'copy-catalog' }] });
    assert.equal(chooseNextStep(await mine(), broken), 'fix', 'what cannot be read too');
    const lost = review({ findings: [{ ...secret, check: 'copy-catalog', severity: 'needs-fix' }] });
    assert.equal(chooseNextStep(await mine(), lost), 'fix', 'and a placeholder that is lost');
    const supposed = review({ findings: [{ ...secret, severity: 'note' }] });
    assert.equal(chooseNextStep(await mine(), supposed), 'start-plan');

    repository.write('src/home/PLANNING.md', plan.replace('Turn new-home off.', ''));
    assert.equal(chooseNextStep(await mine(), undefined), 'finish-plan');

    repository.write('src/home/PLANNING.md', plan);
    const both = await mine();
    assert.deepEqual(both.planPaths, ['src/home/PLANNING.md']);
    assert.equal(chooseNextStep(both, review({})), 'commit-plan-first', 'whatever a review says');
    repository.git('add', 'src/home/PLANNING.md');
    repository.git('commit', '-qm', 'Plan it', '--', 'src/home/PLANNING.md');
    const planned = await mine();
    assert.equal(chooseNextStep(planned, undefined), 'review');
    assert.equal(chooseNextStep(planned, review({ items: [item('needs-fix')] })), 'fix');
    assert.equal(chooseNextStep(planned, review({ items: [item('blocker')] })), 'fix');
    assert.equal(chooseNextStep(planned, review({ crashes: [{ check: 'zone', message: 'x' }] })), 'fix');
    const finding = { check: 'size', severity: 'needs-fix', message: 'x', because: [] } as const;
    assert.equal(chooseNextStep(planned, review({ findings: [finding] })), 'fix');
    assert.equal(chooseNextStep(planned, review({ items: [item('attest', 'author')] })), 'confirm');
    const ready = review({ items: [item('attest', 'engineering DRI')], findings: [{ ...finding, severity: 'note' }] });
    assert.equal(chooseNextStep(planned, ready), 'commit');

    repository.commit('Say hello there');
    const committed = await mine();
    assert.deepEqual(committed.uncommitted, []);
    assert.equal(committed.contentHash, planned.contentHash);
    assert.equal(chooseNextStep(committed, ready), 'open-pull-request', 'which shares it');
    assert.equal(chooseNextStep(committed, ready, 'page'), 'share', 'that page shows what was committed since');
    assert.equal(chooseNextStep(committed, undefined, 'merged'), 'merged');
    const since = { ...committed, uncommitted: committed.change.files.map(({ path }) => path) };
    assert.equal(chooseNextStep(since, ready, 'merged'), 'next-change', 'what is not committed goes to another branch');
    const nothing = { ...committed, change: { ...committed.change, files: [] } };
    assert.equal(chooseNextStep(nothing, undefined, 'merged'), 'next-change');
    assert.equal(chooseNextStep({ ...nothing, isTakenBack: true }, undefined, 'merged'), 'taken-back');
    assert.equal(chooseNextStep({ ...nothing, isOnTrunk: true }, undefined, 'merged'), 'begin');
    assert.deepEqual([carriesMoreThanPlan(committed), carriesMoreThanPlan(since)], [true, false]);

    repository.git('update-ref', 'refs/remotes/origin/pm/home', 'HEAD');
    assert.equal((await mine()).isShared, false, 'there is no remote of that name yet');
    repository.git('remote', 'add', 'origin', 'https://github.com/acme/shop.git');
    repository.git('update-ref', 'refs/remotes/origin/main', 'main');
    assert.equal(chooseNextStep(await mine(), ready), 'open-pull-request');
    assert.equal(chooseNextStep(await mine(), ready, 'page'), 'await-review');
    assert.equal(chooseNextStep(await mine(), ready, 'open'), 'is-open');
    assert.equal(chooseNextStep(await mine(), ready, 'approved'), 'is-approved');
    assert.equal(chooseNextStep({ ...(await mine()), isShared: false }, ready, 'open'), 'renew');
    assert.equal(chooseNextStep(await mine(), undefined, 'open'), 'is-open');
    assert.equal((await mine()).isBehind, false);
    const sent = repository.git('rev-parse', 'HEAD');
    repository.git('commit', '--quiet', '--amend', '--message', 'Say hello there, too');
    const amended = await mine();
    assert.deepEqual([amended.isShared, amended.isBehind], [false, true], 'the server has it as it was');
    for (const how of ['open', 'page', undefined] as const)
      assert.equal(chooseNextStep(amended, ready, how), 'behind', String(how));
    assert.equal(chooseNextStep(amended, ready, 'closed'), 'closed');
    repository.git('reset', '--quiet', '--hard', sent);
    repository.git('commit', '--quiet', '--allow-empty', '--message', 'More');
    assert.deepEqual([(await mine()).isShared, (await mine()).isBehind], [false, false]);
    repository.git('reset', '--quiet', '--hard', sent);
    for (const [sent, step] of [
      ['asked', 'answer'],
      ['closed', 'closed'],
    ] as const) {
      assert.equal(chooseNextStep(await mine(), ready, sent), step);
      assert.equal(chooseNextStep(await mine(), undefined, sent), step);
    }
    assert.equal(chooseNextStep({ ...(await mine()), isShared: false }, ready, 'asked'), 'renew');
    assert.equal(chooseNextStep(await mine(), ready, 'drafted'), 'send-draft');
    assert.equal(
      chooseNextStep(await mine(), undefined, 'drafted'),
      'send-draft',
      'it was reviewed when it was drafted',
    );
    assert.equal(chooseNextStep({ ...(await mine()), uncommitted: ['a'] }, undefined, 'drafted'), 'review');
    for (const how of [ready, undefined]) assert.equal(chooseNextStep(await mine(), how, 'interrupted'), 'resume');
    assert.equal(chooseNextStep({ ...(await mine()), uncommitted: ['a'] }, ready, 'interrupted'), 'commit');
    assert.equal(chooseNextStep(await mine(), undefined, 'draft'), 'review', 'nobody said yet that it is ready');
    assert.equal(chooseNextStep(await mine(), ready, 'draft'), 'make-ready');
    assert.equal(chooseNextStep({ ...(await mine()), isShared: false }, ready, 'draft'), 'renew');
    assert.equal(chooseNextStep({ ...(await mine()), isShared: false }, undefined, 'open'), 'review');
    assert.equal(chooseNextStep({ ...(await mine()), uncommitted: ['a'] }, undefined, 'open'), 'review');

    assert.equal(chooseNextStep(await mine(), ready, undefined, true), 'base-gone');
    assert.equal(chooseNextStep(await mine(), undefined, undefined, true), 'review', 'which needs no server');

    repository.git('checkout', '-q', 'main', '--', 'src/home/i18n');
    assert.deepEqual((await mine()).uncommitted, ['src/home/i18n/en.json'], 'undoing is a change as well');
  });

  it('sends the plan for approval where there is nothing else', async () => {
    const other = pilotRepository();
    try {
      const look = (): Promise<MyChange> => readMyChange(other.root, { environment: other.environment, as: undefined });
      other.write('src/home/PLANNING.md', plan);
      assert.equal(chooseNextStep(await look(), undefined), 'commit-plan');
      other.commit('Plan');
      assert.equal(chooseNextStep(await look(), undefined), 'send-plan');
      assert.equal(chooseNextStep({ ...(await look()), isShared: true }, undefined), 'send-plan');
      assert.equal(chooseNextStep({ ...(await look()), isShared: true }, undefined, 'page'), 'await-approval');
      assert.equal(
        chooseNextStep(await look(), undefined, 'page'),
        'share',
        'what was committed since is sent nowhere yet',
      );
    } finally {
      other.remove();
    }
  });

  it('puts into order what was committed before its plan', async () => {
    const other = pilotRepository();
    try {
      const step = async (): Promise<string> =>
        chooseNextStep(await readMyChange(other.root, { environment: other.environment, as: undefined }), undefined);
      other.write('src/home/i18n/en.json', '{ "hello": "Hello there" }\n');
      other.commit('Say hello there');
      assert.equal(await step(), 'start-plan');
      other.write('src/home/PLANNING.md', plan);
      assert.equal(await step(), 'commit-plan-first');
      other.commit('Plan it');
      assert.equal(await step(), 'rebuild');
      other.git('checkout', '-q', '--detach');
      assert.equal(await step(), 'no-branch');
    } finally {
      other.remove();
    }
  });

  it('does not ask again for a plan where the change brings one that is for something else', async () => {
    const other = pilotRepository();
    try {
      other.write('src/home/i18n/en.json', '{ "hello": "Hello there" }\n');
      other.write('docs/PLANNING.md', plan.replace('`src/home`', '`src/shop`'));
      const mine = await readMyChange(other.root, { environment: other.environment, as: undefined });
      assert.deepEqual([mine.plan.plan, mine.plan.candidates], [undefined, []]);
      assert.equal(mine.order.wait, 'unclear-plan');
      assert.equal(chooseNextStep(mine, undefined), 'review');
    } finally {
      other.remove();
    }
  });

  it('leaves the order alone where the team’s checklist does not ask for the plan first', async () => {
    const skill = '---\nname: x\ndescription: x\n---\n\n## Scope\n\n- [ ] In the zone <!-- check: zone -->\n';
    const other = pilotRepository({ files: { '.claude/skills/pm-pr-review/SKILL.md': skill } });
    try {
      other.write('src/home/i18n/en.json', '{ "hello": "Hello there" }\n');
      other.write('src/home/PLANNING.md', plan);
      const mine = await readMyChange(other.root, { environment: other.environment, as: undefined });
      assert.equal(chooseNextStep(mine, undefined), 'review');
    } finally {
      other.remove();
    }
  });

  it('sends the plan before anything else is committed where the controls are regulated', async () => {
    const other = pilotRepository({ policy: `${appendixA}${roster}\n**Controls:** regulated\n` });
    try {
      const look = (): Promise<MyChange> => readMyChange(other.root, { environment: other.environment, as: undefined });
      const sent = async (part: Partial<MyChange>, how?: Sent): Promise<string> =>
        chooseNextStep({ ...(await look()), ...part }, review({}), how);
      other.write('src/home/i18n/en.json', '{ "hello": "Hello there" }\n');
      other.write('src/home/PLANNING.md', plan.replace('Approved', 'Draft'));
      assert.equal(chooseNextStep(await look(), review({})), 'commit-plan-first');
      assert.equal(draftToSend(await look()), undefined, 'it is not committed');
      other.git('add', 'src/home/PLANNING.md');
      other.git('commit', '-qm', 'Plan it', '--', 'src/home/PLANNING.md');
      assert.equal(await sent({}), 'send-plan-first');
      assert.equal(await sent({ isShared: true }), 'send-plan-first');
      assert.equal(await sent({ isShared: true }, 'page'), 'await-approval');
      assert.deepEqual(draftToSend(await look()), { path: 'src/home/PLANNING.md', title: 'A clearer home' });
      other.git('stash', '-q');
      other.git('switch', '-q', 'main');
      other.write('src/home/PLANNING.md', plan);
      other.commit('Approve the plan', { author: 'Erin <erin@example.com>' });
      other.git('switch', '-q', '-C', 'pm/home', 'main');
      other.git('stash', 'pop', '-q');
      assert.equal(await sent({}), 'commit');
    } finally {
      other.remove();
    }
  });

  it('sends no plan that everybody has as it is', async () => {
    for (const [status, step] of [
      ['In Review', 'await-approval'],
      ['Shipped', 'review'],
    ] as const) {
      const files = { 'src/home/PLANNING.md': plan.replace('Approved', status) };
      const other = pilotRepository({ policy: `${appendixA}${roster}\n**Controls:** regulated\n`, files });
      try {
        other.write('src/home/i18n/en.json', '{ "hello": "Hello there" }\n');
        const mine = await readMyChange(other.root, { environment: other.environment, as: undefined });
        assert.equal(mine.order.wait, 'not-on-base');
        assert.equal(chooseNextStep(mine, undefined), step);
      } finally {
        other.remove();
      }
    }
  });

  it('takes nothing for uncommitted that was only written again as it was committed', async () => {
    const other = pilotRepository();
    try {
      const look = (): Promise<MyChange> => readMyChange(other.root, { environment: other.environment, as: undefined });
      const again = (path: string): void => utimesSync(join(other.root, path), new Date(), new Date(Date.now() + 5000));
      other.write('src/home/PLANNING.md', plan);
      other.commit('Plan it');
      again('src/home/PLANNING.md');
      const planned = await look();
      assert.deepEqual([planned.uncommitted, chooseNextStep(planned, undefined)], [[], 'send-plan']);
      other.write('src/home/i18n/en.json', '{ "hello": "Hello there" }\n');
      assert.deepEqual((await look()).uncommitted, ['src/home/i18n/en.json']);
      other.git('config', 'core.autocrlf', 'true');
      other.write('src/home/PLANNING.md', plan.replaceAll('\n', '\r\n'));
      assert.deepEqual(
        (await look()).uncommitted,
        ['src/home/i18n/en.json'],
        'nor with the line ends of this computer',
      );
      other.write('src/home/PLANNING.md', `${plan}\nMore.\n`);
      assert.deepEqual((await look()).uncommitted, ['src/home/PLANNING.md', 'src/home/i18n/en.json']);
      other.remove('src/home/PLANNING.md');
      assert.deepEqual((await look()).uncommitted, ['src/home/i18n/en.json', 'src/home/PLANNING.md']);
    } finally {
      other.remove();
    }
  });

  it('says that a commit is checked out and no branch, where nothing is changed too, and that a rebase is not over', async () => {
    const other = pilotRepository();
    try {
      const look = (): Promise<MyChange> => readMyChange(other.root, { environment: other.environment, as: undefined });
      other.git('checkout', '-q', '--detach', 'main');
      assert.equal(chooseNextStep(await look(), undefined), 'no-branch');
      other.git('checkout', '-q', '-b', 'pm/other', 'main');
      other.write('src/home/i18n/en.json', '{ "hello": "Hello there" }\n');
      other.commit('Say hello there');
      other.git('-c', 'sequence.editor=sed -i s/^pick/edit/', 'rebase', '-q', '-i', 'HEAD~1');
      const mine = await look();
      assert.deepEqual([mine.isRebasing, chooseNextStep(mine, undefined)], [true, 'rebasing']);
      other.git('rebase', '--abort');
      assert.equal((await look()).isRebasing, false);
    } finally {
      other.remove();
    }
  });

  it('asks for a branch of their own on the branch that everybody works from, and on none', async () => {
    const other = pilotRepository();
    try {
      const look = (): Promise<MyChange> => readMyChange(other.root, { environment: other.environment, as: undefined });
      other.git('checkout', '-q', 'main');
      other.write('src/home/PLANNING.md', plan);
      const onMain = await look();
      assert.ok(onMain.isOnTrunk);
      assert.equal(chooseNextStep(onMain, undefined), 'branch');
      other.git('checkout', '-q', '--detach');
      const detached = await look();
      assert.deepEqual([detached.branch, detached.isOnTrunk, detached.isShared], [undefined, false, false]);
      assert.equal(chooseNextStep(detached, undefined), 'no-branch');
    } finally {
      other.remove();
    }
  });

  it('says when the branch of everybody is checked out, while a change of the PM’s waits', async () => {
    const other = pilotRepository();
    try {
      const look = (): Promise<MyChange> => readMyChange(other.root, { environment: other.environment, as: undefined });
      const { branch } = await look();
      other.git('checkout', '-q', 'main');
      other.git('branch', '-q', '-D', String(branch));
      assert.equal(chooseNextStep(await look(), undefined), 'begin');
      other.git('update-ref', 'refs/pm-zone/parked/main', 'main');
      assert.equal(chooseNextStep(await look(), undefined), 'begin', 'parked work of this very branch');
      other.git('branch', 'pm/other');
      assert.equal(chooseNextStep(await look(), undefined), 'at-main');
      other.git('checkout', '-q', 'pm/other');
      other.git('update-ref', '-d', 'refs/pm-zone/parked/main');
      assert.equal(chooseNextStep(await look(), undefined), 'begin');
      // The base is a branch of everybody, whatever it is called.
      other.git('config', 'pmzone.base', 'team/next-one');
      other.git('checkout', '-q', '-b', 'team/next-one', 'main');
      assert.equal(chooseNextStep(await look(), undefined), 'at-main');
    } finally {
      other.remove();
    }
  });

  it('goes by the branch that parked work was made on, however that and others are called by now', async () => {
    const other = pilotRepository();
    try {
      const look = async (): Promise<string> =>
        chooseNextStep(await readMyChange(other.root, { environment: other.environment, as: undefined }), undefined);
      const { branch } = await readMyChange(other.root, { environment: other.environment, as: undefined });
      other.git('checkout', '-q', 'main');
      other.git('branch', '-q', '-D', String(branch));
      const park = (name: string, manifest: unknown): void => {
        const blob = other.gitWith(JSON.stringify(manifest), 'hash-object', '-w', '--stdin');
        const tree = other.gitWith(`100644 blob ${blob.trim()}\tmanifest.json\n`, 'mktree').trim();
        other.git('update-ref', `refs/pm-zone/parked/${name}`, other.git('commit-tree', '-m', 'Parked', tree).trim());
      };
      other.git('config', 'branch.main.pmZoneId', 'id-of-main');
      park('old-name', { branch: 'old-name', branchId: 'id-of-main' });
      assert.equal(await look(), 'begin', 'this branch was called otherwise then');
      park('main', { branch: 'main', branchId: 'id-of-another' });
      assert.equal(await look(), 'at-main', 'another branch was called main then');
      park('main', { branch: 'main' });
      assert.equal(await look(), 'begin', 'nothing but its name is known');
      park('gone', { branch: 'gone' });
      assert.equal(await look(), 'at-main', 'of a branch that is gone');
    } finally {
      other.remove();
    }
  });

  it('takes everything for uncommitted before the first commit', async () => {
    const other = pilotRepository();
    try {
      other.git('checkout', '-q', '--orphan', 'fresh');
      other.git('rm', '-rfq', '--cached', '.');
      const look = await readMyChange(other.root, { environment: other.environment, as: 'maya@example.com' });
      assert.equal(look.isShared, false);
      assert.ok(look.uncommitted.length > 3);
    } finally {
      other.remove();
    }
  });
});
