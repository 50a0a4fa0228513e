import assert from 'node:assert/strict';

import { buildChangeNodes } from '../../../src/presentation/tree/change-tree.js';
import { readMyChange, type MyChange } from '../../../src/presentation/my-change/my-change.js';
import { chooseNextStep } from '../../../src/presentation/my-change/next-step.js';
import { buildMainMovedNodes } from '../../../src/presentation/tree/change/main-moved-nodes.js';
import { pilotRepository, plan } from '../../support/pilot-repository.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

describe('main that has moved on', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = pilotRepository();
    repository.git('remote', 'add', 'origin', 'https://github.com/acme/shop.git');
    repository.git('update-ref', 'refs/remotes/origin/main', 'main');
  });
  afterEach(() => repository.remove());

  const mine = (): Promise<MyChange> =>
    readMyChange(repository.root, { environment: repository.environment, as: undefined });
  /** Somebody else's step, as a fetch brings it. */
  const others = (path: string, text: string): void => {
    const [branch, at] = [repository.git('branch', '--show-current'), repository.git('rev-parse', 'HEAD')];
    repository.git('checkout', '--quiet', '--detach', 'origin/main');
    repository.write(path, text);
    repository.commit(`Change ${path}`);
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repository.git('checkout', '--quiet', branch);
    assert.equal(repository.git('rev-parse', 'HEAD'), at);
  };
  const step = (change: MyChange): string => chooseNextStep({ ...change, isShared: true }, undefined);

  it('is said in one line that brings it in, and in nothing else', async () => {
    assert.equal((await mine()).mainMoved, undefined);
    assert.deepEqual(buildChangeNodes(await mine(), undefined), []);
    others('docs/a.md', 'one\n');
    const once = await mine();
    assert.deepEqual(once.mainMoved, { branch: 'main', count: 1, paths: [] });
    const [line, ...rest] = buildChangeNodes(once, undefined);
    assert.deepEqual(rest, []);
    assert.deepEqual([line?.label, line?.icon, line?.children], ['Get 1 newer change from main', 'arrow-down', []]);
    assert.equal(line?.command?.id, 'pmZone.getLatest');
    assert.match(line.accessibleLabel ?? '', /^Get 1 newer change from main\. .*your work stays as it is/);
    assert.equal(step(once), 'begin');
    others('docs/b.md', 'two\n');
    others('docs/c.md', 'three\n');
    repository.write('src/home/PLANNING.md', plan);
    const thrice = await mine();
    const nodes = buildChangeNodes(thrice, undefined);
    assert.equal(nodes[0]?.label, 'Get 3 newer changes from main');
    assert.equal(nodes[1]?.label, 'Plan');
    assert.equal(step(thrice), 'commit-plan');
    repository.commit('Plan');
    assert.equal(step(await mine()), 'send-plan');
  });

  it('counts what was merged at once as one', async () => {
    const mineAt = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '--quiet', '--detach', 'origin/main');
    repository.git('commit', '--quiet', '--allow-empty', '--no-verify', '-m', 'One');
    repository.git('commit', '--quiet', '--allow-empty', '--no-verify', '-m', 'Two');
    const topic = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '--quiet', '--detach', 'origin/main');
    repository.git('merge', '--quiet', '--no-ff', '--no-verify', '-m', 'Merge', topic);
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repository.git('checkout', '--quiet', 'pm/home');
    assert.equal(repository.git('rev-parse', 'HEAD'), mineAt);
    assert.equal((await mine()).mainMoved?.count, 1);
  });

  it('is said more strongly where it changed what the PM changed, and comes before what others look at', async () => {
    others('src/home/PLANNING.md', 'another plan\n');
    repository.write('src/home/PLANNING.md', plan);
    const open = await mine();
    assert.deepEqual(open.mainMoved?.paths, ['src/home/PLANNING.md']);
    const [line] = buildChangeNodes(open, undefined);
    assert.equal(line?.icon, 'warning');
    assert.deepEqual(
      line.children.map(({ label, description, open: place }) => [label, description, place?.path]),
      [['PLANNING.md', 'changed there too', 'src/home/PLANNING.md']],
    );
    assert.match(line.accessibleLabel ?? '', /Others changed what you changed: src\/home\/PLANNING\.md\. /);
    assert.equal(step(open), 'commit-plan', 'work at hand comes first');
    repository.commit('Plan');
    const committed = await mine();
    assert.equal(step(committed), 'main-moved');
    assert.equal(
      chooseNextStep(committed, undefined, 'page'),
      'main-moved',
      'also before it is shared, and once it was sent',
    );
    repository.git('merge', '--quiet', '--no-verify', '-s', 'ours', '-m', 'Settle', 'origin/main');
    assert.equal((await mine()).mainMoved, undefined);
    assert.equal(step(await mine()), 'send-plan');
  });

  it('is not said while it is brought in, before the first commit, and without a base', async () => {
    others('docs/a.md', 'one\n');
    repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'origin/main');
    assert.equal((await mine()).mainMoved, undefined);
    repository.git('merge', '--abort');
    repository.git('checkout', '--quiet', '--orphan', 'fresh');
    assert.equal((await mine()).mainMoved, undefined);
  });

  it('names another branch than main, and not more files than one can read', () => {
    const paths = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const [line] = buildMainMovedNodes({ mainMoved: { branch: 'develop', count: 2, paths } });
    assert.equal(line?.label, 'Get 2 newer changes from develop');
    assert.equal(line.children.length, 5);
    assert.match(line.tooltip ?? '', /: a, b, c, d, e and 2 more\. /);
  });
});
