import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../../demo/project-folder.js';
import { friendlierTexts } from '../../demo/sample-change.js';
import type { SampleRepository } from '../../demo/sample-repository.js';
import { FakeGithub } from '../hosts/fake-github/fake-github.js';
import { PushedBranches } from '../opening/pushed-branches.js';
import { feature, gitIn, withApprovedPlan } from './pm-steps.js';

export const token = 'ghp_storyOfMayaTESTTOKEN00';

/** A GitHub Enterprise Server of the sample's company on this computer; who signs in there gets the token that `signsIn` says. */
export interface LoopbackGithub {
  readonly github: FakeGithub;
  /** The user's settings that name it. */
  readonly settings: Readonly<Record<string, string>>;
  /** The token that VS Code's sign-in gives; an empty one is a sign-in that the user breaks off. */
  readonly signsIn: (token: string) => void;
  /** The rights that were asked for, one line for each sign-in. */
  readonly asked: () => string;
  /** Makes the sample a clone of a repository there, with a change that is on no server yet, by default committed and confirmed. */
  readonly prepare: (sample: SampleRepository, state?: 'confirmed' | 'uncommitted, on main') => undefined;
}

export async function startLoopbackGithub(): Promise<LoopbackGithub> {
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
    asked: () => (existsSync(`${file}.asked`) ? readFileSync(`${file}.asked`, 'utf8') : ''),
    prepare: (sample, state = 'confirmed') => {
      file = join(sample.folder, 'signs-in-with');
      writeFileSync(file, '');
      sample.environment['PM_ZONE_TEST_SIGN_IN'] = file;
      withApprovedPlan(sample);
      const git = (...args: readonly string[]): string => gitIn(sample, sample.root, ...args);
      for (const [locale, [was, is]] of Object.entries(friendlierTexts)) {
        const path = join(sample.root, feature, 'i18n', `${locale}.json`);
        writeFileSync(path, readFileSync(path, 'utf8').replace(was, is));
      }
      if (state === 'confirmed') {
        git('switch', '-q', '-c', 'pm/friendlier-empty-state');
        git('commit', '-q', '--all', '-m', 'Say what a board is for');
        const program = join(projectFolder(), 'dist', 'pm-zone.js');
        execFileSync(process.execPath, [program, 'attest', '--all'], { cwd: sample.root, env: sample.environment });
      }
      const address = `${github.server.url}/harbor/boards.git`;
      git('config', '--add', `url.${pathToFileURL(sample.origin).href}.insteadOf`, address);
      git('remote', 'set-url', 'origin', address);
      Object.assign(github, { branches: new PushedBranches(sample.origin, sample.environment) });
      return undefined;
    },
  };
}
