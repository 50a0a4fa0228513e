import type { OpeningFace } from '../opening-face.js';
import type { PushWayOn } from '../opening-error.js';

/** What git says where it pushes nothing, and what helps. */
export interface PushTrouble {
  readonly pattern: RegExp;
  readonly way: PushWayOn;
  readonly why: (face: OpeningFace) => string;
  /** Somebody else's program says what is wrong, so its words are needed. */
  readonly isHeard?: boolean;
}

const unknown: Omit<PushTrouble, 'pattern'> = {
  way: 'ask',
  why: () => 'git refused. Ask your engineering DRI, or try git push yourself.',
  isHeard: true,
};

/** In this order: what a server says of a refusal comes before what git says of the whole push. */
const kinds: readonly PushTrouble[] = [
  {
    pattern: /protected branch|not allowed to push code to protected|GH006/i,
    way: 'own-branch',
    why: ({ ownBranch, again }) =>
      `it is protected on the server, so nobody puts commits on it directly. ${ownBranch}, then ${again}.`,
    isHeard: true,
  },
  {
    pattern: /\[remote rejected\]|GH0\d\d\b/,
    way: 'ask',
    why: ({ again }) =>
      `a rule of the server refused it. Mend what it names, or ask your engineering DRI, then ${again}.`,
    isHeard: true,
  },
  {
    pattern: /\[rejected\]|non-fast-forward|fetch first/,
    way: 'catch-up',
    why: ({ catchUp, again }) =>
      `the server has commits on it that you do not have here. ${catchUp}, look at what came, then ${again}. Nothing was written over.`,
  },
  {
    pattern:
      /Permission to .* denied|access not granted|not allowed to (?:push|upload)|You do not have permission|The requested URL returned error: 403|error: remote unpack failed: (?:unable|insufficient)|insufficient permission/i,
    way: 'ask',
    why: () =>
      'you may not write there. Ask your engineering DRI for write access, or for a copy of your own (a fork).',
  },
  {
    pattern:
      /Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|Permission denied \(|Host key verification failed|Invalid username or|error: 401|Access denied/i,
    way: 'again',
    why: ({ signInToPush, again }) => `you are not signed in to the server. ${signInToPush}, then ${again}.`,
  },
  {
    pattern: /Repository ?not ?found|repository '.*' not found|does not appear to be a git repository|error: 404/i,
    way: 'ask',
    why: () =>
      'there is no such repository, or you may not see it. Check its address with git remote -v, or ask your engineering DRI for access.',
  },
  {
    pattern: /certificate/i,
    way: 'ask',
    why: () =>
      'this computer does not trust the server (its certificate). Ask your engineering DRI how to set that up.',
  },
  {
    pattern: /timed? ?out|Operation too slow/i,
    way: 'again',
    why: ({ again }) => `the server did not answer in time. Check your connection, then ${again}.`,
  },
  {
    pattern:
      /Could not resolve|Connection (?:refused|reset|closed)|Failed to connect|Couldn.t connect|Network is unreachable|No route to host|unable to access|error: 5\d\d|hung up|early EOF|RPC failed|unable to look up/i,
    way: 'again',
    why: ({ again }) =>
      `the server could not be reached. Check that you are online, and on your company’s network where it needs that, then ${again}.`,
  },
  {
    // Nothing of a remote's: git ends so where the hook before a push does.
    pattern: /^error: failed to push some refs/m,
    way: 'ask',
    why: ({ again }) =>
      `a check of this computer refused to share it (the repository’s pre-push hook). Mend what it names, or ask your engineering DRI, then ${again}.`,
    isHeard: true,
  },
];

/** What of it is known: by all that was said, in the C locale. */
export function findPushTrouble(all: string): Omit<PushTrouble, 'pattern'> {
  return kinds.find(({ pattern }) => pattern.test(all)) ?? unknown;
}
