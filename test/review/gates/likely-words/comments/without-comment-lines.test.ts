import assert from 'node:assert/strict';
import { flagGated } from '../../../../../src/review/checks/flag-gated.js';
import { withoutCommentLines } from '../../../../../src/review/gates/likely-words/comments/without-comment-lines.js';
import { createReviewContext } from '../../../../support/review-context.js';

/** Whether only comments changed in a program that had these lines and has those. */
async function areComments(path: string, was: string, now: string): Promise<boolean> {
  const { change } = createReviewContext({ base: { [path]: was }, head: { [path]: now } });
  const code = change.files[0] && (await withoutCommentLines(change.files[0]));
  return code !== undefined && code.before?.text === code.after?.text;
}

/** The same where a line stands above code, in place of another or of none. */
async function isComment(path: string, line: string): Promise<boolean> {
  const code = `${path.endsWith('.php') ? '<?php\n' : ''}run(1)\n§more(2)\n`;
  const isOther = await areComments(
    path,
    code.replace('§', line.replace('words', 'wrods') + '\n'),
    code.replace('§', line + '\n'),
  );
  assert.equal(await areComments(path, code.replace('§', ''), code.replace('§', line + '\n')), isOther, line);
  return isOther;
}

describe('comments of a program', () => {
  it('come, go and say something else, and nothing else changes', async () => {
    for (const [path, line] of [
      ['a.ts', '// these words'],
      ['a.go', '\t// These words: and more.'],
      ['a.kt', '/* these words */'],
      ['a.java', '/**\n   * These words.\n   *\n   * @param a the words\n   */'],
      ['a.py', '    # this shoud be words'],
      ['a.dart', '/// These words.'],
      ['a.rb', '# these words'],
      ['a.rs', '// these words'],
      ['a.tsx', '// these words'],
      ['a.php', '// these words'],
    ] as const)
      assert.ok(await isComment(path, line), line);
    const code = 'a();\n// one\nb();\n';
    assert.ok(await areComments('a.ts', code, code.replace('// one\n', '')));
    assert.equal(await areComments('a.ts', code, code), false);
    assert.equal(await areComments('a.ts', code, code.replace('one', 'two').replace('b', 'c')), false);
  });

  it('are none where a tool heeds them', async () => {
    for (const [path, line] of [
      ['a.ts', '// eslint-disable-next-line words'],
      ['a.ts', '/// <reference path="words.d.ts" />'],
      ['a.ts', '// @ts-ignore words'],
      ['a.ts', '/** @jsx words */'],
      ['a.ts', '/*! words */'],
      ['a.py', '#!/usr/bin/words'],
      ['a.py', '# type: words'],
      ['a.py', '# noqa: words'],
      ['a.rb', '# rubocop:disable words'],
      ['a.rs', '/// words'],
      ['a.go', '//go:embed words'],
      ['a.go', '// +kubebuilder:words'],
      ['a.swift', '// swiftlint:disable words'],
      ['a.java', '/* @formatter:off words */'],
      ['a.cs', '// words \u2028evil()'],
      ['a.cs', '// words\\'],
      ['a.java', '// words \\u000a evil();'],
    ] as const)
      assert.equal(await isComment(path, line), false, line);
  });

  it('are none where more than a comment stands on the lines, or may stand there', async () => {
    for (const [path, line] of [
      ['a.ts', 'evil() // words'],
      ['a.ts', '/* words */ evil()'],
      ['a.ts', '/* words */ evil() /* words */'],
      ['a.ts', '/* words\n*/ evil()'],
      ['a.kt', '/* words /* */'],
      ['a.ts', '/* words'],
      ['a.ts', '/*/ words'],
      ['a.ts', '# words'],
      ['a.py', '// words'],
      ['a.py', '/* words */'],
      ['a.c', '// words'],
      ['a.vue', '// words'],
      ['a.php', '/** @Route("words") */'],
      ['a.php', '// words ?>'],
      ['a.yaml', '# words'],
    ] as const)
      assert.equal(await isComment(path, line), false, line);
    const inText = {
      'a.ts': 'a(`\n§\n`)',
      'b.ts': 'a(/[`]/);\na(`\n§\n`)',
      'a.tsx': 'a(<pre>\n§\n</pre>)',
      'a.cs': 'a(@"\n§\n")',
      'a.go': "a('`')\nb(`\n§\n`)",
      'a.rs': 'a("\n§\n")',
      'a.rb': 'a("\n§\n")',
      'a.groovy': 'a(/\n§\n/)',
      'a.py': 'a("""\n§\n""")',
      'a.swift': 'a("""\n§\n""")',
      'b.py': 'a = 1 + \\\n§\n2',
    };
    for (const [path, code] of Object.entries(inText))
      for (const [was, now] of [
        ['// words', '// other words'],
        ['# words', '# other words'],
      ] as const)
        assert.equal(await areComments(path, code.replace('§', was), code.replace('§', now)), false, code);
    const program = '// words\nimport "C"\n';
    assert.equal(await areComments('a.go', program, program.replace('words', 'int a;')), false);
  });

  it('are none of a file that comes or goes', async () => {
    const { change } = createReviewContext({ base: {}, head: { 'a.ts': '// words' } });
    assert.deepEqual(await Promise.all(change.files.map((file) => withoutCommentLines(file))), [undefined]);
  });

  it('are an engineer’s to read, and need no flag, also beside other words; under regulated controls they do', async () => {
    const path = 'src/features/home/home.ts';
    const judge = async (
      was: string,
      now: string,
      more: Readonly<Record<string, readonly [was: string, now: string]>> = {},
    ): Promise<readonly string[]> => {
      const side = (at: 0 | 1): Readonly<Record<string, string>> =>
        Object.fromEntries(Object.entries(more).map(([other, texts]) => [other, texts[at]]));
      const outcome = await flagGated.run(
        createReviewContext({
          base: { [path]: was, ...side(0) },
          head: { [path]: now, ...side(1) },
          doc: {
            level: 'copy',
            flags: [],
            fields: [{ label: 'Flag', value: 'none, because it is one word', line: 3 }],
          },
        }),
      );
      return outcome === 'not-applicable' ? [] : outcome.reports.map(({ message }) => message);
    };
    const code = 'run();\n// shoud run\nmore("The old words are here.");\n';
    const fixed = code.replace('shoud', 'should');
    const asked = (where: string, what: string): string =>
      `What changed in src/features/home/home.ts${where} reads like comments, which no program runs, and all else in it is as it was; only an engineer can be sure. @erin reads ${what} in the pull request and confirms that nothing does something else.`;
    assert.equal((await judge(code, fixed))[1], asked(' (line 2)', 'these lines'));
    assert.equal((await judge(code, code.replace(/\/\/.*\n/u, '')))[1], asked('', 'what was taken out'));
    const order = code.replace('// shoud run', '// @ts-ignore');
    assert.deepEqual(await judge(code, order, { 'other.ts': ['// one', '// another'] }), [
      asked(' (line 1)', 'these lines').replace(path, 'other.ts'),
      'What changed in src/features/home/home.ts (line 2) is what tools read in comments, and all else in it is as it was; people see nothing of it, and what the tools do then only an engineer can tell. @erin reads these lines in the pull request and confirms that nothing does something else.',
    ]);
    assert.deepEqual(await judge('', 'const a = 1;\n'), []);
    assert.match(String(await judge(code, fixed.replace('run', 'stop'))), /line 1 of \S+ is more than words/u);
    const { change, words } = createReviewContext({
      base: { [path]: code },
      head: { [path]: fixed },
      settings: { controls: 'regulated' },
    });
    assert.deepEqual(await Promise.all(change.files.map(async (file) => typeof (await words(file)))), ['object']);
  });
});
