import type { ChangedFile, FileVersion, Surroundings } from '../../change/change.js';
import { placeCatalog, type CatalogPlace } from './catalog-place.js';
import type { Catalog } from './read-catalog.js';

/** One language of a catalog on both sides of the change; the same on both where the change leaves it alone. */
export interface CatalogMember {
  readonly place: CatalogPlace;
  /** `undefined` where the change does not touch it. */
  readonly file: ChangedFile | undefined;
  /** `undefined` where it does not exist on that side or could not be read. */
  readonly before: Catalog | undefined;
  readonly after: Catalog | undefined;
}

/** A catalog in all its languages, those that the change touches first. */
export interface CatalogFamily {
  readonly members: readonly CatalogMember[];
}

/** One language of a catalog, not yet parsed. */
export interface CatalogFile extends Omit<CatalogMember, 'before' | 'after'> {
  readonly path: string;
  readonly before: FileVersion | undefined;
  readonly after: FileVersion | undefined;
}

/** The catalogs that the change touches, each in all its languages, those that the change touches first. */
export async function gatherFamilies(
  files: readonly ChangedFile[],
  around: Surroundings,
): Promise<readonly (readonly CatalogFile[])[]> {
  const families = new Map<string, [CatalogFile, ...CatalogFile[]]>();
  for (const file of files) {
    const place = placeCatalog(file.path);
    if (place?.format !== 'json') continue;
    const member = { path: file.path, place, file, before: file.before, after: file.after };
    const members = families.get(place.family);
    if (members === undefined) families.set(place.family, [member]);
    else members.push(member);
  }
  if (families.size === 0) return [];
  const paths = await around.pathsNamed(
    'head',
    [...families.values()].map(([{ place }]) => textOfSiblings(place)),
  );
  const touched = new Set(files.map(({ path }) => path));
  const whole = [...families.values()].map((members) => ({
    members,
    beside: findSiblings(members[0].place, paths).filter(({ path }) => !touched.has(path)),
  }));
  const texts = await around.read(
    'head',
    whole.flatMap(({ beside }) => beside.map(({ path }) => path)),
  );
  return whole.map(({ members, beside }) => [
    ...members,
    ...beside.map((place) => {
      const version = texts.get(place.path);
      return { path: place.path, place, file: undefined, before: version, after: version };
    }),
  ]);
}

/** What its siblings' paths hold: as much as they all share before the language, or behind it. */
export function textOfSiblings({ family }: CatalogPlace): string {
  return family.split('*').reduce((longest, part) => (part.length > longest.length ? part : longest));
}

/** The same catalog in other languages, in the order of `paths`, at most 60 (no app has more, and each has to be read). */
export function findSiblings(place: CatalogPlace, paths: readonly string[]): readonly CatalogPlace[] {
  if (place.locale === undefined) return [];
  const star = place.family.indexOf('*');
  const start = place.family.slice(0, star);
  const end = place.family.slice(star + 1);
  const siblings: CatalogPlace[] = [];
  for (const path of paths) {
    if (path === place.path || !path.startsWith(start) || !path.endsWith(end)) continue;
    const other = placeCatalog(path);
    if (other?.family === place.family) siblings.push(other);
    if (siblings.length === 60) break;
  }
  return siblings;
}
