import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAllCommands } from '../../src/commands/command-list.js';
import { pmZone } from '../support/run-command-line.js';
import { pilotRepository, plan } from '../support/pilot-repository.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

describe('pm-zone', () => {
  const made: TemporaryRepository[] = [];
  const keep = (repository: TemporaryRepository): TemporaryRepository => {
    made.push(repository);
    return repository;
  };
  after(() => made.forEach((repository) => repository.remove()));

  describe('usage', () => {
    const nowhere = { root: '/', environment: {} };
    const bad: readonly (readonly [readonly string[], RegExp])[] = [
      [['fly'], /^pm-zone: there is no command fly\. Run pm-zone --help for the list\.\n$/],
      [['fly\u001b[2J'], /there is no command fly\\u\{1b\}/],
      [['files', '--fast'], /^pm-zone: Unknown option '--fast'\. Run pm-zone files --help for what it takes\.\n$/],
      [['files', '--format', 'xml'], /has no format xml; it has text, json\./],
      [['why', 'a', 'b'], /does not take b\./],
      [['review', 'a'], /does not take a\./],
      [['review', '--staged', '--worktree'], /three different reviews: give one of them\./],
      [['review', '--head', 'x'], /--head goes with --base\./],
      [['review', '--base', 'main', '--as', 'x'], /--as does not go with --base/],
      [['pr', '--update', '--web'], /--update renews a pull request that is open/],
      [['review', '--base'], /^pm-zone: --base needs a value\. Run pm-zone review --help for what it takes\.\n$/],
      [['review', '--base', '-x'], /^pm-zone: --base needs a value\. /],
      [['review', '--base', ''], /^pm-zone: --base needs a value\. /],
      [['files', '--as='], /^pm-zone: --as needs a value\. /],
      [['plan', 'T', '--folder', 'a', '--folder', 'b'], /^pm-zone: --folder is given more than once, and only one/],
      [['review', '--staged', '--staged'], /^pm-zone: --staged is given more than once/],
      [['attest', '--all', 'copy', 'size'], /^pm-zone: --all takes every item .* does not go with copy size\./],
      [['pr', '--fast'], /^pm-zone: Unknown option '--fast'/],
    ];
    for (const [args, message] of bad) {
      it(`says what is wrong with ${JSON.stringify(args.join(' '))}`, async () => {
        const { code, stdout, stderr } = await pmZone(nowhere, args);
        assert.equal(code, 2);
        assert.equal(stdout, '');
        assert.match(stderr, message);
        assert.equal(stderr.split('\n').length, 2, 'one line');
      });
    }

    for (const args of [
      ['--json', '--fast'],
      ['--fast', '--format', 'json'],
      ['--format=json', 'stray'],
      ['--json', '--picture'],
    ]) {
      it(`answers a program that asks for pr ${args.join(' ')} in JSON too`, async () => {
        const { code, json, stderr } = await pmZone(nowhere, ['pr', ...args]);
        assert.equal(code, 2);
        assert.deepEqual(json, [{ outcome: 'failed', next: [stderr.replace(/^pm-zone: |\n$/g, '')] }]);
      });
    }

    it('lists the commands, and each command its options', async () => {
      const help = await pmZone(nowhere, ['--help']);
      assert.equal(help.code, 0);
      for (const command of await loadAllCommands()) {
        assert.ok(help.stdout.includes(`  ${command.name}`));
        const own = await pmZone(nowhere, [command.name, '--help']);
        assert.equal(own.code, 0);
        for (const name of Object.keys(command.options)) {
          assert.ok(own.stdout.includes(name.length === 1 ? `-${name}` : `--${name}`), `${command.name} --${name}`);
        }
        assert.match(own.stdout, /Exit codes: 0 ready, 1 not ready, 2 could not run\./);
      }
      assert.equal((await pmZone(nowhere, [])).code, 2);
      assert.equal((await pmZone(nowhere, ['-h'])).code, 0);
      assert.equal((await pmZone(nowhere, ['help'])).code, 0);
      const { code, stdout } = await pmZone(nowhere, ['--version']);
      assert.equal(code, 0);
      assert.match(stdout, /^pm-zone \d+\.\d+\.\d+\S*\n$/);
    });

    it('says what it did not expect in one line, without a stack', async () => {
      const repository = keep(pilotRepository());
      const stdin = (): never => {
        throw new Error('the pipe broke\n    at somewhere');
      };
      const { code, stderr } = await pmZone(repository, ['files', '--stdin'], { readStdin: stdin });
      assert.equal(code, 2);
      assert.equal(
        stderr,
        'pm-zone: something went wrong that PM Zone did not expect: Error: the pipe broke. Nothing was changed.\n',
      );
    });

    it('says that a folder is no repository', async () => {
      for (const args of [
        ['files'],
        ['why', 'a'],
        ['review'],
        ['plan', 'x'],
        ['attest'],
        ['pr', '--dry-run'],
        ['doctor'],
      ]) {
        const { code, stderr } = await pmZone(nowhere, args);
        assert.equal(code, 2);
        assert.match(stderr, /^pm-zone: There is no git repository in/);
      }
    });
  });

  describe('files and why', () => {
    let repository: TemporaryRepository;
    before(() => (repository = keep(pilotRepository())));
    const standings = async (args: readonly string[], stdin = ''): Promise<Record<string, string>> => {
      const { json } = await pmZone(repository, ['files', '--format', 'json', ...args], { stdin });
      return Object.fromEntries(
        (json as { path: string; standing: string }[]).map((each) => [each.path, each.standing]),
      );
    };

    it('gives the object of the contract, in the order asked', async () => {
      const { json, code, stderr } = await pmZone(repository, [
        'files',
        '--format',
        'json',
        'src/pay/charge.ts',
        'src/home/flags.yaml',
      ]);
      assert.equal(code, 0);
      assert.equal(stderr, '');
      assert.deepEqual(json, [
        {
          path: 'src/pay/charge.ts',
          standing: 'locked',
          conditions: [],
          owners: ['@org/pay'],
          because: [{ file: 'CODEOWNERS', line: 2, text: '/src/pay/ @org/pay' }],
        },
        {
          path: 'src/home/flags.yaml',
          standing: 'editable',
          conditions: ['feature-folder', 'owned-flags'],
          owners: ['@org/all'],
          because: [
            { file: 'CLAUDE.md', line: 9, text: '`**/flags.yaml` for flags they own (enforced by CODEOWNERS)' },
          ],
        },
      ]);
    });

    it('gives a path the same standing whatever else is asked for', async () => {
      const asked = await standings(['docs/new.md', 'Docs/NEW.md', 'src/home/i18n/en.json', 'src/Home/i18n/fr.json']);
      assert.equal(asked['src/home/i18n/en.json'], 'editable');
      assert.equal(asked['src/Home/i18n/fr.json'], 'locked');
      assert.deepEqual([asked['docs/new.md'], asked['Docs/NEW.md']], ['pair', 'pair']);
    });

    it('locks what lies behind a link or in a submodule', async () => {
      repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.git('rev-parse', 'HEAD')},vendor/ui`);
      try {
        const asked = await standings(['vendor/ui', 'vendor/ui/', 'vendor/ui/docs/readme.md', 'vendor/uid.md']);
        assert.deepEqual(Object.values(asked), ['locked', 'locked', 'locked', 'pair']);
      } finally {
        repository.git('rm', '-q', '--cached', 'vendor/ui');
      }
    });

    it('takes a folder for one, with or without a slash', async () => {
      const asked = await standings(['src/auth', 'src/home', 'src/home/']);
      assert.deepEqual(Object.values(asked), ['locked', 'pair', 'pair']);
      const { stdout } = await pmZone(repository, ['files', 'src/home', 'src/home/']);
      const [first, second] = stdout.split('\n').map((line) => line.replace(/^\S+ +\S+ +/, ''));
      assert.equal(first, second);
    });

    it('takes no empty name for a path', async () => {
      for (const args of [
        ['files', 'a', ''],
        ['why', ''],
      ]) {
        const { code, stdout, stderr } = await pmZone(repository, args);
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, /name/);
      }
    });

    it('understands the folder that one is in, and those above', async () => {
      const inHome = async (path: string): Promise<unknown> =>
        (await pmZone(repository, ['why', '--format', 'json', '--cwd', 'src/home/i18n', path])).json.map(
          (each) => (each as { path: string }).path,
        );
      assert.deepEqual(await inHome('.'), ['src/home/i18n']);
      assert.deepEqual(await inHome('..'), ['src/home']);
      assert.deepEqual(await inHome('./en.json'), ['src/home/i18n/en.json']);
      assert.deepEqual(await inHome('../..'), ['src']);
      assert.deepEqual(await inHome('../../../../x'), ['../x']);
    });

    it('takes every tracked file where none is named, and filters', async () => {
      const all = await standings([]);
      assert.equal(all['src/home/i18n/en.json'], 'editable');
      assert.equal(all['src/auth/login.ts'], 'locked');
      assert.equal(all['src/other/readme.md'], 'pair');
      assert.equal(Object.keys(all).length, repository.git('ls-files').split('\n').length);
      assert.deepEqual(new Set(Object.values(await standings(['--locked']))), new Set(['locked']));
      assert.deepEqual(
        new Set(Object.values(await standings(['--editable', '--pair']))),
        new Set(['editable', 'pair']),
      );
    });

    it('reads paths a line or a NUL from standard input', async () => {
      assert.deepEqual(await standings(['--stdin'], 'src/home/i18n/xx.json\r\n\nsrc/auth/a b.md\n'), {
        'src/home/i18n/xx.json': 'editable',
        'src/auth/a b.md': 'locked',
      });
      assert.deepEqual(await standings(['--stdin', '-z'], 'src/home/i18n/xx.json\0src/home/i18n/x\ny.json\0'), {
        'src/home/i18n/xx.json': 'editable',
        'src/home/i18n/x\ny.json': 'locked',
      });
      assert.match((await pmZone(repository, ['files', '--stdin', 'x'])).stderr, /paths or --stdin, not both/);
      assert.match((await pmZone(repository, ['files', '-z'])).stderr, /it goes with --stdin/);
    });

    it('understands paths of a folder below, and locks what leaves the repository', async () => {
      const below = { ...repository, root: join(repository.root, 'src/home') };
      const { json } = await pmZone(below, [
        'files',
        '--format',
        'json',
        './i18n/en.json',
        '../auth/login.ts',
        '../../../x',
        '/etc/passwd',
      ]);
      assert.deepEqual(
        (json as { path: string; standing: string }[]).map(({ path, standing }) => [path, standing]),
        [
          ['src/home/i18n/en.json', 'editable'],
          ['src/auth/login.ts', 'locked'],
          ['../x', 'locked'],
          ['/etc/passwd', 'locked'],
        ],
      );
    });

    it('prints a line a path in words', async () => {
      const { stdout } = await pmZone(repository, [
        'files',
        'src/home/flags.yaml',
        'src/auth/',
        'src/home/analytics/events.ts',
      ]);
      assert.equal(
        stdout,
        [
          'editable  src/home/flags.yaml  CLAUDE.md lets PMs edit **/flags.yaml for flags they own (enforced by CODEOWNERS), as long as only flags on your row of the list of PMs are changed (CLAUDE.md:9)',
          'locked    src/auth/  CLAUDE.md keeps **/auth/** from PMs (CLAUDE.md:14)',
          'editable  src/home/analytics/events.ts  CLAUDE.md lets PMs edit **/analytics/events.ts (new events only, additions only), as long as things are only added, nothing is changed or removed (CLAUDE.md:10)',
          '',
        ].join('\n'),
      );
    });

    it('explains a path by the policy of another branch, over its files and for whom its list names', async () => {
      const other = pilotRepository();
      other.write('CLAUDE.md', '# Notes\n\n## PM zone\n\nPMs can touch:\n\n- `src/new/**`\n');
      other.write('src/new/a.md', 'a\n');
      other.commit('Open more');
      const [proposed, now] = [
        await pmZone(other, ['why', 'src/new/a.md', '--head', 'pm/home']),
        await pmZone(other, ['why', 'src/new/a.md', '--head', 'main', '--as', '@maya']),
      ];
      assert.match(proposed.stdout, /^src\/new\/a\.md is yours to edit: /u);
      assert.match(
        proposed.stdout,
        /\(a preview: it counts for nothing before it is on the branch that everybody works from\)\.\n$/u,
      );
      assert.match(now.stdout, /^src\/new\/a\.md is yours to edit only together with an engineer \(pair\): /u);
      assert.match(now.stdout, /\nJudged by the policy of main at [0-9a-f]{10}\.\n$/u);
      const { json } = await pmZone(other, ['why', 'src/new', '--head', 'pm/home', '--format', 'json']);
      assert.deepEqual((json[0] as { ownedBy: unknown }).ownedBy, []);
      const none = await pmZone(other, ['why', 'a', '--head', 'nowhere']);
      assert.deepEqual([none.code, none.stdout], [2, '']);
      other.remove();
    });

    it('says why, of files and folders, in text and JSON', async () => {
      const { stdout, code } = await pmZone(repository, ['why', 'src/pay']);
      assert.equal(code, 0);
      assert.match(
        stdout,
        /^src\/pay is locked for PMs: it is owned by @org\/pay\.\n {2}CODEOWNERS:2 {2}\/src\/pay\/ @org\/pay\nTo have it changed, ask @org\/pay\.\nJudged by the policy of main at [0-9a-f]{10}\.\n$/,
      );
      const [object] = (await pmZone(repository, ['why', 'src/home/i18n/en.json', '--format', 'json'])).json as [
        { standing: string },
      ];
      assert.equal(object.standing, 'editable');
      assert.match((await pmZone(repository, ['why'])).stderr, /name a path/);
    });

    it('locks what is tracked as a link, wherever it lies', async () => {
      const other = keep(pilotRepository());
      const oid = other.git('rev-parse', 'HEAD:package.json');
      other.git('update-index', '--add', '--cacheinfo', `120000,${oid},src/home/i18n/link.json`);
      const { stdout } = await pmZone(other, ['files', 'src/home/i18n/link.json', 'src/home/i18n/en.json']);
      assert.match(
        stdout,
        /^locked {4}src\/home\/i18n\/link\.json {2}no plain path: it is a symbolic link, which may lead anywhere\neditable /,
      );
    });

    it('writes much in pieces', async () => {
      const stdin = Array.from({ length: 3000 }, (_, index) => `src/home/i18n/${index}.json\n`).join('');
      assert.equal((await pmZone(repository, ['files', '--stdin', '--format', 'json'], { stdin })).json.length, 3000);
    });

    it('judges as whom --as names, and says who is not on the roster', async () => {
      const { stderr, stdout } = await pmZone(repository, [
        'files',
        'src/home/i18n/en.json',
        '--as',
        'dana@example.com',
      ]);
      assert.match(
        stderr,
        /^pm-zone: dana@example\.com is not on the list of PMs of main; shown is what a PM without feature folders may do\.\n$/,
      );
      assert.match(stdout, /^pair/);
    });
  });

  describe('policies', () => {
    it('works by the working copy as a preview, which is never ready', async () => {
      const repository = keep(temporaryRepository());
      repository.write('a.md', 'a');
      repository.commit('Begin');
      const bare = await pmZone(repository, ['files', 'a.md']);
      assert.match(bare.stderr, /no PM zone was found in CLAUDE\.md/);
      assert.match(bare.stdout, /^pair/);
      assert.match(
        (await pmZone(repository, ['review'])).stderr,
        /this repository has no PM zone yet, neither on main at [0-9a-f]{12} nor in the working copy, .* pm-zone init proposes one/u,
      );
      repository.write('CLAUDE.md', '# PM zone\n\nPMs can touch:\n\n- `**/*.md` (documentation)\n');
      const preview = await pmZone(repository, ['files', 'a.md']);
      assert.match(preview.stderr, /this is a preview/);
      assert.match(preview.stdout, /^editable/);
      const review = await pmZone(repository, ['review']);
      assert.equal(review.code, 1);
      assert.match(review.stdout, /^This is a preview/);
      assert.equal(
        (await pmZone(repository, ['why', 'a.md'])).stdout.includes(
          '(a preview: the branch that everybody works from has no PM zone yet)',
        ),
        true,
      );
      const range = await pmZone(repository, ['review', '--base', 'HEAD']);
      assert.equal(range.code, 2);
    });

    it('is not run against a base without policy, and knows free-text conditions', async () => {
      const origin = keep(pilotRepository({ policy: 'Nothing of it.\n' }));
      const repository = keep(origin.clone());
      repository.git('config', 'user.email', 'maya@example.com');
      repository.write('CLAUDE.md', '# PM zone\n\nPMs can touch:\n\n- `**/*.md` when the moon is full\n');
      repository.commit('Policy of their own');
      const answer = await pmZone(repository, ['review', '--base', 'origin/main']);
      assert.equal(answer.code, 2);
      assert.match(answer.stderr, /origin\/main has no PM zone, so nothing can be judged by it/);
      const [object] = (await pmZone(repository, ['files', 'a.md', '--format', 'json'])).json as [
        { conditions: string[] },
      ];
      assert.deepEqual(object.conditions, ['when the moon is full']);
      const text = await pmZone(repository, ['why', 'a.md', '--format', 'text']);
      assert.match(text.stdout, /“when the moon is full”, which your engineering DRI confirms/);
    });

    it('says each error of the policy with its line and exits 2', async () => {
      const repository = keep(
        pilotRepository({
          policy:
            '# PM zone\n\nPMs can touch:\n\n- `**/*.md` (documentation)\n\nPMs cannot touch:\n\n- the billing page\n',
        }),
      );
      const { code, stderr, stdout } = await pmZone(repository, ['files', 'src/home/x.md']);
      assert.equal(code, 2);
      assert.match(stderr, /^pm-zone: CLAUDE\.md:11: /);
      assert.match(stdout, /^pair/);
      assert.equal((await pmZone(repository, ['doctor'])).code, 2);
      assert.equal((await pmZone(repository, ['why', 'src/home/x.md'])).code, 2);
      repository.write('src/home/x.md', 'x\n');
      assert.equal((await pmZone(repository, ['review'])).code, 2);
    });

    it('finds nothing wrong with a policy that is in order, and warns otherwise', async () => {
      const fine = keep(
        pilotRepository({
          policy:
            '# PM zone\n\nPMs can touch:\n\n- `**/i18n/*.json` (user-facing strings)\n\nPMs cannot touch:\n\n- `src/auth/**`\n',
          codeowners: '* @org/all\n/src/auth/ @org/id\n',
        }),
      );
      const answer = await pmZone(fine, ['doctor']);
      assert.match(
        answer.stdout,
        /^Judged: CLAUDE\.md of main at [0-9a-f]{12}\nEverybody .*: 2 files editable, 5 with .*, 4 locked\nThe policy files have no problems\.\n$/,
      );
      assert.equal(answer.code, 0);
      const weak = keep(pilotRepository({ codeowners: '/src/pay/ @org/pay\n' }));
      const json = await pmZone(weak, ['doctor', '--format', 'json']);
      assert.equal(json.code, 1);
      const { policy, pms, problems } = json.json[0] as {
        policy: { ref: string; commit: string; preview: boolean };
        pms: { pm: string; editable: number; reviewers: string[] }[];
        problems: { severity: string }[];
      };
      assert.deepEqual([policy.ref, policy.commit.length, policy.preview], ['main', 40, false]);
      assert.deepEqual(
        pms.map(({ pm, editable, reviewers }) => [pm, editable, reviewers]),
        [['Maya', 5, ['@org/home']]],
      );
      assert.ok(problems.some((problem) => problem.severity === 'warning'));
      assert.match((await pmZone(weak, ['doctor'])).stdout, /^! warning {2}CLAUDE\.md:\d+ {2}/m);
    });

    it('says who could be asking where git does not know', async () => {
      const repository = keep(pilotRepository());
      repository.git('config', 'user.email', '');
      const { code, stderr } = await pmZone(repository, ['review']);
      assert.equal(code, 2);
      assert.match(stderr, /git does not know who you are/);
      assert.match(
        (await pmZone(repository, ['files', 'x'])).stderr,
        /git’s settings do not say who you are; shown is/,
      );
      assert.match(
        (await pmZone(repository, ['files', 'x', '--as', 'Maya Rivera'])).stderr,
        /“Maya Rivera” is no address like maya@example\.com and no handle like @maya; shown is/,
      );
    });
  });

  describe('review', () => {
    it('has nothing to say of nothing', async () => {
      const repository = keep(pilotRepository());
      for (const args of [['review'], ['review', '--staged'], ['review', '--worktree']]) {
        const { code, stdout } = await pmZone(repository, args);
        assert.equal(code, 0);
        assert.match(stdout, /^Nothing has changed/);
      }
      const range = await pmZone(repository, ['review', '--base', 'main']);
      assert.equal(range.code, 2);
    });

    it('goes from a mistake to ready, as the PM fixes it and attests', async () => {
      const repository = keep(pilotRepository());
      repository.write('src/auth/login.ts', 'export const login = 2;\n');
      repository.git('add', '-A');
      const blocked = await pmZone(repository, ['review', '--staged']);
      assert.equal(blocked.code, 1);
      assert.match(blocked.stdout, /^Blocked\./);
      repository.git('restore', '--staged', '--worktree', 'src/auth/login.ts');
      repository.write('src/home/PLANNING.md', plan);
      repository.commit('Plan');
      repository.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Begin here."\n}\n');
      assert.equal((await pmZone(repository, ['review'])).code, 1);
      const open = await pmZone(repository, ['attest']);
      assert.equal(open.code, 1);
      const listed = (await pmZone(repository, ['attest', '--format', 'json'])).json[0] as { left: { id: string }[] };
      const [first, ...others] = listed.left.map((item) => item.id);
      assert.ok(first !== undefined && others.length > 0);
      const some = await pmZone(repository, ['attest', first]);
      assert.match(some.stdout, /^Confirmed for exactly this content:\n.*\nYours to confirm\./);
      assert.match((await pmZone(repository, ['attest', first])).stderr, /is not an item that is yours to confirm now/);
      const rest = await pmZone(repository, ['attest', '--all']);
      assert.equal(rest.code, 0);
      assert.match(rest.stdout, /Nothing is left for you to confirm\.\n.*kept on this computer.*not committed yet/);
      const ready = await pmZone(repository, ['review', '--format', 'json']);
      const object = ready.json[0] as Record<string, unknown>;
      assert.equal(object['verdict'], 'ready', ready.stdout);
      assert.equal(ready.code, 0);
      for (const key of ['verdict', 'base', 'head', 'policy', 'author', 'items', 'findings', 'crashes'])
        assert.ok(key in object, key);
      repository.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Begin there."\n}\n');
      assert.equal((await pmZone(repository, ['review'])).code, 1, 'an attestation holds for exactly that content');
    });

    it('has each format', async () => {
      const repository = keep(pilotRepository());
      repository.write('src/auth/login.ts', 'export const login = 2;\n');
      const begins = {
        text: /^Blocked/,
        markdown: /^## PM PR Review/,
        json: /^\{"verdict":"blocked"/,
        sarif: /"version":"2\.1\.0"/,
        github: /^::error file=src\/auth\/login\.ts,line=1,col=1/,
      };
      for (const [format, begin] of Object.entries(begins))
        assert.match((await pmZone(repository, ['review', '--format', format])).stdout, begin);
    });

    it('says of one finding what was read and decided, and who can waive it', async () => {
      const repository = keep(pilotRepository());
      repository.write('src/home/PLANNING.md', plan);
      repository.commit('Plan');
      repository.write('src/home/i18n/en.json', '{\n  "title": "Home",\n  "body": "Begin here."\n}\n');
      const listed = (await pmZone(repository, ['review', '--format', 'json'])).json[0] as {
        findings: { id: string; check: string; message: string }[];
      };
      const found = listed.findings.find(({ check }) => check === 'copy-catalog');
      assert.ok(found !== undefined);
      const text = await pmZone(repository, ['review']);
      assert.ok(text.stdout.includes(`(${found.id})`), text.stdout);
      const why = await pmZone(repository, ['review', '--why', found.id]);
      assert.equal(why.code, 0);
      for (const part of [found.message, 'src/home/i18n/en.json, line 2: as', 'How to fix it:', '@erin can waive it'])
        assert.ok(why.stdout.includes(part), `${part} in ${why.stdout}`);
      const json = await pmZone(repository, ['review', '--why', found.id, '--format', 'json']);
      assert.equal((json.json[0] as { id: string }).id, found.id);
      repository.write('src/home/i18n/en.json', '{\n  "title": "Homes",\n  "body": "Begin here."\n}\n');
      const gone = await pmZone(repository, ['review', '--why', found.id]);
      assert.equal(gone.code, 2);
      assert.match(gone.stderr, /no finding called copy-catalog-[0-9a-f]+\. It may be gone/);
    });

    it('explains a finding that is about no file, and a policy’s own rule', async () => {
      const repository = keep(pilotRepository());
      repository.write('src/auth/login.ts', 'export const login = 2;\n');
      const { findings } = (await pmZone(repository, ['review', '--format', 'json'])).json[0] as {
        findings: { id: string; check: string }[];
      };
      const whyOf = async (check: string): Promise<string> => {
        const id = findings.find((each) => each.check === check)?.id ?? '';
        return (await pmZone(repository, ['review', '--why', id])).stdout;
      };
      assert.match(await whyOf('planning-linked'), /The change as a whole, its commits and its planning doc\./);
      assert.match(await whyOf('zone'), /\n {2}CLAUDE\.md:\d+ {2}/);
    });

    it('judges a range by its commits, whoever runs it', async () => {
      const repository = keep(pilotRepository());
      repository.write('src/auth/login.ts', 'export const login = 2;\n');
      repository.commit('Own');
      repository.git('config', 'user.email', 'erin@example.com');
      const result = await pmZone(repository, ['review', '--base', 'main']);
      assert.equal(result.code, 1);
      assert.match(result.stdout, /BLOCKER/);
      repository.git('switch', '-q', '-c', 'eng', 'main');
      repository.write('src/auth/login.ts', 'export const login = 3;\n');
      repository.commit('Not their own', { author: 'Erin <erin@example.com>' });
      const engineers = await pmZone(repository, ['review', '--base', 'main', '--head', 'eng']);
      assert.equal(engineers.code, 0);
      assert.match(engineers.stdout, /^erin@example\.com is not on the list of PMs/);
      const actor = await pmZone(repository, ['review', '--base', 'main'], { environment: { GITHUB_ACTOR: 'maya' } });
      assert.equal(actor.code, 1);
      repository.write('src/auth/login.ts', 'export const login = 4;\n');
      repository.commit('Together\n\nCo-authored-by: Maya <maya@example.com>', { author: 'Erin <erin@example.com>' });
      assert.equal((await pmZone(repository, ['review', '--base', 'main'])).code, 1);
      for (const args of [
        ['--base', 'nowhere'],
        ['--base', 'main', '--head', 'nowhere'],
        ['--base', '--help-me'],
      ]) {
        assert.equal((await pmZone(repository, ['review', ...args])).code, 2);
      }
    });
  });

  describe('plan', () => {
    it("writes the plan of the PM's only folder, and never over one", async () => {
      const repository = keep(pilotRepository());
      const { code, stdout } = await pmZone(repository, ['plan', 'A clearer home', '--level', 'copy']);
      assert.equal(code, 0);
      assert.equal(stdout, 'src/home/PLANNING.md\n');
      const text = readFileSync(join(repository.root, 'src/home/PLANNING.md'), 'utf8');
      for (const part of [
        '# PLANNING: A clearer home',
        '@erin',
        '@paul',
        '`new-home`',
        '`src/home`',
        '**Level:** copy',
        '2026-01-02',
      ])
        assert.ok(text.includes(part), part);
      repository.commit('Plan');
      const second = await pmZone(repository, ['plan', 'A clearer home', '--format', 'json']);
      assert.deepEqual(
        second.code === 0 ? (second.json[0] as { path: string }).path : second.stderr,
        'src/home/plans/a-clearer-home/PLANNING.md',
      );
      assert.equal(readFileSync(join(repository.root, 'src/home/PLANNING.md'), 'utf8'), text);
    });

    it('takes the level, and its first sentence, from what is changed already', async () => {
      const repository = keep(pilotRepository());
      repository.write('src/home/i18n/en.json', '{"title": "Home, {name}", "body": "Start with a board."}');
      assert.equal((await pmZone(repository, ['plan', 'One word', '--no-flag'])).code, 0);
      const text = readFileSync(join(repository.root, 'src/home/PLANNING.md'), 'utf8');
      assert.match(text, /\*\*Level:\*\* copy/);
      assert.match(text, /“Nothing here yet\.” becomes “Start with a board\.”/);
    });

    it('leaves the flag out where words go live without one, though the PM has one', async () => {
      const repository = keep(pilotRepository());
      assert.equal((await pmZone(repository, ['plan', 'One word', '--level', 'copy', '--no-flag'])).code, 0);
      const text = readFileSync(join(repository.root, 'src/home/PLANNING.md'), 'utf8');
      assert.match(text, /\*\*Flag:\*\* none, because \[/);
      assert.doesNotMatch(text, /new-home/);
    });

    it('takes a whole path inside the repository for a folder, and none outside', async () => {
      const repository = keep(pilotRepository());
      const inside = await pmZone(repository, ['plan', 'One', '--folder', join(repository.root, 'src/home')]);
      assert.equal(inside.stdout, 'src/home/PLANNING.md\n');
      for (const folder of ['/tmp', join(repository.root, '..'), repository.root]) {
        const { code, stderr } = await pmZone(repository, ['plan', 'Two', '--folder', folder]);
        assert.equal(code, 2, folder);
        assert.match(stderr, /is not a folder in this repository/, folder);
      }
      assert.equal(repository.git('status', '--porcelain'), '?? src/home/PLANNING.md');
    });

    it("takes the team's own template", async () => {
      const repository = keep(
        pilotRepository({
          files: { 'docs/PLANNING.template.md': '# PLANNING: NAME\n\n**Status:** Draft\n\n## Our own question\n' },
        }),
      );
      await pmZone(repository, ['plan', 'Ours']);
      assert.match(
        readFileSync(join(repository.root, 'src/home/PLANNING.md'), 'utf8'),
        /^# PLANNING: Ours\n[^]*## Our own question/,
      );
    });

    it("says when a folder is not the PM's, and refuses where it cannot be", async () => {
      const repository = keep(pilotRepository());
      const other = await pmZone(repository, ['plan', 'X', '--folder', 'src/other', '--flag', 'x']);
      assert.equal(other.code, 0);
      assert.match(other.stderr, /an engineer has to work on src\/other\/PLANNING\.md with you: /);
      writeFileSync(join(repository.root, 'src/file'), '');
      const bad: readonly (readonly [readonly string[], RegExp])[] = [
        [['plan'], /give the plan a title/],
        [
          ['plan', 'X', '--level', 'huge'],
          /there is no level huge; the levels are copy, config, prompt, front-end, feature/,
        ],
        [['plan', 'X', '--folder', 'src/auth'], /src\/auth\/PLANNING\.md would be locked: CLAUDE\.md keeps/],
        [['plan', 'X', '--no-flag'], /only words may go live without a flag: add --level copy/],
        [['plan', 'X', '--level', 'copy', '--no-flag', '--flag', 'x'], /give --flag KEY or --no-flag, not both/],
        [['plan', 'X', '--folder', '../elsewhere'], /is not a folder in this repository/],
        [['plan', 'X', '--folder', 'src/file'], /a folder on the way is a link or a file/],
        [['plan', '!!!'], /needs a name/],
        [['plan', 'X', '--as', 'dana@example.com'], /say which feature the plan is for/],
      ];
      for (const [args, message] of bad) {
        const { code, stderr } = await pmZone(repository, args);
        assert.equal(code, 2, args.join(' '));
        assert.match(stderr, message);
      }
      assert.ok(!existsSync(join(repository.root, 'src/auth/PLANNING.md')));
    });

    it('asks which of several folders, and takes the working copy before the first commit', async () => {
      const repository = keep(temporaryRepository());
      repository.write(
        'CLAUDE.md',
        '# PM zone\n\n| PM | Email | Feature folders |\n| --- | --- | --- |\n| Maya (@maya) | maya@example.com | src/home, src/cart |\n',
      );
      assert.match(
        (await pmZone(repository, ['plan', 'X'])).stderr,
        /which of your feature folders the plan is for: --folder src\/home or --folder src\/cart/,
      );
      assert.equal((await pmZone(repository, ['plan', 'X', '--folder', 'src/cart/'])).stdout, 'src/cart/PLANNING.md\n');
    });

    it('does not overwrite a plan that git does not know yet', async () => {
      const repository = keep(pilotRepository());
      repository.write('src/home/PLANNING.md', 'mine');
      const { code, stderr } = await pmZone(repository, ['plan', 'X']);
      assert.equal(code, 2);
      assert.match(stderr, /is there already, and nothing is written over it/);
      assert.equal(readFileSync(join(repository.root, 'src/home/PLANNING.md'), 'utf8'), 'mine');
    });
  });

  describe('pr', () => {
    const prepared = (template = '## Summary\n\n## Notes\n\nOurs.\n'): TemporaryRepository => {
      const repository = keep(pilotRepository({ files: { '.github/pull_request_template.md': template } }));
      repository.write('src/home/PLANNING.md', plan);
      repository.commit('Plan');
      repository.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Begin here."\n}\n');
      repository.commit('Say it\n\nCo-authored-by: Claude <noreply@anthropic.com>');
      return repository;
    };

    it('drafts title, body, reviewers and labels', async () => {
      const repository = prepared();
      repository.git('remote', 'add', 'origin', 'git@github.com:org/app.git');
      const { json, code } = await pmZone(repository, ['pr', '--dry-run', '--format', 'json']);
      assert.equal(code, 1, 'not ready before the attestation');
      const draft = json[0] as {
        title: string;
        body: string;
        base: string;
        head: string;
        labels: string[];
        reviewers: string[];
        draft: boolean;
        url: string;
      };
      assert.equal(draft.title, 'A clearer home');
      assert.deepEqual([draft.base, draft.head, draft.draft], ['main', 'pm/home', true]);
      assert.ok(
        draft.labels.includes('pm-authored') &&
          draft.labels.includes('zone:copy') &&
          draft.labels.includes('ai-assisted'),
      );
      assert.ok(draft.reviewers.includes('@erin') && !draft.reviewers.includes('@maya'));
      assert.match(draft.body, /New people read what to do first\./);
      assert.match(draft.body, /## Notes\n\nOurs\./);
      assert.match(draft.body, /Begin here/);
      assert.match(draft.url, /^https:\/\/github\.com\/org\/app\/compare\/main\.\.\.pm\/home\?/);
      const text = await pmZone(repository, ['pr', '--dry-run', '--draft']);
      assert.match(
        text.stdout,
        /^Title: {5}A clearer home\nBranches: {2}pm\/home → main \(as a draft\)\nLabels: .*\nReviewers: .*@erin/,
      );
      assert.match(text.stdout, /Open it filled in: pm-zone pr --web\n$/);
      assert.match(
        text.stdout,
        /\nYours to fill in:\n {2}- In the description, these parts of the repository’s template are yours: “Notes”\.\n\n## Summary/,
      );
      const web = await pmZone(repository, ['pr', '--web']);
      assert.match(web.stdout, /^https:\/\/github\.com\/org\/app\/compare\/\S+\n$/);
      assert.deepEqual(web.stderr.split('\n').slice(0, -1), [
        'pm-zone: Your change is not on the server yet, so that page has nothing to show: share it first with git push, or leave --web away, then pm-zone pr does both.',
        'pm-zone: In the description, these parts of the repository’s template are yours: “Notes”.',
        'pm-zone: There, set these labels: pm-authored, zone:copy, size:XS, ai-assisted.',
        'pm-zone: Ask these people to review it: @erin, @paul, @org/all.',
      ]);
      repository.git('update-ref', 'refs/remotes/origin/pm/home', 'HEAD');
      const page = await pmZone(repository, ['pr', '--web', '--json']);
      assert.deepEqual(page.json, [
        {
          outcome: 'page',
          url: web.stdout.trim(),
          next: page.stderr
            .trimEnd()
            .split('\n')
            .map((line) => line.slice(9)),
        },
      ]);
      assert.doesNotMatch(page.stderr, /not on the server/);
    });

    it('says where the description lies that the address has no room for', async () => {
      const repository = prepared();
      repository.git('remote', 'add', 'origin', 'git@github.com:org/app.git');
      const texts = Object.fromEntries(
        Array.from({ length: 90 }, (_, count) => [`key${count}`, 'Some words. '.repeat(10)]),
      );
      repository.write('src/home/i18n/en.json', JSON.stringify(texts));
      repository.commit('Many');
      const short = await pmZone(repository, ['pr', '--web']);
      const [, path = ''] =
        /has room for a shortened description\. The whole one lies in (\S+): paste it/.exec(short.stderr) ?? [];
      const { json, stdout } = await pmZone(repository, ['pr', '--dry-run', '--format', 'json']);
      const { body, urlHolds, leftOut } = json[0] as { body: string; urlHolds: string; leftOut: string[] };
      assert.deepEqual([readFileSync(path, 'utf8'), urlHolds, leftOut.length > 0], [body, 'short-body', true], stdout);
      assert.match(
        (await pmZone(repository, ['pr', '--dry-run'])).stdout,
        /has no room for .*; it says where the whole/,
      );
      assert.equal(repository.git('status', '--porcelain'), '');
    });

    it('says so too where it has no room for any, and the disk takes none', async () => {
      const repository = prepared('x'.repeat(9000));
      repository.git('remote', 'add', 'origin', 'git@github.com:org/app.git');
      repository.write('.git/pm-zone-pull-request.md/x', '');
      assert.match(
        (await pmZone(repository, ['pr', '--web'])).stderr,
        /has room for no description\. pm-zone pr --dry-run prints the whole one: paste it/,
      );
      assert.match((await pmZone(repository, ['pr', '--dry-run'])).stdout, /has no room for the description;/);
    });

    it('says where it cannot draft or knows no host', async () => {
      const repository = prepared();
      assert.match((await pmZone(repository, ['pr', '--web'])).stderr, /on no server that PM Zone knows/);
      assert.match(
        (await pmZone(repository, ['pr', '--dry-run'])).stdout,
        /^Title[^]*Engineering DRI(?:(?!Open it)[^])*$/,
      );
      await pmZone(repository, ['attest', '--all']);
      assert.equal((await pmZone(repository, ['pr', '--dry-run'])).code, 0, 'ready once attested');
      const bare = keep(
        pilotRepository({
          policy: '# PM zone\n\nPMs can touch:\n\n- `**/*.md` (documentation)\n\nPMs cannot touch:\n\n- billing\n',
          codeowners: '',
        }),
      );
      bare.write('src/home/x.md', 'x\n');
      bare.commit('Own');
      const broken = await pmZone(bare, ['pr', '--dry-run']);
      assert.equal(broken.code, 2, 'the policy has an error');
      assert.match(broken.stdout, /Reviewers: none found/);
      const empty = keep(temporaryRepository());
      empty.write('CLAUDE.md', '# PM zone\n\nPMs can touch:\n\n- `**/*.md` (documentation)\n');
      assert.match(
        (await pmZone(empty, ['pr', '--dry-run'])).stderr,
        /The branch that everybody works from names no commit here\. Get it with git fetch, .* git remote set-head origin --auto\.\n$/,
      );
      const none = await pmZone(keep(pilotRepository()), ['pr', '--dry-run']);
      assert.equal(none.code, 2);
      const unborn = keep(prepared().clone());
      unborn.git('config', 'user.email', 'maya@example.com');
      unborn.git('switch', '-q', '--orphan', 'new');
      assert.match((await pmZone(unborn, ['pr', '--dry-run'])).stderr, /nothing is committed here yet/);
    });

    it('names the branch of a remote without the remote', async () => {
      const origin = prepared();
      origin.git('switch', '-q', 'main');
      const repository = keep(origin.clone());
      repository.git('config', 'user.email', 'maya@example.com');
      repository.git('switch', '-q', 'pm/home');
      const draft = (await pmZone(repository, ['pr', '--dry-run', '--format', 'json'])).json[0] as { base: string };
      assert.equal(draft.base, 'main');
      repository.git('switch', '-q', '--detach');
      assert.match((await pmZone(repository, ['pr', '--dry-run'])).stdout, /Branches: {2}[0-9a-f]{40} → main/);
    });
  });
});
