import { EventEmitter, type CancellationToken, type Event } from 'vscode';
import type { ReviewedChange } from '../../presentation/my-change/read-review.js';
import type { Reader } from '../reader/create-reader.js';
import type { RepositorySession } from '../sessions/repository-session.js';
import { editorGitEnvironment } from '../ui/editor-git-environment.js';

/**
 * The last review of each repository. One runs at a time: whoever asks meanwhile shares the one that follows it, so that however fast a PM
 * confirms or saves, each review comes to its end and shows, and an answer is never older than the question.
 */
export interface Reviews {
  /** The last review that ran to its end; `undefined` before the first, and once it was forgotten. */
  readonly get: (session: RepositorySession) => ReviewedChange | undefined;
  /** Whether one is under way, or about to begin. */
  readonly isRunning: (session: RepositorySession) => boolean;
  /**
   * Reviews everything since the base, what is not committed included. `undefined` where it was cancelled, stopped or discarded and nobody
   * asked again since.
   */
  readonly run: (session: RepositorySession, token?: CancellationToken) => Promise<ReviewedChange | undefined>;
  /** Ends the runs under way; the last outcome stays. */
  readonly stop: (session: RepositorySession) => void;
  /** The last outcome no longer says anything: another branch, another policy. Runs under way are dropped too. */
  readonly discard: (session: RepositorySession) => void;
  /** After a run began, ended or was dropped, and after an outcome was forgotten. */
  readonly onDidChange: Event<RepositorySession>;
  readonly dispose: () => void;
}

interface Run {
  /** Aborted once nobody wants the run. */
  readonly controller: AbortController;
  outcome: Promise<ReviewedChange | undefined>;
}

/** Of one repository: what runs, and what those wait for who asked since it began. */
interface Runs {
  readonly running: Run;
  readonly following?: Run;
}

export function createReviews(reader: Reader, as: () => string | undefined): Reviews {
  const changed = new EventEmitter<RepositorySession>();
  const finished = new Map<RepositorySession, ReviewedChange>();
  const underWay = new Map<RepositorySession, Runs>();
  const newest = (session: RepositorySession): Run | undefined => {
    const runs = underWay.get(session);
    return runs?.following ?? runs?.running;
  };
  const read = async (session: RepositorySession, run: Run): Run['outcome'] => {
    const isWanted = (): boolean => underWay.get(session)?.running === run;
    try {
      const asked = { root: session.root, environment: editorGitEnvironment(), as: as() };
      const outcome = await reader.call('readReview', asked, { signal: run.controller.signal });
      if (!isWanted()) return await newest(session)?.outcome;
      if (outcome !== undefined) finished.set(session, outcome);
      return outcome;
    } finally {
      if (isWanted()) {
        const { following } = underWay.get(session) as Runs;
        if (following === undefined) underWay.delete(session);
        else underWay.set(session, { running: following });
        changed.fire(session);
      }
    }
  };
  const begin = (session: RepositorySession): Run => {
    const run: Run = { controller: new AbortController(), outcome: Promise.resolve(undefined) };
    underWay.set(session, { running: run });
    run.outcome = read(session, run);
    return run;
  };
  const follow = (session: RepositorySession, running: Run): Run => {
    const run: Run = { controller: new AbortController(), outcome: Promise.resolve(undefined) };
    const goOn = (): Run['outcome'] =>
      underWay.get(session)?.running === run ? read(session, run) : Promise.resolve(newest(session)?.outcome);
    underWay.set(session, { running, following: run });
    run.outcome = running.outcome.then(goOn, goOn);
    return run;
  };
  const drop = (session: RepositorySession): boolean => {
    underWay.get(session)?.running.controller.abort();
    return underWay.delete(session);
  };
  const stop = (session: RepositorySession): void => {
    if (drop(session)) changed.fire(session);
  };
  return {
    get: (session) => finished.get(session),
    isRunning: (session) => underWay.has(session),
    run: async (session, token) => {
      const runs = underWay.get(session);
      const run = runs === undefined ? begin(session) : (runs.following ?? follow(session, runs.running));
      const cancelled = token?.onCancellationRequested(() => {
        if (underWay.get(session)?.running === run || newest(session) === run) stop(session);
      });
      changed.fire(session);
      try {
        return await run.outcome;
      } finally {
        cancelled?.dispose();
      }
    },
    stop,
    discard: (session) => {
      const had = finished.delete(session);
      if (drop(session) || had) changed.fire(session);
    },
    onDidChange: changed.event,
    dispose: () => {
      underWay.clear();
      finished.clear();
      changed.dispose();
    },
  };
}
