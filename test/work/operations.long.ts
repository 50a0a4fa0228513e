import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bringBack, listBackupPaths } from '../../src/work/bring-back.js';
import { commitReviewed, readReviewedFiles } from '../../src/work/commit-reviewed.js';
import { listChanges } from '../../src/work/list-changes.js';
import { putFilesBack } from '../../src/work/put-files-back.js';
import { startChange } from '../../src/work/start-change.js';
import { startOver } from '../../src/work/start-over.js';
import { switchChange } from '../../src/work/switch-change.js';
import { readLastStep } from '../../src/work/last-step.js';
import { undoLastStep } from '../../src/work/undo-last-step.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { backupsOf, done, filesOf, refused, stateOf, within } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('operations', function () {
  const { repository, origin, text, base, run } = usePilotClone(this);
  const newest = (): Promise<string> => run(async (work) => (await backupsOf(work))[0]?.ref ?? '');

  describe('starting a change', () => {
    it('makes a branch at HEAD and keeps what is not committed', async () => {
      repository.write('src/home/a.txt', 'unfinished\n');
      repository.git('add', '--all');
      repository.write('b.txt', 'untracked\n');
      const before = repository.git('status', '--porcelain');
      const { branch } = done(await run((work) => startChange(work, { title: 'Über uns! ' })));
      assert.equal(branch, 'pm/uber-uns');
      assert.equal(repository.git('symbolic-ref', 'HEAD'), 'refs/heads/pm/uber-uns');
      assert.equal(repository.git('status', '--porcelain'), before);
      assert.equal(refused(await run((work) => startChange(work, { title: 'uber uns' }))).reason, 'exists');
    });

    it('begins at the base, and does nothing where that would mix with unfinished work', async () => {
      repository.write('fresh.txt', 'fresh\n');
      const { branch } = done(await run((work) => startChange(work, { title: 'One', base: base() })));
      assert.equal(repository.git('rev-parse', branch), base().commit);
      assert.equal(text('src/home/a.txt'), 'one\n');
      assert.equal(text('fresh.txt'), 'fresh\n');
      repository.git('checkout', '--quiet', 'pm/home');
      repository.write('src/home/a.txt', 'unfinished\n');
      repository.write('src/home/new.txt', 'unfinished\n');
      const before = stateOf(repository);
      const refusal = refused(await run((work) => startChange(work, { title: 'Two', base: base() })));
      assert.equal(refusal.reason, 'conflict');
      assert.deepEqual(stateOf(repository), before);
    });

    it('works before the first commit and on no branch', async () => {
      repository.git('checkout', '--quiet', '--orphan', 'empty');
      repository.git('rm', '-r', '--quiet', '--cached', '.');
      const files = filesOf(repository.root);
      done(await run((work) => startChange(work, { title: 'First' })));
      assert.equal(repository.git('symbolic-ref', 'HEAD'), 'refs/heads/pm/first');
      assert.deepEqual(filesOf(repository.root), files);
      assert.equal(refused(await run((work) => undoLastStep(work))).reason, 'no-branch');
    });
  });

  describe('switching', () => {
    it('refuses what it cannot do, in a sentence', async () => {
      for (const to of ['nowhere', '--help', 'pm/../x', 'HEAD^{tree}'])
        assert.equal(refused(await run((work) => switchChange(work, { to }))).reason, 'no-such-change');
      assert.equal(refused(await run((work) => switchChange(work, { to: 'pm/home' }))).reason, 'nothing-to-do');
      repository.git('worktree', 'add', '--quiet', join(repository.root, '..', 'second'), 'main');
      assert.match(refused(await run((work) => switchChange(work, { to: 'main' }))).sentence, /another folder/);
    });

    it('works in a linked worktree by itself', async () => {
      const second = join(repository.root, '..', 'second');
      repository.git('worktree', 'add', '--quiet', second, 'main');
      writeFileSync(join(second, 'README.md'), 'edited there\n');
      const before = stateOf(repository);
      const linked = Object.assign(Object.create(repository) as TemporaryRepository, { root: second });
      repository.git('branch', 'pm/two', 'main');
      done(await within(linked, (work) => switchChange(work, { to: 'pm/two' })));
      assert.equal(readFileSync(join(second, 'README.md'), 'utf8'), '# Hello\n');
      done(await within(linked, (work) => switchChange(work, { to: 'main' })));
      assert.equal(readFileSync(join(second, 'README.md'), 'utf8'), 'edited there\n');
      repository.git('branch', '--quiet', '-D', 'pm/two');
      assert.deepEqual(stateOf(repository), before);
    });

    it('goes to the branch of everybody, as the base has it, and back', async () => {
      repository.git('branch', '--quiet', '-D', 'main');
      repository.write('src/home/a.txt', 'unfinished\n');
      repository.write('x.txt', 'x\n');
      const before = stateOf(repository);
      const list = () => run((work) => listChanges(work, { base: base() }));
      assert.deepEqual(done(await list()).trunk, {
        branch: 'main',
        current: false,
        hasOwnCommits: false,
        parked: false,
      });
      const there = done(await run((work) => switchChange(work, { to: 'main', base: base() })));
      assert.match(there.sentence, /^You see “main” as everybody has it now, without changes .*parked with “pm\/home”/);
      assert.equal(repository.git('symbolic-ref', 'HEAD'), 'refs/heads/main');
      assert.equal(repository.git('rev-parse', 'HEAD'), base().commit);
      assert.equal(repository.git('status', '--porcelain'), '');
      assert.equal(done(await list()).trunk?.current, true);
      done(await run((work) => switchChange(work, { to: 'pm/home', base: base() })));
      repository.git('branch', '--quiet', '-D', 'main');
      assert.deepEqual(stateOf(repository), before);
    });

    it('takes the branch of everybody forward, and leaves it where it has steps or work of its own', async () => {
      const old = repository.git('rev-parse', 'main');
      origin.write('README.md', '# Newer\n');
      origin.commit('Newer');
      repository.git('fetch', '--quiet');
      const go = (to: string) => run((work) => switchChange(work, { to, base: base() }));
      done(await go('main'));
      assert.equal(text('README.md'), '# Newer\n');
      assert.equal(repository.git('rev-parse', 'main'), base().commit);
      repository.write('y.txt', 'y\n');
      done(await go('pm/home'));
      const list = (at = base()) => run((work) => listChanges(work, { base: at }));
      assert.deepEqual(done(await list()).trunk, {
        branch: 'main',
        current: false,
        hasOwnCommits: false,
        parked: true,
      });
      const back = done(await go('main'));
      assert.match(back.sentence, /^You are at “main” now\. Your unfinished work of then is back/);
      repository.git('reset', '--quiet', '--hard', old);
      const own = repository.commit('Own');
      done(await go('pm/home'));
      assert.equal(done(await list()).trunk?.hasOwnCommits, true);
      assert.match(done(await go('main')).sentence, /^You are at “main” now\./);
      assert.equal(repository.git('rev-parse', 'main'), own);
      assert.equal(done(await list({ ref: own, commit: own })).trunk, undefined);
      assert.equal(done(await list({ ref: 'origin/HEAD', commit: own })).trunk, undefined);
    });

    it('keeps work of no branch, and a commit that no branch has, as a backup', async () => {
      repository.git('checkout', '--quiet', '--detach');
      const lost = repository.commit('On no branch');
      done(await run((work) => switchChange(work, { to: 'main' })));
      const [backup] = await run(backupsOf);
      assert.equal(backup?.snapshot?.head, lost);
      assert.equal(backup.branch, undefined);
      repository.git('checkout', '--quiet', '--detach');
      repository.write('x.txt', 'x\n');
      assert.match(done(await run((work) => switchChange(work, { to: 'pm/home' }))).sentence, /kept as a backup/);
      assert.equal((await run(backupsOf)).length, 2);
    });

    it('brings parked work to a change that went on elsewhere, else keeps it as a backup', async () => {
      repository.write('src/home/a.txt', 'parked\n');
      repository.git('add', 'src/home/a.txt');
      repository.write('src/home/b.txt', 'parked b\n');
      done(await run((work) => switchChange(work, { to: 'main' })));
      repository.git('update-ref', 'refs/heads/pm/home', committed(repository, 'pm/home', 'README.md', 'else\n'));
      assert.equal(done(await run((work) => switchChange(work, { to: 'pm/home' }))).waiting, 'brought-back');
      assert.equal(repository.git('status', '--porcelain'), 'M  src/home/a.txt\n M src/home/b.txt');
      done(await run((work) => switchChange(work, { to: 'main' })));
      repository.git('update-ref', 'refs/heads/pm/home', committed(repository, 'pm/home', 'src/home/a.txt', 'else\n'));
      assert.equal(done(await run((work) => switchChange(work, { to: 'pm/home' }))).waiting, 'waits');
      assert.equal(text('src/home/a.txt'), 'else\n');
      done(await run(async (work) => bringBack(work, { ref: await newest() })));
      assert.equal(text('src/home/a.txt'), 'parked\n');
      assert.equal(text('src/home/b.txt'), 'parked b\n');
    });

    it('keeps what was parked before, when the PM came back by another way and worked on', async () => {
      repository.write('src/home/a.txt', 'first\n');
      done(await run((work) => switchChange(work, { to: 'main' })));
      repository.git('checkout', '--quiet', 'pm/home');
      repository.write('src/home/a.txt', 'second\n');
      done(await run((work) => switchChange(work, { to: 'main' })));
      done(await run((work) => switchChange(work, { to: 'pm/home' })));
      assert.equal(text('src/home/a.txt'), 'second\n');
      done(await run(async (work) => bringBack(work, { ref: await newest() })));
      assert.equal(text('src/home/a.txt'), 'first\n');
    });

    it('keeps line ends that git would not write again', async () => {
      repository.git('config', 'core.autocrlf', 'true');
      repository.git('rm', '--cached', '-r', '--quiet', '.');
      repository.git('reset', '--quiet', '--hard');
      assert.equal(text('src/home/a.txt'), 'authored\r\n');
      repository.write('src/home/a.txt', 'authored\n');
      repository.write('src/home/new.txt', 'edited\nby\r\nhand\n');
      repository.git('update-index', '-q', '--refresh', '--', '.');
      done(await run((work) => switchChange(work, { to: 'main' })));
      assert.equal(text('src/home/a.txt'), 'one\r\n');
      done(await run((work) => switchChange(work, { to: 'pm/home' })));
      assert.equal(text('src/home/a.txt'), 'authored\n');
      assert.equal(text('src/home/new.txt'), 'edited\nby\r\nhand\n');
    });

    it('goes between files and folders, links and odd names', async () => {
      repository.write('"quoted"\n\\name', 'odd\n');
      repository.write('-flag', 'odd too\n');
      repository.remove('src/home');
      symlinkSync('../README.md', join(repository.root, 'src/home'));
      repository.remove('README.md');
      repository.write('README.md/inside.txt', 'a folder now\n');
      const before = stateOf(repository);
      done(await run((work) => switchChange(work, { to: 'main' })));
      assert.equal(text('src/home/b.txt'), 'two\n');
      done(await run((work) => switchChange(work, { to: 'pm/home' })));
      assert.deepEqual(stateOf(repository), before);
    });

    it('refuses where an ignored folder, hidden edits, a pipe or a submodule would suffer', async () => {
      repository.git('branch', 'pm/log', committed(repository, 'main', 'full.log', 'a file\n'));
      repository.write('full.log/kept.log', 'ignored\n');
      const before = stateOf(repository);
      assert.equal(refused(await run((work) => switchChange(work, { to: 'pm/log' }))).reason, 'in-the-way');
      assert.deepEqual(stateOf(repository), before);
      repository.git('update-index', '--assume-unchanged', 'src/home/b.txt');
      done(await run((work) => switchChange(work, { to: 'main' })));
      repository.git('update-index', '--assume-unchanged', 'src/home/b.txt');
      repository.write('src/home/b.txt', 'hidden\n');
      assert.match(refused(await run((work) => switchChange(work, { to: 'pm/home' }))).sentence, /not to look/);
    });

    it('leaves submodules and other repositories alone', async () => {
      const oid = repository.git('rev-parse', 'HEAD');
      repository.git('update-index', '--add', '--cacheinfo', `160000,${oid},vendor/module`);
      repository.git('commit', '--quiet', '-m', 'Add a module');
      repository.write('nested/.git/HEAD', 'ref: refs/heads/main\n');
      repository.write('nested/.git/objects/x', '');
      repository.write('nested/.git/refs/x', '');
      repository.write('nested/file.txt', 'nested\n');
      done(await run((work) => switchChange(work, { to: 'main' })));
      assert.equal(text('nested/file.txt'), 'nested\n');
      done(await run((work) => switchChange(work, { to: 'pm/home' })));
      assert.ok(existsSync(join(repository.root, 'vendor/module')));
      repository.git('branch', 'pm/file', committed(repository, 'main', 'vendor/module', 'a file\n'));
      assert.match(refused(await run((work) => switchChange(work, { to: 'pm/file' }))).sentence, /another repository/);
    });

    it('says so while git is busy, or in the middle of something', async () => {
      repository.write('.git/index.lock', '');
      assert.equal(refused(await run((work) => switchChange(work, { to: 'main' }))).reason, 'busy');
      repository.remove('.git/index.lock');
      for (const name of ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'rebase-merge', 'rebase-apply']) {
        repository.write(`.git/${name}`, '');
        assert.equal(refused(await run((work) => switchChange(work, { to: 'main' }))).reason, 'under-way');
        repository.remove(`.git/${name}`);
      }
      assert.equal(done(await run((work) => switchChange(work, { to: 'main' }))).branch, 'main');
    });
  });

  describe('undoing the last step', () => {
    it('takes a commit back that nobody has, and keeps what it changed in the files', async () => {
      repository.write('src/home/b.txt', 'unfinished\n');
      const [files, head] = [filesOf(repository.root), repository.git('rev-parse', 'HEAD')];
      const { kind, subject } = done(await run((work) => undoLastStep(work, { base: base() })));
      assert.deepEqual([kind, subject], ['taken-back', 'Write the home']);
      assert.deepEqual(filesOf(repository.root), files);
      assert.equal(repository.git('rev-parse', 'HEAD'), base().commit);
      assert.equal(refused(await run((work) => undoLastStep(work, { base: base() }))).reason, 'nothing-to-do');
      done(await run(async (work) => bringBack(work, { ref: await newest() })));
      assert.equal(repository.git('rev-parse', 'HEAD'), head);
      assert.deepEqual(filesOf(repository.root), files);
    });

    it('reverses a commit that is shared, and brings its files back', async () => {
      repository.git('push', '--quiet', 'origin', 'pm/home');
      const head = repository.git('rev-parse', 'HEAD');
      repository.write('other.txt', 'unfinished\n');
      const undone = done(await run((work) => undoLastStep(work)));
      assert.equal(undone.kind, 'reversed');
      assert.match(
        undone.sentence,
        /^The step “.*” is undone by a commit of its own, since others have it: share that too, and/,
      );
      assert.equal(repository.git('rev-parse', 'HEAD~1'), head);
      assert.equal(repository.git('diff', 'HEAD', 'origin/main'), '');
      assert.equal(text('src/home/a.txt'), 'one\n');
      assert.equal(text('other.txt'), 'unfinished\n');
      done(await run(async (work) => bringBack(work, { ref: await newest() })));
      assert.equal(text('src/home/a.txt'), 'authored\n');
      assert.equal(text('src/home/new.txt'), 'new\n');
    });

    it('takes commits that change no file with the one below them, shared or not', async () => {
      const head = repository.git('rev-parse', 'HEAD');
      for (const message of ['Confirm', 'Confirm again']) repository.commit(message);
      const empty = repository.git('rev-parse', 'HEAD');
      const { kind, subject } = done(await run((work) => undoLastStep(work, { base: base() })));
      assert.deepEqual([kind, subject], ['taken-back', 'Write the home']);
      assert.equal(repository.git('rev-parse', 'HEAD'), base().commit);
      repository.git('reset', '--quiet', '--hard', head);
      repository.git('push', '--quiet', 'origin', 'pm/home');
      repository.git('reset', '--quiet', '--hard', empty);
      assert.deepEqual(done(await run((work) => undoLastStep(work, { base: base() }))).kind, 'reversed');
      assert.equal(repository.git('rev-parse', 'HEAD~1'), empty);
      assert.equal(repository.git('diff', 'HEAD', 'origin/main'), '');
    });

    it('takes a commit without files back by itself where there is nothing below it, and of very many the newest', async () => {
      repository.git('reset', '--quiet', '--hard', 'origin/main');
      repository.commit('Confirm');
      assert.equal(done(await run((work) => undoLastStep(work, { base: base() }))).subject, 'Confirm');
      assert.equal(repository.git('rev-parse', 'HEAD'), base().commit);
      for (let made = 0; made < 52; made += 1) repository.commit(`Confirm ${made}`);
      assert.equal(done(await run((work) => undoLastStep(work, { base: base() }))).subject, 'Confirm 1');
      repository.git('checkout', '--quiet', '--orphan', 'pm/rootless');
      repository.commit('Root');
      repository.commit('Confirm');
      assert.equal(refused(await run((work) => undoLastStep(work))).reason, 'nothing-to-do');
    });

    it('says before it is asked what it would undo, and that others have what it does not', async () => {
      const before = () => run((work) => readLastStep(work, { base: base() }));
      repository.write('x.txt', 'x');
      repository.commit('Mine');
      const head = repository.git('rev-parse', 'HEAD');
      const { subject, kind } = done(await before());
      assert.deepEqual([subject, kind], ['Mine', 'taken-back']);
      const tree = repository.git('rev-parse', 'HEAD^{tree}');
      const merged = repository.git('commit-tree', tree, '-p', head, '-p', base().commit, '-m', 'Bring in main');
      repository.git('reset', '-q', '--hard', merged);
      assert.equal(done(await before()).kind, 'merge-taken-back');
      repository.git('update-ref', 'refs/remotes/origin/shared', merged);
      for (const outcome of [await before(), await run((work) => undoLastStep(work, { base: base() }))])
        assert.equal(refused(outcome).reason, 'shared');
      assert.equal(repository.git('rev-parse', 'HEAD'), merged);
    });

    it('takes a merge back whole, unless others have it', async () => {
      const head = repository.git('rev-parse', 'HEAD');
      origin.write('guide.md', 'guide\n');
      origin.commit('Guide');
      repository.git('fetch', '--quiet');
      repository.git('merge', '--quiet', '--no-edit', 'origin/main');
      assert.equal(done(await run((work) => undoLastStep(work))).kind, 'merge-taken-back');
      assert.equal(repository.git('rev-parse', 'HEAD'), head);
      assert.equal(existsSync(join(repository.root, 'guide.md')), false);
      repository.git('merge', '--quiet', '--no-edit', 'origin/main');
      repository.git('push', '--quiet', 'origin', 'pm/home');
      assert.equal(refused(await run((work) => undoLastStep(work))).reason, 'shared');
    });
  });

  describe('putting files back', () => {
    it('puts back edits, removals and staged states, and removes what is new', async () => {
      repository.write('src/home/a.txt', 'edited\n');
      repository.remove('src/home/b.txt');
      repository.write('src/home/added.txt', 'staged\n');
      repository.git('add', 'src/home/added.txt');
      repository.write('src/home/announced.txt', 'announced\n');
      repository.git('add', '--intent-to-add', 'src/home/announced.txt');
      repository.write('keep.txt', 'stays\n');
      const before = filesOf(repository.root);
      const several = done(await run((work) => putFilesBack(work, { paths: ['src/home'] })));
      assert.equal(several.paths.length, 4);
      assert.match(several.sentence, /are as before\./);
      assert.equal(repository.git('status', '--porcelain'), '?? keep.txt');
      repository.write('keep.txt', 'newer\n');
      done(await run(async (work) => bringBack(work, { ref: await newest() })));
      assert.deepEqual(filesOf(repository.root), { ...before, 'keep.txt': '- newer\n' });
      assert.equal(
        refused(await run((work) => putFilesBack(work, { paths: ['run.sh', 'x'] }))).reason,
        'nothing-to-do',
      );
      assert.equal(refused(await run((work) => putFilesBack(work, { paths: ['run.sh'] }))).reason, 'nothing-to-do');
    });

    it('puts back to where the change began', async () => {
      done(await run((work) => putFilesBack(work, { paths: ['src/home/a.txt', 'src/home/new.txt'], base: base() })));
      assert.equal(text('src/home/a.txt'), 'one\n');
      assert.equal(repository.git('status', '--porcelain'), 'M  src/home/a.txt\nD  src/home/new.txt');
      const elsewhere = { ref: 'elsewhere', commit: unrelated(repository) };
      const { sentence } = done(await run((work) => putFilesBack(work, { paths: ['run.sh'], base: elsewhere })));
      assert.equal(sentence, '“run.sh” is taken out. “Bring Back…” has what was there.');
      assert.equal(existsSync(join(repository.root, 'run.sh')), false);
    });
  });

  describe('starting over', () => {
    it('puts the whole change back to the base, and everything can be brought back', async () => {
      repository.write('src/home/b.txt', 'staged\n');
      repository.git('add', 'src/home/b.txt');
      repository.write('src/home/b.txt', 'edited\n');
      repository.write('fresh.txt', 'untracked\n');
      const before = stateOf(repository);
      const { backup } = done(await run((work) => startOver(work, { base: base() })));
      assert.equal(repository.git('rev-parse', 'HEAD'), base().commit);
      assert.equal(repository.git('symbolic-ref', 'HEAD'), 'refs/heads/pm/home');
      assert.equal(repository.git('status', '--porcelain'), '');
      assert.equal(refused(await run((work) => startOver(work, { base: base() }))).reason, 'nothing-to-do');
      done(await run((work) => bringBack(work, { ref: backup })));
      assert.deepEqual(stateOf(repository), before);
      assert.equal(refused(await run((work) => bringBack(work, { ref: backup }))).reason, 'nothing-to-do');
    });

    it('rewrites nothing that others have', async () => {
      repository.git('push', '--quiet', 'origin', 'pm/home');
      const head = repository.git('rev-parse', 'HEAD');
      origin.write('guide.md', 'guide\n');
      origin.commit('Guide');
      repository.git('fetch', '--quiet');
      const { backup } = done(await run((work) => startOver(work, { base: base() })));
      assert.equal(repository.git('rev-parse', 'HEAD^1'), head);
      assert.equal(repository.git('diff', 'HEAD', 'origin/main'), '');
      done(await run((work) => bringBack(work, { ref: backup })));
      assert.equal(text('src/home/a.txt'), 'authored\n');
      repository.commit('Again');
      repository.git('push', '--quiet', 'origin', 'pm/home');
      done(await run((work) => startOver(work, { base: base() })));
      assert.equal(repository.git('log', '-1', '--format=%P').split(' ').length, 1);
    });

    it('does nothing to the branch that everybody works from', async () => {
      repository.git('checkout', '--quiet', 'main');
      repository.write('x.txt', 'x\n');
      assert.equal(refused(await run((work) => startOver(work, { base: base() }))).reason, 'no-branch');
    });

    it('goes forward where the change is behind', async () => {
      repository.git('checkout', '--quiet', '-b', 'pm/behind', 'main');
      origin.write('guide.md', 'guide\n');
      origin.commit('Guide');
      repository.git('fetch', '--quiet');
      done(await run((work) => startOver(work, { base: base() })));
      assert.equal(text('guide.md'), 'guide\n');
    });
  });

  describe('bringing back', () => {
    it('keeps what it overwrites, and files that came since', async () => {
      repository.write('fresh.txt', 'first\n');
      const { backup } = done(await run((work) => startOver(work, { base: base() })));
      repository.write('fresh.txt', 'second\n');
      repository.write('newer.txt', 'newer\n');
      const { backup: own } = done(await run((work) => bringBack(work, { ref: backup })));
      assert.equal(text('fresh.txt'), 'first\n');
      assert.equal(text('newer.txt'), 'newer\n');
      done(await run((work) => bringBack(work, { ref: own ?? '', paths: ['fresh.txt'] })));
      assert.equal(text('fresh.txt'), 'second\n');
    });

    it('brings one path of several, and refuses on another branch or for no backup', async () => {
      repository.write('src/home/b.txt', 'edited\n');
      repository.write('fresh/x.txt', 'x\n');
      const { backup } = done(await run((work) => startOver(work, { base: base() })));
      const { paths } = done(await run((work) => listBackupPaths(work, { ref: backup })));
      assert.ok(paths.includes('fresh/x.txt') && paths.includes('src/home/a.txt'), 'what was committed as well');
      assert.equal(refused(await run((work) => listBackupPaths(work, { ref: 'x' }))).reason, 'no-such-change');
      done(await run((work) => bringBack(work, { ref: backup, paths: ['fresh'] })));
      assert.equal(repository.git('status', '--porcelain'), '?? fresh/');
      assert.equal(refused(await run((work) => bringBack(work, { ref: 'refs/heads/main' }))).reason, 'no-such-change');
      done(await run((work) => switchChange(work, { to: 'main' })));
      assert.equal(refused(await run((work) => bringBack(work, { ref: backup }))).reason, 'in-the-way');
      repository.git('branch', '--quiet', '-D', 'pm/home');
      done(await run((work) => bringBack(work, { ref: backup })));
      assert.equal(text('src/home/a.txt'), 'authored\n');
    });

    it('moves a branch that was pushed only forward', async () => {
      const { backup } = done(await run((work) => startOver(work, { base: base() })));
      repository.write('else.txt', 'else\n');
      const head = repository.commit('Another way');
      repository.git('push', '--quiet', 'origin', 'pm/home');
      done(await run((work) => bringBack(work, { ref: backup })));
      assert.equal(repository.git('rev-parse', 'HEAD'), head);
      assert.equal(text('src/home/a.txt'), 'authored\n');
    });

    it('goes to another line of commits where nobody has the branch', async () => {
      const old = repository.git('rev-parse', 'HEAD');
      const { backup } = done(await run((work) => startOver(work, { base: base() })));
      repository.commit('Another way');
      done(await run((work) => bringBack(work, { ref: backup })));
      assert.equal(repository.git('rev-parse', 'HEAD'), old);
    });

    it('brings nothing back of a backup that is none', async () => {
      repository.git('update-ref', 'refs/pm-zone/backups/x', 'HEAD');
      for (const [number, manifest] of [
        '{',
        '{"why":1}',
        hostile(repository, '../../x'),
        hostile(repository, '.GIT/config'),
      ].entries()) {
        const blob = repository.gitWith(manifest, 'hash-object', '-w', '--stdin');
        const tree = repository.gitWith(`100644 blob ${blob}\tmanifest.json\n`, 'mktree');
        repository.git('update-ref', `refs/pm-zone/backups/${number}`, repository.gitWith('x', 'commit-tree', tree));
      }
      const before = stateOf(repository);
      const listed = await run(backupsOf);
      assert.equal(listed.length, 5);
      for (const { ref, snapshot, paths } of listed) {
        assert.deepEqual([snapshot, paths], [undefined, []]);
        assert.match(refused(await run((work) => bringBack(work, { ref }))).sentence, /cannot be read/);
      }
      assert.deepEqual(stateOf(repository), before);
    });
  });

  describe('listing changes', () => {
    it('gives plan, last step, parked work and whether others have it', async () => {
      repository.write('src/home/PLANNING.md', '# PLANNING: Home\n\n**Status:** Draft\n');
      repository.commit('Plan');
      repository.commit('chore: confirm the review items of this change');
      repository.git('push', '--quiet', 'origin', 'pm/home');
      repository.git('branch', 'pm/two', 'main');
      repository.git('branch', 'feature', 'pm/home');
      const emptyTree = repository.git('hash-object', '-t', 'tree', '-w', '/dev/null');
      repository.git('branch', 'pm/none', repository.git('commit-tree', '-m', 'Nothing', emptyTree));
      repository.write('x.txt', 'x\n');
      done(await run((work) => switchChange(work, { to: 'pm/two' })));
      const { changes } = done(await run((work) => listChanges(work, { base: base() })));
      const plan = { path: 'src/home/PLANNING.md', title: 'Home', status: 'Draft' };
      assert.deepEqual(
        changes
          .map(({ branch, current, plan: its, parked, shared, lastStep }) => [
            branch,
            current,
            its,
            parked,
            shared,
            lastStep.subject,
          ])
          .sort(),
        [
          ['feature', false, plan, false, false, 'Plan'],
          ['pm/home', false, plan, true, true, 'Plan'],
          ['pm/none', false, undefined, false, false, 'Nothing'],
          ['pm/two', true, undefined, false, false, 'begin'],
        ],
      );
      const without = done(
        await run((work) => listChanges(work, { base: undefined, isPlanningDoc: () => false })),
      ).changes;
      assert.equal(without.length, 3);
    });
  });

  describe('committing what was reviewed', () => {
    const commit = async (paths: readonly string[], options: { message?: string; between?: () => void } = {}) =>
      run(async (work) => {
        const read = done(await readReviewedFiles(work, paths));
        options.between?.();
        const { message = 'Say hello\n\nReview: ready' } = options;
        return commitReviewed(work, {
          ...read,
          message,
          coAuthors: ['Eva <eva@example.com>', 'Eva <eva@example.com>'],
        });
      });

    it('commits exactly these files, and leaves what else is staged', async () => {
      repository.write('src/home/a.txt', 'reviewed\n');
      repository.remove('src/home/b.txt');
      repository.write('fresh.txt', 'reviewed\n');
      repository.write('README.md', 'staged, not reviewed\n');
      repository.git('add', 'README.md');
      done(await commit(['src/home/a.txt', 'src/home/b.txt', 'fresh.txt']));
      assert.equal(repository.git('status', '--porcelain'), 'M  README.md');
      assert.equal(
        repository.git('show', '--format=%B', '--name-status', 'HEAD'),
        'Say hello\n\nReview: ready\nCo-authored-by: Eva <eva@example.com>\n\n\nA\tfresh.txt\nM\tsrc/home/a.txt\nD\tsrc/home/b.txt',
      );
      assert.equal(refused(await commit(['src/home/a.txt'])).reason, 'nothing-to-do');
      assert.equal(refused(await commit([], { message: ' ' })).reason, 'nothing-to-do');
    });

    it('says so where a file was changed after the review', async () => {
      repository.write('src/home/a.txt', 'reviewed\n');
      repository.write('src/home/b.txt', 'reviewed\n');
      const refusal = refused(
        await commit(['src/home/a.txt', 'src/home/b.txt'], {
          between: () => repository.write('src/home/a.txt', 'newer\n'),
        }),
      );
      assert.deepEqual([refusal.reason, refusal.paths], ['changed-meanwhile', ['src/home/a.txt']]);
      assert.match(
        refused(
          await commit(['src/home/b.txt', 'src/home/a.txt'], {
            between: () => {
              repository.write('src/home/a.txt', 'even newer\n');
              repository.write('src/home/b.txt', 'even newer\n');
            },
          }),
        ).sentence,
        /were changed/,
      );
    });

    it('runs the hooks, puts the index back where they refuse, and says what they change', async () => {
      repository.write('src/home/a.txt', 'staged\n');
      repository.git('add', 'src/home/a.txt');
      repository.write('src/home/a.txt', 'newer\n');
      repository.write('.git/hooks/pre-commit', '#!/bin/sh\necho "Not like that: a" >&2\nexit 1\n', true);
      const before = stateOf(repository);
      const refusal = refused(await commit(['src/home/a.txt']));
      assert.deepEqual(
        [refusal.reason, refusal.sentence],
        ['hook', 'The commit was refused by a check of this repository: Not like that: a'],
      );
      assert.deepEqual(stateOf(repository), before);
      repository.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 1\n', true);
      assert.match(refused(await commit(['src/home/a.txt'])).sentence, /no reason/);
      repository.write('.git/hooks/pre-commit', '#!/bin/sh\necho formatted > extra.txt && git add extra.txt\n', true);
      const { changedByHook } = done(await commit(['src/home/a.txt'], { message: 'With: colon\n' }));
      assert.deepEqual(changedByHook, ['extra.txt']);
      assert.equal(repository.git('status', '--porcelain'), '');
      const kept = (await run(backupsOf)).map(({ why }) => why);
      assert.deepEqual(kept, ['before what was ready for the next commit was committed in a newer version']);
    });

    it('needs a branch and a name', async () => {
      repository.write('x.txt', 'x\n');
      repository.git('config', 'user.useConfigOnly', 'true');
      repository.git('config', '--unset', 'user.email');
      assert.match(refused(await commit(['x.txt'])).sentence, /name and email/);
      repository.git('checkout', '--quiet', '--detach');
      assert.equal(refused(await commit(['x.txt'])).reason, 'no-branch');
    });

    it('makes the first commit of all', async () => {
      repository.git('checkout', '--quiet', '--orphan', 'empty');
      repository.git('rm', '-r', '--quiet', '--cached', '.');
      done(await commit(['run.sh']));
      assert.equal(repository.git('ls-tree', '--name-only', 'HEAD'), 'run.sh');
    });
  });
});

