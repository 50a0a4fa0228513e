import { controlFolder } from './control-files.js';
import { fold } from './fold.js';
import type { IndexState } from './index-state.js';
import type { AskedIndex } from './path-facts.js';
import { rememberFolders } from './remember-folders.js';

/** Says what patterns match one path or folder, for the few that are asked for by themselves. */
export interface PathMatcher {
  /** For each index the patterns that match the path. */
  readonly match: (path: string) => readonly (readonly number[])[];
  readonly matchFolder: (path: string) => FolderMatch;
}

/** What is the same for every path below a folder. */
export interface FolderMatch {
  readonly control: string | undefined;
  /** For each index the patterns that match everything below. */
  readonly below: readonly (readonly number[])[];
  /** Whether `accepts` holds for a pattern of the index that can still match something below and need not match all of it. */
  readonly somePending: (index: number, accepts: (number: number) => boolean) => boolean;
}

/** Remembers the folders that it was asked for; bounded in memory. */
export function matchPaths(indexes: readonly AskedIndex[]): PathMatcher {
  const root: Folder = { states: indexes.map(({ paths }) => paths.root), control: undefined };
  const folderOf = rememberFolders(root, ({ states, control }, name): Folder => {
    const folded = fold(name);
    return {
      states: indexes.map(({ paths, folds }, place) => paths.enter(states[place] as IndexState, folds ? folded : name)),
      control: control ?? controlFolder(folded),
    };
  });
  return {
    match: (path) => {
      const slash = path.lastIndexOf('/');
      const { states } = folderOf(path, Math.max(slash, 0));
      const name = path.slice(slash + 1);
      return indexes.map(({ paths, folds }, place) =>
        paths.match(states[place] as IndexState, folds ? fold(name) : name),
      );
    },
    matchFolder: (path) => {
      const { states, control } = folderOf(path, path.length);
      return {
        control,
        below: states.map(({ below }) => below),
        somePending: (index, accepts) =>
          (indexes[index] as AskedIndex).paths.somePending(states[index] as IndexState, accepts),
      };
    },
  };
}

interface Folder {
  readonly states: readonly IndexState[];
  readonly control: string | undefined;
}
