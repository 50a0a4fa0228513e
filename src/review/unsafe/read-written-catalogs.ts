import {
  collectCatalogFamilies,
  type CatalogFamily,
  type CatalogMember,
} from '../../catalogs/collect-catalog-families.js';
import type { CatalogLocation } from '../../catalogs/locate-catalog.js';
import type { ChangedFile } from '../../change/change.js';
import type { ReviewContext } from '../check.js';
import { parseOnce } from '../uses/parse-once.js';

/** A catalog in the one language that a file of the change is, without the others. */
export interface WrittenCatalog {
  readonly file: ChangedFile;
  readonly member: CatalogMember;
}

type Parts = Pick<ReviewContext, 'change' | 'snapshot' | 'parsed'>;

/** The catalogs in which the change may have written what is looked for. Few have, and for those alone the other languages are read. */
export async function readMembers(
  places: ReadonlyMap<string, CatalogLocation>,
  mayHold: (file: ChangedFile) => boolean,
  { change, parsed = new WeakMap() }: Pick<Parts, 'change' | 'parsed'>,
): Promise<readonly WrittenCatalog[]> {
  const members = change.files.map(async (file): Promise<readonly WrittenCatalog[]> => {
    const location = places.get(file.path);
    if (location === undefined || location.format === 'unsupported' || !mayHold(file)) return [];
    const before = file.before && (await parseOnce(location, file.before, parsed));
    const after = file.after && (await parseOnce(location, file.after, parsed));
    return [{ file, member: { location, file, before, after } }];
  });
  return (await Promise.all(members)).flat();
}

/** The catalogs that these files of the change are, each in all its languages. */
export async function readFamilies(
  files: readonly ChangedFile[],
  { snapshot, parsed = new WeakMap() }: Parts,
): Promise<readonly CatalogFamily[]> {
  if (files.length === 0) return [];
  const families = await collectCatalogFamilies(files, snapshot);
  return Promise.all(
    families.map((family) =>
      Promise.all(
        family.map(async ({ location, file, before, after }) => ({
          location,
          file,
          before: before && (await parseOnce(location, before, parsed)),
          after: after && (await parseOnce(location, after, parsed)),
        })),
      ),
    ),
  );
}
