import type { Judgement } from '../../policy/policy.js';

/** What a file or folder is marked with where files are listed. */
export interface StandingBadge {
  readonly judgement: Judgement;
  /** A path in a folder that carries the lock already: the lock stands once, on the topmost folder in which all is locked. */
  readonly isCovered: boolean;
}

/** Paths with their standings: a folder's where a slash ends it. */
export interface JudgedPaths {
  readonly judge: (path: string) => Judgement;
  readonly isFolder: (path: string) => boolean;
}

/**
 * Says what a path is marked with: a file with its standing, a folder with a lock where all in it is locked, else with nothing
 * (`undefined`). `top` is the folder whose contents the list begins with, empty for the root: what is not shown carries no lock for
 * what is. Each folder is judged once; a path then costs look-ups.
 */
export function createStandingBadges({
  judge,
  isFolder,
}: JudgedPaths): (path: string, top: string) => StandingBadge | undefined {
  const lockedFolders = new Map<string, boolean>();

  const isLocked = (folder: string): boolean => {
    const known = lockedFolders.get(folder);
    if (known !== undefined) return known;
    if (lockedFolders.size >= mostFolders) lockedFolders.clear();
    const locked = judge(`${folder}/`).standing === 'locked';
    lockedFolders.set(folder, locked);
    return locked;
  };
  const isCovered = (path: string, top: string): boolean => {
    const above = top === '' ? 0 : top.length + 1;
    for (let end = path.indexOf('/', above); end > 0; end = path.indexOf('/', end + 1)) {
      if (isLocked(path.slice(0, end))) return true;
    }
    return false;
  };

  return (path, top) => {
    if (path === '' || path === top) return undefined;
    const folder = isFolder(path);
    if (folder && !isLocked(path)) return undefined;
    const judgement = judge(folder ? `${path}/` : path);
    // Where a file is not locked, no folder above it is.
    return { judgement, isCovered: judgement.standing === 'locked' && isCovered(path, top) };
  };
}

const mostFolders = 20_000;
