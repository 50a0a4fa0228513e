import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../../demo/project-folder.js';
import { friendlierTexts } from '../../demo/sample-change.js';
import type { SampleRepository } from '../../demo/sample-repository.js';
import { feature, gitIn, withApprovedPlan } from './pm-steps.js';

/** How far a change is that is on no server yet. */
export type LoopbackState = 'confirmed' | 'uncommitted, on main';

/** Makes the sample a clone of a repository with that address, with a change of it, by default committed and confirmed. */
export function lieOn(sample: SampleRepository, address: string, state: LoopbackState = 'confirmed'): void {
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
  git('config', '--add', `url.${pathToFileURL(sample.origin).href}.insteadOf`, address);
  git('remote', 'set-url', 'origin', address);
}
