import type { TextPlace } from '../standing/named-alike.js';
import type { NameFacts, PathFacts } from './path-facts.js';
import type { FolderState } from './path-index.js';
import { startWalk, type FolderWalk } from './walk-folders.js';

/** What is said of a file's name: in every folder, or besides by the positions that look at names in just this one. */
export type NameKind = PathFacts;

/** Folders that nothing tells apart. */
export interface Folder<T> extends NameFacts {
  readonly states: readonly FolderState[];
  /** Whether it is for texts by its name. */
  readonly texts: TextPlace;
  /** No file's name decides. */
  readonly fixed: boolean;
  /** What is said of files' names here. */
  readonly kinds: Map<string, NameKind>;
  /** Of the files of whose names nothing is said. */
  ordinary: T | undefined;
  byKind: Map<NameKind, T> | undefined;
  /** The folders in it, and the one for all names of which nothing is said. */
  folders: Map<string, Folder<T>> | undefined;
  unknown: Folder<T> | undefined;
}

/** What a matcher of paths has found. */
export interface MatcherCache<T> {
  readonly walk: FolderWalk<Folder<T>>;
  /** What is said of files' names in every folder, by the name and by all that is said. */
  readonly kinds: Map<string, NameKind>;
  readonly byFacts: Map<string, NameKind>;
  /** Of names of which nothing is said. */
  readonly ordinary: NameKind;
  /** By all that is said of a path. */
  readonly answers: Map<string, T>;
  /** How many entries all these have. */
  size: number;
}

/** A cache of nothing yet; `states` are the root's, one for each index. */
export function createCache<T>(states: readonly FolderState[]): MatcherCache<T> {
  const silent = { unsafe: undefined, protected: undefined };
  const kinds = new Map<string, NameKind>();
  const isSilentHere = states.every(({ named }) => named.length === 0);
  return {
    walk: startWalk(
      createFolder<T>(states, { ...silent, texts: 'anywhere' }, isSilentHere ? kinds : new Map<string, NameKind>()),
    ),
    kinds,
    byFacts: new Map(),
    ordinary: { unsafe: undefined, protected: undefined, matching: states.map(() => []) },
    answers: new Map(),
    size: 0,
  };
}

export function createFolder<T>(
  states: readonly FolderState[],
  reasons: NameFacts & Pick<Folder<T>, 'texts'>,
  kinds: Map<string, NameKind>,
): Folder<T> {
  return {
    unsafe: reasons.unsafe,
    protected: reasons.protected,
    texts: reasons.texts,
    states,
    fixed: states.every(({ fixed }) => fixed),
    kinds,
    ordinary: undefined,
    byKind: undefined,
    folders: undefined,
    unknown: undefined,
  };
}
