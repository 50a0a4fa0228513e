import type { PolicyComparison } from '../doctor/compare-policies.js';

/** What a pull request makes another of that by which PMs are judged (design §9, "Whose change"). */
export interface PolicyChange {
  /** The changed files that decide what PMs may change. */
  readonly files: readonly string[];
  /**
   * `none`: all is read as before. `closes`: nothing more is open to anybody. `opens`: something is, or may be. `unknown`: nobody can say until the branch
   * has what the base has, or in good time.
   */
  readonly effect: 'none' | 'closes' | 'opens' | 'unknown';
  /** The day for which it was judged, like `2027-01-11`. */
  readonly day: string;
  /** Until when the zone may only shrink, where the pilot runs. */
  readonly frozenUntil: string | undefined;
  /** Who signs for compliance by the policy; nobody where it names nobody. */
  readonly compliance: readonly string[];
  /** The base's policy beside what the base would have once this is merged. */
  readonly comparison: PolicyComparison;
}
