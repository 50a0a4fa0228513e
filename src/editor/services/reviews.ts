import { EventEmitter, type CancellationToken, type Event } from 'vscode';
import type { ReviewedChange } from '../../presentation/my-change/read-review.js';
import type { RepositorySession } from '../sessions/repository-session.js';
import { editorGitEnvironment } from '../ui/editor-git-environment.js';

/** The last review of each repository. A newer run takes an older one's place: whoever waits for the older is given the newer's outcome. */
export interface Reviews {
  /** The last review that ran to its end; `undefined` before the first, and once it was forgotten. */
  readonly get: (session: RepositorySession) => ReviewedChange | undefined;
  readonly isRunning: (session: RepositorySession) => boolean;
  /** Reviews everything since the base, what is not committed included. `undefined` where it was cancelled, stopped or discarded. */
  readonly run: (session: RepositorySession, token?: CancellationToken) => Promise<ReviewedChange | undefined>;
  /** Ends the run under way, if there is one; the last outcome stays. */
  readonly stop: (session: RepositorySession) => void;
  /** The last outcome no longer says anything: another branch, another policy. A run under way is dropped too. */
  readonly discard: (session: RepositorySession) => void;
  /** After a run began, ended or was dropped, and after an outcome was forgotten. */
  readonly onDidChange: Event<RepositorySession>;
  readonly dispose: () => void;
}

/** A review under way. */
interface Run {
  outcome: Promise<ReviewedChange | undefined>;
}

export function createReviews(as: () => string | undefined): Reviews {
  const changed = new EventEmitter<RepositorySession>();
  const finished = new Map<RepositorySession, ReviewedChange>();
  const newest = new Map<RepositorySession, Run>();
  const end = (session: RepositorySession): void => {
    newest.delete(session);
    changed.fire(session);
  };
  const read = async (session: RepositorySession, run: Run, token?: CancellationToken): Run['outcome'] => {
    const isNewest = (): boolean => newest.get(session) === run;
    const cancelled = token?.onCancellationRequested(() => {
      if (isNewest()) end(session);
    });
    try {
      const { readReview } = await import('../../presentation/my-change/read-review.js');
      const outcome = await readReview(session.root, { environment: editorGitEnvironment(), as: as() }, isNewest);
      if (!isNewest()) return await newest.get(session)?.outcome;
      if (outcome !== undefined) finished.set(session, outcome);
      return outcome;
    } finally {
      cancelled?.dispose();
      if (isNewest()) end(session);
    }
  };
  return {
    get: (session) => finished.get(session),
    isRunning: (session) => newest.has(session),
    run: (session, token) => {
      const run: Run = { outcome: Promise.resolve(undefined) };
      newest.set(session, run);
      run.outcome = read(session, run, token);
      changed.fire(session);
      return run.outcome;
    },
    stop: (session) => {
      if (newest.has(session)) end(session);
    },
    discard: (session) => {
      const had = finished.delete(session);
      if (newest.delete(session) || had) changed.fire(session);
    },
    onDidChange: changed.event,
    dispose: () => {
      newest.clear();
      finished.clear();
      changed.dispose();
    },
  };
}
