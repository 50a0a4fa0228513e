import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTitleRules } from '../../../src/pull-request/title/read-title-rules.js';
import type { TitleRules } from '../../../src/pull-request/title/title-rules.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

const read = (base: SideFiles): Promise<TitleRules | undefined> =>
  readTitleRules(createReviewContext({ base }).snapshot);
const uses = 'amannn/action-semantic-pull-request@v6';

function workflow(...settings: readonly string[]): string {
  const lines = ['on: pull_request', 'jobs:', '  title:', '    steps:', '      - run: echo', `      - uses: ${uses}`];
  return [...lines, '        with:', ...settings.map((each) => `          ${each}`)].join('\n');
}

describe('readTitleRules', () => {
  it('finds none where there are none', async () => {
    assert.equal(await read({}), undefined);
    assert.equal(
      await read({ 'a/commitlint.config.js': 'module.exports = {}', '.github/workflows/ci.yml': 'on: push' }),
      undefined,
    );
    const unread = { mode: '100644', oid: 'a', bytes: 1, unread: 'binary' as const };
    assert.equal(await read({ '.github/semantic.yml': unread }), undefined);
  });

  it('reads the action that checks titles', async () => {
    const text = workflow(
      'types: |',
      '  feat',
      '  fix',
      'scopes: |',
      '  app',
      'requireScope: true',
      "subjectPattern: '^(?![A-Z]).+$'",
    );
    assert.deepEqual(await read({ '.github/workflows/lint.yaml': text }), {
      path: '.github/workflows/lint.yaml',
      checksTitles: true,
      types: ['feat', 'fix'],
      scopes: ['app'],
      needsScope: true,
      lowercase: true,
    });
    const bare = workflow().replace('        with:', '');
    assert.deepEqual(await read({ '.github/workflows/lint.yml': bare }), {
      path: '.github/workflows/lint.yml',
      checksTitles: true,
      types: undefined,
      scopes: [],
      needsScope: false,
      lowercase: false,
    });
  });

  it('takes no comment for the action, and nothing that it cannot read', async () => {
    for (const text of [`# uses: ${uses}\non: push`, `- ${uses}`, `: ${uses} [`, `${'['.repeat(5000)}${uses}`])
      assert.equal(await read({ '.github/workflows/lint.yml': text }), undefined);
    const deep = `a: ${'{b: '.repeat(12)}{uses: ${uses}}${'}'.repeat(12)}`;
    assert.equal(await read({ '.github/workflows/lint.yml': deep }), undefined);
  });

  it('reads the settings of the app for titles', async () => {
    const rules = await read({ '.github/semantic.yml': 'titleOnly: true\ntypes: [feat, fix]\nscopes:\n  - app\n' });
    assert.deepEqual([rules?.checksTitles, rules?.types, rules?.scopes], [true, ['feat', 'fix'], ['app']]);
    assert.equal((await read({ '.github/semantic.yml': 'commitsOnly: true' }))?.checksTitles, false);
    assert.equal(await read({ '.github/semantic.yml': 'enabled: false' }), undefined);
    assert.deepEqual((await read({ '.github/semantic.yml': 'types: [feat, [fix]]' }))?.types, ['feat']);
    assert.equal(await read({ '.github/semantic.yml': '' }), undefined);
  });

  const commitRules: readonly (readonly [path: string, text: string, found: object | undefined])[] = [
    ['.commitlintrc', '{"extends": ["@commitlint/config-conventional"]}', { lowercase: true }],
    [
      '.commitlintrc.yml',
      'extends: "@commitlint/config-angular"\nrules:\n  type-enum: [2, always, [feat, x]]',
      { types: ['feat', 'x'], lowercase: true },
    ],
    ['.commitlintrc.json', '{"rules": {"type-enum": 0, "a": []}}', undefined],
    ['.commitlintrc.json', '[', undefined],
    ['commitlint.config.js', "module.exports = { extends: ['@commitlint/config-conventional'] };", { lowercase: true }],
    [
      'commitlint.config.mjs',
      "export default { 'extends': 'x', rules: { 'type-enum': [2, 'always', ['feat', own]], [y]: 1 } }",
      { types: ['feat'] },
    ],
    ['commitlint.config.ts', "const types = ['a']; export default { rules: { 'type-enum': types, 1: 2 } };", undefined],
    ['commitlint.config.cjs', 'module.exports = {', undefined],
    ['cliff.toml', '[git]\nconventional_commits = true', {}],
    ['cliff.toml', '[git]\nconventional_commits = false', undefined],
    ['cliff.toml', '[git]\n', undefined],
    ['cliff.toml', 'git = 1', undefined],
    ['.github/cliff.toml', '[[', undefined],
    ['release-please-config.json', '{"packages": {}}', {}],
    ['.versionrc', '[]', undefined],
  ];
  for (const [path, text, found] of commitRules) {
    it(`reads ${path}: ${text.slice(0, 40)}`, async () => {
      const rules = { path, checksTitles: false, types: undefined, scopes: [], needsScope: false, lowercase: false };
      assert.deepEqual(await read({ [path]: text }), found && { ...rules, ...found });
    });
  }

  it('lets a check of titles count before settings for commits', async () => {
    const rules = await read({
      'cliff.toml': '[git]\nconventional_commits = true',
      '.github/workflows/z.yml': workflow(),
    });
    assert.equal(rules?.path, '.github/workflows/z.yml');
  });

  it('throws on no text', async () => {
    const path = fc.constantFrom(
      '.github/workflows/a.yml',
      '.github/semantic.yml',
      '.commitlintrc',
      'commitlint.config.js',
      'cliff.toml',
      '.versionrc',
    );
    const unit = fc.constantFrom(
      uses,
      'extends',
      'rules',
      'type-enum',
      ': ',
      '[',
      ']',
      '{',
      '}',
      '\n',
      '  ',
      '- ',
      'git',
      '"',
      'uses',
      'with',
      '2',
    );
    await fc.assert(
      fc.asyncProperty(path, fc.string({ unit }), async (at, text) => {
        await read({ [at]: text });
      }),
    );
  });
});
