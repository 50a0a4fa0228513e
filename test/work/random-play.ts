import assert from 'node:assert/strict';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { bringBack } from '../../src/work/bring-back.js';
import { commitReviewed, readReviewedFiles } from '../../src/work/commit-reviewed.js';
import { cancelLatest, finishLatest } from '../../src/work/finish-latest.js';
import { getLatest } from '../../src/work/get-latest.js';
import { listBackups } from '../../src/work/list-backups.js';
import type { OperationOutcome } from '../../src/work/operation-outcome.js';
import { putFilesBack } from '../../src/work/put-files-back.js';
import { rebuildOnPlan } from '../../src/work/rebuild-on-plan.js';
import { resumeWork } from '../../src/work/resume-work.js';
import { startChange } from '../../src/work/start-change.js';
import { startOver } from '../../src/work/start-over.js';
import { switchChange } from '../../src/work/switch-change.js';
import { undoLastStep } from '../../src/work/undo-last-step.js';
import { hashBlob } from '../../src/git/objects.js';
import type { Work } from '../../src/work/work.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { Killed, withFault } from './faults.js';
import type { Operated, Outside, Played } from './random-steps.js';
import { backupsOf, filesOf, pilotClone, within } from './setup.js';

/** What runs beside each operation, such as a git that clears up; resolves to what ends it. */
export type Crowd = (repository: TemporaryRepository) => () => Promise<void>;

interface Scene {
  readonly repository: TemporaryRepository;
  readonly origin: TemporaryRepository;
  /** The last content that the PM gave each file of the tree; what they overwrote or deleted themselves is not missed. */
  readonly written: Set<string>;
  readonly fault: Played['fault'];
  readonly number: number;
}

/** Plays the steps in a repository of their own, and looks for everything the PM wrote after each. */
export async function play(steps: readonly Played[], crowd?: Crowd): Promise<void> {
  const { repository, origin } = pilotClone();
  const written = new Set<string>();
  try {
    repository.git('branch', 'pm/one', 'main');
    for (const [number, { step, fault }] of steps.entries()) {
      const scene = { repository, origin, written, fault, number };
      const acts = step.kind === 'two-windows' ? step.steps.map((each) => actOf(each, scene)) : [actOf(step, scene)];
      const isOurs = acts.every((act) => act !== undefined);
      if (isOurs) await operate(scene, acts, crowd);
      else happen(step as Outside, scene);
      const when = `after ${JSON.stringify(step)}, step ${number}`;
      assert.deepEqual(lost(repository, written), [], when);
      if (isOurs) await refuteUnlisted(repository, when);
    }
  } finally {
    repository.remove();
    origin.remove();
  }
}

async function refuteUnlisted(repository: TemporaryRepository, when: string): Promise<void> {
  const kept = repository.git('for-each-ref', '--format=%(refname)', 'refs/pm-zone').split('\n').filter(Boolean);
  const listed = await within(repository, backupsOf);
  assert.deepEqual(listed.map(({ ref }) => ref).sort(), kept.sort(), `${when}: "Bring back" lists it`);
}

type Act = (work: Work) => Promise<OperationOutcome>;

/** Carries operations out, each in a window of its own, and puts back what was interrupted. */
async function operate({ repository, fault }: Scene, acts: readonly Act[], crowd?: Crowd): Promise<void> {
  const end = crowd?.(repository);
  try {
    const inWindow = (act: Act): Promise<unknown> =>
      within(repository, (work) =>
        act(fault ? withFault(work, fault.fault, fault.at).work : work).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        }),
      );
    await Promise.all(acts.map(inWindow));
  } finally {
    await end?.();
  }
  const resumed = await within(repository, (work) => resumeWork(work), { isAlive: () => false });
  assert.ok(resumed.done, resumed.sentence);
}

