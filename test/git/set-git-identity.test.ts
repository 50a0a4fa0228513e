import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { GitError } from '../../src/git/git-error.js';
import { isEmail, isIdentityName, setGitIdentity } from '../../src/git/set-git-identity.js';

describe('setIdentity', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'pm-zone-identity-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

  it('writes name and address into the settings of this repository, over what stood there', async () => {
    git('init', '--quiet');
    git('config', '--add', 'user.name', 'One');
    git('config', '--add', 'user.name', 'Two');
    await setGitIdentity(root, { name: 'Maya "M" Ríos', email: 'maya@harbor.example' }, { environment: process.env });
    assert.equal(git('config', '--local', '--get-all', 'user.name'), 'Maya "M" Ríos');
    assert.equal(git('config', '--local', 'user.email'), 'maya@harbor.example');
  });

  it('rejects with what git says outside a repository', async () => {
    await assert.rejects(
      setGitIdentity(root, { name: 'Maya', email: 'maya@harbor.example' }, { environment: process.env }),
      GitError,
    );
  });
});

describe('isIdentityName', () => {
  for (const name of ['Maya Rivera', 'Ольга', 'J.', '李']) it(`takes ${name}`, () => assert.ok(isIdentityName(name)));
  for (const name of ['', '  ', '-rf', 'Maya <m>', 'a\nb', '42', 'x'.repeat(101)]) {
    it(`refuses “${name.slice(0, 10)}”`, () => assert.ok(!isIdentityName(name)));
  }
});

describe('isEmail', () => {
  for (const email of ['maya@harbor.example', 'a+b@c.d.example']) it(`takes ${email}`, () => assert.ok(isEmail(email)));
  for (const email of ['', 'maya', 'maya@harbor', '@harbor.example', 'a b@c.example', '-a@b.example', 'a@@b.example']) {
    it(`refuses “${email}”`, () => assert.ok(!isEmail(email)));
  }

  it('takes nothing that git could take for an option or for two lines', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (isEmail(text) || isIdentityName(text)) assert.doesNotMatch(text, /^-|[\n\r\0<>]/);
      }),
    );
  });
});
