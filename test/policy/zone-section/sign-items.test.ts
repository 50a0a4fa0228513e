import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

const legend = '✅ PMs can touch, 🤝 with an engineer, ⛔ PMs cannot touch\n\n';

describe('a list under what its signs mean', () => {
  it('is read by the signs of its items', () => {
    const zone = readSection(`${legend}- ✅ \`docs/**\` (copy only)\n- 🤝 \`src/ui/**\`\n- ⛔ \`src/auth/**\`\n`);
    assert.deepEqual(describeRules(zone), ['+ docs/** ["copy only"]', '~ src/ui/**', '- src/auth/**']);
    assert.deepEqual(describeProse(zone), []);
  });

  it('may stand under the names of those whom it is for, which hold nobody', () => {
    const items = '- ✅ `docs/**`\n- ⛔ `src/auth/**`\n\n✅ alone, 🤝 with an engineer, ⛔ not at all\n';
    const zone = readSection(`For the PMs (Ana, @ana; Tom, @tom):\n\n${items}`);
    assert.deepEqual(describeRules(zone), ['+ docs/**', '- src/auth/**']);
    assert.deepEqual(describeProse(zone), []);
    assert.match(zone.problems[0]?.message ?? '', /says who the PMs are and holds nobody/u);
    const roster =
      '| PM | Email | Feature folders |\n|---|---|---|\n| Ana (@ana) | ana@x.example | docs |\n\nFor PMs (@ana):\n\n';
    assert.ok(!readSection(`${roster}${items}`).problems.some(({ message }) => message.includes('holds nobody')));
    for (const over of [
      'For PMs (from May):',
      'For PMs (@ana only):',
      'For PMs on Mondays:',
      '~~For PMs (@ana):~~',
      'For senior PMs (@ana):',
    ])
      assert.ok(!describeRules(readSection(`${over}\n\n${items}`)).includes('+ docs/**'), over);
    const other = readSection(`For PMs (@ana):\n\n- ❓ \`docs/**\`\n\n${items}`);
    assert.ok(!other.problems.some(({ message }) => message.includes('holds nobody')));
  });

  it('is read by what its signs mean below it, in any words that labels have', () => {
    const items = '- ✅ `docs/**`\n- 🤝 `src/ui/**` – with an engineer\n- ⛔ `src/auth/**`\n\n';
    for (const meaning of [
      '✅ = a PM alone, 🤝 = a PM and an engineer, ⛔ = engineers only',
      '✅ = on your own 🤝 = together with an engineer ⛔ = not at all.',
      '✅ free for PMs; 🤝 pairing needed; and ⛔ closed to PMs',
    ])
      assert.deepEqual(describeRules(readSection(`${items}${meaning}\n`)), [
        '+ docs/**',
        '~ src/ui/**',
        '- src/auth/**',
      ]);
    for (const meaning of [
      '✅ = a PM and Legal, 🤝 = with an engineer, ⛔ = engineers only',
      '✅ = a PM alone, on Mondays, 🤝 = with an engineer, ⛔ = engineers only',
      '✅ = a PM alone, 🤝 = with an engineer, ⛔ = engineers only. Not in May.',
      '✅ = a PM alone, 🤝 = engineers only, ⛔ = with an engineer',
    ]) {
      const { rules, prose } = readSection(`${items}${meaning}\n`);
      assert.ok(prose.length > 0 || !rules.some(({ effect }) => effect === 'allow'), meaning);
    }
  });

  for (const [what, text] of [
    ['an item has no sign', `${legend}- ✅ \`docs/**\`\n- \`src/ui/**\`\n`],
    ['a sign is none of the legend', `${legend}- ✅ \`docs/**\`\n- 🟡 \`src/ui/**\`\n`],
    ['an item has a box', `${legend}- [x] ✅ \`docs/**\`\n`],
    ['a list stands under an item', `${legend}- ✅ \`docs/**\`\n  - later\n`],
    ['words stand before the path', `${legend}- ✅ later \`docs/**\`\n`],
    ['the legend is struck through', `~~${legend.trim()}~~\n\n- ✅ \`docs/**\`\n`],
    ['there is no legend', '- ✅ `docs/**`\n- ⛔ `src/**`\n'],
    ['a heading over it closes', `### Locked\n\n${legend}- ✅ \`docs/**\`\n`],
    ['a heading over it is for pairs', `### Together with an engineer\n\n${legend}- ✅ \`docs/**\`\n`],
  ] as const)
    it(`opens nothing by a sign where ${what}`, () => {
      const opened = describeRules(readSection(text)).filter((rule) => rule.startsWith('+'));
      assert.deepEqual(
        opened.filter(() => what !== 'there is no legend'),
        [],
      );
    });
});

describe('a sign before a path', () => {
  it('is told to need a meaning', () => {
    const { problems } = readSection('PMs can touch:\n\n- 🤝 `docs/**`\n');
    assert.match(problems.map(({ message }) => message).join(), /no sign but ✅ says there what PMs can touch/u);
  });
});

describe('engineers in a line of contacts', () => {
  it('are no setting that is written wrongly', () => {
    const { problems, prose } = readSection('PMs can touch:\n\n- `docs/**`\n\nPMs: @ida. Engineers: @acme/app.\n');
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.deepEqual(
      prose.map(({ text }) => text),
      ['Engineers: @acme/app.'],
    );
  });
});
