import assert from 'node:assert/strict';

import { anchorsOf } from '../../../src/review/links/anchors-of.js';
import { linksOf } from '../../../src/review/links/links-of.js';
import { lostReferences } from '../../../src/review/links/lost-references.js';
import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type ReviewContextParts, type SideFiles } from '../../support/review-context.js';

async function told(base: SideFiles, head: SideFiles, parts: ReviewContextParts = {}): Promise<readonly string[]> {
  const outcome = await copyCatalog.run(createReviewContext({ moment: 'push', base, head, ...parts }));
  const reports = outcome === 'not-applicable' ? [] : outcome.reports;
  return reports.map(({ path, line, message }) => `${String(path)}:${String(line)} ${message}`);
}

const faq = '# FAQ\n\nOne answer.\n';
const start =
  '# Start\n\nRead [the FAQ](faq.md#one), ![x](../img/a%20b.png) first.\n\n[ref]: ./faq.md\n<img src="../img/c.png">\n';

describe('reportDeadLinks', () => {
  it('tells of links to what the change deletes or moves, wherever they stand', async () => {
    const others = { 'docs/start.md': start };
    const [first, second, ...more] = await told({ ...others, 'docs/faq.md': faq }, others);
    assert.match(String(first), /^docs\/start\.md:3 This leads to “faq\.md”, which this change deletes\. Take/);
    assert.match(String(second), /^docs\/start\.md:5 This leads to “\.\/faq\.md”/);
    assert.deepEqual(more, []);
    const moved = await told(
      { ...others, 'docs/faq.md': faq },
      { ...others, 'docs/questions.md': faq },
      { renames: { 'docs/faq.md': 'docs/questions.md' } },
    );
    assert.match(moved.join('\n'), /which this change moves to docs\/questions\.md\. Lead it there/);
    const pictures = { 'img/a b.png': 'x', 'img/c.png': 'y' };
    assert.equal(
      (await told({ ...others, 'docs/faq.md': faq, ...pictures }, { ...others, 'docs/faq.md': faq })).length,
      2,
    );
  });

  it('tells of a new link to a page that is not there', async () => {
    const after = start.replace('(faq.md#one)', '(FAQ.md)');
    const there = { 'docs/faq.md': faq };
    const [only, ...more] = await told({ ...there, 'docs/start.md': start }, { ...there, 'docs/start.md': after });
    assert.match(String(only), /^docs\/start\.md:3 This leads to “FAQ\.md”, and there is no such page\./);
    assert.deepEqual(more, []);
  });

  it('tells of a new picture that no file has the name of, wherever it would lie', async () => {
    const base = { 'docs/faq.md': faq };
    const shows = `${faq}\n![A wall](img/wall.png) ![Top](../top.svg) <img src="Other.PNG"> ![web](https://a.example/x.png)\n`;
    const missing = await told(base, { 'docs/faq.md': shows });
    assert.equal(missing.length, 3);
    assert.match(
      String(missing[0]),
      /^docs\/faq\.md:5 This shows the picture “img\/wall\.png”, and no file is called so\. Add it/,
    );
    const there = { 'static/img/wall.png': 'x', 'top.svg': '<svg/>', 'media/other.png': 'y' };
    assert.deepEqual(await told({ ...base, ...there }, { 'docs/faq.md': shows, ...there }), []);
  });

  it('passes over what led nowhere before, examples, lists of what was, and a commit', async () => {
    const base = { 'docs/start.md': start, 'docs/faq.md': faq };
    assert.deepEqual(await told({ 'docs/start.md': start }, { 'docs/start.md': start.replace('first', 'now') }), []);
    assert.deepEqual(
      await told({ 'docs/faq.md': faq, 'CHANGELOG.md': '[x](docs/faq.md)' }, { 'CHANGELOG.md': '[x](docs/faq.md)' }),
      [],
    );
    const led = {
      'docs/start.md': start.replace('(faq.md#one)', '(q.md)').replace('./faq.md', 'q.md'),
      'docs/q.md': faq,
    };
    assert.deepEqual(await told(base, led), []);
    assert.deepEqual(await told(base, { 'docs/start.md': start }, { moment: 'commit' }), []);
    const many = Object.fromEntries(
      Array.from({ length: 401 }, (_, index) => [`p/${String(index)}.md`, '[x](../docs/faq.md)']),
    );
    assert.deepEqual(await told({ ...many, 'docs/faq.md': faq }, many), []);
  });
});

