import type { CommitStore, FetchedRef } from './fetch-commits.js';
import { GitError } from '../git/git-error.js';
import { findTargets, type OpenPullRequest, type Target } from './find-targets.js';
import type { GateWork, HeadAndBase } from './plan-work.js';

/** What a reading asks: the host, and where its commits are kept. */
export interface ReadingParts {
  readonly host: {
    /** Where the host keeps the head of a pull request. */
    pullRef(number: number): string;
    openPullRequests(): Promise<readonly OpenPullRequest[]>;
    /** The pull requests of a merge queue's group, by the commit that the queue made for it. */
    queued(group: HeadAndBase): Promise<readonly number[]>;
  };
  readonly store: Pick<CommitStore, 'fetch' | 'point'>;
  readonly defaultBranch: string;
  readonly isGated: (base: string) => boolean;
}

/** A target with the tip that its base has now; `key` names all that a judgement of it stands for. */
export interface ReadTarget extends Target {
  readonly key: string;
  /** Why it cannot be judged as it is. */
  readonly trouble: string | undefined;
}

/** Asks the host which statuses the work comes to now, and fetches what is needed to judge them. */
export async function readTargets(
  work: GateWork,
  parts: ReadingParts,
): Promise<{ readonly targets: readonly ReadTarget[]; readonly notes: readonly string[] }> {
  const { host, store, defaultBranch } = parts;
  const queued = work.kind === 'merge-group' ? await host.queued(work) : [];
  const { targets, notes } = findTargets(work, await host.openPullRequests(), parts.isGated, queued);
  const wanted = targets.filter(({ pullRequests }) => pullRequests.length > 0);
  const pulls = wanted.flatMap(({ pullRequests }) => pullRequests);
  const bases = [...new Set([defaultBranch, ...wanted.map(({ base }) => base)])];
  const refs = [
    ...bases.map(baseRef),
    ...pulls.map(({ number }) => ({ from: host.pullRef(number), to: pullRef(number) })),
  ];
  const fetched = pulls.length === 0 ? new Map<string, string>() : await fetchOrSay(store, refs);
  if (typeof fetched !== 'string' && pulls.length > 0) await store.point(originHead, baseRef(defaultBranch).to);
  return {
    notes,
    targets: targets.map((each) => ({
      ...each,
      key: JSON.stringify([each, typeof fetched === 'string' ? fetched : fetched.get(baseRef(each.base).to)]),
      trouble: typeof fetched === 'string' ? fetched : findMoved(each, fetched),
    })),
  };
}

const originHead = 'refs/remotes/origin/HEAD';

/** Where a base's tip is there, and here. */
export function baseRef(base: string): FetchedRef {
  return { from: `refs/heads/${base}`, to: `refs/remotes/origin/${base}` };
}

function pullRef(number: number): string {
  return `refs/pull/${number}/head`;
}

/** What was fetched, or why not, in a sentence. */
async function fetchOrSay(
  store: ReadingParts['store'],
  refs: readonly FetchedRef[],
): Promise<ReadonlyMap<string, string> | string> {
  try {
    return await store.fetch(refs);
  } catch (error) {
    if (error instanceof GitError) return error.sentence;
    throw error;
  }
}

function findMoved({ pullRequests }: Target, fetched: ReadonlyMap<string, string>): string | undefined {
  const moved = pullRequests.find(({ number, commit }) => fetched.get(pullRef(number)) !== commit);
  return moved && `Somebody pushes to pull request ${moved.number} while it is judged. It is judged when that is over.`;
}