/** `undefined` for what is no operation. */
function actOf(step: Operated | Outside, scene: Scene): Act | undefined {
  const { repository, number } = scene;
  const base = { ref: 'origin/main', commit: repository.git('rev-parse', 'origin/main') };
  switch (step.kind) {
    case 'switch':
      return (work) => switchChange(work, { to: branchOf(scene, step.number), ...(number % 2 === 0 && { base }) });
    case 'put-back':
      return (work) => putFilesBack(work, { paths: [step.path], ...(number % 2 === 0 && { base }) });
    case 'start':
      return (work) => startChange(work, { title: `S ${number}`, ...(number % 2 === 0 && { base }) });
    case 'undo':
      return (work) => undoLastStep(work, { base });
    case 'start-over':
      return (work) => startOver(work, { base });
    case 'latest':
      return (work) =>
        getLatest(work, {
          base,
          isKeyed: (name) => name.endsWith('.json'),
          chooseSide: () => Promise.resolve('yours'),
        });
    case 'finish':
      return finishLatest;
    case 'cancel':
      return cancelLatest;
    case 'rebuild':
      return (work) => rebuildOnPlan(work, { base, plan: 'PLANNING.md', message: 'Rebuilt' });
    case 'bring-back':
      return async (work) => {
        const listed = await listBackups(work);
        return listed.done ? bringBack(work, { ref: listed.backups[step.number]?.ref ?? 'none' }) : listed;
      };
    case 'commit-reviewed':
      return async (work) => {
        const read = await readReviewedFiles(work, ['a.txt', 'dir/b.txt', 'i18n/en.json']);
        return read.done ? commitReviewed(work, { ...read, message: `reviewed ${number}` }) : read;
      };
    default:
      return undefined;
  }
}

function branchOf({ repository }: Scene, number: number): string {
  const names = repository.git('for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads').split('\n');
  return names[number % names.length] as string;
}

/** What the PM does to files, or anybody with another git. */
function happen(step: Outside, scene: Scene): void {
  const { repository, origin, written, number } = scene;
  const outside = (...args: readonly string[]): void => {
    try {
      repository.git(...args);
    } catch {
      // Git refuses what would lose something.
    }
  };
  /** What goes when the PM writes over a path or deletes it. */
  const forget = (path: string): void => {
    for (const [name, content] of Object.entries(filesOf(repository.root)))
      if (name === path || name.startsWith(`${path}/`)) written.delete(content.slice(2));
  };
  const isFolder = (path: string): boolean =>
    existsSync(join(repository.root, path)) && lstatSync(join(repository.root, path)).isDirectory();
  // There can be no such file.
  if ('path' in step && step.path === 'dir/b.txt' && existsSync(join(repository.root, 'dir')) && !isFolder('dir'))
    return;
  switch (step.kind) {
    case 'write': {
      if (isFolder(step.path)) return;
      forget(step.path);
      const content = step.path.endsWith('.json') ? `{"n": ${number}}\n` : `written ${number} ${step.path}\r\n`;
      repository.write(step.path, content);
      written.add(content);
      return;
    }
    case 'delete':
      forget(step.path);
      repository.remove(step.path);
      return;
    case 'add':
      outside('add', '--', step.path);
      return;
    case 'rm-cached':
      outside('rm', '-r', '--quiet', '--cached', '--force', '--', step.path);
      return;
    case 'commit':
      outside('add', '--all');
      outside('commit', '--quiet', '-m', `outside ${number}`);
      return;
    case 'checkout':
      outside('checkout', '--quiet', branchOf(scene, step.number));
      return;
    case 'rename':
      outside(
        'branch',
        '--move',
        branchOf(scene, step.number),
        number % 3 === 0 ? 'pm/one/more' : `pm/new-${number % 3}`,
      );
      return;
    case 'delete-branch':
      outside('branch', '--quiet', '-D', branchOf(scene, step.number));
      // What only that branch had, the PM has deleted.
      for (const content of lost(repository, written)) written.delete(content);
      return;
    case 'stash':
      outside('stash', repository.git('for-each-ref', 'refs/stash') === '' ? 'push' : 'pop', '--quiet');
      return;
    case 'main-moves':
      origin.write(number % 2 === 0 ? 'i18n/en.json' : 'a.txt', `{"main": ${number}}\n`);
      origin.commit(`Main ${number}`);
      outside('fetch', '--quiet');
  }
}

/** What the PM wrote that is in no file, no commit of a ref, no index and no backup. Throws where git's store is not whole. */
function lost(repository: TemporaryRepository, written: ReadonlySet<string>): readonly string[] {
  const found = new Set(Object.values(filesOf(repository.root)).map((content) => content.slice(2)));
  const missing = [...written].filter((content) => !found.has(content));
  const objects = new Set(
    repository
      .git('rev-list', '--objects', '--all', 'HEAD', '--indexed-objects')
      .split('\n')
      .map((line) => line.split(' ', 1)[0]),
  );
  return missing.filter((content) => !objects.has(hashBlob(Buffer.from(content), 40)));
}
