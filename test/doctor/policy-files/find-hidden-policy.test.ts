import assert from 'node:assert/strict';
import { findHiddenPolicy } from '../../../src/doctor/policy-files/find-hidden-policy.js';
import { readDraft } from '../../support/draft-revision.js';

const skill = '.claude/skills/pm-pr-review/SKILL.md';

async function said(written: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = {
    'CLAUDE.md': '# PM zone\n',
    CODEOWNERS: '* @all\n',
    [skill]: '# Review\n',
    'src/a.ts': '',
    ...written,
  };
  const { policy, tracked, revision } = await readDraft(files);
  const found = await findHiddenPolicy(policy, tracked.paths, revision);
  return found.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

const root = (text: string): Promise<readonly string[]> => said({ '.gitattributes': text });

describe('findHiddenPolicy', () => {
  for (const line of [
    'CLAUDE.md -diff',
    '*.md linguist-generated',
    '/CLAUDE.md linguist-vendored=true',
    'CODEOWNERS gitlab-generated',
    '* binary',
    '"CLAUDE.md" -diff',
    '.claude/** text -diff',
  ])
    it(`tells what hides a change of the policy: ${line}`, async () => {
      const [one = '', ...more] = await root(`* text\n${line}\n`);
      assert.match(one, /^\.gitattributes:2 “.*” keeps changes of .* from being shown in a pull request/u);
      assert.deepEqual(more, []);
    });

  for (const line of [
    'CLAUDE.md merge=ours',
    'CODEOWNERS merge=union',
    '* -merge',
    'SKILL.md merge=binary',
    '*.md text merge=keep-mine eol=lf',
  ])
    it(`tells what merges a change of the policy away: ${line}`, async () => {
      const [one = '', ...more] = await root(`* text\n${line}\n`);
      assert.match(
        one,
        /^\.gitattributes:2 “.*merge.*” settles how git merges .* a lock can go without anybody’s word/u,
      );
      assert.deepEqual(more, []);
    });

  it('says what such a merge does', async () => {
    assert.match((await root('CODEOWNERS merge=union\n'))[0] ?? '', /puts both sides of it one below the other/u);
    assert.match((await root('CODEOWNERS merge=ours\n'))[0] ?? '', /leaves one side of it as it was/u);
  });

  it('reads what lies nearer to a file, and what is said by another name', async () => {
    assert.match(
      (await said({ '.claude/.gitattributes': 'skills/** merge=ours\n' }))[0] ?? '',
      /^\.claude\/\.gitattributes:1 .* “skills\/pm-pr-review\/SKILL\.md merge” below it/u,
    );
    assert.match(
      (await root('[attr]quiet -diff linguist-generated\nCLAUDE.md quiet\n'))[0] ?? '',
      /^\.gitattributes:2 “quiet” keeps changes of CLAUDE\.md/u,
    );
    assert.deepEqual(await said({ '.claude/.gitattributes': '[attr]quiet -diff\nskills/** quiet\n' }), []);
  });

  it('says nothing of what a later line takes back, and of attributes that neither hide nor merge', async () => {
    for (const text of [
      'CLAUDE.md -diff\nCLAUDE.md diff -linguist-generated\n',
      '* merge=ours\n*.md !merge\nCODEOWNERS merge=text\n',
      'src/** -diff merge=union\n',
      'CLAUDE.md diff=markdown merge text eol=lf\n',
      '# CLAUDE.md -diff\nCLAUDE.md\n',
    ])
      assert.deepEqual(await root(text), [], text);
    const nearer = { '.gitattributes': `/${skill} -merge\n`, '.claude/.gitattributes': '* merge\n' };
    assert.deepEqual(await said(nearer), []);
  });
});