describe('headings and addresses that a page loses', () => {
  const page =
    '# FAQ\n\n## What does it *cost*?\n\n### How [so](x.md) ?\n\n## Twice\n\n## Twice\n\n## Own {#mine}\n\n<a id="there"></a>\n```\n# Not one\n```\n';
  const links =
    '[a](faq.md#what-does-it-cost) [b](faq.md#how-so-) [c](faq.md#twice-1) [d](faq.md#mine) [e](faq.md#there) [f](faq.md#not-one)\n';
  const base = { 'docs/faq.md': page, 'docs/start.md': `# Start\n\n${links}` };
  const after = async (text: string, more: SideFiles = {}): Promise<readonly string[]> =>
    (await told({ ...base, ...more }, { ...base, ...more, 'docs/faq.md': text })).map((line) =>
      line.replace(
        / leads to the heading “#(.*?)” of (.*?), which this change takes out or calls otherwise\..*$/,
        ' $1 $2',
      ),
    );

  it('are told of where other pages lead to them', async () => {
    assert.deepEqual(await after(page.replace('cost', 'need')), ['docs/start.md:3 This what-does-it-cost “faq.md”']);
    assert.deepEqual(await after(page.replace('## Twice', '## Once')), ['docs/start.md:3 This twice-1 “faq.md”']);
    assert.deepEqual(await after(page.replace('#mine', '#ours').replace('id="there"', '')), [
      'docs/start.md:3 This mine “faq.md”',
      'docs/start.md:3 This there “faq.md”',
    ]);
  });

  it('are told of where the page itself does, as it is now', async () => {
    const own = `${page}\n[up](#what-does-it-cost)\n`;
    const more = { 'docs/start.md': '# Start\n' };
    const found = await told(
      { 'docs/faq.md': own, ...more },
      { 'docs/faq.md': own.replace('*cost*?', 'need?'), ...more },
    );
    assert.match(
      found.join('\n'),
      /^docs\/faq\.md:18 This leads to the heading “#what-does-it-cost” of this page, which/,
    );
  });

  it('are none where a heading stays, comes, or is led to by its new name', async () => {
    assert.deepEqual(await after(page.replace('# FAQ', '# FAQ\n\n## More\n')), []);
    assert.deepEqual(await after(page.replace('## What does it *cost*?', '# What does it cost')), []);
    const led = { 'docs/start.md': base['docs/start.md'].replace('what-does-it-cost', 'what-do-you-need') };
    const found = await told(base, {
      'docs/faq.md': page.replace('What does it *cost*?', 'What do you need?'),
      ...led,
    });
    assert.deepEqual(found, []);
  });

  it('are addresses that links of the page go by, too', async () => {
    const text = '# A\n\nRead [this][one], [Two][] and `[x][one]`, [that][three].\n\n[One]: b.md\n[two]: c.md\n';
    const found = await told({ 'a.md': text }, { 'a.md': text.replace('[One]: b.md\n[two]: c.md\n', '') });
    assert.deepEqual(found, [
      'a.md:3 This goes by “[one]: …”, the line with its address, which this change takes out. Put that line back, or write the link out.',
      'a.md:3 This goes by “[Two]: …”, the line with its address, which this change takes out. Put that line back, or write the link out.',
    ]);
    assert.deepEqual(await told({ 'a.md': text }, { 'a.md': text.replace('b.md', 'b.md "x"') }), []);
  });
});

