import assert from 'node:assert/strict';
import type { Outcome } from '../../../src/review/check.js';
import { planningScope } from '../../../src/review/checks/planning-scope.js';
import { createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

const head = { 'shop/i18n/en.json': '{}', 'shop/card.html': '<p>' };
const byHand = { reports: [], isByHand: true };

function outcomeOf(scope: string, parts: ReviewContextParts = {}): Promise<Outcome> | Outcome {
  const section = { heading: 'Scope', line: 9, body: `- **In:** ${scope}\n- **Out:** all else`, shown: '' };
  return planningScope.run(createReviewContext({ head, doc: { sections: [section] }, ...parts }));
}

describe('planning-scope', () => {
  it('is met where the Scope names each file', async () => {
    for (const scope of ['`shop/i18n/en.json` and `card.html`', '`shop/`', '`shop/**`', '**All texts** in shop/'])
      assert.deepEqual(await outcomeOf(scope), { reports: [] }, scope);
  });

  it('is the author’s to confirm where a file is not named, or nothing is', async () => {
    for (const scope of [
      '`card.html`',
      'the card',
      '**everything**',
      '`**`',
      '*Card* and `*/*`, e.g.',
      '**shop and/or more**',
    ])
      assert.deepEqual(await outcomeOf(scope), byHand, scope);
    assert.deepEqual(await outcomeOf('`shop/`', { plan: { plan: undefined } }), byHand);
  });

  it('is the author’s to confirm where the Scope leaves a file out that lies in what it names', async () => {
    const outcome = (into: string, out: string): Promise<Outcome> | Outcome => {
      const section = { heading: 'Scope', line: 9, body: `- **In:** ${into}\n- **Out:** ${out}`, shown: '' };
      return planningScope.run(createReviewContext({ head, doc: { sections: [section] } }));
    };
    for (const out of ['`shop/i18n/`', 'en.json, shop/i18n/en.json', '`shop/**/*.json`'])
      assert.deepEqual(await outcome('`shop/`', out), byHand, out);
    for (const out of ['everything else in shop/', '`shop/pay/`'])
      assert.deepEqual(await outcome('`shop/i18n/` and `shop/card.html`', out), { reports: [] }, out);
  });

  it('does not apply to a plan that is sent by itself', async () => {
    assert.equal(await outcomeOf('`shop/`', { plan: { planOnly: true } }), 'not-applicable');
  });
});
