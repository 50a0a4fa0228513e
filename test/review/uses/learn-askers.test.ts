import assert from 'node:assert/strict';

import { learnAskers } from '../../../src/review/uses/learn-askers.js';
import { readTokens } from '../../../src/review/uses/read-tokens.js';

const texts = new Set(['open', 'quit', 'print', 'cut', 'copy', 'paste', 'save']);

/** How `save` is asked for at the end of this program. */
function learned(text: string): string | undefined {
  const tokens = [...readTokens(text)];
  const last = tokens.findLast(({ value }) => value === 'save') ?? assert.fail(text);
  return learnAskers(text, tokens, (name) => texts.has(name))(last);
}

describe('how a program asks for texts', () => {
  const table: readonly (readonly [what: string, text: string, answer: string | undefined])[] = [
    ['by a function that speaks of texts', "showText('open'); showText('quit'); showText('save')", 'sure'],
    ['by an attribute that does', '<a data-label="open"><a data-label="quit"><a data-label="save">', 'sure'],
    ['by what is done with a text', "'open'.asText(); 'quit'.asText(); 'save'.asText()", 'sure'],
    ['by a filter of a template', "{{ 'open'|words }}{{ 'quit' | words }}{{ 'save'|words }}", 'sure'],
    ['by a property', "{ label: 'open' }, { label: 'quit' }, { label: 'save' }", 'sure'],
    ['not by one other text alone', "showText('open'); showText('save')", undefined],
    [
      'not where much else is no text',
      "showText('open'); showText('quit'); showText('x'); showText('save')",
      undefined,
    ],
    [
      'perhaps by a function of any name, for many',
      "go('open'); go('quit'); go('print'); go('cut'); go('copy'); go('save')",
      'possible',
    ],
    ['not by a function of any name, for few', "go('open'); go('quit'); go('save')", undefined],
    [
      'not by what names other things',
      '<a id="open"><a id="quit"><a id="print"><a id="cut"><a id="copy"><a id="save">',
      undefined,
    ],
    ['not by nothing', "'open', 'quit', 'save'", undefined],
    ['not by what is done with any string', "'open'.length, 'quit'.length, 'save'.length", undefined],
  ];
  for (const [what, text, answer] of table) it(`is told ${what}`, () => assert.equal(learned(text), answer));
});