describe('parts of pages', () => {
  const parts: Readonly<Record<string, string>> = {
    VitePress: '<!--@include: ./parts/limits.md{1,3}-->',
    'VitePress with a space': '<!-- @include: parts/limits.md -->',
    Jekyll: '{% include_relative parts/limits.md %}',
    MkDocs: '--8<-- "parts/limits.md"',
    MDX: "import Limits from './parts/limits.md'",
  };
  for (const [tool, line] of Object.entries(parts))
    it(`are told of once they are deleted: ${tool}`, async () => {
      const start = { 'docs/a.md': `# A\n\n${line}\n` };
      const found = await told({ ...start, 'docs/parts/limits.md': '- 1\n' }, start);
      assert.match(
        found.join('\n'),
        /^docs\/a\.md:3 This takes in “.*” as a part of the page, which this change deletes\./,
      );
      // Where tools look for them nobody can tell here.
      assert.deepEqual(await told({ 'docs/a.md': '# A\n' }, start), []);
    });
});

describe('linksOf', () => {
  it('finds the files that a page leads to', () => {
    const targets = (text: string): readonly string[] => linksOf('docs/a.md', text).map(({ target }) => target);
    assert.deepEqual(targets('[x](b.md?y) [z](<../c.md> "t")'), ['docs/b.md', 'c.md']);
    assert.deepEqual(targets('[x](https://a.org) [y](/b) [z](#c) [u](mailto:x) [v]({{ url }}) [w](../../d.md)'), [
      'docs/a.md',
    ]);
    assert.deepEqual(targets('<!-- @include: /b.md -->\n[x](?y)'), []);
    assert.deepEqual(targets('`[x](b.md)`\n```\n[x](b.md)\n~~~\n```\n[x](%zz.md)'), ['docs/%zz.md']);
  });

  it('reads very long pages in time', () => {
    const start = performance.now();
    linksOf('a.md', `${'[x]('.repeat(25_000)}\n${'`'.repeat(50_000)}\n${' src="'.repeat(20_000)}`);
    const hostile = [
      `<!-- @include: ${' '.repeat(100_000)}`,
      `## ${'[a]('.repeat(30_000)}`,
      `${'['.repeat(60_000)}][`,
      `import ${'a '.repeat(50_000)}`,
    ];
    for (const page of hostile) {
      linksOf('a.md', page);
      anchorsOf(page);
      lostReferences('[a]: b\n', page);
    }
    assert.ok(performance.now() - start < 500);
  });
});

describe('reportJoinedImports', () => {
  const page = (between: string): string =>
    `---\ntitle: FAQ\n---\n\nimport Tabs from '@theme/Tabs';\nimport './a.css'\n${between}### Can I?\nYes.\n`;

  it('tells of words right below an import of MDX, which no page can be built with', async () => {
    const [only, ...more] = await told({ 'docs/faq.mdx': page('\n') }, { 'docs/faq.mdx': page('') });
    assert.match(String(only), /^docs\/faq\.mdx:7 This stands right below an import, so the page takes it for code/);
    assert.deepEqual(more, []);
    assert.equal((await told({}, { 'docs/faq.mdx': page('') })).length, 1);
  });

  it('passes over what stood so before, what goes on, examples and other pages', async () => {
    const fine = [
      page('\n'),
      page('export const a = 1;\n\n'),
      page('// a comment\n\n'),
      'import {\n  A,\n} from "a";\n\n# A\n',
      '```js\nimport a from "a"\nrun(a)\n```\n',
      'import a from "a"\n```\nx\n```\n',
    ];
    for (const text of fine) assert.deepEqual(await told({}, { 'docs/faq.mdx': text }), [], text);
    assert.deepEqual(await told({}, { 'docs/faq.md': page('') }), []);
    assert.deepEqual(await told({ 'docs/faq.mdx': page('') }, { 'docs/faq.mdx': `${page('')}More.\n` }), []);
    assert.deepEqual(await told({ 'docs/faq.mdx': page('') }, {}), []);
  });
});
