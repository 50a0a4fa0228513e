import assert from 'node:assert/strict';

import { linksOf } from '../../../src/review/links/links-of.js';
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

describe('linksOf', () => {
  it('finds the files that a page leads to', () => {
    const targets = (text: string): readonly string[] => linksOf('docs/a.md', text).map(({ target }) => target);
    assert.deepEqual(targets('[x](b.md?y) [z](<../c.md> "t")'), ['docs/b.md', 'c.md']);
    assert.deepEqual(targets('[x](https://a.org) [y](/b) [z](#c) [u](mailto:x) [v]({{ url }}) [w](../../d.md)'), []);
    assert.deepEqual(targets('`[x](b.md)`\n```\n[x](b.md)\n~~~\n```\n[x](%zz.md)'), ['docs/%zz.md']);
  });

  it('reads very long pages in time', () => {
    const start = performance.now();
    linksOf('a.md', `${'[x]('.repeat(25_000)}\n${'`'.repeat(50_000)}\n${' src="'.repeat(20_000)}`);
    assert.ok(performance.now() - start < 500);
  });
});
