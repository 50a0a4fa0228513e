import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleRepository } from '../../demo/sample-repository.js';
import { FakeGithub } from '../hosts/fake-github/fake-github.js';
import { PushedBranches } from '../opening/pushed-branches.js';
import { useWorkbench, type Workbench } from '../vscode/use-workbench.js';
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
  /** Makes the sample a clone of a repository there, with a change that is on no server yet, by default committed and confirmed. */
  readonly prepare: (sample: SampleRepository, state?: LoopbackState) => undefined;
}

async function startLoopbackGithub(): Promise<LoopbackGithub> {
  const github = new FakeGithub('harbor/boards');
  await github.server.start();
  const [maya, erin, paul] = ['maya-rivera', 'erin-okafor', 'paul-adeyemi'].map((login) => github.addUser(login));
  for (const login of ['maya-rivera', 'erin-okafor', 'paul-adeyemi']) github.permissions.set(login, 'write');
  if (maya === undefined || erin === undefined || paul === undefined) throw new Error('There are three of them.');
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
    prepare: (sample, state) => {
      file = join(sample.folder, 'signs-in-with');
      writeFileSync(file, '');
      sample.environment['PM_ZONE_TEST_SIGN_IN'] = file;
      lieOn(sample, `${github.server.url}/harbor/boards.git`, state);
      Object.assign(github, { branches: new PushedBranches(sample.origin, sample.environment) });
      return undefined;
    },
  };
}

/** A story of it: the host is there before VS Code and until after it, and nothing was sent that GitHub does not have. */
export function useLoopbackGithub(state?: LoopbackState): {
  readonly host: () => LoopbackGithub;
  readonly workbench: () => Workbench;
  readonly pm: ReturnType<typeof pmSteps>;
} {
  let host: LoopbackGithub | undefined;
  const started = (): LoopbackGithub => {
    if (host === undefined) throw new Error('The host is there within tests only.');
    return host;
  };
  before(async () => void (host = await startLoopbackGithub()));
  after(async () => {
    await started().github.server.stop();
    assert.deepEqual(started().github.faults, []);
  });
  const workbench = useWorkbench({
    standIn: { name: 'sign-in', insteadOf: 'github-authentication' },
    // Known once it has started.
    get settings() {
      return { ...savesManually, ...started().settings };
    },
    prepare: (sample) => started().prepare(sample, state),
  });
  return { host: started, workbench, pm: pmSteps(workbench) };
}
