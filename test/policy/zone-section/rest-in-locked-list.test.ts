import assert from 'node:assert/strict';
import { demandsOn, readSection } from '../../support/read-policy.js';

describe('“everything else” in a list that locks', () => {
  const list = (item: string): string => `PMs can touch:\n\n- \`docs/**\`\n\nPMs cannot touch:\n\n- ${item}\n`;
  for (const item of [
    'everything else',
    'Everything else.',
    'the rest',
    'all other files',
    'anything not listed above',
    'all paths not mentioned',
    'whatever is left',
  ])
    it(`closes nothing of what is open: ${item}`, () => {
      const zone = readSection(list(item));
      assert.deepEqual(demandsOn(zone, 'docs/a.md'), []);
      assert.deepEqual(zone.problems, []);
    });

  for (const item of [
    'everything',
    'everything in December',
    'everything else in December',
    'everything else, and docs',
    'all files',
    'the rest of docs',
    'everything else ~~here~~',
    'alles andere',
    'anything listed above',
    'anything not listed above in May',
    'all paths not mentioned, and docs',
    'whatever is left of docs',
    'the rest of the week',
  ])
    it(`is an error with other words: ${item}`, () => {
      assert.ok(readSection(list(item)).problems.some(({ severity }) => severity === 'error'));
    });
});

describe('whom to ask in a list that locks', () => {
  const list = (item: string): string =>
    `PMs can touch:\n\n- \`docs/**\`\n\nPMs cannot touch:\n\n- \`src/**\`\n- ${item}\n`;
  for (const item of ['Contact. Data office, extension 4410.', 'Contact: @erin', 'Questions: Erin Vos (@erin)'])
    it(`closes nothing, and is no error: ${item}`, () => {
      const zone = readSection(list(item));
      assert.deepEqual(demandsOn(zone, 'docs/a.md'), []);
      assert.deepEqual(zone.problems, []);
    });

  it('locks a path that stands there', () => {
    assert.ok(readSection(list('Contact: `lib/a.ts`')).rules.some(({ glob }) => glob === 'lib/a.ts'));
  });

  for (const item of [
    'Contact. Legal signs each text.',
    'Contact: Data office before you merge.',
    'Contact Erin first.',
    'Contact: @erin, @must-approve',
    'Contact: ~~@erin~~',
    'Contact forms',
    'Contacts',
    'Contact: payments',
    'Questions of billing',
    'Questions: all in pairs',
    'Questions? Pair.',
    'Erin Vos, extension 4410.',
    'Kontakt: Recht.',
  ])
    it(`is an error with other words: ${item}`, () => {
      assert.ok(readSection(list(item)).problems.some(({ severity }) => severity === 'error'));
    });
});
