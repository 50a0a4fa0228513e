/** What a host enforces for changes of one branch, as far as it could be read. Facts alone: what they are worth is said elsewhere. */
export interface BranchRules {
  readonly branch: string;
  /** Those that were read: there may be more where `unread` names this fact. */
  readonly requiredChecks: readonly RequiredCheck[];
  /** As many as the strictest rule asks for. Here and below `null` is: nothing that was read sets it, and what may was not read. */
  readonly approvals: number | null;
  readonly codeOwners: boolean | null;
  /** An approval is taken back when somebody pushes. */
  readonly dismissedOnPush: boolean | null;
  /** The latest push needs an approval by somebody else than who pushed it. */
  readonly lastPushApproval: boolean | null;
  /** A branch has to hold the base's newest commit, or a queue sees to it, so that nothing older is merged than what was judged. */
  readonly upToDate: boolean | null;
  /** Whether the author's own approval counts. */
  readonly authorApproval: boolean | null;
  /** Who may push to the branch itself, without a pull request: empty for nobody. */
  readonly pushers: readonly string[] | null;
  readonly forcePushes: 'allowed' | 'forbidden' | 'unknown';
  /** Who may pass by the rules. */
  readonly bypass: readonly Bypass[] | null;
  /** Each with what the token lacks, and which of the facts above it leaves open. */
  readonly unread: readonly UnreadRule[];
}

/** A check that has to be green. */
export interface RequiredCheck {
  readonly name: string;
  /** The host's number of the app, or name of the service, that it has to come from; `null` for anyone who may post it. */
  readonly source: string | null;
}

/** Somebody who may pass by the rules. */
export interface Bypass {
  /** In a few words for people. */
  readonly who: string;
  readonly kind: 'role' | 'person' | 'team' | 'app' | 'key' | 'other';
  /** Of a role its name, of a person or team the host's number or the name; `undefined` where nothing more is said. */
  readonly id?: string;
}

export type RuleFact = Exclude<keyof BranchRules, 'branch' | 'unread'>;

export interface UnreadRule {
  readonly part: string;
  readonly why: string;
  readonly facts: readonly RuleFact[];
}
