export type SideChoice = 'yours' | 'theirs';

/**
 * A key that both sides changed in different ways; `undefined` where a side has removed it. No keys: lines that both changed. What can coexist,
 * such as two new keys, is never asked for.
 */
export interface KeyQuestion {
  readonly keys: readonly string[];
  readonly yours: string | undefined;
  readonly theirs: string | undefined;
  /** Where the lines stand that both changed. */
  readonly places?: Readonly<Record<SideChoice, LinesOfSide>>;
  /** The side that took the whole file away, which the other one changed: the file stays or goes, and its texts are not given. */
  readonly takenAway?: SideChoice;
}

/** Lines of a whole text, from 1, both included; none where the last is before the first. */
export interface LinesOfSide {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** Asks the PM; `undefined` leaves the file in conflict. */
export type ChooseSide = (question: KeyQuestion) => Promise<SideChoice | undefined>;

/** How conflicts are resolved. */
export interface ConflictOptions {
  /**
   * Asked for each key of a catalog or flag file that both changed, and for each place in its lines where keys cannot be matched; of any file that one
   * side took away, whether it stays: no editor has both sides of that.
   */
  readonly chooseSide: (question: KeyQuestion & { readonly path: string }) => ReturnType<ChooseSide>;
  /** Files whose conflicts are asked for: JSON and YAML by key, others by lines. */
  readonly isKeyed: (path: string) => boolean;
  /** Files for which main's side wins. */
  readonly isLocked: (path: string) => boolean;
  /** Planning docs, by the policy's setting. */
  readonly isPlan: (path: string) => boolean;
}

/** A planning doc, where no policy says otherwise. */
export function isDefaultPlanPath(path: string): boolean {
  return /(?:^|\/)PLANNING\.md$/i.test(path);
}

/** The defaults: nobody is asked. */
export const defaultConflictOptions: ConflictOptions = {
  chooseSide: () => Promise.resolve(undefined),
  isKeyed: () => false,
  isLocked: () => false,
  isPlan: isDefaultPlanPath,
};
