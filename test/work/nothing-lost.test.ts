import assert from 'node:assert/strict';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
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
import type { Work } from '../../src/work/work.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { Killed, withFault, type Fault } from './faults.js';
import { filesOf, pilotClone, slowest, within } from './setup.js';

const paths = ['a.txt', 'dir/b.txt', 'dir', 'i18n/en.json', 'src/home/a.txt', 'PLANNING.md'] as const;
const branches = ['pm/home', 'pm/one', 'main'] as const;

type Step =
  | { readonly kind: 'write' | 'delete' | 'add' | 'rm-cached' | 'put-back'; readonly path: (typeof paths)[number] }
  | { readonly kind: 'switch' | 'checkout'; readonly branch: (typeof branches)[number] }
  | { readonly kind: 'bring-back'; readonly number: number }
  | {
      readonly kind:
        | 'commit'
        | 'commit-reviewed'
        | 'start'
        | 'undo'
        | 'start-over'
        | 'latest'
        | 'finish'
        | 'cancel'
        | 'rebuild'
        | 'main-moves';
    };

const path = fc.constantFrom(...paths);
const branch = fc.constantFrom(...branches);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), path }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('delete', 'add', 'rm-cached', 'put-back'), path }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('switch', 'checkout'), branch }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('bring-back' as const), number: fc.nat(3) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'commit',
        'commit-reviewed',
        'start',
        'undo',
        'start-over',
        'latest',
        'finish',
        'cancel',
        'rebuild',
        'main-moves',
      ),
    }),
  },
);
const faults = fc.option(
  fc.record({
    fault: fc.constantFrom<Fault>('killed-before', 'killed-after', 'disk-full', 'stays-full', 'git-fails'),
    at: fc.integer({ min: 1, max: 150 }),
  }),
  { freq: 2, nil: undefined },
);

/** How long it is played. */
const seconds = Number(process.env['PM_ZONE_PLAY_SECONDS'] ?? 5);

describe('whatever the PM and git do in turn', function () {
  this.timeout(seconds * 1000 + slowest);

  it('loses no byte that the PM wrote', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ step, fault: faults }), { minLength: 4, maxLength: 12 }), play),
      { numRuns: 10_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false },
    );
  });
});

/** Plays the steps in a repository of their own, and looks for everything the PM wrote after each. */
async function play(
  steps: readonly { readonly step: Step; readonly fault: { readonly fault: Fault; readonly at: number } | undefined }[],
) {
  const { repository, origin } = pilotClone();
  // The last content that the PM gave each file of the tree; what they overwrote or deleted themselves is not missed.
  const written = new Set<string>();
  try {
    repository.git('branch', 'pm/one', 'main');
    for (const [number, { step: next, fault }] of steps.entries()) {
      await take(next, number, { repository, origin, written, fault });
      const missing = lost(repository, written);
      assert.deepEqual(missing, [], `after ${JSON.stringify(next)}, step ${number}`);
    }
  } finally {
    repository.remove();
    origin.remove();
  }
}

interface Scene {
  readonly repository: TemporaryRepository;
  readonly origin: TemporaryRepository;
  readonly written: Set<string>;
  readonly fault: { readonly fault: Fault; readonly at: number } | undefined;
}

