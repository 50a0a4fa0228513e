import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertClosed, runReview, readStandings } from '../support/review-assertions.js';
import { pmZone } from '../support/run-command-line.js';
import { appendixA, pilotRepository, plan, roster } from '../support/pilot-repository.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

const open = '# PM zone\n\nPMs can touch:\n\n- `**/*`\n- `**`\n';
const secret = 'src/auth/login.ts';

/** Design §3, "Which revision counts": what the PM can write, fetch or set does not loosen what they are judged by. */
describe("a policy of the PM's own", () => {
  let origin: TemporaryRepository;
  let pmClone: TemporaryRepository;
  before(() => {
    origin = pilotRepository();
    origin.git('branch', 'loose', 'main');
    origin.git('switch', '-q', 'loose');
    loosen(origin);
    origin.commit('Loosen');
    origin.git('switch', '-q', 'main');
    pmClone = origin.clone();
    pmClone.git('switch', '-q', '-c', 'pm/mine', 'origin/main');
  });
  after(() => {
    origin.remove();
    pmClone.remove();
  });
  afterEach(() => {
    pmClone.git('reset', '-q', '--hard', 'origin/main');
    pmClone.git('clean', '-qfdx');
    pmClone.git('remote', 'set-head', 'origin', 'main');
    for (const key of ['base', 'as']) {
      if (pmClone.git('config', '--list').includes(`pmzone.${key}=`))
        pmClone.git('config', '--unset-all', `pmzone.${key}`);
    }
  });

  function loosen(repository: TemporaryRepository): void {
    repository.write('CLAUDE.md', open);
    repository.write('.claude/CLAUDE.md', open);
    repository.write('AGENTS.md', open);
    repository.write('CODEOWNERS', '* @maya\n');
    repository.write('.github/CODEOWNERS', '* @maya\n');
    repository.write('.claude/skills/pm-pr-review/SKILL.md', '# Nothing to check\n');
  }

  async function assertLocked(repository = pmClone): Promise<void> {
    const found = await readStandings(repository, [secret, 'src/pay/charge.ts', 'src/other/readme.md']);
    assert.equal(found.get(secret)?.standing, 'locked', found.get(secret)?.why);
    assert.equal(found.get('src/pay/charge.ts')?.standing, 'locked', found.get('src/pay/charge.ts')?.why);
    assert.equal(found.get('src/other/readme.md')?.standing, 'pair', found.get('src/other/readme.md')?.why);
  }

  it('counts for nothing in the working tree, the index or a commit of the PM’s branch', async () => {
    loosen(pmClone);
    pmClone.write(secret, 'export const login = 2;\n');
    await assertLocked();
    assertClosed(await runReview(pmClone, []), 'zone', /src\/auth\/login\.ts is locked/);
    pmClone.git('add', '-A');
    await assertLocked();
    assertClosed(await runReview(pmClone, ['--staged']), 'zone', /src\/auth\/login\.ts is locked/);
    pmClone.commit('Loosen');
    await assertLocked();
    const range = await runReview(pmClone, ['--base', 'origin/main']);
    assertClosed(range, 'zone', /src\/auth\/login\.ts is locked/);
    for (const file of ['CLAUDE.md', 'AGENTS.md', 'CODEOWNERS', '.claude/skills/pm-pr-review/SKILL.md']) {
      assert.ok(
        range.review.findings.some(({ path, severity }) => path === file && severity === 'blocker'),
        file,
      );
    }
    for (const check of ['zone', 'codeowners', 'secrets']) {
      assert.ok(
        range.review.items.some((item) => item.check === check),
        `${check} was taken away`,
      );
    }
  });

  it('counts for nothing as a row for themselves on the roster', async () => {
    pmClone.write(
      'CLAUDE.md',
      `# Notes\n\n${appendixA}${roster.replace('src/home', 'src/home, src/other').replace('new-home', 'new-home, old-home')}`,
    );
    pmClone.write(
      'src/home/flags.yaml',
      'new-home:\n  enabled: false\n  rollout: 0\nold-home:\n  enabled: false\n  rollout: 100\n',
    );
    pmClone.commit('Widen the roster');
    await assertLocked();
    const range = await runReview(pmClone, ['--base', 'origin/main']);
    assertClosed(range, 'flag-owned', /old-home is changed, and it is not one of yours/);
    assertClosed(range, 'zone', /CLAUDE\.md is locked/);
  });

  it('counts for nothing by leaving the roster', async () => {
    pmClone.write('CLAUDE.md', `# Notes\n\n${appendixA}${roster.replace('maya@example.com', 'nobody@example.com')}`);
    pmClone.write(secret, 'export const login = 2;\n');
    pmClone.commit('Leave');
    assertClosed(await runReview(pmClone, ['--base', 'origin/main']), 'zone', /src\/auth\/login\.ts is locked/);
    assertClosed(await runReview(pmClone, []), 'zone', /src\/auth\/login\.ts is locked/);
  });

  it('gets the base policy on a branch that was cut before there was one', async () => {
    const old = temporaryRepository();
    try {
      old.write(secret, 'export const login = 1;\n');
      old.commit('Before', { author: 'Erin <erin@example.com>' });
      old.git('switch', '-q', '-c', 'pm/old');
      old.git('switch', '-q', 'main');
      old.write('CLAUDE.md', `# Notes\n\n${appendixA}${roster}`);
      old.commit('Policy', { author: 'Erin <erin@example.com>' });
      old.git('switch', '-q', 'pm/old');
      old.write(secret, 'export const login = 2;\n');
      for (const args of [[], ['--staged']]) {
        old.git('add', '-A');
        assertClosed(await runReview(old, args), 'zone', /src\/auth\/login\.ts is locked/);
      }
      old.write('CLAUDE.md', open);
      old.commit('Mine');
      assertClosed(await runReview(old, ['--base', 'main']), 'zone', /src\/auth\/login\.ts is locked/);
      assert.equal((await readStandings(old, [secret])).get(secret)?.standing, 'locked');
    } finally {
      old.remove();
    }
  });

  it('is never more than a preview where the base has none', async () => {
    const bare = temporaryRepository();
    try {
      bare.write('a.md', 'a\n');
      bare.commit('Begin');
      bare.git('switch', '-q', '-c', 'pm/x');
      bare.write('CLAUDE.md', open);
      bare.write('a.md', 'b\n');
      const { code, review } = await runReview(bare, []);
      assert.equal(code, 1);
      assert.ok(review.policy.preview);
      assert.notEqual(review.verdict, 'ready');
      bare.commit('Mine');
      const range = await pmZone(bare, ['review', '--base', 'main']);
      assert.equal(range.code, 2);
      assert.match(range.stderr, /no PM zone/);
    } finally {
      bare.remove();
    }
  });

  it('is made stricter by the trunk where a note in the PM’s clone names another default', async () => {
    pmClone.git('remote', 'set-head', 'origin', 'loose');
    await assertLocked();
    pmClone.write(secret, 'export const login = 2;\n');
    assertClosed(await runReview(pmClone, []), 'zone', /src\/auth\/login\.ts is locked/);
    pmClone.git('remote', 'set-head', 'origin', '--delete');
    await assertLocked();
  });

  it('leaves the whole change to be reviewed where that note names the PM’s own branch', async () => {
    pmClone.write(secret, 'export const login = 2;\n');
    pmClone.commit('Mine');
    pmClone.git('push', '-q', 'origin', 'HEAD');
    pmClone.git('remote', 'set-head', 'origin', pmClone.git('branch', '--show-current').trim());
    await assertLocked();
    assertClosed(await runReview(pmClone, []), 'zone', /src\/auth\/login\.ts is locked/);
  });

  for (const base of ['loose', 'origin/loose', 'refs/remotes/origin/loose', 'HEAD', 'pm/mine', 'x/main', 'x/default']) {
    it(`is made stricter by the trunk where the PM’s setting names ${base} as base`, async () => {
      loosen(pmClone);
      pmClone.commit('Loosen');
      for (const name of ['x/main', 'x/default']) pmClone.git('branch', '-f', name, 'HEAD');
      pmClone.git('config', 'pmzone.base', base);
      await assertLocked();
      pmClone.write(secret, 'export const login = 3;\n');
      assertClosed(await runReview(pmClone, []), 'zone', /src\/auth\/login\.ts is locked/);
    });
  }

  for (const base of ['HEAD', '@', 'pm/mine', 'refs/heads/pm/mine', 'origin/pm/mine', 'refs/remotes/origin/pm/mine']) {
    it(`leaves the whole change to be reviewed where the PM’s setting names ${base} as base`, async () => {
      pmClone.write(secret, 'export const login = 2;\n');
      pmClone.commit('Mine');
      pmClone.git('push', '-q', '--force', 'origin', 'HEAD:pm/mine');
      pmClone.git('config', 'pmzone.base', base);
      assertClosed(await runReview(pmClone, []), 'zone', /src\/auth\/login\.ts is locked/);
    });
  }

  it('is not opened by the setting or the option that says who asks, under --base', async () => {
    pmClone.write(secret, 'export const login = 2;\n');
    pmClone.commit('Mine');
    pmClone.git('config', 'pmzone.as', 'erin@example.com');
    const range = await runReview(pmClone, ['--base', 'origin/main']);
    assert.equal(range.review.author.kind, 'pilot-pm');
    assertClosed(range, 'zone', /src\/auth\/login\.ts is locked/);
    const refused = await pmZone(pmClone, ['review', '--base', 'origin/main', '--as', 'erin@example.com']);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /--as does not go with --base/);
  });

  it('is found by the ref of the remote, not by a tag or branch that borrows its name', async () => {
    loosen(pmClone);
    const loose = pmClone.commit('Loosen');
    pmClone.git('reset', '-q', '--hard', 'origin/main');
    const borrowed = [
      'refs/tags/origin/main',
      'refs/heads/origin/main',
      'refs/tags/main',
      'refs/origin/main',
      'refs/heads/refs/remotes/origin/main',
    ];
    for (const ref of borrowed) pmClone.git('update-ref', ref, loose);
    const tip = pmClone.git('rev-parse', 'refs/remotes/origin/main');
    pmClone.write(secret, 'export const login = 2;\n');
    pmClone.commit('Mine');
    try {
      for (const base of ['origin/main', 'main']) {
        const range = await runReview(pmClone, ['--base', base]);
        assert.equal(range.review.policy.commit, tip, base);
        assertClosed(range, 'zone', /src\/auth\/login\.ts is locked/);
      }
      await assertLocked();
    } finally {
      for (const ref of borrowed) pmClone.git('update-ref', '-d', ref);
    }
  });

  for (const base of [
    '-x',
    '--output=x',
    '--upload-pack=touch x',
    'main:CLAUDE.md',
    ':/Begin',
    'main^{/Begin}',
    '',
    'nowhere',
    'a b',
    'main\n',
    '@{-1}^{tree}',
  ]) {
    it(`takes ${JSON.stringify(base)} for no base`, async () => {
      const { code, stdout, stderr } = await pmZone(pmClone, ['review', `--base=${base}`]);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
      assert.match(stderr, /names no commit here|--base needs a value/);
    });
  }

  it('is not swapped in by replace refs or grafts', async () => {
    const blob = pmClone.git('rev-parse', 'origin/main:CLAUDE.md');
    const swapped = pmClone.gitWith(open, 'hash-object', '-w', '--stdin');
    pmClone.git('replace', blob, swapped);
    pmClone.git('replace', 'origin/main', 'origin/loose');
    mkdirSync(join(pmClone.root, '.git/info'), { recursive: true });
    pmClone.write(secret, 'export const login = 2;\n');
    const mine = pmClone.commit('Mine');
    // As a graft, the PM's commit is what main has already.
    writeFileSync(
      join(pmClone.root, '.git/info/grafts'),
      `${pmClone.git('rev-parse', 'refs/remotes/origin/main')} ${mine}\n`,
    );
    try {
      await assertLocked();
      assertClosed(await runReview(pmClone, ['--base', 'origin/main']), 'zone', /src\/auth\/login\.ts is locked/);
    } finally {
      writeFileSync(join(pmClone.root, '.git/info/grafts'), '');
      pmClone.git('replace', '-d', blob, pmClone.git('rev-parse', 'refs/remotes/origin/main'));
    }
  });

  it('is the one last fetched in a stale clone, and the result names its commit', async () => {
    const stale = origin.clone();
    try {
      stale.git('switch', '-q', '-c', 'pm/stale');
      const before = stale.git('rev-parse', 'origin/main');
      origin.write('CLAUDE.md', `# Notes\n\n${appendixA.replace('**CANNOT', '- `**/*.ts`\n\n**CANNOT')}${roster}`);
      origin.commit('Widen', { author: 'Erin <erin@example.com>' });
      stale.write('src/home/new.ts', 'export const a = 1;\n');
      const { review } = await runReview(stale, []);
      assert.equal(review.policy.commit, before);
      assert.equal(review.policy.ref, 'origin/main');
      assert.ok(review.findings.some(({ path, severity }) => path === 'src/home/new.ts' && severity === 'blocker'));
    } finally {
      stale.remove();
      origin.git('reset', '-q', '--hard', 'HEAD^');
    }
  });

  it('is not brought by a shallow clone that hides where the PM’s branch began', async () => {
    pmClone.write(secret, 'export const login = 2;\n');
    pmClone.commit('Mine');
    pmClone.git('push', '-q', '--force', 'origin', 'HEAD:pm/pushed');
    const shallow = origin.clone('--depth=1', '--no-single-branch', '--branch=pm/pushed');
    try {
      const { code, stderr } = await pmZone(shallow, ['review', '--base', 'origin/main']);
      assert.equal(code, 2);
      assert.match(stderr, /certain depth.*git fetch --unshallow/);
    } finally {
      shallow.remove();
    }
  });

  it('says that there is nothing in common, or nothing at all, and never that it is ready', async () => {
    const { code, stderr } = await pmZone(pmClone, ['review', '--base', 'origin/main']);
    assert.equal(code, 2);
    assert.match(stderr, /changes nothing that origin\/main does not have/);
    pmClone.git('checkout', '-q', '--orphan', 'alone');
    pmClone.commit('Alone');
    const alone = await pmZone(pmClone, ['review', '--base', 'origin/main']);
    pmClone.git('checkout', '-q', '-f', 'pm/mine');
    assert.equal(alone.code, 2);
    assert.match(alone.stderr, /no commit in common/);
  });

  describe('cached in git’s folder', () => {
    it('is read anew where the cache is not what this software wrote', async () => {
      await readStandings(pmClone, [secret]);
      const folder = join(pmClone.root, '.git/pm-zone/cache');
      for (const content of ['{"zone":{"rules":[]}}', 'null', '', '\0', '[]', '{"__proto__":{"zone":1}}']) {
        for (const name of readdirSync(folder)) writeFileSync(join(folder, name), content);
        await assertLocked();
      }
    });

    it('is read anew where it is broken behind its own header', async () => {
      const folder = join(pmClone.root, '.git/pm-zone/cache');
      for (const name of readdirSync(folder)) {
        const [header = ''] = readFileSync(join(folder, name), 'utf8').split('\n');
        writeFileSync(join(folder, name), `${header}\n{"zone":`);
      }
      await assertLocked();
    });

    it('is neither read nor written by the review of a pull request, however well it is forged', async () => {
      pmClone.git('switch', '-q', '-c', 'pm/cached', 'origin/main');
      pmClone.write('src/home/flags.yaml', 'new-home:\n  enabled: true\n  rollout: 100\n');
      pmClone.write(secret, 'export const login = 2;\n');
      pmClone.commit('Mine');
      const folder = join(pmClone.root, '.git/pm-zone/cache');
      const args = ['review', '--base', 'origin/main', '--format', 'json'];
      rmSync(folder, { recursive: true, force: true });
      const before = await pmZone(pmClone, args);
      assert.ok(!existsSync(folder), 'a range leaves nothing behind');
      await pmZone(pmClone, ['review']);
      const kinds = new Set<unknown>();
      for (const name of readdirSync(folder)) {
        const [header = '', value = ''] = readFileSync(join(folder, name), 'utf8').split('\n');
        const kind: unknown = (JSON.parse(header) as unknown[])[2];
        kinds.add(kind);
        const forged = value
          .replaceAll('"forbid"', '"allow"')
          .replaceAll(/"pattern":"[^"]*"/g, '"pattern":"**"')
          .replaceAll('"enabled":true', '"enabled":false');
        writeFileSync(join(folder, name), `${header}\n${kind === 'flags' ? '{"flags":[],"reports":[]}' : forged}`);
      }
      assert.ok(kinds.has('policy') && kinds.has('flags'), [...kinds].join());
      const after = await pmZone(pmClone, args);
      assert.deepEqual([after.code, after.stdout], [before.code, before.stdout]);
      assert.equal(after.code, 1);
      pmClone.git('switch', '-q', 'pm/mine');
      pmClone.git('branch', '-q', '-D', 'pm/cached');
      rmSync(folder, { recursive: true });
    });

    it('does not come with a clone, whatever the repository has in folders of that name', async () => {
      origin.git('switch', '-q', '-c', 'planted', 'main');
      origin.write('pm-zone/word.json', '[{"item":"docs","content":"x","by":"x","at":"x"}]');
      origin.write('git/pm-zone/cache/x.json', '{}');
      origin.commit('Plant');
      const clone = origin.clone('--branch=planted');
      try {
        assert.ok(!readdirSync(join(clone.root, '.git')).includes('pm-zone'));
        const { review } = await runReview(clone, []);
        assert.ok(review.items.length > 0 && review.items.every((item) => item.verdict !== 'attested'));
        await assertLocked(clone);
      } finally {
        clone.remove();
        origin.git('switch', '-q', 'main');
      }
    });
  });

  it('holds an attestation for exactly the content that it was given for', async () => {
    pmClone.write('src/home/PLANNING.md', plan);
    pmClone.commit('Plan');
    pmClone.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Begin."\n}\n');
    assert.equal((await pmZone(pmClone, ['attest', '--all'])).code, 0);
    assert.equal((await runReview(pmClone, [])).review.verdict, 'ready');
    const place = join(pmClone.root, '.git/pm-zone/word.json');
    const words = readFileSync(place, 'utf8');
    pmClone.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Begin!"\n}\n');
    assert.notEqual((await runReview(pmClone, [])).review.verdict, 'ready');
    const forged = [
      words.replace(/"content": "[0-9a-f]+"/g, '"content": ""'),
      '{"length":1}',
      '[null,1,"x"]',
      '',
      '\0',
      `[${words}]`,
    ];
    for (const text of forged) {
      writeFileSync(place, text);
      assert.notEqual((await runReview(pmClone, [])).review.verdict, 'ready', text.slice(0, 40));
    }
    writeFileSync(place, '[]');
  });
});
