import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeBody, type BodyPart } from '../../src/pull-request/body/compose-body.js';
import { readGeneratedParts, wrapPart } from '../../src/pull-request/body/generated-parts.js';
import { withMarkers, withoutMarkers } from '../../src/pull-request/edit-body.js';
import { renewBody } from '../../src/pull-request/renew-body.js';

const partsOf = (state: string): readonly BodyPart[] => [
  { id: 'summary', heading: 'What', text: `A clearer home, ${state}.\n\nSecond words, ${state}.` },
  { id: 'why', heading: 'Why', text: 'People are lost.' },
  { id: 'tests', heading: 'How to test', text: `Open it, ${state}.` },
];
const template = '## Summary\n\n## Checklist\n\n- [ ] I read the guide\n';
const madeOf = (text: string | undefined, state = 'now'): string => composeBody(text, partsOf(state)).body;

describe('the description as its author edits it', () => {
  for (const [name, text] of [
    ['with a template of the repository', template],
    ['without one', undefined],
  ] as const) {
    const made = madeOf(text);
    const edit = (change: (text: string) => string): string => withMarkers(change(withoutMarkers(made)), made);
    const renewed = (body: string): string => renewBody(body, partsOf('later')).body;

    describe(name, () => {
      it('shows no marker, and has them all where it is sent as it is', () => {
        assert.doesNotMatch(withoutMarkers(made), /<!--/);
        assert.equal(
          edit((each) => each),
          made,
        );
      });

      it('keeps words before and after outside of what is made new', () => {
        const body = edit((each) => `Mind the German!\n\n${each}\nAnd a word of mine.`);
        assert.match(body, /^Mind the German!\n\n/);
        assert.match(body, /\nAnd a word of mine\.$/);
        assert.ok(readGeneratedParts(body)?.every(({ isChanged }) => !isChanged));
        const later = renewed(body);
        assert.match(later, /^Mind the German!\n\n[^]*, later\.[^]*\nAnd a word of mine\.$/);
        assert.doesNotMatch(later, /, now\./);
      });

      it('keeps a part that its author wrote into, and doubles nothing', () => {
        for (const [from, to] of [
          ['Second words, now.', 'Second words of mine.'],
          ['A clearer home, now.', 'A home of mine.'],
          ['People are lost.', ''],
          ['People are lost.', 'People are lost.\n\nReally.'],
        ] as const) {
          const body = edit((each) => each.replace(from, to));
          const later = renewed(body);
          assert.equal(later.split('## How to test').length, 2, later);
          if (to !== '') for (const words of to.split('\n\n')) assert.ok(later.includes(words), later);
          else assert.doesNotMatch(later, /People are lost/);
        }
      });

      it('brings nothing back that its author took out', () => {
        assert.doesNotMatch(renewed(edit(() => '')), /clearer home|lost/);
        assert.doesNotMatch(renewed(edit(() => 'All in my own words.')), /clearer home|lost/);
        assert.match(renewed(edit(() => 'All in my own words.')), /All in my own words\./);
      });
    });
  }

  it('takes a marker that somebody wrote for none', () => {
    const made = madeOf(undefined);
    const body = withMarkers(`<!-- pm-zone:end main -->\n${withoutMarkers(made)}`, made);
    assert.equal(readGeneratedParts(body)?.length, 1);
    assert.equal(withMarkers('As it is.', 'Without any.'), 'As it is.');
    assert.equal(withMarkers('As it is.', '<!-- pm-zone:begin main -->'), 'As it is.', 'nobody knows whose it is');
  });

  it('keeps a part without a text where it was', () => {
    const made = `Above.\n\n${wrapPart('main', '')}\n\nBelow.\n`;
    assert.match(
      withMarkers('Above.\n\nMore.\n\nBelow.\n', made),
      /^Above\.[^]*pm-zone:begin[^]*pm-zone:end[^]*Below\.\n$/,
    );
  });

  it('loses no word, and leaves the markers whole, whatever is edited', () => {
    const made = madeOf(template);
    const lines = withoutMarkers(made).split('\n');
    const line = fc.oneof(fc.constantFrom(...lines), fc.string());
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (edited) => {
        const text = edited.join('\n');
        const body = withMarkers(text, made);
        assert.equal(readGeneratedParts(body)?.length, readGeneratedParts(made)?.length);
        const words = (each: string): string => withoutMarkers(each).replace(/\s+/g, '');
        assert.equal(words(body), words(text));
      }),
    );
  });
});
