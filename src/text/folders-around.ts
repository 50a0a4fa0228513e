/** The folders around a path, the highest first, without the root: `a` and `a/b` around `a/b/c.md`. */
export function foldersAround(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, at) => names.slice(0, at + 1).join('/'));
}
