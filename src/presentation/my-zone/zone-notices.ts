import type { Policy, Asking } from '../../policy/policy.js';
import type { Base } from '../../git/find-base.js';
import type { Repository } from '../../git/repository.js';

/**
 * What a PM should know at a glance: the policy is not on the base yet; there is no commit; no branch is checked out; the PM's row
 * of the roster has no feature folders.
 */
export type ZoneNotice = 'preview' | 'no-commit' | 'detached' | 'no-folders';

export interface NoticeFacts {
  readonly repository: Pick<Repository, 'head'>;
  readonly base: Base | undefined;
  readonly policy: Policy;
  readonly asking: Asking;
}

/** The notices that apply, the most important first. */
export function collectNotices({ repository: { head }, policy, asking }: NoticeFacts): readonly ZoneNotice[] {
  const noCommit = head.commit === undefined;
  const noFolders =
    asking.kind === 'pilot-pm' && asking.rows.every(({ featureFolders }) => featureFolders.length === 0);
  return [
    ...(policy.preview ? (['preview'] as const) : []),
    ...(noCommit ? (['no-commit'] as const) : []),
    ...(head.branch === undefined && !noCommit ? (['detached'] as const) : []),
    ...(noFolders ? (['no-folders'] as const) : []),
  ];
}
