import assert from 'node:assert/strict';
import { findNewUnseenSigns } from '../../../src/review/unseen/find-new-unseen-signs.js';
import { findUnseenSigns } from '../../../src/review/unseen/find-unseen-signs.js';
import { isRightToLeft } from '../../../src/review/unseen/is-right-to-left.js';

const tags = (words: string): string =>
  words.replace(/./g, (sign) => String.fromCodePoint(0xe0000 + sign.charCodeAt(0)));

describe('findUnseenSigns', () => {
  for (const [what, text, ...more] of [
    ['an override, closed', 'Pay \u202e001\u202c now', '\u202e'],
    ['the other override', 'Pay \u202d001\u202c now', '\u202d'],
    ['an override among letters from right to left', 'שלום \u202e001\u202c', '\u202e'],
    ['an isolate that turns Latin letters', 'Pay \u2067001\u2069 now', '\u2067'],
    ['an isolate left open', 'Pay \u2066001 now', '\u2066'],
    ['two left open, of both kinds', 'Pay \u2068001 \u202anow', '\u2068', '\u202a'],
    ['one left open among letters from right to left', 'שלום \u2067עולם', '\u2067'],
    ['a close of nothing', 'Pay \u2069001\u202c now', '\u2069', '\u202c'],
    ['a close of the other kind', 'Pay \u2066001\u202c now', '\u2066', '\u202c'],
    ['a mark among Latin letters', 'Pay\u200f 001', '\u200f'],
    ['tags', `Pay${tags('ab')}`, '\u{e0061}', '\u{e0062}'],
    ['tags without their end behind a flag', `🏴${tags('gb')}`, '\u{e0067}', '\u{e0062}'],
    ['NUL', 'Pay\0', '\0'],
    ['ESC', 'Pay \u001b[2J', '\u001b'],
    ['a sign of C1', 'Pay \u009b2J', '\u009b'],
    ['separators of lines', 'Pay\u2028now\u2029', '\u2028', '\u2029'],
    ['a blank without width in a word', 'pay\u200bpal', '\u200b'],
    ['a joiner in a word', 'pay\u200d\ufe0fpal', '\u200d\ufe0f'],
    ['a blank without width in a word of Cyrillic letters', 'д\u2060а', '\u2060'],
    ['a long row', `Pay ${'\u200b\u200c'.repeat(4)} now`, '\u200b\u200c'.repeat(4)],
    ['a long row behind an emoji', `😀${'\ufe00\ufe01'.repeat(4)}`, '\ufe00\ufe01'.repeat(4)],
    ['a variation of no letter', 'Pay\u{e0100}', '\u{e0100}'],
    ['a filler', 'Pay\u3164', '\u3164'],
    ['an annotation', 'Pay\ufff9', '\ufff9'],
    ['an invisible times', 'Pay\u2062', '\u2062'],
    ['nothing but a blank without width', '\u200b', '\u200b'],
    ['nothing but blanks and tags', ` ${tags('a')}`, '\u{e0061}'],
    ['nothing but a blank of Braille', '\u2800', '\u2800'],
  ] as readonly (readonly [string, string, ...string[]])[])
    it(`finds ${what}`, () => {
      assert.deepEqual(
        findUnseenSigns(text).map(({ sign }) => sign),
        more,
      );
    });

  it('says where each begins', () => {
    assert.deepEqual(
      findUnseenSigns('a\u2066b\0c\u001b').map(({ offset }) => offset),
      [1, 3, 5],
    );
  });

  for (const text of [
    '',
    ' ',
    '\u00a0\n',
    'Line\r\n\tand line',
    'Straße\u00ad n\u200b',
    'می\u200cخواهم،\u200c ها\u200c\u200c\u200c',
    'क्\u200dष 👩\u200d🚀 ❤\ufe0f 1\ufe0f\u20e3 🏳\ufe0f\u200d🌈 ◀\ufe0f\ufe0f',
    `🏴${tags('gbsct')}\u{e007f}`,
    'ᠮ\u180b 葛\u{e0100}',
    '\u2067عربي\u2069 \u200f(1)\u061c \u202a+1 23\u202c \u202bשלום\u202c',
    '\u202bהאם',
    'Hello \u2068{name}\u2069, \u2066x\u2069 and \u202aRTL\u202c',
    'Huidig \u200b\u200bwachtwoord',
    '\ufeffFiltra',
    '“Fine” – it’s 5 € …',
  ])
    it(`takes ${JSON.stringify(text)} as it is`, () => {
      assert.deepEqual(findUnseenSigns(text), []);
    });

  it('lets marks be in a language from right to left that is not written there', () => {
    assert.deepEqual(findUnseenSigns('\u200f%s: \u2067%s\u2069', isRightToLeft('fa_IR')), []);
    assert.equal(findUnseenSigns('\u200f%s', isRightToLeft('fr')).length, 1);
    assert.equal(findUnseenSigns('\u200f%s', isRightToLeft(undefined)).length, 1);
  });

  it('takes no longer for very many', () => {
    for (const text of ['\u2066', '\u202c', '\u200b', '\u2066\u202c', 'a\u200b', '\u202bא'])
      findUnseenSigns(text.repeat(300_000));
  }).timeout(10_000);
});

describe('findNewUnseenSigns', () => {
  it('knows what was there before', () => {
    const signs = (text: string, before?: string): readonly string[] =>
      findNewUnseenSigns(text, before).map(({ sign }) => sign);
    assert.deepEqual(signs('a\0b', 'c\0'), []);
    assert.deepEqual(signs('a\0b\0', 'c\0'), ['\0', '\0']);
    assert.deepEqual(signs('a\0b\u0001', 'c\0'), ['\u0001']);
    assert.deepEqual(signs('ab', 'c\0'), []);
    assert.deepEqual(signs('a\u2066b', 'a\u2066b\u2069'), ['\u2066']);
  });
});
