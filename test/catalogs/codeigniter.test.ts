import assert from 'node:assert/strict';
import { locateCatalogText } from '../../src/catalogs/locate-catalog.js';
import { readPhp } from '../../src/catalogs/readers/read-php.js';
import { catalogFrame } from '../../src/review/gates/words-only/frames/catalog-frame.js';

describe('a catalog of CodeIgniter 3', () => {
  const path = 'application/language/english/home_lang.php';
  const head = "<?php\ndefined('BASEPATH') OR exit('No direct script access allowed');\n\n";
  const read = (lines: string): ReturnType<typeof readPhp> => readPhp(path, `${head}${lines}`);

  it('is known by what it does, wherever it lies', () => {
    assert.equal(locateCatalogText(path, `${head}$lang['a'] = 'Hi';\n`)?.format, 'php');
    assert.equal(locateCatalogText(path, `${head}$language = 'Hi';\n`), undefined);
    assert.equal(locateCatalogText(path.replace('_lang', ''), `${head}$lang['a'] = 'Hi';\n`), undefined);
  });

  it('has a text for each key, with placeholders as C writes them', () => {
    const catalog = read(`$lang['a'] = 'Hi %s'; // so\n$lang["b"] = array('c' => 'One', 'd' => 'Two');\n?>\n`);
    assert.deepEqual(
      Array.from(catalog.entries.values(), ({ label, value }) => `${label}: ${value}`),
      ['a: Hi %s', 'b.c: One', 'b.d: Two'],
    );
    assert.deepEqual([catalog.problem, catalog.dialect], [undefined, 'printf']);
  });

  it('is no more than that, or it is said', () => {
    for (const [lines, message, undecided] of [
      ["$lang['a'] = 'Hi';\n$config['b'] = 'c';\n", /does more than/u, true],
      ["$lang['a'] .= 'Hi';\n", /does more than/u, true],
      ["$lang[$b] = 'Hi';\n", /does more than/u, true],
      ["$lang['a'] = system('ls');\n", /computed/u, true],
      ["$lang['a'] = 'Hi'\n$lang['b'] = 'Ho';\n", /“;” is missing/u, undefined],
      ["a();\n$lang['a'] = 'Hi';\n", /does more than/u, true],
    ] as const) {
      const { problem } = read(lines);
      assert.match(problem?.message ?? '', message, lines);
      assert.equal(problem?.undecided, undecided, lines);
    }
  });

  it('brings words alone where texts change or are added', async () => {
    const frame = (lines: string): Promise<string | undefined> => catalogFrame(path, `${head}${lines}`);
    const one = await frame("$lang['a'] = 'Hi';\n");
    assert.equal(await frame("$lang['a'] = 'Ho';\n$lang['b'] = 'More';\n"), one);
    assert.notEqual(await frame('$lang[\'a\'] = "Hi $b";\n'), one);
    assert.equal(await frame("$lang['a'] = 'Hi';\na();\n"), undefined);
  });
});
