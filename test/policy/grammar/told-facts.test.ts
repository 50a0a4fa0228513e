import assert from 'node:assert/strict';
import { demandsOn, readSection } from '../../support/read-policy.js';

const lists = 'PMs can touch:\n\n- `docs/**`\n\nPMs cannot touch:\n\n- `keyring/**`\n- `lib/**`\n';
const demandsOf = (line: string): string[] | undefined => demandsOn(readSection(`${line}\n\n${lists}`), 'docs/a.md');

const facts = `
This section defines which parts of the repository product managers may change.
Purpose. This section sets out the files that product managers may change.
This part describes the contribution rules for PMs.
Scope of what product can edit, by folder.
This section replaces the page "Droits produit" of Confluence, which is archived.
The duty rota is in Confluence.
More on the wiki.
Background: why PMs commit.
The idea is simple.
No list is perfect.
If you are an agent working for one of them, read it before you edit anything.
A wrong royalty rate took us four months to correct in 2023.
Children between five and nine play these games.
People write to us on the worst day of their life.
They know the customers best.
Most of this repository belongs to you, Nadia.
We wrote it so that a wrong word on the site can be put right within minutes.
Before, it took a sprint.
In the first half of the year PMs merged 61 changes here.
None of them had to be reverted.
The keyring holds seed phrases, which is why it is on the second list.
For agents: when a file is on neither list, stop and say so.
If a PM asks you for anything beyond this, say which engineer to talk to and stop.
`
  .trim()
  .split('\n');

const demands = `
This section defines which parts of the repository product managers may change in May.
This section defines which parts product managers may change with Erin.
This section defines which texts product managers may suggest.
This part describes the contribution rules for senior PMs.
This part describes the rules of Legal.
Scope of what product can edit in May.
This section replaces the list above.
This section replaces the page "Texts", which is in force.
The texts are in Confluence.
The copy lives in Notion.
More on Mondays.
Background: why PMs commit after Legal.
Background: texts only.
The idea is to ask.
The idea is from Legal, who signs each change.
No list is in force.
No list is complete without Erin.
If you are an agent, read the style guide before you edit anything.
If you are an agent, stop before you edit anything.
A wrong royalty rate took us to Legal, who signs each text.
A wrong word took us four months, so ask first.
A wrong word breaks trust, wait for Hanne.
A wrong word costs us trust so proofread it.
A wrong word wakes Hanne so work in pairs.
A wrong word hurts people but prices are for Hanne.
A wrong word hurts people - proofread.
A wrong word costs two reviewers.
The pilot runs in May, so some things are closed.
December is busy, so some folders are closed.
Prices are confidential, so some things are closed.
The product is regulated, so some things are closed.
A wrong word breaks trust, leave prices alone.
A wrong price costs money and prices belong to Hanne.
A broken preview blocks your texts.
A careless change costs you access for a week.
Guests read on paper, Hanne reads along.
Users rely on us to read twice.
Prompts are code; a bad one reaches people, Hanne reads along.
Hanne has a veto, so some things are closed.
The docs are frozen in May, so some things are closed.
Most of this repository belongs to you, temporarily.
Most of this repository is yours, supervised.
Most of this repository is yours, together.
Children between five and nine read the texts first.
Children approve these games.
Teachers read the texts.
Customers read the docs before us.
Customers call us before each change.
Members pay for each change.
Users rely on us to ask Legal.
People write to us before they touch a file.
People write to us before a change.
People talk to us.
People come to us.
Users rely on us for texts.
Users pay while copy is frozen.
Children play with content in May.
People of Legal write to us.
Two people look at each text.
They know the texts best.
They know the customers best, so ask them.
They know when to ask.
We wrote it so that a text can be signed.
We wrote it so that Legal can see each change.
Before, it took a lawyer.
Before each change, it takes a sprint.
Before, it took Erin to sign.
In the first half of the year PMs merge nothing here.
In the first half of the year PMs merged only texts here.
In the last months PMs merged 61 changes here with Erin.
None of them may be reverted.
None of them had to be signed.
The keyring holds seed phrases, which is why texts are on the second list.
The docs hold seed phrases, which is why they are on the second list.
The keyring holds seed phrases, which is why everything is on the second list.
For agents: when a file is on the first list, stop and say so.
For agents: when a text is long, stop and say so.
For agents: when a file is on neither list or in docs, stop and say so.
Agents: stop and say so.
If a PM asks you for a text, say which engineer to talk to and stop.
If a PM asks you for anything, say which engineer to talk to and stop.
Purpose: ask first.
Please don't go here, ever:
`
  .trim()
  .split('\n');

describe('facts that are told beside the lists', () => {
  for (const line of facts) it(`demand nothing: ${line}`, () => assert.deepEqual(demandsOf(line), []));
  for (const line of demands)
    it(`are kept where they demand something: ${line}`, () => assert.notDeepEqual(demandsOf(line), []));
});

describe('words right above a list that locks', () => {
  const above = (line: string): string[] | undefined =>
    demandsOn(
      readSection(`PMs can touch:\n\n- \`docs/**\`\n\n${line}\n\n**PMs cannot touch:**\n\n- \`lib/**\`\n`),
      'docs/a.md',
    );

  for (const line of ['Please don’t go here, ever:', 'Hands off:', 'Never touch these:'])
    it(`say no more than its lead: ${line}`, () => assert.deepEqual(above(line), []));
  for (const line of [
    'Please don’t touch texts in May:',
    'Never touch docs in May, ever:',
    'Stay out of everything in May:',
  ])
    it(`are kept where they say more: ${line}`, () => assert.notDeepEqual(above(line), []));
});

describe('a footnote of something locked', () => {
  const noted = (note: string): string[] | undefined =>
    demandsOn(
      readSection(
        `PMs can touch:\n\n- \`docs/**\`\n\nPMs cannot touch:\n\n- \`config/runtime.exs\`[^1]\n\n[^1]: ${note}\n`,
      ),
      'docs/a.md',
    );

  for (const note of ['Secrets are read here.', 'The keys are stored there.', 'Passwords are kept in vaults.'])
    it(`tells about it: ${note}`, () => assert.deepEqual(noted(note), []));
  for (const note of [
    'Every change needs Legal.',
    'Texts are read here.',
    'Releases are held by Hanne.',
    'Typos are read by Hanne.',
    'Headlines are read by Legal.',
    'Work is held.',
    'Docs are frozen here in May.',
    'Docs too.',
    'All changes are signed by Erin.',
    'Content is kept in English.',
    'Ask Erin first.',
    'Guides are signed by Erin.',
  ])
    it(`is kept where it may be about more: ${note}`, () => assert.notDeepEqual(noted(note), []));
});
