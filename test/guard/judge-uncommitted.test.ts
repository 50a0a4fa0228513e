import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findEngineers, type KnownPerson } from '../../src/guard/find-engineers.js';
import { judgeUncommitted, type UncommittedJudgement } from '../../src/guard/judge-uncommitted.js';
import { openPolicySession } from '../../src/policy/policy-session.js';
import type { Check } from '../../src/review/check.js';
import { checks } from '../../src/review/checks/list.js';
import { pilotRepository, type PilotOptions } from '../support/pilot-repository.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

const own = 'src/home/i18n/en.json';
const [mended, worse] = [
  '{\n  "title": "Home, {name}",\n  "body": "Write."\n}\n',
  '{\n  "title": "Home",\n  "body": "Write."\n}\n',
];

describe('what is not committed', () => {
  const made: TemporaryRepository[] = [];
  after(() => made.forEach((repository) => repository.remove()));
  const fresh = (options?: PilotOptions): TemporaryRepository => {
    const repository = pilotRepository(options);
    made.push(repository);
    return repository;
  };
  const judge = async (
    { root, environment }: TemporaryRepository,
    {
      as,
      decides,
      paths,
    }: { readonly as?: string; readonly decides?: readonly Check[]; readonly paths?: readonly string[] } = {},
  ): Promise<UncommittedJudgement> => {
    const zone = await openPolicySession({ cwd: root, environment, ...(as !== undefined && { as }) });
    try {
      return await judgeUncommitted(zone, { decides, paths });
    } finally {
      zone.close();
    }
  };
  const engineers = async (
    { root, environment }: TemporaryRepository,
    names: readonly string[],
  ): Promise<readonly KnownPerson[]> => {
    const zone = await openPolicySession({ cwd: root, environment });
    try {
      return await findEngineers(zone, names);
    } finally {
      zone.close();
    }
  };

  it('judges what is on the disk, which is what the commit takes, and not what is staged otherwise', async () => {
    const repository = fresh();
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    repository.git('add', 'src/auth/login.ts');
    repository.write('src/auth/login.ts', 'export const login = 1;\n');
    repository.write('src/home/readme.md', '# Home\n');
    const { files, refusal } = await judge(repository);
    assert.deepEqual([files.map(({ path }) => path), refusal], [['src/home/readme.md'], undefined]);
  });

  it('judges some of it alone, as where the plan goes first', async () => {
    const repository = fresh();
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    repository.write('src/home/readme.md', '# Home\n');
    const { files, refusal } = await judge(repository, { paths: ['src/home/readme.md', 'gone.md'] });
    assert.deepEqual([files.map(({ path }) => path), refusal], [['src/home/readme.md'], undefined]);
    assert.match((await judge(repository)).refusal ?? '', /login\.ts/);
  });

  it('judges nothing where git’s settings do not say who commits, whatever the environment says', async () => {
    const repository = fresh();
    repository.git('config', '--unset', 'user.email');
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    const nobody = {
      ...repository,
      environment: { ...repository.environment, EMAIL: 'maya@example.com', GIT_AUTHOR_EMAIL: 'erin@example.com' },
    };
    await assert.rejects(
      judge(nobody),
      /^GitError: Git does not know who you are\. Say it with: git config user\.email/,
    );
    repository.git('checkout', '--', '.');
    assert.deepEqual((await judge(nobody)).files, []);
  });

  it('is nothing to hold up where nothing is changed', async () => {
    assert.deepEqual(await judge(fresh()), { files: [], refusal: undefined, open: 0, pair: undefined });
  });

  it('goes on where every path is editable, staged or not, new or gone', async () => {
    const repository = fresh();
    repository.write(own, mended);
    repository.git('add', own);
    repository.write('src/home/notes.md', '# Notes\n');
    rmSync(join(repository.root, 'src/home/i18n/de.json'));
    const { files, refusal } = await judge(repository);
    assert.equal(refusal, undefined);
    assert.deepEqual(Object.fromEntries(files.map(({ path, kind }) => [path, kind])), {
      [own]: 'changed',
      'src/home/i18n/de.json': 'removed',
      'src/home/notes.md': 'added',
    });
  });

  it('counts what is to be fixed later, and leaves out what is committed', async () => {
    const repository = fresh();
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    repository.commit('Change what is locked');
    repository.write(own, worse);
    const { files, refusal, open } = await judge(repository);
    assert.deepEqual(
      files.map(({ path }) => path),
      [own],
    );
    assert.equal(refusal, undefined);
    assert.ok(open > 0);
  });

  it('is refused in one sentence where it is locked', async () => {
    const repository = fresh();
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    assert.match((await judge(repository)).refusal ?? '', /^Not committed: src\/auth\/login\.ts is locked: .*\.$/);
    repository.write('src/pay/charge.ts', 'export const charge = 2;\n');
    assert.match((await judge(repository)).refusal ?? '', / There is 1 more point\.$/);
    repository.write('src/payments/x.ts', 'export const x = 2;\n');
    assert.match((await judge(repository)).refusal ?? '', / There are 2 more points\.$/);
  });

  it('is refused on the branch that everybody works from, as the guard refuses it, with the way to another', async () => {
    const repository = fresh();
    repository.git('switch', '-q', 'main');
    repository.write(own, mended);
    const { refusal, files, pair } = await judge(repository);
    assert.match(
      refusal ?? '',
      /^Not committed: you are on main, the branch that everybody works from, .*Branch of Its Own…/,
    );
    assert.deepEqual([files.length, pair], [1, undefined]);
    assert.equal((await judge(repository, { as: 'erin@example.com' })).refusal, undefined);
  });

  it('is refused where a check fails, since nobody can say then', async () => {
    const repository = fresh();
    repository.write(own, mended);
    const broken: Check = { ...(checks[0] as Check), due: 'commit', run: () => Promise.reject(new Error('lost')) };
    const { refusal } = await judge(repository, { decides: [broken] });
    assert.match(refusal ?? '', /^Not committed: the check .* failed, .* Show this to an engineer: lost$/);
  });

  it('says who has to be named where something needs an engineer', async () => {
    const repository = fresh();
    repository.write('src/other/readme.md', '# Other, and more\n');
    repository.write('src/other/more.md', '# More\n');
    const { pair, refusal } = await judge(repository);
    assert.equal(refusal, undefined);
    assert.ok(pair);
    assert.equal(pair.path, 'src/other/more.md');
    assert.ok(pair.names.includes('@erin'));
    assert.notEqual(pair.why, '');
  });

  it('holds nobody up who is no pilot PM, nor anybody without a policy', async () => {
    const repository = fresh();
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    assert.equal((await judge(repository, { as: 'erin@example.com' })).refusal, undefined);
    const without = temporaryRepository();
    made.push(without);
    without.write('src/auth/login.ts', 'export const login = 1;\n');
    const { files, pair } = await judge(without);
    assert.equal(files.length, 1);
    assert.equal(pair, undefined);
    assert.deepEqual(await engineers(without, []), []);
  });

  it('asks for no engineer while the policy is a preview', async () => {
    const repository = temporaryRepository();
    made.push(repository);
    const { root } = fresh();
    repository.write('README.md', '# Hello\n');
    repository.commit('Begin');
    repository.write(
      'CLAUDE.md',
      await import('node:fs').then(({ readFileSync }) => readFileSync(join(root, 'CLAUDE.md'))),
    );
    repository.write('src/other/readme.md', '# Other\n');
    assert.equal((await judge(repository)).pair, undefined);
  });

  it('names as engineers whom git knows: the asked ones first, no PM, no assistant, no robot, each once', async () => {
    const repository = fresh();
    for (const author of [
      'Erin <erin@example.com>',
      'Claude <noreply@anthropic.com>',
      'renovate[bot] <bot@example.com>',
      'Maya <maya@example.com>',
      'Tomas <12+tomas-l@users.noreply.github.com>',
      'Nobody <no address>',
      'Zoe <zoe@example.com>',
    ]) {
      repository.write('README.md', author);
      repository.commit('Write', { author });
    }
    assert.deepEqual(await engineers(repository, ['@tomas-l', '@org/home']), [
      { name: 'Tomas', email: '12+tomas-l@users.noreply.github.com', isNamed: true },
      { name: 'Zoe', email: 'zoe@example.com', isNamed: false },
      { name: 'Erin', email: 'erin@example.com', isNamed: false },
    ]);
    const [first] = await engineers(repository, ['@erin']);
    assert.equal(first?.name, 'Erin');
    repository.git('config', '--unset', 'user.email');
    assert.equal((await engineers(repository, [])).length, 3);
  });
});
