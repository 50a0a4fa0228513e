import assert from 'node:assert/strict';
import { readTurnedLead } from '../../../../src/policy/grammar/leads/turned-leads.js';
import { demandsOn, describeProse, describeRules, readSection } from '../../../support/read-policy.js';

describe('readTurnedLead', () => {
  for (const [words, effect] of [
    ['no pm may edit', 'forbid'],
    ['nobody in product may ever edit or change', 'forbid'],
    ['no one on the product team is allowed to touch', 'forbid'],
    ['pms with an engineer may edit', 'pair'],
    ['everyone in product, together with one of our web developers, can change', 'pair'],
    ['no new pm may edit', undefined],
    ['no pm on leave may edit', undefined],
    ['no pm may edit less than', undefined],
    ['pms with an engineer on call may edit', undefined],
    ['senior pms with an engineer may edit', undefined],
    ['pms without an engineer may edit', undefined],
    ['', undefined],
  ] as const)
    it(`${words}: ${effect ?? 'none'}`, () => assert.equal(readTurnedLead(words), effect));

  it('reads long words in time', () => {
    const began = performance.now();
    for (const part of ['no pm may ', 'edit, ', 'pms with an ', 'edit or change, '])
      for (const start of ['', 'no pm may edit, ', 'pms with an engineer may edit, '])
        readTurnedLead(start + part.repeat(20_000));
    assert.ok(performance.now() - began < 500);
  });
});

describe('items that are sentences about everyone and nobody in product', () => {
  const body = (...items: readonly string[]): string =>
    `Who may do what:\n\n${items.map((item) => `- ${item}\n`).join('')}`;

  it('say who may what', () => {
    const zone = readSection(
      body(
        '**Everyone in product** may edit `a/**` and `b/**`.',
        '**Everyone in product, with an engineer,** may edit `c/**`.',
        '**Nobody in product** may edit `d/**` or `*.csproj`.',
      ),
    );
    assert.deepEqual(describeRules(zone), ['+ a/**', '+ b/**', '~ c/**', '- d/**', '- *.csproj']);
    assert.deepEqual(describeProse(zone), []);
  });

  for (const item of [
    'Almost everyone in product may edit `a/**`.',
    'Everyone in product but Tom may edit `a/**`.',
    'Everyone in product marketing may edit `a/**`.',
    'Everyone in product may edit `a/**` after Legal.',
    'Anyone in product may edit `a/**`?',
    'Not everyone in product may edit `a/**`.',
  ])
    it(`open nothing, or ask, in any other form: ${item}`, () => {
      const demands = demandsOn(readSection(body(item, 'Nobody in product may edit `d/**`.')), 'a/x');
      assert.ok(demands === undefined || demands.length > 0);
    });
});
