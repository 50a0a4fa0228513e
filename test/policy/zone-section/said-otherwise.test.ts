import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

const under = (lead: string): string => `${lead}\n\n- \`docs/**\`\n`;

/** Whether a lead opens its list, and on which conditions. */
const leads: Readonly<Record<string, readonly string[] | undefined>> = {
  'Product managers may amend the files below without prior approval from engineering, provided that CI is green.': [
    'provided that ci is green',
  ],
  'PMs may adjust these files:': [],
  'PMs may edit, without approval by us:': [],
  'The product managers are allowed to change by themself:': [],
  'Can be edited:': [],
  '**What can be changed:**': [],
  'Can be edited after the training:': ['after the training'],
  'Green (go ahead):': [],
  'Go ahead:': [],
  'Our PMs are volunteers. They can touch:': [],
  "Hey PMs! Here's what's yours:": [],
  'PMs, hi. Yours to edit:': [],
  'Hi PMs! These are yours:': [],
  'Here is what PMs can touch:': [],
  'As a product manager you can change:': [],
  'PMs (product managers) can touch:': [],
  'These are yours:': undefined,
  'What game designers and PMs can change themselves:': undefined,
  'Engineers and PMs can change:': undefined,
  'As an engineer you can change:': undefined,
  'Can be edited by engineers:': undefined,
  'Can be edited only by Erin:': undefined,
  'Can not be edited:': undefined,
  'PMs may edit, without approval by Legal:': undefined,
  'Go ahead and ask:': undefined,
  'Green (go ahead once Erin nods):': undefined,
  'Our PMs work with engineers. They can touch:': undefined,
  'Our PMs are no experts. They can touch:': undefined,
  'Our PMs are supported by engineers. They can touch:': undefined,
  'They can touch:': undefined,
  "Here's what's yours:": undefined,
  "Engineers, hi. Here's what's yours:": undefined,
};

describe('a permission in other words', () => {
  for (const [lead, conditions] of Object.entries(leads))
    it(lead, () => {
      const { rules } = readSection(under(lead));
      const [rule] = rules;
      assert.deepEqual(
        rule?.effect === 'allow' ? rule.conditions.map(({ text }) => text) : undefined,
        conditions,
        describeRules(readSection(under(lead))).join(', '),
      );
    });

  it('is said to an agent that works for a PM', () => {
    const body = (words: string): string => `${words}\n\n${under('You may edit:')}`;
    const zone = readSection(
      body('If the person you work for is a product manager (see `.pm-zone/roster`), these rules apply on top.'),
    );
    assert.deepEqual([describeRules(zone), describeProse(zone)], [['+ docs/**'], []]);
    for (const words of ['If the person you work for is an engineer, these rules apply.', 'If Erin agrees, go on.'])
      assert.deepEqual(describeRules(readSection(body(words))), ['~ docs/**'], words);
  });
});

describe('a refusal in other words', () => {
  for (const [sentence, locked, prose] of [
    ['In particular, do not touch `src/**` or `lib/**`.', ['src/**', 'lib/**'], 0],
    ['Never edit anything in `src/**`.', ['src/**'], 0],
    ['PMs may not edit `src/**` under any circumstances.', ['src/**'], 0],
    ['`Cargo.toml`, `LICENSE` and `Makefile` are locked.', ['LICENSE', 'Makefile', 'Cargo.toml'], 0],
    ['Never edit `src/**` without the docs.', ['src/**'], 1],
    ['Never edit `src/**`, or docs in May.', ['src/**'], 2],
    ['Never change `{{name}}` in `docs/**`.', ['docs/**'], 1],
    ['Never change `title`.', [], 1],
  ] as const)
    it(sentence, () => {
      const zone = readSection(`PMs can touch:\n\n- \`guides/**\`\n\n${sentence}\n`);
      const found = zone.rules.flatMap(({ effect, glob }) => (effect === 'forbid' ? [glob] : []));
      assert.deepEqual([found, zone.prose.length], [locked, prose]);
      assert.deepEqual(
        zone.problems.filter(({ severity }) => severity === 'error'),
        [],
      );
    });

  it('pairs what it names and says no more', () => {
    const zone = readSection('`config/a.yaml`: pair with an engineer.\n\n`b/**` – only together with a developer.\n');
    assert.deepEqual([describeRules(zone), describeProse(zone)], [['~ config/a.yaml', '~ b/**'], []]);
  });
});

/** Items, each with what it opens and closes. */
const items: readonly (readonly [item: string, rules: readonly string[]])[] = [
  ['`a.yml`: banners; the targeting rules need an engineer', ['+ a.yml ["the targeting rules need an engineer"]']],
  ["`a.json` – numbers. Don't go above the maximum.", ['+ a.json ["numbers", "Don\'t go above the maximum"]']],
  ["`a.json` – don't go there", ['- a.json']],
  [
    '`f.yml`: up to 10 % of the users; more needs the on-call engineer',
    ['+ f.yml ["up to 10 % of the users", "more needs the on-call engineer"]'],
  ],
  ['`f.yml`: flags; more needs an engineer', ['~ f.yml']],
  ['`m/*.json`: wording. Legal texts are excluded (see below).', ['+ m/*.json ["wording only"]', '- m/legal*.json']],
  ['`m/*.json`: wording. Tax texts are excluded (see below).', ['- m/*.json']],
  [
    '`a/*.json` (labels; dosage texts come from the pharmacists, leave them alone)',
    ['+ a/*.json ["labels only", "dosage texts come from the pharmacists, leave them alone"]'],
  ],
  ['`a/*.json` (labels; texts come from Legal, leave them alone)', ['- a/*.json']],
  ['`a/*.json` (labels; these texts are ours, leave them alone)', ['- a/*.json']],
  ['`a/*.json` (generated, leave them alone)', ['- a/*.json']],
  ['`docs/**` on their own', ['+ docs/**']],
  ['`docs/**` (freely)', ['+ docs/**']],
];

describe('words beside a path', () => {
  for (const [item, rules] of items)
    it(item, () => {
      const zone = readSection(`PMs can touch:\n\n- ${item}\n\nPMs cannot touch:\n\n- \`m/legal*.json\`\n`);
      assert.deepEqual(describeRules(zone).slice(0, -1), rules);
      assert.deepEqual(describeProse(zone), []);
    });
});

describe('a column that says whose a path is', () => {
  const table = (...rows: readonly string[]): string =>
    `| Where | Who | Must hold |\n|---|---|---|\n${rows.map((row) => `| ${row} | valid |`).join('\n')}\n`;

  it('opens to PMs alone', () => {
    const body = table('`a/**` | PM alone', '`b/**` | PM + engineer', '`c/**` | engineers only', '`d/**` | PMs');
    assert.deepEqual(describeRules(readSection(body)), ['+ a/** ["valid"]', '~ b/**', '- c/**', '+ d/** ["valid"]']);
  });

  it('opens nothing where anybody else stands in it', () => {
    const body = table('`a/**` | PM alone', '`b/**` | Erin');
    assert.deepEqual(describeRules(readSection(body)), ['~ a/**', '~ b/**']);
    const short = '| Where | Who |\n|---|---|\n| `a/**` | PM alone |\n| `b/**` |\n';
    assert.deepEqual(describeRules(readSection(short)), ['~ a/**', '~ b/**']);
  });
});
