import type { Objects } from '../../git/objects.js';

/** What stands at each path in a commit: its id, or why there is none. */
export async function idsAt(
  objects: Objects,
  commit: string,
  paths: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const nameOf = (path: string): string => `${commit}:${path}`;
  const found = await objects.read(paths.map(nameOf), { maxBytes: 0 });
  return paths.map((path) => {
    const object = found.get(nameOf(path));
    return typeof object === 'object' ? object.oid : object;
  });
}
