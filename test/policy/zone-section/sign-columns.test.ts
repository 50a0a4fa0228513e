import assert from 'node:assert/strict';
import { isSignLegend } from '../../../src/policy/grammar/remarks/sign-legend.js';
import { demandsOn, describeRules, readSection } from '../../support/read-policy.js';

const demands = (body: string): string[] | undefined => demandsOn(readSection(body), 'docs/a.md');

describe('a table with signs in a column without a head', () => {
  const legend = '✅ PMs can touch, 👥 with an engineer, ⛔ PMs cannot touch';
  const table = (sign: string, head = ''): string =>
    `| ${head} | Path | Why |\n| --- | --- | --- |\n| ${sign} | \`docs/**\` | texts |\n| ⛔ | \`core/**\` | VAT |\n`;

  it('is read where a line beside it says what they mean', () => {
    assert.deepEqual(demands(`${table('✅')}\n${legend}\n`), []);
    assert.deepEqual(demands(`Legend: ${legend}.\n\n${table('🟢').replace('🟢', '✅')}`), []);
    assert.deepEqual(describeRules(readSection(`${table('👥')}\n${legend}\n`)), ['~ docs/**', '- core/**']);
  });

  it('locks what a red sign stands before', () => {
    const body = `${table('✅').replace('⛔', '🔴')}\n✅ PMs can touch, 🔴 PMs cannot touch\n`;
    assert.deepEqual(describeRules(readSection(body)), ['+ docs/**', '- core/**']);
  });

  for (const body of [
    table('✅'),
    `${table('✅')}\n## Reviews\n${legend}\n`,
    `\`\`\`\n${legend}\n\`\`\`\n\n${table('✅')}`,
    `${table('✅')}\n✅ reviewed, ⛔ PMs cannot touch\n`,
    `${table('✅')}\n✅ PMs can touch in May, ⛔ PMs cannot touch\n`,
    `${table('✅')}\n✅ PMs cannot touch, ⛔ PMs can touch\n`,
    `${table('✅')}\nOnce signed: ✅ PMs can touch\n`,
    `${table('✅')}\n✅ PMs can touch after Legal, ⛔ never\n`,
    `${table('✅')}\n✅ kann geändert werden\n`,
    `${table('✅', 'Reviewed')}\n${legend}\n`,
    `${table('✅ in May')}\n${legend}\n`,
    `${table('❓')}\n${legend}\n`,
    `${table('⛔')}\n${legend}\n`,
    `${table('👥')}\n${legend}\n`,
    `${table('')}\n${legend}\n`,
    `${table('~~✅~~')}\n${legend}\n`,
    `### PMs cannot touch\n\n${table('✅')}\n${legend}\n`,
    `${table('✅')}\n\nWords.\n\nWords.\n\n${legend}\n`,
    `| | | Path |\n|---|---|---|\n| ✅ | ⛔ | \`docs/**\` |\n\n${legend}\n`,
  ])
    it(`opens nothing else: ${JSON.stringify(body)}`, () => assert.equal(demands(body), undefined));

  it('has a legend of signs that mean what they look like', () => {
    assert.ok(isSignLegend('✅ = alone · 🤝 = with an engineer · 🚫 = never'));
    for (const line of ['', '⛔ never', '✅ never', '✅ yes, maybe', '✅ yes, ⛔ yes', '✅ PMs can touch once signed'])
      assert.ok(!isSignLegend(line), line);
  });

  it('is read with a head of two kinds of paths', () => {
    const body =
      '| Folder or file | PM may edit? | Remark |\n|---|---|---|\n| `docs/**` | yes | guides |\n| `lib/**` | no | code |\n';
    assert.deepEqual(describeRules(readSection(body)), ['+ docs/**', '- lib/**']);
  });
});
