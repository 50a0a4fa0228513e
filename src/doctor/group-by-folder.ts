/** Paths that lie in one folder, at any depth; a path for itself where there are few. */
export interface FolderGroup {
  /** A folder with its slash, or a path. */
  readonly folder: string;
  readonly paths: readonly string[];
}

/** Groups paths by their folders, as deep as at most `most` groups allow; more only where the root itself has more. */
export function groupByFolder(paths: readonly string[], most: number): readonly FolderGroup[] {
  if (paths.length <= most) return paths.map((path) => ({ folder: path, paths: [path] }));
  const deepest = Math.min(8, Math.max(...paths.map((path) => path.split('/').length)) - 1);
  for (let depth = deepest; depth > 1; depth -= 1) {
    const groups = groupAt(paths, depth);
    if (groups.length <= most) return groups;
  }
  return groupAt(paths, 1);
}

function groupAt(paths: readonly string[], depth: number): readonly FolderGroup[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const names = path.split('/').slice(0, -1).slice(0, depth);
    const folder = names.length === 0 ? './' : `${names.join('/')}/`;
    const known = groups.get(folder);
    if (known === undefined) groups.set(folder, [path]);
    else known.push(path);
  }
  return [...groups].map(([folder, inside]) => ({ folder, paths: inside }));
}
