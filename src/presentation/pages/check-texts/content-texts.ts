import type { CheckPage } from './check-page.js';

/** What the checks of what stands in the files mean, by id: copy, prompts, telemetry, code and what may not be there. */
export const contentTexts: Readonly<Record<string, CheckPage>> = {
  'copy-catalog': {
    title: 'A text would come out wrong',
    meaning:
      'The app asks for each text by its key and fills in the parts in braces, such as {name}, by their names. A key that is gone while code asks for it leaves an empty place; a part that is lost, new or renamed shows up wrong, in every language that has it so.',
    fixes: [
      'Put a lost key back. An engineer takes a key out together with the code that uses it.',
      'Write the parts in braces exactly as they were; they may stand elsewhere in the sentence.',
      'A file that cannot be read: look for a missing comma or quotation mark at the marked place, or take your last edit back.',
    ],
  },
  'copy-locales': {
    title: 'A text is missing in some languages',
    meaning:
      'A text says the same in every language that the feature has, or the pull request lists the languages that still say what they said before, and those that do not have it. It does so by itself; you confirm that the change may go out before they follow.',
    fixes: [
      'Add the text to the other languages; the quick fix copies it and marks it to be translated.',
      'Have it translated before the flag is turned on.',
    ],
  },
  'prompt-variables': {
    title: 'A variable of the prompt is lost or new',
    meaning:
      'The app fills in the variables of a prompt by their names. One that is lost leaves the AI without that information; one that nobody fills in reaches it as it is written.',
    fixes: [
      'Write the variables exactly as they were.',
      'If a new one is needed, pair with an engineer, who has the app fill it in.',
    ],
  },
  'prompt-contract': {
    title: 'The plan says nothing of how the AI behaves',
    meaning:
      'A change of a prompt has a plan that says what the AI must, must not and may do (the agent behavior contract), and how that is tried out.',
    fixes: ['Add the section “Agent behavior contract” to the plan, and an evaluation to its test plan.'],
  },
  'events-additions-only': {
    title: 'An event was changed or taken out',
    meaning:
      'Dashboards depend on the events of analytics by their names, so events are only added. One that is renamed or gone breaks every chart that is made of it, and nobody notices for weeks.',
    fixes: [
      'Put the event back as it was; keep what you added.',
      'If it has to change, pair with an engineer and whoever owns the dashboards.',
    ],
  },
  'events-protected-data': {
    title: 'An event could carry protected data',
    meaning:
      'Events must not carry what identifies a person or says something of their health, their money or their secrets.',
    fixes: [
      'Take the field out, or send a count or a kind in its place.',
      'If you are not sure, ask your engineering DRI.',
    ],
  },
  'telemetry-planned': {
    title: 'The plan’s metric has no event',
    meaning:
      'The primary metric of the plan is counted from an event. Without one nobody will know whether the change worked.',
    fixes: ['Add the event that the metric is counted from, or name the one that exists in the plan.'],
  },
  'component-compatible': {
    title: 'A component lost something that others use',
    meaning:
      'Other parts of the app use what a component offers. What is removed, narrowed or newly demanded breaks them.',
    fixes: ['Put back what was there; add beside it instead.', 'If it has to go, pair with an engineer.'],
  },
  'design-system': {
    title: 'Something is not from the design system',
    meaning:
      'Components are made of the design system’s parts, or of the feature’s own. So that the app looks and works the same everywhere, also for people who use a keyboard or a screen reader.',
    fixes: ['Use the design system’s part.', 'If it has none, ask the design DRI.'],
  },
  'config-additions-only': {
    title: 'A setting was changed or taken out',
    meaning: 'Settings are only added to: one that is changed or gone may change what the app does for everyone.',
    fixes: ['Put the setting back as it was; keep what you added.', 'If it has to change, pair with an engineer.'],
  },
  'test-plan': {
    title: 'The test plan was not carried out',
    meaning: 'The plan says how the change is tried out before anyone sees it. You confirm that you did.',
    fixes: ['Go through the test plan, then confirm the item.'],
  },
  docs: {
    title: 'Docs say something else than users see',
    meaning: 'Where docs describe what changed, they change with it.',
    fixes: ['Bring the docs up to date, or confirm that none speak of it.'],
  },
  secrets: {
    title: 'A password, key or token is in the change',
    meaning:
      'What looks like a key opens something, for everyone who can read the repository, now or at any later time. Comments that tell tools to look away count for nothing.',
    fixes: [
      'Take it out before you commit.',
      'If it was committed or sent already, tell your engineering DRI at once, who has it replaced, since the history keeps it. Taking it out is then not enough.',
      'Where an earlier commit of your branch has it, also make one new commit of your files as they are now: the finding says how.',
      'If it is a false alarm, your engineering DRI waives it on the pull request.',
    ],
  },
  'protected-data': {
    title: 'Protected data is touched',
    meaning:
      'What identifies people or says something of their health or money is not in a change of yours, also not as an example.',
    fixes: [
      'Take it out, or write an example that is plainly made up.',
      'If the feature needs it, pair with an engineer.',
    ],
  },
  'unsafe-code': {
    title: 'Something unsafe is brought in',
    meaning:
      'HTML in texts, code that is put together from texts, addresses of other sites and invisible signs can be used to attack the people who use the app.',
    fixes: ['Write it as plain text.', 'If it is needed, pair with an engineer.'],
  },
  dependencies: {
    title: 'A dependency is added or changed',
    meaning: 'Code from elsewhere is chosen by engineers, who answer for keeping it safe.',
    fixes: ['Put it back as it was, and ask your engineering DRI.'],
  },
  'ai-disclosed': {
    title: 'It is not said what AI wrote',
    meaning:
      'The pull request says what your commits say of AI, with the files where they name any, so that reviewers know where to look twice. Where they say nothing, it says so, and never that something was written by hand.',
    fixes: ['Say it for each file that the message names.'],
  },
  'ai-understood': {
    title: 'Do you understand what AI wrote?',
    meaning:
      'You answer for everything in your change, also for what AI wrote. You confirm that you read and understand it.',
    fixes: ['Read it, ask an engineer about what you do not understand, then confirm the item.'],
  },
};
