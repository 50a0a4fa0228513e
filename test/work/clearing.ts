import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Work } from '../../src/work/work.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

/** When git's clearing up looks for what is reachable and when it removes all else: the number of git's call, from 1, or its command. */
export interface Clearing {
  readonly looks: number | string;
  readonly removes: number | string;
}

export interface Cleared {
  readonly work: Work;
  /** How many commands of git there were. */
  readonly calls: () => number;
  /** Removes now, where it has not been due yet. */
  readonly finish: () => void;
}

/**
 * The same work beside a `git gc --prune=now` that looks before one command and removes after another one, at its worst: everything
 * that lies alone and every pack that was there when it looked.
 */
export function besideClearing(work: Work, repository: TemporaryRepository, { looks, removes }: Clearing): Cleared {
  let calls = 0;
  let looked = false;
  let remove: (() => void) | undefined;
  const finish = (): void => {
    remove?.();
    remove = undefined;
  };
  return {
    calls: () => calls,
    finish,
    work: {
      ...work,
      run: async (args, options) => {
        calls += 1;
        const names: readonly unknown[] = [calls, args[0]];
        if (!looked && names.includes(looks)) {
          looked = true;
          remove = lookAt(repository);
        }
        const result = await work.run(args, options);
        if (names.includes(removes)) finish();
        return result;
      },
    },
  };
}

/** Everything that any ref, HEAD, the index or a reflog reaches; throws where something of it is not there. */
export function reachableIn(repository: TemporaryRepository): ReadonlySet<string> {
  const args = ['rev-list', '--objects', '--all', '--reflog', '--indexed-objects', 'HEAD'];
  return new Set(
    repository
      .git(...args)
      .split('\n')
      .map((line) => line.split(' ', 1)[0] as string),
  );
}

function lookAt(repository: TemporaryRepository): () => void {
  const objects = join(repository.root, '.git', 'objects');
  const packs = join(objects, 'pack');
  const standing = existsSync(packs) ? readdirSync(packs) : [];
  const kept = new Set(standing.filter((name) => name.endsWith('.keep')).map((name) => name.slice(0, -5)));
  const reachable = reachableIn(repository);
  const made = execFileSync('git', ['-C', repository.root, 'pack-objects', '--quiet', join(packs, 'pack')], {
    env: repository.environment,
    input: [...reachable].join('\n'),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  }).trim();
  return () => {
    for (const name of standing) {
      const stem = name.replace(/\.\w+$/, '');
      if (!kept.has(stem) && stem !== `pack-${made}`) rmSync(join(packs, name), { force: true });
    }
    for (const folder of readdirSync(objects).filter((name) => /^[0-9a-f]{2}$/.test(name)))
      for (const name of readdirSync(join(objects, folder)))
        if (!reachable.has(folder + name)) rmSync(join(objects, folder, name), { force: true });
  };
}
