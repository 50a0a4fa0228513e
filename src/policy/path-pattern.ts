/**
 * One folder or file name of a path pattern.
 *
 * `suffix` is there where the wildcard is exactly `*` followed by that text,
 * so that an index can look the name up instead of testing it.
 */
export type SegmentPattern =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'globstar' }
  | {
      readonly kind: 'wildcard';
      readonly suffix?: string;
      readonly test: (segment: string) => boolean;
    };

/**
 * A pattern over whole paths, from the repository's root.
 *
 * `self`: it covers a path that its segments match.
 * `below`: it covers everything inside a folder that its segments match.
 */
export interface PathPattern {
  readonly segments: readonly SegmentPattern[];
  readonly self: boolean;
  readonly below: boolean;
}
