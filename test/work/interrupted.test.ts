import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { bringBack } from '../../src/work/bring-back.js';
import { commitReviewed, readReviewed } from '../../src/work/commit-reviewed.js';
import { cancelLatest, finishLatest } from '../../src/work/end-latest.js';
import { getLatest } from '../../src/work/get-latest.js';
import { listBackups } from '../../src/work/list-backups.js';
import type { Outcome } from '../../src/work/outcome.js';
import { putBack } from '../../src/work/put-back.js';
import { rebuildOnPlan } from '../../src/work/rebuild-on-plan.js';
import { resumeWork } from '../../src/work/resume-work.js';
import { startChange } from '../../src/work/start-change.js';
import { startOver } from '../../src/work/start-over.js';
import { switchChange } from '../../src/work/switch-change.js';
import { undoLastStep } from '../../src/work/undo-last-step.js';
import type { Work } from '../../src/work/work.js';
import type { TemporaryRepository } from '../support/repository.js';
import { Killed, withFault, type Fault } from './faults.js';
import { pilotClone, slowest, stateOf, within } from './setup.js';

/** Every call of every operation where this is set; else some of them. */
const every = process.env['PM_ZONE_EVERY_FAULT'] !== undefined;

describe('an operation that is interrupted', function () {
  this.timeout(every ? 3_600_000 : slowest);
  const { repository, origin } = unfinishedClone();
  const base = { ref: 'origin/main', commit: repository.git('rev-parse', 'origin/main') };
  before(async () => {
    const outcome = await within(repository, (work) => putBack(work, { paths: ['src/home/new.txt'], base }));
    assert.ok(outcome.done, outcome.sentence);
  });
  after(() => {
    repository.remove();
    origin.remove();
  });

  const operations: readonly (readonly [string, (work: Work) => Promise<Outcome>])[] = [
    ['switching', (work) => switchChange(work, { to: 'pm/other' })],
    ['starting from the base', (work) => startChange(work, { title: 'Fresh', base: otherBase(repository) })],
    ['putting a file back', (work) => putBack(work, { paths: ['src'], base })],
    ['starting over', (work) => startOver(work, { base })],
    ['undoing', (work) => undoLastStep(work, { base })],
    ['bringing back', (work) => bringNewest(work)],
    [
      'committing',
      async (work) => {
        const read = await readReviewed(work, ['src/home/b.txt', 'fresh/untracked.txt', 'run.sh']);
        return read.done ? commitReviewed(work, { files: read.files, message: 'Reviewed' }) : read;
      },
    ],
    ['getting the latest', (work) => getLatest(work, { base: otherTip(repository) })],
    ['rebuilding', (work) => rebuildOnPlan(work, { base: otherTip(repository), plan: 'README.md', message: 'On it' })],
  ];

  for (const [name, act] of operations) {
    it(`${name} leaves the state before or after, and nothing is lost`, () => tryFaults(repository, act));
  }
});

describe('a merge with conflicts that is interrupted', function () {
  this.timeout(every ? 3_600_000 : slowest);
  const { repository, origin } = unfinishedClone();
  const open = (work: Work) => getLatest(work, { base: otherTip(repository) });
  before(() => {
    repository.git('reset', '--quiet', '--hard');
    repository.write('README.md', '# Mine\n');
    repository.commit('Change the readme');
  });
  after(() => {
    repository.remove();
    origin.remove();
  });

  it('as it begins', () => tryFaults(repository, open));
  for (const [name, act] of [
    ['as it is finished', finishLatest],
    ['as it is cancelled', cancelLatest],
  ] as const) {
    it(name, async () => {
      const merging = copyOf(repository);
      try {
        const outcome = await within(merging, open);
        assert.deepEqual(outcome.done && outcome.conflicts, ['README.md']);
        merging.write('README.md', '# Both\n');
        await tryFaults(merging, act);
      } finally {
        merging.remove();
      }
    });
  }
});

const faults: readonly Fault[] = ['killed-before', 'killed-after', 'disk-full', 'stays-full', 'git-fails'];

/** Tries faults at calls all over the operation; each at each call where `every` is set. */
async function tryFaults(original: TemporaryRepository, act: (work: Work) => Promise<Outcome>): Promise<void> {
  const before = stateOf(original);
  const copy = copyOf(original);
  let calls = 0;
  let after: unknown;
  try {
    await within(copy, async (work) => {
      const counted = withFault(work, 'git-fails', 0);
      const outcome = await act(counted.work);
      assert.ok(outcome.done, outcome.sentence);
      calls = counted.calls();
    });
    after = comparable(stateOf(copy));
  } finally {
    copy.remove();
  }
  const points = Array.from({ length: calls * faults.length }, (_, number) => number);
  const stride = Math.floor(points.length / 4);
  for (const point of points.filter((number) => every || number % stride === stride - 1)) {
    const [at, fault] = [Math.floor(point / faults.length) + 1, faults[point % faults.length] as Fault];
    await tryFault(original, act, { at, fault, before, after, when: `${fault} at call ${at} of ${calls}` });
  }
}

interface Trial {
  readonly at: number;
  readonly fault: Fault;
  readonly before: unknown;
  readonly after: unknown;
  readonly when: string;
}

async function tryFault(
  original: TemporaryRepository,
  act: (work: Work) => Promise<Outcome>,
  { at, fault, before, after, when }: Trial,
): Promise<void> {
  const victim = copyOf(original);
  try {
    const outcome = await within(victim, (work) => act(withFault(work, fault, at).work).catch(ignoreKilled));
    const resume = (work: Work) => resumeWork(work);
    const resumed = await within(victim, resume, { isAlive: () => false });
    assert.ok(resumed.done, `${when}: ${resumed.sentence}`);
    const state = stateOf(victim);
    const isAfter = isDeepStrictEqual(comparable(state), after);
    if (outcome?.done === true) assert.deepEqual(comparable(state), after, when);
    else if (!isAfter || (outcome !== undefined && outcome.reason !== 'interrupted'))
      assert.deepEqual(state, before, `${when}: ${outcome?.sentence ?? ''}`);
    assert.deepEqual(readdirSync(join(victim.root, '.git', 'pm-zone')), [], when);
  } finally {
    victim.remove();
  }
}

/** Without what depends on the moment: the ids of new commits. */
function comparable(state: unknown): unknown {
  return JSON.parse(
    JSON.stringify(state).replace(/(refs\/(?:pm-zone|heads\/pm)\/[^ "]*) [0-9a-f]{40}/g, '$1'),
  ) as unknown;
}

function ignoreKilled(error: unknown): undefined {
  if (!(error instanceof Killed)) throw error;
}

async function bringNewest(work: Work): Promise<Outcome> {
  const listed = await listBackups(work);
  return listed.done ? bringBack(work, { ref: listed.backups[0]?.ref ?? '' }) : listed;
}

function otherBase(repository: TemporaryRepository): { readonly ref: string; readonly commit: string } {
  return { ref: 'elsewhere', commit: repository.git('rev-parse', 'elsewhere') };
}

/** Of `pm/other`, which differs in other files than those that are unfinished. */
function otherTip(repository: TemporaryRepository): { readonly ref: string; readonly commit: string } {
  return { ref: 'pm/other', commit: repository.git('rev-parse', 'pm/other') };
}

/** Unfinished work of every kind on `pm/home`, `pm/other` to switch to, and a backup of a file. */
function unfinishedClone() {
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
function copyOf(original: TemporaryRepository): TemporaryRepository {
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
