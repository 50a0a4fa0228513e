import assert from 'node:assert/strict';
import { flagGated } from '../../../../../src/review/checks/flag-gated.js';
import { possibleSentences } from '../../../../../src/review/gates/likely-words/swaps/possible-sentences.js';
import { createReviewContext, type SideFiles } from '../../../../support/review-context.js';

const [was, now] = ['Somthing went wrong', 'Something went wrong'];

/** Whether a program that has the sentence at § says it otherwise, and nothing beside it goes by it. */
function isPossible(path: string, code: string): boolean {
  return possibleSentences(path, code.replaceAll('§', was), code.replaceAll('§', now)) !== undefined;
}

describe('a sentence that a program says otherwise', () => {
  for (const [path, code] of [
    ['src/a.ts', "const message = '§';\n"],
    ['src/a.ts', 'fail(error, "§");\n'],
    ['src/a.ts', 'return { title: "§", id: 4 };\n'],
    ['src/a.ts', 'const all = ["§", "Other words here"];\n'],
    ['src/A.vue', "<template><p>{{ ok ? '§' : 'Done' }}</p></template>\n"],
    ['src/A.vue', "<template><p>{{ ok ? a : '§' }}</p></template>\n"],
    ['app/models/a.rb', 'errors.add(:base, "§")\n'],
    ['app/a.rb', 'before_action :a, only: %i[show edit]\nadd %w(a b), "§"\n'],
    ['app/a.py', 'raise ValueError("§")\n'],
    ['Sources/A.swift', 'window.title = "§"\n'],
    ['app/A.php', "throw new Exception('§');\n"],
    ['src/A.vue', '<script>const a = __("§");</script>\n'],
    ['app/a.py', 'a = gettext_lazy("§")\n'],
    ['app/a.html', '<form><input type="submit" value="§"></form>\n'],
    ['app/a.html', '<form><input value="§" type="submit"></form>\n'],
    ['app/A.cs', '[Required(ErrorMessage = "§")]\n'],
  ] as const)
    it(`may be one that people read: ${code.trim()}`, () => assert.equal(isPossible(path, code), true));

  for (const [why, path, code] of [
    ['compared', 'src/a.ts', "if (message === '§') stop();\n"],
    ['compared behind it', 'src/a.ts', "if ('§' === message) stop();\n"],
    ['a case', 'src/a.ts', "switch (a) { case '§': stop(); }\n"],
    ['a key', 'src/a.ts', "const all = { '§': 4 };\n"],
    ['an index', 'src/a.ts', "stop(all['§']);\n"],
    ['a key of PHP', 'app/A.php', "return ['§' => 4];\n"],
    ['looked for', 'src/a.ts', "if (message.includes('§')) stop();\n"],
    ['taken apart', 'src/a.ts', "const words = '§'.split(' ');\n"],
    ['put together', 'src/a.ts', "const text = '§' + name;\n"],
    ['an event', 'src/a.ts', "track('§');\n"],
    ['for a model', 'src/a.ts', "const a = runPrompt('§');\n"],
    ['what a field sends', 'src/A.tsx', '<input type="hidden" value="§" />;\n'],
    ['what a field sends', 'app/a.html', '<form><input value="§"\n type="hidden"></form>\n'],
    ['what a script reads', 'app/a.html', '<p data-role="§">x</p>\n'],
    ['an annotation', 'app/a.py', '@permission_required("§")\ndef a(): pass\n'],
    ['what a tool is for', 'src/a.ts', 'export const a = tool({ description: "§", run });\n'],
    ['what a tool is for', 'app/a.py', 'a = create_tool("§")\n'],
    ['what a part of a schema is for', 'src/a.ts', 'const a = z.string().describe("§");\n'],
    ['in a file with words over lines', 'app/a.rb', 'add %w[\n a b\n], "§"\n'],
    ['in a file with words in quotes of its own', 'app/a.rb', 'add %w[a "b], "§"\n'],
    ['there twice', 'src/a.ts', "const a = '§';\n// Somthing went wrong, Something went wrong\n"],
    ['in back ticks', 'src/a.ts', 'const a = `§`;\n'],
    ['in a file for a model', 'src/prompts/a.ts', "const a = '§';\n"],
    ['in a test', 'src/a.test.ts', "const a = '§';\n"],
    ['in no program', 'a.unknown', "a = '§'\n"],
  ] as const)
    it(`is more than words where it is ${why}`, () => assert.equal(isPossible(path, code), false));

  it('may be one that says what people are, and is none that says it to a model', () => {
    const changes = (sentence: string): boolean =>
      possibleSentences('src/a.ts', "a = 'Words are here.';", `a = '${sentence}';`) !== undefined;
    for (const sentence of [
      'You are invited to join us.',
      'You are not logged in.',
      'You are already subscribed to it.',
      'Do not close this page while we save.',
    ])
      assert.ok(changes(sentence), sentence);
    for (const sentence of [
      'You are a helper of users.',
      'You are now the admin of it.',
      'You are given two numbers.',
      'Do not mention other products.',
    ])
      assert.ok(!changes(sentence), sentence);
  });

  it('is more than words where it is no sentence, or more changes', () => {
    for (const [one, other] of [
      ["a = 'old_name';", "a = 'new_name';"],
      ["a = 'deleteAcount';", "a = 'deleteAccount';"],
      ["a = '0 0 * * *';", "a = '0 1 * * *';"],
      ["a = 'You are a helpful person';", "a = 'You are a helpful assistant';"],
      ["a = 'Hello %s you';", "a = 'Hello %d you';"],
      ["a = 'Somthing went wrong';", "b = 'Something went wrong';"],
    ] as const)
      assert.equal(possibleSentences('src/a.ts', one, other), undefined, other);
  });

  it('is an engineer’s to read, unless another program or a catalog has it', async () => {
    const path = 'src/features/home/errors.ts';
    const messages = async (around: SideFiles): Promise<readonly string[]> => {
      const outcome = await flagGated.run(
        createReviewContext({
          base: { ...around, [path]: `export const failed = '${was}';\n` },
          head: { ...around, [path]: `export const failed = '${now}';\n` },
          doc: {
            level: 'copy',
            flags: [],
            fields: [{ label: 'Flag', value: 'none, because it is one word', line: 3 }],
          },
        }),
      );
      return outcome === 'not-applicable' ? [] : outcome.reports.map(({ message }) => message);
    };
    const asked =
      'What changed in src/features/home/errors.ts (line 1) reads like words alone, and all else in it is as it was; it stands in code, and whether people read it, and no program goes by it, only an engineer can tell. @erin reads these lines in the pull request and confirms that people see other words and nothing else.';
    assert.equal((await messages({}))[1], asked);
    assert.equal((await messages({ 'test/a.test.ts': `is('${was}');\n` }))[1], asked);
    assert.match(String(await messages({ 'src/other.ts': `if (a === '${was}') stop();\n` })), /is more than words/u);
    assert.match(String(await messages({ 'locales/de.json': `{"${was}": "Fehler"}` })), /is more than words/u);
    assert.match(String(await messages({ 'src/other.ts': `// ${now}\n` })), /is more than words/u);
    assert.match(
      String((await messages({ 'po/de.po': `msgid "${was}"\nmsgstr "Fehler"\n` }))[1]),
      /\(line 1\) reads like words alone, and all else in it is as it was; translations are found by the old words, so all other languages show the new ones as they are written, until they are translated anew\. @erin reads these lines in the pull request and confirms that this is meant, and that people/u,
    );
    assert.match(String(await messages({ 'src/i18n/de.ts': `export const a = '${was}';\n` })), /is more than words/u);
  });

  it('is found in time with the length of the text', () => {
    const long = `${'trans'.repeat(20_000)} ${'['.repeat(20_000)}`;
    const begun = performance.now();
    isPossible('src/a.ts', `const a = ${long};\nconst b = '§';\n`);
    assert.ok(performance.now() - begun < 2000);
  });
});
