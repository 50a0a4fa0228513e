import type { NameFilter } from './name-filter.js';
import type { PathIndex } from './path-index.js';

/** An index, and whether its patterns are for folded paths. */
export interface AskedIndex {
  readonly paths: PathIndex;
  readonly folds: boolean;
}

/** What names and patterns say of a path: the reasons that its names give, and for each index the patterns that match. */
export interface PathFacts {
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  readonly matching: readonly (readonly number[])[];
}

/** What a name says by itself, in whatever folder it is. */
export interface NameFacts {
  readonly hostile: string | undefined;
  readonly control: string | undefined;
}

/** How names are read. The filters know every name that something is to be said of. */
export interface NameRules {
  readonly files: NameFilter;
  readonly folders: NameFilter;
  readonly ofFile: (name: string, folded: string) => NameFacts;
  readonly ofFolder: (name: string, folded: string) => NameFacts;
}
