import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldForEye } from '../../src/policy/fold-for-eye.js';
import { fold } from '../../src/policy/fold.js';
import { createJudge } from '../../src/policy/judge.js';
import { matchGlobs } from '../../src/policy/match-globs.js';
import type { Policy } from '../../src/policy/policy.js';
import { readZone } from '../../src/policy/zone-section/read-zone.js';
import { markdownRoot } from '../markdown-root.js';

describe('foldForEye', () => {
  const seen: Readonly<Record<string, string>> = {
    'ⓐuth': 'auth',
    'Ⓐuth': 'auth',
    '𝐚uth': 'auth',
    '𝔄𝔘𝔗ℌ': 'auth',
    ªuth: 'auth',
    ᵃᵘᵗʰ: 'auth',
    ａｕｔｈ: 'auth',
    '🄰uth': 'auth',
    PİI: 'pii',
    'pi\u0307i': 'pii',
    'pii\u0307': 'pii',
    'a\u20ddu\u0336th': 'auth',
    'au\u00adth': 'auth',
    ｉ̇nfra: 'infra',
    'ﬁnance²': 'finance2',
    Ⅷ: 'viii',
  };
  for (const [name, read] of Object.entries(seen)) {
    it(`reads ${name} as ${read}`, () => assert.equal(foldForEye(name), read));
  }

  for (const name of ['auth', 'Größe', 'café', 'ślad', 'naïve', 'ñ', 'गुप्त', '認証', 'ひらがな', 'ΟΔΟΣ', '']) {
    it(`says no more of ${name} than its case does`, () => assert.equal(foldForEye(name), undefined));
  }

  it('is another than `fold`, and of the same once folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const read = foldForEye(name);
        assert.notEqual(read, fold(name));
        assert.equal(foldForEye(read ?? ''), undefined);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a forbid', () => {
  const text =
    '# PM zone\nPMs can touch:\n- `**`\n\nPMs cannot touch:\n- `**/auth/**`\n- `**/pii/**`\n- `src/pay*.ts`\n- `src/??dit/**`\n- `*.sql`\n- `**/ｉｎｆｒａ/**`\n- `**/ⓚeys/**`\n';
  const zone = readZone({ path: 'CLAUDE.md', text }, markdownRoot(text));
  const policy: Policy = {
    tips: [{ ref: 'main', commit: 'c', zone, codeowners: undefined, skill: undefined }],
    preview: false,
  };
  const { judge, judgeFolder } = createJudge(policy, { kind: 'no-roster', names: [], rows: [] });

  for (const path of [
    'src/ⓐuth/x.ts',
    '𝐚uth/x.ts',
    'a/b/ªuth/c/x.ts',
    'src/PİI/x.ts',
    'src/pıi/x.ts',
    'src/ᵖay.ts',
    'src/auᵈit/x.md',
    'src/㎏dit/x.md',
    'a/b/x.ˢql',
    'infra/x.tf',
    'src/keys/x',
    'ⓒlaude.md',
    '.ⓖithub/x.yml',
    'src/ᴀuth/x.ts',
    'src/🅰uth/x.ts',
  ]) {
    it(`holds for ${path}`, () => assert.equal(judge(path).standing, 'locked'));
  }

  for (const path of ['src/Größe/x.ts', 'src/1ª-fase.md', 'docs/x².md', '文書/（案）.md', 'docs/½.md']) {
    it(`leaves ${path} alone`, () => assert.equal(judge(path).standing, 'editable'));
  }

  it('holds for the folder itself', () => assert.equal(judgeFolder('src/ⓐuth').standing, 'locked'));

  /** For each ASCII letter all that the eye takes for it. */
  const twins = new Map<string, string[]>();
  for (let code = 0x20; code < 0x2fa20; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const letter = String.fromCodePoint(code);
    const read = foldForEye(letter) ?? fold(letter);
    if (/^[a-z]$/.test(read)) twins.set(read, [...(twins.get(read) ?? []), letter]);
  }

  it('holds for any letters that fold to its own', () => {
    const like = (word: string) =>
      fc
        .tuple(...Array.from(word, (letter) => fc.constantFrom(...(twins.get(letter) ?? [letter]))))
        .map((letters) => letters.join(''));
    fc.assert(
      fc.property(fc.oneof(like('auth'), like('pii'), like('audit'), like('infra')), (word) => {
        assert.equal(judge(`src/${word}/x.ts`).standing, 'locked', word);
        assert.equal(matchGlobs(['**/{auth,pii,audit,infra}/**'], 'forbid').matches(`a/${word}/x`), true, word);
      }),
      { numRuns: 2000 },
    );
  });

  it('is no allow: that opens what is written alone', () => {
    assert.equal(matchGlobs(['src/auth/**'], 'allow').matches('src/ⓐuth/x'), false);
    assert.equal(matchGlobs(['src/auth/**'], 'allow').matches('src/auth/x'), true);
  });
});
