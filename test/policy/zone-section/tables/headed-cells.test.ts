import assert from 'node:assert/strict';
import { readLead } from '../../../../src/policy/grammar/leads/read-lead.js';
import { describeRules, readSection } from '../../../support/read-policy.js';

const rules = (head: string, cell: string): string[] =>
  describeRules(readSection(`| Path | PMs | ${head} |\n| --- | --- | --- |\n| \`docs/**\` | yes | ${cell} |\n`));

describe('a cell under a head of its own', () => {
  for (const [head, cell, rule] of [
    ['Frozen', '✓', '- docs/**'],
    ['Engineers only', 'yes', '- docs/**'],
    ['With an engineer', 'x', '~ docs/**'],
    ['Frozen', 'no', '+ docs/**'],
    ['Legal', '✅', '+ docs/** ["Legal: ✅"]'],
    ['Approvals', '2', '+ docs/** ["Approvals: 2"]'],
    ['Review?', 'Y', '+ docs/** ["Review: Y"]'],
    ['Sign-off', 'Paul', '+ docs/** ["Sign-off: Paul"]'],
    ['Only', 'handbook', '+ docs/** ["Only: handbook"]'],
    ['Ask', 'Erin', '+ docs/** ["Ask: Erin"]'],
    ['Approver', 'Finance', '+ docs/** ["Approver: Finance"]'],
    ['Approver', 'none', '+ docs/**'],
    ['Approver', 'no', '~ docs/**'],
    ['Approver', 'not yet', '- docs/**'],
    ['Engineer needed', 'yes', '~ docs/**'],
    ['Who to ask', 'Erin', '+ docs/**'],
    ['Purpose', 'Handbook', '+ docs/**'],
    ['Purpose', 'User-facing strings', '+ docs/**'],
    ['Care', 'additions only', '+ docs/** [additions-only]'],
    ['Legal', 'a lawyer reads each page', '+ docs/** ["a lawyer reads each page"]'],
    ['Legal', '', '+ docs/**'],
    ['Legal', '–', '+ docs/**'],
    ['Notes', '2', '+ docs/** ["2"]'],
    ['✨', '2', '+ docs/** ["2"]'],
  ] as const)
    it(`${head} | ${cell}`, () => assert.deepEqual(rules(head, cell), [rule]));

  it('takes out what stands under “Except”', () => {
    assert.deepEqual(rules('Except', '`docs/legal/**`'), ['+ docs/**', '- docs/legal/**']);
    assert.deepEqual(rules('Exceptions', 'legal pages'), ['~ docs/**']);
    for (const none of ['', '–', 'none', 'no']) assert.deepEqual(rules('Except', none), ['+ docs/**'], none);
  });

  it('opens nothing where it takes something out, is struck through or stands under a struck head', () => {
    for (const [head, cell] of [
      ['Legal', 'never'],
      ['Legal', '~~2~~'],
      ['~~Legal~~', '2'],
    ] as const)
      assert.ok(!rules(head, cell).some((rule) => rule.startsWith('+')), `${head} | ${cell}`);
  });

  it('changes nothing of a row that is closed, or of a cell more than there are heads', () => {
    const body = '| Path | PMs | Frozen |\n| --- | --- | --- |\n| `a/**` | no | no | x |\n| `b/**` | yes | no | x |\n';
    assert.deepEqual(describeRules(readSection(body)), ['- a/**', '+ b/** ["x"]']);
  });
});

describe('a block of code whose lines have signs', () => {
  const block = (lead: string, line: string): string[] =>
    describeRules(readSection(`${lead}\n\n\`\`\`\ndocs/**\n${line}\n\`\`\`\n`));

  it('opens nothing where a sign takes a path back', () => {
    for (const sign of ['-', '~', '−', '+'])
      assert.deepEqual(block('PMs can touch:', `${sign}docs/legal/**`), ['~ docs/**', '~ docs/legal/**']);
  });

  it('is read as ever where a name only has one, and on a list that forbids', () => {
    assert.deepEqual(block('PMs can touch:', 'a-b/**'), ['+ docs/**', '+ a-b/**']);
    assert.deepEqual(block('PMs cannot touch:', '-x/**'), ['- docs/**', '- x/**']);
  });
});