/** A commit on top of a branch with one file changed, made without touching anything else. */
function committed(repository: TemporaryRepository, branch: string, path: string, content: string): string {
  const blob = repository.gitWith(content, 'hash-object', '-w', '--stdin');
  const index = { GIT_INDEX_FILE: join(repository.root, '.git', 'index.test') };
  const git = (input: string, ...args: readonly string[]) =>
    repository.gitWith(input, '-c', 'core.quotePath=false', ...args);
  const environment = repository.environment;
  Object.assign(environment, index);
  try {
    git('', 'read-tree', branch);
    git('', 'update-index', '--add', '--cacheinfo', `100644,${blob},${path}`);
    return git('elsewhere', 'commit-tree', git('', 'write-tree'), '-p', branch);
  } finally {
    Reflect.deleteProperty(environment, 'GIT_INDEX_FILE');
  }
}

function unrelated(repository: TemporaryRepository): string {
  return repository.gitWith('unrelated', 'commit-tree', repository.git('rev-parse', 'HEAD^{tree}'));
}

function hostile(repository: TemporaryRepository, name: string): string {
  const tree = repository.git('rev-parse', 'HEAD^{tree}');
  return JSON.stringify({ why: 'x', at: 'x', indexTree: tree, items: [{ name }], announced: [] });
}
