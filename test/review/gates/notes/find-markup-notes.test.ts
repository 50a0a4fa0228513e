import assert from 'node:assert/strict';
import { findMarkupNotes } from '../../../../src/review/gates/notes/find-markup-notes.js';

function notesOf(text: string): readonly string[] {
  return findMarkupNotes(text).map(([from, to]) => text.slice(from, to));
}

describe('notes of a template', () => {
  it('are found between its tags and its code', () => {
    for (const [text, expected] of [
      ['<p a=">">x</p><!-- one -->{{ b }}<%# two %>{{-- three --}}', ['<!-- one -->', '<%# two %>', '{{-- three --}}']],
      ['a < b <!-- one --> <% c %> {d} <!-- two -->', ['<!-- one -->', '<!-- two -->']],
      ['<p title="<%# one %>">', ['<%# one %>']],
      ['<!-- one --> { <!-- two -->', ['<!-- one -->', '<!-- two -->']],
      ['<!-- one', []],
    ] as const)
      assert.deepEqual(notesOf(text), expected, text);
  });

  it('are none that is a text, or that a page takes for shorter', () => {
    for (const text of [
      `<a :href="f('<!--' + b + '-->')">x</a>`,
      '<p title=" <!-- shown --> ">x</p>',
      "{{ f(' <!--', $b, '-->') }}",
      "{!! f(' <!--', $b, '-->') !!}",
      "{f(' <!--', b, '-->')}",
      "<%= f(' <!--', b, '-->') %>",
      "@if(f('<!--', $b, '-->'))",
      '<textarea><!-- shown --></textarea>',
      '<!--> shown <!-- -->',
      '<!-- a --!> shown <!-- -->',
    ])
      assert.deepEqual(notesOf(text), [], text);
  });

  it('are found in time in line with the length of the text', () => {
    const before = performance.now();
    for (const part of ['<!-- ', '<a "', '<a ', '{', '<%', '{{', '{!!', '<!-- -->', '<a b="c">', '"<!--']) {
      findMarkupNotes(part.repeat(100_000 / part.length));
    }
    assert.ok(performance.now() - before < 1500);
  });
});
