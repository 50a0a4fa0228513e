import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isHistoryEntry, isHistoryHeading } from '../../../src/policy/grammar/remarks/change-history.js';
import { isNaming } from '../../../src/policy/grammar/remarks/naming.js';
import { isNeutral } from '../../../src/policy/grammar/neutral-prose.js';
import { demandsOn, readSection } from '../../support/read-policy.js';
import { phraseOf } from './phrase-of.js';

/** Sentences on what machines do, who the PMs are, that they work as everybody does, and whose the section is. */
const remarks = `
The test server is rebuilt each night.
The site is deployed at six in the evening.
All pages are cached for an hour.
The calendar app caches the dates for a day.
A playtest build is made every night.
A preview appears in the pull request after about five minutes.
PawRecord has two product managers.
In our studio the producers are the PMs.
The museum educators are our product managers.
PM means product manager here, not project manager.
PMs are volunteers here, as we all are.
Product managers contribute through pull requests like everyone else.
Pull requests of PMs go through the same CI as ours.
Your pull request is reviewed like any other.
The PM is welcome to change these things alone.
Product managers are permitted to modify the files in the first table on their own responsibility.
Product managers can do changes here without us.
Here's what product colleagues may change without troubling us.
Scope: this repository only.
Questions about menus go to Rosa, questions about code to Emre.
Luis and Fatima answer in #pantry-dev, mostly in the evening.
Be kind to each other.
The code of conduct applies.
Claude reads this section too.
The tooling reads this section.
Agents that work for a PM keep to the same lists and stop with an explanation when a task would need more.
If you are Claude and the person you help is a PM, these lists bind you.
Owner: platform team.
Document owner: Head of Channels.
Owner: @concierge/leads · Slack: #concierge · Updated: 2026-08
Contact. Data office, extension 4410.
Version 1.4, approved by Head of Engineering and Head of Product.
This section implements QM-114 §5.
Thank you for singing along!
Happy growing!
Right then.
A preview is deployed for each pull request.
Every pull request gets a preview.
Reviews usually take a day.
CI runs in about four minutes.
PM Zone reads this section.
It is read by a machine.
PMs can read everything.
Make the change.
Open the pull request.
Forbids win.
PM: product manager
DRI means directly responsible individual.
The platform team keeps this list.
The table is kept by the platform team.
We help each other.
`
  .trim()
  .split('\n');

/** Sentences of the same shapes that restrict, or may. */
const restricting = `
Version: 3 after Erin
A preview is deployed for each pull request once Erin has tagged it.
Every pull request gets two approvals.
Reviews take two approvals.
Security reviews take three days.
It is read by Erin.
PM Zone reads this folder.
PMs can read everything but legal.
Make the change with Erin.
Make one change.
Open the pull request after Erin.
The second list wins until May.
PM: product manager of the UK
DRI means Erin.
The platform team owns this folder.
Owned by the payments team.
We help each other before a merge.
The texts are changed each night.
The texts are reviewed each night.
The texts are generated each night.
The texts are merged at six in the evening.
The texts are frozen for an hour.
The texts are deployed by Erin each night.
The texts are deployed each Monday.
The texts are deployed once Legal has read them.
The texts are deployed.
Erin is deployed each night.
Legal is rebuilt each night.
A release is made on Mondays.
A preview appears after Erin agrees.
PawRecord has two product managers who may change this.
PawRecord has one product manager.
In our studio the producers ask the PMs.
In May the producers are the PMs.
The producers are the PMs in May.
PM means product manager here, not contractor.
PMs are guests here.
Product managers contribute through pull requests with a label.
Product managers contribute through pull requests of engineers.
Pull requests of PMs go through Legal as ours.
Pull requests of PMs are reviewed by Legal.
Your pull request is reviewed like any other text by Legal.
The PM is welcome to change one of these things alone.
Product managers can do changes here with us.
Product managers may change the files in the second table on their own.
Here's what product colleagues may change without Legal.
Scope: texts only.
Scope: this repository until May.
Questions about menus go to Rosa before each change.
Questions about menus decide Rosa.
Luis and Fatima answer before you change a text.
Luis and Fatima answer in the evening only.
Be brief.
The code of honour applies.
Claude reads each text.
Agents keep to one list.
Agents that work for a PM stop when a task needs a text.
If you are Claude, these lists bind you in May.
Owner of the texts: platform team.
Owner: whoever signs each change.
Owner: platform team · Texts only in May
Contact. Legal before each change, extension 4410.
Version 1.4, approved by Head of Legal in each case.
This section implements nothing.
Thank you for waiting!
Happy growing, texts only!
Right then, texts only.
`
  .trim()
  .split('\n');

