import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accounts, approvedEvidence, confirmAll, goodChange, runGate } from '../../support/pull-request.js';
import { pmZone } from '../../support/run-command-line.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

/** A change of what is locked, with every approval that there is. */
function lockedChange(): TemporaryRepository {
  const repository = goodChange();
  repository.write('src/auth/login.ts', 'export const login = 2;\n');
  repository.commit('Log in');
  return repository;
}

const tricks: Readonly<Record<string, (repository: TemporaryRepository) => void>> = {
  'nothing at all': () => undefined,
  'a cache of the policy in .git': (repository) => {
    const folder = join(repository.root, '.git/pm-zone/cache');
    const names = readdirSync(folder);
    assert.ok(names.length > 0);
    for (const name of names) {
      const place = join(folder, name);
      writeFileSync(
        place,
        readFileSync(place, 'utf8').replaceAll('**/auth/**', '**/none/**').replaceAll('**/*.md', 'src/**'),
      );
    }
  },
  'another policy in the working tree': (repository) => {
    repository.write('CLAUDE.md', '## PM zone\n\nPMs can touch:\n- `src/**`\n');
  },
  'a policy on the branch': (repository) => {
    repository.write('CLAUDE.md', '## PM zone\n\nPMs can touch:\n- `src/**`\n');
    repository.commit('Open it');
  },
  'objects that are replaced': (repository) => {
    repository.git('replace', 'HEAD:src/auth/login.ts', 'main:src/auth/login.ts');
  },
  'a replaced commit': (repository) => {
    repository.git('replace', 'HEAD', 'HEAD~1');
  },
  grafts: (repository) => {
    repository.write('.git/info/grafts', `${repository.git('rev-parse', 'HEAD')}\n`);
  },
  'a mailmap': (repository) => {
    repository.write('.mailmap', 'Erin <erin@example.com> <maya@example.com>\n');
    repository.commit('Map names');
  },
  attributes: (repository) => {
    repository.write('.gitattributes', '* -diff -text\n');
    repository.write('.git/info/attributes', '* -diff\n');
    repository.commit('Show nothing');
  },
  'settings of git': (repository) => {
    repository.git('config', 'diff.ignoreSubmodules', 'all');
    repository.git('config', 'diff.relative', 'true');
    repository.git('config', 'log.mailmap', 'true');
    repository.git('config', 'pm-zone.base', 'HEAD');
  },
};

const environments: Readonly<Record<string, string>> = {
  GITHUB_ACTOR: 'erin',
  GITHUB_TRIGGERING_ACTOR: 'erin',
  GITLAB_USER_LOGIN: 'erin',
  GIT_AUTHOR_EMAIL: 'erin@example.com',
  GIT_REPLACE_REF_BASE: 'refs/heads/',
  GIT_GRAFT_FILE: '/dev/null',
  PM_ZONE_AS: '@erin',
  PM_ZONE_BASE: 'HEAD',
  PM_ZONE_NOTHING: 'x',
};

describe('a change of what is locked is not ready by', () => {
  for (const [title, trick] of Object.entries(tricks)) {
    it(title, async () => {
      const repository = lockedChange();
      await pmZone(repository, ['files', 'src/auth/login.ts']);
      trick(repository);
      const { code, stdout } = await runGate(repository, approvedEvidence(repository), []);
      assert.equal(code, 1, stdout);
      assert.match(stdout, /src\/auth\/login\.ts/);
    });
  }

  it('variables of the environment', async () => {
    const repository = lockedChange();
    const stdin = JSON.stringify(approvedEvidence(repository));
    const args = ['review', '--base', 'main', '--evidence', '-'];
    const { code, stdout } = await pmZone(repository, args, { stdin, environment: environments });
    assert.equal(code, 1);
    assert.match(stdout, /This is a change of Maya @maya/);
  });
});

describe('the base is the host’s, not', () => {
  it('a tag of its name', async () => {
    const repository = goodChange();
    await confirmAll(repository);
    const evidence = approvedEvidence(repository);
    repository.git('tag', 'main', 'HEAD');
    const { code } = await runGate(repository, evidence, []);
    const plain = await pmZone(repository, ['review', '--base', 'refs/tags/main', '--evidence', '-'], {
      stdin: JSON.stringify(evidence),
    });
    assert.equal(plain.code, 2);
    assert.ok(code === 0 || code === 2);
  });

  it('a second remote’s', async () => {
    const repository = lockedChange();
    repository.git('update-ref', 'refs/remotes/upstream/main', 'HEAD');
    repository.git('remote', 'add', 'upstream', repository.root);
    const { code, stderr } = await runGate(repository, approvedEvidence(repository), []);
    assert.equal(code, 2);
    assert.match(stderr, /On the host main is at|nothing/);
  });

  it('a branch of its name in a folder', async () => {
    const repository = lockedChange();
    const evidence = approvedEvidence(repository);
    repository.git('branch', 'mine/main', 'HEAD~1');
    const { code, stderr } = await pmZone(repository, ['review', '--base', 'mine/main', '--evidence', '-'], {
      stdin: JSON.stringify(evidence),
    });
    assert.equal(code, 2);
    assert.match(stderr, /On the host main is at/);
  });

  it('another policy than the one of today', async () => {
    const repository = goodChange();
    await confirmAll(repository);
    const evidence = approvedEvidence(repository);
    assert.equal((await runGate(repository, evidence, [])).code, 0);
    repository.git('switch', '-q', 'main');
    repository.write(
      'CLAUDE.md',
      readFileSync(join(repository.root, 'CLAUDE.md'), 'utf8').replace('@erin |', '@omar |'),
    );
    repository.commit('Omar answers for it', { author: 'Erin <erin@example.com>' });
    repository.git('switch', '-q', 'pm/home');
    const old = await runGate(repository, evidence, []);
    assert.equal(old.code, 2);
    assert.match(old.stderr, /On the host main is at .* Fetch it, then read the host again/);
    const base = { ref: 'main', commit: repository.git('rev-parse', 'main') };
    const today = await runGate(repository, { ...evidence, pullRequest: { ...evidence.pullRequest, base } }, []);
    assert.notEqual(today.code, 0);
    assert.match(today.stdout, /waits for @omar/);
  });

  it('whatever pull request has the head too: the answer names the one that was judged', async () => {
    const repository = goodChange();
    await confirmAll(repository);
    const good = approvedEvidence(repository);
    const evidence = { ...good, sameHead: [{ number: 8, base: 'main' }] };
    const { json } = await runGate(repository, evidence);
    const [data] = json as [{ gate: { pullRequest: unknown } }];
    assert.deepEqual(data.gate.pullRequest, { host: 'https://github.com', repository: 'org/app', number: 7 });
    assert.equal(accounts.maya.id, good.pullRequest.author?.id);
  });
});
