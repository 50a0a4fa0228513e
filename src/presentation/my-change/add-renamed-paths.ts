import type { Change } from '../../change/change.js';

/** These paths, and of each file that was moved its other end too: put back alone, one would be gone, or there twice. */
export function addRenamedPaths({ files }: Pick<Change, 'files'>, paths: readonly string[]): readonly string[] {
  const chosen = new Set(paths);
  const ends = files.flatMap(({ path, renamedFrom, renamedTo }) =>
    chosen.has(path) ? [renamedFrom, renamedTo].flatMap((end) => end ?? []) : [],
  );
  return [...new Set([...paths, ...ends])];
}
