/** Calls that wait. A new one takes the place of the one that waits under the same key. */
export interface Timers {
  readonly set: (milliseconds: number, run: () => void, key?: string) => void;
  readonly dispose: () => void;
}

export function createTimers(): Timers {
  const waiting = new Map<string, NodeJS.Timeout>();
  return {
    set: (milliseconds, run, key = '') => {
      clearTimeout(waiting.get(key));
      const timer = setTimeout(() => {
        waiting.delete(key);
        run();
      }, milliseconds);
      waiting.set(key, timer);
    },
    dispose: () => waiting.forEach((timer) => clearTimeout(timer)),
  };
}
