/** What a host enforces for changes of one branch, as far as it could be read. Facts alone: what they are worth is said elsewhere. */
export interface BranchRules {
  readonly branch: string;
  readonly requiredChecks: readonly RequiredCheck[];
  /** As many as the strictest rule asks for. */
  readonly approvals: number;
  readonly codeOwners: boolean;
  /** An approval is taken back when somebody pushes. */
  readonly dismissedOnPush: boolean;
  /** The latest push needs an approval by somebody else than who pushed it. */
  readonly lastPushApproval: boolean;
  readonly forcePushes: 'allowed' | 'forbidden' | 'unknown';
  /** Who may pass by the rules, each in a few words; `null` where not all of it could be read. */
  readonly bypass: readonly string[] | null;
  /** Each with what the token lacks. */
  readonly unread: readonly { readonly part: string; readonly why: string }[];
}

/** A check that has to be green. */
export interface RequiredCheck {
  readonly name: string;
  /** The host's number of the app, or name of the service, that it has to come from; `null` for anyone who may post it. */
  readonly source: string | null;
}
