import type { ChangedFile, FileVersion, RepositorySnapshot } from '../change/change.js';
import { findByPrefix } from '../text/find-by-prefix.js';
import { originalRank } from './choose-originals.js';
import { locateCatalog, locateWordless, type CatalogLocation } from './locate-catalog.js';
import { locateChangedCatalogs } from './locate-changed-catalogs.js';
import type { Catalog } from './catalog.js';

/** One language of a catalog on both sides of the change; the same on both where the change leaves it alone. */
export interface CatalogMember {
  readonly location: CatalogLocation;
  /** `undefined` where the change does not touch it. */
  readonly file: ChangedFile | undefined;
  /** `undefined` where it does not exist on that side or could not be read. */
  readonly before: Catalog | undefined;
  readonly after: Catalog | undefined;
}

/** A catalog in all its languages, those that the change touches first. */
export type CatalogFamily = readonly CatalogMember[];

/** One language of a catalog, not yet parsed. */
export interface CatalogFile extends Omit<CatalogMember, 'before' | 'after'> {
  readonly path: string;
  readonly before: FileVersion | undefined;
  readonly after: FileVersion | undefined;
}

/** The catalogs that the change touches, each in all its languages, those that the change touches first. */
export async function collectCatalogFamilies(
  files: readonly ChangedFile[],
  snapshot: RepositorySnapshot,
): Promise<readonly (readonly CatalogFile[])[]> {
  const families = new Map<string, [CatalogFile, ...CatalogFile[]]>();
  const located = await locateChangedCatalogs(files, snapshot);
  for (const file of files) {
    const location = located.get(file.path);
    if (location === undefined || location.format === 'unsupported') continue;
    const member = { path: file.path, location, file, before: file.before, after: file.after };
    const members = families.get(location.family);
    if (members === undefined) families.set(location.family, [member]);
    else members.push(member);
  }
  if (families.size === 0) return [];
  const fragments = [...families.values()].map(([{ location }]) => sharedSiblingText(location));
  const paths = (await snapshot.pathsNamed('head', fragments)).toSorted();
  const touched = new Set(files.map(({ path }) => path));
  const complete = [...families.values()].map((members) => ({
    members,
    siblings: findSiblings(members[0].location, paths).filter(({ path }) => !touched.has(path)),
  }));
  const texts = await snapshot.read(
    'head',
    complete.flatMap(({ siblings }) => siblings.map(({ path }) => path)),
  );
  return complete.map(({ members, siblings }) => [
    ...members,
    ...siblings.map((location) => {
      const version = texts.get(location.path);
      return { path: location.path, location, file: undefined, before: version, after: version };
    }),
  ]);
}

/** What its siblings' paths hold: as much as they all share before the language, or behind it. */
export function sharedSiblingText({ family }: CatalogLocation): string {
  // The original has no sign before a language.
  const [start, ...more] = family.split('*') as [string, ...string[]];
  return more.reduce((longest, part) => (part.length > longest.length ? part : longest), start.replace(/[._-]$/, ''));
}

/** What a folder beside the languages is called that has what they are translated from. */
const originals = /^(?:templates?|source|original)$/i;

/** Each has to be read. Apps that volunteers translate have more than a hundred. */
const mostSiblings = 150;

/** The same catalog in other languages, of paths in the order of `sort()`, but the original first. */
export function findSiblings(location: CatalogLocation, paths: readonly string[]): readonly CatalogLocation[] {
  const star = location.family.indexOf('*');
  // The original has a family too, though no language: `messages.properties`, `values/strings.xml`.
  if (star === -1) return [];
  const start = location.family.slice(0, star);
  const end = location.family.slice(star + 1);
  const siblings: CatalogLocation[] = [];
  // `messages.json` is what `messages.de.json` is translated from.
  const base = /[^/][._-]$/.test(start) ? start.slice(0, -1) + end : undefined;
  for (const path of findByPrefix(paths, base === undefined ? start : start.slice(0, -1))) {
    if (path === location.path || !path.endsWith(end)) continue;
    const isOriginal = path === base || originals.test(path.slice(start.length, path.length - end.length));
    const other = isOriginal ? { ...location, path, locale: undefined } : (locateCatalog(path) ?? locateWordless(path));
    if (other?.family === location.family) siblings.push(other);
  }
  return siblings.toSorted((one, other) => originalFirst(one) - originalFirst(other)).slice(0, mostSiblings);
}

function originalFirst({ locale }: CatalogLocation): number {
  return originalRank(locale) < 2 ? 0 : 1;
}
