import type { CheckPage } from './check-pages.js';

/** What each check of the checklist means, by its id. */
export const checkTexts: Readonly<Record<string, CheckPage>> = {
  zone: {
    title: 'A file is not yours to change alone',
    means:
      'The policy in CLAUDE.md says which files a product manager may change. A locked file is never one of them; a file outside the zone may be changed together with an engineer. The rule that decided, with its line, is shown by “Why may I (not) change this file?”.',
    mend: [
      'Locked: put the file back as it was, and ask the people that the message names to make this part.',
      'Outside the zone: request to pair. An engineer then works on it with you, is named as co-author of the commit, and approves the pull request.',
      'Could not be read: leave the file out, or ask your engineering DRI to make this part of the change.',
    ],
  },
  codeowners: {
    title: 'Another team owns this file',
    means:
      'The file CODEOWNERS says which team answers for which files. What another team owns is not changed without them, whatever else the policy allows.',
    mend: ['Put the file back as it was.', 'Ask the owners to make this part, in a change of their own.'],
  },
  size: {
    title: 'The change is too large to review well',
    means:
      'Small changes are read carefully, large ones are waved through. The policy sets how many files and lines a change may have; planning docs do not count.',
    mend: [
      'Keep one part of the change here, and send the rest as a change of its own.',
      'If it cannot be split, it is no change for one sitting: pair with an engineer.',
    ],
  },
  'one-feature': {
    title: 'The change is about more than one feature',
    means:
      'One change is about one feature and one plan, so that each can be reviewed, turned on and rolled back alone.',
    mend: ['Put the files of the other feature back here, and send them as a change of their own.'],
  },
  'planning-linked': {
    title: 'The change has no planning doc',
    means:
      'Each change is justified by a planning doc (PLANNING.md): why it is made, for whom, how you will know that it worked, and when it is turned off again. It is found by its feature folder and its flag.',
    mend: [
      'Start a planning doc, and have it approved before you go on.',
      'If there is one, check that its lines Feature folder and Flag name the folder and the flag of this change.',
      'Set plans that are done to Shipped or Retired, so that they are not taken for this one.',
    ],
  },
  'planning-first': {
    title: 'The plan has to come before the work',
    means:
      'The plan is complete in a commit of its own before the first commit of anything else; where the controls are regulated, it is merged first. So that the plan is a decision, and not a description of what was done.',
    mend: [
      'Nothing committed yet: commit the complete plan by itself, then the work.',
      'Already committed: rebuild the change on the approved plan. An engineer can help with that in a few minutes.',
    ],
  },
  'planning-complete': {
    title: 'The plan is not complete, or not approved',
    means:
      'A plan that goes with a change has all the sections that its level asks for, names its two DRIs (the people who answer for it), and is approved. Nobody approves her own plan.',
    mend: [
      'Fill in what the message names; a short plan (Level: copy or config) asks for less.',
      'Set the Status to In Review and ask the two DRIs; they set it to Approved.',
    ],
  },
  'planning-scope': {
    title: 'The change goes beyond the plan',
    means:
      'The section Scope of the plan says what is part of the change and what is not. What was approved is that, and no more.',
    mend: [
      'Take out what the scope does not have, and send it as a change of its own.',
      'Or extend the scope in the plan, and have that approved.',
    ],
  },
  'sign-off': {
    title: 'Two people sign off',
    means:
      'The engineering DRI and the product DRI approve the pull request on the host. Nobody signs off her own change, so you can be neither of them here.',
    mend: ['Nothing to do before the pull request. There, ask both for their approval.'],
  },
  'flag-gated': {
    title: 'Something is not behind the flag',
    means:
      'What users see is behind the flag of the feature, so that it can be turned on for a few people first and turned off in seconds. Without it everyone would see the change at once.',
    mend: [
      'Name the flag in the plan. If it does not exist yet, ask your engineering DRI to add it to the roster.',
      'If the code does not ask for the flag yet, have an engineer put the feature behind it first.',
    ],
  },
  'flag-owned': {
    title: 'The flag is not one of yours',
    means:
      'You change the flags that your row of the roster in CLAUDE.md lists, and no others. Parts of a flag file that several flags share belong to nobody alone.',
    mend: [
      'Put the flag back as it was.',
      'A new flag: ask your engineering DRI to add it to your row of the roster.',
      'If another flag has to change, ask the people that the message names.',
    ],
  },
  'flag-safe': {
    title: 'The flag could do harm as it is',
    means:
      'A new flag begins switched off, a share of users is a number from 0 to 100, a flag that code still asks for is not deleted, and the file has one meaning only.',
    mend: [
      'New: switch it off here, and turn it on in a change of its own once the work is merged.',
      'A share: write it as a plain number, such as 20.',
      'Deleted: put it back, and ask engineering to take it out together with the code.',
      'Twice, or not valid: keep one of the two, or take your last edit back.',
    ],
  },
  'copy-catalog': {
    title: 'A text would come out wrong',
    means:
      'The app asks for each text by its key and fills in the parts in braces, such as {name}, by their names. A key that is gone leaves an empty place; a part that is lost, new or renamed shows up wrong, in every language that has it so.',
    mend: [
      'Put a lost key back. Engineering takes a key out together with the code that uses it.',
      'Write the parts in braces exactly as they were; they may stand elsewhere in the sentence.',
      'A file that cannot be read: look for a missing comma or quotation mark at the marked place, or take your last edit back.',
    ],
  },
  'copy-locales': {
    title: 'A text is missing in some languages',
    means:
      'A new text has every language that the feature has, or is listed as not translated yet. Otherwise some people read nothing, or another language.',
    mend: [
      'Add the text to the other languages; the quick fix copies it and marks it to be translated.',
      'Have it translated before the flag is turned on.',
    ],
  },
  'prompt-variables': {
    title: 'A variable of the prompt is lost or new',
    means:
      'The app fills in the variables of a prompt by their names. One that is lost leaves the AI without that information; one that nobody fills in reaches it as it is written.',
    mend: [
      'Write the variables exactly as they were.',
      'If a new one is needed, pair with an engineer, who has the app fill it in.',
    ],
  },
  'prompt-contract': {
    title: 'The plan says nothing of how the AI behaves',
    means:
      'A change of a prompt has a plan that says what the AI must, must not and may do (the agent behavior contract), and how that is tried out.',
    mend: ['Add the section “Agent behavior contract” to the plan, and an evaluation to its test plan.'],
  },
  'events-additions-only': {
    title: 'An event was changed or taken out',
    means:
      'Dashboards depend on the events of analytics by their names, so events are only added. One that is renamed or gone breaks every chart that is made of it, and nobody notices for weeks.',
    mend: [
      'Put the event back as it was; keep what you added.',
      'If it has to change, pair with an engineer and whoever owns the dashboards.',
    ],
  },
  'events-protected-data': {
    title: 'An event could carry protected data',
    means: 'Events must not carry what identifies a person or says something of her health, her money or her secrets.',
    mend: [
      'Take the field out, or send a count or a kind in its place.',
      'If you are not sure, ask your engineering DRI.',
    ],
  },
  'telemetry-planned': {
    title: 'The plan’s metric has no event',
    means:
      'The primary metric of the plan is counted from an event. Without one nobody will know whether the change worked.',
    mend: ['Add the event that the metric is counted from, or name the one that exists in the plan.'],
  },
  'component-compatible': {
    title: 'A component lost something that others use',
    means:
      'Other parts of the app use what a component offers. What is removed, narrowed or newly demanded breaks them.',
    mend: ['Put back what was there; add beside it instead.', 'If it has to go, pair with an engineer.'],
  },
  'design-system': {
    title: 'Something is not from the design system',
    means:
      'Components are made of the design system’s parts, or of the feature’s own. So that the app looks and works the same everywhere, also for people who use a keyboard or a screen reader.',
    mend: ['Use the design system’s part.', 'If it has none, ask the design DRI.'],
  },
  'config-additions-only': {
    title: 'A setting was changed or taken out',
    means: 'Settings are only added to: one that is changed or gone may change what the app does for everyone.',
    mend: ['Put the setting back as it was; keep what you added.', 'If it has to change, pair with an engineer.'],
  },
  'test-plan': {
    title: 'The test plan was not carried out',
    means: 'The plan says how the change is tried out before anyone sees it. You confirm that you did.',
    mend: ['Go through the test plan, then confirm the item.'],
  },
  docs: {
    title: 'Docs say something else than users see',
    means: 'Where docs describe what changed, they change with it.',
    mend: ['Bring the docs up to date, or confirm that none speak of it.'],
  },
  secrets: {
    title: 'A password, key or token is in the change',
    means:
      'What looks like a key opens something, for everyone who can read the repository, now or at any later time. Comments that tell tools to look away count for nothing.',
    mend: [
      'Take it out before you commit.',
      'If it was committed or sent already, tell engineering at once: they make it invalid. Taking it out is then not enough.',
      'If it is a false alarm, your engineering DRI waives it on the pull request.',
    ],
  },
  'protected-data': {
    title: 'Protected data is touched',
    means:
      'What identifies people or says something of their health or money is not in a change of yours, also not as an example.',
    mend: [
      'Take it out, or write an example that is plainly made up.',
      'If the feature needs it, pair with an engineer.',
    ],
  },
  'unsafe-code': {
    title: 'Something unsafe is brought in',
    means:
      'HTML in texts, code that is put together from texts, addresses of other hosts and invisible signs can be used to attack the people who use the app.',
    mend: ['Write it as plain text.', 'If it is needed, pair with an engineer.'],
  },
  dependencies: {
    title: 'A dependency is added or changed',
    means: 'Code from elsewhere is chosen by engineering, who answer for keeping it safe.',
    mend: ['Put it back as it was, and ask your engineering DRI.'],
  },
  'ai-disclosed': {
    title: 'It is not said what AI wrote',
    means:
      'The pull request says of each file whether it was written by hand, with the help of AI, or by AI, so that reviewers know where to look twice.',
    mend: ['Say it for each file that the message names.'],
  },
  'ai-understood': {
    title: 'Do you understand what AI wrote?',
    means:
      'You answer for everything in your change, also for what AI wrote. You confirm that you read and understand it.',
    mend: ['Read it, ask an engineer about what you do not understand, then confirm the item.'],
  },
};
