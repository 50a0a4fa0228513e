import assert from 'node:assert/strict';
import { describeRules, readSection } from '../../support/read-policy.js';

const told = (body: string): readonly string[] => readSection(body).problems.map(({ message }) => message);

describe('what is told of an item under words that nobody knows', () => {
  const lead = 'Marta may work alone in:\n\n';

  it('is to write the lead where a word in it only limits what the item would open', () => {
    for (const item of [
      '`content/**/*.yml` (not `core.yml`)',
      '`img/**`, never over 200 KB',
      '`a/**` – values only, don’t rename keys',
    ]) {
      const [message = ''] = told(`${lead}- ${item}\n`);
      assert.match(message, /is locked, since “Marta may work alone in:” is no known way .* in its place\.$/u, item);
      assert.ok(
        describeRules(readSection(`PMs can touch:\n\n- ${item}\n`)).some((rule) => rule.startsWith('+')),
        item,
      );
    }
  });

  it('is to write lists where it is a sentence', () => {
    const [message = ''] = told('Who may do what:\n\n- Everyone here edits `a/**` now.\n');
    assert.match(message, /, since this is no known way .* Write its paths as a list under “PMs can touch:”/u);
  });

  it('is the word that keeps PMs out where it keeps them out of the path', () => {
    for (const item of ['`b/**` not for PMs', '`c/**` (not yet)', '`d/**` never'])
      assert.match(told(`${lead}- ${item}\n`)[0] ?? '', /“(?:not|never)” in it keeps PMs out/u, item);
  });
});

describe('what is told of a table in no known form', () => {
  it('is how each of three answers is written', () => {
    const table = (head: string, ...cells: readonly string[]): string =>
      `| Path | ${head} |\n|---|---|\n${cells.map((cell, at) => `| \`${String.fromCharCode(97 + at)}/**\` | ${cell} |\n`).join('')}`;
    const [message = ''] = told(table('Level', 'one', 'two', 'three'));
    const answers = [...message.matchAll(/“(yes|with an engineer|no)”/gu)].map(([, answer = '']) => answer);
    assert.deepEqual(describeRules(readSection(table('PMs can touch', ...answers))), ['+ a/**', '~ b/**', '- c/**']);
  });
});

describe('what is told of a table that is known, under words that nobody knows', () => {
  const table = '| Path | Notes |\n|---|---|\n| `a/**` | guides |\n';

  it('is to write the lead', () => {
    const [message = ''] = told(`What Marta edits alone:\n\n${table}`);
    assert.match(message, /“What Marta edits alone:” is no known way .* in its place\.$/u);
    assert.deepEqual(describeRules(readSection(`PMs can touch:\n\n${table}`)), ['+ a/** ["guides only"]']);
  });
});

describe('a heading that says once more that PMs are free', () => {
  const table = '| Path | PMs can touch | Condition |\n|---|---|---|\n| `docs/**` | yes | none |\n';

  it('demands nothing of what a table under it opens', () =>
    assert.deepEqual(describeRules(readSection(`### 1. Free for PMs\n\n${table}`)), ['+ docs/**']));

  it('is a condition where it says more', () =>
    assert.deepEqual(describeRules(readSection(`### Free for PMs in May\n\n${table}`)), [
      '+ docs/** ["free for pms in may"]',
    ]));
});
