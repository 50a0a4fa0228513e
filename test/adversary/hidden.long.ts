import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { assertClosed, runReview } from '../support/review-assertions.js';
import { pmZone } from '../support/run-command-line.js';
import { pilotRepository } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const secret = 'src/auth/login.ts';
const locked = /src\/auth\/login\.ts is locked/;

/** Ways by which git itself would show less than what changed, or run a program on the way. */
describe('a change that hides', () => {
  let repository: TemporaryRepository;
  let clean: string;
  before(() => {
    repository = pilotRepository();
    clean = repository.git('config', '--file', '.git/config', '--list');
    assert.notEqual(clean, '');
  });
  after(() => repository.remove());
  afterEach(() => {
    repository.git('reset', '-q', '--hard', 'main');
    repository.git('clean', '-qffdx');
    rmSync(join(repository.root, '.git/info'), { recursive: true, force: true });
  });

  const everywhere = async (check: string, words: RegExp): Promise<void> => {
    assertClosed(await runReview(repository, []), check, words);
    repository.git('add', '--all', '--force');
    assertClosed(await runReview(repository, ['--staged']), check, words);
    repository.git('commit', '-q', '--no-verify', '-m', 'Mine');
    assertClosed(await runReview(repository, ['--base', 'main']), check, words);
  };

  for (const attributes of [
    '-diff',
    'binary',
    'diff=none',
    '-text -diff linguist-generated',
    'export-ignore',
    'text eol=crlf',
    'ident',
    'merge=ours',
  ]) {
    it(`is seen behind the attributes ${attributes}, in the repository's file and in git's own`, async () => {
      repository.write('src/auth/.gitattributes', `* ${attributes}\n`);
      repository.write('.git/info/attributes', `* ${attributes}\n`);
      repository.write(secret, 'export const login = 2;\n');
      await everywhere('zone', locked);
    });
  }

  it('cannot be read in another encoding of the working tree, and says so', async () => {
    repository.write('.git/info/attributes', '*.md working-tree-encoding=UTF-16LE\n');
    repository.write('src/home/x.md', Buffer.from('\ufeffpassword', 'utf16le'));
    assertClosed(
      await runReview(repository, []),
      'zone',
      /could not be reviewed, because its text is not in UTF-8/,
      'needs-fix',
    );
  });

  it('is seen where git was told to assume it unchanged, or to skip it', async () => {
    repository.git('update-index', '--assume-unchanged', secret);
    repository.git('update-index', '--skip-worktree', 'src/pay/charge.ts');
    repository.write(secret, 'export const login = 2;\n');
    repository.write('src/pay/charge.ts', 'export const charge = 2;\n');
    const worktree = await runReview(repository, []);
    assertClosed(worktree, 'zone', locked);
    assertClosed(worktree, 'codeowners', /src\/pay\/charge\.ts is locked/);
    repository.git('update-index', '--no-assume-unchanged', secret);
    repository.git('update-index', '--no-skip-worktree', 'src/pay/charge.ts');
  });

  it('is seen where it is only intended to be added', async () => {
    repository.write('src/auth/new.ts', 'export const x = 1;\n');
    repository.git('add', '--intent-to-add', 'src/auth/new.ts');
    assertClosed(await runReview(repository, []), 'zone', /src\/auth\/new\.ts is locked/);
  });

  it('is seen if the file is only ignored by a pattern of the PM, once it is committed', async () => {
    repository.write('.git/info/exclude', 'src/auth/\n');
    repository.write('src/auth/new.ts', 'export const x = 1;\n');
    repository.git('add', '--force', 'src/auth/new.ts');
    assertClosed(await runReview(repository, ['--staged']), 'zone', /src\/auth\/new\.ts is locked/);
  });

  it('is seen in a submodule that .gitmodules and settings ignore', async () => {
    const inner = repository.clone();
    try {
      repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'src/home/sub');
      repository.git('config', '--file', '.gitmodules', 'submodule.src/home/sub.ignore', 'all');
      repository.git('config', 'submodule.src/home/sub.ignore', 'all');
      repository.git('config', 'diff.ignoreSubmodules', 'all');
      repository.git('add', '-A');
      repository.git('commit', '-q', '--no-verify', '-m', 'Mine');
      assertClosed(await runReview(repository, ['--base', 'main']), 'zone', /src\/home\/sub is locked.*submodule/);
      const before = repository.git('rev-parse', 'HEAD');
      execFileSync('git', ['-C', join(repository.root, 'src/home/sub'), 'commit', '-q', '--allow-empty', '-m', 'on'], {
        env: {
          ...repository.environment,
          GIT_AUTHOR_NAME: 'M',
          GIT_AUTHOR_EMAIL: 'm@x',
          GIT_COMMITTER_NAME: 'M',
          GIT_COMMITTER_EMAIL: 'm@x',
        },
      });
      assertClosed(await runReview(repository, []), 'zone', /src\/home\/sub is locked.*submodule/);
      repository.git('add', 'src/home/sub');
      const staged = await runReview(repository, ['--staged']);
      assert.ok(staged.review.base.commit === before);
      assertClosed(staged, 'zone', /src\/home\/sub is locked.*submodule/);
    } finally {
      inner.remove();
      repository.git('config', '--remove-section', 'submodule.src/home/sub');
      repository.git('config', '--unset-all', 'diff.ignoreSubmodules');
      repository.git('rm', '-rqf', '--cached', 'src/home/sub');
      repository.remove('src/home/sub');
      repository.remove('.git/modules');
    }
  });

  it('is seen in a repository inside the repository', async () => {
    repository.git('init', '-q', 'src/home/inner');
    repository.write('src/home/inner/a.md', 'a\n');
    assertClosed(await runReview(repository, []), 'zone', /src\/home\/inner is locked.*submodule/);
  });

  it('is seen where a link takes the place of a file or of a folder', async () => {
    repository.remove('src/home/i18n/en.json');
    symlinkSync('../../auth/login.ts', join(repository.root, 'src/home/i18n/en.json'));
    assertClosed(await runReview(repository, []), 'zone', /src\/home\/i18n\/en\.json is locked.*symbolic link/);
    repository.git('reset', '-q', '--hard');
    repository.remove('src/home/i18n');
    symlinkSync('../auth', join(repository.root, 'src/home/i18n'));
    const review = await runReview(repository, []);
    assertClosed(review, 'zone', /src\/home\/i18n is locked.*symbolic link/);
    assert.ok(!JSON.stringify(review.review).includes('login'), 'nothing is read through the link');
  });

  describe('and starts programs', () => {
    const marker = (): string => join(repository.root, '..', 'marker');
    let program = '';
    before(() => {
      program = join(repository.root, '..', 'program.sh');
      writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> '${marker()}'\ncat\n`);
      chmodSync(program, 0o755);
      mkdirSync(join(repository.root, '..', 'hooks'));
      for (const hook of [
        'post-checkout',
        'post-index-change',
        'reference-transaction',
        'pre-commit',
        'fsmonitor-watchman',
        'query-watchman',
        'commit-msg',
        'pre-auto-gc',
        'post-rewrite',
        'sendemail-validate',
      ]) {
        writeFileSync(join(repository.root, '..', 'hooks', hook), `#!/bin/sh\necho hook >> '${marker()}'\n`);
        chmodSync(join(repository.root, '..', 'hooks', hook), 0o755);
      }
    });
    afterEach(() => {
      rmSync(marker(), { force: true });
      writeFileSync(join(repository.root, '.git/config'), '');
      for (const line of clean.split('\n')) {
        const at = line.indexOf('=');
        repository.git('config', '--file', '.git/config', line.slice(0, at), line.slice(at + 1));
      }
    });

    const hostile = (settings: Readonly<Record<string, string>>): void => {
      const config = Object.entries(settings).map(([key, value]) => {
        const [section = '', ...rest] = key.split('.');
        const name = rest.pop() ?? '';
        return `[${section}${rest.length === 0 ? '' : ` "${rest.join('.')}"`}]\n\t${name} = "${value}"\n`;
      });
      appendFileSync(join(repository.root, '.git/config'), config.join(''));
    };

    /** A file whose time and size are the index's own: git reads it anew, by way of its filters. */
    const racy = (path: string, text: string): void => {
      repository.write(path, text);
      const soon = new Date(Date.now() + 3_600_000);
      utimesSync(join(repository.root, path), soon, soon);
      utimesSync(join(repository.root, '.git/index'), soon, soon);
    };

    it('by none of the settings of the repository, and shows all of the change', async () => {
      writeFileSync(join(repository.root, '..', 'attributes'), '*.ts filter=a=b\n');
      repository.write('.gitattributes', '* filter=evil diff=evil merge=evil\n');
      repository.write('.git/info/attributes', '*.tsx filter=a=b\n');
      repository.write(secret, 'export const login = 2;\n');
      repository.write('src/home/new.md', 'x\n');
      repository.git('add', '-A');
      repository.git('commit', '-q', '--no-verify', '-m', 'Mine');
      repository.write(secret, 'export const login = 3;\n');
      repository.git('add', secret);
      repository.write(secret, 'export const login = 4;\n');
      hostile({
        'core.fsmonitor': program,
        'core.fsmonitorHookVersion': '2',
        'core.hooksPath': join(repository.root, '..', 'hooks'),
        'core.attributesFile': join(repository.root, '..', 'attributes'),
        'core.pager': program,
        'core.editor': program,
        'core.sshCommand': program,
        'core.askPass': program,
        'core.alternateRefsCommand': program,
        'core.gitProxy': program,
        'pager.diff': program,
        'pager.log': program,
        'pager.config': program,
        'interactive.diffFilter': program,
        'diff.external': program,
        'diff.evil.command': program,
        'diff.evil.textconv': program,
        'diff.evil.cachetextconv': 'true',
        'diff.relative': 'true',
        'diff.renames': 'copies',
        'diff.ignoreSubmodules': 'all',
        'diff.noprefix': 'true',
        'diff.submodule': 'log',
        'filter.evil.clean': program,
        'filter.evil.smudge': program,
        'filter.evil.required': 'true',
        'filter.a=b.clean': program,
        'merge.evil.driver': program,
        'gpg.program': program,
        'log.showSignature': 'true',
        'log.follow': 'true',
        'log.mailmap': 'true',
        'log.decorate': 'full',
        'log.diffMerges': 'off',
        'format.pretty': 'email',
        'mailmap.file': '/dev/zero',
        'trailer.x.command': program,
        'trailer.x.cmd': program,
        'trailer.separators': '%',
        'credential.helper': `!${program}`,
        'alias.diff-index': `!${program}`,
        'alias.log': `!${program}`,
        'uploadpack.packObjectsHook': program,
        'remote.origin.url': `ext::${program}`,
        'remote.origin.promisor': 'true',
        'extensions.partialClone': 'origin',
        'i18n.logOutputEncoding': 'UTF-16',
        'color.ui': 'always',
        'status.showUntrackedFiles': 'no',
        'core.quotePath': 'true',
        'core.ignoreCase': 'true',
        'core.trustctime': 'false',
        'core.fileMode': 'false',
        'core.ignoreStat': 'true',
      });
      for (const args of [[], ['--staged'], ['--base', 'main']]) {
        assertClosed(await runReview(repository, args), 'zone', locked);
      }
      for (const args of [
        ['files'],
        ['why', secret],
        ['attest'],
        ['pr', '--dry-run'],
        ['doctor'],
        ['plan', 'A plan'],
      ]) {
        await pmZone(repository, args);
      }
      assert.ok(
        !existsSync(marker()),
        existsSync(marker()) ? execFileSync('cat', [marker()], { encoding: 'utf8' }) : '',
      );
    });

    it('by no filter either where git cannot tell a file by its time', async () => {
      for (const place of ['.gitattributes', '.git/info/attributes', '../attributes']) {
        repository.write(place, '* filter=evil\n');
        hostile({
          'filter.evil.clean': program,
          'filter.evil.process': program,
          'core.attributesFile': join(repository.root, '..', 'attributes'),
        });
        racy(secret, 'export const login = 9;\n');
        racy('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Nothing here yEt."\n}\n');
        const review = await runReview(repository, []);
        assertClosed(review, 'zone', locked);
        assert.ok(review.review.files >= 2);
        assert.ok(!existsSync(marker()), place);
      }
    });
  });

  it('is read from the index that git is committing from', () => {
    // The index of `git commit -- FILE` is named to the hook only, which is a process of its own in the repository.
    repository.write(secret, 'export const login = 2;\n');
    repository.write('src/home/x.md', 'x\n');
    repository.git('read-tree', '--index-output=.git/next-index', 'HEAD');
    const environment = { ...repository.environment, GIT_INDEX_FILE: '.git/next-index' };
    execFileSync('git', ['add', secret], { cwd: repository.root, env: environment });
    const bin = join(__dirname, '../../src/bin.js');
    const run = (env: NodeJS.ProcessEnv): { code: number; out: string } => {
      try {
        const out = execFileSync(process.execPath, [bin, 'review', '--staged'], {
          cwd: repository.root,
          env,
          encoding: 'utf8',
        });
        return { code: 0, out };
      } catch (error) {
        const { status, stdout } = error as { status: number; stdout: string };
        return { code: status, out: stdout };
      }
    };
    const partial = run(environment);
    assert.equal(partial.code, 1);
    assert.match(partial.out, locked);
    const usual = run(repository.environment);
    assert.equal(usual.code, 0);
    assert.match(usual.out, /^Nothing has changed/);
  });
});
