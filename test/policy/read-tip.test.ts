import assert from 'node:assert/strict';
import { readTip, type RevisionFile } from '../../src/policy/read-tip.js';
import type { PolicyTip } from '../../src/policy/policy.js';

/** The tip of a revision with these files, nothing of which is remembered. */
function tipOf(files: Readonly<Record<string, string | Uint8Array | undefined>>): Promise<PolicyTip> {
  const found = Object.entries(files).map(([path, text]): [string, RevisionFile] => {
    const content = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    return [path, { oid: undefined, bytes: content?.length ?? 1e9, content }];
  });
  return readTip(
    {
      ref: 'main',
      commit: 'a'.repeat(40),
      read: (paths) => Promise.resolve(new Map(found.filter(([path]) => paths.includes(path)))),
    },
    { getOrCompute: (_kind, _key, compute) => compute() },
  );
}

const section = '## PM zone\n\n- allow `**/*.md`\n';
const utf16 = new Uint8Array(Buffer.from('\uFEFF* @org/a\n', 'utf16le'));

describe('readTip', () => {
  it('takes the zone from the first instructions that have one', async () => {
    const { zone } = await tipOf({ 'CLAUDE.md': '# About\n\nNothing of the kind.\n', 'AGENTS.md': section });
    assert.equal(zone?.file, 'AGENTS.md');
    assert.equal((await tipOf({ 'CLAUDE.md': '# About\n' })).zone, undefined);
    assert.equal((await tipOf({})).zone, undefined);
  });

  it('opens nothing where instructions cannot be read, and looks no further', async () => {
    for (const content of [Uint8Array.of(0xff, 0xfe), undefined, `${section}${'x'.repeat(600_000)}`]) {
      const { zone } = await tipOf({ 'CLAUDE.md': content, 'AGENTS.md': section });
      assert.deepEqual([zone?.file, zone?.rules], ['CLAUDE.md', []]);
      assert.match(String(zone?.problems[0]?.message), /^CLAUDE\.md is .*Ask engineering to fix it\.$/);
    }
  });

  it('says so where CODEOWNERS is no text, and needs no zone for it', async () => {
    const problems = async (owners: string | Uint8Array): Promise<readonly string[]> => {
      const { zone } = await tipOf({ 'CLAUDE.md': section, CODEOWNERS: owners });
      return (zone?.problems ?? []).filter(({ file }) => file === 'CODEOWNERS').map(({ severity }) => severity);
    };
    assert.deepEqual([await problems('* @org/a\n'), await problems(utf16)], [[], ['error']]);
    assert.equal((await tipOf({ CODEOWNERS: utf16 })).zone, undefined);
  });

  it('takes the skill file as text, and as none where it cannot be read', async () => {
    const path = '.claude/skills/pm-pr-review/SKILL.md';
    assert.deepEqual((await tipOf({ [path]: '# Skill\n' })).skill, { path, text: '# Skill\n' });
    assert.equal((await tipOf({ [path]: Uint8Array.of(0xff) })).skill, undefined);
  });
});
