/**
 * Declarative sentences that restrict, or may restrict, what a list opens, though they order nothing: whoever reads them as a remark loses a
 * condition. Written before the vocabulary of remarks, and held against it.
 */
export const restrictingDeclaratives: readonly string[] = `
Legal signs each change.
Legal reads the texts.
Legal sees the texts.
Legal has the last word.
Compliance looks at the copy.
Marketing owns the tone.
Design holds the keys.
Auth is frozen.
The zone is frozen.
The texts are frozen.
Releases happen on Tuesday.
Releases go out at noon.
src is Erin's.
The copy is Erin's.
The docs belong to Erin.
Erin reads the docs.
Erin reviews.
Erin merges.
Erin has to see it.
We wait for Erin.
PMs wait for Erin.
PMs ask Erin.
PMs work with Erin.
PMs work in pairs.
PMs work on Mondays.
PMs work on the demo.
PMs work on copies.
PMs work on a branch.
PMs read the code.
PMs read these files.
PMs see the texts.
PMs talk to support.
PMs show us the texts.
PMs tell support about the change.
PMs send the texts to legal.
PMs post the change in the channel.
PMs keep the keys.
PMs run the tests.
PMs add a screenshot.
PMs write a test.
PMs carry a label.
PMs have a flag.
PMs own one folder.
PMs own the typos.
PMs contribute typos.
PMs fix typos.
PMs are guests here.
PMs need a buddy.
Two people look at each text.
Two eyes see the text.
A designer looks over the copy.
A lawyer reads the terms.
A teacher checks the lessons.
A human reads the prompts.
A nurse approves the wording.
The editor reads the page.
The owner of the page decides.
The team of the page decides.
The customer signs off.
The DRI merges.
The board meets on Fridays.
The freeze starts in December.
The pilot ends in June.
The pilot is over.
The pilot is paused.
The pilot is for two people.
The pilot is a test.
The zone is empty.
The zone is small.
The zone is closed.
The zone is shut.
The zone is history.
The zone is an idea.
The zone is a story.
The zone is a demo.
The zone is a sketch.
The list is an example.
The list is old.
The list is a draft.
The lists are a proposal.
The lists are examples.
The lists show the past.
The lists show the future.
The lists describe the old repository.
The table is wrong.
The rules are under discussion.
The section is for agents.
The section is about the other repository.
This is a demo.
This is a template.
This is about the demo.
This is the old section.
This is a fork.
These are examples.
These are samples.
These are the files of the design team.
These live in another repository.
These move to another repository.
These come from the design team.
These come from a generator.
These are generated.
These cost money.
It is a demo.
It is a mock.
It works in the demo.
Here are examples.
Here is the old list.
All of this is history.
Everything here is a demo.
Everything is read by legal.
Each text is read by legal.
Each change has a ticket.
Each change has a flag.
Each change has two readers.
Each change is small.
Changes are small.
Changes are behind flags.
Changes have tests.
Changes carry a label.
Changes go through Jira.
Changes go through support.
Changes land in the morning.
Changes come in pairs.
Commits carry a ticket.
Commits are signed.
Pull requests are small.
Pull requests have one topic.
Pull requests carry a label.
One file a day.
One change a week.
One text at a time.
Ten lines at most.
Texts stay short.
Texts stay in English.
Texts are in English.
Texts are short.
Keys stay.
Keys are stable.
Prices are fixed.
Prices come from finance.
Numbers come from finance.
Images are small.
Images are below 100 kB.
Translations come from the agency.
The German texts come from the agency.
The wording comes from the style guide.
The wording follows the style guide.
Copy follows the handbook.
The design system is the law.
Consent comes first.
Safety comes first.
Tests come first.
Engineers come first.
Ask first.
Engineers merge.
Engineers own the merge.
Engineers sit beside PMs.
An engineer sits beside the PM.
An engineer has a look.
Support has a look.
Security has a look.
We look at each text.
We read each text.
We read the texts.
We see the texts before customers.
We trust nobody.
We work in pairs.
We talk about each change.
We meet about the texts.
You are a guest.
You read the texts.
The first list is for leads.
The first list is the old one.
The second list is the one that holds.
The other list holds.
Production is closed in August.
Fridays are quiet.
Mornings are for texts.
The weekend is off.
Nights are quiet.
The texts are sacred.
The flags are live.
The docs are law.
The copy is final.
The copy is done.
The texts are ready.
The texts are in translation.
The texts are under embargo.
The texts are agreed with the bank.
The content is licensed.
The content is syndicated.
The content is theirs.
The docs are ours.
The docs are for engineers.
The texts are ours.
The flags are ours.
The folder is ours.
Product reads.
Product watches.
Product suggests, engineering writes.
Product sends the texts, engineering adds them.
The PM writes, the engineer commits.
The PM suggests.
The PM drafts the words.
Agents write the texts.
Agents read this.
Agents stop at the first list.
`
  .trim()
  .split('\n');
