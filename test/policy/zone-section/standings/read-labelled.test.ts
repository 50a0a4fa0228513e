import assert from 'node:assert/strict';
import { splitLabel } from '../../../../src/policy/grammar/split-label.js';
import { demandsOn, describeProse, describeRules, readSection } from '../../../support/read-policy.js';

const rules = (body: string): string[] => describeRules(readSection(body));

describe('labels with their paths, wherever they stand in the section', () => {
  const expected = ['+ docs/**', '~ ui/**', '- src/**'];

  for (const body of [
    '**Safe to edit:** `docs/**`\n\n**Edit with an engineer:** `ui/**`\n\n**Do not edit:** `src/**`\n',
    '- PM: `docs/**`\n- PM + engineer: `ui/**`\n- engineer: `src/**`\n',
    'docs\n- PM: `docs/**`\n\nui\n- PM + engineer: `ui/**`\n\nsrc/\n- engineer: `src/**`\n',
    '### Copy\n\n`docs/**`: PMs, freely.\n\n### Texts\n\n`ui/**`: PMs with an engineer (Mia or Lou).\n\n### Pages\n\n`src/**`: no PMs.\n',
    '- `docs/**` PMs\n- `ui/**` PMs with an engineer\n- `src/**` engineers\n',
    '1. **Docs**\n   - `docs/**` — PM\n2. **Theme**\n   - `ui/**` — PM with engineer\n3. Modules and settings\n   - `src/**` — engineer\n',
    'Alone:\n\n- `docs/**`\n\nIn a pair: `ui/**`\n\nNot at all: `src/**`\n',
    'Self-service for PMs:\n\n- `docs/**`\n\nPairing needed:\n\n- `ui/**`\n\nNo PM access:\n\n- `src/**`\n',
    'Change on your own:\n\n- `docs/**`\n\nFind an iOS engineer first:\n\n- `ui/**`\n\nPlease leave alone:\n\n- `src/**`\n',
    '### Free for PMs\n\n| File | Condition |\n|---|---|\n| `docs/**` | none |\n\n### In pairs\n\n| File |\n|---|\n| `ui/**` |\n\n### Off limits\n\n| File | Reason |\n|---|---|\n| `src/**` | money |\n',
  ])
    it(`are read together: ${body.replaceAll('\n', ' ')}`, () => {
      const zone = readSection(body);
      assert.deepEqual(describeRules(zone), expected);
      assert.deepEqual(describeProse(zone), []);
    });

  it('keep what stands behind them as a condition', () => {
    const body =
      'Safe to edit after you told Support: `docs/**`\n\nPMs, if the tests pass: `i18n/**`\n\nEngineers: `src/**`\n';
    assert.deepEqual(rules(body), [
      '+ docs/** ["after you told support"]',
      '+ i18n/** ["if the tests pass"]',
      '- src/**',
    ]);
    assert.deepEqual(rules('- `docs/**` → PM alone, if the tests pass\n- `src/**` → not for PMs\n'), [
      '+ docs/** ["if the tests pass"]',
      '- src/**',
    ]);
  });

  for (const [line, words] of [
    ['Never: `src/**` – ask Erin before every merge', '`src/**` – ask Erin before every merge'],
    ['Never, and texts after Legal: `src/**`', 'Never, and texts after Legal: `src/**`'],
    ['`src/**` – engineers, who review each change', '`src/**`, who review each change'],
  ] as const)
    it(`ask about what they say beside a path that they close: ${line}`, () => {
      const zone = readSection(`PMs: \`docs/**\`\n\nEngineers: \`lib/**\`\n\n${line}\n`);
      assert.deepEqual(describeProse(zone), [words]);
      assert.ok(describeRules(zone).includes('- src/**'));
    });

  for (const body of [
    '- Docs from May\n  - `docs/**` — PM\n- Theme\n  - `src/**` — engineer\n',
    '- ~~Docs~~\n  - `docs/**` — PM\n- Theme\n  - `src/**` — engineer\n',
    '- [ ] Docs\n  - `docs/**` — PM\n- Theme\n  - `src/**` — engineer\n',
    '- Docs\n\n  Legal reads these.\n  - `docs/**` — PM\n- Theme\n  - `src/**` — engineer\n',
    '- Docs\n\n  > - `docs/**` — PM\n- Theme\n  - `src/**` — engineer\n',
    '- Prices\n  - `docs/**` — PM, never\n- Theme\n  - `src/**` — engineer\n',
    '### Reviewed by\n\nPMs: `docs/**`\n\nEngineers: `src/**`\n',
    'Reviewed by:\n\nPMs: `docs/**`\n\nEngineers: `src/**`\n',
    'Notify:\n\n- PM: `docs/**`\n- engineer: `src/**`\n',
    'Until May:\n\n- PM: `docs/**`\n- engineer: `src/**`\n',
    '### Linter\n\nYes: `docs/**`\n\n### PMs\n\nPMs with an engineer: `ui/**`\n\nNo: `src/**`\n',
    'Free: `docs/**`\n\nClosed: `src/**`\n',
    'Free until May: `docs/**`\n\nWith an engineer: `ui/**`\n\nNever: `src/**`\n',
    'PM, with Erin: `docs/**`\n\nengineer: `src/**`\n',
    'PM and QA: `docs/**`\n\nengineer: `src/**`\n',
    'PM: `docs/**`. Ask Erin first.\n\nengineer: `src/**`\n',
    'PM: `docs/**` on Mondays\n\nengineer: `src/**`\n',
    'PM `docs/**`\n\nengineer `src/**`\n',
    '- `docs/**` PMs, not yet\n- `src/**` engineers\n',
    '- `docs/**` PM; Erin looks at it\n- `src/**` engineers\n',
    '- `docs/**` PM*\n- `src/**` engineers\n\n* with Erin\n',
    '- `docs/**` PM\n- `src/**` engineers\n\nOn Fridays the first one is closed.\n',
    '### Reviews\n\n- PMs\n  - `docs/**`\n- Engineers\n  - `src/**`\n',
    'Wait for Erin in May.\n\n- PMs\n  - `docs/**`\n- Engineers\n  - `src/**`\n',
    'Reviewed by:\n\n- PMs\n  - `docs/**`\n- Engineers\n  - `src/**`\n',
    '- ~~PMs~~\n  - `docs/**`\n- Engineers\n  - `src/**`\n',
    '- [x] PMs\n  - `docs/**`\n- [ ] Engineers\n  - `src/**`\n',
    'apps/web in May\n- PM: `docs/**`\n- engineer: `src/**`\n',
  ])
    it(`open nothing, or ask, in any other form: ${body.replaceAll('\n', ' ')}`, () => {
      const demands = demandsOn(readSection(body), 'docs/a.md');
      assert.ok(demands === undefined || demands.length > 0);
    });
});

