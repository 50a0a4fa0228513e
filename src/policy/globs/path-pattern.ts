/**
 * One folder or file name of a path pattern.
 *
 * An index looks a name up by `suffix` or `prefix` before it tests the name: every name that passes ends with the one or begins
 * with the other. `suffix` is there where the wildcard is exactly `*` followed by that text; `ending` is the text behind the last `*` of any other.
 * Equal segments are best one object: an index then tests a name once for all of them.
 */
export type SegmentPattern =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'globstar' }
  | {
      readonly kind: 'wildcard';
      readonly suffix?: string;
      readonly prefix?: string;
      readonly ending?: string;
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
