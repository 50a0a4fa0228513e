import assert from 'node:assert/strict';
import { isHistoryEntry, isHistoryHeading } from '../../../src/policy/grammar/remarks/change-history.js';
import { demandsOn, readSection } from '../../support/read-policy.js';

/** Sentences that look like remarks and tell a time, an audience, or what is demanded of a change. */
const demands = `
The content is deployed at Friday.
The content is deployed at review.
The content is deployed at launch.
A screenshot is made on every merge.
A screenshot is made within 2 days.
A screenshot is published every time.
Images are always resized every time.
Translations are refreshed every time.
Screenshots are refreshed on every merge.
This section belongs to sprint 12.
This list is part of phase 2.
This page is part of May 2027.
Content in March, so many files remain closed.
During the audit, so some files stay closed.
Outside office hours, therefore some things are closed.
Content, so some files are closed.
This section was added for trained people.
This section was introduced for the pilot.
Since: 2028-01-01.
To add more files, please ask us.
To add new files, please write a ticket.
To open a file, ask Erin.
Changing a folder requires an approval by Erin.
Removing a folder needs approval by Erin.
Changing an entry here needs agreement of Legal.
Ask Erin before you edit a table.
Ask Erin before you touch a row.
Ask Erin before you change any section.
Always ask.
Always ask us.
Please run the tests to see the result.
Run npm test to see the result.
PMs only work in French content.
PMs work only in draft content.
PMs work in approved content.
PMs only work in unpublished content.
PMs only work in new content.
PMs work in their content.
The aim is to have an engineer with you.
The idea is to have texts proofread.
The purpose is to get a yes.
Questions: Paul proofreads copy.
Questions: screenshots with the pull request.
Questions: translations go through Paul.
Contact: send copy to Paul.
Questions: Hanne vets texts.
Questions: Hanne (gatekeeper).
Questions: Hanne on texts, Lena on prices, both get a say.
Questions: ask Lena (text gatekeeper).
Contact: Hanne stamps texts.
Should anything be unclear, Hanne stamps it.
Ask Legal.
Listed? Ask Legal.
Finance has to sign.
Accounts have to look.
This section is kept by Hanne, whose OK counts.
This list is maintained by Hanne with veto.
This zone was created during the trial which ran out in March.
This list was extended in 2023, shortened again to docs.
The list has been shortened to docs.
### Contacts

Hanne: via ServiceNow, every text.
### Contacts

Hanne sees texts.
`
  .trim()
  .split(/\n(?!\n)(?<!\n\n)/u);

const zone = (items: string, sentence: string): ReturnType<typeof readSection> =>
  readSection(`PMs can touch:\n\n${items}\n\nPMs cannot touch:\n\n- \`backend/**\`\n\n${sentence}\n`);

describe('a sentence that only looks like a remark', () => {
  for (const sentence of demands)
    it(`is kept: ${sentence}`, () =>
      assert.notDeepEqual(demandsOn(zone('- `content/**`', sentence), 'content/a.md'), []));

  for (const items of ['- `content/a/**`\n\n* `content/b/**`', '- `content/a/**`\n- Texts\n  - `content/b/**`'])
    it(`is kept where the second list may be of what is open: ${JSON.stringify(items)}`, () =>
      assert.notDeepEqual(demandsOn(zone(items, 'Never touch the second list.'), 'content/b/a.md'), []));

  for (const entry of [
    'tooltips moved',
    'size limit added',
    'signature introduced',
    'new: screenshots',
    'test added',
    'meeting introduced',
    'contracts added',
  ])
    it(`is kept below a history: ${entry}`, () => assert.ok(!isHistoryEntry(entry)));

  for (const heading of ['changes', 'versions', 'changes:'])
    it(`is kept below a heading that may be over rules: ${heading}`, () => assert.ok(!isHistoryHeading(heading)));

  for (const sentence of [
    'Legal has the final say.',
    'Legal has a veto.',
    'Legal is asked for a yes.',
    'Legal decides what ships.',
    'Legal looks at pictures for rights.',
  ])
    it(`is kept where its subject may have a say, though a locked path has its name: ${sentence}`, () => {
      const section = `PMs can touch:\n\n- \`content/**\`\n\nPMs cannot touch:\n\n- \`legal/**\`\n\n${sentence}\n`;
      assert.notDeepEqual(demandsOn(readSection(section), 'content/a.md'), []);
    });
});
