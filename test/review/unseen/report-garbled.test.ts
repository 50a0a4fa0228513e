import assert from 'node:assert/strict';

import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { findNewGarbled } from '../../../src/review/unseen/find-garbled.js';
import type { SideFiles } from '../../support/review-context.js';
import { runChecks } from '../../support/run-checks.js';

const found = async (head: SideFiles, base: SideFiles = {}): Promise<readonly string[]> =>
  (await runChecks([copyCatalog], { base, head })).map(
    ({ path, line, severity, message }) => `${path}:${line} ${severity ?? 'needs-fix'} ${message.slice(0, 40)}`,
  );
const text = (value: string): SideFiles => ({ 'locales/de.json': `{\n"a": ${JSON.stringify(value)}\n}\n` });

describe('letters that came out wrong', () => {
  for (const value of ['Gr\ufffd\ufffde', 'GrÃ¶ÃŸe', 'Donâ€™t', 'Â© Acme', 'x \ud83d', 'x \ude00'])
    it(`are told of a text: ${JSON.stringify(value)}`, async () => {
      assert.equal((await found(text(value), text('x'))).length, 1);
      assert.match((await found(text(value), text('x'))).join(), /^locales\/de\.json:2 needs-fix “a” has /);
      assert.deepEqual(await found(text(`${value}!`), text(value)), []);
      assert.equal((await found(text(`${value}${value}`), text(value))).length, 1);
    });

  it('are none where people write so', () => {
    for (const right of [
      'Größe',
      'NÃO',
      'MAÇÃ”',
      'MAÇû',
      'AMANHÃ…',
      'AMANHÃ – já',
      'groß“',
      '👩‍👩‍👧 🎉',
      '© 2026',
      'Â ',
      'Å–Ö',
      '100 €',
    ])
      assert.equal(findNewGarbled(right, undefined), undefined, right);
  });

  it('are told of prompts and other prose, at their line', async () => {
    assert.deepEqual(await found({ 'home/prompts/hi.md': 'Be kind.\nGrÃ¶ÃŸe\n' }), [
      'home/prompts/hi.md:2 needs-fix This line has “Ã¶” in it, which comes of',
    ]);
    assert.deepEqual(await found({ 'home/prompts/hi.md': 'x \ud83d' }), [
      'home/prompts/hi.md:1 needs-fix This line has half a sign in it, which c',
    ]);
    assert.deepEqual(await found({ 'src/a.ts': 'const a = "GrÃ¶ÃŸe";\n' }), []);
  });
});

describe('what two people changed and nobody settled', () => {
  const marked = (a: string, b: string): string => `x=y\n<<<<<<< HEAD\n${a}\n=======\n${b}\n>>>>>>> main\n`;

  it('is told of texts, prompts and pages', async () => {
    for (const path of ['locales/messages_en.properties', 'home/prompts/hi.txt', 'docs/guide.md']) {
      const [first] = await found({ [path]: marked('a=A', 'a=B') }, { [path]: 'x=y\na=A\n' });
      assert.equal(first, `${path}:2 blocker What you and somebody else changed here `);
    }
  });

  it('is none that is shown as code, that was there before, or that has no end', async () => {
    const page = `# Git\n\n\`\`\`text\n${marked('a', 'b')}\`\`\`\n`;
    assert.deepEqual(await found({ 'docs/guide.md': page }), []);
    const path = 'home/prompts/hi.txt';
    assert.deepEqual(await found({ [path]: `${marked('a', 'b')}c\n` }, { [path]: marked('a', 'b') }), []);
    assert.deepEqual(await found({ [path]: '<<<<<<< HEAD\n=======\n' }), []);
  });
});
