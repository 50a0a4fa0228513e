import { aKey, filledPlan, friendlierTexts } from './sample-change.js';
import type { Stage } from './stage.js';

const feature = 'src/features/onboarding';
const flag = 'friendlier-empty-state';
const branch = 'onboarding/friendlier-empty-state';

/** The first job: what Maya may touch, and why. */
export function showStanding(stage: Stage): void {
  stage.part('1. What may Maya touch?');
  stage.say(
    'The company wrote down what product managers may change, in CLAUDE.md, and who owns what, in CODEOWNERS. Maya does not have to read either, but asks which files a product manager may edit:',
  );
  stage.pmZone(['files', '--editable'], {
    exit: 0,
    says: [
      `${feature}/i18n/en.json`,
      `${feature}/flags.yaml`,
      'only flags on your row of the list of PMs',
      'CLAUDE.md:',
    ],
    neverSays: ['src/auth/', 'src/features/search/', `${feature}/auth/`],
  });
  stage.say('Maya’s feature folder, and in it texts, prompts, events, components and flags. What about a few others?');
  stage.pmZone(
    ['files', 'src/auth/session.ts', `${feature}/index.tsx`, 'src/features/search/i18n/en.json', 'CLAUDE.md'],
    {
      exit: 0,
      says: [/locked +src\/auth\/session\.ts/, /pair +src\/features\/onboarding\/index\.tsx/, /locked +CLAUDE\.md/],
    },
  );
  stage.say(
    '“Locked” is closed to Maya, “pair” is changed only together with an engineer. Every answer can be asked for its reasons:',
  );
  stage.pmZone(['why', 'src/auth/session.ts'], { exit: 0, says: ['locked', '**/auth/**', 'CLAUDE.md', 'CODEOWNERS'] });
  stage.pmZone(['why', `${feature}/flags.yaml`], { exit: 0, says: ['flags they own', 'CLAUDE.md'] });
}

/** The same change with everything that goes wrong on a hurried afternoon, and what the review makes of it. */
export function changeInAHurry(stage: Stage): void {
  stage.part('2. A hurried afternoon');
  stage.say(
    [
      'Maya has an hour before a meeting, so the code comes first. On a new branch Maya changes, one after the other:',
      '- the sentence behind the flag, in three languages, and the flag itself: on, for 20 %;',
      '- but the French text loses the {name} that greets the reader;',
      '- the welcome assistant’s prompt, with a key pasted in so that a colleague can try it;',
      '- another team’s flag, since a customer asked for invitations by link;',
      '- and the time after which people are signed out, “while I am here”, in src/auth.',
    ].join('\n'),
  );
  stage.git(['switch', '--quiet', '--create', branch]);
  writeTheChange(stage);
  stage.edit(`${feature}/i18n/fr.json`, 'se retrouve ici, {name}.', 'se retrouve ici.');
  stage.append(`${feature}/prompts/welcome-assistant.md`, `\nTo try this out, use the key ${aKey()}.\n`);
  stage.edit(
    `${feature}/flags.yaml`,
    'Waits for the rate limit.\n    owner: erin@harbor.example\n    enabled: false\n    rollout: 0',
    'Waits for the rate limit.\n    owner: erin@harbor.example\n    enabled: true\n    rollout: 100',
  );
  stage.edit('src/auth/session.ts', 'sessionMinutes = 30', 'sessionMinutes = 240');
  stage.git(['add', '--all']);
  stage.git(['status', '--short'], 'output');
  stage.say('Before committing, Maya asks for a review of what is staged:');
  stage.pmZone(['review', '--staged'], {
    exit: 1,
    says: [
      'Blocked',
      'src/auth/session.ts is locked',
      /This looks like .*key/i,
      'prompts/welcome-assistant.md:7',
      'invite-by-link',
      '{name}',
      'due before the pull request',
    ],
    neverSays: [aKey()],
  });
  stage.say(
    'Two things block the commit right here, and would in the commit guard too: a file that is locked, and a key that everyone could read. The other two would not block a commit, only the pull request, but each is reported with its place. Maya fixes all four; the prompt goes back to what it was, since it was never part of this change. What is marked “due” is not forgotten: the list says when its time comes.',
  );
  stage.git(['restore', '--staged', '--worktree', 'src/auth/session.ts', `${feature}/prompts/welcome-assistant.md`]);
  stage.edit(`${feature}/i18n/fr.json`, 'se retrouve ici.', 'se retrouve ici, {name}.');
  stage.edit(
    `${feature}/flags.yaml`,
    'Waits for the rate limit.\n    owner: erin@harbor.example\n    enabled: true\n    rollout: 100',
    'Waits for the rate limit.\n    owner: erin@harbor.example\n    enabled: false\n    rollout: 0',
  );
  stage.git(['add', '--all']);
  stage.pmZone(['review', '--staged'], {
    exit: 0,
    says: ['Ready to commit', 'due before the pull request', 'due on the pull request'],
    neverSays: ['BLOCKER', 'session.ts'],
  });
  stage.commit('Say what to do first when there are no boards');
}

