import { join } from 'node:path';
import { hostWords, type SentCommits } from './host-words.js';
import type { Stage } from './stage.js';

/** The gate in a clone of its own: it waits for named people, is ready once they approved, and takes that back for what they did not see. */
export function passTheGate(stage: Stage): void {
  stage.part('5. The gate, as engineering sees it');
  stage.say(
    'Maya’s branch is pushed, and on the host a job judges it in a clone that knows nothing of Maya’s machine. What the host says of the pull request, who opened and pushed it and who approved what, is the only word that counts there; here it lies in a file that stands for the host. Nobody has approved yet:',
  );
  const fresh = stage.cloneBranch('at-the-host');
  const host = join(stage.sample.folder, 'what-the-host-says');
  stage.keep(`${host}-1.json`, hostWords(sent(fresh)));
  fresh.pmZone(['review', '--base', 'origin/main', '--evidence', `${host}-1.json`], {
    exit: 3,
    says: ['It waits for @erin-okafor', '@paul-adeyemi', 'Approval by the engineering DRI', 'which is their own word'],
    neverSays: ['Mend what is listed'],
  });
  stage.say(
    'Nothing is Maya’s to mend any more, and everyone who is waited for is named. Maya’s confirmations came with the branch. Erin and Paul read the change and approve it on the host:',
  );
  const approved = sent(fresh);
  stage.keep(`${host}-2.json`, hostWords(approved, approved.commits.at(-1)));
  fresh.pmZone(['review', '--base', 'origin/main', '--evidence', `${host}-2.json`, '--format', 'markdown'], {
    exit: 0,
    says: ['Ready: every item is decided', 'approved by @', 'decided by its check'],
  });
  stage.say(
    'That is the summary that the job leaves on the pull request, and the status is green. Now somebody slips in one more commit on the approved branch:',
  );
  fresh.edit('src/auth/session.ts', 'sessionMinutes = 30', 'sessionMinutes = 240');
  fresh.commit('Keep people signed in');
  stage.keep(`${host}-3.json`, hostWords(sent(fresh), approved.commits.at(-1)));
  fresh.pmZone(['review', '--base', 'origin/main', '--evidence', `${host}-3.json`], {
    exit: 1,
    says: ['src/auth/session.ts is locked', 'and the change is another since then'],
    neverSays: ['Ready: every item'],
  });
  stage.say('Red again, for two reasons that it names: the file is locked, and what was approved is another change.');
}

function sent({ list }: { readonly list: (range: string) => readonly string[] }): SentCommits {
  return { base: list('origin/main').at(-1) as string, commits: list('origin/main..HEAD') };
}
