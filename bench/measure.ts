import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { mixedOrder } from './random.js';

/** What one contender does in one round. */
export interface Sample {
  /** Nanoseconds a path. */
  readonly cost: number;
  /** The time ran out before every path had its turn. */
  readonly capped: boolean;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (kind?: { readonly type: 'minor' }) => void;

/** Nanoseconds of processor time of this process: other load hardly counts, garbage collection does. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

/**
 * Times what `prepare` makes, anew and outside the clock each time, on every path, which nobody has looked up before. What preparing
 * leaves behind is collected before the clock runs, in each repeat: otherwise one contender's clock would now and then pay for what
 * was compiled for many, in a collection that no first pass over so few paths would see. What asking allocates is not collected first.
 */
export function timePaths(
  prepare: () => (path: string) => unknown,
  fresh: () => readonly string[],
  repeats: number,
): Sample {
  let spent = 0;
  let count = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const paths = fresh();
    const ask = prepare();
    collect(repeat === 0 ? undefined : { type: 'minor' });
    const start = processorTime();
    for (const path of paths) ask(path);
    spent += processorTime() - start;
    count += paths.length;
  }
  return { cost: spent / count, capped: false };
}

/** Times `ask` on a mixed sample, another in each round, until `cap` milliseconds are over or every path had its turn. */
export function timeUntil(
  ask: (path: string) => unknown,
  paths: readonly string[],
  cap: number,
  round: number,
): Sample {
  const order = mixedOrder(paths.length, round);
  collect();
  const start = processorTime();
  let spent = 0;
  let done = 0;
  for (let batch = 1; done < paths.length && spent < cap * 1e6; batch = spent < (cap * 1e6) / 50 ? batch * 2 : batch) {
    const stop = Math.min(done + batch, paths.length);
    for (; done < stop; done++) ask(paths[order[done] as number] as string);
    spent = processorTime() - start;
  }
  return { cost: spent / done, capped: done < paths.length };
}
