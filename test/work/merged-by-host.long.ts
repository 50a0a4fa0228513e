import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finishLatest } from '../../src/work/finish-latest.js';
import { fetchBase } from '../../src/work/fetch-base.js';
import { getLatest, type GetLatestOptions } from '../../src/work/get-latest.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';
import { done, slowest, stateOf, within } from './setup.js';

const path = 'src/home/PLANNING.md';

/** A planning doc; each part can be reworded. */
function plan({
  status = 'Draft',
  title = 'A new home',
  problem = 'Nobody finds it.',
  scope = 'the page',
} = {}): string {
  return `# PLANNING: ${title}

**Status:** ${status}
**Flag:** \`home\`
**Last updated:** ${status === 'Draft' ? '2026-11-01' : '2026-11-09'}

## TL;DR

A home that people find.

## Problem

${problem}

## Scope

- **In:** ${scope}
- **Out:** all else

## Sign-off

- **Engineering DRI:** ${status === 'Approved' ? '@erin, 2026-11-09' : '@erin'}
`;
}

const approved = plan({ status: 'Approved' });

describe('a plan that the host has merged', function () {
  this.timeout(slowest);
  let host: TemporaryRepository;
  let clone: TemporaryRepository;
  beforeEach(() => {
    host = temporaryRepository();
    host.write('README.md', '# Hello\n');
    host.write('src/home/a.txt', 'one\n');
    host.commit('Begin');
    // The host has no working tree; `host` is the clone of who merges there.
    const bare = join(dirname(host.root), 'host.git');
    host.git('init', '--quiet', '--bare', bare);
    host.git('remote', 'add', 'origin', bare);
    host.git('push', '--quiet', 'origin', 'main');
    clone = host.clone();
    clone.git('remote', 'set-url', 'origin', `file://${bare}`);
    clone.git('checkout', '--quiet', '-b', 'pm/home', '--no-track');
    clone.write(path, plan({ problem: 'To be written.' }));
    clone.commit('Plan');
    clone.write(path, plan());
    clone.commit('Plan more');
    send();
  });
  afterEach(() => {
    clone.remove();
    host.remove();
  });

  const send = (): void => {
    clone.git('push', '--quiet', '--set-upstream', 'origin', 'pm/home');
    host.git('fetch', '--quiet');
  };
  const text = (): string => readFileSync(join(clone.root, path), 'utf8');
  const squash = (edit?: string): void => {
    host.git('fetch', '--quiet');
    host.git('merge', '--quiet', '--squash', 'origin/pm/home');
    if (edit !== undefined) host.write(path, edit);
    host.commit('Plan a new home (#7)');
  };
  const onMain = (content: string, message = 'Approve the plan'): void => {
    host.write(path, content);
    host.commit(message);
  };
  const forgotten = (): void => {
    host.git('push', '--quiet', '--delete', 'origin', 'pm/home');
    clone.git('fetch', '--quiet', '--prune');
  };
  const latest = (options: Partial<GetLatestOptions> = {}) => {
    host.git('push', '--quiet', 'origin', 'main');
    const base = { ref: 'origin/main', commit: clone.git('rev-parse', 'origin/main') };
    return within(clone, (work) =>
      getLatest(work, {
        base,
        fetch: fetchBase,
        chooseSide: () => assert.fail('nothing is to be asked'),
        ...options,
      }),
    );
  };
  /** The latest came in without a question, and the plan is this. */
  const comesIn = async (content: string, options: Partial<GetLatestOptions> = {}): Promise<string> => {
    const { conflicts, sentence } = done(await latest(options));
    assert.deepEqual(conflicts, []);
    assert.equal(text(), content);
    assert.equal(clone.git('status', '--porcelain'), '');
    return sentence;
  };

  it('comes in without a question where it was squashed as the PM sent it', async () => {
    squash();
    await comesIn(plan());
    assert.equal(clone.git('diff', '--name-only', 'origin/main', 'HEAD'), '');
  });

  it('comes in as it was approved, whoever wrote that and when', async () => {
    for (const approve of [
      () => {
        squash();
        onMain(approved);
      },
      () => {
        squash(approved);
      },
      () => {
        squash(plan({ status: 'In Review' }));
        onMain(approved);
      },
      () => {
        host.git('cherry-pick', '--no-edit', 'origin/main..origin/pm/home');
        onMain(approved);
      },
      () => {
        host.git('merge', '--quiet', '--no-ff', '--no-edit', 'origin/pm/home');
        onMain(approved);
      },
    ]) {
      const [mine, theirs] = [clone.git('rev-parse', 'HEAD'), host.git('rev-parse', 'HEAD')];
      approve();
      const sentence = await comesIn(approved);
      assert.match(sentence, /The latest of origin\/main is in your change now/);
      assert.equal(clone.git('diff', '--name-only', 'origin/main', 'HEAD'), '');
      clone.git('reset', '--quiet', '--hard', mine);
      host.git('reset', '--quiet', '--hard', theirs);
      host.git('push', '--quiet', '--force', 'origin', 'main');
      clone.git('fetch', '--quiet');
    }
  });

  it('says that the approved plan stands', async () => {
    squash(approved);
    assert.match(await comesIn(approved), /PLANNING\.md” is as it was merged there/);
  });

  it("comes in also where the host deleted the PM's branch", async () => {
    squash(approved);
    forgotten();
    await comesIn(approved);
  });

  it('comes in as it was reworded on the host, where the PM has not edited it since sending it', async () => {
    const reworded = plan({ status: 'Approved', problem: 'Hardly anybody finds it.' });
    squash(reworded);
    await comesIn(reworded);
  });

  it('comes in so where the branch was reworded there and is gone, as far as it is known to have been sent', async () => {
    const sent = clone.git('rev-parse', 'HEAD');
    const reworded = plan({ status: 'Approved', problem: 'Hardly anybody finds it.' });
    host.git('checkout', '--quiet', '-b', 'theirs', 'origin/pm/home');
    onMain(plan({ problem: 'Hardly anybody finds it.' }), 'Reword');
    host.git('push', '--quiet', 'origin', 'theirs:pm/home');
    host.git('checkout', '--quiet', 'main');
    squash(reworded);
    forgotten();
    const before = stateOf(clone);
    assert.deepEqual(done(await latest()).conflicts, [path], 'without knowing that, the PM is asked');
    clone.git('merge', '--abort');
    assert.deepEqual({ ...(stateOf(clone) as object), refs: [] }, { ...(before as object), refs: [] });
    await comesIn(reworded, { sent });
  });

  it('keeps what the PM wrote after sending it, on top of what was approved', async () => {
    clone.write(path, plan({ scope: 'the page and its title' }));
    clone.commit('Widen the scope');
    squash(approved);
    await comesIn(plan({ status: 'Approved', scope: 'the page and its title' }));
  });

  it('keeps so what the PM wrote also where the host reworded other lines', async () => {
    clone.write(path, plan({ scope: 'the page and its title' }));
    clone.commit('Widen the scope');
    squash(plan({ status: 'Approved', problem: 'Hardly anybody finds it.' }));
    await comesIn(plan({ status: 'Approved', problem: 'Hardly anybody finds it.', scope: 'the page and its title' }));
  });

  it('asks where both changed the same lines, and shows those alone', async () => {
    clone.write(path, plan({ scope: 'the page and its title' }));
    clone.commit('Widen the scope');
    squash();
    onMain(plan({ status: 'Approved', scope: 'half of the page' }));
    assert.deepEqual(done(await latest()).conflicts, [path]);
    assert.equal(text().match(/^<{7} /gm)?.length, 1);
    assert.match(text(), /^\*\*Status:\*\* Approved$/m, 'the rest is settled');
    assert.match(
      text(),
      /^<{7} .*\n- \*\*In:\*\* the page and its title\n={7}\n- \*\*In:\*\* half of the page\n>{7} .*$/m,
    );
    assert.equal(clone.git('show', `:1:${path}`), plan().trimEnd(), 'the merge editor knows what both come from');
    assert.equal(existsSync(join(clone.root, '.git', 'MERGE_HEAD')), true);
    clone.write(path, approved);
    done(await within(clone, finishLatest));
    assert.equal(clone.git('status', '--porcelain'), '');
  });

  it('asks where somebody else planned something else at the same place', async () => {
    for (const other of [
      plan({ title: 'Another home' }),
      'Notes.\n',
      'x'.repeat(70_000),
      Buffer.from([0xff, 0xfe, 0, 1]),
    ]) {
      const theirs = host.git('rev-parse', 'HEAD');
      host.write(path, other);
      host.commit('Plan another home');
      assert.deepEqual(done(await latest()).conflicts, [path]);
      clone.git('merge', '--abort');
      host.git('reset', '--quiet', '--hard', theirs);
      host.git('push', '--quiet', '--force', 'origin', 'main');
      clone.git('fetch', '--quiet');
    }
  });

  it("keeps the PM's version where main has an older one", async () => {
    const widened = plan({ scope: 'the page and its title' });
    squash();
    clone.write(path, widened);
    clone.commit('Widen the scope');
    await comesIn(widened);
  });

  it('asks as before where what both come from is no text, or cannot be read', async () => {
    const image = (last: number): Buffer => Buffer.from([0, 1, 2, last]);
    clone.write('logo.png', image(3));
    symlinkSync('logo.png', join(clone.root, 'both.txt'));
    clone.commit('Draw a logo');
    clone.remove('both.txt');
    clone.write('both.txt', 'one\ntwo\nthree\n');
    clone.commit('Say more');
    send();
    squash();
    const origin = clone.git('rev-parse', 'HEAD:both.txt');
    for (const [where, last, words] of [
      [clone, 4, 'ONE\ntwo\nthree\n'],
      [host, 5, 'one\ntwo\nTHREE\n'],
    ] as const) {
      where.write('logo.png', image(last));
      where.write('both.txt', words);
      where.commit('Draw it anew');
    }
    host.git('push', '--quiet', 'origin', 'main');
    clone.git('fetch', '--quiet');
    const offline = { fetch: undefined as never };
    assert.deepEqual(done(await latest(offline)).conflicts, ['logo.png']);
    clone.git('merge', '--abort');
    clone.remove(`.git/objects/${origin.slice(0, 2)}/${origin.slice(2)}`);
    assert.deepEqual([...done(await latest(offline)).conflicts].sort(), ['both.txt', 'logo.png']);
  });

  it('asks where both added a file of one name that the PM has sent nothing of', async () => {
    clone.write('notes.txt', 'authored\n');
    clone.commit('Note something');
    host.write('notes.txt', 'theirs\n');
    host.commit('Note something else');
    assert.deepEqual(done(await latest()).conflicts, ['notes.txt']);
  });

  it('asks where a plan was there before and both went on with it', async () => {
    squash();
    await comesIn(plan());
    clone.write(path, plan({ scope: 'the page and its title' }));
    clone.commit('Widen the scope');
    send();
    onMain(plan({ scope: 'half of the page' }), 'Narrow the scope');
    assert.deepEqual(done(await latest()).conflicts, [path]);
  });

  it('asks where what was merged is another text in more than half of its lines', async () => {
    squash(`# PLANNING: A new home\n\n${Array.from({ length: 40 }, (_, line) => `Line ${line}\n`).join('')}`);
    assert.deepEqual(done(await latest()).conflicts, [path]);
  });

  it("comes in where an earlier version of the PM's cannot be read", async () => {
    const first = clone.git('rev-parse', `HEAD~1:${path}`);
    squash(approved);
    clone.remove(`.git/objects/${first.slice(0, 2)}/${first.slice(2)}`);
    await comesIn(approved);
  });

  it('shows the plan in no later pull request of the same branch', async () => {
    squash(approved);
    clone.write('src/home/a.txt', 'authored\n');
    clone.commit('Do the work');
    clone.write('src/home/a.txt', 'authored, better\n');
    clone.commit('Do more');
    await comesIn(approved);
    assert.equal(clone.git('diff', '--name-only', 'origin/main...HEAD'), 'src/home/a.txt');
    // The next one is squashed as well, and so is the one after that.
    for (const word of ['authored, better', 'authored, again']) {
      send();
      host.git('merge', '--quiet', '--squash', 'origin/pm/home');
      host.commit('Do the work (#8)');
      host.write('src/home/a.txt', `${word}, and mended\n`);
      host.commit('Mend it');
      clone.write('src/home/b.txt', `${word}\n`);
      clone.commit('Go on');
      await comesIn(approved);
      assert.equal(readFileSync(join(clone.root, 'src/home/a.txt'), 'utf8'), `${word}, and mended\n`);
      assert.equal(clone.git('diff', '--name-only', 'origin/main...HEAD'), 'src/home/b.txt');
      clone.write('src/home/a.txt', 'authored, again\n');
      clone.commit('Change it again');
    }
  });
});
