import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

const proseOf = (body: string): string[] => describeProse(readSection(`PMs can touch:\n\n- \`docs/**\`\n\n${body}\n`));

describe('a thing that is named alone', () => {
  it('is kept with the words over it, which nobody understands', () => {
    assert.deepEqual(proseOf('Wait for Legal before you change:\n\n- titles\n- the menu'), [
      'Wait for Legal before you change: titles',
      'Wait for Legal before you change: the menu',
    ]);
    assert.deepEqual(proseOf('### Reviewed by Erin\n\nlegal texts'), ['Reviewed by Erin: legal texts']);
    assert.deepEqual(proseOf('### Reviewed by Erin\n\n- legal texts'), ['Reviewed by Erin: legal texts']);
  });

  for (const body of [
    '### Docs\n\n- guides',
    '### Overview\n\nguides',
    '### Change history\n\n- guides',
    '### PMs\n\n- guides',
    'For the guides:\n\n- texts',
    '### Read this first\n\nThese are guides.',
  ])
    it(`says what lies there elsewhere: ${body.replaceAll('\n', ' ')}`, () =>
      assert.ok(!proseOf(body).some((text) => text.includes(': '))));

  it('leaves labels beside a list of people as they are', () => {
    const body =
      'Pilot PMs:\n\n- Grace Kim (@grace)\n\n### Without an engineer\n\n- `docs/**`\n\n### With an engineer\n\n- `ui/**`\n\n### Locked\n\n- `api/**`\n';
    const zone = readSection(body);
    assert.deepEqual(describeRules(zone), ['+ docs/**', '~ ui/**', '- api/**']);
    assert.deepEqual(describeProse(zone), []);
  });

  it('is led by no words that only say that an engineer is needed', () => {
    for (const heading of ['### Without an engineer', '### Not without an engineer', 'PMs without engineers:'])
      assert.deepEqual(describeRules(readSection(`${heading}\n\n- \`docs/**\`\n`)), ['~ docs/**'], heading);
  });
});
