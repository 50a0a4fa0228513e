import assert from 'node:assert/strict';
import { demandsOn, describeRules, readSection } from '../../support/read-policy.js';

const lists = 'PMs can touch:\n\n- `src/**`\n- `docs/**`\n\n';

describe('paths without backticks in a folder that the section names', () => {
  for (const words of [
    'PMs cannot touch src/auth or docs/legal.',
    'PMs cannot touch: src/auth, docs/legal',
    'src/auth and docs/legal: engineers only.',
    '### Do not touch\n\nsrc/auth and docs/legal.',
    '#### src/auth\n\nLocked.\n\n#### docs/legal\n\nLocked.',
  ])
    it(`are closed: ${words.split('\n')[0]}`, () => {
      const zone = readSection(`${lists}${words}\n`);
      for (const path of ['src/auth/x.ts', 'docs/legal/a.md']) assert.equal(demandsOn(zone, path), undefined, path);
    });

  it('are none where no path of the section begins alike, or where they are code', () => {
    const zone = readSection(`${lists}PMs cannot copy/paste from and/or to \`src/a.ts\`.\n`);
    assert.deepEqual(describeRules(zone), ['+ src/**', '+ docs/**', '- src/a.ts']);
  });
});

describe('words under a heading that is a path', () => {
  it('close it where they are understood by nobody', () => {
    const zone = readSection(`${lists}#### \`docs/legal/**\`\n\nLegal decides.\n`);
    assert.equal(demandsOn(zone, 'docs/legal/a.md'), undefined);
    assert.deepEqual(demandsOn(zone, 'docs/a.md'), ['Legal decides.']);
  });

  it('close it with an engineer where they say that', () => {
    const zone = readSection(`${lists}#### docs/legal\n\nWith an engineer.\n`);
    assert.ok(describeRules(zone).includes('~ docs/legal'), describeRules(zone).join());
  });
});

describe('the title of a column that is a path', () => {
  for (const no of ['no', '❌', 'locked', 'Not allowed.'])
    it(`locks it where a cell says “${no}”`, () => {
      const zone = readSection(`${lists}| | src/auth | \`docs/**\` |\n| --- | --- | --- |\n| PMs | ${no} | yes |\n`);
      assert.ok(describeRules(zone).includes('- src/auth'), describeRules(zone).join());
      assert.ok(describeRules(zone).includes('~ docs/**'));
    });

  it('closes it where its rows have no cell for it', () => {
    const zone = readSection(`${lists}| | src/auth |\n| --- | --- |\n| PMs |\n`);
    assert.ok(describeRules(zone).includes('~ src/auth'));
  });
});
