import { EventEmitter, type CancellationToken, type Event } from 'vscode';
import type { ReviewedChange } from '../guide/read-review.js';
import type { RepositoryZone } from './repository-zone.js';
import { gitWith } from './git-with.js';

/** The last review of each repository. A newer run takes an older one's place and drops its outcome, whichever ends first. */
export interface Reviews {
  /** The last review that ran to its end; `undefined` before the first, and once it was forgotten. */
  readonly of: (zone: RepositoryZone) => ReviewedChange | undefined;
  readonly isRunning: (zone: RepositoryZone) => boolean;
  /** Reviews everything since the base, what is not committed included. `undefined` where it was cancelled or a newer run began. */
  readonly run: (zone: RepositoryZone, token?: CancellationToken) => Promise<ReviewedChange | undefined>;
  /** Ends the run under way, if there is one; the last outcome stays. */
  readonly stop: (zone: RepositoryZone) => void;
  /** The last outcome no longer says anything: another branch, another policy. A run under way is dropped too. */
  readonly forget: (zone: RepositoryZone) => void;
  /** After a run began, ended or was dropped, and after an outcome was forgotten. */
  readonly onDidChange: Event<RepositoryZone>;
  readonly dispose: () => void;
}

export function createReviews(as: () => string | undefined): Reviews {
  const changed = new EventEmitter<RepositoryZone>();
  const finished = new Map<RepositoryZone, ReviewedChange>();
  const newest = new Map<RepositoryZone, object>();
  const end = (zone: RepositoryZone): void => {
    newest.delete(zone);
    changed.fire(zone);
  };
  return {
    of: (zone) => finished.get(zone),
    isRunning: (zone) => newest.has(zone),
    run: async (zone, token) => {
      const run = {};
      newest.set(zone, run);
      changed.fire(zone);
      const isNewest = (): boolean => newest.get(zone) === run;
      const cancelled = token?.onCancellationRequested(() => {
        if (isNewest()) end(zone);
      });
      try {
        const { readReview } = await import('../guide/read-review.js');
        const outcome = await readReview(zone.root, { environment: gitWith(), as: as() }, isNewest);
        if (outcome === undefined || !isNewest()) return undefined;
        finished.set(zone, outcome);
        return outcome;
      } finally {
        cancelled?.dispose();
        if (isNewest()) end(zone);
      }
    },
    stop: (zone) => {
      if (newest.has(zone)) end(zone);
    },
    forget: (zone) => {
      const had = finished.delete(zone);
      if (newest.delete(zone) || had) changed.fire(zone);
    },
    onDidChange: changed.event,
    dispose: () => {
      newest.clear();
      finished.clear();
      changed.dispose();
    },
  };
}
