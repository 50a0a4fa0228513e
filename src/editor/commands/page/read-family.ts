import { findSiblings } from '../../../catalogs/collect-catalog-families.js';
import { findFamily } from '../../../catalogs/locate-changed-catalogs.js';
import { locateCatalogText } from '../../../catalogs/locate-catalog.js';
import { openDisk } from '../../../git/disk.js';
import type { SessionSnapshot } from '../../sessions/repository-state.js';
import { decodeFile } from './write-over.js';

/** Larger files are not read, in bytes. */
const longestFile = 10_000_000;

/**
 * The texts of a catalog's file and of the same in other languages, as they lie on the disk now; none where it is no catalog. Links are
 * not followed, and what is no UTF-8 is left out.
 */
export async function readFamily(
  { root, tracked }: Pick<SessionSnapshot, 'root' | 'tracked'>,
  path: string,
): Promise<ReadonlyMap<string, string>> {
  const disk = openDisk(root);
  const texts = new Map<string, string>();
  const add = async (each: string): Promise<void> => {
    const entry = await disk.read(each, longestFile);
    const text = entry.kind === 'file' && entry.content !== undefined ? decodeFile(entry.content) : undefined;
    if (text !== undefined) texts.set(each, text);
  };
  await add(path);
  const place = locateCatalogText(path, texts.get(path));
  if (place === undefined) return new Map();
  const paths = tracked.paths.toSorted();
  const family = (place.locale === undefined ? findFamily(path, paths) : undefined) ?? place.family;
  const siblings = findSiblings({ ...place, family }, paths).filter((each) => !tracked.special.has(each.path));
  for (const sibling of siblings) await add(sibling.path);
  return texts;
}
