import type { ChangedFile, Surroundings } from '../../change/change.js';
import { placeCatalog, type CatalogPlace } from './catalog-place.js';
import { readCatalog, type Catalog } from './read-catalog.js';
import { findSiblings, textOfSiblings } from './siblings.js';

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

/** The catalogs that the change touches, each with what stands beside it in other languages. */
export async function gatherFamilies(
  files: readonly ChangedFile[],
  around: Surroundings,
): Promise<readonly CatalogFamily[]> {
  const families = new Map<string, CatalogMember[]>();
  for (const file of files) {
    const place = placeCatalog(file.path);
    if (place?.format !== 'json') continue;
    const members = families.get(place.family) ?? [];
    members.push({
      place,
      file,
      before: catalogOf(file.path, file.before?.text),
      after: catalogOf(file.path, file.after?.text),
    });
    families.set(place.family, members);
  }
  if (families.size === 0) return [];
  const paths = await around.paths(
    'head',
    [...families.values()].flatMap(([first]) => (first === undefined ? [] : [textOfSiblings(first.place)])),
  );
  const touched = new Set(files.map(({ path }) => path));
  const beside = [...families.values()].map((members) => {
    const first = members[0]?.place;
    return first === undefined ? [] : findSiblings(first, paths).filter(({ path }) => !touched.has(path));
  });
  const texts = await around.read(
    'head',
    beside.flat().map(({ path }) => path),
  );
  return [...families.values()].map((members, index) => ({
    members: [
      ...members,
      ...(beside[index] ?? []).map((place) => {
        const catalog = catalogOf(place.path, texts.get(place.path)?.text);
        return { place, file: undefined, before: catalog, after: catalog };
      }),
    ],
  }));
}

function catalogOf(path: string, text: string | undefined): Catalog | undefined {
  return text === undefined ? undefined : readCatalog(path, text);
}
