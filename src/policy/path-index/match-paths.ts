import { foldForEye } from '../fold-for-eye.js';
import { fold } from '../fold.js';
import { createCache, createFolder, type Folder, type NameKind } from './matcher-cache.js';
import { isSilent, keyOf, type NameRules, type PathFacts } from './path-facts.js';
import type { FolderState, PathIndex } from './path-index.js';
import { walkToFolder } from './walk-folders.js';

/** An index, and whether its patterns are for folded paths. */
export interface MatchedIndex {
  readonly paths: PathIndex;
  readonly folds: boolean;
}

/** Says what names and patterns say of paths, and what is decided by it. */
export interface PathMatcher<T> {
  /** What is decided of a path. Paths of which the same is said share one answer. */
  readonly find: (path: string) => T;
  /** What is said of a path. */
  readonly match: (path: string) => PathFacts;
  readonly matchFolder: (path: string) => FolderMatch;
}

/** What is the same for every path below a folder. */
export interface FolderMatch {
  readonly protected: string | undefined;
  /** For each index the patterns that match everything below. */
  readonly below: readonly (readonly number[])[];
  /** Whether `accepts` holds for a pattern of the index that can still match something below and need not match all of it. */
  readonly somePending: (index: number, accepts: (number: number) => boolean) => boolean;
}

/**
 * Matches paths by their folder, which is looked at once, and by their name. Folders that nothing tells apart are one folder here;
 * what is decided is cached by folder and by what is said of the name, and by all that is said together. Where `names` is left out,
 * names say nothing by themselves. All caches are emptied when they have grown large, so memory is bounded.
 */
