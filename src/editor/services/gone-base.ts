import { EventEmitter, type Event } from 'vscode';
import type { RefusalCode } from '../../work/operation-outcome.js';
import type { CurrentRepository } from '../sessions/current-repository.js';
import { snapshotOf, type RepositorySession } from '../sessions/repository-session.js';

/** Whether the server said that it has no longer the branch that everybody works from, as after it got another name there. */
export interface GoneBase {
  /** Of the current repository, as long as its base is still that one. */
  readonly isGone: () => boolean;
  /** What came of asking the server for it. */
  readonly note: (
    session: RepositorySession,
    outcome: { readonly done: boolean; readonly reason?: RefusalCode },
  ) => void;
  readonly onDidChange: Event<void>;
  readonly dispose: () => void;
}

export function followGoneBase(current: Pick<CurrentRepository, 'session'>): GoneBase {
  const changed = new EventEmitter<void>();
  const gone = new WeakMap<RepositorySession, string>();
  const baseOf = (session: RepositorySession | undefined): string | undefined =>
    session && snapshotOf(session)?.base?.ref;
  return {
    isGone: () => {
      const session = current.session();
      const base = baseOf(session);
      return session !== undefined && base !== undefined && gone.get(session) === base;
    },
    note: (session, { done, reason }) => {
      const base = baseOf(session);
      if (reason === 'branch-gone' && base !== undefined) gone.set(session, base);
      else if (done || reason === 'nothing-to-do') gone.delete(session);
      changed.fire();
    },
    onDidChange: changed.event,
    dispose: () => {
      changed.dispose();
    },
  };
}
