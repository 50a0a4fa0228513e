import assert from 'node:assert/strict';
import { findCodeownersFaults } from '../../src/doctor/find-codeowners-faults.js';
import type { HostKind } from '../../src/doctor/find-unread-owners.js';
import { parseCodeowners } from '../../src/policy/codeowners/parse-codeowners.js';

const text = '* @all\n';

function faults(own: string | undefined, paths: readonly string[], host?: HostKind, content = text): readonly string[] {
  const codeowners = own === undefined ? undefined : parseCodeowners({ path: own, text: content });
  const tip = { ref: 'main', commit: undefined, zone: undefined, codeowners, skill: undefined };
  const all = own === undefined ? paths : [own, ...paths];
  return findCodeownersFaults(tip, all, host).map(
    ({ severity, file, line, message }) => `${severity} ${file}:${line} ${message.slice(0, 60)}`,
  );
}

describe('findCodeownersFaults', () => {
  it('says that one is gone or no text where the repository has it', () => {
    assert.deepEqual(faults(undefined, ['.github/CODEOWNERS'], 'github'), [
      'warning .github/CODEOWNERS:1 .github/CODEOWNERS belongs to the repository and cannot be r',
    ]);
  });

  it('has nothing to say of one where the host looks, in its dialect', () => {
    assert.deepEqual(faults('.github/CODEOWNERS', ['a.ts'], 'github'), []);
    assert.deepEqual(faults('CODEOWNERS', ['a.ts'], 'gitlab', '[Docs]\n/docs/ @docs\n'), []);
    assert.deepEqual(faults('CODEOWNERS', ['a.ts'], undefined, '[Docs]\n/docs/ @docs\n'), []);
    assert.deepEqual(faults(undefined, ['a.ts']), []);
  });

  it('lets a repository lie on both hosts, and others of that name lie among tests', () => {
    assert.deepEqual(
      faults('.github/CODEOWNERS', ['.gitlab/CODEOWNERS', 'test/fixtures/CODEOWNERS', 'docs/codeowners.ts']),
      [],
    );
  });

  it('notes one more that lies elsewhere', () => {
    assert.deepEqual(faults('.github/CODEOWNERS', ['src/CODEOWNERS']), [
      'info src/CODEOWNERS:1 src/CODEOWNERS is read by no host: the file is called CODEOW',
    ]);
    assert.match(
      faults('.github/CODEOWNERS', ['.gitlab/CODEOWNERS'], 'github').join(),
      /^info .gitlab\/CODEOWNERS:1 .* is not read/u,
    );
  });

  it('guesses the host by what only one of them reads', () => {
    assert.match(faults('.gitlab/CODEOWNERS', ['.github/workflows/ci.yml']).join(), /^warning .*GitHub does not read/u);
    assert.match(faults('.github/CODEOWNERS', ['.gitlab-ci.yml']).join(), /^warning .*GitLab does not read/u);
    assert.deepEqual(faults('.github/CODEOWNERS', ['.gitlab-ci.yml', '.github/workflows/ci.yml']), []);
  });

  it('finds the first section, also in the first line', () => {
    assert.match(
      faults('CODEOWNERS', [], 'github', `${text}^[Docs]\n/docs/ @docs\n`).join(),
      /^warning CODEOWNERS:2 GitHub knows no sections/u,
    );
    assert.match(faults('CODEOWNERS', [], 'github', '[Docs]\n/docs/ @docs\n').join(), /^warning CODEOWNERS:1 /u);
  });
});
