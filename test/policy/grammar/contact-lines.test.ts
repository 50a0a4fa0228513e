import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAddressLine, isContactLine } from '../../../src/policy/grammar/remarks/contact-lines.js';
import { demandsOn, readSection } from '../../support/read-policy.js';

const contacts = `
PMs: @maya, @paul
PM: @greta-museum.
PMs: Lou (@lou-k), Desmond (@desmo)
PMs in the pilot: Helena Costa (@hcosta), Rui Alves (@ralves).
Engineers to pair with: @li, @sergei.
Engineers who pair: @hana (web), @mats (api)
Engineers on duty: Tiago (@tiago), @bea
People in product: Frieda (@frieda-h), Osman (@osman-y).
People in engineering: Ilse (@ilse-d), Wout (@wout-p).
DRI: @yuna
Engineering DRI: @mirela
Engineering: @sol.
Engineering: Mohammed Saeed (he/him)
Engineering lead: Erin Vos (@erin)
Engineering DRI: Priya Raman (priya.raman@bank.example)
Compliance contact: compliance-eng@bank.example
Who: Tomas and Aylin (product).
Contact: web-team@acme.example or #web
Slack: #web
Questions: Erin Vos, @paul
Questions go to library-dev@uni.example.
Please send questions to #web.
Questions: Anneke for anything medical, Jelle for the frontend, Resi for winter.
Questions: Lucía (tech lead) or Andrés.
Questions → #web, or wave at Priya 👋
Who to ask: Rui, or the channel #web.
Contact: #growth-eng on Slack.
Contact: Matteo or Giulia, they are in the office Tuesday until Thursday.
By questions: Frau Dr. Seibold.
Questions?
This section is kept by Hanne.
This list was added in the pilot of 2026.
Security questions: security@latch.example (PGP key on the website).
Unit D3, Ms Claire Fontaine, extension 4471.
Abteilung 3, Frau Yilmaz, room 214.
`
  .trim()
  .split('\n');

/** Lines of the same looks that demand something, or may. */
const demands = `
PMs: only @maya
PMs in the pilot: Seniors
People in product: #product
People in product: Frieda until May
PMs in the pilot: @maya until May
PMs in the pilot: #web-pilot
Engineers to pair with: @li only
Engineers to ask first: @hana
Engineers who pair before each merge: @hana
Engineers who pair: @hana, always
PMs: @maya only
PMs: @maya until May
PMs: @maya (Mondays)
PMs: @maya, on Mondays
PMs: nobody
PMs: Nobody
PMs: Never
PMs: Texts
PMs: Legal
PMs: Erin approves
PMs: Erin Approves
PMs: of the web team
PMs: @maya; content needs @erin
PMs: @maya reviews
PMs: nur @maya
PMs: Nur Maya
PMs: seulement @maya
PMs: solo @maya
PMs: @maya ✋
PMs: ~~@maya~~
DRI: @yuna signs each change
DRI: @yuna, before each merge
DRI: @yuna (must approve)
DRI: ask first
Reviewers: @erin
Reviewer: Erin
Approvers: @erin
Approver: Erin
Signed off by: @erin
Sign-off: @erin
Freigabe: @erin
Ask: @erin first
Ask: before each change
Ask first: @erin
Contact: @erin before each change
Contact before each change: @erin
Engineering DRI of the texts: @erin
Questions go to web@acme.example before each change.
Questions: web@acme.example (mandatory)
Text questions: web@acme.example (before the merge)
Texts: @erin
Copy: @erin
Docs: Erin
Translations: @erin
Unit D3, Ms Claire Fontaine reads all, extension 4471.
Unit D3, only Ms Fontaine, extension 4471.
Unit D3, content, extension 4471.
Extension 4471 before each change.
PMs: Seniors
PMs: Trainees
PMs: Consultants
PMs: Berlin
DRI: Erin Ratifies
DRI: Erin Endorses
DRI: Erin Obligatorio
PMs: Growth
PMs: Weekdays
PMs: Zero
PMs: Suspended
PMs: Under Supervision
PMs: Gesperrt
PMs: Vorher Fragen
PMs: Interdit
PMs: Ask Erin
PMs: Pair
PMs: Later
PMs: in #release-approvals
PMs: https://acme.example/rules
PMs: @maya / @erin-must-sign
Contact: https://acme.example/approval-form
DRI: Erin (read/approve)
DRI: @erin (ask/first)
DRI: Erin Countersigns
DRI: Erin Zuerst
Engineering: Required
Engineer: Present
Unit D3, Ms Fontaine Countersigns, extension 4471.
PMs: @maya. Texts only.
PMs: @maya. Ask her first.
`
  .trim()
  .split('\n');

const demandsOf = (line: string): string[] | undefined =>
  demandsOn(
    readSection(`${line}\n\nPMs can touch:\n\n- \`docs/**\`\n\nPMs cannot touch:\n\n- \`lib/**\`\n`),
    'docs/a.md',
  );

describe('a line that only says who somebody is and where they are found', () => {
  for (const line of contacts) it(`demands nothing: ${line}`, () => assert.deepEqual(demandsOf(line), []));

  it('may stand right above others', () => {
    assert.deepEqual(demandsOf('Engineering DRI: @mirela\nPMs: @jonas-p, @tui\nSlack: #web'), []);
    assert.equal(demandsOf('PMs: @jonas-p, @tui\nEach change has a ticket.\nSlack: #web')?.length, 1);
    assert.notDeepEqual(demandsOf('PMs: @jonas-p\nonly on Mondays'), []);
  });

  it('has a note where it names the PMs and no list of them does', () => {
    const notes = (body: string): string[] =>
      readSection(`${body}\n\nPMs can touch:\n\n- \`docs/**\`\n`).problems.map(
        ({ severity, line }) => `${severity} ${line}`,
      );
    assert.deepEqual(notes('Engineering DRI: @mirela\nPMs: @jonas-p, @tui'), ['info 4']);
    assert.deepEqual(notes('Engineering DRI: @mirela'), []);
    const roster = '| PM | Email | Engineering DRI |\n|---|---|---|\n| Tui (@tui) | tui@example.com | @mirela |';
    assert.ok(!notes(`PMs: @tui\n\n${roster}`).includes('info 3'));
  });

  for (const line of demands)
    it(`is kept where it demands something: ${line}`, () => assert.notDeepEqual(demandsOf(line), []));

  it('is kept with any other word in small letters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...contacts), fc.stringMatching(/^[a-z]{2,8}$/u), fc.nat(), (line, word, at) => {
        const words = line.split(' ');
        const place = 1 + (at % words.length);
        const noisy = [...words.slice(0, place), word, ...words.slice(place)].join(' ');
        assert.ok(!isContactLine(noisy) && !isAddressLine(noisy), noisy);
      }),
      { numRuns: 1000 },
    );
  });
});
