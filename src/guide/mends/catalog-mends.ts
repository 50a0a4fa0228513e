import { placeCatalog } from '../../review/catalogs/catalog-place.js';
import { readCatalog, type Catalog } from '../../review/catalogs/read-catalog.js';
import { restoreLost } from './lost-keys.js';
import { mendDuplicates } from './duplicate-keys.js';
import { mendMessage } from './message-mends.js';
import type { Mend, MendInput } from './mend.js';
import { oldText, putLinesBack } from './put-back.js';

/** A catalog that can be read, as it was and as it is now. */
export interface CatalogSides {
  readonly path: string;
  /** `undefined` where it is new or could not be read. */
  readonly before: Catalog | undefined;
  readonly now: Catalog;
}

/** The ways to mend what `copy-catalog` finds in a catalog that is there. */
export async function mendCatalog(input: MendInput): Promise<readonly Mend[]> {
  const { finding, reviewed, textOf } = input;
  const { path } = finding;
  const text = path === undefined ? undefined : await textOf(path);
  if (path === undefined || text === undefined || placeCatalog(path)?.format !== 'json') return [];
  const now = readCatalog(path, text);
  if (now.problem !== undefined) return putLinesBack(input, true);
  const old = oldText(reviewed, path);
  const read = old === undefined ? undefined : readCatalog(path, old);
  const sides = { path, before: read?.problem === undefined ? read : undefined, now };
  const mends = [...restoreLost(sides, finding), ...mendDuplicates(sides, input)];
  return mends.length > 0 ? mends : mendMessage(sides, input);
}
