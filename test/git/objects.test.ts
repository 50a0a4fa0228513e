import assert from 'node:assert/strict';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openGit } from '../../src/git/git.js';
import { GitError } from '../../src/git/git-error.js';
import { openCatFile } from '../../src/git/process/cat-file.js';
import { openObjects } from '../../src/git/objects.js';
import type { Objects, ObjectLookup } from '../../src/git/objects.js';
import { temporaryRepository } from '../support/temporary-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const text = (object: ObjectLookup | undefined): string | undefined =>
  typeof object === 'object' ? (object.content?.toString() ?? `${object.bytes} bytes`) : object;

/** A git before 2.38: it knows no `--batch-command -z`. */
function oldGit(repo: TemporaryRepository): string {
  const program = join(repo.root, '..', 'old-git');
  writeFileSync(program, '#!/bin/sh\nfor each; do [ "$each" = --batch-command ] && exit 129; done\nexec git "$@"\n');
  chmodSync(program, 0o755);
  return program;
}

for (const age of ['new', 'old'] as const) {
  describe(`openObjects with a git that is ${age}`, () => {
    let repo: TemporaryRepository;
    let objects: Objects;
    let commit: string;
    before(() => {
      repo = temporaryRepository();
      repo.write('CLAUDE.md', '# Zone\n');
      repo.write('a/b c/"d"\nmissing\n.md', 'odd');
      repo.write('a/large.bin', Buffer.alloc(300_000, 1));
      repo.write('empty', '');
      commit = repo.commit('first');
      objects = openObjects(
        openGit(repo.root, { environment: repo.environment, ...(age === 'old' && { program: oldGit(repo) }) }),
      );
    });
    after(() => {
      objects.close();
      repo.remove();
    });

    it('reads many names at once, and names that are not there', async () => {
      const names = ['CLAUDE.md', 'empty', 'nope', 'a/nope', 'CLAUDE.md/x', 'a/b c/"d"\nmissing\n.md', 'no\nsuch'].map(
        (path) => `${commit}:${path}`,
      );
      const found = await objects.read([
        ...names,
        ...names,
        commit,
        'HEAD:empty',
        'nonsense',
        '',
        'a\0b',
        `${'0'.repeat(40)}:x`,
      ]);
      assert.deepEqual(
        names.map((name) => text(found.get(name))),
        ['# Zone\n', '', 'missing', 'missing', 'missing', 'odd', 'missing'],
      );
      assert.match(text(found.get(commit)) ?? '', /^tree /);
      assert.deepEqual(
        ['HEAD:empty', 'nonsense', '', 'a\0b', `${'0'.repeat(40)}:x`].map((name) => text(found.get(name))),
        ['', 'missing', 'missing', 'missing', 'missing'],
      );
    });

    it('leaves out contents over a bound, each and together', async () => {
      const large = `${commit}:a/large.bin`;
      assert.equal(text((await objects.read([large], { maxBytes: 1000 })).get(large)), '300000 bytes');
      assert.equal((text((await objects.read([large])).get(large)) ?? '').length, 300_000);
      const both = await objects.read([`${commit}:CLAUDE.md`, large], { budget: 100_000 });
      assert.deepEqual([...both.values()].map(text), ['# Zone\n', '300000 bytes']);
    });

    it('reads thousands of names', async () => {
      const names = Array.from({ length: 3000 }, (_, index) => `${commit}:${index % 2 ? 'CLAUDE.md' : 'a/large.bin'}`);
      assert.equal((await objects.read([...names, ...names.map((_, index) => `refs/heads/x${index}`)])).size, 3002);
    });
  });
}

