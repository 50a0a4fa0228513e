import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldWithOrigins, foldWords } from '../../../../src/presentation/words/matching/fold-words.js';
import { locateWords } from '../../../../src/presentation/words/locate-words.js';

const cases: readonly (readonly [string, string])[] = [
  ['Create a Board', 'create a board'],
  ['Créer  un\n tableau', 'creer un tableau'],
  ['Don’t “stop” – now…', 'don\'t "stop" - now...'],
  ['Straße Ærø ŁÓDŹ Œuvre', 'strasse aero lodz oeuvre'],
  ['İstanbul ılık đ', 'istanbul ilik d'],
  ['non\u00a0breaking\u2003space', 'non breaking space'],
  ['soft\u00adhyphen and zero\u200bwidth', 'softhyphen and zerowidth'],
  ['ＦＵＬＬ ｗｉｄｔｈ', 'full width'],
  ['日本語', '日本語'],
  ['', ''],
];

describe('foldWords', () => {
  for (const [text, folded] of cases) it(`folds “${text}”`, () => assert.equal(foldWords(text), folded));

  it('keeps white space at the ends, so that pieces can be folded one by one', () => {
    assert.equal(foldWords(' Hello '), ' hello ');
  });

  it('gives what folding gives again, and an origin for each character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { folded, origins } = foldWithOrigins(text);
        assert.equal(folded, foldWords(text));
        assert.equal(origins.length, folded.length + 1);
        assert.equal(origins.at(-1), text.length);
        assert.deepEqual(
          origins,
          [...origins].sort((one, other) => one - other),
        );
      }),
    );
  });
});

describe('placeWords', () => {
  const placed: readonly (readonly [string, string, string | undefined])[] = [
    ['“Nothing” is here!', '"nothing" IS here', '“Nothing” is here'],
    ['¡Créer un tableau!', 'creer UN tableau', 'Créer un tableau'],
    ['Warte … noch', 'warte ... noch', 'Warte … noch'],
    ['There is nothing here yet, {name}.', 'there is nothing here yet', 'There is nothing here yet'],
    ['<b>%1$s</b>: %{count} of $total, all done %d', 'all done', undefined],
    ['<b>%1$s</b>: %{count} %(of)s ${it} {{x}} all done %d', 'all done', 'all done'],
    ['Click to see all boards', 'see all boards', undefined],
    ['All boards are here', 'all boards', undefined],
    ['two\n  lines', 'two lines', 'two\n  lines'],
    ['Hello {name}', 'Hello Anna', undefined],
    ['Hello', '  ', undefined],
  ];
  for (const [text, typed, found] of placed) {
    it(`finds “${typed}” in “${text}”`, () => {
      const place = locateWords(text, typed);
      assert.equal(place && text.slice(place.start, place.end), found);
    });
  }
});
