import assert from 'node:assert/strict';
import { parseMarkdown } from '../../src/parsers/markdown.js';
import { readZone } from '../../src/policy/read-zone.js';
import { refuseText } from '../../src/policy/refuse-text.js';

describe('refuseText', () => {
  const refused: Readonly<Record<string, string>> = {
    'a hundred thousand items': '- `a`\n'.repeat(100_000),
    'one line of 10 MB': 'a'.repeat(10_000_000),
    'ten thousand quotes in one another': '>'.repeat(10_000),
    'ten thousand lists in one another': `${'- '.repeat(10_000)}a`,
    'numbered lists in one another': '1. '.repeat(1000),
    'twenty levels on every line': `${'> '.repeat(20)}a\n\n`.repeat(2000),
    'stairs of lists': Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n'),
    'stars without end': '*_'.repeat(9000),
    'brackets over many lines': '[a](<b\n'.repeat(4000),
    'several heaps of signs': `${'![a]'.repeat(800)}\n\n`.repeat(6),
  };
  for (const [what, text] of Object.entries(refused)) {
    it(`refuses ${what} in no time`, () => {
      const started = performance.now();
      assert.match(refuseText(text) ?? '', /^has /);
      assert.ok(performance.now() - started < 2000);
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
    it(`lets ${what} be parsed, in bounded time`, () => {
      assert.equal(refuseText(text), undefined);
      const started = performance.now();
      readZone({ path: 'CLAUDE.md', text }, parseMarkdown(text));
      assert.ok(performance.now() - started < 10_000);
    });
  }
});