export function matchPaths<T>(
  indexes: readonly MatchedIndex[],
  decide: (facts: PathFacts) => T,
  names?: NameRules,
): PathMatcher<T> {
  const roots = indexes.map(({ paths }) => paths.root);
  let cache = createCache<T>(roots);
  const isFolded = names !== undefined || indexes.some(({ folds }) => folds);

  function folderAt(path: string, length: number): Folder<T> {
    if (cache.size > most) cache = createCache(roots);
    if (length <= longestPath) return walkToFolder(cache.walk, path, length, enter);
    return path
      .slice(0, length)
      .split('/')
      .reduce(enter, cache.walk.values[0] as Folder<T>);
  }

  function enter(above: Folder<T>, name: string): Folder<T> {
    const cached = above.folders?.get(name);
    if (cached !== undefined) return cached;
    const folder = enterNew(above, name);
    // A single path may have more folders than are cached.
    if (name.length > longestName || cache.size > most) return folder;
    (above.folders ??= new Map<string, Folder<T>>()).set(name, folder);
    cache.size += 1;
    return folder;
  }

  function enterNew(above: Folder<T>, name: string): Folder<T> {
    const folded = isFolded ? fold(name) : name;
    const seen = isFolded ? foldForEye(name) : undefined;
    const reasons = {
      unsafe: above.unsafe ?? names?.unsafe(name),
      protected: above.protected ?? ofEither(names?.protectedFolder, folded, seen),
      texts: names?.enterTexts(above.texts, folded) ?? 'anywhere',
    };
    const states = above.states.map((state, place) => {
      const { paths, folds } = indexes[place] as MatchedIndex;
      return folds ? paths.enter(state, folded, seen) : paths.enter(state, name);
    });
    const isUnknown = states.every((state, place) => state === above.states[place]?.unknown);
    const isPlain = reasons.texts === 'anywhere' && above.texts === 'anywhere';
    if (!isPlain || !isUnknown || reasons.unsafe !== above.unsafe || reasons.protected !== above.protected)
      return createFolder(states, reasons, kindsIn(states, above));
    const isSame = states.every((state, place) => state === above.states[place]);
    return (above.unknown ??= isSame ? above : createFolder(states, reasons, kindsIn(states, above)));
  }

  /** Folders where the same positions look at names share what is said of these. */
  function kindsIn(states: readonly FolderState[], above: Folder<T>): Map<string, NameKind> {
    if (states.every(({ named }) => named.length === 0)) return cache.kinds;
    const isSame = states.every(({ named }, place) => isSameList(named, (above.states[place] as FolderState).named));
    return isSame ? above.kinds : new Map<string, NameKind>();
  }

  function find(path: string): T {
    const slash = path.lastIndexOf('/');
    const folder = folderAt(path, Math.max(slash, 0));
    if (folder.fixed && names === undefined) return (folder.ordinary ??= answer(folder, cache.ordinary));
    const name = path.slice(slash + 1);
    const kind = folder.kinds.get(name) ?? kindIn(folder, name);
    if (kind === cache.ordinary) return (folder.ordinary ??= answer(folder, kind));
    return folder.byKind?.get(kind) ?? findByKind(folder, kind);
  }

  function findByKind(folder: Folder<T>, kind: NameKind): T {
    const found = answer(folder, kind);
    (folder.byKind ??= new Map<NameKind, T>()).set(kind, found);
    cache.size += 1;
    return found;
  }

  function answer(folder: Folder<T>, kind: NameKind): T {
    const facts = factsOf(folder, kind);
    const key = keyOf(facts);
    const cached = cache.answers.get(key);
    if (cached !== undefined) return cached;
    const decided = decide(facts);
    cache.answers.set(key, decided);
    cache.size += 1;
    return decided;
  }

  function factsOf(folder: Folder<T>, kind: NameKind): PathFacts {
    return {
      unsafe: folder.unsafe ?? kind.unsafe,
      protected: folder.protected ?? (folder.texts === 'language' ? inTexts(kind) : kind.protected),
      matching: indexes.map(({ paths }, place) =>
        paths.join((folder.states[place] as FolderState).files, kind.matching[place] as readonly number[]),
      ),
    };
  }

  function inTexts({ protected: reason }: NameKind): string | undefined {
    return reason === names?.notInTexts ? undefined : reason;
  }

  function kindIn({ kinds, states }: Folder<T>, name: string): NameKind {
    const anywhere = cache.kinds.get(name) ?? kindAnywhere(name);
    if (kinds === cache.kinds) return anywhere;
    const matching = indexes.map(({ paths, folds }, place) =>
      paths.join(
        anywhere.matching[place] as readonly number[],
        folds
          ? paths.matchHere(states[place] as FolderState, fold(name), foldForEye(name))
          : paths.matchHere(states[place] as FolderState, name),
      ),
    );
    const isSame = matching.every((numbers, place) => numbers === anywhere.matching[place]);
    return cacheKind(
      kinds,
      name,
      isSame ? anywhere : sharedKind({ unsafe: anywhere.unsafe, protected: anywhere.protected, matching }),
    );
  }

  function kindAnywhere(name: string): NameKind {
    const folded = isFolded ? fold(name) : name;
    const seen = isFolded ? foldForEye(name) : undefined;
    const matching = indexes.map(({ paths, folds }) =>
      folds ? paths.matchAnywhere(folded, seen) : paths.matchAnywhere(name),
    );
    const facts = { unsafe: names?.unsafe(name), protected: ofEither(names?.protectedFile, folded, seen), matching };
    return cacheKind(cache.kinds, name, sharedKind(facts));
  }

  function cacheKind(kinds: Map<string, NameKind>, name: string, kind: NameKind): NameKind {
    if (name.length > longestName) return kind;
    kinds.set(name, kind);
    cache.size += 1;
    return kind;
  }

  /** One object for all names of which the same is said. */
  function sharedKind(facts: NameKind): NameKind {
    if (isSilent(facts)) return cache.ordinary;
    const key = keyOf(facts);
    const cached = cache.byFacts.get(key);
    if (cached !== undefined) return cached;
    cache.byFacts.set(key, facts);
    cache.size += 1;
    return facts;
  }

  return {
    find,
    match: (path) => {
      const slash = path.lastIndexOf('/');
      const folder = folderAt(path, Math.max(slash, 0));
      return factsOf(folder, kindIn(folder, path.slice(slash + 1)));
    },
    matchFolder: (path) => {
      const { states, protected: reason } = folderAt(path, path.length);
      return {
        protected: reason,
        below: states.map(({ below }) => below),
        somePending: (index, accepts) =>
          (indexes[index] as MatchedIndex).paths.somePending(states[index] as FolderState, accepts),
      };
    },
  };
}

/** The most folders, names and answers that are cached together. */
const most = 200_000;

/** No system opens longer ones: they are not cached. */
const longestName = 255;
const longestPath = 4096;

/** What a rule says of a folded name, or else of how the eye reads it. */
function ofEither(
  rule: NameRules['protectedFile'] | undefined,
  folded: string,
  seen: string | undefined,
): string | undefined {
  return rule?.(folded) ?? (seen === undefined ? undefined : rule?.(seen));
}

function isSameList<V>(one: readonly V[], other: readonly V[]): boolean {
  return one === other || (one.length === other.length && one.every((value, place) => value === other[place]));
}
