import assert from 'node:assert/strict';
import { findDocs, findOtherDocs, findPrompts } from '../../../src/setup/surfaces/find-documents.js';

const globs = (found: ReturnType<typeof findDocs>): readonly string[] => found.map(({ glob }) => glob);

describe('findDocs', () => {
  it('takes folders of docs for readers, flat or deep', () => {
    assert.deepEqual(globs(findDocs(['docs/guides/a.md', 'docs/guides/b.md', 'docs/guides/logo.png'])), [
      'docs/guides/*.md',
    ]);
    assert.deepEqual(globs(findDocs(['help/a.md', 'help/more/b.md', 'help/c.mdx'])), ['help/**/*.md', 'help/*.mdx']);
    assert.deepEqual(globs(findDocs(['packages/app/docs/faq/a.md'])), ['packages/app/docs/faq/*.md']);
    assert.deepEqual(globs(findDocs(['site/docs/en/users/a.md'])), ['site/docs/en/users/*.md']);
  });

  it('leaves out what engineers, lawyers and machines write, and what lies beside it stays', () => {
    const paths = ['help/a.md', 'help/adr/1.md', 'help/legal/terms.md', 'help/use/b.md', 'help/use/c/d.md'];
    assert.deepEqual(globs(findDocs(paths)), ['help/*.md', 'help/use/**/*.md']);
    assert.deepEqual(globs(findDocs(['help/SECURITY.md', 'help/use/b.md'])), ['help/use/*.md']);
    for (const path of [
      'help/CONTRIBUTING.md',
      'examples/help/a.md',
      'a/b/c/help/a.md',
      'help/a.rst',
      'readme.md',
      'help/odd name.md',
    ])
      assert.deepEqual(globs(findDocs([path])), [], path);
  });
});

describe('findOtherDocs', () => {
  it('lists docs of which nothing says who reads them', () => {
    const paths = ['docs/a.md', 'docs/guides/b.md', 'docs/c.png', 'examples/docs/d.md', 'packages/x/docs/e.mdx'];
    assert.deepEqual(findOtherDocs(paths, new Set(['docs/guides/b.md'])), ['docs/a.md', 'packages/x/docs/e.mdx']);
  });
});

describe('findPrompts', () => {
  it('takes prompts in plain text, and no code', () => {
    assert.deepEqual(globs(findPrompts(['src/ai/prompts/a.md', 'src/ai/prompts/README.md'])), []);
    assert.deepEqual(globs(findPrompts(['src/ai/prompts/a.md', 'src/ai/prompts/b.txt', 'src/ai/prompts/run.ts'])), [
      'src/ai/prompts/*.md',
      'src/ai/prompts/*.txt',
    ]);
    assert.deepEqual(globs(findPrompts(['.github/prompts/a.md', 'test/prompts/a.md', 'src/pro mpts/a.md'])), []);
  });
});
