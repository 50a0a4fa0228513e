import assert from 'node:assert/strict';
import fc from 'fast-check';
import { datePaper } from '../../src/papers/date-paper.js';
import type { Block, Paper, Span } from '../../src/papers/paper.js';
import { renderHtml } from '../../src/papers/render-html.js';
import { renderMarkdown } from '../../src/papers/render-markdown.js';
import { parseMarkdown } from '../../src/parsers/parse-markdown.js';
import { escapeHtml } from '../../src/text/escape-html.js';

/** A paper that has a text everywhere where one can be. */
function paperOf(text: string): Paper {
  const spans: readonly Span[] = [
    text,
    { code: text },
    { strong: text },
    { text, link: undefined },
    { text, link: 'https://host.example/a?b=1#L2' },
    { mark: 'good', words: text },
    { fill: text },
  ];
  const blocks: readonly Block[] = [
    { kind: 'text', line: spans },
    { kind: 'heading', text },
    { kind: 'list', items: spans.map((span) => [span]) },
    { kind: 'table', head: [text, text], rows: [[[text], spans]] },
    { kind: 'commands', commands: [text] },
  ];
  return { title: text, facts: [[text, spans]], sections: [{ title: text, blocks }] };
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        '`',
        '```',
        '|',
        '\\',
        '*',
        '_',
        '[',
        ']',
        '(',
        ')',
        '#',
        '@a',
        '![',
        '<!--',
        '-->',
        '</style>',
        '<script>',
        'javascript:',
        '://',
        '\n',
        '\r\n',
        '\n\n',
        '- ',
        '1. ',
        '~~~',
        '$',
        'a',
        ' ',
        '\u202e',
        '\u0000',
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('a paper', () => {
  it('as HTML holds each text as it is, and nothing that it makes', () => {
    const frame = renderHtml({ ...paperOf('MARK'), date: '', hash: '' });
    fc.assert(
      fc.property(hostile, (text) => {
        const page = renderHtml({ ...paperOf(text), date: '', hash: '' });
        assert.equal(page, frame.split('MARK').join(escapeHtml(text)));
      }),
    );
    assert.doesNotMatch(frame, /<script|javascript:|\son\w+=|@import|url\(/u);
    assert.match(frame, /default-src 'none'; style-src 'sha256-[\w+/]{43}='/u);
  });

  it('as Markdown has the parts that it is made of, whatever the texts hold', () => {
    const shapeOf = (text: string): unknown => {
      const markdown = parseMarkdown(renderMarkdown({ ...paperOf(text), date: '2026-01-01', hash: 'x' }));
      assert.ok('root' in markdown);
      const shape = (node: { readonly type: string; readonly children?: readonly never[] }): unknown => {
        // Escaping splits references by empty comments, and code that could end early is text.
        const kept = (node.children ?? []).filter(
          ({ type }: { readonly type: string }) => !['text', 'inlineCode', 'html', 'break'].includes(type),
        );
        return [node.type, kept.map(shape)];
      };
      const html: string[] = [];
      const collect = (node: {
        readonly type: string;
        readonly value?: string;
        readonly children?: readonly never[];
      }) => {
        if (node.type === 'html') html.push(node.value ?? '');
        node.children?.forEach(collect);
      };
      collect(markdown.root as never);
      assert.deepEqual(
        html.filter((each) => each !== '<!-- -->'),
        [],
        JSON.stringify(text),
      );
      return shape(markdown.root as never);
    };
    const frame = shapeOf('MARK');
    fc.assert(
      fc.property(hostile, (text) => {
        // What shows nothing at all leaves no part behind.
        fc.pre(/[\p{L}\p{N}]/u.test(text));
        assert.deepEqual(shapeOf(text), frame, JSON.stringify(text));
      }),
    );
  });

  it('links to pages of the web alone', () => {
    for (const link of [
      'javascript:alert(1)',
      'https://a.example/">',
      'https://a.example/ b',
      'file:///etc',
      'https://a.example/)',
    ]) {
      const paper = { title: 'x', facts: [['y', [{ text: 'z', link }]]], sections: [] } as const;
      for (const text of [renderHtml, renderMarkdown].map((render) => render({ ...paper, date: '', hash: '' }))) {
        assert.doesNotMatch(text, /href=|\]\(/u, link);
      }
    }
  });

  it('has a hash of all that it says but the day', () => {
    const one = datePaper(paperOf('a'), '2026-01-01');
    assert.match(one.hash, /^[0-9a-f]{64}$/u);
    assert.equal(datePaper(paperOf('a'), '2026-02-02').hash, one.hash);
    assert.notEqual(datePaper(paperOf('b'), '2026-01-01').hash, one.hash);
  });
});
