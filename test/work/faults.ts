import type { WorkDisk } from '../../src/git/work-disk.js';
import type { Work } from '../../src/work/work.js';

/** What happens at one call that goes through a door: the process ends before or after it, the disk is full, git fails once it is done. */
export type Fault = 'killed-before' | 'killed-after' | 'disk-full' | 'stays-full' | 'git-fails';

export class Killed extends Error {}

export interface Faulty {
  readonly work: Work;
  /** How many calls there were. */
  readonly calls: () => number;
}

/** The same work, whose process ends at the first command of git that `at` is true for. */
export function dyingAt(work: Work, at: (args: readonly string[]) => boolean): Work {
  let dead = false;
  return {
    ...work,
    run: (args, options) => {
      dead ||= at(args);
      return dead ? Promise.reject(new Killed()) : work.run(args, options);
    },
    disk: Object.fromEntries(
      Object.entries(work.disk).map(([name, act]) => [
        name,
        (...all: readonly unknown[]) =>
          dead ? Promise.reject(new Killed()) : (act as (...each: readonly unknown[]) => unknown)(...all),
      ]),
    ) as unknown as WorkDisk,
  };
}

const writing = new Set(['write', 'copy', 'makeFolder']);

/** The same work, whose call of this number (from 1) fails; `only` counts git's commands alone. */
export function withFault(work: Work, fault: Fault, at: number, only: 'git' | 'all' = 'all'): Faulty {
  let calls = 0;
  let dead = false;
  const full = (): Error => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  const pass = async <T>(kind: 'git' | 'disk', writes: boolean, act: () => Promise<T>, failed: () => T): Promise<T> => {
    if (dead) throw new Killed();
    if (only === 'all' || kind === 'git') calls += 1;
    const hit = (only === 'all' || kind === 'git') && calls === at;
    switch (fault) {
      case 'killed-before':
      case 'killed-after': {
        if (!hit) return act();
        if (fault === 'killed-after') await act();
        dead = true;
        throw new Killed();
      }
      case 'disk-full':
        if (!hit) return act();
        if (kind === 'git') return failed();
        throw full();
      case 'stays-full':
        if (calls < at || !writes) return act();
        if (kind === 'git') return failed();
        throw full();
      case 'git-fails': {
        const result = await act();
        return hit && kind === 'git' ? failed() : result;
      }
    }
  };
  const refuse = (): never => {
    throw full();
  };
  const disk = Object.fromEntries(
    Object.entries(work.disk).map(([name, act]) => [
      name,
      (...args: readonly unknown[]) =>
        pass(
          'disk',
          writing.has(name),
          () => (act as (...all: readonly unknown[]) => Promise<unknown>)(...args),
          refuse,
        ),
    ]),
  ) as unknown as WorkDisk;
  return {
    calls: () => calls,
    work: {
      ...work,
      disk,
      run: (args, options) =>
        pass(
          'git',
          !/^(?:ls-|for-each|rev-|show|diff|cat-file|symbolic-ref|update-ref)/.test(args[0] ?? ''),
          () => work.run(args, options),
          () => ({ code: 128, output: Buffer.alloc(0), said: 'fatal: sha1 file: No space left on device\n' }),
        ),
    },
  };
}
