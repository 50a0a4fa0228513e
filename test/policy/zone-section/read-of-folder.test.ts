import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

const rules = (body: string): string[] => describeRules(readSection(`${body}\n`));

describe('a sentence under a heading that is paths alone', () => {
  it('says who changes these', () => {
    const zone = readSection(
      [
        '### `locales/`\n\nPMs edit these files themselves.',
        '### `docs/**`\n\nProduct managers may change the files here.',
        '### `sections/` and `snippets/`\n\nPMs edit these together with an engineer.',
        '### `config/data.json`\n\nOff limits.',
        '### assets/img\n\nOnly in pairs.\n',
      ].join('\n\n'),
    );
    assert.deepEqual(
      [...new Set(describeRules(zone))],
      ['+ locales/', '+ docs/**', '~ sections/', '~ snippets/', '- config/data.json'],
    );
  });

  for (const body of [
    '### `docs/`\n\nPMs edit these files themselves, once Legal agrees.',
    '### `docs/`\n\nPMs edit these files themselves. Not in May.',
    '### `docs/`\n\nPMs edit these files.',
    '### `docs/`\n\nEngineers edit these files themselves.',
    '### `docs/` (old)\n\nPMs edit these files themselves.',
    '### `docs/` but not `docs/legal/`\n\nPMs edit these files themselves.',
    '### `docs/` and\n\nPMs edit these files themselves.',
    '### ~~`docs/`~~\n\nPMs edit these files themselves.',
    '### `docs/`\n\n~~PMs edit these files themselves.~~',
    '### Docs\n\nPMs edit these files themselves.',
    '### `docs/` and `guides/`\n\nPMs edit these files themselves.',
    '### Locked\n\n#### `docs/`\n\nPMs edit these files themselves.',
    '### Together with an engineer\n\n#### `docs/`\n\nPMs edit these files themselves.',
  ])
    it(`opens nothing in any other form: ${body.replaceAll('\n', ' ')}`, () =>
      assert.deepEqual(
        rules(body).filter((rule) => rule.startsWith('+')),
        [],
      ));

  it('keeps what a paragraph below it demands', () => {
    const zone = readSection('### `docs/`\n\nPMs edit these files themselves.\n\nLegal reads each page.\n');
    assert.deepEqual(describeProse(zone), ['Legal reads each page.']);
  });
});

describe('what the signs of a list mean', () => {
  const list = '- ✅ `docs/**`\n- 🤝 `ui/**`\n- ⛔ `api/**`\n';
  const legend = '✅ = go ahead, 🤝 = together with an engineer, ⛔ = no.\n';

  it('may stand in one paragraph anywhere in the section', () => {
    assert.deepEqual(rules(`${list}\n${legend}`), ['+ docs/**', '~ ui/**', '- api/**']);
    assert.deepEqual(rules(`${legend}\n### Web\n\n${list}`), ['+ docs/**', '~ ui/**', '- api/**']);
  });

  it('is none where words over the list say something else', () => {
    for (const body of [`Reviewed by Legal:\n\n${list}\n${legend}`, `### Locked\n\n${list}\n${legend}`])
      assert.ok(!rules(body).includes('~ ui/**') || !rules(body).includes('+ docs/**'), body);
  });
});

describe('why a path is closed', () => {
  const messages = (body: string): string =>
    readSection(`${body}\n`)
      .problems.map(({ message }) => message)
      .join('\n');

  it('is told by the word that locks it', () => {
    assert.match(
      messages('Who: Tom. What:\n\n- `mail/**` — they may not'),
      /is locked, since “not” in it keeps PMs out\./u,
    );
    assert.match(messages('Who writes here:\n\n- `mail/**`'), /since “Who writes here:” is no known way/u);
  });

  it('is told by the words before it, where these say who changes it', () => {
    assert.match(
      messages('- PMs may edit: `docs/**`\n- Erin is away: `x/y`'),
      /“PMs may edit” stands before its path, and some item of this list says neither/u,
    );
  });

  it('is told where a sentence over the list refuses, and may be about something else', () => {
    assert.match(
      messages('PMs: none yet.\n\n- `docs/**`'),
      /is locked, since “none” in “PMs: none yet\.” keeps PMs out/u,
    );
    for (const plain of ['These are off limits.', 'PMs cannot touch these files.', 'PMs cannot touch:'])
      assert.equal(messages(`${plain}\n\n- \`docs/**\``), '');
    assert.equal(messages('### Locked.\n\n- `docs/**`'), '');
  });

  it('does not doubt that “They may not amend:” refuses', () => {
    assert.doesNotMatch(messages('They may not amend:\n\n- `db/**`'), /whatever else it says/u);
  });
});

describe('what demands nothing', () => {
  for (const text of [
    'This section tells product managers and Claude what can be changed without a developer.',
    'Keep in sync with CODEOWNERS.',
    'Please keep these lists in sync with the CODEOWNERS file.',
    'Agreed between product (Simone) and engineering (Ralf) on 12 May.',
    'Who to ask: Farid, then Lea.',
  ])
    it(text, () => assert.deepEqual(describeProse(readSection(`PMs can touch:\n\n- \`docs/**\`\n\n${text}\n`)), []));

  for (const text of [
    'This section tells product managers and Claude what can be changed without a lawyer.',
    'Keep the texts in sync with CODEOWNERS.',
    'Agreed between product (Simone) and the moon (Ralf) on 12 May.',
    'Agreed between product (after Legal) and engineering (Ralf) on 12 May.',
    'Who to ask: Farid, then wait.',
  ])
    it(`and what may: ${text}`, () =>
      assert.deepEqual(describeProse(readSection(`PMs can touch:\n\n- \`docs/**\`\n\n${text}\n`)), [text]));

  it('is kept where it stands in a lead', () => {
    assert.deepEqual(rules('PMs can touch (normal review applies):\n\n- `docs/**`'), [
      '+ docs/** ["normal review applies"]',
    ]);
    assert.deepEqual(rules('PMs can touch (normal review by Erin applies):\n\n- `docs/**`'), ['~ docs/**']);
  });
});
