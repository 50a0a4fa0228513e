import assert from 'node:assert/strict';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import {
  createGuardedRepository,
  locked,
  type CommandResult,
  type GuardedRepository,
} from '../support/guarded-repository.js';

const pair = 'src/other/readme.md';
const note = 'src/home/note.md';
const erin = 'Erin <erin@example.com>';

describe('the guard, where git commits by itself,', () => {
  const made: GuardedRepository[] = [];
  after(() => made.forEach((repository) => repository.remove()));
  const fresh = async (): Promise<GuardedRepository> => {
    const repository = createGuardedRepository({ files: { [note]: 'one\n' } });
    repository.environment['GIT_EDITOR'] = 'true';
    made.push(repository);
    await repository.guard('install');
    return repository;
  };
  const run = (repository: GuardedRepository, args: string): CommandResult => repository.run('sh', ['-c', args]);
  const passes = (repository: GuardedRepository, args: string): void => {
    const { code, stderr } = run(repository, args);
    assert.equal(code, 0, stderr);
    assert.doesNotMatch(stderr, /Not committed/);
  };

  it('takes what the base branch brought for nobody’s', async () => {
    const repository = await fresh();
    repository.write('src/home/own.md', 'own\n');
    passes(repository, 'git add -A && git commit -qm Own');
    repository.git('switch', '-q', 'main');
    repository.write(locked, 'export const login = 3;\n');
    repository.write(pair, 'theirs\n');
    repository.commit('Theirs', { author: erin });
    repository.git('switch', '-q', '-C', 'pm/merged', 'pm/home');
    passes(repository, 'git merge -q --no-edit main');
    repository.git('switch', '-q', '-C', 'pm/pulled', 'pm/home');
    passes(repository, 'git pull -q --no-rebase --no-edit . main');
    repository.git('switch', '-q', '-C', 'pm/rebased', 'pm/home');
    passes(repository, 'git rebase -q main');
    repository.git('switch', '-q', '-C', 'pm/patched', 'pm/home');
    passes(repository, 'git rebase -q --apply main');
    repository.git('switch', '-q', '-C', 'pm/picked', 'main');
    passes(repository, 'git cherry-pick pm/home');
    passes(repository, 'git revert --no-edit HEAD');
    passes(repository, 'git format-patch -q -1 pm/home --stdout | git am -q');
  });

  it('finds the engineer in the message that is there already', async () => {
    const repository = await fresh();
    const branch = (name: string, message: string): void => {
      repository.git('switch', '-q', '-C', name, 'main');
      repository.write(pair, `${name}\n`);
      repository.commit(message);
    };
    branch('alone', 'Alone');
    branch('together', 'Together\n\nCo-authored-by: Erin <erin@example.com>');
    repository.git('switch', '-q', '-C', 'moved', 'main');
    repository.write(note, 'moved\n');
    repository.commit('Moved');
    for (const how of ['git cherry-pick X', 'git rebase moved X', 'git format-patch -q -1 X --stdout | git am -q']) {
      repository.git('switch', '-q', '-C', 'pm/way', 'main');
      const { code, stderr } = run(repository, how.replace('X', 'alone'));
      assert.notEqual(code, 0);
      assert.match(
        stderr,
        /^Not committed: src\/other\/readme\.md needs an engineer: .* Take this step back first, with: git [a-z-]+ --abort$/m,
      );
      const [, back = ''] = /with: (git .*)$/m.exec(stderr) ?? [];
      passes(repository, back);
      repository.git('switch', '-q', '-C', 'pm/way', 'main');
      passes(repository, how.replace('X', 'together'));
    }
    // Where an editor follows, the engineer may still be named there.
    repository.git('switch', '-q', '-C', 'pm/way', 'main');
    passes(repository, 'git cherry-pick -e alone');
    repository.git('switch', '-q', '-C', 'pm/way', 'moved');
    assert.match(run(repository, 'git merge -q --no-edit alone').stderr, /^Not committed: .* needs an engineer/m);
    passes(repository, 'git merge --abort');
    passes(repository, 'git merge -q -m "Take it in" -m "Co-authored-by: Erin <erin@example.com>" alone');
  });

  it('judges a commit once, however many hooks git runs for it', async () => {
    const repository = await fresh();
    const runtimes = join(repository.userFolder, 'runtimes');
    const counting = join(repository.environment['HOME'] as string, 'counting');
    writeFileSync(counting, `#!/bin/sh\necho "$4" >> .git/asked\nexec '${process.execPath}' "$@"\n`, { mode: 0o755 });
    const program = repository.run('sh', ['-c', `grep program= '${runtimes}' >&2`]).firstLine;
    writeFileSync(runtimes, `node=${counting}\n${program}\n`);
    const asked = (args: string): readonly string[] => {
      writeFileSync(join(repository.root, '.git', 'asked'), '');
      passes(repository, args);
      return run(repository, 'cat .git/asked >&2').stderr.split('\n').filter(Boolean);
    };
    repository.write(note, 'two\n');
    assert.deepEqual(asked('git commit -qam Two'), ['pre-commit']);
    repository.write(note, 'three\n');
    assert.deepEqual(asked('git commit -qnam Three'), []);
    repository.git('switch', '-q', '-C', 'side', 'main');
    repository.write('src/home/side.md', 'side\n');
    repository.commit('Side');
    repository.git('switch', '-q', 'pm/home');
    assert.deepEqual(asked('git merge -q --no-edit side'), ['pre-merge-commit']);
    repository.git('switch', '-q', '-C', 'pm/other', 'pm/home~1');
    assert.deepEqual(asked('git cherry-pick side'), ['prepare-commit-msg']);
    repository.git('switch', '-q', '-C', 'theirs', 'main');
    repository.write(note, 'theirs\n');
    repository.commit('Theirs');
    repository.git('switch', '-q', 'pm/other');
    run(repository, 'git cherry-pick theirs');
    repository.write(note, 'both\n');
    repository.git('add', '-A');
    // Where no editor is open, git may keep the comment that lists the conflicts, so the message is searched too.
    assert.deepEqual(asked('git cherry-pick --continue'), ['pre-commit', 'commit-msg']);
    assert.deepEqual(asked('git push -q . HEAD:refs/heads/copy'), ['pre-push']);
  });

  it('finds git’s folder where the index lies elsewhere', async () => {
    const repository = await fresh();
    // Of another length: git takes a file that is written in the same tick as its index was for unchanged where a copy of the index is younger.
    repository.write(note, 'two and more\n');
    const index = join(repository.environment['HOME'] as string, 'index');
    passes(repository, `cp .git/index '${index}' && GIT_INDEX_FILE='${index}' git commit -qam Two`);
  });
});

