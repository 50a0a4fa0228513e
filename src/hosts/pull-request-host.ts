import type { SentFile } from './host-api.js';

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

/** A label that a repository has, with what it says of itself; empty where that is nothing. */
export interface HostedLabel {
  readonly name: string;
  readonly description: string;
}

export interface AskedReviewers {
  /** Whose review is asked for now, or was given already: of `wanted`, as written there. */
  readonly asked: readonly string[];
  readonly notAsked: readonly NotDone[];
}

/** What somebody who reviews it says now, or whether they are waited for. */
export interface HostedOpinion {
  /** `@erin`, `@acme/home`. */
  readonly name: string;
  /** `approved-before`: older commits than its newest; `dismissed`: what they said was taken back by somebody; `threads`: they began to talk about something that is not settled, and say no more. */
  readonly opinion: 'approved' | 'approved-before' | 'dismissed' | 'asks-for-changes' | 'threads' | 'waits';
}

/** Something that is asked of the author: at a place of the change, or of all of it. */
export interface HostedWish {
  readonly name: string;
  readonly path?: string | undefined;
  /** In the newest text; `undefined` where that line is gone or changed since. */
  readonly line?: number | undefined;
  /** In their words. */
  readonly text: string;
}

/** How a pull request stands, as its host says. */
export interface HostedProgress {
  readonly state: 'open' | 'draft' | 'merged' | 'closed';
  readonly opinions: readonly HostedOpinion[];
  readonly wishes: readonly HostedWish[];
  /** What the gate says of its newest commit; `undefined` where it has said nothing. */
  readonly gate: HostedGate | undefined;
  /** What could not be read of it, each in a few words that follow a colon. */
  readonly unread: readonly string[];
}

/** The gate's word; `unread` where the host did not give it. */
export interface HostedGate {
  readonly outcome: 'ready' | 'waits' | 'not-ready' | 'failed' | 'unread';
  readonly words: string;
}

/** Where a commit runs for people to try it out, as whoever deployed it says: an address of any kind. */
export interface HostedPreview {
  readonly environment: string;
  readonly address: string;
}

/** More environments of one commit are no previews of a change. */
export const mostPreviews = 5;

/** A host that takes pictures for descriptions. */
export interface PictureHost {
  /** Stands for where they lie: the same in every run. */
  readonly place: string;
  /** Gives the address that a description of this repository has it at. */
  readonly send: (picture: SentFile) => Promise<string>;
}

/**
 * The pull requests of one repository, whichever host it lies on. What goes wrong with what is one call is a `HostError`; a change whose answer
 * was lost may have come through, and is not made again.
 */
export interface PullRequestHost<Pull extends HostedPullRequest> {
  /** The open ones that come from a branch, whatever they go to. */
  readonly findOpen: (head: HeadBranch) => Promise<readonly Pull[]>;
  /** One of a branch that ended with exactly this commit as its newest: merged, else closed. `undefined` where none did. */
  readonly findEnded: (head: HeadBranch, commit: string) => Promise<Pull | undefined>;
  readonly read: (number: number) => Promise<Pull>;
  readonly create: (wanted: NewPullRequest) => Promise<Pull>;
  readonly writeBody: (number: number, body: string) => Promise<void>;
  /** Why a body that people wrote into is not to be sent with the user's own rights; `undefined` where it may. */
  readonly whyUnsent: (body: string) => string | undefined;
  /** Makes it a draft, or ready for review. */
  readonly setDraft: (pull: Pull, draft: boolean) => Promise<void>;
  /** The labels of the repository. */
  readonly listLabels: () => Promise<readonly HostedLabel[]>;
  /** Sets the labels that it lacks; what it does not have in the end is given back with the reason. */
  readonly setLabels: (pull: Pull, wanted: readonly string[]) => Promise<readonly NotDone[]>;
  /** Asks for the reviews of handles and teams, never the author's. `first`: nobody was asked before. `commit`: the newest, of which they are to be. */
  readonly askReviewers: (
    pull: Pull,
    wanted: readonly string[],
    asking: { readonly first: boolean; readonly commit: string },
  ) => Promise<AskedReviewers>;
  /** Where a commit of a branch runs, as far as somebody deployed it. */
  readonly listPreviews: (head: HeadBranch, commit: string) => Promise<readonly HostedPreview[]>;
  /** `undefined` where pictures are put in on the host's page alone. */
  readonly pictures: PictureHost | undefined;
  /** How one stands with those who review it, and with the gate; asked again it costs the host little. */
  readonly readProgress: (number: number) => Promise<HostedProgress>;
}
