import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../../support/read-policy.js';

const table = (head: string, ...rows: readonly string[]): string =>
  `| ${head} |\n|${' --- |'.repeat(head.split('|').length)}\n${rows.map((row) => `| ${row} |\n`).join('')}`;
const rules = (body: string): string[] => describeRules(readSection(body));

describe('a table with yes or no in the column of each answer', () => {
  it('is read row by row', () => {
    const zone = readSection(
      table(
        'What | Where | PM alone | PM with engineer | Conditions',
        'Texts | `i18n/**` | yes | yes | keep the keys',
        'Screens | `ui/**` | no | yes | –',
        'Sync | `sync/**`, `net/**` | ❌ | ❌ | –',
        'Docs | `docs/**` | ✅ | ❌ | –',
      ),
    );
    assert.deepEqual(describeRules(zone), [
      '+ i18n/** ["keep the keys"]',
      '~ ui/**',
      '- sync/**',
      '- net/**',
      '+ docs/**',
    ]);
    assert.deepEqual(describeProse(zone), []);
  });

  it('asks for an engineer where both are said and PMs do it alone by no word', () => {
    const body = table(
      'Path | Can change | Needs an engineer | PM',
      '`a/**` | yes | yes | yes',
      '`b/**` | no | no | no',
    );
    assert.ok(!rules(body).includes('+ a/**'));
    const [first] = rules(
      table('Path | Free for PMs | In pairs | Never', '`a/**` | yes | yes | no', '`b/**` | yes | no | no'),
    );
    assert.equal(first, '~ a/**');
  });

  it('may say never too', () => {
    const head = 'Path | PM alone | In pairs | Never';
    assert.deepEqual(rules(table(head, '`a/**` | yes | no | no', '`b/**` | no | no | yes')), ['+ a/**', '- b/**']);
    for (const row of ['`a/**` | no | no | no', '`a/**` | yes | no | yes'])
      assert.ok(!rules(table(head, row)).includes('+ a/**'), row);
  });

  it('takes a cell that is missing for one without a mark', () => {
    assert.deepEqual(rules(table('Path | PM alone | In pairs', '`a/**` | x', '`b/**` | | x')), ['+ a/**', '~ b/**']);
    assert.deepEqual(rules(table('What | Path | PM alone | In pairs', 'Docs | `a/**` | x |', 'Texts')), ['~ a/**']);
  });

  it('keeps sentences above it, which lead nothing', () => {
    const zone = readSection(
      `Two people wrote this in May.\n\n${table('Path | PM alone | In pairs', '`a/**` | yes | yes')}`,
    );
    assert.deepEqual(describeRules(zone), ['+ a/**']);
    assert.deepEqual(describeProse(zone), ['Two people wrote this in May.']);
  });

  for (const body of [
    table('Path | PM alone | In pairs', '`a/**` | yes | later'),
    table('Path | PM alone | In pairs', '`a/**` | x | ✓'),
    table('Path | PM alone | In pairs', '`a/**` | | '),
    table('Path | PM alone | In pairs | Read by Legal', '`a/**` | yes | yes | yes'),
    table('Path | Path | PM alone | In pairs', '`a/**` | `b/**` | yes | yes').replace(
      '| Path | Path',
      '| Path | Area of',
    ),
    table('Path | Designers alone | In pairs', '`a/**` | yes | yes'),
    table('Path | Alone | In pairs', '`a/**` | yes | yes'),
    table('Path | PM alone | On their own', '`a/**` | yes | yes'),
    table('Path | ~~PM alone~~ | In pairs', '`a/**` | yes | yes'),
    table('Path | PM alone | In pairs', '~~`a/**`~~ | yes | yes'),
    `Reviewed by:\n\n${table('Path | PM alone | In pairs', '`a/**` | yes | yes')}`,
    `PMs cannot touch:\n\n${table('Path | PM alone | In pairs', '`a/**` | yes | yes')}`,
    `PMs cannot touch these files.\n\n${table('Path | PM alone | In pairs', '`a/**` | yes | yes')}`,
  ])
    it(`opens nothing in any other form: ${body.replaceAll('\n', ' ')}`, () =>
      assert.ok(!rules(body).some((rule) => rule.startsWith('+'))));
});
