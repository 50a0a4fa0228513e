import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

const copy = 'Copy:\n\n- `i18n/*.json`\n';
const docs = '**Docs**\n\n- `docs/**`\n';

/** A lead over labels of kinds of files, each with its list, with what is opened and closed. */
const rows: readonly (readonly [body: string, rules: readonly string[]])[] = [
  [`PMs can touch:\n\n${copy}\n${docs}`, ['+ i18n/*.json', '+ docs/**']],
  [`PMs can touch, after the training:\n\n${copy}`, ['+ i18n/*.json ["after the training"]']],
  [
    `PMs can touch:\n\n${copy}\nPMs cannot touch:\n\n${docs}\nPages:\n\n- \`pages/**\`\n`,
    ['+ i18n/*.json', '- docs/**', '- pages/**'],
  ],
  [
    `PMs can touch:\n\n${copy}\nTogether with an engineer:\n\n${docs}\nPMs can touch:\n\n- \`a/**\`\n`,
    ['+ i18n/*.json', '~ docs/**', '+ a/**'],
  ],
  [
    `PMs can touch:\n\nCopy:\n\n| Path | Notes |\n|---|---|\n| \`i18n/*.json\` | |\n\n${docs}`,
    ['+ i18n/*.json', '+ docs/**'],
  ],
  // It ends where anything else stands.
  [`PMs can touch:\n\n${copy}\nNow the others.\n\n${docs}`, ['+ i18n/*.json', '~ docs/**']],
  [`PMs can touch:\n\n${copy}\n---\n\n${docs}`, ['+ i18n/*.json', '~ docs/**']],
  [`PMs can touch:\n\n${copy}\n> A word.\n\n${docs}`, ['+ i18n/*.json', '~ docs/**']],
  [`PMs can touch:\n\n${copy}\n### Drafts\n\n${docs}`, ['+ i18n/*.json', '~ docs/**']],
  [`PMs can touch:\n\n${copy}\nFrozen docs:\n\n- \`a/**\`\n\n${docs}`, ['+ i18n/*.json', '- a/**', '~ docs/**']],
  [`PMs can touch:\n\n${copy}\nText drafts:\n\n- \`docs/**\`\n`, ['+ i18n/*.json', '~ docs/**']],
  // Words that are no kind of files lead nothing, and a sentence that forbids is no lead.
  [`PMs can touch:\n\nSoon:\n\n- \`a/**\`\n\n${docs}`, ['~ a/**', '~ docs/**']],
  [`Never edit generated files.\n\n${copy}`, ['~ i18n/*.json']],
];

describe('a lead over labels of kinds of files', () => {
  for (const [body, rules] of rows)
    it(JSON.stringify(body), () => assert.deepEqual(describeRules(readSection(body)), rules));

  it('asks for nothing, and is no error where it forbids', () => {
    const zone = readSection(`PMs can touch:\n\n${copy}\nPMs cannot touch:\n\n${docs}`);
    assert.deepEqual([describeProse(zone), zone.problems], [[], []]);
  });

  it('has groups in a list that say nothing of what may change', () => {
    const body = 'PMs can touch:\n\n- Look\n  - `a.json` (two colours)\n- Misc\n  - `docs/**`\n- Later\n  - `b/**`\n';
    assert.deepEqual(describeRules(readSection(body)), ['+ a.json ["two colours"]', '+ docs/**', '~ b/**']);
  });
});
