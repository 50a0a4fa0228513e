import { parseBaseBranch } from '../git/base-branch.js';
import { GitError } from '../git/git-error.js';
import type { Tip } from '../git/find-base.js';
import { readRef } from './git-store/update-refs.js';
import { toFetchError } from './errors/fetch-error.js';
import { attempt, OperationError, type OperationOutcome } from './operation-outcome.js';
import type { Work } from './work.js';

/** What to ask for: of a remote by its name, one branch, and where it goes. */
export interface FetchRequest {
  readonly remote: string;
  readonly refspec: string;
}

export interface FetchOptions {
  /** Milliseconds; two minutes where it is left out. */
  readonly timeout?: number;
  /** Ends it: nothing is changed then. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Fetches in another way, one that can sign in: resolves to git's error text, empty on success.
   * `undefined`: not here, so that git itself fetches, which asks for nothing on the way.
   */
  readonly fetch?: ((request: FetchRequest, signal: AbortSignal) => Promise<string | undefined>) | undefined;
}

const longest = 120_000;

/**
 * Asks the remote that the base branch is on for its newest state (`origin/main`: the remote `origin`), and returns the base's tip. A base
 * that is on no remote is read again.
 */
export function fetchBase(work: Work, base: Tip, options: FetchOptions = {}): Promise<OperationOutcome<Tip>> {
  const { remote, branch } = parseBaseBranch(work.repository, base.ref);
  return attempt<Tip>(async () => {
    if (remote !== undefined) {
      const said = await fetch(work, { remote, refspec: `+refs/heads/${branch}:refs/remotes/${base.ref}` }, options);
      if (said !== '') throw toFetchError(said, branch);
    }
    const name = remote === undefined ? `refs/heads/${base.ref}` : `refs/remotes/${base.ref}`;
    const commit = (await readRef(work, name)) ?? base.commit;
    return { done: true, sentence: 'The newest state is fetched.', ref: base.ref, commit };
  });
}

/** Git's error text; empty on success. */
async function fetch(work: Work, request: FetchRequest, options: FetchOptions): Promise<string> {
  const { timeout = longest, signal = new AbortController().signal } = options;
  const args = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--end-of-options'];
  try {
    const other = await options.fetch?.(request, signal);
    if (signal.aborted) throw stopped();
    if (other !== undefined) return other;
    const all = [...args, request.remote, request.refspec];
    const { code, said } = await work.run(all, { network: true, timeout, signal });
    return code === 0 ? '' : said || 'nothing';
  } catch (error) {
    if (signal.aborted) throw stopped();
    if (error instanceof GitError && error.kind === 'timeout') return 'timed out';
    throw error;
  }
}

function stopped(): OperationError {
  return new OperationError('nothing-to-do', 'Stopped. Nothing was changed.');
}
