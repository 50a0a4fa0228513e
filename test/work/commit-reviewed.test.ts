import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { commitReviewed, readReviewedFiles, type CommitResult } from '../../src/work/commit-reviewed.js';
import type { OperationOutcome } from '../../src/work/operation-outcome.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';
import { done, refused, slowest, stateOf, within } from './setup.js';

describe('what is committed is what was reviewed,', function () {
  this.timeout(slowest);
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = temporaryRepository();
    repository.write('a.txt', 'one\n');
    repository.commit('begin');
    repository.git('checkout', '-q', '-b', 'pm/home');
  });
  afterEach(() => repository.remove());
  const at = (path: string): string => join(repository.root, path);
  const commit = (path: string, between?: () => void): Promise<OperationOutcome<CommitResult>> =>
    within(repository, async (work) => {
      const read = done(await readReviewedFiles(work, [path]));
      between?.();
      return commitReviewed(work, { ...read, message: 'Reviewed' });
    });
  const toLink = (): void => {
    rmSync(at('a.txt'));
    symlinkSync('two\n', at('a.txt'));
  };
  const toFolder = (): void => {
    rmSync(at('a.txt'));
    mkdirSync(at('a.txt'));
  };
  const entry = (path: string): string => repository.git('ls-tree', 'HEAD', '--', path).split(' ')[0] ?? '';

  for (const [what, change] of [
    ['becomes a link', toLink],
    ['becomes a program', () => chmodSync(at('a.txt'), 0o755)],
    ['becomes a folder', toFolder],
    ['is written anew', () => repository.write('a.txt', 'three\n')],
    ['is removed', () => rmSync(at('a.txt'))],
  ] as const) {
    it(`nothing where a file ${what} after the review`, async () => {
      repository.write('a.txt', 'two\n');
      const head = repository.git('rev-parse', 'HEAD');
      const { reason, paths, sentence } = refused(await commit('a.txt', change));
      assert.deepEqual([reason, paths], ['changed-meanwhile', ['a.txt']]);
      assert.match(sentence, /changed after the review/);
      assert.equal(repository.git('rev-parse', 'HEAD'), head);
    });
  }

  it('nothing where what was gone is a repository by then, and one that was there', async () => {
    const begin = (path: string): void => {
      repository.git('init', '-q', path);
      const who = ['-c', 'user.name=A', '-c', 'user.email=a@x.example'];
      repository.git('-C', path, ...who, 'commit', '-q', '--allow-empty', '-m', 'x');
    };
    rmSync(at('a.txt'));
    assert.equal(
      refused(
        await commit('a.txt', () => {
          begin('a.txt');
        }),
      ).reason,
      'changed-meanwhile',
    );
    begin('inner');
    done(await commit('inner'));
    assert.equal(entry('inner'), '160000');
  });

  it('nothing where git would convert it to another text', async () => {
    repository.write('.git/info/attributes', '*.txt text working-tree-encoding=UTF-7\n');
    repository.write('a.txt', '+AGEAYg-\n');
    const before = stateOf(repository);
    const { reason, paths, sentence } = refused(await commit('a.txt'));
    assert.deepEqual([reason, paths], ['changed-meanwhile', ['a.txt']]);
    assert.match(sentence, /git would commit another text of “a\.txt” than was reviewed.*Ask your engineering DRI/);
    assert.deepEqual(stateOf(repository), before);
  });

  it('also where git converts line endings and its own sign, or a program of the PM’s settings does', async () => {
    repository.write('.git/info/attributes', 'a.txt text ident\nb.txt filter=upper\nc.txt filter=nobody\n');
    repository.git('config', 'core.autocrlf', 'true');
    repository.git('config', 'filter.upper.clean', 'tr a-z A-Z');
    repository.write('a.txt', 'two $Id: 12ab $\r\n');
    done(await commit('a.txt'));
    assert.equal(repository.git('show', 'HEAD:a.txt'), 'two $Id$');
    repository.write('b.txt', 'loud\n');
    done(await commit('b.txt'));
    assert.equal(repository.git('show', 'HEAD:b.txt'), 'LOUD');
    repository.write('c.txt', 'as it is\r\n');
    done(await commit('c.txt'));
  });

  it('where git does not look at modes, with those that it has', async () => {
    repository.git('config', 'core.fileMode', 'false');
    repository.write('new.sh', 'echo\n', true);
    done(await commit('new.sh'));
    assert.equal(entry('new.sh'), '100644');
    repository.git('update-index', '--chmod=+x', 'a.txt');
    repository.commit('Run it');
    repository.write('a.txt', 'two\n');
    done(await commit('a.txt'));
    assert.equal(entry('a.txt'), '100755');
  });

  it('nothing where a file changes under git’s hands, so that only its tree tells', async () => {
    repository.write('a.txt', 'two\n');
    const during = async (change: () => void, back: () => void): Promise<OperationOutcome<CommitResult>> =>
      within(repository, async (work) => {
        const read = done(await readReviewedFiles(work, ['a.txt']));
        const run: typeof work.run = async (args, options) => {
          if (args[0] === 'update-index' && args.includes('--replace')) change();
          const answer = await work.run(args, options);
          if (args[0] === 'update-index' && args.includes('--replace')) back();
          return answer;
        };
        return commitReviewed({ ...work, run }, { ...read, message: 'Reviewed' });
      });
    const restore = (): void => {
      rmSync(at('a.txt'), { force: true });
      repository.write('a.txt', 'two\n');
    };
    for (const change of [
      () => repository.write('a.txt', 'three\n'),
      () => rmSync(at('a.txt')),
      toLink,
      () => chmodSync(at('a.txt'), 0o755),
    ])
      assert.equal(refused(await during(change, restore)).reason, 'changed-meanwhile');
  });

  it('nothing where HEAD is on another branch, or no branch, or at another commit by then', async () => {
    repository.write('a.txt', 'two\n');
    const main = repository.git('rev-parse', 'main');
    const toMain = refused(await commit('a.txt', () => repository.git('checkout', '-q', 'main')));
    assert.match(toMain.sentence, /the review was on “pm\/home”, and you are on “main” now/);
    assert.equal(repository.git('rev-parse', 'main'), main);
    repository.git('checkout', '-q', 'pm/home');
    const ahead = refused(await commit('a.txt', () => repository.git('commit', '-q', '--allow-empty', '-m', 'more')));
    assert.match(ahead.sentence, /something else was committed on “pm\/home”/);
    const off = refused(await commit('a.txt', () => repository.git('checkout', '-q', '--detach')));
    assert.equal(off.reason, 'no-branch');
    repository.git('checkout', '-q', 'pm/home');
    done(await commit('a.txt'));
  });
});
