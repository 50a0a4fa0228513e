import { Disposable } from 'vscode';

/** Whether something waits, because somebody asked it to. */
export interface Pauses {
  readonly isPaused: () => boolean;
  /** Lasts until the result is disposed of; several add up. */
  readonly pause: () => Disposable;
}

export function createPauses(): Pauses {
  const pauses = new Set<object>();
  return {
    isPaused: () => pauses.size > 0,
    pause: () => {
      const own = {};
      pauses.add(own);
      return new Disposable(() => pauses.delete(own));
    },
  };
}
