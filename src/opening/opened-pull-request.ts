import type { HostedPullRequest, NotDone } from '../hosts/pull-request-host.js';

export interface PicturesLeft {
  readonly names: readonly string[];
  /** Where they lie on this computer. */
  readonly folder: string;
}

export interface OpenedPullRequest {
  readonly outcome: 'opened' | 'renewed' | 'unchanged' | 'merged';
  readonly pull: HostedPullRequest;
  /** Where it comes from. */
  readonly branch: string;
  /** Whose review is asked for, as written in the policy. */
  readonly asked: readonly string[];
  readonly labelsLeft: readonly NotDone[];
  readonly reviewersLeft: readonly NotDone[];
  /** The pictures that the PM puts in on its page, since the host takes them in no other way. */
  readonly picturesLeft: PicturesLeft | undefined;
  /** What the PM should know, in whole sentences. */
  readonly notes: readonly string[];
  /** What went wrong after it was open: another run does it. */
  readonly unfinished: readonly string[];
}
