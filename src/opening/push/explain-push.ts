import type { WorkGitResult } from '../../git/work-git.js';
import { toPlainLine } from '../../git/git-error.js';

/** What git said of a push that failed, in the C locale, in one or two sentences: what happened, why, what to do. */
export function explainPush(
  { said, output }: Pick<WorkGitResult, 'said'> & Partial<WorkGitResult>,
  branch: string,
): string {
  const all = `${output?.toString('utf8') ?? ''}\n${said}`;
  const [sentence] = kinds.find(([, pattern]) => pattern.test(all)) ?? [unknown];
  const heard = hears.has(sentence) ? quote(said, all) : '';
  return `Your change (${toPlainLine(branch)}) could not be shared: ${sentence}${heard}`;
}

const protectedBranch =
  'it is protected on the server, so nobody puts commits on it directly. Make a branch of your own with git switch -c NAME, then run pm-zone pr again.';
const serverHook =
  'a rule of the server refused it. Mend what it names, or ask your engineering DRI, then run pm-zone pr again.';
const ownHook =
  'a check of this computer refused to share it (the repository’s pre-push hook). Mend what it names, or ask your engineering DRI, then run pm-zone pr again.';
const unknown = 'git refused. Ask your engineering DRI, or try git push yourself.';

/** In this order: what a server says of a refusal comes before what git says of the whole push. */
const kinds: readonly (readonly [string, RegExp])[] = [
  [protectedBranch, /protected branch|not allowed to push code to protected|GH006/i],
  [serverHook, /\[remote rejected\]|GH0\d\d\b/],
  [
    'the server has commits on it that you do not have here. Get them with git pull, look at what came, then run pm-zone pr again. Nothing was written over.',
    /\[rejected\]|non-fast-forward|fetch first/,
  ],
  [
    'you may not write there. Ask your engineering DRI for write access, or for a copy of your own (a fork).',
    /Permission to .* denied|access not granted|not allowed to (?:push|upload)|You do not have permission|The requested URL returned error: 403|error: remote unpack failed: (?:unable|insufficient)|insufficient permission/i,
  ],
  [
    'you are not signed in to the server. Run git push once in a terminal and sign in there, then run pm-zone pr again.',
    /Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|Permission denied \(|Host key verification failed|Invalid username or|error: 401|Access denied/i,
  ],
  [
    'there is no such repository, or you may not see it. Check its address with git remote -v, or ask your engineering DRI for access.',
    /Repository ?not ?found|repository '.*' not found|does not appear to be a git repository|error: 404/i,
  ],
  [
    'this computer does not trust the server (its certificate). Ask your engineering DRI how to set that up.',
    /certificate/i,
  ],
  [
    'the server did not answer in time. Check your connection, then run pm-zone pr again.',
    /timed? ?out|Operation too slow/i,
  ],
  [
    'the server could not be reached. Check that you are online, and on your company’s network where it needs that, then run pm-zone pr again.',
    /Could not resolve|Connection (?:refused|reset|closed)|Failed to connect|Couldn.t connect|Network is unreachable|No route to host|unable to access|error: 5\d\d|hung up|early EOF|RPC failed|unable to look up/i,
  ],
  // Nothing of a remote's: git ends so where the hook before a push does.
  [ownHook, /^error: failed to push some refs/m],
];

/** Where somebody else's program says what is wrong, its words are needed. */
const hears: ReadonlySet<string> = new Set([serverHook, ownHook, protectedBranch, unknown]);

/** The first lines of what was said, or else the server's reason in brackets, on one line, without what an address may hold of a password. */
function quote(said: string, all: string): string {
  const lines = said
    .split('\n')
    .map((line) => line.replace(/^remote:\s?/, '').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !/^(?:error: failed to push|To |hint:)/.test(line));
  const words = lines
    .slice(0, 4)
    .join(' ')
    .replace(/:\/\/[^\s@/]*@/g, '://');
  const heard = words === '' ? /\[remote rejected\] \((.{1,200})\)/.exec(all)?.[1] : words;
  return heard === undefined ? '' : ` It said: ${toPlainLine(heard)}`;
}
