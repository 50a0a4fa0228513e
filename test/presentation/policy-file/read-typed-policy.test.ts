import assert from 'node:assert/strict';
import { knowPaths } from '../../../src/policy/check-policy.js';
import { collectHandles } from '../../../src/presentation/policy-file/collect-handles.js';
import { readTypedPolicy, type TypedPolicy } from '../../../src/presentation/policy-file/read-typed-policy.js';
import { temporaryRepository, type TemporaryRepository } from '../../support/temporary-repository.js';

const zone = `# Shop

## PM zone

PMs can touch:

- \`src/home/**\`
- \`src/pay/**\`
- \`src/auth/**\`
- \`src/none/**\`

PMs can touch together with an engineer:

- \`docs/**\`

PMs cannot touch:

- \`src/pay/a.ts\`
- \`src/auth/**\`
- \`src/auth/a.ts\`
- \`src/auth/b.ts\`
- \`src/auth/c.ts\`
`;
const paths = ['src/home/a.ts', 'src/home/b.ts', 'src/pay/a.ts', 'src/pay/b.ts', 'docs/a.md']
  .concat(['a', 'b', 'c'].map((name) => `src/auth/${name}.ts`))
  .concat('CLAUDE.md', 'CODEOWNERS');

describe('a policy as it is typed', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = temporaryRepository();
    repository.write('CLAUDE.md', '# Shop\n');
    repository.write('CODEOWNERS', '/src/auth/ @acme/security @acme/a @acme/b @acme/c\n');
  });
  after(() => repository.remove());
  const read = (text: string, file = 'CLAUDE.md'): Promise<TypedPolicy | undefined> =>
    readTypedPolicy(repository.root, knowPaths(paths), file, text);
  const wordsOf = async (text: string): Promise<Readonly<Record<string, string>>> => {
    const lines = text.split('\n');
    const { rules } = (await read(text)) ?? assert.fail();
    return Object.fromEntries(rules.map(({ line, words }) => [(lines[line - 1] ?? '').slice(2), words]));
  };

  it('says what each rule comes to in the repository', async () => {
    const words = await wordsOf(zone.replace('- `src/auth/c.ts`\n', ''));
    assert.equal(words['`src/home/**`'], 'Opens 2 files');
    assert.equal(words['`src/pay/**`'], 'Opens 1 of 2 files; line 18 takes the others back');
    assert.equal(words['`src/none/**`'], 'Matches no file');
    assert.equal(words['`src/pay/a.ts`'], 'Locks 1 file, by convention only');
  });

  it('names a few of many lines and owners', async () => {
    const { rules } = (await read(zone)) ?? assert.fail();
    const words = new Map(rules.map(({ line, words: said }) => [line, said]));
    assert.equal(words.get(9), 'Opens none of 3 files: lines 19, 20, 21 and 1 more take all of them back');
    assert.equal(words.get(19), 'Locks 3 files, owned by @acme/security, @acme/a, @acme/b and 1 more');
  });

  it('says what is for both, and what is wrong with a line, in this file alone', async () => {
    const { rules, problems } = (await read(zone)) ?? assert.fail();
    assert.ok(rules.some(({ words }) => words === '1 file only together with an engineer'));
    assert.ok(problems().some(({ line, message }) => line === 10 && message.includes('matches no file')));
    assert.ok(problems().every(({ file }) => file === 'CLAUDE.md'));
    const owners = (await read('/src/auth/ no-owner\n', 'CODEOWNERS')) ?? assert.fail();
    assert.deepEqual([owners.rules, owners.zoneRules], [[], []]);
    assert.ok(owners.problems().some(({ line }) => line === 1));
  });

  it('takes the typed text for the file’s, and the disk for all others', async () => {
    assert.deepEqual(await wordsOf('# Shop\n'), {});
    assert.deepEqual(Object.keys(await wordsOf('## PM zone\n\nPMs can touch:\n\n- `src/home/*.ts`\n')), [
      '`src/home/*.ts`',
    ]);
  });

  it('says in CODEOWNERS what a line decides and which forbids rest on it', async () => {
    repository.write('CLAUDE.md', zone);
    const { rules, tip } =
      (await read('* @acme/all\n/src/pay/a.ts @acme/pay\n/none/ @acme/x\n', 'CODEOWNERS')) ?? assert.fail();
    repository.write('CLAUDE.md', '# Shop\n');
    assert.deepEqual(rules, [
      { line: 1, words: 'Decides 9 files; backs `src/auth/**`, `src/auth/a.ts`, `src/auth/b.ts` and 1 more' },
      { line: 2, words: 'Decides 1 file; backs `src/pay/a.ts`' },
      { line: 3, words: 'Decides no file' },
    ]);
    assert.deepEqual(collectHandles(tip), ['@acme/all', '@acme/pay', '@acme/x']);
  });

  it('tells the globs of one line apart', async () => {
    const { rules, zoneRules } =
      (await read('## PM zone\n\nPMs can touch:\n\n- `src/home/*.ts` and `docs/*.md`\n')) ?? assert.fail();
    assert.deepEqual(rules, [
      { line: 5, words: 'src/home/*.ts: Opens 2 files' },
      { line: 5, words: 'docs/*.md: Opens 1 file' },
    ]);
    assert.deepEqual(
      zoneRules.map(({ glob }) => glob),
      ['src/home/*.ts', 'docs/*.md'],
    );
  });

  it('is nothing where the file is none of the policy', async () => {
    assert.equal(await read(zone, 'docs/CLAUDE.md'), undefined);
  });
});
