import { toPlainLine } from '../../git/git-error.js';
import { OperationError } from '../operation-outcome.js';

/** What git said when fetching failed, in the C locale, as the end of an operation: what happened, why, what to do. */
export function toFetchError(said: string, branch: string): OperationError {
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
    'The host wants to know who you are, and you are not signed in or have no access. Sign in to it in VS Code (“Accounts”, at the lower left), or ask engineering for access, then try again.',
    /Authentication ?failed|could not read (?:Username|Password)|terminal prompts disabled|Permission denied|Host key verification failed|Invalid username or (?:password|token)|Access denied|Repository ?not ?found\b(?!')|requested URL returned error: 40[137]|Missing or invalid credentials/i,
  ],
  [
    'not-reached',
    'This computer does not trust the host (its certificate), so nothing was changed. Ask engineering how to set that up, then try again.',
    /certificate/i,
  ],
  [
    'timed-out',
    'The host did not answer in time, so nothing was changed. Check your connection, then try again.',
    /timed? ?out|Operation too slow/i,
  ],
  [
    'not-reached',
    'The host could not be reached, so nothing was changed. Check that you are online, and on your company’s network where the host needs that, then try again.',
    /Could not resolve (?:host|proxy)|Connection (?:refused|reset|closed)|Failed to connect|Couldn.t connect|Network is unreachable|No route to host|unable to access|requested URL returned error: 5\d\d|remote end hung up|early EOF|RPC failed|RemoteConnectionError|CantAccessRemote/i,
  ],
  [
    'git',
    'The host has no branch “BRANCH” any more. Ask engineering which branch everybody works from now.',
    /couldn.t find remote ref/i,
  ],
  [
    'git',
    'The repository is not where this clone remembers it. Ask engineering where it is now.',
    /does not appear to be a git repository|repository .* not found|not valid: is this a git repository|requested URL returned error: 4\d\d/i,
  ],
];

const unknown = [
  'git',
  'The newest state could not be fetched. Check that you are online and signed in to the host, then try again.',
] as const;
