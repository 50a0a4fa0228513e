/** A commit that gives somebody's word, and whose it says it is: the commit's author, as written there, which nothing proves. */
export interface Claim {
  readonly commit: string;
  readonly name: string;
  readonly address: string;
}

/** A word that does not count; `why` completes “it does not count, since”. */
export interface SetAside extends Claim {
  readonly why: string;
}

/** What is known of the PM's word for one item and exactly one content. */
export interface Word {
  readonly isGiven: boolean;
  /** There where a commit of the branch gives it; a word that lies on this computer alone has none. */
  readonly claimedBy?: Claim;
  /** Somebody's word that does not count, where no other does. */
  readonly setAside?: SetAside;
}
