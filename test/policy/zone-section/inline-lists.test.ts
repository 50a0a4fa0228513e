import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

/** Paragraphs that name paths behind one another, with what they open and close. */
const rows: readonly (readonly [body: string, rules: readonly string[]])[] = [
  // Each line with a label of its own is a sentence of its own, in one paragraph as well.
  [
    'Editable: `a/**`, `b/**`\nPair: `c/**`\nLocked: `d/**`, `e/**`\n',
    ['+ a/**', '+ b/**', '~ c/**', '- d/**', '- e/**'],
  ],
  ['**Editable:** `a/**` (values only),\n**Locked:** `d/**`\n', ['+ a/** ["values only"]', '- d/**']],
  ['Editable: `a/**`,\n`b/**`\nLocked: `d/**`,\n`e/**`\n', ['+ a/**', '+ b/**', '- d/**', '- e/**']],
  // Words that take a path back hold for the paths behind them.
  ['Editable: `a/**`, locked: `b/**`, `c/**`\n', ['- a/**', '- b/**', '- c/**']],
  ['PMs may edit `a/**`; locked: `b/**`, `c/**` and `d/**`.\n', ['- a/**', '- b/**', '- c/**', '- d/**']],
  ['PMs may edit `a/**` but with an engineer `b/**`, `c/**`.\n', ['~ a/**', '~ b/**', '~ c/**']],
  ['PMs may edit `a/**` and, once approved, `b/**`, `c/**`.\n', ['+ a/** ["and, once approved, `b/**`"]', '~ c/**']],
  ['Editable: `a/**`\nAsk first: `b/**`, `c/**`\n', ['+ a/** ["Ask first: `b/**`"]', '~ c/**']],
  // What only says how a path may change, or takes another out of it, holds for that path.
  ['PMs may edit `a/**` (copy only), `b/**` and `c/**`.\n', ['+ a/** ["copy only"]', '+ b/**', '+ c/**']],
  ['PMs may edit `a/**` except `a/b/**`, `a/c/**`.\n', ['+ a/**', '- a/b/**', '- a/c/**']],
  ['PMs may edit `a/**` and `b/**` but not `b/c/**`.\n', ['+ a/**', '+ b/**', '- b/c/**']],
  // What stands behind the last is said of all of them.
  [
    'PMs may edit `a/**` (copy only), `c/**` and `b/**` once Legal agrees.\n',
    ['+ a/** ["copy only", "once Legal agrees"]', '+ c/** ["once Legal agrees"]', '+ b/** ["once Legal agrees"]'],
  ],
  ['PMs may edit `a/**`, `b/**`. ask Erin first.\n', ['+ a/** ["ask Erin first"]', '+ b/** ["ask Erin first"]']],
  ['- PMs may edit `a/**` and `b/**`. Ask Erin first.\n', ['+ a/** ["Ask Erin first"]', '+ b/** ["Ask Erin first"]']],
  ['- PMs may edit `a/**` and `b/**`. This is off limits until May.\n', ['- a/**', '- b/**']],
  ['- PMs may edit `a/**` and `b/**`; locked: `c/**`.\n', ['- a/**', '- c/**', '- b/**', '- c/**']],
  ['- PMs may edit `a/**`. PMs cannot touch `b/**`, `c/**`.\n', ['+ a/**', '- b/**', '- c/**']],
  ['- PMs may edit `a/**` and `b/**` (guides).\n', ['+ a/**', '+ b/** ["guides only"]']],
  // A kind of files before a path is its label, and any other words are none.
  [
    'PMs may edit `README.md`, everything in `docs/`, and the guides in `g/*.md`.\n',
    ['+ README.md', '+ docs/', '+ g/*.md'],
  ],
  ['PMs may edit `a/**`, and the secrets in `b/**`, `c/**`.\n', ['+ a/**', '~ b/**', '~ c/**']],
  ['PMs may edit `a/**`, and on Fridays in `b/**`.\n', ['+ a/**', '~ b/**']],
  ['PMs may edit `a/**` or nothing in `b/**`.\n', ['+ a/**', '- b/**']],
];

/** The same, with words that are asked about on every change. */
const asked: readonly (readonly [body: string, rules: readonly string[], prose: readonly string[]])[] = [
  [
    'PMs may edit `a/**` and `b/**`. Changes must be made in both languages.\n',
    ['+ a/**', '+ b/**'],
    ['Changes must be made in both languages.'],
  ],
  [
    '1. PMs may edit `a/**` and `b/**`. Changes must be made in both languages.\n2. Every change must reference a ticket.\n',
    ['+ a/** ["Changes must be made in both languages"]', '+ b/** ["Changes must be made in both languages"]'],
    ['Every change must reference a ticket.'],
  ],
  ...['Erin must agree first.', 'This must be opened by Erin.', 'Changes must be made with an engineer.'].map(
    (words) => [`PMs may edit \`a/**\`. ${words}\n`, [], ['PMs may edit `a/**`.', words]] as const,
  ),
  ['- PMs may edit `a/**`.\n- Every change must wait.\n', ['~ a/**'], ['PMs may edit `a/**`.']],
];

describe('paths behind one another in a paragraph', () => {
  for (const [body, rules] of rows)
    it(JSON.stringify(body), () => {
      const zone = readSection(body);
      assert.deepEqual(describeRules(zone), rules);
      assert.deepEqual(describeProse(zone), []);
    });

  for (const [body, rules, prose] of asked)
    it(JSON.stringify(body), () => {
      const zone = readSection(body);
      assert.deepEqual([describeRules(zone), describeProse(zone)], [rules, prose]);
    });

  it('has a label that says who takes part for no setting', () => {
    assert.deepEqual(readSection('**Editable:** `a/**`\n**Together with an engineer:** `c/**`\n').problems, []);
  });
});