describe('splitLabel', () => {
  it('takes the longest label, and leaves what stands behind it', () => {
    assert.deepEqual(splitLabel('PMs, freely, once Legal agrees'), {
      label: { effect: 'allow', isOfPms: true },
      tail: ', once Legal agrees',
    });
    assert.equal(splitLabel('Never (tokens)')?.tail, ' (tokens)');
    assert.equal(splitLabel('PMs.')?.tail, '');
  });

  for (const text of ['', 'Erin', 'PMs, and Erin', 'PMs, 2031', 'PMs, with care', 'PMs – coming soon', 'PMs, right?'])
    it(`is none: ${text}`, () => assert.equal(splitLabel(text), undefined));

  it('reads a long text in time', () => {
    const began = performance.now();
    for (const part of ['pms, ', 'free (', ' once', '\t ', 'with an engineer – ']) splitLabel(part.repeat(20_000));
    assert.ok(performance.now() - began < 500);
  });
});

describe('a column that says who changes the paths', () => {
  const table = (head: string, ...cells: readonly string[]): string =>
    `| Path | ${head} |\n|---|---|\n${cells.map((cell, at) => `| \`${['docs/**', 'ui/**', 'src/**'][at] ?? ''}\` | ${cell} |\n`).join('')}`;

  it('is read where its cells say together what PMs may change', () => {
    for (const head of ['Who changes it', 'Who may edit this?', 'Edited by', 'Access for PMs'])
      assert.deepEqual(
        rules(table(head, 'PM', 'PM + engineer', 'engineer')),
        ['+ docs/**', '~ ui/**', '- src/**'],
        head,
      );
  });

  for (const body of [
    table('Who reviews it', 'PM', 'PM + engineer', 'engineer'),
    table('Who does not change it', 'PM', 'PM + engineer', 'engineer'),
    table('Who changes it', 'PM', 'PM + Legal', 'engineer'),
    table('Who changes it', '~~PM~~', 'PM + engineer', 'engineer'),
    table('Who changes it', 'PM and Legal', 'PM + engineer', 'engineer'),
  ])
    it(`opens nothing in any other form: ${body.replaceAll('\n', ' ')}`, () =>
      assert.ok(!rules(body).join().includes('+ docs/**')));

  it('is none where a row has no such cell', () => {
    const body = `${table('Who changes it', 'PM', 'PM + engineer', 'engineer')}| \`lib/**\` |\n`;
    assert.ok(!rules(body).join().includes('+'));
  });

  it('keeps what else a cell says', () => {
    assert.deepEqual(
      demandsOn(readSection(table('Who changes it', 'PM, after Legal', 'PM + engineer', 'engineer')), 'docs/a.md'),
      ['after legal'],
    );
  });
});
