import type { Claim, SetAside } from '../attestations/word.js';
import type { Reason } from '../policy/policy.js';
import type { Moment, Report, Severity } from './check.js';

/** The verdict of one item (design §2). */
export type ItemVerdict = 'pass' | 'needs-fix' | 'blocker' | 'attest' | 'attested' | 'claimed' | 'not-applicable';

/** The verdict of a review (design §2). */
export type Verdict = 'ready' | 'needs-fix' | 'blocked';

export interface ReviewItem {
  /** What `pm-zone attest` calls it: the check's id, or a short form of its text. */
  readonly id: string;
  readonly section: string;
  readonly text: string;
  readonly check: string | undefined;
  readonly verdict: ItemVerdict;
  /** Set where the item does not count yet at this moment: the moment from which it does. */
  readonly due?: Moment;
  /** Who attests it where that is still to be done. */
  readonly by?: 'author' | 'engineering DRI';
  /** Of an attested item: the commit of the branch that says so. None where the word lies on this computer alone. */
  readonly claimedBy?: Claim;
  /** Of an item that is the author's to attest: somebody's word for it that does not count. */
  readonly setAside?: SetAside;
}

/** What a check reports, with the check's id. Lines and columns count from 1 and point into the head text. */
export interface Finding extends Omit<Report, 'severity' | 'because' | 'unparsed' | 'undecided'> {
  readonly check: string;
  readonly severity: Severity;
  readonly because: readonly Reason[];
  /** What `pm-zone review --why` and a waiver call it: the same for the same content. `reviewByPolicy` gives it. */
  readonly id?: string;
  /** It is about what is staged and not what is on the disk: its place is one in the staged text. */
  readonly staged?: true;
}

/** A check that threw: recorded, and the others go on. The review is not ready and the command exits 2. */
export interface Crash {
  readonly check: string;
  readonly message: string;
}

export interface RevisionName {
  readonly ref: string;
  readonly commit: string | undefined;
}

/** What a host calls it. */
export type HostThing = 'pull request' | 'merge request';

/** The review of a change (design §7 has its JSON form). */
export interface Review {
  readonly verdict: Verdict;
  readonly moment: Moment;
  readonly base: RevisionName;
  readonly head: RevisionName;
  readonly policy: RevisionName & { readonly preview: boolean };
  readonly author: { readonly names: readonly string[]; readonly kind: 'pilot-pm' | 'not-on-roster' | 'no-roster' };
  readonly files: number;
  readonly items: readonly ReviewItem[];
  readonly findings: readonly Finding[];
  readonly crashes: readonly Crash[];
  /** By which word it speaks of the pull request; GitHub’s where it is left out. */
  readonly thing?: HostThing;
}
