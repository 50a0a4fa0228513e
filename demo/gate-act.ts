import { join } from 'node:path';
import type { HostState } from './host/host-state.js';
import type { StartedHost } from './host/start-host.js';
import { projectFolder } from './project-folder.js';
import { renderPage } from './render-page.js';
import type { Stage } from './stage.js';

const session = 'src/auth/session.ts';

/** The pull request, opened on a host: what its reviewers read, and what Maya is told. */
export async function openIt(stage: Stage, host: StartedHost): Promise<void> {
  stage.part('5. The pull request');
  stage.say(
    'Now for real. The company’s GitHub is played by a server on this computer, which holds each request to GitHub’s own published description of its interface, and Maya is signed in there. One command sends the commits, opens the pull request, sets its labels and asks for its reviews:',
  );
  Object.assign(stage.sample.environment, host.environment);
  stage.pmZone(['pr'], {
    exit: 0,
    says: ['is open', 'Next: it waits for its reviews', '@erin-okafor', '@paul-adeyemi'],
    neverSays: ['could not', 'is not set', 'is not asked'],
  });
  const state = await host.after('look');
  showPage(stage, state);
  stage.expect(
    'the pull request',
    `${state.title}\n${state.labels.join(', ')}\n${state.asked.join(', ')}\n${state.body}`,
    {
      says: ['A friendlier empty state', 'pm-authored', 'zone:copy', 'erin-okafor', 'harbor/growth', 'To roll back'],
      neverSays: ['sk-ant'],
    },
  );
}

/** The gate on that pull request: red for what is locked, green once it is taken out and both DRIs approved. */
export async function passTheGate(stage: Stage, host: StartedHost): Promise<void> {
  stage.part('6. The gate, as engineering sees it');
  stage.say(
    'All of Maya’s reviews were guidance on Maya’s own computer. What counts is the gate: a job on the host that judges each pull request in a clone that knows nothing of that computer, by what the host says of who opened, pushed and approved it, and posts one status, which the rules of main require:',
  );
  await judge(stage, host, { says: ['pending', '@erin-okafor', '@paul-adeyemi'] });
  stage.say(
    'Nothing is Maya’s to mend, and everyone who is waited for is named. But one thing still bothers Maya: how soon people are signed out. So there is one more commit, and this time without PM Zone:',
  );
  stage.edit(session, 'sessionMinutes = 30', 'sessionMinutes = 240');
  stage.commit('Keep people signed in');
  stage.git(['push', '--quiet', 'origin', 'HEAD']);
  await judge(stage, host, { says: ['failure', 'Not ready', session] });
  stage.say(
    'Red: the file is locked, and the pull request cannot be merged. Maya asks what is wrong, and takes it back:',
  );
  stage.pmZone(['pr'], { exit: 1, says: [`${session} is locked`, 'nothing was shared or opened'] });
  stage.git(['revert', '--no-edit', 'HEAD']);
  stage.pmZone(['pr'], { exit: 0, says: ['was open already', 'Next: it waits for its reviews'] });
  await judge(stage, host, { says: ['pending', 'Waits for'] });
  stage.say('Erin and Paul read what is there now, and approve it on the host:');
  await host.after('approve');
  const green = await judge(stage, host, { says: ['success', 'every item is decided'], neverSays: ['failure'] });
  showPage(stage, green);
  stage.say('Green, so an engineer merges it: PM Zone never does. Maya asks once more, and is told what happens next:');
  await host.after('merge');
  stage.git(['fetch', '--quiet', 'origin']);
  stage.pmZone(['pr'], { exit: 0, says: ['is merged', 'Next: go on from what everybody has', 'Shipped'] });
  stage.expect('what the host was sent', green.faults.join('\n'), { says: [], neverSays: [/./] });
}

/** Runs the gate for the pull request as the host does it, and tells which status it posted. */
async function judge(
  stage: Stage,
  host: StartedHost,
  expected: { readonly says: readonly string[]; readonly neverSays?: readonly string[] },
): Promise<HostState> {
  const before = await host.after('look');
  const gate = join(projectFolder(), 'dist', 'gate.js');
  const output = stage.run('pm-zone gate   (on the host)', gate, host.job(before));
  const state = await host.after('look');
  const { state: color = 'none', description = '' } = state.status ?? {};
  stage.print(`  pm-zone (main): ${color}, “${description}”`);
  stage.expect('the gate', `${output}\n${color}\n${description}`, expected);
  return state;
}

function showPage(stage: Stage, state: HostState): void {
  const file = join(stage.sample.folder, 'pull-request.html');
  stage.save(file, renderPage(state));
  stage.say(`This is how an engineer reads it now: open ${file} in a browser.`);
}
