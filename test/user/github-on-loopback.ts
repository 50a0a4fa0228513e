import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleRepository } from '../../demo/sample-repository.js';
import { FakeGithub } from '../hosts/fake-github/fake-github.js';
import { PushedBranches } from '../opening/pushed-branches.js';
import { useWorkbench, type Beginning, type Workbench } from '../vscode/use-workbench.js';
import { lieOn, type LoopbackState } from './lie-on-loopback.js';
import { pmSteps, savesManually } from './pm-steps.js';

export const token = 'ghp_storyOfMayaTESTTOKEN00';

/** A GitHub Enterprise Server of the sample's company on this computer; who signs in there gets the token that `signsIn` says. */
interface LoopbackGithub {
  readonly github: FakeGithub;
  /** The user's settings that name it. */
  readonly settings: Readonly<Record<string, string>>;
  /** The token that VS Code's sign-in gives; an empty one is a sign-in that the user breaks off. */
  readonly signsIn: (token: string) => void;
  /** What VS Code’s language model answers, which it has from then on, and what it was asked. */
  readonly answers: (text: string) => void;
  readonly question: () => string;
  /** The rights that were asked for, one line for each sign-in. */
  readonly asked: () => string;
  /** Makes it the host of the PM's clone, which lies on `address` then. */
  readonly prepare: (sample: SampleRepository, lie: (address: string) => void) => undefined;
}

/** People of the sample, and an engineer of the public products. */
const logins = ['maya-rivera', 'erin-okafor', 'paul-adeyemi', 'lin-chen'] as const;

async function startLoopbackGithub(repository: string): Promise<LoopbackGithub> {
  const github = new FakeGithub(repository);
  await github.server.start();
  const [maya, erin] = logins.map((login) => github.addUser(login));
  for (const login of logins) github.permissions.set(login, 'write');
  if (maya === undefined || erin === undefined) throw new Error('They are among them.');
  for (const team of ['growth', 'engineering', 'platform']) github.teams.set(`harbor/${team}`, [erin]);
  for (const label of ['pm-authored', 'zone:copy', 'size:XS', 'size:S']) github.labels.add(label);
  github.tokens.set(token, { user: maya, rights: new Set(['pull-requests', 'triage', 'labels']) });
  let file = '';
  return {
    github,
    settings: { 'github-enterprise.uri': github.server.url },
    signsIn: (given) => writeFileSync(file, given),
    answers: (text) => writeFileSync(`${file}.model`, text),
    question: () => readFileSync(`${file}.question`, 'utf8'),
    asked: () => (existsSync(`${file}.asked`) ? readFileSync(`${file}.asked`, 'utf8') : ''),
    prepare: (sample, lie) => {
      file = join(sample.folder, 'signs-in-with');
      writeFileSync(file, '');
      sample.environment['PM_ZONE_TEST_SIGN_IN'] = file;
      lie(`${github.server.url}/${repository}.git`);
      Object.assign(github, { branches: new PushedBranches(sample.origin, sample.environment) });
      return undefined;
    },
  };
}

interface LoopbackStory {
  readonly host: () => LoopbackGithub;
  readonly workbench: () => Workbench;
  readonly pm: ReturnType<typeof pmSteps>;
}

/** A story of the sample: a change of it is on no server yet, by default committed and confirmed. */
export function useLoopbackGithub(state?: LoopbackState): LoopbackStory {
  return useHostedOnLoopback('harbor/boards', (sample, address) => lieOn(sample, address, state));
}

/** A story of a repository that begins so: the host is there before VS Code and until after it, and nothing was sent that GitHub does not have. */
export function useHostedOnLoopback(
  repository: string,
  lie: (sample: SampleRepository, address: string) => void,
  beginning: Beginning = {},
): LoopbackStory {
  let host: LoopbackGithub | undefined;
  const started = (): LoopbackGithub => {
    if (host === undefined) throw new Error('The host is there within tests only.');
    return host;
  };
  before(async () => void (host = await startLoopbackGithub(repository)));
  after(async () => {
    await started().github.server.stop();
    assert.deepEqual(started().github.faults, []);
  });
  const workbench = useWorkbench({
    ...beginning,
    standIn: { name: 'sign-in', insteadOf: 'github-authentication' },
    // Known once it has started.
    get settings() {
      return { ...savesManually, ...beginning.settings, ...started().settings };
    },
    prepare: (sample) => started().prepare(sample, (address) => lie(sample, address)),
  });
  return { host: started, workbench, pm: pmSteps(workbench) };
}
