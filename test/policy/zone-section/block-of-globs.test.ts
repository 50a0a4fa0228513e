import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

describe('a block of globs', () => {
  const under = (lead: string, ...lines: readonly string[]): string =>
    `PMs can touch:\n\n- \`docs/**\`\n\n${lead}\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`;

  it('may name a file at the root, with a remark behind it', () => {
    const zone = readSection(under('Together with an engineer:', 'astro.config.mjs  # the build', 'src/components/**'));
    assert.deepEqual(describeRules(zone), ['+ docs/**', '~ astro.config.mjs', '~ src/components/**']);
    assert.deepEqual(describeProse(zone), []);
    assert.deepEqual(describeRules(readSection(under('PMs cannot touch:', 'astro.config.mjs', 'src/**'))), [
      '+ docs/**',
      '- astro.config.mjs',
      '- src/**',
    ]);
  });

  it('is said to stand under words that are no known way', () => {
    const said = (heading: string): string | undefined =>
      readSection(`### ${heading}\n\n- \`docs/**\`\n`).problems.find(({ severity }) => severity === 'warning')?.message;
    assert.match(String(said('OK for now')), /since “OK for now” is no known way/u);
    assert.match(String(said('~~Rules~~')), /since “Rules” is no known way/u);
  });

  it('keeps words among them', () => {
    assert.deepEqual(describeProse(readSection(under('Together with an engineer:', 'prices', 'src/**'))), ['prices']);
  });
});
