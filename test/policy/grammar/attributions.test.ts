import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAttribution } from '../../../src/policy/grammar/remarks/attributions.js';
import { demandsOn, readSection } from '../../support/read-policy.js';

const attributions = `
Agreed with Hanne and Olu in the planning of 3 March.
Agreed with @hanne on 2025-03-03.
It was adopted on 12 May 2025.
This section was adopted by the whole team.
These lists were agreed with the PMs in the planning of 3 March 2025.
This section was written by Erin Vos.
The following is the result of the workshop of May 2026 and was accepted by all three groups.
Made with the PMs, not for them: Clara and Ben went through every line of it.
2025-01-14: written by Vera
2025-01-14 – agreed with Vera and Paul
Last reviewed with Erin on 3 March 2025.
`
  .trim()
  .split('\n');

const demands = `
Agreed with Erin.
Agreed with Erin in the planning.
Agreed with Erin in each planning of 2025.
Agreed with Erin before 3 March 2025.
Agreed with Erin until 3 March 2025.
Agreed with nobody in 2025.
Agreed for 2027.
Agreed in 2027 only.
Reviewed by Erin.
Reviewed by Erin in the sync.
Reviewed in the weekly sync.
To be agreed with Erin on 3 March 2027.
Changes are agreed with Erin on 3 March 2027.
Every change was agreed with Erin on 3 March 2025.
Texts were agreed with Erin on 3 March 2025.
It is agreed with Erin on 3 March 2027.
It will be adopted on 12 May 2027.
It was adopted for texts on 12 May 2025.
It was adopted by Legal, who signs each change, on 12 May 2025.
This section was agreed for May.
This section was written by Erin, who signs each change.
This section was written for the pilot.
This section was dropped by Erin.
These lists were replaced in May 2025.
The list was closed in May 2025.
The following is the result of the workshop and is open until May 2026.
Made with the PMs.
Made with Erin: Erin reads every line of it.
2027-01-14: agreed with Legal
2027-01-14: texts only
Vereinbart mit Erin am 3. Mai.
Mit Erin abgestimmt.
`
  .trim()
  .split('\n');

const lists = 'PMs can touch:\n\n- `docs/**`\n\nPMs cannot touch:\n\n- `lib/**`\n- `app/subscriptions/**`\n';
const above = (line: string): string[] | undefined => demandsOn(readSection(`${line}\n\n${lists}`), 'docs/a.md');
const inHistory = (entry: string, title = 'History'): string[] | undefined =>
  demandsOn(readSection(`${lists}\n${title}\n\n- 2024-01-01: written by Vera\n- ${entry}\n`), 'docs/a.md');

describe('a sentence on who made the lists', () => {
  for (const line of attributions) it(`demands nothing: ${line}`, () => assert.deepEqual(above(line), []));
  for (const line of demands)
    it(`is kept where it may demand something: ${line}`, () => assert.notDeepEqual(above(line), []));

  it('is kept with any other word in it', () => {
    const noise = fc.constantFrom(
      ...'only not never unless before if when must needs waits legal drafts each'.split(' '),
    );
    fc.assert(
      fc.property(fc.constantFrom(...attributions), noise, fc.nat(), (line, word, at) => {
        const words = line.split(' ');
        const place = at % (words.length + 1);
        const noisy = [...words.slice(0, place), word, ...words.slice(place)].join(' ');
        assert.ok(!isAttribution(noisy), noisy);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an entry of a history', () => {
  for (const entry of [
    '2025-04-02: lessons opened to PMs after the content workshop',
    '2025-08-20: Subscriptions added to what is off limits',
    '2025-08-20: subscriptions closed, because of privacy',
    '2025-08-20: subscriptions locked',
  ])
    it(`demands nothing: ${entry}`, () => assert.deepEqual(inHistory(entry), []));

  it('stands under a line that says so', () => {
    const entry = '2025-04-02: lessons opened to PMs';
    assert.deepEqual(inHistory(entry, 'Change history:'), []);
    assert.notDeepEqual(inHistory(entry, 'Notes'), []);
  });

  for (const entry of [
    '1.5 labels introduced for PMs',
    '1.5 new: changelog entry',
    '1.5 new: glossary',
    '1.5 alt texts introduced',
    '1.5 plan introduced for PMs',
    '2025-04-02: lessons opened to PMs until May',
    '2025-04-02: lessons opened to PMs after the review of Legal',
    '2025-04-02: lessons opened to senior PMs',
    '2025-08-20: payments closed',
    '2025-08-20: docs closed',
    '2025-08-20: subscriptions and docs closed',
    '2025-08-20: subscriptions closed, and docs in May',
    '2025-08-20: everything closed',
    '2025-08-20: closed',
    '2025-08-20: subscriptions opened and closed each month',
  ])
    it(`is kept: ${entry}`, () => assert.notDeepEqual(inHistory(entry), []));
});
