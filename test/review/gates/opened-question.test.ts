import assert from 'node:assert/strict';
import { createNamesKey } from '../../../src/review/gates/names-key.js';
import { findOpenedQuestion } from '../../../src/review/gates/opened/find-opened-question.js';

const names = createNamesKey(new Set(['new-home', 'newHome', 'search', 'Shop.BigSearchList']));

/** The line that everyone has now. */
function opened(before: string, now: string): string | undefined {
  const at = findOpenedQuestion({ before, now }, names);
  return at === undefined ? undefined : now.slice(at).split('\n')[0];
}

describe('a question for the flag that is gone or turned round', () => {
  const found: Readonly<Record<string, readonly [before: string, now: string, line: string]>> = {
    'a block in Kotlin': ["a()\nif (on('new-home')) {\n  show()\n  tell()\n}\n", 'a()\nshow()\ntell()\n', 'show()'],
    'a way out in Ruby': [
      'def show\n  return unless on?(:newHome)\n\n  render_it\nend\n',
      'def show\n  render_it\nend\n',
      'render_it',
    ],
    'a way out over several lines': [
      "def show\n  if !on?('new-home')\n    return\n  end\n  render_it\nend\n",
      'def show\n  render_it\nend\n',
      'render_it',
    ],
    'the other side': ["unless on?('new-home')\n  old_one\nelse\n  new_one\nend\n", 'new_one\n', 'new_one'],
    'a part of a condition': ["if (admin && on('new-home')) show();\n", 'if (admin) show();\n', 'if (admin) show();'],
    'a choice': ["a(on('new-home') ? one(x) : two(y));\n", 'a(one(x));\n', 'a(one(x));'],
    'an answer with a name': [
      "const isOn = on('new-home');\nconst shown = isOn && ready;\nif (shown) {\n  tell();\n}\n",
      "const isOn = on('new-home');\ntell();\n",
      'tell();',
    ],
    'a name in a longer one': ['if (flags.isBigSearchListEnabled()) {\n  show();\n}\n', 'show();\n', 'show();'],
    'a sign': [
      "if (on('new-home')) {\n  show();\n}\n",
      "if (!on('new-home')) {\n  show();\n}\n",
      "if (!on('new-home')) {",
    ],
    'a sign before a line of blanks': [
      "if (on('new-home')) {\n  \n  show();\n}\n",
      "if (!on('new-home')) {\n    \n  show();\n}\n",
      "if (!on('new-home')) {",
    ],
    'a way out in Python': [
      "def show():\n    if not on('new-home'):\n        return\n    render_it()\n",
      'def show():\n    render_it()\n',
      'render_it()',
    ],
    'a choice that is set in now': ["a(on('new-home') ? one(x) : two(y));\n", '(\n  a(one(x))\n);\n', 'a(one(x))'],
    'a word': [
      '<% if on?(:newHome) %>\n  a\n<% end %>\n',
      '<% unless on?(:newHome) %>\n  a\n<% end %>\n',
      '<% unless on?(:newHome) %>',
    ],
    'a common word between quotes': ["if on?('search')\n  find_it\nend\n", 'find_it\n', 'find_it'],
  };
  for (const [what, [before, now, line]] of Object.entries(found)) {
    it(`is found: ${what}`, () => assert.equal(opened(before, now), line));
  }

  const none: Readonly<Record<string, readonly [before: string, now: string]>> = {
    'what stood behind it goes too': ["a();\nif (on('new-home')) {\n  show();\n}\n", 'a();\n'],
    'another condition stands there': ["if (on('new-home')) {\n  show();\n}\n", 'if (paid()) {\n  show();\n}\n'],
    'it is asked in another way': [
      "if (on('new-home')) {\n  show();\n}\n",
      "if (flags.get('new-home')) {\n  show();\n}\n",
    ],
    'the old way goes': ["if (!on('new-home')) {\n  old();\n}\nmore();\n", 'old();\nmore();\n'],
    'the side where it is off stays': ["a(on('new-home') ? one(x) : two(y));\n", 'a(two(y));\n'],
    'a turned question changes sides': [
      "if (on('new-home')) {\n  one();\n} else {\n  two();\n}\n",
      "if (!on('new-home')) {\n  two();\n} else {\n  one();\n}\n",
    ],
    'a comment': ["// if (on('new-home')) show\na();\n", 'a();\n'],
    'an import': ["import { on } from 'new-home/if';\na();\n", 'a();\n'],
    'a common word': ['if (search) {\n  show();\n}\n', 'show();\n'],
    'nothing that it decides on': ["if (on('new-home'))\n", 'a();\n'],
    'no word of it is left': ["show(a && on('new-home'));\n", 'x(y, z);\n'],
    'nothing follows the way out': ["a();\nif (!on('new-home'))\n  return\n", 'a();\n'],
    'a negated question stands over the side that goes': ["a(!on('new-home') ? one(x)\n  : two(y));\n", 'a(one(x));\n'],
    'a negated question in a line': ["a(!on('new-home') ? one : two\n);\n", 'a(one);\n'],
  };
  for (const [what, [before, now]] of Object.entries(none)) {
    it(`is not found where ${what}`, () => assert.equal(opened(before, now), undefined));
  }

  it('is one where the flag has no name but a common word', () => {
    const before = "if on?('search')\n  find_it\nend\n";
    const [common, now] = [createNamesKey(new Set(['search'])), 'find_it\n'];
    assert.equal(findOpenedQuestion({ before, now }, common), 0);
    assert.equal(findOpenedQuestion({ before: before.replace("on?('search')", 'search'), now }, common), undefined);
  });

  it('is looked for in a bounded time', () => {
    const lines = (line: (at: number) => string): string =>
      Array.from({ length: 10_000 }, (_, at) => line(at)).join('\n');
    const before = lines((at) => `if (on('new-home') && a${at}) {`);
    const now = lines((at) => `if (x${at} && b${at}) { show(); }`);
    const begun = process.cpuUsage();
    opened(before, now);
    const { user, system } = process.cpuUsage(begun);
    assert.ok(user + system < 10_000_000, `${(user + system) / 1000} ms`);
  });
});
