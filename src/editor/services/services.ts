import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { CommitGuard } from './commit-guard.js';
import type { GoneBase } from './gone-base.js';
import type { CurrentRepository } from '../sessions/current-repository.js';
import type { MyChanges } from './my-changes.js';
import type { OutcomeLine } from './outcome-line.js';
import type { Reader } from '../reader/create-reader.js';
import type { RefusedCommits } from './refused-commits.js';
import type { Reviews } from './reviews.js';
import type { SentChanges } from './sent-changes.js';
import type { SessionCache } from '../sessions/session-cache.js';

/** What the features of the editor are built from. Each feature takes what it needs and is a thin caller of the core. */
export interface Services {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly reader: Reader;
  readonly sessions: SessionCache;
  /** The repository that the sidebar and the status bar show. */
  readonly current: CurrentRepository;
  readonly changes: MyChanges;
  readonly guard: CommitGuard;
  readonly reviews: Reviews;
  readonly refused: RefusedCommits;
  readonly sent: SentChanges;
  readonly base: GoneBase;
  readonly outcomes: OutcomeLine;
}
