import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../../support/read-policy.js';

const table = (head: string, ...rows: readonly string[]): string =>
  `| ${head} |\n|${' --- |'.repeat(head.split('|').length)}\n${rows.map((row) => `| ${row} |\n`).join('')}`;
const rules = (body: string): string[] => describeRules(readSection(body));

describe('a table with paths in each column', () => {
  it('is read by the heads of its columns', () => {
    const zone = readSection(
      table(
        ' | PM alone | With engineer | Locked',
        'iOS | `ios/texts/**` | `ios/views/**` | `ios/net/**`',
        'Web | `web/texts/**`, `web/img/**` (PNG) | – | `web/server/**`',
        'Firmware | – | – | `firmware/**`',
      ),
    );
    assert.deepEqual(describeRules(zone), [
      '+ ios/texts/**',
      '~ ios/views/**',
      '- ios/net/**',
      '+ web/texts/** ["PNG only"]',
      '+ web/img/** ["PNG only"]',
      '- web/server/**',
      '- firmware/**',
    ]);
    assert.deepEqual(describeProse(zone), []);
  });

  it('has what names a row as a condition where it names more than the files', () => {
    const head = 'Area | PM alone | In pairs | Never';
    assert.deepEqual(rules(table(head, 'After launch | `a/**` | `b/**` | `c/**`')), [
      '+ a/** ["after launch"]',
      '~ b/**',
      '- c/**',
    ]);
  });

  it('needs no column that names its rows', () => {
    assert.deepEqual(rules(table('PM alone | In pairs | Never', '`a/**` except `a/x/**` | `b/**` | `c/**`')), [
      '+ a/**',
      '- a/x/**',
      '~ b/**',
      '- c/**',
    ]);
  });

  const row = '`a/**` | `b/**` | `c/**`';
  for (const body of [
    table('PM alone | In pairs | Reviewer', row),
    table('Area | From | PM alone | In pairs | Never', `x | May | ${row}`),
    table('From | PM alone | In pairs | Never', `May | ${row}`),
    table('Area | PM alone | In pairs | Never', `frozen | ${row}`),
    table('Area | PM alone | In pairs | Never', `not yet | ${row}`),
    table('Area | PM alone | In pairs | Never', `~~Web~~ | ${row}`),
    table('Area | PM alone | In pairs | Never', `\`web/\` | ${row}`),
    table('Area | PM alone | In pairs | Never', 'Web | `a/**` | `b/**` | everything else'),
    table('Area | ~~PM alone~~ | In pairs | Never', `Web | ${row}`),
    table('Area | Yes | No', 'Web | `a/**` | `b/**`'),
    `Reviewed by:\n\n${table('PM alone | In pairs | Never', row)}`,
    `Reviews are done by\n\n${table('Area | PM | Engineer', 'Web | `a/**` | `b/**`')}`,
    `PMs cannot touch:\n\n${table('PM alone | In pairs | Never', row)}`,
    `### Together with an engineer\n\n${table('PM alone | In pairs | Never', row)}`,
  ])
    it(`opens nothing in any other form: ${body.replaceAll('\n', ' ')}`, () =>
      assert.ok(!rules(body).some((rule) => rule.startsWith('+'))));
});
