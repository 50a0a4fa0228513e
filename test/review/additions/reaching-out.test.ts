import assert from 'node:assert/strict';
import { eventsAdditionsOnly } from '../../../src/review/checks/events-additions-only.js';
import { createReviewContext } from '../../support/review-context.js';

const path = 'src/features/home/analytics/events.ts';
const old = "import { track } from './track';\nexport const OLD = { a: 'x' };\n";

async function reports(added: string): Promise<number> {
  const conditions = [{ kind: 'additions-only' as const, text: 'additions only', line: 1 }];
  const outcome = await eventsAdditionsOnly.run(
    createReviewContext({
      base: { [path]: old },
      head: { [path]: old + added },
      judgements: { [path]: { conditions } },
    }),
  );
  return outcome === 'not-applicable' ? 0 : outcome.reports.length;
}

describe('code among new events', () => {
  const closed = [
    "const trackA = track['con' + 'structor']; const trackB = trackA('evil()'); export const x = () => trackB();",
    "const trackA = track[`constructor`]; export const x = () => trackA('evil()');",
    "const k = 'constructor'; const trackA = track[k]; export const x = () => trackA('evil()');",
    "export const x = () => { const { constructor: trackA } = track; trackA('evil()'); };",
    "const trackA = Object.assign; export const x = () => trackA(OLD, { a: 'y' });",
    "const trackA = Object['assign']; export const x = () => trackA(OLD, { a: 'y' });",
    'const trackO = Object; export const x = trackO;',
    'const S = Set; export const x = S;',
  ];
  for (const code of closed) {
    it(`may not be ${code}`, async () => assert.notEqual(await reports(`${code}\n`), 0));
  }

  const open = [
    "export const NEW = Object.freeze({ b: 'y' });",
    "export const NEW = new Set(['b']);",
    "export const x = () => track(OLD['a']);",
    "export const x = () => track(OLD.a, { call: 'phone' });",
  ];
  for (const code of open) {
    it(`may be ${code}`, async () => assert.equal(await reports(`${code}\n`), 0));
  }
});
