import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findTokens, type Dialect } from '../../../src/catalogs/find-tokens.js';
import { restorePlaceholders, writtenPlaceholders } from '../../../src/presentation/words-page/restore-placeholders.js';

type Case = readonly [
  was: string,
  typed: string,
  lost: readonly string[],
  expected: string | undefined,
  dialect?: Dialect,
];

describe('restorePlaceholders', () => {
  const cases: readonly Case[] = [
    ['Hi {name}!', 'Hi !', ['{name}'], 'Hi {name}!'],
    ['Hi {name}, welcome', 'Hello, welcome', ['{name}'], 'Hello {name}, welcome'],
    ['{count} boards', 'All boards', ['{count}'], 'All {count} boards'],
    ['{count} boards', 'Nothing', ['{count}'], '{count} Nothing'],
    ['Of {{ count }} by {{name}}', 'Of all by', ['{{count}}', '{{name}}'], 'Of {{ count }} all by {{name}}'],
    ['%s of %s', 'of', ['%1$s', '%2$s'], '%s of %s', 'printf'],
    ['%(name)s is here', 'is here', ['%(name)s'], '%(name)s is here', 'printf'],
    [':name is here', 'is here', [':name'], ':name is here', 'colon'],
    ['# boards', 'boards', ['#'], '# boards'],
    ['Read <a href="x">this</a> now', 'Read this now', ['<a>', '</a>'], 'Read <a href="x">this</a> now'],
    ['Hi {n, number} now', 'Hi now', ['{n}'], 'Hi {n, number} now'],
    ['a a {x}', 'Words', ['{x}'], 'Words {x}'],
    ['{{name}} is here', '{Name} was here', ['{{name}}'], '{{name}} was here'],
    ['%(name)s is here', '{name} was %d', ['%(name)s'], '%(name)s was %d', 'printf'],
    [':name, {name}', ':name, :Name', ['{name}'], ':name, {name}', 'colon'],
    ['{name} of {x}', '{name} in', ['{x}'], '{name} in {x}'],
    ['Hi', 'Ho', ['{x}'], undefined],
    ['Hi {x}', 'Ho', [], undefined],
  ];
  for (const [was, typed, lost, expected, dialect = 'braces'] of cases)
    it(`puts ${lost.join()} of “${was}” back into “${typed}”`, () =>
      assert.equal(restorePlaceholders(was, typed, lost, dialect), expected));

  it('leaves no placeholder out that was there, whatever was typed, and keeps all that was', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 5 }),
        fc.array(word, { maxLength: 5 }),
        fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
        (before, typed, names) => {
          const was = [...before, ...names.map((name) => `{${name}}`)].join(' ');
          const lost = findTokens(was, 'braces');
          const restored = String(restorePlaceholders(was, typed.join(' '), lost, 'braces'));
          assert.deepEqual(findTokens(restored, 'braces').toSorted(), [...lost].toSorted());
          assert.equal(restored.replaceAll(/[^a-z]/g, '').length, [...typed, ...names].join('').length);
        },
      ),
    );
  });
});

describe('writtenPlaceholders', () => {
  const cases: readonly (readonly [
    value: string,
    placeholders: readonly string[],
    written: readonly string[],
    dialect?: Dialect,
  ])[] = [
    ['Of {{ count }} by {{name}}, {{name}}', ['{{count}}', '{{name}}'], ['{{ count }}', '{{name}}']],
    ['%s of %s, %d', ['%1$s', '%2$s', '%3$d'], ['%s', '%d'], 'printf'],
    ['Read <a href="x">this</a>', ['<a>', '</a>'], ['<a href="x">', '</a>']],
    ['{a} and (b)', [], []],
  ];
  for (const [value, placeholders, written, dialect = 'braces'] of cases)
    it(`gives those of “${value}” as they stand there`, () =>
      assert.deepEqual(writtenPlaceholders({ value, placeholders }, dialect), written));
});
