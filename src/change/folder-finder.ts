/** Says whether a path is a folder of the list, which is in git's order. The folders are gathered with the first question. */
export function createFolderFinder(paths: readonly string[]): (path: string) => boolean {
  let folders: ReadonlySet<string> | undefined;
  return (path) => path === '' || (folders ??= foldersOf(paths)).has(path);
}

function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
