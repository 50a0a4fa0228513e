import type { TrackedPaths } from '../../git/list-tracked.js';
import type { Judgement, Asking, Policy } from '../../policy/policy.js';
import type { Base } from '../../git/find-base.js';
import type { GitError } from '../../git/git-error.js';
import type { Repository } from '../../git/repository.js';
import type { TrackedIndex } from '../../policy/tracked-index.js';

/** A repository's state at one moment. Nothing in it touches git or the disk. */
export interface SessionSnapshot {
  /** The root as the editor's URIs have it, which may contain symbolic links. */
  readonly root: string;
  readonly repository: Pick<
    Repository,
    'root' | 'gitDir' | 'commonDir' | 'head' | 'mergeHead' | 'email' | 'name' | 'remotes' | 'shallow'
  >;
  readonly base: Base | undefined;
  readonly policy: Policy;
  readonly asking: Asking;
  readonly tracked: TrackedPaths;
  /** Derived from `tracked` alone; reused across changes of policy. */
  readonly index: TrackedIndex;
  /** Stamp of git's index before it was listed; `undefined` where unknown. */
  readonly stamp: string | undefined;
  /** A digest of everything above: equal where nothing has changed. */
  readonly signature: string;
  /** A digest of what `judge` goes by. Where it is equal to that of the reading before, `judge` is the same too, so that what is made of it can be kept. */
  readonly judgedBy: string;
  /** The standing of a path from the root, `/`-separated; a folder's where a slash ends it. Equal judgements share one object. */
  readonly judge: (path: string) => Judgement;
  /** Whether something tracked lies below the path. */
  readonly isFolder: (path: string) => boolean;
}

/** How a repository stands to PM Zone. */
export type RepositoryState =
  | { readonly kind: 'open'; readonly snapshot: SessionSnapshot }
  /** Neither the base nor the working copy has a PM zone; whether a first one waits on a branch to be merged. */
  | { readonly kind: 'no-policy'; readonly snapshot: SessionSnapshot; readonly waits: boolean }
  | { readonly kind: 'git-error'; readonly error: GitError };
