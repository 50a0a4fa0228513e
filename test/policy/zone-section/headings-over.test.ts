import assert from 'node:assert/strict';
import { describeRules, readSection } from '../../support/read-policy.js';

const rulesOf = (...lines: readonly string[]): string[] => describeRules(readSection(lines.join('\n')));

describe('what stands over what a section opens', () => {
  const table = ['| Path | PM |', '|---|---|', '| `docs/**` | yes |'];
  const forms: Record<string, readonly string[]> = {
    'a list': ['- `docs/**`'],
    'a sentence': ['PMs can touch `docs/**`.'],
    'a list of sentences': ['- PMs can touch `docs/**`.'],
    'a table': table,
    'a table of leads': ['| PMs can touch |', '|---|', '| `docs/**` |'],
    'a block of globs': ['```', 'docs/**', '```'],
  };
  for (const [form, lines] of Object.entries(forms)) {
    it(`demands what a heading says of ${form}`, () => {
      assert.deepEqual(rulesOf('### PMs can touch after design review', '', ...lines), [
        '+ docs/** ["after design review"]',
      ]);
    });

    it(`keeps ${form} in the folder that a heading names`, () => {
      const opens = ['### `src/i18n/`', '', ...(form === 'a block of globs' ? ['PMs can touch:', ''] : []), ...lines];
      assert.deepEqual(rulesOf(...opens), ['~ docs/**']);
      assert.deepEqual(rulesOf(...opens.map((line) => line.replace('docs/**', 'src/i18n/de/**'))), [
        '+ src/i18n/de/**',
      ]);
    });
  }

  it('demands what a heading that is no known form says of the rows of a table that open', () => {
    assert.deepEqual(rulesOf('### Before the launch', '', ...table), ['+ docs/** ["before the launch"]']);
    assert.deepEqual(rulesOf('### Before the launch', '', 'A word:', '', ...table), [
      '+ docs/** ["before the launch"]',
    ]);
  });

  it('keeps a list in each folder that headings over one another name', () => {
    assert.deepEqual(rulesOf('### `src/`', '', '#### `docs/`', '', 'PMs can touch:', '', '- `docs/a.md`'), [
      '~ docs/a.md',
    ]);
    assert.deepEqual(rulesOf('### `src/`', '', '#### `src/docs/`', '', 'PMs can touch:', '', '- `src/docs/a.md`'), [
      '+ src/docs/a.md',
    ]);
  });
});

describe('a list of sentences', () => {
  const list = [
    '- PMs can touch: `docs/`, `README.md`',
    '- PMs can touch with an engineer: `src/help/`',
    '- PMs cannot touch: `src/`',
  ];
  const opened = ['+ docs/', '+ README.md', '~ src/help/', '- src/'];

  it('says by itself what it opens and closes, first in the zone and under a kind of files', () => {
    assert.deepEqual(rulesOf(...list), opened);
    assert.deepEqual(rulesOf('### Rules', '', ...list), opened);
  });

  it('demands what its lead demands', () => {
    assert.deepEqual(rulesOf('PMs can touch once design has agreed:', '', '- PMs can touch `docs/**`.'), [
      '+ docs/** ["once design has agreed"]',
    ]);
  });

  it('leaves the items of another list behind it to their own words', () => {
    const other = ['', '* `src/auth/**` – never', '* `src/help/**`'];
    for (const lead of [[], ['PMs can touch:', '']])
      assert.deepEqual(rulesOf(...lead, '- PMs can touch `docs/**`.', ...other), [
        '+ docs/**',
        '- src/auth/**',
        '+ src/help/**',
      ]);
  });

  it('opens nothing where one of its items is not known', () => {
    assert.deepEqual(rulesOf(...list, '- All of this from 2027 on.'), [
      '~ docs/',
      '~ README.md',
      '~ src/help/',
      '- src/',
    ]);
  });
});
