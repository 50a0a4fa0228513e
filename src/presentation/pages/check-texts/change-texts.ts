import type { CheckPage } from './check-page.js';

/** What the checks of the change as a whole mean, by id: its scope, its plan and its flags. */
export const changeTexts: Readonly<Record<string, CheckPage>> = {
  zone: {
    title: 'A file is not yours to change alone',
    meaning:
      'The policy in CLAUDE.md says which files a product manager may change. A locked file is never one of them; a file outside the zone may be changed together with an engineer. The rule that decided, with its line, is shown by “Why may I (not) change this file?”.',
    fixes: [
      'Locked: put the file back as it was, and ask the people that the message names to make this part.',
      'Outside the zone: request to pair. An engineer then works on it with you, is named as co-author of the commit, and approves the pull request.',
      'Could not be read: leave the file out, or ask your engineering DRI to make this part of the change.',
    ],
  },
  codeowners: {
    title: 'Another team owns this file',
    meaning:
      'The file CODEOWNERS says which team answers for which files. What another team owns is not changed without them, whatever else the policy allows.',
    fixes: ['Put the file back as it was.', 'Ask the owners to make this part, in a change of their own.'],
  },
  size: {
    title: 'The change is too large to review well',
    meaning:
      'Small changes are read carefully, large ones are waved through. The policy sets how many files and lines a change may have; planning docs do not count.',
    fixes: [
      'Keep one part of the change here, and send the rest as a change of its own.',
      'If it cannot be split, it is no change for one sitting: pair with an engineer.',
    ],
  },
  'one-feature': {
    title: 'The change is about more than one feature',
    meaning:
      'One change is about one feature and one plan, so that each can be reviewed, turned on and rolled back alone. Texts, prompts and events count with the feature whose code uses them, wherever they lie.',
    fixes: ['Put the files of the other feature back here, and send them as a change of their own.'],
  },
  'planning-linked': {
    title: 'The change has no planning doc',
    meaning:
      'Each change is justified by a planning doc (PLANNING.md): why it is made, for whom, how you will know that it worked, and when it is turned off again. It is found by its feature folder and its flag.',
    fixes: [
      'Start a planning doc, and have it approved before you go on.',
      'If there is one, check that its lines Feature folder and Flag name the folder and the flag of this change.',
      'Set plans that are done to Shipped or Retired, so that they are not taken for this one.',
    ],
  },
  'planning-first': {
    title: 'The plan has to come before the work',
    meaning:
      'The plan is complete in a commit of its own before the first commit of anything else; where the controls are regulated, it is merged first. So that the plan is a decision, and not a description of what was done.',
    fixes: [
      'Nothing committed yet: commit the complete plan by itself, then the work.',
      'Already committed: choose “Rebuild on the Plan” in the menu of “My Change”. It makes a new branch with the plan first and your work after it; the old branch stays.',
    ],
  },
  'planning-complete': {
    title: 'The plan is not complete, or not approved',
    meaning:
      'A plan that goes with a change has all the sections that its level asks for, names its two DRIs (the people who answer for it), and is approved. Nobody approves a plan of their own.',
    fixes: [
      'Fill in what the message names; a short plan (Level: copy or config) asks for less.',
      'Set the Status to In Review and ask the two DRIs; they set it to Approved.',
    ],
  },
  'planning-scope': {
    title: 'The change goes beyond the plan',
    meaning:
      'The section Scope of the plan says what is part of the change and what is not. What was approved is that, and no more.',
    fixes: [
      'Take out what the scope does not have, and send it as a change of its own.',
      'Or extend the scope in the plan, and have that approved.',
    ],
  },
  'sign-off': {
    title: 'Two people sign off',
    meaning:
      'The engineering DRI and the product DRI approve the pull request. Nobody signs off a change of their own, so you can be neither of them here.',
    fixes: ['Nothing to do before the pull request. There, ask both for their approval.'],
  },
  'flag-gated': {
    title: 'Something is not behind the flag',
    meaning:
      'What users see is behind the flag of the feature, so that it can be turned on for a few people first and turned off in seconds. Without it everyone would see the change at once. Of a text the code decides that asks for it by its key. Where PM Zone cannot follow the way to what users see, it says so, and your engineering DRI looks at it.',
    fixes: [
      'Name the flag in the plan. If it does not exist yet, ask your engineering DRI to add it to the list of PMs.',
      'If the code does not ask for the flag yet, have an engineer put the feature behind it first.',
      'A text that everyone sees already: leave it as it was, and write the new one under a new key beside it, which an engineer shows where the flag is on.',
      'A word or two of a live page, under standard controls: write “none, because …” as the Flag of a plan of level copy; your engineering DRI approves it in the pull request.',
    ],
  },
  'flag-owned': {
    title: 'The flag is not one of yours',
    meaning:
      'You change the flags that your row of the list of PMs lists, and no others. Parts of a flag file that several flags share belong to nobody alone.',
    fixes: [
      'Put the flag back as it was.',
      'A new flag: ask your engineering DRI to add it to your row of the list of PMs.',
      'If another flag has to change, ask the people that the message names.',
    ],
  },
  'flag-safe': {
    title: 'The flag could do harm as it is',
    meaning:
      'A new flag begins switched off, a share of users is a number from 0 to 100, a flag that code still asks for is not deleted, and the file has one meaning only.',
    fixes: [
      'New: switch it off here, and turn it on in a change of its own once the work is merged.',
      'A share: write it as a plain number, such as 20.',
      'Deleted: put it back, and ask your engineering DRI to take it out together with the code.',
      'Twice, or not valid: keep one of the two, or take your last edit back.',
    ],
  },
};
