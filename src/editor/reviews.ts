import { EventEmitter, type CancellationToken, type Event } from 'vscode';
import { readReview, type ReviewedChange } from './read-review.js';
import type { RepositoryZone } from './repository-zone.js';

/** The last review of each repository. A newer run takes an older one's place and drops its outcome, whichever ends first. */
export interface Reviews {
  /** The last review that ran to its end; `undefined` before the first. */
  readonly of: (zone: RepositoryZone) => ReviewedChange | undefined;
  readonly isRunning: (zone: RepositoryZone) => boolean;
  /** Reviews everything since the base, what is not committed included. `undefined` where it was cancelled or a newer run began. */
  readonly run: (zone: RepositoryZone, token?: CancellationToken) => Promise<ReviewedChange | undefined>;
  /** After a run began, ended or was dropped. */
  readonly onDidChange: Event<RepositoryZone>;
  readonly dispose: () => void;
}

export function createReviews(as: () => string | undefined): Reviews {
  const changed = new EventEmitter<RepositoryZone>();
  const finished = new Map<RepositoryZone, ReviewedChange>();
  const newest = new Map<RepositoryZone, object>();
  return {
    of: (zone) => finished.get(zone),
    isRunning: (zone) => newest.has(zone),
    run: async (zone, token) => {
      const run = {};
      newest.set(zone, run);
      changed.fire(zone);
      const isCurrent = (): boolean => newest.get(zone) === run && token?.isCancellationRequested !== true;
      try {
        const outcome = await readReview(zone.root, as(), isCurrent);
        if (outcome === undefined || !isCurrent()) return undefined;
        finished.set(zone, outcome);
        return outcome;
      } finally {
        if (newest.get(zone) === run) {
          newest.delete(zone);
          changed.fire(zone);
        }
      }
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}
