import assert from 'node:assert/strict';
import { demandsOn, readSection } from '../../support/read-policy.js';

const lists = 'PMs can touch:\n\n- `docs/**`\n\nPMs cannot touch:\n\n- `gateway/**`\n- `lib/tariff-engine/**`\n';
const demandsOf = (line: string): string[] | undefined => demandsOn(readSection(`${line}\n\n${lists}`), 'docs/a.md');

/** By what they say: facts that demand nothing, and what looks like them and demands, keeps out, or names a time or a person. */
const classes: Readonly<Record<string, { readonly facts: string; readonly demands: string }>> = {
  'when it was looked at, and whose it is': {
    facts: `
Last check: 2025-02-03.
Next revision: Q2 2027
Version 3, 12 September.
Version 2.1, 2026-09-01
Maintained by: Core team.
Maintained by the platform team.
Maintained by @erin.
Agreed in ADR 12.
DRI for engineering is Noor, DRI for product is Felix.
The DRI for product is Hana Vos.
Escalation: Nour.
Oracle of last resort: Nour.
`,
    demands: `
Last check: Legal.
Last check: by Hanne
Last check: before each merge
Next check: every change
Version 3, in force from May.
Version 3, for texts.
Version 3, in 2027.
Version 3, draft.
Version 3, not in force.
Version 3, 12 September only.
Version 3, ab September.
Maintained by: legal.
Maintained by nobody.
Maintained by those who review.
Decided in pairs.
Decided in the review of each text.
The lead is required.
Lead: mandatory
Maintained by: Core team, who reads each text.
Maintained by the platform team on Fridays.
Maintained by: Core team only.
Agreed in pairs.
Agreed with ADR 12 and Erin.
Agreed in ADR 12 with each change.
Agreed in the board.
Agreed in each review.
DRI for engineering is asked.
PMs for web: @maya
PM for mobile: Maya Okafor
DRI for engineering is Noor, DRI for texts signs.
DRI for texts is Noor.
DRI for prices is Legal.
The DRI for product is required.
Escalation: required.
Escalation: Legal
Escalation: nur mit Erin.
Escalation: avant Erin.
Approval of last resort: Nour.
`,
  },
  'where help is when something breaks': {
    facts: `
If it's wrong, tell Piet.
If you broke it anyway: don't panic, tell Hubert, he has a backup.
If the build is red and you do not see why, it is not your fault, write to Honza.
If something breaks, ping @erin.
If you broke something, call Maya.
`,
    demands: `
If it's a text, tell Piet.
If it's wrong, tell Piet first.
If it's wrong, tell Piet before you merge.
If it's Friday, tell Piet.
If it's new, ask Piet.
If it's wrong, wait for Piet.
If you broke it anyway: don't merge, tell Hubert.
If you broke it anyway: don't panic, tell Hubert, he merges.
If you broke it anyway: tell Hubert, he has the last word.
If you broke it anyway: tell Hubert, he has to sign.
If you change it anyway, tell Hubert.
If you touch it, tell Hubert.
If the build is red, stop.
If the build is green, tell Honza.
If the build is red and you do not see why, it is not your change, write to Honza.
If the build is red or green, write to Honza.
If the build runs, write to Honza.
If the build is red or the text is long, write to Honza.
If it's red, or yellow, ask Piet.
If you write something, call Maya.
If something changes, ping @erin.
If it's wrong or not, tell Piet.
If you broke it anyway: don't panic, pair.
Si c'est faux, dis-le à Piet.
Wenn es falsch ist, sag es Piet.
`,
  },
  'what happens to every pull request anyway': {
    facts: `
CI builds a preview.
CI deploys a preview for every pull request.
Open a pull request from a branch.
Who: product managers of any squad.
How: a branch, a pull request, and a green build.
PMs do not approve their own pull requests.
Nobody approves their own changes.
We release on Tuesdays.
We release every Thursday.
Releases are cut by Oda on the first Tuesday of the month.
Banners go live with the next deploy, usually within the hour.
\`make docs\` shows you the result locally.
You won't need Python for any of this.
`,
    demands: `
CI builds a preview that Legal reads.
CI builds a preview, wait for it.
CI builds a preview; show it to Hanne.
CI builds texts on Fridays.
CI needs a preview.
Hanne builds a preview.
Open a pull request from a branch of Erin.
Open a pull request from a fork.
Open a pull request and tag Erin.
Open a pull request in pairs.
Open a draft pull request from a branch.
Open a pull request on Mondays.
Open an issue, then a pull request from a branch.
Who: product managers of the growth squad.
Who: product managers of one squad.
Who: senior product managers.
Who: pilot PMs.
How: in pairs.
How: a branch, a pull request and a screenshot.
How: a branch, a ticket, and a green build.
How: a branch, a pull request, and a yes.
How: a plan, a branch, a pull request.
PMs do not merge.
PMs do not merge pull requests.
PMs do not merge their own pull requests.
PMs do not approve texts.
PMs do not approve their own pull requests on Fridays.
PMs do not merge on Fridays.
PMs do not merge their own pull requests before Legal says yes.
PMs do not write their own texts.
Nobody merges.
Nobody approves texts.
We ship on Tuesdays.
We merge on Tuesdays.
We release on Tuesdays only.
We release texts on Tuesdays.
We release on Tuesdays, so merge before.
We release with Erin.
We freeze every Thursday.
We deploy on Fridays only.
Releases are cut by nobody on Fridays.
Releases are made by pairs every Monday.
How: a review.
\`legal review\` shows the result.
Releases are frozen on the first Tuesday of the month.
Releases are cut by Oda, ask her.
Releases are signed by Oda on the first Tuesday of the month.
Banners go live with the next campaign.
Banners go live with Erin.
Banners go live when Legal agrees.
\`make docs\` shows you what to fix first.
\`make docs\` runs first.
\`docs/**\` shows you the result locally.
You won't need Python for texts without numbers.
You will need Python for any of this.
You won't need more than two files for any of this.
Wir mergen dienstags.
CI baut eine Vorschau, die Hanne liest.
On ne fusionne pas ses propres textes.
`,
  },
  'what agents do with what is locked, and who leads the pilot': {
    facts: `
Explain what is locked, offer to write an issue instead, and never work around it.
Please explain what is locked and offer to open a ticket.
The onboarding pilot is led by Zofia.
The pilot is coordinated by Ida Berg.
`,
    demands: `
Explain what is locked, offer to write an issue instead, and never touch texts.
Explain what is locked, and ask Erin.
Explain what is changed, offer to write an issue instead.
Explain what is open.
Explain what you change.
Explain what is locked, offer to write a plan.
Explain what is locked in each text.
Never work around it.
Offer to write an issue instead.
The pilot is led by Zofia, who signs.
The pilot is led by Zofia until May.
The pilot is for Zofia.
The pilot is over.
The pilot is led by Zofia and Ida alone.
The pilot is paused by Zofia.
The pilot is approved by Zofia.
The pilot runs with Zofia.
The texts are led by Zofia.
Der Pilot ist für Zofia.
Le pilote est pour Zofia.
`,
  },
  'why care is taken, and what this part is': {
    facts: `
Read this first: a bug here costs people money.
A mistake here breaks the shop.
You are reading the part of this file that is about product managers.
We grouped the folders by area, because that is how our squads are cut.
Purpose: to allow product managers small corrections without a change request.
PMs here = live-ops and product.
For the other things, one makes it together with a developer.
Here the product managers are at home.
`,
    demands: `
Read this first: ask Erin.
Read this first: texts wait for Legal.
Read this first: docs/style.md
A bug here costs you access.
A bug here stops the release until Erin signs.
A bug here wakes Hanne so work in pairs.
A bug in the texts costs a week.
A mistake here breaks trust, wait for Hanne.
A mistake here breaks the docs freeze.
You are reading the part of this file that is about product managers in Berlin.
You are reading the part of this file that is about senior product managers.
You are reading the part of this file that is in force from May.
You are reading the draft of the part that is about product managers.
We grouped the folders by area, because each squad edits its own.
We grouped the folders by area, and each PM stays in one.
We grouped the folders by PM.
We grouped the texts by who reads them.
Purpose: to allow product managers corrections with Legal.
Purpose: to allow product managers corrections in May.
Purpose: to allow product managers small corrections after review.
Purpose: to allow senior product managers corrections.
Purpose: to forbid product managers large changes.
PMs here = seniors.
PMs here = Ada and Ben.
PMs here = the growth team.
For the other texts, one makes it together with a developer.
For the other things in the docs ask Erin.
For all other changes to texts ask Erin.
For the things above, one makes it together with a developer.
Here the product managers are guests.
Here the product managers are supervised.
Aquí los PM son invitados.
`,
  },
};

function linesOf(text: string): readonly string[] {
  return text.trim().split('\n');
}

describe('what is told beside the lists', () => {
  for (const [title, { facts, demands }] of Object.entries(classes)) {
    for (const line of linesOf(facts))
      it(`${title}: demands nothing: ${line}`, () => {
        assert.deepEqual(demandsOf(line), []);
      });
    for (const line of linesOf(demands))
      it(`${title}: is asked about, or closes: ${line}`, () => {
        assert.notDeepEqual(demandsOf(line), []);
      });
  }
});
