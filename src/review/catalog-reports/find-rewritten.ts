import { locateCatalogText } from '../../catalogs/locate-catalog.js';
import type { CatalogFile } from '../../catalogs/collect-catalog-families.js';
import type { ChangedFile } from '../../change/change.js';

/** The catalogs that take the place of those of a family that are gone: of the same name, in another format. */
export function findRewritten(family: readonly CatalogFile[], files: readonly ChangedFile[]): readonly ChangedFile[] {
  const gone = new Set(family.flatMap(({ path, file, after }) => (file && after === undefined ? [nameOf(path)] : [])));
  if (gone.size === 0) return [];
  return files.filter(({ path, after }) => after !== undefined && gone.has(nameOf(path)) && isRead(path, after.text));
}

/** The path without the ending of its format. */
export function nameOf(path: string): string {
  return path.replace(/\.\w{1,12}$/, '');
}

function isRead(path: string, text: string | undefined): boolean {
  const format = locateCatalogText(path, text)?.format;
  return format !== undefined && format !== 'unsupported';
}
