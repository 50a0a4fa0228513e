import type { Repository } from '../git/repository.js';

/** Whether two commits have the same content at a path; `undefined` where git does not hold the first. */
export async function isSameFile(
  { objects }: Repository,
  path: string,
  commit: string,
  other: string,
): Promise<boolean | undefined> {
  const places = [commit, `${commit}:${path}`, `${other}:${path}`] as const;
  const found = await objects.read(places, { maxBytes: 0 });
  const [at, one, two] = places.map((place) => found.get(place));
  if (typeof at !== 'object') return undefined;
  return typeof one === 'object' && typeof two === 'object' && one.oid === two.oid;
}
