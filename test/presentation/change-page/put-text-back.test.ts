import assert from 'node:assert/strict';
import fc from 'fast-check';
import { putTextBack } from '../../../src/presentation/change-page/put-text-back.js';

async function back(path: string, key: readonly string[], before: string, now: string): Promise<string> {
  const outcome = await putTextBack(path, JSON.stringify(key), before, now);
  return outcome.done ? outcome.text : `refused: ${outcome.why}`;
}

describe('putTextBack', () => {
  it('changes nothing but the value, whatever the file looks like', async () => {
    const before = '{"b": "Zwei", "a": {"t": "Ol\\u00e9 \\"you\\""}}';
    const now = '\uFEFF{\r\n\t"a" :  { "t": "New \\\\ {x}" },  "n": 1,\r\n  "b": "Deux"}';
    assert.equal(
      await back('i18n/en.json', ['a', 't'], before, now),
      now.replace('"New \\\\ {x}"', '"Ol\\u00e9 \\"you\\""'),
    );
    assert.equal(await back('i18n/en.json', ['n'], '{"n": 22}', now), now.replace('1', '22'));
  });

  it('does the same in other formats where the value stands in one line as it reads', async () => {
    const cases: readonly (readonly [
      path: string,
      key: readonly string[],
      before: string,
      now: string,
      result: string,
    ])[] = [
      [
        'config/locales/en.yml',
        ['a'],
        'en:\n  a: Hi # x\n',
        '# y\nen:\n  a: "Hello" # z\n  b: c\n',
        '# y\nen:\n  a: "Hi" # z\n  b: c\n',
      ],
      ['l10n/messages_en.properties', ['a'], 'a=\n', 'a=Two\n', 'a=\n'],
      ['po/en.po', ['Nap'], 'msgid "Nap"\nmsgstr ""\n', 'msgid "Nap"\nmsgstr "Rest"\n', 'msgid "Nap"\nmsgstr ""\n'],
      ['l10n/messages_en.properties', ['a'], 'a=One\n', 'z=1\r\na = Two\r\n', 'z=1\r\na = One\r\n'],
      [
        'res/values/strings.xml',
        ['a'],
        '<resources><string name="a">One</string></resources>',
        '<resources>\n<string name="a">Two</string></resources>',
        '<resources>\n<string name="a">One</string></resources>',
      ],
    ];
    for (const [path, key, before, now, result] of cases)
      assert.equal(await back(path, key, before, now), result, path);
  });

  it('refuses where it cannot, and says why', async () => {
    const cases: readonly (readonly [path: string, key: string, before: string, now: string, why: RegExp])[] = [
      ['a.txt', 'a', '', '', /no catalog of texts/],
      ['i18n/en.json', 'a', '{"a": "1"}', '{"a": "2"', /cannot be read/],
      ['i18n/en.json', 'a', '{', '{"a": "2"}', /cannot be read/],
      ['i18n/en.json', 'a', '{}', '{"a": "2"}', /not in the file on both sides/],
      ['i18n/en.json', 'a', '{"a": "2"}', '{}', /not in the file on both sides/],
      ['i18n/en.json', 'a', '{"a": "1"}', '{"a": "1"}', /as it was before your change already/],
      ['l10n/m_en.properties', 'a', 'a=One\\\n  more\n', 'a=Two\n', /several lines, or with signs/],
      ['l10n/m_en.properties', 'a', 'a=One\n', 'a=Two\\\n  more\n', /several lines, or with signs/],
      ['l10n/m_en.properties', 'a', 'a=One\n', 'a=a\n', /several lines, or with signs/],
      ['l10n/m_en.properties', 'a', 'a=\n', 'a=a\n', /several lines, or with signs/],
    ];
    for (const [path, key, before, now, why] of cases)
      assert.match(await back(path, [key], before, now), why, `${before} ${now}`);
  });

  it('does nothing that would change another text, or spoil the file', async () => {
    const yaml = 'en:\n  a: &x Two\n  b: *x\n';
    assert.match(await back('config/locales/en.yml', ['a'], 'en:\n  a: One\n', yaml), /Other texts would be changed/);
    const spoilt = await back('config/locales/en.yml', ['a'], 'en:\n  a: "b: c"\n', 'en:\n  a: Two\n');
    assert.match(spoilt, /Other texts would be changed/);
  });

  it('gives back exactly the old text and leaves all others as they are', async () => {
    const texts = fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }), {
      minKeys: 1,
      noNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(texts, fc.string({ unit: 'grapheme' }), fc.nat(), async (before, written, pick) => {
        const keys = Object.keys(before);
        const key = keys[pick % keys.length] as string;
        fc.pre(before[key] !== written && key !== '__proto__');
        const now = JSON.stringify({ ...before, [key]: written }, undefined, 1);
        const outcome = await putTextBack('i18n/en.json', JSON.stringify([key]), JSON.stringify(before), now);
        if (outcome.done) assert.deepEqual(JSON.parse(outcome.text), before);
        // What is no text of a catalog (a key such as "@@locale") is not there to be put back.
        else assert.match(outcome.why, /both sides|Other texts/);
      }),
      { numRuns: 60 },
    );
  });
});