/** Words by which a sentence may come to restrict, and words of no meaning. */
const noise = fc.oneof(
  fc.constantFrom(
    ...'only not never nobody until unless before after without except when once must needs asks waits legal erin engineers draft first mondays may'.split(
      ' ',
    ),
  ),
  fc.stringMatching(/^[qxz]{3,8}$/u),
);

function withNoise(sentence: string, word: string, at: number): string {
  const words = sentence.split(' ');
  const place = at % (words.length + 1);
  return [...words.slice(0, place), word, ...words.slice(place)].join(' ');
}

/** A name of one word may be any, and "first updated" is as good as "updated". */
const isAsGood = (sentence: string, word: string): boolean =>
  sentence.includes('first Updated') ||
  (/^[qxz]+$|^(?:erin|mondays)$/u.test(word) && /(?:^|: |@)\S* ?has two|[qxz]{3,} (?:has|have) /u.test(sentence));

describe('sentences that say how a team works', () => {
  for (const sentence of remarks) it(`demand nothing: ${sentence}`, () => assert.ok(isNeutral(phraseOf(sentence))));

  for (const sentence of restricting)
    it(`are kept where they restrict: ${sentence}`, () => assert.ok(!isNeutral(phraseOf(sentence))));

  it('are kept with any other word in them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...remarks), noise, fc.nat(), (sentence, word, at) => {
        const noisy = withNoise(sentence, word, at);
        if (!isAsGood(noisy, word)) assert.ok(!isNeutral(phraseOf(noisy)), noisy);
      }),
      { numRuns: 2000 },
    );
  });

  it('say which version it is', () => assert.ok(isNeutral(phraseOf('Version: 3'))));

  it('are kept as questions', () => {
    for (const sentence of remarks)
      assert.ok(!isNeutral(phraseOf(sentence.replace(/[.!]?$/u, '?'))) || /^(?:Right|Here)/u.test(sentence), sentence);
  });
});

describe('isNaming', () => {
  for (const words of ['the test server', 'tooltips and help texts', 'photos of the villages'])
    it(words, () => assert.ok(isNaming(words)));
  for (const words of ['', 'the', 'legal texts', 'erin', 'texts only', 'a b c', 'your texts', 'each text'])
    it(`not "${words}"`, () => assert.ok(!isNaming(words)));
});

const history = `
1.0 initial
1.0: initial version
1.3 tooltips added
2: manual added
2024-03: texts and photos opened
v2 added help pages
March moved
`
  .trim()
  .split('\n')
  .slice(0, -1);

const noHistory = `
1.3 tooltips closed
1.3 tooltips added only in May
1.3 nothing added
1.3 only tooltips
Texts are added by Erin
04/2024: Maya given back to the team
initial drafts
`
  .trim()
  .split('\n');

describe('the history of a section', () => {
  const below = (heading: string, entry: string): string[] | undefined =>
    demandsOn(readSection(`PMs can touch:\n\n- \`docs/**\`\n\n### ${heading}\n\n- ${entry}\n`), 'docs/a.md');

  for (const entry of history)
    it(`demands nothing: ${entry}`, () => {
      assert.ok(isHistoryEntry(phraseOf(entry).words));
      assert.deepEqual(below('Change history', entry), []);
    });
  for (const entry of noHistory) it(`is kept: ${entry}`, () => assert.notDeepEqual(below('Change history', entry), []));

  it('is known by its heading alone', () => {
    assert.ok(isHistoryHeading('2.5 document history'));
    assert.ok(!isHistoryHeading('changes of texts'));
    assert.notDeepEqual(below('Notes', '1.3 tooltips added'), []);
  });

  it('is kept with any other word in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...history), noise, fc.nat(), (entry, word, at) => {
        const noisy = withNoise(entry, word, at);
        if (noisy.startsWith(word) && /^\d/u.test(entry)) return;
        assert.ok(!isHistoryEntry(noisy.toLowerCase()), noisy);
      }),
      { numRuns: 500 },
    );
  });
});
