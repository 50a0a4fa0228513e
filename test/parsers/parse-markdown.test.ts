import assert from 'node:assert/strict';
import { parseMarkdown } from '../../src/parsers/parse-markdown.js';
import { readZone } from '../../src/policy/zone-section/read-zone.js';
import { processorTime } from '../support/processor-time.js';

describe('parseMarkdown', () => {
  it('gives places from 1 and knows GitHub’s tables and boxes', () => {
    const markdown = parseMarkdown('# a\n\n|b|\n|-|\n\n- [x] c\n');
    assert.ok('root' in markdown);
    assert.deepEqual(
      markdown.root.children.map(({ type, position }) => [type, position?.start.line, position?.start.column]),
      [
        ['heading', 1, 1],
        ['table', 3, 1],
        ['list', 6, 1],
      ],
    );
  });

  const refused: Readonly<Record<string, string>> = {
    'half a megabyte and one': 'a\n\n'.repeat(200_000),
    'six thousand lines': 'a\n'.repeat(6000),
    'a hundred thousand items': '- `a`\n'.repeat(100_000),
    'one line of 10 MB': 'a'.repeat(10_000_000),
    'ten thousand quotes in one another': '>'.repeat(10_000),
    'ten thousand lists in one another': `${'- '.repeat(10_000)}a`,
    'numbered lists in one another': '1. '.repeat(1000),
    'twenty levels on every line': `${'> '.repeat(20)}a\n\n`.repeat(2000),
    'stairs of lists': Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n'),
    'five levels on every line': '1) 1) 1) 1) 1) \n'.repeat(4000),
    'sixty levels on one line': '>'.repeat(60),
    'code far to the right': `${' '.repeat(200)}x`,
    'stars without end': '*a_ '.repeat(15_000),
    'stars and bars': '*_'.repeat(9000),
    'addresses without end': 'a@'.repeat(9000),
    'brackets over many lines': '[a](<b\n'.repeat(4000),
    'several heaps of signs': `${'![a]'.repeat(800)}\n\n`.repeat(6),
  };
  for (const [what, text] of Object.entries(refused)) {
    it(`refuses ${what} in no time`, () => {
      const started = processorTime();
      const markdown = parseMarkdown(text);
      assert.ok('refused' in markdown);
      assert.match(markdown.refused, /^(?:has|is longer than) /);
      assert.ok(processorTime() - started < 2000);
    });
  }

  const read: Readonly<Record<string, string>> = {
    'an empty file': '',
    'a thousand items': `## PM zone\n\nPMs cannot touch:\n${'- `**/auth/**` or `**/phi/**` (see [x](y))\n'.repeat(1000)}`,
    'a long table': `## PM zone\n\n| PM | Email |\n|---|---|\n${'| `a` | **a@b.c** |\n'.repeat(1000)}`,
    'deep code': `\`\`\`\n${`${' '.repeat(120)}call(a)\n`.repeat(500)}\`\`\`\n`,
    'quotes within reason': `${'> '.repeat(5)}a\n`.repeat(1000),
    'long paragraphs': `${'words and *words* '.repeat(500)}\n\n`.repeat(5),
  };
  for (const [what, text] of Object.entries(read)) {
    it(`parses ${what} in bounded time`, () => {
      const started = processorTime();
      const markdown = parseMarkdown(text);
      assert.ok('root' in markdown);
      readZone({ path: 'CLAUDE.md', text }, markdown.root);
      assert.ok(processorTime() - started < 10_000);
    });
  }
});
