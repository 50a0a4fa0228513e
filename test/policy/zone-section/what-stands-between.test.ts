import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

type Row = readonly [body: string, rules: readonly string[], prose?: readonly string[]];

/** What stands at the margin below an item, between two lists, or beside a list in a form that is read less closely. */
const rows: Readonly<Record<string, Row>> = {
  'an unknown lead glued to an item': [
    'PMs can touch:\n- `a/**`\nNur mit Entwickler:\n- `b/**`\n',
    ['+ a/** ["Nur mit Entwickler"]', '~ b/**'],
  ],
  'one in full width': [
    'PMs can touch:\n- `a/**`\n触らないでください：\n- `b/**`\n',
    ['+ a/** ["触らないでください："]', '~ b/**'],
  ],
  'one in bold': ['PMs can touch:\n- `a/**`\n**Nicht anfassen**\n- `b/**`\n', ['+ a/**', '- b/**']],
  'one in tags': ['PMs can touch:\n- `a/**`\n<del>Old:</del>\n- `b/**`\n', ['~ a/**', '~ b/**']],
  'one with code in it': ['PMs can touch:\n- `a/**`\nVerboten `now`:\n- `b/**`\n', ['- a/**', '- b/**']],
  'one that is indented with a tab': [
    'PMs can touch:\n- `a/**`\n\t**typos only**\n- `b/**`\n',
    ['+ a/** ["typos only"]', '+ b/**'],
  ],
  'bold words of the item above': [
    'PMs can touch:\n- `a/**`\n  **typos only**\n- `b/**`\n',
    ['+ a/** ["typos only"]', '+ b/**'],
  ],
  'a sentence glued to an item': [
    'PMs can touch:\n- `a/**`\nOnly on weekdays.\n- `b/**`\n',
    ['+ a/** ["Only on weekdays"]', '+ b/**'],
    ['Only on weekdays.'],
  ],
  'a sentence of the item above': [
    'PMs can touch:\n- `a/**`\n  Only on weekdays.\n- `b/**`\n',
    ['+ a/** ["Only on weekdays"]', '+ b/**'],
  ],
  'more of a sentence of the item above': [
    'PMs can touch:\n- `a/**`\ntypos only\n- `b/**`\n',
    ['+ a/** ["typos only"]', '+ b/**'],
  ],
  'a neutral sentence glued to an item that locks': ['PMs cannot touch:\n- `a/**`\nAsk Erin.\n', ['- a/**']],
  'a sentence glued to an item that locks': [
    'PMs can touch:\n- `b/**`\n\nPMs cannot touch:\n- `a/**`\nOnly on weekdays.\n',
    ['+ b/**', '- a/**'],
    ['Only on weekdays.'],
  ],
  'a line behind a glued lead': [
    'PMs can touch:\n- `a/**`\nPMs cannot touch:\ntypos only\n- `b/**`\n',
    ['+ a/** ["typos only"]', '- b/**'],
  ],
  'a sentence over a list that it may not be about': [
    'PMs can touch:\n\n- `a/**`\n\nOnly on weekdays.\n\n- `b/**`\n',
    ['+ a/**', '~ b/**'],
    ['Only on weekdays.'],
  ],
  'a sentence that forbids over such a list': [
    'PMs can touch:\n\n- `a/**`\n\nNothing in this section applies.\n\n- `b/**`\n',
    ['+ a/**', '- b/**'],
    ['Nothing in this section applies.'],
  ],
  'a sentence about the list below it': [
    'PMs can touch:\n\n- `a/**`\n\nPMs cannot touch these files.\n\n- `b/**`\n\nThese are off limits.\n\n- `c/**`\n',
    ['+ a/**', '- b/**', '- c/**'],
  ],
  'two sentences over a list, and a lead': [
    'PMs can touch:\n\n- `a/**`\n\nOnly on weekdays. For designers:\n\n- `b/**`\n',
    ['+ a/**', '~ b/**'],
    ['Only on weekdays.'],
  ],
  'a sentence in a heading': [
    'PMs can touch:\n\n- `a/**`\n\n### All of it is suspended.\n',
    ['+ a/**'],
    ['All of it is suspended.'],
  ],
  'a heading that is no sentence': ['PMs can touch:\n\n- `a/**`\n\n### Who pairs\n', ['+ a/**']],
  'a heading with what a reader cannot see': ['### o\u202en\n\nPMs can touch:\n\n- `a/**`\n', ['+ a/** ["o\u202en"]']],
  'a sentence in a table': [
    'PMs can touch:\n\n- `a/**`\n\n| Note |\n|---|\n| Only on weekdays. |\n| QA |\n| Ask Erin. |\n',
    ['+ a/**'],
    ['Only on weekdays.'],
  ],
  'a sentence with a path in a table': [
    'PMs can touch:\n\n- `a/**`\n\n| Note |\n|---|\n| The file x/pm.md overrules this. |\n| `b/c` is ours. |\n',
    ['+ a/**', '~ x/pm.md', '~ b/c'],
    ['The file x/pm.md overrules this.'],
  ],
  'words behind a comment': ['PMs can touch:\n\n- `a/**`\n\n<!-- x --> on Mondays\n', ['+ a/**'], ['x']],
  'a question mark alone': ['?\n\n- `a/**`\n', ['~ a/**']],
  'two codes of which one is no path': ['PMs can touch:\n\n- `no` `a/**`\n', ['+ no ["`a/**`"]']],
  'code at the beginning of a remark in a table': [
    '| Path | PMs | Notes |\n|---|---|---|\n| `a/**` | yes | `b/**` |\n',
    ['+ a/** ["`b/**`"]'],
  ],
  'an exception that may stand below': [
    'PMs can touch:\n\n- `a/**` except `legal/**`\n- `b/**` except `b/x/**`\n- `c/**` except `legal/`\n',
    ['+ a/**', '~ **/legal/**', '- legal/**', '+ b/**', '- b/x/**', '+ c/**', '- legal/'],
  ],
  'a sentence with a path as an item': [
    'PMs can touch:\n\n- `a/**`\n- The file x/pm.md overrules this.\n- Texts in `b/**`.\n',
    ['+ a/**', '~ x/pm.md', '+ b/** ["Texts only"]'],
    ['The file x/pm.md overrules this.'],
  ],
  'a quote with a path': [
    'PMs can touch:\n\n- `a/**`\n\n> `b/**` is ours. The file x/pm.md overrules this.\n',
    ['+ a/**', '~ b/**', '~ x/pm.md'],
    ['The file x/pm.md overrules this.'],
  ],
  'a quote with code': [
    'PMs can touch:\n\n- `a/**`\n\n> Mind the budget of the team, it is small.\n>\n> ```\n> rm -r b/c.ts and more than that\n> ```\n',
    ['+ a/**', '~ b/c.ts'],
    ['Mind the budget of the team, it is small.'],
  ],
  'a comment for a tool over a list': ['PMs can touch:\n\n<!-- prettier-ignore -->\n\n- `a/**`\n', ['+ a/**']],
  'tasks that hold a list': [
    'PMs can touch:\n\n- [ ] `a/**`\n  - `b/**`\n- [x] Never `c/**`\n  - `d/**`\n',
    ['~ a/**', '~ b/**', '- c/**', '- d/**'],
  ],
  'a known condition between a heading that leads and its list': [
    '### PMs can touch\n\nWithin their feature folders:\n\n- `a/**`\n',
    ['+ a/** [feature-folder]'],
  ],
  'a footnote of an item': [
    'PMs can touch:\n- `a/**`[^1]\n- `b/**`\n\n[^1]: Typos only.\n',
    ['+ a/** ["Typos only."]', '+ b/**'],
  ],
  'a footnote of an item that names a path': [
    'PMs can touch:\n- `a/**`[^1]\n- `b/**`\n\n[^1]: Typos only, as in `c/**`.\n',
    ['~ a/**', '+ b/**', '~ c/**'],
    ['Typos only, as in `c/**`.'],
  ],
  'a footnote that speaks of all lists': [
    'PMs can touch:\n- `a/**`[^1]\n- `b/**`\n\n[^1]: Both only in May.\n',
    ['+ a/** ["Both only in May."]', '+ b/**'],
    ['`a/**` ( Both only in May.)'],
  ],
  'a footnote of an item that opens nothing': [
    'PMs can touch:\n- `a/**`[^1]\n- `b/**`\n\n[^1]: Never.\n\nPMs cannot touch:\n- `c/**`[^2]\n\n[^2]: All texts go to Legal.\n',
    ['- a/**', '+ b/**', '- c/**'],
    ['Never.', 'All texts go to Legal.'],
  ],
  'a footnote of a lead and of an item': [
    'PMs can touch, values only[^1]:\n- `a/**`\n\n[^1]: Only in May.\n',
    ['~ a/**'],
    ['PMs can touch, values only ( Only in May.):', 'Only in May.'],
  ],
  'a heading that says what holds for the rest': [
    'PMs can touch:\n- `a/**`\n\n### Everything else: with an engineer.\n\n- `b/**`\n',
    ['+ a/**', '~ b/**'],
  ],
  'a heading that restricts': [
    'PMs can touch:\n- `a/**`\n\n### All of this: with an engineer.\n',
    ['+ a/**'],
    ['All of this: with an engineer.'],
  ],
  'an alert with its sign': ['PMs can touch:\n- `a/**`\n\n> [!NOTE]\n> Ask @erin.\n', ['+ a/**']],
  'an alert that restricts': ['PMs can touch:\n- `a/**`\n\n> [!NOTE]\n> Only in May.\n', ['+ a/**'], ['Only in May.']],
  'a sentence on the second list': [
    'PMs can touch:\n- `a/**`\n\nPMs cannot touch:\n- `b/**`\n\nDon’t touch the second list.\n',
    ['+ a/**', '- b/**'],
  ],
  'a sentence on the second list, which opens': [
    'Don’t touch the second list.\n\nPMs can touch:\n- `a/**`\n\nPMs can touch:\n- `c/**`\n\nPMs cannot touch:\n- `b/**`\n',
    ['+ a/**', '+ c/**', '- b/**'],
    ['Don’t touch the second list.'],
  ],
  'a sentence on the second list where it stands first': [
    'Don’t touch the second list.\n\nPMs cannot touch:\n- `b/**`\n\nPMs can touch:\n- `a/**`\n',
    ['- b/**', '+ a/**'],
    ['Don’t touch the second list.'],
  ],
};

describe('readZone, between the lists', () => {
  for (const [what, [body, rules, prose]] of Object.entries(rows))
    it(`reads ${what}`, () => {
      const zone = readSection(body);
      assert.deepEqual(describeRules(zone), rules);
      assert.deepEqual(describeProse(zone), prose ?? []);
    });
});
