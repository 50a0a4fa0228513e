import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { pilotRepository } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const bin = join(__dirname, '../../src/bin.js');

describe('what pm-zone prints', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = pilotRepository();
    repository.git('switch', '--quiet', '--create', 'change');
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    // More than a pipe holds.
    const blob = repository.git('rev-parse', 'HEAD:CLAUDE.md');
    const entries = Array.from({ length: 3000 }, (_, at) => `100644 ${blob}\tsrc/home/${'long-'.repeat(10)}${at}.md\n`);
    repository.gitWith(entries.join(''), 'update-index', '--add', '--index-info');
  });
  after(() => repository.remove());

  /** Runs in a process of its own, whose output nobody reads. */
  const closed = (args: readonly string[]): Promise<{ readonly code: number | null; readonly err: string }> =>
    new Promise((fulfil) => {
      const child = spawn(process.execPath, [bin, ...args], { cwd: repository.root, env: repository.environment });
      child.stdout.destroy();
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      child.on('close', (code) => fulfil({ code, err }));
    });

  it('changes no exit code where nobody reads it', async () => {
    assert.deepEqual(await closed(['review', '--staged']), { code: 1, err: '' });
    assert.deepEqual(await closed(['files', '--format', 'json']), { code: 0, err: '' });
  });

  it('is a sentence where the folder that it runs in is gone', function () {
    // Windows keeps a folder that somebody stands in.
    if (process.platform === 'win32') this.skip();
    const script = 'mkdir gone; cd gone; rmdir ../gone; exec "$0" "$@"';
    for (const args of [['files'], ['review', '--staged'], ['--help']]) {
      const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, bin, ...args], {
        cwd: repository.root,
        env: repository.environment,
        encoding: 'utf8',
      });
      assert.equal(status, 2, stderr);
      assert.match(stderr, /^pm-zone: The folder that this runs in is gone\. .*\n$/);
    }
  });

  it('is no good answer where it cannot be written', async function () {
    // Only Linux has a file that is always full.
    if (!existsSync('/dev/full')) this.skip();
    const full = openSync('/dev/full', 'w');
    try {
      const child = spawn(process.execPath, [bin, 'files', 'src/auth/login.ts'], {
        cwd: repository.root,
        env: repository.environment,
        stdio: ['ignore', full, 'pipe'],
      });
      let err = '';
      child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
      const code = await new Promise((fulfil) => child.on('close', fulfil));
      assert.equal(code, 2);
      assert.match(err, /^pm-zone: the answer could not be written/);
    } finally {
      closeSync(full);
    }
  });

  it('has no order to a terminal in a warning, whatever the policy is called or says', () => {
    const checklist = '.claude/skills/pm-pr-review/SKILL.md';
    const bad = pilotRepository();
    try {
      bad.git('switch', '-q', 'main');
      bad.write(checklist, '## Scope\n\n- [ ] Bad <!-- check: no\u001b]0;x\u0007\u001b[31m\u202ex -->\n');
      bad.commit('A check that is none');
      for (const args of [['files'], ['why', 'x'], ['review'], ['review', '--staged'], ['zone\u001b[31m']]) {
        const { stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
          cwd: bad.root,
          env: bad.environment,
          encoding: 'utf8',
        });
        assert.match(stderr, /^pm-zone: .*\\u\{1b\}/m, args.join(' '));
        assert.doesNotMatch(stdout + stderr, /[\u001b\u0007\u202e]/, args.join(' '));
      }
    } finally {
      bad.remove();
    }
  });
});
