import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAndReview, fixed, fixesFor, titlesFor, type Change } from '../offered-fixes.js';

const en = 'src/features/home/i18n/en.json';
const de = 'src/features/home/i18n/de.json';

/** A change of the English catalog beside a German one that it leaves alone. */
function change(before: string, after: string, german?: string): Change {
  // Code asks for the keys that cases take out of a group.
  const beside: Record<string, string> = {
    'src/a.ts': "t('g.x'); t('g.y')",
    ...(german === undefined ? {} : { [de]: german }),
  };
  return { base: { [en]: before, ...beside }, head: { [en]: after, ...beside } };
}

const lines = (...entries: readonly string[]): string => `{\n${entries.map((entry) => `  ${entry}`).join(',\n')}\n}\n`;
const [a, b, c] = ['"a": "One"', '"b": "Two, {name}"', '"c": "Three"'];

describe('quick fixes a catalog', () => {
  const whole = lines(a, b, c);
  const cases: readonly [name: string, before: string, after: string, title: RegExp, result: string][] = [
    ['puts a key back between its neighbours', whole, lines(a, c), /^Put “b” back$/, whole],
    ['puts the first key back', whole, lines(b, c), /^Put “a” back$/, whole],
    ['puts the last key back', whole, lines(a, b), /^Put “c” back$/, whole],
    [
      'puts a key back beside what is new',
      whole,
      lines(a, '"x": "New"', c),
      /^Put “b” back$/,
      lines(a, b, '"x": "New"', c),
    ],
    ['fills what was emptied', whole, '{}\n', /^Put “a” back$/, '{\n  "a": "One"\n}\n'],
    [
      'keeps one line one line',
      '{"a": "1", "b": "2", "c": "3"}',
      '{"a": "1", "c": "3"}',
      /b/,
      '{"a": "1", "b": "2", "c": "3"}',
    ],
    ['keeps what has no blanks without them', '{"a":"1","b":"2"}', '{"a":"1"}', /b/, '{"a":"1","b":"2"}'],
    [
      'keeps how a key was written',
      '{\n\t"a" : "\\u00e9",\n\t"b":"2"\n}',
      '{\n\t"b":"2"\n}',
      /a/,
      '{\n\t"a" : "\\u00e9",\n\t"b":"2"\n}',
    ],
    ['renames back', whole, lines(a, '"bb": "Two, {name}"', c), /^Call it “b” again$/, whole],
    [
      'puts a whole group back',
      lines(a, '"g": {\n    "x": "1",\n    "y": "2"\n  }'),
      lines(a),
      /^Put “g” back$/,
      lines(a, '"g": {\n    "x": "1",\n    "y": "2"\n  }'),
    ],
    [
      'puts a key back into its group',
      lines('"g": { "x": "1", "y": "2" }'),
      lines('"g": { "x": "1" }'),
      /^Put “g.y” back$/,
      lines('"g": { "x": "1", "y": "2" }'),
    ],
    [
      'fills a group',
      lines('"g": {\n    "x": "1"\n  }'),
      lines('"g": {}'),
      /^Put “g.x” back$/,
      lines('"g": {\n    "x": "1"\n  }'),
    ],
    ['keeps the key that says the same', whole, lines(a, b, c, b), /^Take this second one out$/, whole],
    ['keeps the first of two keys', whole, lines(a, b, c, '"b": "Other, {name}"'), /^Keep the first one/, whole],
    [
      'keeps the last of two keys',
      whole,
      lines(a, b, c, '"b": "Other, {name}"'),
      /^Keep this one/,
      lines(a, c, '"b": "Other, {name}"'),
    ],
    [
      'keeps the last of two keys, the first of which is first',
      lines(b, c),
      lines(b, c, '"b": "Other, {name}"'),
      /^Keep this one/,
      lines(c, '"b": "Other, {name}"'),
    ],
    [
      'keeps the first of two keys of a group',
      lines('"g": { "x": "1" }'),
      lines('"g": { "x": "1", "x": "2" }'),
      /^Keep the first one/,
      lines('"g": { "x": "1" }'),
    ],
    [
      'keeps the first of two keys in a list',
      lines('"l": [{ "x": "1" }]'),
      lines('"l": [{ "x": "1", "x": "1" }]'),
      /^Take this second one out$/,
      lines('"l": [{ "x": "1" }]'),
    ],
    [
      'keeps the first of two keys where nobody could read the catalog before',
      '{',
      lines(a, c, a),
      /^Take this second one out$/,
      lines(a, c),
    ],
    [
      'names a long placeholder in short',
      lines(`"a": "{${'p'.repeat(50)}}"`),
      lines('"a": "Hi"'),
      /^Put \{p{39}… back into the text$/,
      lines(`"a": "{${'p'.repeat(50)}} Hi"`),
    ],
    [
      'writes a placeholder by its name',
      whole,
      lines(a, '"b": "Both, {nmae}"', c),
      /^Write \{name\} instead of \{nmae\}$/,
      lines(a, '"b": "Both, {name}"', c),
    ],
    [
      'puts a placeholder where it was',
      whole,
      lines(a, '"b": "And now: Two, you"', c),
      /^Put \{name\} back/,
      lines(a, '"b": "And now: Two, {name}you"', c),
    ],
    [
      'puts a placeholder at the end',
      whole,
      lines(a, '"b": "Hello."', c),
      /^Put \{name\} back/,
      lines(a, '"b": "Hello, {name}."', c),
    ],
    [
      'puts a placeholder before what follows it',
      lines('"a": "{name} is here"'),
      lines('"a": "Look: who is here"'),
      /^Put/,
      lines('"a": "Look: who{name} is here"'),
    ],
    [
      'puts a placeholder at the beginning',
      lines('"a": "{name}, hello"'),
      lines('"a": "Good day"'),
      /^Put/,
      lines('"a": "{name}, Good day"'),
    ],
    [
      'puts a placeholder behind what has no blank',
      lines('"a": "({name})"'),
      lines('"a": "Hello"'),
      /^Put/,
      lines('"a": "Hello {name}"'),
    ],
    [
      'puts two placeholders back',
      lines('"a": "x {n} y {m}"'),
      lines('"a": "Hi"'),
      /^Put \{n\} and \{m\} back/,
      lines('"a": "Hi {n} {m}"'),
    ],
    [
      'takes a placeholder out',
      whole,
      lines(a, '"b": "Two, {name} {more}."', c),
      /^Take \{more\} out/,
      lines(a, '"b": "Two, {name}."', c),
    ],
    [
      'takes a placeholder out that stands close',
      whole,
      lines(a, '"b": "({more})Two, {name}"', c),
      /^Take \{more\} out/,
      lines(a, '"b": "()Two, {name}"', c),
    ],
    [
      'swaps two for one',
      lines('"a": "x {n} y"'),
      lines('"a": "x {o} {p} y"'),
      /^Put \{n\} back into the text, and take \{o\} and \{p\} out$/,
      lines('"a": "x y {n}"'),
    ],
    [
      'knows other ways to write them',
      lines('"a": "{{ who }} and %s"'),
      lines('"a": "Nobody and %s"'),
      /^Put/,
      lines('"a": "Nobody{{ who }} and %s"'),
    ],
    [
      'knows what has no name',
      lines('"a": "Files: %s"'),
      lines('"a": "Files"'),
      /^Put %1\$s back/,
      lines('"a": "Files: %s"'),
    ],
    ['knows numbers', lines('"a": "Files: %d"'), lines('"a": "Files"'), /^Put %1\$d back/, lines('"a": "Files: %d"')],
    [
      'writes escaped what is escaped',
      lines('"a": "Say \\"{who}\\" now"'),
      lines('"a": "Say \\"\\u00e9\\" later"'),
      /^Put \{who\} back/,
      lines('"a": "Say \\"{who}\\u00e9\\" later"'),
    ],
    ['puts a text back that is empty', whole, lines(a, '"b": ""', c), /^Put the old text back: Two, \{name\}$/, whole],
    ['puts a text back that is none', whole, lines(a, b, '"c": 3'), /^Put the old text back: Three$/, whole],
    [
      'puts back what was no text',
      lines('"a": 3'),
      lines('"a": "{n, plural, one {One}"'),
      /^Put the old text back: 3$/,
      lines('"a": 3'),
    ],
    [
      'puts a plural back',
      lines('"a": "{n, plural, one {One} other {#}}"'),
      lines('"a": "{n, plural, other {#}}"'),
      /^Put the old text back/,
      lines('"a": "{n, plural, one {One} other {#}}"'),
    ],
    [
      'puts a text back that no app can read',
      lines('"a": "{n, plural, one {One} other {#}}"'),
      lines('"a": "{n, plural, one {One} other {#}"'),
      /^Put the old text back/,
      lines('"a": "{n, plural, one {One} other {#}}"'),
    ],
    [
      'fixes what is no JSON by its line',
      whole,
      whole.replace('"One",', '"One"'),
      /^Put this line back: "a": "One",$/,
      whole,
    ],
  ];
  for (const [name, before, after, title, result] of cases) {
    it(name, async () => {
      assert.equal((await fixAndReview(change(before, after), 'copy-catalog', title))[en], result);
    });
  }

  it('prefers what leaves no doubt', async () => {
    await fixAndReview(change(whole, lines(a, c)), 'copy-catalog', /^Put “b” back$/, true);
    await fixAndReview(change(whole, lines(a, '"b": "x {nmae}"', c)), 'copy-catalog', /^Write/, true);
    await fixAndReview(change(whole, lines(a, '"b": "x {nmae}"', c)), 'copy-catalog', /^Put the old text back/, false);
    await fixAndReview(change(whole, lines(a, '"b": ""', c)), 'copy-catalog', /^Put the old text back/, true);
    await fixAndReview(change(whole, lines(a, b, c, '"b": "x {name}"')), 'copy-catalog', /^Keep this one/, false);
  });

  it('gives a new text the placeholders of the other language', async () => {
    const german = {
      base: { [en]: lines(a, b), [de]: lines(a) },
      head: { [en]: lines(a, b), [de]: lines(a, '"b": "Zwei, {nmae}"') },
    };
    const mendedHead = await fixAndReview(german, 'copy-catalog', /^Write \{name\} instead of \{nmae\}$/, true);
    assert.equal(mendedHead[de], lines(a, '"b": "Zwei, {name}"'));
  });

  it('gives a changed text the placeholders of the other language', async () => {
    const parts = {
      base: { [en]: lines(a, b), [de]: lines(a, '"b": "Zwei"') },
      head: { [en]: lines(a, b), [de]: lines(a, '"b": "Zwo"') },
    };
    const head = await fixAndReview(parts, 'copy-catalog', /^Put \{name\} back into the text$/, true);
    assert.equal(head[de], lines(a, '"b": "Zwo, {name}"'));
  });

  it('lets a text be empty again that the other languages have in another way', async () => {
    const parts = change(lines('"b": ""'), lines(b), lines('"b": "Zwei"'));
    assert.equal((await fixAndReview(parts, 'copy-catalog', /^Make it empty again$/, false))[en], lines('"b": ""'));
  });

  it('leaves placeholders to the old text that stand in no other way', async () => {
    for (const [before, after] of [
      ['%s of %s', 'Files: %s'],
      ['Hi', 'Hi <b class=\\"x\\">you</b>'],
    ] as const) {
      assert.deepEqual(await titlesFor(change(lines(`"a": "${before}"`), lines(`"a": "${after}"`)), 'copy-catalog'), [
        `Put the old text back: ${before}`,
      ]);
    }
  });

  it('keeps words with quotation marks in them, and writes those as JSON has them', async () => {
    const keep = /^Keep the words: write \\" for each quotation mark/;
    for (const [typed, now] of [
      [String.raw`"a": "Remove "{name}" now"`, String.raw`"a": "Remove \"{name}\" now"`],
      [String.raw`"a": "It is \"{name}\", "so""`, String.raw`"a": "It is \"{name}\", \"so\""`],
    ] as const)
      assert.equal(
        (await fixAndReview(change(lines('"a": "Remove {name}"', b), lines(typed, b)), 'copy-catalog', keep))[en],
        lines(now, b),
      );
    const offers = async (head: string): Promise<boolean> =>
      (await titlesFor(change(whole, head), 'copy-catalog')).some((title) => keep.test(title));
    assert.equal(await offers(lines(String.raw`"a": "One "{name}""`, b, c).trimEnd()), true);
    for (const head of [lines('"a": "One', b), `{ "a": "x "y" z" }`, lines(`"a": "x "${'y'.repeat(3000)}" z"`)])
      assert.equal(await offers(head), false, head.slice(0, 50));
  });

  it('puts back what only may be added to', async () => {
    const parts = {
      ...change(whole, lines(a, '"b": "Else, {name}"', c)),
      judgements: { [en]: { conditions: [additionsOnly] } },
    };
    assert.equal(
      (await fixAndReview(parts, 'copy-catalog', /^Put the old text back: Two, \{name\}$/, true))[en],
      whole,
    );
  });

  it('puts a catalog back that is gone, and moves one back', async () => {
    const gone = { base: { [en]: whole }, head: {} };
    assert.equal((await fixAndReview(gone, 'copy-catalog', /^Put en\.json back$/, true))[en], whole);
    const moved = 'src/features/home/i18n/fr.json';
    const away = { base: { [en]: whole }, head: { [moved]: whole }, renames: { [en]: moved } };
    assert.deepEqual(await fixAndReview(away, 'copy-catalog', /^Move it back to en\.json$/, true), { [en]: whole });
  });

  it('offers nothing where nothing can be put back mechanically', async () => {
    for (const [before, after] of [
      [lines('"a": ["x", "y"]'), lines('"a": ["x"]')],
      ['[]', lines(a, a)],
    ] as const) {
      for (const fixes of (await fixesFor(change(before, after), 'copy-catalog')).values()) {
        assert.deepEqual(
          fixes.filter(({ title }) => title.startsWith('Put “')),
          [],
        );
      }
    }
    const foreign = { base: { 'src/features/home/i18n/en.po': 'a' }, head: { 'src/features/home/i18n/en.po': 'b' } };
    assert.deepEqual([...(await fixesFor(foreign, 'copy-catalog')).values()], [[]]);
  });

  it('offers nothing where what was, cannot be read or is not there', async () => {
    const version = { mode: '100644', oid: 'a'.repeat(40), bytes: 5, unread: 'binary' };
    const broken = '{"a": ';
    for (const parts of [
      change(broken, '{"b": '),
      { base: {}, head: { [en]: broken } },
      { base: {}, head: { [en]: lines('"a": "{n, plural, one {x}"') } },
      { base: { [en]: version }, head: { [en]: whole } } as never,
      change('{"a":[{"x":"1","y":"2"}]}', '{"a":[{"x":"1"}],"a":{"p":"q"}}'),
    ]) {
      const offered = await titlesFor(parts, 'copy-catalog');
      assert.deepEqual(
        offered.filter((title) => !/^(?:Keep|Take)/.test(title)),
        [],
      );
    }
  });

  it('offers nothing for what was typed over since', async () => {
    const twice = change(whole, lines(a, b, c, b));
    for (const typed of [{}, { [en]: whole }, { [en]: lines(a, b, c, '"d": "Four"') }]) {
      assert.deepEqual(await titlesFor(twice, 'copy-catalog', typed), []);
    }
    const german = {
      base: { [en]: lines(a, b), [de]: lines(a) },
      head: { [en]: lines(a, b), [de]: lines(a, '"b": "Zwei, {nmae}"') },
    };
    const alone = { [de]: lines(a, '"b": "Zwei, {nmae}"') };
    assert.deepEqual(await titlesFor(german, 'copy-catalog', alone), []);
    const unknown = { ...change('{', whole), judgements: { [en]: { conditions: [additionsOnly] } } };
    assert.deepEqual(await titlesFor(unknown, 'copy-catalog', { [en]: '{"a"' }), []);
  });

  it('makes every fix that it offers of any change fix what it was offered for', async () => {
    const text = fc.constantFrom('One', 'Two, {name}', '{name} and {other}', 'é "x"', '', '{a} %s', '<b>x</b>');
    const catalog = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'g', '__proto__'),
      fc.oneof(text, fc.dictionary(fc.constantFrom('x', 'y'), text)),
    );
    await fc.assert(
      fc.asyncProperty(catalog, catalog, fc.constantFrom(undefined, 2), async (before, after, indent) => {
        const parts = change(JSON.stringify(before, undefined, indent), JSON.stringify(after, undefined, indent));
        for (const [finding, fixes] of await fixesFor(parts, 'copy-catalog')) {
          for (const fix of fixes) {
            const head = fixed(parts.head, fix);
            const left = await fixesFor({ ...parts, head }, 'copy-catalog');
            assert.ok(
              ![...left.keys()].some(({ message }) => message === finding.message),
              `${fix.title}: ${finding.message}`,
            );
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

const additionsOnly = { kind: 'additions-only', text: 'additions only' } as never;
