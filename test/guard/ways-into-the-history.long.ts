import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGuardedRepository, locked, type CommandResult, type RunOptions } from '../support/guarded-repository.js';

/** What the guard does about a way in which something locked gets into the history. */
type Outcome = 'stops it' | 'stops the push' | 'lets it pass';

interface Row {
  readonly way: string;
  readonly outcome: Outcome;
  /** Brings something locked into the history by this way; gives what the last command said. */
  readonly go: () => CommandResult;
}

const note = 'src/home/note.md';
const lockedLine = /^Not committed: (?:.* is as it was: )?src\/auth\/login\.ts is locked: /m;

describe('the guard, by each way into the history:', () => {
  const repository = createGuardedRepository({ files: { [note]: 'one\n', 'src/home/more.md': 'more\n' } });
  // Messages are taken as they are.
  repository.environment['GIT_EDITOR'] = 'true';
  const home = repository.environment['HOME'] as string;
  const remote = join(home, 'remote.git');
  const git = (...args: readonly string[]): string => repository.git(...args);
  const run = (args: string, more?: RunOptions): CommandResult => repository.run('sh', ['-c', args], more);
  /** As a branch that came from somewhere else: no hook saw it. */
  const branch = (name: string, from: string, files: Readonly<Record<string, string>>): void => {
    git('switch', '-q', '-C', name, from);
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    repository.commit(`Work on ${name}`);
  };
  /** A step that has to succeed for the next to mean anything. */
  const first = (args: string): void => {
    const { code, stderr } = run(args);
    assert.equal(code, 0, stderr);
  };
  const bad = (): void => repository.write(locked, 'export const login = 2;\n');
  /** Stops in a conflict of `how`, resolves it, and stages something locked with it. */
  const inConflict = (how: string): void => {
    repository.write(note, 'mine\n');
    repository.commit('Mine');
    assert.notEqual(run(how).code, 0);
    repository.write(note, 'both\n');
    bad();
    git('add', '-A');
  };

  before(async () => {
    git('init', '-q', '--bare', remote);
    git('remote', 'add', 'origin', remote);
    git('push', '-q', 'origin', 'main');
    branch('bad', 'main', { [locked]: 'export const login = 2;\n' });
    branch('two', 'main', { 'src/home/more.md': 'first\n' });
    branch('two', 'two', { [locked]: 'export const login = 2;\n' });
    branch('theirs', 'main', { [note]: 'theirs\n' });
    git('format-patch', '-q', '-1', 'bad', '-o', join(home, 'patches'));
    git('format-patch', '-q', '-1', 'theirs', '-o', join(home, 'their-patches'));
    mkdirSync(join(home, 'linked'));
    assert.equal((await repository.guard('install')).code, 0);
  });
  after(() => repository.remove());

  const commit = (prepare: () => void, how = 'git commit -qm x'): (() => CommandResult) => {
    return () => {
      prepare();
      return run(how);
    };
  };
  const add = (): void => {
    bad();
    git('add', '-A');
  };
  const changed = (): void => {
    repository.write(note, 'two\n');
    repository.commit('Note');
  };

  const rows: readonly Row[] = [
    { way: '`git commit`', outcome: 'stops it', go: commit(add) },
    { way: '`git commit -a`', outcome: 'stops it', go: commit(bad, 'git commit -qam x') },
    { way: '`git commit FILE`', outcome: 'stops it', go: commit(bad, `git commit -qm x ${locked}`) },
    { way: '`git commit --include FILE`', outcome: 'stops it', go: commit(bad, `git commit -qm x -i ${locked}`) },
    { way: '`git commit -p`', outcome: 'stops it', go: commit(bad, 'yes | git commit -qp -m x') },
    {
      way: '`git commit --amend`',
      outcome: 'stops it',
      go: commit(() => {
        changed();
        add();
      }, 'git commit -q --amend --no-edit'),
    },
    { way: '`git commit --fixup`', outcome: 'stops it', go: commit(add, 'git commit -q --fixup HEAD') },
    {
      way: '`git commit` of what `git rm` or `git mv` staged',
      outcome: 'stops it',
      go: commit(() => git('mv', locked, 'src/home/login.md')),
    },
    {
      way: '`git commit` of what `git update-index` staged',
      outcome: 'stops it',
      go: commit(() => git('update-index', '--cacheinfo', `100644,${git('rev-parse', `bad:${locked}`)},${locked}`)),
    },
    {
      way: '`git commit` of what `git apply --index` staged',
      outcome: 'stops it',
      go: commit(() => first(`git apply --index ${home}/patches/*`)),
    },
    {
      way: '`git commit` of what `git restore` or `git checkout` took from a branch',
      outcome: 'stops it',
      go: commit(() => git('checkout', '-q', 'bad', '--', locked)),
    },
    {
      way: '`git commit` of what `git read-tree` staged',
      outcome: 'stops it',
      go: commit(() => git('read-tree', '-m', '-u', 'HEAD', 'bad')),
    },
    {
      way: '`git commit` of what `git stash pop` brought back',
      outcome: 'stops it',
      go: commit(() => {
        add();
        git('stash', '-q');
        git('stash', 'pop', '-q', '--index');
      }),
    },
    {
      way: '`git commit` in a linked worktree',
      outcome: 'stops it',
      go: () => {
        const linked = join(home, 'linked', 'tree');
        git('worktree', 'add', '-q', '--detach', linked);
        writeFileSync(join(linked, locked), 'export const login = 2;\n');
        const said = run('git commit -qam x', { cwd: linked });
        git('worktree', 'remove', '--force', linked);
        return said;
      },
    },
    {
      way: '`git merge --squash`, then `git commit`',
      outcome: 'stops it',
      go: commit(() => git('merge', '-q', '--squash', 'bad')),
    },
    {
      way: '`git merge --no-commit`, then `git commit`',
      outcome: 'stops it',
      go: commit(() => git('merge', '-q', '--no-ff', '--no-commit', 'bad')),
    },
    {
      way: '`git merge --continue` after a conflict',
      outcome: 'stops it',
      go: commit(() => inConflict('git merge -q theirs'), 'git merge --continue'),
    },
    { way: '`git merge` without a conflict', outcome: 'stops it', go: () => run('git merge -q --no-ff bad') },
    { way: '`git merge` of several branches', outcome: 'stops it', go: () => run('git merge -q bad theirs') },
    {
      way: '`git pull` that merges',
      outcome: 'stops it',
      go: commit(changed, 'git pull -q --no-rebase --no-edit . bad'),
    },
    { way: '`git cherry-pick`', outcome: 'stops it', go: () => run('git cherry-pick bad') },
    { way: '`git cherry-pick` of several', outcome: 'stops it', go: () => run('git cherry-pick main..two') },
    { way: '`git cherry-pick --edit`', outcome: 'stops it', go: () => run('git cherry-pick -e bad') },
    {
      way: '`git cherry-pick --no-commit`, then `git commit`',
      outcome: 'stops it',
      go: commit(() => git('cherry-pick', '-n', 'bad')),
    },
    {
      way: '`git cherry-pick --continue` after a conflict',
      outcome: 'stops it',
      go: commit(() => inConflict('git cherry-pick theirs'), 'git cherry-pick --continue'),
    },
    {
      way: '`git revert`',
      outcome: 'stops it',
      go: () => {
        git('reset', '-q', '--hard', 'bad');
        return run('git revert --no-edit HEAD');
      },
    },
    {
      way: '`git revert` of several',
      outcome: 'stops it',
      go: () => {
        git('reset', '-q', '--hard', 'two');
        return run('git revert --no-edit main..HEAD');
      },
    },
    {
      way: '`git revert --edit`',
      outcome: 'stops it',
      go: () => {
        git('reset', '-q', '--hard', 'bad');
        return run('git revert -e HEAD');
      },
    },
    {
      way: '`git rebase`',
      outcome: 'stops it',
      go: () => {
        git('reset', '-q', '--hard', 'bad');
        return run('git rebase theirs');
      },
    },
    {
      way: '`git rebase --continue` after a conflict',
      outcome: 'stops it',
      go: commit(() => inConflict('git rebase theirs'), 'git rebase --continue'),
    },
    {
      way: '`git rebase --interactive`: edit',
      outcome: 'stops it',
      go: () => {
        changed();
        first('GIT_SEQUENCE_EDITOR="sed -i s/pick/edit/" git rebase -qi main');
        add();
        return run('git rebase --continue');
      },
    },
    {
      way: '`git rebase --interactive`: reword, squash, fixup',
      outcome: 'stops it',
      go: () => {
        git('reset', '-q', '--hard', 'two');
        return run('GIT_SEQUENCE_EDITOR="sed -i 1s/pick/reword/\\;2s/pick/squash/" git rebase -i main');
      },
    },
    {
      way: '`git rebase --rebase-merges`',
      outcome: 'stops it',
      go: () => {
        changed();
        git('merge', '-q', '--no-ff', '--no-verify', '--no-edit', 'bad');
        return run('git rebase --rebase-merges theirs -Xours');
      },
    },
    {
      way: '`git rebase --exec`',
      outcome: 'stops it',
      go: () => {
        changed();
        return run(`git rebase --exec "echo 2 >> ${locked}; git commit -qam x" main`);
      },
    },
    {
      way: '`git rebase --apply`',
      outcome: 'stops it',
      go: () => {
        git('reset', '-q', '--hard', 'bad');
        return run('git rebase --apply theirs');
      },
    },
    {
      way: '`git pull --rebase`',
      outcome: 'stops it',
      go: () => {
        git('reset', '-q', '--hard', 'bad');
        return run('git pull -q --rebase . theirs');
      },
    },
    { way: '`git am`', outcome: 'stops it', go: () => run(`git am -q ${home}/patches/*`) },
    {
      way: '`git am --continue` after a conflict',
      outcome: 'stops it',
      go: commit(() => inConflict(`git am -q ${home}/their-patches/*`), 'git am --continue'),
    },
    { way: '`git commit --no-verify`', outcome: 'stops the push', go: commit(bad, 'git commit -qnam x') },
    {
      way: '`git merge --no-verify`',
      outcome: 'stops the push',
      go: commit(changed, 'git merge -q --no-verify --no-edit bad'),
    },
    {
      way: '`git am --no-verify`',
      outcome: 'stops the push',
      go: () => run(`git am -q --no-verify ${home}/patches/*`),
    },
    {
      way: '`git -c core.hooksPath=/dev/null commit`',
      outcome: 'stops the push',
      go: commit(bad, 'git -c core.hooksPath=/dev/null commit -qam x'),
    },
    {
      way: '`git merge` or `git pull` that only moves on',
      outcome: 'stops the push',
      go: () => run('git merge -q bad'),
    },
    { way: '`git rebase` that only moves on', outcome: 'stops the push', go: () => run('git rebase -q bad') },
    {
      way: '`git cherry-pick --ff`',
      outcome: 'stops the push',
      go: () => run('git cherry-pick --ff bad'),
    },
    {
      way: '`git reset`, `git switch -C`, `git branch -f` to a commit that is there',
      outcome: 'stops the push',
      go: () => run('git reset -q --hard bad'),
    },
    {
      way: '`git fetch` into a branch',
      outcome: 'stops the push',
      go: () => run('git fetch -q -u . bad:pm/way && git reset -q --hard'),
    },
    {
      way: '`git commit-tree` and `git update-ref`, and clients that run no hooks',
      outcome: 'stops the push',
      go: commit(add, 'git update-ref HEAD "$(git commit-tree -p HEAD -m x "$(git write-tree)")"'),
    },
    {
      way: '`git fast-import`',
      outcome: 'stops the push',
      go: () => {
        const { code, stderr } = run(
          'git fast-export bad | sed s,refs/heads/bad,refs/heads/pm/way, | git fast-import --quiet --force && git reset -q --hard',
        );
        return { code, stderr, firstLine: '' };
      },
    },
    {
      way: '`git filter-branch`',
      outcome: 'stops the push',
      go: commit(
        changed,
        `FILTER_BRANCH_SQUELCH_WARNING=1 git filter-branch -f --tree-filter 'echo 2 >> ${locked}' main..HEAD`,
      ),
    },
    {
      way: '`git push --no-verify`',
      outcome: 'lets it pass',
      go: commit(() => git('reset', '-q', '--hard', 'bad'), 'git push -q --no-verify origin pm/way'),
    },
    {
      way: '`git stash`, `git notes`: commits on no branch, until they are pushed',
      outcome: 'lets it pass',
      go: commit(add, 'git stash -q && git notes add -m x'),
    },
    {
      way: '`git format-patch`, `git bundle`, `git send-email`: what leaves without a push',
      outcome: 'lets it pass',
      go: () => run(`git bundle create -q ${home}/bundle bad`),
    },
  ];

  for (const { way, outcome, go } of rows) {
    it(`${way}: ${outcome}`, function () {
      // `git am` has it from git 2.40 on.
      if (way.includes('am --no-verify') && !run('git am -h').stderr.includes('--no-verify')) this.skip();
      git('switch', '-q', '-C', 'pm/way', 'main');
      try {
        const before = git('rev-parse', '--quiet', '--verify', 'pm/way');
        const said = go();
        if (outcome === 'lets it pass') {
          assert.equal(said.code, 0, said.stderr);
          return;
        }
        if (outcome === 'stops the push') {
          assert.equal(said.code, 0, said.stderr);
          const pushed = run('git push -q origin pm/way');
          assert.notEqual(pushed.code, 0);
          assert.match(pushed.firstLine, /^Not pushed, so not shared: src\/auth\/login\.ts is locked: /);
          assert.notEqual(git('rev-parse', 'pm/way'), before);
          return;
        }
        assert.notEqual(said.code, 0, said.stderr);
        assert.match(said.stderr, lockedLine);
        // Where git stops in the middle of something, the guard says how to take it back.
        const [, back] = /Take this step back first, with: (git [a-z-]+ --(?:abort|merge))$/m.exec(said.stderr) ?? [];
        const isOwn =
          way.includes('commit`') || way.includes('commit ') || way.includes('--continue') || way.includes('--exec');
        assert.equal(back !== undefined || isOwn, true, said.stderr);
        if (back === undefined) return;
        first(back);
        assert.equal(git('status', '--porcelain'), '');
        assert.equal(git('symbolic-ref', '--short', 'HEAD'), 'pm/way');
      } finally {
        // Whatever it is in the middle of.
        for (const each of ['rebase', 'am', 'cherry-pick', 'revert', 'merge']) run(`git ${each} --abort`);
        git('reset', '-q', '--hard');
      }
    });
  }

  it('and docs/guard.md has a row for each of these', () => {
    const lines = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'guard.md'), 'utf8').split('\n');
    const start = lines.findIndex((line) => /^\| way +\|/.test(line));
    const table = lines.slice(start + 2, lines.indexOf('', start)).map((row) => {
      const [, way = '', does = ''] = row.split('|');
      return `${way.trim()}: ${does.trim()}`;
    });
    assert.deepEqual(
      table,
      rows.map(({ way, outcome }) => `${way}: ${outcome}`),
    );
  });
});
