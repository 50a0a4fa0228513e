import assert from 'node:assert/strict';
import { findComments } from '../../../../src/review/gates/notes/find-comments.js';

/** The comments that are found, as they are written. */
function commentsOf(path: string, text: string): readonly string[] | undefined {
  return findComments(path, text)?.map(([from, to]) => text.slice(from, to));
}

describe('comments of a program without a syntax tree', () => {
  it('are found beside texts that look like some', () => {
    for (const [path, text, expected] of [
      ['a.java', 'a("// no"); // yes\n/* and\nthis */ b();', ['// yes', '/* and\nthis */']],
      ['a.kt', 'a("""\n// no\n"""); // it’s "yes"', ['// it’s "yes"']],
      ['a.go', "a := '`' // one\nb := `\n// no\n`", ['// one']],
      ['a.cs', 'a = @"c:\\" + $@"\n// no ""\n"; // yes', ['// yes']],
      ['a.py', 'a = """\n# no\n""" # yes', ['# yes']],
      ['a.rb', 'a "#{x}" # yes, don’t', ['# yes, don’t']],
      ['a.rs', "fn a<'a>(b: &'a str) {} // yes\nlet c = \"\n// no\n\"; '\"'", ['// yes']],
      ['a.rs', '/// shown\n//! shown\n/** shown */\n/*! shown */\n//// yes\n/**/', ['//// yes', '/**/']],
      ['a.kt', 'a("${b}: ${c(1)}", "{ ("); // yes', ['// yes']],
      ['a.swift', '// yes\r\nlet a = 1', ['// yes\r']],
      ['a.php', "<?php\n// yes\n# don’t\n#[No]\n/** @Route('no') */\na('\n// no\n');", ['// yes', '# don’t']],
    ] as const)
      assert.deepEqual(commentsOf(path, text), expected, text);
  });

  it('are told by nobody where a text may hide them, or code may hide in one', () => {
    for (const [path, text] of [
      ['a.rb', 'puts "\n# words\n"'],
      ['a.rb', 'puts "\n#{words}\n"'],
      ['a.rb', "puts '\n# words\n'"],
      ['a.rb', 'puts %q!\n# words\n!'],
      ['a.rb', 'puts <<~words\n# words\nwords\n'],
      ['a.rb', '=begin\nwords\n=end'],
      ['a.rs', 'let a = r"\\"; // words"'],
      ['a.rs', 'let a = r#"\n// words\n"#;'],
      ['a.kt', 'a("""${ """ }\n// words\n""")'],
      ['a.swift', 'a("""\n\\("""\nb\n""")\n// words\n""")'],
      ['a.py', "f'''{ ''' }\n# words\n'''"],
      ['a.cs', 'a = $@"{b["c"]}\n// words\n";'],
      ['a.kt', 'a("${if (b) "c" else "d // e"}" + f())'],
      ['a.swift', 'a("\\(b ? "c" : "d // e")" + f())'],
      ['a.rb', 'a("#{b ? "c" : "d # e"}" + f)'],
      ['a.py', 'a(f"{"b # c"}" + d())'],
      ['a.cs', 'a($"{(b ? "c" : "d // e")}" + f());'],
      ['a.dart', "a('${b ? 'c' : 'd // e'}' + f());"],
      ['a.java', '// words \\u000a evil();'],
      ['a.java', '/* words \\u002a\\u002f evil(); /* */'],
      ['a.java', '// words \r evil();'],
      ['a.cs', '// words \u0085 evil();'],
      ['a.cs', '// words \u2028 evil();'],
      ['a.kt', 'a() /* words'],
      ['a.go', '// int a;\nimport "C"\n'],
      ['a.groovy', 'a = $/\n// words\n/$'],
      ['a.php', '<p>\n// words\n</p>'],
      ['a.php', '<?php\n// words ?> b'],
      ['a.php', '<?php\na(<<<A\n// words\nA);'],
    ] as const)
      assert.equal(commentsOf(path, text), undefined, text);
  });

  it('takes time in line with the length of a text, whatever it leaves open', () => {
    for (const part of ['/* ', '"""x', '@"', "'", '"\\', '%q(', '`', '# "', 'r#"', '{`"\'']) {
      const text = part.repeat(100_000 / part.length);
      const before = performance.now();
      for (const path of ['a.java', 'a.rb', 'a.rs', 'a.cs', 'a.go', 'a.py', 'a.php']) findComments(path, text);
      assert.ok(performance.now() - before < 1500, part);
    }
  });
});
