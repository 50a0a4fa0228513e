// Sentences as careful people write them beside the lists of a PM zone.

/** They say how the section is kept and read, who helps and why it is there, and demand nothing. */
export const remarks: readonly string[] = `
This section is for product managers and the agents that work for them.
It says what you can change on your own.
Everything that is not listed here is done together with an engineer.
If it's not on this list, ask in #eng-help first.
If a path matches both lists, the second list wins.
When in doubt, treat it as locked.
Not sure? Ask in #pm-zone.
We review this list every quarter.
This list is reviewed once a quarter with the product team.
Last reviewed in March 2025.
Last updated: 2025-02-11 by Erin.
Owner of this section: @erin.
This section is owned by the platform team.
Changes to this section go through the platform team.
If you need something that isn't here, open an issue.
To add a path to this list, open a pull request and ask @erin.
CODEOWNERS enforces this.
CODEOWNERS enforces the second list.
The same rules are in CODEOWNERS.
These rules are enforced by CI.
CI checks this on every pull request.
The hook checks this before each commit.
Agents working for a PM must follow this section.
If you are an agent acting for a PM, follow this section to the letter.
Claude: if the user is a PM, stick to this list.
When you work for a PM, stay inside this list.
Coding agents should refuse edits outside of it.
Paths are relative to the repository root.
Globs are minimatch globs.
Globs follow gitignore rules.
The rest of the repo stays with engineering.
Anything else stays with engineering.
Everything else is off limits without an engineer.
All other code belongs to the engineering team.
Pairing is always welcome.
Pairing is the default for everything else.
We love it when PMs ship.
We want PMs to fix small things themselves.
PMs on this team ship code.
The pilot started in January.
Thank you for helping us keep this tidy.
Please keep this section up to date.
This file is read by agents and humans.
Humans and agents read this file.
Here is what product managers can and cannot touch.
Below is what PMs may change without an engineer.
The list below is short on purpose.
We keep this list short.
We started small and will grow the zone over time.
The zone grows with experience.
The zone is deliberately small at first.
More may follow after the pilot.
The reasons are in docs/adr/0012.md.
See docs/pm-zone.md for the background.
Background: see ADR 12.
For questions ping @erin or @tom.
Contact: #growth-eng on Slack.
Slack: #pm-zone
If CI is red, ask an engineer.
If something breaks, ping the on-call.
Rollbacks are done by the on-call engineer.
Engineers review every pull request as usual.
Every PR gets a normal code review.
The usual review applies.
The normal review process applies.
Reviews work as for everybody else.
You don't need to know TypeScript for this.
Run pnpm dev to see your change.
Happy shipping!
That's it!
No question is too small.
Please ask rather than guess.
Better ask once too often.
We'd rather answer a question than fix an outage.
The locked folders handle payments.
The second list is locked because mistakes there are expensive.
Mistakes there are expensive.
Locked means locked.
Editable means you can open a PR on your own.
"Pair" means that an engineer sits next to you or is on the call.
Pairing means an engineer co-authors the commit.
PM stands for product manager.
"PM" here means anyone in the product team.
Product designers count as PMs here.
Product managers regularly ship small changes here with the help of coding agents.
The product team contributes directly to this repository.
These rules apply to product managers and to any coding agent they use.
These rules apply whether a PM edits by hand or through an agent.
The same goes for agents acting on their behalf.
The same rules hold for their agents.
Agents acting for a PM have the same rights as the PM.
Agents: the lists below are binding for you too.
Read the lists literally.
A path that is on no list is closed.
Paths not listed are not open.
Not on a list means not open.
What is not listed needs a pair.
For anything outside these paths, pair with an engineer.
Anything beyond this list requires an engineer.
Anything else goes through the normal engineering process.
Other changes need an engineer.
For other changes, find an engineer.
All remaining files are for engineers.
If in doubt, ask.
Ask when unsure.
Just ask!
Ask early, ask often.
You can always ask in #help.
Reach out to @erin with questions.
Reach us in #web-platform.
Ping #web-platform if anything is unclear.
The engineering DRI is @erin.
Engineering contact: @erin.
Engineering lead: Erin.
DRI: @erin
Maintained by @erin.
Agreed with the product team on 3 March 2025.
This was agreed in the retro of March 2025.
We agreed on this in the January retro.
Decided in ADR 14.
See ADR-0014 for why.
Rationale: docs/adr/0014-pm-zone.md
More on the pilot in the handbook.
The full story is in docs/pm-zone.md.
How to open a pull request is described in docs/contributing.md.
New to git? See docs/git-for-pms.md.
First time here? Start with docs/pm-start.md.
A short guide for PMs is in docs/pm-guide.md.
The goal is fewer tickets for one-line copy changes.
The goal is to get copy fixes out faster.
It saves everyone time.
It keeps the backlog short.
We trust you.
We trust our PMs.
Mistakes happen, and git keeps everything.
Don't worry, you can't break anything in these folders.
Nothing here can break production.
Everything in these folders is static.
These files are plain text.
These files contain no logic.
The files below are content only.
They only hold texts.
All of these are texts.
Each of these is safe to change.
These are safe to change.
The first list is yours.
The lists are in alphabetical order.
Sorted by area.
Grouped by team.
The most specific rule wins.
The last matching rule wins.
Forbidden paths win over allowed ones.
The forbidden list always wins.
Where both apply, cannot wins.
If two rules conflict, the stricter one applies.
"cannot" beats "can".
A folder includes everything below it.
Globs include subfolders.
** matches any number of folders.
This list is complete.
The list is exhaustive.
This is the whole list.
This list changes from time to time.
We add to this list as we learn.
Suggestions for this list are welcome.
Feel free to suggest more paths.
If you think a path is missing, tell us.
This section was last reviewed in May 2025.
Version 3, May 2025.
Summary: words and pictures.
This section was introduced after the September retrospective.
It will be looked at again in March 2027.
Previous versions are in the history of this file.
Contact person is Jörg (Architektur).
Next review: Q2 2027.
Nice catch!
Well done, and keep going!
Drop a line in #web.
Talk to Priya or Tom on the platform team if something here is in your way.
`
  .trim()
  .split('\n');