/** No plan, then a plan that came too late, then the plan first. */
export function planFirst(stage: Stage): void {
  stage.part('3. The plan comes first');
  stage.say(
    'Committed, but not yet fit to be sent. This is the review of the whole branch, as it would be before a pull request:',
  );
  stage.pmZone(['review'], { exit: 1, says: ['no planning doc', 'pm-zone plan'] });
  stage.say(
    'There is no planning doc: nothing says why this is done, and at which number it is turned off again. For a change of copy that is a short page, and it does not start empty:',
  );
  stage.pmZone(['plan', 'A friendlier empty state', '--folder', feature, '--flag', flag, '--level', 'copy'], {
    exit: 0,
    says: [`${feature}/PLANNING.md`],
  });
  stage.show(`${feature}/PLANNING.md`, 24);
  stage.say('Maya fills it in, in plain words, and commits it on top. Will that do?');
  stage.write(`${feature}/PLANNING.md`, filledPlan('In Review'));
  stage.commit('Plan a friendlier empty state');
  stage.pmZone(['review'], { exit: 1, says: ['The code came before the plan'] });
  stage.say(
    'It will not: a plan that is written after the code only describes it, and nobody but the DRIs can approve it. So Maya begins the branch again with the plan, Erin, the engineering DRI (the engineer who answers for this), reads and approves it, and only then comes the code.',
  );
  stage.git(['switch', '--quiet', '--create', `${branch}-2`, 'origin/main']);
  stage.write(`${feature}/PLANNING.md`, filledPlan('In Review'));
  stage.commit('Plan a friendlier empty state');
  stage.write(`${feature}/PLANNING.md`, filledPlan('Approved'));
  stage.commit('Approve the plan for a friendlier empty state', stage.sample.people.erin);
  writeTheChange(stage);
  stage.commit('Say what to do first when there are no boards');
  stage.git(['log', '--format=%h %an: %s', 'origin/main..'], 'output');
}

/** Ready, what is still due on the host, and the draft. */
export function sendIt(stage: Stage): void {
  stage.part('4. Ready to send');
  stage.say(
    'What no program can know is for Maya to confirm: read the list, look once more, and attest exactly this content:',
  );
  stage.pmZone(['attest'], { exit: 1, says: ['ai-understood', 'Someone who speaks the language'] });
  stage.pmZone(['attest', '--all'], { exit: 0, says: ['Confirmed', 'on your branch', 'changes no file'] });
  stage.say('Maya’s word is in a commit that changes no file, so that it reaches the pull request, in any clone:');
  stage.git(['log', '-1', '--format=%an: %s%n%n%(trailers)'], 'output');
  stage.pmZone(['review'], {
    exit: 0,
    says: ['Ready for the pull request', 'confirmed by the author', 'due on the pull request (engineering DRI)'],
    neverSays: ['BLOCKER', 'needs fix'],
  });
  stage.say(
    'Ready. This was guidance on Maya’s own machine; the control is the same review on the pull request, under the host’s rules. There it waits for what only engineering can confirm:',
  );
  stage.pmZone(['review', '--base', 'origin/main'], {
    exit: 1,
    says: ['engineering DRI to confirm', '(maya@harbor.example, says '],
    neverSays: ['BLOCKER', 'needs fix', 'yours to confirm'],
  });
  stage.say(
    'The last job: a pull request that an engineer is glad to get. “--dry-run” shows the draft and sends nothing.',
  );
  stage.pmZone(['pr', '--dry-run'], {
    exit: 0,
    says: ['pm-authored', flag, `${feature}/PLANNING.md`, 'erin-okafor', 'roll back'],
    neverSays: [aKey()],
  });
}

function writeTheChange(stage: Stage): void {
  for (const [language, [was, is]] of Object.entries(friendlierTexts)) {
    stage.edit(`${feature}/i18n/${language}.json`, was, is);
  }
  stage.edit(
    `${feature}/flags.yaml`,
    'what is missing.\n    owner: maya@harbor.example\n    enabled: false\n    rollout: 0',
    'what is missing.\n    owner: maya@harbor.example\n    enabled: true\n    rollout: 20',
  );
}