describe('openObjects in a repository that lacks objects', () => {
  it('tells what was not fetched from what does not exist', async () => {
    const origin = temporaryRepository();
    origin.write('CODEOWNERS', '* @a\n');
    origin.write('sub/deep/file', 'x');
    origin.commit('first');
    origin.write('CODEOWNERS', '* @b\n');
    const second = origin.commit('second');
    const objects = openObjects(openGit(origin.root, { environment: origin.environment }));
    for (const name of ['HEAD:CODEOWNERS', 'HEAD:sub/deep']) {
      const oid = origin.git('rev-parse', name);
      rmSync(join(origin.root, '.git', 'objects', oid.slice(0, 2), oid.slice(2)));
    }
    const found = await objects.read(
      ['CODEOWNERS', 'sub/deep/file', 'sub/deep', 'sub/nope', 'nope'].map((path) => `${second}:${path}`),
    );
    assert.deepEqual([...found.values()].map(text), [
      'not-fetched',
      'not-fetched',
      'not-fetched',
      'missing',
      'missing',
    ]);
    const tree = origin.git('rev-parse', 'HEAD^{tree}');
    rmSync(join(origin.root, '.git', 'objects', tree.slice(0, 2), tree.slice(2)));
    assert.equal(text((await objects.read([`${second}:nope`])).get(`${second}:nope`)), 'not-fetched');
    objects.close();
    origin.remove();
  });
});

describe('openCatFile', () => {
  const isTrouble =
    (kind: string) =>
    (error: unknown): boolean =>
      error instanceof GitError && error.kind === kind;

  it('says what git says where there is no repository, and that it was closed', async () => {
    const repo = temporaryRepository();
    const nowhere = openCatFile(openGit('/', { environment: repo.environment }));
    await assert.rejects(nowhere.info('HEAD'), isTrouble('not-a-repository'));
    await assert.rejects(nowhere.info('HEAD'), isTrouble('not-a-repository'));
    const none = openCatFile(openGit(repo.root, { program: join(repo.root, 'no-git') }));
    await assert.rejects(none.info('HEAD'), isTrouble('git-missing'));
    const closed = openCatFile(openGit(repo.root, { environment: repo.environment }));
    const asked = closed.info('HEAD');
    closed.close();
    await assert.rejects(asked, isTrouble('failed'));
    await assert.rejects(closed.info('HEAD'), isTrouble('failed'));
    repo.remove();
  });

  it('gives up on a git that does not answer', async () => {
    const repo = temporaryRepository();
    const program = join(repo.root, 'slow');
    repo.write('slow', '#!/bin/sh\nexec sleep 5\n', true);
    const slow = openCatFile(openGit(repo.root, { program }), 100);
    await assert.rejects(slow.info('HEAD'), isTrouble('timeout'));
    repo.remove();
  });

  it('reads an answer that comes in pieces', async () => {
    const repo = temporaryRepository();
    const [program, oid] = [join(repo.root, 'pieces'), '1'.repeat(40)];
    const pieces = ['a\\n', 'b missing\\n', `${oid} bl`, 'ob 4\\nte', 'xt\\n'].map(
      (piece) => `printf '${piece}'; sleep 0.05`,
    );
    repo.write('pieces', `#!/bin/sh\n${pieces.join('\n')}\nsleep 2\n`, true);
    const file = openCatFile(openGit(repo.root, { program }));
    assert.deepEqual(await Promise.all([file.info('a\nb'), file.contents('c')]), [
      undefined,
      { oid, type: 'blob', bytes: 4, content: Buffer.from('text') },
    ]);
    file.close();
    repo.remove();
  });

  it('takes contents that are gone for not fetched', async () => {
    const repo = temporaryRepository();
    const oid = '1'.repeat(40);
    repo.write(
      'flaky',
      `#!/bin/sh\nfor each; do case $each in --batch-command) exit 129;; --batch) answer='${oid} missing';; --batch-check) answer='${oid} blob 4';; esac; done\nwhile read name; do echo "$answer"; done\n`,
      true,
    );
    const objects = openObjects(openGit(repo.root, { program: join(repo.root, 'flaky') }));
    assert.equal((await objects.read([oid])).get(oid), 'not-fetched');
    objects.close();
    repo.remove();
  });
});
