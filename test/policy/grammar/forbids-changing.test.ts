import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forbidsChanging } from '../../../src/policy/grammar/refusals/forbids-changing.js';

const refusing = [
  'Never edit `dist/`.',
  'Do not hand-edit generated files under `gen/`.',
  '`locales/` (do NOT modify directly)',
  'Don’t read from or write to `cache/`.',
  'Agents may not modify `public/build/`.',
  'Never commit: `data/`',
  'Nothing in `infra/` may be changed.',
  'No changes to `billing/` without a word with the owners.',
  'No direct edits in `schema/`.',
  'Editing `vendor/` is not allowed.',
  'Changes to `legal/` are never taken.',
  'We cannot, for reasons of law, touch `phi/`.',
  '`api/v1` is frozen.',
  'The folder `keys/` is off-limits.',
  'Changing `auth/` is forbidden.',
  'Only the engineers own `auth/`; they commit there.',
  '🔒 edit nothing in `auth/`',
];

const harmless = [
  'Never import `prettier/plugins` in client code.',
  'A pull changes `src/` but leaves `dist/` as it was, and nothing warns you.',
  'Without the file, nothing changes.',
  'Add a row to `docs/map.md` when a field changes what is written: the unit suite proves the parse, not the seed.',
  'No changes to `config/` are needed.',
  'Edit `openapi/*.yaml`, let the build make the client, and do not add classes.',
  'The two never mix. Prefer the first when you write to `repositories/`.',
  'Not only edit `a/`, but test it.',
  'Run `never-edit/run.sh` and look at `do-not-touch/`.',
  'Edit `a/`; this holds for sensitive and excluded data, with exceptions.',
  '',
];

describe('forbidsChanging', () => {
  for (const text of refusing) it(`hears a refusal in: ${text}`, () => assert.ok(forbidsChanging(text)));
  for (const text of harmless) it(`hears none in: ${text}`, () => assert.ok(!forbidsChanging(text)));

  it('hears it whatever sentences stand before and behind', () => {
    const words = fc.string({ unit: fc.constantFrom(...Array.from('aeginort ,')), maxLength: 40 });
    fc.assert(
      fc.property(fc.constantFrom(...refusing), words, words, (text, before, after) => {
        assert.ok(forbidsChanging(`${before}. ${text} ${after}`));
      }),
    );
  });
});
