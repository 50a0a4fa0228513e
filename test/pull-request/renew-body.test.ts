import assert from 'node:assert/strict';
import fc from 'fast-check';
import { closeOpen } from '../../src/pull-request/body/close-open.js';
import { composeBody, longestBody, type BodyPart } from '../../src/pull-request/body/compose-body.js';
import { readGeneratedParts, stripMarkers, wrapPart } from '../../src/pull-request/body/generated-parts.js';
import { renewBody } from '../../src/pull-request/renew-body.js';

const parts = (state: string): readonly BodyPart[] => [
  { id: 'why', heading: 'Why', text: `Because ${state}.` },
  { id: 'changes', heading: 'What changed', text: `Words, ${state}.` },
  { id: 'signoff', heading: 'Sign-off', text: '- [ ] Engineering DRI: `@erin`\n- [ ] Product DRI: `@paul`' },
];
const template = '## Why\n\n## Notes\n\nYours.\n';
const made = composeBody(template, parts('first')).body;

/** What people wrote: all that is not between two markers. */
function outside(body: string): string {
  return body.replace(/<!-- pm-zone:begin (\w+) -->[^]*?<!-- pm-zone:end \1(?: \w+)? -->/g, '');
}

describe('a body that stands on a host', () => {
  it('has each generated text between markers, the template’s own words outside', () => {
    assert.deepEqual(
      readGeneratedParts(made)?.map(({ name, isChanged }) => [name, isChanged]),
      [
        ['why', false],
        ['main', false],
      ],
    );
    assert.equal(outside(made), '## Why\n\n\n\n## Notes\n\nYours.\n\n\n');
    assert.match(stripMarkers(made), /^## Why\n\nBecause first\.\n\n## Notes\n\nYours\.\n\n## What changed\n\nWords, /);
  });

  it('is renewed part by part, and stays the same where nothing is new', () => {
    const written = made.replace('Yours.', 'Mine, with care.');
    const { body, notes } = renewBody(written, parts('second'));
    assert.deepEqual(notes, []);
    assert.equal(
      body,
      written.replace(/first/g, 'second').replace(/ [0-9a-f]{12} -->/g, (hash) => hashOf(body, hash)),
    );
    assert.deepEqual(renewBody(body, parts('second')), { body, notes: [] });
    assert.equal(outside(body), outside(written));
  });

  it('keeps the ends of lines that a host rewrote, and boxes that somebody ticked', () => {
    const ticked = made.replace('- [ ] Engineering', '- [x] Engineering').replace(/\n/g, '\r\n');
    const { body, notes } = renewBody(ticked, parts('second'));
    assert.deepEqual(notes, []);
    assert.match(body, /- \[x\] Engineering DRI: `@erin`\n- \[ \] Product DRI/);
    assert.match(body, /Words, second/);
    assert.equal(outside(body), outside(ticked));
  });

  it('keeps a part that somebody wrote into, renews the others, and says so', () => {
    const { body, notes } = renewBody(made.replace('Because first.', 'Because I say so.'), parts('second'));
    assert.match(body, /Because I say so\.[^]*Words, second/);
    assert.match(
      notes.join(),
      /^Somebody wrote into a generated part of the description, so that part is left as it is\./,
    );
    const main = renewBody(made.replace('Words, first.', 'Words of mine.'), parts('second'));
    assert.match(main.body, /Because second\.[^]*Words of mine\./);
    assert.equal(main.notes.length, 1);
  });

  it('gets ours at its end where it has none, after what people wrote', () => {
    const { body } = renewBody('I opened this by hand.\r\n', parts('first'));
    assert.ok(body.startsWith('I opened this by hand.\r\n\n\n<!-- pm-zone:begin main -->\n\n## Why\n\nBecause first.'));
    assert.deepEqual(renewBody(' \n', []).body.startsWith(' \n<!-- pm-zone:begin main -->'), true);
    const gone = made.replace(/<!-- pm-zone:begin main[^]*$/, '');
    assert.match(
      renewBody(gone, parts('second')).body,
      /Because second\.[^]*Yours\.[^]*## What changed\n\nWords, second/,
    );
  });

  it('gets ours behind the end of what people left open, so that it is neither hidden nor code', () => {
    for (const [written, end] of [
      ['```js\ncode', '```\n'],
      ['- x\n  ~~~~\n  code', '  ~~~~\n'],
      ['<!-- later', '-->\n'],
      ['<!-- one --> and\n  <!-- two\n```\n--> and <!-- three', '-->\n'],
      ['<details><summary>More', '</details>\n'],
      ['<details>\r\n\r\n```\r\ncode', '```\n</details>\n'],
      ['<!-- done -->', ''],
      ['<!-- one\ntwo -->\n```\n<!-- three\n```', ''],
      ['words <!-- that are none', ''],
      ['<!--> no comment', '-->\n'],
    ] as const) {
      const { body } = renewBody(written, parts('first'));
      assert.ok(body.startsWith(`${written}\n\n${end === '' ? '' : `${end}\n`}<!-- pm-zone:begin main -->`), body);
      assert.deepEqual(renewBody(body, parts('first')), { body, notes: [] });
    }
  });

  it('says of a part under the template’s heading that there is nothing to say, where there is nothing any more', () => {
    const { body } = renewBody(made, parts('second').slice(1));
    assert.match(body, /## Why\n\n<!-- pm-zone:begin why -->\n\nNothing is said of this at the moment\./);
  });

  it('is left alone with a sentence where its markers are broken, doubled or nested', () => {
    const why = wrapPart('why', 'x');
    for (const broken of [
      made + why,
      made.replace('<!-- pm-zone:begin main -->', ''),
      made.replace(/<!-- pm-zone:end main \w+ -->/, ''),
      made.replace('pm-zone:begin main', 'pm-zone:begin other'),
      made.replace('<!-- pm-zone:begin main -->', '<!-- pm-zone:begin main --'),
      made.replace('<!-- pm-zone:begin main -->', '<!-- pm-zone:begin main 0123456789ab -->'),
      wrapPart('main', `x\n${why}`),
      '<!-- pm-zone:end why -->\n<!-- pm-zone:begin why -->',
      `<!-- pm-zone:begin why -->\n<!-- pm-zone:begin main -->`,
      '<!--pm-zone:what is this-->',
    ]) {
      const { body, notes } = renewBody(broken, parts('second'));
      assert.equal(body, broken);
      assert.match(notes.join(), /^The description is left as it is: the marks around its generated parts/);
    }
  });

  it('is left alone where there is no room, and cut where there is some', () => {
    const long = 'x'.repeat(longestBody - 100);
    const full = renewBody(long, parts('first'));
    assert.equal(full.body, long);
    assert.match(full.notes.join(), /so long that a new one has no room/);
    const some = renewBody('x'.repeat(longestBody - 300), [
      ...parts('first'),
      { id: 'review', heading: 'PM PR Review', text: 'y'.repeat(500) },
    ]);
    assert.ok(some.body.length <= longestBody);
    assert.match(some.body, /A part of this description was too long and is left out\.\n\n<!-- pm-zone:end main/);
    assert.equal(
      composeBody('x\n'.repeat(9000), [{ id: 'why', heading: 'Why', text: 'y'.repeat(50_000) }]).body.length <
        longestBody,
      true,
    );
    assert.ok(
      composeBody('## Why\n', [{ id: 'why', heading: 'Why', text: 'y'.repeat(60_000) }]).body.startsWith(
        '<!-- pm-zone:begin main',
      ),
    );
  });

  it('takes no marker from a template', () => {
    const { body } = composeBody('```\n<!-- pm-zone:begin main -->\n```\n', parts('first'));
    assert.deepEqual(
      readGeneratedParts(body)?.map(({ name }) => name),
      ['main'],
    );
  });

  it('never loses or changes a sign outside of its markers, whatever stands there', () => {
    const words = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom('\r\n', '```\n', '<details>', '-->', '<!--', '<!-- mine -->', '$&', '- [x] done', '\u202e'),
    );
    const generated = fc.tuple(fc.constantFrom('why', 'changes', 'main', 'later'), fc.string({ maxLength: 40 }));
    const piece = fc.oneof(
      words.map((text) => ({ text, body: text })),
      generated.map(([name, text]) => ({ text: '', body: wrapPart(name, text) })),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.string(), (pieces, state) => {
        const body = pieces.map((each) => each.body).join('');
        const renewed = renewBody(body, parts(state.replace(/[<>]/g, '')));
        const isLeft = readGeneratedParts(body) === undefined;
        if (isLeft) assert.equal(renewed.body, body);
        else {
          assert.ok(outside(renewed.body).startsWith(outside(body)));
          const isAdded = !body.includes('<!-- pm-zone:begin main -->');
          assert.equal(outside(renewed.body).slice(outside(body).length).trim(), isAdded ? closeOpen(body).trim() : '');
        }
        assert.equal(
          isLeft,
          renewed.notes.some((note) => note.includes('broken or doubled')),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('stays byte for byte what it is where markers stand in any disorder', () => {
    const soup = fc.array(
      fc.constantFrom(
        '<!-- pm-zone:begin why -->',
        '<!-- pm-zone:end why 0123456789ab -->',
        '<!-- pm-zone:begin main -->',
        '<!-- pm-zone:end main -->',
        '<!-- pm-zone:',
        'words\n',
      ),
      { maxLength: 7 },
    );
    fc.assert(
      fc.property(soup, (pieces) => {
        const body = pieces.join('');
        const renewed = renewBody(body, parts('new')).body;
        if (readGeneratedParts(body) === undefined) assert.equal(renewed, body);
        // Whatever stands between two good markers with another content than was noted is somebody's.
        for (const each of pieces.filter((piece) => piece === 'words\n')) assert.ok(renewed.includes(each));
      }),
      { numRuns: 500 },
    );
  });
});

/** The hashes of a renewed body in their order, for comparing all else. */
function hashOf(body: string, old: string): string {
  const place = [...made.matchAll(/ [0-9a-f]{12} -->/g)].findIndex(([each]) => each === old);
  return [...body.matchAll(/ [0-9a-f]{12} -->/g)][place]?.[0] ?? '';
}
