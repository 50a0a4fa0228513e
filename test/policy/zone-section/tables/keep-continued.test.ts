import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../../support/read-policy.js';

const table = (...rows: readonly string[]): string =>
  `| Path | PMs | Note |\n|---|---|---|\n| \`docs/**\` | yes | |\n${rows.map((row) => `${row}\n`).join('')}| \`src/**\` | no | |\n`;

describe('a row with an empty cell of paths', () => {
  it('goes on with the row above, so that what it says is kept', () => {
    for (const [row, words] of [
      ['| | yes | only typos |', 'yes – only typos'],
      ['| | not on Fridays | |', 'not on Fridays'],
      ['| | | with Erin |', 'with Erin'],
    ] as const) {
      const zone = readSection(table(row));
      assert.deepEqual(describeProse(zone), [words]);
      assert.deepEqual(describeRules(zone), ['+ docs/**', '- src/**']);
    }
  });

  it('says nothing where it holds a sign or neutral words', () => {
    for (const row of ['| | | |', '| | yes | |', '| | – | – |', '| | | See [the guide](https://acme.example). |'])
      assert.deepEqual(describeProse(readSection(table(row))), [], row);
  });

  it('is so where its cell of paths is missing', () => {
    const body = '| PMs | Path |\n|---|---|\n| yes | `docs/**` |\n| only typos |\n| no | `src/**` |\n';
    assert.deepEqual(describeProse(readSection(body)), ['only typos']);
  });

  it('closes what it names in another cell', () => {
    const zone = readSection(table('| | | `docs/legal/**` is locked |'));
    assert.ok(describeRules(zone).includes('- docs/legal/**'));
  });
});