describe('the guard on the branch that everybody works from', () => {
  const made: GuardedRepository[] = [];
  after(() => made.forEach((repository) => repository.remove()));
  const onMain = async (): Promise<GuardedRepository> => {
    const repository = createGuardedRepository({ files: { [note]: 'one\n' } });
    made.push(repository);
    repository.git('update-ref', 'refs/remotes/origin/main', 'main');
    repository.git('remote', 'add', 'origin', '/nowhere');
    repository.git('switch', '-q', 'main');
    await repository.guard('install');
    repository.write(note, 'two\n');
    return repository;
  };
  const stopped =
    /^Not committed: you are on main, the branch that everybody works from, and your change needs a branch of its own\. In VS Code choose “PM Zone: Give My Change a Branch of Its Own…”, or run: (git switch -c pm\/my-change) /;

  it('stops a pilot PM’s commit, and names the command that keeps the work', async () => {
    const repository = await onMain();
    const { code, firstLine } = repository.commitWith(['-am', 'Two']);
    assert.equal(code, 1);
    const [, command = ''] = stopped.exec(firstLine) ?? assert.fail(firstLine);
    assert.equal(repository.run('sh', ['-c', command]).code, 0);
    assert.equal(repository.commitWith(['-am', 'Two']).code, 0);
    assert.equal(repository.git('diff', '--name-only', 'main', 'HEAD'), note);

    // A step that git makes by itself has to be taken back first.
    repository.git('switch', '-q', 'main');
    const picked = repository.run('git', ['cherry-pick', 'pm/my-change']);
    assert.match(picked.firstLine, stopped);
    assert.match(picked.firstLine, / Take this step back first, with: git cherry-pick --abort$/);
  });

  it('is for pilot PMs alone, and for a branch that has a policy', async () => {
    const repository = await onMain();
    repository.git('config', 'user.email', 'erin@example.com');
    assert.equal(repository.commitWith(['-am', 'Two']).code, 0);

    const without = createGuardedRepository({ policy: 'Nothing.\n' });
    made.push(without);
    without.git('switch', '-q', 'main');
    await without.guard('install');
    without.write(note, 'two\n');
    without.git('add', '-A');
    assert.equal(without.commitWith(['-m', 'Two']).code, 0);
  });

  it('lets a merge and a rebase of it pass: there is no way to another branch within them', async () => {
    const repository = await onMain();
    repository.commit('Two');
    repository.git('switch', '-q', '-C', 'theirs', 'origin/main');
    repository.write('src/home/more.md', 'theirs\n');
    repository.commit('Theirs', { author: 'Erin <erin@example.com>' });
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repository.git('switch', '-q', 'main');
    const merged = repository.run('git', ['merge', '-q', '--no-edit', 'origin/main']);
    assert.equal(merged.code, 0, merged.stderr);
    repository.git('reset', '-q', '--hard', 'HEAD~1');
    const rebased = repository.run('git', ['rebase', '-q', 'origin/main']);
    assert.equal(rebased.code, 0, rebased.stderr);
  });
});
