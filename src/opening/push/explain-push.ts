import type { WorkGitResult } from '../../git/work-git.js';
import { toPlainLine } from '../../git/git-error.js';
import type { OpeningFace } from '../opening-face.js';

/** What git said of a push that failed, in the C locale, in one or two sentences: what happened, why, what to do. */
export function explainPush(
  { said, output }: Pick<WorkGitResult, 'said'> & Partial<WorkGitResult>,
  branch: string,
  face: OpeningFace,
): string {
  const all = `${output?.toString('utf8') ?? ''}\n${said}`;
  const { why, isHeard = false } = kinds.find(({ pattern }) => pattern.test(all)) ?? unknown;
  const heard = isHeard ? quote(said, all) : '';
  return `Your change (${toPlainLine(branch)}) could not be shared: ${why(face)}${heard}`;
}

interface PushTrouble {
  readonly pattern: RegExp;
  readonly why: (face: OpeningFace) => string;
  /** Somebody else's program says what is wrong, so its words are needed. */
  readonly isHeard?: boolean;
}

const unknown: Omit<PushTrouble, 'pattern'> = {
  why: () => 'git refused. Ask your engineering DRI, or try git push yourself.',
  isHeard: true,
};

/** In this order: what a server says of a refusal comes before what git says of the whole push. */
const kinds: readonly PushTrouble[] = [
  {
    pattern: /protected branch|not allowed to push code to protected|GH006/i,
    why: ({ ownBranch, again }) =>
      `it is protected on the server, so nobody puts commits on it directly. ${ownBranch}, then ${again}.`,
    isHeard: true,
  },
  {
    pattern: /\[remote rejected\]|GH0\d\d\b/,
    why: ({ again }) =>
      `a rule of the server refused it. Mend what it names, or ask your engineering DRI, then ${again}.`,
    isHeard: true,
  },
  {
    pattern: /\[rejected\]|non-fast-forward|fetch first/,
    why: ({ catchUp, again }) =>
      `the server has commits on it that you do not have here. ${catchUp}, look at what came, then ${again}. Nothing was written over.`,
  },
  {
    pattern:
      /Permission to .* denied|access not granted|not allowed to (?:push|upload)|You do not have permission|The requested URL returned error: 403|error: remote unpack failed: (?:unable|insufficient)|insufficient permission/i,
    why: () =>
      'you may not write there. Ask your engineering DRI for write access, or for a copy of your own (a fork).',
  },
  {
    pattern:
      /Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|Permission denied \(|Host key verification failed|Invalid username or|error: 401|Access denied/i,
    why: ({ signInToPush, again }) => `you are not signed in to the server. ${signInToPush}, then ${again}.`,
  },
  {
    pattern: /Repository ?not ?found|repository '.*' not found|does not appear to be a git repository|error: 404/i,
    why: () =>
      'there is no such repository, or you may not see it. Check its address with git remote -v, or ask your engineering DRI for access.',
  },
  {
    pattern: /certificate/i,
    why: () =>
      'this computer does not trust the server (its certificate). Ask your engineering DRI how to set that up.',
  },
  {
    pattern: /timed? ?out|Operation too slow/i,
    why: ({ again }) => `the server did not answer in time. Check your connection, then ${again}.`,
  },
  {
    pattern:
      /Could not resolve|Connection (?:refused|reset|closed)|Failed to connect|Couldn.t connect|Network is unreachable|No route to host|unable to access|error: 5\d\d|hung up|early EOF|RPC failed|unable to look up/i,
    why: ({ again }) =>
      `the server could not be reached. Check that you are online, and on your company’s network where it needs that, then ${again}.`,
  },
  {
    // Nothing of a remote's: git ends so where the hook before a push does.
    pattern: /^error: failed to push some refs/m,
    why: ({ again }) =>
      `a check of this computer refused to share it (the repository’s pre-push hook). Mend what it names, or ask your engineering DRI, then ${again}.`,
    isHeard: true,
  },
];

/** What git says of itself, and how VS Code’s git classes an error: nothing that helps. */
const isNoWord = /^(?:error: failed to push|To |hint:|Failed to execute git$|[A-Z][a-z]+[A-Z][A-Za-z]*$)/;

/** The first lines of what was said, or else the server's reason in brackets, on one line, without what an address may hold of a password. */
function quote(said: string, all: string): string {
  const lines = said
    .split('\n')
    .map((line) => line.replace(/^remote:\s?/, '').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !isNoWord.test(line));
  const words = lines
    .slice(0, 4)
    .join(' ')
    .replace(/:\/\/[^\s@/]*@/g, '://');
  const heard = words === '' ? /\[remote rejected\] \((.{1,200})\)/.exec(all)?.[1] : words;
  return heard === undefined ? '' : ` It said: ${toPlainLine(heard)}`;
}
