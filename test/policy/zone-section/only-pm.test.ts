import assert from 'node:assert/strict';
import { demandsOn, describeRules, readSection } from '../../support/read-policy.js';

const demands = (body: string): string[] | undefined => demandsOn(readSection(body), 'docs/a.md');

describe('a lead with the names of the PMs', () => {
  const list = '- `docs/**`\n\nGreta cannot touch:\n\n- `lib/**`\n';
  for (const who of ['PM: @greta-museum. Engineering: @sol.', 'PM: Greta', 'Our PM: Greta Lind (@gl)'])
    it(`opens: ${who}`, () => {
      const zone = readSection(`${who}\n\nGreta can touch:\n\n${list}`);
      assert.deepEqual(describeRules(zone), ['+ docs/**', '- lib/**']);
      assert.deepEqual(demandsOn(zone, 'docs/a.md'), []);
    });

  it('opens by the list of PMs', () => {
    const roster = (rows: string): string => `| PM | Email |\n|---|---|\n${rows}\n\nGreta can touch:\n\n${list}`;
    assert.deepEqual(describeRules(readSection(roster('| Greta Lind (@greta) | greta@example.com |'))), [
      '+ docs/**',
      '- lib/**',
    ]);
    const two = '| Greta Lind (@greta) | greta@example.com |\n| Paul Ott (@paul) | paul@example.com |';
    assert.deepEqual(describeRules(readSection(roster(two))), ['~ docs/**', '- lib/**']);
  });

  for (const [who, lead] of [
    ['PMs: Hanne Vik (@hvik), Jo Berg (@joberg)', 'Hanne and Jo can touch:'],
    ['PMs: @hanne & @jo', 'Jo & Hanne may edit:'],
    ['PMs: Hanne, Jo, and Ola', 'Ola, Jo, and Hanne can touch:'],
  ] as const)
    it(`opens by the names of all: ${lead}`, () => {
      assert.deepEqual(demands(`${who}\n\n${lead}\n\n- \`docs/**\`\n`), []);
    });

  for (const body of [
    `PMs: Hanne, Jo, Ola\n\nHanne and Jo can touch:\n\n${list}`,
    `PMs: Hanne, Jo\n\nHanne, Jo and Erin can touch:\n\n${list}`,
    `PMs: Hanne, Jo\n\nHanne and Hanne can touch:\n\n${list}`,
    `PMs: Hanne Vik, Hanne Berg\n\nHanne can touch:\n\n${list}`,
    `PMs: Hanne, somebody else\n\nHanne can touch:\n\n${list}`,
    `PMs: Hanne, Jo\n\nHanne and Jo can touch with an engineer:\n\n${list}`,
    `Greta can touch:\n\n${list}`,
    `PMs: @greta, @paul\n\nGreta can touch:\n\n${list}`,
    `PM: @greta\nPM: @paul\n\nGreta can touch:\n\n${list}`,
    `PM: @paul\n\nGreta can touch:\n\n${list}`,
    `Engineering: @greta\n\nGreta can touch:\n\n${list}`,
    `PM: @paul. Engineering: @greta.\n\nGreta can touch:\n\n${list}`,
    ...['- PM: @paul', '> PM: @paul', 'PMs – @paul, @lou', 'Product: @paul', 'PM: @greta-ott'].map(
      (other) => `PM: @greta\n\n${other}\n\nGreta can touch:\n\n${list}`,
    ),
    `| PM | Email |\n|---|---|\n| Greta (@greta) | g@example.com |\n| Greta Ott (@go) | o@example.com |\n\nGreta can touch:\n\n${list}`,
    `PM: @seniors\n\nSeniors can touch:\n\n${list}`,
    `PM: @designers-eu\n\nDesigners can touch:\n\n${list}`,
    `PM: Contractors\n\nContractors can touch:\n\n${list}`,
    `PM: @greta\n\nFrom 2027 on Greta can touch:\n\n${list}`,
    `PM: @greta\n\n| PM | Email |\n|---|---|\n| Paul Ott (@paul) | paul@example.com |\n\nGreta can touch:\n\n${list}`,
    `PM: @greta\n\nGreta cannot touch:\n\n${list}`,
    `PM: @greta\n\nGreta can touch with an engineer:\n\n${list}`,
    `PM: @greta\n\nGreta and Sol can touch:\n\n${list}`,
    `PM: @greta\n\nGreta may read:\n\n${list}`,
    `PM: until May Greta\n\nGreta can touch:\n\n${list}`,
    `PM: @you\n\nYou can touch:\n\n${list}`,
    `PM: @they\n\nThey can touch:\n\n${list}`,
    `PM: @engineers-eu\n\nEngineers can touch:\n\n${list}`,
    `PM: @nobody\n\nNobody can touch:\n\n${list}`,
    `PM: nobody\n\nNobody can touch:\n\n${list}`,
  ])
    it(`opens nothing else: ${JSON.stringify(body)}`, () => assert.equal(demands(body), undefined));
});
