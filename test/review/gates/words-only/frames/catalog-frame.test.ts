import assert from 'node:assert/strict';
import type { ChangedFile } from '../../../../../src/change/change.js';
import { changesWordsOnly } from '../../../../../src/review/gates/words-only/changes-words-only.js';

async function isOfWords(path: string, before: string, after: string): Promise<boolean> {
  return changesWordsOnly({ path, before: { text: before }, after: { text: after } } as ChangedFile);
}

describe('a change of words alone in a catalog', () => {
  const php = (texts: string, head = ''): string => `<?php\n${head}\nreturn [\n${texts}\n];\n`;
  const script = (texts: string): string => `export default {\n${texts}\n};\n`;

  it('is of words where a catalog is new that is nothing else', async () => {
    const isNew = (path: string, text: string): Promise<boolean> =>
      changesWordsOnly({ path, after: { text } } as ChangedFile);
    const groups = "/* Texts\n | of es */\n'a' => 'Uno', // One\n'size' => [\n  'file' => 'Dos',\n],";
    assert.equal(await isNew('lang/es/a.php', php(groups)), true);
    assert.equal(await isNew('lang/es/a.php', php(groups, 'declare(strict_types=1);')), true);
    for (const other of [
      php(groups, 'run();'),
      php("'a' => run(),"),
      php("'a' => 'Uno' . run(),"),
      php('\'a\' => "Uno {$b}",'),
      php("'a' => b,"),
      php("'a' => 'Uno',").replace('];', '] + run();'),
      `${php("'a' => 'Uno',")}?><script>run()</script>`,
      php("'a' => ['b' => 'Uno', ...run()],"),
    ])
      assert.equal(await isNew('lang/es/a.php', other), false, other);
    assert.equal(await isNew('locales/es.ts', "export default { a: 'Uno' };"), false);
    assert.equal(await isNew('src/run.php', php("'a' => 'Uno',")), false);
    assert.equal(await isNew('src/run.ts', 'run();'), false);
  });

  it('is one of words in data, whatever its format', async () => {
    for (const path of ['App/Localizable.xcstrings', 'Res/Ui.resx', 'po/de.po', 'src/i18n/en.json'])
      assert.equal(await isOfWords(path, '{}', '{"a": "b"}'), true, path);
    const qt = (text: string): string => `<?xml version="1.0"?>\n<!DOCTYPE TS>\n<TS><message>${text}</message></TS>`;
    assert.equal(await isOfWords('lang/app_de.ts', qt('a'), qt('b')), true);
  });

  it('is one of words in a module that gives texts back: their words, more of them, fewer of them', async () => {
    assert.equal(
      await isOfWords(
        'lang/de/a.php',
        php("'a:b' => 'Titel',\n'b' => \"Zwei\","),
        php("'a:b' => 'Titel A-Z',\n'c' => 'Drei'"),
      ),
      true,
    );
    assert.equal(
      await isOfWords(
        'src/i18n/de.ts',
        script("a: 'Titel',\n'b.c': `Zwei`,"),
        script("a: 'Titel A-Z',\nd: { e: 'Drei' },").replace('d: { e: ', 'e: ').replace(' },', ','),
      ),
      true,
    );
    assert.equal(
      await isOfWords('src/i18n/de.ts', script("list: ['Eins', 'Zwei'],"), script("list: ['Eins', 'Drei'],")),
      true,
    );
  });

  it('is one of words between comments', async () => {
    const texts = (said: string): string => php(`'a' => '$', // once\n'b' => '${said}', //\n// More\n'c' => 'Drei',`);
    assert.equal(await isOfWords('lang/de/a.php', texts('Zwei'), texts('Zwei Dinge')), true);
    assert.equal(
      await isOfWords('lang/de/a.php', php("// More\n'c' => 'Drei',"), php("'c' => 'Drei', // More")),
      false,
    );
  });

  it('is none where the module does more, or something else in it changes', async () => {
    const texts = "'a' => 'Titel',";
    for (const other of [
      php(texts, 'run();'),
      php('\'a\' => "Titel {$this->run()}",'),
      php("'a' => run(),"),
      php("'a' => true,"),
      php("'b' => ['a' => 'Titel'],"),
      php('"a$b" => \'Titel\','),
    ])
      assert.equal(await isOfWords('lang/de/a.php', php(texts), other), false, other);
    assert.equal(await isOfWords('src/i18n/de.ts', script("a: 'x',"), script('a: `x ${run()}`,')), false);
    assert.equal(await isOfWords('src/i18n/de.ts', script("a: 'x',"), `run();\n${script("a: 'x',")}`), false);
    assert.equal(await isOfWords('config/locales/de.rb', "{ a: 'x' }", "{ a: 'y' }"), false);
  });
});
