import { parseBaseBranch } from '../git/base-branch.js';
import { GitError, toPlainLine } from '../git/git-error.js';
import type { Tip } from '../git/find-base.js';
import { readRef } from './git-store/branches.js';
import { attempt, isDiskFull, OperationError, toOperationError, type OperationOutcome } from './operation-outcome.js';
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
    return { done: true, sentence: 'The latest is fetched.', ref: base.ref, commit };
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

/** What git said when fetching failed, in the C locale, as the end of an operation: what happened, why, what to do. */
export function toFetchError(said: string, branch: string): OperationError {
  if (isDiskFull(said)) return toOperationError(said);
  const [reason, sentence] = kinds.find(([, , pattern]) => pattern.test(said)) ?? unknown;
  return new OperationError(
    reason,
    sentence.replaceAll('BRANCH', () => toPlainLine(branch)),
  );
}

/** In this order: a host that denies a sign-in may say also that there is no such repository. */
const kinds: readonly (readonly [OperationError['reason'], string, RegExp])[] = [
  [
    'sign-in',
    'You are not signed in to the server that keeps this repository (GitHub, GitLab or the like), or have no access there. Sign in to it in VS Code (“Accounts”, at the lower left), or ask your engineering DRI for access, then try again.',
    /Authentication ?failed|could not read (?:Username|Password)|terminal prompts disabled|Permission denied|Host key verification failed|Invalid username or (?:password|token)|Access denied|Repository ?not ?found\b(?!')|requested URL returned error: 40[137]|Missing or invalid credentials/i,
  ],
  [
    'not-reached',
    'This computer does not trust the server that keeps this repository (its certificate), so nothing was changed. Ask your engineering DRI how to set that up, then try again.',
    /certificate/i,
  ],
  [
    'timed-out',
    'The server that keeps this repository did not answer in time, so nothing was changed. Check your connection, then try again.',
    /timed? ?out|Operation too slow/i,
  ],
  [
    'not-reached',
    'The server that keeps this repository could not be reached, so nothing was changed. Check that you are online, and on your company’s network where it needs that, then try again.',
    /Could not resolve (?:host|proxy)|Connection (?:refused|reset|closed)|Failed to connect|Couldn.t connect|Network is unreachable|No route to host|unable to access|requested URL returned error: 5\d\d|remote end hung up|early EOF|RPC failed|RemoteConnectionError|CantAccessRemote/i,
  ],
  [
    'branch-gone',
    'The server that keeps this repository has no branch “BRANCH” any more. Ask your engineering DRI which branch everybody works from now.',
    /couldn.t find remote ref/i,
  ],
  [
    'git',
    'This repository is not where this computer remembers it, so nothing was changed. Ask your engineering DRI where it is now.',
    /does not appear to be a git repository|repository .* not found|not valid: is this a git repository|requested URL returned error: 4\d\d/i,
  ],
];

const unknown = [
  'git',
  'The latest could not be fetched, so nothing was changed. Check that you are online and signed in (“Accounts”, at the lower left), then try again.',
] as const;
