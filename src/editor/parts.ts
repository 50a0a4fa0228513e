import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { CommitGuard } from './commit-guard.js';
import type { CurrentRepository } from './current-repository.js';
import type { MyChanges } from './my-changes.js';
import type { RefusedCommits } from './refused-commits.js';
import type { Reviews } from './reviews.js';
import type { SessionCache } from './zones.js';

/** What the faces of the editor are built from. Each face takes what it needs and is a caller of the core, no more. */
export interface Parts {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly sessions: SessionCache;
  /** The repository that the sidebar and the status bar speak of. */
  readonly current: CurrentRepository;
  readonly changes: MyChanges;
  readonly guard: CommitGuard;
  readonly reviews: Reviews;
  readonly refused: RefusedCommits;
}
