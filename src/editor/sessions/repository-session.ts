import { EventEmitter, type Disposable, type Event } from 'vscode';
import { createPauses } from '../ui/pauses.js';
import type { RepositoryState, SessionSnapshot } from './repository-state.js';

/** One repository in the editor: read when first requested, and again when something it depends on changed. */
export interface RepositorySession {
  readonly root: string;
  /** The last reading; `undefined` until the first one ends. */
  readonly state: RepositoryState | undefined;
  /** Waits for the current reading, or starts the first one. */
  readonly ready: () => Promise<RepositoryState>;
  /** Reads again; many calls in a row are debounced into one reading. */
  readonly refresh: () => void;
  /** Until the result is disposed of, it is not read again: whoever moves files and branches refreshes it once that is done. */
  readonly pause: () => Disposable;
  /** After a reading that found something new. */
  readonly onDidChange: Event<void>;
  readonly dispose: () => void;
}

/** Milliseconds: git writes several files for one step of a person's. */
const settles = 100;
/** After a while without a reading it is read at once. What comes later of the same step is read again. */
const calm = { lasts: 250, settles: 10 };

export function createRepositorySession(
  root: string,
  read: () => Promise<RepositoryState>,
  failed: (error: unknown) => void,
): RepositorySession {
  const changed = new EventEmitter<void>();
  let state: RepositoryState | undefined;
  let reading: Promise<RepositoryState> | undefined;
  let isStale = false;
  let timer: NodeJS.Timeout | undefined;
  let isDisposed = false;
  let lastBegun = -Infinity;
  const pauses = createPauses();

  const start = (): Promise<RepositoryState> => {
    isStale = false;
    lastBegun = performance.now();
    const begun = read().finally(() => {
      reading = undefined;
    });
    reading = begun;
    begun.then(
      (found) => {
        if (isDisposed) return;
        const isNews = state === undefined || signatureOf(state) !== signatureOf(found);
        state = found;
        if (isNews) changed.fire();
        if (isStale) void start();
      },
      (error: unknown) => {
        failed(error);
        if (isStale && !isDisposed) void start();
      },
    );
    return begun;
  };

  return {
    root,
    get state() {
      return state;
    },
    ready: () => {
      if (reading !== undefined) return reading;
      return state === undefined ? start() : Promise.resolve(state);
    },
    refresh: () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          if (pauses.isPaused()) return;
          if (reading === undefined) void start();
          else isStale = true;
        },
        performance.now() - lastBegun > calm.lasts ? calm.settles : settles,
      );
    },
    pause: pauses.pause,
    onDidChange: changed.event,
    dispose: () => {
      isDisposed = true;
      clearTimeout(timer);
      changed.dispose();
    },
  };
}

/** The snapshot of the last reading; `undefined` before it, and where git failed. */
export function snapshotOf({ state }: RepositorySession): SessionSnapshot | undefined {
  return state === undefined || state.kind === 'git-error' ? undefined : state.snapshot;
}

/** The folder as git knows it: that of the window may lead there by a link. */
export function gitRootOf(session: RepositorySession | undefined): string | undefined {
  return session && (snapshotOf(session)?.repository.root ?? session.root);
}

/** A reading that found nothing new repaints nothing. */
function signatureOf(state: RepositoryState): string {
  return state.kind === 'git-error'
    ? `${state.error.kind} ${state.error.sentence}`
    : `${state.kind} ${state.snapshot.signature}`;
}
