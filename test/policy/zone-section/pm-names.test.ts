import assert from 'node:assert/strict';
import { readSection } from '../../support/read-policy.js';

const roster = `
| PM               | Email          | Feature folders | Engineering DRI | Product DRI |
| ---------------- | -------------- | --------------- | --------------- | ----------- |
| Maya (@maya)     | maya@x.example | docs            | @erin           | @paul       |
`;

function proseOf(body: string): readonly string[] {
  return readSection(`PMs can touch:\n\n- \`docs/**\`\n\n${body}\n`).prose.map(({ text }) => text);
}

describe('handles under a title of the PMs', () => {
  for (const body of [
    '### PMs\n\n- @maya\n- Paul Ode (@paul)',
    '### The PMs\n\n@maya, @paul and @ola.',
    '### Product people\n\n- @maya',
    'PMs:\n\n- @maya',
    '- PMs\n  - @maya\n  - @paul',
    'Pilot PMs:\n\n- Grace Kim (@grace) <grace@acme.example>\n- Luis Ortega (@luis) luis@acme.example',
    "The team's PMs are @maya and Paul Ode (@paul).",
    'PM roster: @maya, @paul',
  ])
    it(`say who they are: ${body.replaceAll('\n', ' ')}`, () => assert.deepEqual(proseOf(body), []));

  for (const [body, kept] of [
    ['### Must sign\n\n- @legal', ['@legal']],
    ['### PMs\n\n- @maya, once Erin agrees', ['@maya, once Erin agrees']],
    ['### PMs\n\n- Ask\n  - @legal', ['@legal']],
    ['### PMs\n\nThey ask\n\n- @legal', ['@legal']],
    ['### Who\n\nMust sign.\n\n@legal', ['Must sign.', '@legal']],
    ['PMs:\n\n- Ask\n  - @legal', ['@legal']],
    ['The PMs are @maya once Erin agrees.', ['The PMs are @maya once Erin agrees.']],
    ['### PMs\n\n- @must-ask', ['@must-ask']],
    ['### PMs\n\n- Ask First (@grace) grace@acme.example', ['Ask First (@grace) grace@acme.example']],
    ['### ~~PMs~~\n\n- @maya', ['@maya']],
  ] as const)
    it(`are kept elsewhere: ${body.replaceAll('\n', ' ')}`, () => assert.deepEqual(proseOf(body), kept));

  it('hold nobody, which is said of the first', () => {
    const body = 'PMs can touch:\n\n- `docs/**`\n\n### PMs\n\n- @maya\n- @paul\n';
    const said = (text: string): readonly number[] =>
      readSection(text).problems.flatMap(({ line, message }) => (message.includes('holds nobody') ? [line] : []));
    assert.equal(said(body).length, 1);
    assert.equal(said(`${body}${roster}`).length, 0);
  });
});