/** Sentences of the same shapes that restrict, or may. */
export const restrictingRemarks: readonly string[] = `
This section is for engineers.
This section is for agents.
This section is for product managers of the web team.
This section is for product managers and agents in May.
It says what Erin can change.
If a path matches both lists, ask Erin.
If a path matches the first list, the second list wins.
When in doubt, send it to Erin.
Legal reviews this list every week.
We review every change in this list.
We review the texts every quarter.
The texts are reviewed once a quarter.
This list is reviewed by Legal before each change.
Last updated by Erin, who signs each change.
Owner of the texts: @erin.
The docs are owned by the platform team.
The owner of this section approves each change.
If you need something that is here, open an issue.
If you change something here, open an issue.
To change a path on this list, open an issue.
To touch a file, ask @erin.
CODEOWNERS has the last word.
CI checks each text.
The hook checks the length of texts.
The same rules are in effect in May.
Agents working for a PM must follow Erin.
Agents must read the style guide.
Agents should refuse edits on Mondays.
When you work for a PM, stay inside one file.
Pairing is always required.
Pairing is the default.
Pairing is the rule for texts.
Editable means you can open an issue.
Editable means you can open a PR with an engineer.
We love it when PMs ask first.
We want PMs to fix typos.
We want PMs to fix words.
PMs on this team ship texts.
The pilot started, and ends in June.
The pilot starts in January.
The pilot started in January until June.
Thank you for asking Erin.
Thank you for keeping texts short.
Please keep this page of texts short.
Please keep texts short.
This file is read by engineers.
The list below is short-lived.
We keep texts short.
The zone will open.
The zone shrinks over time.
More must follow.
If CI is red, stop.
If a text breaks, ask Erin.
Rollbacks need Erin.
The usual review by Legal applies.
Engineers review every pull request.
Every PR gets a review by Legal.
Reviews work with Erin.
You need to know TypeScript for this.
Run pnpm test to merge your change.
Run pnpm check before you push.
No change is too small for a review.
Please ask.
The second list is locked because Legal signs the first.
The locked folders handle money, and so do these.
These rules apply to senior PMs.
These rules apply to PMs in May.
These rules apply to agents.
The same goes for the first list.
The same rules hold for designers, who ask first.
Agents have the same rights as engineers.
The lists are not binding.
Read the style guide literally.
The first rule wins.
The open list wins.
Allowed paths win over locked ones.
"can" beats "cannot".
If two rules conflict, ask Erin.
These are drafts.
These are texts of the design team.
These contain no typos.
These are only typos.
Each of these is safe to read.
None of these is safe to change.
The first list is ours.
The second list is yours.
You cannot break the rules.
The list is obsolete.
The list is in review.
We close this list over time.
If you think a text is wrong, ask Erin.
Just ask Erin before each change.
Ask when you change something.
You can ask for a review.
Reach out to @erin before you start.
The engineering DRI is asked first.
Signed by: Erin.
Approver: Erin.
Decided in May, valid until June.
More on Mondays.
The goal is to ask Erin first.
The goal is one change a week.
We do this once a week.
It keeps Legal happy.
This saves a change for Monday.
We trust Erin.
We trust nobody.
Mistakes happen, so ask Erin.
Anything outside office hours needs Erin.
Anything beyond typos needs an engineer.
Changes need an engineer.
The most specific PM wins.
This is the whole truth.
Sorted by Erin.
This section was introduced as an example.
This section was written before the freeze, which still holds.
This section has been started only in May.
It will be looked at again after each change.
The texts will be reviewed in March 2027.
Previous versions are in force.
Contact person is Jörg, who reads each text.
Next review: before each change.
Next change: Monday.
Version: draft.
Nice texts only!
Well done, and keep texts short!
Thanks, and ask Erin!
Drop a line in #web before each change.
Drop a line to Erin first.
`
  .trim()
  .split('\n');
