import assert from 'node:assert/strict';
import { readPolicy } from '../../support/read-policy.js';

/** The paths that a sentence locks beside `src/copy/**`, which is open, and how many conditions it leaves. */
function read(sentence: string): { readonly locked: readonly string[]; readonly asked: number } {
  const zone = readPolicy(`## PM zone\n\nPMs can touch:\n\n- \`src/copy/**\`\n\n${sentence}\n`);
  const locked = zone?.rules.flatMap(({ effect, glob }) => (effect === 'forbid' ? [glob] : [])) ?? [];
  return { locked, asked: zone?.prose.length ?? 0 };
}

describe('a sentence that locks its paths', () => {
  for (const sentence of [
    '**Locked:** `a/**`, `b/**`',
    'Locked: `a/**` and `b/**`.',
    '**Not editable for PMs:** `a/**`, `b/**`',
    'Off-limits: `a/**`; `b/**`',
    'Read-only: `a/**`, and `b/**`',
    'PMs cannot touch `a/**` and `b/**`.',
    'PMs cannot touch `a/**` (sign-in) and `b/**` (money).',
  ])
    it(`${sentence} asks for nothing`, () => assert.deepEqual(read(sentence), { locked: ['a/**', 'b/**'], asked: 0 }));

  for (const sentence of [
    'PMs cannot touch `a/**`, and copy in December.',
    'PMs cannot touch `a/**` and the copy in December.',
    'PMs cannot touch `a/**` or, during the freeze, translations.',
    'PMs cannot touch `a/**`, nor can they ship texts on Fridays.',
    'PMs must not change `a/**` and everything above without Erin.',
    'PMs cannot touch `a/**`; both lists only after a review.',
    'Locked: `a/**`, and copy in December',
    '**Locked:** `a/**` (and all texts until May)',
    '**Locked:** `a/**`, texts with Hanne',
    '**Locked:** `a/**` – ask Erin before every merge',
    'Locked: `a/**`, texte im Dezember',
    'Locked: `a/**` y los textos en diciembre',
    'Locked until May: `a/**`',
    'Locked for all who have not read the guide: `a/**`',
    'Forbidden: `a/**` unless Legal agrees; the same for texts',
    'Hands off: `a/**`, and off the copy',
    'Read-only on Fridays: `a/**`, `src/copy/**`',
    'Not allowed: `a/**` without Erin, nor any other change',
    'Prohibited: `a/**` plus whatever the board says',
  ])
    it(`${sentence} is asked about`, () => {
      const { locked, asked } = read(sentence);
      assert.ok(locked.includes('a/**'));
      assert.ok(asked > 0);
    });
});