describe('signs and counts that only say yes or how many', () => {
  const ruleOf = (body: string): string => describeRules(readSection(body)).join(', ');
  const table = (heads: string, cells: string): string =>
    `| ${heads} |\n|${' --- |'.repeat(heads.split('|').length)}\n| ${cells} |\n`;

  it('are read with a permission', () => {
    assert.equal(ruleOf(table('Path | PMs', '`docs/**` | yes ✅')), '+ docs/**');
    assert.equal(ruleOf(table('Path | May PMs change it?', '`docs/**` | ✅')), '+ docs/**');
    assert.equal(ruleOf(table('Path | PMs | Files', '`docs/**` | yes | 13')), '+ docs/**');
    assert.equal(ruleOf(table('Path | PMs | Number of texts', '`docs/**` | yes | 130')), '+ docs/**');
    for (const lead of ['PMs can touch ✅', 'PMs can touch 👍:', '### PMs can touch ✅'])
      assert.equal(ruleOf(`${lead}\n\n- \`docs/**\`\n`), '+ docs/**', lead);
    for (const lead of [
      'PMs can touch: (no engineer needed)',
      'PMs can touch at any time:',
      'PMs can edit whenever they like:',
    ])
      assert.equal(ruleOf(`${lead}\n\n- \`docs/**\`\n`), '+ docs/**', lead);
    assert.equal(ruleOf('PMs, welcome! You can touch:\n\n- `docs/**`\n'), '+ docs/**');
  });

  it('open nothing with more words, or with another sign', () => {
    assert.equal(ruleOf(table('Path | PMs', '`docs/**` | yes ✅ after May')), '~ docs/**');
    assert.equal(ruleOf(table('Path | PMs', '`docs/**` | yes 🔒')), '- docs/**');
    assert.equal(ruleOf(table('Path | Must PMs change it?', '`docs/**` | ✅')), '~ docs/**');
    assert.equal(ruleOf(table('Path | PMs | Files', '`docs/**` | yes | `a/**`')), '~ docs/**, ~ a/**');
    assert.equal(ruleOf(table('Path | PMs | Pages', '`docs/**` | yes | 3')), '+ docs/** ["Pages: 3"]');
    assert.equal(ruleOf(table('Path | PMs | Files', '')), '');
    assert.equal(ruleOf('PMs can touch 🔒:\n\n- `docs/**`\n'), '- docs/**');
    assert.equal(ruleOf('PMs can touch: (engineer needed)\n\n- `docs/**`\n'), '~ docs/**');
    assert.equal(ruleOf('PMs can touch at any time after May:\n\n- `docs/**`\n'), '+ docs/** ["after may"]');
    assert.equal(ruleOf('Designers, welcome! You can touch:\n\n- `docs/**`\n'), '~ docs/**');
    assert.equal(ruleOf('PMs, hold on. You can touch:\n\n- `docs/**`\n'), '~ docs/**');
  });

  it('are read in time, however many they are', () => {
    const began = performance.now();
    const text = `PMs can touch ${'✅'.repeat(100_000)}!`;
    assert.equal(readLead({ tokens: [], source: text, words: text, isOdd: false, line: 1 }).effect, 'unknown');
    assert.ok(performance.now() - began < 3000);
  });

  it('is no condition what lies there too, or where it can be seen', () => {
    for (const tail of [
      '(including the images)',
      '(incl. screenshots)',
      '(published at docs.example.com)',
      '(built with Docusaurus)',
    ])
      assert.equal(ruleOf(`PMs can touch:\n\n- \`docs/**\` ${tail}\n`), '+ docs/**', tail);
    for (const tail of ['including a screenshot of it', 'published at noon', 'built with Erin'])
      assert.equal(ruleOf(`PMs can touch:\n\n- \`docs/**\` (${tail})\n`), `+ docs/** ["${tail}"]`);
  });
});

describe('a state in which nothing is open, beside a path', () => {
  const ruleOf = (tail: string): string =>
    describeRules(readSection(`PMs can touch:\n\n- \`docs/**\` ${tail}\n`)).join(', ');

  for (const tail of [
    '(closed)',
    '– paused',
    '(planned)',
    '(archived)',
    '(t.b.d.)',
    '(under discussion)',
    '(to be confirmed)',
    '(wip)',
  ])
    it(`opens nothing: ${tail}`, () => assert.equal(ruleOf(tail), '~ docs/**'));

  it('is a condition with more words', () => {
    assert.equal(ruleOf('(archived pages)'), '+ docs/** ["archived pages"]');
    assert.equal(ruleOf('(closed questions end in a full stop)'), '+ docs/** ["closed questions end in a full stop"]');
  });
});
