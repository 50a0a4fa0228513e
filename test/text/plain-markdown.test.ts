import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { markdownRoot } from '../markdown-root.js';
import { toInlineCode, toPlainMarkdown, toPlainTitle, truncate } from '../../src/text/plain-markdown.js';

/** The kinds of node that a text became. */
function kinds(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kinds) : [])];
}

const hostile = [
  '@everyone and @org/team',
  'Fixes ENG-12, closes: web-3 and resolves issue A_B-4',
  'Fixes #1, closes acme/shop#2, resolves GH-3, fixes https://github.com/acme/shop/issues/4',
  '<script>alert(1)</script> <!-- x --> </details>',
  '| a | b |',
  '![x](https://example.com/x.png) [y](javascript:alert(1)) <https://example.com>',
  '/approve',
  '/close',
  '!1 $2 ~label %milestone &3 ^alert#5',
  '# heading',
  '- [ ] box',
  '> quote',
  '```js',
  '***',
  '1. one',
  'www.example.com ftp://example.com maya@example.com',
  '\u202egnp.exe \u200b',
  '&lt;b&gt; &#64;x &commat;y',
  '\\@everyone \\<b>',
];

describe('plain', () => {
  for (const text of hostile) {
    it(`keeps ${JSON.stringify(text)} from coming alive`, () => {
      const markdown = toPlainMarkdown(text);
      const alive = kinds(markdownRoot(markdown)).filter(
        (kind) => !['root', 'paragraph', 'text', 'html'].includes(kind),
      );
      assert.deepEqual(alive, []);
      const bare = markdown.replaceAll('<!-- -->', '\0');
      assert.doesNotMatch(bare, /[<>]|[@#][\w/]|[a-z]-\d|:\/\/|^\/|(?<!\\)\||[!$~%^]\w|&amp;\w/i);
    });
  }

  it('shows what was written', () => {
    const shown = (text: string): string => {
      const [paragraph] = markdownRoot(toPlainMarkdown(text)).children;
      assert.ok(paragraph?.type === 'paragraph');
      return paragraph.children.map((node) => (node.type === 'text' ? node.value : '')).join('');
    };
    for (const text of hostile.filter((each) => !each.includes('\u202e'))) assert.equal(shown(text), text);
    assert.equal(shown('a\u202eb'), 'a\\u{202e}b');
    assert.equal(shown(' two\n\nlines '), 'two lines');
    assert.equal(toPlainMarkdown('at most {{size}}, {n}'), 'at most {{size}}, {n}', 'people read it before it is sent');
    assert.equal(toPlainMarkdown('{-gone-}'), '\\{-gone-\\}');
  });

  it('is one line of text alone, whatever it is given', () => {
    const piece = fc.constantFrom(...hostile, '@', '#', '<', '`', '|', '\\', '\n', '[', '](', '&', '*', '_');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 6 }), (pieces) => {
        const markdown = `x ${toPlainMarkdown(pieces.join(''))}`;
        const bare = markdown.replaceAll('<!-- -->', '\0');
        assert.doesNotMatch(bare, /[<>\n]|@\w|#\d/);
        assert.deepEqual(
          kinds(markdownRoot(markdown)).filter((kind) => !['root', 'paragraph', 'text', 'html'].includes(kind)),
          [],
        );
      }),
    );
  });

  it('is bounded', () => assert.equal(toPlainMarkdown('x'.repeat(1000)).length, 500));
});

describe('code', () => {
  it('is inline code where that is safe, else plain text', () => {
    assert.equal(toInlineCode('src/a b.md'), '`src/a b.md`');
    assert.equal(toInlineCode('@org/team'), '`@org/team`');
    assert.equal(toInlineCode('a`b'), 'a\\`b');
    assert.equal(toInlineCode('a|b'), 'a\\|b');
    assert.equal(toInlineCode(' a'), 'a');
    assert.equal(toInlineCode('fixes GH-1'), 'fixes GH-<!-- -->1');
    assert.equal(toInlineCode('Fixes ENG-12'), 'Fixes ENG-<!-- -->12');
    assert.equal(toInlineCode('pm/ENG-12'), '`pm/ENG-12`');
    assert.equal(toInlineCode('closes https://x.y/1'), 'closes https:<!-- -->//x.y/1');
    assert.equal(toInlineCode(''), '');
  });
});

describe('plainTitle', () => {
  it('mentions nobody and closes nothing when it becomes a commit', () => {
    assert.equal(
      toPlainTitle('Fixes #1 for @maya,\nGH-2 and https://example.com'),
      'Fixes no. 1 for (at)maya, GH 2 and https: //example.com',
    );
    assert.equal(
      toPlainTitle('Fixes ENG-12, closing issue web-3; see ENG-14'),
      'Fixes ENG 12, closing issue web 3; see ENG-14',
    );
    assert.equal(toPlainTitle('A C# #tag'), 'A C# #tag');
    assert.equal(toPlainTitle('closes acme/shop#3 (see web#4)'), 'closes acme/shop no. 3 (see web no. 4)');
    assert.equal(toPlainTitle('xGH-2 [skip ci] [CI-skip] [web]'), 'xGH 2 (skip ci) (CI-skip) [web]');
    assert.equal(toPlainTitle('x'.repeat(200)).length, 120);
  });
});

describe('shorten', () => {
  it('cuts no character in two', () => {
    assert.equal(truncate('abc', 3), 'abc');
    assert.equal(truncate('abcd', 3), 'ab…');
    assert.equal(truncate('a😀bc', 3), 'a…');
  });
});
