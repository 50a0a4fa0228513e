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
];

describe('paths behind one another in a paragraph', () => {
  for (const [body, rules] of rows)
    it(JSON.stringify(body), () => {
      const zone = readSection(body);
      assert.deepEqual(describeRules(zone), rules);
      assert.deepEqual(describeProse(zone), []);
    });
});