async function take(next: Step, number: number, { repository, origin, written, fault }: Scene): Promise<void> {
  const place = 'path' in next ? join(repository.root, next.path) : '';
  const outside = (...args: readonly string[]): void => {
    try {
      repository.git(...args);
    } catch {
      // Git refuses what would lose something.
    }
  };
  const base = { ref: 'origin/main', commit: repository.git('rev-parse', 'origin/main') };
  const operate = async (act: (work: Work) => Promise<OperationOutcome>): Promise<void> => {
    await within(repository, (work) =>
      act(fault ? withFault(work, fault.fault, fault.at).work : work).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      }),
    );
    const resumed = await within(repository, (work) => resumeWork(work), { isAlive: () => false });
    assert.ok(resumed.done, resumed.sentence);
  };
  /** What goes when the PM writes over a path or deletes it. */
  const forget = (): void => {
    for (const [name, content] of Object.entries(filesOf(repository.root)))
      if (name === (next as { path: string }).path || name.startsWith(`${(next as { path: string }).path}/`))
        written.delete(content.slice(2));
  };
  switch (next.kind) {
    case 'write': {
      if (existsSync(place) && lstatSync(place).isDirectory()) return;
      if (
        next.path === 'dir/b.txt' &&
        existsSync(join(repository.root, 'dir')) &&
        !lstatSync(join(repository.root, 'dir')).isDirectory()
      )
        return;
      forget();
      const content = next.path.endsWith('.json') ? `{"n": ${number}}\n` : `written ${number} ${next.path}\r\n`;
      repository.write(next.path, content);
      written.add(content);
      return;
    }
    case 'delete':
      forget();
      {
        repository.remove(next.path);
        return;
      }
    case 'add': {
      outside('add', '--', next.path);
      return;
    }
    case 'rm-cached': {
      outside('rm', '-r', '--quiet', '--cached', '--force', '--', next.path);
      return;
    }
    case 'commit':
      outside('add', '--all');
      {
        outside('commit', '--quiet', '-m', `outside ${number}`);
        return;
      }
    case 'checkout': {
      outside('checkout', '--quiet', next.branch);
      return;
    }
    case 'main-moves':
      origin.write(number % 2 === 0 ? 'i18n/en.json' : 'a.txt', `{"main": ${number}}\n`);
      origin.commit(`Main ${number}`);
      {
        outside('fetch', '--quiet');
        return;
      }
    case 'switch':
      return operate((work) => switchChange(work, { to: next.branch, ...(number % 2 === 0 && { base }) }));
    case 'put-back':
      return operate((work) => putFilesBack(work, { paths: [next.path], ...(number % 2 === 0 && { base }) }));
    case 'start':
      return operate((work) => startChange(work, { title: `S ${number}`, ...(number % 2 === 0 && { base }) }));
    case 'undo':
      return operate((work) => undoLastStep(work, { base }));
    case 'start-over':
      return operate((work) => startOver(work, { base }));
    case 'latest':
      return operate((work) =>
        getLatest(work, {
          base,
          isKeyed: (name) => name.endsWith('.json'),
          chooseSide: () => Promise.resolve('yours'),
        }),
      );
    case 'finish':
      return operate(finishLatest);
    case 'cancel':
      return operate(cancelLatest);
    case 'rebuild':
      return operate((work) => rebuildOnPlan(work, { base, plan: 'PLANNING.md', message: 'Rebuilt' }));
    case 'bring-back':
      return operate(async (work) => {
        const listed = await listBackups(work);
        return listed.done ? bringBack(work, { ref: listed.backups[next.number]?.ref ?? 'none' }) : listed;
      });
    case 'commit-reviewed':
      return operate(async (work) => {
        const read = await readReviewedFiles(work, ['a.txt', 'dir/b.txt', 'i18n/en.json']);
        return read.done ? commitReviewed(work, { files: read.files, message: `reviewed ${number}` }) : read;
      });
  }
}

/** What the PM wrote that is in no file, no commit of a ref, no index and no backup. */
function lost(repository: TemporaryRepository, written: ReadonlySet<string>): readonly string[] {
  const found = new Set(Object.values(filesOf(repository.root)).map((content) => content.slice(2)));
  let missing = [...written].filter((content) => !found.has(content));
  if (missing.length === 0) return [];
  const objects = new Set(
    repository
      .git('rev-list', '--objects', '--all', 'HEAD', '--indexed-objects')
      .split('\n')
      .map((line) => line.split(' ', 1)[0]),
  );
  const idOf = (content: string): string => repository.gitWith(content, 'hash-object', '--stdin');
  missing = missing.filter((content) => !objects.has(idOf(content)));
  return missing;
}
