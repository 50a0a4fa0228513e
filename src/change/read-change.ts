import type { LoadedChange } from './change.js';
import { readStaged } from './sources/read-staged.js';
import type { Tip } from '../git/find-base.js';
import type { Repository } from '../git/repository.js';

/** Which change to read. Without a base it is compared with HEAD, and no commits are known. */
export type ChangeRequest =
  | { readonly kind: 'staged'; readonly base?: Tip | undefined }
  | { readonly kind: 'worktree'; readonly base?: Tip | undefined }
  /** `mayBeEmpty`: one that changes nothing is read as such, and not refused. */
  | { readonly kind: 'range'; readonly base: Tip; readonly head: Tip; readonly mayBeEmpty?: boolean };

/**
 * Reads what git says changed, in a bounded number of processes whatever the number of files. Rejects with a `GitError`: files in
 * conflict, no merge base, a shallow history that hides it, an empty range, more than can be looked at, or git itself failing.
 */
export async function readChange(repository: Repository, request: ChangeRequest): Promise<LoadedChange> {
  switch (request.kind) {
    case 'staged':
      return readStaged(repository, request.base);
    case 'worktree': {
      // It hashes files of the disk; a commit must not wait for that code to load.
      const { readWorktree } = await import('./sources/read-worktree.js');
      return readWorktree(repository, request.base);
    }
    case 'range': {
      const { readRange } = await import('./sources/read-range.js');
      return readRange(repository, request);
    }
  }
}
