import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tip } from '../../src/git/find-base.js';
import { bringBack } from '../../src/work/bring-back.js';
import { commitWithoutFiles } from '../../src/work/commit-without-files.js';
import { commitReviewed, readReviewedFiles } from '../../src/work/commit-reviewed.js';
import { getLatest } from '../../src/work/get-latest.js';
import { listBackups } from '../../src/work/list-backups.js';
import type { OperationOutcome } from '../../src/work/operation-outcome.js';
import { putFilesBack } from '../../src/work/put-files-back.js';
import { rebuildOnPlan } from '../../src/work/rebuild-on-plan.js';
import { startChange } from '../../src/work/start-change.js';
import { startOver } from '../../src/work/start-over.js';
import { switchChange } from '../../src/work/switch-change.js';
import { undoLastStep } from '../../src/work/undo-last-step.js';
import { runGitLine, type Work } from '../../src/work/work.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { pilotClone, within } from './setup.js';

export type Operation = (work: Work) => Promise<OperationOutcome>;

/** Operations that can be done in an `unfinishedClone` after `keepOne`. */
export const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['switching', (work) => switchChange(work, { to: 'pm/other' })],
  ['switching to main', async (work) => switchChange(work, { to: 'main', base: await tip(work, 'origin/main') })],
  ['starting from the base', async (work) => startChange(work, { title: 'Fresh', base: await tip(work, 'elsewhere') })],
  ['putting a file back', async (work) => putFilesBack(work, { paths: ['src'], base: await tip(work, 'origin/main') })],
  ['starting over', async (work) => startOver(work, { base: await tip(work, 'origin/main') })],
  ['undoing', async (work) => undoLastStep(work, { base: await tip(work, 'origin/main') })],
  [
    'bringing back',
    async (work) => {
      const listed = await listBackups(work);
      return listed.done ? bringBack(work, { ref: listed.backups[0]?.ref ?? '' }) : listed;
    },
  ],
  [
    'committing',
    async (work) => {
      const read = await readReviewedFiles(work, ['src/home/b.txt', 'fresh/untracked.txt', 'run.sh']);
      return read.done ? commitReviewed(work, { ...read, message: 'Reviewed' }) : read;
    },
  ],
  [
    'confirming',
    async (work) =>
      commitWithoutFiles(work, {
        on: await runGitLine(work, ['rev-parse', 'HEAD']),
        message: 'Confirm\n\nIt-Is: so\n',
        isSignedOff: false,
        findFault: () => undefined,
      }),
  ],
  // It differs in other files than those that are unfinished.
  ['getting the latest', async (work) => getLatest(work, { base: await tip(work, 'pm/other') })],
  [
    'rebuilding',
    async (work) => rebuildOnPlan(work, { base: await tip(work, 'pm/other'), plan: 'README.md', message: 'On it' }),
  ],
]);

/** Begins a merge with a conflict in a `divergedClone`. */
export async function openMerge(work: Work): ReturnType<typeof getLatest> {
  return getLatest(work, { base: await tip(work, 'pm/other') });
}

async function tip(work: Work, ref: string): Promise<Tip> {
  return { ref, commit: await runGitLine(work, ['rev-parse', ref]) };
}

/** Makes a backup, so that there is one to bring back. */
export async function keepOne(repository: TemporaryRepository): Promise<void> {
  const outcome = await within(repository, async (work) =>
    putFilesBack(work, { paths: ['src/home/new.txt'], base: await tip(work, 'origin/main') }),
  );
  assert.ok(outcome.done, outcome.sentence);
}

/** A change without unfinished work whose README differs from that of `pm/other`. */
export function divergedClone(): ReturnType<typeof unfinishedClone> {
  const { repository, origin } = unfinishedClone();
  repository.git('reset', '--quiet', '--hard');
  repository.write('README.md', '# Mine\n');
  repository.commit('Change the readme');
  return { repository, origin };
}

/** Without what depends on the moment: the ids of new commits. */
export function comparable(state: unknown): unknown {
  return JSON.parse(
    JSON.stringify(state).replace(/(refs\/(?:pm-zone|heads\/pm)\/[^ "]*) [0-9a-f]{40}/g, '$1'),
  ) as unknown;
}

/** Unfinished work of every kind on `pm/home`, `pm/other` to switch to, and a backup of a file. */
export function unfinishedClone() {
  const { repository, origin } = pilotClone();
  repository.git('checkout', '--quiet', '-b', 'pm/other', 'origin/main', '--no-track');
  repository.write('src/other.txt', 'other\n');
  repository.write('README.md', '# Other\n');
  repository.commit('Write the other');
  repository.git('checkout', '--quiet', '-b', 'elsewhere', 'pm/home', '--no-track');
  repository.write('far/away.txt', 'away\n');
  repository.commit('Elsewhere');
  repository.git('checkout', '--quiet', 'pm/home');
  repository.write('src/home/b.txt', 'staged\n');
  repository.git('add', 'src/home/b.txt');
  repository.write('src/home/b.txt', 'then edited\r\n');
  repository.write('fresh/untracked.txt', 'untracked\n');
  repository.remove('run.sh');
  repository.write('kept.log', 'ignored\n');
  return { repository, origin };
}

/** The same repository in another folder, byte for byte. */
export function copyOf(original: TemporaryRepository): TemporaryRepository {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-test-')));
  const root = join(home, 'work');
  cpSync(original.root, root, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  return Object.assign(Object.create(original) as TemporaryRepository, {
    root,
    write: (path: string, content: string) => writeFileSync(join(root, path), content),
    git: (...args: readonly string[]) => original.git('-C', root, ...args),
    remove: () => rmSync(home, { recursive: true, force: true }),
  });
}
