import assert from 'node:assert/strict';
import { demandsOn, describeProse, describeRules, readSection } from '../../support/read-policy.js';

const asked = (body: string): boolean => {
  const demands = demandsOn(readSection(body), 'docs/a.md');
  return demands === undefined || demands.length > 0;
};

describe('sentences to whoever is a PM', () => {
  it('open, pair and lock as those about PMs do', () => {
    const zone = readSection(
      'As a PM you can edit `docs/**` and `i18n/**`. When you edit guides, run `make lint` afterwards.\n\nAs a PM you need a developer for `ui/**`.\n\nAs a PM you can’t edit `src/**`.\n',
    );
    assert.deepEqual(describeRules(zone), ['+ docs/**', '+ i18n/**', '~ ui/**', '- src/**']);
    assert.deepEqual(describeProse(zone), ['When you edit guides, run `make lint` afterwards.']);
  });

  it('are read as items under words that speak to the product team', () => {
    const items =
      '- You may change `docs/**` by yourself.\n- You may change `ui/**` together with an engineer, because the app reads it too.\n- You may not change `src/**`.\n- You cannot change `api/**`.\n';
    const zone = readSection(`Rules for the product team (Nikos, Despina):\n\n${items}`);
    assert.deepEqual(describeRules(zone), ['+ docs/**', '~ ui/**', '- src/**', '- api/**']);
    assert.deepEqual(describeProse(zone), []);
    for (const lead of ['Rules for the editors:', 'Rules for the product team until May:', 'Rules for reviewers:'])
      assert.ok(asked(`${lead}\n\n${items}`), lead);
  });

  for (const body of [
    'As an engineer you can edit `docs/**`.\n',
    'As a PM you can edit `docs/**` in May.\n',
    'As a PM you could edit `docs/**`.\n',
    'As a PM you can edit `docs/**`. When you edit guides, ask Erin afterwards.\n',
    'As a PM you can edit `docs/**`. When Legal agrees, run `make lint`.\n',
    'As a PM you can edit `docs/**`. After you edit guides, wait for Erin and run `make lint`.\n',
    'You can edit `docs/**`.\n',
    'Engineers, welcome.\n\nYou can edit `docs/**`.\n',
    'Hello PMs!\n\nYou can’t edit `docs/**`.\n',
    'Hello PMs!\n\nYou can edit `docs/**` once trained.\n',
  ])
    it(`open nothing, or ask, in: ${body.replaceAll('\n', ' ')}`, () => assert.ok(asked(body)));
});

describe('leads by which an engineer is beside the PM', () => {
  for (const lead of [
    'Files a PM can change with one of us:',
    'PMs may modify with support of a software engineer:',
    'A PM may change the following files if a developer reviews the change line by line:',
    'PMs may edit, and an engineer reviews:',
  ])
    it(`give way to what lies deeper and is open: ${lead}`, () => {
      const body = `PMs can touch:\n\n- \`src/help/**\`\n\n${lead}\n\n- \`src/**\`\n`;
      const zone = readSection(body);
      assert.deepEqual(demandsOn(zone, 'src/help/a.md'), []);
      assert.equal(demandsOn(zone, 'src/a.ts'), undefined);
      assert.deepEqual(zone.problems, []);
    });

  it('are so before paths in a line', () =>
    assert.deepEqual(describeRules(readSection('Files a PM can change with one of us: `a/**`, `b/**`.\n')), [
      '~ a/**',
      '~ b/**',
    ]));

  it('lock where they refuse', () =>
    assert.deepEqual(describeRules(readSection('PMs may not change, not even with one of us:\n\n- `src/**`\n')), [
      '- src/**',
    ]));
});

describe('who the PMs are, in other signs and words', () => {
  for (const line of [
    'PM = Lauri, Emmi.',
    'Who is a PM here: Anna Lindqvist, Peter Szabo',
    'Product managers: Grace Kim @gracekim, Oluwaseun Ade @seun-ade',
    'Pairing partners: @fritzi, @d-moreau.',
    '“One of us” is @hana, @per or @olu.',
    'Maintained by the platform group.',
    'In case of questions please contact Wolfgang Maier (HMI) or Chiara Rossi.',
    'Engineer on duty: see the rota in Opsgenie',
    'If you do not find a file here, do not change it.',
    'The PM zone was agreed with Marta (product) and the platform team in January. We look at it again each quarter.',
    'Please keep out of `src/**`. Those touch money.',
  ])
    it(`asks for nothing: ${line}`, () => assert.ok(!asked(`${line}\n\nPMs can touch:\n\n- \`docs/**\`\n`)));

  for (const line of [
    'PM = Lauri, until May.',
    'PM = Seniors',
    'Who is a PM here: nobody yet',
    'Who is a PM here: see https://acme.example/pms',
    'Product managers: Grace Kim @gracekim only',
    'Product managers: Only Grace @gracekim',
    'Pairing partners: @fritzi signs',
    '“One of us” is @hana, who signs.',
    'Maintained by the platform group, who approve changes.',
    'In case of questions please contact Erin (FIRST) or Chiara Rossi.',
    'In case of changes please contact Erin.',
    'Engineer on duty: see the rota in Opsgenie before you merge',
    'If you do not find a file here, do not change it, and texts neither.',
    'If you do not find a file here, do not change them.',
    'The PM zone was agreed with Marta (until May) and the platform team in January.',
    'We look at it each time.',
    'Please keep out of `src/**`. Those touch docs.',
  ])
    it(`asks, or opens nothing: ${line}`, () => assert.ok(asked(`${line}\n\nPMs can touch:\n\n- \`docs/**\`\n`)));
});
