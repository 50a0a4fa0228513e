import assert from 'node:assert/strict';
import { findDocs, findOtherDocs, findPrompts } from '../../../src/setup/surfaces/find-documents.js';
import { surveyedFiles } from '../../support/surveyed-files.js';

const globs = (found: ReturnType<typeof findPrompts>): readonly string[] => found.map(({ glob }) => glob);
const docsIn = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  globs(await findDocs(surveyedFiles(files)));
const docsOf = (paths: readonly string[]): Promise<readonly string[]> =>
  docsIn(Object.fromEntries(paths.map((path) => [path, 'How to begin.\n'])));

describe('findDocs', () => {
  it('takes folders of docs for readers, flat or deep', async () => {
    assert.deepEqual(await docsOf(['docs/guides/a.md', 'docs/guides/b.md', 'docs/guides/logo.png']), [
      'docs/guides/*.md',
    ]);
    assert.deepEqual(await docsOf(['help/a.md', 'help/more/b.md', 'help/c.mdx']), ['help/**/*.md', 'help/*.mdx']);
    assert.deepEqual(await docsOf(['packages/app/docs/faq/a.md']), ['packages/app/docs/faq/*.md']);
    assert.deepEqual(await docsOf(['site/docs/en/users/a.md']), ['site/docs/en/users/*.md']);
  });

  it('leaves out what engineers, lawyers and machines write, and what lies beside it stays', async () => {
    const paths = ['help/a.md', 'help/adr/1.md', 'help/legal/terms.md', 'help/use/b.md', 'help/use/c/d.md'];
    assert.deepEqual(await docsOf(paths), ['help/*.md', 'help/use/**/*.md']);
    assert.deepEqual(await docsOf(['help/SECURITY.md', 'help/use/b.md']), ['help/use/*.md']);
    for (const path of [
      'help/CONTRIBUTING.md',
      'examples/help/a.md',
      'a/b/c/help/a.md',
      'help/a.rst',
      'readme.md',
      'help/odd name.md',
      'help/plugin-development/a.md',
    ])
      assert.deepEqual(await docsOf([path]), [], path);
  });
});

describe('findDocs, by what the pages say', () => {
  const code = { 'packages/app/src/flags.ts': '', 'scripts/build.sh': '' };
  const pages = (...texts: readonly string[]): Promise<readonly string[]> =>
    docsIn({ ...code, ...Object.fromEntries(texts.map((text, at) => [`docs/features/${at}.md`, text])) });

  it('leaves a folder out of which every fourth page or more names code of the repository', async () => {
    for (const text of [
      'All flags are in `packages/app/src/flags.ts`.',
      'See [flags](https://github.com/org/app/blob/main/packages/app/src/flags.ts).',
      'See [flags](../../packages/app/src/flags.ts#L4)',
      'It lies in packages/app/src.',
      'Run `./scripts/build.sh`.',
      'Set up your development environment.',
      'Open a pull request.',
      'Who owns what of this monorepo',
    ])
      assert.deepEqual(await pages('How to begin.', 'a', 'b', text), [], text);
  });

  it('keeps one in which a page does, and words that only look like paths', async () => {
    const texts = ['and/or', 'Lib/ex packages/other.ts', 'src/flags.ts', 'scripts', 'Run scripts/build.sh'];
    assert.deepEqual(await pages(...texts), ['docs/features/*.md']);
  });

  it('judges each folder by itself, and takes code at the root for no place', async () => {
    const found = await docsIn({
      ...code,
      'index.js': '',
      'docs/features/a.md': 'In packages/app',
      'docs/faq/b.md': 'A /index.js and index.js',
    });
    assert.deepEqual(found, ['docs/faq/*.md']);
  });
});

describe('findOtherDocs', () => {
  it('finds the folders of docs of which nothing says who reads them, as people write them', () => {
    const paths = [
      ...['docs/a.md', 'docs/guides/b.md', 'docs/c.png', 'examples/docs/d.md', 'packages/x/docs/e.mdx'],
      ...['docs/de/a.md', 'docs/i18n/a.md', 'docs/versioned_docs/a.md', 'docs/en/f.md', 'docs/adr/g.md'],
    ];
    const open = new Set(paths.filter((path) => path !== 'docs/guides/b.md'));
    assert.deepEqual(globs(findOtherDocs(paths, (path) => open.has(path))), [
      'docs/*.md',
      'docs/en/*.md',
      'packages/x/docs/*.mdx',
    ]);
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
