import { cancelLatest, finishLatest } from '../../src/work/finish-latest.js';
import type { WorkDisk } from '../../src/git/work-disk.js';
import { openRepository } from '../../src/git/repository.js';
import { openWork, type Work } from '../../src/work/work.js';
import { openMerge, operations, type Operation } from './interruptible.js';

/** Who ends: this process, so that its git goes on alone; or git as well, as where the computer or the session ends. */
export type Victims = 'alone' | 'with-git';

/** At which call of which door the process ends, from 1, or at which command of git, how many milliseconds after it began, and who. */
export interface Death {
  readonly door: 'git' | 'disk';
  readonly at: number | string;
  readonly after: number;
  readonly victims: Victims;
}

/** What a parent starts: an operation in this folder, and the death that it dies. Says how many calls there were where it lives on. */
export interface Order {
  readonly root: string;
  readonly operation: string;
  readonly death: Death | undefined;
}

/** The operations that an order can name. */
export const known: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ...operations,
  ['opening a merge', openMerge],
  ['finishing a merge', finishLatest],
  ['cancelling a merge', cancelLatest],
]);

export interface Calls {
  readonly git: number;
  readonly disk: number;
}

if (process.send !== undefined) process.once('message', (order: Order) => void obey(order));

async function obey({ root, operation, death }: Order): Promise<void> {
  const repository = await openRepository(root, { environment: process.env });
  const calls = { git: 0, disk: 0 };
  const count = <T>(door: Death['door'], name: string | undefined, act: () => Promise<T>): Promise<T> => {
    calls[door] += 1;
    const dies = death?.door === door && [calls[door], name].includes(death.at) ? death : undefined;
    if (dies?.after === 0) die(dies.victims);
    const done = act();
    if (dies !== undefined) setTimeout(() => die(dies.victims), dies.after);
    return done;
  };
  const work = openWork(repository);
  const counted: Work = {
    ...work,
    run: (args, options) => count('git', args[0], () => work.run(args, options)),
    disk: Object.fromEntries(
      Object.entries(work.disk).map(([name, act]) => [
        name,
        (...all: readonly unknown[]) =>
          count('disk', name, () => (act as (...each: readonly unknown[]) => Promise<unknown>)(...all)),
      ]),
    ) as unknown as WorkDisk,
  };
  const outcome = await known.get(operation)?.(counted);
  repository.close();
  process.send?.({ outcome, calls });
  process.disconnect();
}

/** Nothing of this process runs afterwards. Its parent has made it the first of a group. */
function die(victims: Victims): void {
  process.kill(victims === 'alone' ? process.pid : -process.pid, 'SIGKILL');
}
