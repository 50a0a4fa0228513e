import type { Asker } from './decide-standing.js';
import { indexPaths, type PathIndex } from '../path-index/path-index.js';
import type { PathPattern } from '../globs/path-pattern.js';

export interface FeatureIndex {
  /** A pattern for each feature folder. */
  readonly paths: PathIndex;
  readonly askersIn: (matching: readonly number[]) => ReadonlySet<Asker>;
}

/** Which askers have a feature folder around a path. Folders match whole names, as they are written. */
export function featureIndex(askers: readonly Asker[]): FeatureIndex {
  const folders = askers.flatMap((asker) => (asker.row?.featureFolders ?? []).map((folder) => ({ asker, folder })));
  const patterns = folders.map(({ folder }): PathPattern => {
    const names = folder.split('/').filter((name) => name !== '');
    return { segments: names.map((text) => ({ kind: 'literal', text })), self: false, below: names.length > 0 };
  });
  return {
    paths: indexPaths(patterns),
    askersIn: (matching) =>
      matching.length === 0
        ? nobody
        : new Set(matching.map((number) => (folders[number] as (typeof folders)[0]).asker)),
  };
}

const nobody: ReadonlySet<Asker> = new Set();
