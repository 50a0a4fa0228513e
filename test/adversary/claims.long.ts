import assert from 'node:assert/strict';
import { assertClosed, runReview, readStandings, type ReviewObject } from '../support/review-assertions.js';
import { pmZone } from '../support/run-command-line.js';
import { appendixA, flags, pilotRepository, plan, roster } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const erin = 'Erin <erin@example.com>';
const copy = '{\n  "title": "Home, {name}",\n  "body": "Begin here."\n}\n';

/** What PMs claim of themselves, of their flags and of who worked with them, and what a repository claims of the review. */
describe('a claim', () => {
  const made: TemporaryRepository[] = [];
  const keep = (repository: TemporaryRepository): TemporaryRepository => {
    made.push(repository);
    return repository;
  };
  after(() => made.forEach((repository) => repository.remove()));

  describe('of an engineer as co-author', () => {
    let repository: TemporaryRepository;
    before(
      () =>
        (repository = keep(
          pilotRepository({
            policy:
              appendixA +
              roster +
              '| Nia (@nia) | nia@example.com | src/other | other-flag | @org/other | @erin | @paul |\n',
          }),
        )),
    );
    afterEach(() => {
      repository.git('reset', '-q', '--hard', 'main');
      repository.git('clean', '-qfdx');
    });
    const zoneOf = ({ review }: { review: ReviewObject }): string =>
      review.items.find((item) => item.check === 'zone')?.verdict ?? 'none';

    it('is never proven by a name that is typed: not ready on the pull request', async () => {
      repository.write('src/other/readme.md', '# More\n');
      repository.commit(`Pair\n\nCo-authored-by: ${erin}`);
      const push = await runReview(repository, []);
      assert.equal(zoneOf(push), 'claimed');
      const range = await runReview(repository, ['--base', 'main']);
      assert.equal(zoneOf(range), 'claimed');
      assert.equal(range.code, 1);
      assert.notEqual(range.review.verdict, 'ready');
      assert.match(JSON.stringify(range.review.findings), /proves it by approving the pull request/);
    });

    for (const nobody of [
      'Maya <maya@example.com>',
      'Maya Again <MAYA@EXAMPLE.COM>',
      'Maya <12345+maya@users.noreply.github.com>',
      'Maya <maya@users.noreply.github.com>',
      'Nia <nia@example.com>',
      'Nia <77+nia@users.noreply.github.com>',
      'Nia <77-nia@users.noreply.gitlab.com>',
      'Claude <noreply@anthropic.com>',
      'Copilot <copilot@github.com>',
      'copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>',
      'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
      'Cursor Agent <cursoragent@cursor.com>',
      'Devin AI <158243242+devin-ai-integration[bot]@users.noreply.github.com>',
      'Erin',
      'Erin <>',
      'Erin <erin>',
    ]) {
      it(`is none where the name is ${nobody}`, async () => {
        repository.write('src/other/readme.md', '# More\n');
        repository.commit(`Pair\n\nCo-authored-by: ${nobody}`);
        assertClosed(await runReview(repository, []), 'zone', /src\/other\/readme\.md needs an engineer/);
        assertClosed(
          await runReview(repository, ['--base', 'main']),
          'zone',
          /src\/other\/readme\.md needs an engineer/,
        );
      });
    }

    it('is none outside the message’s last paragraph, and never opens what is locked', async () => {
      repository.write('src/other/readme.md', '# More\n');
      repository.commit(`Pair\n\nCo-authored-by: ${erin}\n\nThat was all.`);
      assertClosed(await runReview(repository, []), 'zone', /needs an engineer/);
      repository.write('src/auth/login.ts', 'export const login = 2;\n');
      repository.commit(`Pair\n\nCo-authored-by: ${erin}`);
      assertClosed(await runReview(repository, []), 'zone', /src\/auth\/login\.ts is locked/);
      assertClosed(await runReview(repository, ['--base', 'main']), 'zone', /src\/auth\/login\.ts is locked/);
    });
  });

  describe('of who made the change, under --base', () => {
    let repository: TemporaryRepository;
    before(() => (repository = keep(pilotRepository())));
    afterEach(() => void repository.git('reset', '-q', '--hard', 'main'));
    const commitAs = (message: string, who: Readonly<Record<string, string>>, ...config: readonly string[]): void => {
      repository.write('src/auth/login.ts', 'export const login = 2;\n');
      repository.git('add', '-A');
      const tree = repository.git('write-tree');
      const parent = repository.git('rev-parse', 'HEAD');
      const { author = erin, committer = erin } = who;
      const text = `tree ${tree}\nparent ${parent}\nauthor ${author} 1700000000 +0000\ncommitter ${committer} 1700000000 +0000\n${config.map((line) => `${line}\n`).join('')}\n${message}\n`;
      repository.git(
        'reset',
        '-q',
        '--hard',
        repository.gitWith(text, 'hash-object', '-t', 'commit', '-w', '--stdin', '--literally'),
      );
    };
    const assertHers = async (environment: Readonly<Record<string, string>> = {}): Promise<void> => {
      const range = await runReview(repository, ['--base', 'main'], environment);
      assert.equal(range.review.author.kind, 'pilot-pm', JSON.stringify(range.review.author));
      assertClosed(range, 'zone', /src\/auth\/login\.ts is locked/);
    };

    it('is the PM’s by their committer e-mail behind an engineer as author, and the other way round', async () => {
      commitAs('Mine', { committer: 'Erin <maya@example.com>' });
      await assertHers();
      repository.git('reset', '-q', '--hard', 'main');
      commitAs('Mine', { author: 'Erin <Maya@Example.com>' });
      await assertHers();
    });

    it('is the PM’s as a co-author, whatever else the line says', async () => {
      for (const line of [
        'Co-authored-by: Maya <maya@example.com>',
        'CO-AUTHORED-BY: Erin <erin@example.com>, Maya <maya@example.com>',
        'co-authored-by : maya@example.com',
        'Co-authored-by:\n  Maya\n  <maya@example.com>',
      ]) {
        commitAs(`Theirs\n\n${line}`, {});
        await assertHers();
        repository.git('reset', '-q', '--hard', 'main');
      }
    });

    it('is the PM’s if one commit of many is', async () => {
      commitAs('Theirs', {});
      repository.write('src/home/a.md', 'a\n');
      repository.commit('Mine');
      await assertHers();
    });

    it('is the PM’s if the service says that they started it', async () => {
      commitAs('Theirs', {});
      for (const [name, value] of [
        ['GITHUB_ACTOR', 'maya'],
        ['GITHUB_ACTOR', 'Maya'],
        ['GITHUB_TRIGGERING_ACTOR', 'maya'],
        ['GITLAB_USER_LOGIN', 'maya'],
        ['GITLAB_USER_EMAIL', 'maya@example.com'],
      ] as const) {
        await assertHers({ [name]: value });
      }
    });

    it('is not changed by a .mailmap', async () => {
      repository.write('.mailmap', 'Erin <erin@example.com> <maya@example.com>\n');
      repository.git('config', 'log.mailmap', 'true');
      commitAs('Mine', { author: 'Maya <maya@example.com>', committer: 'Maya <maya@example.com>' });
      await assertHers();
      repository.git('config', '--unset', 'log.mailmap');
    });

    for (const encoding of [
      'UTF-16LE',
      'UTF-16BE',
      'utf-16',
      'iso-2022-kr',
      'hz-gb-2312',
      'replacement',
      'iso-2022-jp',
      'windows-1252',
      'x-user-defined',
      'no-such',
    ]) {
      it(`is read the same where the commit says that it is in ${encoding}`, async () => {
        commitAs(
          'Mine',
          { author: 'Maya <maya@example.com>', committer: 'Maya <maya@example.com>' },
          `encoding ${encoding}`,
        );
        await assertHers();
        repository.git('reset', '-q', '--hard', 'main');
        commitAs('Theirs\n\nCo-authored-by: Maya <maya@example.com>', {}, `encoding ${encoding}`);
        await assertHers();
      });
    }

    for (const line of [
      '<maya@example.com>',
      'Maya <<maya@example.com>>',
      'Maya < maya@example.com >',
      'Maya <maya@example.com',
      'Maya maya@example.com',
      'Maya (maya@example.com) <erin@example.com>',
      'Erin <erin@example.com> <maya@example.com>',
      'Erin <> <maya@example.com>',
      'Maya <"maya@example.com">',
      'Maya <maya@example.com,>',
      'Maya <mailto:maya@example.com>',
      'Maya <\uff4daya@example.com>',
    ]) {
      it(`is the PM’s where a raw commit says ${line}`, async () => {
        commitAs('Mine', { author: line });
        await assertHers();
        repository.git('reset', '-q', '--hard', 'main');
        commitAs('Mine', { committer: line });
        await assertHers();
      });
    }

    for (const line of ['Maya', 'Maya <>', 'Maya <maya-at-example.com>', '<', '>', '']) {
      it(`is nobody’s where a raw commit says ${JSON.stringify(line)}, and not ready`, async () => {
        for (const key of ['author', 'committer']) {
          commitAs('Mine', { [key]: line });
          const { code, stdout, stderr } = await pmZone(repository, ['review', '--base', 'main']);
          assert.equal(code, 2, stdout);
          assert.match(stderr, /so nobody can say whose it is/);
          repository.git('reset', '-q', '--hard', 'main');
        }
      });
    }

    it('is the PM’s by every address that git’s configuration gives', async () => {
      const before = repository.git('config', 'user.email');
      for (const [key, value] of [
        ['user.email', '<maya@example.com>'],
        ['user.email', 'Maya <maya@example.com>'],
        ['user.email', '"maya@example.com",'],
        ['author.email', '<maya@example.com>'],
        ['committer.email', 'maya@example.com'],
      ] as const) {
        repository.git('config', 'user.email', 'erin@example.com');
        repository.git('config', key, value);
        repository.write('src/auth/login.ts', 'export const login = 2;\n');
        assertClosed(await runReview(repository, []), 'zone', /src\/auth\/login\.ts is locked/);
        repository.git('config', '--unset', key);
      }
      for (const value of ['', '<>', 'Maya at example']) {
        repository.git('config', 'user.email', value);
        const { code, stderr } = await pmZone(repository, ['review']);
        assert.equal(code, 2);
        assert.match(stderr, /does not know who you are/);
      }
      repository.git('config', 'user.email', before);
    });

    it('has to be somebody’s: without any address nothing is ready', async () => {
      commitAs('Nobody’s', { author: 'Maya <>', committer: 'Maya <>' });
      const { code, stdout, stderr } = await pmZone(repository, ['review', '--base', 'main']);
      assert.notEqual(code, 0, stdout);
      assert.match(stdout + stderr, /who made|whose/);
    });
  });

  describe('of a flag', () => {
    let repository: TemporaryRepository;
    before(
      () =>
        (repository = keep(
          pilotRepository({
            files: {
              'src/home/flags.yaml': `${flags}shared: &shared\n  enabled: false\n  rollout: 10\nborrowed:\n  <<: *shared\n`,
              'src/other/flags.yaml': 'other-flag:\n  enabled: true\n',
            },
          }),
        )),
    );
    afterEach(() => {
      repository.git('reset', '-q', '--hard', 'main');
      repository.git('clean', '-qfdx');
    });
    const base = `${flags}shared: &shared\n  enabled: false\n  rollout: 10\nborrowed:\n  <<: *shared\n`;
    const attacks: readonly (readonly [name: string, text: string, words: RegExp])[] = [
      ['switched on though it is another’s', base.replace('rollout: 100', 'rollout: 50'), /old-home is changed/],
      ['renamed', base.replace('old-home', 'new-old-home'), /old-home is removed or renamed/],
      ['removed', base.replace(/old-home:\n.*\n.*\n/, ''), /old-home is removed or renamed/],
      [
        'claimed by its own file',
        base.replace('rollout: 100', 'rollout: 50\n  owner: maya@example.com'),
        /old-home is changed/,
      ],
      [
        'renamed into their own',
        base.replace(/new-home:\n.*\n.*\n/, '').replace('old-home', 'new-home'),
        /old-home is removed or renamed/,
      ],
      ['changed through what it borrows', base.replace('rollout: 10\n', 'rollout: 90\n'), /borrowed is changed/],
      [
        'aliased to their own',
        base.replace('new-home:\n', 'new-home: &mine\n').replace(/old-home:\n.*\n.*\n/, 'old-home: *mine\n'),
        /old-home is changed/,
      ],
      [
        'merged from their own',
        base.replace('new-home:\n', 'new-home: &mine\n').replace(/old-home:\n.*\n.*\n/, 'old-home:\n  <<: *mine\n'),
        /old-home is changed/,
      ],
      ['duplicated', `${base}old-home:\n  enabled: false\n`, /twice|duplicate|several|unique|same/i],
      ['duplicated as their own', `${base}new-home:\n  enabled: true\n`, /twice|duplicate|several|unique|same/i],
      ['in a second document', `${base}---\nold-home:\n  enabled: false\n`, /several YAML documents/],
      [
        'tagged',
        base.replace('old-home:\n', 'old-home: !!map\n').replace('rollout: 100', 'rollout: !!str 100'),
        /tag|old-home is changed/,
      ],
      ['another number in YAML 1.1', base.replace('rollout: 100', 'rollout: 1e2'), /old-home is changed/],
      ['another type of number', base.replace('rollout: 100', 'rollout: 100.0'), /old-home is changed/],
      ['read by other rules', `%YAML 1.1\n---\n${base}`, /belongs to no single flag/],
      ['another in YAML 1.1', base.replace(/(old-home:\n {2}enabled: )true/, '$1yes'), /old-home is changed|1\.1|read/],
    ];
    for (const [name, text, words] of attacks) {
      it(`is ${name}: closed`, async () => {
        assert.notEqual(text, base);
        repository.write('src/home/flags.yaml', text);
        const { code, review, stdout } = await runReview(repository, []);
        assert.equal(code, 1, stdout);
        const found = review.findings.find((each) => each.check.startsWith('flag-') && words.test(each.message));
        assert.ok(found, JSON.stringify(review.findings, undefined, 1));
        assert.equal(found.severity, 'blocker', found.message);
        assert.equal(found.path, 'src/home/flags.yaml');
      });
    }

    it('is moved to another file, from another file, or beside the real one: closed', async () => {
      repository.write('src/home/flags.yaml', base.replace(/old-home:\n.*\n.*\n/, ''));
      repository.write('src/home/more/flags.yaml', 'old-home:\n  enabled: false\n');
      let range = await runReview(repository, []);
      assertClosed(range, 'flag-owned', /old-home/);
      repository.git('reset', '-q', '--hard');
      repository.write('src/home/more/flags.yaml', 'other-flag:\n  enabled: false\n');
      range = await runReview(repository, []);
      assertClosed(range, 'flag-owned', /other-flag is written here while src\/other\/flags\.yaml has/);
      repository.write('src/home/more/flags.yaml', 'new-home:\n  enabled: true\n');
      range = await runReview(repository, []);
      assertClosed(range, 'flag-owned', /new-home is written here while src\/home\/flags\.yaml has/);
    });

    it('is hidden in a file that is no longer read: closed', async () => {
      for (const content of ['\0', '- - - []\n', '"unclosed\n', Buffer.from([0xff, 0xfe, 0x61, 0])]) {
        repository.write('src/home/flags.yaml', content);
        const { code, review } = await runReview(repository, []);
        assert.equal(code, 1);
        assert.notEqual(review.verdict, 'ready');
      }
    });
  });

  describe('of the review itself', () => {
    const key = ['AKIA', 'Q3EGRIZB', 'X7UNDSWF'].join('');
    const token = ['gh', 'p_', 'mQ7vT2xZp9LrW4cB8nYk3HsJ6dFg5uEa1RtV'].join('');
    const skills: Readonly<Record<string, string>> = {
      'without its bindings': '---\nname: pm-pr-review\ndescription: x\n---\n\n## Scope\n\n- [x] Everything is fine\n',
      'with its checks in comments':
        '## Scope\n\n<!--\n- [ ] Zone <!-- check: zone -->\n- [ ] Secrets <!-- check: secrets -->\n-->\n',
      'with its checks in a code fence':
        '## Scope\n\n```\n- [ ] Zone <!-- check: zone -->\n- [ ] Secrets <!-- check: secrets -->\n```\n',
      'with other checks under the names':
        '## Scope\n\n- [ ] Zone <!-- check: docs --><!-- check: zone -->\n- [ ] x <!-- check: __proto__ -->\n- [ ] y <!-- check: constructor -->\n',
      'that is empty': '',
      'that is not text': '\0\0',
    };
    for (const [name, skill] of Object.entries(skills)) {
      it(`is made whole by a skill file ${name}`, async () => {
        const repository = keep(pilotRepository({ files: { '.claude/skills/pm-pr-review/SKILL.md': skill } }));
        repository.write('src/auth/login.ts', 'export const login = 2;\n');
        repository.write('src/pay/charge.ts', 'export const charge = 2;\n');
        repository.write('src/home/x.md', `key ${token}\n`);
        repository.commit('Mine');
        const range = await runReview(repository, ['--base', 'main']);
        assertClosed(range, 'zone', /src\/auth\/login\.ts is locked/);
        assertClosed(range, 'codeowners', /src\/pay\/charge\.ts is locked/);
        assertClosed(range, 'secrets', /looks like/);
        for (const check of ['zone', 'codeowners', 'secrets', 'protected-data', 'unsafe-code', 'dependencies']) {
          assert.ok(
            range.review.items.some((item) => item.check === check),
            check,
          );
        }
      });
    }

    const skillOf = (items: string) => ({ '.claude/skills/pm-pr-review/SKILL.md': `## Mine\n\n${items}\n` });

    it('takes no condition of the zone away by leaving its check out', async () => {
      const files = {
        ...skillOf('- [ ] Fine <!-- check: size -->'),
        'src/home/i18n/more.json': '{"more":"More"}\n',
        'src/home/analytics/events.ts': 'export const events = { opened: 1 };\n',
      };
      const policy = appendixA.replace('(user-facing strings)', '(new keys only, additions only)');
      const repository = keep(pilotRepository({ policy: `${policy}${roster}`, files }));
      repository.write('src/home/flags.yaml', flags.replace('rollout: 100', 'rollout: 1'));
      repository.write('src/home/analytics/events.ts', 'export const events = { opened: 2 };\n');
      repository.write('src/home/i18n/more.json', '{"more":"Less"}\n');
      repository.commit('Mine');
      const range = await runReview(repository, ['--base', 'main']);
      assertClosed(range, 'flag-owned', /old-home is changed/);
      assertClosed(range, 'events-additions-only', /./);
      assertClosed(range, 'copy-catalog', /./);
    });

    for (const [what, items] of [
      ['a check that is misspelt', '- [ ] Own flags <!-- check: flag-ownd -->'],
      ['an item of security that names no check', '\n## Security and privacy\n\n- [ ] No secrets'],
    ] as const) {
      it(`is by a policy with an error where the skill file has ${what}`, async () => {
        const repository = keep(pilotRepository({ files: skillOf(items) }));
        repository.write('src/home/readme.md', '# More\n');
        repository.commit('Mine');
        const range = await runReview(repository, ['--base', 'main']);
        assert.equal(range.code, 2, range.stdout);
        assert.notEqual(range.review.verdict, 'ready');
        assert.match(range.stderr, /SKILL\.md:\d+: (?:There is no check|This item of Security)/);
        const doctor = await pmZone(repository, ['doctor']);
        assert.equal(doctor.code, 2);
        assert.match(doctor.stdout, /error +\.claude\/skills\/pm-pr-review\/SKILL\.md/);
        const [standing] = (await readStandings(repository, ['src/home/readme.md'])).values();
        assert.equal(standing?.standing, 'pair');
      });
    }

    it('keeps the planning and flag checks under regulated controls, as blockers', async () => {
      const repository = keep(
        pilotRepository({
          policy: `${appendixA}\n**Controls:** regulated\n${roster}`,
          files: { '.claude/skills/pm-pr-review/SKILL.md': '## Nothing\n\n- [ ] Nothing\n' },
        }),
      );
      repository.write('src/home/i18n/en.json', copy);
      repository.commit('Mine');
      const range = await runReview(repository, ['--base', 'main']);
      assertClosed(range, 'planning-linked', /No planning doc/);
      for (const check of [
        'flag-gated',
        'flag-owned',
        'planning-complete',
        'planning-first',
        'sign-off',
        'ai-disclosed',
      ]) {
        assert.ok(
          range.review.items.some((item) => item.check === check),
          check,
        );
      }
    });

    it('finds a key whatever the file says of it', async () => {
      const repository = keep(pilotRepository());
      for (const text of [
        `<!-- secretlint-disable -->\n${token}\n`,
        `<!-- secretlint-disable-line -->\n${token} <!-- secretlint-disable-line -->\n`,
        `# secretlint-disable @secretlint/secretlint-rule-github\n${token}\n`,
        `nosec gitleaks:allow pragma: allowlist secret\n${token} # gitleaks:allow\n`,
        `export AWS_ACCESS_KEY_ID=${key}\n`,
        `\ufeff${token}\r\n`,
      ]) {
        repository.write('src/home/x.md', text);
        repository.write('.secretlintignore', '**\n');
        repository.write('.secretlintrc.json', '{"rules":[]}');
        repository.git('add', '-A');
        assertClosed(await runReview(repository, ['--staged']), 'secrets', /looks like/);
        const { stdout } = await pmZone(repository, ['review', '--staged', '--format', 'sarif']);
        assert.ok(!stdout.includes(token) && !stdout.includes(key), 'never repeats what was found');
      }
    });
  });

  describe('of the policy’s own words', () => {
    const zoneWith = (words: string): string => `# PM zone\n\n${words}\n`;
    const cases: readonly (readonly [name: string, words: string, path: string, standing: string])[] = [
      ['an allow with “except”', 'PMs can touch:\n\n- `docs/**` except `docs/legal/**`', 'docs/legal/a.md', 'locked'],
      [
        'an allow with “but not”',
        'PMs can touch:\n\n- `docs/**`, but not `docs/legal/**`',
        'docs/legal/a.md',
        'locked',
      ],
      [
        'an allow with “excluding”',
        'PMs can touch:\n\n- `docs/**` (excluding `docs/legal/**`)',
        'docs/legal/a.md',
        'locked',
      ],
      [
        '“PMs cannot touch”',
        'PMs can touch:\n\n- `docs/**`\n\nPMs cannot touch:\n\n- `docs/legal/**`',
        'docs/legal/a.md',
        'locked',
      ],
      ['“PMs can not touch”', 'PMs can not touch:\n\n- `docs/**`', 'docs/a.md', 'locked'],
      ['“PMs can’t touch”', 'PMs can’t touch:\n\n- `docs/**`', 'docs/a.md', 'locked'],
      ['“PMs may never touch”', 'PMs may never touch:\n\n- `docs/**`', 'docs/a.md', 'locked'],
      ['“Do not touch”', 'Do not touch:\n\n- `docs/**`', 'docs/a.md', 'locked'],
      ['“Engineering zone”', '**Engineering zone**\n\n- `docs/**`', 'docs/a.md', 'locked'],
      [
        'a forbid without backticks',
        'PMs can touch:\n\n- `docs/**`\n\nPMs cannot touch:\n\n- docs/legal/**',
        'docs/a.md',
        'pair',
      ],
      [
        'a forbid in prose',
        'PMs can touch:\n\n- `docs/**`\n\nPMs cannot touch:\n\n- the legal pages',
        'docs/a.md',
        'pair',
      ],
      [
        'a forbid that is broken',
        'PMs can touch:\n\n- `docs/**`\n\nPMs cannot touch:\n\n- `docs/{legal,**`',
        'docs/a.md',
        'pair',
      ],
      ['an inverted allow', 'PMs can touch:\n\n- `!docs/**`', 'src/a.md', 'pair'],
      [
        'an inverted forbid',
        'PMs can touch:\n\n- `docs/**`\n\nPMs cannot touch:\n\n- `!docs/legal/**`',
        'docs/legal/a.md',
        'not editable',
      ],
      ['a struck-out allow', 'PMs can touch:\n\n- ~~`docs/**`~~', 'docs/a.md', 'pair'],
      ['an allow in a comment', 'PMs can touch:\n\n<!--\n- `docs/**`\n-->', 'docs/a.md', 'pair'],
      ['an allow in a code block', 'PMs can touch:\n\n```\n- `docs/**`\n```', 'docs/a.md', 'pair'],
      ['an allow behind the section', 'Nothing.\n\n# Other\n\nPMs can touch:\n\n- `docs/**`', 'docs/a.md', 'pair'],
    ];
    for (const [name, words, path, expected] of cases) {
      it(`closes for ${name}`, async () => {
        const repository = keep(pilotRepository({ policy: zoneWith(words), codeowners: '* @org/all\n' }));
        const { standing = '', why = '' } = (await readStandings(repository, [path])).get(path) ?? {};
        if (expected === 'not editable') assert.notEqual(standing, 'editable', why);
        else assert.equal(standing, expected, why);
      });
    }

    it('is no policy without its heading', async () => {
      const repository = keep(
        pilotRepository({ policy: appendixA.replace(/^.*\n/, '## Which files people touch\n') + roster }),
      );
      const { code, stderr } = await pmZone(repository, ['review']);
      assert.equal(code, 2);
      assert.match(stderr, /no PM zone/);
    });

    it('asks engineering, not the PM, for a condition that no check decides', async () => {
      const repository = keep(
        pilotRepository({
          policy: zoneWith('PMs can touch:\n\n- `docs/**` after the lawyers read it'),
          codeowners: '* @org/all\n',
        }),
      );
      repository.write('docs/a.md', 'a\n');
      await pmZone(repository, ['attest', '--all']);
      repository.write('docs/PLANNING.md', plan);
      repository.commit('Mine');
      await pmZone(repository, ['attest', '--all']);
      const range = await runReview(repository, ['--base', 'main']);
      assert.equal(range.code, 1);
      assert.ok(range.review.items.some(({ text, verdict }) => /lawyers/.test(text) && verdict === 'attest'));
    });
  });
});
