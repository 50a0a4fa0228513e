import { EventEmitter, type CancellationToken, type Event } from 'vscode';
import type { ReviewedChange } from '../../presentation/my-change/read-review.js';
import type { HostThing } from '../../review/review.js';
import type { Reader } from '../reader/create-reader.js';
import type { RepositorySession } from '../sessions/repository-session.js';
import { editorGitEnvironment } from '../ui/editor-git-environment.js';
import { oneAtATime } from '../ui/one-at-a-time.js';

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

/** The runs of one repository that nobody stopped; none begins once the signal is aborted. */
interface Turn {
  readonly controller: AbortController;
  readonly ask: () => Promise<ReviewedChange | undefined>;
  /** What is asked for and not answered, the newest last. */
  readonly open: Set<Promise<ReviewedChange | undefined>>;
}

export function createReviews(
  reader: Reader,
  as: () => string | undefined,
  thingOf: (session: RepositorySession) => HostThing = () => 'pull request',
): Reviews {
  const changed = new EventEmitter<RepositorySession>();
  const finished = new Map<RepositorySession, ReviewedChange>();
  const underWay = new Map<RepositorySession, Turn>();
  const read = async (session: RepositorySession, turn: Turn): Promise<ReviewedChange | undefined> => {
    const isWanted = (): boolean => underWay.get(session) === turn;
    if (isWanted()) {
      const asked = { root: session.root, environment: editorGitEnvironment(), as: as(), thing: thingOf(session) };
      const outcome = await reader.call('readReview', asked, { signal: turn.controller.signal });
      if (isWanted()) {
        if (outcome !== undefined) finished.set(session, outcome);
        return outcome;
      }
    }
    return [...(underWay.get(session)?.open ?? [])].at(-1);
  };
  const begin = (session: RepositorySession): Turn => {
    const turn: Turn = {
      controller: new AbortController(),
      ask: oneAtATime(() => read(session, turn)),
      open: new Set(),
    };
    underWay.set(session, turn);
    return turn;
  };
  const ask = (session: RepositorySession, turn: Turn): Promise<ReviewedChange | undefined> => {
    const outcome = turn.ask();
    if (turn.open.has(outcome)) return outcome;
    turn.open.add(outcome);
    const end = (): void => {
      turn.open.delete(outcome);
      if (underWay.get(session) !== turn) return;
      if (turn.open.size === 0) underWay.delete(session);
      changed.fire(session);
    };
    outcome.then(end, end);
    return outcome;
  };
  const drop = (session: RepositorySession): boolean => {
    underWay.get(session)?.controller.abort();
    return underWay.delete(session);
  };
  const stop = (session: RepositorySession): void => {
    if (drop(session)) changed.fire(session);
  };
  return {
    get: (session) => finished.get(session),
    isRunning: (session) => underWay.has(session),
    run: async (session, token) => {
      const turn = underWay.get(session) ?? begin(session);
      const outcome = ask(session, turn);
      const cancelled = token?.onCancellationRequested(() => {
        if (underWay.get(session) === turn) stop(session);
      });
      changed.fire(session);
      try {
        return await outcome;
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
