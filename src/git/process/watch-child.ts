import type { GitError } from '../git-error.js';
import { endWithUs } from './end-with-us.js';

export interface ChildWatch {
  /** Where git runs, and with what. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Seconds that it may go on without us. */
  readonly grace?: number;
  /** It leads a group of processes, which end together. */
  readonly isGroup?: boolean;
  /** A file is in its way that it will never have read. */
  readonly onBlocked: (error: GitError) => void;
}

/** Milliseconds: what is over by then needs nobody to end it. A shell for each git of a slow computer would make it slower yet. */
const quick = 1000;
/**
 * Milliseconds after which a file that blocks git is looked for, so that whoever waits is told within five seconds; then less and less
 * often, since git may only be slow.
 */
const patience = 1500;

/** Watches a git process until the function that is returned is called: it ends with us, and is not waited for where it hangs. */
export function watchChild({ pid }: { readonly pid?: number | undefined }, watch: ChildWatch): () => void {
  if (pid === undefined) return () => undefined;
  let release = (): void => undefined;
  let late: NodeJS.Timeout | undefined;
  let isOver = false;
  const early = setTimeout(() => {
    // Where we were busy meanwhile, it may be over, and we have not heard of it yet.
    setImmediate(() => {
      if (!isOver) release = endWithUs(watch.isGroup === true ? -pid : pid, watch.grace);
    });
  }, quick);
  const lookAfter = (wait: number): void => {
    const again = (): void => {
      if (!isOver) lookAfter(wait * 4);
    };
    late = setTimeout(() => void look().then(again, again), wait);
  };
  const look = async (): Promise<void> => {
    const { findBlockingFile } = await import('./find-blocking-file.js');
    const error = await findBlockingFile(watch.folder, watch.environment);
    if (error !== undefined && !isOver) watch.onBlocked(error);
  };
  lookAfter(patience);
  return () => {
    isOver = true;
    clearTimeout(early);
    clearTimeout(late);
    release();
  };
}
