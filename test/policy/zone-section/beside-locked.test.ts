import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

const read = (item: string): readonly string[] =>
  describeProse(
    readSection(
      `PMs can touch:\n\n- \`content/**\`\n- \`web/i18n/*.json\`\n\nPMs cannot touch:\n\n- ${item}\n- \`content/legal/**\`\n`,
    ),
  );

describe('words behind an item that locks', () => {
  for (const item of [
    '`backend/**`, and content in december',
    '`backend/**` and content in december',
    '`backend/**`; the texts too',
    '`backend/**` (content as well in december)',
    '`backend/**` (so is content)',
    '`backend/**` – same for the docs',
    '`backend/**`, likewise i18n',
    '`backend/**` plus the copy of the shop',
    '`backend/**`, also every prompt',
    '`backend/**` & all texts in German',
    '`backend/**`. Content too.',
    '`backend/**`. Content only in May.',
    '`backend/**`, content only with Legal',
    '`backend/**`, content never on Fridays',
    '`backend/**` (content must be signed by Erin)',
    '`backend/**` and everything else in December',
    '`backend/**`, and the list above until May',
    '`backend/**` and, during the freeze, translations',
    '`backend/**` und content im Dezember',
    '`backend/**` et content en décembre',
    '`backend/**` y content en diciembre',
    '`backend/**` together with the words in German',
    '`backend/**` + copy',
    '`backend/**` not to speak of content',
    '`backend/**` and nothing of content on weekends',
  ])
    it(`are kept where they speak of what is open: ${item}`, () => {
      assert.equal(read(item).length, 1);
    });

  for (const item of [
    '`backend/**`',
    '`backend/**` (VAT)',
    '`backend/**` and `jobs/**`',
    '`backend/**`, `jobs/**` and their tests',
    '`backend/**` (revenue, and nobody quite understands it)',
    '`backend/**` and everything below it',
    '`backend/**` and anything else to do with money',
    '`content/legal/**` (counsel writes these texts, and signs them)',
    '`content/terms/**` – imprint and terms',
    '`backend/mails/**` – texts that a court reads',
    '`prisma/**` – migrations run on deploy and can’t be taken back',
  ])
    it(`are no condition where they are about what it locks: ${item}`, () => {
      assert.deepEqual(read(item), []);
    });

  it('lock what the item names in any case', () => {
    const zone = readSection('PMs can touch:\n\n- `docs/**`\n\nPMs cannot touch:\n\n- `lib/**`, and docs in May\n');
    assert.deepEqual(describeRules(zone), ['+ docs/**', '- lib/**']);
  });
});
