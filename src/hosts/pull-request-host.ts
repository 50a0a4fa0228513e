/** The branch that a pull request comes from. */
export interface HeadBranch {
  /** `owner/name`, on GitLab with its groups, of the repository that it lies in: a fork, or the one that it goes to. */
  readonly repository: string;
  readonly branch: string;
}

export interface NewPullRequest {
  readonly head: HeadBranch;
  readonly base: string;
  readonly title: string;
  readonly body: string;
  readonly draft: boolean;
}

/** A pull request, or merge request, as it stands on its host. */
export interface HostedPullRequest {
  readonly number: number;
  /** Where people look at it. */
  readonly address: string;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  readonly title: string;
  /** As it stands there, byte for byte. */
  readonly body: string;
  readonly draft: boolean;
  readonly base: string;
  /** The handle of whoever opened it. */
  readonly author: string | undefined;
  readonly labels: readonly string[];
}

/** What could not be done for one label or person, and why, in a few words that follow a colon. */
export interface NotDone {
  readonly what: string;
  readonly why: string;
}

export interface AskedReviewers {
  /** Whose review is asked for now, or was given already: of `wanted`, as written there. */
  readonly asked: readonly string[];
  readonly notAsked: readonly NotDone[];
}

/**
 * The pull requests of one repository, whichever host it lies on. What goes wrong with what is one call is a `HostError`; a change whose answer
 * was lost may have come through, and is not made again.
 */
export interface PullRequestHost<Pull extends HostedPullRequest> {
  /** The open ones that come from a branch, whatever they go to. */
  readonly findOpen: (head: HeadBranch) => Promise<readonly Pull[]>;
  /** One of a branch that was merged with exactly this commit as its newest; `undefined` where none was. */
  readonly findMerged: (head: HeadBranch, commit: string) => Promise<Pull | undefined>;
  readonly read: (number: number) => Promise<Pull>;
  readonly create: (wanted: NewPullRequest) => Promise<Pull>;
  readonly writeBody: (number: number, body: string) => Promise<void>;
  /** Why a body that people wrote into is not to be sent with the user's own rights; `undefined` where it may. */
  readonly whyUnsent: (body: string) => string | undefined;
  /** Makes it a draft, or ready for review. */
  readonly setDraft: (pull: Pull, draft: boolean) => Promise<void>;
  /** Sets the labels that it lacks; what it does not have in the end is given back with the reason. */
  readonly setLabels: (pull: Pull, wanted: readonly string[]) => Promise<readonly NotDone[]>;
  /** Asks for the reviews of handles and teams, never the author's. `first`: nobody was asked before. */
  readonly askReviewers: (pull: Pull, wanted: readonly string[], first: boolean) => Promise<AskedReviewers>;
}
