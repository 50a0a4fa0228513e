import type { HostKind } from '../doctor/find-unread-owners.js';
import type { DiskCache } from '../git/disk-cache.js';
import type { Tip } from '../git/find-base.js';
import type { TrackedPaths } from '../git/list-tracked.js';
import type { Repository } from '../git/repository.js';
import type { PilotAnswers } from './pilot-answers.js';
import type { PilotBranches } from './pilot-branches.js';

/** The repository that a pilot is set up on, and what people answered. */
export interface PilotRequest {
  readonly repository: Repository;
  readonly cache: DiskCache;
  /** The commit that the pilot begins at, and its branch on the host. */
  readonly base: Tip;
  readonly branches: PilotBranches;
  readonly tracked: TrackedPaths;
  readonly host: HostKind | undefined;
  readonly answers: PilotAnswers;
  /** Without the checklist, the template and CODEOWNERS. */
  readonly isZoneOnly: boolean;
  /** A day like `2027-01-11`. */
  readonly today: string;
}
