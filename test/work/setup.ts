import assert from 'node:assert/strict';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups, type Backup } from '../../src/work/list-backups.js';
import type { OperationOutcome, Refusal } from '../../src/work/operation-outcome.js';
import { once } from '../../src/git/once.js';
import { openRepository } from '../../src/git/repository.js';
import { openWork, type Work, type WorkOptions } from '../../src/work/work.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

/** Milliseconds that a test may take on a machine with much else to do. */
export const slowest = 120_000;

/** Opens a repository for work, does something and closes it. */
export async function within<T>(
  repository: TemporaryRepository,
  act: (work: Work) => Promise<T>,
  options: WorkOptions = {},
): Promise<T> {
  const opened = await openRepository(repository.root, { environment: repository.environment });
  try {
    return await act(openWork(opened, options));
  } finally {
    opened.close();
  }
}

/** A clone on `pm/home`, one commit ahead of `origin/main`, with some files. */
export function pilotClone(): { readonly repository: TemporaryRepository; readonly origin: TemporaryRepository } {
  const [repository, origin] = [temporaryRepository(), temporaryRepository()];
  const { folder, files } = pilotFiles();
  for (const [path, { content, executable }] of files) {
    const [name, ...rest] = path.split('/');
    const moved = content.includes(folder)
      ? Buffer.from(content.toString('latin1').replaceAll(folder, origin.root), 'latin1')
      : content;
    (name === 'origin' ? origin : repository).write(rest.join('/'), moved, executable);
  }
  return { repository, origin };
}

interface PilotFiles {
  /** Where the origin was when these were made: the clone's settings name it. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, { readonly content: Buffer; readonly executable: boolean }>;
}

/** All files of both repositories, their git folders included: made once, since git takes ten times as long as the disk. */
const pilotFiles = once((): PilotFiles => {
  const origin = temporaryRepository();
  origin.write('.gitignore', '*.log\n');
  origin.write('README.md', '# Hello\n');
  origin.write('src/home/a.txt', 'one\n');
  origin.write('src/home/b.txt', 'two\n');
  origin.write('run.sh', 'echo\n', true);
  origin.commit('begin');
  const repository = origin.clone();
  repository.git('checkout', '--quiet', '-b', 'pm/home', '--no-track');
  repository.write('src/home/a.txt', 'authored\n');
  repository.write('src/home/new.txt', 'new\n');
  repository.commit('Write the home');
  for (const each of [origin, repository]) each.git('repack', '-a', '-d', '--quiet');
  const files = new Map(
    Object.entries({ origin, repository }).flatMap(([name, { root }]) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => {
          const place = join(entry.parentPath, entry.name);
          const executable = (lstatSync(place).mode & 0o100) !== 0;
          return [`${name}${place.slice(root.length)}`, { content: readFileSync(place), executable }] as const;
        }),
    ),
  );
  repository.remove();
  origin.remove();
  return { folder: origin.root, files };
});

/** What the outcome gives; fails with its sentence where it is a refusal. */
export function done<T>(outcome: OperationOutcome<T>): { readonly done: true; readonly sentence: string } & T {
  assert.ok(outcome.done, outcome.done ? '' : `${outcome.reason}: ${outcome.sentence}`);
  return outcome;
}

/** The backups, the newest first. */
export async function backupsOf(work: Work): Promise<readonly Backup[]> {
  return done(await listBackups(work)).backups;
}

export function refused<T>(outcome: OperationOutcome<T>): Refusal {
  assert.ok(!outcome.done, 'it should have been refused');
  return outcome;
}

/** All that counts of a repository: files with modes, index, HEAD, refs other than ours. */
export function stateOf(repository: TemporaryRepository): unknown {
  return {
    files: filesOf(repository.root),
    index: repository.git('ls-files', '--stage', '-v'),
    status: repository.git('status', '--porcelain=v2', '--untracked-files=all', '--ignored'),
    head: readFileSync(join(repository.root, '.git', 'HEAD'), 'utf8'),
    refs: repository
      .git('for-each-ref', '--format=%(refname) %(objectname)')
      .split('\n')
      .filter((line) => !line.startsWith('refs/pm-zone/backups/')),
    lock: existsSync(join(repository.root, '.git', 'index.lock')),
    merging: existsSync(join(repository.root, '.git', 'MERGE_HEAD')),
  };
}

/** Every file of a folder but `.git`: mode and content as latin1. */
export function filesOf(root: string, prefix = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(join(root, prefix), { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    if (path === '.git') continue;
    if (entry.isDirectory()) Object.assign(found, filesOf(root, `${path}/`));
    else if (entry.isSymbolicLink()) found[path] = `link ${readlinkSync(join(root, path))}`;
    else if (entry.isFile())
      found[path] =
        `${(lstatSync(join(root, path)).mode & 0o100) !== 0 ? 'x' : '-'} ${readFileSync(join(root, path), 'latin1')}`;
  }
  return found;
}
