import assert from 'node:assert/strict';
import fc from 'fast-check';
import { offsetAt } from '../../../src/text/editor-text.js';
import { findTabStops } from '../../../src/presentation/plan/find-tab-stops.js';
import { fillPlanTemplate } from '../../../src/planning/plan-template.js';

/** The text with each stop between bars. */
function marked(text: string): string {
  let [shown, from] = ['', 0];
  for (const { start, end } of findTabStops(text)) {
    const [first, last] = [offsetAt(text, start), offsetAt(text, end)];
    shown += `${text.slice(from, first)}‹${text.slice(first, last)}›`;
    from = last;
  }
  return shown + text.slice(from);
}

describe('the empty fields of a planning doc', () => {
  const cases: readonly (readonly [what: string, text: string])[] = [
    ['what stands in brackets', 'If we ‹[change]›, then ‹[who does what]›.'],
    ['no link, box, footnote or picture', '[a](b) [ ] [x] [^1] [c][d] [e]: f'],
    ['a label without a value', '**Status:** Draft\n**Design DRI:** ‹›\n**Flag:**‹›\n| Level | ‹›|\n- **Primary:** ‹›'],
    ['a label that is known, also without emphasis', 'Flag: ‹›\nPeople who said yes:\n- one'],
    [
      'a section without a word',
      '# Plan\n\n## TL;DR\n\n‹›\n\n## Problem\n‹›\n## Scope\nall\n## Users\n\n'.replace(/\n$/, '\n‹›'),
    ],
    ['no section that has others', '## Metrics\n\n### Primary\n\n‹›\n\n## Out\nx'],
    ['what comes right below a heading', '## A\n## B\n### C'],
    ['below a comment', '## A\n\n<!-- [not this]\n- [nor this] -->\n\n‹›\n## B\nx'],
    ['nothing in code', '```\n[code]\n~~~\n[code]\n````\n‹[text]›\n~~~~\n[code]'],
    ['nothing in what is left open', 'a ‹[b]›\n<!-- [c]\n[d]'],
  ];
  for (const [what, text] of cases) it(what, () => assert.equal(marked(text.replace(/[‹›]/g, '')), text));

  it('are all that the built-in template leaves to write', () => {
    const values = { title: 'A [b] $1', folder: 'src/${x}', flag: undefined, row: undefined, today: '2026-01-02' };
    const text = fillPlanTemplate({ ...values, level: 'copy' });
    assert.deepEqual(
      [...marked(text).matchAll(/‹(.*?)›/g)].slice(0, 6).map(([, stop]) => stop),
      [
        '[@handle]',
        '[@handle]',
        '[@handle, or none]',
        '[flag-key]',
        '[YYYY-MM-DD]',
        '[What changes, for whom, and why now]',
      ],
    );
  });

  it('lie in the text, in order and apart, whatever it is; never too many', () => {
    const part = fc.constantFrom(
      '## A',
      '',
      '[x]',
      '**B:** ',
      '<!--',
      '-->',
      '```',
      '~~~',
      'c',
      '\n',
      '\n',
      '$1}\\',
      '| D | |',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        let last = -1;
        for (const { start, end } of findTabStops(text)) {
          assert.ok(offsetAt(text, start) > last || (last === -1 && offsetAt(text, start) === 0));
          assert.equal(start.line, end.line);
          last = offsetAt(text, end);
          assert.ok(last >= offsetAt(text, start) && last <= text.length);
        }
      }),
    );
    assert.equal(findTabStops('[a]\n'.repeat(5000)).length, 200);
    assert.equal(findTabStops(`${'['.repeat(100_000)}\n${'<!--'.repeat(50_000)}`).length, 0);
  });
});
