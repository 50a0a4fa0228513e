/** The hooks by which the guard judges what `git commit` makes. */
export const commitEvents = ['pre-commit', 'commit-msg'] as const;

/**
 * All hooks of the guard. Git runs others for a merge, for what cherry-pick, revert and rebase commit (`prepare-commit-msg`) and for
 * patches; `pre-push` is the last look at what none of them saw.
 */
export const guardEvents = [
  ...commitEvents,
  'pre-merge-commit',
  'prepare-commit-msg',
  'pre-applypatch',
  'pre-push',
] as const;
export type GuardEvent = (typeof guardEvents)[number];

/** The user's computer, and what a hook can start PM Zone with there. */
export interface GuardUser {
  readonly platform: NodeJS.Platform;
  /** The user's home folder. */
  readonly home: string;
  /** The command line's own file, `pm-zone.js`. */
  readonly program: string;
  /** What runs this: Node, or where `isEditor` the editor's own, which is Node with ELECTRON_RUN_AS_NODE=1. */
  readonly runtime: string;
  readonly isEditor: boolean;
}

export interface GuardRequest {
  /** Any folder of the repository. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly user: GuardUser;
}

/**
 * How git comes to run the guard: `beside` an own hook in git's folder of hooks, or `instead` of a folder of hooks that is not this
 * repository's alone, whose hooks it then runs.
 */
export type GuardPlacement = 'beside' | 'instead';

/** Why the guard runs, or does not. */
export type GuardReason =
  | 'runs'
  /** Nothing of it is here. */
  | 'not-installed'
  /** It was installed, and git now runs the hooks of another folder. */
  | 'moved'
  /** Git was told to run no hooks at all of one of its kinds (`hook.EVENT.enabled`). */
  | 'disabled'
  /** It was installed, and a hook of it was replaced, taken away or made unusable. */
  | 'replaced'
  /** Commits are judged, but another version made it, or hooks for the other ways of git are not there. */
  | 'incomplete'
  /** It is called and refuses every commit, since PM Zone or what it runs with is gone. */
  | 'no-runtime';

/** One hook that runs at an event besides the guard's. */
export interface ChainedHook {
  readonly event: GuardEvent;
  /** What it is, in words: "husky", "an own hook", "a hook by configuration (lint)". */
  readonly what: string;
  /** Where it lies; `undefined` for a hook by configuration. */
  readonly place: string | undefined;
}

export interface GuardRuntime {
  readonly kind: 'editor' | 'node' | 'path';
  readonly place: string;
}

/** Whether the guard is on for a repository, and what it does there. */
export interface GuardStatus {
  readonly on: boolean;
  readonly reason: GuardReason;
  /** The state in plain words, and what to do where it is off. */
  readonly sentence: string;
  readonly way: GuardPlacement | undefined;
  /** The folder that git runs hooks from, absolute. */
  readonly folder: string;
  readonly chain: readonly ChainedHook[];
  readonly runtime: GuardRuntime | undefined;
}

/** The outcome. Where nothing was done, `sentence` says why and what to do instead. */
export type GuardOutcome =
  { readonly kind: 'done'; readonly status: GuardStatus } | { readonly kind: 'refused'; readonly sentence: string };

/** Ends an action of the guard; its message says why and becomes a `refused` outcome. */
export class GuardError extends Error {}

/** What every user interface of the guard says of it (design §1). */
export const guidance =
  'The guard is guidance: git commit --no-verify gets round it. The control is the check in CI under the branch rules of GitHub or GitLab.';
