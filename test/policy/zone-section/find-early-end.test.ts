import assert from 'node:assert/strict';
import { readPolicy } from '../../support/read-policy.js';

const told = (text: string): readonly string[] =>
  readPolicy(text)?.problems.flatMap(({ line, message }) =>
    /ends the PM zone/u.test(message) ? [`${line}: ${message}`] : [],
  ) ?? [];

describe('a heading that ends the section too early', () => {
  it('is told, with the heading to write', () => {
    for (const title of ['Editable by product owners', 'PMs may edit', 'Free'])
      assert.match(
        told(`## PM zone\n\nOwners: Rahul Menon.\n\n${title}\n---\n* \`docs/**\`\n`).join(),
        new RegExp(`^5: “${title}” ends the PM zone, .* like “### ${title}”, and so each further`, 'u'),
      );
  });

  for (const text of [
    '## PM zone\n\n### PMs may edit\n\n- `docs/**`\n',
    '## PM zone\n\nPMs may edit:\n\n- `docs/**`\n\n## PMs may edit the wiki\n\n- `wiki/**`\n',
    '## PM zone\n\nWords.\n',
    '## PM zone\n\nWords.\n\n## Commands\n\n- `src/**`\n',
    '## PM zone\n\nWords.\n\n## PMs may edit\n\nWords.\n',
    '## PM zone\n\nWords.\n\n## PMs may edit\n\n- words\n',
    '## PMs may edit\n\n- `docs/**`\n\n## PM zone\n\nWords.\n',
  ])
    it(`is none in: ${text.replaceAll('\n', ' ')}`, () => assert.deepEqual(told(text), []));
});
